"""Calendar files as RFC 5545 wants them: whole days, folded lines, escaped words, the same identity every time."""

from datetime import date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.reports.calendar_file import Entry, calendar

MADE = datetime(2026, 11, 28, 9, 30, tzinfo=timezone(timedelta(hours=8)))


def unfolded(data: bytes) -> list[str]:
    """The lines of a calendar, put together again as a calendar does."""
    assert data.endswith(b"\r\n")
    for raw in data.split(b"\r\n"):
        assert len(raw) <= 75
        raw.decode()  # no character is cut
    return data.decode().replace("\r\n ", "").split("\r\n")[:-1]


def test_a_deadline_is_a_whole_day_with_a_reminder() -> None:
    lines = unfolded(
        calendar("Échéances", [Entry("end:1@x", date(2026, 12, 31), "Fin · MEKONG", "Fin · IRP", 7)], MADE)
    )
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert "DTSTAMP:20261128T013000Z" in lines
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines
    assert "TRIGGER:-P7D" in lines
    assert lines[-1] == "END:VCALENDAR"


_words = st.text(max_size=120)


@given(st.lists(st.tuples(_words, _words, st.dates(date(1900, 1, 1), date(2190, 1, 1))), max_size=4))
def test_any_words_come_back_as_they_were(entries: list[tuple[str, str, date]]) -> None:
    given_ = [Entry(str(place), day, first, second) for place, (first, second, day) in enumerate(entries)]
    lines = unfolded(calendar("x", given_, MADE))
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == len(entries)
    said = [line.removeprefix("SUMMARY:") for line in lines if line.startswith("SUMMARY:")]
    for (first, _second, _day), text in zip(entries, said, strict=True):
        plain = (
            text.replace("\\\\", "\0").replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\0", "\\")
        )
        kept = first.replace("\r\n", "\n").replace("\r", "\n")
        assert plain == "".join(sign for sign in kept if sign >= " " or sign == "\n")
