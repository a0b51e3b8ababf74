"""Real files damaged at random, as many as one has time for: each is read and its tables found, or refused.

    python tests/bench/fuzz_reading.py [CASES] [--seed S] [--more FOLDER]

What reads is the program's own road, a process with its limits for each file; only the start of that process is spared, by
forking it from one that is ready. Prints how many were read and refused, and how many readers died with the file. Whatever
escapes is kept beside its seed, and ends the run with status 1.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from desktop_app.excel.read import prepare, read_book, release
from desktop_app.excel.recognise import find_tables, is_ours
from desktop_app.excel.refusals import UnreadableFile
from desktop_app.importers.which_table import choices_of
from tests.bench.ready_forks import fork_readers, release_forks
from tests.excel.mutations import mutated
from tests.excel.reading import WORKBOOKS

_SUFFIXES = {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv"}


def main() -> int:
    """Read damaged files until enough were read."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("cases", type=int, nargs="?", default=1_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--more", type=Path, default=None, help="a folder of further files to damage")
    told = options.parse_args()
    folders = [WORKBOOKS, *([told.more] if told.more else [])]
    seeds = sorted(
        path for folder in folders for path in folder.rglob("*")
        if path.suffix.lower() in _SUFFIXES and path.stat().st_size < 300_000
    )  # fmt: skip
    counts, began = Counter[str](), time.perf_counter()
    fork_readers()
    prepare()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(told.cases):
            chance = random.Random(f"{told.seed}/{number}")
            seed = chance.choice(seeds)
            path = Path(folder) / f"case{seed.suffix}"
            path.write_bytes(mutated(seed.read_bytes(), chance))
            try:
                book = read_book(path, password="password")  # noqa: S106
                if is_ours(book):
                    find_tables(book)
                choices_of(book)
                counts["read"] += 1
            except UnreadableFile as refusal:
                counts["refused"] += 1
                counts["died"] += refusal.what in {"reader_died", "too_slow"}
            except BaseException as error:  # noqa: BLE001  # whatever escapes is what is looked for
                kept = Path(f"escaped-{told.seed}-{number}{seed.suffix}")
                kept.write_bytes(path.read_bytes())
                print(f"{seed.name}: {type(error).__name__}: {error} (kept as {kept})")
                counts["escaped"] += 1
                if isinstance(error, KeyboardInterrupt):
                    break
            if number % 1_000 == 999:
                _tell(counts, began)
    release()
    release_forks()
    _tell(counts, began)
    return 1 if counts["escaped"] else 0


def _tell(counts: Counter[str], began: float) -> None:
    seconds = time.perf_counter() - began
    print(
        f"{counts['read']:,} read, {counts['refused']:,} refused ({counts['died']:,} with a reader that died),"
        f" {counts['escaped']:,} escaped in {seconds:.0f} s",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
