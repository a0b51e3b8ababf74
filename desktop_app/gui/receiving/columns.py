"""The columns of a sheet that is not ours: their heading, an example, the field that it means, how surely and why."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop_app.domain.entity import Entity
from desktop_app.domain.plan import ColumnRead
from desktop_app.domain.words import Words
from desktop_app.gui.editors.choice import Combo, Entry
from desktop_app.gui.parts import row
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, said, tr

LEFT_OUT = "-"
THEIRS, EXAMPLE, OURS, SURE, SEEN, WHY = range(6)
BESIDE_WORDS = 46  # what a list takes beside its words
# Of the width that a list may ask for: what stands beside it is read first, in two lines where need be.
_OURS_PART = 0.36


_SURE = 0.5  # below that a column is one to look at
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TheirColumn(NamedTuple):
    """A column as it was read, with some of its cells; how many of them wait for a person, and what is said of the first."""

    read: ColumnRead
    example: str
    problems: int = 0
    problem: Words | None = None


class Padded(QStyledItemDelegate):
    """Begins below the heading."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        option.rect = option.rect.adjusted(7, 0, -4, 0)
        super().paint(painter, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(14, 0)


def _compound(entity: Entity, columns: Sequence[TheirColumn]) -> list[str]:
    """Return the fields that are read together, or belong to a linked record, beside those of the entity."""
    from desktop_app.importers.part_columns import offered

    names = dict.fromkeys(column.read.field for column in columns if column.read.field)
    parts = [held.name for held in offered(entity)]
    return [*(name for name in names if name not in entity.fields and name not in parts), *parts]


def words_of(entity: Entity, name: str) -> Words:
    """Return the words of fields that are read together: “Ville + Pays”, “Missionnaire : Prénom”."""
    from desktop_app.importers.columns import field_of

    said_ = [Words("", "")]
    for part in name.split("+"):
        first, _, rest = part.partition(".")
        held, own = field_of(entity, part), entity.fields.get(first)
        if held is not None and own is None:
            said_.append(held.words)
        elif held is not None and own is not None:
            said_.append(Words(f"{own.fr} : {held.fr}", f"{own.en}: {held.en}") if rest else held.words)
    return Words(" + ".join(one.fr for one in said_[1:]), " + ".join(one.en for one in said_[1:]))


class ColumnTable(QTableWidget):
    """One line a column; the field is chosen in the middle."""

    chosen = Signal(str, str)  # the heading, the field or `-`
    gone_through = Signal()  # Enter, where no column is left that one may doubt

    def __init__(self) -> None:
        super().__init__(0, 6)
        self._combos: list[Combo] = []
        self._doubtful: list[int] = []
        self._shown: tuple[str, ...] = ()
        self._names: list[str] = []
        self.setItemDelegate(Padded(self))
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from field to field
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setSectionsClickable(False)
        across.setHighlightSections(False)
        for column in (THEIRS, EXAMPLE, WHY):
            across.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column in (OURS, SURE, SEEN):
            across.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_columns(self, entity: Entity, columns: Sequence[TheirColumn]) -> None:
        """Show the columns; lists that are there already keep the focus."""
        shown = (entity.name, lang(), *(column.read.heading for column in columns), *_compound(entity, columns))
        if shown != self._shown:
            self._shown = shown
            for combo in self._combos:
                combo.take_typed()
            held = next((place for place, combo in enumerate(self._combos) if combo.hasFocus()), None)
            self._build(entity, columns)
            if held is not None and held < len(self._combos):
                self._combos[held].setFocus()
        for place, column in enumerate(columns):
            self._fill(place, column)
        self._fit_combos()
        if not self._doubtful:  # what was said meanwhile may be looked at once more
            self._doubtful = [place for place, column in enumerate(columns) if column.read.confidence < _SURE]
        self._name_heads()

    def go_to_doubtful(self, after: int = -1) -> bool:
        """Give the keyboard to the next column of which the program is not sure; whether there is one."""
        place = next((place for place in self._doubtful if place > after), None)
        if place is not None and place < len(self._combos):
            self._combos[place].setFocus()
        return place is not None

    def begin(self) -> None:
        """Begin with another sheet."""
        self._doubtful = []

    def show_nothing(self) -> None:
        """Show no columns: the sheet is not understood."""
        self._shown = ()
        self._combos = []
        self.setRowCount(0)

    def _build(self, entity: Entity, columns: Sequence[TheirColumn]) -> None:
        self.setRowCount(0)
        self.setRowCount(len(columns))
        entries = [Entry(field.name, field.words, (*field.words, *field.aliases)) for field in entity]
        entries += [Entry(name, words_of(entity, name), ()) for name in _compound(entity, columns)]
        self._names = [str(entry.value) for entry in entries]
        self._combos = []
        for place, column in enumerate(columns):
            combo = Combo()
            combo.fill(entries)
            combo.setItemText(0, tr("Leave out"))
            combo.setAccessibleName(tr("Field for “{heading}”").format(heading=column.read.heading))
            heading = column.read.heading
            combo.activated.connect(lambda number, heading=heading: self._on_chosen(heading, number, entries))
            held = QWidget()
            held.setLayout(row(combo, margins=(4, 3, 4, 3)))
            self.setCellWidget(place, OURS, held)
            combo.installEventFilter(self)
            self._combos.append(combo)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring the line in sight whose list takes the keyboard; Enter goes on to the next that one may doubt."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            place = next((number for number, combo in enumerate(self._combos) if combo is watched), -1)
            if place >= 0 and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                if not self.go_to_doubtful(place):
                    self.gone_through.emit()
                return True
        if event.type() == QEvent.Type.FocusIn:
            place = next((number for number, combo in enumerate(self._combos) if combo is watched), -1)
            if place >= 0:  # else it is just being taken away
                self.scrollTo(self.model().index(place, OURS))
        return super().eventFilter(watched, event)

    def _on_chosen(self, heading: str, number: int, entries: Sequence[Entry]) -> None:
        self.chosen.emit(heading, str(entries[number - 1].value) if number > 0 else LEFT_OUT)

    def _fill(self, place: int, column: TheirColumn) -> None:
        read = column.read
        combo = self._combos[place]
        if not combo.is_typed:  # what was said of another column is read while somebody types here
            combo.setCurrentIndex(self._names.index(read.field) + 1 if read.field in self._names else 0)
        combo.setToolTip(combo.currentText())
        sure = round(read.confidence * 100)
        dots = "●" * round(read.confidence * 4)
        words = (read.heading, column.example, None, f"{dots:○<4}", str(column.problems or ""), said(read.reason))
        for at, text in enumerate(words):
            if text is None:
                continue
            item = QTableWidgetItem(text)
            item.setToolTip(tr("%n % sure", "", sure) if at == SURE else text)
            if at == SEEN and column.problem:
                item.setToolTip(said(column.problem))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, item.toolTip())
            self.setItem(place, at, item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the lists their part of the room."""
        super().resizeEvent(event)
        self._fit_combos()

    def _fit_combos(self) -> None:
        most = round(self.width() * _OURS_PART)
        for combo in self._combos:
            words = combo.fontMetrics().horizontalAdvance(combo.currentText()) + look.px(BESIDE_WORDS)
            combo.setMinimumWidth(min(words, most))

    def _name_heads(self) -> None:
        self.setHorizontalHeaderLabels(
            [tr("Their column"), tr("Example"), tr("Ours"), tr("Confidence"), tr("To check"), tr("Why")]
        )
        for column in range(6):
            if head := self.horizontalHeaderItem(column):
                head.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(look.px(42))
        self.horizontalHeader().setFixedHeight(look.px(32))
