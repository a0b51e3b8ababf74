"""Run every check of the repository: prepare what they need, then ruff, mypy and pytest.

Words after -- go to pytest: `python3 build_spec/test.py -- tests/domain -k dates`; with `--bench` they name the
benchmarks to run: `python3 build_spec/test.py --bench -- window excel`.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import environment

Step = tuple[str, Sequence[str]]


def steps(python: Path, *, bench: bool, words: Sequence[str]) -> list[Step]:
    """The checks in order, the quick ones first: a name, and the command."""
    run = [str(python), "-m"]
    if bench:
        known = sorted(path.stem for path in (environment.ROOT / "tests" / "bench").glob("bench_*.py"))
        wanted = [f"bench_{word}" for word in words] or known
        return [(name, [*run, f"tests.bench.{name}"]) for name in wanted]
    # One more than there are processors: tests of windows and of other programs spend half of their time waiting.
    workers = str(min((os.cpu_count() or 1) + 1, 4))
    tests = [*run, "pytest", "--ignore=tests/bench"]
    return [
        ("ruff check", [*run, "ruff", "check", "."]),
        ("ruff format", [*run, "ruff", "format", "--check", "."]),
        ("mypy", [*run, "mypy"]),
        # Read and compiled once, before each worker would do it for itself.
        ("collection", [*tests, "--collect-only", "-qq", *words]),
        ("pytest", [*tests, "-n", workers, "--dist", "worksteal", *words]),
    ]


def surroundings() -> dict[str, str]:
    """The variables that the checks run with: no screen, and what is compiled is kept.

    A test that starts Python anew would compile the whole program again where a machine keeps no bytecode.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"QT_QPA_PLATFORM": "offscreen", **kept}


def main() -> int:
    """Run the steps, each to its end, and print one line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--only", metavar="STEP", help="run only this step: ruff check, ruff format, mypy, collection or pytest"
    )
    parser.add_argument("--bench", action="store_true", help="run the benchmarks instead")
    parser.add_argument("words", nargs="*", help="arguments for pytest, after --")
    options = parser.parse_args()
    try:
        python = environment.prepare("bench" if options.bench else "tests")
    except environment.CannotPrepareError as problem:
        print(problem, file=sys.stderr)
        return 1
    environ = surroundings()
    chosen = [
        step for step in steps(python, bench=options.bench, words=options.words) if options.only in (None, step[0])
    ]
    lines, failed = [], False
    with ThreadPoolExecutor() as beside:
        # One processor types while the others test: what it says is printed when the rest is done.
        started = {name: beside.submit(run, command, environ, quiet=True) for name, command in chosen if name == "mypy"}
        for name, command in sorted(chosen, key=lambda step: step[0] in started):
            print(f"\n{name}", flush=True)
            done, seconds = (
                started[name].result() if name in started else run(command, environ, quiet=name == "collection")
            )
            if done.returncode:  # what was kept quiet
                print(done.stdout or "", end="")
            lines.append(f"{'FAILED' if done.returncode else 'passed'}  {name:14} {seconds:7.1f} s")
            failed = failed or done.returncode != 0
    print("", *lines, sep="\n")
    return int(failed or not lines)


def run(
    command: Sequence[str], environ: Mapping[str, str], *, quiet: bool = False
) -> tuple[subprocess.CompletedProcess[str], float]:
    """Run a command to its end; return what came of it and how many seconds it took. `quiet`: what it says is kept."""
    began, kept = time.monotonic(), subprocess.PIPE if quiet else None
    done = subprocess.run(
        command, cwd=environment.ROOT, env=environ, check=False, stdout=kept, stderr=subprocess.STDOUT if quiet else None,
        text=True, encoding="utf-8",
    )  # fmt: skip
    return done, time.monotonic() - began


if __name__ == "__main__":
    raise SystemExit(main())
