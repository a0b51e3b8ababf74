"""The reports page: chosen, seen, changed, saved and printed as a user would."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QFileDialog, QLabel, QScrollArea, QWidget

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.words import Words
from desktop_app.gui.palette.carry_out import offer
from desktop_app.gui.palette.wishes import wishes_of
from desktop_app.gui.theme import look
from desktop_app.gui.words import set_language
from desktop_app.gui.workspace import Go, Notice
from desktop_app.reports import GALLERY
from desktop_app.reports.description import Row, Table, Tiles
from desktop_app.reports.request import Selection
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query
from tests.reports import poppler

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop_app.gui.pages.reports import ReportsPage
    from desktop_app.gui.workspace import Workspace

    Settle = Callable[[], None]


def _title(page: ReportsPage) -> str:
    assert page.making.last is not None
    return page.making.last.report.description.title


def _sections(page: ReportsPage) -> list[str]:
    assert page.making.last is not None
    return [section.name for section in page.making.last.report.description.sections]


def test_the_page_opens_with_a_country_that_has_something_to_say(page: ReportsPage) -> None:
    assert page.gallery.name == "country_summary"
    assert _title(page).startswith("Cooperation with ")
    assert page.middle.currentWidget() is page.preview
    assert _sections(page)[:4] == ["figures", "instruments", "partners", "missions"]
    assert "page 1 of " in page.status()


def test_the_gallery_shows_the_reports_that_there_are(page: ReportsPage) -> None:
    titles = [page.gallery.item(place).text() for place in range(page.gallery.count())]
    assert titles == [kind.title.en for kind in GALLERY.values()]


def test_the_note_says_how_many_pages_the_file_has(page: ReportsPage) -> None:
    assert page.making.last is not None
    count = page.making.last.report.pages
    expected = f"{count} page{'s' if count != 1 else ''}. The preview is the file that will be printed."
    assert page.wishes.note.text() == expected


def test_a_country_is_typed_and_the_preview_follows_when_the_user_rests(page: ReportsPage, settle: Settle) -> None:
    line = page.wishes.country.line
    line.setFocus()
    QTest.keyClicks(line, "thai")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert page.making.busy
    settle()
    assert _title(page) == "Cooperation with Thailand"


def test_several_changes_make_one_report(page: ReportsPage, settle: Settle, qtbot: QtBot) -> None:
    made: list[object] = []
    page.making.made.connect(made.append)
    for name in ("timeline", "budget", "events", "access", "contacts"):
        page.wishes.parts[name].click()
    settle()
    assert len(made) == 1
    assert len(_sections(page)) == 10
    qtbot.wait(350)
    assert len(made) == 1


def test_sections_are_remembered(page: ReportsPage, settle: Settle, opened: Callable[[], ReportsPage]) -> None:
    page.wishes.parts["partners"].click()
    settle()
    again = opened()
    assert not again.wishes.parts["partners"].isChecked()
    assert again.wishes.parts["instruments"].isChecked()


def test_the_language_of_the_report_is_not_that_of_the_screen(page: ReportsPage, settle: Settle) -> None:
    page.wishes.language.setFocus()
    QTest.keyClick(page.wishes.language, Qt.Key.Key_Up)
    settle()
    assert "synthèse de la coopération" in _title(page)
    set_language("fr")
    assert page.head.title.text() == "Rapports"
    assert page.gallery.item(0).text() == "Synthèse d’un pays"
    assert page.wishes.parts["figures"].text() == "Chiffres clés"
    assert page.wishes.note.text().endswith("L’aperçu est le fichier qui sera imprimé.")
    page.wishes.language.setCurrentIndex(1)
    page.wishes.language.activated.emit(1)
    settle()
    assert _title(page).startswith("Cooperation with ")
    assert page.head.title.text() == "Rapports"


def test_until_a_language_is_chosen_for_reports_they_speak_that_of_the_screen(
    page: ReportsPage, settle: Settle
) -> None:
    set_language("fr")
    settle()
    assert "synthèse de la coopération" in _title(page)
    set_language("en")
    settle()
    assert _title(page).startswith("Cooperation with ")


def test_letter_paper_changes_the_preview(page: ReportsPage, settle: Settle) -> None:
    page.wishes.paper.show_data("letter")
    page.wishes.paper.activated.emit(page.wishes.paper.currentIndex())
    settle()
    assert page.making.last is not None
    assert page.making.last.pages.sizes[0].width() == pytest.approx(612, abs=1)


def test_the_list_of_instruments_begins_with_all_countries_and_years(page: ReportsPage, settle: Settle) -> None:
    page.gallery.setFocus()
    QTest.keyClick(page.gallery, Qt.Key.Key_Down)
    settle()
    assert _title(page) == "List of instruments"
    assert page.wishes.country.value() is None
    assert page.wishes.country.line.placeholderText() == "All countries"
    assert page.wishes.period.list.currentText() == "All years"
    QTest.keyClick(page.gallery, Qt.Key.Key_Up)
    settle()
    assert _title(page).startswith("Cooperation with ")


def test_a_sheet_asks_for_its_record(page: ReportsPage, workspace: Workspace, settle: Settle) -> None:
    page.gallery.choose("instrument_sheet")
    settle()
    assert page.wishes.record.isVisible()
    assert not page.wishes.period.isVisible()
    assert page.middle.currentWidget() is page.nothing
    assert "Give the entry" in page.nothing.words.text()
    instrument = workspace.store.records(Query(INSTRUMENT))[0]
    page.visit(Go("reports", f"instrument_sheet/{instrument['id']}"))
    settle()
    assert page.middle.currentWidget() is page.preview
    assert str(instrument["acronym"]) in _title(page)
    page.gallery.choose("country_lifelines")
    settle()
    assert not page.wishes.record.isVisible()
    assert page.wishes.paper.currentText() == "A3, landscape"


def test_other_dates_are_typed_as_people_say_them(page: ReportsPage, settle: Settle) -> None:
    period = page.wishes.period
    period.list.show_data("other")
    period.list.activated.emit(period.list.currentIndex())
    QTest.keyClicks(period.dates, "01/2025 - 06/2025")
    QTest.keyClick(period.dates, Qt.Key.Key_Return)
    settle()
    assert page.making.last is not None
    headings = [section.title for section in page.making.last.report.description.sections]
    assert "Missions from 1 January 2025 to 30 June 2025" in [heading.replace("\u00a0", " ") for heading in headings]


def test_dates_that_say_nothing_are_explained_beside_the_field(page: ReportsPage, settle: Settle) -> None:
    period = page.wishes.period
    period.list.show_data("other")
    period.list.activated.emit(period.list.currentIndex())
    QTest.keyClicks(period.dates, "un jour")
    QTest.keyClick(period.dates, Qt.Key.Key_Return)
    settle()
    assert "says no dates" in period.wrong.text()
    assert period.wrong.isVisible()
    assert page.middle.currentWidget() is page.nothing
    assert "says no dates" in page.nothing.words.text()


def test_without_a_country_the_page_says_what_to_do_and_nothing_can_be_printed(
    page: ReportsPage, settle: Settle
) -> None:
    line = page.wishes.country.line
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    settle()
    assert page.middle.currentWidget() is page.nothing
    assert page.nothing.words.text().startswith("Choose a country")
    assert not page.actions_["print_"].isEnabled()
    assert not page.actions_["save_pdf"].isEnabled()


def test_a_change_of_the_base_shows_in_the_preview(page: ReportsPage, workspace: Workspace, settle: Settle) -> None:
    assert page.making.last is not None
    before = next(f for f in page.making.last.report.description.figures if f.name == "partners").value
    country = page.wishes.country.value()
    workspace.edit(
        Words("Ajouter", "Add"), lambda edit: edit.add(PARTNER, {"name": "Nouvelle université", "country": country})
    )
    settle()
    after = next(f for f in page.making.last.report.description.figures if f.name == "partners").value
    assert (before, after) == (before, int(str(before)) + 1)


def _type_day(page: ReportsPage, text: str) -> None:
    page.wishes.as_of.line.setFocus()
    page.wishes.as_of.line.selectAll()
    QTest.keyClicks(page.wishes.as_of.line, text)
    QTest.keyClick(page.wishes.as_of.line, Qt.Key.Key_Return)


def test_a_report_is_made_from_the_base_of_another_day(page: ReportsPage, workspace: Workspace, settle: Settle) -> None:
    def partners() -> int:
        assert page.making.last is not None
        return int(str(next(f for f in page.making.last.report.description.figures if f.name == "partners").value))

    country, before = page.wishes.country.value(), partners()
    workspace.edit(
        Words("Ajouter", "Add"), lambda edit: edit.add(PARTNER, {"name": "Nouvelle université", "country": country})
    )
    settle()
    assert partners() == before + 1
    _type_day(page, "01/02/2024")
    settle()
    assert partners() == before
    assert page.making.last is not None
    assert page.making.last.report.description.as_of == date(2024, 2, 1)
    _type_day(page, "01/02/2020")
    settle()
    assert "was not there yet" in page.nothing.words.text()


def test_the_code_below_a_table_opens_its_records(page: ReportsPage, workspace: Workspace, settle: Settle) -> None:
    assert page.making.last is not None
    blocks = page.making.last.report.description.blocks
    table = next(block for block in blocks if isinstance(block, Table) and block.code)
    (wish,) = wishes_of(workspace.store, table.code.lower(), [], "en")
    asked: list[Go] = []
    workspace.asked.connect(asked.append)
    made = offer(wish, page, workspace)
    assert made.text == f"Open the entries behind {table.code}"
    made.run()
    settle()
    assert table.asked is not None
    assert (asked[-1].page, asked[-1].filters) == (table.asked.entity.name, table.asked.filters)
    (wish,) = wishes_of(workspace.store, "CS-VN-2024-02-01-2.1", [], "en")
    offer(wish, page, workspace).run()
    settle()
    assert (asked[-1].page, asked[-1].id) == ("history", "past/CS-VN-2024-02-01-2.1")


def test_what_is_shown_is_what_is_saved(page: ReportsPage, settle: Settle, tmp_path: Path) -> None:
    notes: list[Notice] = []
    page.workspace.noted.connect(notes.append)
    page.save_pdf()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith(".pdf")
    dialog.fileSelected.emit(str(tmp_path / "rapport.pdf"))
    dialog.close()
    settle()
    assert page.making.last is not None
    assert (tmp_path / "rapport.pdf").read_bytes() == page.making.last.report.pdf()
    assert "fictitious data" in poppler.text(tmp_path / "rapport.pdf")
    assert (notes[-1].text, notes[-1].file) == ("Saved: rapport.pdf", tmp_path / "rapport.pdf")  # which is opened there


@pytest.mark.parametrize(("command", "ending"), [("save_word", ".docx"), ("save_excel", ".xlsx")])
def test_a_report_is_saved_to_go_on_with(
    page: ReportsPage, settle: Settle, tmp_path: Path, command: str, ending: str
) -> None:
    page.actions_[command].trigger()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith(ending)
    assert dialog.defaultSuffix() == ending[1:]
    dialog.fileSelected.emit(str(tmp_path / f"rapport{ending}"))
    dialog.close()
    settle()
    assert (tmp_path / f"rapport{ending}").read_bytes().startswith(b"PK")


def test_the_report_is_put_on_the_clipboard(page: ReportsPage, settle: Settle) -> None:
    page.actions_["copy"].trigger()
    settle()
    mime = QApplication.clipboard().mimeData()
    assert f"<h1>{_title(page)}</h1>" in mime.html()
    assert mime.text().startswith(_title(page))


def test_printing_right_after_a_change_prints_the_change(page: ReportsPage, settle: Settle, tmp_path: Path) -> None:
    target = tmp_path / "printed.pdf"
    asked: list[str] = []

    def print_to_a_file() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        printer = dialog.printer()
        asked.append(printer.docName())
        printer.setOutputFileName(str(target))
        printer.setOutputFormat(printer.OutputFormat.PdfFormat)
        dialog.done(1)

    said: list[Notice] = []
    page.workspace.noted.connect(said.append)
    page.wishes.choose_country(str(page.workspace.store.resolve("country", "TH")))
    timer = QTimer(page, interval=30)

    def watch() -> None:
        if QApplication.activeModalWidget() is not None:
            timer.stop()
            print_to_a_file()

    timer.timeout.connect(watch)
    timer.start()
    page.print_()
    settle()
    settle()
    assert asked == ["Cooperation with Thailand"]
    assert page.making.last is not None
    info = poppler.info(target)
    assert int(info["Pages"]) == page.making.last.report.pages
    assert info["Page size"].startswith(("595 x 842", "595.", "596"))
    assert (said[-1].text, said[-1].file) == ("Saved: printed.pdf", target)  # no paper comes out: it can be opened


def test_a_report_is_asked_for_from_elsewhere(page: ReportsPage, settle: Settle) -> None:
    page.visit(Go("reports", "country_summary/SG"))
    settle()
    assert _title(page) == "Cooperation with Singapore"
    page.visit(Go("reports", "instrument_list"))
    settle()
    assert _title(page) == "List of instruments"


def test_a_list_is_printed_as_it_is_shown_until_somebody_wants_all(page: ReportsPage, settle: Settle) -> None:
    page.visit(Go("reports", "instrument_list"))
    settle()
    every = _figure(page, "instruments")
    assert not page.wishes.only.isVisible()
    shown = Selection("instrument_list", (Filter("status", "is", "active"),))
    page.visit(Go("reports", "instrument_list", filters=(shown,)))
    settle()
    few = _figure(page, "instruments")
    assert 0 < few < every
    assert "filtered list" in page.preview.accessibleDescription()
    assert page.wishes.only.isVisible()
    chip = page.wishes.only
    assert chip.width() == min(chip.sizeHint().width(), page.wishes.width() - 30)  # no wider than its words
    page.gallery.choose("country_summary")
    settle()
    assert not page.wishes.only.isVisible()  # it concerns no other report
    page.gallery.choose("instrument_list")
    settle()
    assert _figure(page, "instruments") == few
    page.wishes.only.click()
    settle()
    assert _figure(page, "instruments") == every
    assert not page.wishes.only.isVisible()


def test_missions_and_contacts_are_printed_as_their_lists_show_them(page: ReportsPage, settle: Settle) -> None:
    store = page.workspace.store
    for entity, report, condition in (
        (MISSION, "mission_log", Filter("status", "is", "planned")),
        (PERSON, "contact_list", Filter("family_name", "from", "M")),
    ):
        page.visit(Go("reports", report, filters=(Selection(report, (condition,)),)))
        settle()
        shown = store.records(Query(entity, (condition,)))
        if entity is PERSON:
            shown = [one for one in shown if one["partner"] and not one["objects"] and not one["restricted"]]
        assert shown
        assert page.making.last is not None
        described = page.making.last.report.description
        printed = [row for block in described.blocks if isinstance(block, Table) for row in block.rows]
        assert sum(isinstance(row, Row) and not row.total for row in printed) == len(shown)
        assert "filtered list" in described.subtitle
        assert page.wishes.only.isVisible()


def _figure(page: ReportsPage, name: str) -> int:
    assert page.making.last is not None
    blocks = [block for section in page.making.last.report.description.sections for block in section.blocks]
    figures = [figure for block in blocks if isinstance(block, Tiles) for figure in block.figures]
    return int(str(next(figure for figure in figures if figure.name == name).value))


def test_an_empty_base_says_what_to_do(
    tmp_path: Path, workspace: Workspace, opened: Callable[[], ReportsPage], settle: Settle, empty_base: Path
) -> None:
    with Store.open(Path(shutil.copy(empty_base, tmp_path / "empty.passerelle"))) as store:
        workspace.take(store)
        page = opened()
        assert page.middle.currentWidget() is page.nothing
        assert page.nothing.words.text().startswith("Choose a country")
        page.gallery.choose("instrument_list")
        settle()
        assert page.making.last is not None
        assert page.making.last.report.pages == 1
        assert store.count(Query(PARTNER)) == 0


def test_every_control_has_a_name_and_is_reached_by_tab(page: ReportsPage) -> None:
    page.gallery.setFocus()
    reached: list[QWidget] = []
    for _ in range(40):
        widget = QApplication.focusWidget()
        if widget is None or widget in reached:
            break
        reached.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    for wanted in (
        page.gallery, page.preview, page.wishes.country.line, page.wishes.period.list, page.wishes.language,
        page.wishes.paper, *page.wishes.parts.values(),
    ):  # fmt: skip
        assert wanted in reached, wanted
    for widget in reached:
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        assert widget.accessibleName() or text, widget


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_word_of_the_choices_is_cut(page: ReportsPage, language: str) -> None:
    page.visit(Go("reports", "instrument_list", filters=(Selection("instrument_list", search="x"),)))
    set_language("fr" if language == "fr" else "en")
    QApplication.processEvents()
    labels = [found for found in page.wishes.findChildren(QLabel) if found.isVisible() and not found.wordWrap()]
    assert labels
    words: list[QLabel | QAbstractButton] = [*labels, *page.wishes.parts.values()]
    for widget in words:
        assert widget.width() >= widget.sizeHint().width(), widget.text()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_paper_stays_white_in_every_theme(page: ReportsPage, settle: Settle, theme: str) -> None:
    look.apply("dark" if theme == "dark" else "light")
    settle()
    picture = page.preview.viewport().grab().toImage()
    middle = picture.pixelColor(picture.width() // 2, round(picture.devicePixelRatio() * 30))
    assert middle.lightness() > 250
    assert picture.pixelColor(3, 3) != middle


def test_a_report_that_was_overtaken_is_forgotten(page: ReportsPage, settle: Settle) -> None:
    store = page.workspace.store
    for code in ("VN", "SG", "MY", "ID", "TH"):
        page.wishes.choose_country(str(store.resolve("country", code)))
        page._ask(at_once=True)
        QTest.qWait(15)
    settle()
    assert _title(page) == "Cooperation with Thailand"


def test_closing_the_base_leaves_the_page_at_rest(page: ReportsPage, settle: Settle) -> None:
    page.workspace.closing.emit()
    settle()
    assert page.making.last is None
    assert page.preview.page == 0


def test_at_150_percent_every_choice_comes_into_sight_with_the_keyboard(page: ReportsPage, settle: Settle) -> None:
    set_language("fr")
    look.apply("light", 1.5)
    page.resize(1282, 616)
    settle()
    area = page.wishes.findChild(QScrollArea)
    assert area is not None
    assert area.verticalScrollBar().isVisible()
    page.wishes.country.setFocus()
    seen = []
    for _press in range(40):
        focus = QApplication.focusWidget()
        if isinstance(focus, QCheckBox) and focus in page.wishes.parts.values():
            seen.append(focus)
            assert area.viewport().rect().contains(QRect(focus.mapTo(area.viewport(), QPoint(0, 0)), focus.size()))
        if len(seen) == len(page.wishes.parts):
            break
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert seen == list(page.wishes.parts.values())
    assert area.horizontalScrollBar().maximum() == 0
