"""What a table of parts shows, and one row of it: a record that is edited inside another, or a new one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.entity import Entity, Problem
from desktop_app.domain.types import Link
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.gui.editors.choice import ListEditor
from desktop_app.gui.editors.links import Links
from desktop_app.gui.editors.of_type import Editor, editor_for
from desktop_app.gui.help.field import kind_of
from desktop_app.gui.parts import icon_button
from desktop_app.gui.record_form.cell import Note
from desktop_app.gui.record_form.draft import PartChange, part_changes
from desktop_app.gui.words import said, tr

Propose = Callable[[Sequence[Record]], Mapping[str, Value]]


def _everything(_record: Record) -> bool:
    return True


def _nothing(_rows: Sequence[Record]) -> Mapping[str, Value]:
    return {}


@dataclass(frozen=True)
class PartSpec:
    """What a table shows: records of an entity that belong to the form's record by the link `owner`.

    `columns`: the fields shown · `belongs`: which records stand in this table, where several tables share an entity ·
    `add`: the words of the button or of the line that adds a row · `propose`: the values of a new row, from those before ·
    `options`: where a choice is offered in part, its field and options · `button`: add by a button even where rows begin
    with a link, which may then stay empty.
    """

    entity: Entity
    owner: str
    columns: tuple[str, ...]
    title: Words
    add: Words
    belongs: Callable[[Record], bool] = _everything
    propose: Propose = _nothing
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    button: bool = False

    @property
    def by_link(self) -> str:
        """The linked entity with which a row begins; empty where a button adds rows."""
        first = self.entity.fields[self.columns[0]].type
        return first.entity if isinstance(first, Link) and not self.button else ""


class PartRow:
    """One row: a record that is edited, or a new one."""

    def __init__(
        self, spec: PartSpec, links: Links, options: Mapping[str, tuple[str, ...]], record: Record, *, new: bool
    ) -> None:
        self.spec = spec
        self.id = None if new else str(record["id"])
        self.before: dict[str, Value] = {name: record.get(name) for name in spec.entity.fields}
        self.editors: dict[str, Editor] = {}
        for name in spec.columns:
            editor = editor_for(spec.entity.fields[name].type, links)
            if isinstance(editor, ListEditor) and name in options:
                editor.keep_only(options[name])
            if isinstance(editor, ListEditor):
                editor.combo.setMinimumContentsLength(1)  # the table sees to the room that its words need
            editor.set_value(record.get(name))
            self.editors[name] = editor
        self.note = Note()
        self.remove = icon_button("x", "")
        self.remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def values(self) -> dict[str, Value]:
        """Return all values of the record as they are on the screen."""
        return self.before | {name: editor.value() for name, editor in self.editors.items()}

    def changes(self) -> list[PartChange]:
        """Return what is to be written of this row."""
        values, spec = self.values(), self.spec
        if self.id is not None:
            return part_changes(spec.entity, spec.owner, self.id, self.before, values, self)
        filled = {name: value for name, value in values.items() if value is not None}
        written = {name for name in filled if name in spec.columns}
        return [PartChange(spec.entity, spec.owner, None, filled, self)] if written else []

    def kept(self) -> tuple[str | None, dict[str, Value]]:
        """Return the record as it was read: its id and its values."""
        return self.id, self.before

    def unread(self) -> Editor | None:
        """Return the first editor whose text can't be read."""
        for editor in self.editors.values():
            editor.settle()
        return next((editor for editor in self.editors.values() if editor.problem is not None), None)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show below the row what is wrong with it."""
        unread = [editor.problem for editor in self.editors.values() if editor.problem is not None]
        texts = [said(words) for words in unread] + [said(problem.words) for problem in problems]
        blocking = bool(unread) or any(problem.blocking for problem in problems)
        self.note.say(" ".join(dict.fromkeys(texts)), error=blocking)
        named = {name for problem in problems if problem.blocking for name in problem.fields}
        for name, editor in self.editors.items():
            editor.show_wrong(editor.problem is not None or name in named)

    @property
    def unfinished(self) -> bool:
        """Whether something was typed that is not read or not chosen yet."""
        return any(editor.unfinished for editor in self.editors.values())

    def retranslate(self, number: int) -> None:
        """Name every editor for screen readers, by its column and row."""
        one = said(self.spec.entity.one)
        for name, editor in self.editors.items():
            field = self.spec.entity.fields[name]
            words = tr("{field}, {part} {number}").format(field=said(field.words), part=one, number=number)
            editor.describe(words, kind_of(field.type))
        self.remove.setAccessibleName(tr("Remove {part} {number}").format(part=one, number=number))
        self.remove.setToolTip(tr("Remove this line"))

    def widgets(self) -> list[QWidget]:
        """Return everything that stands in the row."""
        return [*self.editors.values(), self.remove, self.note]
