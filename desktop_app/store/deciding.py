"""Deciding an open conflict: one step, which travels like any other change and closes the question everywhere."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from desktop_app.domain import ENTITIES
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.store.conflicts import DELETED, DUPLICATE, Conflict
from desktop_app.store.edit import Changes, Edit
from desktop_app.store.tables import LIFE

if TYPE_CHECKING:
    from desktop_app.store.base import Store

# The answers to a question that is not about a value.
ALIVE, SAME = LIFE, "same"


def decide(store: "Store", answers: Iterable[tuple[Conflict, Mapping[str, Value]]]) -> Changes:
    """Decide conflicts in one step, each with the values that it is to show.

    Of a record deleted and edited the answer is {ALIVE: whether it lives}, of a record made twice {SAME: whether it is one}.
    """
    decided = list(answers)
    with store.edit(_words(decided)) as edit:
        for conflict, values in decided:
            _decide(edit, conflict, values)
    return edit.changes


def _decide(edit: Edit, conflict: Conflict, values: Mapping[str, Value]) -> None:
    entity = ENTITIES[conflict.entity]
    if conflict.kind == DELETED:
        edit.decide_life(entity, conflict.record, alive=bool(values[ALIVE]))
    elif conflict.kind == DUPLICATE:
        edit.say_same(entity, conflict.record, str(conflict.sides[0].values["same_as"]), same=bool(values[SAME]))
    else:
        edit.decide(entity, conflict.record, values)


def _words(decided: list[tuple[Conflict, Mapping[str, Value]]]) -> Words:
    if len(decided) != 1:
        return Words(f"Décider {len(decided)} désaccords", f"Decide {len(decided)} conflicts")
    conflict = decided[0][0]
    fields = ENTITIES[conflict.entity].fields
    names = [fields[name].words for name in conflict.fields if name in fields]
    fr = ", ".join(words.fr for words in names) or conflict.ref
    en = ", ".join(words.en for words in names) or conflict.ref
    return Words(f"Décider : {fr} ({conflict.ref})", f"Decide: {en} ({conflict.ref})")
