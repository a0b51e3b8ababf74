"""Stories of two or three installations, each with the only right end: ours must reach it, and every wrong way must miss one."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import permutations

from desktop_app.domain import ENTITIES
from desktop_app.domain.plan import ACCEPT, OPEN, REFUSE, Item, Plan
from desktop_app.domain.values import Value
from desktop_app.store.base import Query, Store
from desktop_app.store.conflicts import DELETED, VALUE
from desktop_app.store.deciding import ALIVE, decide
from desktop_app.sync.apply import apply_plan
from tests.sync.agreement import folder_in_memory, tiny_base
from tests.sync.offices import INSTRUMENT, PARTNER, WORDS, add, change, delete, exchange, installations, send

LINK = ENTITIES["link"]
Story = Callable[[list[Store]], None]
STORIES: list[Story] = []


def story(told: Story) -> Story:
    """Add a story."""
    STORIES.append(told)
    return told


@contextmanager
def three() -> Iterator[list[Store]]:
    """Three new installations."""
    folder = folder_in_memory()
    try:
        with installations(tiny_base(folder / "tiny.passerelle"), folder, "a", "b", "c") as stores:
            yield stores
    finally:
        shutil.rmtree(folder)


def city(store: Store, id_: str) -> Value:
    """Return the city that a partner shows."""
    return (store.get(PARTNER, id_) or {}).get("city")


def disputed(store: Store, kind: str = VALUE) -> list[set[Value]]:
    """Return the values of each open conflict of a kind."""
    found = [one for one in store.installations.conflicts() if one.kind == kind]
    return [
        {side.values[one.fields[0]] if kind == VALUE else side.values[ALIVE] for side in one.sides} for one in found
    ]


def shared(a: Store, *others: Store, **values: Value) -> str:
    """Make a partner that all have."""
    id_ = add(a, "Université fictive", **{"city": "Hanoi", "country": None, **values})
    send(a, *others)
    return id_


def equal(*stores: Store) -> None:
    """All show the same."""
    assert len({store.fingerprint() for store in stores}) == 1


@story
def two_values_of_which_none_knew_the_other_stay_open(stores: list[Store]) -> None:
    a, b, c = stores
    id_ = shared(a, b, c)
    change(a, id_, city="Huế")
    change(b, id_, city="Vinh")
    exchange(a, b, c)
    equal(a, b, c)
    assert disputed(a) == disputed(b) == disputed(c) == [{"Huế", "Vinh"}]


@story
def a_value_that_replaces_another_is_no_conflict_in_whatever_order_it_comes(stores: list[Store]) -> None:
    a, b, _c = stores
    id_ = add(a, city="Hanoi", country=None)
    change(a, id_, city="Huế")
    change(a, id_, city="Vinh")
    pieces = list(a.installations.parcels({}, 1))
    for parcel in reversed(pieces):
        b.installations.take_in(parcel)
    equal(a, b)
    assert city(b, id_) == "Vinh"
    assert disputed(b) == []


@story
def a_wrong_clock_decides_nothing(stores: list[Store]) -> None:
    a, b, _c = stores
    id_ = shared(a, b)
    b.wall = lambda: 1  # type: ignore[method-assign]  # 1970
    change(a, id_, city="Huế")
    send(a, b)
    change(b, id_, city="Vinh")
    send(b, a)
    equal(a, b)
    assert city(a, id_) == "Vinh"
    assert disputed(a) == []


@story
def an_edit_that_the_deleter_had_not_seen_keeps_the_record(stores: list[Store]) -> None:
    a, b, c = stores
    id_ = shared(a, b, c)
    delete(a, id_)
    change(b, id_, city="Huế")
    exchange(a, b, c)
    equal(a, b, c)
    assert city(a, id_) == "Huế"
    assert disputed(c, DELETED) == [{True, False}]
    (conflict,) = c.installations.conflicts()
    decide(c, [(conflict, {ALIVE: False})])
    exchange(a, b, c)
    equal(a, b, c)
    assert a.get(PARTNER, id_) is None
    assert a.installations.conflicts() == []


@story
def a_member_added_unseen_keeps_the_record(stores: list[Store]) -> None:
    a, b, _c = stores
    id_ = shared(a, b, aliases=("a",))
    delete(a, id_)
    change(b, id_, aliases=("a", "b"))
    exchange(a, b)
    equal(a, b)
    assert a.get(PARTNER, id_) is not None


@story
def a_deletion_hides_what_its_author_had_seen(stores: list[Store]) -> None:
    a, b, _c = stores
    id_ = shared(a, b)
    change(b, id_, city="Huế")
    send(b, a)
    delete(a, id_)
    exchange(a, b)
    equal(a, b)
    assert b.get(PARTNER, id_) is None
    assert b.installations.conflicts() == []


@story
def an_edit_of_what_is_disputed_replaces_only_what_stood_on_the_screen(stores: list[Store]) -> None:
    a, b, _c = stores
    id_ = shared(a, b)
    change(a, id_, city="Huế")
    change(b, id_, city="Vinh")
    send(b, a)
    shown = city(a, id_)
    other = ({"Huế", "Vinh"} - {shown}).pop()
    change(a, id_, city="Dalat")
    exchange(a, b)
    equal(a, b)
    assert disputed(b) == [{"Dalat", other}]


@story
def a_decision_closes_the_question_everywhere(stores: list[Store]) -> None:
    a, b, c = stores
    id_ = shared(a, b, c)
    change(a, id_, city="Huế")
    change(b, id_, city="Vinh")
    exchange(a, b, c)
    (conflict,) = c.installations.conflicts()
    decide(c, [(conflict, {"city": "Huế"})])
    assert c.installations.conflicts() == []
    exchange(a, b, c)
    equal(a, b, c)
    assert [city(store, id_) for store in (a, b, c)] == ["Huế"] * 3
    c.undo()
    exchange(a, b, c)
    assert disputed(a) == [{"Huế", "Vinh"}]


@story
def undo_leaves_what_was_replaced_and_no_question(stores: list[Store]) -> None:
    a, b, _c = stores
    id_ = shared(a, b)
    change(a, id_, city="Huế")
    send(a, b)
    change(a, id_, city="Vinh")
    send(a, b)
    a.undo_step(a.steps()[1].batch)
    exchange(a, b)
    equal(a, b)
    assert city(b, id_) == "Vinh"
    assert disputed(b) == []
    a.undo()
    exchange(a, b)
    equal(a, b)
    assert city(b, id_) == "Hanoi"


@story
def a_retraction_may_come_before_what_it_takes_back(stores: list[Store]) -> None:
    a, _b, c = stores
    id_ = add(a, city="Hanoi", country=None)
    change(a, id_, city="Huế")
    a.undo()
    for order in permutations(a.installations.parcels({}, 1)):
        for parcel in order:
            c.installations.take_in(parcel)
        break
    for parcel in reversed(list(a.installations.parcels({}, 1))):
        _b.installations.take_in(parcel)
    equal(a, _b, c)
    assert city(_b, id_) == "Hanoi"


@story
def members_added_here_survive_a_removal_there(stores: list[Store]) -> None:
    a, b, _c = stores
    id_ = shared(a, b, aliases=("x", "y"))
    change(a, id_, aliases=("y",))
    change(b, id_, aliases=None)
    change(b, id_, aliases=("x", "z"))
    exchange(a, b)
    equal(a, b)
    assert (a.get(PARTNER, id_) or {})["aliases"] == ("x", "z")


@story
def fields_that_go_together_are_not_mixed(stores: list[Store]) -> None:
    a, b, _c = stores
    with a.edit(WORDS) as edit:
        id_ = edit.add(INSTRUMENT, {"title": "Eau", "starts_on": "2024", "ends_on": "2026"})
    send(a, b)
    for store, values in ((a, {"starts_on": "2025"}), (b, {"ends_on": "2030"})):
        with store.edit(WORDS) as edit:
            edit.update(INSTRUMENT, id_, values)
    exchange(a, b)
    equal(a, b)
    record = a.get(INSTRUMENT, id_) or {}
    assert (record["starts_on"], record["ends_on"]) in {("2025", "2026"), ("2024", "2030")}
    (conflict,) = a.installations.conflicts()
    assert {tuple(side.values.values()) for side in conflict.sides} == {("2025", "2026"), ("2024", "2030")}


@story
def two_that_add_the_same_link_add_one(stores: list[Store]) -> None:
    a, b, _c = stores
    with a.edit(WORDS) as edit:
        one, other = (edit.add(INSTRUMENT, {"title": title}) for title in ("Eau", "Récifs"))
    send(a, b)
    for store, since in ((a, "2019"), (b, None)):
        with store.edit(WORDS) as edit:
            edit.add(LINK, {"instrument": one, "kind": "under", "other": other, "since_on": since})
    exchange(a, b)
    equal(a, b)
    assert [record["since_on"] for record in b.records(Query(LINK))] == ["2019"]
    assert b.installations.conflicts() == []


def returned(store: Store, id_: str, base: Value, theirs: Value, decision: str) -> Plan:
    """Return the plan of a workbook in which an embassy changed a city."""
    ours = city(store, id_)
    kind = "theirs" if ours == base else "conflicts"
    item = Item(kind, "partner", id_, "", "Partenaires", "C4", "city", base, ours, theirs, decision)
    return Plan("return", "retour.xlsx", "0" * 64, items=[item])


@story
def two_that_take_in_the_same_file_say_the_same(stores: list[Store]) -> None:
    a, b, _c = stores
    id_ = shared(a, b)
    apply_plan(a, returned(a, id_, "Hanoi", "Huế", ACCEPT))
    apply_plan(b, returned(b, id_, "Hanoi", "Huế", ACCEPT))
    before = a.installations.have()
    exchange(a, b)
    equal(a, b)
    assert city(a, id_) == "Huế"
    assert (
        sum(number for number, _id in a.installations.have().values())
        <= sum(number for number, _id in before.values()) + 1
    )
    assert len([one for one in a.history(id_) if one.after == "Huế"]) == 1


@story
def a_file_replaces_what_it_had_shown_and_nothing_newer(stores: list[Store]) -> None:
    a, b, _c = stores
    id_ = shared(a, b)
    change(b, id_, city="Vinh")
    apply_plan(a, returned(a, id_, "Hanoi", "Huế", ACCEPT))
    exchange(a, b)
    equal(a, b)
    assert disputed(a) == [{"Huế", "Vinh"}]


@story
def a_refusal_holds_everywhere(stores: list[Store]) -> None:
    a, b, _c = stores
    id_ = shared(a, b)
    apply_plan(a, returned(a, id_, "Hanoi", "Huế", ACCEPT))
    apply_plan(b, returned(b, id_, "Hanoi", "Huế", REFUSE))
    assert city(b, id_) == "Hanoi"
    exchange(a, b)
    equal(a, b)
    assert city(a, id_) == "Hanoi"
    assert disputed(a) == []


@story
def what_is_left_open_stays_open_with_both_values(stores: list[Store]) -> None:
    a, b, _c = stores
    id_ = shared(a, b)
    change(a, id_, city="Vinh")
    apply_plan(a, returned(a, id_, "Hanoi", "Huế", OPEN))
    assert city(a, id_) == "Vinh"
    assert disputed(a) == [{"Vinh", "Huế"}]
    send(a, b)
    equal(a, b)
    apply_plan(b, returned(b, id_, "Hanoi", "Huế", ACCEPT))
    exchange(a, b)
    equal(a, b)
    assert city(a, id_) == "Huế"
    assert disputed(a) == []


@story
def a_file_that_was_undone_can_be_taken_in_again(stores: list[Store]) -> None:
    a, b, _c = stores
    id_ = shared(a, b)
    for _time in range(2):
        apply_plan(a, returned(a, id_, "Hanoi", "Huế", ACCEPT))
        assert city(a, id_) == "Huế"
        a.undo()
        assert city(a, id_) == "Hanoi"
    apply_plan(a, returned(a, id_, "Hanoi", "Huế", ACCEPT))
    exchange(a, b)
    equal(a, b)
    assert city(b, id_) == "Huế"


@story
def undoing_what_another_took_in_too_leaves_it_there(stores: list[Store]) -> None:
    a, b, _c = stores
    id_ = shared(a, b)
    apply_plan(a, returned(a, id_, "Hanoi", "Huế", ACCEPT))
    plan = returned(b, id_, "Hanoi", "Huế", ACCEPT)
    send(a, b)
    assert city(b, id_) == "Huế"
    assert plan.items[0].theirs == "Huế"
    assert b.undo() is None
    equal(a, b)
