"""A workbook of ours read again before it takes its place: every cell of its records must say what was sent.

A large one is read by the process that reads foreign files: what the reader held of it would be freed here in one go, and
the screen would stand still meanwhile.
"""

from collections.abc import Collection, Generator, Sequence
from contextlib import closing
from itertools import islice
from math import inf
from pathlib import Path

from python_calamine import CalamineWorkbook

from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.excel import packing
from desktop_app.excel.kinds import ZIP
from desktop_app.excel.layout import FIRST, Contents, SheetContents, sheet_name
from desktop_app.excel.process import Limits, converse
from desktop_app.excel.unpacking import unpack
from desktop_app.excel.write_rows import Kept

_MANY_ROWS = 20_000
_AT_ONCE = 1_000
_JOB = {"kind": ZIP, "scan": False, "read": True, "password": None}
# It is our own file: nothing in it is a trap, and however large it is it was written here.
_NO_LIMITS = Limits(1 << 34, inf, inf, inf)

# Rows of a sheet, with its name.
_Piece = tuple[str, Sequence[Sequence[object]]]


def verify(path: Path, contents: Contents, kept: dict[str, list[tuple[Kept, ...]]]) -> None:
    """Read a workbook again and compare every cell of its records. Raises Refused where one differs."""
    sheets = {sheet_name(sheet.entity): _Sheet(sheet, kept[sheet.entity.name]) for sheet in contents.sheets}
    many = sum(map(len, kept.values())) > _MANY_ROWS
    with closing(_read_aside(path) if many else _read_here(path, sheets)) as pieces:
        for name, rows in pieces:
            if name in sheets:
                sheets[name].compare(rows)
            if all(sheet.whole for sheet in sheets.values()):
                return
    for sheet in sheets.values():
        sheet.finish()


def _read_here(path: Path, names: Collection[str]) -> Generator[_Piece]:
    with CalamineWorkbook.from_path(path) as book:
        for name in names:
            rows = book.get_sheet_by_name(name).iter_rows()
            while block := list(islice(rows, _AT_ONCE)):
                yield name, block


def _read_aside(path: Path) -> Generator[_Piece]:
    """Yield the rows as long as the process sends some: what it can't read is missing then."""
    name, left = "", 0
    with closing(converse([_JOB], path.read_bytes(), _NO_LIMITS, None)) as messages:
        for _number, message in messages:
            match message:
                case ["sheet", str(name), bool(), int(top), int(left)]:
                    yield name, [()] * top
                case ["rows", int(count), list(columns)]:
                    yield name, unpack(count, columns, left)
                case _:
                    return


class _Sheet:
    """The rows of one sheet, compared as they come in."""

    def __init__(self, contents: SheetContents, kept: Sequence[tuple[Kept, ...]]) -> None:
        self._contents, self._kept, self._next = contents, kept, -FIRST

    @property
    def whole(self) -> bool:
        """Tell whether every record was found."""
        return self._next >= len(self._kept)

    def compare(self, rows: Sequence[Sequence[object]]) -> None:
        """Compare the next rows with those that were sent."""
        start, self._next = self._next, self._next + len(rows)
        records = rows[max(-start, 0) :]
        sent = self._kept[max(start, 0) : max(self._next, 0)]
        for number, (row, was) in enumerate(zip(records, sent, strict=False), max(start, 0)):
            if tuple(row) != was and not self._says(row, was):
                raise self._damaged(number)

    def _says(self, row: Sequence[object], sent: tuple[Kept, ...]) -> bool:
        width = len(self._contents.columns)
        return len(row) >= width and not any(map(_differs, row, sent))

    def finish(self) -> None:
        """Raise Refused where records are missing."""
        if not self.whole:
            raise self._damaged(max(self._next, 0))

    def _damaged(self, row: int) -> Refused:
        where = f"{sheet_name(self._contents.entity)}, {row + FIRST + 1}"
        return Refused(
            Words(
                f"Le classeur relu ne dit pas ce qui devait y être ({where}) : rien n’a été enregistré. "
                "Réessayez, et signalez-le.",
                f"The workbook, read again, does not say what it should ({where}): nothing was saved. "
                "Try again, and report it.",
            )
        )


def _differs(found: object, sent: Kept) -> bool:
    if found == sent or (sent is None and found == ""):
        return False
    text, was = "" if found is None else str(found), str(sent)
    return text != was and text.strip() != was.strip() and text != packing.clean(was)
