"""Two dates in one line are read as people say them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.dates_range import days_between, moved_end, read_entry, read_range
from desktop_app.domain.values import Unreadable

TODAY = date(2025, 10, 2)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("24-28/11", "2025-11-24", "2025-11-28"),
        ("1-4/12", "2025-12-01", "2025-12-04"),
        ("8-10.2", "2026-02-08", "2026-02-10"),
        ("24-28/11/2026", "2026-11-24", "2026-11-28"),
        ("24–28 nov", "2025-11-24", "2025-11-28"),
        ("24 – 28 novembre 2024", "2024-11-24", "2024-11-28"),
        ("24 nov +5j", "2025-11-24", "2025-11-28"),
        ("24/11 + 5 jours", "2025-11-24", "2025-11-28"),
        ("24 Nov +5d", "2025-11-24", "2025-11-28"),
        ("24/11/2025 +2 sem", "2025-11-24", "2025-12-07"),
        ("1er janvier 2026 +3 mois", "2026-01-01", "2026-03-31"),
        ("du 24 au 28/11", "2025-11-24", "2025-11-28"),
        ("from 24 to 28 Nov 2025", "2025-11-24", "2025-11-28"),
        ("Nov 24-28", "2025-11-24", "2025-11-28"),
        ("24/11-3/12", "2025-11-24", "2025-12-03"),
        ("24/11/2025-28/11/2025", "2025-11-24", "2025-11-28"),
        ("24/11/25 - 28/11/25", "2025-11-24", "2025-11-28"),
        ("28 déc - 3 janv", "2025-12-28", "2026-01-03"),
        ("28 déc au 3 janvier 2026", "2025-12-28", "2026-01-03"),
        ("du 24 au 01/08/2026", "2026-07-24", "2026-08-01"),
        ("28-3/1", "2025-12-28", "2026-01-03"),
        ("2022-2026", "2022", "2026"),
        ("2025-11-24", "2025-11-24", None),
        ("24/11/2025", "2025-11-24", None),
        ("11/2025", "2025-11", None),
        ("2019", "2019", None),
        ("24 nov", "2025-11-24", None),
        ("14/02", "2026-02-14", None),
        ("29/02", "2024-02-29", None),
        ("24-11-2025", "2025-11-24", None),
    ],
)
def test_dates_are_read_as_people_say_them(text: str, start: str, end: str | None) -> None:
    assert read_range(text, TODAY) == (start, end)


@pytest.mark.parametrize(
    "text", ["24", "bientôt", "24-", "31-32/11", "24/11 +0j", "24 nov +5 lunes", "30/02/2025", "-", "+5j"]
)
def test_what_says_no_dates_is_refused_in_both_languages(text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_range(text, TODAY)
    assert refused.value.words.fr
    assert refused.value.words.en


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading(text: str) -> None:
    try:
        start, end = read_range(text, TODAY)
    except Unreadable:
        return
    assert len(start) in (4, 7, 10)
    assert end is None or len(end) in (4, 7, 10)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 300))
def test_a_number_of_days_counts_the_first_and_the_last(start: date, count: int) -> None:
    read = read_range(f"{start:%d/%m/%Y} +{count}j", TODAY)
    assert days_between(*read) == count


def test_days_are_counted_only_between_whole_dates_in_order() -> None:
    assert days_between("2025-11-24", "2025-11-28") == 5
    assert days_between("2025-11", "2025-11-28") is None
    assert days_between("2025-11-24", None) is None
    assert days_between("2025-11-28", "2025-11-24") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [("demain", "2026-11-29"), ("Tomorrow", "2026-11-29"), ("aujourd’hui", "2026-11-28"), ("hier", "2026-11-27"),
     ("après-demain", "2026-11-30"), ("lundi", "2026-11-30"), ("samedi prochain", "2026-12-05"),
     ("next Monday", "2026-11-30"), ("24/11", "2026-11-24"), ("24 nov", "2026-11-24"), ("12/1", "2027-01-12")],
)  # fmt: skip
def test_a_date_is_typed_without_its_year_or_by_a_word(text: str, day: str) -> None:
    assert read_entry(text, date(2026, 11, 28)) == day


def test_where_one_date_is_wanted_two_are_refused_as_two() -> None:
    with pytest.raises(Unreadable) as refused:
        read_entry("24-28/11", date(2026, 11, 28))
    assert "two dates" in refused.value.words.en


def test_a_word_begins_a_duration() -> None:
    assert read_range("demain +5j", date(2026, 11, 28)) == ("2026-11-29", "2026-12-03")


@pytest.mark.parametrize(
    ("start", "was", "end"),
    [
        ("2027-05-20", ("2027-05-19", "2027-06-17"), "2027-06-17"),
        ("2027-07-01", ("2027-05-19", "2027-05-21"), "2027-07-03"),
        ("2027-05-20", ("2027-05-19", None), None),
        ("2027-05-20", ("2025", "2026"), None),
        ("2027-05-20", (None, "2027-06-01"), "2027-06-01"),
    ],
)
def test_a_first_day_that_moves_keeps_its_last_day_or_as_many_days(
    start: str, was: tuple[str | None, str | None], end: str | None
) -> None:
    assert moved_end(start, *was) == end
