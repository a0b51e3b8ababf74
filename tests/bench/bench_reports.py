"""Making reports: the first preview of a program that has just started, later ones, and a long list, in one run.

    python -m tests.bench.bench_reports [RUNS] [MISSIONS or BASE]

With a number of missions it also measures, on a base of so many, or with a base on a copy of it: the yearly report, a
booklet of 300 instrument sheets, and the other files of a report. Times are of the clock; the processor's stand beside
them, for a machine that others use too.

Bars: a preview (read, typeset, first page drawn) is there within 2.5 s in a program that has just started and 1 s later on;
a list of 50 pages takes at most 1.2 times what bare Typst takes for a file written by hand, 0.7 times Qt's untagged PDF and
0.15 times WeasyPrint (`side_by_side.py`); 40 previews in a row do not make the program grow without end.
"""

import dataclasses
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

import psutil

COLD_BAR, WARM_BAR = 2.5, 1.0
BESIDE = {
    "typst": ("bare Typst on a file written by hand", 1.2),
    "qt": ("QTextDocument and QPdfWriter", 0.7),
    "weasyprint": ("WeasyPrint", 0.15),
}
YEAR_BAR, SHEETS_BAR = 5.0, 10.0
SHEETS = 300
_DAY = date(2026, 11, 22)
# A program that has its window and its base, and makes the first report.
_COLD = """
import sys, time
from pathlib import Path
from desktop_app.store.base import Store
store = Store.open(Path(sys.argv[1]), readonly=True)
start, used = time.perf_counter(), time.process_time()
from desktop_app.gui.preview import Pages
from desktop_app.reports.run import run_report
report = run_report(store, sys.argv[2], country=sys.argv[3] or None, lang="fr")
Pages(report.pdf()).image(0, 1.2)
print(time.perf_counter() - start, time.process_time() - used)
"""


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def cold(base: Path, name: str, country: str, runs: int) -> tuple[float, float]:
    """Return the median time of a first preview, each in a process of its own, on the clock and of the processor."""
    command = [sys.executable, "-c", _COLD, str(base), name, country]
    found = [subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(runs)]
    took = [[float(word) for word in line.split()] for line in found]
    return median(wall for wall, _used in took), median(used for _wall, used in took)


def warm(base: Path, name: str, runs: int) -> tuple[float, float, int, int]:
    """Return the median times of a preview after a change: reading, typesetting and drawing; pages and growth in MB."""
    from desktop_app.gui.preview import Pages
    from desktop_app.reports.run import run_report
    from desktop_app.store.base import Store

    reading, setting, pages, sizes = [], [], 0, []
    countries = ["SG", "VN", "TH", "MY", "ID"]
    with Store.open(base, readonly=True) as store:
        for place in range(runs):
            start = time.perf_counter()
            country = countries[place % len(countries)] if name == "country_summary" else None
            report = run_report(store, name, country=country, lang="fr" if place % 2 else "en")
            reading.append(time.perf_counter() - start)
            start = time.perf_counter()
            shown = Pages(report.pdf())
            shown.image(0, 1.2)
            setting.append(time.perf_counter() - start)
            pages = max(pages, len(shown))
            shown.close()
            sizes.append(psutil.Process().memory_info().rss >> 20)
    return median(reading[1:]), median(setting[1:]), pages, sizes[-1] - sizes[len(sizes) // 2]


def beside_others(folder: Path, runs: int) -> list[bool]:
    """Measure the same long list by other programs; say whether the bars hold."""
    from tests.bench.side_by_side import compare

    took = compare(folder, runs)
    ours = took.pop("ours")
    print(f"  the same {ours.pages} pages: ours {ours.wall:.2f} s, of the processor {ours.processor:.2f} s")
    held = []
    for name, theirs in took.items():
        words, bar = BESIDE[name]
        print(f"  {words}: {theirs.wall:.2f} s, of the processor {theirs.processor:.2f} s"
              f" (of the processor {ours.processor / theirs.processor:.2f}×)")  # fmt: skip
        held.append(say(f"{ours.pages} pages, against {words}", ours.wall / theirs.wall, bar, "×"))
    return held


def say(name: str, value: float, bar: float, unit: str) -> bool:
    """Print a figure with its bar; return whether it holds."""
    holds = value <= bar
    print(f"{name:58} {value:6.2f} {unit}  (bar {bar:.2f})  {'ok' if holds else 'TOO MUCH'}")
    return holds


def large(folder: Path, wanted: str) -> list[bool]:
    """Measure the long reports on a large base, and the files that they become; say whether the bars hold."""
    from desktop_app.demo.office import fill_demo
    from desktop_app.domain.instrument import INSTRUMENT
    from desktop_app.domain.mission import MISSION
    from desktop_app.reports import instrument_sheet
    from desktop_app.reports.run import Report, run_report
    from desktop_app.store.base import Store
    from desktop_app.store.queries import Query

    base = folder / "large.passerelle"
    if wanted.isdecimal():
        with Store.create(base, "SIN", demo=True) as store:
            fill_demo(store, int(wanted), today=_DAY)
    else:
        shutil.copy(wanted, base)
        with Store.open(base):  # brought to the version of today
            pass
    held = []
    with Store.open(base, readonly=True) as store:
        run_report(store, "country_summary", country="VN").pdf()  # what is slow only once
        count = store.count(Query(MISSION))

        def measured(name: str, bar: float, make: Callable[[], Report]) -> Report:
            wall, processor = time.perf_counter(), time.process_time()
            report = make()
            pages = report.pages
            wall, processor = time.perf_counter() - wall, time.process_time() - processor
            print(f"  {name}: {pages} pages, {processor:.2f} s of the processor")
            held.append(say(name, wall, bar, "s"))
            return report

        year = measured(f"activity_year on {count} missions", YEAR_BAR, lambda: run_report(store, "activity_year"))
        for ending in (".docx", ".xlsx"):
            start = time.perf_counter()
            year.data(ending)
            print(f"  as {ending}: {time.perf_counter() - start:.2f} s")
        found = store.records(Query(INSTRUMENT, limit=SHEETS))
        ids = [str(record["id"]) for record in found]
        one = run_report(store, "instrument_sheet", ref=str(found[0]["ref"])).request
        wishes = dataclasses.replace(one, record=None)
        measured(
            f"a booklet of {len(ids)} instrument sheets", SHEETS_BAR,
            lambda: Report(instrument_sheet.of_these(store, wishes, ids), store, wishes),
        )  # fmt: skip
    return held


def main() -> int:
    """Measure and print; exit status 1 where a bar is missed."""
    from desktop_app.demo.office import fill_demo
    from desktop_app.store.base import Store

    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    held = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        base = folder / "demo.passerelle"
        with Store.create(base, "SIN", demo=True) as store:
            fill_demo(store, 25_000, today=_DAY)
        for report, country in (("country_summary", "SG"), ("instrument_list", "")):
            wall, used = cold(base, report, country, runs)
            print(f"  {report}: first preview, {used:.2f} s of the processor")
            held.append(say(f"{report}: first preview", wall, COLD_BAR, "s"))
        reading, setting, pages, grown = warm(base, "country_summary", 40)
        print(f"  of a later one: read {reading:.3f} s, typeset and drawn {setting:.3f} s, up to {pages} pages")
        held.append(say("country_summary: later preview", reading + setting, WARM_BAR, "s"))
        held.append(say("country_summary: growth from the 20th to the 40th preview", grown, 60, "MB"))
        held += beside_others(folder, runs)
        if len(sys.argv) > 2:
            held += large(folder, sys.argv[2])
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
