"""What is wrong with what stands in a form: said beside the fields, and found again when it must be corrected first."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.domain.entity import Entity, Problem
from desktop_app.domain.values import Record
from desktop_app.gui.editors.base import Editor
from desktop_app.gui.record_form.builder import Fields

if TYPE_CHECKING:
    from desktop_app.store.base import Store


class Checker:
    """Runs the rules over the fields and tables of one form."""

    def __init__(self, entity: Entity, fields: Fields) -> None:
        self._entity, self._fields = entity, fields

    def check(self, store: "Store", id_: str | None, record: Record, *, tried: bool) -> list[Problem]:
        """Show and return what the rules say; what is still to be filled in shows once somebody has `tried` to save."""
        values = {**record, **self._fields.values()}
        problems = store.problems(self._entity, values)
        problems += store.warnings(self._entity, {**values, "id": id_}, self._parts())
        seen = _seen(problems, tried=tried)
        for name, cell in self._fields.cells.items():
            cell.show_problems([problem for problem in seen if name in problem.fields])
        for table in self._fields.tables:
            for part in table.rows:
                found = store.problems(table.spec.entity, {**part.values(), table.spec.owner: id_ or "new"})
                part.show_problems(_seen(found, tried=tried))
                problems += [problem for problem in found if problem.blocking and part.changes()]
        return problems

    def _parts(self) -> dict[str, list[Record]]:
        """Return what is edited inside the record, as it is on the screen."""
        found: dict[str, list[Record]] = {}
        for table in self._fields.tables:
            found.setdefault(table.spec.entity.name, []).extend(part.values() for part in table.rows)
        return found

    def _editors(self) -> Iterator[Editor]:
        return (cell.editor for cell in self._fields.cells.values())

    @property
    def unfinished(self) -> bool:
        """Whether something was typed that is not read or not chosen yet."""
        editors = any(editor.unfinished for editor in self._editors())
        return editors or any(table.unfinished for table in self._fields.tables)

    def first_unread(self) -> Editor | None:
        """Read everything that was typed; return the first editor whose text can't be read."""
        for editor in self._editors():
            editor.settle()
        if unread := next((editor for editor in self._editors() if editor.problem is not None), None):
            return unread
        return next((found for table in self._fields.tables if (found := table.unread())), None)

    def first_wrong(self) -> QWidget | None:
        """Return the first editor whose value keeps the record from being saved."""
        for cell in self._fields.cells.values():
            if cell.wrong:
                return cell.editor
        for table in self._fields.tables:
            for part in table.rows:
                for editor in part.editors.values():
                    if editor.framed().property("wrong"):
                        return editor
        return None


def _seen(problems: list[Problem], *, tried: bool) -> list[Problem]:
    return problems if tried else [problem for problem in problems if not problem.blocking]
