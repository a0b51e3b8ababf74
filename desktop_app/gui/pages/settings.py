"""Settings: one page, searchable. No OK button: each change applies at once, and is taken back from the bar at the foot."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from desktop_app.gui.actions import action
from desktop_app.gui.icon_line import IconLine
from desktop_app.gui.page import Page, PageHead
from desktop_app.gui.parts import Elided, column, label, line, look_as, row
from desktop_app.gui.preferences.groups import Group, groups
from desktop_app.gui.preferences.rows import Row
from desktop_app.gui.theme import look
from desktop_app.gui.words import mark, tr
from desktop_app.gui.workspace import Notice, Workspace

WIDTH = 820


class SettingsPage(Page):
    """Groups of rows, of which a search leaves those that hold its words."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("page_settings")
        self.head, self.search = PageHead(), IconLine()
        self.search.put_icon("search", leading=True)
        self.search.let_clear()
        self.search.textChanged.connect(self._narrow)
        self.groups: list[Group] = groups(workspace, self.window)
        self._headings: list[QLabel] = []
        self._cards: list[QFrame] = []
        self.nothing, self.place = label("", "muted", wrap=True), Elided("", "small")
        self._lay_out()
        for one in self.rows():
            one.told.connect(self._tell)
        look.changed.connect(self._on_look)
        self.setFocusProxy(self.search)
        self.finish()

    def _lay_out(self) -> None:
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.search.setFixedWidth(look.px(280))
        self.head.offer(self.search)
        top = QFrame()
        top.setLayout(column(self.head, margins=(20, 11, 16, 11)))
        # From the outside in: Qt styles all that a part holds anew when the part comes to another place.
        self.setLayout(column(top, line(), row(scroll), spacing=0))
        self._held = held = QWidget()
        held.setProperty("kind", "scrolled")
        held.setMaximumWidth(look.px(WIDTH))
        scroll.setWidget(held)
        body = column(self.nothing, spacing=12, margins=(20, 16, 20, 16))
        held.setLayout(body)
        for group in self.groups:
            heading, card = label("", "heading"), QFrame()
            look_as(card, "card")
            body.addWidget(card)
            parts = column(heading, spacing=6, margins=(18, 14, 18, 12))
            card.setLayout(parts)
            for one in group.rows:
                parts.addWidget(one)
            self._headings.append(heading)
            self._cards.append(card)
        body.addWidget(self.place)
        body.addStretch(1)
        self.nothing.hide()

    def rows(self) -> list[Row]:
        """Return every row."""
        return [one for group in self.groups for one in group.rows]

    def row_named(self, name: str) -> Row:
        """Return a row by its name in English."""
        return next(one for one in self.rows() if one.name == name)

    def load(self) -> None:
        """Show what is kept, and where the base is."""
        for one in self.rows():
            one.load()
        self.place.setText(tr("The open base: {path}").format(path=self.workspace.store.path))

    def _tell(self, words: str, back: Callable[[], None] | None) -> None:
        self.workspace.noted.emit(Notice(words, undo=back is None, back=back))

    def _on_look(self) -> None:
        self._held.setMaximumWidth(look.px(WIDTH))
        self.search.setFixedWidth(look.px(280))
        self._show_general()

    def _show_general(self) -> None:
        """Show what keys and the buttons of the top bar may have changed."""
        for one in self.groups[0].rows:
            one.load()

    def _narrow(self, typed: str) -> None:
        """Leave the rows that hold every typed word, in their group or their own words."""
        any_ = False
        for group, card in zip(self.groups, self._cards, strict=True):
            whole = bool(typed.strip()) and tr(group.name).lower().startswith(typed.strip().lower())
            for one in group.rows:
                one.setVisible(whole or one.holds(typed))
            shown = whole or any(one.holds(typed) for one in group.rows)
            card.setVisible(shown)
            any_ = any_ or shown
        self.nothing.setVisible(not any_)
        self.nothing.setText(tr("No setting holds “{text}”.").format(text=typed))

    @action(mark("Filter this list"), icon="funnel", keys=("Ctrl+F",), menu="edit")
    def filter_list(self) -> None:
        """Go to the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def status(self) -> str:
        """Say that each change applies at once."""
        return tr("Each change applies at once.")

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        super().retranslate()
        self.head.title.setText(tr("Settings"))
        self.search.setPlaceholderText(tr("Search in the settings"))
        self.search.setAccessibleName(tr("Search in the settings"))
        self.search.setAccessibleDescription(tr("Only settings that hold every word stay."))
        for group, heading in zip(self.groups, self._headings, strict=True):
            heading.setText(tr(group.name))
        if self.workspace.is_open:
            self.place.setText(tr("The open base: {path}").format(path=self.workspace.store.path))
        self._show_general()
        self._narrow(self.search.text())
        self.say()
