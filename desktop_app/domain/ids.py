"""Identity: ids that never change, and the short references that people read."""

import hashlib
import os
import time
from itertools import count
from operator import mul

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# The digit of a UUID whose two highest bits are always 10.
_VARIANT = {f"{digit:x}": f"{0b1000 | digit & 0b11:x}" for digit in range(16)}
_VALUES = {char: value for value, char in enumerate(CROCKFORD)} | {"O": 0, "I": 1, "L": 1}


def new_id() -> str:
    """Return a new record id: a UUIDv7 as 32 hexadecimal characters."""
    return timed_id(time.time_ns() // 1_000_000, int.from_bytes(os.urandom(10), "big"))


def timed_id(stamp: int, rest: int) -> str:
    """Return the UUIDv7 of a time in milliseconds and 80 bits that are random, or drawn from a seed."""
    value = (stamp & 0xFFFFFFFFFFFF) << 80 | 0x7 << 76 | (rest >> 68) << 64 | 0b10 << 62 | rest & 0x3FFFFFFFFFFFFFFF
    return f"{value:032x}"


def derived_id(*parts: str) -> str:
    """Return the id that anybody derives from the same parts: a UUIDv8 of their SHA-256, 32 hexadecimal characters."""
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
    return f"{digest[:12]}8{digest[13:16]}{_VARIANT[digest[16]]}{digest[17:32]}"


def short(id_: str, length: int = 8) -> str:
    """Return the last bits of an id in Crockford's base 32, the part of a reference that people read."""
    value = int(id_, 16)
    return "".join(CROCKFORD[value >> 5 * place & 31] for place in reversed(range(length)))


def check_character(text: str) -> str:
    """Return the check character of a reference: a weighted sum that finds one wrong character or two swapped."""
    kept = [_VALUES[char] for char in text.upper() if char in _VALUES]
    return CROCKFORD[sum(map(mul, kept, count(1))) % 31]


def readable(text: str) -> str:
    """Return a typed reference in capitals with the letters that Crockford's base 32 reads as digits."""
    return text.upper().translate(str.maketrans("OIL", "011"))
