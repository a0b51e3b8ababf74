"""How a record is called: its title, the line that tells homonyms apart, and the words that find it."""

from collections.abc import Iterable

from desktop_app.domain.choices import said_as
from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Amount, Choice, Colour, Day, Flag, Image, Integer, Link, Several, Type
from desktop_app.domain.values import Record, Showing, Value
from desktop_app.domain.words import listed

# What people type when they look for something by way of a record that it is linked to.
_LINKED_WORDS = ("acronym", "code", "former_codes")


def title(entity: Entity, record: Record, showing: Showing) -> str:
    """Return the name of a record: the first alternative that is filled, else its reference."""
    for names in entity.title:
        if text := " ".join(_shown(entity, record, names, showing)):
            return text
    return str(record.get("ref") or "")


def called(entity: Entity, record: Record, showing: Showing) -> str:
    """Return the name of a record in a sentence: what is only called by another one says first what it is.

    “Add Camille Lambert” would be said of a person, not of a mission.
    """
    name = title(entity, record, showing)
    naming = next((names for names in entity.title if _shown(entity, record, names, showing)), ())
    if any(isinstance(entity.fields[one].type, Link) for one in naming):
        return f"{entity.one.said(showing.lang)} ({name})"
    return name or entity.one.said(showing.lang)


def full_title(entity: Entity, record: Record, showing: Showing) -> str:
    """Return the name of a record away from the one in which it is edited: “MEKONG-WATER · period 2022–2026”."""
    name = title(entity, record, showing)
    naming = next((names for names in entity.title if _shown(entity, record, names, showing)), ())
    owners = (owner for owner in (entity.owner, "mission", "event") if owner in entity.fields and owner not in naming)
    owner = next((str(id_) for one in owners if entity.owner and (id_ := record.get(one))), "")
    if not owner or (above := showing.label(owner)) == owner:
        return name
    if all(isinstance(entity.fields[one].type, Integer | Day) for one in naming):  # only numbers: of what?
        days = [one for one in naming if isinstance(entity.fields[one].type, Day)]
        name = f"{entity.one.said(showing.lang)} {'–'.join(_shown(entity, record, tuple(days), showing)) or name}"
    return f"{above} · {name}"


def subtitle(entity: Entity, record: Record, showing: Showing) -> str:
    """Return the line below the name, which tells homonyms apart: city, country; never again what names the record."""
    naming = next((names for names in entity.title if _shown(entity, record, names, showing)), ())
    beside = tuple(name for name in entity.subtitle if name not in naming)
    return " · ".join(each_once(entity, record, beside, showing))


def each_once(entity: Entity, record: Record, names: tuple[str, ...], showing: Showing) -> list[str]:
    """Return what fields say in a line of words, each once: no city Singapore beside the country Singapore, or Singapour."""
    other = Showing("en" if showing.lang == "fr" else "fr", showing.other)
    links = [name for name in names if isinstance(_of(entity.fields[name].type), Link)]
    own, elsewhere = ({shown_in_line(entity, record, name, how) for name in links} for how in (showing, other))
    found = dict.fromkeys(_shown(entity, record, names, showing))
    return [text for text in found if text in own or text not in elsewhere]


def _of(type_: Type) -> Type:
    return type_.of if isinstance(type_, Several) else type_


def _shown(entity: Entity, record: Record, names: tuple[str, ...], showing: Showing) -> list[str]:
    said = (shown_in_line(entity, record, in_language(entity, record, name, showing.lang), showing) for name in names)
    return [text for text in said if text]


def shown_in_line(entity: Entity, record: Record, name: str, showing: Showing) -> str:
    """Return what a field says within a line of words."""
    return said_in_line(entity.fields[name].type, record.get(name), showing)


def said_in_line(type_: Type, value: Value, showing: Showing) -> str:
    """Return a value as people read it; several with commas, as one writes them."""
    if isinstance(type_, Several) and isinstance(value, tuple):
        return listed((type_.of.show(one, showing) for one in value), showing.lang)
    return type_.show(value, showing)


def in_language(entity: Entity, record: Record, name: str, lang: str) -> str:
    """Return the field that says in a language what a field says: of a pair of names, or of a title and its French one."""
    other = own_name(entity, name, lang)
    return other if record.get(other) else name


def own_name(entity: Entity, name: str, lang: str) -> str:
    """Return the field that says in a language what a field says, where there is one; it may not be filled in."""
    paired = name.endswith("_fr")
    other = f"{name[:-3]}_{lang}" if paired else f"{name}_{lang}"
    # Partners keep the name that they give themselves, which has a French and an English one beside it.
    own = not paired and f"{name}_en" in entity.fields
    return other if other in entity.fields and not own else name


def own_words(entity: Entity, record: Record) -> list[str]:
    """Return the texts by which a record is found: its texts and codes, its years, its choices in both languages.

    Amounts, and the numbers and choices that lists don't show from the start, would only make every search find more.
    """
    words = [str(record.get("ref") or "")]
    for name, kind, options in _searched_fields(entity):
        value = record.get(name)
        if value is None:
            continue
        if kind is Choice:
            words += _choice_words(options, value)
        elif isinstance(value, tuple):
            words += value
        else:
            words.append(str(value)[:4] if kind is Day else str(value))
    return words


def is_found_alike(entity: Entity, record: Record, changed: Record) -> bool:
    """Return whether a record is found by the same words after some of its fields have changed."""
    kinds = {name: kind for name, kind, _options in _searched_fields(entity)}
    for name, value in changed.items():
        if value == record.get(name):
            continue
        if isinstance(_of(entity.fields[name].type), Link):
            return False
        if name in kinds and (kinds[name] is not Day or str(value)[:4] != str(record.get(name))[:4]):
            return False
    return True


_searched: dict[str, list[tuple[str, type[Type], str]]] = {}


def _searched_fields(entity: Entity) -> list[tuple[str, type[Type], str]]:
    """Return the fields by which a record is found, each with its type and, for a choice, the name of its list."""
    if entity.name not in _searched:
        found = []
        for field in entity:
            type_ = _of(field.type)
            shown = field.listed or not isinstance(type_, Choice | Integer)
            if shown and not field.private and not isinstance(type_, Link | Amount | Flag | Image | Colour):
                found.append((field.name, type(type_), type_.list if isinstance(type_, Choice) else ""))
        _searched[entity.name] = found
    return _searched[entity.name]


def _choice_words(name: str, value: Value) -> Iterable[str]:
    if isinstance(value, tuple):
        return [text for code in value for text in said_as(name, code)]
    return said_as(name, str(value))


def linked_words(entity: Entity, record: Record) -> list[str]:
    """Return the texts that a record lends to those that are linked to it: its names and codes."""
    words: list[str] = []
    for name in lent_fields(entity):
        value = record.get(name)
        if isinstance(value, tuple):
            words += value
        elif isinstance(value, str):
            words.append(value)
    return words


_lent: dict[str, tuple[str, ...]] = {}


def lent_fields(entity: Entity) -> tuple[str, ...]:
    """Return the fields by which records that are linked to one of an entity are found."""
    if entity.name not in _lent:
        names = {name for names in entity.title for name in names} | set(_LINKED_WORDS)
        if entity.coded:
            names |= {"name_fr", "name_en", "aliases"}
        _lent[entity.name] = tuple(
            field.name for field in entity if field.name in names and not isinstance(field.type, Link)
        )
    return _lent[entity.name]
