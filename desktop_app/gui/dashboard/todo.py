"""What is to be done now: a handful of lines, each with the one verb that does it."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from desktop_app.domain.deadlines import Deadline
from desktop_app.gui import icons, theme
from desktop_app.gui.dashboard import doing
from desktop_app.gui.dashboard.reading import Overview
from desktop_app.gui.dashboard.words import due_words, look_of, sentence
from desktop_app.gui.parts import column, label, look_as, row
from desktop_app.gui.receiving.rows import content
from desktop_app.gui.theme import Hue, look
from desktop_app.gui.when import moment, short_day
from desktop_app.gui.words import tr
from desktop_app.gui.workspace import Workspace

MOST, MOST_LATE = 5, 2
# Missions come by the hundred: one line says how many.
_GATHERED = ("opinion", "visa", "mission_report")


class Todo(NamedTuple):
    """One thing to do: what, why, and the verb that does it."""

    icon: str
    hue: Hue
    text: str
    below: str
    verb: str
    run: Callable[[QWidget, Workspace], None]


def todos(found: Overview) -> list[Todo]:
    """Return the first things to do: what is late, then what waits, then what is near."""
    pressing = found.pressing
    singles = [one for one in pressing if one.kind not in _GATHERED]
    # What fell due lately can still be mended; what is years late is in the list.
    late = [one for one in singles if one.due < found.today][::-1]
    near = [one for one in singles if one.due >= found.today]
    lines = [_single(found, one) for one in late[:MOST_LATE]]
    lines += [*_waiting(found), *_gathered(found, pressing)]
    lines += [_single(found, one) for one in (*near, *late[MOST_LATE:])]
    return lines[:MOST]


def _single(found: Overview, deadline: Deadline) -> Todo:
    hue, icon = look_of(deadline, found.today)
    below = [deadline.type, due_words(deadline, found.today)]
    if deadline.kind == "workbook":
        held = next((one for one in found.shipments if one.number == deadline.id), None)
        below = [content(held), due_words(deadline, found.today)] if held else below
    text = sentence(deadline, found.names[deadline.key], found.today)
    verb, run = doing.verb_of(deadline)
    return Todo(icon, hue, text, " · ".join(filter(None, below)), tr(verb), run)


def _waiting(found: Overview) -> Iterator[Todo]:
    for one in found.waiting[:2]:
        sent = next((shipment for shipment in found.shipments if shipment.number == one.export), None)
        name = sent.recipient if sent and sent.recipient else one.file_name
        if one.open:
            text = tr("{name}: %n decision(s) to take", "", one.open)
        elif one.aside:
            text = tr("{name}: %n entry(ies) put aside", "", one.aside)
        else:
            text = tr("{name}: ready to be taken in")
        below = tr("Came back {day}").format(day=short_day(moment(one.received).date(), found.today))
        yield Todo("git-compare", "violet", text.format(name=name), below, tr("Review"), _to_review(one.key))
    if found.conflicts:
        text = tr("Offices say different things of %n value(s)", "", found.conflicts)
        yield Todo(
            "git-compare", "violet", text, tr("Both are kept until you decide"), tr("Decide", "a verb"), _to_review()
        )


def _to_review(key: str = "") -> Callable[[QWidget, Workspace], None]:
    return lambda _parent, workspace: workspace.go("review", key)


def _gathered(found: Overview, pressing: Sequence[Deadline]) -> Iterator[Todo]:
    for kind in _GATHERED:
        mine = [one for one in pressing if one.kind == kind]
        if len(mine) == 1:
            yield _single(found, mine[0])
        elif mine:
            late = sum(one.due < found.today for one in mine)
            text = {
                "opinion": tr("%n security opinion(s) to ask for", "", len(mine)),
                "visa": tr("%n visa(s) to apply for", "", len(mine)),
                "mission_report": tr("%n mission report(s) to collect", "", len(mine)),
            }[kind]
            hue, icon = look_of(mine[0], found.today)
            below = tr("%n of them late", "", late) if late else due_words(mine[0], found.today)
            yield Todo(icon, hue, text, below, tr("See all"), doing.see(kind))


class TodoRow(QWidget):
    """One line: an icon on its hue, two lines of words, the verb at the right."""

    def __init__(self, todo: Todo, workspace: Workspace) -> None:
        super().__init__()
        self.todo = todo
        self._tile = QLabel()
        look_as(self._tile, "tile", hue=todo.hue)
        self._tile.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._tile.setFixedSize(QSize(look.px(28), look.px(28)))
        self.button = QPushButton(todo.verb)
        self.button.setAutoDefault(False)
        self.button.setAccessibleName(f"{todo.verb}: {todo.text}")
        self.button.setAccessibleDescription(todo.below)
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(lambda: todo.run(self.window(), workspace))
        self.setFocusProxy(self.button)
        words = column(label(todo.text, wrap=True), label(todo.below, "small", wrap=True), spacing=0)
        self.setLayout(row(self._tile, words, self.button, spacing=12, margins=(0, 2, 0, 2)))
        self.restyle()

    def restyle(self) -> None:
        """Take the colours of the theme."""
        colour = theme.now().chips[self.todo.hue].text
        self._tile.setPixmap(icons.pixmap(self.todo.icon, colour, look.px(16), self.devicePixelRatioF()))
