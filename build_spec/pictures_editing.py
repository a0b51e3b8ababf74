"""Scenes of editing for `pictures.py`: cells, blocks, previews, many records, and what forms add beside their fields."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from desktop_app.app import Program
    from desktop_app.gui.pages.records import RecordsPage

FORM = (1080, 760)
Settle = Callable[["Program"], None]
Taken = Callable[[QWidget], QWidget]  # the picture of something as it is now
Scene = Callable[["Program"], QWidget]


def editing_scenes(settle: Settle, taken: Taken) -> dict[str, Scene]:
    """Return the scenes by name."""
    hands = _Hands(settle, taken)
    return {
        "cell_date": lambda program: hands.cell(program, "starts_on", "24 nov +5j"),
        "cell_amount": lambda program: hands.cell(program, "cost", "14k€"),
        "cell_error": lambda program: hands.cell(program, "ends_on", "31/02/2026\r"),
        "cell_link": lambda program: hands.cell(program, "partner", "mahidol"),
        "block": hands.block,
        "paste": hands.paste,
        "many": hands.many,
        "replace": hands.replace,
        "files": hands.files,
        "field_history": hands.field_history,
        "renewal": hands.renewal,
    }


class _Hands:
    """Puts the window into a state, takes its picture, and tidies up."""

    def __init__(self, settle: Settle, taken: Taken) -> None:
        self._settle, self._taken = settle, taken

    def _page(self, program: "Program", name: str = "mission") -> "RecordsPage":
        from desktop_app.gui.pages.records import RecordsPage

        page = program.window.stack.show_page(name)
        if not isinstance(page, RecordsPage):
            raise TypeError(name)
        page.list.set_compact(compact=True)
        program.window.activateWindow()
        self._settle(program)
        return page

    def _leave(self, program: "Program", page: "RecordsPage") -> None:
        page.list.set_compact(compact=False)
        self._settle(program)

    @staticmethod
    def _go(page: "RecordsPage", row: int, column: str) -> None:
        number = [one.name for one in page.list.choice.shown()].index(column)
        page.list.table.setFocus()
        page.list.table.setCurrentIndex(page.list.model.index(row, number))

    def cell(self, program: "Program", column: str, typed: str) -> QWidget:
        """A cell while it is edited."""
        page = self._page(program)
        self._go(page, 3, column)
        for letter in typed:
            _press(letter)
        self._settle(program)
        picture = self._taken(program.window)
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        page.keys.cells.leave()
        self._leave(program, page)
        return picture

    def block(self, program: "Program") -> QWidget:
        """A block of cells."""
        from desktop_app.gui.editing.block import Place

        page = self._page(program)
        page.list.table.setFocus()
        page.keys.block.select(Place(3, 1), Place(7, 4))
        self._settle(program)
        picture = self._taken(program.window)
        page.keys.block.end()
        self._leave(program, page)
        return picture

    def paste(self, program: "Program") -> QWidget:
        """The preview of what is pasted."""
        from desktop_app.gui.editing.preview import PlanDialog

        page = self._page(program)
        who = page.list.model.row(0).cells[1].text
        lines = (
            f"{who}\t\t3/2/2026\t7/2/2026",
            f"{who}\t\t10-14/2\t31/2/2026",
            f"{who}\t\t24 nov +5j",
            "Nobody\t\t1/3/2026",
        )
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._go(page, page.list.model.rowCount() - 2, "person")
        page.paste()
        return self._dialog(program, page, PlanDialog)

    def many(self, program: "Program") -> QWidget:
        """The question what to change in many records."""
        from desktop_app.gui.editing.many import ManyDialog

        page = self._page(program)
        self._go(page, 3, "cities")
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        rows = QItemSelection(page.list.model.index(3, 0), page.list.model.index(9, 0))
        page.list.table.selectionModel().select(rows, flags)
        page.change_many()
        return self._dialog(program, page, ManyDialog)

    def replace(self, program: "Program") -> QWidget:
        """Find and replace."""
        from desktop_app.gui.editing.replace_dialog import ReplaceDialog

        page = self._page(program)
        self._go(page, 3, "cities")
        page.replace()
        return self._dialog(program, page, ReplaceDialog)

    def _dialog(self, program: "Program", page: "RecordsPage", kind: type[QWidget]) -> QWidget:
        self._settle(program)
        dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())
        picture = self._taken(dialog)
        dialog.close()
        self._leave(program, page)
        return picture

    def files(self, program: "Program") -> QWidget:
        """The files of a record, one of them missing."""
        from desktop_app.gui.parts import open_as
        from desktop_app.gui.record_form.opening import close_forms, open_form
        from desktop_app.store.attachments import place_of

        page = self._page(program, "instrument")
        window = open_form(program.window, program.workspace, page.spec.entity, page.list.model.row(0).id)
        open_as(window, *FORM)
        self._settle(program)
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder, name) for name in ("Convention signée.pdf", "Lettre du partenaire.docx")]
            for path in paths:
                path.write_bytes(path.name.encode() * 900)
            window.attach_files(paths)
            self._settle(program)
        gone = window.form.files.files[-1]
        place_of(program.workspace.store.path, gone.content, gone.name).unlink()
        window.form.files.show_of(str(window.form.id))
        window.form.tabs.choose(-2)
        self._settle(program)
        picture = self._taken(window)
        close_forms(program.window)
        program.workspace.undo()
        self._leave(program, page)
        return picture

    def field_history(self, program: "Program") -> QWidget:
        """The values that a field has had."""
        from desktop_app.domain.words import Words
        from desktop_app.gui.record_form.field_history import FieldHistory
        from desktop_app.gui.record_form.opening import close_forms, open_form

        page = self._page(program, "partner")
        entity, id_ = page.spec.entity, page.list.model.row(0).id
        program.workspace.edit(Words("Ville", "City"), lambda edit: edit.set(entity, id_, "city", "Fictiville"))
        self._settle(program)
        window = open_form(program.window, program.workspace, entity, id_)
        self._settle(program)
        window.form.fields.cells["city"].editor.setFocus()
        window.field_history()
        self._settle(program)
        picture = self._taken(next(one for one in QApplication.topLevelWidgets() if isinstance(one, FieldHistory)))
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        close_forms(program.window)
        program.workspace.undo()
        self._leave(program, page)
        return picture

    def renewal(self, program: "Program") -> QWidget:
        """The form of an instrument with the next period proposed."""
        from desktop_app.gui.parts import open_as
        from desktop_app.gui.record_form.opening import open_form

        page = self._page(program, "instrument")
        window = open_form(program.window, program.workspace, page.spec.entity, page.list.model.row(0).id)
        self._settle(program)
        open_as(window, *FORM)
        next(verb for verb in window.form.builder.verbs if verb.name == "renew").run()
        self._settle(program)
        picture = self._taken(window)
        window.form.open(str(window.form.id))
        self._settle(program)
        window.close()
        self._leave(program, page)
        return picture


def _press(letter: str) -> None:
    """Type a letter where the focus is; a line break is Enter."""
    focus = QApplication.focusWidget()
    key = (
        Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
    )
    if focus is not None:
        QApplication.sendEvent(focus, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter))
