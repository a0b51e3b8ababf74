"""The first rows of a list as they stood when its base was closed: on the screen at once, while the base is being opened.

They are shown only where nothing can have changed since: the file lies as it was left, and day, language, view and
version are the same. They bear no ids, so that nothing can be done with them before the base itself has answered.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from desktop_app import paths
from desktop_app.gui.lists.column_choice import ColumnChoice
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.table.model import Row
from desktop_app.gui.words import lang

AT_MOST = 32  # more than any screen has in sight
_KEPT = "last_rows.json"


def keep(base: Path, shown: list[Any], rows: Sequence[Row]) -> None:
    """Keep the first rows of a list whose base has just been closed."""
    stamp = _stamp(base)
    with suppress(OSError):
        if stamp is None or not rows:
            _file().unlink(missing_ok=True)
            return
        kept = {"of": [stamp, shown], "rows": [row.cells for row in rows]}
        _file().write_text(json.dumps(kept, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def find(base: Path, choice: ColumnChoice) -> list[Row]:
    """Return the rows that a list showed first when this base was closed; none where they may have changed."""
    try:
        kept = json.loads(_file().read_text(encoding="utf-8"))
        if kept["of"] != [_stamp(base), shown(choice)]:
            return []
        return [Row("", "", tuple(Cell(*cell) for cell in row)) for row in kept["rows"]]
    except (OSError, ValueError, TypeError, LookupError):
        return []


def shown(choice: ColumnChoice) -> list[Any]:
    """Return what decides which cells the first rows have."""
    order = [list(one) for one in choice.order]
    today = date.today().isoformat()  # noqa: DTZ011  (the user's day)
    installed = paths.resources().stat().st_mtime_ns  # laid anew with every version
    return [installed, list(Cell._fields), lang(), today, choice.place, choice.names, order, choice.group]


def _stamp(base: Path) -> list[Any] | None:
    """Return what changes with every change of a base at rest; None where it is in use or gone."""
    try:
        state = base.stat()
    except OSError:
        return None
    in_use = base.with_name(f"{base.name}-wal").exists()
    return None if in_use else [str(base.resolve()), state.st_size, state.st_mtime_ns]


def _file() -> Path:
    return paths.caches() / _KEPT
