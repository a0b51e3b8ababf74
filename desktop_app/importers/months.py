"""Sheets called after a month or a year: “du 12 au 23” of the sheet “Janvier 2025” is in January 2025."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from desktop_app.domain.dates import MONTHS_EN, MONTHS_FR
from desktop_app.domain.text import fold
from desktop_app.excel.sheets import Value as Raw

_NUMBERS = {fold(name): number for names in (MONTHS_FR, MONTHS_EN) for number, name in enumerate(names, 1)}
_SHORT = {
    name[:length]: number for name, number in _NUMBERS.items() for length in (3, 4) if name[:3] not in ("jui", "mar")
}
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_SHORT_YEAR = re.compile(r"(?<=[^\W\d])[\s._'’-]*(\d{2})\s*$")  # “Janv 25”
_DAY = r"\d{1,2}(?:er|st|nd|rd|th)?"
_DAYS = re.compile(rf"(?i)(?:(?:du|le|from|de)\s+)?{_DAY}(?:\s*(?:-|–|—|au|à|a|et|to|and|&)\s*{_DAY})?")
_DAY_MONTH = re.compile(r"\d{1,2}\s*[/.]\s*(\d{1,2})")
_HEADED = re.compile(
    r"\b(?:dates?|jours?|days?|du|au|depart|retour|debut|fin|start|end|from|to|periodes?|period|sejour|when|quand)\b"
)


class Period(NamedTuple):
    """The month and the year that a sheet is about, as far as its name and its titles say them."""

    year: str
    month: int

    @property
    def words(self) -> str:
        """The month and the year as our reader of dates takes them; empty where the year is not known."""
        if not self.year:
            return ""
        return f"{MONTHS_FR[self.month - 1]} {self.year}" if self.month else self.year


def period_of(name: str, around: Iterable[str]) -> Period | None:
    """Return the period that a sheet's name says; the year may stand in its titles or in the name of its file."""
    month = next((found for word in fold(name).split() if (found := _NUMBERS.get(word) or _SHORT.get(word))), 0)
    years = (match[0] for text in (name, *around) if (match := _YEAR.search(text)))
    if month:
        short = _SHORT_YEAR.search(name)
        return Period(next(years, f"20{short[1]}" if short else ""), month)
    own = _YEAR.search(name)
    return Period(own[0], 0) if own else None


def is_dated(heading: str) -> bool:
    """Tell whether a column holds days."""
    return _HEADED.search(fold(heading)) is not None


def completed(raw: Raw, period: Period) -> Raw:
    """Return what a cell says of days with the month and the year that it leaves out; the cell itself where nothing lacks."""
    if not period.year or raw is None or isinstance(raw, bool):
        return raw
    if isinstance(raw, int | float):
        is_day = bool(period.month) and raw == int(raw) and 1 <= raw <= 31
        return f"{int(raw)} {period.words}" if is_day else raw
    if not isinstance(raw, str) or _YEAR.search(raw):
        return raw
    text = raw.strip()
    if _DAYS.fullmatch(text):
        return f"{text} {period.words}" if period.month else raw
    if match := _DAY_MONTH.fullmatch(text):
        return f"{text}/{_year_of(int(match[1]), period)}"
    named = next((number for word in fold(text).split() if (number := _NUMBERS.get(word) or _SHORT.get(word))), 0)
    return f"{text} {_year_of(named, period)}" if named and re.search(r"\d", text) else raw


def _year_of(month: int, period: Period) -> str:
    """Return the year of a month in the sheet of another one: who leaves in December is back in January of the next."""
    turn = {(12, 1): 1, (12, 2): 1, (11, 1): 1, (1, 12): -1, (1, 11): -1, (2, 12): -1}.get((period.month, month), 0)
    return str(int(period.year) + turn)
