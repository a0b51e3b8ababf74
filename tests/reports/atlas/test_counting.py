"""Every number of the map is the count of the list that it opens; whose country it is depends on the day."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from desktop_app.domain.ids import derived_id
from desktop_app.domain.place import FRANCE
from desktop_app.reports.atlas.counting import RECEIVED, Wish, count, kinds_of, total
from desktop_app.reports.atlas.outlines import WORLD, world
from desktop_app.reports.atlas.sheet import map_of
from desktop_app.store.base import Store
from tests.store.test_figures import _bases, _Drawn, fill

_DAY = date(2026, 11, 28)


def wishes() -> Iterator[Wish]:
    """Yield what can be asked of a map."""
    yield Wish()
    type_ = derived_id("instrument_type", "IRP")
    for year in (None, 2021, 2024):
        yield from (Wish("instrument", year), Wish("instrument", year, type_), Wish("instrument", year, "", "INP"))
        for direction in ("", RECEIVED, "outgoing"):
            yield from (Wish("mission", year, direction), Wish("mission", year, direction, "INC"))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=_bases)
def test_every_number_on_the_map_is_the_count_of_the_list_that_it_opens(
    empty_base: Path, tmp_path: Path, drawn: _Drawn
) -> None:
    path = tmp_path / "drawn.passerelle"
    shutil.copy(empty_base, path)
    with Store.open(path, aside=True) as store:
        fill(store, drawn)
        for wish in wishes():
            numbers = count(store, wish, "en", _DAY)
            for row in numbers.rows:
                assert row.number == store.count(row.query) == len(store.records(row.query)) > 0, (wish, row)
                assert row.id != FRANCE
            assert total(store, wish, numbers) == len(store.records(numbers.asked)), wish


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A base with the zones that the program ships with."""
    with Store.create(tmp_path_factory.mktemp("zones") / "zones.passerelle", "SIN") as store:
        yield store


@pytest.mark.parametrize(("year", "office"), [(2021, "WAS"), (2023, "OTT"), (None, "OTT")])
def test_canada_is_of_washington_until_it_moved_to_ottawa(shipped: Store, year: int | None, office: str) -> None:
    assert count(shipped, Wish("instrument", year), "fr", _DAY).zones["CA"] == office


def test_a_map_without_numbers_shows_the_world_and_says_so(shipped: Store) -> None:
    numbers = count(shipped, Wish(), "en", _DAY)
    assert numbers.rows == ()
    assert map_of(numbers, "Partners").frame == WORLD
    assert numbers.own == "SIN"
    assert "VN" in numbers.zone("SIN")
    assert kinds_of(shipped, "instrument", "en") == ()
    assert set(numbers.zones) <= world(11).keys()


@pytest.mark.parametrize(("lang", "town"), [("fr", "Pékin"), ("en", "Beijing")])
def test_offices_are_called_by_their_town_in_the_language_of_the_map(shipped: Store, lang: str, town: str) -> None:
    offices = count(shipped, Wish(), lang, _DAY).offices
    assert offices["PEK"] == town
    assert offices["RIO"] == "São Paulo"
