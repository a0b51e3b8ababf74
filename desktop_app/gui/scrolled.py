"""What is higher than its page: an area that scrolls, whose parts the keyboard reaches, not the area itself."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget


class _Body(QWidget):
    """As high as its words need at its width: the least height that Qt knows is that of the narrowest column of words."""

    def minimumSizeHint(self) -> QSize:
        hint, layout = super().minimumSizeHint(), self.layout()
        return QSize(hint.width(), 0) if layout is not None and layout.hasHeightForWidth() else hint


def scrolled(layout: QLayout) -> QScrollArea:
    """Return an area that scrolls up and down what is laid out in it."""
    body, area = _Body(), QScrollArea()
    body.setProperty("kind", "scrolled")
    body.setLayout(layout)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(body)
    return area
