"""The first rows of a sheet as they will be read: put away where there is no room for them, until somebody asks."""

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.gui.parts import Worded, column, label, look_as, row
from desktop_app.gui.receiving.sheet import PREVIEWED
from desktop_app.gui.table.model import Heading, Row
from desktop_app.gui.table.short_list import ShortList
from desktop_app.gui.theme import look
from desktop_app.gui.words import tr

TALL = 720  # from this height of the screen around on, all rows show
LOW = 460  # under this height none
_WIDEST, _BESIDE = 220, 26  # pixels: of a column, and beside its words


class FirstRows(Worded, QWidget):
    """A heading, a link that folds, and a short list."""

    def __init__(self) -> None:
        super().__init__()
        self.rows, self.fold, self._heading = ShortList(), QPushButton(), label("", "heading")
        self._wished: bool | None = None  # as somebody wished; None: as there is room
        self._low, self._height = False, 0
        look_as(self.fold, "link")
        self.rows.set_compact(compact=True)
        over = row(self._heading, self.fold, None, spacing=12, margins=(20, 6, 16, 4))
        self.setLayout(column(over, self.rows, spacing=0))
        self.fold.clicked.connect(self._on_fold)
        # A bar below the rows takes room that they would have to be scrolled for.
        self.rows.horizontalScrollBar().rangeChanged.connect(lambda _least, _most: self.fit(self._height))
        self.retranslate()

    def fit(self, height: int) -> None:
        """Show as many whole rows as leave room for what is above, in so many pixels."""
        self._height = height
        shown = PREVIEWED if height >= look.px(TALL) else 2
        across = self.rows.horizontalScrollBar()
        below = across.sizeHint().height() if across.maximum() else 0
        self.rows.setFixedHeight(look.px(32 + shown * 36 + 4) + below)
        self._low = height < look.px(LOW)
        self._show()

    def fill(self, rows: Sequence[Row], headings: Sequence[Heading]) -> None:
        """Show rows under their headings."""
        widths = tuple(self._needed(column, rows) for column in range(len(headings)))
        self.rows.fill(rows, headings, widths, max(range(len(widths)), key=widths.__getitem__, default=0))

    def _needed(self, column: int, rows: Sequence[Row]) -> int:
        """Return what the words of a column ask for; its heading is never cut anyway."""
        metrics = QFontMetrics(look.font())
        words = max((metrics.horizontalAdvance(row.cells[column].text) for row in rows), default=0)
        return min(_WIDEST, round(words / look.scale) + _BESIDE)

    def _show(self) -> None:
        shown = not self._low if self._wished is None else self._wished
        self.rows.setVisible(shown)
        self.fold.setText(tr("Hide them") if shown else tr("Show them"))
        self.fold.setAccessibleName(f"{self.fold.text()}, {self._heading.text()}")

    def _on_fold(self) -> None:
        self._wished = self.rows.isHidden()
        self._show()

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self._heading.setText(tr("Preview of the new rows"))
        self.rows.setAccessibleName(tr("Preview of the new rows"))
        self.rows.setAccessibleDescription(tr("The first rows as they will be read."))
        self._show()
