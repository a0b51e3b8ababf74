"""When garbage is looked for: while nothing goes on, since the screen's thread stands still for as long as it takes.

Of itself Python looks through all that lives whenever much was made, in whatever thread: with a sheet of 100,000 rows under
review that is a second at a time. Here only what is young is looked through as it goes; the rest waits for a calm moment, and
where much was made that may all live, it is left alone until the base is closed.
"""

import gc

from PySide6.QtCore import QObject, QTimer

from desktop_app.gui.tasks import Tasks

CALM_AFTER_MS = 5_000
_USUAL = gc.get_threshold()
_NEVER = 1_000_000_000
_MANY = 40  # looks at what is young, each after some thousand objects: all that lives could take long


class Tidying(QObject):
    """Looks for garbage once the program has started, and then whenever it has been calm for a while."""

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._started = self._closed_one = False
        self._calm = QTimer(self, singleShot=True, interval=CALM_AFTER_MS)
        self._calm.timeout.connect(self.tidy)
        tasks.ended.connect(lambda _task: self._calm.start())

    def begin(self) -> None:
        """Look for nothing until the window stands with its rows: what is imported stays for good."""
        gc.disable()
        self._calm.start()

    def base_closed(self) -> None:
        """Look through everything at the next calm moment: a base that is closed leaves much behind."""
        gc.unfreeze()
        self._closed_one = True

    def tidy(self) -> None:
        """Look for garbage, if nothing goes on."""
        if self._tasks.busy:
            self._calm.start()
        elif not self._started:
            self._start()
        elif self._closed_one:
            gc.collect()
            gc.freeze()
            self._closed_one = False
        elif gc.get_count()[2] > _MANY:
            gc.freeze()
        else:
            gc.collect()

    def _start(self) -> None:
        self._started = True
        gc.freeze()
        gc.set_threshold(*_USUAL[:2], _NEVER)
        gc.enable()

    def end(self) -> None:
        """Leave the collector as it was found."""
        self._calm.stop()
        gc.freeze()
        gc.set_threshold(*_USUAL)
        gc.enable()
