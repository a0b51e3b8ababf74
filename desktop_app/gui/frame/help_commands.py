"""Help from anywhere: about what is in view, about the field with the keyboard, all keys, and what the program is made of."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.gui.actions import action, collect
from desktop_app.gui.words import mark, tr

if TYPE_CHECKING:
    from desktop_app.gui.help.reader import HelpReader


class HelpCommands(QObject):
    """The commands of the menu Help. Dialogs get their keys too, which a window's own shortcuts never reach."""

    def __init__(self, window: QWidget, shown: Callable[[], QWidget | None]) -> None:
        super().__init__(window)
        self._window, self._shown = window, shown
        self.commands = collect(self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._equip)

    @cached_property
    def reader(self) -> "HelpReader":
        """The window of help, which then stays."""
        from desktop_app.gui.help import reader

        return reader.HelpReader(self._window)

    @action(mark("Help"), icon="circle-question-mark", keys=("F1",), menu="help", window=True)
    def help_(self) -> None:
        """Show the page about what is in view."""
        from desktop_app.gui.help.topics import topic_in_view

        self.open_page(topic_in_view(self._shown()))

    def open_page(self, name: str, heading: str = "") -> None:
        """Show a page of help."""
        modal = QApplication.activeModalWidget()
        if modal is not None:
            # What stands behind a dialog that waits for an answer can't be reached.
            from desktop_app.gui.help import reader

            beside = reader.HelpReader(modal)
            beside.finished.connect(beside.deleteLater)
            beside.open_page(name, heading)
        else:
            self.reader.open_page(name, heading)

    @action(mark("What does this field mean?"), icon="info", keys=("Shift+F1",), menu="help", window=True)
    def field(self) -> None:
        """Explain the field that has the keyboard, where it stands."""
        from PySide6.QtWidgets import QWhatsThis

        from desktop_app.gui.help import field

        focus = QApplication.focusWidget()
        found = field.field_of(focus) if focus is not None else None
        words = field.explain(found) if found else tr("Go to a field of a form first.")
        if focus is not None:
            QWhatsThis.showText(focus.mapToGlobal(focus.rect().bottomLeft()), words, focus)

    # Ctrl+/ is Ctrl+Shift+: on French keyboards, and Ctrl+: the same key without Shift.
    @action(mark("Keyboard shortcuts"), icon="info", keys=("Ctrl+/", "Ctrl+:"), menu="help", window=True)
    def keys(self) -> None:
        """Show all keys on one sheet."""
        from desktop_app.gui.help import key_sheet

        sheet = key_sheet.KeySheet(self._window)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    @action(mark("About Passerelle"), menu="help", role="about")
    def about(self) -> None:
        """Show version, licence and notices."""
        from desktop_app.gui.frame.about_dialog import AboutDialog

        AboutDialog(self._window).open()

    def _equip(self, *_window: object) -> None:
        """Give the keys to a dialog that has come to the front."""
        dialog = QApplication.activeWindow()
        if dialog is None or dialog is self._window:
            return
        from PySide6.QtWidgets import QDialog

        if not isinstance(dialog, QDialog) or dialog.property("helped"):
            return
        dialog.setProperty("helped", True)
        for key, run in (("F1", self.help_), ("Shift+F1", self.field)):
            QShortcut(QKeySequence(key), dialog).activated.connect(run)
