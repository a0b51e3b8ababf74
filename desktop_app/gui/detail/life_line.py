"""The life of an instrument as a line: signed, renewed, ends, and where today stands."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.choices import choices
from desktop_app.domain.dates import first_day, last_day, show_date
from desktop_app.domain.lives import day_of, in_order
from desktop_app.domain.values import Record
from desktop_app.gui import theme
from desktop_app.gui.detail import life_words
from desktop_app.gui.detail.life_words import Mark
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, said, tr

RADIUS = 5
THICK = 6


class Point(NamedTuple):
    """One moment on the line."""

    day: date
    words: str
    when: str
    short: str = ""  # the words where there is no room for them


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
    points = [Point(first_day(start), *_begun(start[:4], signed=bool(first)))]
    points += [Point(first_day(one), *_renewed(one, today)) for one in starts if one[:4] > start[:4]]
    if end:
        when = f"{end[5:7]}.{end[:4]}" if len(end) > 4 else end
        words = tr("Ended") if last_day(end) < today else tr("Ends")
        points.append(Point(last_day(end), words, when))
    return Life(
        tuple(points), not end, today, record.get("status") in ("to_renew", "report_due"), tuple(_moments(steps))
    )


def _begun(year: str, *, signed: bool) -> tuple[str, str, str]:
    return (tr("Signed", "a whole word"), year, tr("Signed", "on a line")) if signed else (tr("Start"), year, "")


def _renewed(start: str, today: date) -> tuple[str, str, str]:
    if first_day(start) <= today:
        return tr("Renewed", "a whole word"), start[:4], tr("Renewed", "on a line")
    return tr("Renewal", "a whole word"), start[:4], tr("Renewal", "on a line")


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
        for number, point in enumerate(life.points):
            last = number == len(life.points) - 1 and not life.endless
            colour = now.warn if last and life.renewal else now.accent
            painter.setPen(QPen(QColor(colour), look.px(2)))
            painter.setBrush(QColor(now.surface))
            painter.drawEllipse(QPointF(self._x(life, point.day), self._y), look.px(RADIUS), look.px(RADIUS))
        for one in self.written():
            self._write(painter, one)

    def written(self) -> list[life_words.Written]:
        """Return the words that have room below the line."""
        life = self._life
        if life is None:
            return []
        ahead = next((point for point in life.points if point.day > life.today), None)
        needed = (life.points[0], life.points[-1], ahead)
        marks = [
            Mark(self._x(life, one.day), one.words, one.short or one.words, one.when, one in needed,
                 abs((one.day - life.today).days))
            for one in life.points
        ]  # fmt: skip
        metrics = QFontMetricsF(look.font(theme.SMALL_PX))
        return life_words.write(marks, self.width(), metrics.horizontalAdvance, look.px(life_words.GAP))

    def _write(self, painter: QPainter, one: life_words.Written) -> None:
        """Write a moment's words below it, or its year alone."""
        metrics, left, width = painter.fontMetrics(), one.left, one.width
        side = (
            Qt.AlignmentFlag.AlignLeft if left <= 0
            else Qt.AlignmentFlag.AlignRight if left + width >= self.width()
            else Qt.AlignmentFlag.AlignHCenter
        )  # fmt: skip
        height, top = metrics.height(), self._y + look.px(RADIUS + 5)
        painter.setPen(QColor(theme.now().text))
        painter.drawText(QRectF(left, top, width + 1, height), side, one.words)
        painter.setPen(QColor(theme.now().muted))
        painter.drawText(QRectF(left, top + height - 2, width + 1, height), side, one.mark.when)
