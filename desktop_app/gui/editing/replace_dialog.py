"""The dialog of find and replace: in the column of the current cell or in all that are shown, with a preview before."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QLineEdit, QWidget

from desktop_app.gui.editing.replacing import Wish
from desktop_app.gui.enter import goes_on
from desktop_app.gui.parts import Worded, column, label, row
from desktop_app.gui.theme import look
from desktop_app.gui.words import tr


class ReplaceDialog(Worded, QDialog):
    """Asks what to find and what to put there; `asked` brings the wish and the number of the column, or −1 for all."""

    asked = Signal(object, int)

    def __init__(
        self, columns: Sequence[tuple[int, str]], current: int, where: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._columns, self._where = columns, where
        self.setObjectName("replace")
        self.sought, self.instead, self.columns = QLineEdit(), QLineEdit(), QComboBox()
        self._fields: tuple[QWidget, ...] = (self.sought, self.instead, self.columns)
        self._labels = [label("", "muted") for _ in range(3)]
        for named, field in zip(self._labels, self._fields, strict=True):
            named.setBuddy(field)
        self.whole, self.exact = QCheckBox(), QCheckBox()
        self.rows = label("", "small", wrap=True)
        self.columns.addItem("", -1)
        for number, words in columns:
            self.columns.addItem(words, number)
        self.columns.setCurrentIndex(max(0, self.columns.findData(current)))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.show_ = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.show_.setEnabled(False)
        self.sought.textChanged.connect(lambda text: self.show_.setEnabled(bool(text)))
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        fields = [part for pair in zip(self._labels, self._fields, strict=True) for part in pair]
        self.setLayout(
            column(
                *fields, row(self.whole, self.exact, None, spacing=16), self.rows, None, self.buttons,
                spacing=8, margins=(20, 16, 20, 16),
            )
        )  # fmt: skip
        goes_on(self.buttons, self.show_)
        self.setMinimumWidth(look.px(460))
        self.retranslate()
        self.sought.setFocus()

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.setWindowTitle(tr("Find and replace"))
        texts = (tr("Find"), tr("Replace with; leave it empty to remove"), tr("In the column"))
        for named, field, text in zip(self._labels, self._fields, texts, strict=True):
            named.setText(text)
            field.setAccessibleName(text)
        self.columns.setItemText(0, tr("All columns shown"))
        self.whole.setText(tr("Whole cell only"))
        self.exact.setText(tr("With these capitals and accents"))
        self.rows.setText(self._where)
        self.show_.setText(tr("Show what changes…"))
        self.show_.setMinimumWidth(self.show_.sizeHint().width() + look.px(16))  # its words are bold

    def _on_accepted(self) -> None:
        wish = Wish(self.sought.text(), self.instead.text(), self.whole.isChecked(), self.exact.isChecked())
        self.accept()
        self.asked.emit(wish, int(self.columns.currentData()))
