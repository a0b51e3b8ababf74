"""Sending missions as a workbook and reading it back, as ratios to the plain way, in one run.

    python -m tests.bench.bench_excel [10000 100000]

Export: from the base to the finished file with all its features, against pandas with openpyxl writing the same rows; the
check by reading the file again is timed apart. Return: from the file to the plan, against a bare calamine read of it.
"""

import gc
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pandas as pd
from python_calamine import CalamineWorkbook

from desktop_app.demo.office import fill_demo
from desktop_app.domain.words import Words
from desktop_app.excel.read import prepare, release
from desktop_app.excel.rereading import verify
from desktop_app.excel.write import build
from desktop_app.store.base import Shipment, Store
from desktop_app.sync.export import Request, contents_of
from desktop_app.sync.receive import receive

EXPORT_BAR = {10_000: 0.6, 100_000: 0.25}
RETURN_BAR = {10_000: 3.5, 100_000: 3.0}
_DAY = date(2026, 11, 22)


@contextmanager
def timed(times: dict[str, float], name: str) -> Iterator[None]:
    """Keep how long something takes, in seconds; of several runs the fastest."""
    gc.collect()
    start = time.perf_counter()
    yield
    times[name] = min(times.get(name, 1e9), time.perf_counter() - start)


def bench(store: Store, folder: Path, count: int, runs: int) -> dict[str, float]:
    """Measure one size; interleaved, so that whatever else the machine does falls on both sides."""
    times: dict[str, float] = {}
    ours, theirs = folder / "ours.xlsx", folder / "pandas.xlsx"
    request = Request(("mission",))
    for _run in range(runs):
        store.names.forget()
        number, position = store.ledger.next_shipment(), store.journal_position()
        with timed(times, "export"):
            contents = contents_of(store, request, number, _DAY, Words("Essai", "Trial"))
            kept, packed = build(ours, contents, lang="fr")
        with timed(times, "check"):
            verify(ours, contents, kept)
        store.ledger.add_shipment(Shipment(number, "", store.wall(), None, {}, ours.name, "", packed, position))
        rows = kept["mission"]
        headings = [column.heading for column in contents.sheets[0].columns]
        with timed(times, "pandas"):
            frame = pd.DataFrame(rows, columns=headings)
            frame.to_excel(theirs, index=False, engine="openpyxl")
        del contents, kept, rows, packed
        with timed(times, "calamine"):
            read_plainly(ours)
        prepare()
        time.sleep(1.0)  # as in the window: the reading process is there before a file is chosen
        with timed(times, "return"):
            plan = receive(store, ours)
        assert plan is not None
        assert plan.rows["identical"] == count, plan.rows
    return times


def read_plainly(path: Path) -> None:
    """Read every sheet of a workbook with calamine, as a script would."""
    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def report(count: int, times: dict[str, float], say: Callable[[str], None] = print) -> bool:
    """Print the ratios of one size; return whether the bars are reached."""
    export, back = times["export"] / times["pandas"], times["return"] / times["calamine"]
    say(f"{count:>7,} missions: export {times['export']:.2f} s = {export:.2f} × pandas with openpyxl "
        f"({times['pandas']:.2f} s); bar {EXPORT_BAR.get(count, '–')}; check by reading {times['check']:.2f} s")  # fmt: skip
    say(f"{'':>7}            return to a plan {times['return']:.2f} s = {back:.2f} × bare calamine "
        f"({times['calamine']:.2f} s); bar {RETURN_BAR.get(count, '–')}")  # fmt: skip
    return export <= EXPORT_BAR.get(count, 9) and back <= RETURN_BAR.get(count, 9)


def main(sizes: list[int]) -> int:
    """Measure the sizes asked."""
    reached = True
    for count in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            with Store.create(folder / "bench.passerelle", "SIN", demo=True) as store:
                fill_demo(store, count, today=_DAY)
                reached &= report(count, bench(store, folder, count, 3 if count < 50_000 else 1))
    release()
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]] or [10_000, 100_000]))
