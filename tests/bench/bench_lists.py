"""How the lists of a large base answer, from the key to the painted rows, beside what Qt offers ready-made.

    QT_QPA_PLATFORM=offscreen python -m tests.bench.bench_lists [BASE] [--missions N] [--peers]

BASE: any base with missions; one of N missions (200,000 unless asked otherwise) is made where none is given. Each program
runs in a process of its own on a copy: ours, the whole window; QSqlQueryModel in a QTableView; QSortFilterProxyModel over
rows held in Python (on a tenth of the rows at most, since it takes minutes otherwise). For each step: the longest time for
which the screen's thread did not answer, that time as far as this process was computing in it (for a machine that others
use too), and the time until the result was painted, in milliseconds; then ratios.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer  # noqa: E402  (once the path and the platform are set)
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QTableView, QWidget  # noqa: E402

from desktop_app.app import Program, prepare  # noqa: E402
from desktop_app.gui.frame.opening import LOOK_AFTER_MS  # noqa: E402
from desktop_app.gui.lists.specs import Condition  # noqa: E402
from desktop_app.gui.pages.records import RecordsPage  # noqa: E402
from desktop_app.gui.theme import look  # noqa: E402
from desktop_app.gui.words import set_language  # noqa: E402
from desktop_app.settings import Settings  # noqa: E402
from desktop_app.store.base import Store  # noqa: E402

KEYS, REPEAT_MS = 60, 15  # a key that is held comes every 33 ms, of which painting takes its part
FRAMES = 120
TEXT = "hanoi"
STALL_BAR_MS, PAINT_BAR_MS, FRAMES_BAR, MEMORY_BAR_MB = 100, 150, 50, 350
MILLION = {"paint": 300, "memory": 500, "sort": 2_000}  # linked or unindexed: until all is in order
_UNINDEXED = ("visa", "nights")
PROXY_ROWS = 20_000
Steps = dict[str, dict[str, float]]


class Watch(QObject):
    """Measures how long the screen's thread does not answer, and when a widget was painted."""

    def __init__(self, seen: QWidget) -> None:
        super().__init__()
        self._seen = seen
        self.worst, self.own, self.painted, self._armed = 0.0, 0.0, 0.0, False
        self._last, self._round = (0.0, 0.0), 0
        self._beat = QTimer(self, interval=2)
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._on_beat)
        seen.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a painting that shows the result."""
        if watched is self._seen and event.type() == QEvent.Type.Paint and self._armed:
            self._armed = False
            QTimer.singleShot(0, partial(self._on_painted, self._round))
        return False

    def _on_painted(self, round_: int) -> None:
        if round_ == self._round:  # else what was painted belongs to the step before
            self.painted = self.painted or time.perf_counter()

    def arm(self) -> None:
        """The result is there; the next painting shows it."""
        self._armed = True
        self._seen.update()

    def _on_beat(self) -> None:
        now = (time.perf_counter(), time.process_time())
        waited, computed = (one - other for one, other in zip(now, self._last, strict=True))
        self.worst, self._last = max(self.worst, waited), now
        # Time in which the machine ran other programs is no stall of ours.
        self.own = max(self.own, min(waited, computed))

    def measure(self, act: Callable[[], object], over: Callable[[], bool], at_most: float = 60) -> dict[str, float]:
        """Do something; return the longest stall, the time until the result was painted and until all was over.

        `own`: the longest stall as far as this process was computing in it.
        """
        self.worst, self.own, self.painted, self._armed = 0.0, 0.0, 0.0, False
        self._round += 1
        begun, self._last = time.perf_counter(), (time.perf_counter(), time.process_time())
        self._beat.start()
        act()
        self._on_beat()
        loop = QEventLoop()
        while not (over() and self.painted):
            QTimer.singleShot(2, loop.quit)
            loop.exec()
            if time.perf_counter() - begun > at_most:
                break
        self._on_beat()
        self._beat.stop()
        ended = time.perf_counter()
        return {
            "stall": self.worst * 1000, "own": self.own * 1000, "painted": (self.painted - begun) * 1000,
            "whole": (ended - begun) * 1000,
        }  # fmt: skip


def page_downs(table: QTableView) -> dict[str, float]:
    """Press Page Down again and again, as a key that is held does; return the median and the worst in milliseconds."""
    taken = []
    for _ in range(KEYS):
        QTest.qWait(REPEAT_MS)
        begun = time.perf_counter()
        QTest.keyClick(table, Qt.Key.Key_PageDown)
        table.viewport().repaint()
        taken.append((time.perf_counter() - begun) * 1000)
    return {"stall": max(taken), "painted": statistics.median(taken)}


def frames(table: QTableView) -> float:
    """Scroll by a third of a row at a time; return how many frames a second are painted."""
    bar, begun = table.verticalScrollBar(), time.perf_counter()
    for _ in range(FRAMES):
        bar.setValue(bar.value() + 16)
        table.viewport().repaint()
    return FRAMES / (time.perf_counter() - begun)


def memory() -> float:
    """Return the memory of this process in MB, where the system says it."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


# Ours ----------------------------------------------------------------------------------------------------------------


def opened(base: Path) -> tuple[Program, RecordsPage]:
    """Open the whole window on a base, with the list of missions made but not shown, and wait until all is calm."""
    settings = Settings(base.parent / "bench.ini")
    settings.keep("start/page", "partner")
    prepare(settings, "en")
    program = Program(settings)
    program.window.resize(1440, 900)
    program.show(base)
    idle(lambda: program.workspace.is_open and not program.tasks.busy)
    QTest.qWait(LOOK_AFTER_MS)  # the first copy of the base is made then, and it is checked
    idle(lambda: not program.tasks.busy)
    page = program.window.stack.places["mission"].make(program.workspace, program.window.stack)
    program.window.stack.pages["mission"] = page
    program.window.stack.addWidget(page)
    assert isinstance(page, RecordsPage)
    return program, page


def ours(base: Path) -> Steps:
    """Measure the window of the program."""
    program, page = opened(base)
    bench = Bench(program, page)
    bench.views()
    bench.orders()
    bench.filters()
    bench.groups()
    bench.movement()
    looks: dict[str, Callable[[], None]] = {
        "language": partial(set_language, "fr"),
        "theme": partial(look.apply, "dark"),
    }
    for name, act in looks.items():
        idle(lambda: not program.tasks.busy)
        begun = time.perf_counter()
        act()
        program.window.repaint()
        bench.found[name] = {"painted": (time.perf_counter() - begun) * 1000}
    bench.found["search a key"] = _search(program.workspace.store)
    bench.found["memory"] = {"MB": memory()}
    program.window.close()
    program.close()
    return bench.found


class Bench:
    """The steps in the list of missions."""

    def __init__(self, program: Program, page: RecordsPage) -> None:
        self._program, self._page, self._rows = program, page, page.list
        self.found = Steps()
        self.watch = Watch(page.list.table.viewport())
        self._loaded = False
        page.list.model.modelReset.connect(self.watch.arm)
        page.list.loaded.connect(self._on_loaded)

    def _on_loaded(self) -> None:
        self._loaded = True

    def step(self, name: str, act: Callable[[], object]) -> None:
        """Measure one step, until all of the list is there."""
        self._loaded = False
        self.found[name] = self.watch.measure(act, lambda: self._loaded)

    def views(self) -> None:
        """Open the list, then each of its views."""
        self.step("open", lambda: self._program.window.stack.show_page("mission"))
        for view in (*self._rows.spec.views, self._rows.spec.views[0]):
            name = f"view {view.name}"
            self.step(name if name not in self.found else f"{name} again", partial(self._page.tabs.choose, view.name))

    def orders(self) -> None:
        """Sort by fields of each kind, both ways."""
        for field in (
            "starts_on",
            "status",
            "cost",
            "purpose",
            "unit",
            "partner",
            "person",
            "instrument",
            "number",
            "notes",
            "visa",
            "nights",
        ):
            for descending in (False, True):
                sort = partial(self._rows.sort_by, field, descending=descending)
                self.step(f"sort {field}{' down' if descending else ''}", sort)
        self._rows.choice.arrangement.sort = ()
        self.step("sort usual", self._rows.load)

    def filters(self) -> None:
        """Filter by text, by values and by a range."""
        quick, bar = self._rows.filters.quick, self._rows.filters
        self.step("text filter", lambda: quick.setText(TEXT))
        self.step("text filter off", lambda: quick.setText(""))
        country = str(self._program.workspace.store.resolve("country", "VN"))
        for name, asked in (
            ("country", (Condition("countries", "is", country),)), ("status", (Condition("status", "is", "done"),)),
            ("years", (Condition("starts_on", "between", ("2024", "2025")),)), ("off", ()),
        ):  # fmt: skip
            self.step(f"filter {name}", partial(bar.set_conditions, asked))

    def groups(self) -> None:
        """Gather the rows."""
        for field in ("status", "purpose", "starts_on", "institute", "unit"):
            self.step(f"group {field}", partial(self._rows.group_by, field))
        self.step("group off", lambda: self._rows.group_by(""))

    def movement(self) -> None:
        """Page Down and scroll, in both densities."""
        rows = self._rows
        for compact, name in ((True, "one line"), (False, "two lines")):
            rows.set_compact(compact=compact)
            rows.table.select_row(0)
            rows.table.setFocus()
            self.found[f"Page Down {name}"] = page_downs(rows.table)
            idle(lambda: not self._program.tasks.busy)
            self.found[f"frames {name}"] = {"frames": frames(rows.table)}


def _search(store: Store) -> dict[str, float]:
    taken = []
    for word in ("hanoi", "workshop", "mahidol", "sing", "2025"):
        for end in range(1, len(word) + 1):
            begun = time.perf_counter()
            store.search(word[:end], 12)
            taken.append((time.perf_counter() - begun) * 1000)
    return {"painted": statistics.median(taken), "stall": max(taken)}


def idle(over: Callable[[], bool]) -> None:
    """Wait until something has been so for a while."""
    loop, calm = QEventLoop(), 0
    while calm < 8:
        QTimer.singleShot(25, loop.quit)
        loop.exec()
        calm = calm + 1 if over() else 0


# Peers ---------------------------------------------------------------------------------------------------------------

_SHOWN = (
    "SELECT mission.number, person.family_name, mission.starts_on, mission.ends_on, mission.cities, partner.name,"
    " instrument.acronym, mission.purpose, mission.status, mission.cost / 100.0 FROM mission"
    " LEFT JOIN person ON person.id = mission.person LEFT JOIN partner ON partner.id = mission.partner"
    " LEFT JOIN instrument ON instrument.id = mission.instrument WHERE mission.gone = 0"
)
_ORDERS = {
    "starts_on": "mission.starts_on", "status": "mission.status", "cost": "mission.cost", "purpose": "mission.purpose",
    "partner": "partner.name", "person": "person.family_name",
}  # fmt: skip


def query_model(base: Path) -> Steps:
    """Measure a QSqlQueryModel in a QTableView, as one writes it without a program of one's own."""
    from PySide6.QtSql import QSqlDatabase, QSqlQueryModel

    application = QApplication([])
    database = QSqlDatabase.addDatabase("QSQLITE")
    database.setDatabaseName(str(base))
    database.open()
    model, table = QSqlQueryModel(), _bare_table()
    watch, found = Watch(table.viewport()), Steps()
    table.setModel(model)
    table.show()

    def ask(more: str = "", order: str = "mission.starts_on DESC") -> None:
        model.setQuery(f"{_SHOWN} {more} ORDER BY {order}", database)
        watch.arm()

    found["open"] = watch.measure(ask, lambda: True)
    for field, column in _ORDERS.items():
        found[f"sort {field}"] = watch.measure(lambda c=column: ask(order=c), lambda: True)  # type: ignore[misc]
    like = f"AND (mission.cities LIKE '%{TEXT}%' OR mission.notes LIKE '%{TEXT}%' OR partner.name LIKE '%{TEXT}%')"
    found["text filter"] = watch.measure(lambda: ask(like), lambda: True)
    found["filter status"] = watch.measure(lambda: ask("AND mission.status = 'done'"), lambda: True)
    ask()
    table.setCurrentIndex(model.index(0, 0))
    found["Page Down one line"] = page_downs(table)
    found["frames one line"] = {"frames": frames(table)}
    found["memory"] = {"MB": memory()}
    application.processEvents()
    return found


def proxy_model(base: Path) -> Steps:
    """Measure a QSortFilterProxyModel over rows held in Python."""
    import sqlcipher3.dbapi2 as driver
    from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel

    class Rows(QAbstractTableModel):
        def __init__(self, held: list[tuple[object, ...]]) -> None:
            super().__init__()
            self.held = held

        def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
            return 0 if parent is not None and parent.isValid() else len(self.held)

        def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
            return 0 if parent is not None and parent.isValid() else 10

        def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
            return self.held[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    application = QApplication([])
    table, proxy, found = _bare_table(), QSortFilterProxyModel(), Steps()
    proxy.setFilterKeyColumn(-1)
    watch = Watch(table.viewport())
    table.show()
    connection: Any = driver.connect(str(base))

    def load() -> None:
        held = connection.execute(f"{_SHOWN} ORDER BY mission.starts_on DESC LIMIT {PROXY_ROWS}").fetchall()
        proxy.setSourceModel(Rows(held))
        table.setModel(proxy)
        watch.arm()

    def act(what: Callable[[], object]) -> dict[str, float]:
        def both() -> None:
            what()
            watch.arm()

        return watch.measure(both, lambda: True)

    found["open"] = watch.measure(load, lambda: True)
    for column, field in ((2, "starts_on"), (8, "status"), (9, "cost"), (7, "purpose"), (5, "partner"), (1, "person")):
        found[f"sort {field}"] = act(lambda c=column: proxy.sort(c))  # type: ignore[misc]
    found["text filter"] = act(lambda: proxy.setFilterFixedString(TEXT))
    found["filter status"] = act(lambda: proxy.setFilterFixedString("done"))
    proxy.setFilterFixedString("")
    table.setCurrentIndex(proxy.index(0, 0))
    found["Page Down one line"] = page_downs(table)
    found["frames one line"] = {"frames": frames(table)}
    found["memory"] = {"MB": memory()}
    application.processEvents()
    return found


def _bare_table() -> QTableView:
    table = QTableView()
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(36)
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.resize(1212, 740)  # as large as our table stands in its window
    return table


# The run -------------------------------------------------------------------------------------------------------------

_RUNS = {"ours": ours, "QSqlQueryModel": query_model, "proxy": proxy_model}


def run(name: str, base: Path, folder: Path) -> Steps:
    """Measure one program in a process of its own on a copy of the base."""
    copy = Path(shutil.copy(base, folder / f"{name}.passerelle"))
    command = [sys.executable, __file__, str(copy), "--worker", name]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    copy.unlink()
    if done.returncode:
        raise SystemExit(f"{name}: {done.stdout}{done.stderr}")
    steps: Steps = json.loads(done.stdout.splitlines()[-1])
    return steps


def report(found: dict[str, Steps], bars: dict[str, float]) -> int:
    """Print every step beside the peers, and what misses its bar; returns the exit status."""
    mine, missed = found["ours"], []
    print(f"{'step':22} {'stall':>7} {'own':>7} {'painted':>8} {'whole':>7}   peers, painted (times ours)")
    for name, held in mine.items():
        if "painted" not in held:
            print(f"{name:22} {', '.join(f'{value:.0f} {unit}' for unit, value in held.items())}{_beside(found, name)}")
            continue
        figures = "".join(
            f"{held[part]:8.1f}" if part in held else f"{'':8}" for part in ("stall", "own", "painted", "whole")
        )
        print(f"{name:22}{figures}   {_beside(found, name)}")
        bar = {"search a key": 16.0, "language": 200.0, "theme": 200.0}.get(name, bars["paint"])
        if name.startswith("sort ") and "sort" in bars:
            bar = bars["sort"] if name.split()[1] in _UNINDEXED else bar
            if held["whole"] > bars["sort"]:
                missed.append(f"{name}: all in order after {held['whole']:.0f} ms, bar {bars['sort']:.0f}")
        if held["painted"] > bar:
            missed.append(f"{name}: painted after {held['painted']:.0f} ms, bar {bar:.0f}")
        if held.get("own", 0.0) > STALL_BAR_MS and not name.startswith(("Page Down", "search")):
            missed.append(f"{name}: the screen stood still for {held['own']:.0f} ms, bar {STALL_BAR_MS}")
    scrolled = {name: mine[name]["frames"] for name in ("frames one line", "frames two lines")}
    missed += [f"{name}: {held:.0f}, bar {FRAMES_BAR}" for name, held in scrolled.items() if held < FRAMES_BAR]
    if mine["memory"]["MB"] > bars["memory"]:
        missed.append(f"memory: {mine['memory']['MB']:.0f} MB, bar {bars['memory']:.0f}")
    print("\n".join(missed) or "Every bar is reached.")
    return 1 if missed else 0


def _beside(found: dict[str, Steps], step: str) -> str:
    parts = []
    for name, steps in found.items():
        if name == "ours" or step not in steps:
            continue
        for unit, value in steps[step].items():
            if unit in ("painted", "frames", "MB"):
                parts.append(f"{name} {value:.0f} ({value / max(0.01, found['ours'][step][unit]):.1f})")
    return "  " + "  ".join(parts) if parts else ""


def demo(folder: Path, missions: int) -> Path:
    """Make a base."""
    from desktop_app.demo.office import fill_demo

    path = folder / "bench.passerelle"
    with Store.create(path, "SIN", demo=True) as store:
        fill_demo(store, missions)
    return path


def main() -> int:
    """Measure; fail where a bar is not reached."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("base", type=Path, nargs="?")
    parser.add_argument("--missions", type=int, default=200_000)
    parser.add_argument("--peers", action="store_true", help="measure the models of Qt as well")
    parser.add_argument("--worker", default="", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.worker:
        print(json.dumps(_RUNS[chosen.worker](chosen.base)))
        return 0
    with tempfile.TemporaryDirectory() as work:
        base = chosen.base or demo(Path(work), chosen.missions)
        names = list(_RUNS) if chosen.peers else ["ours"]
        found = {name: run(name, base, Path(work)) for name in names}
        large = base.stat().st_size > 1_500_000_000
        bars = {"paint": PAINT_BAR_MS, "memory": MEMORY_BAR_MB}
        return report(found, MILLION if large else bars)  # type: ignore[arg-type]


if __name__ == "__main__":
    sys.exit(main())
