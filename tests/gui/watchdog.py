"""Measures how long the thread of the screen stands still while work goes on."""

import os
from collections.abc import Callable
from time import perf_counter, process_time

from PySide6.QtCore import QObject, Qt, QTimer

TICK_MS = 2
AT_MOST_MS = 100
TRIES = 3


class Watchdog(QObject):
    """A timer that should come every two milliseconds; `longest` is the longest that it had to wait for this process.

    Time in which the machine gave the processors to other programs is no stall of ours: only as much of a wait counts as
    this process has computed in it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = (0.0, 0.0)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def _tick(self) -> None:
        now = (perf_counter(), process_time())
        waited = min(one - other for one, other in zip(now, self._last, strict=True))
        self.longest, self._last = max(self.longest, 1000 * waited), now

    def start(self) -> None:
        """Begin to measure."""
        self.longest, self._last = 0.0, (perf_counter(), process_time())
        self._timer.start()

    def stop(self) -> float:
        """End, and return the longest stall in milliseconds."""
        self._tick()
        self._timer.stop()
        return self.longest


def stays_awake(work: Callable[[], None]) -> None:
    """Do something up to three times until the screen never stood still for long.

    Where more programs want to run than there are processors, the limit grows as everything then slows down.
    """
    crowd = os.getloadavg()[0] / (os.cpu_count() or 1) if hasattr(os, "getloadavg") else 1.0
    limit, stalls = AT_MOST_MS * max(1.0, crowd), list[float]()
    for _try in range(TRIES):
        dog = Watchdog()
        dog.start()
        work()
        stalls.append(dog.stop())
        if stalls[-1] <= limit:
            return
    raise AssertionError(
        f"The screen stood still: {', '.join(f'{stall:.0f} ms' for stall in stalls)}; {limit:.0f} at most."
    )
