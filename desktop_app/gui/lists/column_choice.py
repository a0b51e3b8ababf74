"""Which columns a list shows in which density, how wide and in which order; kept on this machine, per list and density."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QMenu, QWidget, QWidgetAction

from desktop_app.gui.lists.columns import Column
from desktop_app.gui.lists.specs import ListSpec
from desktop_app.gui.table.model import Heading
from desktop_app.gui.words import said, tr
from desktop_app.settings import Settings


class ColumnChoice:
    """The columns of one list."""

    def __init__(self, spec: ListSpec, settings: Settings) -> None:
        self._spec, self._settings = spec, settings
        self.compact = settings.text(f"lists/{spec.entity.name}/density") == "compact"

    def set_compact(self, *, compact: bool) -> None:
        """Change the density."""
        self.compact = compact
        self._settings.keep(f"lists/{self._spec.entity.name}/density", "compact" if compact else "comfortable")

    @property
    def key(self) -> str:
        """The settings' key for the present density."""
        return f"lists/{self._spec.entity.name}/{'compact' if self.compact else 'comfortable'}"

    @property
    def _usual(self) -> tuple[str, ...]:
        return self._spec.compact if self.compact else self._spec.comfortable

    def shown(self) -> list[Column]:
        """Return the columns that are shown, in order."""
        kept = [name for name in self._settings.text(f"{self.key}/columns").split(",") if name in self._spec.columns]
        return [self._spec.columns[name] for name in kept or self._usual]

    def headings(self) -> list[Heading]:
        """Return the headings of the columns that are shown."""
        return [Heading(said(column.words), bool(column.sort), column.right) for column in self.shown()]

    def toggle(self, name: str) -> None:
        """Show a column that was hidden, or hide one; the last one stays."""
        names = [column.name for column in self.shown()]
        if name in names and len(names) > 1:
            names.remove(name)
        elif name not in names:
            names.append(name)
        self._settings.keep(f"{self.key}/columns", ",".join(names))
        self.forget_widths()

    def reset(self) -> None:
        """Show the usual columns again."""
        self._settings.keep(f"{self.key}/columns", "")
        self.forget_widths()

    def forget_widths(self) -> None:
        """Go back to the usual widths."""
        self._settings.keep(f"{self.key}/widths", "")

    def widths(self) -> list[int]:
        """Return the widths that the user has given to the columns; empty where there are none."""
        kept = [int(part) for part in self._settings.text(f"{self.key}/widths").split(",") if part.isdigit()]
        return kept if len(kept) == len(self.shown()) else []

    def keep_widths(self, widths: list[int]) -> None:
        """Keep the widths that the user has given."""
        self._settings.keep(f"{self.key}/widths", ",".join(str(width) for width in widths))

    def menu(self, parent: QWidget, changed: Callable[[], None]) -> QMenu:
        """Return the menu of all columns; it stays open while one ticks."""
        menu = QMenu(parent)
        shown = {column.name for column in self.shown()}
        usual = [self._spec.columns[name] for name in self._usual]
        others = [column for name, column in self._spec.columns.items() if name not in self._usual]
        others.sort(key=lambda column: said(column.words).lower())
        for column in (*usual, *others):
            box = QCheckBox(said(column.words))
            box.setChecked(column.name in shown)
            box.setContentsMargins(8, 2, 16, 2)
            box.toggled.connect(lambda _on=False, name=column.name: self._toggled(name, changed))
            action = QWidgetAction(menu)
            action.setDefaultWidget(box)
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(tr("Usual columns"), lambda: self._reset(changed))
        return menu

    def _toggled(self, name: str, changed: Callable[[], None]) -> None:
        self.toggle(name)
        changed()

    def _reset(self, changed: Callable[[], None]) -> None:
        self.reset()
        changed()
