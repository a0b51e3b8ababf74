"""The left pane: the pages in their groups, with the number of what waits; only icons when the window is narrow."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from desktop_app.gui import icons, theme
from desktop_app.gui.pages import GROUPS, Badge, Group, Place
from desktop_app.gui.parts import Worded, label, look_as, restyle
from desktop_app.gui.theme import look
from desktop_app.gui.words import figure, tr

if TYPE_CHECKING:
    from desktop_app.gui.frame.view_shelf import ViewShelf
    from desktop_app.gui.workspace import Workspace

WIDTH, NARROW = 228, 56
_WIDEST = 320  # a saved view may have a long name
_GAP, _ANY = 12, 16_777_215  # between groups of icons without their headings; as Qt calls no limit
_MOST, _CORNER_PX, _MIDDLE = 99, 9, 0x84  # in the corner of an icon
_APART, _LOW_UNDER = 3, 740  # pixels between the pages, and the height of the pane under which there are none


class NavButton(QPushButton):
    """One page in the left pane."""

    def __init__(self, place: Place, *, narrow: bool) -> None:
        super().__init__()
        self.place = place
        self.narrow = narrow
        self.setObjectName(f"nav_{place.name}")
        self.setProperty("kind", "nav")
        self.setProperty("narrow", narrow)
        self.setCheckable(True)
        self.setIcon(icons.icon(place.icon))
        self._count: Badge | None = None
        self.say()

    @cached_property
    def badge(self) -> QLabel:
        """The number at the right end, made when there is one: the window stands sooner without."""
        made = QLabel()
        # As high as it asks for, so that it stands in the middle: an alignment would load the whole namespace Qt.
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        right = QHBoxLayout(self)
        right.setContentsMargins(0, 0, 10, 0)
        right.addStretch()
        right.addWidget(made)
        return made

    def show_badge(self, badge: Badge | None) -> None:
        """Show a number at the right end."""
        if badge == self._count:
            return  # as after most changes
        self._count = badge
        if badge is not None:
            look_as(self.badge, "number" if badge.plain else "badge", hue=badge.hue)
        self.say()

    def say(self) -> None:
        """Say name and number, in full in the tool tip when only the icon shows."""
        name = tr(self.place.text)
        number = figure(self._count.number) if self._count and self._count.number else ""
        if number or "badge" in vars(self):
            self.badge.setText(number)
            self.badge.setVisible(bool(number) and not self.narrow)
        self.setText("" if self.narrow else name)
        whole = f"{name} · {number}" if number else name
        self.setAccessibleName(whole)
        self.setToolTip(whole if self.narrow else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page; on a bare icon what waits stands small in its upper corner."""
        super().paintEvent(event)
        if self.narrow and self._count and self._count.number and not self._count.plain:
            self._paint_corner(self._count)

    def _paint_corner(self, count: Badge) -> None:
        text = figure(count.number) if count.number <= _MOST else f"{_MOST}+"
        font, chip, painter = look.font(_CORNER_PX, bold=True), theme.now().chips[count.hue or "grey"], QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = look.px(_CORNER_PX + 4)
        wide = max(high, QFontMetrics(font).horizontalAdvance(text) + look.px(6))
        corner = QRectF(self.width() - wide - 1, 1, wide, high)
        painter.setPen(QPen(QColor(theme.now().side), 2))  # stands clear of the icon
        painter.setBrush(QColor(chip.background))
        painter.drawRoundedRect(corner, high / 2, high / 2)
        painter.setFont(font)
        painter.setPen(QColor(chip.text))
        # By number, as the namespace Qt takes long to load: in the middle, both ways.
        painter.drawText(corner, _MIDDLE, text)


class SideBar(Worded, QFrame):
    """The left pane."""

    asked = Signal(str)  # the name of a page

    def __init__(self, places: Sequence[Place], *, narrow: bool = False) -> None:
        super().__init__()
        self.setObjectName("side")
        self.narrow = narrow
        self.buttons: dict[str, NavButton] = {}
        self._headings: dict[Group, QLabel] = {}
        self._group = QButtonGroup(self)
        self.shelf: ViewShelf | None = None
        self._shelf_place = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 8, 8, 8)
        self._column.setSpacing(_APART)
        for group in GROUPS:
            self._add_group(group, [place for place in places if place.group == group])
        self._shortcuts([place.name for place in places])
        look.changed.connect(self._restyle)
        self._size_icons()
        self.retranslate()

    def offer_views(self, workspace: "Workspace") -> None:
        """Show the saved views of the base below the pages, from the first base on."""
        if self.shelf is not None:
            return
        from desktop_app.gui.frame.view_shelf import ViewShelf

        self.shelf = ViewShelf(workspace, self._group)
        self.shelf.filled.connect(self._fit)
        self._column.insertWidget(self._shelf_place, self.shelf)
        self.shelf.set_narrow(narrow=self.narrow)
        self._close_up()
        self.shelf.read()

    def _add_group(self, group: Group, places: Sequence[Place]) -> None:
        if group == "foot":
            self._shelf_place = self._column.count()
            self._column.addStretch(1)
        if GROUPS[group] and places:
            heading = label("", "heading")
            heading.setContentsMargins(9, 10, 0, 4)
            self._headings[group] = heading
            self._column.addWidget(heading)
        for place in places:
            button = NavButton(place, narrow=self.narrow)
            button.clicked.connect(lambda _checked=False, name=place.name: self.asked.emit(name))
            self.buttons[place.name] = button
            self._group.addButton(button)
            self._column.addWidget(button)

    def _shortcuts(self, names: Sequence[str]) -> None:
        # Alt and a digit: free on French keyboards, where Ctrl and a digit is not.
        for number, name in enumerate(names[:9], 1):
            key = QShortcut(QKeySequence(f"Alt+{number}"), self)
            key.activated.connect(lambda name=name: self.asked.emit(name))

    def select(self, name: str, view: str = "") -> None:
        """Mark the page that is shown, or the saved view of its list."""
        if not (view and self.shelf is not None and self.shelf.select(view)):
            self.buttons[name].setChecked(True)

    def show_badges(self, badges: Mapping[str, Badge | None]) -> None:
        """Show the numbers beside the pages."""
        for name, badge in badges.items():
            self.buttons[name].show_badge(badge)

    def set_narrow(self, narrow: bool) -> None:
        """Show only icons, or icons and names."""
        if narrow != self.narrow:
            self.narrow = narrow
            for button in self.buttons.values():
                button.narrow = narrow
                button.setProperty("narrow", narrow)
                restyle(button)
            if self.shelf is not None:
                self.shelf.set_narrow(narrow=narrow)
            self._size_icons()
            self.retranslate()
            self._make_low()

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        for group, heading in self._headings.items():
            heading.setText("" if self.narrow else tr(GROUPS[group]))
            heading.setMaximumHeight(look.px(_GAP) if self.narrow else _ANY)
        for button in self.buttons.values():
            button.say()
        self._fit()

    def _fit(self) -> None:
        """Be as wide as the design says, or as the longest name needs."""
        if self.narrow:
            self.setFixedWidth(look.px(NARROW))
            return
        plain, bold = (QFontMetrics(look.font(bold=heavy)) for heavy in (False, True))
        held = [*self.buttons.values(), *(self.shelf.buttons if self.shelf is not None else ())]
        # The words of the page that is shown are bold, which Qt does not reckon with.
        wider = (bold.horizontalAdvance(one.text()) - plain.horizontalAdvance(one.text()) for one in held)
        widest = max((one.sizeHint().width() + more for one, more in zip(held, wider, strict=True)), default=0)
        self.setFixedWidth(max(look.px(WIDTH), min(look.px(_WIDEST), widest) + 16))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave more room to the saved views where the window is low."""
        super().resizeEvent(event)
        self._close_up()

    def _close_up(self) -> None:
        apart = 0 if self.height() < look.px(_LOW_UNDER) else _APART
        if apart != self._column.spacing():
            self._column.setSpacing(apart)
        if self.shelf is not None:
            self.shelf.set_apart(apart)
        self._make_low()

    def _make_low(self) -> None:
        """Let the icons of a narrow pane be lower where they would lie upon each other."""
        held = [*self.buttons.values(), *((self.shelf.behind,) if self.shelf is not None else ())]
        asked = len(held) * (look.px(28) + 2) + len(self._headings) * look.px(_GAP) + 16
        low = self.narrow and asked > self.height()
        for button in held:
            if bool(button.property("low")) != low:
                button.setProperty("low", low)
                restyle(button)

    def _restyle(self) -> None:
        self._size_icons()
        self._fit()
        self._make_low()

    def _size_icons(self) -> None:
        for button in self.buttons.values():
            # Wider than high: the icon stands in the middle, and the words a little apart.
            look.size_icon(button, 18 if self.narrow else 28, 18)
