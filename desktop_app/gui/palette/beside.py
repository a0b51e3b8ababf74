"""A record in a pane over the page that is shown, for a look at it without leaving the page."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from desktop_app.domain import ENTITIES
from desktop_app.gui.detail.host import WIDTH
from desktop_app.gui.detail.pane import DetailPane
from desktop_app.gui.theme import look
from desktop_app.gui.workspace import Workspace


class Beside(QObject):
    """Holds the pane, made for the kind of record that is looked at."""

    def __init__(self, workspace: Workspace, over: QWidget) -> None:
        super().__init__(over)
        self._workspace, self._over = workspace, over
        self.pane: DetailPane | None = None
        over.installEventFilter(self)
        workspace.closing.connect(self.put_away)
        look.changed.connect(self._place)

    def show(self, entity: str, id_: str) -> None:
        """Show a record."""
        if self.pane is None or self.pane.entity.name != entity:
            self.put_away()
            self.pane = DetailPane(self._workspace, ENTITIES[entity], self._over)
            self.pane.setObjectName("beside")
            self.pane.close_asked.connect(self.put_away)
            self.pane.edit_asked.connect(lambda id_: self._open(entity, id_))
        self.pane.show_record(id_)
        self._place()
        self.pane.show()
        self.pane.raise_()

    def put_away(self, *_news: object) -> None:
        """Take the pane away."""
        if self.pane is not None:
            self.pane.hide()
            self.pane.deleteLater()
            self.pane = None

    def _open(self, entity: str, id_: str) -> None:
        from desktop_app.gui.record_form.opening import open_form

        self.put_away()
        open_form(self._over.window(), self._workspace, ENTITIES[entity], id_)

    def _place(self) -> None:
        if self.pane is not None:
            width = min(look.px(WIDTH), self._over.width() - 120)
            self.pane.setGeometry(self._over.width() - width, 0, width, self._over.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the pane at the right edge."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        return False
