"""How soon the window stands, and how fast its lists move, as ratios to a bare PySide6 window in the same run.

    python tests/bench/bench_window.py [BASE]      BASE: a base of 25,000 missions; made where none is given
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 7

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: (print("painted", flush=True), QApplication.quit()))
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
from pathlib import Path
sys.path.insert(0, {root!r})
from PySide6.QtCore import QTimer
from desktop_app.app import Program, prepare
from desktop_app.settings import Settings
settings = Settings(Path({settings!r}))
settings.keep("window/page", "mission")
app = prepare(settings, "en")
program = Program(settings)
def painted():
    heavy = [name for name in ("sqlalchemy", "alembic", "openpyxl", "typst", "python_calamine") if name in sys.modules]
    print("painted", *heavy, flush=True)
program.window.painted.connect(painted)
def rows():
    QTimer.singleShot(0, lambda: (print("rows", flush=True), app.quit()))
program.window.stack.shown.connect(lambda page: page.list.loaded.connect(rows))
QTimer.singleShot(60_000, lambda: app.exit(1))
program.show(Path({base!r}))
app.exec()
program.close()
"""


def stages(code: str, environment: dict[str, str]) -> dict[str, float]:
    """Run a program and return when it printed which word, in seconds after its start."""
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=environment)
    found: dict[str, float] = {}
    for line in process.stdout or ():
        word, *heavy = line.split()
        if heavy:
            raise SystemExit(f"Imported before the first paint: {', '.join(heavy)}")
        found[word] = time.perf_counter() - begun
    process.wait(60)
    return found


def demo(folder: Path) -> Path:
    """Make the base of 25,000 missions."""
    sys.path.insert(0, str(ROOT))
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
        bare_times, paint_times, row_times = [], [], []
        for number in range(ROUNDS + 1):
            bare, window = stages(BARE, environment), stages(ours, environment)
            if number:  # the first round warms the disk
                bare_times.append(bare["painted"])
                paint_times.append(window["painted"])
                row_times.append(window["rows"])
    bare_time = statistics.median(bare_times)
    paint, rows = statistics.median(paint_times) / bare_time, statistics.median(row_times) / bare_time
    print(f"bare window                 {bare_time * 1000:6.0f} ms  1.00")
    print(f"first paint                 {statistics.median(paint_times) * 1000:6.0f} ms  {paint:.2f}  (bar 1.4)")
    print(f"first rows, 25,000 missions {statistics.median(row_times) * 1000:6.0f} ms  {rows:.2f}  (bar 4)")
    return 0 if paint <= 1.4 and rows <= 4 else 1


if __name__ == "__main__":
    sys.exit(main())
