"""A step to come, as plain data: which fields of which records take which values, its name, and how it is written."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from desktop_app.domain.entity import Entity, Problem
from desktop_app.domain.types import Amount
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.gui.record_form.draft import words_of_saving

if TYPE_CHECKING:
    from desktop_app.store.base import Store
    from desktop_app.store.edit import Edit

Values = dict[str, Value]


def different(entity: Entity, record: Record, values: Mapping[str, Value]) -> Values:
    """Return the values that the record does not have yet."""
    return with_currency(entity, record, {name: value for name, value in values.items() if value != record.get(name)})


def with_currency(entity: Entity, record: Record, values: Mapping[str, Value]) -> Values:
    """Return values with euros for a new amount of which nobody says in what it is: reports add up no other."""
    amounts = [name for name, value in values.items() if value is not None and entity.fields[name].type == Amount()]
    unsaid = amounts and "currency" in entity.fields and {**record, **values}.get("currency") is None
    return {**values, "currency": "EUR"} if unsaid else dict(values)


def words_of_cell(store: "Store", entity: Entity, id_: str, names: Sequence[str]) -> Words:
    """Return the name of the step that changes some fields of one record: “Budget of MEKONG-WATER”."""
    return words_of_saving(entity, lambda lang: store.names.called(entity.name, id_, lang), names, (), new=False)


def write_cell(entity: Entity, id_: str, values: Values) -> Callable[["Edit"], None]:
    """Return what writes some fields of one record."""

    def write(edit: "Edit") -> None:
        edit.update(entity, id_, values)

    return write


def new_problems(store: "Store", entity: Entity, record: Record, values: Mapping[str, Value]) -> list[Problem]:
    """Return what the rules say of a change that they did not say before."""
    before = store.problems(entity, record)
    found = store.problems(entity, {**record, **values})
    return [problem for problem in found if problem not in before]
