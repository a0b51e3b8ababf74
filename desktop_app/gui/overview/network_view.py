"""Who is linked with whom, in rings around an instrument or a partner; each name opens its record."""

from collections.abc import Sequence
from math import sqrt

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from desktop_app.gui import hues, icons, theme
from desktop_app.gui.charts.spots import SpotView, framed_picture
from desktop_app.gui.ink import Ink
from desktop_app.gui.theme import look
from desktop_app.gui.words import labelled, said, tr
from desktop_app.store.network import Edge, Network, Node

_PITCH, _ICON, _PAD, _LEAST, _PICTURE_WIDTH = 26, 16, 6, 620, 1100
_HEIGHT, _MORE, _LINES = 20, 15, 3  # pixels: a name of one line, what one more adds; lines at the most
_BOW, _LINE = 14, 16  # pixels: how round a ring is, and the least of a line that is seen
_ON_LINE = 0.88  # of a line: so much of it words may cover


class Placed:
    """Where each node stands at a width: the rings are arcs at both sides of the middle, one name below the other."""

    def __init__(self, network: Network, width: float, scale: float) -> None:
        self.network, self.scale = network, scale
        sides = {ring: self._sides(ring) for ring in (1, 2)}
        self.width = width
        self.rects: dict[str, QRectF] = {}
        self.lines: dict[str, list[str]] = {}  # a name, in so many lines
        self.roles: dict[Edge, list[str]] = {}  # what stands on a line to it
        self.two = any(sides[2])
        self._wide = {node.id: self._needed(node) for node in network.nodes}
        self._near: dict[tuple[int, int], float] = {}  # where a ring begins at a side, from the middle
        for place, sign in enumerate((1, -1)):
            self._share(sign, sides[1][place], sides[2][place])
        most = max((len(side) for pair in sides.values() for side in pair), default=1)
        self._pitch = (_PITCH + _MORE * (self._most_lines() - 1)) * scale
        self.height = max((most + 1) * self._pitch + _PITCH * scale, 6 * _PITCH * scale)
        self._put(network.nodes[0], width / 2, self.height / 2, 0)
        for place, sign in enumerate((1, -1)):
            for ring, pair in sides.items():
                self._put_side(pair[place], ring, sign)
        self.middle = width / 2  # of the record itself
        if not any(left for _right, left in sides.values()):
            self._shift()

    def _shift(self) -> None:
        """Move what has only one side, so that as much room is left at its left as at its right."""
        rects = self.rects.values()
        by = (self.width - min(rect.left() for rect in rects) - max(rect.right() for rect in rects)) / 2
        for rect in rects:
            rect.translate(by, 0)
        self.middle += by

    def _needed(self, node: Node, most: float | None = None) -> float:
        """Return how wide a name is, broken where it would be wider than `most`."""
        ink, beside = Ink(look.font(theme.SMALL_PX, bold=node.ring == 0)), (_ICON + 3 * _PAD) * self.scale
        room = self.width if most is None else most - beside
        self.lines[node.id] = lines = ink.lines(node_words(node), int(room) + 1, _LINES)
        wide = max(ink.width(line) for line in lines) + beside
        return wide if most is None else min(wide, most)

    def _most_lines(self) -> int:
        """Return in how many lines anything stands at the most."""
        return max(len(lines) for lines in (*self.lines.values(), *self.roles.values()))

    def _share(self, sign: int, first: list[Node], second: list[Node]) -> None:
        """Share the room of a side: names and what stands on the lines are whole where there is room for that."""
        line, bow, roles = _LINE * self.scale, _BOW * self.scale, 0.0 if self.two else self._wording(first, self.width)
        centre = self._wide[self.network.nodes[0].id] / 2
        widest = [max((self._wide[node.id] for node in side), default=0.0) for side in (first, second)]
        room = self.width / 2 - centre - bow - line * (1 + bool(second)) - 2
        near, far, words = fitted((*widest, roles), room)
        for side, most in ((first, near), (second, far)):
            self._wide |= {node.id: self._needed(node, most) for node in side}
        if not self.two:
            self._wording(first, words)
        spare = max(0.0, room - near - far - words) / 3
        begins = centre + line + words + spare
        self._near |= {(1, sign): begins, (2, sign): begins + near + line + spare}

    def _wording(self, side: list[Node], most: float) -> float:
        """Return the room for what stands on the lines to a side, broken where it would be wider than `most`."""
        ink, ids, gap = Ink(look.font(theme.SMALL_PX)), {node.id for node in side}, 2 * _PAD * self.scale
        edges = [edge for edge in self.network.edges if edge.outer in ids]
        room = int(most * _ON_LINE - gap) + 1
        self.roles |= {edge: ink.lines(said(edge.words), room, _LINES) for edge in edges}
        return max((ink.width(one) + gap for edge in edges for one in self.roles[edge]), default=0.0) / _ON_LINE

    def _sides(self, ring: int) -> tuple[list[Node], list[Node]]:
        """Return the nodes at the right and at the left; those of the outer ring stand where what leads to them does."""
        nodes = [node for node in self.network.nodes if node.ring == ring]
        half = (len(nodes) + 1) // 2
        if ring == 1:
            return nodes[:half], nodes[half:]
        inner = self._sides(1)
        place = {node.id: (side, number) for side, held in enumerate(inner) for number, node in enumerate(held)}
        led: dict[str, tuple[int, int]] = {}
        for edge in self.network.edges:
            for here, other in ((edge.inner, edge.outer), (edge.outer, edge.inner)):
                if here in place:
                    led[other] = min(led.get(other, place[here]), place[here])
        ordered = sorted(nodes, key=lambda node: (led.get(node.id, (0, 0)), node.name))
        right = [node for node in ordered if led.get(node.id, (0, 0))[0] == 0]
        left = [node for node in ordered if led.get(node.id, (0, 0))[0] == 1]
        while len(right) > len(left) + 6:  # so that the picture is not much higher than needed
            left.append(right.pop())
        return right, left

    def _put_side(self, side: list[Node], ring: int, sign: int) -> None:
        middle, pitch = self.height / 2, self._pitch
        reach = max(len(side) * pitch / 2, pitch)
        for number, node in enumerate(side):
            y = middle + (number - (len(side) - 1) / 2) * pitch
            bow = sqrt(max(0.0, 1 - ((y - middle) / (reach * 1.25)) ** 2))
            near = self._near[ring, sign] + _BOW * self.scale * bow
            self._put(node, self.width / 2 + sign * near, y, sign)

    def _put(self, node: Node, x: float, y: float, sign: int) -> None:
        wide = self._wide[node.id]
        left = x if sign > 0 else x - wide if sign < 0 else x - wide / 2
        high = (_HEIGHT + _MORE * (len(self.lines[node.id]) - 1)) * self.scale
        self.rects[node.id] = QRectF(left, y - high / 2, wide, high)


def fitted(wanted: Sequence[float], room: float) -> list[float]:
    """Return widths that fit into a room: the widest give way, the others stay as they wish to be."""
    left, level = room, max(wanted, default=0.0)
    for place, one in enumerate(sorted(wanted)):
        others = len(wanted) - place
        if one * others > left:
            level = left / others
            break
        left -= one
    return [min(one, level) for one in wanted]


def node_words(node: Node) -> str:
    """Return what stands in the picture for a record."""
    return f"{node.type} · {node.name}" if node.type else node.name


class NetworkView(SpotView):
    """Shows a network. The arrows go from name to name, Enter opens the record."""

    opened = Signal(str, str)  # entity, id

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self._placed: Placed | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Network of {name}").format(name=network.nodes[0].name))
        self.setAccessibleDescription(tr("The arrows go from name to name, Enter opens the entry."))

    @property
    def placed(self) -> Placed:
        """Where the nodes stand at the width of the widget."""
        if self._placed is None:
            self._placed = Placed(self.network, max(look.px(_LEAST), self.width()), look.scale)
        return self._placed

    def sizeHint(self) -> QSize:
        """Return the height that the longest side needs."""
        return QSize(look.px(_LEAST), round(self.placed.height))

    def minimumSizeHint(self) -> QSize:
        """Return the least room."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the names again at the new width."""
        super().resizeEvent(event)
        self._placed = None

    def again(self) -> None:
        """Place the names again in the size of the theme."""
        self._placed = None
        super().again()

    # Painting ----------------------------------------------------------------------------------------------------

    def paint_picture(self, painter: QPainter, _shown: QRect) -> None:
        """Paint the lines, those of the chosen name stronger, and the names on them."""
        held = self.network.nodes[self.current].id if 0 <= self.current < len(self.network.nodes) else ""
        paint(painter, self.placed, held)

    def picture(self) -> QImage:
        """Return the network as a picture with its title."""
        placed = Placed(self.network, _PICTURE_WIDTH, 1.0)
        image, painter = framed_picture(self.accessibleName(), placed.width, placed.height)
        paint(painter, placed, "")
        painter.end()
        return image

    # Spots -------------------------------------------------------------------------------------------------------

    def spots(self) -> list[QRectF]:
        """Return where the names are."""
        return [self.placed.rects[node.id] for node in self.network.nodes]

    def sentence(self, number: int) -> str:
        """Say a record and what it has to do with the others."""
        node = self.network.nodes[number]
        links = "; ".join(link_sentences(self.network, node)) if number else ""
        return labelled(node_words(node), links) if links else node_words(node)

    def open(self, number: int) -> None:
        """Open a record."""
        node = self.network.nodes[number]
        self.opened.emit(node.entity, node.id)


def link_sentences(network: Network, node: Node) -> list[str]:
    """Say what a record has to do with those nearer to the middle."""
    named = {one.id: one for one in network.nodes}
    found = []
    for edge in network.edges:
        other = edge.inner if edge.outer == node.id else edge.outer if edge.inner == node.id else ""
        if other and named[other].ring <= node.ring:
            words = said(edge.words)
            found.append(f"{words} ({named[other].name})" if words else named[other].name)
    return found


def paint(painter: QPainter, placed: Placed, held: str) -> None:
    """Paint a network: lines first, then the names; `held`: the one whose lines stand out."""
    now, scale = theme.now(), placed.scale
    on_lines = [] if placed.two else words_on_lines(placed)
    strong = [edge for edge in placed.network.edges if held and held in (edge.inner, edge.outer)]
    for edge in (*placed.network.edges, *strong):
        chosen = bool(held) and held in (edge.inner, edge.outer)
        painter.setPen(QPen(QColor(now.accent if chosen else now.input_border), (1.6 if chosen else 1.0) * scale))
        painter.drawPolyline(line(placed, edge, on_lines))
    _paint_words(painter, on_lines, _PAD / 2 * scale)
    for node in placed.network.nodes:
        _paint_node(painter, node, placed)


def line(placed: Placed, edge: Edge, on_lines: Sequence[tuple[QRectF, list[str]]]) -> list[QPointF]:
    """Return the points of a line: slanted to where the longest words of its side begin, so that it cuts none, then level."""
    near, far, middle = placed.rects[edge.inner], placed.rects[edge.outer], placed.middle
    if abs(near.center().x() - middle) > abs(far.center().x() - middle):
        near, far = far, near
    right = far.center().x() >= middle
    start = QPointF(near.right() if right else near.left(), near.center().y())
    end = QPointF(far.left() if right else far.right(), far.center().y())
    begin = [at.left() if right else at.right() for at, _words in on_lines if (at.center().x() >= middle) == right]
    return [start, QPointF((min if right else max)(begin), end.y()), end] if begin else [start, end]


def words_on_lines(placed: Placed) -> list[tuple[QRectF, list[str]]]:
    """Return what each record is here, where there is only one ring, and where on its line that stands."""
    ink, gap = Ink(look.font(theme.SMALL_PX)), _PAD * placed.scale
    inner = placed.rects[placed.network.nodes[0].id]
    found = []
    for edge, lines in placed.roles.items():
        rect = placed.rects[edge.outer]
        right = rect.center().x() >= placed.middle
        room = (rect.left() - inner.right() if right else inner.left() - rect.right()) * _ON_LINE
        wide = min(max(ink.width(one) for one in lines) + gap, room)
        left = rect.left() - wide - gap if right else rect.right() + gap
        high = (_HEIGHT - 4 + _MORE * (len(lines) - 1)) * placed.scale
        found.append((QRectF(left, rect.center().y() - high / 2, wide, high), lines))
    return found


def _paint_words(painter: QPainter, on_lines: Sequence[tuple[QRectF, list[str]]], gap: float) -> None:
    now, ink = theme.now(), Ink(look.font(theme.SMALL_PX))
    for at, lines in on_lines:
        painter.fillRect(at, QColor(now.surface))
        _write(painter, ink, at.adjusted(gap, 0, 0, 0), lines, now.muted)


def _write(painter: QPainter, ink: Ink, rect: QRectF, lines: Sequence[str], colour: str) -> None:
    """Write lines below each other, each in its part of a rectangle."""
    high = rect.height() / len(lines)
    for number, words in enumerate(lines):
        part = QRectF(rect.x(), rect.y() + number * high, rect.width(), high)
        ink.write(painter, part.toRect(), words, QColor(colour))


def _paint_node(painter: QPainter, node: Node, placed: Placed) -> None:
    now, rect, scale = theme.now(), placed.rects[node.id], placed.scale
    chip = now.chips[hues.of_type(node.type).hue if node.type else "grey"]
    painter.setPen(QPen(QColor(now.accent), 1.5 * scale) if node.ring == 0 else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(now.surface if node.over else chip.background))
    if node.over:
        painter.setPen(QPen(QColor(now.button_border), scale))
    painter.drawRoundedRect(rect, 5 * scale, 5 * scale)
    side, pad = _ICON * scale, _PAD * scale
    place = QRectF(rect.x() + pad, rect.center().y() - side / 2, side, side)
    icons.paint(painter, hues.ENTITY_ICONS.get(node.entity, "file-text"), chip.text, place)
    words = rect.adjusted(side + 2 * pad, scale, -pad / 2, -scale)
    ink = Ink(look.font(theme.SMALL_PX, bold=node.ring == 0))
    _write(painter, ink, words, placed.lines[node.id], chip.text)
