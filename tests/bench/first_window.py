"""How long a program takes from its start until its first window stands on a screen; the screen is a virtual one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress

TOOLS = ("Xvfb", "xwininfo")
_WINDOW = re.compile(r"^\s+(0x[0-9a-f]+) .*?(\d+)x(\d+)\+", re.MULTILINE)
_PATIENCE_S = 60.0


def available() -> bool:
    """Whether this machine has what a virtual screen needs."""
    return all(shutil.which(tool) for tool in TOOLS)


@contextmanager
def screen() -> Iterator[str]:
    """Give a virtual screen of 1440 x 900, by the name that programs know it by."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        pass_fds=[writing], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    try:
        with os.fdopen(reading) as said:
            yield f":{said.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def first_window(command: Sequence[str], display: str, environment: Mapping[str, str]) -> float:
    """Start a program and return the seconds until a window of it shows, at least 400 x 300; then end it."""
    begun = time.perf_counter()
    program = subprocess.Popen(
        command, env={**environment, "DISPLAY": display}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        while time.perf_counter() - begun < _PATIENCE_S:
            if _shows(display):
                return time.perf_counter() - begun
            time.sleep(0.005)
        raise SystemExit(f"{command[0]} showed no window.")
    finally:
        with suppress(ProcessLookupError):
            os.killpg(program.pid, 9)
        program.wait()
        while _shows(display):
            time.sleep(0.01)


def _shows(display: str) -> bool:
    tree = _ask(display, "-root", "-tree")
    large = [id_ for id_, width, height in _WINDOW.findall(tree) if int(width) >= 400 and int(height) >= 300]
    return any("IsViewable" in _ask(display, "-id", id_) for id_ in large)


def _ask(display: str, *words: str) -> str:
    return subprocess.run(["xwininfo", "-display", display, *words], capture_output=True, text=True, check=False).stdout
