"""Making reports: the first preview of a program that has just started, later ones, and a long list, in one run.

    python -m tests.bench.bench_reports [RUNS] [MISSIONS]

With a number of missions it also measures, on a base of so many: the yearly report, a booklet of 300 instrument sheets, and
the other files of a report. Times are of the clock; the processor's stand beside them, for a machine that others use too.

Bars: a preview (read, typeset, first page drawn) is there within 2 s cold and 0.5 s warm; a list of 50 pages takes no
longer than Qt's own untagged PDF of the same table; 40 previews in a row do not make the program grow without end.
"""

import dataclasses
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

import psutil

COLD_BAR, WARM_BAR, LONG_BAR = 2.0, 0.5, 1.0
YEAR_BAR, SHEETS_BAR = 5.0, 10.0
SHEETS = 300
_DAY = date(2026, 11, 22)
# A program that has its window and its base, and makes the first report.
_COLD = """
import sys, time
from pathlib import Path
from desktop_app.store.base import Store
store = Store.open(Path(sys.argv[1]), readonly=True)
start = time.perf_counter()
from desktop_app.gui.preview import Pages
from desktop_app.reports.run import run_report
report = run_report(store, sys.argv[2], country=sys.argv[3] or None, lang="fr")
Pages(report.pdf()).image(0, 1.2)
print(time.perf_counter() - start)
"""


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def cold(base: Path, name: str, country: str, runs: int) -> float:
    """Return the median time of a first preview, each in a process of its own."""
    command = [sys.executable, "-c", _COLD, str(base), name, country]
    found = [subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(runs)]
    return median(float(line) for line in found)


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


def long_list(folder: Path, runs: int) -> tuple[float, float, int]:
    """Return the median times of 50 pages by Typst, tagged, and by Qt, untagged; and the pages."""
    from PySide6.QtGui import QGuiApplication, QPageSize, QPdfWriter, QTextDocument

    from desktop_app.reports.description import Section, TwoLines, said
    from desktop_app.reports.typeset import typesetter
    from tests.reports.samples import instruments, sample

    os.environ["QT_LOGGING_RULES"] = "qt.text.font.db=false"  # scripts that the system has no font for
    app = QGuiApplication.instance() or QGuiApplication(["bench", "-platform", "offscreen"])
    ours, theirs, pages = [], [], 0
    for run in range(runs):
        table = instruments(1300 + run)
        description = dataclasses.replace(sample(), sections=(Section("list", "List", (table,)),), title=f"List {run}")
        start = time.perf_counter()
        pages = typesetter().typeset(description).pages
        ours.append(time.perf_counter() - start)
        rows = "".join(
            "<tr>" + "".join(f"<td>{said(cell, 'en')}<br>{cell.below if isinstance(cell, TwoLines) else ''}</td>" for cell in
                             getattr(row, "cells", ())) + "</tr>"
            for row in table.rows
        )  # fmt: skip
        start = time.perf_counter()
        writer = QPdfWriter(str(folder / "qt.pdf"))
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        document = QTextDocument()
        document.setHtml(f"<table border='1'>{rows}</table>")
        document.print_(writer)
        del writer
        theirs.append(time.perf_counter() - start)
    del app
    return median(ours), median(theirs), pages


def say(name: str, value: float, bar: float, unit: str) -> bool:
    """Print a figure with its bar; return whether it holds."""
    holds = value <= bar
    print(f"{name:58} {value:6.2f} {unit}  (bar {bar:.2f})  {'ok' if holds else 'TOO MUCH'}")
    return holds


def large(folder: Path, missions: int) -> list[bool]:
    """Measure the long reports on a large base, and the files that they become; say whether the bars hold."""
    from desktop_app.demo.office import fill_demo
    from desktop_app.domain.instrument import INSTRUMENT
    from desktop_app.reports import instrument_sheet
    from desktop_app.reports.run import Report, run_report
    from desktop_app.store.base import Store
    from desktop_app.store.queries import Query

    base = folder / "large.passerelle"
    with Store.create(base, "SIN", demo=True) as store:
        fill_demo(store, missions, today=_DAY)
    held = []
    with Store.open(base, readonly=True) as store:
        run_report(store, "country_summary", country="VN").pdf()  # what is slow only once

        def measured(name: str, bar: float, make: Callable[[], Report]) -> Report:
            wall, processor = time.perf_counter(), time.process_time()
            report = make()
            pages = report.pages
            wall, processor = time.perf_counter() - wall, time.process_time() - processor
            print(f"  {name}: {pages} pages, {processor:.2f} s of the processor")
            held.append(say(name, wall, bar, "s"))
            return report

        year = measured(f"activity_year on {missions} missions", YEAR_BAR, lambda: run_report(store, "activity_year"))
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
            held.append(say(f"{report}: first preview", cold(base, report, country, runs), COLD_BAR, "s"))
        reading, setting, pages, grown = warm(base, "country_summary", 40)
        print(f"  of a later one: read {reading:.3f} s, typeset and drawn {setting:.3f} s, up to {pages} pages")
        held.append(say("country_summary: later preview", reading + setting, WARM_BAR, "s"))
        held.append(say("country_summary: growth from the 20th to the 40th preview", grown, 60, "MB"))
        ours, theirs, pages = long_list(folder, runs)
        print(f"  {pages} pages: ours {ours:.2f} s (tagged, all scripts), Qt {theirs:.2f} s (untagged)")
        held.append(say("a long list, against QTextDocument", ours / theirs, LONG_BAR, "×"))
        if len(sys.argv) > 2:
            held += large(folder, int(sys.argv[2]))
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
