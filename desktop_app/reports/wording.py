"""How reports say dates, counts and countries in either language."""

from datetime import date

from desktop_app.domain.dates import MONTHS_EN, MONTHS_FR
from desktop_app.domain.values import Record
from desktop_app.domain.words import Words

_SHORT_FR = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")
# Countries that English names with an article.
_THE = frozenset(
    ("AE", "BS", "CD", "CF", "CK", "DO", "FK", "FO", "GB", "GM", "IM", "KM", "KY", "MH", "MP", "NL", "PH", "SB", "TC",
     "US", "VA", "VG", "VI")
)  # fmt: skip


def long_date(day: date, lang: str) -> str:
    """Say a day in full: 22 novembre 2026, 1er mars 2026, 22 November 2026."""
    if lang == "fr":
        return f"{'1er' if day.day == 1 else day.day}\u00a0{MONTHS_FR[day.month - 1]}\u00a0{day.year}"
    return f"{day.day}\u00a0{MONTHS_EN[day.month - 1]}\u00a0{day.year}"


def on(day: date) -> Words:
    """Return on which day something is said."""
    return Words(f"Au {long_date(day, 'fr')}", f"On {long_date(day, 'en')}")


def short_month(month: int, lang: str) -> str:
    """Say a month in a few letters."""
    return _SHORT_FR[month - 1] if lang == "fr" else MONTHS_EN[month - 1][:3]


def capital(text: str) -> str:
    """Return a text that begins with a capital."""
    return text[:1].upper() + text[1:]


def noun(count: int, one: Words, several: Words, lang: str) -> str:
    """Return the singular or the plural: French counts none and one alike, English only one."""
    singular = count < 2 if lang == "fr" else count == 1
    return (one if singular else several).said(lang)


def years(starts_on: object, ends_on: object, lang: str) -> str:
    """Say from when to when something lasts, by years: 2022–2026, since 2014, 2024."""
    first, last = str(starts_on or "")[:4], str(ends_on or "")[:4]
    if first and not last:
        return Words(f"depuis {first}", f"since {first}").said(lang)
    if last and not first:
        return Words(f"jusqu’en {last}", f"until {last}").said(lang)
    return first if first == last else f"{first}–{last}"


def country_name(country: Record, lang: str) -> str:
    """Return a country's name in a language."""
    return str(country.get(f"name_{lang}") or country.get("name_fr") or country.get("code"))


def with_country(country: Record) -> str:
    """Return a country's name as it stands after “with” in English."""
    name = country_name(country, "en")
    return f"the {name}" if country.get("code") in _THE and not name.startswith("The ") else name
