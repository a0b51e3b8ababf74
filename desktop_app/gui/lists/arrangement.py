"""How a view shows its records: order, groups, columns and their widths, density. Plain data, kept as JSON.

What is read back may come from an older version or from another office: names that the list does not have are left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from desktop_app.gui.lists.specs import ListSpec

Density = Literal["comfortable", "compact"]
DENSITIES: tuple[Density, Density] = ("comfortable", "compact")
Order = tuple[tuple[str, bool], ...]  # (field, descending)
_WIDTHS = (20, 2_000)
_ORDERS_AT_MOST = 6


@dataclass
class Arrangement:
    """What a view remembers beside its conditions; empty parts mean: as usual."""

    sort: Order = ()
    group: str = ""
    columns: dict[Density, tuple[str, ...]] = field(default_factory=dict)
    widths: dict[Density, dict[str, int]] = field(default_factory=dict)
    frozen: bool = True

    def as_data(self) -> dict[str, Any]:
        """Return it as plain data, without what is as usual."""
        whole = {
            "sort": [list(one) for one in self.sort],
            "group": self.group,
            "columns": {name: list(held) for name, held in self.columns.items() if held},
            "widths": {name: dict(held) for name, held in self.widths.items() if held},
        }
        found: dict[str, Any] = {name: held for name, held in whole.items() if held}
        return found if self.frozen else {**found, "frozen": False}

    @classmethod
    def read(cls, data: object, spec: "ListSpec") -> "Arrangement":
        """Read plain data; what the list does not know is left out."""
        if not isinstance(data, Mapping):
            return cls()
        fields, known = spec.entity.fields, spec.columns
        orders = {column.sort for column in known.values()} - {""}  # every field has a column
        sort = [one for one in _list(data.get("sort")) if isinstance(one, list) and len(one) == 2 and one[0] in orders]
        group = data.get("group")
        return cls(
            sort=tuple((str(name), descending is True) for name, descending in sort[:_ORDERS_AT_MOST]),
            group=group if isinstance(group, str) and group in fields else "",
            columns={
                name: tuple(dict.fromkeys(one for one in held if isinstance(one, str) and one in known))
                for name, held in _by_density(data.get("columns"), list)
            },
            widths={
                name: {one: width for one, width in held.items() if one in known and _is_width(width)}
                for name, held in _by_density(data.get("widths"), dict)
            },
            frozen=data.get("frozen") is not False,
        )


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _by_density(value: object, kind: type) -> list[tuple[Density, Any]]:
    held = value if isinstance(value, Mapping) else {}
    return [(name, held[name]) for name in DENSITIES if isinstance(held.get(name), kind)]


def _is_width(value: object) -> bool:
    return isinstance(value, int) and _WIDTHS[0] <= value <= _WIDTHS[1]
