"""The life of an instrument as a line: signed, renewed, ends, and where today stands."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.choices import choices
from desktop_app.domain.dates import first_day, last_day, show_date
from desktop_app.domain.lives import day_of, in_order
from desktop_app.domain.values import Record
from desktop_app.gui import theme
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, said, tr

RADIUS = 5
THICK = 6


class Point(NamedTuple):
    """One moment on the line."""

    day: date
    words: str
    when: str


class Life(NamedTuple):
    """What the line shows; without an end it goes on after today."""

    points: tuple[Point, ...]
    endless: bool
    today: date
    renewal: bool = False  # the end asks for something to be done
    steps: tuple[Point, ...] = ()  # the smaller moments on the way


def life_of(record: Record, periods: Sequence[Record], today: date, steps: Sequence[Record] = ()) -> Life | None:
    """Return the life of an instrument from its own dates and those of its periods; None where no start is known."""
    starts = sorted(str(period["starts_on"]) for period in periods if period.get("starts_on"))
    start = str(record.get("starts_on") or (starts[0] if starts else ""))
    if not start:
        return None
    ends = [str(period["ends_on"]) for period in periods if period.get("ends_on")]
    end = str(record.get("ends_on") or (max(ends) if ends else ""))
    signed = min((str(period["signed_on"]) for period in periods if period.get("signed_on")), default="")
    first = signed if signed[:4] == start[:4] else ""
    points = [Point(first_day(start), tr("Signed") if first else tr("Start"), start[:4])]
    points += [Point(first_day(one), _renewed(one, today), one[:4]) for one in starts if one[:4] > start[:4]]
    if end:
        when = f"{end[5:7]}.{end[:4]}" if len(end) > 4 else end
        words = tr("Ended") if last_day(end) < today else tr("Ends")
        points.append(Point(last_day(end), words, when))
    return Life(
        tuple(points), not end, today, record.get("status") in ("to_renew", "report_due"), tuple(_moments(steps))
    )


def _renewed(start: str, today: date) -> str:
    return tr("Renewed") if first_day(start) <= today else tr("Renewal")


def _moments(steps: Sequence[Record]) -> Iterator[Point]:
    for step in in_order(steps):
        if (day := day_of(step)) and (kind := choices("milestone_kinds").get(str(step.get("kind")))):
            yield Point(last_day(day), said(kind.words), show_date(day, lang()))


class LifeLine(QWidget):
    """Paints a life; its words are also its accessible description."""

    def __init__(self) -> None:
        super().__init__()
        self._life: Life | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_life(self, life: Life | None) -> None:
        """Show a life, or nothing."""
        self._life = life
        self.setVisible(life is not None)
        words = "; ".join(f"{point.words} {point.when}" for point in (*life.points, *life.steps)) if life else ""
        self.setAccessibleName(tr("Life of the instrument"))
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that a line with its words needs."""
        return QSize(look.px(240), look.px(68))

    def minimumSizeHint(self) -> QSize:
        """Return the least room."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, its moments and today."""
        if self._life is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font(theme.SMALL_PX))
        self._paint_rail(painter, self._life)
        self._paint_steps(painter, self._life)
        self._paint_points(painter, self._life)

    # Places ------------------------------------------------------------------------------------------------------

    def _span(self, life: Life) -> tuple[date, int]:
        first = life.points[0].day
        last = max(life.today, life.points[-1].day) if life.endless else life.points[-1].day
        return first, max(1, (last - first).days)

    def _x(self, life: Life, day: date) -> float:
        first, days = self._span(life)
        left, width = look.px(RADIUS + 2), self.width() - 2 * look.px(RADIUS + 2)
        return left + width * min(1.0, max(0.0, (day - first).days / days))

    @property
    def _y(self) -> float:
        return float(look.px(26))

    # Painting ----------------------------------------------------------------------------------------------------

    def _paint_rail(self, painter: QPainter, life: Life) -> None:
        now, thick = theme.now(), look.px(THICK)
        left, today = self._x(life, life.points[0].day), self._x(life, life.today)
        right = float(self.width() - look.px(RADIUS + 2))
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, end in ((now.rail, right), (now.accent, today)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(left, self._y - thick / 2, end - left, thick), thick / 2, thick / 2)
        first, days = self._span(life)
        if 0 <= (life.today - first).days <= days:
            self._paint_today(painter, today, now.warn if life.renewal else now.muted)

    def _paint_today(self, painter: QPainter, x: float, colour: str) -> None:
        painter.setPen(QPen(QColor(colour), look.px(2)))
        painter.drawLine(QPointF(x, self._y - look.px(8)), QPointF(x, self._y + look.px(9)))
        text = tr("Today", "on a line")
        width = painter.fontMetrics().horizontalAdvance(text)
        left = min(max(0.0, x - width / 2), float(self.width() - width))
        painter.drawText(QRectF(left, 0, width + 1, look.px(15)), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_steps(self, painter: QPainter, life: Life) -> None:
        """Paint the smaller moments that lie on the line."""
        now, (first, days) = theme.now(), self._span(life)
        for step in life.steps:
            if 0 <= (step.day - first).days <= days:
                painter.setPen(QPen(QColor(now.accent), look.px(1)))
                painter.setBrush(QColor(now.surface))
                painter.drawEllipse(QPointF(self._x(life, step.day), self._y), look.px(3), look.px(3))

    def _paint_points(self, painter: QPainter, life: Life) -> None:
        now = theme.now()
        taken: list[tuple[float, float]] = []
        order = [0, len(life.points) - 1, *range(len(life.points) - 2, 0, -1)]
        for number in dict.fromkeys(order):
            point = life.points[number]
            x, last = self._x(life, point.day), number == len(life.points) - 1 and not life.endless
            colour = now.warn if last and life.renewal else now.accent
            painter.setPen(QPen(QColor(colour), look.px(2)))
            painter.setBrush(QColor(now.surface))
            painter.drawEllipse(QPointF(x, self._y), look.px(RADIUS), look.px(RADIUS))
            self._write(painter, point, x, taken)

    def _write(self, painter: QPainter, point: Point, x: float, taken: list[tuple[float, float]]) -> None:
        """Write a moment's words below it; its year alone, or nothing, where others stand there already."""
        metrics = painter.fontMetrics()
        for words in (point.words, ""):
            width = max(metrics.horizontalAdvance(words), metrics.horizontalAdvance(point.when))
            left = min(max(0.0, x - width / 2), float(self.width() - width))
            if all(left >= right + 6 or left + width <= start - 6 for start, right in taken):
                break
        else:
            return
        taken.append((left, left + width))
        side = (
            Qt.AlignmentFlag.AlignLeft if left == 0
            else Qt.AlignmentFlag.AlignRight if left + width >= self.width()
            else Qt.AlignmentFlag.AlignHCenter
        )  # fmt: skip
        height, top = metrics.height(), self._y + look.px(RADIUS + 5)
        painter.setPen(QColor(theme.now().text))
        painter.drawText(QRectF(left, top, width + 1, height), side, words)
        painter.setPen(QColor(theme.now().muted))
        painter.drawText(QRectF(left, top + height - 2, width + 1, height), side, point.when)
