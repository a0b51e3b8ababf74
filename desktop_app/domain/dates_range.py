"""Two dates in one line, as people say them: 24-28/11, 24 nov +5j, from 28 Dec to 3 Jan, 2022-2026."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from desktop_app.domain.dates import add_months, first_day, last_day, read_date
from desktop_app.domain.text import fold
from desktop_app.domain.values import Unreadable
from desktop_app.domain.words import Words

_PLUS = re.compile(r"(.+?)\s*\+\s*(\d{1,3})\s*([^\W\d]*)\.?")
_BETWEEN = re.compile(r"\s*[–—→]\s*|\s+-+>?\s+|\s+(?:au|à|to|until|till)\s+", re.IGNORECASE)
_FROM = re.compile(r"(?:du|de|from)\s+(?=.*\s(?:au|à|to|until|till)\s)", re.IGNORECASE)
_LONE_DAY = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)?", re.IGNORECASE)
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_YEAR = re.compile(r"\d{4}|\d{1,2}([/.\-])\d{1,2}\1\d{2}")
_UNITS = {"": 1, "j": 1, "jr": 1, "jrs": 1, "jour": 1, "jours": 1, "d": 1, "day": 1, "days": 1,
          "s": 7, "sem": 7, "semaine": 7, "semaines": 7, "w": 7, "wk": 7, "week": 7, "weeks": 7}  # fmt: skip
_DAYS = {"aujourd hui": 0, "aujourdhui": 0, "today": 0, "demain": 1, "tomorrow": 1, "hier": -1, "yesterday": -1,
         "apres demain": 2, "avant hier": -2}  # fmt: skip
_WEEK = {name: number for names in (
    ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
) for number, name in enumerate(names)}  # fmt: skip
_MONTHS = frozenset({"m", "mois", "month", "months"})


def read_range(text: str, today: date) -> tuple[str, str | None]:
    """Read one date or a first and a last day, in French or English, as ISO texts; the end is None for one date.

    “+5j” means five days in all. Where the year is not said, it is the one that brings the first day closest to today.
    Raises Unreadable where the text says no dates.
    """
    text = " ".join(text.split())
    if said := _said(text, today):
        return said, None
    text = _FROM.sub("", text)
    if match := _PLUS.fullmatch(text):
        start = _one(match[1], today)
        return start, _after(text, start, int(match[2]), fold(match[3]))
    try:
        return _one(text, today), None
    except Unreadable:
        for left, right in _halves(text):
            try:
                return _both(left, right, today)
            except Unreadable:
                continue
    raise Unreadable(
        Words(
            f"« {text} » ne dit pas de dates : écrivez par exemple 24-28/11, 24 nov +5j ou 24/11/2025.",
            f"“{text}” says no dates: write for example 24-28/11, 24 Nov +5d or 24/11/2025.",
        )
    )


def read_entry(text: str, today: date) -> str:
    """Read one date as people type it: without its year, or by a word: 24/11, 24 nov, tomorrow, lundi.

    Raises Unreadable where the text says no date, or two.
    """
    start, end = read_range(text, today)
    if end is None:
        return start
    raise Unreadable(
        Words(
            f"« {text} » dit deux dates, et il n’y a place ici que pour une : écrivez par exemple 24/11/2025.",
            f"“{text}” says two dates, and there is room for one here: write for example 24/11/2025.",
        )
    )


def _said(text: str, today: date) -> str | None:
    """Return the day that a word says: today, tomorrow, or a day of the week, which is the next one."""
    words = fold(text)
    if words in _DAYS:
        return (today + timedelta(days=_DAYS[words])).isoformat()
    name = re.sub(r"^(?:next|on) | prochain$", "", words)
    if name in _WEEK:
        ahead = (_WEEK[name] - today.weekday() - 1) % 7 + 1
        return (today + timedelta(days=ahead)).isoformat()
    return None


def _one(text: str, today: date) -> str:
    if said := _said(text, today):
        return said
    if _LONE_DAY.fullmatch(text):
        raise Unreadable(Words("Le mois manque.", "The month is missing."))
    if _YEAR.search(text):
        return read_date(text)
    found = [read_date(_with_year(text, year)) for year in _years(text, today)]
    return min(found, key=lambda value: abs(first_day(value) - today))


def _years(text: str, today: date) -> list[int]:
    """Return the years that may be meant: 29 February leaves only leap years."""
    years = [today.year + step for step in (-1, 0, 1)]
    return [year for year in years if _exists(_with_year(text, year))] or [today.year]


def _exists(text: str) -> bool:
    try:
        read_date(text)
    except Unreadable:
        return False
    return True


def _with_year(text: str, year: int) -> str:
    numbers = re.fullmatch(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})[/.]?", text)
    return f"{numbers[1]}/{numbers[2]}/{year}" if numbers else f"{text} {year}"


def _halves(text: str) -> Iterator[tuple[str, str]]:
    """Cut a text where a first and a last day may meet: at words and long dashes, then at each hyphen."""
    parts = _BETWEEN.split(text)
    if len(parts) == 2:
        yield parts[0].strip(), parts[1].strip()
    for place, char in enumerate(text):
        if char == "-" and text[:place].strip() and text[place + 1 :].strip():
            yield text[:place].strip(), text[place + 1 :].strip()


def _both(left: str, right: str, today: date) -> tuple[str, str]:
    if re.fullmatch(r"\d{4}", left) and _LONE_DAY.fullmatch(right):
        return _years_of(left, right)
    if day := _LONE_DAY.fullmatch(left):  # 24-28/11: the month stands on the right
        if (both := _over_the_month(int(day[1]), right, today)) is not None:
            return both
        left = _DAY.sub(day[1], right, count=1)
    elif day := _LONE_DAY.fullmatch(right):  # Nov 24-28: it stands on the left
        right = _DAY.sub(day[1], left, count=1)
    if _YEAR.search(right) and not _YEAR.search(left):
        end = read_date(right)
        return _before(left, end), end
    start = _one(left, today)
    if _YEAR.search(right):
        return start, read_date(right)
    year = int(start[:4])
    end = read_date(_with_year(right, year))
    return start, end if end >= start else read_date(_with_year(right, year + 1))


def _over_the_month(day: int, right: str, today: date) -> tuple[str, str] | None:
    """Return a day and the end that it comes before in the month before: from 24 to 1 August begins in July."""
    if not (number := _DAY.search(right)) or day <= int(number[0]):
        return None
    try:
        end = _one(right, today)
        before = add_months(first_day(end).replace(day=1), -1)
        return (before.replace(day=day).isoformat(), end) if len(end) == 10 else None
    except (Unreadable, ValueError):
        return None


def _years_of(left: str, right: str) -> tuple[str, str]:
    """Return two years of which the second leaves out its century: 2021-25."""
    if len(right) < 2 or int(right) <= int(left[2:]):
        raise Unreadable(Words("La seconde année précède la première.", "The second year comes before the first."))
    return read_date(left), read_date(left[:2] + right)


def _before(text: str, end: str) -> str:
    """Return the last such day before an end: 28 Dec – 3 Jan 2026 begins in 2025."""
    start = read_date(_with_year(text, int(end[:4])))
    return start if start <= end else read_date(_with_year(text, int(end[:4]) - 1))


def _after(text: str, start: str, count: int, unit: str) -> str:
    if unit in _MONTHS and count:
        return (add_months(first_day(start), count) - timedelta(days=1)).isoformat()
    if unit in _UNITS and count:
        return (first_day(start) + timedelta(days=count * _UNITS[unit] - 1)).isoformat()
    raise Unreadable(
        Words(
            f"« {text} » : après le +, écrivez un nombre de jours, de semaines ou de mois (+5j, +2 sem, +1 mois).",
            f"“{text}”: after the +, write a number of days, weeks or months (+5d, +2 weeks, +1 month).",
        )
    )


def moved_end(start: str, was_start: str | None, was_end: str | None) -> str | None:
    """Return the last day once the first one has moved: where it was, or as many days later where it would come before."""
    if was_end is None or last_day(was_end) >= first_day(start):
        return was_end
    days = days_between(was_start, was_end)
    return (first_day(start) + timedelta(days=days - 1)).isoformat() if days and len(start) == len(was_end) else None


def days_between(start: str | None, end: str | None) -> int | None:
    """Return how many days a first and a last day make together; None where one is not known to the day."""
    if not start or not end or len(start) < 10 or len(end) < 10:
        return None
    count = (first_day(end) - first_day(start)).days + 1
    return count if count > 0 else None
