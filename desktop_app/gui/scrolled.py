"""What is higher than its page: an area that scrolls, whose parts the keyboard reaches, not the area itself."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget


def scrolled(layout: QLayout) -> QScrollArea:
    """Return an area that scrolls up and down what is laid out in it."""
    body, area = QWidget(), QScrollArea()
    body.setProperty("kind", "scrolled")
    body.setLayout(layout)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(body)
    return area
