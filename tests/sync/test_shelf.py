"""Files that wait for a review are found again as they were kept, by whichever version."""

import base64
import json
import zlib

from desktop_app.domain.ids import derived_id
from desktop_app.domain.letting_go import Many
from desktop_app.domain.mission import MISSION
from desktop_app.domain.person import PERSON
from desktop_app.domain.plan import ACCEPT, OPEN, Item, Plan, Values, to_json
from desktop_app.store.base import Store
from desktop_app.sync import shelf
from desktop_app.sync.apply import apply_plan


def plan() -> Plan:
    made = Plan("foreign", "Coopération (fictif).xlsx", "0" * 64)
    for number in range(1_200):
        values = {"cities": ("Huê",), "purpose": f"« {number} »"}
        made.items.append(Item("new", "mission", "", "", "Feuil1", f"A{number}", None, None, None, values, ACCEPT))  # type: ignore[arg-type]
    return made


def test_a_plan_of_many_rows_is_found_again(store: Store) -> None:
    review = shelf.take_in(store, plan())
    found = shelf.find(store, review.key)
    assert found is not None
    assert json.dumps(to_json(found.plan)) == json.dumps(to_json(plan()))


def test_a_plan_kept_by_an_older_version_is_found_again(store: Store) -> None:
    review = shelf.take_in(store, plan())
    packed = zlib.compress(json.dumps(to_json(review.plan), ensure_ascii=False).encode(), 6)
    store.keep_setting(f"review/{review.key}/plan", base64.b85encode(packed).decode())
    found = shelf.find(store, review.key)
    assert found is not None
    assert len(found.plan.items) == 1_200


def test_what_is_left_of_a_sheet_brings_the_person_with_it_whom_an_undo_took_away(store: Store) -> None:
    person, first, second = (derived_id("row", str(number)) for number in (1, 2, 3))
    made = Plan("foreign", "Missions (fictif).xlsx", "1" * 64)
    made.items = Many([
        _new("person", person, {"family_name": "FICTIVE", "given_name": "Anne"}, ACCEPT),
        _new("mission", first, {"person": person, "starts_on": "2026-03-01"}, ACCEPT),
        _new("mission", second, {"person": person, "starts_on": "2026-06-01"}, OPEN),
    ])  # fmt: skip
    review = shelf.take_in(store, made)
    applied = apply_plan(store, review.plan)
    review.settle(applied.left, applied.waiting)
    shelf.keep_rest(store, review)
    store.undo_step(applied.changes.batch)
    assert store.get(PERSON, person) is None
    rest = shelf.find(store, review.key)
    assert rest is not None
    (item,) = rest.items
    assert rest.plan.coming[person][1]["family_name"] == "FICTIVE"
    item.decision = ACCEPT
    apply_plan(store, rest.plan)
    held = store.get(MISSION, second)
    assert held is not None
    found = store.get(PERSON, str(held["person"]))
    assert found is not None
    assert found["family_name"] == "FICTIVE"
    assert store.get(MISSION, first) is None  # that one was taken back


def test_what_is_left_of_a_sheet_adds_nobody_a_second_time(store: Store) -> None:
    person, second = derived_id("row", "1"), derived_id("row", "2")
    made = Plan("foreign", "Missions (fictif).xlsx", "1" * 64)
    made.items = Many([
        _new("person", person, {"family_name": "FICTIVE"}, ACCEPT),
        _new("mission", second, {"person": person, "starts_on": "2026-06-01"}, OPEN),
    ])  # fmt: skip
    review = shelf.take_in(store, made)
    applied = apply_plan(store, review.plan)
    review.settle(applied.left, applied.waiting)
    review.items[0].decision = ACCEPT
    applied = apply_plan(store, review.plan)
    assert applied.changes.added == {"mission": {second}}


def _new(entity: str, id_: str, values: Values, decision: str) -> Item:
    return Item("new", entity, id_, "", "Feuil1", "A2", None, None, None, values, decision)
