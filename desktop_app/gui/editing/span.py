"""The editor of a first and a last day that stand in one cell: 24-28/11, 24 nov +5j, from 28 Dec to 3 Jan."""

from datetime import date

from desktop_app.domain.dates import show_date
from desktop_app.domain.dates_range import moved_end, read_range
from desktop_app.domain.values import Unreadable, Value
from desktop_app.gui.editors.day import DayEditor
from desktop_app.gui.words import lang


class SpanEditor(DayEditor):
    """Both days in one line; `value` is the first, `until` the last. A single date moves the first alone."""

    def __init__(self) -> None:
        self._until: Value = None
        self._held: tuple[Value, Value] = (None, None)
        super().__init__()

    def set_both(self, first: Value, last: Value) -> None:
        """Show two days."""
        self._until = last
        self._held = (first, last)
        self.set_value(first)

    @property
    def until(self) -> Value:
        """The last day."""
        if not self._typed or self.problem is not None or not self.line.text().strip():
            return self._until if self.line.text().strip() else None
        return self._last()

    def second(self) -> str | None:
        """Return the last day of what was typed."""
        try:
            return self._last() if self._typed else None
        except Unreadable:
            return None

    def _last(self) -> str | None:
        first, last = read_range(self.line.text(), date.today())  # noqa: DTZ011  (the office's own day)
        return last or moved_end(first, *(str(day) if day else None for day in self._held))

    def read(self, text: str) -> Value:
        """Read the first day."""
        return read_range(text, date.today())[0] if text.strip() else None  # noqa: DTZ011

    def settle(self) -> None:
        """Read both days."""
        if self._typed and not self.unfinished:
            self._until = self.until
        super().settle()

    def _show(self) -> None:
        days = [show_date(str(day), lang()) for day in (self._value, self._until) if day]
        self.line.setText(" – ".join(days))
        self.line.setCursorPosition(0)
