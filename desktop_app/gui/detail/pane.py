"""The pane beside a list: what matters of the selected record; its head and its buttons stay while the body scrolls.

    pane = DetailPane(workspace, INSTRUMENT)
    pane.show_record(id_); pane.clear()
    pane.edit_asked.connect(…)   # id
    pane.close_asked.connect(…)

What it says of each kind of record is read by `records.py`.
"""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.gui import icons
from desktop_app.gui.actions import action, button_for, collect, tip, tool_for
from desktop_app.gui.detail.chips import ChipLine, show_chips
from desktop_app.gui.detail.facts import Block, Facts
from desktop_app.gui.detail.life_line import LifeLine
from desktop_app.gui.detail.lines import ChangeLine, LinkedLine, WarningLine, heading, rows_of
from desktop_app.gui.forms.ui_detail_pane import Ui_DetailPane
from desktop_app.gui.palette.remembered import Ref, Remembered
from desktop_app.gui.parts import Worded, column, label, row
from desktop_app.gui.preferences.deadlines import soon
from desktop_app.gui.record_sheet import SHEETS, show_sheet
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, mark, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.gui.tasks import Task

SIDE = 16


class DetailPane(Worded, QFrame):
    """The pane of one kind of record."""

    edit_asked = Signal(str)
    close_asked = Signal()

    def __init__(self, workspace: Workspace, entity: Entity, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.entity = workspace, entity
        self.facts: Facts | None = None
        self._id = ""
        self._asked: tuple[str, date, str, int] | None = None  # what decides what is said of the record
        self._shown: tuple[Facts | None, str, date, float] | None = None
        self._reading: Task | None = None
        self._remembered: Remembered | None = None  # of this base
        self.ui = Ui_DetailPane()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._chips = ChipLine()
        self.ui.chips.addWidget(self._chips, 0, Qt.AlignmentFlag.AlignTop)
        self.ui.close.setIcon(icons.icon("x"))
        look.size_icon(self.ui.close, 18, 18)
        self.ui.close.clicked.connect(self.close_asked)
        self.actions_ = collect(self)
        self.pin_button = tool_for(self.actions_["pin"])
        self.ui.chipLine.insertWidget(self.ui.chipLine.indexOf(self.ui.close), self.pin_button)
        verbs = [
            button_for(self.actions_[name])
            for name in ("edit", "print_sheet")
            if name == "edit" or entity.name in SHEETS
        ]
        for verb in verbs:
            self.ui.verbs.addWidget(verb)
        for part in (*verbs, self.ui.line):  # nothing stands below the line where nothing can be changed
            part.setHidden(workspace.is_open and workspace.store.readonly)
        if entity.name in ("instrument", "partner"):
            self.ui.chipLine.insertWidget(self.ui.chipLine.indexOf(self.pin_button), tool_for(self.actions_["network"]))
        if entity.name in ("partner", "country"):
            self.ui.chipLine.insertWidget(
                self.ui.chipLine.indexOf(self.pin_button), tool_for(self.actions_["overview"])
            )
        self._chips.flow.setContentsMargins(0, 3, 0, 0)  # one line of chips stands in the middle of the buttons beside
        for tool in self.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly):
            self.ui.chipLine.setAlignment(tool, Qt.AlignmentFlag.AlignTop)
        workspace.closing.connect(self._forget)
        workspace.changed.connect(self._outdate)
        look.changed.connect(self._lay_out_again)
        self._show(None)
        self.retranslate()

    # What is shown -----------------------------------------------------------------------------------------------

    def show_record(self, id_: str) -> None:
        """Show a record; what is shown stays until the new one was read, and for good where nothing has changed."""
        from desktop_app.gui.detail.records import facts_of

        entity, today = self.entity, date.today()  # noqa: DTZ011  (the office's own day)
        asked = (id_, today, lang(), soon.days)
        if asked == self._asked and not (self._reading and self._reading.cancelled):
            return
        self._stop()
        self._id, self._asked = id_, asked
        self._reading = self.workspace.read(lambda store: facts_of(store, entity, id_, today), self._show)

    def hold(self) -> None:
        """Leave what is being read: the record is asked for again once something more urgent is there."""
        if self._reading is not None:
            self._reading.cancel()

    def clear(self) -> None:
        """Show nothing."""
        self._stop()
        self._id, self._asked = "", None
        self._show(None)

    def _forget(self) -> None:
        self._remembered = None
        self.clear()

    def _lay_out_again(self) -> None:
        """Give the names of the facts their room at another text size, once somebody sees them."""
        if self._shown is not None and self._shown[0] is not None and self._shown[3] != look.scale and self.isVisible():
            self._show(self._shown[0])

    def _outdate(self, *_change: object) -> None:
        """Read again when the record is asked for next: something was written."""
        self._asked = None

    def _stop(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _show(self, facts: Facts | None) -> None:
        self._reading = None
        shown = (facts, lang(), date.today(), look.scale)  # noqa: DTZ011  (the office's own day)
        if facts is not None and shown == self._shown:
            return
        self._shown, self.facts = shown, facts
        self.ui.title.setText(facts.title if facts else "")
        self.ui.subtitle.setText(facts.subtitle if facts else "")
        self.ui.subtitle.setVisible(bool(facts and facts.subtitle))
        show_chips(self._chips.flow, facts.chips if facts else [])
        place = self.ui.area.verticalScrollBar().value()
        same = self.ui.area.property("record") == (facts.id if facts else "")
        self.ui.area.setWidget(self._body(facts) if facts else self._empty())
        self.ui.area.setProperty("record", facts.id if facts else "")
        if same:
            self.ui.area.verticalScrollBar().setValue(place)
        self.actions_.refresh()
        self._show_pin()
        self.setAccessibleName(tr("Details of {name}").format(name=facts.title) if facts else tr("Details"))

    def _empty(self) -> QWidget:
        words = label(tr("Select a line to see its details here."), "muted", wrap=True)
        holder = _scrolled()
        holder.setLayout(column(words, None, margins=(SIDE, 4, SIDE, SIDE)))
        return holder

    def _body(self, facts: Facts) -> QWidget:
        holder = _scrolled()
        made = QVBoxLayout(holder)
        made.setContentsMargins(SIDE, 0, SIDE, SIDE)
        made.setSpacing(6)
        for warning in facts.warnings:
            made.addWidget(WarningLine(warning))
        made.addLayout(rows_of(facts.rows))
        if facts.life is not None:
            made.addWidget(heading(tr("Life of the instrument")))
            line = LifeLine()
            made.addWidget(line)  # before it shows: without a parent it would be a window
            line.show_life(facts.life)
        for block in facts.blocks:
            self._add_block(made, block)
        if facts.changes:
            made.addWidget(heading(tr("Last changes")))
            for change in facts.changes:
                made.addWidget(ChangeLine(change))
        made.addStretch(1)
        return holder

    def _add_block(self, made: QVBoxLayout, block: Block) -> None:
        above = heading(block.heading)
        if block.tab and block.total > len(block.entries):
            every = QPushButton(tr("See all {count}").format(count=block.total))
            every.setProperty("kind", "link")
            every.setAccessibleName(f"{every.text()}, {block.heading}")
            every.clicked.connect(lambda: self._open_tab(block.tab))
            above.setContentsMargins(0, 0, 0, 0)
            holder = QWidget()
            holder.setLayout(row(above, None, every, margins=(0, look.px(8), 0, 0)))
            made.addWidget(holder)
        else:
            made.addWidget(above)
        for entry in block.entries:
            shown = LinkedLine(entry)
            shown.opened.connect(self._open)
            made.addWidget(shown)

    def drop_words(self) -> str:
        """Say what happens to a file that is dropped here; nothing where there is no record."""
        return tr("Drop to attach to {name}").format(name=self.facts.title) if self.facts is not None else ""

    # Commands ----------------------------------------------------------------------------------------------------

    def has_record(self) -> bool:
        """Whether a record is shown."""
        return self.facts is not None

    @action(mark("Edit…"), icon="pencil", when="has_record")
    def edit(self) -> None:
        """Ask for the form of the record."""
        if self.facts is not None:
            self.edit_asked.emit(self.facts.id)

    @action(mark("Print the sheet"), icon="printer", when="has_record")
    def print_sheet(self) -> None:
        """Show the sheet of the record as it will be printed."""
        if self.facts is not None:
            show_sheet(self.workspace, self.entity.name, self.facts.id)

    @action(mark("Network…"), icon="share-2", when="has_record")
    def network(self) -> None:
        """Show who is linked with whom around the record."""
        if self.facts is not None:
            from desktop_app.gui.overview.network_card import show_network

            show_network(self, self.workspace, self.entity.name, self.facts.id)

    @action(mark("Everything about it"), icon="globe", when="has_record")
    def overview(self) -> None:
        """Show the page with everything about the partner or the country."""
        if self.facts is not None:
            self.workspace.go("overview", f"{self.entity.name}/{self.facts.id}")

    @action(mark("Pin this entry"), icon="star", when="has_record")
    def pin(self) -> None:
        """Pin the record, so that it comes first in the search list, or take the pin away."""
        if self.facts is not None:
            Remembered(self.workspace).pin(self.entity.name, self.facts.id)
            self._show_pin()

    def _show_pin(self) -> None:
        """Say whether the record is pinned, by the words and by the colour of the star."""
        made = self.actions_["pin"]
        held = False
        if self.facts is not None:
            self._remembered = self._remembered or Remembered(self.workspace)
            held = Ref(self.entity.name, self.facts.id) in self._remembered.pinned()
        made.setIcon(icons.icon("star", "warn" if held else "muted"))
        made.setText(tr("Take the pin away") if held else tr("Pin this entry"))
        made.setToolTip(tip(made))

    def _open(self, entity: str, id_: str) -> None:
        if entity == "attachment":
            self._open_file(id_)
            return
        from desktop_app.gui.record_form.opening import open_form

        open_form(self.window(), self.workspace, ENTITIES[entity], id_)

    def _open_file(self, id_: str) -> None:
        from desktop_app.gui.record_form.attaching import open_kept

        if (file := self.workspace.store.get(ENTITIES["attachment"], id_)) is not None:
            open_kept(self.workspace, str(file["name"]), str(file["content"] or ""))

    def _open_tab(self, tab: str) -> None:
        from desktop_app.gui.record_form.opening import open_form

        if self.facts is not None:
            open_form(self.window(), self.workspace, self.entity, self.facts.id, tab=tab)

    def retranslate(self) -> None:
        """Say every text in the language of the screen; what comes from the base is read again."""
        self.actions_.retranslate()
        self.ui.close.setAccessibleName(tr("Close the details"))
        self.ui.close.setToolTip(tr("Close the details"))
        if self._id and self.workspace.is_open:
            if self.isVisible():
                self.show_record(self._id)
        elif self.facts is None:
            self._show(None)

    def showEvent(self, event: QShowEvent) -> None:
        """Say the details in the language of the screen, which may have changed while nobody saw them."""
        super().showEvent(event)
        if self._asked is not None and self._asked[2] != lang() and self.workspace.is_open:
            self.show_record(self._id)
        else:
            self._lay_out_again()


def _scrolled() -> QWidget:
    holder = QWidget()
    holder.setProperty("kind", "scrolled")
    return holder
