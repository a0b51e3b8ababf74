"""Arrival and departure in one sheet: of a visitor the arrival is the first day, of a traveller the departure."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.importers.recognise import Told
from desktop_app.importers.sheet import Taken
from desktop_app.store.base import Store
from tests.importers.test_tried_by_hand import fields, new, taken

DAYS = (("FICTIVE Anne", date(2026, 3, 2), date(2026, 3, 6)), ("FICTIF Luc", date(2026, 3, 9), date(2026, 3, 20)))


def sheet(
    store: Store, folder: Path, *heads: str, rows: tuple[tuple[object, ...], ...] = DAYS, **told: object
) -> Taken:
    """How a sheet of missions is understood, with a name and two days in each row."""
    head, lines = ("Missionnaire", *heads, "Ville"), [(*row, "Hanoï") for row in rows]
    return taken(store, folder, head, *lines, told=Told("mission", **told) if told else None)  # type: ignore[arg-type]


def days(taken_: Taken) -> list[tuple[object, object]]:
    """The days of the new missions."""
    return [(one.get("starts_on"), one.get("ends_on")) for one in new(taken_.plan, "mission")]


@pytest.mark.parametrize(
    "heads",
    [("Arrivée", "Départ"), ("Arrival", "Departure"), ("Date d’arrivée", "Date de départ"), ("Arrivé le", "Départ le")],
)
def test_a_visitor_s_arrival_is_the_first_day_and_the_departure_the_last(
    store: Store, tmp_path: Path, heads: tuple[str, str]
) -> None:
    found = sheet(store, tmp_path, *heads)
    assert [fields(found.plan)[head] for head in heads] == ["starts_on", "ends_on"]
    assert days(found) == [("2026-03-02", "2026-03-06"), ("2026-03-09", "2026-03-20")]


def test_where_the_departure_comes_before_the_arrival_it_is_the_first_day(store: Store, tmp_path: Path) -> None:
    assert days(sheet(store, tmp_path, "Départ", "Arrivée"))[0] == ("2026-03-02", "2026-03-06")
    turned = tuple((name, last, first) for name, first, last in DAYS)
    assert days(sheet(store, tmp_path, "Départ", "Arrivée", rows=turned))[0] == ("2026-03-02", "2026-03-06")


def test_departure_and_return_are_first_and_last_day_whatever_stands_beside_them(store: Store, tmp_path: Path) -> None:
    rows = tuple((name, first, first, last) for name, first, last in DAYS)
    found = sheet(store, tmp_path, "Départ", "Arrivée", "Retour", rows=rows)
    assert days(found)[0] == ("2026-03-02", "2026-03-06")


@pytest.mark.parametrize("last", [(3, 10), (2, 9)], ids=["flown by night", "on the same day"])
def test_days_that_do_not_tell_which_is_the_first_are_asked_about(
    store: Store, tmp_path: Path, last: tuple[int, int]
) -> None:
    rows = tuple((name, first, date(2026, 3, day)) for (name, first, _last), day in zip(DAYS, last, strict=True))
    found = sheet(store, tmp_path, "Départ", "Arrivée", rows=rows)
    assert [fields(found.plan)[head] for head in ("Départ", "Arrivée")] == [None, None]
    assert any("Arrivée" in note.fr and "Départ" in note.fr for note in found.plan.notes)
    assert all(one.decision == "open" for one in found.plan.items if one.entity == "mission")


def test_what_was_said_of_one_day_decides_the_other(store: Store, tmp_path: Path) -> None:
    found = sheet(store, tmp_path, "Départ", "Arrivée", mapping={"Arrivée": "ends_on"})
    assert days(found)[0] == ("2026-03-02", "2026-03-06")
    found = sheet(store, tmp_path, "Arrivée", "Départ", mapping={"Départ": "ends_on"})
    assert days(found)[0] == ("2026-03-02", "2026-03-06")


def test_a_departure_learnt_beside_a_return_is_no_first_day_beside_an_arrival(store: Store, tmp_path: Path) -> None:
    found = sheet(store, tmp_path, "Arrivée", "Départ", learned={"depart": "starts_on"})
    assert days(found)[0] == ("2026-03-02", "2026-03-06")


def test_towns_of_arrival_and_departure_are_no_days(store: Store, tmp_path: Path) -> None:
    rows = tuple((name, first, last, "Hanoï", "Hué") for name, first, last in DAYS)
    found = sheet(store, tmp_path, "Du", "Au", "Arrivée", "Départ", rows=rows)
    assert days(found)[0] == ("2026-03-02", "2026-03-06")
