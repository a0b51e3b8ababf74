"""How long the guarded reading of a workbook takes, beside the bare reader in the same run.

    python tests/bench/bench_read.py [ROWS…] [--rounds N]

Prints ratios: reading to plain Python values, through guard and process, divided by python-calamine reading the same file
in this process and iterating its rows. Seconds of the processor are printed too, since another program's work counts in
the seconds of the clock.
"""

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median

import python_calamine
import xlsxwriter

from desktop_app.excel import guard
from desktop_app.excel.process import Reader
from desktop_app.excel.read import prepare, read_book, release

_PLACES = ("Université de Singapour", "東京大学", "Đại học Bách khoa Hà Nội", "Institut de Nouméa", "จุฬาลงกรณ์")


def make(rows: int, path: Path) -> Path:
    """Write a workbook of 20 columns: references, names in several scripts, dates, amounts, choices, notes."""
    chance = random.Random(rows)
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Missions")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, [f"Colonne {column}" for column in range(20)])
    for row in range(1, rows + 1):
        sheet.write_string(row, 0, f"SIN-M-{row:06X}")
        for column in range(1, 6):
            sheet.write_string(row, column, f"{chance.choice(_PLACES)} {chance.randrange(2000)}")
        for column in range(6, 9):
            sheet.write_datetime(row, column, date(2020, 1, 1) + timedelta(chance.randrange(2000)), day)
        for column in range(9, 14):
            sheet.write_number(row, column, chance.choice((chance.randrange(10_000), round(chance.random() * 1e4, 2))))
        for column in range(14, 18):
            sheet.write_string(row, column, chance.choice(("FR", "SG", "VN", "TH", "en cours", "terminée")))
        sheet.write_string(row, 18, "Note longue " * 10 + str(row))
        if row % 3 == 0:
            sheet.write_string(row, 19, "ok")
    book.close()
    return path


def bare(path: Path) -> None:
    """Read the workbook with the bare reader."""
    with path.open("rb") as file:
        book = python_calamine.CalamineWorkbook.from_filelike(file)
        for name in book.sheet_names:
            for _row in book.get_sheet_by_name(name).iter_rows():
                pass


def measure(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds of the clock and of the processor that some work takes, its processes included."""
    spent, began = _spent(), time.perf_counter()
    work()
    return time.perf_counter() - began, _spent() - spent


def _spent() -> float:
    usages = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def _start() -> None:
    reader = Reader()
    assert reader._process.stdin is not None
    reader._process.stdin.close()
    reader._process.wait()
    reader.stop()


def _round(path: Path, data: bytes) -> tuple[tuple[float, float], ...]:
    return measure(lambda: bare(path)), measure(lambda: read_book(path)), measure(lambda: guard.inspect(data))


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    starts = [measure(_start)[0] for _ in range(5)]
    print(f"start and end of a reading process: {median(starts) * 1000:.0f} ms")
    prepare()
    with tempfile.TemporaryDirectory() as folder:
        for rows in options.rows:
            path = make(rows, Path(folder, f"{rows}.xlsx"))
            data = path.read_bytes()
            rounds = [_round(path, data) for _ in range(options.rounds)]
            print(f"{rows:,} × 20, {len(data) / 1e6:.1f} MB, median of {options.rounds} rounds")
            clock = [read[0] / alone[0] for alone, read, _ in rounds]
            work = [read[1] / alone[1] for alone, read, _ in rounds]
            print(f"  bare calamine    {median(alone[0] for alone, _, _ in rounds):6.2f} s  1.00")
            print(f"  guarded reading  {median(read[0] for _, read, _ in rounds):6.2f} s  {median(clock):.2f}")
            print(f"    best of the clock {min(clock):.2f}, work of the processor {median(work):.2f}")
            print(f"  guard alone      {median(seen[0] for _, _, seen in rounds):6.2f} s")
    release()
    return 0


if __name__ == "__main__":
    sys.exit(main())
