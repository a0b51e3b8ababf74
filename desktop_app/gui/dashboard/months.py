"""The next six months as a picture: a line for each deadline, from the day on which it is to be worked on to its own."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygon
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.dates import add_months
from desktop_app.domain.deadlines import Deadline
from desktop_app.gui import theme
from desktop_app.gui.dashboard.row import RowButton
from desktop_app.gui.dashboard.words import due_words, look_of, when_words
from desktop_app.gui.ink import Ink
from desktop_app.gui.theme import look
from desktop_app.gui.when import short_day
from desktop_app.gui.words import dotted, said, tr

MONTHS, MOST_LATE = 6, 2
_NAME_PX = 256  # the embassy and its country
_ROW_PX, _LINE_PX = 24, 17  # a row of one line, and what one more adds
_WEIGHTY = ("renewal", "end", "signature", "workbook")


class Span(NamedTuple):
    """The days that the picture shows."""

    first: date
    last: date
    today: date

    def x(self, day: date, width: int) -> int:
        """Return where a day stands, right of the names."""
        left, right = look.px(_NAME_PX), look.px(12)
        whole = max(1, (self.last - self.first).days)
        part = min(1.0, max(0.0, (day - self.first).days / whole))
        return left + round((width - left - right) * part)

    @property
    def months(self) -> list[date]:
        """The first days of its months."""
        return [add_months(self.first, number) for number in range(MONTHS)]


def span_of(today: date) -> Span:
    """Return the six months from the beginning of this one."""
    first = today.replace(day=1)
    return Span(first, add_months(first, MONTHS), today)


def choose(found: Sequence[Deadline], span: Span, most: int) -> list[Deadline]:
    """Return what the picture shows: a little of what is late, then something of each month; missions are only counted."""
    own = [one for one in found if one.entity != "mission" and one.due <= span.last]
    late = [one for one in own if one.due < span.today][-MOST_LATE:]
    ahead = [one for one in own if one.due >= span.today]
    # What ends and is renewed weighs more than a step on the way; of each month the first such, then the second…
    ahead.sort(key=lambda one: (one.due.year, one.due.month, one.kind not in _WEIGHTY, one.due))
    place: Counter[tuple[int, int]] = Counter()
    ranked: list[tuple[int, int]] = []
    for number, one in enumerate(ahead):
        month = (one.due.year, one.due.month)
        ranked.append((place[month], number))
        place[month] += 1
    chosen = [ahead[number] for _rank, number in sorted(ranked)[: most - len(late)]]
    return [*late, *sorted(chosen, key=lambda one: one.due)]


class MonthHead(QWidget):
    """The names of the months."""

    def __init__(self, span: Span) -> None:
        super().__init__()
        self._span = span
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height of a line."""
        return QSize(look.px(300), look.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the names."""
        painter, ink = QPainter(self), Ink(look.font(theme.SMALL_PX))
        for month in self._span.months:
            words = QLocale().toString(QDate(month.year, month.month, 1), "MMM" if month.month > 1 else "MMM yyyy")
            left = self._span.x(month, self.width())
            ink.write(painter, QRect(left, 0, look.px(90), self.height()), words, QColor(theme.now().muted))


class MonthRow(RowButton):
    """One deadline: what it is about, in two lines where one has no room, and its bar with what is due."""

    def __init__(self, deadline: Deadline, name: str, span: Span) -> None:
        self.shown = said(deadline.what)
        when = when_words(deadline, span.today)
        super().__init__(f"{name} · {self.shown} · {due_words(deadline, span.today)} · {when}", tr("Opens the entry"))
        self.deadline, self._name, self._span = deadline, name, span
        self.before = deadline.due < span.first
        if self.before:
            self.shown = dotted(self.shown, short_day(deadline.due, span.today))
        self.setToolTip(self.text())

    @property
    def name_lines(self) -> list[str]:
        """The name in lines that the column of names has room for."""
        return Ink(look.font()).lines(self._name, look.px(_NAME_PX - 12), 2)

    def row_px(self) -> int:
        """Return the height for the lines of the name."""
        return _ROW_PX + _LINE_PX * (len(self.name_lines) - 1)

    def paint_row(self, painter: QPainter, rect: QRect) -> None:
        """Paint the months' lines, the bar, its words and today."""
        now, width = theme.now(), rect.width()
        for month in self._span.months:
            painter.fillRect(self._span.x(month, width), 0, 1, rect.height(), QColor(now.hairline))
        self._write_name(painter, rect)
        start, end = self._paint_bar(painter, rect)
        painter.fillRect(self._span.x(self._span.today, width), 0, 2, rect.height(), QColor(now.accent))
        self._write_what(painter, rect, start, end)

    def _write_name(self, painter: QPainter, rect: QRect) -> None:
        ink, lines, high = Ink(look.font()), self.name_lines, look.px(_LINE_PX)
        at = QRect(look.px(4), (rect.height() - len(lines) * high) // 2, look.px(_NAME_PX - 12), high)
        for number, words in enumerate(lines):
            ink.write(painter, at.translated(0, number * high), words, QColor(theme.now().text))

    def _paint_bar(self, painter: QPainter, rect: QRect) -> tuple[int, int]:
        hue, _icon = look_of(self.deadline, self._span.today)
        chip = theme.now().chips[hue]
        if self.before:
            return self._paint_before(painter, rect, QColor(chip.text))
        start, end = (self._span.x(day, rect.width()) for day in (self.deadline.since, self.deadline.due))
        start = min(start, end - look.px(10)) if end - look.px(10) >= look.px(_NAME_PX) else look.px(_NAME_PX)
        end = max(end, start + look.px(8))
        tall = look.px(19)
        top = rect.center().y() - tall // 2 + 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(chip.background))
        painter.drawRoundedRect(start, top, end - start, tall, 3, 3)
        painter.fillRect(end - look.px(3), top, look.px(3), tall, QColor(chip.text))
        return start, end

    def _paint_before(self, painter: QPainter, rect: QRect, colour: QColor) -> tuple[int, int]:
        """Point to the left of the picture, where the day is."""
        start, middle, half = look.px(_NAME_PX), rect.center().y() + 1, look.px(5)
        tip, top, foot = (
            QPoint(start, middle),
            QPoint(start + half, middle - half),
            QPoint(start + half, middle + half),
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygon([tip, top, foot]))
        return start, start + half

    def _write_what(self, painter: QPainter, rect: QRect, start: int, end: int) -> None:
        """Write what is due into the bar, else beside it."""
        hue, _icon = look_of(self.deadline, self._span.today)
        chip, ink = theme.now().chips[hue], Ink(look.font(theme.SMALL_PX))
        wide, gap = ink.width(self.shown), look.px(8)
        if wide + 2 * gap <= end - start:
            left = start + gap
        elif end + gap + wide <= rect.width():
            left = end + gap
        else:
            left = max(look.px(_NAME_PX), start - gap - wide)
        beyond = self._span.x(self._span.today, rect.width()) + gap
        room = end - gap if left < end else rect.width()
        if left - gap < beyond - gap < left + wide and beyond + wide <= room:
            left = beyond  # today’s line crosses no word where there is room after it
        ink.write(painter, QRect(left, 0, wide + 2, rect.height()), self.shown, QColor(chip.text))
