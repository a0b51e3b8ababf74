"""A workbook taken in by somebody who has not yet heard of what its sender had written before sending it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.domain.plan import ACCEPT, OPEN, REFUSE
from desktop_app.store.base import Store
from desktop_app.sync.apply import apply_plan
from desktop_app.sync.export import Request, export_workbook
from desktop_app.sync.receive import receive
from tests.sync.offices import PARTNER, add, agree, change, exchange, installations

Book = Any


@pytest.fixture
def pair(empty_base: Path, tmp_path: Path) -> Iterator[tuple[Store, Store, str]]:
    """The sender of workbooks, another office, and a partner that both have."""
    with installations(empty_base, tmp_path, "sender", "other") as (sender, other):
        id_ = add(sender, city="Hanoi", aliases=("a", "b"))
        exchange(sender, other)
        yield sender, other, id_


def sent(store: Store, folder: Path, edit: Callable[[Book], object]) -> Path:
    """Send the partners, and return what comes back after somebody's hands."""
    columns = {"partner": ("name", "city", "aliases")}
    path = export_workbook(store, folder, Request(("partner",), columns=columns)).path
    book = openpyxl.load_workbook(path)
    edit(book)
    back = path.with_name("retour.xlsx")
    book.save(back)
    return back


def typed(book: Book, code: str, text: str) -> None:
    """Type into the one partner's row."""
    (sheet,) = [sheet for sheet in book if str(sheet.cell(1, 1).value).startswith("partner.")]
    place = next(cell.column for cell in sheet[1] if str(cell.value) == f"partner.{code}")
    sheet.cell(4, place).value = text


def stripped(book: Book) -> None:
    """Copy the table into a new file: the references stay, nothing else that names the export."""
    for name in [sheet.title for sheet in book if not str(sheet.cell(1, 1).value).startswith("partner.")]:
        del book[name]
    book.defined_names.clear()
    book.custom_doc_props = type(book.custom_doc_props)()
    book.properties.keywords = book.properties.subject = ""
    (sheet,) = book.worksheets
    sheet.tables.clear()
    sheet.delete_rows(1, 2)


def take(store: Store, path: Path, decision: str) -> None:
    """Take a file in, and answer all its questions alike."""
    plan = receive(store, path)
    assert plan
    for item in plan.items:
        item.decision = decision
    apply_plan(store, plan)


def test_what_the_sender_had_written_is_an_echo_and_no_edit_of_the_embassy(
    pair: tuple[Store, Store, str], tmp_path: Path
) -> None:
    sender, other, id_ = pair
    change(sender, id_, city="Huế")
    back = sent(sender, tmp_path, stripped)
    take(other, back, OPEN)
    assert [conflict.fields for conflict in other.installations.conflicts()] == [("city",)]
    change(sender, id_, city="Vinh")
    exchange(sender, other)
    agree(sender, other)
    assert other.installations.conflicts() == []
    assert other.get(PARTNER, id_)["city"] == "Vinh"  # type: ignore[index]


def test_an_echo_of_what_was_taken_back_since_is_no_edit_either(pair: tuple[Store, Store, str], tmp_path: Path) -> None:
    sender, other, id_ = pair
    change(sender, id_, city="Huế")
    take(other, sent(sender, tmp_path, stripped), OPEN)
    assert sender.undo()
    exchange(sender, other)
    agree(sender, other)
    assert other.installations.conflicts() == []
    assert other.get(PARTNER, id_)["city"] == "Hanoi"  # type: ignore[index]


def test_a_stripped_value_that_nobody_has_recorded_stays_beside_ours(
    pair: tuple[Store, Store, str], tmp_path: Path
) -> None:
    sender, other, id_ = pair
    change(sender, id_, city="Huế")

    def edit(book: Book) -> None:
        typed(book, "city", "Sapa")
        stripped(book)

    take(other, sent(sender, tmp_path, edit), OPEN)
    exchange(sender, other)
    agree(sender, other)
    (conflict,) = sender.installations.conflicts()
    assert {side.values["city"] for side in conflict.sides} == {"Sapa", "Huế"}


def test_what_was_accepted_from_a_stripped_file_stays_although_the_sender_had_written_it(
    pair: tuple[Store, Store, str], tmp_path: Path
) -> None:
    sender, other, id_ = pair
    change(sender, id_, city="Huế")
    back = sent(sender, tmp_path, stripped)
    take(other, back, ACCEPT)
    assert other.get(PARTNER, id_)["city"] == "Huế"  # type: ignore[index]
    exchange(sender, other)
    agree(sender, other)
    assert sender.installations.conflicts() == []


@pytest.mark.parametrize("decision", [ACCEPT, OPEN])
def test_an_edit_of_the_embassy_replaces_what_its_workbook_showed_whoever_reads_it_first(
    pair: tuple[Store, Store, str], tmp_path: Path, decision: str
) -> None:
    sender, other, id_ = pair
    change(sender, id_, city="Huế")
    take(other, sent(sender, tmp_path, lambda book: typed(book, "city", "Sapa")), decision)
    exchange(sender, other)
    agree(sender, other)
    assert sender.installations.conflicts() == []
    assert sender.get(PARTNER, id_)["city"] == "Sapa"  # type: ignore[index]


def test_a_refused_edit_leaves_what_the_sender_wrote_to_be_decided(
    pair: tuple[Store, Store, str], tmp_path: Path
) -> None:
    sender, other, id_ = pair
    change(sender, id_, city="Huế")
    take(other, sent(sender, tmp_path, lambda book: typed(book, "city", "Sapa")), REFUSE)
    exchange(sender, other)
    agree(sender, other)
    assert sender.get(PARTNER, id_)["city"] == "Hanoi"  # type: ignore[index]


@pytest.mark.parametrize("left", ["a; b; d", "a; b", "b", "a; b; c"])
def test_members_that_the_embassy_struck_out_do_not_come_back_with_the_log(
    pair: tuple[Store, Store, str], tmp_path: Path, left: str
) -> None:
    sender, other, id_ = pair
    change(sender, id_, aliases=("a", "b", "c"))
    take(other, sent(sender, tmp_path, lambda book: typed(book, "aliases", left)), ACCEPT)
    exchange(sender, other)
    agree(sender, other)
    assert sender.get(PARTNER, id_)["aliases"] == tuple(left.split("; "))  # type: ignore[index]


def test_a_refused_striking_out_leaves_what_the_sender_had_added(
    pair: tuple[Store, Store, str], tmp_path: Path
) -> None:
    sender, other, id_ = pair
    change(sender, id_, aliases=("a", "b", "c"))
    take(other, sent(sender, tmp_path, lambda book: typed(book, "aliases", "a")), REFUSE)
    exchange(sender, other)
    agree(sender, other)
    assert sender.get(PARTNER, id_)["aliases"] == ("a", "b", "c")  # type: ignore[index]
