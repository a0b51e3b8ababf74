"""Reading any file of cells that somebody sends, without trusting it.

What it is, is told from its content. The bytes go to a process of their own, limited in memory and time; a guard looks at
them there, before the reader does for small files, beside it for large ones: its refusal wins over whatever was read.
"""

import codecs
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from desktop_app.domain.letting_go import Many
from desktop_app.domain.words import Words
from desktop_app.excel.guard import MAX_FILE
from desktop_app.excel.kinds import ZIP, kind_of
from desktop_app.excel.notes import cell_notes, note
from desktop_app.excel.process import Ended, Limits, converse, spares
from desktop_app.excel.refusals import unreadable
from desktop_app.excel.rejected import Rejected
from desktop_app.excel.sheets import Book, Row, Sheet
from desktop_app.excel.unpacking import SheetRows, areas, unpack

# From this size on the guard looks at the file in a second process while the first one reads.
_SIDE_BY_SIDE = 200_000
_ONLINE_ONLY = 0x0040_0000 | 0x0004_0000 | 0x1000  # Windows: recall on data access, recall on open, offline
_DATALESS = 0x4000_0000  # macOS
_LOCKS = (("~$", ""), (".~lock.", "#"))
_SHORTCUTS = (".icloud", ".gsheet", ".gdoc", ".url", ".lnk", ".webloc", ".cloud", ".cloudf")


def prepare() -> None:
    """Start reading processes in advance, so that the next file is read at once; idle, they cost some 30 MB."""
    spares.prepare()


def release() -> None:
    """Stop the processes that were kept ready."""
    spares.release()


def read_book(
    path: Path,
    *,
    password: str | None = None,
    cancelled: Callable[[], bool] | None = None,
    encoding: str | None = None,
    separator: str | None = None,
) -> Book:
    """Return the cells of a workbook, a text file or a saved page, or raise `UnreadableFile` with one sentence.

    `NeedsPassword` asks for a password, `WrongPassword` for another one, `ReadingCancelled` follows `cancelled`.
    `encoding` and `separator` are for text files whose own were badly guessed.
    """
    try:
        return _read(_content(path), password, cancelled, _known(encoding), separator, path.stem)
    except Rejected as rejected:
        raise unreadable(rejected.what, path.name, rejected.details) from rejected


def _known(encoding: str | None) -> str | None:
    return codecs.lookup(encoding).name if encoding else None


def _content(path: Path) -> bytes:
    """Return the bytes of a file, or refuse what is no file with content."""
    for before, after in _LOCKS:
        if path.name.startswith(before) and path.name.endswith(after):
            raise Rejected("lock_file", target=path.name.removeprefix(before).removesuffix(after))
    if path.suffix.lower() in _SHORTCUTS:
        raise Rejected("cloud")
    online = False
    try:
        if path.is_dir():
            raise Rejected("folder")
        found = path.stat()
        online = bool(
            getattr(found, "st_file_attributes", 0) & _ONLINE_ONLY or getattr(found, "st_flags", 0) & _DATALESS
        )
        if found.st_size > MAX_FILE:
            raise Rejected("file_too_big", size=found.st_size // 1_000_000, limit=MAX_FILE // 1_000_000)
        with path.open("rb") as file:
            # One byte more than allowed: the file may be growing, or be no file at all but a pipe.
            data = file.read(MAX_FILE + 1)
    except FileNotFoundError as error:
        raise Rejected("missing") from error
    except OSError as error:
        raise Rejected("cloud" if online else "denied") from error
    if len(data) > MAX_FILE:
        raise Rejected("file_too_big", size=len(data) // 1_000_000, limit=MAX_FILE // 1_000_000)
    return data


def _read(
    data: bytes, password: str | None, cancelled: Callable[[], bool] | None, encoding: str | None,
    separator: str | None, stem: str,
) -> Book:  # fmt: skip
    kind = kind_of(data)
    job = {
        "kind": kind, "scan": True, "read": True, "password": password, "encoding": encoding, "separator": separator,
    }  # fmt: skip
    jobs = [job]
    if kind == ZIP and len(data) >= _SIDE_BY_SIDE:
        jobs = [{**job, "read": False}, {**job, "scan": False}]
    gathered = _Gathered(kind, len(jobs))
    with closing(converse(jobs, data, Limits.for_size(len(data)), cancelled)) as messages:
        for number, message in messages:
            if isinstance(message, Ended):
                gathered.end(number)
            elif isinstance(message, Exception):
                gathered.fail(number, Rejected("reader_died"))
            else:
                gathered.take(number, message)
            if gathered.settled:
                break
    return gathered.book(stem)


class _Gathered:
    """What has come in so far from the one or two processes."""

    def __init__(self, kind: str, jobs: int) -> None:
        self._kind = kind
        self._jobs = jobs
        self._done: set[int] = set()
        self._failures: dict[int, Rejected] = {}
        self._report: Mapping[str, Any] = {"sheets": [], "properties": {}, "recalculates": False}
        self._sheets: list[tuple[str, bool, int, list[Row]]] = []
        self._encoding: str | None = None
        self._separator: str | None = None
        self._codes: list[str] = []

    @property
    def settled(self) -> bool:
        """Tell whether nothing more is worth waiting for: the guard refuses, or all is in."""
        return 0 in self._failures or len(self._done | set(self._failures)) == self._jobs

    def take(self, number: int, message: list[Any]) -> None:
        """Take in a message of one of the processes."""
        match message:
            case ["rows", int(count), list(columns)]:
                _name, _hidden, left, rows = self._sheets[-1]
                rows += unpack(count, columns, left)
            case ["sheet", str(name), bool(hidden), int(top), int(left)]:
                self._sheets.append((name, hidden, left, Many([()] * top)))
            case ["report", dict(report)]:
                self._report = report
                self._kind = report["kind"]
            case ["text", str(encoding), separator, list(codes)]:
                self._encoding, self._separator = encoding, separator
                self._codes += codes
            case ["again"]:
                self._sheets.clear()
                self._codes.append("second_reader")
            case ["rejected", str(what), dict(details)]:
                self.fail(number, Rejected(what, **details))
            case ["end"]:
                self._done.add(number)

    def fail(self, number: int, why: Rejected) -> None:
        """Note that a process could not do its job."""
        self._failures.setdefault(number, why)

    def end(self, number: int) -> None:
        """Note that a process is gone; without a last word it has died."""
        if number not in self._done:
            self.fail(number, Rejected("reader_died"))

    def book(self, stem: str) -> Book:
        """Return the book, or raise the reason why there is none; the guard's comes first."""
        if self._failures:
            raise self._failures[min(self._failures)]
        sheets = self._finished(stem)
        notes = [note(code, self._encoding) for code in self._codes]
        if self._report["recalculates"] and any(found["formulas"] for found in self._report["sheets"]):
            notes.append(note("recalculates"))
        return Book(
            self._book_kind(), sheets, (*notes, *self._cell_notes(sheets)), self._report["properties"],
            self._encoding, self._separator,
        )  # fmt: skip

    def _book_kind(self) -> str:
        if self._kind == "text":
            return "tsv" if self._separator == "\t" else "csv"
        return self._kind

    def _cell_notes(self, sheets: tuple[Sheet, ...]) -> list[Words]:
        corrected = any(found["errors"] or found["unvalued"] for found in self._report["sheets"])
        return cell_notes(sheets) if corrected else []

    def _finished(self, stem: str) -> tuple[Sheet, ...]:
        found_by_name = {found["sheet"]: found for found in self._report["sheets"]}
        return tuple(
            _sheet(name or stem, hidden, rows, found_by_name.get(name)) for name, hidden, _left, rows in self._sheets
        )


def _sheet(name: str, hidden: bool, rows: list[Row], found: Mapping[str, Any] | None) -> Sheet:
    if found is None:
        return Sheet(name, rows, hidden)
    return Sheet(
        name=name,
        rows=SheetRows(rows).correct(found),
        hidden=hidden,
        hidden_rows=frozenset(found["hidden_rows"]),
        hidden_columns=frozenset(found["hidden_columns"]),
        merged=areas(found["merged"]),
    )
