"""Deliberately wrong ways to take a file back, each of which a check must catch; the right way passes them all."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.domain import compare as three_ways
from desktop_app.domain.entity import Entity
from desktop_app.domain.plan import ACCEPT, Item
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.excel.base import unpack
from desktop_app.store.base import Store
from desktop_app.sync import likeness, plan, read_row, read_table, receive
from desktop_app.sync.apply import apply_plan
from tests.sync.conftest import INSTRUMENT, Office
from tests.sync.hands import FIRST_ROW, LAST_ROW, Hands, taken
from tests.sync.test_whose_row import attached, near_duplicates

Check = Callable[[Office, Path], None]
Wrong = Callable[[pytest.MonkeyPatch], None]


# What must hold ---------------------------------------------------------------------------------------------------


def nothing_of_ours_is_taken_back(office: Office, folder: Path) -> None:
    """What changed here after a workbook was sent stays, where they left the cell alone."""
    hands = Hands(office.export(folder).path)
    with office.store.edit(Words("Changer", "Change")) as edit:
        edit.set(INSTRUMENT, office.ids["instrument 0"], "city", "Huế")
    hands.type(FIRST_ROW, "title", "Changé là-bas")
    apply_plan(office.store, taken(office, hands.send_back()))
    record = office.record("instrument 0")
    assert (record["city"], record["title"]) == ("Huế", "Changé là-bas")


def a_cell_that_looks_different_is_no_change(office: Office, folder: Path) -> None:
    """A text file with dates as text, zeros and letters lost says what was sent."""
    fields = ("type", "title", "code", "starts_on", "city")
    hands = Hands(office.export(folder, columns={"instrument": fields}).path)
    for row in range(FIRST_ROW, LAST_ROW + 1):
        hands.type(row, "code", int(hands.read(row, "code")))
        starts, city = hands.read(row, "starts_on"), hands.read(row, "city")
        hands.type(row, "starts_on", starts if isinstance(starts, str) else starts.strftime("%d/%m/%Y"))
        hands.type(row, "city", city.replace("ộ", "?").replace(" ", "\u00a0") + " ")
    assert taken(office, hands.send_back()).items == []


def an_absent_row_deletes_nothing(office: Office, folder: Path) -> None:
    """Rows that somebody cut out of a workbook are listed, and their records stay."""
    hands = Hands(office.export(folder).path)
    hands.book["Instruments"].delete_rows(10, 3)
    apply_plan(office.store, taken(office, hands.send_back()))
    assert office.counts()["instrument"] == 24


def an_old_file_without_its_number_takes_nothing_back(office: Office, folder: Path) -> None:
    """A file that descends from the first workbook, when a second one shows what was changed since."""
    hands = Hands(office.export(folder).path)
    with office.store.edit(Words("Changer", "Change")) as edit:
        edit.set(INSTRUMENT, office.ids["instrument 3"], "city", "Huế")
    office.export(folder)
    hands.strip()
    hands.type(FIRST_ROW, "title", "Changé là-bas")
    apply_plan(office.store, taken(office, hands.send_back("ancien.xlsx")))
    assert office.record("instrument 3")["city"] == "Huế"


def no_row_is_attached_to_another_record(_office: Office, _folder: Path) -> None:
    """Partners that are hard to tell apart, their references gone, two cells in five edited."""
    for seed in range(4):
        chance = random.Random(seed)
        assert attached(near_duplicates(300, chance), 2, chance)[1] == 0


def a_column_sorted_alone_is_stopped(office: Office, folder: Path) -> None:
    """Every title stands beside another record."""
    hands = Hands(office.export(folder).path)
    titles = [hands.read(row, "title") for row in range(FIRST_ROW, LAST_ROW + 1)]
    for row, title in enumerate(reversed(titles), FIRST_ROW):
        hands.type(row, "title", title)
    plan_ = taken(office, hands.send_back())
    assert (plan_.stopped, plan_.changes) == ("sorted", 0)


def a_copied_row_belongs_to_none_by_itself(office: Office, folder: Path) -> None:
    """The same reference twice: the second row changes nothing before a person has said whose it is."""
    hands = Hands(office.export(folder).path)
    sheet = hands.book["Instruments"]
    for cell in sheet[5]:
        sheet.cell(sheet.max_row if cell.column > 1 else sheet.max_row + 1, cell.column).value = cell.value
    hands.type(sheet.max_row, "title", "Une autre version")
    apply_plan(office.store, taken(office, hands.send_back()))
    assert office.record("instrument 1")["title"] != "Une autre version"


# The wrong ways ---------------------------------------------------------------------------------------------------


def two_ways(patch: pytest.MonkeyPatch) -> None:
    """Theirs against ours, whatever was sent."""

    def compare_record(
        _entity: Entity, base: Mapping[str, Value], ours: Mapping[str, Value], theirs: Mapping[str, Value]
    ) -> dict[str, three_ways.Cell]:
        return {
            name: three_ways.Cell(
                "identical" if there == ours.get(name) else "theirs", base.get(name), ours.get(name), there
            )
            for name, there in theirs.items()
        }

    patch.setattr(plan, "compare_record", compare_record)


def exact_comparison(patch: pytest.MonkeyPatch) -> None:
    """A cell is as it was sent only where it is exactly so."""
    patch.setattr(read_row, "same", lambda _type, found, sent: found == sent)


def absent_is_deleted(patch: pytest.MonkeyPatch) -> None:
    """A row that is not there asks for removal."""

    @dataclass(slots=True)
    class Deleting(Item):
        def __post_init__(self) -> None:
            if self.kind == "missing":
                self.kind, self.decision = "removed", ACCEPT

    patch.setattr(plan, "Item", Deleting)


def base_guessed(patch: pytest.MonkeyPatch) -> None:
    """A file without a number descends from the last workbook."""

    def last(store: Store, _tables: object, _number: str = "") -> tuple[object, None]:
        shipment = store.ledger.shipment(store.ledger.shipments()[0].number)
        assert shipment
        base = unpack(shipment.base, {"instrument": INSTRUMENT})
        return {base.code: base}, None

    patch.setattr(receive, "told_from_content", last)
    right = plan.make_plan
    patch.setattr(receive, "make_plan", lambda *given, **named: right(*given, **{**named, "guessed": False}))


def greedy_match(patch: pytest.MonkeyPatch) -> None:
    """The best is good enough."""
    patch.setattr(likeness, "ENOUGH", 0.5)
    patch.setattr(likeness, "CLEARLY", 0.0)
    patch.setattr(likeness, "_INFORMATIVE", 0)


def no_sort_guard(patch: pytest.MonkeyPatch) -> None:
    """What a file says is what was meant."""
    patch.setattr(plan, "alarm", lambda _read, _rows: None)


def last_row_wins(patch: pytest.MonkeyPatch) -> None:
    """Of two rows of one record the later one counts."""

    def meet(
        read: read_table.TableRead, seen: dict[str, read_table.Pending | None], pending: read_table.Pending
    ) -> None:
        first = seen.get(pending.id)
        if first in read.pending:
            read.pending.remove(first)
        seen[pending.id] = pending
        read.pending.append(pending)

    patch.setattr(read_table, "_meet", meet)


CAUGHT: dict[Wrong, Check] = {
    two_ways: nothing_of_ours_is_taken_back,
    exact_comparison: a_cell_that_looks_different_is_no_change,
    absent_is_deleted: an_absent_row_deletes_nothing,
    base_guessed: an_old_file_without_its_number_takes_nothing_back,
    greedy_match: no_row_is_attached_to_another_record,
    no_sort_guard: a_column_sorted_alone_is_stopped,
    last_row_wins: a_copied_row_belongs_to_none_by_itself,
}


@pytest.mark.parametrize("check", CAUGHT.values(), ids=lambda check: check.__name__)
def test_the_right_way_passes(check: Check, office: Office, tmp_path: Path) -> None:
    check(office, tmp_path)


@pytest.mark.parametrize(("wrong", "check"), CAUGHT.items(), ids=lambda held: held.__name__)
def test_a_wrong_way_is_caught(
    wrong: Wrong, check: Check, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong(monkeypatch)
    with pytest.raises(AssertionError):
        check(office, tmp_path)
