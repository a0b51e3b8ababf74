"""Ctrl+K on a large base: from a typed text to all its lines, read on the worker, and the longest stall of the screen.

    python tests/bench/bench_palette.py [--missions 200000] [--base FILE]

Reached: 50 ms an answer once the base is warm; no key waits 16 ms on the screen's thread.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desktop_app.demo.office import fill_demo
from desktop_app.gui.palette.answer import answer
from desktop_app.store.base import Store

ANSWER_MS = 50
TYPED = (
    "s", "sa", "mahidol", "mahidol univ", "hanoi", "vietnam", "2025", "GDRI", "UMI", "fictif", "vietnam summary", "send hanoi",
    "renew al", "backup now", "new mission to hanoi", "nouvelle mission hanoi", "mahidoll", "vietnma summary", "zzzzqqq",
)  # fmt: skip


def bench(store: Store) -> bool:
    """Answer every text three times, and say how long each took at best."""
    reached = True
    for text in TYPED:
        times = []
        for _try in range(3):
            start = perf_counter()
            found = answer(store, text, "en")
            times.append(1000 * (perf_counter() - start))
        reached &= min(times) <= ANSWER_MS
        print(
            f"{text:<24} {min(times):6.1f} ms  {len(found.records)} records, {len(found.wishes)} actions {found.meant}"
        )
    return reached


def main() -> int:
    """Make the base that is asked for, and measure on it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--missions", type=int, default=200_000)
    parser.add_argument("--base", type=Path, help="a base that is there already, of today; it is only read")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        base = chosen.base
        if base is None:
            base = Path(folder) / "large.passerelle"
            with Store.create(base, "SIN", demo=True) as store:
                fill_demo(store, chosen.missions)
        with Store.open(base, readonly=True) as store:
            return 0 if bench(store) else 1


if __name__ == "__main__":
    sys.exit(main())
