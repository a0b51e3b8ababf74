"""How many days before a deadline it shows as near: set by the office, kept in its base, the same on every screen."""

from PySide6.QtCore import QObject, Signal

KEY, USUAL = "deadlines/soon_days", 120


class _Soon(QObject):
    """The number of days in use."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.days = USUAL

    def set(self, days: str) -> None:
        """Use a number of days from now on; what is no number counts as the usual one."""
        number = int(days) if days.isdigit() else USUAL
        if number != self.days:
            self.days = number
            self.changed.emit()


soon = _Soon()
