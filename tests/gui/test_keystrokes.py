"""The jobs of an office from the keyboard alone, each within its budget of keys; what is typed is not counted."""

import email
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop_app.domain import ENTITIES
from desktop_app.domain.text import fold
from desktop_app.domain.words import Words
from desktop_app.excel.layout import sheet_name
from desktop_app.gui.dashboard.todo import TodoRow
from desktop_app.gui.dialogs.export import ExportDialog
from desktop_app.gui.pages.dashboard import DashboardPage
from desktop_app.gui.pages.duplicates import DuplicatesPage
from desktop_app.gui.record_form.opening import close_forms
from desktop_app.gui.record_form.window import FormWindow
from desktop_app.settings import Settings
from desktop_app.store.queries import Filter, Query
from tests.gui.frame.conftest import Desk, demo_base, desk, program, settings

__all__ = ["demo_base", "desk", "program", "settings"]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Hands:
    """Types as a person does: on whatever has the keyboard, counting the keys that are no text."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.keys = desk, 0

    def press(self, key: Qt.Key, more: Qt.KeyboardModifier = PLAIN) -> None:
        """Press one key or chord."""
        focus = QApplication.focusWidget() or QApplication.activeWindow()
        assert focus is not None
        QTest.keyClick(focus, key, more)
        self.keys += 1
        self.desk.settle()

    def type(self, text: str) -> None:
        """Type a text as one types it in haste: without accents, which QTest can't type either."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text if text.isascii() else fold(text))
        self.desk.settle()

    def find(self, text: str) -> None:
        """Press Ctrl+K and type."""
        self.press(Qt.Key.Key_K, CONTROL)
        self.type(text)


@pytest.fixture
def hands(desk: Desk) -> Iterator[Hands]:
    """Hands on the keyboard, with the list of missions in view."""
    desk.show("mission").list.table.setFocus()
    yield Hands(desk)
    for form in desk.window.findChildren(FormWindow):
        form._close_now()
    close_forms(desk.window)


def form_of(desk: Desk) -> FormWindow:
    """The form that is open, with the keyboard."""
    found = next(one for one in desk.window.findChildren(FormWindow) if one.isVisible())
    desk.qtbot.waitUntil(found.isActiveWindow)
    desk.settle()
    return found


def test_job_1_find_a_partners_contact_in_2_keys(desk: Desk, hands: Hands) -> None:
    hands.find("mahidol univ")
    entry = desk.window.finder.palette.current()
    assert entry is not None
    assert "@example.org" in entry.below  # there already, before anything is opened
    hands.press(Qt.Key.Key_Return)
    assert form_of(desk).form.ui.title.text() == "Mahidol University"
    assert hands.keys <= 2


def test_job_2_record_a_mission_in_8_keys(desk: Desk, hands: Hands) -> None:
    person = desk.store.records(Query(ENTITIES["person"], limit=1))[0]
    instrument = desk.store.records(Query(ENTITIES["instrument"], (Filter("acronym", "filled"),), limit=1))[0]
    before = desk.store.count(Query(ENTITIES["mission"]))
    hands.press(Qt.Key.Key_M, CONTROL | SHIFT)
    form = form_of(desk)
    hands.type(f"{person['given_name']} {person['family_name']}")
    hands.press(Qt.Key.Key_Tab)
    hands.type("24-28/11/2026")
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Tab)  # the last day was read with the first
    hands.type("Hanoi")
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Tab)  # no partner
    hands.type(str(instrument["acronym"]))
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_S, CONTROL)
    saved = desk.store.get(ENTITIES["mission"], str(form.form.id))
    assert saved is not None
    assert (saved["person"], saved["starts_on"], saved["ends_on"]) == (person["id"], "2026-11-24", "2026-11-28")
    assert saved["cities"] == ("Hanoi",)
    assert saved["instrument"] == instrument["id"]
    assert desk.store.count(Query(ENTITIES["mission"])) == before + 1
    assert hands.keys <= 8


def test_job_2b_the_same_mission_again_in_3_keys(desk: Desk, hands: Hands) -> None:
    page = desk.show("mission")
    first = desk.store.get(ENTITIES["mission"], page.list.current_id()) or {}
    hands.press(Qt.Key.Key_D, CONTROL)
    form = form_of(desk)
    assert form.form.fields.values()["starts_on"] is None
    hands.type("24-28/11/2026")  # the keyboard waits where something is missing
    hands.press(Qt.Key.Key_S, CONTROL)
    saved = desk.store.get(ENTITIES["mission"], str(form.form.id)) or {}
    assert (saved["person"], saved["starts_on"]) == (first["person"], "2026-11-24")
    assert hands.keys <= 2


def test_job_3_change_one_value_in_2_keys(desk: Desk, hands: Hands) -> None:
    page = desk.show("partner")
    table = page.list.table
    place = next(n for n, heading in enumerate(page.list.choice.headings()) if heading.words == "Kind")
    table.setFocus()
    table.setCurrentIndex(page.list.model.index(0, place))
    id_ = page.list.current_id()
    hands.press(Qt.Key.Key_F2)
    hands.type("Company")
    hands.press(Qt.Key.Key_Return)
    assert (desk.store.get(ENTITIES["partner"], id_) or {})["kind"] == "company"
    assert hands.keys <= 2


def test_job_4_a_new_instrument_with_a_partner_in_9_keys(desk: Desk, hands: Hands) -> None:
    hands.find("new instrument mahidol")
    hands.press(Qt.Key.Key_Return)
    form = form_of(desk)
    hands.type("IRP")
    hands.press(Qt.Key.Key_Tab)
    hands.type("FICTIF-ONE")
    hands.press(Qt.Key.Key_Tab)
    hands.type("A fictitious project")
    for _title_in_french_institute_start in range(3):
        hands.press(Qt.Key.Key_Tab)
    hands.type("1/1/2027")
    hands.press(Qt.Key.Key_S, CONTROL)
    saved = desk.store.get(ENTITIES["instrument"], str(form.form.id)) or {}
    assert (saved["acronym"], saved["title"]) == ("FICTIF-ONE", "A fictitious project")
    assert (saved["starts_on"], saved["ends_on"]) == ("2027-01-01", "2031-12-31")
    parties = desk.store.records(Query(ENTITIES["party"], (Filter("instrument", "is", str(saved["id"])),)))
    assert [desk.store.names.label("partner", str(one["partner"]), "en") for one in parties] == ["Mahidol University"]
    assert hands.keys <= 9


def test_job_5_send_the_embassy_its_workbook_in_4_keys(
    desk: Desk, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts: list[str] = []

    def hand_over(url: QUrl) -> bool:
        drafts.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", hand_over)
    desk.program.settings.keep("export/folder", str(tmp_path))
    hands.find("send hanoi")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(list(tmp_path.glob("*.xlsx"))) and not desk.program.tasks.busy, timeout=60_000)
    (shipment,) = desk.store.ledger.shipments()
    assert shipment.recipient == "Ambassade de France au Viêt Nam"
    assert shipment.scope["countries"] == ["VN"]
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    desk.qtbot.waitUntil(lambda: dialog.stack.count() == 2)
    hands.press(Qt.Key.Key_Return)  # the letter, with the workbook attached
    desk.qtbot.waitUntil(lambda: bool(drafts))
    draft = email.message_from_bytes(Path(drafts[0]).read_bytes(), policy=SMTP)
    assert isinstance(draft, EmailMessage)
    assert [part.get_filename() for part in draft.iter_attachments()] == [shipment.file_name]
    assert hands.keys <= 4


def test_job_6_take_back_a_workbook_in_3_keys(
    desk: Desk, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _returned(desk, tmp_path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_named: (str(path), ""))
    hands.press(Qt.Key.Key_O, CONTROL | SHIFT)
    hands.keys += 1  # Enter in the dialog of the system
    desk.qtbot.waitUntil(lambda: desk.window.stack.name == "review" and not desk.program.tasks.busy, timeout=60_000)
    desk.settle()
    hands.press(Qt.Key.Key_Return, CONTROL)
    changed = desk.store.records(Query(ENTITIES["partner"], (Filter("city", "is", "Fictiveville"),)))
    assert len(changed) == 1
    assert hands.keys <= 3


def test_job_6_each_disputed_field_takes_one_key_more(
    desk: Desk, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    partner, disputed = ENTITIES["partner"], 3
    path = _returned(desk, tmp_path, fields=("City", "Website", "Notes"))
    before = desk.store.records(Query(partner, (Filter("country", "is", str(desk.store.resolve("country", "TH"))),)))
    with desk.store.edit(Words("Ici aussi", "Here as well")) as edit:
        for record in before:
            edit.update(
                partner, str(record["id"]), {"city": "Ici", "website": "https://here.example.org", "notes": "Ici"}
            )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_named: (str(path), ""))
    hands.press(Qt.Key.Key_O, CONTROL | SHIFT)
    hands.keys += 1  # Enter in the dialog of the system
    desk.qtbot.waitUntil(lambda: desk.window.stack.name == "review" and not desk.program.tasks.busy, timeout=60_000)
    desk.settle()
    hands.press(Qt.Key.Key_Right)
    hands.press(Qt.Key.Key_Left)
    hands.press(Qt.Key.Key_Right)
    hands.press(Qt.Key.Key_Return, CONTROL)
    ids = [str(record["id"]) for record in before]
    after = [record for record in desk.store.many(partner, ids).values() if record["website"] != "https://here.example.org"
             or record["notes"] != "Ici" or record["city"] != "Ici"]  # fmt: skip
    assert len(after) == 1
    theirs = [after[0][name] for name in ("city", "website", "notes")]
    assert sum(value in ("Ici", "https://here.example.org") for value in theirs) == 1
    assert hands.keys <= 3 + disputed


def _returned(desk: Desk, folder: Path, fields: tuple[str, ...] = ("City",)) -> Path:
    """A workbook of partners in which somebody has changed one town."""
    from desktop_app.sync.export import Request, export_workbook

    country = desk.store.resolve("country", "TH")
    path = export_workbook(desk.store, folder, Request(("partner",), (str(country),), "Ambassade fictive")).path
    book = openpyxl.load_workbook(path)
    sheet = book[sheet_name(ENTITIES["partner"])]
    row = next(cells for cells in sheet.iter_rows() if any("City" in str(cell.value) for cell in cells))
    below = next(sheet.iter_rows(min_row=int(row[0].row or 0) + 1))
    for field in fields:
        place = next(place for place, cell in enumerate(row) if field in str(cell.value))
        below[place].value = "https://there.example.org" if field == "Website" else "Fictiveville"
    book.save(path)
    return path


def test_job_7_a_sheet_that_we_did_not_make_in_5_keys(
    desk: Desk, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "partners.csv"
    sheet.write_text("Nom;Pays;Ville\nInstitut fictif du Nord;Viêt Nam;Hanoi\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_named: (str(sheet), ""))
    hands.press(Qt.Key.Key_O, CONTROL | SHIFT)
    hands.keys += 1  # Enter in the dialog of the system
    desk.qtbot.waitUntil(lambda: desk.window.stack.name == "review" and not desk.program.tasks.busy, timeout=60_000)
    desk.settle()
    hands.press(Qt.Key.Key_Return, CONTROL)  # the columns are right
    desk.settle()
    hands.press(Qt.Key.Key_Return, CONTROL)  # and so are the rows
    assert [found.title[1] for found in desk.store.search("institut fictif nord")] == ["Institut fictif du Nord"]
    assert hands.keys <= 5


def test_job_7_each_column_that_is_corrected_takes_one_key_more(
    desk: Desk, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet, corrected = tmp_path / "partners.csv", ("Acronym", "Notes")
    lines = ("Nom;Pays;Ville;Zblurg;Kwxz", "Institut fictif du Nord;Viêt Nam;Hanoi;IFN;vu une fois", "")
    sheet.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_named: (str(sheet), ""))
    hands.press(Qt.Key.Key_O, CONTROL | SHIFT)
    hands.keys += 1  # Enter in the dialog of the system
    desk.qtbot.waitUntil(lambda: desk.window.stack.name == "review" and not desk.program.tasks.busy, timeout=60_000)
    desk.settle()
    for field in corrected:
        hands.type(field)
        hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Return, CONTROL)  # in haste: what was said last is heard all the same
    desk.settle()
    hands.press(Qt.Key.Key_Return, CONTROL)
    (found,) = desk.store.search("institut fictif nord")
    record = desk.store.get(ENTITIES["partner"], found.id) or {}
    assert (record["acronym"], record["notes"]) == ("IFN", "vu une fois")
    assert hands.keys <= 5 + len(corrected)


def test_job_8_one_page_on_a_country_in_4_keys(desk: Desk, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr("desktop_app.gui.pages.reports_printing.ask_printer", lambda *about: asked.append(about))
    hands.find("vietnam summary")
    hands.press(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.window.stack.page.making.last is not None, timeout=60_000)  # type: ignore[union-attr]
    desk.settle()
    hands.press(Qt.Key.Key_P, CONTROL)
    hands.keys += 1  # Enter in the dialog of the system
    assert asked
    assert hands.keys <= 4


@pytest.fixture
def as_installed(settings: Settings) -> None:
    """Nobody has chosen a first page."""
    settings.keep("start/page", "dashboard")


@pytest.mark.usefixtures("as_installed")
def test_job_9_what_is_due_stands_on_the_first_screen_and_opens_with_1_key(desk: Desk) -> None:
    page = desk.window.stack.page
    assert isinstance(page, DashboardPage)
    rows = [row for row in page.todo.rows if isinstance(row, TodoRow)]
    assert rows
    assert all(row.isVisible() and row.todo.text for row in rows)
    hands = Hands(desk)
    hands.press(Qt.Key.Key_Return)
    assert form_of(desk).form.id is not None
    assert hands.keys <= 1
    close_forms(desk.window)


def test_job_10_renew_an_instrument_in_4_keys(desk: Desk, hands: Hands) -> None:
    record = desk.store.records(Query(ENTITIES["instrument"], (Filter("status", "is", "to_renew"),), limit=1))[0]
    periods = Query(ENTITIES["period"], (Filter("instrument", "is", str(record["id"])),))
    before = desk.store.count(periods)
    hands.find(f"renew {record['acronym']}")
    hands.press(Qt.Key.Key_Return)
    form_of(desk)
    hands.press(Qt.Key.Key_S, CONTROL)
    assert desk.store.count(periods) == before + 1
    assert hands.keys <= 4


def test_job_12_the_list_for_the_director_into_excel_in_3_keys(desk: Desk, hands: Hands) -> None:
    desk.show("instrument").list.table.setFocus()
    hands.press(Qt.Key.Key_A, CONTROL)
    hands.press(Qt.Key.Key_C, CONTROL)
    lines = QGuiApplication.clipboard().text().strip().split("\n")
    assert len(lines) == desk.store.count(Query(ENTITIES["instrument"]))
    assert hands.keys <= 3


def test_undo_a_wrong_import_in_1_key(desk: Desk, hands: Hands) -> None:
    from desktop_app.store.edit import Source

    partner = ENTITIES["partner"]
    with desk.store.edit(Words("Reprendre un fichier", "Take in a file"), Source("wrong.xlsx", "0" * 64)) as edit:
        for number in range(20):
            edit.add(partner, {"name": f"Wrong {number}", "country": desk.store.resolve("country", "VN")})
    desk.program.workspace.changed.emit(edit.changes, None)
    desk.settle()
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert desk.store.search("wrong", entities=["partner"]) == []
    assert hands.keys <= 1


def test_attach_a_letter_in_3_keys(desk: Desk, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF-1.4 fictitious")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args, **_named: ([str(letter)], ""))
    hands.press(Qt.Key.Key_Return)
    form = form_of(desk)
    hands.press(Qt.Key.Key_A, CONTROL | SHIFT)
    hands.keys += 1  # Enter in the dialog of the system
    desk.settle()
    held = desk.store.records(Query(ENTITIES["attachment"]))
    assert [one["name"] for one in held] == ["letter.pdf"]
    assert str(form.form.id) in str(held[0]["owner"])
    assert hands.keys <= 3


def test_job_11_merge_two_partners_in_3_keys_and_one_for_each_field(desk: Desk, hands: Hands) -> None:
    partner = ENTITIES["partner"]
    with desk.store.edit(Words("Saisir deux fois", "Enter twice")) as edit:
        given = {"name": "Institut fictif du Nord", "country": desk.store.resolve("country", "VN"), "city": "Hanoi"}
        for site, kind in (("https://one.example.org", "university"), ("https://two.example.org", "company")):
            edit.add(partner, {**given, "website": site, "kind": kind})
    desk.program.workspace.changed.emit(edit.changes, None)
    before = desk.store.count(Query(partner))
    hands.find("duplicates")
    hands.press(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.window.stack.name == "duplicates" and not desk.program.tasks.busy, timeout=60_000)
    desk.settle()
    page = desk.window.stack.page
    assert isinstance(page, DuplicatesPage)
    sides = page.both.sides
    assert sides is not None
    id_, wanted = str(sides.one["id"]), [sides.other["website"], sides.other["kind"]]
    differing = [line.name for line in page.both.table.fields.lines if line.state != "plain"]
    assert sorted(map(str, differing)) == ["kind", "website"]
    for _field in differing:
        hands.press(Qt.Key.Key_Right)
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert desk.store.count(Query(partner)) == before - 1
    merged = desk.store.get(partner, id_) or {}
    assert [merged["website"], merged["kind"]] == wanted
    assert hands.keys <= 3 + len(differing)
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert desk.store.count(Query(partner)) == before
