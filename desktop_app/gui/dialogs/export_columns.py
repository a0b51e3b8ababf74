"""What a workbook will hold: kinds of records with their number of rows, and below each the columns that are sent."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.gui import hues, icons
from desktop_app.gui.theme import look
from desktop_app.gui.words import said, tr, with_figure
from desktop_app.store.base import Query, Store
from desktop_app.store.queries import Filter

OFFERED = (
    "instrument", "partner", "mission", "person", "event", "unit", "output", "period", "party", "milestone", "funding", "access",
)  # fmt: skip


class ColumnTree(QTreeWidget):
    """Kinds of records and their columns, ticked where they are sent."""

    chosen = Signal()

    def __init__(self, entities: Sequence[str]) -> None:
        super().__init__()
        self._tops: dict[str, QTreeWidgetItem] = {}
        self._lines: dict[str, dict[str, QTreeWidgetItem]] = {}
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setAccessibleName(tr("What is sent"))
        self.setAccessibleDescription(tr("Space ticks a kind of entry or a column; Right opens its columns."))
        ticked = [*entities, *(name for name in OFFERED if name not in entities)]
        for name in ticked:
            self._add(ENTITIES[name], ticked=name in entities)
        self.itemChanged.connect(self._on_changed)

    def _add(self, entity: Entity, *, ticked: bool) -> None:
        top = QTreeWidgetItem(self, [said(entity.words), ""])
        self._tops[entity.name] = top
        top.setIcon(0, icons.icon(hues.ENTITY_ICONS.get(entity.name, "file-text")))
        top.setFlags(top.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        top.setSizeHint(0, QSize(0, look.px(28)))
        top.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        top.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        top.setExpanded(ticked and self.topLevelItemCount() == 1)
        lines = self._lines[entity.name] = {}
        for field in entity:
            words = said(field.words)
            line = QTreeWidgetItem(top, [tr("{field} (private)").format(field=words) if field.private else words, ""])
            lines[field.name] = line
            line.setSizeHint(0, QSize(0, look.px(24)))
            line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            sent = field.listed and not field.private
            line.setCheckState(0, Qt.CheckState.Checked if sent else Qt.CheckState.Unchecked)

    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        if column == 0:
            if item.parent() is None and _is_ticked(item):
                item.setExpanded(True)
            self.chosen.emit()

    def entities(self) -> list[str]:
        """Return the kinds of records that are sent."""
        return [name for name, top in self._tops.items() if _is_ticked(top)]

    def columns(self) -> dict[str, list[str]]:
        """Return the columns that are sent, by kind of record."""
        lines = {name: self._lines[name] for name in self.entities()}
        return {name: [field for field, line in held.items() if _is_ticked(line)] for name, held in lines.items()}

    def tick(self, columns: Mapping[str, Sequence[str]]) -> None:
        """Tick these columns, and no others, of the kinds of records that are named."""
        for name, wanted in columns.items():
            for field, line in self._lines.get(name, {}).items():
                line.setCheckState(0, Qt.CheckState.Checked if field in wanted else Qt.CheckState.Unchecked)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many rows there would be of each kind."""
        blocked = self.blockSignals(True)
        for name, top in self._tops.items():
            count = counts.get(name)
            top.setText(1, "" if count is None else with_figure(tr("%n row(s)", "", count), count))
        self.blockSignals(blocked)


def _is_ticked(item: QTreeWidgetItem) -> bool:
    return item.checkState(0) == Qt.CheckState.Checked


def counts(store: Store, countries: Sequence[str], only: Query | None) -> dict[str, int]:
    """Count the rows of each kind of record that a workbook would have, where that is told by where they stand."""
    from desktop_app.sync.selection import narrowed

    found: dict[str, int] = {}
    for name in OFFERED:
        entity = ENTITIES[name]
        query = narrowed(Query(entity), only)
        if not countries:
            found[name] = store.count(query)
        elif entity.places:
            numbers: set[int] = set()
            for place in entity.places:
                numbers.update(store.ids(query.where(Filter(place, "in", tuple(countries)))))
            found[name] = len(numbers)
    return found
