"""The grey first column: a record's reference, the export that showed it, and a check character."""

import re
from typing import NamedTuple

from desktop_app.domain.ids import CROCKFORD, check_character, readable, short

_MARK = "·"
# A code page may have changed the point into something else.
_CELL = re.compile(r"\s*([0-9A-Z][0-9A-Z\-_/ .']*?)\s*[·•∙⋅?*.:|]\s*([0-9A-Z]{3,})\s*")
_LOOSE = re.compile(r"[A-Z]{3}[-_/ .']{0,3}[A-Z]{1,2}[-_/ .']{0,3}[0-9A-Z]{8,}")
_REF = re.compile(r"\s*([A-Z]{3}-[A-Z]{1,2}-[0-9A-Z]{8,})\s*")


class RefCell(NamedTuple):
    """What a reference cell says; the export's code is empty where only the reference stands."""

    ref: str
    export: str
    valid: bool

    @property
    def names_an_export(self) -> bool:
        """Whether it says which export showed a record: “as of Jan. 2025” has the form of that too, but nothing else."""
        return bool(self.export) and (is_reference(self.ref) or (self.valid and resembles_reference(self.ref)))


def export_code(replica: str, number: str) -> str:
    """Return the short code of an export: two characters of its installation, then its number in base 32."""
    count, digits = int(re.sub(r"\D", "", number) or 0), ""
    while count or not digits:
        count, rest = divmod(count, 32)
        digits = CROCKFORD[rest] + digits
    return short(replica, 2) + digits


def export_number(replica: str, code: str) -> str | None:
    """Return the number of an export of this installation from its code; None where another one made it."""
    if code[:2] != short(replica, 2):
        return None
    count = 0
    for char in code[2:]:
        count = count * 32 + CROCKFORD.index(char)
    return f"EX{count:04d}"


def ref_cell(ref: str, code: str) -> str:
    """Return the text of a reference cell: SIN-I-8K3F7Q2M·4TZ9."""
    return f"{ref}{_MARK}{code}{check_character(ref + code)}"


def ref_in(cell: str) -> str:
    """Return the reference in a cell that stands exactly as we wrote it."""
    return cell.partition(_MARK)[0]


def read_ref_cell(text: str) -> RefCell | None:
    """Read a reference cell, typed or saved by any program; None where it holds no reference at all."""
    upper = text.upper()
    if match := _CELL.fullmatch(upper):
        ref, tail = match[1], _digits(match[2])
        export, check = tail[:-1], tail[-1]
        return RefCell(_body(ref), export, valid=check == check_character(ref + export))
    if match := _REF.fullmatch(upper):
        return RefCell(_body(match[1]), "", valid=True)
    return None


def is_reference(text: str) -> bool:
    """Tell whether a text has the form of a record's reference: SIN-I-8K3F7Q2M."""
    return _REF.fullmatch(text) is not None


def resembles_reference(text: str) -> bool:
    """Tell whether a text may have been a reference before its dashes were changed: “M. NOM” was none."""
    return _LOOSE.fullmatch(text) is not None


def _body(ref: str) -> str:
    """Return a reference as it is written: the letters O, I and L of its last part are digits."""
    if not _REF.fullmatch(ref):
        return ref
    head, _, tail = ref.rpartition("-")
    return f"{head}-{readable(tail)}"


def _digits(text: str) -> str:
    return "".join(char for char in readable(text) if char in CROCKFORD)
