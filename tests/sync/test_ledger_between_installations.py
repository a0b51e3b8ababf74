"""What one laptop of an office sent, another one takes back: the ledger travels with the rest."""

import csv
import hashlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from desktop_app.store.base import Store
from desktop_app.store.fold import Change, canonical
from desktop_app.store.ledger_news import TABLE
from desktop_app.store.parcel import Parcel, Sent
from desktop_app.store.peers import Peer, Place
from desktop_app.store.tables import SET
from desktop_app.sync import team
from desktop_app.sync.apply import apply_plan
from desktop_app.sync.export import Request, export_workbook
from desktop_app.sync.receive import receive
from tests.sync.offices import PARTNER, add, agree, change, exchange, installations, known, send

SHEET = "Partenaires - Partners"


@pytest.fixture
def two(empty_base: Path, tmp_path: Path) -> Iterator[list[Store]]:
    """Two laptops of one office that share a folder."""
    with installations(empty_base, tmp_path, "director", "assistant") as stores:
        folder = tmp_path / "team"
        folder.mkdir()
        for store in stores:
            team.choose_folder(store, folder)
        yield stores


def meet(*stores: Store) -> None:
    """Let everybody go to the folder, twice."""
    for store in (*stores, *stores):
        team.exchange(store)


def sent_by(store: Store, folder: Path) -> Path:
    """Send the partners to somebody."""
    return export_workbook(
        store, folder, Request(("partner",), recipient="Ambassade fictive", due_on="2026-12-01")
    ).path


def edited(path: Path, **typed: str) -> Path:
    """Type into the first row."""
    book = openpyxl.load_workbook(path)
    sheet = book[SHEET]
    for cell in sheet[1]:
        if (code := str(cell.value).partition(".")[2]) in typed:
            sheet.cell(4, int(cell.column or 0)).value = typed[code]
    back = path.with_name("retour.xlsx")
    book.save(back)
    return back


def as_text(path: Path) -> Path:
    """Save the table as text: nothing of the workbook is left but its cells."""
    rows = [list(row) for row in openpyxl.load_workbook(path)[SHEET].iter_rows(min_row=3, values_only=True)]
    text = path.with_suffix(".csv")
    with text.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return text


@pytest.mark.parametrize("save", [lambda path: path, as_text], ids=["workbook", "text"])
def test_the_return_of_what_another_laptop_sent_merges_as_it_would_there(
    two: list[Store], tmp_path: Path, save: Callable[[Path], Path]
) -> None:
    director, assistant = two
    id_ = add(director, city="Hanoi", website="https://un.example")
    sent = sent_by(director, tmp_path)
    meet(*two)
    change(assistant, id_, city="Huế", acronym="UF")
    back = save(edited(sent, city="Vinh", website="https://deux.example"))

    plan = receive(assistant, back)
    assert plan is not None
    assert {item.field: item.kind for item in plan.items} == {"city": "conflicts", "website": "theirs"}
    assert plan.export == assistant.ledger.shipments()[0].number
    apply_plan(assistant, plan)
    record = assistant.get(PARTNER, id_)
    assert record is not None
    assert (record["city"], record["website"], record["acronym"]) == ("Huế", "https://deux.example", "UF")
    meet(*two)
    agree(*two)
    (there,) = director.ledger.shipments()
    assert (there.number, there.state) == ("EX0001", "returned")
    (came,) = director.ledger.returns("EX0001")
    assert (came.file_name, came.author) == (back.name, assistant.author)
    assert receive(director, back).notes  # type: ignore[union-attr]  # already taken in, it says


def test_a_workbook_is_out_on_every_laptop_until_it_comes_back_anywhere(two: list[Store], tmp_path: Path) -> None:
    director, assistant = two
    id_ = add(director)
    sent = sent_by(director, tmp_path)
    meet(*two)
    (out,) = assistant.ledger.shipments()
    assert (out.state, out.recipient, out.due_on) == ("out", "Ambassade fictive", "2026-12-01")
    assert set(assistant.ledger.held([id_])) == {id_}
    apply_plan(director, receive(director, edited(sent, city="Vinh")))  # type: ignore[arg-type]
    meet(*two)
    assert [one.state for one in assistant.ledger.shipments()] == ["returned"]
    assert not assistant.ledger.held([id_])
    director.undo()
    meet(*two)
    assert [one.state for one in assistant.ledger.shipments()] == ["out"]
    assert [one.undone for one in assistant.ledger.returns()] == [True]


def test_each_laptop_counts_its_own_workbooks(two: list[Store], tmp_path: Path) -> None:
    director, assistant = two
    add(director)
    meet(*two)
    for store, name in ((director, "a"), (assistant, "b"), (director, "c")):
        folder = tmp_path / name
        folder.mkdir()
        sent_by(store, folder)
    meet(*two)
    for store, own in ((director, ["EX0001", "EX0002"]), (assistant, ["EX0001"])):
        numbers = [one.number for one in store.ledger.shipments()]
        assert sorted(number for number in numbers if "-" not in number) == own
        assert len(numbers) == 3


@pytest.fixture
def copied(two: list[Store], tmp_path: Path) -> Iterator[tuple[Store, Store, Path, Path]]:
    """A base and a copy of it that does not know yet that it is one: each has sent a workbook under the same number."""
    director, _assistant = two
    add(director, city="Hanoi")
    path = tmp_path / "copy.passerelle"
    director.backup(tmp_path / "copies")
    shutil.copy(next((tmp_path / "copies").iterdir()), path)
    with Store.open(path, aside=True) as copy:
        sent = []
        for store, name in ((director, "a"), (copy, "b")):
            add(store, name=f"Université {name}", city="Huế")
            (tmp_path / name).mkdir()
            sent.append(sent_by(store, tmp_path / name))
        assert [one.number for store in (director, copy) for one in store.ledger.shipments()] == ["EX0001", "EX0001"]
        yield director, copy, sent[0], sent[1]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (1, 0, 2, 3), (2, 1, 0, 3), (2, 0, 1, 3), (3, 2, 0, 1)])
def test_two_workbooks_that_two_copies_of_a_base_gave_one_number_stay_two_everywhere(
    two: list[Store], copied: tuple[Store, Store, Path, Path], order: tuple[int, ...]
) -> None:
    director, copy, _first, second = copied
    assistant = two[1]
    apply_plan(copy, receive(copy, edited(second, city="Vinh")))  # type: ignore[arg-type]
    parcels = [parcel for store in (director, copy) for parcel in store.installations.parcels({})]
    lines = [replace(p, changes=[one]) for p in parcels for one in p.changes if one.change.tbl == TABLE]
    rest = [replace(p, changes=[one for one in p.changes if one.change.tbl != TABLE]) for p in parcels]
    assert [parcel.changes[0].change.field for parcel in lines] == ["sent", "sent", "back"]
    groups = [*([parcel] for parcel in lines), rest]
    for place in order:
        for parcel in groups[place]:
            assistant.installations.take_in(parcel)
    exchange(director, copy, assistant)
    states = {one.sha256: one.state for one in director.ledger.shipments()}
    assert sorted(states.values()) == ["out", "returned"]
    for store in (copy, assistant):
        assert {one.sha256: one.state for one in store.ledger.shipments()} == states
        assert store.check() == []


def test_a_workbook_comes_back_as_itself_where_another_bears_its_number(
    two: list[Store], copied: tuple[Store, Store, Path, Path]
) -> None:
    director, copy, first, second = copied
    exchange(director, copy, two[1])
    for store in (director, copy, two[1]):
        for path in (first, second):
            plan = receive(store, edited(path, city="Vinh"))
            assert plan is not None
            assert plan.export
            shipment = store.ledger.shipment(plan.export)
            assert shipment is not None
            assert shipment.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
            assert [note.en for note in plan.notes] == []


def test_a_table_that_may_be_of_two_workbooks_is_compared_with_none_of_them(
    two: list[Store], copied: tuple[Store, Store, Path, Path]
) -> None:
    director, copy, first, second = copied
    exchange(director, copy, two[1])
    for store in (director, copy, two[1]):
        for path in (first, second):
            plan = receive(store, as_text(edited(path, city="Vinh")))
            assert plan is not None
            assert plan.export is None
            assert any("not known here" in note.en for note in plan.notes)
            assert [(item.field, item.kind) for item in plan.items] == [("city", "conflicts")]


def test_what_returned_is_told_in_any_order(two: list[Store], tmp_path: Path) -> None:
    director, assistant = two
    before = known(director)
    add(director)
    sent = sent_by(director, tmp_path)
    apply_plan(director, receive(director, edited(sent, city="Vinh")))  # type: ignore[arg-type]
    whole, small = director.installations.parcels({}, 40), director.installations.parcels(before, 1)
    for parcel in reversed([*whole, *small]):
        assistant.installations.take_in(parcel)
    assert [one.state for one in assistant.ledger.shipments()] == ["returned"]
    assert len(assistant.ledger.returns()) == 1
    send(director, assistant)
    assert len(assistant.ledger.returns()) == 1


def test_another_office_knows_the_workbook_but_does_not_follow_it(two: list[Store], tmp_path: Path) -> None:
    director, other = two
    other.keep_setting("office", "TYO")
    other.__dict__.pop("office", None)
    id_ = add(director, city="Hanoi")
    sent = sent_by(director, tmp_path)
    exchange(director, other)
    assert not other.ledger.shipments()
    assert not other.ledger.held([id_])
    plan = receive(other, as_text(edited(sent, city="Vinh")))
    assert plan is not None
    assert [(item.field, item.kind) for item in plan.items] == [("city", "theirs")]


@pytest.mark.parametrize(
    "value",
    [None, {}, {"by": "0" * 32, "number": "EX0001"}, {"by": "0" * 32, "number": "../x", "due_on": 3, "sha256": ""}],
)
def test_lines_that_no_program_of_ours_writes_are_kept_and_say_nothing(two: list[Store], value: object) -> None:
    director = two[0]
    for number, field in enumerate(("sent", "back", "of_tomorrow"), 1):
        sender = f"{number:032x}"
        line = Change(f"{number + 10:032x}", SET, TABLE, "a" * 32, field, canonical(value), 1, "somebody")
        have = {sender: (1, line.id)}
        newer = Peer(sender, "TYO", "newer", None, have, None)
        director.installations.take_in(Parcel(sender, have, [newer], changes=[Sent(Place(sender, 1), line, ())]))
    assert not director.ledger.shipments()
    assert not director.ledger.returns()
    assert director.check() == []
