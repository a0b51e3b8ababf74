"""What the cells of a column say of its field: whether they can be read as such, and what must not be taken for text."""

import re
from collections.abc import Sequence

from desktop_app.domain.choices import find_choice
from desktop_app.domain.entity import Field
from desktop_app.domain.types import Choice, Code, Link, Several, Text, Type
from desktop_app.domain.values import Reading, Unreadable, Value
from desktop_app.excel.cells import from_cell
from desktop_app.excel.sheets import Value as Raw

_SAMPLE = 25
_UNIT_CODE = re.compile(r"([A-Z]{2,7})[ _\-]*[A-Z]?\d{2,5}\b")


def sample(column: Sequence[Raw]) -> Sequence[Raw]:
    """Return some different values of a column, from its whole length."""
    filled = list(dict.fromkeys(raw for raw in column if raw is not None))
    step = max(1, len(filled) // _SAMPLE)
    return filled[::step][:_SAMPLE]


def agreement(held: Field, values: Sequence[Raw], reading: Reading) -> float:
    """Return how many of some values can be read as a field (0 to 1); 1 where there are none."""
    if not values:
        return 1.0
    if _is_text(held.type):
        return 0.0 if all(_is_country_code(raw) for raw in values) else 1.0
    return sum(_readable(held.type, raw, reading) for raw in values) / len(values)


def _is_text(type_: Type) -> bool:
    return isinstance(type_.of if isinstance(type_, Several) else type_, Text | Code)


def _is_country_code(raw: Raw) -> bool:
    return isinstance(raw, str) and len(raw.strip()) == 2 and raw.isupper()


def _readable(type_: Type, raw: Raw, reading: Reading) -> bool:
    try:
        return read_or_guess(type_, raw, reading) is not None
    except Unreadable as error:
        return error.guess is not None


def read_or_guess(type_: Type, raw: Raw, reading: Reading) -> Value:
    """Read a cell; where it holds several choices, “funder, government”, the guess is the first that can be read."""
    try:
        return from_cell(type_, raw, reading)
    except Unreadable as error:
        if error.guess is None and isinstance(type_, Choice) and isinstance(raw, str) and "," in raw:
            for part in raw.split(","):
                if code := find_choice(type_.list, part.strip()):
                    raise Unreadable(error.words, code) from None
        raise


def holds_countries(values: Sequence[Raw], reading: Reading) -> bool:
    """Tell whether nearly all of some values are countries, by code or name."""
    texts = [raw for raw in values if isinstance(raw, str)]
    return len(texts) > 2 and sum(_readable(Link("country"), raw, reading) for raw in texts) >= 0.95 * len(values)


def code_prefixes(values: Sequence[Raw]) -> set[str]:
    """Return the prefixes of unit codes in a column: UMR, IRL; none where most values are no such code."""
    found = [match[1] for raw in values if isinstance(raw, str) and (match := _UNIT_CODE.match(raw.strip().upper()))]
    return set(found) if len(found) * 2 > len(values) else set()
