"""Figures, in milliseconds on one base.

    python -m tests.bench.bench_figures [BASE | --missions N]

Bar: any figure, and all that a page says of a country, within 150 ms on 200,000 missions and 2,400 instruments (a base of
N missions is made first where none is named). BASE is copied before it is opened.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from desktop_app.demo.office import fill_demo
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.gui.overview.reading import read_portrait
from desktop_app.reports.country import most_instruments
from desktop_app.reports.lifelines import timelines
from desktop_app.reports.lives import lives
from desktop_app.store import figures
from desktop_app.store.base import Store
from desktop_app.store.portrait import partners_of
from desktop_app.store.queries import Filter, Query
from desktop_app.store.subject import Subject
from tests.bench.bench_due import timed

BAR_MS = 150.0
_DAY = date(2026, 11, 28)


def measures(store: Store) -> dict[str, Callable[[], object]]:
    """Return what is measured, by name."""
    counts, year = store.figures, _DAY.year - 1
    found: dict[str, Callable[[], object]] = {}
    for by in ("type", "status", "institute", "countries", figures.BY_PARTNER, figures.OFFICE):
        found[f"instruments by {by}"] = partial(counts.split, figures.instruments(year), by, year)
    for by in ("institute", "countries", "partner", "purpose", "status"):
        found[f"missions by {by}"] = partial(counts.split, figures.missions(), by)
        found[f"missions of a year by {by}"] = partial(counts.split, figures.missions(year), by)
    found["missions of a year by office"] = lambda: counts.split(figures.missions(year), figures.OFFICE, year)
    ten = range(year - 9, year + 1)
    found["instruments, ten years"] = lambda: counts.years(figures.instruments(), ten)
    found["missions, ten years"] = lambda: counts.years(figures.missions(), ten)
    for by in ("country", "partner", "instrument", "year"):
        found[f"balance by {by}"] = partial(counts.balance, by)
    for by in ("year", "source", "country"):
        found[f"money by {by}"] = partial(counts.money, by)
    return found | pages(store)


def pages(store: Store) -> dict[str, Callable[[], object]]:
    """Return the reading of the page about a country, a partner and an institute."""
    country = Subject("country", str(most_instruments(store)))
    partner = Subject("partner", str(partners_of(store, country, 1)[0][0]["id"]))
    store.deadlines(_DAY)  # kept since the dashboard

    def lines_of_life() -> object:
        found = store.records(Query(INSTRUMENT, (Filter("starts_on", "filled"),), limit=300))
        chart = lives(store, found, _DAY, "en")
        return [strip.drawing.svg() for strip in timelines(chart, 700, rows=24)]

    return {"lines of life of 300 instruments": lines_of_life} | {
        f"page of {name}": partial(read_portrait, store, about, _DAY, "en")
        for name, about in (
            ("a country", country),
            ("a partner", partner),
            ("an institute", Subject("institute", "INP")),
        )
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
        with Store.open(path) as store:
            for name, work in measures(store).items():
                taken = timed(work)
                missed |= taken > BAR_MS
                print(f"{name:<36} {taken:7.0f} ms  (bar {BAR_MS:.0f})")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
