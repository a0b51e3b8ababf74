"""Row numbers as they come from the base by hundreds of thousands."""

import sys
from array import array

from sqlalchemy import Connection, Select, TextualSelect, func, select


def packed(connection: Connection, asked: Select[int] | TextualSelect) -> "array[int]":
    """Return the row numbers that a question finds, in its order.

    They come as one text of hexadecimal figures: a row for each would hold up the screen, whose thread waits for its turn.
    """
    found = asked.subquery()
    text_ = connection.scalar(select(func.group_concat(func.format("%016x", found.c[0]), "")))
    numbers = array("q", bytes.fromhex(text_ or ""))
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers
