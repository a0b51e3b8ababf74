"""The same thing made in two offices becomes one, with the edits of both, and can be told apart again."""

from collections.abc import Iterator

import pytest

from desktop_app.domain import ENTITIES
from desktop_app.domain.ids import derived_id
from desktop_app.store.base import Query, Store
from desktop_app.store.conflicts import DUPLICATE
from desktop_app.store.deciding import SAME, decide
from desktop_app.store.queries import Filter
from tests.sync.offices import INSTRUMENT, PARTNER, PARTY, UNIT, WORDS, add, agree, change, exchange, send
from tests.sync.scenarios import three

PERSON = ENTITIES["person"]
ROR = "https://ror.org/02feahw73"


@pytest.fixture
def stores() -> Iterator[list[Store]]:
    """Three installations."""
    with three() as opened:
        yield opened


def twice(a: Store, b: Store) -> tuple[str, str]:
    """Make the same university in two offices, each with something the other does not know."""
    one = add(a, "Université fictive", country=None, ror_id=ROR, city="Hanoi", aliases=("UF",))
    other = add(b, "Université fictive", country=None, ror_id=ROR, website="https://example.org", aliases=("Fictive",))
    return one, other


def test_two_with_the_same_official_number_become_one_with_what_both_knew(stores: list[Store]) -> None:
    a, b, c = stores
    one, other = twice(a, b)
    exchange(a, b, c)
    agree(a, b, c)
    (record,) = c.records(Query(PARTNER))
    assert record["id"] == min(one, other)
    assert (record["city"], record["website"]) == ("Hanoi", "https://example.org")
    assert record["aliases"] == ("Fictive", "UF")
    assert c.installations.conflicts() == []


def test_what_differs_is_a_conflict_and_neither_edit_is_lost(stores: list[Store]) -> None:
    a, b, c = stores
    one, other = twice(a, b)
    change(a, one, city="Huế")
    change(b, other, city="Vinh")
    exchange(a, b, c)
    agree(a, b, c)
    (conflict,) = a.installations.conflicts()
    assert {side.values["city"] for side in conflict.sides} == {"Huế", "Vinh"}
    change(b, other, notes="Sous l’ancienne identité")
    exchange(a, b, c)
    agree(a, b, c)
    assert (a.get(PARTNER, one) or {})["notes"] == "Sous l’ancienne identité"


def test_old_references_and_links_lead_to_the_one_that_is_shown(stores: list[Store]) -> None:
    a, b, _c = stores
    one, other = twice(a, b)
    refs = {str((a.get(PARTNER, one) or {})["ref"]), str((b.get(PARTNER, other) or {})["ref"])}
    with b.edit(WORDS) as edit:
        person = edit.add(PERSON, {"family_name": "FICTIF", "partner": other})
    with a.edit(WORDS) as edit:
        instrument = edit.add(INSTRUMENT, {"title": "Eau"})
        edit.add(PARTY, {"instrument": instrument, "role": "partner", "partner": one})
    send(a, b)
    send(b, a)
    with b.edit(WORDS) as edit:
        edit.add(PARTY, {"instrument": instrument, "role": "partner", "partner": max(one, other)})
    exchange(a, b)
    agree(a, b)
    shown = min(one, other)
    for store in (a, b):
        assert {store.find(ref) for ref in refs} == {(PARTNER, shown)}
        assert store.get(PARTNER, one) == store.get(PARTNER, other) != None  # noqa: E711
        assert set(store.many(PARTNER, [one, other])) == {one, other}
        assert [record["id"] for record in store.records(Query(PERSON, (Filter("partner", "is", shown),)))] == [person]
        assert len(store.records(Query(PARTY))) == 1


def test_they_can_be_told_apart_again_and_that_is_asked_once(stores: list[Store]) -> None:
    a, b, c = stores
    one, other = twice(a, b)
    exchange(a, b, c)
    with c.edit(WORDS) as edit:
        edit.say_same(PARTNER, one, other, same=False)
    assert c.count(Query(PARTNER)) == 2
    exchange(a, b, c)
    agree(a, b, c)
    for store in (a, b, c):
        assert {record["id"] for record in store.records(Query(PARTNER))} == {one, other}
        assert (store.get(PARTNER, one) or {})["website"] is None
        assert store.installations.conflicts() == []
    c.undo()
    exchange(a, b, c)
    agree(a, b, c)
    assert a.count(Query(PARTNER)) == 1


def test_distinct_said_before_the_other_joins_holds(stores: list[Store]) -> None:
    a, b, c = stores
    one, other = twice(a, b)
    piece_a, piece_b = list(a.installations.parcels({})), list(b.installations.parcels({}))
    for parcel in (*piece_a, *piece_b):
        c.installations.take_in(parcel)
    with c.edit(WORDS) as edit:
        edit.say_same(PARTNER, one, other, same=False)
    said = list(c.installations.parcels({}))
    for parcel in said:
        a.installations.take_in(parcel)
    exchange(a, b, c)
    agree(a, b, c)
    assert b.count(Query(PARTNER)) == 2


def test_two_that_contradict_each_other_are_asked(stores: list[Store]) -> None:
    a, b, _c = stores
    one = add(a, "Université fictive", country=derived_id("country", "VN"), ror_id=ROR)
    other = add(b, "Autre université", country=derived_id("country", "JP"), ror_id=ROR)
    exchange(a, b)
    assert a.fingerprint() == b.fingerprint()
    assert a.count(Query(PARTNER)) == 2
    (conflict,) = [conflict for conflict in a.installations.conflicts() if conflict.kind == DUPLICATE]
    assert {conflict.record, conflict.sides[0].values["same_as"]} == {one, other}
    decide(a, [(conflict, {SAME: True})])
    exchange(a, b)
    assert b.count(Query(PARTNER)) == 1
    assert [conflict.fields for conflict in b.installations.conflicts()] == [("country",), ("name",)]


def test_units_and_instruments_unite_by_their_codes(stores: list[Store]) -> None:
    a, b, _c = stores
    for store in (a, b):
        with store.edit(WORDS) as edit:
            edit.add(UNIT, {"code": "UMI 0000", "name": "Laboratoire fictif"})
            edit.add(INSTRUMENT, {"title": "Eau", "code": "IRP 0000", "countries": (derived_id("country", "VN"),)})
    exchange(a, b)
    assert a.fingerprint() == b.fingerprint()
    assert (a.count(Query(UNIT)), a.count(Query(INSTRUMENT))) == (1, 1)


def test_three_made_apart_become_one_whoever_meets_first(stores: list[Store]) -> None:
    a, b, c = stores
    ids = [add(store, "Université fictive", country=None, ror_id=ROR) for store in stores]
    send(a, b)
    send(c, a)
    exchange(a, b, c)
    agree(a, b, c)
    assert [record["id"] for record in b.records(Query(PARTNER))] == [min(ids)]


def test_an_edit_of_the_one_that_is_shown_reaches_who_has_not_joined_them_yet(stores: list[Store]) -> None:
    a, b, _c = stores
    one, other = twice(a, b)
    send(b, a)
    change(a, max(one, other), city="Dalat")
    with a.edit(WORDS) as edit:
        edit.set(PARTNER, min(one, other), "aliases", ("UF",))
    exchange(a, b)
    agree(a, b)
    (record,) = b.records(Query(PARTNER))
    assert (record["city"], record["aliases"]) == ("Dalat", ("UF",))
    with b.edit(WORDS) as edit:
        edit.delete(PARTNER, max(one, other))
    exchange(a, b)
    agree(a, b)
    assert a.count(Query(PARTNER)) == 0
