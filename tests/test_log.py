"""The log tells where the program failed and nothing of what a record holds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import log, paths

CRASH = """
import sys, threading
from desktop_app import log
log.start()
def fail(name):
    try:
        int(name)
    except ValueError as problem:
        raise LookupError(name + " of Hanoi") from problem
thread = threading.Thread(target=fail, args=("Ms Thread",))
thread.start()
thread.join()
fail("Ms Main")
"""


def _run(code: str, home: Path) -> subprocess.CompletedProcess[str]:
    environ = {"PASSERELLE_HOME": str(home), "PYTHONPATH": str(paths.resources().parent), "SYSTEMROOT": "C:\\Windows"}
    return subprocess.run([sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=False)


def test_an_exception_that_nobody_caught_is_in_the_log_without_its_words(tmp_path: Path) -> None:
    done = _run(CRASH, tmp_path)
    written = (tmp_path / "log" / "passerelle.log").read_text(encoding="utf-8")
    assert done.returncode == 1
    assert written.count("builtins.LookupError") == 2
    assert written.count("builtins.ValueError") == 2
    assert "line 9, in fail" in written
    assert "Ms " not in written
    assert "Hanoi" not in written


def test_what_the_system_refused_is_named_by_its_number(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        (tmp_path / "Ms Private.xlsx").read_bytes()
    described = log.describe(caught.value)
    assert described.endswith("builtins.FileNotFoundError [2: No such file or directory]")
    assert "Private" not in described.replace('"Ms Private.xlsx"', "")  # the line of this test itself


def test_the_log_turns_over_and_keeps_three_old_files(tmp_path: Path) -> None:
    code = "import logging\nfrom desktop_app import log\nlog._SIZE = 2000\nlog.start()\n"
    code += "for number in range(300): logging.getLogger('desktop_app').info('Row %d', number)"
    assert _run(code, tmp_path).returncode == 0
    files = sorted(path.name for path in (tmp_path / "log").glob("passerelle.log*"))
    assert files == ["passerelle.log", "passerelle.log.1", "passerelle.log.2", "passerelle.log.3"]
    assert all(path.stat().st_size <= 2000 for path in (tmp_path / "log").glob("passerelle.log*"))


def test_the_folders_of_the_user_can_be_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.HOME, str(tmp_path / "stick"))
    made = {paths.data(), paths.config(), paths.caches(), paths.logs()}
    assert {folder.parent for folder in made} == {tmp_path / "stick"}
    assert all(folder.is_dir() for folder in made)


def test_the_resources_are_found_beside_the_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert (paths.resources() / "fonts" / "NotoSans-Regular.ttf").exists()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    paths.resources.cache_clear()
    try:
        assert paths.resources() == tmp_path / "resources"
    finally:
        paths.resources.cache_clear()


def test_nothing_is_written_below_a_warning_by_libraries(tmp_path: Path) -> None:
    code = "import logging\nfrom desktop_app import log\nlog.start()\n"
    code += "logging.getLogger('sqlalchemy.engine').info('INSERT Ms Private')"
    assert _run(code, tmp_path).returncode == 0
    assert "Private" not in (tmp_path / "log" / "passerelle.log").read_text(encoding="utf-8")
