"""Moments as people say them: the day of a list's title, the time beside a line, the size of a file."""

import re
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale

from desktop_app.gui.words import lang, tr


def moment(wall: int) -> datetime:
    """Return a wall time in milliseconds as local time."""
    return datetime.fromtimestamp(wall / 1000).astimezone()


def spelled(day: date, pattern: str) -> str:
    """Return a day in letters, by a pattern of Qt; in French, the first of a month is the 1er."""
    if day.day == 1 and lang() == "fr":
        pattern = pattern.replace("d MMM", "d'er' MMM")
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def day_title(day: date, today: date | None = None) -> str:
    """Return a day as the title above its lines: Today, Yesterday, Wednesday 12 November 2025."""
    today = today or date.today()  # noqa: DTZ011  (the user's day)
    whole = spelled(day, "dddd d MMMM yyyy")
    if day == today:
        return tr("Today, {day}").format(day=whole)
    if day == today - timedelta(days=1):
        return tr("Yesterday, {day}").format(day=whole)
    return whole[:1].upper() + whole[1:]


def short_day(day: date, today: date | None = None) -> str:
    """Return a day beside other words: 12 Nov, with its year where it is another one."""
    today = today or date.today()  # noqa: DTZ011
    pattern = "d MMM" if day.year == today.year else "d MMM yyyy"
    return spelled(day, pattern)


def with_day(sentence: str, day: date, today: date | None = None, **others: str) -> str:
    """Return a sentence with a short day in it: the stop of a shortened month is that of the sentence which it ends."""
    return re.sub(r"\.\.(?=\s|$)", ".", sentence.format(day=short_day(day, today), **others))


def iso_day(text: str) -> str:
    """Return an ISO day of the base as a short day."""
    return short_day(date.fromisoformat(text))


def clock(at: datetime) -> str:
    """Return the time of day: 14:02."""
    return f"{at:%H:%M}"


def size(count: int) -> str:
    """Return the size of a file: 212 kB."""
    return QLocale().formattedDataSize(count, 0 if count < 10_000_000 else 1, QLocale.DataSizeFormat.DataSizeSIFormat)
