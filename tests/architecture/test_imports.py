"""Which layer may import what: the table that keeps the program in one piece."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.repository import ROOT, files

PACKAGE = ROOT / "desktop_app"
FLOOR = {"paths", "log", "errors"}  # under every layer but the domain
BELOW_SCREENS = {"domain", "store", "excel"}
PROGRAM = {*BELOW_SCREENS, "sync", "importers", "reports"}
ALL = {*PROGRAM, "demo", "gui", "settings", "cli", "app", "tour"}

# What a layer may import of ours, besides itself and the floor.
OURS = {
    "domain": set[str](),
    "paths": set[str](),
    "log": set[str](),
    "errors": {"domain"},
    "store": {"domain"},
    "excel": {"domain"},
    "sync": BELOW_SCREENS,
    "importers": BELOW_SCREENS,
    "reports": BELOW_SCREENS,
    "demo": {*BELOW_SCREENS, "sync"},
    "settings": set[str](),
    "gui": {*PROGRAM, "demo", "settings"},
    "app": ALL,
    "cli": ALL,
    "tour": ALL,
    "__main__": ALL,
}

# Where a library may be imported; nowhere else, and no other library anywhere.
LIBRARIES = {
    **{name: {"store"} for name in ("sqlalchemy", "alembic", "sqlcipher3", "psycopg", "filelock", "keyring")},
    **{name: {"excel"} for name in ("python_calamine", "xlsxwriter", "openpyxl", "msoffcrypto", "olefile")},
    **{name: {"reports"} for name in ("typst", "docx", "docxtpl", "jinja2")},
    "PySide6": {"gui", "settings", "app", "tour"},
    "shiboken6": {"gui"},
    "babel": {"importers"},
    "icalendar": {"reports"},
    "cryptography": {"sync"},
    "dateutil": {"importers"},
    "platformdirs": {"paths"},
    "psutil": {"store", "excel"},
    "pypdfium2": {"gui"},
    "rapidfuzz": {"store", "sync", "importers"},
}


def imports(source: str) -> Iterator[tuple[str, int]]:
    """Every module that a source imports, wherever in it, with the line; names taken from it included."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Import | ast.ImportFrom | ast.Call):
            continue  # nearly all: matched one after the other they would take longest
        match node:
            case ast.Import():
                yield from ((alias.name, node.lineno) for alias in node.names)
            case ast.ImportFrom(level=0, module=str(module)):
                yield from ((f"{module}.{alias.name}", node.lineno) for alias in node.names)
            case ast.ImportFrom():
                yield ("." * node.level, node.lineno)
            case ast.Call(
                func=ast.Name(id=called) | ast.Attribute(attr=called), args=[ast.Constant(value=str(name)), *_]
            ):
                if called in {"__import__", "import_module"}:
                    yield (name, node.lineno)


def refused(layer: str, module: str) -> bool:
    """Whether the table forbids a layer to import a module."""
    package, _, rest = module.partition(".")
    if package == "desktop_app":
        wanted = rest.partition(".")[0]
        return wanted not in {layer, *OURS[layer], *(FLOOR if layer != "domain" else ())}
    if package in sys.stdlib_module_names:
        return package == "sqlite3"  # two SQLite libraries on one file crash
    return layer not in LIBRARIES.get(package, set())


def test_each_layer_imports_only_what_the_table_allows() -> None:
    found = []
    for path in files(PACKAGE):
        if path.suffix == ".py" and path != PACKAGE / "__init__.py":
            layer = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
            assert layer in OURS, f"{layer}: give it its row in the table"
            found += violations(path, layer)
    assert not found, "\n".join(found)


def violations(path: Path, layer: str) -> list[str]:
    """The imports of a file that the table forbids, as lines to print."""
    found = imports(path.read_text(encoding="utf-8"))
    return [f"{path.relative_to(ROOT)}:{line} imports {name}" for name, line in found if refused(layer, name)]


@pytest.mark.parametrize(
    ("layer", "source"),
    [
        ("domain", "import platformdirs"),
        ("domain", "from desktop_app import paths"),
        ("excel", "from desktop_app.store import base"),
        ("excel", "from desktop_app.store.base import Base"),
        ("store", "def later():\n    import sqlite3"),
        ("store", "from sqlite3 import dbapi2"),
        ("sync", "if TYPE_CHECKING:\n    from sqlalchemy import Table"),
        ("reports", "from desktop_app.gui.theme import PALETTE"),
        ("importers", "importlib.import_module('openpyxl')"),
        ("gui", "from sqlalchemy import select"),
        ("gui", "import desktop_app.app"),
        ("settings", "import desktop_app.gui"),
        ("gui", "import requests"),
        ("sync", "from . import plan"),
    ],
)
def test_the_table_catches(layer: str, source: str) -> None:
    assert any(refused(layer, name) for name, _ in imports(source))


def test_no_file_uses_the_sqlite_of_the_standard_library() -> None:
    names = [
        (path, name.partition(".")[0])
        for path in files()
        if path.suffix == ".py" and "sqlite3" in (source := path.read_text(encoding="utf-8"))
        for name, _ in imports(source)
    ]
    assert [path for path, package in names if package == "sqlite3"] == []
