"""What the office answered before about names and columns of sheets: looked through, and forgotten where it was wrong."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from desktop_app.domain import ENTITIES
from desktop_app.gui.parts import column, label, row
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.table.model import Heading, Row
from desktop_app.gui.table.short_list import ShortList, title_row
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, said, tr
from desktop_app.gui.workspace import Workspace
from desktop_app.store.base import Store


def remembered(store: Store, language: str) -> list[Row]:
    """Return the answers given before: what was written, and which record it is; then the columns of each sender."""
    from desktop_app.importers.memory import ANY, NEW, answers_of, parts_of

    rows = []
    for key, answer in sorted(answers_of(store).items()):
        entity, name = parts_of(key)
        kind = said(ENTITIES[entity].one) if entity != ANY else ""
        is_ = tr("None of ours") if answer == NEW else store.names.label(entity, answer, language)
        rows.append(Row(key, key, (Cell(name, bold=True), Cell(kind, tone="muted"), Cell(is_))))
    columns = list(_columns(store))
    return [title_row(tr("Names in sheets"), 3), *rows, *columns] if rows and columns else [*rows, *columns]


def _columns(store: Store) -> Iterator[Row]:
    """Yield how the columns of each sender were read."""
    from desktop_app.importers.memory import learned_from, senders_of

    for sender in senders_of(store):
        yield title_row(tr("Columns of “{sender}”").format(sender=sender), 3)
        for heading, fields in sorted(learned_from(store, sender).items()):
            key = f"{_COLUMN}{sender}{_COLUMN}{heading}"
            yield Row(
                key, key, (Cell(heading, bold=True), Cell(tr("Column"), tone="muted"), Cell(_field_words(fields)))
            )


def _field_words(fields: str) -> str:
    """Return what fields are called, each as the first kind of record that has it does."""
    from desktop_app.importers.part_columns import part_field

    said_of = []
    for name in fields.split("+"):
        last = name.rpartition(".")[2]
        parts = (part_field(entity, name) for entity in ENTITIES.values())
        own = (entity.fields[last] for entity in ENTITIES.values() if last in entity.fields)
        held = next((one for one in parts if one), None) or next(own, None)
        said_of.append(said(held.words) if held else last)
    return " + ".join(said_of)


_COLUMN = "\x1f"  # before a sender and a heading, in the key of a row


class RememberedDialog(QDialog):
    """Lists the answers and the columns of each sender; one that was wrong is forgotten, and asked again the next time."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.list, self.forget, self.close_ = ShortList(), QPushButton(), QPushButton()
        self.nothing = label("", "muted", wrap=True)
        self.setWindowTitle(tr("Answers given before"))
        self.list.setAccessibleName(self.windowTitle())
        self.list.setAccessibleDescription(tr("What was answered about names and columns of sheets."))
        self.forget.setText(tr("Forget"))
        self.close_.setText(tr("Close"))
        self.nothing.setText(tr("Nothing yet: each answer about a name or a column of a sheet is remembered here."))
        self.setLayout(
            column(self.nothing, self.list, row(self.forget, None, self.close_), spacing=10, margins=(16, 14, 16, 14))
        )
        self.resize(look.px(560), look.px(380))
        self.forget.clicked.connect(self._on_forget)
        self.close_.clicked.connect(self.accept)
        self.list.chosen.connect(lambda: self.forget.setEnabled(bool(self.list.current())))
        self._fill()

    def _fill(self) -> None:
        store, language = self._workspace.store, lang()
        self._workspace.tasks.run(lambda _task: remembered(store, language), self._show, lane="read")

    def _show(self, rows: Sequence[Row]) -> None:
        headings = [Heading(tr("They wrote")), Heading(tr("What")), Heading(tr("It is"))]
        self.list.fill(list(rows), headings, (200, 110, 220), 2)
        self.nothing.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self.forget.setEnabled(bool(self.list.current()))

    def _on_forget(self) -> None:
        key, store = self.list.current(), self._workspace.store
        if not key:
            return

        def work(_task: object) -> None:
            from desktop_app.importers.memory import forget, forget_heading

            if key.startswith(_COLUMN):
                _none, sender, heading = key.split(_COLUMN)
                forget_heading(store, sender, heading)
            else:
                forget(store, key)

        self._workspace.tasks.run(work, lambda _done: self._fill())
