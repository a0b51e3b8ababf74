"""The list behind a number, of records that no page lists: outputs, accesses, events, funding lines, units."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QWidget

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.leading import field_at
from desktop_app.domain.types import Link, Several
from desktop_app.gui.duplicates.commands import show_side_by_side
from desktop_app.gui.lists.conditions import sentence
from desktop_app.gui.lists.specs import Condition
from desktop_app.gui.parts import Worded, column, label, look_as, open_as, row
from desktop_app.gui.picture import Picture
from desktop_app.gui.record_form.related import Related, RelatedList
from desktop_app.gui.words import figure, lang, said, tr
from desktop_app.gui.workspace import Workspace
from desktop_app.importers.duplicates import TWICE
from desktop_app.store.queries import Filter, Query

_SIZE = (860, 520)


class ListWindow(Worded, QDialog):
    """Shows the records that answer a question; Enter opens one, Escape closes the list."""

    def __init__(self, parent: QWidget, workspace: Workspace, query: Query, notice: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("list_window")
        self.query, self._workspace, self.count = query, workspace, 0
        self._title, self._number, self._asked = label("", "title"), label("", "count"), label("", "muted", wrap=True)
        related = Related(query.entity.name, query.entity.words, query.entity, lambda store, _id: store.ids(query))
        self.list = RelatedList(workspace, related)
        self.list.counted.connect(self._on_counted)
        self.list.opened.connect(self._open)
        self.merge = QPushButton()
        self.merge.setAutoDefault(False)
        self.merge.setVisible(query.entity.name in TWICE)
        self.merge.clicked.connect(self._merge_two)
        self.list.table.chosen.connect(self._on_chosen)
        self.leave, self.open_ = QPushButton(), QPushButton()
        self.leave.clicked.connect(self.close)
        self.open_.clicked.connect(self._open_chosen)
        self.open_.setProperty("kind", "filled")
        for button in (self.leave, self.open_):
            button.setAutoDefault(False)  # Enter opens what is selected in the list
        head = row(self._title, self._number, None, self.merge, margins=(20, 14, 20, 0))
        foot = row(None, self.leave, self.open_, margins=(20, 8, 20, 12))
        body = QFrame()
        body.setLayout(column(*_above(notice), head, self._asked, self.list, foot, spacing=4))
        self.setLayout(column(body))
        if notice:
            look_as(body, "past")
        self._asked.setContentsMargins(20, 0, 20, 0)
        open_as(self, *_SIZE)
        workspace.changed.connect(self._on_changed)
        workspace.closing.connect(self.close)
        self.retranslate()
        self.list.show_of({"id": ""})

    def _on_changed(self, *_news: object) -> None:
        if self._workspace.is_open:
            self.list.show_of({"id": ""})

    def _on_counted(self, count: int) -> None:
        self.count = count
        self._number.setText(figure(count))
        self.setWindowTitle(f"{said(self.query.entity.words)} · {figure(count)}")

    def _on_chosen(self) -> None:
        writable = self._workspace.is_open and not self._workspace.store.readonly
        chosen = len(self.list.chosen_ids())
        self.merge.setEnabled(writable and chosen == 2)
        self.open_.setEnabled(chosen == 1)

    def _merge_two(self) -> None:
        """Show the two selected records side by side, where they are merged or told apart."""
        show_side_by_side(self._workspace, self.query.entity, self.list.chosen_ids())
        self.close()

    def _open_chosen(self) -> None:
        if chosen := self.list.chosen_ids():
            self._open(self.query.entity.name, chosen[0])

    def _open(self, entity: str, id_: str) -> None:
        from desktop_app.gui.record_form.opening import open_form

        open_form(self.parentWidget(), self._workspace, ENTITIES[entity], id_)

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self._title.setText(said(self.query.entity.words))
        self.merge.setText(tr("Merge these two…"))
        self.leave.setText(tr("Close"))
        self.open_.setText(tr("Open…"))
        self._on_chosen()
        self._asked.setText(" · ".join(self._sentence(one) for one in self.query.filters))

    def _sentence(self, one: Filter) -> str:
        """Say a condition; what it links to is named first."""
        names, type_ = self._workspace.store.names, field_at(self.query.entity, one.field).type
        target = type_.of if isinstance(type_, Several) else type_
        if isinstance(target, Link):
            for id_ in one.value if isinstance(one.value, tuple) else (one.value,):
                if id_ is not None:
                    names.record(target.entity, str(id_))
        return sentence(Condition(one.field, one.op, one.value), self.query.entity, names.showing(lang()))


def _above(notice: str) -> list[QWidget]:
    """Return the bar that says of which day the records are, where they are not those of today."""
    if not notice:
        return []
    bar = QFrame()
    look_as(bar, "notice", hue="amber")
    said_ = label(notice, wrap=True)
    bar.setLayout(row(Picture("history", "warn", 18), said_, margins=(14, 8, 12, 8)))
    return [bar]


def show_records(
    parent: QWidget, workspace: Workspace, entity: Entity, filters: Sequence[object], notice: str = ""
) -> ListWindow:
    """Show the records that fulfil some conditions; a notice frames those that are not of today."""
    asked = Query(entity, tuple(one for one in filters if isinstance(one, Filter)))
    window = ListWindow(parent, workspace, asked, notice)
    window.show()
    return window
