"""Two records that a person makes one, field by field: both references lead there, every office agrees, and it can be undone."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from desktop_app.domain.words import Words
from desktop_app.store.base import Query, Store
from desktop_app.store.queries import Filter
from desktop_app.sync.export import Request, export_workbook
from desktop_app.sync.receive import receive
from tests.sync.offices import INSTRUMENT, PARTNER, PARTY, WORDS, add, agree, change, exchange
from tests.sync.scenarios import three


@pytest.fixture
def stores() -> Iterator[list[Store]]:
    """Three installations."""
    with three() as opened:
        yield opened


def merge(store: Store, one: str, other: str, **values: object) -> str:
    """Make two partners one that shows some values."""
    with store.edit(Words("Fusionner", "Merge")) as edit:
        return edit.unite(PARTNER, one, other, values)  # type: ignore[arg-type]


def pair(store: Store) -> tuple[str, str]:
    """Make two partners that are the same, each with something of its own."""
    one = add(store, "Université fictive du Nord", country=None, city="Hanoi", acronym="UFN", aliases=("UF Nord",))
    other = add(
        store, "Univ. fictive du Nord", country=None, city="Hà Nội", website="https://example.org", aliases=("Nord",)
    )
    return one, other


CHOSEN = {"name": "Université fictive du Nord", "city": "Hà Nội", "acronym": "UFN", "website": "https://example.org",
          "aliases": ("Nord", "UF Nord", "Univ. fictive du Nord")}  # fmt: skip


def test_the_merged_record_shows_what_was_chosen_and_both_references_lead_to_it(stores: list[Store]) -> None:
    a = stores[0]
    one, other = pair(a)
    refs = [str((a.get(PARTNER, id_) or {})["ref"]) for id_ in (one, other)]
    into = merge(a, one, other, **CHOSEN)
    (record,) = a.records(Query(PARTNER))
    assert {name: record[name] for name in CHOSEN} == CHOSEN
    assert [a.find(ref) for ref in refs] == [(PARTNER, into)] * 2
    assert a.get(PARTNER, other) == a.get(PARTNER, one)
    assert a.installations.conflicts() == []
    assert [found.id for found in a.search("univ fictive")] == [into]
    assert a.check() == []


def test_links_lead_to_the_merged_record_and_parts_that_say_the_same_are_one(stores: list[Store]) -> None:
    a = stores[0]
    one, other = pair(a)
    with a.edit(WORDS) as edit:
        project = edit.add(INSTRUMENT, {"acronym": "FICTIF"})
        for partner in (one, other):
            edit.add(PARTY, {"instrument": project, "role": "lead_foreign", "partner": partner})
    into = merge(a, one, other, **CHOSEN)
    parties = a.records(Query(PARTY, (Filter("instrument", "is", project),)))
    assert [party["partner"] for party in parties] == [into]
    a.undo()
    parties = a.records(Query(PARTY, (Filter("instrument", "is", project),)))
    assert {party["partner"] for party in parties} == {one, other}
    merge(a, one, other, **CHOSEN)
    assert a.count(Query(PARTY, (Filter("instrument", "is", project),))) == 1
    assert a.check() == []


def test_undoing_a_merge_makes_two_of_it_again_and_redoing_one(stores: list[Store]) -> None:
    a = stores[0]
    one, other = pair(a)
    before = a.many(PARTNER, (one, other))
    print_before = a.fingerprint()
    into = merge(a, one, other, **CHOSEN)
    merged = a.fingerprint()
    a.undo()
    assert a.many(PARTNER, (one, other)) == before
    assert a.fingerprint() == print_before
    a.redo()
    assert a.fingerprint() == merged
    assert [record["id"] for record in a.records(Query(PARTNER))] == [into]


def test_a_merge_is_undone_later_too_and_what_was_changed_since_stays(stores: list[Store]) -> None:
    a = stores[0]
    one, other = pair(a)
    into = merge(a, one, other, **CHOSEN)
    step = a.steps(1)[0].batch
    change(a, into, notes="Écrit après la fusion", city="Huế")
    add(a, "Autre fiche fictive", country=None)
    a.undo_step(step)
    found = a.many(PARTNER, (one, other))
    assert {record["name"] for record in found.values()} == {"Université fictive du Nord", "Univ. fictive du Nord"}
    assert (found[into]["notes"], found[into]["city"]) == ("Écrit après la fusion", "Huế")
    assert a.check() == []


def test_every_office_agrees_on_a_merge_and_on_what_was_changed_elsewhere_meanwhile(stores: list[Store]) -> None:
    a, b, c = stores
    one, other = pair(a)
    exchange(a, b, c)
    change(b, other, notes="Dit ailleurs, avant de savoir")
    merge(a, one, other, **CHOSEN)
    exchange(a, b, c)
    agree(a, b, c)
    (record,) = c.records(Query(PARTNER))
    assert record["notes"] == "Dit ailleurs, avant de savoir"
    assert record["name"] == CHOSEN["name"]
    assert c.installations.conflicts() == []


def test_an_old_workbook_with_both_records_still_finds_its_own(stores: list[Store], tmp_path: Path) -> None:
    a = stores[0]
    one, other = pair(a)
    path = export_workbook(a, tmp_path, Request(("partner",), (), "Ambassade fictive")).path
    into = merge(a, one, other, **CHOSEN)
    book = openpyxl.load_workbook(path)
    written = 0
    for sheet in book:
        for cells in sheet.iter_rows():
            if any(cell.value == "Univ. fictive du Nord" for cell in cells):
                notes = next(cell for cell in cells if cell.value == "https://example.org")
                notes.value = "https://example.org/nouveau"
                written += 1
    assert written == 1
    book.save(path)
    plan = receive(a, path)
    assert plan is not None
    assert [(item.field, item.theirs) for item in plan.items if item.kind == "theirs"] == [
        ("website", "https://example.org/nouveau")
    ]
    assert {a.find(item.ref) for item in plan.items if item.kind == "theirs"} == {(PARTNER, into)}
    assert plan.rows.get("new", 0) == 0


def test_a_pair_that_was_told_apart_stays_apart_until_somebody_merges_it(stores: list[Store]) -> None:
    a, b, _c = stores
    one, other = pair(a)
    with a.edit(WORDS) as edit:
        edit.say_same(PARTNER, one, other, same=False)
    assert a.told_apart(PARTNER) == {frozenset((one, other))}
    exchange(a, b)
    assert b.told_apart(PARTNER) == {frozenset((one, other))}
    merge(b, one, other, **CHOSEN)
    assert b.count(Query(PARTNER)) == 1
    exchange(a, b)
    agree(a, b)
    assert a.told_apart(PARTNER) == set()


def test_a_third_record_joins_two_that_are_one_already(stores: list[Store]) -> None:
    a = stores[0]
    one, other = pair(a)
    third = add(a, "UFN Hanoi", country=None)
    with a.edit(WORDS) as edit:
        edit.say_same(PARTNER, other, third, same=False)
    into = merge(a, one, other, **CHOSEN)
    last = merge(a, into, third, name="UFN")
    (record,) = a.records(Query(PARTNER))
    assert (record["id"], record["name"], record["city"]) == (last, "UFN", "Hà Nội")
    assert last == min(one, other, third)
