"""Small tables inside a form: the periods, parties and steps of an instrument, the access of a partner.

A table adds a row by type-ahead where its rows begin with a link, else by a button; what it proposes for a new row comes
from the form. Nothing is written before the form is saved.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from desktop_app.domain.values import Record, Value
from desktop_app.gui import icons
from desktop_app.gui.editors.choice import ListEditor
from desktop_app.gui.editors.link import LinkEditor
from desktop_app.gui.editors.links import Links
from desktop_app.gui.editors.of_type import Editor
from desktop_app.gui.parts import Worded, column, label, row
from desktop_app.gui.record_form.draft import PartChange
from desktop_app.gui.record_form.part_row import PartRow, PartSpec
from desktop_app.gui.record_form.part_widths import give_room
from desktop_app.gui.theme import look
from desktop_app.gui.words import said


class PartTable(Worded, QWidget):
    """A table of parts with its heading line and a way to add a row."""

    changed = Signal()
    settled = Signal()

    def __init__(self, spec: PartSpec, links: Links) -> None:
        super().__init__()
        self.spec, self.links = spec, links
        self.options = dict(spec.options)
        self.rows: list[PartRow] = []
        self._removed: list[PartRow] = []
        self._line = 1
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        self._headings = [label("", "small") for _ in spec.columns]
        for place, heading in enumerate(self._headings):
            self._grid.addWidget(heading, 0, place)
        self._adder, adding = self._make_adder()
        self.setLayout(column(self._grid, adding, spacing=4))
        self.changed.connect(self._give_room)
        self.retranslate()

    def _make_adder(self) -> tuple[LinkEditor | None, QWidget]:
        if self.spec.by_link:
            adder = LinkEditor(self.links.of(self.spec.by_link))
            adder.prompt = self.spec.add
            adder.retranslate()
            adder.changed.connect(self._on_added)
            adder.setMaximumWidth(look.px(420))
            self._add_button: QPushButton | None = None
            return adder, adder
        button = QPushButton()
        button.setProperty("kind", "dashed")
        button.setIcon(icons.icon("plus"))
        button.setAutoDefault(False)
        button.clicked.connect(self.add_row)
        self._add_button = button
        holder = QWidget()
        holder.setLayout(row(button, None))
        return None, holder

    # Rows --------------------------------------------------------------------------------------------------------

    def set_records(self, records: Sequence[Record]) -> None:
        """Show the records that belong here; changes that were not saved are forgotten."""
        for shown in [*self.rows, *self._removed]:
            self._drop(shown)
        self.rows, self._removed = [], []
        for record in records:
            if self.spec.belongs(record):
                self._show(PartRow(self.spec, self.links, self.options, record, new=False))
        self._after_rows()

    def refresh(self, records: Sequence[Record]) -> None:
        """Show what the base holds now, unless something here waits to be saved."""
        names = self.spec.entity.fields
        held = [
            (str(record["id"]), {name: record.get(name) for name in names})
            for record in records
            if self.spec.belongs(record)
        ]
        if held != [shown.kept() for shown in self.rows] and not self.changes():
            here = self._with_focus()
            self.set_records(records)
            if here is not None:
                again = next((shown for shown in self.rows if shown.id == here[0]), None)
                if again is not None:
                    again.editors[here[1]].setFocus()

    def _with_focus(self) -> tuple[str | None, str] | None:
        """Return the row and the field that have the keyboard."""
        focus = self.window().focusWidget()
        for shown in self.rows:
            for name, editor in shown.editors.items():
                if editor is focus or editor.isAncestorOf(focus):
                    return shown.id, name
        return None

    def saved(self, changes: Sequence[PartChange], born: Sequence[tuple[object, str]]) -> None:
        """Take what was saved as what the base holds; what was typed since still waits."""
        ids = {id(row): id_ for row, id_ in born}
        for change in changes:
            shown = change.row
            if isinstance(shown, PartRow) and shown in self.rows and change.values is not None:
                shown.id = ids.get(id(shown), shown.id)
                shown.before = shown.before | dict(change.values)
        gone = {change.id for change in changes if change.values is None}
        for shown in [one for one in self._removed if one.id in gone]:
            self._removed.remove(shown)
            self._drop(shown)

    def add_row(self, given: Mapping[str, Value] | None = None) -> PartRow:
        """Add a row with what the form proposes, and go to it."""
        proposed = dict(self.spec.propose([shown.values() for shown in self.rows]))
        added = PartRow(self.spec, self.links, self.options, {**proposed, **(given or {})}, new=True)
        self._show(added)
        self._after_rows()
        if not given:
            next(iter(added.editors.values())).setFocus()
        self.changed.emit()
        return added

    def _on_added(self) -> None:
        if self._adder is not None and (value := self._adder.value()):
            self._adder.set_value(None)
            self.add_row({self.spec.columns[0]: value})
            self._adder.setFocus()

    def _show(self, shown: PartRow) -> None:
        for place, editor in enumerate(shown.editors.values()):
            self._grid.addWidget(editor, self._line, place, Qt.AlignmentFlag.AlignTop)
            editor.changed.connect(self.changed)
            editor.settled.connect(self.settled)
        self._grid.addWidget(shown.remove, self._line, len(shown.editors), Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(shown.note, self._line + 1, 0, 1, len(shown.editors))
        shown.remove.clicked.connect(lambda: self.remove_row(shown))
        self._line += 2
        self.rows.append(shown)
        self._chain()

    def _chain(self) -> None:
        """Let Tab go through the rows, then to what adds another."""
        last: QWidget | None = None
        for shown in self.rows:
            for widget in [*shown.editors.values(), shown.remove]:
                if last is not None:
                    QWidget.setTabOrder(last, widget)
                last = widget
        adder: QWidget | None = self._adder or self._add_button
        if last is not None and adder is not None:
            QWidget.setTabOrder(last, adder)

    def remove_row(self, shown: PartRow) -> None:
        """Take a row away; it is deleted when the form is saved."""
        place = self.rows.index(shown)
        self.rows.remove(shown)
        if shown.id is not None:
            self._removed.append(shown)
            for widget in shown.widgets():
                widget.hide()
        else:
            self._drop(shown)
        self._after_rows()
        following = self.rows[place].remove if place < len(self.rows) else self._adder or self._add_button
        if following is not None:
            following.setFocus()
        self.changed.emit()
        self.settled.emit()

    def _drop(self, shown: PartRow) -> None:
        for widget in shown.widgets():
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _after_rows(self) -> None:
        for heading in self._headings:
            heading.setVisible(bool(self.rows))
        for number, shown in enumerate(self.rows, 1):
            shown.retranslate(number)
        self._give_room()

    def _give_room(self) -> None:
        give_room(self._grid, self.spec, self.rows, self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width among the columns."""
        super().resizeEvent(event)
        self._give_room()

    # What the form asks ------------------------------------------------------------------------------------------

    def changes(self) -> list[PartChange]:
        """Return what is to be written."""
        gone = [PartChange(self.spec.entity, self.spec.owner, shown.id, None) for shown in self._removed]
        return gone + [change for shown in self.rows for change in shown.changes()]

    @property
    def unfinished(self) -> bool:
        """Whether something was typed that is not read or not chosen yet."""
        return any(shown.unfinished for shown in self.rows) or (self._adder is not None and self._adder.unfinished)

    def unread(self) -> Editor | None:
        """Return the first editor whose text can't be read."""
        if self._adder is not None:
            self._adder.settle()
            if self._adder.problem is not None:
                return self._adder
        return next((editor for shown in self.rows if (editor := shown.unread())), None)

    def offer(self, name: str, options: tuple[str, ...]) -> None:
        """Offer only these options of a choice from now on, and what a row has already."""
        self.options[name] = options
        for shown in self.rows:
            editor = shown.editors[name]
            if isinstance(editor, ListEditor):
                editor.keep_only(options)

    def retranslate(self) -> None:
        """Say headings and what adds a row in the language of the screen."""
        for heading, name in zip(self._headings, self.spec.columns, strict=True):
            heading.setText(said(self.spec.entity.fields[name].words))
        words = said(self.spec.add)
        if self._adder is not None:
            self._adder.describe(words)
        if self._add_button is not None:
            self._add_button.setText(words)
        self._after_rows()
