"""The sheet that a form's fields stand on: two columns of labels and editors, put together by hand for each entity."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from desktop_app.domain.entity import Entity
from desktop_app.domain.words import Words
from desktop_app.gui.editors.links import Links
from desktop_app.gui.editors.of_type import Editor, editor_for
from desktop_app.gui.parts import Worded, label
from desktop_app.gui.record_form.cell import LABEL_WIDTH, Cell
from desktop_app.gui.theme import look
from desktop_app.gui.words import said

COLUMNS = 4


class Sheet(Worded, QWidget):
    """Fields of one record in a grid; `cells` holds them by name."""

    changed = Signal(str)  # field
    settled = Signal(str)

    def __init__(self, entity: Entity, links: Links) -> None:
        super().__init__()
        self.entity, self.links = entity, links
        self.setProperty("kind", "scrolled")
        self.cells: dict[str, Cell] = {}
        self._said: list[tuple[QLabel, Words]] = []
        self._line = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(20, 12, 20, 16)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        for column in (1, 3):
            self._grid.setColumnStretch(column, 1)
        for column in (0, 2):
            self._grid.setColumnMinimumWidth(column, look.px(LABEL_WIDTH - 28))

    def section(self, words: Words) -> None:
        """Begin a section with its heading."""
        heading = label("", "heading")
        heading.setContentsMargins(0, look.px(10) if self._line else 0, 0, 0)
        self._said.append((heading, words))
        self._grid.addWidget(heading, self._line, 0, 1, COLUMNS)
        self._line += 1

    def row(self, *names: str, editors: dict[str, Editor] | None = None) -> None:
        """Put one or two fields side by side; a page gives an editor of its own where it needs one."""
        for place, name in enumerate(names):
            cell = self._cell(name, (editors or {}).get(name))
            self._grid.addWidget(cell.label, self._line, place * 2, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(cell, self._line, place * 2 + 1, Qt.AlignmentFlag.AlignTop)
        self._line += 1

    def wide(self, name: str) -> None:
        """Put a field over the whole width."""
        cell = self._cell(name, None)
        self._grid.addWidget(cell.label, self._line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(cell, self._line, 1, 1, COLUMNS - 1)
        self._line += 1

    def beside(self, words: Words, widget: QWidget) -> QLabel:
        """Put any widget over the whole width, with a label beside it."""
        named = label("", "muted", wrap=True)
        named.setContentsMargins(0, look.px(6), 0, 0)
        named.setMaximumWidth(look.px(LABEL_WIDTH))
        self._said.append((named, words))
        self._grid.addWidget(named, self._line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(widget, self._line, 1, 1, COLUMNS - 1)
        self._line += 1
        return named

    def whole(self, widget: QWidget) -> None:
        """Put any widget over the whole width."""
        self._grid.addWidget(widget, self._line, 0, 1, COLUMNS)
        self._line += 1

    def rest(self) -> None:
        """Put every field that is not on the sheet yet, section by section, as the entity lists them."""
        for section in self.entity.sections:
            waiting = [field for field in section.fields if field.name not in self.cells]
            if not waiting:
                continue
            self.section(section.words)
            half: list[str] = []
            for field in waiting:
                if getattr(field.type, "lines", False):
                    self._flush(half)
                    self.wide(field.name)
                    continue
                half.append(field.name)
                if len(half) == 2:
                    self._flush(half)
            self._flush(half)

    def _flush(self, half: list[str]) -> None:
        if half:
            self.row(*half)
            half.clear()

    def end(self) -> None:
        """Keep the rows together at the top."""
        self._grid.setRowStretch(self._line, 1)
        self.retranslate()

    def _cell(self, name: str, editor: Editor | None) -> Cell:
        field = self.entity.fields[name]
        cell = Cell(field, editor or editor_for(field.type, self.links))
        cell.setObjectName(f"cell_{name}")
        cell.changed.connect(lambda: self.changed.emit(name))
        cell.settled.connect(lambda: self.settled.emit(name))
        self.cells[name] = cell
        return cell

    def retranslate(self) -> None:
        """Say the headings in the language of the screen."""
        for shown, words in self._said:
            shown.setText(said(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move on with Enter, which never saves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class SheetArea(QScrollArea):
    """Scrolls a sheet up and down, and follows the focus."""

    def __init__(self, sheet: QWidget) -> None:
        super().__init__()
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._measure)
        self._held: QWidget | None = None
        self._resized = QTimer(self, singleShot=True, interval=0)  # only then the bar knows how far it goes
        self._resized.timeout.connect(self._show_held)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(sheet)

    def hold_focus(self) -> None:
        """Bring what has the keyboard into sight, and keep it there while the sheet is still being laid out."""
        self._held = self.window().focusWidget()
        self._show_held()

    def _show_held(self) -> None:
        held = self._held
        if held is not None and self.window().focusWidget() is held and self.isAncestorOf(held):
            self.ensureWidgetVisible(held, 0, look.px(60))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure once more after the sheet was laid out: Qt asks for its height before its tables know theirs."""
        if watched is self.widget() and event.type() == QEvent.Type.Resize:
            self._resized.start()
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._again.start()
        return super().eventFilter(watched, event)

    def _measure(self) -> None:
        sheet = self.widget()
        if sheet is not None and sheet.height() != max(sheet.heightForWidth(sheet.width()), self.viewport().height()):
            QApplication.postEvent(sheet, QEvent(QEvent.Type.LayoutRequest))
