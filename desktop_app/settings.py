"""Settings of this machine: language, theme, text size, window, recent bases.

What belongs to the office is in the base. Kept as an INI file that people can read, or in any file that a
test names.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from desktop_app.paths import config

RECENT = 8


class Settings:
    """Typed access to the INI file; every setter writes at once."""

    def __init__(self, path: Path | None = None) -> None:
        if path is None:
            path = config() / "passerelle.ini"
        self._file = QSettings(str(path), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """Return a setting as text."""
        value = self._file.value(key, default)
        return value if isinstance(value, str) else default

    def number(self, key: str, default: float) -> float:
        """Return a setting as a number; what is no number counts as the default."""
        try:
            return float(self.text(key) or default)
        except ValueError:
            return default

    def keep(self, key: str, value: str | float) -> None:
        """Keep a setting."""
        self._file.setValue(key, str(value))

    def bytes(self, key: str) -> QByteArray:
        """Return what a widget saved of itself; empty where there is nothing."""
        return QByteArray.fromBase64(QByteArray(self.text(key).encode()))

    def keep_bytes(self, key: str, value: QByteArray) -> None:
        """Keep what a widget saves of itself."""
        self._file.setValue(key, value.toBase64().toStdString())

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

    def aside(self, folder: Path) -> "Settings":
        """Return a copy in a folder: what is kept in it is not kept here."""
        self.sync()
        copy = Settings(folder / "aside.ini")
        for key in self._file.allKeys():
            copy._file.setValue(key, self._file.value(key))  # our own class
        return copy

    def sync(self) -> None:
        """Write to disk now."""
        self._file.sync()
