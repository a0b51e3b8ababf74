"""The top bar: whose base it is, the search field, undo and redo with their names, language, theme and help."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop_app.gui import icons
from desktop_app.gui.actions import tool_for
from desktop_app.gui.parts import Elided, Worded, column, row
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, tr

HEIGHT = 51
_LONGEST = 240  # of the name of an office
TEXT_BESIDE_ICON = 2  # Qt.ToolButtonStyle, see PLAIN_TEXT in parts.py


class SearchField(QPushButton):
    """Stands where one looks for a search field; clicked or typed into, it opens the palette."""

    asked = Signal(str)  # what was typed

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "search")
        self.setIcon(icons.icon("search"))
        look.size_icon(self, 28, 16)
        self._words = ("", "")
        self.key = QLabel(self)
        self.key.setProperty("kind", "key")
        self.clicked.connect(lambda: self.asked.emit(""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the palette with what is typed; Enter and Space open it empty."""
        text = event.text()
        if text.strip() and text.isprintable():
            self.asked.emit(text)
        elif event.key() in (0x01000004, 0x01000005):  # Enter; the namespace Qt would be loaded for its name
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Ask for the width of the design; less where the window is narrow."""
        return QSize(look.px(480), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Keep room for the words and the key."""
        return QSize(look.px(330), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the key's picture at the right end."""
        super().resizeEvent(event)
        size = self.key.sizeHint()
        self.key.setGeometry(
            self.width() - size.width() - 8, (self.height() - size.height()) // 2, size.width(), size.height()
        )
        self._fit()

    def say(self, words: str, short: str) -> None:
        """Say what can be searched, or shortly where there is no room."""
        self._words = (words, short)
        self._fit()

    def _fit(self) -> None:
        words, short = self._words
        needed = self.fontMetrics().horizontalAdvance(words) + self.iconSize().width() + self.key.width() + look.px(40)
        self.setText(words if needed <= self.width() else short)


class LanguageButton(Worded, QToolButton):
    """Says the language of the screen; clicked, it asks for the other one."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("toolButtonStyle", TEXT_BESIDE_ICON)
        self.setIcon(icons.icon("languages"))
        look.size_icon(self, 18, 18)
        self.clicked.connect(lambda: self.asked.emit("en" if lang() == "fr" else "fr"))
        self.retranslate()

    def retranslate(self) -> None:
        """Say the language, and the other one in its own words, to those who look for it."""
        self.setText(lang().upper())
        self.setAccessibleName("Passer en français" if lang() == "en" else "Switch to English")
        self.setToolTip(self.accessibleName())


class TopBar(Worded, QFrame):
    """The bar at the head of the window."""

    language_asked = Signal(str)
    theme_asked = Signal()

    def __init__(self, undo: QAction, redo: QAction, help_: QAction, menu: QMenu) -> None:
        super().__init__()
        self.setObjectName("top")
        self.office, self.zone = Elided("", "strong"), Elided("", "small")
        self.search = SearchField()
        self._mark = self._mark_button(menu)
        self.language, self.theme = LanguageButton(), QToolButton()
        self.language.asked.connect(self.language_asked)
        self.theme.clicked.connect(self.theme_asked)
        self.tools = [tool_for(undo), tool_for(redo), self.language, self.theme, tool_for(help_)]
        look.size_icon(self.theme, 18, 18)
        self._lay_out()
        look.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def _mark_button(self, menu: QMenu) -> QToolButton:
        button = QToolButton()
        look.size_icon(button, 28, 28)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setProperty("shortcut", "F10")
        return button

    def _lay_out(self) -> None:
        names = QWidget()
        names.setLayout(column(None, self.office, self.zone, None, spacing=1))
        names.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._names = names
        bar = QHBoxLayout(self)
        bar.setContentsMargins(8, 0, 12, 0)
        bar.setSpacing(4)
        left = row(self._mark, names, spacing=8)
        left_half, right_half = QWidget(), QWidget()
        left_half.setLayout(left)
        right_half.setLayout(row(None, *self._spaced(), spacing=2))
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._right = right_half
        for half in (left_half, right_half):  # equal halves keep the field in the middle
            half.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._left = left_half
        bar.addWidget(left_half, 1)
        bar.addWidget(self.search, 0)
        bar.addWidget(right_half, 1)

    def _spaced(self) -> list[QWidget | int]:
        undo, redo, language, theme, help_ = self.tools
        return [undo, redo, 8, language, 4, theme, help_]

    def show_office(self, name: str, zone: str) -> None:
        """Say whose base is open."""
        self.office.setText(name)
        self.zone.setText(zone)
        self.zone.setVisible(bool(zone))
        self._make_room()

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.search.say(tr("Search partners, instruments, missions…"), tr("Search…"))
        self.search.setAccessibleName(tr("Search everything"))
        self.search.setToolTip(tr("Entries, actions and help in one list"))
        self.search.key.setText(QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText))
        self.search.key.adjustSize()
        self._mark.setAccessibleName(tr("Menu"))
        self._mark.setToolTip(tr("Menu (F10)"))
        self._word_theme()

    def _word_theme(self) -> None:
        dark = look.theme.name == "dark"
        self.theme.setIcon(icons.icon("sun" if dark else "moon"))
        self.theme.setAccessibleName(tr("Light theme") if dark else tr("Dark theme"))
        self.theme.setToolTip(self.theme.accessibleName())

    def _restyle(self) -> None:
        self.setFixedHeight(look.px(HEIGHT))
        self._mark.setIcon(icons.mark())
        self._make_room()
        self._word_theme()

    def _make_room(self) -> None:
        """Let the name of the office be read whole, if need be at the cost of the search field, as the buttons."""
        self._names.setMinimumWidth(min(self.office.sizeHint().width(), look.px(_LONGEST)))
        for half in (self._left, self._right):
            if (held := half.layout()) is not None:
                half.setMinimumWidth(held.minimumSize().width())  # which its policy would let be overrun
