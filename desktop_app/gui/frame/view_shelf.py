"""The saved views in the left pane: a click shows one, its menu renames, sends and deletes it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.gui import icons
from desktop_app.gui.parts import Worded, label
from desktop_app.gui.theme import look
from desktop_app.gui.words import tr
from desktop_app.gui.workspace import Go, Workspace

if TYPE_CHECKING:
    from desktop_app.gui.views.saved import SavedView

# By turns, so that one finds a view again by its colour as well.
_COLOURS = ("warn", "accent", "ok")
_ROWS_AT_LEAST = 2


class ViewButton(QPushButton):
    """One saved view."""

    menu_asked = Signal(QPoint)
    rename_asked = Signal()
    delete_asked = Signal()

    def __init__(self, view: "SavedView", colour: str) -> None:
        super().__init__()
        self.view, self.colour = view, colour
        self.setObjectName(f"saved_view_{view.id}")
        self.setProperty("kind", "nav")
        self.setCheckable(True)
        self.setIcon(icons.icon("bookmark", colour))
        self.setText(view.name.replace("&", "&&"))
        self.say()

    def say(self) -> None:
        """Say what it is and what its keys do."""
        self.setAccessibleName(tr("Saved view: {name}").format(name=self.view.name))
        self.setAccessibleDescription(tr("F2 renames it, Delete deletes it, the menu key shows more."))
        look.size_icon(self, 28, 18)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rename on F2, delete on Delete, show on Enter."""
        if event.key() == Qt.Key.Key_F2:
            self.rename_asked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu at the mouse, or below for the menu key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_asked.emit(self.mapToGlobal(self.rect().bottomLeft()) if by_key else event.globalPos())


class ViewMenuButton(QPushButton):
    """All saved views behind one icon, where the pane shows icons alone: bookmarks without names would all look the same."""

    def __init__(self, shelf: "ViewShelf") -> None:
        super().__init__()
        self._shelf = shelf
        self.setObjectName("saved_views")
        self.setProperty("kind", "nav")
        self.setProperty("narrow", True)
        self.setCheckable(True)
        self.setIcon(icons.icon("bookmark"))
        self.clicked.connect(self._open)

    def say(self) -> None:
        """Say what is behind it, and which view is in sight."""
        chosen = next((button.view.name for button in self._shelf.buttons if button.isChecked()), "")
        name = tr("Saved views")
        self.setChecked(bool(chosen))
        self.setToolTip(f"{name} · {chosen}" if chosen else name)
        self.setAccessibleName(self.toolTip())
        look.size_icon(self, 18, 18)

    def _open(self) -> None:
        self.say()  # a click has turned it
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for button in self._shelf.buttons:
            entry = menu.addAction(icons.icon("bookmark", button.colour), button.text(), button.click)
            entry.setCheckable(True)
            entry.setChecked(button.isChecked())
        menu.popup(self.mapToGlobal(self.rect().topRight()))


class ViewShelf(Worded, QScrollArea):
    """The saved views of the open base."""

    filled = Signal()

    def __init__(self, workspace: Workspace, group: QButtonGroup) -> None:
        super().__init__()
        self._workspace, self._group = workspace, group
        self.narrow = False
        self.buttons: list[ViewButton] = []
        self.setObjectName("view_shelf")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        self._inside = inside
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self.heading = label("", "heading")
        self.heading.setContentsMargins(9, 10, 0, 4)
        self._column.addWidget(self.heading)
        self.behind = ViewMenuButton(self)
        self._column.addWidget(self.behind)
        self._column.addStretch(1)
        self.setWidget(inside)
        workspace.opened.connect(self.read)
        workspace.closing.connect(lambda: self.fill(()))
        workspace.changed.connect(self._on_changed)
        look.changed.connect(self.retranslate)
        self.retranslate()

    def read(self) -> None:
        """Read the views of the base, in the background."""
        from desktop_app.gui.views.saved import read_views

        self._workspace.read(read_views, self.fill)

    def _on_changed(self, changes: object, _by: object) -> None:
        if "saved_view" in getattr(changes, "entities", ()):
            self.read()

    def fill(self, views: Sequence["SavedView"]) -> None:
        """Show these views."""
        chosen = self.chosen
        for button in self.buttons:
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self.buttons = [ViewButton(view, _COLOURS[place % 3]) for place, view in enumerate(views)]
        for place, button in enumerate(self.buttons):
            self._column.insertWidget(place + 2, button)
            button.toggled.connect(self.behind.say)
            self._group.addButton(button)
            self._listen(button)
        self.select(chosen)
        self.retranslate()
        self.filled.emit()

    def _listen(self, button: ViewButton) -> None:
        view = button.view
        button.clicked.connect(lambda: self._workspace.asked.emit(Go(view.list, view=view.id)))
        button.menu_asked.connect(lambda place: self._menu(button, place))
        button.rename_asked.connect(lambda: self._rename(button))
        button.delete_asked.connect(lambda: self._delete(view))

    @property
    def chosen(self) -> str:
        """The id of the view that is marked."""
        return next((button.view.id for button in self.buttons if button.isChecked()), "")

    def select(self, id_: str) -> bool:
        """Mark a view; whether it is here."""
        for button in self.buttons:
            if button.view.id == id_:
                button.setChecked(True)
                return True
        return False

    def _menu(self, button: ViewButton, place: QPoint) -> None:
        menu, view = QMenu(self), button.view
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(icons.icon("pencil"), tr("Rename…"), lambda: self._rename(button))
        menu.addAction(icons.icon("send"), tr("Send to another office…"), lambda: self._send(view))
        menu.addSeparator()
        menu.addAction(icons.icon("trash-2"), tr("Delete"), lambda: self._delete(view))
        menu.popup(place)

    def _rename(self, button: ViewButton) -> None:
        from desktop_app.gui.views import keeping
        from desktop_app.gui.views.name_popup import NamePopup

        view = button.view
        taken = [other.view.name for other in self.buttons if other.view.list == view.list]
        popup = NamePopup(view.name, taken, self)
        popup.named.connect(lambda name: keeping.rename(self._workspace, view, name))
        popup.open_below(button)

    def _send(self, view: "SavedView") -> None:
        from desktop_app.gui.views import files

        files.send(self.window(), self._workspace, view)

    def _delete(self, view: "SavedView") -> None:
        from desktop_app.gui.views import keeping

        keeping.delete(self._workspace, view)

    # Size and words ----------------------------------------------------------------------------------------------

    def set_narrow(self, *, narrow: bool) -> None:
        """Show one icon for all, or each with its name."""
        self.narrow = narrow
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.heading.setText(tr("Saved views"))
        self.heading.setVisible(not self.narrow)
        self.setVisible(bool(self.buttons))
        for button in self.buttons:
            button.say()
            button.setVisible(not self.narrow)
        self.behind.say()
        self.behind.setVisible(self.narrow)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if self.narrow else policy.ScrollBarAsNeeded)
        self._show_whole_rows()
        self.updateGeometry()

    def set_apart(self, pixels: int) -> None:
        """Put the views closer together or further apart."""
        if pixels != self._column.spacing():
            self._column.setSpacing(pixels)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for room for all views."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Leave the room to the pages where it is short: then the views scroll."""
        return QSize(0, min(self.sizeHint().height(), look.px(34) * _ROWS_AT_LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show whole views only: what is left of the height stays empty."""
        super().resizeEvent(event)
        self._show_whole_rows()

    def _show_whole_rows(self) -> None:
        if not self.buttons:
            return
        if self.narrow:
            self.setViewportMargins(0, 0, 0, 0)
            return
        row = self.buttons[0].sizeHint().height() + self._column.spacing()
        self.heading.setMinimumHeight(row - self._column.spacing())  # one row of the same height: views scroll by rows
        self.verticalScrollBar().setSingleStep(row)
        scrolls = self.height() < self._inside.sizeHint().height()
        left_over = (self.height() + self._column.spacing()) % row if scrolls else 0
        if self.viewportMargins().bottom() != left_over:
            self.setViewportMargins(0, 0, 0, left_over)

    def changeEvent(self, event: QEvent) -> None:
        """Ask for another height when the looks change."""
        super().changeEvent(event)
        self.updateGeometry()
