"""The reading process: it dies alone, it can be stopped, and none is left behind."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

from desktop_app.excel import process
from desktop_app.excel.child import command
from desktop_app.excel.process import Limits
from desktop_app.excel.read import prepare, read_book, release
from desktop_app.excel.refusals import ReadingCancelled, UnreadableFile
from tests.excel.hostile import plain_xlsx, sheet, xlsx
from tests.excel.reading import WORKBOOKS, written


def _children() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if any("excel.child" in word for word in child.cmdline())]


def _started(count: int) -> set[int]:
    """The processes, once there are so many: one that has just been made bears another name for a moment."""
    end = time.monotonic() + 10
    while len(found := _children()) != count and time.monotonic() < end:
        time.sleep(0.01)
    return {child.pid for child in found}


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "a.xlsx"
    path.write_bytes(plain_xlsx())
    return path


@pytest.fixture(scope="module")
def slow_workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("slow") / "slow.xlsx"
    return written([[f"texte {row} {column}" for column in range(30)] for row in range(5000)], path)


def test_no_process_is_left_behind_after_reading_or_refusing(workbook: Path) -> None:
    read_book(workbook)
    with pytest.raises(UnreadableFile):
        read_book(WORKBOOKS / "oleloop.xls")
    assert not _children()


def test_spare_processes_are_kept_once_asked_for_and_replaced_after_each_reading(workbook: Path) -> None:
    prepare()
    try:
        first = _started(2)
        assert read_book(workbook).sheets[0].rows == [(1,)]
        second = _started(2)
        assert len(first) == len(second) == 2
        assert len(first & second) == 1
    finally:
        release()
    assert not _children()


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_spare_processes_that_died_are_replaced(workbook: Path) -> None:
    prepare()
    try:
        for child in _children():
            os.kill(child.pid, signal.SIGKILL)
        time.sleep(0.1)
        assert read_book(workbook).sheets[0].rows == [(1,)]
    finally:
        release()


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_the_death_of_the_reader_is_a_sentence_and_not_the_death_of_the_program(slow_workbook: Path) -> None:
    def kill() -> None:
        while not _children():
            time.sleep(0.002)
        for child in _children():
            child.kill()

    killer = threading.Thread(target=kill)
    killer.start()
    with pytest.raises(UnreadableFile) as caught:
        read_book(slow_workbook)
    killer.join()
    assert caught.value.what == "reader_died"


def test_reading_stops_when_the_person_cancels(slow_workbook: Path) -> None:
    asked = []

    def cancelled() -> bool:
        asked.append(time.monotonic())
        return len(asked) > 1

    with pytest.raises(ReadingCancelled):
        read_book(slow_workbook, cancelled=cancelled)
    assert time.monotonic() - asked[-1] < 5
    assert not _children()


def test_reading_stops_at_the_limit_of_time(slow_workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Limits, "for_size", lambda _size: Limits(1_000_000_000, 0.05, 0.05, 60))
    with pytest.raises(UnreadableFile) as caught:
        read_book(slow_workbook)
    assert caught.value.what == "too_slow"
    assert not _children()


@pytest.mark.skipif(sys.platform != "linux", reason="the system limits memory by itself on Linux")
def test_reading_stops_at_the_limit_of_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.xlsx"
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="CV{n}"><v>1</v></c></row>' for n in range(1, 50_001))
    path.write_bytes(xlsx(sheet(rows)))
    monkeypatch.setattr(Limits, "for_size", lambda _size: Limits(150_000_000, 60, 60, 60))
    with pytest.raises(UnreadableFile) as caught:
        read_book(path)
    assert caught.value.what == "reader_died"


def test_small_files_have_ten_seconds_and_a_gigabyte_large_ones_a_minute_and_a_half_more() -> None:
    small, large = Limits.for_size(20_000_000), Limits.for_size(20_000_001)
    assert (small.work, small.memory) == (10, 1_000_000_000)
    assert (large.work, large.memory) == (60, 1_500_000_000)


def test_the_process_starts_with_next_to_nothing() -> None:
    source = "import sys, desktop_app.excel.child, python_calamine; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"sqlalchemy", "PySide6", "openpyxl", "xlsxwriter", "msoffcrypto", "olefile", "xml", "desktop_app.domain"}
    assert not heavy & set(modules)


def test_the_process_ends_by_itself_when_the_program_is_gone() -> None:
    reader = process.Reader()
    assert reader.alive
    assert reader._process.stdin is not None
    reader._process.stdin.close()
    assert reader._process.wait(timeout=10) == 0
    reader.stop()


def test_the_packaged_program_starts_itself_as_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command() == [sys.executable, "--read-foreign-file"]
