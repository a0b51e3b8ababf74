"""How soon the window stands and the first rows are there, as ratios to a bare PySide6 window in the same run.

    python -m tests.bench.bench_window [BASE]      BASE: a base of 25,000 missions; made where none is given

Where a virtual screen can be had, LibreOffice Calc and Gramps stand beside, as far as they are installed.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.bench import first_window

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 9

BARE = """
import sys
import time
from PySide6.QtCore import QTimer
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: (print("painted", time.process_time(), flush=True), QApplication.quit()))
app = QApplication([])
window = Window()
table = QTableView()
table.setModel(QStandardItemModel(0, 6))
window.setCentralWidget(table)
window.resize(1366, 768)
window.show()
app.exec()
"""

OURS = """
import sys
import time
from pathlib import Path
sys.path.insert(0, {root!r})
from desktop_app.gui.quick_imports import import_quickly
import_quickly()
from PySide6.QtCore import QEvent, QObject, QTimer
from desktop_app.app import Program, prepare
from desktop_app.settings import Settings
settings = Settings(Path({settings!r}))
settings.keep("start/page", "mission")
app = prepare(settings, "en")
program = Program(settings)
def painted():
    heavy = [name for name in ("sqlalchemy", "alembic", "openpyxl", "typst", "python_calamine") if name in sys.modules]
    print("painted", time.process_time(), *heavy, flush=True)
program.window.painted.connect(painted)
def answered():
    print("answered", time.process_time(), flush=True)
    app.quit()
class Watch(QObject):  # waits until the first rows of the list are painted
    def eventFilter(self, viewport, event):
        if event.type() == QEvent.Type.Paint and viewport.parent().model().rowCount():
            QTimer.singleShot(0, lambda: print("rows", time.process_time(), flush=True))
            viewport.removeEventFilter(self)
        return False
watch = Watch()
def shown(page):
    page.list.table.viewport().installEventFilter(watch)
    page.list.loaded.connect(lambda: QTimer.singleShot(0, answered))
program.window.stack.shown.connect(shown)
QTimer.singleShot(60_000, lambda: app.exit(1))
program.show(Path({base!r}))
app.exec()
program.close()
"""


# What people know, by the name that we print; the first of the commands that is installed.
PEERS = {"LibreOffice Calc": ["soffice", "--calc", "--norestore", "--nologo"], "Gramps": ["gramps"]}


class Stage(NamedTuple):
    """When a program reached a stage: seconds on the clock since it was started, and of processor time."""

    wall: float
    processor: float


def stages(code: str, environment: dict[str, str]) -> dict[str, Stage]:
    """Run a program and return when it said which word."""
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=environment)
    found: dict[str, Stage] = {}
    for line in process.stdout or ():
        word, processor, *heavy = line.split()
        if heavy:
            raise SystemExit(f"Imported before the first paint: {', '.join(heavy)}")
        found[word] = Stage(time.perf_counter() - begun, float(processor))
    process.wait(60)
    return found


def demo(folder: Path) -> Path:
    """Make the base of 25,000 missions."""
    from desktop_app.demo.office import fill_demo
    from desktop_app.store.base import Store

    path = folder / "bench.passerelle"
    with Store.create(path, "SIN", demo=True) as store:
        fill_demo(store, 25_000)
    return path


def main() -> int:
    """Measure, print, and fail where a bar is not reached."""
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        base = Path(sys.argv[1]) if len(sys.argv) > 1 else demo(folder)
        environment = {**os.environ, "PASSERELLE_HOME": work, "QT_LOGGING_RULES": "*=false"}
        # Both programs start from compiled modules, as they do on every start but the first.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        ours = OURS.format(root=str(ROOT), settings=str(folder / "bench.ini"), base=str(base))
        beside(base, folder / "bench.ini", folder, environment)
        rounds = [(stages(BARE, environment), stages(ours, environment)) for _ in range(ROUNDS + 1)][1:]
    bare = _median([window["painted"] for window, _ours in rounds])
    paint = _median([window["painted"] for _bare, window in rounds])
    rows = _median([window["rows"] for _bare, window in rounds])
    answer = _median([window["answered"] for _bare, window in rounds])
    print("                              clock        processor time")
    failed = False
    # The first rows are those of the last time, where nothing can have changed since; then the base answers for all.
    for name, stage, bar in (
        ("bare window", bare, 1.0), ("first paint", paint, 1.4), ("first rows", rows, 4.0), ("base answers", answer, None),
    ):  # fmt: skip
        clock, ratio = stage.wall / bare.wall, stage.processor / bare.processor
        limit = f"  bar {bar}" if bar else ""
        print(
            f"{name:22} {stage.wall * 1000:6.0f} ms {clock:5.2f} {stage.processor * 1000:8.0f} ms {ratio:5.2f}{limit}"
        )
        # Where other programs work beside it, the clock says little: one of the two must keep the bar.
        failed |= bar is not None and min(clock, ratio) > bar
    return 1 if failed else 0


def beside(base: Path, settings: Path, folder: Path, environment: dict[str, str]) -> None:
    """Print how long the programs that people know take to their first window, on one virtual screen."""
    if not first_window.available():
        return
    ours = OURS.format(root=str(ROOT), settings=str(settings), base=str(base)).replace("app.quit()", "None")
    programs = {
        "bare window": [sys.executable, "-c", BARE.replace("QApplication.quit()", "None")],
        "Passerelle": [sys.executable, "-c", ours],
        **{name: command for name, command in PEERS.items() if shutil.which(command[0])},
    }
    environment = {**environment, "QT_QPA_PLATFORM": "xcb", "HOME": str(folder)}
    with first_window.screen() as display:
        taken = {
            name: statistics.median([first_window.first_window(command, display, environment) for _ in range(4)][1:])
            for name, command in programs.items()
        }
    print("\nfirst window on one virtual screen")
    for name, seconds in taken.items():
        print(f"{name:22} {seconds * 1000:6.0f} ms {seconds / taken['bare window']:5.2f}")


def _median(found: list[Stage]) -> Stage:
    return Stage(statistics.median(one.wall for one in found), statistics.median(one.processor for one in found))


if __name__ == "__main__":
    sys.exit(main())
