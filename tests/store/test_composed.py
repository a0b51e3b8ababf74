"""Lists in an order that no field holds: it is the one of what their cells show."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop_app.demo.office import fill_demo
from desktop_app.domain.entity import Entity
from desktop_app.domain.event import EVENT, TASK
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import MILESTONE, PARTY
from desktop_app.domain.leading import COMPOSED
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.text import fold
from desktop_app.domain.words import Words
from desktop_app.store import composed
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The demo office."""
    with Store.create(tmp_path_factory.mktemp("composed") / "demo.passerelle", "SIN", demo=True) as made:
        fill_demo(made, 40, today=date(2026, 11, 22))
        yield made


def ordered(store: Store, entity: Entity, by: str, *, falls: bool = False) -> list[str]:
    """The ids of a kind in a composed order."""
    return [str(one["id"]) for one in store.records(Query(entity, sort=((by, falls),), lang="en"))]


def of_each(store: Store, part: Entity, owner: str) -> dict[str, list[dict[str, object]]]:
    """The parts of each owner."""
    found: dict[str, list[dict[str, object]]] = {}
    for one in store.records(Query(part, (Filter(owner, "filled"),))):
        found.setdefault(str(one[owner]), []).append(dict(one))
    return found


def test_every_composed_order_has_its_question() -> None:
    assert {field.name for field in COMPOSED} == composed.COMPOSED


@pytest.mark.parametrize("falls", [False, True])
def test_partners_stand_by_how_many_instruments_they_take_part_in(store: Store, *, falls: bool) -> None:
    parties = of_each(store, PARTY, "partner")
    counts = [
        len({one["instrument"] for one in parties.get(id_, [])})
        for id_ in ordered(store, PARTNER, "_instruments", falls=falls)
    ]
    filled = [count for count in counts if count]
    assert len(set(filled)) > 2
    assert filled == sorted(filled, reverse=falls)
    assert counts == filled + [0] * (len(counts) - len(filled))


def test_instruments_stand_by_the_name_of_the_partner_that_leads(store: Store) -> None:
    parties = of_each(store, PARTY, "instrument")
    names = []
    for id_ in ordered(store, INSTRUMENT, "_main_partner"):
        leads = [one["partner"] for role in ("lead_foreign", "partner", "host") for one in parties.get(id_, [])
                 if one["role"] == role and one["partner"]]  # fmt: skip
        names.append(fold(store.names.label("partner", str(leads[0]), "en")) if leads else None)
    filled = [name for name in names if name is not None]
    assert len(set(filled)) > 5
    assert filled == sorted(filled)
    assert names[: len(filled)] == filled


def test_instruments_stand_by_their_next_deadline_and_those_without_one_come_last(store: Store) -> None:
    steps = of_each(store, MILESTONE, "instrument")
    over = ("not_selected", "abandoned", "closed", "transformed", "report_received", "suspended")
    days = []
    for one in store.records(Query(INSTRUMENT, sort=(("_next_step_on", False),))):
        due = [str(step["due_on"]) for step in steps.get(str(one["id"]), []) if step["due_on"] and not step["done_on"]]
        days.append(min(due) if due and one["status"] not in over else None)
    filled = [day for day in days if day]
    assert len(set(filled)) > 2
    assert filled == sorted(filled)
    assert days[: len(filled)] == filled


def test_events_stand_by_what_is_next_to_be_done(store: Store) -> None:
    tasks = of_each(store, TASK, "event")
    days = []
    for one in store.records(Query(EVENT, sort=(("_next_task_on", False),))):
        due = [str(task["due_on"]) for task in tasks.get(str(one["id"]), []) if task["due_on"] and not task["done_on"]]
        days.append(min(due) if due and one["status"] != "cancelled" else None)
    filled = [day for day in days if day]
    assert filled
    assert filled == sorted(filled)
    assert days[: len(filled)] == filled


def test_missions_stand_by_what_their_instrument_is_called_where_it_has_no_acronym(tmp_path: Path) -> None:
    with Store.create(tmp_path / "office.passerelle", "SIN") as base:
        with base.edit(Words("Essai", "Trial")) as edit:
            named = [
                edit.add(INSTRUMENT, {"acronym": "MEKONG", "title": "A river"}),
                edit.add(INSTRUMENT, {"title": "Zoology of the delta"}),
                edit.add(INSTRUMENT, {"title": "Archives of the coast"}),
            ]
            for id_ in named:
                edit.add(MISSION, {"instrument": id_, "starts_on": "2026-01-05"})
        found = base.records(Query(MISSION, sort=(("instrument", False), ("starts_on", True)), lang="en"))
        names = [base.names.label("instrument", str(one["instrument"]), "en") for one in found]
        assert names == ["Archives of the coast", "MEKONG", "Zoology of the delta"]
