"""Two records side by side, field by field: a click or an arrow chooses which value the merged one shows."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel

from desktop_app.gui.duplicates.reading import Pair, Sides, lines, why_words
from desktop_app.gui.hues import ENTITY_ICONS
from desktop_app.gui.parts import Worded, chip, column, label, look_as, row
from desktop_app.gui.picture import Picture
from desktop_app.gui.review.fields import FieldTable
from desktop_app.gui.theme import look
from desktop_app.gui.words import in_line, said, tr
from desktop_app.importers import merging
from desktop_app.importers.merging import Side

_LOW = 400  # pixels of height that the hints ask for
_SIDES: dict[str, Side] = {"ours": "one", "theirs": "other"}


class SideBySide(Worded, QFrame):
    """The right part of the page: both records, the choice in each field, and what comes of it."""

    went_on = Signal(int)  # +1 next pair, -1 the one before

    def __init__(self) -> None:
        super().__init__()
        look_as(self, "panel")
        self.pair: Pair | None = None
        self.sides: Sides | None = None
        self.chosen: dict[str, dict[str, Side]] = {}  # by pair: what was chosen stays while others are looked at
        self._answered: set[tuple[str, str]] = set()  # by pair and field
        self.picture = Picture(ENTITY_ICONS["partner"], "muted")
        self.name, self.why = label("", "record", wrap=True), label("", "small", wrap=True)
        self.table = FieldTable()
        self.chip: QLabel = chip("", "grey")
        self.linked, self.note, self.keys = (label("", "small", wrap=True) for _number in range(3))
        names = column(self.name, self.why, spacing=1)
        head = row(self.chip, names)
        head.setStretch(1, 1)
        frame = QFrame()
        look_as(frame, "notice", hue="grey")
        told = row(Picture("history"), self.note, margins=(12, 8, 12, 8))
        told.setStretch(1, 1)
        frame.setLayout(told)
        self._hints = (frame, self.keys)
        body = column(head, 2, self.table, self.linked, *self._hints, None, spacing=10, margins=(18, 12, 16, 12))
        body.setStretch(2, 100)
        body.setStretch(6, 1)
        self.setLayout(body)
        self.table.decided.connect(self._decide)
        self.table.category_asked.connect(self._decide_all)
        self.table.field_asked.connect(self._both)
        self.table.answered.connect(self._go_to_next)
        self.table.went_on.connect(self.went_on)
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the fields their room: in a low part, the hints below them are left out."""
        super().resizeEvent(event)
        for hint in self._hints:
            hint.setVisible(self.height() >= look.px(_LOW))

    def show_pair(self, pair: Pair, sides: Sides) -> None:
        """Show two records."""
        other = self.pair is None or self.pair.key != pair.key
        self.pair, self.sides = pair, sides
        self._mine()
        self._say()
        if other:
            self.table.select(0)

    def _mine(self) -> dict[str, Side]:
        """Return the sides chosen so far; fields that have come to differ since take what is proposed."""
        if self.pair is None or self.sides is None:
            return {}
        held = self.sides
        before = self.chosen.get(self.pair.key, {})
        proposed = merging.proposed(held.entity, held.one, held.other)
        self.chosen[self.pair.key] = {name: before.get(name, side) for name, side in proposed.items()}
        return self.chosen[self.pair.key]

    def _decide(self, number: int, side: str) -> None:
        line = self.table.fields.lines[number]
        if line.name:
            self._mine()[line.name] = _SIDES[side]
            self._say()

    def _go_to_next(self, place: int, _was_open: object) -> None:
        """Go on to the next field that differs, once a key has answered one for the first time: one key for each."""
        lines = self.table.fields.lines
        answered = (self.pair.key if self.pair else "", lines[place].name or "")
        if answered not in self._answered:
            self._answered.add(answered)
            after = (number for number in range(place + 1, len(lines)) if lines[number].state != "plain")
            self.table.select(next(after, place))

    def _decide_all(self, number: int) -> None:
        """Take the side of the selected field in all fields where one may choose."""
        line = self.table.fields.lines[number]
        if line.name and (side := self._mine()[line.name]) != "both":
            self._mine().update(
                {one.name: side for one in self.table.fields.lines if one.name and one.state != "plain"}
            )
            self._say()

    def _both(self, number: int) -> None:
        """Keep both values of a field that has room for them."""
        line, held = self.table.fields.lines[number], self.sides
        if line.name and held:
            field = held.entity.fields[line.name]
            if merging.can_be_joined(field, held.one.get(line.name), held.other.get(line.name)):
                self._mine()[line.name] = "both"
                self._say()

    def _say(self) -> None:
        pair, held = self.pair, self.sides
        if pair is None or held is None:
            return
        self.name.setText("  /  ".join(dict.fromkeys(said(name) for name in pair.names)))
        self.chip.setText(said(held.entity.one).capitalize())
        self.why.setText(why_words(pair))
        refs = [str(record.get("ref")) for record in (held.one, held.other)]
        self.table.fields.sides = (refs[0], refs[1])
        self.table.show_lines(lines(held, self._mine()), "", with_sent=False)
        told = [f"{ref} – {words}" for ref, words in zip(refs, held.linked, strict=True) if words]
        self.linked.setText("\n".join(told))
        self.linked.setVisible(bool(told))

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.table.setAccessibleName(tr("Fields of both entries"))
        self.table.setAccessibleDescription(tr("Left keeps the value of the first entry, Right that of the second."))
        self.note.setText(
            tr(
                "Everything that links to either entry leads to the merged one, and so do both references, in old workbooks "
                "too. A merge can be undone at any time."
            )
        )
        keys = (
            tr("↑ ↓ field"), tr("← first"), tr("→ second"), tr("F both texts"), tr("A all fields as this one"),
            tr("Enter next pair"), tr("Ctrl+Enter merge"), tr("D not the same"), tr("Ctrl+Z undo"),
        )  # fmt: skip
        self.keys.setText(tr("Keyboard:  {keys}").format(keys=in_line(keys)))
        self._say()
