"""Values that were understood and are not taken unasked: less precise than ours, or with a question mark beside them."""

from typing import Protocol

from desktop_app.domain.compare import Cell
from desktop_app.domain.doubt import UNSURE
from desktop_app.domain.types import Day, Link, Several, Type
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.excel.sheets import Value as Raw

_LESS_PRECISE = Words(
    "Cette date est moins précise que la nôtre : dites s’il faut en perdre la précision.",
    "This date is less precise than ours: say whether its precision must be lost.",
)


class Names(Protocol):
    """The records that texts of a file mean: those that are here, and the new ones of the file."""

    def resolve(self, entity: str, text: str) -> str | None:
        """Return the id of the record that a text means."""

    def asks(self, entity: str, id_: str) -> bool:
        """Tell whether the name of a record has a question mark of its own."""


def is_unsure(type_: Type, raw: Raw, value: Value, names: Names) -> bool:
    """Tell whether somebody put a question mark beside a value, which does not hold it itself; alone, it is a word of a list."""
    if not isinstance(raw, str) or raw.strip() == "?" or "?" not in raw:
        return False
    linked = type_.of if isinstance(type_, Several) else type_
    if isinstance(linked, Link):
        return not any(names.asks(linked.entity, str(id_)) for id_ in (value if isinstance(value, tuple) else (value,)))
    return "?" not in str(value)


def doubt(type_: Type, cell: Cell, typed: str) -> Words | None:
    """Return why a change must be asked about; `typed` is the text of a cell with a question mark, else empty."""
    if isinstance(type_, Day) and f"{cell.ours or ''}".startswith(f"{cell.theirs}-"):
        return _LESS_PRECISE
    return UNSURE if typed else None
