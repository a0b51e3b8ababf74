"""A view as a small file for another office: written, and taken in with a look at what it asks for.

A view may ask for records, a partner or a country; the file names them, and the office that takes it in finds its own
records by id or by name. What it does not have is left out of the view, and said.
"""

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_app.domain.leading import field_at
from desktop_app.domain.refused import Refused
from desktop_app.domain.text import plain
from desktop_app.domain.types import Link, Several
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.excel.placing import put
from desktop_app.gui.lists.specs import LISTS, Condition
from desktop_app.gui.views.saved import SavedView, read_view

if TYPE_CHECKING:
    from desktop_app.store.base import Store

SUFFIX = ".passerelle-view"
_KIND, _VERSION = "Passerelle view", 1
_BYTES = 200_000
_NAME = 120


class TakenIn(NamedTuple):
    """A view from a file, and the words of the conditions that this office can't ask."""

    view: SavedView
    left_out: tuple[str, ...]


def file_name(view: SavedView) -> str:
    """Return a name for the file of a view that every system takes."""
    bare = re.sub(r"[^\w\-]+", "_", view.name).strip("_") or view.list
    return f"{bare[:60]}{SUFFIX}"


def write(store: "Store", view: SavedView, path: Path) -> None:
    """Write a view with the names of the records that it asks for."""
    names = {}
    for condition in view.conditions:
        if target := _target(view.list, condition.field):
            for value in _values(condition.value):
                if value is not None:
                    names[str(value)] = store.names.label(target, str(value), "en")
    data = {
        "kind": _KIND, "version": _VERSION, "from": store.office, "name": view.name, "list": view.list,
        "contents": view.as_data(), "names": names,
    }  # fmt: skip
    put(json.dumps(data, ensure_ascii=False, indent=1).encode(), path)


def read(store: "Store", path: Path) -> TakenIn:
    """Read a view from a file; raises Refused where it is none."""
    data = _parsed(path)
    spec, name = LISTS.get(str(data.get("list"))), plain(str(data.get("name") or ""))[:_NAME]
    if data.get("kind") != _KIND or spec is None or not name:
        raise _no_view(path)
    if not isinstance(data.get("version"), int) or data["version"] > _VERSION:
        raise Refused(
            Words(
                f"« {path.name} » vient d’une version plus récente de Passerelle : mettez le programme à jour.",
                f"“{path.name}” comes from a newer version of Passerelle: update the program.",
            )
        )
    view = read_view("", name, spec, data.get("contents"))
    names = data.get("names")
    return _settled(store, view, names if isinstance(names, dict) else {})


def _parsed(path: Path) -> dict[str, Any]:
    if path.stat().st_size > _BYTES:
        raise _no_view(path)
    try:
        data = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise _no_view(path) from None
    if not isinstance(data, dict):
        raise _no_view(path)
    return data


def _no_view(path: Path) -> Refused:
    return Refused(
        Words(
            f"« {path.name} » n’est pas une vue de Passerelle : demandez à l’autre bureau de l’envoyer de nouveau.",
            f"“{path.name}” is not a view of Passerelle: ask the other office to send it again.",
        )
    )


def _settled(store: "Store", view: SavedView, names: dict[Any, Any]) -> TakenIn:
    """Find the records that a view asks for in this base."""
    kept: list[Condition] = []
    left_out: list[str] = []
    for condition in view.conditions:
        target = _target(view.list, condition.field)
        if target is None:
            kept.append(condition)
            continue
        found, missing = _found(store, target, _values(condition.value), names)
        left_out += missing
        if found:
            kept.append(condition._replace(value=found[0] if len(found) == 1 else tuple(found)))
    return TakenIn(SavedView("", view.name, view.list, tuple(kept), view.arrangement, view.compact), tuple(left_out))


def _found(
    store: "Store", target: str, values: tuple[Value, ...], names: dict[Any, Any]
) -> tuple[list[Value], list[str]]:
    found: list[Value] = []
    missing: list[str] = []
    for value in values:
        name = names.get(value)
        if value is None or _is_here(store, target, str(value)):
            found.append(value)
        elif isinstance(name, str) and (id_ := store.resolve(target, name)):
            found.append(id_)
        else:
            missing.append(name if isinstance(name, str) else str(value))
    return found, missing


def _is_here(store: "Store", target: str, id_: str) -> bool:
    from desktop_app.domain import ENTITIES

    # Ids are hexadecimal; anything else would be no question to ask of a base.
    return re.fullmatch("[0-9a-f]{32}", id_) is not None and store.get(ENTITIES[target], id_) is not None


def _target(list_: str, name: str) -> str | None:
    type_ = field_at(LISTS[list_].entity, name).type
    type_ = type_.of if isinstance(type_, Several) else type_
    return type_.entity if isinstance(type_, Link) else None


def _values(value: "Value | tuple[Value, ...]") -> "tuple[Value, ...]":
    return value if isinstance(value, tuple) else () if value is None else (value,)
