"""One description of each entity: its sections and fields, from which every layer derives its part."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from desktop_app.domain.types import Link, Several, Type
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that is known of a record.

    `aliases`: other headings in sheets · `required`: starred in the form · `key`: finds twins of a record ·
    `private`: left out of exports unless chosen · `listed`: shown in lists and workbooks from the start.
    """

    name: str
    type: Type
    fr: str
    en: str
    aliases: tuple[str, ...] = ()
    required: bool = False
    key: bool = False
    private: bool = False
    listed: bool = False

    @property
    def words(self) -> Words:
        """The heading in both languages."""
        return Words(self.fr, self.en)

    @property
    def several(self) -> bool:
        """Whether the field holds a set of values."""
        return isinstance(self.type, Several)


@dataclass(frozen=True, slots=True)
class Section:
    """Fields that stand together in a form; `groups` names fields that only make sense together when bases merge."""

    fr: str
    en: str
    fields: tuple[Field, ...]
    groups: tuple[tuple[str, ...], ...] = ()

    @property
    def words(self) -> Words:
        """The section's title in both languages."""
        return Words(self.fr, self.en)


@dataclass(frozen=True)
class Entity:
    """A kind of record.

    `letter`: in references (`SIN-I-8K3F7Q2M`) · `fr`, `en`: the plural, `one`: the singular · `title`: fields that name a
    record, the first alternative that is filled · `subtitle`: fields that tell homonyms apart · `owner`: the link to the
    record inside which this one is edited · `identity`: fields from which the id is derived, so that two offices that add
    the same make one · `coded`: the reference is the `code` field · `places`: where its countries stand.
    """

    name: str
    letter: str
    fr: str
    en: str
    one: Words
    sections: tuple[Section, ...]
    title: tuple[tuple[str, ...], ...]
    subtitle: tuple[str, ...] = ()
    owner: str | None = None
    identity: tuple[str, ...] = ()
    coded: bool = False
    places: tuple[str, ...] = ()

    @property
    def words(self) -> Words:
        """The plural in both languages."""
        return Words(self.fr, self.en)

    @cached_property
    def fields(self) -> dict[str, Field]:
        """The fields by name, in the order of the form."""
        return {field.name: field for section in self.sections for field in section.fields}

    @cached_property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """For each grouped field, all the fields of its group."""
        return {name: group for section in self.sections for group in section.groups for name in group}

    def __iter__(self) -> Iterator[Field]:
        return iter(self.fields.values())


class Problem(NamedTuple):
    """What a rule found: a warning unless `blocking`; it never stops an old record from being kept."""

    words: Words
    fields: tuple[str, ...]
    blocking: bool = False


Rule = Callable[..., Problem | None]
_RULES: dict[str, list[tuple[tuple[str, ...], Rule]]] = {}


def _nobody(_entity: str, _id: str) -> Record | None:
    return None


def rule(entity: Entity) -> Callable[[Rule], Rule]:
    """Register a rule of an entity: a function whose parameters are names of the entity's fields."""

    def register(function: Rule) -> Rule:
        names = tuple(inspect.signature(function).parameters)
        if unknown := [name for name in names if name not in entity.fields]:
            raise LookupError(f"{function.__name__}: {entity.name} has no {', '.join(unknown)}")
        _RULES.setdefault(entity.name, []).append((names, function))
        return function

    return register


FirstValue = Callable[..., Value]
_FIRST: dict[str, list[tuple[str, tuple[str, ...], FirstValue]]] = {}


def first_value(entity: Entity, field: str) -> Callable[[FirstValue], FirstValue]:
    """Register what a field of a new record holds where nobody filled it: from the fields that the parameters name."""

    def register(function: FirstValue) -> FirstValue:
        names = tuple(inspect.signature(function).parameters)
        if unknown := [name for name in (field, *names) if name not in entity.fields]:
            raise LookupError(f"{function.__name__}: {entity.name} has no {', '.join(unknown)}")
        _FIRST.setdefault(entity.name, []).append((field, names, function))
        return function

    return register


def first_values(entity: Entity, record: Record) -> dict[str, Value]:
    """Return the fields of a new record that nobody filled and that follow from the others."""
    return {
        field: value
        for field, names, function in _FIRST.get(entity.name, ())
        if record.get(field) in (None, "") and (value := function(*map(record.get, names))) is not None
    }


def problems(entity: Entity, record: Record, look_up: Callable[[str, str], Record | None] = _nobody) -> list[Problem]:
    """Return what is missing in a record and what the entity's rules say of it.

    `look_up` finds a linked record (entity, id): a rule's parameter that is a link receives the linked record.
    """
    found = [
        Problem(
            Words(f"« {field.fr} » est à remplir.", f"“{field.en}” must be filled in."), (field.name,), blocking=True
        )
        for field in entity
        if field.required and record.get(field.name) in (None, "")
    ]
    for names, function in _RULES.get(entity.name, ()):
        arguments: list[Value | Record] = []
        for name in names:
            value, type_ = record.get(name), entity.fields[name].type
            arguments.append(look_up(type_.entity, str(value)) if value and isinstance(type_, Link) else value)
        if problem := function(*arguments):
            found.append(problem)
    return found
