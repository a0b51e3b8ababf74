"""Every number counts exactly the records of its list; offices count by the zones of their day."""

import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.ids import derived_id
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import FUNDING, OUTPUT, PARTY
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import ACCESS, PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.unit import UNIT
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.store import figures, zones
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query
from desktop_app.store.subject import Subject

CODES = ("FR", "VN", "TH", "CA", "JP", "US")
COUNTRIES = tuple(derived_id("country", code) for code in CODES)
_FILL = Words("Remplir", "Fill")
_days = st.sampled_from((None, "2019", "2020-03", "2021-12-31", "2022-01-01", "2024-02-29", "2024", "2026-11-28"))
_places = st.lists(st.sampled_from(COUNTRIES), unique=True, max_size=3).map(lambda held: tuple(sorted(held)) or None)
_Drawn = tuple[list[dict[str, Value]], list[dict[str, Value]], list[tuple[int, int]], set[int]]
_instruments = st.fixed_dictionaries({
    "type": st.sampled_from([derived_id("instrument_type", code) for code in ("IRP", "IRN", "IEA")]),
    "status": st.sampled_from((None, "active", "idea", "closed", "abandoned")),
    "institute": st.sampled_from((None, "INP", "INC")),
    "starts_on": _days, "ends_on": _days, "countries": _places,
})  # fmt: skip
_missions = st.fixed_dictionaries({
    "status": st.sampled_from((None, "done", "cancelled", "postponed", "planned")),
    "direction": st.sampled_from((None, "incoming", "outgoing", "regional")),
    "starts_on": _days.filter(bool), "institute": st.sampled_from((None, "INP", "INC")), "countries": _places,
    "partner": st.integers(-1, 2), "instrument": st.integers(-1, 2),
})  # fmt: skip
_bases = st.tuples(
    st.lists(_instruments, max_size=6), st.lists(_missions, max_size=12),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 2)), max_size=8), st.sets(st.integers(0, 11), max_size=3),
)  # fmt: skip


def fill(store: Store, drawn: _Drawn) -> None:
    """Write what was drawn; some of it is deleted again."""
    tools, journeys, parties, gone = drawn
    with store.edit(_FILL) as edit:
        hosts = [edit.add(PARTNER, {"name": f"Partner {n}", "country": COUNTRIES[n + 1]}) for n in range(3)]
        person = edit.add(PERSON, {"family_name": "FICTIF"})
        # The first one is a unit itself, under its former code; the unit takes part in the second one.
        unit = edit.add(UNIT, {"code": "IRL 9001", "former_codes": ("UMI 9001",), "name": "Inventée"})
        made = [
            edit.add(INSTRUMENT, {**one, "title": f"T{n}", "code": None if n else "UMI 9001"})
            for n, one in enumerate(tools)
        ]
        for mirrored in made[1:2]:
            edit.add(PARTY, {"instrument": mirrored, "role": "mirror_unit", "unit": unit})
        for tool, host in dict.fromkeys(parties):
            if tool < len(made):
                edit.add(PARTY, {"instrument": made[tool], "role": "partner", "partner": hosts[host]})
                edit.add(
                    FUNDING,
                    {"instrument": made[tool], "source": "dei", "year": 2024, "planned": "10", "currency": "EUR"},
                )
                kind = "publication" if host else "thesis"
                edit.add(OUTPUT, {"instrument": made[tool], "kind": kind, "title": f"O{tool}", "year": 2022 + host})
                edit.add(ACCESS, {"partner": hosts[host], "infrastructure": f"I{tool}"})
                edit.add(PERSON, {"family_name": f"INVENTÉ{tool}", "partner": hosts[host]})
        went = []
        for one in journeys:
            partner, tool = int(str(one["partner"])), int(str(one["instrument"]))
            links = {
                "partner": hosts[partner] if partner >= 0 else None,
                "instrument": made[tool] if -1 < tool < len(made) else None,
            }
            went.append(edit.add(MISSION, {**one, **links, "person": person}))
    with store.edit(_FILL) as edit:
        for number in gone:
            if number < len(went):
                edit.delete(MISSION, went[number])
            if number < len(made):
                edit.delete(INSTRUMENT, made[number])


def parts_of(store: Store) -> Iterator[tuple[str, figures.Part]]:
    """Yield every number that can be asked of a base."""
    counts = store.figures
    for year in (None, 2021, 2024):
        for by in ("type", "status", "institute", "countries", "starts_on", figures.BY_PARTNER, figures.OFFICE):
            for part in counts.split(figures.instruments(year), by, year):
                yield f"instruments {by} {year}", part
        for by in (
            "institute",
            "countries",
            "partner",
            "instrument",
            "status",
            "starts_on",
            "partner.country",
            figures.OFFICE,
        ):
            for part in counts.split(figures.missions(year), by, year):
                yield f"missions {by} {year}", part
    for by in ("country", "kind"):
        for part in counts.split(figures.partners(), by):
            yield f"partners {by}", part
    for asked in (
        figures.instruments(),
        figures.missions(),
        figures.missions(about=Subject("country", COUNTRIES[1])),
        figures.outputs(),
    ):
        for part in counts.years(asked, range(2018, 2028)):
            yield f"{asked.entity.name} by year", part
    for by in ("country", "partner", "instrument", "year"):
        for balance in counts.balance(by):
            yield f"received {by}", balance.received
            yield f"sent {by}", balance.sent


def subjects(store: Store) -> list[Subject]:
    """Return a country, a partner, an institute and a unit to look at."""
    host = store.records(Query(PARTNER, sort=(("name", False),)))[0]
    (unit,) = store.records(Query(UNIT, (Filter("code", "is", "IRL 9001"),)))
    return [
        Subject("country", COUNTRIES[1]), Subject("partner", str(host["id"])), Subject("institute", "INP"),
        Subject("unit", str(unit["id"])),
    ]  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=_bases)
def test_every_number_is_the_count_of_the_list_that_it_opens(
    empty_base: Path,
    tmp_path: Path,
    drawn: _Drawn,
) -> None:
    path = tmp_path / "drawn.passerelle"
    shutil.copy(empty_base, path)
    with Store.open(path, aside=True) as store:
        fill(store, drawn)
        for name, part in parts_of(store):
            assert part.count == store.count(part.query) == len(store.records(part.query)), (name, part)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=_bases)
def test_nothing_is_left_out_and_nothing_counted_twice(
    empty_base: Path,
    tmp_path: Path,
    drawn: _Drawn,
) -> None:
    path = tmp_path / "drawn.passerelle"
    shutil.copy(empty_base, path)
    with Store.open(path, aside=True) as store:
        fill(store, drawn)
        whole = (
            (figures.missions(), "institute"),
            (figures.missions(2024), "partner"),
            (figures.instruments(), "type"),
        )
        for asked, by in whole:
            assert sum(part.count for part in store.figures.split(asked, by)) == store.count(asked)


@pytest.mark.parametrize(
    ("code", "year", "office"),
    [
        ("CA", 2021, "WAS"),
        ("CA", 2022, "OTT"),
        ("CA", 2026, "OTT"),
        ("CA", None, "OTT"),
        ("US", 2021, "WAS"),
        ("US", 2026, "WAS"),
    ],
)
def test_a_country_counts_under_the_office_that_covered_it(
    store: Store, code: str, year: int | None, office: str
) -> None:
    country, covering = derived_id("country", code), derived_id("office", office)
    assert zones.office_of(store._reader(), country, year) == covering
    with store.edit(_FILL) as edit:
        person = edit.add(PERSON, {"family_name": "FICTIF"})
        on = f"{year or date.max.year}-05-05"
        edit.add(MISSION, {"person": person, "starts_on": on, "countries": (country,), "number": "F-1"})
    counted = {part.value: part.count for part in store.figures.split(figures.missions(year), figures.OFFICE, year)}
    assert counted == {covering: 1}


def test_money_is_summed_by_currency_and_opens_the_lines_behind_it(store: Store) -> None:
    with store.edit(_FILL) as edit:
        one, other = (
            edit.add(
                INSTRUMENT, {"title": title, "type": derived_id("instrument_type", "IRP"), "countries": (COUNTRIES[1],)}
            )
            for title in "AB"
        )
        for owner, year, planned, spent, currency in (
            (one, 2024, "100.50", "80", "EUR"), (one, 2025, "10", None, "EUR"), (other, 2024, "1", "1", "VND"),
            (other, 2024, "2", None, "EUR"),
        ):  # fmt: skip
            edit.add(
                FUNDING,
                {
                    "instrument": owner,
                    "source": "dei",
                    "year": year,
                    "planned": planned,
                    "spent": spent,
                    "currency": currency,
                },
            )
    found = {(line.value, line.currency): line for line in store.figures.money("year")}
    assert {key: (str(line.planned), str(line.spent)) for key, line in found.items()} == {
        (2024, "EUR"): ("102.50", "80"),
        (2025, "EUR"): ("10", "0"),
        (2024, "VND"): ("1", "1"),
    }
    for line in (*found.values(), *store.figures.money("source"), *store.figures.money("country")):
        behind = store.records(line.query)
        assert sum(Decimal(str(record["planned"] or 0)) for record in behind) == line.planned
        assert sum(Decimal(str(record["spent"] or 0)) for record in behind) == line.spent
    assert {str(record["instrument"]) for record in store.records(found[2024, "EUR"].query)} == {one, other}
