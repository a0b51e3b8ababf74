"""Ctrl+K in the window: what it shows, and what its keys do."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGraphicsDropShadowEffect, QWidget

from desktop_app.domain import ENTITIES
from desktop_app.domain.words import Words
from desktop_app.gui.pages.records import RecordsPage
from desktop_app.gui.pages.reports import ReportsPage
from desktop_app.gui.palette.palette import Palette
from desktop_app.gui.palette.remembered import Remembered
from desktop_app.gui.record_form.opening import close_forms
from desktop_app.gui.record_form.window import FormWindow
from desktop_app.gui.words import set_language, tr
from desktop_app.store.queries import Filter, Query
from tests.gui.frame.conftest import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _no_form_stays(desk: Desk) -> Iterator[None]:
    yield
    close_forms(desk.window)


def opened(desk: Desk, text: str = "") -> Palette:
    """The palette after Ctrl+K and a text."""
    desk.press(desk.window, Qt.Key.Key_K, CONTROL)
    palette = desk.window.finder.palette
    assert palette.field.hasFocus()
    if text:
        desk.type(palette.field, text)
    desk.settle()
    return palette


def lines(palette: Palette) -> list[str]:
    """The lines that are shown, headings included."""
    return [palette.results.item(place).text() for place in range(palette.results.count())]


def focused() -> QWidget:
    """What has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def forms(desk: Desk) -> list[FormWindow]:
    """The forms that are open."""
    return [one for one in desk.window.findChildren(FormWindow) if one.isVisible()]


def test_a_partner_brings_its_instruments_and_a_few_missions_and_leaves_what_can_be_done_in_sight(desk: Desk) -> None:
    store = desk.store
    mission, partner = ENTITIES["mission"], ENTITIES["partner"]
    known = store.records(Query(partner, (Filter("name", "is", "Mahidol University"),)))[0]
    people = store.records(Query(ENTITIES["person"], limit=1))
    with store.edit(Words("Quatre missions", "Four missions")) as edit:
        for month in (1, 2, 3, 4):
            edit.add(mission, {
                "person": str(people[0]["id"]), "partner": str(known["id"]), "starts_on": f"2026-0{month}-01",
                "ends_on": f"2026-0{month}-03", "cities": ("Bangkok", "Chiang Mai"), "number": f"M-{month}",
            })  # fmt: skip
        instrument = edit.add(ENTITIES["instrument"], {
            "type": store.resolve("instrument_type", "IRL"), "acronym": "SIAM-LAB", "title": "Siam", "ends_on": "2099-12-31",
        })  # fmt: skip
        edit.add(ENTITIES["party"], {"instrument": instrument, "partner": str(known["id"]), "role": "host"})
    palette = opened(desk, "mahidol")
    kinds = [entry.ref.entity for entry in palette.entries() if entry.ref is not None]
    assert 0 < kinds.count("mission") <= 3
    assert kinds.index("instrument") < kinds.index("mission")
    shown = next(entry for entry in palette.entries() if entry.text == "SIAM-LAB")
    assert "Mahidol University" in shown.below
    assert [shown.below[start:end] for start, end in shown.bold_below] == ["Mahidol"]
    journey = next(entry for entry in palette.entries() if "Chiang Mai" in entry.text)
    assert journey.text.endswith("Bangkok, Chiang Mai")
    assert "M-" not in journey.below  # the number says nothing to whom it is not asked of


def test_a_report_is_found_by_its_title_in_either_language_and_enter_prepares_it(desk: Desk) -> None:
    palette = opened(desk, "liste de contacts")
    assert "Contact list · Report" in lines(palette)
    palette.leave(back=True)
    palette = opened(desk, "deadlines")
    assert "Deadlines" in lines(palette)  # the page
    palette.results.setCurrentRow(lines(palette).index("Deadlines · Report"))
    desk.press(palette.field, Qt.Key.Key_Return)
    desk.settle()
    assert desk.window.stack.name == "reports"
    page = desk.window.stack.pages["reports"]
    assert isinstance(page, ReportsPage)
    assert page.gallery.name == "deadlines"


@pytest.mark.parametrize(
    ("lang", "word"), [("en", "import"), ("en", "spreadsheet"), ("fr", "importer"), ("fr", "tableur")]
)
def test_who_wants_to_import_a_sheet_finds_where_sheets_are_taken_in(desk: Desk, lang: str, word: str) -> None:
    set_language("fr" if lang == "fr" else "en")
    assert any(
        line.startswith(desk.window.commands["take_back"].text().rstrip("…")) for line in lines(opened(desk, word))
    )
    # A list that nobody was sent does not come back: the command says that it reads it too.
    assert {"en": "read a spreadsheet", "fr": "lire un tableau"}[lang] in desk.window.commands["take_back"].text()


@pytest.mark.parametrize(
    ("lang", "word"), [("en", "return"), ("en", "take back"), ("fr", "retour"), ("fr", "reprendre un classeur")]
)
def test_who_holds_a_workbook_that_came_back_finds_where_it_is_taken_in_and_where_it_waits(
    desk: Desk, lang: str, word: str
) -> None:
    set_language("fr" if lang == "fr" else "en")
    palette = opened(desk, word)
    shown = lines(palette)
    actions = shown[shown.index(tr("Actions")) + 1 :]
    take_back = desk.window.commands["take_back"].text().rstrip("…")
    assert actions[:3] == [take_back, tr("Workbooks out"), tr("To review")]


def test_a_command_comes_before_a_step_whose_record_is_called_alike(desk: Desk) -> None:
    with desk.store.edit(Words("Fusion de deux partenaires", "Merge of two partners")) as edit:
        partner = desk.store.records(Query(ENTITIES["partner"], limit=1))[0]
        edit.set(ENTITIES["partner"], str(partner["id"]), "notes", "x")
    desk.program.workspace.changed.emit(edit.changes, None)
    page = desk.show("partner")
    page.list.table.select_row(0)
    page.list.table.setFocus()
    desk.press(page.list.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    palette = opened(desk, "merge")
    actions = lines(palette)[lines(palette).index("Actions") :]
    assert actions.index("Merge these two") < actions.index("Undo: Merge of two partners")
    desk.press(palette.field, Qt.Key.Key_Escape)
    assert "Undo: Merge of two partners" in lines(opened(desk, "undo"))


def test_what_is_named_but_not_renewed_says_why_and_opens_before_any_other(desk: Desk) -> None:
    instrument = ENTITIES["instrument"]
    gone, other = desk.store.records(Query(instrument, (Filter("status", "is", "to_renew"),), limit=2))
    with desk.store.edit(Words("Essai", "Try")) as edit:
        edit.set(instrument, str(gone["id"]), "status", "transformed")
        edit.set(instrument, str(other["id"]), "title", f"What follows {gone['acronym']}")
    palette = opened(desk, f"renew {gone['acronym']}")
    entry = palette.current()
    assert entry is not None
    assert entry.text == f"Open {gone['acronym']}"
    assert "Another instrument succeeds this one" in entry.below
    assert f"Renew {other['acronym']}" not in lines(palette)
    desk.press(palette.field, Qt.Key.Key_Return)
    desk.settle()
    (form,) = forms(desk)
    assert form.form.id == gone["id"]
    form._close_now()


def test_typed_words_find_a_record_and_enter_opens_it(desk: Desk) -> None:
    desk.show("mission")
    palette = opened(desk, "univ mahidol")
    assert lines(palette)[0] == "Entries"
    assert lines(palette)[1].startswith("Mahidol University · Partner · Thailand · ")
    assert "@example.org" in lines(palette)[1]  # whom to ask, before anything is opened
    desk.press(palette.field, Qt.Key.Key_Return)
    desk.settle()
    assert not palette.isVisible()
    assert desk.window.stack.name == "partner"
    (form,) = forms(desk)
    assert form.form.ui.title.text() == "Mahidol University"


def test_a_line_says_why_its_record_was_found_where_nothing_else_says_it(desk: Desk) -> None:
    mission = ENTITIES["mission"]
    record = desk.store.records(Query(mission, limit=1))[0]
    with desk.store.edit(Words("Essai", "Trial")) as edit:
        edit.set(
            mission,
            str(record["id"]),
            "notes",
            "A long way to the station among the Mangrôves of the delta of the river",
        )
    palette = opened(desk, "mangroves")
    assert lines(palette)[1].split(" · ")[4] == "Notes: …station among the Mangrôves of the delta of…"
    desk.type(palette.field, " delta")
    assert "Notes: " in lines(palette)[1]


def test_control_enter_shows_a_record_beside_and_leaves_neither_page_nor_palette(desk: Desk) -> None:
    desk.show("mission")
    palette = opened(desk, "mahidol univ")
    desk.press(palette.field, Qt.Key.Key_Return, CONTROL)
    desk.settle()
    pane = desk.window.finder.beside.pane
    assert pane is not None
    assert pane.isVisible()
    assert pane.facts is not None
    assert pane.facts.title == "Mahidol University"
    assert (desk.window.stack.name, palette.isVisible(), forms(desk)) == ("mission", True, [])
    desk.press(palette.field, Qt.Key.Key_Escape)
    assert pane.isVisible()
    desk.window.stack.show_page("partner")
    assert desk.window.finder.beside.pane is None


def test_control_enter_presses_no_button_that_has_the_keyboard(desk: Desk) -> None:
    desk.show("mission")
    palette = opened(desk, "mahidol univ")
    desk.press(palette.field, Qt.Key.Key_Return, CONTROL)
    desk.settle()
    pane = desk.window.finder.beside.pane
    assert pane is not None
    pane.pin_button.setFocus()
    desk.press(pane.pin_button, Qt.Key.Key_Return, CONTROL)
    assert Remembered(desk.program.workspace).pinned() == []
    desk.press(pane.pin_button, Qt.Key.Key_Return)
    assert len(Remembered(desk.program.workspace).pinned()) == 1


def over_form(desk: Desk) -> FormWindow:
    """Open the record that is selected, and the palette over its form; return the form."""
    page = desk.window.stack.page
    assert isinstance(page, RecordsPage)
    page.open_()
    desk.settle()
    (form,) = forms(desk)
    desk.qtbot.waitUntil(form.isActiveWindow)
    desk.press(focused(), Qt.Key.Key_K, CONTROL)
    return form


def test_the_palette_opens_over_a_form_from_the_form_and_from_the_window_below_it(desk: Desk) -> None:
    page = desk.show("partner")
    form = over_form(desk)
    palette = desk.window.finder.palette
    assert palette.isVisible()
    assert palette.window() is form
    assert focused() is palette.field
    desk.press(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert focused().window() is form  # where it was
    desk.window.activateWindow()
    desk.settle()
    desk.press(page.list.table, Qt.Key.Key_K, CONTROL)
    assert palette.window() is form
    desk.type(palette.field, "mahidol univ")
    desk.settle()
    form.close()
    desk.settle()
    assert palette.window() is desk.window  # it has not gone with the form
    desk.window.activateWindow()
    desk.settle()
    opened(desk, "mahidol univ")
    assert palette.isVisible()


def test_the_palette_over_a_form_has_its_commands_and_goes_to_pages(desk: Desk) -> None:
    desk.show("partner")
    form = over_form(desk)
    palette = desk.window.finder.palette
    desk.type(palette.field, "duplicate")
    desk.settle()
    keys = [entry.key for entry in palette.entries() if entry.text == "Duplicate"]
    assert len(keys) == 1  # that of the form, not that of the list below it
    palette.field.clear()
    desk.type(palette.field, "vietnam summary")
    desk.settle()
    desk.press(palette.field, Qt.Key.Key_Return)
    desk.settle()
    assert desk.window.stack.name == "reports"
    desk.qtbot.waitUntil(desk.window.isActiveWindow)
    form.close()


def test_enter_before_the_answer_opens_what_was_typed(desk: Desk) -> None:
    palette = opened(desk, "hanoi")
    palette.field.selectAll()
    desk.type(palette.field, "mahidol univ")
    desk.press(palette.field, Qt.Key.Key_Return)
    desk.settle()
    (form,) = forms(desk)
    assert form.form.ui.title.text() == "Mahidol University"


def test_before_anything_is_typed_it_says_what_can_be_typed_then_what_was_seen_last(desk: Desk) -> None:
    palette = opened(desk)
    assert lines(palette) == []
    assert "send hanoi" in palette.nothing.text()
    desk.type(palette.field, "mahidol univ")
    desk.settle()
    desk.press(palette.field, Qt.Key.Key_Return)
    desk.settle()
    close_forms(desk.window)
    desk.window.activateWindow()
    desk.qtbot.waitUntil(desk.window.isActiveWindow)
    palette = opened(desk)
    assert lines(palette)[0] == "Recent"
    assert lines(palette)[1].startswith("Mahidol University")


def test_a_pinned_record_comes_first(desk: Desk) -> None:
    palette = opened(desk, "hanoi univ")
    desk.press(palette.field, Qt.Key.Key_B, CONTROL)
    assert palette.hint.text() == "Pinned: Hanoi University of Science and Technology"
    desk.press(palette.field, Qt.Key.Key_Escape)
    palette = opened(desk)
    assert lines(palette)[0] == "Pinned"
    assert lines(palette)[1].startswith("Hanoi University")
    desk.press(palette.field, Qt.Key.Key_B, CONTROL)
    desk.settle()
    assert Remembered(desk.program.workspace).pinned() == []


def test_a_country_and_summary_go_to_its_report(desk: Desk) -> None:
    palette = opened(desk, "vietnam summary")
    assert lines(palette)[:2] == ["Actions", "Summary of Vietnam, one page"]
    desk.press(palette.field, Qt.Key.Key_Return)
    desk.settle()
    page = desk.window.stack.page
    assert desk.window.stack.name == "reports"
    wishes = page.wishes.wishes()  # type: ignore[union-attr]
    assert wishes.name == "country_summary"
    assert desk.store.names.label("country", wishes.country, "en") == "Vietnam"


def test_send_and_a_town_propose_the_workbook_of_its_embassy(desk: Desk) -> None:
    from desktop_app.gui.dialogs.export import ExportDialog

    palette = opened(desk, "send hanoi")
    desk.press(palette.field, Qt.Key.Key_Return)
    desk.settle()
    dialog = desk.window.findChild(ExportDialog)
    assert dialog is not None
    assert dialog.form.recipient.text() == "Ambassade de France au Viêt Nam"
    countries = [desk.store.names.label("country", id_, "en") for id_ in dialog.form.chosen_countries()]
    assert countries == ["Vietnam"]
    assert dialog.make.hasFocus()
    dialog.close()


def test_send_proposes_what_was_sent_last_time(desk: Desk) -> None:
    from desktop_app.gui.dialogs.export import open_export_like
    from desktop_app.store.base import Shipment

    scope = {"entities": ["partner"], "countries": ["TH"], "fields": {"partner": ["name", "city"]}}
    desk.store.ledger.add_shipment(Shipment("EX0001", "Ambassade fictive", 1, None, scope, "x.xlsx", "0", b""))
    dialog = open_export_like(desk.window, desk.program.workspace, "Ambassade fictive")
    desk.settle()
    request = dialog.request()
    assert request.entities == ["partner"]
    assert request.columns == {"partner": ["name", "city"]}
    assert request.countries == (desk.store.resolve("country", "TH"),)
    dialog.close()


def test_renew_opens_the_instrument_with_its_next_period(desk: Desk) -> None:
    instrument = ENTITIES["instrument"]
    record = desk.store.records(Query(instrument, (Filter("status", "is", "to_renew"),), limit=1))[0]
    palette = opened(desk, f"renew {record['acronym']}")
    desk.press(palette.field, Qt.Key.Key_Return)
    desk.settle()
    (form,) = forms(desk)
    periods = next(table for table in form.form.fields.tables if table.spec.entity.name == "period")
    assert periods.rows[-1].id is None
    assert periods.rows[-1].values()["starts_on"]
    form._close_now()


def test_a_new_mission_knows_where_it_goes(desk: Desk) -> None:
    palette = opened(desk, "new mission to hanoi")
    assert lines(palette)[1] == "New mission to Hanoi"
    desk.press(palette.field, Qt.Key.Key_Return)
    desk.settle()
    (form,) = forms(desk)
    assert form.form.fields.values()["cities"] == ("Hanoi",)
    form._close_now()


def test_backup_now_backs_up(desk: Desk) -> None:
    from desktop_app.store.backups import backups

    # A base is backed up by itself soon after it is opened.
    desk.qtbot.waitUntil(lambda: len(backups(desk.store.path)) == 1, timeout=20_000)
    desk.settle()
    palette = opened(desk, "backup now")
    desk.press(palette.field, Qt.Key.Key_Return)
    desk.settle()
    assert len(backups(desk.store.path)) == 2


def test_commands_and_pages_are_found_by_name_with_their_keys(desk: Desk) -> None:
    palette = opened(desk, "mission new")
    entry = next(entry for entry in palette.entries() if entry.text == "New mission")
    assert entry.key == "Ctrl+Shift+M"
    desk.press(palette.field, Qt.Key.Key_Escape)
    palette = opened(desk, "settings")
    desk.press(palette.field, Qt.Key.Key_Return)
    desk.settle()
    assert desk.window.stack.name == "settings"


def test_the_arrows_tab_and_page_keys_choose_and_skip_headings(desk: Desk) -> None:
    palette = opened(desk, "mahidol")
    field = palette.field
    chosen = [palette.current()]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_PageDown, Qt.Key.Key_Up):
        desk.press(field, key)
        chosen.append(palette.current())
    assert all(entry is not None and entry.run is not None for entry in chosen)
    assert len({entry.spoken() for entry in chosen if entry}) >= 3
    assert field.hasFocus()


def test_escape_gives_the_keyboard_back_to_where_it_was(desk: Desk) -> None:
    page = desk.show("mission")
    page.list.table.setFocus()
    palette = opened(desk, "mah")
    desk.press(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert page.list.table.hasFocus()
    palette = opened(desk)
    assert palette.field.text() == ""
    page.list.table.setFocus()
    assert not palette.isVisible()


def test_nothing_found_says_so(desk: Desk) -> None:
    palette = opened(desk, "zzzzqqq")
    assert palette.nothing.isVisible()
    assert "Nothing found for “zzzzqqq”" in palette.nothing.text()


def test_what_is_near_to_a_mistyped_word_says_how_it_was_read(desk: Desk) -> None:
    palette = opened(desk, "mahidoll")
    assert lines(palette)[0] == "Nothing is called that. Closest: mahidol"
    assert lines(palette)[1].startswith("Mahidol University")


def test_the_field_of_the_top_bar_opens_it_by_mouse_and_by_typing(desk: Desk) -> None:
    desk.window.top.search.click()
    palette = desk.window.finder.palette
    assert palette.isVisible()
    desk.press(palette.field, Qt.Key.Key_Escape)
    desk.window.top.search.setFocus()
    desk.type(desk.window.top.search, "m")
    assert palette.isVisible()
    assert palette.field.text() == "m"
    desk.type(palette.field, "ahidol")
    assert palette.field.text() == "mahidol"


def test_the_palette_alone_casts_a_shadow(desk: Desk, qapp: QApplication) -> None:
    opened(desk)
    shadows = [
        widget.objectName()
        for widget in qapp.allWidgets()
        if isinstance(widget.graphicsEffect(), QGraphicsDropShadowEffect)
    ]
    assert shadows == ["palette"]


def test_it_speaks_the_language_of_the_screen_at_once(desk: Desk) -> None:
    palette = opened(desk, "vietnam summary")
    set_language("fr")
    desk.settle()
    assert lines(palette)[:2] == ["Actions", "Synthèse\u00a0: Viêt Nam, une page"]
    set_language("en")


def test_it_stays_inside_a_small_window(desk: Desk) -> None:
    desk.window.resize(900, 560)
    palette = opened(desk, "a")
    over = palette.parentWidget()
    assert isinstance(over, QWidget)
    assert over.rect().contains(palette.geometry())


def test_the_star_of_the_details_pins_a_record(desk: Desk) -> None:
    page = desk.show("partner")
    page.host.set_open(open_=True)
    desk.settle()
    assert page.pane is not None
    assert page.pane.facts is not None
    assert page.pane.pin_button.accessibleName() == "Pin this entry"
    page.pane.pin_button.click()
    assert page.pane.pin_button.accessibleName() == "Take the pin away"
    assert [one.id for one in Remembered(desk.program.workspace).pinned()] == [page.pane.facts.id]
    assert lines(opened(desk))[0] == "Pinned"
