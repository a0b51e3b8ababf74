"""Deadlines as a calendar file (RFC 5545): whole days, which any calendar takes in; importing it again changes, not adds."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

_FOLD = 75  # octets of a line, its end not counted


class Entry(NamedTuple):
    """A whole day of a calendar: `uid` stays the same for the same thing; `remind`: how many days before."""

    uid: str
    day: date
    summary: str
    description: str = ""
    remind: int = 0


def calendar(name: str, entries: Iterable[Entry], made: datetime) -> bytes:
    """Return a calendar file. `made`: when, with its time zone."""
    stamp = made.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Passerelle//Deadlines//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
    ]  # fmt: skip
    for entry in entries:
        lines += _event(entry, stamp)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(entry: Entry, stamp: str) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", f"UID:{_text(entry.uid)}", f"DTSTAMP:{stamp}")
    # The end of a whole day is the day after.
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(entry.summary)}"
    if entry.description:
        yield f"DESCRIPTION:{_text(entry.description)}"
    yield "TRANSP:TRANSPARENT"
    if entry.remind > 0:
        yield from (
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"TRIGGER:-P{entry.remind}D",
            f"DESCRIPTION:{_text(entry.summary)}",
        )
        yield "END:VALARM"
    yield "END:VEVENT"


def _text(words: str) -> str:
    for sign, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        words = words.replace(sign, escaped)
    return "".join(sign for sign in words if sign >= " ")


def _folded(line: str) -> bytes:
    """Return a line in pieces of at most 75 octets, none of which cuts a character."""
    pieces, piece = [], b""
    for sign in line:
        octets = sign.encode()
        if len(piece) + len(octets) > _FOLD:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
