"""Dates as offices write them: a day, a month or only a year, and the precision stays."""

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

from desktop_app.domain.text import fold
from desktop_app.domain.values import Unreadable
from desktop_app.domain.words import Words

MONTHS_FR = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
             "décembre")  # fmt: skip
MONTHS_EN = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
             "December")  # fmt: skip
_ABBREVIATIONS = {"janv": 1, "jan": 1, "fevr": 2, "fev": 2, "feb": 2, "mar": 3, "avr": 4, "apr": 4, "jun": 6, "juil": 7,
                  "jul": 7, "aou": 8, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12}  # fmt: skip
_MONTHS = (
    _ABBREVIATIONS
    | {fold(name): number for number, name in enumerate(MONTHS_FR, 1)}
    | {fold(name): number for number, name in enumerate(MONTHS_EN, 1)}
)
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})")
_DAYS_OF_MONTH = re.compile(r"\d{1,2}\s*-\s*\d{1,2}\s*[/.]\s*(?:0?[1-9]|1[0-2])")  # 1-4/12: two days of December
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.\-](\d{4})")
_WEEKDAY = re.compile(
    r"(?i)^(?:lun|mer|jeu|ven|sam|dim|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"\.?,?\s+(?=\d)"
)
_DAY_WORD_YEAR = re.compile(r"(\d{1,2})\s*[/\- ]\s*([^\W\d]+)\.?\s*[/\- ]\s*(\d{4}|\d{2})")
_WORDS = re.compile(r"(?:(\d{1,2})(?:er|st|nd|rd|th)? )?([a-z]+)\.? ?(?:(\d{1,2})(?:st|nd|rd|th)? )?(\d{4})")


def read_date(text: str) -> str:
    """Read a date in French or English, day before month, and return it as ISO text with the precision that it had.

    Raises Unreadable for a date that does not exist or a text that is no date.
    """
    text = _WEEKDAY.sub("", text.strip())
    if match := _ISO.fullmatch(text):
        return _checked(text, *match.groups())
    if match := _YEAR_FIRST.fullmatch(text):
        return _checked(text, *match.groups())
    if (match := _DAY_FIRST.fullmatch(text)) and not _DAYS_OF_MONTH.fullmatch(text):
        day, month, year = match.groups()
        return _checked(text, _full_year(year), month, day)
    if match := _MONTH_YEAR.fullmatch(text):
        return _checked(text, match[2], match[1], None)
    if (match := _DAY_WORD_YEAR.fullmatch(text)) and (named := fold(match[2])) in _MONTHS:
        return _checked(text, _full_year(match[3]), str(_MONTHS[named]), match[1])
    folded = " ".join(re.sub(r"[.,]", " ", _without_accents(text)).split())
    if (match := _WORDS.fullmatch(folded)) and match[2] in _MONTHS:
        return _checked(text, match[4], str(_MONTHS[match[2]]), match[1] or match[3])
    raise Unreadable(
        Words(
            f"« {text} » n’est pas une date : écrivez par exemple 24/11/2025, 11/2025 ou 2025.",
            f"“{text}” is not a date: write for example 24/11/2025, 11/2025 or 2025.",
        )
    )


def _without_accents(text: str) -> str:
    words = [fold(word) if word.strip(".,") else word for word in text.replace(",", " , ").split()]
    return " ".join(words)


def _full_year(year: str) -> str:
    if len(year) == 4:
        return year
    return ("20" if int(year) < 70 else "19") + year


def _checked(text: str, year: str, month: str | None, day: str | None) -> str:
    try:
        whole = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise Unreadable(
            Words(
                f"La date « {text} » n’existe pas : corrigez le jour, le mois ou l’année.",
                f"The date “{text}” does not exist: correct the day, the month or the year.",
            )
        ) from None
    if not 1800 <= whole.year <= 2199:
        raise Unreadable(
            Words(
                f"L’année de « {text} » est hors du calendrier (1800 à 2199) : corrigez-la.",
                f"The year of “{text}” is out of the calendar (1800 to 2199): correct it.",
            )
        )
    return whole.isoformat()[: 10 if day else 7 if month else 4]


def show_date(value: str, lang: str) -> str:
    """Show an ISO date, month or year as people read it: 24/11/2025, novembre 2025, 2025 (24 Nov 2025 in English)."""
    if len(value) == 4:
        return value
    month = int(value[5:7])
    if len(value) == 7:
        return f"{(MONTHS_FR if lang == 'fr' else MONTHS_EN)[month - 1]} {value[:4]}"
    if lang == "fr":
        return f"{value[8:10]}/{value[5:7]}/{value[:4]}"
    return f"{int(value[8:10])} {MONTHS_EN[month - 1][:3]} {value[:4]}"


def show_span(start: str, end: str, lang: str) -> str:
    """Show two dates without saying month and year twice: 24–28 Nov 2025, 28/11–03/12/2025; both whole where they are turned."""
    last = show_date(end, lang)
    if len(start) != 10 or len(end) != 10 or start[:4] != end[:4] or end < start:
        return f"{show_date(start, lang)} – {last}"
    first, dash = show_date(start, lang), "–"
    first = first.removesuffix(f"/{start[:4]}").removesuffix(f" {start[:4]}")
    if start[:7] == end[:7]:
        first = first[:2] if lang == "fr" else first.split(" ")[0]
    elif lang != "fr":
        dash = " – "
    return f"{first}{dash}{last}"


@lru_cache(maxsize=10_000)
def first_day(value: str) -> date:
    """Return the first day that an ISO date, month or year covers."""
    if len(value) == 10:
        return date.fromisoformat(value)
    return date(int(value[:4]), int(value[5:7] or 1), 1)


@lru_cache(maxsize=10_000)
def last_day(value: str) -> date:
    """Return the last day that an ISO date, month or year covers."""
    if len(value) == 10:
        return date.fromisoformat(value)
    year, month = int(value[:4]), int(value[5:7] or 12)
    return date(year, month, calendar.monthrange(year, month)[1])


@lru_cache(maxsize=10_000)
def add_months(day: date, months: int) -> date:
    """Return the same day some months later, or the month's last day where that day does not exist."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def end_after(start: str, months: int) -> str:
    """Return the last day of a duration: start + months − 1 day, or a year only where the start is a year only."""
    if len(start) == 4 and months % 12 == 0:
        return str(int(start) + months // 12 - 1)
    return (add_months(first_day(start), months) - timedelta(days=1)).isoformat()


def lasts(starts: str, ends: str | None, day: str) -> bool:
    """Return whether something is not over before a day: what has no end is over on the day when it starts."""
    end = ends or starts
    return end >= day or end in (day[:4], day[:7])
