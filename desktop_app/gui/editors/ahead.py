"""The line that proposes while one types, and the list below it: two lines a record, the last one “Create …”."""

from functools import cached_property
from typing import ClassVar

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QCompleter,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.domain.text import fold
from desktop_app.domain.words import Words
from desktop_app.gui import icons, theme
from desktop_app.gui.editors.links import Source, Suggestion
from desktop_app.gui.editors.text import Line
from desktop_app.gui.theme import look
from desktop_app.gui.words import said, tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
SUGGESTION = int(Qt.ItemDataRole.UserRole) + 1
CREATE = "\x00create"
LEAST_WIDTH = 340
_STEERING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
MOST_SEEN = 8  # lines of the list; it scrolls to the others


def to_create(text: str, kind: Words) -> str:
    """Return what offers to create a record that is called so."""
    return tr("Create “{text}” ({kind})").format(text=text, kind=said(kind))


class _Suggestions(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.found: list[Suggestion] = []

    def show(self, found: list[Suggestion]) -> None:
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self.found[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            return f"{one.title}, {one.subtitle}" if one.subtitle else one.title
        return one if role == SUGGESTION else None


class _Painter(QStyledItemDelegate):
    """Two lines: the name, and in grey what tells it from its homonyms."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        one: Suggestion = index.data(SUGGESTION)
        return QSize(look.px(120), look.px(44 if one.subtitle else 30))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: Suggestion = index.data(SUGGESTION)
        now, rect = theme.now(), QRect(option.rect)
        state: QStyle.StateFlag = option.state
        painter.fillRect(rect, QColor(now.selection if state & QStyle.StateFlag.State_Selected else now.surface))
        rect.adjust(look.px(10), 0, -look.px(10), 0)
        painter.setPen(QColor(now.accent if one.value == CREATE else now.text))
        if one.value == CREATE:
            side = look.px(16)
            square = QRect(rect.x(), rect.center().y() - side // 2, side, side)
            icons.paint(painter, "plus", now.accent, square.toRectF())
            rect.adjust(look.px(24), 0, 0, 0)
        half = rect.height() // 2
        first = rect.adjusted(0, look.px(3), 0, -half + look.px(2)) if one.subtitle else rect
        self._write(painter, first, one.title, theme.BODY_PX)
        if one.subtitle:
            painter.setPen(QColor(now.muted))
            self._write(painter, rect.adjusted(0, half - look.px(2), 0, -look.px(3)), one.subtitle, theme.SMALL_PX)

    def _write(self, painter: QPainter, rect: QRect, text: str, pixels: int) -> None:
        painter.setFont(look.font(pixels))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class Ahead(Line):
    """A line that proposes what matches. Enter takes what is highlighted; F4 or Alt+Down opens the list.

    Tab takes it where nothing else can be meant, or where an arrow has chosen it.

    `taken` brings what was chosen, `create_asked` a text that is to be created, `emptied` comes when Backspace is
    pressed in an empty line, `left` when the focus goes elsewhere.
    """

    taken = Signal(object)  # Suggestion
    create_asked = Signal(str)
    emptied = Signal()
    left = Signal()
    _KEEP: ClassVar = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
    _LISTS: ClassVar = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source
        self._steered = False  # whether an arrow has moved in the list
        self.open_below = lambda: self.propose(all_=not self.isModified())
        # Searching at each keystroke costs milliseconds, but a burst of them need not search for each.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.propose)
        self.textEdited.connect(lambda _text: self._soon.start())

    @cached_property
    def completer_(self) -> QCompleter:
        """What opens the list, made with it when something is first proposed: a form has dozens of such lines."""
        made = QCompleter(_Suggestions(self), self)
        made.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        made.setMaxVisibleItems(MOST_SEEN)
        made.setWidget(self)
        list_ = self.list
        list_.setProperty("kind", "suggestions")
        made.setPopup(list_)
        list_.installEventFilter(self)
        list_.setItemDelegate(_Painter(list_))
        list_.setMouseTracking(True)
        list_.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        list_.entered.connect(list_.setCurrentIndex)
        made.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]
        return made

    @cached_property
    def list(self) -> QListView:
        """The list below the line."""
        return QListView()

    @property
    def proposing(self) -> bool:
        """Whether the list is open."""
        return "completer_" in vars(self) and self.list.isVisible()

    def propose(self, *, all_: bool = False) -> None:
        """Open the list with what matches what is typed, or with what comes first."""
        text = "" if all_ else self.text().strip()
        if not text and not all_:
            self.close_list()
            return
        found = self.source.find(text)
        if text and (created := self.source.creates()):
            found = [*found, Suggestion(CREATE, to_create(text, created))]
        model = self.completer_.model()
        if isinstance(model, _Suggestions):
            model.show(found)
        if not found:
            self.close_list()
            return
        self._open_list()

    def _open_list(self) -> None:
        self.list.setAccessibleName(self.accessibleName())
        width = max(self._anchor().width(), look.px(LEAST_WIDTH))
        anchor = QRect(self.mapFromGlobal(self._anchor().mapToGlobal(self._anchor().rect().topLeft())), QSize())
        anchor.setSize(QSize(width, self._anchor().height() + 2))
        self.completer_.complete(anchor)
        self._fit_list()
        self.list.setCurrentIndex(self.completer_.completionModel().index(0, 0))
        self._steered = False

    def _fit_list(self) -> None:
        """Make the list as high as its lines are: Qt takes all of them to be as high as the first."""
        place, room = self.list.geometry(), self.list.screen().availableGeometry()
        count = min(self.completer_.completionModel().rowCount(), MOST_SEEN)
        height = sum(self.list.sizeHintForRow(number) for number in range(count)) + 2 * self.list.frameWidth()
        if place.top() < self._anchor().mapToGlobal(self._anchor().rect().topLeft()).y():  # above the line
            place.setTop(max(room.top(), place.bottom() + 1 - height))
        else:
            place.setHeight(min(height, room.bottom() - place.top()))
        self.list.setGeometry(place)

    def _anchor(self) -> QWidget:
        parent = self.parentWidget()
        return parent if parent is not None and parent.property("kind") == "tokens" else self

    def close_list(self) -> None:
        """Close the list without taking anything."""
        if self.proposing:
            self.list.hide()

    def take_highlighted(self) -> bool:
        """Take what is highlighted in the open list, unless that is “Create …”; returns whether there was something."""
        index = self.list.currentIndex() if self.proposing else QModelIndex()
        if not index.isValid() or index.data(SUGGESTION).value == CREATE:
            return False
        self.close_list()
        self._on_activated(index)
        return True

    def take_certain(self) -> None:
        """Take what is highlighted where an arrow has chosen it, or where nothing else can be meant by what is typed."""
        if not self.proposing:
            return
        if self._steered:
            self.take_highlighted()
            return
        model, wanted = self.completer_.model(), fold(self.text())
        no_answer = (CREATE, self.text().strip())  # nor is the text as it was typed
        found = [one for one in model.found if one.value not in no_answer] if isinstance(model, _Suggestions) else []
        called = [one for one in found if fold(one.title) == wanted] or found
        if len(called) == 1:
            self.close_list()
            self.taken.emit(called[0])

    def finish(self) -> None:
        """Take what is certain, as Tab does, and close the list: the whole is about to be saved."""
        self._flush()
        self.take_certain()
        self.close_list()

    def _on_activated(self, index: QModelIndex) -> None:
        one: Suggestion = index.data(SUGGESTION)
        if one.value == CREATE:
            self.create_asked.emit(self.text().strip())
        else:
            self.taken.emit(one)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Take what is certain on Tab, before the focus moves on."""
        if forward:
            self._flush()
            self.take_certain()
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list, take what is highlighted, or empty; the rest is typing."""
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self.proposing and key in self._LISTS:
            self._flush()
            event.ignore()  # the open list takes it
        elif key == Qt.Key.Key_F4 or (key == Qt.Key.Key_Down and (alt or not self.proposing)):
            self.propose(all_=not self.isModified())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._flush()
            if not self.take_highlighted():
                super().keyPressEvent(event)
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that an arrow chooses in the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _STEERING:
            self._steered = True
        return super().eventFilter(watched, event)

    def _flush(self) -> None:
        """Search now for what has just been typed."""
        if self._soon.isActive():
            self._soon.stop()
            self.propose()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the user has left."""
        super().focusOutEvent(event)
        if event.reason() not in self._KEEP:
            self._soon.stop()
            self.close_list()
            self.left.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select all, so that typing replaces it."""
        super().mouseDoubleClickEvent(event)
        self.selectAll()
