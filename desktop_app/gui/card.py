"""A card: its title, the link to the whole list, and its rows; where there are none, the next step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.gui.parts import column, label, look_as, row


class Card(QFrame):
    """A frame with rows below a title."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"card_{name}")
        self.setProperty("kind", "card")
        self.about = ""  # what a picture of it is about, once it is copied away from its page
        self.title, self.link, self.more = label("", "strong"), QPushButton(), QPushButton()
        for button in (self.link, self.more):
            look_as(button, "link")
            button.setAutoDefault(False)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.more.hide()
        kept = self.link.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # titles side by side stand on one height, with a link or without
        self.link.setSizePolicy(kept)
        self._nothing = label("", "muted", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        head = row(self.title, None, self.more, self.link, spacing=14)
        self.setLayout(column(head, 2, self._nothing, self._rows, None, spacing=2, margins=(16, 10, 16, 10)))

    def say(self, title: str, link: str) -> None:
        """Say the title and the words of the link."""
        self.title.setText(title)
        self.link.setText(link)
        self.link.setAccessibleName(f"{title}: {link}")

    def show_more(self, words: str) -> None:
        """Say a second link, or none."""
        self.more.setText(words)
        self.more.setVisible(bool(words))

    def fill(self, rows: list[QWidget], nothing: str) -> None:
        """Show these rows; where there are none, say so with the next step. The keyboard stays on the row that it was on."""
        # That of its own window: the keyboard may be in a form above, and comes back here when that is closed.
        old, focus = self.rows, self.window().focusWidget()
        held = next((place for place, one in enumerate(old) if one is focus or one.isAncestorOf(focus)), None)
        for one in old:
            self._rows.removeWidget(one)
            one.hide()
            one.deleteLater()
        for one in rows:
            self._rows.addWidget(one)
        if held is not None and rows:
            rows[min(held, len(rows) - 1)].setFocus()
        self._nothing.setText(nothing)
        self._nothing.setVisible(not rows)

    @property
    def rows(self) -> list[QWidget]:
        """The rows that are shown."""
        items = [self._rows.itemAt(place) for place in range(self._rows.count())]
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]
