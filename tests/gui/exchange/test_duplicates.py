"""Duplicates on screen: found in the background, side by side, merged or told apart, by keyboard and with one undo."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop_app.domain.partner import PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.words import Words
from desktop_app.gui.duplicates.counting import count_likely
from desktop_app.gui.pages.duplicates import DuplicatesPage
from desktop_app.gui.words import set_language
from desktop_app.gui.workspace import Go, Notice, Workspace
from desktop_app.store.base import Query
from tests.gui.exchange.conftest import Office

Settle = Callable[[], None]
TWICE = Words("Saisir deux fois", "Enter twice")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def twins(office: Office) -> Office:
    """The office with an academy and a person that somebody entered a second time."""
    with office.store.edit(TWICE) as edit:
        office.ids["twin"] = edit.add(
            PARTNER,
            {"name": "Vietnam Academy of Sciences and Technology", "country": office.ids["VN"], "city": "Hà Nội",
             "website": "https://example.org", "notes": "Saisi en 2024"},
        )  # fmt: skip
        person = {"family_name": "Fictive", "partner": office.ids["vast"]}
        office.ids["long"] = edit.add(PERSON, {**person, "given_name": "Jeanne", "email": "jeanne@example.org"})
        office.ids["short"] = edit.add(PERSON, {**person, "given_name": "J."})
    return office


@pytest.fixture
def page(twins: Office, workspace: Workspace, show: Callable[[QWidget], None], settle: Settle) -> DuplicatesPage:
    """The page, with what it has found."""
    assert twins.ids
    made = DuplicatesPage(workspace)
    show(made)
    settle()
    made.list.setFocus()
    return made


def choose(page: DuplicatesPage, settle: Settle, entity: str) -> None:
    page.tabs.choose(entity)
    settle()
    page.list.setFocus()


def test_the_pairs_stand_side_by_side_with_a_reason(page: DuplicatesPage) -> None:
    assert {pair.twins.entity for pair in page.shown()} == {"partner", "person"}
    assert re.match(r"\d+%: ", page.both.why.text())
    set_language("fr")
    page.both.retranslate()
    assert re.match("\\d+\u00a0%\u00a0: ", page.both.why.text())
    assert page.both.table.fields.headings()[2].startswith("SIN-P-")
    choose_first = page.both.table.fields.lines[0]
    assert choose_first.state in ("ours", "theirs")


def test_a_merge_takes_one_key_and_keeps_what_both_knew(
    page: DuplicatesPage, twins: Office, workspace: Workspace, settle: Settle
) -> None:
    choose(page, settle, "partner")
    QTest.keyClick(page.list, Qt.Key.Key_Return, CONTROL)
    settle()
    record = twins.record(PARTNER, "twin")
    assert record["id"] == twins.record(PARTNER, "vast")["id"]
    assert (record["acronym"], record["website"]) == ("VAST", "https://example.org")
    names = {record["name"], *(record["aliases"] or ())}  # type: ignore[misc]
    assert names == {"Vietnam Academy of Sciences and Technology", "Vietnam Academy of Science and Technology"}
    assert page.shown() == []
    workspace.undo()
    settle()
    assert twins.record(PARTNER, "twin")["id"] != twins.record(PARTNER, "vast")["id"]
    assert len(page.shown()) == 1


def test_a_kind_without_pairs_does_not_say_that_there_are_none(page: DuplicatesPage, settle: Settle) -> None:
    choose(page, settle, "unit")
    assert "under All" in page.nothing.words.text()
    choose(page, settle, "all")
    assert page.shown()


def test_an_arrow_takes_the_value_of_the_other_record(page: DuplicatesPage, twins: Office, settle: Settle) -> None:
    choose(page, settle, "partner")
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    table = page.both.table
    place = next(number for number, line in enumerate(table.fields.lines) if line.name == "city")
    table.select(place)
    sides = page.both.sides
    assert sides is not None
    key, wanted = (Qt.Key.Key_Left, sides.one) if sides.one["city"] == "Hà Nội" else (Qt.Key.Key_Right, sides.other)
    QTest.keyClick(table, key)
    assert table.fields.lines[place].result == wanted["city"]
    QTest.keyClick(table, Qt.Key.Key_Return, CONTROL)
    settle()
    assert twins.record(PARTNER, "vast")["city"] == "Hà Nội"


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_a_merge_is_said_by_the_name_that_was_kept(
    page: DuplicatesPage, twins: Office, workspace: Workspace, settle: Settle, side: str
) -> None:
    said: list[Notice] = []
    workspace.noted.connect(said.append)
    choose(page, settle, "partner")
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    table = page.both.table
    table.select(next(number for number, line in enumerate(table.fields.lines) if line.name == "name"))
    QTest.keyClick(table, Qt.Key.Key_Left if side == "ours" else Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Return, CONTROL)
    settle()
    assert [one.text for one in said] == [f"Merged: {twins.record(PARTNER, 'vast')['name']}"]


def test_not_the_same_is_remembered_and_can_be_looked_through(
    page: DuplicatesPage, twins: Office, settle: Settle
) -> None:
    choose(page, settle, "person")
    QTest.keyClick(page.list, Qt.Key.Key_D)
    settle()
    assert page.shown() == []
    page.look_again()
    settle()
    assert page.shown() == []
    choose(page, settle, "apart")
    assert [pair.twins.entity for pair in page.shown()] == ["person"]
    assert twins.store.count(Query(PERSON)) == 2
    page.merge()
    settle()
    assert twins.store.count(Query(PERSON)) == 1


def test_only_those_with_the_same_official_number_are_merged_at_once(
    page: DuplicatesPage, twins: Office, settle: Settle, answer: Callable[[str], list[str]]
) -> None:
    assert not page.actions_["merge_certain"].isEnabled()
    ror = "https://ror.org/02feahw73"
    with twins.store.edit(TWICE) as edit:
        edit.set(PARTNER, twins.ids["vast"], "ror_id", ror)
        edit.set(PARTNER, twins.ids["twin"], "ror_id", ror)
    page.look_again()
    settle()
    said = answer("Merge")
    page.merge_certain()
    settle()
    assert "Vietnam Academy" in said[0]
    assert twins.store.count(Query(PARTNER)) == 3
    assert twins.store.count(Query(PERSON)) == 2


def test_the_number_beside_the_page_follows_a_merge(page: DuplicatesPage, twins: Office, settle: Settle) -> None:
    choose(page, settle, "partner")
    before = count_likely(twins.store)
    QTest.keyClick(page.list, Qt.Key.Key_Return, CONTROL)
    settle()
    after = count_likely(twins.store)
    assert before is not None
    assert (after.number if after else 0) == before.number - 1 == len(page.likely)


def test_the_head_counts_the_pairs_that_the_status_bar_counts(
    page: DuplicatesPage, twins: Office, settle: Settle
) -> None:
    for view in ("all", "partner", "person", "apart"):
        choose(page, settle, view)
        assert page.head.count.text() == page.status()
    page.visit(Go("duplicates", f"partner/{twins.ids['vast']}={twins.ids['mahidol']}"))
    settle()
    assert page.head.count.text() == page.status() == f"{len(page.likely) + 1} pairs"
