"""Joins the search field of the top bar, the palette, and the pane that it shows records in; made when one first searches."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.gui.frame.page_stack import PageStack
from desktop_app.gui.words import lang, said, tr
from desktop_app.gui.workspace import Go, Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QAction

    from desktop_app.gui.frame.top_bar import SearchField
    from desktop_app.gui.palette.beside import Beside
    from desktop_app.gui.palette.entries import Entry
    from desktop_app.gui.palette.palette import Palette
    from desktop_app.reports import Kind

NAMED_AT_MOST, HELPED_AT_MOST = 6, 3


class Finder(QObject):
    """Opens the palette, and tells it of the pages and commands."""

    left = Signal()  # the keyboard is free
    help_asked = Signal(str, str)  # a page of help, and the heading to begin with

    def __init__(
        self, workspace: Workspace, field: "SearchField", stack: PageStack, commands: "Callable[[], Iterable[QAction]]",
        over: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(over)
        self._workspace, self._stack = workspace, stack
        self._commands, self._over = commands, over
        self._before: QWidget | None = None
        self._reports: Sequence[Kind] = ()
        field.asked.connect(self.begin)
        workspace.sought.connect(self._begin_over)

    @cached_property
    def palette(self) -> "Palette":
        """The palette."""
        from desktop_app.gui.palette import palette

        made = palette.Palette(self._workspace, self._named, self._helped, self._over)
        made.left.connect(self._leave)
        made.beside_asked.connect(self._show_beside)
        # Reports take a moment to load, which no letter waits for.
        self._workspace.tasks.run(lambda _task: _gallery(), self._take_reports, lane="file", turn="late")
        return made

    def _take_reports(self, reports: "Sequence[Kind]") -> None:
        self._reports = reports
        if self.palette.isVisible() and (text := self.palette.field.text()):
            self.palette.ask(text)

    @cached_property
    def beside(self) -> "Beside":
        """The pane over the page."""
        from desktop_app.gui.palette import beside

        made = beside.Beside(self._workspace, self._stack)
        self._stack.shown.connect(made.put_away)
        return made

    def _show_beside(self, entity: str, id_: str) -> None:
        self.beside.show(entity, id_)

    def begin(self, text: str = "") -> None:
        """Open the palette with a text, or go to its field; over a form that would hide it."""
        self._begin_over(self._form_above() or self._over, text)

    def _begin_over(self, over: QWidget, text: str = "") -> None:
        if not self.palette.isVisible():
            self._before = QApplication.focusWidget()
        self.palette.begin(text, over)

    def _form_above(self) -> QWidget | None:
        """Return the form that stands over the page, where there is one: it stays above the main window."""
        window = self._over.window()
        above = [
            one for one in QApplication.topLevelWidgets()
            if one.parentWidget() is window and one.objectName().startswith("form_") and one.isVisible()
            and not one.isMinimized() and not one.isModal() and one.geometry().intersects(window.geometry())
        ]  # fmt: skip
        return next((one for one in above if one.isActiveWindow()), above[-1] if above else None)

    def _leave(self, back: bool) -> None:
        before, self._before = self._before, None
        if not back:
            return
        try:
            if before is not None and before.isVisible():
                before.activateWindow()
                before.setFocus()
                return
        except RuntimeError:  # it has gone with its page
            pass
        self.left.emit()

    def _named(self, text: str) -> "list[Entry]":
        """Return the pages and commands whose name holds the words of a text."""
        from desktop_app.domain.text import fold
        from desktop_app.gui.palette.entries import Entry, spans
        from desktop_app.gui.palette.wishes import without_little_words

        wanted = without_little_words(fold(text).split())

        def means(name: str) -> bool:
            words = fold(name).split()
            return bool(wanted) and all(any(word.startswith(one) for word in words) for one in wanted)

        places = [
            Entry(name, "", place.icon, run=partial(self._workspace.asked.emit, Go(place.name)))
            for place in self._stack.places.values()
            if means(name := tr(place.text)) or (place.also and means(tr(place.also)))
        ]
        commands: list[Entry] = []
        steps: list[Entry] = []
        for made in self._commands_here():
            if made.isEnabled() and (means(name := made.text().rstrip("…")) or means(str(made.property("also") or ""))):
                icon = str(made.property("icon_name") or "chevron-right")
                # What would be undone is called by the words of what was done, which is not what one asks for.
                verb = str(made.property("verb") or "")
                of_kind = steps if verb and not means(verb) else commands
                of_kind.append(Entry(name, "", icon, _key_of(made), made.trigger))
        reports = [
            Entry(said(kind.title), tr("Report"), kind.icon, run=partial(self._workspace.go, "reports", kind.name))
            for kind in self._reports
            if any(map(means, kind.title))
        ]
        found = {(entry.text, entry.below): entry for entry in [*commands, *places, *reports, *steps]}
        return [entry._replace(bold=spans(entry.text, text)) for entry in list(found.values())[:NAMED_AT_MOST]]

    def _commands_here(self) -> "Iterable[QAction]":
        """Return the commands of the form over which one searches, which come before those of the page below it."""
        over = self.palette.over
        return self._commands() if over is self._over else over.actions()

    def _helped(self, text: str) -> "list[Entry]":
        """Return the pages of help that answer a text."""
        from desktop_app.gui.help.pages import find, pages
        from desktop_app.gui.palette.entries import Entry, spans

        return [
            Entry(
                one.heading, "" if one.heading == (title := pages(lang())[one.page].title) else title, "circle-question-mark",
                run=partial(self.help_asked.emit, one.page, one.heading), bold=spans(one.heading, text),
            )
            for one in find(text, lang(), HELPED_AT_MOST)
        ]  # fmt: skip


def _gallery() -> "Sequence[Kind]":
    from desktop_app.reports import GALLERY

    return list(GALLERY.values())


def _key_of(made: "QAction") -> str:
    from PySide6.QtGui import QKeySequence

    return made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
