"""Deadlines as a calendar file (RFC 5545): whole days, which any calendar takes in; importing it again changes, not adds."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from icalendar import Alarm, Calendar, Event


class Entry(NamedTuple):
    """A whole day of a calendar: `uid` stays the same for the same thing; `remind`: how many days before."""

    uid: str
    day: date
    summary: str
    description: str = ""
    remind: int = 0


def calendar(name: str, entries: Iterable[Entry], made: datetime) -> bytes:
    """Return a calendar file. `made`: when, with its time zone."""
    found = Calendar()
    for key, value in (
        ("VERSION", "2.0"), ("PRODID", "-//Passerelle//Deadlines//EN"), ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"), ("X-WR-CALNAME", _printable(name)),
    ):  # fmt: skip
        found.add(key, value)
    for entry in entries:
        found.add_component(_event(entry, made.astimezone(UTC)))
    return bytes(found.to_ical(sorted=False))


def _event(entry: Entry, stamp: datetime) -> Event:
    event = Event()
    event.add("UID", entry.uid)
    event.add("DTSTAMP", stamp)
    event.add("DTSTART", entry.day)
    event.add("DTEND", entry.day + timedelta(days=1))  # the end of a whole day is the day after
    event.add("SUMMARY", _printable(entry.summary))
    if entry.description:
        event.add("DESCRIPTION", _printable(entry.description))
    event.add("TRANSP", "TRANSPARENT")
    if entry.remind > 0:
        alarm = Alarm()
        alarm.add("ACTION", "DISPLAY")
        alarm.add("TRIGGER", timedelta(days=-entry.remind))
        alarm.add("DESCRIPTION", _printable(entry.summary))
        event.add_component(alarm)
    return event


def _printable(words: str) -> str:
    """Return words without the signs that no calendar file may hold."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign >= " " or sign == "\n")
