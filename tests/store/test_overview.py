"""Every number of the dashboard is the count of the list that it opens, on any base."""

import shutil
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.choices import choices
from desktop_app.domain.ids import derived_id
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.mission import MISSION
from desktop_app.domain.person import PERSON
from desktop_app.domain.place import ZONE
from desktop_app.domain.words import Words
from desktop_app.gui.dashboard import listing
from desktop_app.gui.dashboard.listing import Wish
from desktop_app.reports.run import run_report
from desktop_app.store import figures, overview, zones
from desktop_app.store.base import Store
from desktop_app.store.subject import Subject

DAY = date(2026, 11, 28)
NOW = datetime(2026, 11, 28, 9, 40, tzinfo=UTC)
COUNTRIES = [derived_id("country", code) for code in ("SG", "VN", "TH", "FR", "BR")]
TYPES = [derived_id("instrument_type", code) for code in ("IRP", "IEA", "UMIFRE")]
_days = st.dates(DAY - timedelta(days=300), DAY + timedelta(days=300))
# A day, a month or a year only, or nothing.
_dates = st.one_of(st.none(), st.builds(lambda day, cut: day.isoformat()[:cut], _days, st.sampled_from([4, 7, 10])))
_places = st.one_of(st.none(), st.lists(st.sampled_from(COUNTRIES), max_size=3).map(tuple))
_missions = st.fixed_dictionaries({
    "starts_on": _days.map(date.isoformat), "ends_on": _dates, "countries": _places,
    "status": st.one_of(st.none(), st.sampled_from(list(choices("mission_statuses")))),
    "direction": st.one_of(st.none(), st.sampled_from(list(choices("directions")))),
    "opinion_needed": st.one_of(st.none(), st.booleans()), "opinion_asked_on": _dates, "report_on": _dates,
    "visa": st.one_of(st.none(), st.sampled_from(["needed", "obtained"])),
})  # fmt: skip
_instruments = st.fixed_dictionaries({
    "type": st.sampled_from(TYPES), "title": st.just("Projet fictif"), "countries": _places,
    "status": st.one_of(st.none(), st.sampled_from(list(choices("instrument_statuses")))), "ends_on": _dates,
})  # fmt: skip


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_missions, max_size=12), st.lists(_instruments, max_size=12), st.booleans())
def test_every_number_is_the_count_of_its_list(
    empty_base: Path, missions: list[dict[str, object]], instruments: list[dict[str, object]], zoned: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(empty_base, Path(folder) / "any.passerelle"))
        with Store.open(path) as store:
            with store.edit(Words("Essai", "Test")) as edit:
                who = edit.add(PERSON, {"family_name": "Fictive"})
                for mission in missions:
                    edit.add(MISSION, {"person": who, **mission})  # type: ignore[dict-item]
                for instrument in instruments:
                    edit.add(INSTRUMENT, instrument)  # type: ignore[arg-type]
            zone = zones.zone_of(store, DAY) if zoned else ()
            travel = overview.travel(store, zone, DAY)
            assert travel.month == store.count(travel.month_query)
            assert travel.on_day == store.count(travel.day_query)
            assert len(travel.next) <= travel.month
            for of_type in overview.running_by_type(store, zone):
                assert of_type.number == store.count(of_type.query)
            everything = store.deadlines(DAY)
            assert len({one.key for one in everything}) == len(everything)
            seen = overview.within(everything, zones.zone_of(store, DAY))
            assert len(listing.ask(store, Wish("now"), DAY)) == sum(one.pressing(DAY) for one in seen)
            assert len(listing.ask(store, Wish("all", country=listing.EVERYWHERE), DAY)) == len(everything)


@pytest.mark.parametrize(
    ("starts", "ends", "here"),
    [("2026-11-28", None, True), ("2026-11", None, True), ("2026-11-27", None, False), ("2026-11-20", "2026-11", True),
     ("2026-11-20", "2026-11-28", True), ("2026-11-20", "2026-11-27", False), ("2026-11-29", None, False)],
)  # fmt: skip
def test_who_is_somewhere_on_a_day_is_told_as_well_without_an_end_or_by_a_month(
    store: Store, starts: str, ends: str | None, *, here: bool
) -> None:
    with store.edit(Words("Essai", "Test")) as edit:
        who = edit.add(PERSON, {"family_name": "Fictive"})
        edit.add(MISSION, {"person": who, "starts_on": starts, "ends_on": ends, "countries": (COUNTRIES[0],)})
    assert store.count(overview.missions_on((COUNTRIES[0],), DAY)) == here
    assert store.count(figures.on_day(Subject("country", COUNTRIES[0]), DAY)) == here
    assert store.figures.journeys(Subject("country", COUNTRIES[0]), DAY, 5).present.count == here
    report = run_report(store, "who_is_where", country="SG", sections=frozenset({"now"}), now=NOW)
    assert ("Fictive" in report.copied().text) == here


def test_a_country_counts_for_the_office_that_covers_it_on_the_day(store: Store) -> None:
    new_zealand = derived_id("country", "NZ")
    with store.edit(Words("Essai", "Test")) as edit:
        edit.add(
            ZONE,
            {"office": store.resolve("office", "SIN"), "country": new_zealand, "since_on": "2019", "until_on": "2021"},
        )
    assert new_zealand not in zones.zone_of(store, DAY)
    assert new_zealand in zones.zone_of(store, date(2020, 6, 1))
    assert new_zealand in zones.zone_of(store, date(2021, 12, 31))
    assert new_zealand not in zones.zone_of(store, date(2022, 1, 1))
