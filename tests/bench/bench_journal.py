"""A base whose missions were changed a million times: opened beside one that nobody has changed since, and a return taken in.

    python -m tests.bench.bench_journal [--missions 200000] [--changes 1000000] [--keep FOLDER]

Making the bases takes many minutes; with `--keep` they are made once and used again. Both are opened by turns until the
first rows of the missions are there. The workbook of one country comes back with a cell changed in each row, a
thousand or somewhat more: it was sent before all those changes, then after them.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from desktop_app.demo.office import fill_demo
from desktop_app.domain import ENTITIES
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.excel.read import prepare, release
from desktop_app.store.base import Query, Store
from desktop_app.sync.apply import apply_plan
from desktop_app.sync.export import Request, export_workbook
from desktop_app.sync.receive import receive
from tests.bench.bench_return import edited

MISSION = ENTITIES["mission"]
OPENING_BAR, RECEIVING_BAR = 0.2, 3.0
_CHANGED = 1_000
_FIELDS = 5
_BLOCK = 20_000
_DAY = date(2026, 11, 22)


def make(folder: Path, missions: int, changes: int) -> None:
    """Make the base that nobody has changed, with a workbook out, then the one that was changed often."""
    new, often = folder / "new.passerelle", folder / "often.passerelle"
    with Store.create(new, "SIN", demo=True) as store:
        fill_demo(store, missions, today=_DAY)
        export_workbook(store, folder / "before.xlsx", _request(store))
    shutil.copyfile(new, folder / "making.passerelle")
    with Store.open(folder / "making.passerelle") as store:
        change(store, changes)
        export_workbook(store, folder / "after.xlsx", _request(store))
    (folder / "making.passerelle").replace(often)


def _request(store: Store) -> Request:
    """Return what asks for the country whose missions are the first to be enough."""
    tally = [(count, str(id_)) for id_, count in store.tally(Query(MISSION), "countries", each=True)]
    _count, country = min((held for held in tally if held[0] >= _CHANGED), default=max(tally))
    return Request(("mission",), (country,))


def change(store: Store, changes: int) -> None:
    """Change cells of all missions, five in each, again and again, through the one door."""
    numbers = store.ids(Query(MISSION))
    done = turn = 0
    while done < changes:
        turn += 1
        for start in range(0, len(numbers), _BLOCK):
            records = store.page(MISSION, numbers[start : start + min(_BLOCK, (changes - done) // _FIELDS)])
            with store.edit(Words("Tout revoir", "Go through all")) as edit:
                edit.update_many(
                    MISSION, {str(record["id"]): _values(place, turn) for place, record in enumerate(records)}
                )
            done += len(records) * _FIELDS
            if done >= changes:
                return


def _values(place: int, turn: int) -> dict[str, Value]:
    day = (_DAY + timedelta(days=place % 300 + 7 * turn)).isoformat()
    return {
        "private_days": place % 9 + turn, "opinion_asked_on": day, "opinion_got_on": day, "report_on": day,
        "number": f"OM {place} {turn}",
    }  # fmt: skip


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return how many seconds something takes, by the clock and of the processor."""
    start, before = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - start, time.process_time() - before


def opened(base: Path) -> None:
    """Open a base and read the first rows of its missions, as the window does."""
    with Store.open(base) as store:
        store.page(MISSION, store.ids(Query(MISSION, limit=200)))


def bench_opening(new: Path, often: Path) -> bool:
    """Open both by turns."""
    runs = [(timed(lambda: opened(new)), timed(lambda: opened(often))) for _turn in range(6)]
    first, second = (min(run[which] for run in runs) for which in (0, 1))
    work, other = (min(run[which][1] for run in runs) for which in (0, 1))
    ratio = other / work
    sys.stdout.write(
        f"opening: {first[0] * 1e3:.0f} ms new, {second[0] * 1e3:.0f} ms changed often; processor: {work * 1e3:.0f} and"
        f" {other * 1e3:.0f} ms = {ratio:.2f} ×, bar 1 ± {OPENING_BAR}\n"
    )
    return ratio <= 1 + OPENING_BAR


def bench_receiving(base: Path, sent: Path, folder: Path) -> bool:
    """Take a return in, from the file to the written step."""
    back = folder / f"{sent.stem} back.xlsx"
    count = edited(sent, back, 1)
    with Store.open(base) as store:
        prepare()
        time.sleep(1.0)
        plans = []

        def read() -> None:
            plan = receive(store, back)
            assert plan is not None
            plans.append(plan)

        reading = timed(read)
        plans[0].stopped = None
        plans[0].go_on()
        writing = timed(lambda: apply_plan(store, plans[0]))
    release()
    seconds, work = reading[0] + writing[0], reading[1] + writing[1]
    sys.stdout.write(
        f"receiving {count:,} changes of a workbook sent {sent.stem} them: {reading[0]:.2f} s to the review and"
        f" {writing[0]:.2f} s to write, bar {RECEIVING_BAR} in all; processor: {work:.2f} s;"
        f" {plans[0].cells['theirs']:,} only there, {plans[0].cells['conflicts']:,} on both sides\n"
    )
    return seconds <= RECEIVING_BAR


def main(arguments: list[str]) -> int:
    """Make the bases where they are not there yet, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--missions", type=int, default=200_000)
    parser.add_argument("--changes", type=int, default=1_000_000)
    parser.add_argument("--keep", type=Path, default=None)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = options.keep or Path(name)
        folder.mkdir(exist_ok=True)
        new, often = folder / "new.passerelle", folder / "often.passerelle"
        if not often.exists():
            seconds, work = timed(lambda: make(folder, options.missions, options.changes))
            sys.stdout.write(f"made in {seconds:.0f} s; processor: {work:.0f} s\n")
        reached = [bench_opening(new, often)]
        for sent in ("before", "after"):
            copy = Path(name) / "copy.passerelle"
            shutil.copyfile(often, copy)
            reached.append(bench_receiving(copy, folder / f"{sent}.xlsx", Path(name)))
    return 0 if all(reached) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
