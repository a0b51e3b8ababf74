"""The program started as a user starts it, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.paths import resources


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
@pytest.mark.parametrize(("lang", "sentence"), [("fr", "Il n’y a pas d’écran ici"), ("en", "There is no screen here")])
def test_without_a_screen_the_window_says_so(lang: str, sentence: str, tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if "DISPLAY" not in name and name != "QT_QPA_PLATFORM"}
    started = subprocess.run(
        [sys.executable, "-m", "desktop_app", "--lang", lang],
        env={**kept, "PASSERELLE_HOME": str(tmp_path)}, cwd=resources().parent, capture_output=True, check=False,
        encoding="utf-8",
    )  # fmt: skip
    assert started.returncode == 1
    assert started.stderr.startswith(sentence)
    assert started.stderr.count("\n") == 1
    assert started.stdout == ""
