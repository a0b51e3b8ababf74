"""A returned workbook of missions, 5 % of it changed: from the file to the plan, and the plan applied.

    python -m tests.bench.bench_return [10000 100000]

The reading is given as a multiple of a bare calamine read of the same file in the same run, the two by turns, with the
memory that it took at most; applying 5,000 changed cells in seconds. Each size is tried twice: 5 % of the rows changed,
then 5 % of all cells, so that every row was touched. Seconds of the processor stand beside those of the clock, which a busy
machine stretches: both reading processes work at the same time, and each counts.
"""

import gc
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from python_calamine import CalamineWorkbook

from desktop_app.demo.office import fill_demo
from desktop_app.domain.plan import ACCEPT, OPEN, Plan
from desktop_app.excel.read import prepare, release
from desktop_app.store.base import Store
from desktop_app.sync.apply import apply_plan
from desktop_app.sync.export import Request, export_workbook
from desktop_app.sync.receive import receive

BARS = {10_000: 4.0, 100_000: 3.5}
MEMORY_BAR, APPLY_BAR = 700, 2.0
_CELLS = 5_000
_DAY = date(2026, 11, 22)
_NUMBER = re.compile(r'(<c r="[A-Z]+\d+" s="\d+"><v>)(\d+)(</v></c>)')


def edited(sent: Path, path: Path, every: int) -> int:
    """Change a date or an amount in each so many rows, in the file's own XML; return how many rows that is."""
    count = 0

    def change(row: re.Match[str]) -> str:
        nonlocal count
        cells = list(_NUMBER.finditer(row[0]))
        if int(row[1]) % every or not cells:
            return row[0]
        count += 1
        last = cells[-1]
        start, end = last.start(), last.end()
        return f"{row[0][:start]}{last[1]}{int(last[2]) + 7}{last[3]}{row[0][end:]}"

    with zipfile.ZipFile(sent) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        for info in source.infolist():
            data = source.read(info.filename)
            if info.filename == "xl/worksheets/sheet2.xml":
                head, _, body = data.decode().partition('<row r="4"')
                body = re.sub(r'<row r="(\d+)".*?</row>', change, f'<row r="4"{body}')
                data = f"{head}{body}".encode()
            made.writestr(info.filename, data)
    return count


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return how many seconds something takes: by the clock, and of the processor, those of its processes included."""
    gc.collect()
    start, before = time.perf_counter(), os.times()
    work()
    spent = [after - was for after, was in zip(os.times()[:4], before[:4], strict=True)]
    return time.perf_counter() - start, sum(spent)


def peak() -> float:
    """Return the most memory that this process had so far, in MB.

    The usual counter starts with the peak of whoever started the process; this one is the process's own.
    """
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        unit = 1e6 if sys.platform == "darwin" else 1e3
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    return int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) / 1e3


def bare(path: Path) -> None:
    """Read every sheet with calamine, as a script would."""
    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def bench(store: Store, back: Path, rows: int, runs: int) -> bool:
    """Measure one file; whether the bars are reached."""
    plain, read, memory, plans = (1e9, 1e9), (1e9, 1e9), 0.0, list[Plan]()

    def take() -> None:
        plan = receive(store, back)
        assert plan is not None
        plans[:] = [plan]

    for run in range(runs):
        prepare()
        time.sleep(1.0)  # as in the window: the reading process is there before a file is chosen
        read = min(read, timed(take))
        if run == 0:
            # Before the bare read, which makes lists of every cell here.
            memory = peak()
        plain = min(plain, timed(lambda: bare(back)))
    plan, ratio = plans[0], read[0] / plain[0]
    sys.stdout.write(
        f"{rows:>7,} rows, {plan.cells['theirs']:>6,} cells changed: {read[0]:.2f} s = {ratio:.2f} × bare calamine"
        f" ({plain[0]:.2f} s), bar {BARS.get(rows, 9)}; {memory:.0f} MB, bar {MEMORY_BAR};"
        f" processor: {read[1]:.2f} s against {plain[1]:.2f} s\n"
    )
    for item in plan.items[_CELLS:]:
        item.decision = OPEN
    for item in plan.items[:_CELLS]:
        item.decision = ACCEPT
    count = min(len(plan.items), _CELLS)
    plan.stopped = None
    seconds, work = timed(lambda: apply_plan(store, plan))
    sys.stdout.write(f"{'':>7}  applying {count:,} cells: {seconds:.2f} s, bar {APPLY_BAR}; processor: {work:.2f} s\n")
    store.undo()
    return ratio <= BARS.get(rows, 9) and memory <= MEMORY_BAR and seconds <= APPLY_BAR


def measure(base: Path, back: Path, rows: int) -> int:
    """Measure one file in a process of its own, so that its memory is that of the return alone."""
    with Store.open(base) as store:
        reached = bench(store, back, rows, 4 if rows < 50_000 else 2)
    release()
    return 0 if reached else 1


def main(sizes: list[int]) -> int:
    """Measure the sizes asked."""
    failed = 0
    for rows in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            base = folder / "bench.passerelle"
            with Store.create(base, "SIN", demo=True) as store:
                fill_demo(store, rows, today=_DAY)
                sent = export_workbook(store, folder / "sent.xlsx", Request(("mission",)))
            for every in (20, 1):
                count = edited(sent.path, back := folder / f"back {every}.xlsx", every)
                assert count
                gc.collect()
                command = [
                    sys.executable,
                    "-m",
                    "tests.bench.bench_return",
                    "--measure",
                    str(base),
                    str(back),
                    str(rows),
                ]
                failed += subprocess.run(command, check=False).returncode
    return failed


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        sys.exit(measure(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])))
    sys.exit(main([int(size) for size in sys.argv[1:]] or [10_000, 100_000]))
