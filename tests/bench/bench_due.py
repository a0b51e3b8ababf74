"""Deadlines and the dashboard, in milliseconds on one base.

    python -m tests.bench.bench_due [BASE | --missions N]

Bar: what is due, and all that the dashboard shows, is read within 200 ms on 200,000 missions (a base of N missions is made
first where none is named). BASE is copied before it is opened. Garbage is looked for as in the window
(`desktop_app/gui/tidying.py`): only what is young, as it goes.
"""

import argparse
import gc
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from desktop_app.demo.office import fill_demo
from desktop_app.domain.deadlines import Deadline
from desktop_app.domain.mission import MISSION
from desktop_app.domain.words import Words
from desktop_app.gui.dashboard.listing import Wish, read_listing
from desktop_app.gui.dashboard.reading import read_overview
from desktop_app.store.base import Store
from desktop_app.store.queries import Query

BAR_MS, RUNS = 200.0, 7
_DAY = date(2026, 11, 28)


def timed(work: Callable[[], object]) -> float:
    """Return the median of some runs in milliseconds, the first one left out; work may measure itself, in seconds."""
    found = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        told = work()
        found.append((told if isinstance(told, float) else time.perf_counter() - start) * 1000)
    return statistics.median(found[1:])


def measures(store: Store) -> dict[str, Callable[[], object]]:
    """Return what is measured, by name; each reads the base anew."""

    def due() -> list[Deadline]:
        vars(store).pop("_due", None)
        return store.deadlines(_DAY)

    def dashboard() -> object:
        vars(store).pop("_due", None)
        return read_overview(store, _DAY)

    mission = store.page(MISSION, store.ids(Query(MISSION))[:1])[0]

    def after_an_edit() -> object:
        with store.edit(Words("Notes", "Notes")) as edit:
            edit.set(MISSION, str(mission["id"]), "notes", f"{time.perf_counter_ns()}")
        start = time.perf_counter()
        read_overview(store, _DAY)
        return time.perf_counter() - start

    def rows() -> object:
        return read_listing(store, Wish(), _DAY)

    return {
        "all that is due": due,
        "the whole dashboard": dashboard,
        "the dashboard after a mission was changed": after_an_edit,
        "the list of what is to be done now": rows,
    }


def main() -> int:
    """Print what was measured; 1 where a bar was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", nargs="?", type=Path)
    parser.add_argument("--missions", type=int, default=200_000)
    asked = parser.parse_args()
    missed = False
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.passerelle"
        if asked.base:
            shutil.copy(asked.base, path)
        else:
            with Store.create(path, "SIN", demo=True) as made:
                fill_demo(made, asked.missions, today=_DAY)
        gc.freeze()
        gc.set_threshold(*gc.get_threshold()[:2], 1_000_000_000)
        with Store.open(path) as store:
            print(f"{len(store.deadlines(_DAY)):,} deadlines")
            for name, work in measures(store).items():
                taken = timed(work)
                missed |= taken > BAR_MS
                print(f"{name:<44} {taken:7.0f} ms  (bar {BAR_MS:.0f})")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
