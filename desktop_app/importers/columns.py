"""The fields of each column: as a person said, as last time, else by heading, by content, and by what a cell holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.refused import Refused
from desktop_app.domain.text import fold
from desktop_app.domain.types import Choice, Link
from desktop_app.domain.values import Reading
from desktop_app.domain.words import Words
from desktop_app.excel.sheets import Value as Raw
from desktop_app.excel.sheets import column_letters
from desktop_app.importers.content import agreement, by_content, is_text
from desktop_app.importers.headings import Meaning, meanings
from desktop_app.importers.part_columns import part_field, part_meanings
from desktop_app.importers.splits import SPLITS, Split, names_of, parts_of, split_of

_KNOWN = 0.9  # a heading that is met, and more than looks like one
PROSE = Words("du texte, et non un choix de la liste", "text, and no choice of the list")
TOLD = Words("indiqué", "as told")
LEARNED = Words("comme la dernière fois", "as last time")


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of the columns: fields by heading or letter, and by folded heading as last time."""

    mapping: Mapping[str, str] = field(default_factory=dict)
    learned: Mapping[str, str] = field(default_factory=dict)
    titled: bool = True


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a column was taken for: its fields (`person.given_name` is one of a linked record), and how it is cut."""

    meaning: Meaning
    fields: tuple[str, ...]
    split: Split | None = None


@dataclass(frozen=True, slots=True)
class _Wish:
    column: int
    meaning: Meaning
    fields: tuple[str, ...]
    split: Split | None = None


def choose_columns(
    entity: Entity, headings: Mapping[int, str], samples: Mapping[int, Sequence[Raw]], said: Said, reading: Reading
) -> dict[int, Chosen]:
    """Return what each column is taken for; the surest column of a field wins, then the one further left."""
    wishes: list[_Wish] = []
    for column, heading in headings.items():
        told = list(_said(entity, column, heading, samples[column], said, reading))
        wishes += told or _guessed(entity, column, heading, samples[column], reading, titled=said.titled)
    chosen: dict[int, Chosen] = {}
    left_out = {wish.column for wish in wishes if not wish.fields}
    fields: set[str] = set()
    for wish in sorted(wishes, key=lambda wish: (-wish.meaning.confidence, wish.column)):
        # Several partners may stand in columns of their own.
        free = tuple(name for name in wish.fields if name not in fields or name.startswith("party."))
        if (
            wish.column in chosen
            or wish.column in left_out
            or not free
            or (len(free) < len(wish.fields) and not wish.split)
        ):
            continue
        chosen[wish.column] = Chosen(wish.meaning, free, wish.split)
        fields.update(free)
    return chosen


def field_of(entity: Entity, name: str) -> Field | None:
    """Return the field that a name means, `person.given_name` being one of a linked record; None for another name."""
    first, _, rest = name.partition(".")
    held = entity.fields.get(first)
    if held is None and rest:
        return part_field(entity, name)
    if held is None or not rest:
        return held
    return ENTITIES[held.type.entity].fields.get(rest) if isinstance(held.type, Link) else None


def told_of(column: int, heading: str, said: Said) -> str | None:
    """Return what a person said of a column, by its heading or letter: fields, `-` for none; None where nothing."""
    for known, wanted in said.mapping.items():
        if fold(known) == fold(heading) or known.upper() == column_letters(column):
            return wanted
    return None


def _said(
    entity: Entity, column: int, heading: str, values: Sequence[Raw], said: Said, reading: Reading
) -> Iterator[_Wish]:
    if (told := told_of(column, heading, said)) is not None:
        names = () if told == "-" else tuple(part.removeprefix(f"{entity.name}.") for part in told.split("+"))
        for name in names:
            if field_of(entity, name) is None:
                raise Refused(
                    Words(
                        f"« {name} » n’est pas un champ de {entity.one.fr} : vérifiez le nom.",
                        f"“{name}” is not a field of {entity.one.en}: check the name.",
                    )
                )
        yield _Wish(
            column, Meaning("+".join(names), 1.0, TOLD), names, _split_for(entity, names, heading, values, reading)
        )
        return
    wanted = said.learned.get(fold(heading), "")
    names = tuple(wanted.split("+")) if wanted else ()
    if names and all(field_of(entity, name) for name in names):
        split = _split_for(entity, names, heading, values, reading)
        yield _Wish(column, Meaning(wanted, 1.0, LEARNED), names, split)


def _split_for(
    entity: Entity, names: tuple[str, ...], heading: str, values: Sequence[Raw], reading: Reading
) -> Split | None:
    """Return the way to cut cells into the fields that were told; one field alone is never cut but by its content."""
    if len(names) < 2:
        return None
    found = split_of(entity, heading, values, reading)
    if found and set(names) <= set(names_of(found[0], entity)):
        return found[0]
    return next((split for split in SPLITS if set(names) <= set(names_of(split, entity))), None)


def _guessed(
    entity: Entity, column: int, heading: str, values: Sequence[Raw], reading: Reading, *, titled: bool
) -> list[_Wish]:
    found: list[_Wish] = []
    for meaning in meanings(entity, heading) if titled else ():
        held = field_of(entity, meaning.field)
        share = agreement(held, values, reading) if held else 0.0
        if share == 0 and held and _is_prose(held, values) and "notes" in entity.fields:
            found.append(_Wish(column, Meaning("notes", 0.6, PROSE), ("notes",)))
            continue
        # A sure heading with cells that can't be read is still meant: its cells are asked about.
        if share >= 0.3 or (meaning.confidence >= 0.9 and held and not (share == 0 and is_text(held.type))):
            surer = round(meaning.confidence * (0.8 + 0.2 * share), 2)
            found.append(_Wish(column, meaning._replace(confidence=surer), (meaning.field,)))
    if values and (cut := split_of(entity, heading, values, reading)) and _replaces(cut[0], found, entity):
        split, share = cut
        names = names_of(split, entity)
        names = _filled(split, names, values, reading, heading)
        if (len(names) > 1 or (names and not found)) and set(names) != {"type", "code"}:
            sure = min(1.0, max([0.9 * (0.8 + 0.2 * share), *(one.meaning.confidence + 0.01 for one in found)]))
            found.insert(0, _Wish(column, Meaning("+".join(names), round(sure, 2), split.reason), names, split))
    if titled:
        found += [_Wish(column, one, (one.field,)) for one in part_meanings(entity, heading, values)]
    if values and not any(one.meaning.confidence > 0.8 for one in found):
        found += [_Wish(column, one, (one.field,)) for one in by_content(entity, values, reading, titled=titled)]
    return found


def _is_prose(held: Field, values: Sequence[Raw]) -> bool:
    """Tell whether the cells of a column are sentences, where its heading promises choices of a list."""
    texts = [raw for raw in values if isinstance(raw, str)]
    return (
        isinstance(held.type, Choice)
        and len(texts) >= 3
        and sum(len(text.split()) > 2 for text in texts) * 2 > len(texts)
    )


def _replaces(split: Split, found: Sequence[_Wish], entity: Entity) -> bool:
    """Tell whether a way to cut fits what the heading says: a column of notes is never cut."""
    if not found:
        return bool(split.headings) or split.name in ("typed", "coded")
    # “Dates de la mission” only looks like the number of a mission, which any text might be.
    held = [field_of(entity, name) for one in found for name in one.fields if one.meaning.confidence < _KNOWN]
    if split.name == "range" and len(held) == len(found) and all(one and is_text(one.type) for one in held):
        return True
    return any(name in names_of(split, entity) for one in found[:2] for name in one.fields)


def _filled(
    split: Split, names: tuple[str, ...], values: Sequence[Raw], reading: Reading, heading: str
) -> tuple[str, ...]:
    """Return the fields that the cells of a column really fill, in the order of the split."""
    seen: set[str] = set()
    for raw in values:
        seen |= set(parts_of(split, raw, reading, heading))
    called = {"city": "cities", "country": "countries"}
    return tuple(name for name in names if name in seen or any(called.get(one) == name for one in seen))
