"""The private environment is made once, found again at once, and made anew when a lock changes."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.architecture.repository import ROOT

LOCKS = ("requirements.txt", "requirements-tests.txt", "requirements-bench.txt", "requirements-package.txt")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small checkout whose locks ask for nothing."""
    for folder in ("build_spec", "desktop_app"):
        (tmp_path / folder).mkdir()
    for name in ("environment.py", "system_libraries.py", "start.py"):
        shutil.copy(ROOT / "build_spec" / name, tmp_path / "build_spec")
    for name in LOCKS:
        (tmp_path / "build_spec" / name).write_text("# nothing\n", encoding="utf-8")
    program = "import sys\nprint(sys.prefix, sys.argv[1:])\nraise SystemExit(3)\n"
    (tmp_path / "desktop_app" / "__init__.py").touch()
    (tmp_path / "desktop_app" / "__main__.py").write_text(program, encoding="utf-8")
    return tmp_path


def _start(checkout: Path, *words: str) -> tuple[subprocess.CompletedProcess[str], float]:
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, checkout / "build_spec" / "start.py", *words],
        cwd=checkout.parent,  # the package is found from any folder
        capture_output=True,
        text=True,
        check=False,
    )
    return done, time.monotonic() - began


def test_the_second_start_makes_nothing_and_a_changed_lock_makes_all_anew(checkout: Path) -> None:
    first, slow = _start(checkout, "--", "list", "--json")
    assert first.returncode == 3, first.stderr  # the status of the program
    assert "Making a private environment" in first.stdout
    assert first.stdout.endswith(f"{checkout / '.venv'} ['list', '--json']\n")

    second, quick = _start(checkout, "--tour", "--out", str(checkout / "pictures"))
    assert second.returncode == 3
    assert second.stdout.splitlines()[-1] == f"{checkout / '.venv'} {['tour', '--out', str(checkout / 'pictures')]}"
    assert "private environment" not in second.stdout
    assert quick < slow / 2

    (checkout / "build_spec" / "requirements.txt").write_text("filelock==4.2.11\n", encoding="utf-8")
    third, _ = _start(checkout, "--", "list")
    assert "Making a private environment" in third.stdout
    assert third.returncode == 1  # a package without its hash is refused
    assert "This command failed" in third.stderr
    assert "Traceback" not in third.stderr
