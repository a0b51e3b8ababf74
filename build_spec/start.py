"""Start Passerelle from a fresh checkout: prepare everything once, then open the window on the demo office.

Without a display it runs the guided tour instead: a demo base, a workbook exported, edited and taken back,
a report and pictures of the screens, in a folder that it names.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import environment


def has_display() -> bool:
    """Whether a window can be shown here."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def tour(python: Path, folder: Path, environ: dict[str, str]) -> int:
    """Show a whole day without a window, then take pictures of the screens; return the exit status."""
    print(f"Everything it makes goes to {folder}", flush=True)
    environ = {**environ, "QT_QPA_PLATFORM": "offscreen"}
    status = subprocess.call([str(python), "-m", "desktop_app", "tour", "--out", str(folder)], env=environ)
    if status:
        return status
    pictures = Path(__file__).with_name("pictures.py")
    command = [str(python), str(pictures), str(folder / "pictures"), "--base", str(folder / "demo.passerelle"), "--few"]
    return subprocess.call(command, env=environ)


def main() -> NoReturn:
    """Prepare the environment and become the program."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tour", action="store_true", help="run the guided tour, without a window")
    parser.add_argument("--out", type=Path, default=environment.ROOT / "build" / "tour", help="folder of the tour")
    parser.add_argument("arguments", nargs="*", help="arguments for the program, after --, instead of the demo office")
    options = parser.parse_args()
    try:
        python = environment.prepare("run")
    except environment.CannotPrepareError as problem:
        raise SystemExit(str(problem)) from None
    command = [str(python), "-m", "desktop_app"]
    environ = dict(os.environ)
    if options.arguments:
        command += options.arguments
    elif options.tour or not has_display():
        if not options.tour:
            print("There is no display here: running the guided tour without a window.")
        raise SystemExit(tour(python, options.out.resolve(), environ))
    else:
        command += ["--demo"]
    environment.become(command, environ)


if __name__ == "__main__":
    main()
