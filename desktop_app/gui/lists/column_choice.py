"""How the view in sight shows its list: columns, widths, order, groups, density.

The built-in views remember it on this machine, each its own, but for the density, which is the list's; a saved view brings
its own with it.
"""

import json
from collections.abc import Callable, Sequence

from desktop_app.domain.leading import field_at
from desktop_app.gui.lists.arrangement import Arrangement, Density, Order
from desktop_app.gui.lists.columns import Column
from desktop_app.gui.lists.specs import ListSpec
from desktop_app.gui.table.model import Heading
from desktop_app.gui.words import said, tr
from desktop_app.settings import Settings


def _nothing() -> None:
    """Tell nobody."""


_PLACES = "¹²³⁴⁵⁶"


class ColumnChoice:
    """The columns of one list, and how its rows are put in order."""

    def __init__(self, spec: ListSpec, settings: Settings) -> None:
        self._spec, self._settings = spec, settings
        self.compact = settings.text(f"lists/{spec.entity.name}/density") == "compact"
        self._view = ""
        self.changed: Callable[[], None] = _nothing
        self.arrangement = Arrangement()
        self.show_view(spec.views[0].name)

    # The view ----------------------------------------------------------------------------------------------------

    def show_view(self, name: str) -> None:
        """Show a built-in view as it was left."""
        self._view = name
        try:
            kept = json.loads(self._settings.text(self.place) or "{}")
        except ValueError:
            kept = {}
        self.arrangement = Arrangement.read(kept, self._spec)

    def show_saved(self, arrangement: Arrangement, *, compact: bool) -> None:
        """Show a saved view; what is changed in it is kept when the view is saved again."""
        self._view, self.arrangement, self.compact = "", arrangement, compact

    @property
    def place(self) -> str:
        """Where a built-in view of this list keeps what it remembers."""
        return f"lists/{self._spec.entity.name}/views/{self._view}"

    def keep(self) -> None:
        """Keep what was changed, for a built-in view; tell who wants to know."""
        self.changed()
        if self._view:
            self._settings.keep(self.place, json.dumps(self.arrangement.as_data(), separators=(",", ":")))

    def set_compact(self, *, compact: bool) -> None:
        """Change the density."""
        self.compact = compact
        self.changed()
        if self._view:
            self._settings.keep(f"lists/{self._spec.entity.name}/density", "compact" if compact else "comfortable")

    @property
    def density(self) -> Density:
        """The density by its name."""
        return "compact" if self.compact else "comfortable"

    # Columns -----------------------------------------------------------------------------------------------------

    @property
    def usual(self) -> tuple[str, ...]:
        """The columns that the list shows of itself."""
        return self._spec.compact if self.compact else self._spec.comfortable

    @property
    def names(self) -> list[str]:
        """The names of the columns that are shown, in order."""
        return list(self.arrangement.columns.get(self.density) or self.usual)

    def shown(self) -> list[Column]:
        """Return the columns that are shown, in order."""
        return [self._spec.columns[name] for name in self.names]

    def headings(self) -> list[Heading]:
        """Return the headings of the columns that are shown; where several sort the list, each with its place."""
        order = [name for name, _descending in self.order]
        places = (
            {name: _PLACES[place] for place, name in enumerate(order[:6])} if len(self.arrangement.sort) > 1 else {}
        )
        found = []
        for column in self.shown():
            place = places.get(column.sort, "")
            words = f"{said(column.words)}\u202f{place}" if place else said(column.words)
            found.append(Heading(words, bool(column.sort), column.right, self._sorts_by(column)))
        return found

    def _sorts_by(self, column: Column) -> str:
        """Say by what a column sorts, where its heading says something else."""
        if not column.sort or (by := field_at(self._spec.entity, column.sort).words) == column.words:
            return ""
        return tr("Sorts by: {field}").format(field=said(by))

    def show_columns(self, names: Sequence[str]) -> None:
        """Show these columns in this order; there is always one."""
        if names:
            self.arrangement.columns[self.density] = () if tuple(names) == self.usual else tuple(names)
            self.keep()

    def reset(self) -> None:
        """Show the usual columns with their usual widths again."""
        self.arrangement.columns.pop(self.density, None)
        self.arrangement.widths.pop(self.density, None)
        self.keep()

    def widths(self) -> dict[int, int]:
        """Return the widths that the user has given to columns, by their place."""
        kept = self.arrangement.widths.get(self.density, {})
        return {place: kept[name] for place, name in enumerate(self.names) if name in kept}

    def keep_width(self, place: int, width: int) -> None:
        """Keep the width that the user has given to a column."""
        if 0 <= place < len(self.names):
            self.arrangement.widths.setdefault(self.density, {})[self.names[place]] = width
            self.keep()

    # Order and groups --------------------------------------------------------------------------------------------

    @property
    def order(self) -> Order:
        """The order of the rows: as chosen, equals in the usual order of the list."""
        chosen = self.arrangement.sort
        return (*chosen, *(usual for usual in self._spec.sort if usual[0] not in {name for name, _ in chosen}))

    def sort_by(self, name: str, *, descending: bool, more: bool = False) -> None:
        """Put the rows in the order of a field; with `more`, equals of the present order only."""
        # The order in which the list stands of itself is one to add to as well.
        held = list(self.arrangement.sort or self._spec.sort[:1]) if more else []
        places = [place for place, (one, _) in enumerate(held) if one == name]
        if places:
            held[places[0]] = (name, descending)
        else:
            held.append((name, descending))
        self.arrangement.sort = tuple(held)
        self.keep()

    @property
    def group(self) -> str:
        """The field by which the rows are gathered; nothing where they are not."""
        return self.arrangement.group

    def descending(self, name: str) -> bool | None:
        """Tell which way a field sorts the rows; None where it does not."""
        return dict(self.order[: max(1, len(self.arrangement.sort))]).get(name)

    def group_by(self, name: str) -> None:
        """Gather the rows by a field; by none where it is empty."""
        self.arrangement.group = name
        self.keep()

    def freeze(self, *, frozen: bool) -> None:
        """Keep the first column in sight while the others move, or not."""
        self.arrangement.frozen = frozen
        self.keep()
