"""The frame: top bar, left pane, the page that is shown, status bar. It knows the pages only by their registry."""

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget

from desktop_app.gui import icons
from desktop_app.gui.actions import Actions, action, collect, tip
from desktop_app.gui.menus import Menus
from desktop_app.gui.page_stack import PageStack
from desktop_app.gui.pages import PLACES, Place
from desktop_app.gui.parts import Worded, column, label, row
from desktop_app.gui.side_bar import SideBar
from desktop_app.gui.status_bar import StatusBar
from desktop_app.gui.theme import look
from desktop_app.gui.top_bar import TopBar
from desktop_app.gui.words import lang, mark, said, set_language, tr
from desktop_app.gui.workspace import Go, Notice, Workspace

if TYPE_CHECKING:
    from desktop_app.domain.words import Words
    from desktop_app.gui.base_facts import Facts
    from desktop_app.gui.notice_bar import NoticeBar
    from desktop_app.gui.page import Page
    from desktop_app.gui.search_popup import Entry, SearchPopup
    from desktop_app.store.base import Store

NARROW_UNDER = 1200
FIRST_SIZE = (1366, 768)
SCALES = (0.9, 1.0, 1.1, 1.25, 1.5)


class Window(Worded, QMainWindow):
    """The main window of one base."""

    base_asked = Signal()
    painted = Signal()

    def __init__(self, workspace: Workspace, places: Sequence[Place] = PLACES) -> None:
        super().__init__()
        self.workspace = workspace
        self._facts: Facts | None = None
        self._office: tuple[Words, Words] | None = None
        self._was_painted = False
        self.setObjectName("window")
        self.setWindowIcon(icons.mark())
        self.commands: Actions = collect(self)
        self.menus = Menus(self)
        self.top = TopBar(self.commands["undo"], self.commands["redo"], self.commands["help_"], self.menus.whole)
        self.side, self.status = SideBar(places), StatusBar(workspace.tasks)
        self.stack = PageStack(workspace, places)
        self.banner = label("", "banner")
        whole = self._lay_out()
        self._whole = whole
        self._connect()
        self._restore()
        self.retranslate()

    def _lay_out(self) -> QWidget:
        whole = QWidget()
        middle = column(self.banner, self.stack, spacing=0)
        whole.setLayout(column(self.top, row(self.side, middle, spacing=0), self.status, spacing=0))
        self.banner.hide()
        self.setCentralWidget(whole)
        self.setMinimumSize(900, 560)
        return whole

    def _connect(self) -> None:
        workspace = self.workspace
        workspace.opened.connect(self._on_opened)
        workspace.changed.connect(lambda *_: self._read_facts())
        workspace.asked.connect(self.go)
        workspace.noted.connect(self._on_noted)
        workspace.said.connect(self._on_said)
        workspace.tasks.failed.connect(self._on_failed)
        self.side.asked.connect(self.stack.show_page)
        self.stack.shown.connect(self._on_page)
        self.top.language_asked.connect(self.speak)
        self.top.theme_asked.connect(self.change_theme)
        self.top.search.textEdited.connect(self._on_search)
        self.top.search.steered.connect(self._on_steered)

    @cached_property
    def notices(self) -> "NoticeBar":
        """The bar of notices, made when there is something to say."""

        from desktop_app.gui import notice_bar

        bar = notice_bar.NoticeBar(self._whole)
        bar.undo_asked.connect(self.undo)
        return bar

    @cached_property
    def found(self) -> "SearchPopup":
        """The results of the search field, made when one first searches."""
        from desktop_app.gui import search_popup

        popup = search_popup.SearchPopup(self.workspace, self._named, self._whole)
        popup.place_below(self.top.search)
        popup.left.connect(self._leave_search)
        return popup

    def _on_noted(self, notice: Notice) -> None:
        self.notices.say(notice)

    def _on_search(self, text: str) -> None:
        self.found.ask(text)

    def _on_steered(self, key: int) -> None:
        self.found.steer(key)

    # Pages and search --------------------------------------------------------------------------------------------

    def _on_page(self, page: "Page") -> None:
        self.side.select(self.stack.name)
        self.menus.fill([self.commands, page.actions_])
        self._on_said(page)
        self._focus_page()

    def go(self, wish: Go) -> None:
        """Show a page with what was asked for in it; a record that no page lists opens in its form."""
        if wish.page in self.stack.places:
            self.stack.show_page(wish.page).visit(wish)
            return
        from desktop_app.domain import ENTITIES
        from desktop_app.gui.form import open_form

        if wish.page in ENTITIES:
            open_form(self, self.workspace, ENTITIES[wish.page], wish.id)

    def _named(self, text: str) -> "list[Entry]":
        """Return the pages and commands whose name holds a text."""
        from desktop_app.domain.text import fold
        from desktop_app.gui.search_popup import Entry

        wanted = fold(text)
        page = self.stack.page
        places = [
            Entry(tr(place.text), "", place.icon, partial(self.go, Go(place.name)))
            for place in self.stack.places.values()
            if wanted in fold(tr(place.text))
        ]
        commands = [
            Entry(made.text().rstrip("…"), made.shortcut().toString(), "chevron-right", made.trigger)
            for made in (*self.commands.values(), *(page.actions_.values() if page else ()))
            if made.isEnabled() and wanted in fold(made.text())
        ]
        return [*places, *commands][:6]

    def _leave_search(self) -> None:
        self.top.search.clear()
        self._focus_page()

    def _focus_page(self) -> None:
        if (page := self.stack.page) is not None:
            page.take_focus()

    def _on_said(self, page: "Page") -> None:
        if page is self.stack.page:
            self.status.say(page.status())

    # The base ----------------------------------------------------------------------------------------------------

    def _on_opened(self) -> None:
        store = self.workspace.store
        self.workspace.settings.opened(store.path)
        self.setWindowTitle(f"{store.path.stem} – Passerelle")
        self.status.show_saved(saved=not store.readonly)
        # After the page, which asks for its rows in the same moment.
        QTimer.singleShot(0, lambda: self._read_about(store))

    def _read_about(self, store: "Store") -> None:
        from desktop_app.gui.base_facts import office_and_zone

        if self.workspace.is_open and self.workspace.store is store:
            self.workspace.read(office_and_zone, self._show_office)
            self._read_facts()

    def _show_office(self, names: "tuple[Words, Words]") -> None:
        from desktop_app.gui.base_facts import banner

        self._office = names
        self.top.show_office(*(said(words) for words in names))
        if not self.workspace.is_open:
            return
        self.banner.setText(banner(self.workspace.store))
        self.banner.setVisible(bool(self.banner.text()))

    def _read_facts(self) -> None:
        from desktop_app.gui.base_facts import facts

        places = list(self.stack.places.values())
        self.workspace.read(lambda store: facts(store, places), self._show_facts)

    def _show_facts(self, facts: "Facts") -> None:
        self._facts = facts
        self.side.show_badges(facts.badges)
        self._name_steps()

    def _name_steps(self) -> None:
        facts = self._facts
        for name, alone, words in (
            ("undo", tr("Undo"), facts.undo if facts else None),
            ("redo", tr("Redo"), facts.redo if facts else None),
        ):
            made = self.commands[name]
            made.setText(tr("{verb}: {what}").format(verb=alone, what=said(words)) if words else alone)
            made.setToolTip(tip(made))
            made.setEnabled(words is not None)

    def _on_failed(self, error: Exception) -> None:
        from desktop_app.gui.messages import sentence

        self.notices.say(Notice(sentence(error), error=True))

    # Commands ----------------------------------------------------------------------------------------------------

    @action(mark("Open another base…"), icon="folder-open", keys=("Ctrl+O",), menu="file", window=True)
    def open_base(self) -> None:
        """Ask which base to open."""
        self.base_asked.emit()

    @action(mark("Take back a workbook…"), icon="inbox", keys=("Ctrl+Shift+O",), menu="file", window=True)
    def take_back(self) -> None:
        """Take in a workbook that came back, or a sheet that somebody else made."""
        if self.workspace.is_open:
            from desktop_app.gui import receiving

            receiving.choose(self, self.workspace)

    @action(mark("Quit"), keys=("Ctrl+Q",), menu="file", role="quit", window=True)
    def quit(self) -> None:
        """Close the window."""
        self.close()

    @action(mark("Undo"), icon="undo-2", keys=("Ctrl+Z",), menu="edit", window=True)
    def undo(self) -> None:
        """Take back what was typed in the field with the focus, else the last edit of the base."""
        if not _text_step("undo") and self._facts and self._facts.undo:
            self.workspace.undo()

    @action(mark("Redo"), icon="redo-2", keys=("Ctrl+Y", "Ctrl+Shift+Z"), menu="edit", window=True)
    def redo(self) -> None:
        """Bring back what was undone last."""
        if not _text_step("redo") and self._facts and self._facts.redo:
            self.workspace.redo()

    @action(mark("Search everything"), icon="search", keys=("Ctrl+K",), menu="edit", window=True)
    def search(self) -> None:
        """Go to the search field."""
        self.top.search.setFocus()
        self.top.search.selectAll()

    @action(mark("Next pane"), keys=("F6",), menu="view", window=True)
    def next_pane(self) -> None:
        """Move the focus from pane to pane."""
        panes: list[QWidget] = [self.side, self.top.search, *([self.stack.page] if self.stack.page else [])]
        focus = QApplication.focusWidget()
        here = next((n for n, pane in enumerate(panes) if focus and (pane is focus or pane.isAncestorOf(focus))), -1)
        target = panes[(here + 1) % len(panes)]
        (self.side.buttons[self.stack.name] if target is self.side and self.stack.name else target).setFocus()

    @action(mark("Light or dark theme"), icon="moon", menu="view")
    def change_theme(self) -> None:
        """Change between the light and the dark theme."""
        look.apply("light" if look.theme.name == "dark" else "dark", look.scale)
        self.workspace.settings.keep("theme", look.mode)

    @action(mark("Larger text"), keys=("Ctrl++", "Ctrl+="), menu="view", window=True)
    def larger(self) -> None:
        """Make all text larger, up to 150 %."""
        self._resize_text(+1)

    @action(mark("Smaller text"), keys=("Ctrl+-",), menu="view", window=True)
    def smaller(self) -> None:
        """Make all text smaller, down to 90 %."""
        self._resize_text(-1)

    def _resize_text(self, step: int) -> None:
        nearest = min(range(len(SCALES)), key=lambda place: abs(SCALES[place] - look.scale))
        look.apply(look.mode, SCALES[min(len(SCALES) - 1, max(0, nearest + step))])
        self.workspace.settings.keep("text_scale", look.scale)

    @action(mark("Help"), icon="circle-question-mark", keys=("F1",), menu="help", window=True)
    def help_(self) -> None:
        """Show the keys and what each page is for."""
        from desktop_app.gui.help_dialog import HelpDialog

        page = self.stack.page
        HelpDialog([self.commands, *([page.actions_] if page else [])], self).open()

    @action(mark("About Passerelle"), menu="help", role="about")
    def about(self) -> None:
        """Show version, licence and notices."""
        from desktop_app.gui.help_dialog import AboutDialog

        AboutDialog(self).open()

    def speak(self, language: str) -> None:
        """Change the language of the screen at once."""
        set_language("fr" if language == "fr" else "en")
        self.workspace.settings.keep("language", lang())

    # Words, size, end --------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.commands.retranslate()
        self.menus.retranslate()
        self._name_steps()
        if self._office:
            self._show_office(self._office)

    def _restore(self) -> None:
        geometry = self.workspace.settings.bytes("window/geometry")
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            room = self.screen().availableGeometry()
            self.resize(min(FIRST_SIZE[0], room.width()), min(FIRST_SIZE[1], room.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show only icons in the left pane of a narrow window."""
        super().resizeEvent(event)
        self.side.set_narrow(self.width() < NARROW_UNDER)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell that the frame stands on the screen, once: what is heavy starts then."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's place, and close the base."""
        self.workspace.settings.keep_bytes("window/geometry", self.saveGeometry())
        self.workspace.settings.sync()
        self.workspace.close()
        super().closeEvent(event)


def _text_step(step: str) -> bool:
    """Undo or redo in the text field with the focus; whether there was something."""
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit) and (field.isUndoAvailable() if step == "undo" else field.isRedoAvailable()):
        (field.undo if step == "undo" else field.redo)()
        return True
    from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

    if isinstance(field, QTextEdit | QPlainTextEdit):
        document = field.document()
        if document.isUndoAvailable() if step == "undo" else document.isRedoAvailable():
            (field.undo if step == "undo" else field.redo)()
            return True
    return False
