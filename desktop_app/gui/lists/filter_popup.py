"""The small form behind "Add filter" and "Filter by this column": a field, and its values with their counts, or a range."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QStackedWidget, QWidget

from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.text import fold
from desktop_app.domain.types import Several
from desktop_app.domain.values import Reading, Unreadable, Value
from desktop_app.gui.lists.conditions import OPERATORS, kind_of, operators
from desktop_app.gui.lists.popup import Popup
from desktop_app.gui.lists.specs import Condition
from desktop_app.gui.lists.value_list import ValueList
from desktop_app.gui.lists.value_source import Offer, ValueSource
from desktop_app.gui.parts import column, label, row
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, said, tr

_BY_VALUE = ("in", "is_not")


NO_LIMIT = 16_777_215  # QWIDGETSIZE_MAX


class FilterPopup(Popup):
    """Asks for one condition; `chosen` when it is whole."""

    chosen = Signal(object)  # Condition

    def __init__(
        self, entity: Entity, source: ValueSource, condition: Condition | None, parent: QWidget, field: str = ""
    ) -> None:
        super().__init__(parent)
        self._entity, self._source = entity, source
        self._counted = ""  # the field whose values are shown
        self.field, self.operator = QComboBox(), QComboBox()
        self.values, self.typed = ValueList(), QLineEdit()
        self.first, self.last = QLineEdit(), QLineEdit()
        self._range = QWidget()
        self._range.setLayout(
            column(label(tr("From", "a date")), self.first, label(tr("Until", "a date")), self.last, None, spacing=4)
        )
        self._value = QStackedWidget()
        for part in (self.typed, self.values, self._range):
            self._value.addWidget(part)
        self._problem = label("", "error", wrap=True)
        self._problem.hide()
        self.apply = QPushButton(tr("Filter"))
        self.apply.setProperty("kind", "filled")
        fields = sorted(entity, key=lambda one: (not one.listed, fold(said(one.words))))
        for one in fields:
            self.field.addItem(said(one.words), one.name)
        parts = (self.field, self.operator, self._value, self._problem, row(None, self.apply))
        self.setLayout(column(*parts, margins=(12, 12, 12, 12)))
        self.setMinimumWidth(look.px(320))
        self._name_parts()
        self._connect()
        self._start_with(condition, field)

    def _name_parts(self) -> None:
        for widget, name in (
            (self.field, tr("Field")), (self.operator, tr("Condition")), (self.typed, tr("Value")),
            (self.first, tr("From", "a date")), (self.last, tr("Until", "a date")),
        ):  # fmt: skip
            widget.setAccessibleName(name)

    def _connect(self) -> None:
        self.field.currentIndexChanged.connect(self._on_field)
        self.operator.currentIndexChanged.connect(self._on_operator)
        self.apply.clicked.connect(self._finish)
        self.values.accepted.connect(self._finish)
        self.values.sought.connect(lambda text: self._source.find(self._asked.name, text, self.values.offer_found))
        for line in (self.typed, self.first, self.last):
            line.returnPressed.connect(self._finish)

    def first_focus(self) -> QWidget:
        """Begin with the value where the field is known."""
        if self._value.isHidden() or not self._given:
            return self.field
        shown = self._value.currentWidget()
        return self.values.search if shown is self.values else self.first if shown is self._range else self.typed

    def _start_with(self, condition: Condition | None, field: str) -> None:
        self._given = bool(condition or field)
        name = condition.field if condition is not None else field
        self.field.setCurrentIndex(max(0, self.field.findData(name)))
        held = (
            () if condition is None else condition.value if isinstance(condition.value, tuple) else (condition.value,)
        )
        if condition is not None and condition.op in ("is", "in", "is_not"):
            self.values.tick(held)
        self._on_field()
        if condition is None:
            return
        spans = dict.fromkeys(("from", "until", "still", "lasts"), "between")
        op = {"is": "in", **spans}.get(condition.op, condition.op)
        if op == "in" and kind_of(self._asked.type) in ("date", "number"):
            op = "is"
        self.operator.setCurrentIndex(max(0, self.operator.findData(op)))
        first, last = (held[0], held[-1]) if held else (None, None)
        showing = self._source.showing()
        self.typed.setText(self._asked.type.show(first, showing))
        self.first.setText("" if condition.op == "until" else self._asked.type.show(first, showing))
        self.last.setText("" if condition.op in ("from", "still", "lasts") else self._asked.type.show(last, showing))

    @property
    def _asked(self) -> Field:
        return self._entity.fields[self.field.currentData()]

    def _on_field(self) -> None:
        self.operator.clear()
        for op in operators(self._asked.type):
            self.operator.addItem(tr(OPERATORS[op]), op)
        self._on_operator()

    def _on_operator(self) -> None:
        op, kind = self.operator.currentData(), kind_of(self._asked.type)
        self._value.setVisible(op not in ("empty", "filled"))
        by_value = op in _BY_VALUE
        shown = self.values if by_value else self._range if op == "between" else self.typed
        self._value.setCurrentWidget(shown)
        # As high as what is asked, not as the longest list of values.
        self._value.setMaximumHeight(NO_LIMIT if by_value else shown.sizeHint().height())
        if by_value and self._counted != self._asked.name:
            self._counted = name = self._asked.name
            self._source.values(name, lambda offer: self._offer(name, offer))
        example = tr("2024, 05/2024 or 24/05/2024") if kind == "date" else ""
        for line in (self.typed, self.first, self.last):
            line.setPlaceholderText(example)
        self._problem.hide()
        self.adjustSize()

    def _offer(self, name: str, offer: Offer) -> None:
        if name == self._counted and self.isVisible():
            self.values.offer(offer)

    def _finish(self) -> None:
        try:
            condition = self._condition(self.operator.currentData())
        except Unreadable as problem:
            self._complain(said(problem.words))
            return
        if condition is None:
            self._complain(tr("Choose a value."))
            return
        self.chosen.emit(condition)
        self.close()

    def _condition(self, op: str) -> Condition | None:
        name = self._asked.name
        if op in ("empty", "filled"):
            return Condition(name, op)
        if op in _BY_VALUE:
            return _by_value(name, op, self.values.chosen())
        if op == "between":
            return _ranged(name, self._read(self.first), self._read(self.last))
        value = self._read(self.typed)
        return None if value is None else Condition(name, op, value)

    def _read(self, line: QLineEdit) -> Value:
        type_ = self._asked.type.of if isinstance(self._asked.type, Several) else self._asked.type
        return type_.read(line.text(), Reading(lang()))

    def _complain(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.show()
        self.adjustSize()


def _by_value(name: str, op: str, chosen: list[Value]) -> Condition | None:
    if not chosen:
        return None
    if chosen == [None]:
        return Condition(name, "empty" if op == "in" else "filled")
    if len(chosen) == 1:
        return Condition(name, "is" if op == "in" else op, chosen[0])
    return Condition(name, op, tuple(chosen))


def _ranged(name: str, first: Value, last: Value) -> Condition | None:
    if first is None or last is None:
        end = last if first is None else first
        return None if end is None else Condition(name, "until" if first is None else "from", end)
    return Condition(name, "between", (str(first), str(last)))
