"""The list that is wanted in a crisis: who is in the countries of the office on a day, where, and how to reach them."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop_app.domain import ENTITIES
from desktop_app.domain.event import EVENT, TASK
from desktop_app.domain.mission import MISSION
from desktop_app.domain.person import PERSON
from desktop_app.domain.words import Words
from desktop_app.reports.description import Row, Table, TwoLines
from desktop_app.reports.run import run_report
from desktop_app.store.base import Edit, Store

TODAY = date.today()  # noqa: DTZ011  (the reports’ own day)


def _day(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The base of the office in Singapore, with some invented travellers."""
    with Store.create(tmp_path / "b.passerelle", "SIN") as made:
        yield made


def _country(store: Store, code: str) -> str:
    return str(store.resolve("country", code))


def _traveller(
    store: Store, edit: Edit, name: str, codes: tuple[str, ...], days: tuple[int, int], **person: object
) -> str:
    who = edit.add(PERSON, {"family_name": name, "phone": "+33 1 99 00 00 00", **person})  # type: ignore[dict-item]
    countries = tuple(sorted(_country(store, code) for code in codes))
    return edit.add(
        MISSION, {"person": who, "countries": countries, "starts_on": _day(days[0]), "ends_on": _day(days[1])}
    )


def _tables(store: Store, name: str, **wishes: str) -> dict[str, list[list[str]]]:
    """Return the rows of each section as texts."""
    made = run_report(store, name, lang="en", **wishes)  # type: ignore[arg-type]

    def said(cell: object) -> str:
        return f"{cell.text}|{cell.below}" if isinstance(cell, TwoLines) else str(cell)

    return {
        one.title: [
            [said(cell) for cell in row.cells]
            for block in one.blocks
            if isinstance(block, Table)
            for row in block.rows
            if isinstance(row, Row)
        ]
        for one in made.description.sections
    }


def test_without_a_country_it_is_about_those_of_the_office(store: Store) -> None:
    with store.edit(Words("Essai", "Try")) as edit:
        _traveller(store, edit, "Là-bas", ("VN",), (-1, 1))
        _traveller(store, edit, "Ailleurs", ("FR",), (-1, 1))
        _traveller(store, edit, "Bientôt", ("TH",), (3, 5))
        _traveller(store, edit, "Parti", ("TH",), (-5, -1))
    found = _tables(store, "who_is_where")
    assert [row[0] for row in found["On a mission that day"]] == ["Là-bas|"]
    assert [row[0] for row in found["Departures to come"]] == ["Bientôt|"]
    assert [row[0] for row in _tables(store, "who_is_where", country="FR")["On a mission that day"]] == ["Ailleurs|"]


def test_a_journey_of_several_legs_says_where_somebody_is_on_that_day(store: Store) -> None:
    with store.edit(Words("Essai", "Try")) as edit:
        tour = _traveller(store, edit, "Tournée", ("ID", "VN"), (-6, 6))
        for code, city, first, last in (("ID", "Jakarta", -6, 0), ("VN", "Huế", 0, 6)):
            edit.add(
                ENTITIES["leg"],
                {"mission": tour, "country": _country(store, code), "city": city, "starts_on": _day(first),
                 "ends_on": _day(last)},
            )  # fmt: skip
    (row,) = _tables(store, "who_is_where")["On a mission that day"]
    assert row[3] == "Huế|Vietnam"
    assert row[4] == "+33 1 99 00 00 00|"


@pytest.mark.parametrize("flag", ["objects", "restricted"])
def test_nothing_but_the_name_is_said_of_those_who_object(store: Store, flag: str) -> None:
    with store.edit(Words("Essai", "Try")) as edit:
        _traveller(store, edit, "Discrète", ("VN",), (-1, 1), **{flag: True})
    (row,) = _tables(store, "who_is_where")["On a mission that day"]
    assert (row[0], row[4]) == ("Discrète|", "|")


def test_delegations_of_the_day_are_named_and_the_day_sheet_says_what_is_left_to_be_done(store: Store) -> None:
    with store.edit(Words("Essai", "Try")) as edit:
        guest = edit.add(PERSON, {"family_name": "Invité"})
        event = edit.add(
            EVENT,
            {"title": "Visite fictive", "kind": "delegation", "country": _country(store, "VN"), "starts_on": _day(0),
             "ends_on": _day(1), "participants": (guest,)},
        )  # fmt: skip
        edit.add(TASK, {"event": event, "title": "Remercier", "due_on": "2031-05-02"})
    (row,) = _tables(store, "who_is_where")["Delegations and events that day"]
    assert (row[0], row[-1]) == ("Visite fictive", "Invité")
    ref = str((store.get(EVENT, event) or {})["ref"])
    assert _tables(store, "delegation_day", ref=ref)["Follow-up"] == [["Remercier", "2031-05-02"]]
