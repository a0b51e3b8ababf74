"""Columns that hold several things in one cell: “IRP VOLC-SUNDA”, “Hanoi, Vietnam”, “du 12 au 23 mai 2025”."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from desktop_app.domain.dates_range import read_range
from desktop_app.domain.entity import Entity
from desktop_app.domain.text import fold
from desktop_app.domain.types import Code, Several, as_text
from desktop_app.domain.values import Reading, Unreadable, Value
from desktop_app.domain.words import Words
from desktop_app.excel.sheets import Value as Raw
from desktop_app.importers.headings import alternatives
from desktop_app.importers.names import Parts, Unsure, is_person, name_parts, placed

_YEARS = re.compile(r"((?:19|20)\d{2})\s*(?:-|–|—|/|à|a|au|to)\s*((?:19|20)\d{2})")
_YEAR_OR_MONTH = re.compile(r"((?:19|20)(\d{2}))[-–/](\d{2})")
_MONTHS = re.compile(r"(\d{1,2})/(\d{2})\s*(?:-|–|—|à|au|to)\s*(\d{1,2})/(\d{2})")
_LISTED = re.compile(r"\s*[|;\n]\s*|\s+/\s+")
_SINCE = re.compile(r"(?i)(?:depuis|since|à partir de|from|dès)\s+(.+)")
_TYPED = re.compile(r"([A-Z]{2,8})(?:[ \u00a0]*[:–-][ \u00a0]*|[ \u00a0]+)(\S.*)")
# In capitals, but for what is written either way: “du 12 au 23” is no code.
_CODED = re.compile(
    r"((?:[A-Z]{2,7}|[Uu]m[rsi]|[Ii]r[lnp]|[Uu]pr|[Uu]ar|[Gg]dri?)[ _\-]?[A-Z]?\d{2,5})\s*(?:[/:,–—(-]|\s)\s*(.+?)\)?"
)
_IN_BRACKETS = re.compile(r"(.{4,}?)\s*\(([A-Z][\w&./-]{1,11})\)")


class Split(NamedTuple):
    """A way to read several fields from one cell: which, why it is believed, and how; None where a cell has another form."""

    name: str
    fields: tuple[str, ...]
    reason: Words
    headings: str  # words that a heading has, as a regular expression on its folded text
    read: Callable[[str, Reading, str], Parts | None]


def _range(text: str, _reading: Reading, _heading: str) -> Parts | None:
    bare = re.sub(r"(?i)^(du|from|le)\s+(?=\d{4}\b)", "", text.strip())
    if len(days := _LISTED.split(bare)) == 2:  # two days as a list is written
        bare = " – ".join(days)
    if match := _YEARS.fullmatch(bare):
        return {"starts_on": match[1], "ends_on": match[2]}
    if match := _SINCE.fullmatch(bare):
        bare = match[1]
    if (match := _MONTHS.fullmatch(bare)) and int(match[2]) > 12 < int(match[4]):
        bare = f"{match[1]}/20{match[2]} – {match[3]}/20{match[4]}"
    if match := _YEAR_OR_MONTH.fullmatch(bare):
        return _years_of(text, *match.groups())
    try:
        start, end = read_range(bare, date.today())  # noqa: DTZ011  # a day of the calendar, not a moment
    except Unreadable:
        return None
    if not re.search(r"\d{4}|\d{1,2}/\d{1,2}/\d{2}", bare):
        raise Unreadable(
            Words(
                f"« {text} » ne dit pas l’année : écrivez-la.",
                f"“{text}” does not say the year: write it.",
            )
        )
    return {"starts_on": start, "ends_on": end}


def _years_of(text: str, first: str, short: str, second: str) -> Parts:
    """Return two years of which the second leaves out its century; “2010-11” may be a month as well, and says so."""
    if 1 <= int(second) <= 12:
        month: Parts = {"starts_on": f"{first}-{second}", "ends_on": None}
        if int(second) <= int(short):
            return month
        raise Unsure(
            month,
            Words(
                f"« {text} » a été lu comme un mois : corrigez-le si ce sont deux années.",
                f"“{text}” was read as a month: correct it if it is two years.",
            ),
        )
    start, end = read_range(f"{first}-{second}", date.today())  # noqa: DTZ011  # a day of the calendar, not a moment
    return {"starts_on": start, "ends_on": end}


def _typed(text: str, reading: Reading, _heading: str) -> Parts | None:
    match = _TYPED.fullmatch(text.strip())
    type_ = reading.resolve("instrument_type", match[1]) if match else None
    if match is None or type_ is None:
        return None
    if re.fullmatch(r"[A-Z]?\d{2,5}", match[2].strip()):
        return {"type": type_, "code": Code().parse(text, reading)}
    if coded := re.fullmatch(r"(\d{2,5})\s*[/:–(-]?\s*(\S.*?)\)?", match[2]):
        return {"type": type_, "code": f"{match[1]} {coded[1]}", "acronym": coded[2]}
    rest = match[2].strip(' «»"“”')
    return {"type": type_, "acronym" if len(rest.split()) <= 2 and len(rest) <= 25 else "title": rest}


def _coded(text: str, reading: Reading, _heading: str) -> Parts | None:
    match = _CODED.fullmatch(text.strip())
    return {"code": Code().parse(match[1], reading), "acronym": match[2].strip(" -–/")} if match else None


def _placed(text: str, reading: Reading, _heading: str) -> Parts | None:
    for pattern in (r"(.+?)\s*\(([^()]+)\)", r"(.+),\s*([^,]+)", r"(.+?)\s+[-–—/]\s+(.+)"):
        match = re.fullmatch(pattern, text.strip(), re.DOTALL)
        if match and (country := reading.resolve("country", match[2])):
            return {"city": match[1].strip(" ,"), "country": country}
        if match and (country := reading.resolve("country", match[1])):
            return {"city": match[2].strip(" ,"), "country": country}
    return None


def _bracketed(text: str, _reading: Reading, _heading: str) -> Parts | None:
    match = _IN_BRACKETS.fullmatch(text.strip())
    return {"name": match[1], "acronym": match[2]} if match else None


def _person(text: str, _reading: Reading, heading: str) -> Parts | None:
    return name_parts(text, heading)


RANGE = Words("deux dates dans une case", "two dates in a cell")
TYPED = Words("le type puis le sigle", "the type, then the acronym")
CODED = Words("le code puis le sigle", "the code, then the acronym")
PLACED = Words("la ville et le pays", "the town and the country")
NAMED = Words("le nom et le prénom", "family and given name")
BRACKETED = Words("le nom, et le sigle entre parenthèses", "the name, and the acronym in brackets")

_DATES = (
    r"dates?|jours?|days?|periodes?|duree|period|duration|calendrier|when|quand|sejour|du|annees?|years?|validite|debut|"
    r"fin|start"
)
_PLACES = (
    r"lieux?|venue|site|villes?|localites?|places?|city|cities|destinations?|location|localisation|where|pays|country|"
    r"adresse"
)
_NAMES = (
    r"nom|noms|name|names|personne|person|missionnaire|prenom|contact|agent|chercheur|participant|interlocuteur|"
    r"responsable|fullname|identite|voyageur|traveller|invite"
)
RANGED = Split("range", ("starts_on", "ends_on"), RANGE, _DATES, _range)
CODED_AS = Split("coded", ("code", "acronym"), CODED, "", _coded)
SPLITS = (
    RANGED,
    Split("typed", ("type", "code", "acronym", "title"), TYPED, "", _typed),
    CODED_AS,
    Split("placed", ("city", "country"), PLACED, _PLACES, _placed),
    Split("person", ("title", "family_name", "given_name"), NAMED, _NAMES, _person),
    Split("bracketed", ("name", "acronym"), BRACKETED, "", _bracketed),
)
# Where an entity calls the town or the country otherwise.
_CALLED = {"city": "cities", "country": "countries"}
_SHARE = {"range": 0.5, "typed": 0.6, "coded": 0.6, "placed": 0.5, "person": 0.6, "bracketed": 0.4}


def names_of(split: Split, entity: Entity) -> tuple[str, ...]:
    """Return the fields of an entity that a split fills; none where the entity has only one of them."""
    names = [name if name in entity.fields else _CALLED.get(name, "") for name in split.fields]
    if split.name == "person" and entity.name != "person":
        return ()
    if split.name == "typed" and entity.name != "instrument":
        return ()
    if split.name in ("coded", "bracketed") and entity.name not in ("unit", "instrument", "partner"):
        return ()
    names = [name for name in names if name in entity.fields]
    return tuple(names) if len(names) > 1 else ()


def split_of(entity: Entity, heading: str, values: Sequence[Raw], reading: Reading) -> tuple[Split, float] | None:
    """Return how the cells of a column are cut, and how many of them can be; None where they hold one thing each."""
    texts = [as_text(raw) for raw in values]
    if not texts or all(not isinstance(raw, str) for raw in values):
        return None
    best: tuple[Split, float] | None = None
    for split in SPLITS:
        if not names_of(split, entity) or not _speaks_of(split, heading):
            continue
        share = sum(_cut(split, text, reading, heading) for text in texts) / len(texts)
        if share >= _SHARE[split.name] and (best is None or share > best[1]):
            best = split, share
    return best


def _speaks_of(split: Split, heading: str) -> bool:
    if not split.headings or re.fullmatch(r"[A-Z]{1,2}", heading):
        return True
    return any(re.search(rf"\b(?:{split.headings})\b", fold(text)) for text in alternatives(heading))


def _cut(split: Split, text: str, reading: Reading, heading: str) -> bool:
    if split.name == "person" and not (is_person(text) or placed(text)):
        return False
    try:
        parts = split.read(text, reading, heading)
    except Unsure:
        return True
    except Unreadable:
        return True
    return parts is not None and sum(value is not None for name, value in parts.items() if name != "title") > (
        split.name != "typed"
    )


def in_entity(parts: Mapping[str, Value], entity: Entity) -> Parts:
    """Return the parts by the fields of an entity: a town among several, a country among several."""
    found = Parts()
    for name, value in parts.items():
        own = name if name in entity.fields else _CALLED.get(name, name)
        if value is None or own not in entity.fields:
            continue
        several = isinstance(entity.fields[own].type, Several)
        found[own] = (str(value),) if several and not isinstance(value, tuple) else value
    return found


def parts_of(split: Split, raw: Raw, reading: Reading, heading: str) -> Parts:
    """Return the parts of a cell, those that are filled; none where it has another form."""
    try:
        parts = split.read(as_text(raw), reading, heading) or {}
    except Unsure as unsure:
        parts = unsure.parts
    except Unreadable:
        parts = {}
    return {name: value for name, value in parts.items() if value is not None}
