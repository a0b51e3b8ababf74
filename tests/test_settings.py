"""Settings of this machine are kept in a file that people can read, without keeping the screen waiting for the disk."""

import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtCore import QLockFile

from desktop_app.settings import Settings


def test_what_is_kept_stands_in_the_file_and_is_found_again(tmp_path: Path) -> None:
    place = tmp_path / "passerelle.ini"
    settings = Settings(place)
    settings.keep("language", "fr")
    settings.keep("window/width", 1366)
    settings.sync()
    assert "language=fr" in place.read_text(encoding="utf-8")
    again = Settings(place)
    assert again.text("language") == "fr"
    assert again.number("window/width", 0) == 1366


def test_a_disk_that_is_busy_keeps_nobody_waiting(tmp_path: Path) -> None:
    place = tmp_path / "passerelle.ini"
    settings = Settings(place)
    busy = QLockFile(f"{place}.lock")
    assert busy.lock()
    later = f"import os, time; time.sleep(0.5); os.remove({str(place) + '.lock'!r})"
    with subprocess.Popen([sys.executable, "-c", later]) as other:
        settings.keep("theme", "dark")
        settings.keep("theme", "light")
        stood_still = 0.0
        while other.poll() is None:
            before = time.monotonic()
            time.sleep(0.005)
            stood_still = max(stood_still, time.monotonic() - before)
    assert stood_still < 0.3
    assert settings.text("theme") == "light"
    settings.sync()
    assert Settings(place).text("theme") == "light"


def test_two_windows_keep_their_settings_in_one_file(tmp_path: Path) -> None:
    place = tmp_path / "passerelle.ini"
    one, other = Settings(place), Settings(place)
    one.keep("theme", "dark")
    one.sync()
    other.keep("language", "en")
    other.sync()
    assert (Settings(place).text("theme"), Settings(place).text("language")) == ("dark", "en")


def test_what_is_kept_aside_is_written_nowhere(tmp_path: Path) -> None:
    place = tmp_path / "passerelle.ini"
    settings = Settings(place)
    settings.keep("theme", "dark")
    aside = settings.aside()
    aside.keep("theme", "light")
    aside.sync()
    settings.sync()
    assert aside.text("theme") == "light"
    assert Settings(place).text("theme") == "dark"
