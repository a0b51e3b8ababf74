"""What has no room on a screen: words that are cut, and parts that stand beyond the edge of what holds them."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from desktop_app.gui.parts import Elided

_SLACK = 1  # pixels that no eye sees
_FRAME = 8  # of a field, left and right of its words


def clipped(root: QWidget) -> Iterator[str]:
    """Yield what is cut in a widget that is shown, a line each: how, in what, the words.

    What the base holds may be shortened where its tool tip says the whole; these are said to be `shortened`.
    """
    for part in (root, *root.findChildren(QWidget)):
        if not part.isVisibleTo(root) or part.width() < 2 or not _inside(part, root):
            continue
        how = _of(part)
        if how:
            yield how
        elif _words(part) and _beyond(part, root):
            yield f"beyond the edge · {_name(part)} · {_words(part)!r}"
        if isinstance(part, QTableView):
            yield from _headings(part)


def _of(part: QWidget) -> str:
    if isinstance(part, Elided):
        return f"shortened · {_name(part)} · {part.text()!r}" if QLabel.text(part) != part.text() else ""
    if isinstance(part, QLabel):
        cut = part.text() and part.pixmap().isNull() and _label_is_cut(part)
        return f"cut · {_name(part)} · {part.text()!r}" if cut else ""
    if isinstance(part, QAbstractButton):
        # What its words need, which the search field asks for more than.
        needed = QPushButton.sizeHint(part) if isinstance(part, QPushButton) else part.sizeHint()
        cut = part.text() and needed.width() > part.width() + _SLACK
        return f"cut · {_name(part)} · {part.text()!r}" if cut else ""
    if isinstance(part, QComboBox):
        words = part.currentText()
        return "" if _fits(part, words, part.height()) else f"cut · {_name(part)} · {words!r}"
    if isinstance(part, QLineEdit) and not part.text():
        words = part.placeholderText()
        return "" if _fits(part, words, 0) else f"cut · {_name(part)} · {words!r}"
    return ""


def _label_is_cut(label: QLabel) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + _SLACK
    wanted = label.sizeHint()
    return wanted.width() > label.width() + _SLACK or wanted.height() > label.height() + 3


def _fits(part: QWidget, words: str, aside: int) -> bool:
    return part.fontMetrics().horizontalAdvance(words) <= part.width() - aside - _FRAME


def _headings(table: QTableView) -> Iterator[str]:
    header, model = table.horizontalHeader(), table.model()
    for column in range(header.count()):
        words = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        room = header.sectionSize(column) - _FRAME
        widest = max(map(header.fontMetrics().horizontalAdvance, words.split("\n")))
        if not header.isSectionHidden(column) and widest > room:
            yield f"shortened · heading · {words!r}"


def _inside(part: QWidget, root: QWidget) -> bool:
    """Whether any of it is to be seen: a page behind another one, or what is scrolled away, is not."""
    seen = QRect(part.mapTo(root, QPoint()), part.size()) if part is not root else root.rect()
    one: QWidget | None = part
    while one is not None and one is not root:
        one = one.parentWidget()
        if one is not None:
            seen &= QRect(one.mapTo(root, QPoint()) if one is not root else QPoint(), one.size())
    return not seen.isEmpty()


def _beyond(part: QWidget, root: QWidget) -> bool:
    """Whether something cuts it, other than the edge of what is scrolled down."""
    place, scrolled, one = QRect(QPoint(), part.size()), False, part
    while one is not root:
        above = one.parentWidget()
        if above is None or one.isWindow():
            return False
        place.translate(one.pos())
        scrolled |= isinstance(above.parentWidget(), QAbstractScrollArea)
        if place.left() < -_SLACK or place.right() > above.width() + _SLACK:
            return True
        if not scrolled and (place.top() < -_SLACK or place.bottom() > above.height() + _SLACK):
            return True
        one = above
    return False


def _words(part: QWidget) -> str:
    return str(part.text()) if isinstance(part, QLabel | QAbstractButton) else ""


def _name(part: QWidget) -> str:
    return type(part).__name__ + (f" {part.objectName()}" if part.objectName() else "")
