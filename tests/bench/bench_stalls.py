"""How long the screen stands still while the program works, and how its lists answer meanwhile.

    QT_QPA_PLATFORM=offscreen python -m tests.bench.bench_stalls [BASE] [--missions N] [--rows N] [--only PIECE …]

BASE, or a base of N missions that is made (25,000 unless asked otherwise), is opened on a copy in the whole window. A timer
of 2 ms measures the longest time for which the screen's thread did not answer while a workbook of all missions is written,
reports are made, a sheet of ROWS missions (100,000) is read and taken in, and a country takes another name, by which all its
missions are indexed anew. While the rows are written the list of missions is sorted, filtered, gathered and paged through.

Bars: no stall over 100 ms; the lists within twice their usual bars (a stall of 200 ms, 300 ms to the painted result, 600 ms
on a base of a million).
`own`: the stall as far as this process was computing in it, for a machine that others use too; the bars are for it.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Collection
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain import ENTITIES
from desktop_app.domain.words import Words
from desktop_app.excel.read import prepare as prepare_reading
from desktop_app.excel.read import read_book, release
from desktop_app.gui.lists.specs import Condition
from desktop_app.importers.sheet import import_sheet
from desktop_app.reports.run import run_report
from desktop_app.store.base import Store
from desktop_app.sync.apply import apply_plan
from desktop_app.sync.export import Request, export_workbook
from tests.bench import bench_lists
from tests.bench.bench_import import make

if TYPE_CHECKING:
    from desktop_app.domain.plan import Plan
    from desktop_app.gui.tasks import Lane, Task

STALL_BAR_MS, PAINT_BAR_MS = bench_lists.STALL_BAR_MS, 2 * bench_lists.PAINT_BAR_MS
LARGE = 1_500_000_000  # bytes: a base of a million
_TAKING, _MEANWHILE = "taking the rows in", " meanwhile"
PIECES = ("export", "report", "import", "index")
Steps = bench_lists.Steps


class Long:
    """Long work in the program, one piece after the other."""

    def __init__(self, base: Path, folder: Path, rows: int) -> None:
        self._program, page = bench_lists.opened(base)
        self._bench = bench_lists.Bench(self._program, page)
        self._watch, self._list, self._store = self._bench.watch, page.list, self._program.workspace.store
        self._folder, self._sheet, self._plan = folder, make(rows, folder / "rows.xlsx"), list[Any]()
        self._bench.step("open", lambda: self._program.window.stack.show_page("mission"))
        self._rest()

    def _rest(self) -> None:
        bench_lists.idle(lambda: not self._program.tasks.busy)

    def _work(self, name: str, work: Callable[[Task], object], lane: Lane = "write") -> None:
        """Do something in the background, with nothing else going on."""
        ended: list[object] = []
        begun = time.perf_counter()

        def start() -> None:
            self._program.tasks.run(work, ended.append, lane=lane)
            self._watch.arm()

        held = self._watch.measure(start, lambda: bool(ended), at_most=900)
        self._bench.found[name] = {"stall": held["stall"], "own": held["own"], "s": time.perf_counter() - begun}
        self._rest()

    def measure(self, pieces: Collection[str]) -> Steps:
        """Measure some of the pieces, in their order."""
        for piece in PIECES:
            if piece in pieces:
                getattr(self, f"_{piece}")()
        self._bench.found["memory"] = {"MB": bench_lists.memory()}
        self._program.window.close()
        self._program.close()
        return self._bench.found

    def _export(self) -> None:
        self._work(
            "workbook of missions",
            lambda task: export_workbook(self._store, self._folder, Request(("mission",)), task.step),
        )

    def _report(self) -> None:
        page = partial(run_report, self._store, "country_summary", country="VN")
        self._work("page on a country", lambda _task: page().pdf(), "file")
        yearly = partial(run_report, self._store, "activity_year", lang="fr")
        self._work("yearly report", lambda _task: yearly().pdf(), "file")

    def _import(self) -> None:
        self._work("reading the rows", lambda _task: self._plan.append(self._read()))
        self._alive(_TAKING, lambda task: apply_plan(self._store, self._plan[0], task.step))

    def _index(self) -> None:
        country, vietnam = ENTITIES["country"], str(self._store.resolve("country", "VN"))

        def rename(_task: Task) -> None:
            with self._store.edit(Words("Renommer", "Rename")) as edit:
                edit.set(country, vietnam, "name_en", "Viet Nam, renamed")

        self._work("indexing a country's records", rename)

    def _read(self) -> Plan:
        book = read_book(self._sheet)
        return import_sheet(self._store, book, file_name=self._sheet.name, sha256="0" * 64, create=("person",))

    def _alive(self, name: str, work: Callable[[Task], object]) -> None:
        """Do something in the background while the list is worked with; note how it answered, at worst for each step."""
        ended: list[object] = []
        begun = time.perf_counter()
        self._program.tasks.run(work, ended.append)
        worst: dict[str, dict[str, float]] = {}
        steps = self._steps()
        while not ended:
            step, act = next(steps)
            self._bench.step(step, act)
            held = self._bench.found.pop(step)
            worst[step] = {part: max(value, worst.get(step, {}).get(part, 0.0)) for part, value in held.items()}
            QTest.keyClick(self._list.table, Qt.Key.Key_PageDown)
            QTest.qWait(50)
        self._bench.found[name] = {
            "stall": max(one["stall"] for one in worst.values()), "own": max(one["own"] for one in worst.values()),
            "s": time.perf_counter() - begun,
        }  # fmt: skip
        self._bench.found |= {f"  {step}{_MEANWHILE}": held for step, held in worst.items()}
        self._rest()

    def _steps(self) -> Any:
        rows = self._list
        bar = rows.filters
        return cycle((
            ("sort by day", partial(rows.sort_by, "starts_on", descending=False)),
            ("sort by person", partial(rows.sort_by, "person", descending=False)),
            ("filter", partial(bar.set_conditions, (Condition("status", "is", "done"),))),
            ("filter off", partial(bar.set_conditions, ())),
            ("group", partial(rows.group_by, "purpose")),
            ("group off", partial(rows.group_by, "")),
            ("text filter", partial(bar.quick.setText, bench_lists.TEXT)),
            ("text filter off", partial(bar.quick.setText, "")),
        ))  # fmt: skip


def report(found: Steps, paint: float) -> int:
    """Print what was measured and what misses its bar; returns the exit status."""
    missed = []
    print(f"{'work':34} {'stall':>7} {'own':>7} {'painted':>8}")
    for name, held in found.items():
        figures = "".join(f"{held[part]:8.1f}" if part in held else " " * 8 for part in ("stall", "own", "painted"))
        more = " ".join(f"{held[unit]:.1f} {unit}" for unit in ("s", "MB") if unit in held)
        print(f"{name:34}{figures}  {more}")
        stall = STALL_BAR_MS * (2 if name == _TAKING or name.endswith(_MEANWHILE) else 1)
        if held.get("own", 0.0) > stall:
            missed.append(f"{name}: the screen stood still for {held['own']:.0f} ms, bar {stall}")
        if held.get("painted", 0.0) > paint:
            missed.append(f"{name}: painted after {held['painted']:.0f} ms, bar {paint:.0f}")
    print("\n".join(missed) or "Every bar is reached.")
    return 1 if missed else 0


def main() -> int:
    """Measure; fail where a bar is not reached."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("base", type=Path, nargs="?")
    parser.add_argument("--missions", type=int, default=25_000)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--json", action="store_true", help="print the figures alone")
    parser.add_argument("--only", nargs="+", choices=PIECES, default=PIECES)
    chosen = parser.parse_args()
    prepare_reading()
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        made = chosen.base or bench_lists.demo(folder, chosen.missions)
        base = Path(shutil.copy(made, folder / "copy.passerelle"))
        with Store.open(base):
            pass  # brought up to date before anything is measured
        large = base.stat().st_size > LARGE
        found = Long(base, folder, chosen.rows).measure(chosen.only)
        release()
        if chosen.json:
            print(json.dumps(found))
            return 0
        return report(found, 2 * bench_lists.MILLION["paint"] if large else PAINT_BAR_MS)


if __name__ == "__main__":
    sys.exit(main())
