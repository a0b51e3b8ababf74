"""Settings of this machine: language, theme, text size, window, recent bases.

What belongs to the office is in the base. Kept as an INI file that people can read, or in any file that a
test names.
"""

import threading
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QSettings

from desktop_app.paths import config

RECENT = 8


class Settings:
    """Typed access to the INI file; what is kept holds at once, and is written at once in the background.

    Qt waits until the disk has the file: a quarter of a second, while much else is written.
    """

    def __init__(self, path: Path | None = None, *, aside: Mapping[str, object] | None = None) -> None:
        """`aside`: what holds at first where nothing is to be written."""
        self._path = "" if aside is not None else str(path or config() / "passerelle.ini")
        self._held = dict(aside or {})
        if self._path:
            file = self._file()
            self._held = {key: file.value(key) for key in file.allKeys()}
        self._changed: dict[str, str] = {}
        self._lock = threading.Lock()
        self._writer: threading.Thread | None = None

    def _file(self) -> QSettings:
        return QSettings(self._path, QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """Return a setting as text."""
        value = self._held.get(key, default)
        return value if isinstance(value, str) else default

    def number(self, key: str, default: float) -> float:
        """Return a setting as a number; what is no number counts as the default."""
        try:
            return float(self.text(key) or default)
        except ValueError:
            return default

    def keep(self, key: str, value: str | float) -> None:
        """Keep a setting."""
        if self._held.get(key) == str(value):
            return
        with self._lock:
            self._held[key] = self._changed[key] = str(value)
            if self._writer is None and self._path:
                self._writer = threading.Thread(target=self._write, name="settings")
                self._writer.start()

    def _write(self) -> None:
        """Write what has changed, and what changes meanwhile; other windows may write other settings into the file."""
        while True:
            with self._lock:
                changed, self._changed = self._changed, {}
                if not changed:
                    self._writer = None
                    return
            file = self._file()
            for key, value in changed.items():
                file.setValue(key, value)
            # As Qt does of itself between two events: `sync` would let no other thread run until the disk has it.
            QCoreApplication.sendEvent(file, QEvent(QEvent.Type.UpdateRequest))

    def bytes(self, key: str) -> QByteArray:
        """Return what a widget saved of itself; empty where there is nothing."""
        return QByteArray.fromBase64(QByteArray(self.text(key).encode()))

    def keep_bytes(self, key: str, value: QByteArray) -> None:
        """Keep what a widget saves of itself."""
        self.keep(key, value.toBase64().toStdString())

    @property
    def recent(self) -> list[Path]:
        """The bases that were opened last, newest first, those that still exist."""
        return [Path(line) for line in self.text("recent").split("|") if line and Path(line).exists()]

    def opened(self, base: Path) -> None:
        """Put a base at the head of the recent ones."""
        others = [path for path in self.recent if path != base]
        self.keep("recent", "|".join(str(path) for path in [base, *others][:RECENT]))

    def forget(self, base: Path) -> None:
        """Take a base out of the recent ones."""
        self.keep("recent", "|".join(str(path) for path in self.recent if path != base))

    def aside(self) -> "Settings":
        """Return a copy: what is kept in it is not kept here, nor for later."""
        return Settings(aside=self._held)

    def sync(self) -> None:
        """Wait until all is on the disk."""
        if (writer := self._writer) is not None:
            writer.join()
