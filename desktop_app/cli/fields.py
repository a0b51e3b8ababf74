"""Fields on the command line: how FIELD=VALUE is read, and how values are given back."""

from collections.abc import Iterable, Mapping
from typing import Any

from desktop_app.cli.answer import UsageError
from desktop_app.domain.entity import Entity, Problem
from desktop_app.domain.leading import field_at
from desktop_app.domain.types import Link, Several
from desktop_app.domain.values import Reading, Unreadable, Value
from desktop_app.domain.words import Words
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter
from desktop_app.store.subject import Subject


def read_values(
    store: Store, entity: Entity, pairs: Iterable[str], lang: str
) -> tuple[dict[str, Value], list[Problem]]:
    """Return the values of fields by name, and what could not be read, all of it at once as a form shows it."""
    reading = Reading(lang, store.resolve)
    values: dict[str, Value] = {}
    unread: dict[str, Problem] = {}
    for pair in pairs:
        name, text = _pair(entity, pair)
        if name in values or name in unread:
            raise UsageError(
                Words(
                    f"« {name} » est donné deux fois : gardez une valeur.", f"“{name}” is given twice: keep one value."
                )
            )
        try:
            values[name] = entity.fields[name].type.read(text, reading)
        except Unreadable as error:
            unread[name] = Problem(_of_field(entity, name, error).words, (name,), blocking=True)
    return values, list(unread.values())


def read_filters(store: Store, entity: Entity, pairs: Iterable[str], lang: str) -> tuple[Filter, ...]:
    """Return the conditions of a list; several values of a field that holds a set must all be in it."""
    reading = Reading(lang, store.resolve)
    found: list[Filter] = []
    for pair in pairs:
        name, text = _condition(entity, pair)
        try:
            value = field_at(entity, name).type.read(text, reading)
        except Unreadable as error:
            raise _of_field(entity, name, error) from error
        members = value if isinstance(value, tuple) else (value,)
        found += [Filter(name, "is" if member is not None else "empty", member) for member in members]
    return tuple(found)


def _condition(entity: Entity, pair: str) -> tuple[str, str]:
    """Return the field of a condition and its text; `country` and what stands behind a dot are looked for further away.

    An access has no country, its partner has; a part may be asked for by a field of what it belongs to (partner.country).
    """
    name, mark, text = pair.partition("=")
    if mark and name not in entity.fields:
        about = Subject("country", "")
        if name == "country" and about.concerns(entity):
            return about.within(entity).field, text
        if "." in name and _leads(entity, name):
            return name, text
    return _pair(entity, pair)


def _leads(entity: Entity, path: str) -> bool:
    if path.partition(".")[0] not in entity.fields:
        return False
    try:
        field_at(entity, path)
    except LookupError:
        return False
    return True


def _pair(entity: Entity, pair: str) -> tuple[str, str]:
    name, mark, text = pair.partition("=")
    if not _is_text(pair):
        raise UsageError(
            Words(
                f"« {name} » : des lettres sont abîmées, le terminal n’écrit pas en UTF-8.",
                f"“{name}”: letters are damaged, the terminal does not write UTF-8.",
            )
        )
    if mark and name in entity.fields:
        return name, text
    known = ", ".join(entity.fields)
    raise UsageError(
        Words(
            f"« {pair} » : écrivez CHAMP=VALEUR avec un champ de {entity.one.fr} ({known}).",
            f"“{pair}”: write FIELD=VALUE with a field of {entity.one.en} ({known}).",
        )
    )


def _is_text(text: str) -> bool:
    """Tell whether what the terminal sent is text: bytes that are none arrive as halves of characters."""
    return not any("\ud800" <= char <= "\udfff" for char in text)


def _of_field(entity: Entity, name: str, error: Unreadable) -> Unreadable:
    words = field_at(entity, name).words
    return Unreadable(Words(f"{words.fr} : {error.words.fr}", f"{words.en}: {error.words.en}"), error.guess)


def canonical(store: Store, entity: Entity, record: Mapping[str, Value]) -> dict[str, Any]:
    """Return a record in canonical form: its reference, its id, and its fields, links as references."""
    shown: dict[str, Any] = {"ref": record["ref"], "id": record["id"]}
    for field in entity:
        value = record.get(field.name)
        shown[field.name] = [] if value is None and field.several else canonical_value(store, entity, field.name, value)
    return shown


def canonical_value(store: Store, entity: Entity, name: str, value: Value) -> Any:
    """Return one value in canonical form; what is no field of the entity stays as it is."""
    if value is None or name not in entity.fields:
        return value
    type_ = entity.fields[name].type
    if isinstance(type_, Several):
        held = value if isinstance(value, tuple) else (value,)
        return [_ref(store, type_.of.entity, str(id_)) for id_ in held] if isinstance(type_.of, Link) else list(held)
    return _ref(store, type_.entity, str(value)) if isinstance(type_, Link) else value


def _ref(store: Store, entity: str, id_: str) -> Value:
    linked = store.names.record(entity, id_)
    return linked["ref"] if linked else id_
