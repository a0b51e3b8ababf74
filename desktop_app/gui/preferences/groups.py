"""The rows of the settings, group by group."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from desktop_app.domain import ENTITIES
from desktop_app.domain.deadlines import Lead
from desktop_app.domain.journey import Reductions
from desktop_app.gui.dialogs.export_form import DUE_DAYS, DUE_KEY, FOLDER, RETURN_TO
from desktop_app.gui.frame.opening import BACKUP_MINUTES, SECOND_PLACE
from desktop_app.gui.frame.page_stack import HOME, LAST, START
from desktop_app.gui.pages import PLACES
from desktop_app.gui.preferences import deadlines
from desktop_app.gui.preferences.field_row import FieldRow
from desktop_app.gui.preferences.kept import InBase, OfOffice, OnMachine
from desktop_app.gui.preferences.rows import ButtonRow, ChoiceRow, FolderRow, Row, TextRow
from desktop_app.gui.theme import Mode, look
from desktop_app.gui.words import lang, mark, set_language
from desktop_app.gui.workspace import Workspace
from desktop_app.store.due import REPORT_DAYS, VISA_DAYS
from desktop_app.store.edit import Changes
from desktop_app.store.journey import LODGED_PERCENT, MEAL_PERCENT

_MODES: dict[str, Mode] = {"system": "system", "light": "light", "dark": "dark"}
_LISTS = (
    (
        "instrument_type",
        mark("Types of instruments"),
        mark("IRP, IRL, IRN… with their usual length and their old names"),
    ),
    (
        "choice",
        mark("Choices of the lists"),
        mark("Purposes of missions, kinds of partners, funders…: those that your office adds"),
    ),
    ("programme", mark("Bilateral programmes"), mark("The Hubert Curien partnerships and the others, by country")),
    ("unit", mark("CNRS units"), mark("Their codes of today and of before")),
    (
        "security_rule",
        mark("Security opinions"),
        mark("Countries that need one, since when and how long before; left out of workbooks"),
    ),
    ("per_diem", mark("Daily allowances"), mark("By country, town and season, with the date from which each is valid")),
    ("rate", mark("Exchange rates"), mark("Euros for one unit; the last one on or before a day counts")),
    ("country", mark("Countries"), mark("Their names in both languages, and the others by which they are found")),
)


class Group(NamedTuple):
    """Rows under one heading."""

    name: str
    rows: Sequence[Row]


def groups(workspace: Workspace, window: Callable[[], QWidget]) -> list[Group]:
    """Return the groups of the page in their order."""
    return [
        Group(mark("General"), _general(workspace)),
        Group(mark("Office"), _office(workspace, window)),
        Group(mark("Letterhead"), _letterhead(workspace)),
        Group(mark("Lists"), _lists(workspace, window)),
        Group(mark("Deadlines"), _deadlines(workspace)),
        Group(mark("Backups"), _backups(workspace)),
        Group(mark("Exchange"), _exchange(workspace, window)),
    ]


def _general(workspace: Workspace) -> list[Row]:
    return [
        ChoiceRow(
            mark("Language"), mark("Of the screen; reports and workbooks have their own"),
            OnMachine(workspace, "language", "", lambda value: set_language("fr" if value == "fr" else "en"), lang),
            (("en", "English"), ("fr", "Français")),
        ),
        ChoiceRow(
            mark("Theme"), mark("Light, dark, or the same as the system"),
            OnMachine(workspace, "theme", "system", lambda value: look.apply(_MODES[value], look.scale),
                      lambda: look.mode),
            (("system", mark("Same as the system")), ("light", mark("Light")), ("dark", mark("Dark"))),
        ),
        ChoiceRow(
            mark("Text size"), mark("Everything grows with it; Ctrl++ and Ctrl+- change it too"),
            OnMachine(workspace, "text_scale", "1.0", lambda value: look.apply(look.mode, float(value)),
                      lambda: str(look.scale)),
            (("0.9", mark("90%")), ("1.0", mark("100%")), ("1.1", mark("110%")), ("1.25", mark("125%")), ("1.5", mark("150%"))),
        ),
        ChoiceRow(
            mark("Start page"), mark("What is shown when the program starts"),
            OnMachine(workspace, START, HOME),
            ((LAST, mark("The page that was shown last")), *((place.name, place.text) for place in PLACES)),
        ),
    ]  # fmt: skip


def _office(workspace: Workspace, window: Callable[[], QWidget]) -> list[Row]:
    def open_() -> None:
        from desktop_app.gui.record_form.opening import open_form

        store = workspace.store
        if found := store.resolve("office", store.office):
            open_form(window(), workspace, ENTITIES["office"], found)

    return [
        TextRow(mark("Name in French"), mark("Shown at the top of the window and of reports"), OfOffice(workspace, "name_fr")),
        TextRow(mark("Name in English"), mark("Shown at the top of the window and of reports"), OfOffice(workspace, "name_en")),
        TextRow(mark("City"), mark("Where the office is"), OfOffice(workspace, "city")),
        ButtonRow(mark("All about the office"), mark("Zone, dates and notes of the office"), mark("Open…"), open_),
    ]  # fmt: skip


def _letterhead(workspace: Workspace) -> list[Row]:
    fields = (
        ("address", mark("Address"), mark("Below the name of the office, on every report and letter")),
        ("phone", mark("Telephone"), mark("Stands beside the address")),
        ("email", mark("E-mail"), mark("Stands beside the address")),
        ("website", mark("Website"), mark("Stands beside the address")),
        ("logo", mark("Logo"), mark("At the top right of reports; PNG, JPEG or SVG")),
        ("colour", mark("Colour"), mark("Of lines and charts; darkened where it could not be seen on paper")),
        ("tint", mark("Colour of backgrounds"), mark("Behind key figures and headings of tables; a light one")),
        (
            "introduction_fr",
            mark("Introduction in French"),
            mark("Opens country summaries, the yearly report, the handover book"),
        ),
        (
            "introduction_en",
            mark("Introduction in English"),
            mark("Opens country summaries, the yearly report, the handover book"),
        ),
    )
    return [FieldRow(name, below, OfOffice(workspace, field)) for field, name, below in fields]


def _lists(workspace: Workspace, window: Callable[[], QWidget]) -> list[Row]:
    def opens(name: str) -> Callable[[], None]:
        def run() -> None:
            from desktop_app.gui.preferences import lists

            dialog = lists.ListDialog(workspace, ENTITIES[name], window())
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        return run

    return [ButtonRow(words, below, mark("Open…"), opens(name)) for name, words, below in _LISTS]


def _deadlines(workspace: Workspace) -> list[Row]:
    def changed(_days: str) -> None:
        workspace.changed.emit(None, None)

    kept = InBase(workspace, deadlines.KEY, str(deadlines.USUAL), deadlines.soon.set)
    days = (("30", mark("30 days before")), ("60", mark("60 days before")), ("90", mark("90 days before")),
            ("120", mark("120 days before")), ("180", mark("180 days before")))  # fmt: skip
    report = (("14", mark("2 weeks after")), ("30", mark("30 days after")), ("60", mark("60 days after")))
    visa = (("14", mark("2 weeks before")), ("21", mark("3 weeks before")), ("30", mark("30 days before")),
            ("60", mark("60 days before")))  # fmt: skip
    usual = Lead()
    return [
        ChoiceRow(mark("A deadline is near"), mark("From then on it counts the days, and shows in amber"), kept, days),
        ChoiceRow(mark("A mission report is due"), mark("Counted from the return"),
                  InBase(workspace, REPORT_DAYS, str(usual.report_days), changed), report),
        ChoiceRow(mark("A visa is to be applied for"), mark("Counted from the departure, where a visa is needed"),
                  InBase(workspace, VISA_DAYS, str(usual.visa_days), changed), visa),
        TextRow(mark("Lodged for nothing, less %"), mark("How much less the estimated allowance is for such a night"),
                InBase(workspace, LODGED_PERCENT, str(Reductions().lodged))),
        TextRow(mark("Meal offered, less %"), mark("How much less the estimated allowance is for each meal"),
                InBase(workspace, MEAL_PERCENT, str(Reductions().meal))),
    ]  # fmt: skip


def _backups(workspace: Workspace) -> list[Row]:
    every = (("15", mark("Every 15 minutes")), ("30", mark("Every 30 minutes")), ("60", mark("Every hour")),
             ("240", mark("Every 4 hours")))  # fmt: skip
    return [
        ChoiceRow(mark("How often"), mark("When something has changed; each copy is checked"),
                  OnMachine(workspace, BACKUP_MINUTES, "30"), every),
        FolderRow(mark("Second place"), mark("Each copy goes there too: a USB key or a folder of the network"),
                  OnMachine(workspace, SECOND_PLACE), mark("None")),
        ButtonRow(mark("The copies"), mark("Look at them, go back to one"), mark("Open…"),
                  lambda: workspace.go("history", "backups")),
    ]  # fmt: skip


def _exchange(workspace: Workspace, window: Callable[[], QWidget]) -> list[Row]:
    def open_answers() -> None:
        from desktop_app.gui.receiving.remembered import RememberedDialog

        dialog = RememberedDialog(workspace, window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_passwords() -> None:
        from desktop_app.gui.receiving.passwords import PasswordsDialog

        dialog = PasswordsDialog(workspace, window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    due = (("14", mark("2 weeks")), ("21", mark("3 weeks")), ("28", mark("4 weeks")), ("42", mark("6 weeks")),
           ("56", mark("8 weeks")))  # fmt: skip
    return [
        TextRow(mark("Return address"), mark("Written in every workbook: where they send it back"), InBase(workspace, RETURN_TO)),
        ChoiceRow(mark("Time to answer"), mark("Proposed for new workbooks"), InBase(workspace, DUE_KEY, str(DUE_DAYS)), due),
        FolderRow(mark("Team folder"), mark("Shared by the laptops of the office; each takes in what the others wrote"),
                  InBase(workspace, "team_folder", "", lambda _folder: workspace.changed.emit(Changes(), None)), mark("None")),
        FolderRow(mark("Folder of the workbooks"), mark("Where new workbooks are saved"), OnMachine(workspace, FOLDER),
                  mark("Documents")),
        ButtonRow(mark("Answers given before"), mark("What names and words of sheets mean, and the columns of each sender"),
                  mark("Open…"), open_answers),
        ButtonRow(mark("Passwords of workbooks"), mark("Those that this computer remembers: see them, forget them"),
                  mark("Open…"), open_passwords),
    ]  # fmt: skip
