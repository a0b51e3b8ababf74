"""Every write goes through one door: nothing above the store speaks to the database, and the store writes in few places."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import desktop_app
from desktop_app.store.asking import Asking
from desktop_app.store.base import Store
from desktop_app.store.edit import Edit

PACKAGE = Path(desktop_app.__file__).parent
STORE = PACKAGE / "store"
SPEAKS_SQL = {"execute", "executemany", "executescript", "exec_driver_sql", "scalars", "scalar_one", "raw_connection"}
WRITES = {"insert", "update", "delete"}
# The modules of the store that may change tables, and what for.
WRITERS = {
    "edit.py",  # an edit: the journal and what is derived from it
    "births.py", "bulk.py",  # the first values of records
    "journal.py",  # changes and heads
    "refold.py",  # what records show, worked out again
    "as_of.py",  # a copy as it was on a day
    "union.py", "peers.py", "uniting.py",  # what comes from other installations
    "ledger.py", "returns.py", "settings.py",  # what belongs to this installation
}  # fmt: skip


def parsed(folder: Path, names: Iterable[str] = ("",)) -> Iterator[tuple[Path, ast.Module]]:
    """The modules of a folder that say one of the names."""
    for path in sorted(folder.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if any(name in source for name in names):
            yield path, ast.parse(source)


def called(tree: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
            yield node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id, node


def test_no_module_outside_the_store_speaks_to_the_database() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}:{node.lineno} {name}"
        for path, tree in parsed(PACKAGE, SPEAKS_SQL)
        if STORE not in path.parents
        for name, node in called(tree)
        if name in SPEAKS_SQL
    ]
    assert found == []


def test_no_module_outside_the_store_reaches_into_it() -> None:
    held = vars(Store) | vars(Asking) | vars(Edit)
    private = {name for name in held if name.startswith("_") and not name.startswith("__")}
    private |= {"_writer", "_engine", "_connection", "_local"}
    found = [
        f"{path.relative_to(PACKAGE)}:{node.lineno} {node.attr}"
        for path, tree in parsed(PACKAGE, private)
        if STORE not in path.parents
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in private and not _of_self(node)
    ]
    assert found == []


def _of_self(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")


def test_few_modules_of_the_store_write() -> None:
    writers = set()
    for path, tree in parsed(STORE):
        imported = {
            alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "sqlalchemy"
            for alias in node.names
        }  # fmt: skip
        if imported & WRITES:
            writers.add(path.name)
    assert writers <= WRITERS


def test_sql_written_by_hand_only_writes_where_a_base_is_made_and_where_search_is_kept() -> None:
    found = set()
    for path, tree in parsed(STORE):
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words = node.value.split()
                if words and words[0] in ("INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "REPLACE"):
                    found.add(path.relative_to(STORE).as_posix())
    # The places of names and the words of the indexes stand in temporary tables beside the base, which stays closed to
    # that connection.
    assert found <= {"schema.py", "tables.py", "indexing.py", "births.py", "places.py", "search.py"} | {
        path for path in found if path.startswith("migrations/")
    }  # fmt: skip


def test_the_store_hands_out_no_connection() -> None:
    members = [one for kind in Store.__mro__ for one in vars(kind).items()]
    public = {name: member for name, member in members if not name.startswith("_") and callable(member)}
    assert {"edit", "records"} <= public.keys()
    handed = {
        name
        for name, member in public.items()
        if "Connection" in str(getattr(member, "__annotations__", {}).get("return"))
    }
    assert handed == set()
