"""A line to type in with an icon at its beginning or its end; unlike Qt's own, it grows with the text."""

from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton

from desktop_app.gui import icons
from desktop_app.gui.theme import look
from desktop_app.gui.words import tr

_SIDE, _ROOM = 16, 22  # pixels of the icon, and of the button around it
_EDGE, _APART = 5, 3  # from the border of the line, and from the words
_PADDING = 8  # what the stylesheet leaves beside the words already


class IconLine(QLineEdit):
    """A line of text with at most one icon at each end."""

    def __init__(self) -> None:
        super().__init__()
        self._icons: list[tuple[QAction, QToolButton, bool]] = []

    def put_icon(self, icon: str, *, leading: bool = False) -> QAction:
        """Put an icon at the end of the line, or at its beginning; a click on it triggers the action that comes back."""
        action, button = QAction(icons.icon(icon), "", self), QToolButton(self)
        button.setProperty("kind", "inside")
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        if leading:  # only a sign of what the line is for
            button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.size_icon(button, _SIDE, _SIDE)
        self._icons.append((action, button, leading))
        action.visibleChanged.connect(self._place)
        look.changed.connect(self._place)
        self._place()
        return action

    def let_clear(self) -> None:
        """Put a sign at the end of the line that empties it, seen while there is something in it."""
        sign = self.put_icon("x")
        sign.setVisible(False)
        sign.triggered.connect(self.clear)
        self.textChanged.connect(partial(_show_clear, sign))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the icons at the ends."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        room, edge = look.px(_ROOM), look.px(_EDGE)
        ends = {True: 0, False: 0}
        for action, button, leading in self._icons:
            button.setVisible(action.isVisible())
            x = edge if leading else self.width() - edge - room
            button.setGeometry(QRect(x, (self.height() - room) // 2, room, room))
            if action.isVisible():
                ends[leading] = edge + room + look.px(_APART) - _PADDING
        # Margins that are set anew ask the layouts around for room, even where they are the same.
        if (self.textMargins().left(), self.textMargins().right()) != (ends[True], ends[False]):
            self.setTextMargins(ends[True], 0, ends[False], 0)


def _show_clear(sign: QAction, text: str) -> None:
    sign.setText(tr("Empty the field"))
    sign.setVisible(bool(text))
