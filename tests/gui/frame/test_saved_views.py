"""Saved views: made, shown from the left pane, updated, renamed, deleted and brought back, sent and taken in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from desktop_app.domain.refused import Refused
from desktop_app.domain.saved_view import SAVED_VIEW
from desktop_app.gui.lists.arrangement import Arrangement
from desktop_app.gui.lists.specs import MISSIONS, Condition
from desktop_app.gui.receiving.drop import VIEW, files_of
from desktop_app.gui.theme import look
from desktop_app.gui.views import files, keeping, sending
from desktop_app.gui.views.name_popup import NamePopup
from desktop_app.gui.views.saved import SavedView, contents, read_view, read_views
from desktop_app.gui.words import set_language
from desktop_app.store.base import Store
from desktop_app.store.queries import Query

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.gui.pages.records import RecordsPage
    from tests.gui.frame.conftest import Desk


def name_it(desk: Desk, page: RecordsPage, name: str) -> None:
    """Type a name into the small form and press Enter."""
    desk.settle()
    popup = page.list.findChild(NamePopup)
    assert popup is not None
    assert popup.name.hasFocus()
    popup.name.selectAll()
    desk.type(popup.name, name)
    desk.press(popup.name, Qt.Key.Key_Return)
    desk.settle()


@pytest.fixture
def page(desk: Desk) -> RecordsPage:
    """The missions, as a view "Costly stays" keeps them."""
    page = desk.show("mission")
    page.list.set_compact(compact=True)
    page.tabs.choose("planned")
    page.list.filters.set_conditions((Condition("cost", "from", "1000"),))
    page.list.sort_by("cost", descending=True)
    page.list.group_by("purpose")
    page.list.show_columns(["person", "cost", "purpose"])
    page.list.choice.keep_width(0, 333)
    desk.settle()
    page.actions_["save_view"].trigger()
    name_it(desk, page, "Costly stays")
    return page


def shelf(desk: Desk) -> list[str]:
    """The names in the left pane."""
    assert desk.window.side.shelf is not None
    return [button.view.name for button in desk.window.side.shelf.buttons]


def test_a_view_keeps_the_text_of_the_quick_filter_and_gives_the_one_before_back(desk: Desk) -> None:
    page = desk.show("mission")
    quick = page.list.filters.quick
    quick.setText("hanoi")
    desk.settle()
    shown = list(page.list.numbers())
    page.actions_["save_view"].trigger()
    name_it(desk, page, "In Hanoi")
    assert not page.view_changed
    page.tabs.choose("all")
    quick.setText("")
    desk.settle()
    assert len(page.list.numbers()) > len(shown)
    side = desk.window.side
    assert side.shelf is not None
    side.shelf.buttons[0].click()
    desk.settle()
    assert quick.text() == "hanoi"
    assert list(page.list.numbers()) == shown
    page.tabs.choose("all")
    desk.settle()
    assert quick.text() == ""
    assert len(page.list.numbers()) > len(shown)


def test_a_view_keeps_all_that_is_shown_and_stands_in_the_left_pane(desk: Desk, page: RecordsPage) -> None:
    assert shelf(desk) == ["Costly stays"]
    side = desk.window.side
    assert side.shelf is not None
    assert side.shelf.isVisible()
    assert side.shelf.buttons[0].isChecked()
    assert desk.window.commands["undo"].text() == "Undo: Save the view “Costly stays”"
    shown = list(desk.store.page(page.spec.entity, page.list.numbers()))
    page.tabs.choose("all")
    desk.settle()
    assert side.buttons["mission"].isChecked()
    assert not page.list.filters.conditions or page.list.filters.conditions[0].field == "cost"
    page.list.filters.clear()
    page.list.set_compact(compact=False)
    page.list.filters.quick.setText("a")
    desk.qtbot.wait(200)
    desk.window.stack.show_page("partner")
    desk.settle()
    side.shelf.buttons[0].click()
    desk.settle()
    assert desk.window.stack.name == "mission"
    assert page.list.filters.text == "a"  # what was searched survives
    page.list.filters.quick.clear()
    desk.qtbot.wait(200)
    desk.settle()
    assert page.list.choice.compact
    assert page.list.choice.names == ["person", "cost", "purpose"]
    assert page.list.choice.widths() == {0: 333}
    assert page.list.choice.group == "purpose"
    assert page.list.choice.arrangement.sort == (("cost", True),)
    assert [record["id"] for record in desk.store.page(page.spec.entity, page.list.numbers())] == [
        record["id"] for record in shown
    ]
    assert "in the view" in desk.window.status.shown.text() or "filter" in desk.window.status.shown.text()


def test_a_view_that_was_changed_says_so_and_is_updated_or_put_back(desk: Desk, page: RecordsPage) -> None:
    save = page.list.filters.save
    assert save.accessibleName() == "Save view"
    page.list.group_by("")
    desk.settle()
    assert save.accessibleName() == "Update view"
    page.actions_["restore_view"].trigger()
    desk.settle()
    assert save.accessibleName() == "Save view"
    assert page.list.choice.group == "purpose"
    page.list.group_by("status")
    desk.settle()
    page.actions_["update_view"].trigger()
    desk.settle()
    assert save.accessibleName() == "Save view"
    assert read_views(desk.store)[0].arrangement.group == "status"
    desk.program.workspace.undo()
    desk.settle()
    assert read_views(desk.store)[0].arrangement.group == "purpose"
    assert page.list.choice.group == "purpose"


def test_a_view_is_renamed_and_deleted_from_the_keyboard_and_comes_back(desk: Desk, page: RecordsPage) -> None:
    side = desk.window.side
    assert side.shelf is not None
    button = side.shelf.buttons[0]
    button.setFocus()
    desk.press(button, Qt.Key.Key_F2)
    desk.settle()
    popup = side.shelf.findChild(NamePopup)
    assert popup is not None
    desk.type(popup.name, "Dear stays")
    desk.press(popup.name, Qt.Key.Key_Return)
    desk.settle()
    assert shelf(desk) == ["Dear stays"]
    assert page.tabs._saved.text() == "Dear stays"
    button = side.shelf.buttons[0]
    button.setFocus()
    desk.press(button, Qt.Key.Key_Delete)
    desk.settle()
    assert shelf(desk) == []
    assert not side.shelf.isVisible()
    assert page.saved is None
    assert page.tabs.view.name == "all"
    assert desk.window.notices.isVisible()
    desk.window.notices.undo.click()
    desk.settle()
    assert shelf(desk) == ["Dear stays"]


def test_two_views_of_a_list_do_not_have_the_same_name(desk: Desk, page: RecordsPage) -> None:
    page.actions_["save_view"].trigger()
    desk.settle()
    popup = page.list.findChild(NamePopup)
    assert popup is not None
    popup.name.setText("costly STAYS")
    popup.save.click()
    assert popup.isVisible()
    assert "already" in popup._problem.text()
    popup.name.setText("")
    popup.save.click()
    assert popup._problem.text() == "Give the view a name."
    popup.close()


def test_a_view_goes_to_another_office_and_is_taken_in_by_a_drop(
    desk: Desk, page: RecordsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    partner = desk.store.records(Query(page.list.spec.entity, limit=1))
    assert partner
    vietnam = str(desk.store.resolve("country", "VN"))
    person = str(desk.store.records(Query(MISSIONS.entity, limit=1))[0]["person"])
    page.list.filters.set_conditions((Condition("countries", "is", vietnam), Condition("person", "is", person)))
    desk.settle()
    page.actions_["update_view"].trigger()
    desk.settle()
    target = tmp_path / "sent.passerelle-view"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    page.actions_["send_view"].trigger()
    desk.settle()
    assert "drops it on its window" in desk.window.notices.words.text()
    data = json.loads(target.read_text(encoding="utf-8"))
    assert data["names"][vietnam] == "Vietnam"
    with Store.create(tmp_path / "other.passerelle", "TYO") as other:
        found = sending.read(other, target)
        assert found.view.conditions == (Condition("countries", "is", vietnam),)
        assert found.left_out == (data["names"][person],)
        assert found.view.arrangement == read_views(desk.store)[0].arrangement
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(target))])
    assert [path.suffix for path in files_of(dragged)] == [VIEW] == [sending.SUFFIX]
    files.take_in(desk.window, desk.program.workspace, target)
    desk.settle()
    assert shelf(desk) == ["Costly stays", "Costly stays"]
    assert "was taken in" in desk.window.notices.words.text()


@pytest.mark.parametrize(
    "text", ["", "[]", "{", "null", '{"kind": "Passerelle view"}', "[" * 5_000, '{"kind": "x", "version": 1}', "\udcff"]
)
def test_a_file_that_is_no_view_is_refused_in_one_sentence(store: Store, tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.passerelle-view"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(Refused, match=r"is not a view of Passerelle|n’est pas une vue"):
        sending.read(store, path)
    path.write_text(
        json.dumps({"kind": "Passerelle view", "version": 2, "list": "mission", "name": "New", "contents": {}})
    )
    with pytest.raises(Refused, match=r"newer version|plus récente"):
        sending.read(store, path)


def test_what_a_list_does_not_know_is_left_out_of_a_view() -> None:
    data = {
        "conditions": [["cost", "from", "10"], ["nobody", "is", 1], ["cost", "sounds", 1], ["status", "in", ["done", 3]],
                       ["starts_on", "between", ["2025"]], ["starts_on", "is", 5], [], "x", ["notes", "empty", None],
                       ["opinion_needed", "in", ["x"]], ["countries", "in", [{}]]],
        "sort": [["cost", True], ["gone", False], 3], "group": "gone", "density": "huge", "frozen": False,
        "columns": {"compact": ["cost", "gone", "cost"], "wide": ["cost"]}, "widths": {"compact": {"cost": 90, "days": -1}},
    }  # fmt: skip
    view = read_view("", "Name", MISSIONS, data)
    assert view.conditions == (
        Condition("cost", "from", "10"), Condition("status", "in", ("done", 3)), Condition("notes", "empty"),
        Condition("countries", "in", (None,)),
    )  # fmt: skip
    assert view.arrangement == Arrangement(
        (("cost", True),), "", {"compact": ("cost",)}, {"compact": {"cost": 90}}, frozen=False
    )
    assert not view.compact
    again = read_view("", "Name", MISSIONS, json.loads(json.dumps(view.as_data())))
    assert again == view == SavedView("", "Name", "mission", view.conditions, view.arrangement, compact=False)
    assert read_view("", "Name", MISSIONS, ["nothing"]).conditions == ()


def test_a_view_that_nobody_can_read_is_said_and_nothing_is_kept(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "open", lambda box: said.append(box.informativeText()))
    path = tmp_path / "bad.passerelle-view"
    path.write_text("nothing")
    files.take_in(desk.window, desk.program.workspace, path)
    desk.settle()
    assert "is not a view of Passerelle" in said[0]
    assert desk.store.count(Query(SAVED_VIEW)) == 0


def test_the_left_pane_shows_icons_alone_in_a_narrow_window(desk: Desk, page: RecordsPage) -> None:
    shelf_ = desk.window.side.shelf
    assert shelf_ is not None
    desk.window.resize(1100, 700)
    desk.settle()
    assert not shelf_.buttons[0].isVisible()
    assert shelf_.behind.toolTip() == "Saved views · Costly stays"
    assert shelf_.behind.isChecked()
    assert page.list.isVisible()
    desk.window.stack.show_page("partner")
    assert not shelf_.behind.isChecked()
    shelf_.behind.click()
    menu = shelf_.behind.findChild(QMenu)
    assert menu is not None
    (entry,) = menu.actions()
    assert entry.text() == "Costly stays"
    entry.trigger()
    menu.close()
    desk.settle()
    assert desk.window.stack.currentWidget() is page
    assert shelf_.behind.isChecked()
    desk.window.resize(1440, 900)
    desk.settle()
    assert shelf_.buttons[0].isVisible()
    assert not shelf_.behind.isVisible()
    shelf_.buttons[0].menu_asked.emit(QPoint(10, 10))


def test_on_a_small_screen_no_saved_view_is_cut(desk: Desk) -> None:
    set_language("fr")
    workspace = desk.program.workspace
    for number in range(3):
        keeping.add(workspace, "mission", f"Vue {number}", contents((), Arrangement(), compact=False), lambda _id: None)
        desk.settle()
    side = desk.window.side
    assert side.shelf is not None
    for size, scale in (((1366, 768), 1.0), ((1280, 720), 1.0), ((1440, 900), 1.0), ((1366, 768), 1.5)):
        look.apply("light", scale)
        desk.window.resize(*size)
        desk.settle()
        seen = [button for button in side.shelf.buttons if not button.visibleRegion().isEmpty()]
        assert seen or scale > 1, size
        for button in seen:
            assert button.visibleRegion().boundingRect().height() == button.height(), (size, scale, button.text())
    look.apply("light", 1.0)
    desk.window.resize(1366, 768)
    desk.settle()
    assert all(not button.visibleRegion().isEmpty() for button in side.shelf.buttons)
