"""What the cells of a column say of its field: whether they can be read as such, and what must not be taken for text."""

import re
from collections.abc import Sequence
from itertools import pairwise

from desktop_app.domain.choices import choices, find_choice
from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.types import Choice, Code, Day, Email, Identifier, Link, Several, Text, Type, Web, as_text
from desktop_app.domain.values import Reading, Unreadable
from desktop_app.domain.words import Words
from desktop_app.excel.cells import from_cell
from desktop_app.excel.sheets import Value as Raw
from desktop_app.importers.headings import Meaning
from desktop_app.importers.shapes import shape

_SAMPLE = 25
_UNIT_CODE = re.compile(r"([A-Z]{2,7})[ _\-]*[A-Z]?\d{2,5}\b")
# What stands before a number without being the prefix of a code: “du 12 au 23”.
_NO_PREFIX = frozenset(
    {"DU", "AU", "LE", "LES", "DE", "DES", "EN", "FROM", "TO", "ON", "NO", "TEL", "FAX", "PAGE", "BP", "CS", "PO"}
)
_OF_INSTRUMENTS = frozenset({"IRL", "UMI", "IRP", "IRN", "LIA", "GDRI", "UMIFRE", "IFRE"})
# Lists whose options are words that could stand anywhere.
_VAGUE = frozenset({"yes_no", "regions"})


def sample(column: Sequence[Raw]) -> Sequence[Raw]:
    """Return some different values of a column, from its whole length."""
    filled = list(dict.fromkeys(raw for raw in column if raw is not None and raw != ""))
    step = max(1, len(filled) // _SAMPLE)
    return filled[::step][:_SAMPLE]


def agreement(held: Field, values: Sequence[Raw], reading: Reading) -> float:
    """Return how many of some values can be read as a field (0 to 1); 1 where there are none."""
    if not values:
        return 1.0
    if held.name == "code" and all(isinstance(raw, str) and re.fullmatch(r"[A-Za-z]{3}", raw) for raw in values):
        return 0.5  # codes of three letters name countries, currencies and offices alike
    if is_text(held.type):
        code = isinstance(held.type, Code)
        shapes = [shape(raw) for raw in values]
        if code and _are_counted(values):
            return 0.0
        if code:
            return sum(
                re.search(r"\d", as_text(raw)) is not None or " " not in as_text(raw).strip() for raw in values
            ) / len(values)
        if all(one == "code2" for one in shapes):
            return 0.0
        if sum(one in ("date", "mail") for one in shapes) > 0.6 * len(values):
            return 0.2
        return 1.0
    return sum(readable(held.type, raw, reading) for raw in values) / len(values)


def _are_counted(values: Sequence[Raw]) -> bool:
    """Tell whether a column only counts its rows: 1, 2, 3…, which names nothing."""
    numbers = [int(text) for raw in values if (text := as_text(raw)).isdecimal() and len(text) < 6]
    steps = {other - one for one, other in pairwise(numbers)}
    return len(numbers) == len(values) > 2 and numbers[0] in {0, 1} and len(steps) == 1 and min(steps) > 0


def is_text(type_: Type) -> bool:
    """Tell whether any text can be read as a type."""
    return isinstance(type_.of if isinstance(type_, Several) else type_, Text | Code)


def readable(type_: Type, raw: Raw, reading: Reading) -> bool:
    """Tell whether a value can be read as a type, or nearly."""
    try:
        return from_cell(type_, raw, reading) is not None
    except OverflowError:
        return False  # an infinite number
    except Unreadable as error:
        return error.guess is not None or (isinstance(type_, Choice) and bool(known_parts(type_, raw)))


def known_parts(type_: Choice, raw: Raw) -> list[str]:
    """Return the options that a cell with several of them names, in its order: “funder, government”."""
    if not isinstance(raw, str):
        return []
    found = (find_choice(type_.list, part) for part in re.split(r"[,;|/\n]", raw) if part.strip())
    return list(dict.fromkeys(code for code in found if code))


def holds_countries(values: Sequence[Raw], reading: Reading) -> bool:
    """Tell whether nearly all of some values are countries, by code or name."""
    texts = [raw for raw in values if isinstance(raw, str)]
    return len(texts) > 1 and sum(readable(Link("country"), raw, reading) for raw in texts) >= 0.85 * len(values)


def code_prefixes(values: Sequence[Raw]) -> set[str]:
    """Return the prefixes of unit codes in a column: UMR, IRL; none where most values are no such code."""
    starts = (_UNIT_CODE.match(raw.strip().upper()) for raw in values if isinstance(raw, str))
    found = [match[1] for match in starts if match and match[1] not in _NO_PREFIX]
    return set(found) if len(found) * 2 > len(values) else set()


_BY_CONTENT = {
    Identifier: Words("son contenu : des identifiants {of}", "its content: {of} identifiers"),
    Email: Words("son contenu : des adresses électroniques", "its content: e-mail addresses"),
    Web: Words("son contenu : des adresses web", "its content: web addresses"),
    Link: Words("son contenu : des pays", "its content: countries"),
    Choice: Words("son contenu : la liste « {of} »", "its content: the list “{of}”"),
    Day: Words("son contenu : des dates", "its content: dates"),
    Code: Words("son contenu : des codes d’unité", "its content: unit codes"),
}


def by_content(entity: Entity, values: Sequence[Raw], reading: Reading, *, titled: bool) -> list[Meaning]:
    """Return the fields whose form the cells of a column have, whatever its heading says.

    Dates and words of lists speak only where there is no heading: an unknown heading may mean any date.
    """
    texts = [raw for raw in values if isinstance(raw, str)]
    if len(texts) < 0.8 * len(values) or not values:
        texts = []
    found = []
    for held in entity:
        type_ = held.type.of if isinstance(held.type, Several) else held.type
        reason = _BY_CONTENT.get(type(type_))
        if reason is None or held.private:
            continue
        if isinstance(type_, Code) and entity.name == "instrument" and not code_prefixes(texts) <= _OF_INSTRUMENTS:
            continue  # the unit that carries an instrument is not its number
        if _has_form(held, type_, values, texts, reading, titled=titled):
            of = type_.scheme.upper() if isinstance(type_, Identifier) else held.fr
            of_en = type_.scheme.upper() if isinstance(type_, Identifier) else held.en
            words = Words(reason.fr.replace("{of}", of), reason.en.replace("{of}", of_en))
            found.append(Meaning(held.name, 0.72 if isinstance(type_, Identifier | Email | Web | Link) else 0.7, words))
    return found


def _has_form(
    held: Field, type_: Type, values: Sequence[Raw], texts: Sequence[str], reading: Reading, *, titled: bool
) -> bool:
    match type_:
        case Day():
            return not titled and bool(values) and all(shape(raw) == "date" for raw in values)
        case Code():
            return held.name == "code" and bool(texts) and len(code_prefixes(texts)) > 0
        case Link():
            return type_.entity == "country" and holds_countries(texts, reading)
        case Choice():
            known = sum(find_choice(type_.list, text) is not None for text in texts)
            return (
                type_.list not in _VAGUE and not titled and len(texts) > 1 and known >= 0.9 * len(texts)
                and len(choices(type_.list)) > 2
            )  # fmt: skip
        case Email():
            return bool(texts) and sum(shape(text) == "mail" for text in texts) >= 0.8 * len(texts)
        case Web():
            return bool(texts) and sum(shape(text) == "web" for text in texts) >= 0.8 * len(texts)
        case _:
            return bool(texts) and sum(readable(type_, text, reading) for text in texts) >= 0.8 * len(texts)
