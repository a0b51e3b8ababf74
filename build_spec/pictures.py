"""Make pictures of the screens, without a screen: `python build_spec/pictures.py FOLDER [--base BASE]`.

Each page in both themes, both languages and at two window sizes, from the demo base or from any other; for people to look at
beside the design. What has no room in a picture is printed below its name. `--only window --few` makes the one of the README,
`resources/help/window.png`.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

# A screen of the usual size: the one that Qt makes up of itself is smaller than the forms.
if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={Path(__file__).with_name('screen.json')}"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from clipped import clipped
from pictures_editing import editing_scenes
from pictures_exchange import exchange_scenes
from PySide6.QtCore import QEventLoop, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from desktop_app.app import Program

SIZES = ((1366, 768), (1440, 900))
Look = tuple[Literal["fr", "en"], Literal["light", "dark"], tuple[int, int], float]
LOOKS: tuple[Look, ...] = (
    *((language, mode, size, 1.0) for language in ("en", "fr") for mode in ("light", "dark") for size in SIZES),
    *(("fr", "light", size, 1.5) for size in SIZES),
)
FEW: tuple[Look, ...] = (("en", "light", SIZES[1], 1.0), ("fr", "dark", SIZES[1], 1.0))
FAMILY = "Inter"


def settle(idle: Callable[[], bool], at_most_ms: int = 20_000) -> None:
    """Let the event loop run until there is nothing left to do."""
    loop, waited = QEventLoop(), 0
    while waited < at_most_ms:
        QTimer.singleShot(60, loop.quit)
        loop.exec()
        waited += 60
        if idle() and waited >= 240:
            return


def family_here() -> str:
    """Return the design's family where the machine has it, else ours: a bare Linux has only one that is far wider."""
    if FAMILY not in QFontDatabase.families():
        for font in (Path(__file__).resolve().parents[1] / "resources" / "fonts").glob("NotoSans-*.ttf"):
            QFontDatabase.addApplicationFont(str(font))
        return "Noto Sans"
    return FAMILY


def pictures(folder: Path, base: Path, only: str, looks: Sequence[Look] = LOOKS) -> Iterator[tuple[Path, list[str]]]:
    """Make every picture; returns the files one by one, each with what has no room in it."""
    from desktop_app.app import Program, prepare
    from desktop_app.gui.theme import look
    from desktop_app.gui.words import set_language
    from desktop_app.settings import Settings

    settings = Settings(folder / "pictures.ini")
    prepare(settings)
    family = family_here()
    program = Program(settings)
    program.show(base)
    settle(lambda: program.workspace.is_open and not program.tasks.busy)
    scenes = {
        **editing_scenes(_idle, _Picture),
        **{name: _page(name) for name in program.window.stack.places},
        **SCENES,
        **exchange_scenes(_idle, _Picture),
    }
    wanted = {name.strip() for name in only.split(",")} if only else scenes.keys()
    for language, mode, (width, height), scale in looks:
        set_language(language)
        look.apply(mode, scale, family)
        larger = "" if scale == 1 else f"_{round(100 * scale)}pct"
        program.window.resize(width, height)
        for name, scene in scenes.items():
            if name in wanted:
                file = folder / f"{name}_{mode}_{language}_{width}x{height}{larger}.png"
                shown = scene(program)
                shown.grab().save(str(file))
                yield file, shown.cut if isinstance(shown, _Picture) else list(clipped(shown))
    program.close()


Scene = Callable[["Program"], QWidget]


def _idle(program: "Program") -> None:
    for _again in range(2):  # what was read may ask for more to be read
        settle(lambda: not program.tasks.busy)


def _page(name: str) -> Scene:
    def show(program: "Program") -> QWidget:
        program.window.stack.show_page(name)
        _idle(program)
        return program.window

    return show


def _window(program: "Program") -> QWidget:
    """The picture of the README: an instrument that is to be renewed, with its partners and missions beside the list."""
    from desktop_app.domain.instrument import INSTRUMENT
    from desktop_app.store.queries import Filter, Query

    store = program.workspace.store
    waiting = Query(
        INSTRUMENT,
        (Filter("status", "is", "to_renew"), Filter("type", "is", store.resolve("instrument_type", "IRP"))),
        sort=(("acronym", False),),
    )
    record = next(iter(store.records(waiting)), None)
    program.workspace.go("instrument", str(record["id"]) if record else "")
    _idle(program)
    _idle(program)
    return _Picture(program.window)


def _compact(program: "Program") -> QWidget:
    page = program.window.stack.show_page("instrument")
    page.list.set_compact(compact=True)  # type: ignore[attr-defined]
    page.host.set_open(open_=False)  # type: ignore[attr-defined]
    _idle(program)
    picture = _Picture(program.window)
    page.list.set_compact(compact=False)  # type: ignore[attr-defined]
    page.host.set_open(open_=True)  # type: ignore[attr-defined]
    return picture


def _palette(text: str) -> Scene:
    def show(program: "Program") -> QWidget:
        program.window.stack.show_page("instrument")
        _idle(program)
        program.window.finder.begin(text)
        _idle(program)
        picture = _Picture(program.window)
        program.window.finder.palette.leave(back=True)
        return picture

    return show


def _letterhead(program: "Program") -> QWidget:
    from desktop_app.gui.words import tr

    page = program.window.stack.show_page("settings")
    page.search.setText(tr("Letterhead"))  # type: ignore[attr-defined]
    _idle(program)
    picture = _Picture(program.window)
    page.search.clear()  # type: ignore[attr-defined]
    return picture


def _letters(program: "Program") -> QWidget:
    from desktop_app.gui.letters.dialog import LetterDialog

    page = program.window.stack.show_page("mission")
    _idle(program)
    page.list.table.selectRow(0)  # type: ignore[attr-defined]
    page.write_letter()  # type: ignore[attr-defined]
    _idle(program)
    dialog = next(one for one in program.window.findChildren(LetterDialog) if one.isVisible())
    settle(lambda: dialog.view.pages is not None and dialog.view.preview.settled)
    picture = _Picture(dialog)
    dialog.reject()
    return picture


def _filter(program: "Program") -> QWidget:
    from desktop_app.gui.lists.filter_popup import FilterPopup

    page = program.window.stack.show_page("instrument")
    _idle(program)
    page.list.filters.add.click()  # type: ignore[attr-defined]
    popup = page.findChild(FilterPopup)
    picture = _Picture(popup or page)
    if popup is not None:
        popup.close()
    return picture


def _views(program: "Program") -> QWidget:
    """A saved view, changed since, with its rows in groups; three views in the left pane."""
    from desktop_app.gui.lists.arrangement import Arrangement
    from desktop_app.gui.lists.specs import Condition
    from desktop_app.gui.views import keeping
    from desktop_app.gui.views.saved import contents, read_views

    workspace = program.workspace
    if not read_views(workspace.store):
        asked = Condition("status", "in", ("to_renew", "renewal_asked"))
        for name, kind, conditions, group in (
            ("Renewals · Renouvellements", "instrument", (asked,), ""), ("IRL, IRN, IRP", "instrument", (), "type"),
            ("> 1 500 €", "mission", (Condition("cost", "from", "1500"),), "purpose"),
        ):  # fmt: skip
            data = contents(conditions, Arrangement(group=group), compact=False)
            keeping.add(workspace, kind, name, data, lambda _id: None)
            _idle(program)
    shelf = program.window.side.shelf
    if shelf is not None:
        shelf.buttons[1].click()
    _idle(program)
    page = program.window.stack.show_page("instrument")
    page.list.sort_by("ends_on", descending=True)  # type: ignore[attr-defined]
    _idle(program)
    picture = _Picture(program.window)
    page.tabs.choose("all")  # type: ignore[attr-defined]
    _idle(program)
    return picture


def _marked(program: "Program") -> QWidget:
    """What was searched, marked in the cells."""
    page = program.window.stack.show_page("partner")
    page.list.filters.quick.setText("univ thai")  # type: ignore[attr-defined]
    settle(lambda: False, 300)
    _idle(program)
    picture = _Picture(program.window)
    page.list.filters.quick.clear()  # type: ignore[attr-defined]
    _idle(program)
    return picture


def _values(program: "Program") -> QWidget:
    """The values of a column with their counts."""
    from desktop_app.gui.lists.filter_popup import FilterPopup

    page = program.window.stack.show_page("partner")
    _idle(program)
    page.list.filters.ask_field("country", page.mapToGlobal(page.rect().center()))  # type: ignore[attr-defined]
    _idle(program)
    popup = page.findChild(FilterPopup)
    picture = _Picture(popup or page)
    if popup is not None:
        popup.close()
    return picture


def _columns(program: "Program") -> QWidget:
    """The choice of columns."""
    from desktop_app.gui.lists.column_popup import ColumnPopup

    page = program.window.stack.show_page("mission")
    _idle(program)
    page.list.choose_columns()  # type: ignore[attr-defined]
    popup = page.findChild(ColumnPopup)
    picture = _Picture(popup or page)
    if popup is not None:
        popup.close()
    return picture


def _heading(program: "Program") -> QWidget:
    """The menu of a heading."""
    from desktop_app.gui.lists.heading_menu import heading_menu

    page = program.window.stack.show_page("mission")
    _idle(program)
    menu = heading_menu(page.list, 4)  # type: ignore[attr-defined]
    menu.adjustSize()
    picture = _Picture(menu)
    menu.deleteLater()
    return picture


def _notice(program: "Program") -> QWidget:
    from desktop_app.domain.words import Words
    from desktop_app.gui.words import said

    program.window.stack.show_page("mission")
    program.workspace.note(said(Words("Retour de FICTIF-2026-00012", "Return of FICTIF-2026-00012")), undo=True)
    _idle(program)
    picture = _Picture(program.window)
    program.window.notices.hide()
    return picture


def _start(program: "Program") -> QWidget:
    from desktop_app.gui.frame.start_dialog import StartDialog
    from desktop_app.gui.words import tr

    dialog = StartDialog(program.settings.recent, tr("This base is open read-only: nothing can be changed in it."))
    picture = _Picture(dialog)
    dialog.deleteLater()
    return picture


def _help(program: "Program") -> QWidget:
    reader = program.window.helps.reader
    reader.open_page("send")
    _idle(program)
    picture = _Picture(reader)
    reader.close()
    _idle(program)  # a size that is told late would undo the one of the next look
    return picture


def _keys(program: "Program") -> QWidget:
    from desktop_app.gui.help.key_sheet import KeySheet

    sheet = KeySheet(program.window)
    picture = _Picture(sheet)
    sheet.deleteLater()
    return picture


def _form(name: str) -> Scene:
    def show(program: "Program") -> QWidget:
        from desktop_app.domain import ENTITIES
        from desktop_app.gui.record_form.opening import open_form
        from desktop_app.store.queries import Query

        record = program.workspace.store.records(Query(ENTITIES[name], limit=1))[0]
        form = open_form(program.window, program.workspace, ENTITIES[name], str(record["id"]))
        _idle(program)
        picture = _Picture(form)
        form.close()
        return picture

    return show


def _overview(kind: Literal["partner", "institute", "unit"]) -> Scene:
    """All about one partner, one institute or one unit."""

    def show(program: "Program") -> QWidget:
        from desktop_app.reports.country import most_instruments
        from desktop_app.store.portrait import partners_of
        from desktop_app.store.subject import Subject

        store = program.workspace.store
        country = Subject("country", str(most_instruments(store)))
        id_ = str(partners_of(store, country, 1)[0][0]["id"]) if kind == "partner" else "INEE"
        if kind == "unit":
            id_ = str(store.resolve("unit", "IRL 3288"))
        program.workspace.go("overview", f"{kind}/{id_}")
        _idle(program)
        picture = _Picture(program.window)
        program.workspace.go("overview", f"country/{country.id}")
        _idle(program)
        return picture

    return show


def _network(program: "Program") -> QWidget:
    """Who is linked with whom around a laboratory."""
    from desktop_app.domain import ENTITIES
    from desktop_app.gui.overview.network_card import show_network
    from desktop_app.store.queries import Filter, Query

    asked = Query(ENTITIES["link"], (Filter("kind", "is", "in_cluster"),), limit=1)
    link = next(iter(program.workspace.store.records(asked)))
    window = show_network(program.window, program.workspace, "instrument", str(link["instrument"]))
    _idle(program)
    picture = _Picture(window)
    window.close()
    return picture


def _records_behind(program: "Program") -> QWidget:
    """The list behind a number, of records that no page lists."""
    from desktop_app.gui.overview.list_window import ListWindow

    page = program.window.stack.show_page("overview")
    _idle(program)
    program.workspace.show_list(page.found.number("outputs").query)  # type: ignore[attr-defined]
    _idle(program)
    window = program.window.findChild(ListWindow)
    picture = _Picture(window or page)
    if window is not None:
        window.close()
    return picture


def _export(program: "Program") -> QWidget:
    from desktop_app.gui.dialogs.export import open_export

    dialog = open_export(program.window, program.workspace)
    _idle(program)
    picture = _Picture(dialog)
    dialog.reject()
    return picture


def _posting(program: "Program") -> QWidget:
    """What another office is sent."""
    from desktop_app.gui.dialogs.posting import open_posting

    dialog = open_posting(program.window, program.workspace)
    _idle(program)
    picture = _Picture(dialog)
    dialog.reject()
    return picture


def _password(program: "Program") -> QWidget:
    """What is asked of a file that is protected, where the computer has a key store."""
    from desktop_app.gui.dialogs.password import PasswordDialog

    dialog = PasswordDialog("Instruments_Vietnam (retour).xlsx", again=True, keeps=True, parent=program.window)
    dialog.open()
    picture = _Picture(dialog)
    dialog.reject()
    return picture


def _foreign(step: int) -> Scene:
    """A sheet that somebody else made, at one of its steps."""

    def show(program: "Program") -> QWidget:
        from desktop_app.gui.receiving import taking_in

        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "Coopération Indonésie (fictif).csv"
            path.write_text(_FOREIGN, encoding="utf-8")
            taking_in.receive(program.window, program.workspace, path)
            _idle(program)
        page = program.window.stack.show_page("review")
        page.sheet.steps.asked.emit(step)  # type: ignore[attr-defined]
        _idle(program)
        picture = _Picture(program.window)
        page.sheet.left.emit()  # type: ignore[attr-defined]
        return picture

    return show


def _next_table(program: "Program") -> QWidget:
    """What follows a table that was taken in: the next one of its file."""
    from desktop_app.gui.receiving import taking_in
    from desktop_app.gui.receiving.steps import REVIEW

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Partenaires et contacts (fictif).csv"
        path.write_text(_TABLES, encoding="utf-8")
        taking_in.receive(program.window, program.workspace, path)
        _idle(program)
        page = program.window.stack.show_page("review")
        page.sheet.steps.asked.emit(REVIEW)  # type: ignore[attr-defined]
        _idle(program)
        page.actions_["apply"].trigger()
        _idle(program)
    picture = _Picture(program.window)
    program.workspace.undo()
    _idle(program)
    page.sheet.left.emit()  # type: ignore[attr-defined]  # taken back, the file shows its columns again
    _idle(program)
    return picture


_TABLES = """Partenaires
Nom;Ville;Pays
Institut fictif des Marées;Hanoi;Vietnam
Institut fictif des Brumes;Hué;Vietnam

Personnes
Nom;Prénom;Courriel
FICTIVE;Anne;anne@example.org
IMAGINAIRE;Paul;paul@example.org
"""


_FOREIGN = """Ambassade de France (fictif)

Nom du programme;Institution indon.;Laboratoire français;Dates;Montant;Responsable FR;Commentaires
IRP VOLC-FICTIF;ITB | LIPI (fictif);UMR 5563;2021-2025;14 000 €;FICTIVE Anne;RAS
IRN RIZ-FICTIF;IPB (fictif);UMR 7144;2022-2026;15 000 €;IMAGINAIRE Jean;renouvellement demandé
"""


def _reference_list(program: "Program") -> QWidget:
    from desktop_app.domain import ENTITIES
    from desktop_app.gui.preferences.lists import ListDialog

    dialog = ListDialog(program.workspace, ENTITIES["instrument_type"], program.window)
    dialog.show()
    _idle(program)
    picture = _Picture(dialog)
    dialog.reject()
    return picture


def _map(subject: str = "partner", code: str = "", look: int = 0, *, table: bool = False, world: bool = False) -> Scene:
    """The map with a country chosen, of the whole world, with the zones of the offices, or as a table."""

    def show(program: "Program") -> QWidget:
        page = program.window.stack.show_page("map")
        page.choices.choose(subject)  # type: ignore[attr-defined]
        page.choices.looks.setCurrentIndex(look)  # type: ignore[attr-defined]
        _idle(program)
        page.choices.drawn.emit()  # type: ignore[attr-defined]
        page.view.choose(code)  # type: ignore[attr-defined]
        (page.show_everything if world else page.show_zone)()  # type: ignore[attr-defined]
        if table:
            page.as_table()  # type: ignore[attr-defined]
        _idle(program)
        picture = _Picture(program.window)
        if table:
            page.as_table()  # type: ignore[attr-defined]
        page.view.choose("")  # type: ignore[attr-defined]
        return picture

    return show


def _twins(program: "Program") -> QWidget:
    """Records that were entered twice, side by side."""
    from desktop_app.domain import ENTITIES
    from desktop_app.domain.words import Words
    from desktop_app.store.queries import Query

    store = program.workspace.store
    if store.resolve("partner", "Université fictive de la mer") is None and not store.search("UFM Hải Phòng", 1):
        partner, country = ENTITIES["partner"], store.resolve("country", "VN")
        person = store.records(Query(ENTITIES["person"], limit=1))[0]
        with store.edit(Words("Saisir deux fois", "Enter twice")) as edit:
            edit.add(
                partner,
                {
                    "name": "Université fictive de la mer",
                    "country": country,
                    "city": "Hải Phòng",
                    "acronym": "UFM",
                    "kind": "university",
                    "notes": "Premier contact en 2023.",
                    "aliases": ("UFM Hải Phòng",),
                },
            )
            edit.add(
                partner,
                {
                    "name": "Universite fictive de la Mer",
                    "country": country,
                    "city": "Hai Phong",
                    "website": "https://example.org",
                    "kind": "university",
                    "notes": "Accord-cadre en préparation.",
                },
            )
            names = ("family_name", "given_name", "partner", "unit", "title")
            edit.add(ENTITIES["person"], {name: person[name] for name in names})
        program.workspace.changed.emit(edit.changes, None)
    page = program.window.stack.show_page("duplicates")
    _idle(program)
    page.take_focus()
    _idle(program)
    return _Picture(program.window)


def _past(program: "Program") -> QWidget:
    """The base as it was on a day, read only."""
    from datetime import date

    from desktop_app.gui.pages.history import HistoryPage
    from desktop_app.gui.workspace import Go

    page = program.window.stack.show_page("history")
    assert isinstance(page, HistoryPage)
    page.visit(Go("history", "past"))
    page.past.show_day(date.today().isoformat())  # noqa: DTZ011  (the user's day)
    settle(lambda: bool(page.past.past) and page.past.chosen() is not None)
    _idle(program)
    picture = _Picture(program.window)
    page.past.close_day()
    page.visit(Go("history", "steps"))
    return picture


def _behind(program: "Program") -> QWidget:
    """The records behind a table of a report of another day, in the base of that day."""
    from datetime import date

    from desktop_app.gui.pages.history import HistoryPage
    from desktop_app.gui.workspace import Go

    page = program.window.stack.show_page("history")
    assert isinstance(page, HistoryPage)
    page.visit(Go("history", f"past/ML-VN-{date.today().isoformat()}-3.1"))  # noqa: DTZ011  (the user's day)
    settle(lambda: page.past.tabs.view.name == "mission")
    _idle(program)
    settle(lambda: page.past.chosen() is not None)
    _idle(program)
    picture = _Picture(program.window)
    page.past.close_day()
    page.visit(Go("history", "steps"))
    return picture


class _Picture(QLabel):
    """What something looked like a moment ago."""

    def __init__(self, of: QWidget) -> None:
        super().__init__()
        of.ensurePolished()
        taken = of.grab()
        self.cut = list(clipped(of))
        self.setPixmap(taken)
        self.resize(taken.deviceIndependentSize().toSize())


SCENES: dict[str, Scene] = {
    "window": _window, "past": _past, "behind": _behind, "compact": _compact, "views": _views, "marked": _marked,
    "values": _values, "columns": _columns, "heading": _heading, "filter": _filter, "notice": _notice, "start": _start,
    "help": _help, "keys": _keys,
    "map_country": _map(code="TH"), "map_world": _map("instrument", world=True), "map_zones": _map("mission", look=1, world=True),
    "map_table": _map("instrument", "VN", table=True),
    "palette": _palette("mahidol"), "palette_wish": _palette("vietnam summary"), "palette_near": _palette("mahidoll"),
    "palette_first": _palette(""), "export": _export, "posting": _posting, "password": _password,
    "twins": _twins, "reference_list": _reference_list,
    "letterhead": _letterhead, "letters": _letters,
    "network": _network, "records_behind": _records_behind,
    "overview_partner": _overview("partner"), "overview_institute": _overview("institute"),
    "overview_unit": _overview("unit"),
    **{f"foreign_{step + 1}": _foreign(step) for step in range(3)}, "next_table": _next_table,
    **{f"form_{name}": _form(name) for name in ("partner", "instrument", "mission", "person")},
}  # fmt: skip


def main() -> int:
    """Make the pictures that were asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--base", type=Path, help="the base to show; a small demo base is made otherwise")
    parser.add_argument("--few", action="store_true", help="one size, light in English and dark in French")
    parser.add_argument("--only", default="", help="pages or scenes by their names, with commas between")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        base = chosen.base or demo(Path(work))
        qInstallMessageHandler(_what_matters)
        made = pictures(chosen.folder, base, chosen.only, FEW if chosen.few else LOOKS)
        for number, (file, cut) in enumerate(made, 1):
            print(f"Picture {number}: {file.name}", *cut, sep="\n  ", flush=True)
    print(f"The pictures are in {chosen.folder}.")
    return 0


def _what_matters(_kind: QtMsgType, _where: QMessageLogContext, message: str | None) -> None:
    """Pass on what Qt says, but that a screen that is none can't raise a window or give it focus."""
    if message and not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)


def demo(folder: Path) -> Path:
    """Make a demo base."""
    from desktop_app.demo.in_use import put_in_use
    from desktop_app.demo.office import fill_demo
    from desktop_app.store.base import Store

    path = folder / "Demo.passerelle"
    with Store.create(path, "SIN", demo=True) as store:
        fill_demo(store)
        put_in_use(store)
    return path


if __name__ == "__main__":
    sys.exit(main())
