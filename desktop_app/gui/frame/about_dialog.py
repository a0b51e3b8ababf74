"""What the program is made of: version, licence, and the notices of what it is built on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QWidget

from desktop_app.gui import icons
from desktop_app.gui.parts import column, label, open_as, row
from desktop_app.gui.words import tr
from desktop_app.paths import resources


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
        notices.setAccessibleDescription(tr("A text to read"))
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        head = row(mark_, label(f"Passerelle {version()}", "title"), None, spacing=12)
        about_qt = label(
            tr("Built with Qt for Python (PySide6), used under the LGPL 3: you may replace these libraries."), wrap=True
        )
        self.setLayout(column(head, label(words, wrap=True), about_qt, notices, close, margins=(20, 16, 20, 16)))
        open_as(self, 560, 480)


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
