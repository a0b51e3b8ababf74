"""Dates are read day before month, keep the precision that they have, and must exist."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.dates import (
    MONTHS_EN,
    MONTHS_FR,
    add_months,
    end_after,
    first_day,
    last_day,
    read_date,
    show_date,
)
from desktop_app.domain.types import Day
from desktop_app.domain.values import Reading, Unreadable
from desktop_app.domain.words import LANGUAGES

DAYS = st.dates(date(1800, 1, 1), date(2199, 12, 31))


@given(DAYS)
def test_a_day_is_read_in_all_its_usual_forms(day: date) -> None:
    fr, en = MONTHS_FR[day.month - 1], MONTHS_EN[day.month - 1]
    forms = [
        day.isoformat(), f"{day:%d/%m/%Y}", f"{day.day}/{day.month}/{day.year}", f"{day:%d.%m.%Y}", f"{day:%d-%m-%Y}",
        f"{day:%Y/%m/%d}", f"{day.day} {fr} {day.year}", f"{day.day} {fr.upper()} {day.year}", f"{day.day} {en} {day.year}",
        f"{en} {day.day}, {day.year}", f"{day.day} {en[:3]}. {day.year}", f"{day.isoformat()} 00:00:00",
    ]  # fmt: skip
    assert {read_date(form) for form in forms} == {day.isoformat()}


@given(DAYS, st.sampled_from([4, 7, 10]), st.sampled_from(LANGUAGES))
def test_a_date_keeps_its_precision_through_both_languages(day: date, length: int, lang: str) -> None:
    value = day.isoformat()[:length]
    assert read_date(show_date(value, lang)) == value


@pytest.mark.parametrize(
    ("written", "value"),
    [("2025", "2025"), ("11/2025", "2025-11"), ("novembre 2025", "2025-11"), ("Nov 2025", "2025-11"), ("2025-11", "2025-11"),
     ("1er janvier 2026", "2026-01-01"), ("3rd March 2024", "2024-03-03"), ("3/4/25", "2025-04-03"), ("3/4/69", "2069-04-03"),
     ("3/4/70", "1970-04-03"), ("août 2024", "2024-08"), ("fév. 2024", "2024-02"), ("29/02/2024", "2024-02-29"),
     ("24-nov-25", "2025-11-24"), ("24-Nov-2025", "2025-11-24"), ("1-févr.-98", "1998-02-01"), ("24/nov/2025", "2025-11-24"),
     ("24 nov 25", "2025-11-24"), ("24 déc. 2025", "2025-12-24")],
)  # fmt: skip
def test_people_write_dates_in_many_ways(written: str, value: str) -> None:
    assert read_date(written) == value


@pytest.mark.parametrize(
    "written", ["31/02/2024", "29/02/2023", "32/01/2024", "2024-13-01", "00/01/2024", "31 juin 2024"]
)
def test_a_date_that_does_not_exist_is_refused(written: str) -> None:
    with pytest.raises(Unreadable, match="does not exist") as refused:
        read_date(written)
    assert written in refused.value.words.fr


@pytest.mark.parametrize(
    "written",
    ["bientôt", "nov-25", "24-xyz-25", "2024-2025", "Q1 2024", "24/11", "du 12 au 23 mai 2025", "20241124", "1/2"],
)
def test_what_is_no_date_is_refused_with_examples(written: str) -> None:
    with pytest.raises(Unreadable, match="is not a date") as refused:
        read_date(written)
    assert "24/11/2025" in refused.value.words.fr


@pytest.mark.parametrize("written", ["1700", "01/01/2300", "9999-12-31"])
def test_a_year_out_of_the_calendar_is_refused(written: str) -> None:
    with pytest.raises(Unreadable, match="out of the calendar"):
        read_date(written)


def test_a_cell_that_holds_a_date_is_read_as_that_day() -> None:
    reading = Reading()
    assert Day().read(date(2025, 11, 24), reading) == "2025-11-24"
    assert Day().read(datetime(2025, 11, 24), reading) == "2025-11-24"  # noqa: DTZ001 - as spreadsheets give it
    assert Day().read(2025, reading) == "2025"
    assert Day().read(2025.0, reading) == "2025"


@given(DAYS)
def test_a_year_and_a_month_cover_their_days(day: date) -> None:
    whole = day.isoformat()
    for length in (4, 7, 10):
        assert first_day(whole[:length]) <= day <= last_day(whole[:length])
    assert first_day(whole) == last_day(whole) == day
    assert (last_day(whole[:7]) + timedelta(days=1)).day == 1


@given(DAYS.filter(lambda day: day.year < 2190), st.integers(0, 100))
def test_months_later_is_the_same_day_or_the_last_of_the_month(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [("2024-01-01", 60, "2028-12-31"), ("2024-09-15", 24, "2026-09-14"), ("2024-02-29", 12, "2025-02-27"), ("2019", 48, "2022"),
     ("2019-05", 24, "2021-04-30"), ("2019", 18, "2020-06-30")],
)  # fmt: skip
def test_an_end_is_the_start_and_the_duration_less_a_day(start: str, months: int, end: str) -> None:
    assert end_after(start, months) == end
