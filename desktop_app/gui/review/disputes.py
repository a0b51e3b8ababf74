"""What two installations said differently, neither having seen the other's: shown one by one, decided by keyboard."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QPushButton, QSplitter, QVBoxLayout, QWidget

from desktop_app.domain import ENTITIES
from desktop_app.gui import messages
from desktop_app.gui.parts import Worded, column, label, look_as
from desktop_app.gui.when import moment, short_day
from desktop_app.gui.words import lang, said, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.domain.values import Value
    from desktop_app.gui.tasks import Task
    from desktop_app.store.base import Store
    from desktop_app.store.conflicts import Conflict, Side


class Choice(NamedTuple):
    """One answer to a question: what it says, who said it, and the values that it writes."""

    words: str
    who: str
    values: "Mapping[str, Value]"


class Question(NamedTuple):
    """An open conflict as people read it."""

    conflict: "Conflict"
    title: str
    about: str
    before: str
    choices: tuple[Choice, ...]


class DisputesPart(Worded, QWidget):
    """The questions at the left, the answers of one at the right; `counted` says how many are open."""

    counted = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.questions: list[Question] = []
        self.list, self.title, self.about, self.before = (
            QListWidget(), label("", "record", wrap=True), label("", "muted", wrap=True), label("", "small", wrap=True),
        )  # fmt: skip
        self.answers: list[QPushButton] = []
        self._said: list[QLabel] = []
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._held = QVBoxLayout()
        self._help = label("", "small", wrap=True)
        card = QFrame()
        look_as(card, "card")
        inside = column(self.title, self.about, self.before, spacing=6, margins=(18, 14, 18, 14))
        inside.addLayout(self._held)
        inside.addWidget(self._help)
        inside.addStretch(1)
        card.setLayout(inside)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(card)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        self.setLayout(column(split, margins=(20, 0, 16, 16)))
        self.setFocusProxy(self.list)
        self.list.currentRowChanged.connect(self._show)
        self.list.installEventFilter(self)
        self.retranslate()

    def load(self) -> None:
        """Read what is open, in the background."""
        language = lang()
        self._workspace.read(lambda store: questions(store, language), self._on_read)

    def _on_read(self, found: list[Question]) -> None:
        place = max(self.list.currentRow(), 0)
        self.questions = found
        self.list.clear()
        self.list.addItems([f"{one.title}\n{one.about}" for one in found])
        self.list.setCurrentRow(min(place, len(found) - 1))
        self.counted.emit(len(found))

    def _show(self, place: int) -> None:
        for one in (*self.answers, *self._said):
            self._held.removeWidget(one)
            one.deleteLater()
        self.answers, self._said = [], []
        if not 0 <= place < len(self.questions):
            return
        question = self.questions[place]
        self.title.setText(question.title)
        self.about.setText(question.about)
        self.before.setText(question.before)
        self.before.setVisible(bool(question.before))
        for number, choice in enumerate(question.choices, 1):
            made = QPushButton(f"{number}.  {choice.words}")
            made.setAccessibleName(f"{choice.words}. {choice.who}")
            made.clicked.connect(lambda _checked=False, chosen=choice: self.decide(question, chosen))
            made.installEventFilter(self)
            who = label(choice.who, "small", wrap=True)
            who.setVisible(bool(choice.who))
            self._held.addWidget(made)
            self._held.addWidget(who)
            self.answers.append(made)
            self._said.append(who)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the answer of a digit, which the list would search for."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            number = event.key() - Qt.Key.Key_1
            if 0 <= number < len(self.answers):
                self.answers[number].click()
                return True
        return super().eventFilter(watched, event)

    def decide(self, question: Question, choice: Choice) -> None:
        """Write an answer as one step, which travels to the others."""
        store = self._workspace.store

        def work(_task: "Task") -> object:
            from desktop_app.store.deciding import decide

            return decide(store, [(question.conflict, choice.values)])

        def tell(changes: object) -> None:
            self._workspace.changed.emit(changes, self)
            self._workspace.note(tr("Decided: {title}.").format(title=question.title), undo=True)
            self.load()

        self._workspace.tasks.run(work, tell, lambda error: messages.show_error(self, error), sure=True)

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.list.setAccessibleName(tr("Open disagreements"))
        self.list.setAccessibleDescription(tr("Up and Down choose one; a digit takes the answer of that number."))
        self._help.setText(tr("↑ ↓ another question · 1, 2… take that answer · Ctrl+Z takes a decision back"))


def questions(store: "Store", language: str) -> list[Question]:
    """Return the open conflicts in words."""
    return [_question(store, conflict, language) for conflict in store.installations.conflicts()]


def _question(store: "Store", conflict: "Conflict", language: str) -> Question:
    from desktop_app.store.conflicts import DELETED, DUPLICATE

    entity = ENTITIES[conflict.entity]
    name = store.names.label(conflict.entity, conflict.record, language)
    title = f"{name} ({conflict.ref})"
    fields = ", ".join(said(entity.fields[one].words) for one in conflict.fields if one in entity.fields)
    if conflict.kind == DELETED:
        return Question(
            conflict, title, tr("Deleted by one, edited by another who did not know"), fields, _lives(conflict)
        )
    if conflict.kind == DUPLICATE:
        other = store.names.label(conflict.entity, str(conflict.sides[0].values["same_as"]), language)
        return Question(conflict, title, tr("Perhaps the same as {other}").format(other=other), "", _twins())
    before = ""
    if conflict.base is not None:
        before = tr("Before: {value}").format(value=_value(store, conflict, conflict.base, language) or "–")
    choices = tuple(
        Choice(_value(store, conflict, side.values, language) or tr("(empty)"), _who(side), side.values)
        for side in conflict.sides
    )
    return Question(conflict, title, fields, before, choices)


def _lives(conflict: "Conflict") -> tuple[Choice, ...]:
    from desktop_app.store.deciding import ALIVE

    alive, deleted = conflict.sides
    return (
        Choice(tr("Keep the entry"), _who(alive), {ALIVE: True}),
        Choice(tr("Delete it all the same"), _who(deleted), {ALIVE: False}),
    )


def _twins() -> tuple[Choice, ...]:
    from desktop_app.store.deciding import SAME

    return (
        Choice(tr("It is the same: make one of the two"), "", {SAME: True}),
        Choice(tr("They are two different ones"), "", {SAME: False}),
    )


def _value(store: "Store", conflict: "Conflict", values: "Mapping[str, Value]", language: str) -> str:
    entity = ENTITIES[conflict.entity]
    store.names.fetch(entity, [values])
    showing = store.names.showing(language)
    return "  ·  ".join(
        text for name in conflict.fields if (text := entity.fields[name].type.show(values.get(name), showing))
    )


def _who(side: "Side") -> str:
    parts = [side.author, side.office, tr("on this computer") if side.own else "", side.file_name or ""]
    day = short_day(moment(side.wall).date()) if side.wall else ""
    return "  ·  ".join(part for part in (*parts, day) if part)
