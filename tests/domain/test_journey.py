"""Journeys by the decree and by the per-diem table: a table of cases, each with the source that the design names."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.ids import derived_id
from desktop_app.domain.journey import (
    Daily,
    Reductions,
    daily_on,
    estimate,
    exchange_on,
    kind_of,
    longer_than_a_mission,
    stays_of,
)
from desktop_app.domain.journey_words import estimate_words
from desktop_app.domain.place import PER_DIEM, RATE
from desktop_app.domain.values import Record, Value
from desktop_app.store.reference import read_reference

LINES: Sequence[Record] = [birth.values for birth in read_reference(PER_DIEM)]
RATES: Sequence[Record] = [birth.values for birth in read_reference(RATE)]
US, JP, ZA, SG, VN, FR, TH = (derived_id("country", code) for code in ("US", "JP", "ZA", "SG", "VN", "FR", "TH"))
ZONE = (SG, VN, TH)
OFFICER: Record = {"office": "office"}
RESEARCHER: Record = {"unit": "unit"}
GUEST: Record = {"partner": "partner"}


# Traveller, countries, days, delegation → what it is. Source: décret 2006-781, art. 2 (domain.md 4.1).
KINDS = [
    (OFFICER, (VN,), "2026-03-01", "2026-03-05", False, "tournee"),  # posted abroad, inside the zone of competence
    (OFFICER, (SG,), "2026-03-01", "2026-03-01", False, "tournee"),  # inside the country of residence
    (OFFICER, (VN, TH), "2026-03-01", "2026-03-09", False, "tournee"),
    (OFFICER, (JP,), "2026-03-01", "2026-03-05", False, "mission"),  # out of the zone
    (OFFICER, (VN, JP), "2026-03-01", "2026-03-05", False, "mission"),
    (OFFICER, (FR,), "2026-03-01", "2026-03-05", False, "mission"),
    (RESEARCHER, (VN,), "2026-03-01", "2026-03-05", False, "mission"),  # a visitor's journey is a mission
    (RESEARCHER, (VN,), "2026-01-01", "2026-12-31", False, "mission"),  # twelve months in all
    (RESEARCHER, (VN,), "2026-01-01", "2027-01-01", False, "long_stay"),  # more than twelve months
    (GUEST, (FR,), "2026-03-01", "2026-03-05", False, "hosting"),
    (GUEST, (VN,), "2026-03-01", "2026-03-05", False, "mission"),
    (RESEARCHER, (VN,), "2026-03-01", "2026-03-05", True, "delegation"),
    (None, (VN,), "2026-03-01", None, False, "mission"),
]


@pytest.mark.parametrize(("person", "countries", "start", "end", "delegation", "kind"), KINDS)
def test_what_a_journey_is_by_the_decree(
    person: Record | None, countries: tuple[str, ...], start: str, end: str | None, delegation: bool, kind: str
) -> None:
    mission: Record = {"countries": countries, "starts_on": start, "ends_on": end}
    found = kind_of(mission, person, ZONE, delegation=delegation)
    assert found is not None
    assert found.code == kind
    assert found.why.fr != found.why.en


def test_without_a_country_nothing_is_said() -> None:
    assert kind_of({"starts_on": "2026-03-01"}, OFFICER, ZONE) is None
    assert not longer_than_a_mission({"starts_on": "2026"})


# Country, town, day → amount, currency, date of effect, whether the season is taken from the year published.
# Source: DGFiP (Webmiss) as in the reference list (domain.md 4.4).
PER_DIEMS = [
    (US, "New York", "2025-08-31", "360", "USD", "2025-01-01", False),  # 360 from 1 January
    (US, "New York", "2025-09-01", "490", "USD", "2025-09-01", False),  # 490 from 1 September
    (US, "new york ", "2024-08-31", "320", "USD", "2024-01-01", False),
    (US, "New York", "2026-02-01", "360", "USD", "2025-01-01", True),  # not published yet: the season of last year
    (US, "New York", "2026-10-15", "490", "USD", "2025-09-01", False),
    (US, "Chicago", "2025-10-01", "360", "USD", "2024-09-01", False),  # no line of its own: the country's
    (JP, "Tokyo", "2025-05-01", "30000", "JPY", "2013-10-30", False),  # Tokyo against Japan
    (JP, "Kyoto", "2025-05-01", "25500", "JPY", "2013-10-30", False),
    (ZA, "Pretoria", "2024-12-20", "185", "EUR", "2024-12-15", False),  # 185 from 15 December to 1 March
    (ZA, "Pretoria", "2025-06-01", "138", "EUR", "2025-03-02", False),  # else 138
    (ZA, "Pretoria", "2024-12-14", "138", "EUR", "2024-03-02", False),
    (ZA, "Pretoria", "2026-02-10", "185", "EUR", "2025-12-15", False),  # the season goes on after the new year
    (ZA, "Pretoria", "2026-07-01", "138", "EUR", "2025-03-02", True),
]


@pytest.mark.parametrize(("country", "city", "day", "amount", "currency", "since", "season"), PER_DIEMS)
def test_the_daily_rate_of_a_town_and_a_season(
    country: str, city: str, day: str, amount: str, currency: str, since: str, season: bool
) -> None:
    found = daily_on(LINES, country, (city,), date.fromisoformat(day))
    assert found is not None
    assert (str(found.amount), found.currency, found.valid_on, found.season) == (amount, currency, since, season)


def test_a_rate_that_rose_once_is_no_season() -> None:
    lines: list[Record] = [
        {"country": "x", "amount": "100", "currency": "EUR", "valid_on": "2023-03-01"},
        {"country": "x", "amount": "120", "currency": "EUR", "valid_on": "2023-09-01"},
    ]
    assert daily_on(lines, "x", (), date(2024, 5, 1)) == Daily(Decimal(120), "EUR", "2023-09-01", "")
    assert daily_on(lines, "x", (), date(2023, 1, 1)) is None


# A rate is published again only when it has changed: the last one on or before the day counts (domain.md 4.4).
def test_a_rate_that_was_published_once_is_used_three_months_later() -> None:
    rates: list[Record] = [
        {"currency": "SGD", "valid_on": "2026-06-01", "euros_per_unit": "0.66"},
        {"currency": "SGD", "valid_on": "2026-12-01", "euros_per_unit": "0.70"},
    ]
    found = exchange_on(rates, "SGD", date(2026, 9, 1))
    assert found == (Decimal("0.66"), "2026-06-01")
    assert exchange_on(rates, "SGD", date(2026, 5, 31)) is None
    assert exchange_on((), "EUR", date(2026, 5, 31)) == (Decimal(1), "2026-05-31")


def test_rates_are_euros_for_one_unit_never_the_inverse() -> None:
    found = exchange_on(RATES, "JPY", date(2025, 5, 1))
    assert found is not None
    assert found.euros < Decimal("0.01")


def _estimated(**mission: Value) -> tuple[str | None, dict[str, str], str]:
    record: Record = {
        "countries": (JP,),
        "cities": ("Tokyo",),
        "starts_on": "2025-05-01",
        "ends_on": "2025-05-06",
        **mission,
    }
    found = estimate(record, (), LINES, RATES, Reductions())
    assert found is not None
    words = estimate_words(found, record, Reductions(), lambda _id, lang: "Japon" if lang == "fr" else "Japan")
    assert words.fr.startswith("Indemnité estimée, et non due")
    assert words.en.startswith("Estimated allowance, not what is due")
    return str(found.euros), {currency: str(amount) for currency, amount in found.totals.items()}, words.en


# Reductions: −65 % lodged free, −17.5 % a meal, −35 % for both meals (arrêté of 3 July 2006, art. 2).
@pytest.mark.parametrize(
    ("mission", "total"),
    [
        ({}, "150000.00"), ({"lodged": 5}, "52500.00"), ({"meals": 5}, "123750.00"), ({"meals": 10}, "97500.00"),
        ({"lodged": 5, "meals": 10}, "0.00"), ({"private_days": 2}, "90000.00"), ({"nights": 4}, "120000.00"),
        ({"lodged": 99, "meals": 99}, "0.00"), ({"cities": ("Kyoto",)}, "127500.00"),
    ],
)  # fmt: skip
def test_an_estimate_counts_nights_less_what_is_offered(mission: dict[str, Value], total: str) -> None:
    assert _estimated(**mission)[1] == {"JPY": total}


def test_an_estimate_says_its_rates_and_their_dates() -> None:
    euros, _totals, words = _estimated(meals=5)
    assert euros == "773.93"
    assert "5 nights × 30,000\u00a0JPY (Tokyo, rate of 30 Oct 2013)" in words.replace("\u202f", ",")
    assert "17.5% × 5 meals offered" in words
    assert "1\u00a0JPY = 0.006254\u00a0€, rate of 1 Jan 2025" in words


def test_nights_on_both_sides_of_a_season_have_each_their_rate() -> None:
    mission: Record = {"countries": (US,), "cities": ("New York",), "starts_on": "2025-08-30", "ends_on": "2025-09-03"}
    found = estimate(mission, (), LINES, RATES, Reductions())
    assert found is not None
    assert [(part.nights, str(part.daily.amount)) for part in found.parts] == [(2, "360"), (2, "490")]
    assert found.totals == {"USD": Decimal(1700)}


def test_each_leg_has_the_rate_of_its_place_and_days() -> None:
    legs: list[Record] = [
        {"country": JP, "city": "Tokyo", "starts_on": "2025-05-01", "ends_on": "2025-05-03"},
        {"country": ZA, "city": "Pretoria", "starts_on": "2025-05-03", "ends_on": "2025-05-06"},
        {"country": SG, "city": "Singapore", "starts_on": None, "ends_on": None},
    ]
    mission: Record = {"countries": (FR,), "starts_on": "2025-05-01", "ends_on": "2025-05-06"}
    assert [stay.country for stay in stays_of(mission, legs)] == [JP, ZA]
    found = estimate(mission, legs, LINES, RATES, Reductions())
    assert found is not None
    assert found.nights == 5
    assert found.totals == {"JPY": Decimal(60000), "EUR": Decimal(414)}


@pytest.mark.parametrize(
    "mission",
    [{"countries": None}, {"starts_on": "2025"}, {"ends_on": None}, {"ends_on": "2025-05-01"}, {"private_days": 9},
     {"countries": ("nowhere",)}],
)  # fmt: skip
def test_what_is_not_known_is_not_estimated(mission: dict[str, Value]) -> None:
    record: Record = {"countries": (JP,), "starts_on": "2025-05-01", "ends_on": "2025-05-06", **mission}
    assert estimate(record, (), LINES, RATES, Reductions()) is None


@given(
    st.dates(date(2018, 1, 1), date(2027, 12, 31)), st.integers(1, 40), st.integers(0, 50), st.integers(0, 90),
    st.sampled_from(sorted({str(line["country"]) for line in LINES if line.get("country")})),
)  # fmt: skip
def test_an_estimate_is_never_negative_nor_more_than_the_full_rate(
    start: date, nights: int, lodged: int, meals: int, country: str
) -> None:
    days = {"starts_on": start.isoformat(), "ends_on": date.fromordinal(start.toordinal() + nights).isoformat()}
    whole = estimate({"countries": (country,), **days}, (), LINES, RATES, Reductions())
    less = estimate({"countries": (country,), **days, "lodged": lodged, "meals": meals}, (), LINES, RATES, Reductions())
    assert (whole is None) == (less is None)
    if whole is not None and less is not None:
        assert whole.nights == nights
        for currency, amount in less.totals.items():
            assert 0 <= amount <= whole.totals[currency]
