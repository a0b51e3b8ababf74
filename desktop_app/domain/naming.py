"""How a record is called: its title, the line that tells homonyms apart, and the words that find it."""

from desktop_app.domain.choices import choices
from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Choice
from desktop_app.domain.values import Record, Showing, Value

# What people type when they look for something by way of a record that it is linked to.
_LINKED_WORDS = ("acronym", "code", "former_codes")


def title(entity: Entity, record: Record, showing: Showing) -> str:
    """Return the name of a record: the first alternative that is filled, else its reference."""
    for names in entity.title:
        if text := " ".join(_shown(entity, record, names, showing)):
            return text
    return str(record.get("ref") or "")


def subtitle(entity: Entity, record: Record, showing: Showing) -> str:
    """Return the line below the name, which tells homonyms apart: city, country."""
    return " · ".join(_shown(entity, record, entity.subtitle, showing))


def _shown(entity: Entity, record: Record, names: tuple[str, ...], showing: Showing) -> list[str]:
    shown = []
    for name in names:
        name = _in_language(entity, record, name, showing.lang)  # noqa: PLW2901
        if text := entity.fields[name].type.show(record.get(name), showing):
            shown.append(text)
    return shown


def _in_language(entity: Entity, record: Record, name: str, lang: str) -> str:
    other = f"{name[:-3]}_{lang}"
    return other if name.endswith("_fr") and other in entity.fields and record.get(other) else name


def own_words(entity: Entity, record: Record) -> list[str]:
    """Return the texts by which a record is found: its own, and both languages of its choices that name it."""
    words = [str(record.get("ref") or "")]
    for field in entity:
        value = record.get(field.name)
        if value is None or isinstance(value, bool) or field.private:
            continue
        type_ = getattr(field.type, "of", field.type)
        if isinstance(type_, Choice):
            words += _choice_words(type_.list, value)
        elif not hasattr(type_, "entity"):
            words += value if isinstance(value, tuple) else [str(value)]
    return words


def _choice_words(name: str, value: Value) -> list[str]:
    known = choices(name)
    found = [known[code].words for code in (value if isinstance(value, tuple) else (str(value),)) if code in known]
    return [text for words in found for text in words]


def linked_words(entity: Entity, record: Record) -> list[str]:
    """Return the texts that a record lends to those that are linked to it: its names and codes."""
    names = {name for names in entity.title for name in names} | set(_LINKED_WORDS)
    if entity.coded:
        names |= {"name_fr", "name_en", "aliases"}
    words: list[str] = []
    for name in names & entity.fields.keys():
        value = record.get(name)
        if isinstance(value, tuple):
            words += value
        elif isinstance(value, str) and not hasattr(entity.fields[name].type, "entity"):
            words.append(value)
    return words
