"""The letters of a text file, where they were badly guessed: chosen from a list, and the file is read again with them."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox

from desktop_app.domain.words import Words
from desktop_app.excel.encodings import ENCODINGS, encoding_named
from desktop_app.gui.quiet_box import QuietBox
from desktop_app.gui.receiving.taking_in import Foreign
from desktop_app.gui.tasks import Cancelled, Task
from desktop_app.gui.theme import look
from desktop_app.gui.words import said

TEXTS = ("csv", "tsv")


class EncodingBox(QuietBox):
    """Lists the encodings, the one in which a file was read chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def minimumSizeHint(self) -> QSize:
        """Leave room for the whole of the longest entry beside the arrow, at any size of the text."""
        longest = max((self.itemText(place) for place in range(self.count())), key=len, default="")
        hint = super().minimumSizeHint()
        return hint.expandedTo(QSize(self.fontMetrics().horizontalAdvance(longest) + look.px(44), 0))

    def show_for(self, foreign: Foreign) -> bool:
        """Choose how a file was read; return whether it is a text at all."""
        self._list(encoding_named(foreign.book.encoding or "") or foreign.book.encoding or "")
        return foreign.book.kind in TEXTS

    def say_again(self) -> None:
        """Say the list in the language of the screen."""
        self._list(str(self.currentData() or ""))

    def _list(self, chosen: str) -> None:
        self.clear()
        for name, words in ENCODINGS.items():
            self.addItem(said(words), name)
        place = self.findData(chosen)
        if chosen and place < 0:
            self.addItem(said(Words(chosen, chosen)), chosen)
            place = self.count() - 1
        self.setCurrentIndex(place)


def read_again(foreign: Foreign, encoding: str, task: Task) -> Foreign:
    """Read a text file once more, in an encoding that a person chose."""
    from desktop_app.excel.looks import with_looks
    from desktop_app.excel.read import read_book
    from desktop_app.excel.refusals import ReadingCancelled

    try:
        book = read_book(foreign.path, encoding=encoding, cancelled=lambda: task.cancelled)
    except ReadingCancelled as cancelled:
        raise Cancelled from cancelled
    return foreign._replace(book=with_looks(book, foreign.path))
