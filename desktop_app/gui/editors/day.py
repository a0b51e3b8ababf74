"""The editor of dates: typed as people write them, whole or a month or a year only, or picked from a calendar."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QWidget

from desktop_app.domain.dates import add_months, first_day
from desktop_app.domain.dates_range import read_entry, read_range
from desktop_app.domain.types import Day, Type
from desktop_app.domain.values import Unreadable, Value
from desktop_app.gui import icons, theme
from desktop_app.gui.editors.text import LineEditor
from desktop_app.gui.parts import column, look_as
from desktop_app.gui.words import lang, tr


class Calendar(QFrame):
    """A month to pick a day from, below an editor; Escape leaves it."""

    def __init__(self, editor: "DayEditor") -> None:
        super().__init__(editor, Qt.WindowType.Popup)
        self._editor = editor
        look_as(self, "popup")
        self.month = QCalendarWidget()
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setLocale(QLocale("fr_FR") if lang() == "fr" else QLocale("en_GB"))
        self._dress()
        self.month.clicked.connect(self._on_picked)
        self.month.activated.connect(self._on_picked)
        self.setLayout(column(self.month, margins=(4, 4, 4, 4)))
        self.setFocusProxy(self.month)

    def _dress(self) -> None:
        """Give the arrows our icons, and the week-end the colour of what is less important."""
        for name, icon, words in (
            ("qt_calendar_prevmonth", "chevron-left", tr("Previous month")),
            ("qt_calendar_nextmonth", "chevron-right", tr("Next month")),
        ):
            if (button := self.month.findChild(QToolButton, name)) is not None:
                button.setIcon(icons.icon(icon))
                button.setAccessibleName(words)
                button.setToolTip(words)
        quiet = QTextCharFormat()
        quiet.setForeground(QColor(theme.now().muted))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.month.setWeekdayTextFormat(day, quiet)

    def open_below(self, widget: QWidget, day: date) -> None:
        """Show the month of a day below a widget, inside the screen."""
        self.month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        room = widget.screen().availableGeometry()
        x = min(place.x(), room.right() - self.width())
        below = place.y() + self.height() <= room.bottom()
        self.move(max(room.left(), x), place.y() if below else widget.mapToGlobal(QPoint(0, -self.height() - 2)).y())
        self.show()
        self.month.setFocus()

    def _on_picked(self, day: QDate) -> None:
        self.close()
        self._editor.pick(f"{day.year():04}-{day.month():02}-{day.day():02}")


class DayEditor(LineEditor):
    """A date. F4 or Alt+Down shows a calendar; the arrows go to the next day, month or year."""

    def __init__(self, type_: Type | None = None, parent: QWidget | None = None) -> None:
        super().__init__(type_ or Day(), parent)
        self._end: DayEditor | None = None
        self._pick = self.line.offer("calendar")
        self.line.open_below = self.show_calendar
        self._pick.triggered.connect(self.show_calendar)
        self.retranslate()

    def read_ranges_into(self, end: "DayEditor") -> None:
        """Understand two dates in one line (24-28/11, 24 nov +5j); the second goes into another editor."""
        self._end = end
        self.retranslate()

    def read(self, text: str) -> Value:
        """Read a date, or the first of two."""
        try:
            return super().read(text)
        except Unreadable as unreadable:
            today = date.today()  # noqa: DTZ011  (the office's own day)
            if self._end is not None:
                return read_range(text, today)[0]
            try:
                return read_entry(text, today)
            except Unreadable as other:
                # Two dates are said to be two; whatever else is wrong is said as of any date.
                raise (other if _is_range(text, today) else unreadable) from None

    def settle(self) -> None:
        """Read what was typed; of two dates the second goes where it belongs."""
        end = self.second()
        super().settle()
        if end and self._end is not None and self.problem is None:
            self._end.pick(end)

    def second(self) -> str | None:
        """Return the second of two dates that were typed."""
        if not self._typed:
            return None
        try:
            return read_range(self.line.text(), date.today())[1]  # noqa: DTZ011
        except Unreadable:
            return None

    def pick(self, value: Value) -> None:
        """Take a date that was chosen rather than typed."""
        self.set_value(value)
        self.changed.emit()
        self.settled.emit()

    def show_calendar(self) -> None:
        """Show a calendar at the present date."""
        self.settle()
        value = self.value()
        day = first_day(str(value)) if value else date.today()  # noqa: DTZ011
        calendar = Calendar(self)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.open_below(self, day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the calendar, or go to the next or the last day."""
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_F4 or (key == Qt.Key.Key_Down and alt):
            self.show_calendar()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not alt and (value := self.value()):
            self.pick(stepped(str(value), 1 if key == Qt.Key.Key_Up else -1))
            self.line.selectAll()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say what can be written."""
        super().retranslate()
        self._pick.setText(tr("Choose in a calendar"))
        self._pick.setToolTip(f"{self._pick.text()} (F4)")
        self.line.setToolTip(
            tr("A date, a month or a year; or both dates: 24-28/11, 24 Nov +5d")
            if self._end is not None
            else tr("A date, a month or a year: 24/11, 24/11/2025, 11/2025, 2025, tomorrow")
        )


def _is_range(text: str, today: date) -> bool:
    try:
        return read_range(text, today)[1] is not None
    except Unreadable:
        return False


def stepped(value: str, step: int) -> str:
    """Return the next or the last day, month or year, whichever the date is precise to."""
    if len(value) == 4:
        return str(int(value) + step)
    if len(value) == 7:
        return add_months(first_day(value), step).isoformat()[:7]
    return (first_day(value) + timedelta(days=step)).isoformat()
