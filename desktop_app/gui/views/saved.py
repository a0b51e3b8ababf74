"""A saved view, read from its record in the base and written back to it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop_app.domain.entity import Field
from desktop_app.domain.leading import field_at
from desktop_app.domain.saved_view import SAVED_VIEW
from desktop_app.domain.types import Day, Flag, Several
from desktop_app.domain.values import Record, Value
from desktop_app.gui.lists.arrangement import Arrangement
from desktop_app.gui.lists.conditions import operators
from desktop_app.gui.lists.specs import LISTS, Condition, ListSpec

if TYPE_CHECKING:
    from desktop_app.store.base import Store

_LENGTH = 500  # values of one condition, and letters of a text, at most
# What a condition may ask besides what its form offers.
_OTHERS = {"in": ("is",), "between": ("from", "until", "still", "lasts")}


@dataclass(frozen=True)
class SavedView:
    """What a list shows under a name: its conditions, and how it stands."""

    id: str
    name: str
    list: str  # the entity that is listed
    conditions: tuple[Condition, ...]
    arrangement: Arrangement
    compact: bool
    text: str = ""  # of the quick filter

    def as_data(self) -> dict[str, Any]:
        """Return what it shows as plain data."""
        return contents(self.conditions, self.arrangement, compact=self.compact, text=self.text)


def contents(
    conditions: Sequence[Condition], arrangement: Arrangement, *, compact: bool, text: str = ""
) -> dict[str, Any]:
    """Return what a view shows as plain data."""
    searched = {"text": text} if text else {}
    asked = [[one.field, one.op, list(one.value) if isinstance(one.value, tuple) else one.value] for one in conditions]
    density = "compact" if compact else "comfortable"
    return {"conditions": asked, **searched, "density": density, **arrangement.as_data()}


def as_text(data: Mapping[str, Any]) -> str:
    """Return plain data as the text that the base keeps."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def view_of(record: Record) -> SavedView | None:
    """Return the view that a record keeps; None where the program does not know its list."""
    spec = LISTS.get(str(record.get("list")))
    if spec is None:
        return None
    try:
        data = json.loads(str(record.get("contents") or "{}"))
    except ValueError:
        data = {}
    return read_view(str(record["id"]), str(record.get("name") or record.get("ref") or ""), spec, data)


def read_view(id_: str, name: str, spec: ListSpec, data: object) -> SavedView:
    """Read a view from plain data; what the list does not know is left out."""
    held: Mapping[str, Any] = data if isinstance(data, Mapping) else {}
    asked = held.get("conditions")
    found = [_condition(one, spec) for one in asked[:_LENGTH]] if isinstance(asked, list) else []
    conditions = tuple(one for one in found if one is not None)
    text = held.get("text")
    return SavedView(
        id_, name, spec.entity.name, conditions, Arrangement.read(held, spec), held.get("density") == "compact",
        text[:_LENGTH] if isinstance(text, str) else "",
    )  # fmt: skip


def _condition(data: object, spec: ListSpec) -> Condition | None:
    if (
        not isinstance(data, list)
        or len(data) != 3
        or not isinstance(data[0], str)
        or (field := _field(spec, data[0])) is None
    ):
        return None
    name, op, value = data
    type_ = field.type
    known = operators(type_)
    if op not in {*known, *(other for one in known for other in _OTHERS.get(one, ()))}:
        return None
    if op in ("empty", "filled"):
        return Condition(name, op)
    values = [_value(one) for one in (value if isinstance(value, list) else [value])[:_LENGTH]]
    if not values or (op == "between" and (len(values) != 2 or None in values)):
        return None
    alone = not isinstance(value, list)
    if alone and values[0] is None:
        return None
    if isinstance(type_, Flag) and not all(one is None or isinstance(one, bool) for one in values):
        return None
    if isinstance(type_, Day | Several) and not all(one is None or isinstance(one, str) for one in values):
        return None
    return Condition(name, op, values[0] if alone else tuple(values))


def _field(spec: ListSpec, path: str) -> Field | None:
    try:
        return field_at(spec.entity, path)
    except LookupError:
        return None


def _value(data: object) -> Value:
    return data if isinstance(data, str | int | bool) else None


def read_views(store: "Store") -> list[SavedView]:
    """Return the views of the office whose base this is, in the order in which they were made."""
    from desktop_app.store.queries import Filter, Query

    office = store.resolve("office", store.office)
    mine = (Filter("office", "is", office),) if office else ()
    return [view for record in store.records(Query(SAVED_VIEW, mine)) if (view := view_of(record)) is not None]
