"""The buttons on the map: nearer, farther, the zone of the office, the whole world."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from desktop_app.gui import icons
from desktop_app.gui.map.view import MapView
from desktop_app.gui.parts import Worded, column
from desktop_app.gui.theme import look
from desktop_app.gui.words import tr

_MARGIN = 12
_ICONS = ("plus", "minus", "map-pin", "globe")


class Nearer(Worded, QFrame):
    """Stands in the upper right corner of the map."""

    zone = Signal()
    all = Signal()

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self.setProperty("kind", "card")
        self.buttons = [QToolButton() for _icon in _ICONS]
        self.setLayout(column(*self.buttons, spacing=2, margins=(3, 3, 3, 3)))
        for button, work in zip(
            self.buttons, (lambda: view.zoom(1), lambda: view.zoom(-1), self.zone.emit, self.all.emit), strict=True
        ):
            button.clicked.connect(work)
            look.size_icon(button, 18, 18)
        view.installEventFilter(self)
        look.changed.connect(self._restyle)
        self.retranslate()
        self._restyle()

    def retranslate(self) -> None:
        """Say what each button does."""
        names = (tr("Nearer"), tr("Farther"), tr("Zone of the office"), tr("Whole world"))
        keys = ("+", "−", "", "")
        for button, name, key in zip(self.buttons, names, keys, strict=True):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({key})" if key else name)
            button.setAccessibleDescription(tr("Changes the part of the map that is seen."))

    def _restyle(self) -> None:
        for button, name in zip(self.buttons, _ICONS, strict=True):
            button.setIcon(icons.icon(name))
        self.adjustSize()
        self._stand()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the corner when the map changes its size."""
        if watched is self._view and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.adjustSize()
            self._stand()
        return super().eventFilter(watched, event)

    def _stand(self) -> None:
        parent: QWidget = self._view
        self.move(parent.width() - self.width() - look.px(_MARGIN), look.px(_MARGIN))
