"""The sheet of keys: made from the commands, in two columns, to look at or to print and pin beside the screen."""

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QPushButton, QTextBrowser, QWidget

from desktop_app.gui import theme
from desktop_app.gui.help.keys import sheet
from desktop_app.gui.help.markup import native
from desktop_app.gui.parts import Worded, column, give_icon, label, open_as, row
from desktop_app.gui.theme import look
from desktop_app.gui.words import tr

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class KeySheet(Worded, QDialog):
    """All keys on one page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self.title, self.text = label("", "title"), QTextBrowser()
        self.print_button, self.close_button = QPushButton(), QPushButton()
        give_icon(self.print_button, "printer")
        self.print_button.clicked.connect(self.ask_printer)
        self.print_button.setAutoDefault(False)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        foot = row(self.print_button, None, self.close_button)
        self.setLayout(column(self.title, self.text, foot, spacing=12, margins=(20, 16, 20, 16)))
        open_as(self, 760, 640)
        look.changed.connect(self._show)
        self.retranslate()

    def _show(self) -> None:
        now = theme.now()
        self.text.setHtml(as_html(now.text, now.muted, now.badge))

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.title.setText(tr("Keyboard shortcuts"))
        self.print_button.setText(tr("Print…"))
        self.print_button.setToolTip(tr("Print the sheet on one or two pages"))
        self.close_button.setText(tr("Close"))
        self.text.setAccessibleName(tr("All keys, by where they work"))
        self.text.setAccessibleDescription(tr("A text to read; Print puts it on paper."))
        self._show()

    def ask_printer(self) -> None:
        """Print the sheet, black on white, through the dialog of the system."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            print_on(printer)


def print_on(printer: "QPrinter") -> None:
    """Print the sheet."""
    document = QTextDocument()
    document.setDefaultFont(look.font(13))
    title = tr("Keyboard shortcuts")
    document.setHtml(f"<h2>{escape(title)}</h2>{as_html('#000000', '#333333', '#EEEEEE')}")
    document.print_(printer)


def as_html(text: str, muted: str, back: str) -> str:
    """Return the sheet in some colours, the places in two columns of about the same length."""
    places = sheet()
    half, columns = sum(len(place.keys) + 2 for place in places) / 2, ([], [])  # type: ignore[var-annotated]
    used = 0.0
    for place in places:
        columns[0 if used < half else 1].append(_place(tr(place.text), place.keys, muted, back))
        used += len(place.keys) + 2
    cells = "".join(
        f"<td width='50%' style='padding-right:16px; vertical-align:top'>{''.join(part)}</td>" for part in columns
    )
    return f"<table width='100%' style='color:{text}'><tr>{cells}</tr></table>"


def _once(keys: Iterable[str]) -> list[str]:
    """Return keys without Return where Enter does the same, which has the same name for whoever reads the sheet."""
    held = list(keys)
    return [key for key in held if key.replace("Return", "Enter") not in held or "Return" not in key]


def _place(title: str, keys: tuple, muted: str, back: str) -> str:  # type: ignore[type-arg]
    lines = []
    for one in keys:
        names = "&nbsp; ".join(
            f"<span style='background-color:{back}; font-weight:600'>&nbsp;{escape(native(key))}&nbsp;</span>"
            for key in _once(one.keys)
        )
        words = escape(tr(one.text).rstrip("…"))
        caps = f"<p style='line-height:135%; margin:0'>{names}</p>"  # one below the other, they don't touch
        lines.append(
            f"<tr><td width='46%' style='padding:2px 12px 2px 0'>{caps}</td><td style='padding:2px 0'>{words}</td></tr>"
        )
    heading = f"<p style='color:{muted}; font-weight:600; margin:12px 0 2px 0'>{escape(title)}</p>"
    return f"{heading}<table width='100%'>{''.join(lines)}</table>"
