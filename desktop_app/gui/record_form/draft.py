"""What a form is about to save: plain data, made on the screen and written by one edit on the worker."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.entity import Entity
from desktop_app.domain.step_words import Name, adding, changing
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words

if TYPE_CHECKING:
    from desktop_app.store.edit import Edit

Values = dict[str, Value]


class PartChange(NamedTuple):
    """One change of a record that is edited inside another: new where it has no id, removed where it has no values."""

    entity: Entity
    owner: str  # the field that links it to the record of the form
    id: str | None
    values: Mapping[str, Value] | None
    row: object = None  # whose change this is


class Saved(NamedTuple):
    """What an edit wrote: the record's id, and the ids of new parts beside the rows that they came from."""

    id: str
    born: Sequence[tuple[object, str]]


def part_changes(
    entity: Entity, owner: str, id_: str, before: Mapping[str, Value], after: Mapping[str, Value], row: object = None
) -> list[PartChange]:
    """Return what changes a part; one whose identity changes is another record from then on."""
    different = {name: value for name, value in after.items() if value != before.get(name)}
    if not different:
        return []
    if not any(name in entity.identity for name in different):
        return [PartChange(entity, owner, id_, different, row)]
    whole = {name: before[name] for name in entity.fields if before.get(name) is not None} | different
    return [PartChange(entity, owner, id_, None), PartChange(entity, owner, None, whole, row)]


@dataclass
class Saving:
    """The changes of one record and of its parts."""

    entity: Entity
    id: str | None
    values: Values
    words: Words
    parts: Sequence[PartChange] = field(default_factory=list)

    def __bool__(self) -> bool:
        return self.id is None or bool(self.values) or bool(self.parts)

    def run(self, edit: "Edit") -> Saved:
        """Write everything; what is removed goes first, since a twin may come in its place."""
        id_, born = self.id, []
        if id_ is None:
            id_ = edit.add(self.entity, {name: value for name, value in self.values.items() if value is not None})
        elif self.values:
            edit.update(self.entity, id_, self.values)
        for part in sorted(self.parts, key=lambda part: part.values is not None):
            if part.values is None:
                edit.delete(part.entity, str(part.id))
            elif part.id is None:
                born.append((part.row, edit.add(part.entity, {**part.values, part.owner: id_})))
            else:
                edit.update(part.entity, part.id, part.values)
        return Saved(id_, born)


def words_of_saving(
    entity: Entity, name: Name, changed: Iterable[str], parts: Iterable[PartChange], *, new: bool
) -> Words:
    """Return what the step will be called: “Budget of MEKONG-WATER”, “Add Mahidol University”."""
    what = [entity.fields[one].words for one in changed]
    what += dict.fromkeys(part.entity.words for part in parts)
    return adding(name) if new else changing(name, what)
