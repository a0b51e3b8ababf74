"""How long Page Down takes in a list of a million rows, from the key to the painted page; and how long the numbers take.

    QT_QPA_PLATFORM=offscreen python -m tests.bench.bench_lists [BASE]

BASE: any base with missions, made where none is given; its rows are repeated up to a million. In processor time, since
other programs may work beside it.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from array import array
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.app import prepare
from desktop_app.gui.lists.column_choice import ColumnChoice
from desktop_app.gui.lists.rows import RowReader, question
from desktop_app.gui.lists.specs import MISSIONS
from desktop_app.gui.table.model import TableModel
from desktop_app.gui.table.view import Table
from desktop_app.settings import Settings
from desktop_app.store.base import Store

MANY = 1_000_000
KEYS = 60
BAR_MS = 25


def page_downs(table: Table) -> list[float]:
    """Press Page Down again and again; return the milliseconds that each takes."""
    taken = []
    for _ in range(KEYS):
        begun = time.process_time()
        QTest.keyClick(table, Qt.Key.Key_PageDown)
        table.viewport().repaint()
        taken.append((time.process_time() - begun) * 1000)
    if table.currentIndex().row() < KEYS:
        raise SystemExit("Page Down did not move.")
    return taken


def measure(store: Store, settings: Settings, *, compact: bool) -> float:
    """Measure one density in a large window; print and return the median."""
    choice = ColumnChoice(MISSIONS, settings)
    choice.set_compact(compact=compact)
    begun = time.process_time()
    numbers = store.ids(question(MISSIONS, (), "", MISSIONS.sort))
    asked = (time.process_time() - begun) * 1000
    whole = array("q", list(numbers) * (MANY // len(numbers) + 1))[:MANY]
    model = TableModel(RowReader(store, MISSIONS, choice.shown(), "en"))
    table = Table(model)
    table.set_compact(compact=compact)
    table.resize(1700, 900)
    begun = time.process_time()
    model.show(whole, choice.headings())
    shown = (time.process_time() - begun) * 1000
    table.show()
    QTest.qWaitForWindowExposed(table)
    table.select_row(0)
    taken = page_downs(table)
    rows = table.viewport().height() // table.rowHeight(0)
    name = "one line" if compact else "two lines"
    print(
        f"{name:10} {rows} rows x {len(choice.shown())} columns: Page Down {statistics.median(taken):5.1f} ms,"
        f" worst {max(taken):5.1f} (bar {BAR_MS}); {len(numbers)} numbers {asked:.0f} ms; a million shown {shown:.0f} ms"
    )
    table.close()
    return statistics.median(taken)


def demo(folder: Path) -> Path:
    """Make a base of 25,000 missions."""
    from desktop_app.demo.office import fill_demo

    path = folder / "bench.passerelle"
    with Store.create(path, "SIN", demo=True) as store:
        fill_demo(store, 25_000)
    return path


def main() -> int:
    """Measure both densities; fail where the bar is not reached."""
    with tempfile.TemporaryDirectory() as work:
        base = Path(sys.argv[1]) if len(sys.argv) > 1 else demo(Path(work))
        settings = Settings(Path(work) / "bench.ini")
        prepare(settings, "en")
        with Store.open(base, readonly=True) as store:
            found = [measure(store, settings, compact=compact) for compact in (False, True)]
    return 0 if max(found) <= BAR_MS else 1


if __name__ == "__main__":
    sys.exit(main())
