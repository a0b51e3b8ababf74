"""Start Passerelle from a fresh checkout: prepare everything once, then open the window on the demo office.

Without a display it runs the guided tour instead: a demo base, a workbook exported, edited and taken back,
a report and pictures of the screens, in a folder that it names.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import NoReturn

import environment


def has_display() -> bool:
    """Whether a window can be shown here."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


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
        print(f"Everything it makes goes to {options.out.resolve()}")
        command += ["tour", "--out", str(options.out.resolve())]
        environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    else:
        command += ["--demo"]
    environment.become(command, environ)


if __name__ == "__main__":
    main()
