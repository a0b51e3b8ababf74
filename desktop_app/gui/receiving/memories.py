"""What was answered before, as rows: which record a name means, what a word means in a field, how columns were read."""

from collections.abc import Iterator

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Field
from desktop_app.domain.types import Link
from desktop_app.domain.values import Value
from desktop_app.gui.dialogs.other_value import Wanted
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.table.model import Row
from desktop_app.gui.table.short_list import title_row
from desktop_app.gui.words import said, tr
from desktop_app.store.base import Store

# Before a sender and a heading, and before an entity, a field and a text, in the key of a row.
_COLUMN, _MEANING = "\x1f", "\x1e"


def remembered(store: Store, language: str) -> list[Row]:
    """Return the answers given before, below a title where there are several kinds of them."""
    names, words, columns = list(_names(store, language)), list(_meanings(store, language)), list(_columns(store))
    several = sum(map(bool, (names, words, columns))) > 1
    found: list[Row] = []
    for title, rows in ((tr("Names in sheets"), names), (tr("Words in cells"), words)):
        found += [title_row(title, 3), *rows] if rows and several else rows
    return [*found, *columns]


def _names(store: Store, language: str) -> Iterator[Row]:
    from desktop_app.importers.memory import ANY, NEW, answers_of, parts_of

    for key, answer in sorted(answers_of(store).items()):
        entity, name = parts_of(key)
        kind = said(ENTITIES[entity].one) if entity != ANY else ""
        is_ = tr("None of ours") if answer == NEW else store.names.label(entity, answer, language)
        yield Row(key, key, (Cell(name, bold=True), Cell(kind, tone="muted"), Cell(is_)))


def _meanings(store: Store, language: str) -> Iterator[Row]:
    from desktop_app.sync.meanings import known_meanings

    known = known_meanings(store)
    for (entity, field, text), value in sorted(known.items(), key=lambda one: one[0]):
        held = ENTITIES[entity].fields.get(field)
        if held is None:
            continue
        store.names.fetch(ENTITIES[entity], [{field: value}], depth=1)
        shown = held.type.show(value, store.names.showing(language))
        key = f"{_MEANING}{entity}{_MEANING}{field}{_MEANING}{text}"
        yield Row(key, key, (Cell(text, bold=True), Cell(said(held.words), tone="muted"), Cell(shown)))


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


def can_change(key: str) -> bool:
    """Whether an answer can be put right here: columns are, in the sheet itself."""
    return not key.startswith(_COLUMN) and not key.removeprefix("row:").startswith("*:")


def wanted(store: Store, key: str) -> Wanted:
    """Return what is asked to put an answer right."""
    from desktop_app.importers.memory import NEW, answers_of, parts_of
    from desktop_app.sync.meanings import known_meanings

    if key.startswith(_MEANING):
        _none, entity, field, text = key.split(_MEANING)
        return Wanted(text, ENTITIES[entity].fields[field], known_meanings(store).get((entity, field, text)))
    entity, name = parts_of(key)
    one, answer = ENTITIES[entity].one, answers_of(store).get(key)
    return Wanted(name, Field("record", Link(entity), one.fr, one.en), None if answer == NEW else answer)


def correct(store: Store, key: str, value: Value) -> None:
    """Put an answer right."""
    from desktop_app.importers.memory import remember
    from desktop_app.sync import meanings

    if key.startswith(_MEANING):
        _none, entity, field, text = key.split(_MEANING)
        meanings.correct(store, entity, field, text, value)
    else:
        remember(store, {key: str(value)})


def forget(store: Store, key: str) -> None:
    """Forget an answer, or how a column was read."""
    from desktop_app.importers import memory
    from desktop_app.sync import meanings

    if key.startswith(_COLUMN):
        _none, sender, heading = key.split(_COLUMN)
        memory.forget_heading(store, sender, heading)
    elif key.startswith(_MEANING):
        _none, entity, field, text = key.split(_MEANING)
        meanings.forget(store, entity, field, text)
    else:
        memory.forget(store, key)
