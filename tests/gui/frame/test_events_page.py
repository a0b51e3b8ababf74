"""Delegations and visits: their list, what they left to be done, their day sheet."""

from datetime import date, timedelta

from desktop_app.domain.event import EVENT, TASK
from desktop_app.domain.words import Words
from desktop_app.gui.record_form.opening import close_forms
from desktop_app.gui.record_form.window import FormWindow
from desktop_app.store.queries import Filter, Query
from tests.gui.frame.conftest import Desk


def test_an_event_says_what_it_left_to_be_done_until_it_is_done(desk: Desk) -> None:
    workspace, today = desk.program.workspace, date.today()  # noqa: DTZ011
    with workspace.store.edit(Words("Ajouter une visite", "Add a visit")) as edit:
        id_ = edit.add(
            EVENT, {"title": "Zz fictitious visit", "kind": "visit", "status": "done", "starts_on": "2026-01-05"}
        )
        late = edit.add(
            TASK, {"event": id_, "title": "Write to them", "due_on": (today - timedelta(days=3)).isoformat()}
        )
        edit.add(TASK, {"event": id_, "title": "Invite them", "due_on": (today + timedelta(days=400)).isoformat()})
    page = desk.show("event")
    page.load()
    desk.settle()
    page.tabs.choose("follow_up")
    page.list.filters.quick.setText("Zz fictitious")
    desk.qtbot.wait(200)
    desk.settle()
    (shown,) = [page.list.model.row(row) for row in range(page.list.model.rowCount())]
    task = shown.cells[-1]
    assert (task.text, task.second, task.tone, task.more) == ("Write to them", "3 days late", "error", 1)
    with workspace.store.edit(Words("Fait", "Done")) as edit:
        edit.set(TASK, late, "done_on", today.isoformat())
    page.load()
    desk.settle()
    task = page.list.model.row(0).cells[-1]
    assert (task.text, task.more) == ("Invite them", 0)


def test_every_event_of_a_country_opens_as_a_list_of_its_own(desk: Desk) -> None:
    workspace = desk.program.workspace
    country = workspace.store.resolve("country", "SG")
    asked = Query(EVENT, (Filter("country", "is", country),))
    workspace.show_list(asked)
    desk.settle()
    page = desk.window.stack.page
    assert page is not None
    assert page.objectName() == "page_event"
    assert page.list.model.rowCount() == workspace.store.count(asked)  # type: ignore[attr-defined]


def test_the_day_sheet_of_the_selected_event_is_one_key_away(desk: Desk) -> None:
    page = desk.show("event")
    desk.settle()
    id_ = page.list.current_id()
    page.actions_["print_sheet"].trigger()
    desk.settle()
    reports = desk.window.stack.page
    assert reports is not None
    assert reports.objectName() == "page_reports"
    assert desk.program.workspace.store.get(EVENT, id_) is not None


def test_a_new_event_is_begun_from_anywhere(desk: Desk) -> None:
    desk.window.stack.show_page("dashboard")
    desk.window.news.new_event()
    forms = [one for one in desk.window.findChildren(FormWindow) if one.isVisible()]
    assert [one.objectName() for one in forms] == ["form_event"]
    close_forms(desk.window)
