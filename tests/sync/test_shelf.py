"""Files that wait for a review are found again as they were kept, by whichever version."""

import base64
import json
import zlib

from desktop_app.domain.plan import ACCEPT, Item, Plan, to_json
from desktop_app.store.base import Store
from desktop_app.sync import shelf


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
