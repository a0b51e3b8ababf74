"""Scenes of what goes out and comes back for `pictures.py`: a workbook that is made, passwords, letters of a text file; and
the saved views of a narrow window."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from desktop_app.app import Program

Settle = Callable[["Program"], None]
Taken = Callable[[QWidget], QWidget]  # the picture of something as it is now
Scene = Callable[["Program"], QWidget]
_PASSWORDS = {"Ambassade fictive à Hanoï": "Mangrove-2026", "Coopération Indonésie (fictif).xlsx": "Volcan 14"}
_MISSIONS = (
    "Nom du missionnaire;Parti le;Rentré le;Ville;Pays;Motif\n"
    "FICTIF Anne-Hélène;01/03/2026;05/03/2026;Hanoï;Viêt Nam;Colloque\n"
    "FICTIVE Jeanne;12/04/2026;18/04/2026;Jakarta;Indonésie;Colloque\n"
)
_LETTERS = "Nom;Ville;Pays\nUniversité fictive d’Été;Nîmes;France\nInstitut fictif des Forêts;Orléans;France\n"


def exchange_scenes(settle: Settle, taken: Taken) -> dict[str, Scene]:
    """Return the scenes by name."""
    hands = _Exchange(settle, taken)
    return {
        "export_done": hands.made,
        "passwords": hands.passwords,
        "letters_of_text": hands.letters,
        "foreign_review": hands.reviewed,
        "foreign_person": hands.person,
        "list_printed": hands.list_printed,
        "narrow": hands.narrow,
        "narrow_views": hands.narrow_views,
    }


class _Exchange:
    """Makes workbooks and takes files in as people do, and leaves everything as it was."""

    def __init__(self, settle: Settle, taken: Taken) -> None:
        self._settle, self._taken = settle, taken

    def made(self, program: "Program") -> QWidget:
        """What is said of a workbook that was made, and the letter offered with it."""
        from desktop_app.gui.dialogs.export import open_export
        from desktop_app.sync.export import Sent

        dialog = open_export(program.window, program.workspace)
        self._settle(program)
        path = Path("Documents/CNRS-SIN_Instruments_Vietnam_2026-11-28_EX0042.xlsx")
        dialog._show_done(Sent("EX0042", path, {"instrument": 12, "mission": 62}))  # noqa: SLF001  # none is made
        picture = self._taken(dialog)
        dialog.reject()
        return picture

    def passwords(self, program: "Program") -> QWidget:
        """The passwords that a computer with a key store remembers, one uncovered."""
        from desktop_app.gui.receiving.passwords import PasswordsDialog

        dialog = PasswordsDialog(program.workspace, program.window)
        dialog.open()
        self._settle(program)
        dialog._show((True, _PASSWORDS))  # noqa: SLF001  # the key store of who makes pictures is left alone
        dialog.list.select(next(iter(_PASSWORDS)))
        dialog.uncover.click()
        self._settle(program)
        picture = self._taken(dialog)
        dialog.reject()
        return picture

    def letters(self, program: "Program") -> QWidget:
        """A text file whose letters may be chosen."""
        from desktop_app.gui.receiving import taking_in
        from desktop_app.gui.receiving.steps import SHEET

        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "Partenaires (fictif).csv"
            path.write_text(_LETTERS, encoding="cp1252")
            taking_in.receive(program.window, program.workspace, path)
            self._settle(program)
        page = program.window.stack.show_page("review")
        page.sheet.steps.asked.emit(SHEET)  # type: ignore[attr-defined]
        self._settle(program)
        picture = self._taken(program.window)
        page.sheet.left.emit()  # type: ignore[attr-defined]
        return picture

    def reviewed(self, program: "Program") -> QWidget:
        """The review of a sheet of missions whose traveller is not here, with the way back to its columns."""
        return self._in_review(program, lambda: self._taken(program.window))

    def person(self, program: "Program") -> QWidget:
        """The traveller whom that sheet names, to be found or made."""
        from desktop_app.gui.dialogs.other_value import OtherValueDialog

        def asked() -> QWidget:
            part = program.window.stack.show_page("review").part  # type: ignore[attr-defined]
            part.ask_other(next(place for place, line in enumerate(part.lines()) if line.name == "person"))
            self._settle(program)
            dialog = part.findChildren(OtherValueDialog)[-1]
            picture = self._taken(dialog)
            dialog.reject()
            return picture

        return self._in_review(program, asked)

    def _in_review(self, program: "Program", show: Callable[[], QWidget]) -> QWidget:
        from desktop_app.gui.receiving import taking_in
        from desktop_app.gui.receiving.steps import REVIEW

        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "Missions (fictif).csv"
            path.write_text(_MISSIONS, encoding="utf-8")
            taking_in.receive(program.window, program.workspace, path)
            self._settle(program)
        page = program.window.stack.show_page("review")
        page.sheet.steps.asked.emit(REVIEW)  # type: ignore[attr-defined]
        self._settle(program)
        picture = show()
        page.desk.discard()  # type: ignore[attr-defined]
        self._settle(program)
        return picture

    def list_printed(self, program: "Program") -> QWidget:
        """The list of instruments as it is printed, kept to what the list shows."""
        page = program.window.stack.show_page("instrument")
        page.list.filters.quick.setText("viet")  # type: ignore[attr-defined]
        self._settle(program)
        page.print_list()  # type: ignore[attr-defined]
        reports = program.window.stack.show_page("reports")
        for _again in range(3):
            self._settle(program)
            QTest.qWait(400)
        picture = self._taken(program.window)
        reports.wishes.only.click()  # type: ignore[attr-defined]
        page.list.filters.quick.clear()  # type: ignore[attr-defined]
        self._settle(program)
        return picture

    def narrow(self, program: "Program") -> QWidget:
        """A list in a window that shows only icons in its left pane, the details over the list."""
        return self._in_narrow(program, lambda: self._taken(program.window))

    def narrow_views(self, program: "Program") -> QWidget:
        """The menu of the saved views, behind their one icon."""

        def menu() -> QWidget:
            button = program.window.side.findChild(QWidget, "saved_views")
            if button is None:
                return self._taken(program.window)
            button.click()  # type: ignore[attr-defined]
            shown = button.findChild(QMenu)
            picture = self._taken(shown or program.window)
            if shown is not None:
                shown.close()
            return picture

        return self._in_narrow(program, menu)

    def _in_narrow(self, program: "Program", show: Callable[[], QWidget]) -> QWidget:
        size = program.window.size()
        program.window.stack.show_page("instrument")
        program.window.resize(1100, 720)
        self._settle(program)
        picture = show()
        program.window.resize(size)
        self._settle(program)
        return picture
