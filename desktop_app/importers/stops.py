"""The towns of one cell in their order, each with the country and the days that stand beside it: a mission's legs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.domain.dates import first_day
from desktop_app.domain.dates_range import read_range
from desktop_app.domain.text import fold
from desktop_app.domain.values import Reading, Unreadable, Value
from desktop_app.domain.words import Words
from desktop_app.importers.cleaning import town

# Between letters only: “12-14/05” and “1-2 juillet” are days. Nothing in brackets parts towns.
_BETWEEN = re.compile(
    r"(?:[;|\n,]|\s*:\s*(?=[^\W\d])|\s*(?:[+>→]|->)\s*|(?<=[^\W\d])\s*/\s*(?=[^\W\d])|(?<=[^\W\d])\s*[–—]\s*(?=[^\W\d])|"
    r"(?<=[^\W\d])\s-\s(?=[^\W\d])|\s(?:et|and|puis|then|&)\s)(?![^()]*\))",
    re.IGNORECASE,
)
_PATH = re.compile(r"[>→–—]|\s-\s|\b(?:puis|then)\b", re.IGNORECASE)
_DAYS = (
    r"(?:(?:du|le|from|on)\s+)?\d{1,2}(?:er|st|nd|rd|th)?(?:[\s/.\-–—]|au|à|to|\d|er|st|nd|rd|th|janv\w*|f[eé]v\w*|feb\w*|mar\w*|"
    r"avr\w*|apr\w*|mai|may|jui\w*|jun\w*|jul\w*|ao[uû]t?|aug\w*|sep\w*|oct\w*|nov\w*|d[eé]c\w*)*"
)
_ONLY_DAYS = re.compile(_DAYS, re.IGNORECASE)
_DAYS_AFTER = re.compile(rf"(?P<town>[^\d(]+?)\s*[(:,]?\s*(?P<days>{_DAYS})\s*\)?", re.IGNORECASE)
_DAYS_BEFORE = re.compile(rf"(?P<days>{_DAYS}?)\s*:?\s+(?P<town>[^\W\d][^\d()]*)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"(?P<town>[^()]+?)\s*\((?P<beside>[^()]+)\)")
_POSTCODE = re.compile(r"\d{4,6}\s+\D")
# Towns that are called as their country: “Kuala Lumpur, Singapour” are two towns.
_BOTH = frozenset(
    ("singapour", "singapore", "hong kong", "hongkong", "macao", "macau", "monaco", "luxembourg", "djibouti", "koweit", "kuwait",
     "panama", "guatemala", "mexico", "saint marin", "san marino")
)  # fmt: skip
_OUTSIDE = Words(
    "« {text} » n’est pas dans les dates de la mission : corrigez l’un ou l’autre.",
    "“{text}” is not within the dates of the mission: correct one or the other.",
)


@dataclass(slots=True)
class Stop:
    """A town, its country where it is said, and its days as they are written."""

    city: str
    country: str | None = None
    dates: str = ""


def are_several(text: str) -> bool:
    """Tell at once whether a cell may hold several towns."""
    return _BETWEEN.search(text) is not None


def stops(text: str, reading: Reading) -> list[Stop]:
    """Return the towns of a cell in their order."""
    found: list[Stop] = []
    for group in re.split(r"[;|\n]", text):
        here: list[Stop] = []
        for piece in (one.strip(" .,:") for one in _BETWEEN.split(group)):
            if piece:
                _take(piece, here, reading)
        found += _placed(here)
    return found


def _placed(here: Sequence[Stop]) -> Iterator[Stop]:
    """Yield the towns of a group; a country before its towns is theirs: “Vietnam : Hanoi, Hué”."""
    before: str | None = None
    for number, one in enumerate(here):
        if one.city:
            one.country = one.country or before
            yield one
        else:
            before = one.country
            if number + 1 == len(here) or not here[number + 1].city:
                yield one


def _take(piece: str, here: list[Stop], reading: Reading) -> None:
    """Add what a piece says: a town, the days of the last one, or the country of those that have none."""
    if _ONLY_DAYS.fullmatch(piece) and here and not here[-1].dates:
        here[-1].dates = piece
        return
    country = None if _POSTCODE.match(piece) else reading.resolve("country", piece)
    if country and fold(piece) not in _BOTH:
        if not here or not here[0].city:
            here.append(Stop("", country))
        for one in here:
            one.country = one.country or country if here[0].city else one.country
        return
    here.append(_stop(piece, reading, country if fold(piece) in _BOTH else None))


def _stop(piece: str, reading: Reading, country: str | None) -> Stop:
    if match := _IN_BRACKETS.fullmatch(piece):
        beside = match["beside"].strip()
        if _ONLY_DAYS.fullmatch(beside):
            return Stop(town(match["town"]), None, beside)
        if named := reading.resolve("country", beside):
            return Stop(town(match["town"]), named)
        if named := reading.resolve("country", match["town"]):
            return Stop(town(beside), named)
    elif not _POSTCODE.match(piece) and (match := _DAYS_AFTER.fullmatch(piece) or _DAYS_BEFORE.fullmatch(piece)):
        return Stop(town(match["town"].strip()), country, match["days"].strip())
    return Stop(town(piece), country)


def said_by(found: Sequence[Stop]) -> dict[str, Value]:
    """Return the towns and the countries of a mission that some stops name."""
    countries = {one.country for one in found if one.country}
    values: dict[str, Value] = {"cities": tuple(sorted({one.city for one in found if one.city})) or None}
    return values | ({"countries": tuple(sorted(countries))} if countries else {})


def make_legs(text: str, found: Sequence[Stop], countries: Value) -> bool:
    """Tell whether stops are worth legs: their days, their countries or their order would be lost otherwise.

    A mere list of towns is told by the towns of the mission.
    """
    if len(found) < 2:
        return False
    if len({one.city for one in found}) < len(found) or any(one.dates for one in found):
        return True
    one_country = isinstance(countries, tuple) and len(countries) == 1
    return all(one.country for one in found) or (one_country and _PATH.search(text) is not None)


def days_of(stop: Stop, values: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    """Yield the first and the last day of a stop, in the year of its mission.

    Raises Unreadable where the days can't be read, or are not within the mission.
    """
    if not stop.dates:
        return
    start, end = str(values.get("starts_on") or ""), str(values.get("ends_on") or values.get("starts_on") or "")
    if not start:
        raise Unreadable(_OUTSIDE.filled(text=stop.dates))
    first, last = read_range(re.sub(r"(?i)^(?:le|on)\s+", "", stop.dates), first_day(start))
    last = last or first
    if first < start[: len(first)] or last[: len(end)] > end:
        raise Unreadable(_OUTSIDE.filled(text=stop.dates))
    yield "starts_on", first
    yield "ends_on", last
