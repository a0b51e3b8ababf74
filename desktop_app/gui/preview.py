"""Pages of a PDF on the screen and on the printer: the very file that is saved, drawn by pdfium at the device's ratio.

`Pages` holds the file and draws one page as an image, on any thread; `Preview` shows pages one below the other. It
draws only what is seen, on the second worker, and keeps the old picture until the new one is there.
"""

from __future__ import annotations

from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop_app.gui import theme

if TYPE_CHECKING:
    import pypdfium2

    from desktop_app.gui.tasks import Tasks

MARGIN = 18
GAP = 16
LEGIBLE = 0.8  # pixels a point under which a whole page is too small to be read
LARGEST = 1.6
SHARPEN_MS = 120
# pdfium knows no threads: one call at a time in the whole program.
_PDFIUM = Lock()


class Pages:
    """The pages of a PDF."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        with _PDFIUM:
            self._document: pypdfium2.PdfDocument | None = pypdfium2.PdfDocument(data)
            self.sizes = [QSizeF(*self._document.get_page_size(number)) for number in range(len(self._document))]

    def image(self, number: int, scale: float) -> QImage:
        """Draw a page at so many pixels a point."""
        with _PDFIUM:
            if self._document is None:
                return QImage()
            page = self._document[number]
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
            bitmap.close()
            page.close()
        return image

    def close(self) -> None:
        """Give the file back."""
        with _PDFIUM:
            if self._document is not None:
                self._document.close()
                self._document = None

    def __len__(self) -> int:
        return len(self.sizes)


class Preview(QAbstractScrollArea):
    """Shows pages one below the other, a whole one where it can be read, else as wide as there is room."""

    turned = Signal()  # another page is in view

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pages: Pages | None = None
        self._images: dict[int, QImage] = {}
        self._drawn: dict[int, float] = {}
        self._busy = False
        self._whole: bool | None = None
        self._page = 0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._soon = QTimer(self, singleShot=True, interval=SHARPEN_MS)
        self._soon.timeout.connect(self._draw_next)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme.look.changed.connect(self.viewport().update)

    # What is shown -----------------------------------------------------------------------------------------------

    def show_pages(self, pages: Pages | None, *, from_top: bool = True) -> None:
        """Show the pages of a file; the old pictures stay until the new ones are drawn."""
        self._pages = pages
        count = len(pages) if pages else 0
        self._images = {number: image for number, image in self._images.items() if number < count}
        self._drawn.clear()
        self._lay_out()
        if from_top:
            self.verticalScrollBar().setValue(0)
        self._draw_next()
        self._on_scrolled()
        self.viewport().update()

    @property
    def page(self) -> int:
        """The number of the page in view, the first being 1."""
        return self._page + 1 if self._pages else 0

    @property
    def settled(self) -> bool:
        """Whether every page in view is drawn as sharply as the screen can."""
        return not self._busy and self._next() is None

    def change_fit(self) -> None:
        """Change between a whole page and the width of the page."""
        self._whole = not self._fits_whole()
        self._lay_out()
        self._soon.start()

    def go_to(self, number: int) -> None:
        """Bring a page into view, the first being 0."""
        if self._pages:
            number = min(max(number, 0), len(self._pages) - 1)
            self.verticalScrollBar().setValue(round(self._rects()[number].top()) - MARGIN)

    # Geometry ----------------------------------------------------------------------------------------------------

    def _fits_whole(self) -> bool:
        return self._whole if self._whole is not None else self._whole_scale() >= LEGIBLE * theme.look.scale

    def _whole_scale(self) -> float:
        size = self._largest()
        view = self.viewport().size()
        return min((view.width() - 2 * MARGIN) / size.width(), (view.height() - 2 * MARGIN) / size.height())

    def _largest(self) -> QSizeF:
        sizes = self._pages.sizes if self._pages else []
        return QSizeF(max((s.width() for s in sizes), default=595), max((s.height() for s in sizes), default=842))

    def _scale(self) -> float:
        wide = (self.viewport().width() - 2 * MARGIN) / self._largest().width()
        scale = self._whole_scale() if self._fits_whole() else wide
        return max(0.1, min(LARGEST * theme.look.scale, scale))

    def _rects(self) -> list[QRectF]:
        """The place of each page in the whole strip."""
        scale, top, rects = self._scale(), float(MARGIN), []
        for size in self._pages.sizes if self._pages else []:
            width, height = size.width() * scale, size.height() * scale
            left = max(float(MARGIN), (self.viewport().width() - width) / 2)
            rects.append(QRectF(round(left), round(top), round(width), round(height)))
            top += round(height) + GAP
        return rects

    def _lay_out(self) -> None:
        rects = self._rects()
        height = round(rects[-1].bottom()) + MARGIN if rects else 0
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, height - self.viewport().height()))
        bar.setPageStep(max(1, self.viewport().height() - 40))
        bar.setSingleStep(40)
        self.viewport().update()

    def _seen(self) -> list[int]:
        top = self.verticalScrollBar().value()
        view = QRectF(0, top, self.viewport().width(), self.viewport().height())
        return [number for number, rect in enumerate(self._rects()) if rect.intersects(view)]

    def _on_scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        page = next((number for number, rect in enumerate(self._rects()) if rect.bottom() >= middle), 0)
        self._soon.start()
        if page != self._page:
            self._page = page
            self.turned.emit()

    # Drawing -----------------------------------------------------------------------------------------------------

    def _next(self) -> tuple[int, float] | None:
        wanted = self._scale() * self.devicePixelRatioF()
        return next(((n, wanted) for n in self._seen() if abs(self._drawn.get(n, 0) - wanted) > 0.001), None)

    def _draw_next(self) -> None:
        pages, wanted = self._pages, self._next()
        if self._busy or pages is None or wanted is None:
            return
        number, scale = wanted
        self._busy = True
        self._tasks.run(
            lambda _task: pages.image(number, scale),
            partial(self._take, pages, number, scale),
            self._on_failed,
            lane="file",
        )

    def _take(self, pages: Pages, number: int, scale: float, image: QImage) -> None:
        self._busy = False
        if pages is self._pages and not image.isNull():
            self._images[number] = image
            self._drawn[number] = scale
            # What is far from view is drawn again when it comes back.
            for far in [other for other in self._images if abs(other - number) > 6]:
                del self._images[far]
                self._drawn.pop(far, None)
            self.viewport().update()
        self._draw_next()

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self._tasks.failed.emit(error)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pages in view: white paper, in the dark theme too."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), QColor(theme.now().window))
        rects, top = self._rects(), self.verticalScrollBar().value()
        for number in self._seen():
            rect = rects[number].translated(QPointF(0, -top))
            painter.fillRect(rect, Qt.GlobalColor.white)
            if image := self._images.get(number):
                painter.drawImage(rect, image)
            painter.setPen(QPen(QColor(theme.now().button_border), 1))
            painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.now().accent), 2))
            painter.drawRect(QRect(self.viewport().rect()).adjusted(1, 1, -1, -1))

    # Keys, mouse, size -------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by lines and screens, go to the first and the last page."""
        bar = self.verticalScrollBar()
        places = {
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(),
            Qt.Key.Key_Space: bar.value() + bar.pageStep(),
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
            Qt.Key.Key_Down: bar.value() + bar.singleStep(),
            Qt.Key.Key_Up: bar.value() - bar.singleStep(),
        }
        place = places.get(Qt.Key(event.key()))
        if place is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(place)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Change between a whole page and its width."""
        self.change_fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the pages the new room at once, and draw them sharply when the hand rests."""
        super().resizeEvent(event)
        self._lay_out()
        self._soon.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the focus has left."""
        super().focusOutEvent(event)
        self.viewport().update()
