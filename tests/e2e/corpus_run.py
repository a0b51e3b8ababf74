"""Read every file of a folder of real spreadsheets and count what became of each.

    python tests/e2e/corpus_run.py FOLDER [--list] [--mutations N]

With `--mutations`, so many copies of files drawn at random are damaged and read instead.
Each file must end as read, refused with a reason, or in want of a password, with this process alive and within a minute.
"""

# ruff: noqa: T201 (a script that prints its figures)

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from desktop_app.excel.read import prepare, read_book, release
from desktop_app.excel.refusals import NeedsPassword, UnreadableFile
from tests.excel.mutations import mutated

WORKBOOKS = {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"}
TEXTS = {".csv", ".tsv", ".txt"}


def outcome(path: Path) -> str:
    """Return what became of a file: `read`, `password`, `refused: reason` or `CRASH: error`."""
    try:
        read_book(path)
    except NeedsPassword:
        return "password"
    except UnreadableFile as refusal:
        return f"refused: {refusal.what}"
    except Exception as error:  # noqa: BLE001
        return f"CRASH: {type(error).__name__}: {error}"
    return "read"


def damaged(folder: Path, count: int) -> int:
    """Read damaged copies and print what became of them, by kind of file."""
    chance = random.Random(count)
    seeds = [
        path for path in sorted(folder.rglob("*")) if path.suffix.lower() in WORKBOOKS and path.stat().st_size < 200_000
    ]
    counted: Counter[str] = Counter()
    prepare()
    with tempfile.TemporaryDirectory() as scratch:
        for _number in range(count):
            seed = chance.choice(seeds)
            path = Path(scratch, f"damaged{seed.suffix}")
            path.write_bytes(mutated(seed.read_bytes(), chance))
            result = outcome(path)
            counted[f"{seed.suffix.lower()} {result}"] += 1
            if result.startswith(("CRASH", "refused: reader_died", "refused: too_slow")):
                print(f"{result}  {seed.name}")
    release()
    for result, number in sorted(counted.items()):
        print(f"  {number:5} {result}")
    return int(any("CRASH" in result for result in counted))


def main() -> int:
    """Run over the folder and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", action="store_true", help="name each file that was not read")
    parser.add_argument("--mutations", type=int, default=0, help="read so many damaged copies instead")
    options = parser.parse_args()
    if options.mutations:
        return damaged(options.folder, options.mutations)
    counts: dict[str, Counter[str]] = {"workbooks": Counter(), "texts": Counter()}
    slowest = (0.0, "")
    prepare()
    for path in sorted(path for path in options.folder.rglob("*") if path.is_file()):
        suffix = path.suffix.lower()
        group = "workbooks" if suffix in WORKBOOKS else "texts" if suffix in TEXTS else ""
        if not group:
            continue
        began = time.perf_counter()
        result = outcome(path)
        slowest = max(slowest, (time.perf_counter() - began, path.name))
        counts[group][result] += 1
        if options.list and result != "read":
            print(f"{result}  {path.relative_to(options.folder)}")
    release()
    for group, counted in counts.items():
        total = sum(counted.values())
        print(f"{group}: {total} files, {counted['read']} read ({counted['read'] / max(total, 1):.1%})")
        for result, count in counted.most_common():
            print(f"  {count:5} {result}")
    print(f"slowest: {slowest[0]:.1f} s, {slowest[1]}")
    return int(any(result.startswith("CRASH") for counted in counts.values() for result in counted))


if __name__ == "__main__":
    sys.exit(main())
