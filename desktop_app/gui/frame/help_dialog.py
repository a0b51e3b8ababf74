"""Help: the keys of the window and of the page that is shown; and what the program is made of."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QPlainTextEdit, QScrollArea, QWidget

from desktop_app.gui import icons
from desktop_app.gui.actions import Actions
from desktop_app.gui.parts import column, label, row
from desktop_app.gui.theme import look
from desktop_app.gui.words import mark, tr
from desktop_app.paths import resources

# Keys that no command has: those of lists, forms and the left pane.
_MORE = (
    ("↑ ↓ PgUp PgDn", mark("Move in a list")),
    ("Enter", mark("Open the record")),
    ("Space", mark("Show or hide the details")),
    ("Alt+1 … Alt+6", mark("Go to a page of the left pane")),
    ("F10", mark("Menu")),
    ("Esc", mark("Leave the search field or close a form")),
)


class HelpDialog(QDialog):
    """All keys on one page."""

    def __init__(self, commands: Sequence[Actions], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(16)
        lines = [
            (made.shortcut().toString(), made.text().rstrip("…"))
            for group in commands
            for made in group.values()
            if not made.shortcut().isEmpty()
        ]
        for place, (key, text) in enumerate([*lines, *((key, tr(text)) for key, text in _MORE)]):
            grid.addWidget(label(key, "key"), place, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label(text), place, 1)
        body = QWidget()
        body.setProperty("kind", "scrolled")
        body.setLayout(grid)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        intro = label(
            tr("Everything is saved as you go, and every change can be undone. F10 shows the commands."),
            "muted",
            wrap=True,
        )
        self.setLayout(column(label(tr("Keys"), "title"), intro, scroll, close, margins=(20, 16, 20, 16)))
        self.resize(look.px(480), look.px(560))


class AboutDialog(QDialog):
    """Version, licence, and the notices of what the program is built on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Passerelle"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        mark_ = label()
        mark_.setPixmap(icons.mark().pixmap(28, 28))
        words = tr("Partners, instruments and missions of the CNRS offices abroad. Apache License 2.0.")
        notices = QPlainTextEdit(_notices())
        notices.setReadOnly(True)
        notices.setAccessibleName(tr("Notices"))
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        head = row(mark_, label(f"Passerelle {version()}", "title"), None, spacing=12)
        about_qt = label(
            tr("Built with Qt for Python (PySide6), used under the LGPL 3: you may replace these libraries."), wrap=True
        )
        self.setLayout(column(head, label(words, wrap=True), about_qt, notices, close, margins=(20, 16, 20, 16)))
        self.resize(look.px(560), look.px(480))


def version() -> str:
    """Return the version of the program."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("passerelle")
    except PackageNotFoundError:
        return ""


def _notices() -> str:
    texts = []
    for name in ("../LICENSE", "../NOTICE", "icons/LICENSE"):
        file = (resources() / name).resolve()
        if file.is_file():
            texts.append(file.read_text(encoding="utf-8"))
    return "\n\n".join(texts)
