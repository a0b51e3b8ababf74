"""Holds a page and, at its right, the pane with the details of the selected record.

In a wide window the pane stands beside the list; under 1,280 pixels it lies over its rows, and comes when it is asked for.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.gui.parts import look_as
from desktop_app.gui.theme import look

WIDTH, NARROW = 356, 340
WIDE_FROM = 1440  # width of the window: a smaller one leaves more of it to the list
BESIDE_FROM = 1280  # width of the window, at the usual text size


class DetailHost(QWidget):
    """Lays out the body and the pane by itself, since the pane may lie over the body."""

    opened = Signal()  # the pane comes into view, or would if it existed
    closed = Signal()

    def __init__(self, body: QWidget, parent: QWidget | None = None, *, over: QWidget | None = None) -> None:
        """`over`: the part of the body that the pane may lie over, else all of it."""
        super().__init__(parent)
        self._body, self._over = body, over or body
        self._pane: QWidget | None = None
        self._wanted = False  # beside the list: kept
        self._was_open = False
        self._peeked = False  # over the list: only until it is put away
        body.setParent(self)
        self._over.installEventFilter(self)
        look.changed.connect(self._lay_out)

    def take_pane(self, pane: QWidget) -> None:
        """Take the pane, which is made when it is first needed."""
        self._pane = pane
        pane.setParent(self)
        self._lay_out()

    @property
    def beside(self) -> bool:
        """Whether the window is wide enough for the pane to stand beside the list."""
        return self.window().width() >= look.px(BESIDE_FROM)

    @property
    def is_open(self) -> bool:
        """Whether the pane shows, or should as soon as it exists."""
        return self._wanted if self.beside else self._peeked

    def set_open(self, *, open_: bool) -> None:
        """Show the pane or put it away."""
        if self.beside:
            self._wanted = open_
        self._peeked = open_ and not self.beside
        self._lay_out()

    def want_beside(self, *, wanted: bool) -> None:
        """Say whether the pane shows in a window that is wide enough for it to stand beside the list."""
        self._wanted = wanted
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each its part of the new size."""
        super().resizeEvent(event)
        self._lay_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay over the rows when what stands above them takes another height."""
        if watched is self._over and event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and not self.beside:
            self._place_pane()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        if self.beside:
            self._peeked = False
        if self.is_open != self._was_open:
            self._was_open = self.is_open
            (self.opened if self._was_open else self.closed).emit()
        width = self._pane_width()
        self._body.setGeometry(0, 0, self.width() - (width if self.beside else 0), self.height())
        self._place_pane()

    def _pane_width(self) -> int:
        if not self.is_open or self._pane is None:
            return 0
        usual = WIDTH if self.window().width() >= look.px(WIDE_FROM) or not self.beside else NARROW
        return min(look.px(usual), max(280, self.width() - 120))

    def _place_pane(self) -> None:
        if self._pane is None:
            return
        width, over = self._pane_width(), not self.beside
        # Above it stay the commands of the page, which one wants for what the pane shows.
        top = self._over.mapTo(self, QPoint()).y() if over else 0
        self._pane.setVisible(width > 0)
        self._pane.setGeometry(self.width() - width, top, width, self.height() - top)
        if self._pane.property("over") != over:
            look_as(self._pane, "panel", over=over)  # where it lies over the page, its edge is stronger
        if width and over:
            self._pane.raise_()
