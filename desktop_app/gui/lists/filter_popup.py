"""The small form behind "Add filter": field, operator, value."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QFrame, QLineEdit, QPushButton, QStackedWidget, QWidget

from desktop_app.domain.choices import choices
from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.types import Choice, Flag, Link, Several
from desktop_app.domain.values import Reading, Unreadable, Value
from desktop_app.gui.editors.link_options import Options
from desktop_app.gui.lists.conditions import OPERATORS, kind_of, operators
from desktop_app.gui.lists.specs import Condition
from desktop_app.gui.parts import column, label, look_as, row
from desktop_app.gui.words import lang, said, tr


class FilterPopup(QFrame):
    """Asks for one condition below a button; `chosen` when it is whole."""

    chosen = Signal(object)  # Condition

    def __init__(self, entity: Entity, links: dict[str, Options], condition: Condition | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._entity, self._links = entity, links
        look_as(self, "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field, self.operator = QComboBox(), QComboBox()
        self.option, self.typed = QComboBox(), QLineEdit()
        self._value = QStackedWidget()
        self._value.addWidget(self.typed)
        self._value.addWidget(self.option)
        self._problem = label("", "error", wrap=True)
        self._problem.hide()
        self.apply = QPushButton(tr("Filter"))
        self.apply.setProperty("kind", "filled")
        self._fill_fields()
        self._connect()
        self._lay_out()
        self._start_with(condition)

    def _fill_fields(self) -> None:
        fields = [field for field in self._entity if self._can_be_asked(field)]
        for field in sorted(fields, key=lambda field: (not field.listed, said(field.words).lower())):
            self.field.addItem(said(field.words), field.name)

    def _can_be_asked(self, field: Field) -> bool:
        target = _link_of(field)
        return target is None or target in self._links

    def _connect(self) -> None:
        self.field.currentIndexChanged.connect(self._on_field)
        self.operator.currentIndexChanged.connect(self._on_operator)
        self.apply.clicked.connect(self._finish)
        self.typed.returnPressed.connect(self._finish)
        for widget, name in ((self.field, tr("Field")), (self.operator, tr("Condition"))):
            widget.setAccessibleName(name)
        self.option.setEditable(True)
        self.option.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        if (completer := self.option.completer()) is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)

    def _lay_out(self) -> None:
        self.setLayout(
            column(
                self.field, self.operator, self._value, self._problem, row(None, self.apply), margins=(12, 12, 12, 12)
            )
        )
        self.setMinimumWidth(300)

    def _start_with(self, condition: Condition | None) -> None:
        if condition is not None:
            self.field.setCurrentIndex(self.field.findData(condition.field))
        self._on_field()
        if condition is not None:
            self.operator.setCurrentIndex(self.operator.findData(condition.op))
            value = condition.value[0] if isinstance(condition.value, tuple) else condition.value
            self.typed.setText("" if value is None else str(value))
            self.option.setCurrentIndex(max(0, self.option.findData(value)))

    @property
    def _asked(self) -> Field:
        return self._entity.fields[self.field.currentData()]

    def _on_field(self) -> None:
        field = self._asked
        self.operator.clear()
        for op in operators(field.type):
            self.operator.addItem(tr(OPERATORS[op]), op)
        self.option.clear()
        for value, words in self._options(field):
            self.option.addItem(words, value)
        self._on_operator()

    def _options(self, field: Field) -> Options:
        type_ = field.type.of if isinstance(field.type, Several) else field.type
        if isinstance(type_, Choice):
            return [(option.code, said(option.words)) for option in choices(type_.list).values()]
        if isinstance(type_, Flag):
            return [("1", tr("yes")), ("0", tr("no"))]
        return self._links.get(_link_of(field) or "", ())

    def _on_operator(self) -> None:
        self._value.setVisible(self.operator.currentData() not in ("empty", "filled"))
        chosen = kind_of(self._asked.type) in ("one", "several", "flag")
        self._value.setCurrentWidget(self.option if chosen else self.typed)
        self.typed.setPlaceholderText(tr("2024, 05/2024 or 24/05/2024") if kind_of(self._asked.type) == "date" else "")
        self._problem.hide()
        self.adjustSize()

    def _finish(self) -> None:
        op = self.operator.currentData()
        try:
            value = None if op in ("empty", "filled") else self._read()
        except Unreadable as problem:
            self._complain(said(problem.words))
            return
        if value is None and op not in ("empty", "filled"):
            self._complain(tr("Say what to look for."))
            return
        self.chosen.emit(Condition(self._asked.name, op, value))
        self.close()

    def _read(self) -> Value:
        field = self._asked
        if self._value.currentWidget() is self.option:
            found = self.option.findText(self.option.currentText(), Qt.MatchFlag.MatchFixedString)
            value = self.option.itemData(found) if found >= 0 else None
            return value == "1" if isinstance(field.type, Flag) and value is not None else value
        type_ = field.type.of if isinstance(field.type, Several) else field.type
        return type_.read(self.typed.text(), Reading(lang()))

    def _complain(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.show()
        self.adjustSize()

    def open_below(self, widget: QWidget) -> None:
        """Open below a widget, inside the screen."""
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(0, widget.height() + 4))
        room = widget.screen().availableGeometry()
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        self.move(place)
        self.show()
        self.field.setFocus()


def _link_of(field: Field) -> str | None:
    type_ = field.type.of if isinstance(field.type, Several) else field.type
    return type_.entity if isinstance(type_, Link) else None
