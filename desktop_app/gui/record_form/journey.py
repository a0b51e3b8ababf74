"""What the program thinks of a mission, beside its fields: what it is by the decree, what to ask by when, what it may cost.

Read in the background while one types; an estimate is always called one, and goes into its field only when one says so.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from desktop_app.domain.choices import choices
from desktop_app.domain.values import Record
from desktop_app.domain.words import Words
from desktop_app.gui import icons, theme
from desktop_app.gui.parts import Worded, column, label, row
from desktop_app.gui.record_form.builder import Builder
from desktop_app.gui.record_form.parts import PartTable
from desktop_app.gui.theme import look
from desktop_app.gui.when import with_day
from desktop_app.gui.words import said, tr

if TYPE_CHECKING:
    from desktop_app.gui.tasks import Task
    from desktop_app.store.base import Store
    from desktop_app.store.journey import Thoughts

PAUSE_MS = 300


class Read(NamedTuple):
    """What was read: the thoughts, the words of the estimate, and the names of the countries that need an opinion."""

    thoughts: "Thoughts"
    estimate: Words | None
    countries: Words


class JourneyNotes(Worded, QFrame):
    """Lines that say what is worth knowing, and a button that takes the estimate over; nothing while nothing is."""

    def __init__(self, builder: Builder) -> None:
        super().__init__()
        self.setObjectName("journey")
        self.setProperty("kind", "notice")
        self.setProperty("hue", "blue")
        self._builder, self._fields = builder, builder.fields
        self._legs: PartTable | None = None
        self._read: Read | None = None
        self._reading: Task | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.lines = {name: _Line(icon) for name, icon in _ICONS.items()}
        self.use = QPushButton()
        self.use.setAutoDefault(False)
        self.use.clicked.connect(self._use)
        self.setLayout(column(*self.lines.values(), row(self.use, None), spacing=6, margins=(12, 10, 12, 10)))
        builder.stops.append(self._stop)
        self.hide()
        look.changed.connect(self._show_again)
        self.retranslate()

    def follow(self, legs: PartTable) -> None:
        """Think again whenever something of the mission or of its legs changes."""
        self._legs = legs
        self._fields.changed.connect(self._pause.start)
        self._fields.when(("starts_on", ""), lambda _by_user: self._pause.start())

    # Reading -----------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        workspace = self._builder.workspace
        if not workspace.is_open:
            return
        if self._reading is not None:
            self._reading.cancel()
        mission = {**self._fields.values(), "id": self._builder.shown() or None}
        legs = [shown.values() for shown in self._legs.rows] if self._legs is not None else []
        self._reading = workspace.read(lambda store: _think(store, mission, legs), self._show)

    def _stop(self) -> None:
        """Wait for nothing any more."""
        self._pause.stop()
        if self._reading is not None:
            self._reading.cancel()

    def _show(self, read: Read) -> None:
        self._reading = None
        self._read = read
        self._show_again()

    def _show_again(self) -> None:
        read = self._read
        if read is None:
            return
        today, thoughts = date.today(), read.thoughts  # noqa: DTZ011  (the office's own day)
        self.lines["kind"].say(self._kind_words(thoughts))
        self.lines["opinion"].say(
            _opinion_words(read, today), late=bool(thoughts.opinion and thoughts.opinion.ask_by < today)
        )
        visa = thoughts.visa_by
        self.lines["visa"].say(
            with_day(tr("Visa: apply by {day}."), visa, today) if visa else "",
            late=bool(visa and visa < today),
        )
        self.lines["estimate"].say(said(read.estimate) if read.estimate else "")
        self.use.setVisible(read.estimate is not None and self._value() != self._fields.value("allowance"))
        self.setVisible(any(line.words.text() for line in self.lines.values()))

    def _kind_words(self, thoughts: "Thoughts") -> str:
        if thoughts.kind is None:
            return ""
        kind = said(choices("mission_kinds")[thoughts.kind.code].words)
        return tr("By the decree: {kind}, {why}.").format(kind=kind.lower(), why=said(thoughts.kind.why))

    # The estimate ------------------------------------------------------------------------------------------------

    def _value(self) -> str | None:
        """Return the estimate in the currency of the mission: in euros, unless that is the one of the table."""
        found = self._read.thoughts.estimate if self._read else None
        if found is None:
            return None
        currency = str(self._fields.value("currency") or "EUR")
        amount = (
            found.totals[currency] if list(found.totals) == [currency] else found.euros if currency == "EUR" else None
        )
        return None if amount is None else f"{amount.normalize():f}"

    def _use(self) -> None:
        if value := self._value():
            if self._fields.value("currency") is None:
                self._fields.put("currency", "EUR")
            self._fields.put("allowance", value)
        self._show_again()

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.setAccessibleName(tr("What is worth knowing of this mission"))
        self.use.setText(tr("Use this estimate"))
        self.use.setAccessibleDescription(tr("Into the field “Estimated allowance”; it stays an estimate."))
        self._show_again()


_ICONS = {"kind": "info", "opinion": "lock", "visa": "globe", "estimate": "calendar-clock"}


class _Line(QWidget):
    """An icon and a sentence; hidden while there is nothing to say."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self._picture, self.words = QLabel(), label("", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        laid = row(self._picture, self.words, spacing=8)
        laid.setAlignment(self._picture, Qt.AlignmentFlag.AlignTop)
        laid.setStretch(1, 1)
        self.setLayout(laid)

    def say(self, text: str, *, late: bool = False) -> None:
        """Say a sentence; what is late has the warning sign before it."""
        self.words.setText(text)
        self.setVisible(bool(text))
        colour = theme.now().error if late else theme.now().chips["blue"].text
        name = "triangle-alert" if late else self._icon
        self._picture.setPixmap(icons.pixmap(name, colour, look.px(16), self.devicePixelRatioF()))


def _opinion_words(read: Read, today: date) -> str:
    found = read.thoughts.opinion
    if found is None:
        return ""
    where = said(read.countries)
    if found.ask_by < today:
        text = tr("Security opinion ({where}): it should have been asked for by {day}.")
    else:
        text = tr("Security opinion ({where}): ask for it by {day}.")
    text = with_day(text, found.ask_by, today, where=where or tr("said to be needed"))
    counts = tr("The list in ESR-Mission is the one that counts.")
    return f"{text} {counts}" if where else text


def _think(store: "Store", mission: Record, legs: Sequence[Record]) -> Read:
    from desktop_app.domain.journey_words import estimate_words
    from desktop_app.store.journey import think

    def name(id_: str, language: str) -> str:
        return store.names.label("country", id_, language)

    thoughts = think(store, mission, legs)
    words = None
    if thoughts.estimate is not None:
        words = estimate_words(thoughts.estimate, mission, thoughts.reductions, name)
    listed = thoughts.opinion.countries if thoughts.opinion else ()
    return Read(thoughts, words, Words(*(", ".join(name(code, one) for code in listed) for one in ("fr", "en"))))
