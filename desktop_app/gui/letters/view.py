"""The letter as it will be, beside the choices: drawn in the background when the user rests, one recipient at a time."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QStackedWidget, QToolButton, QWidget

from desktop_app.gui import icons
from desktop_app.gui.messages import sentence
from desktop_app.gui.parts import column, label, row
from desktop_app.gui.preview import Pages, Preview
from desktop_app.gui.theme import look
from desktop_app.gui.words import tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.reports.letters.fields import Letter
    from desktop_app.reports.letters.templates import Template

REST_MS = 300


class LetterView(QWidget):
    """Shows a letter; of several the one that is chosen above it."""

    shown = Signal()  # another letter is drawn, or why there is none is said

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._found: Sequence[Template] = ()
        self._letters: Sequence[Letter] = ()
        self._name, self._number = "", 0
        self.pages: Pages | None = None
        self.recipient, self.preview = QComboBox(), Preview(workspace.tasks)
        self.before, self.after = QToolButton(), QToolButton()
        self.nothing = label("", "muted", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setMargin(24)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self.preview)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._lay_out()
        self._rest.timeout.connect(self._make)
        self.recipient.currentIndexChanged.connect(self._on_recipient)
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))

    def _lay_out(self) -> None:
        for button, icon, words in (
            (self.before, "chevron-left", tr("Letter before")), (self.after, "chevron-right", tr("Next letter")),
        ):  # fmt: skip
            button.setIcon(icons.icon(icon))
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.recipient.setAccessibleName(tr("Recipient of the letter that is shown"))
        self.recipient.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.recipient.setMinimumContentsLength(16)
        self.preview.setAccessibleName(tr("The letter as it will be"))
        self.preview.setMinimumWidth(look.px(320))
        self._which = QWidget()
        chosen = row(self.recipient, self.before, self.after, spacing=4)
        chosen.setStretch(0, 1)
        self._which.setLayout(chosen)
        self.setLayout(column(self._which, self._stack, spacing=6))

    @property
    def busy(self) -> bool:
        """Whether a letter is being drawn, or about to be."""
        return self._rest.isActive() or (self.pages is None and not self.nothing.text())

    def offer(self, found: "Sequence[Template]", letters: "Sequence[Letter]") -> None:
        """Take the letters that could be shown, and the templates that they are filled into."""
        kept = self.recipient.currentIndex() if len(letters) == len(self._letters) else 0
        self._found, self._letters = found, letters
        self.recipient.blockSignals(True)
        self.recipient.clear()
        self.recipient.addItems([one.recipient or "–" for one in letters])
        self.recipient.setCurrentIndex(max(0, kept) if letters else -1)
        self.recipient.blockSignals(False)
        self._which.setVisible(len(letters) > 1)
        self._name_steps()

    def show_template(self, name: str) -> None:
        """Show the letter that a template becomes; without one, nothing."""
        self._name = name
        self._number += 1
        if name and self._letters:
            self._rest.start()
        else:
            self._say("")

    def _on_recipient(self, _place: int) -> None:
        self._name_steps()
        self.show_template(self._name)

    def _step(self, way: int) -> None:
        self.recipient.setCurrentIndex(self.recipient.currentIndex() + way)

    def _name_steps(self) -> None:
        place = self.recipient.currentIndex()
        self.before.setEnabled(place > 0)
        self.after.setEnabled(place < len(self._letters) - 1)

    def _make(self) -> None:
        if not self._workspace.is_open:
            return
        number, name, found = self._number, self._name, self._found
        letter = self._letters[max(0, self.recipient.currentIndex())]
        store = self._workspace.store

        def work() -> Pages:
            from desktop_app.reports.letters.seen import page
            from desktop_app.reports.letters.templates import in_language
            from desktop_app.reports.letters.writing import filled

            return Pages(page(filled(store, in_language(found, name, letter.lang), letter), letter.lang))

        self._workspace.tasks.run(
            lambda _task: work(), partial(self._take, number), partial(self._refuse, number), lane="file"
        )

    def _take(self, number: int, pages: Pages) -> None:
        if number != self._number:
            pages.close()
            return
        before, self.pages = self.pages, pages
        self.nothing.setText("")
        self.preview.show_pages(pages)
        self._stack.setCurrentWidget(self.preview)
        if before is not None:
            before.close()
        self.shown.emit()

    def _refuse(self, number: int, error: Exception) -> None:
        if number == self._number:
            self._say(sentence(error))

    def _say(self, words: str) -> None:
        self._rest.stop()
        self.close_pages()
        self.nothing.setText(words or tr("Choose a template: the letter appears here."))
        self._stack.setCurrentWidget(self.nothing)
        self.shown.emit()

    def close_pages(self) -> None:
        """Give the letter back that is shown."""
        self.preview.show_pages(None)
        pages, self.pages = self.pages, None
        if pages is not None:
            pages.close()
