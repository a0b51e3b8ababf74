"""The reading process: started for one foreign file, limited in memory and time, thrown away afterwards.

A workbook of 2 kB can abort the process that reads it. So the program never reads one itself: it hands the bytes to this
process and takes back rows. It imports next to nothing, so that it is ready in a few hundredths of a second.
"""

import contextlib
import gc
import importlib
import io
import json
import os
import struct
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from desktop_app.excel.packing import blocks, clean
from desktop_app.excel.rejected import Rejected

# The packaged program has no `-m`: it starts itself with this one argument instead (see `__main__.py`).
ARGUMENT = "--read-foreign-file"
# The first line to a process that is kept for later.
READY = b"ready\n"
_LEADING_ROWS = 1_000
_LARGEST_PART = 300_000_000


def command() -> list[str]:
    """Return the command that starts this process."""
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT]
    return [sys.executable, "-P", "-s", "-X", "utf8", "-m", "desktop_app.excel.child"]


def main() -> int:
    """Serve one job: a line of JSON and the bytes of the file on standard input, messages on standard output."""
    with _outgoing() as out:
        # Loaded while nobody waits yet.
        importlib.import_module("python_calamine")
        gc.disable()
        incoming = io.BufferedReader(io.FileIO(0, closefd=False))
        line = incoming.readline()
        if line == READY:
            # Kept as a spare: there is time to load the guard too.
            importlib.import_module("desktop_app.excel.guard")
            line = incoming.readline()
        if not line:
            return 0
        job = json.loads(line)
        _limit(job["memory"], writes=job["kind"] == "mark")
        data = incoming.read(job["size"])
        _serve(job, data, _Messages(out))
    return 0


class _Messages:
    """Messages to the program, each after its length."""

    def __init__(self, out: io.BufferedWriter) -> None:
        self._out = out

    def send(self, *message: Any) -> None:
        self.send_bytes(json.dumps(message, ensure_ascii=False).encode("utf-8", "replace"))

    def send_bytes(self, message: bytes) -> None:
        self._out.write(struct.pack("<I", len(message)))
        self._out.write(message)
        self._out.flush()


def _outgoing() -> io.BufferedWriter:
    """Keep the pipe for messages alone: whatever a library prints goes nowhere."""
    own = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return io.BufferedWriter(io.FileIO(own, "wb"), 1 << 18)


def _limit(memory: int, *, writes: bool) -> None:
    """Take the limits that the system enforces; elsewhere the program watches from outside.

    Only who marks a workbook writes: its library builds each sheet in a temporary file.
    """
    if sys.platform != "linux":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    size = _LARGEST_PART if writes else 0
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def _serve(job: dict[str, Any], data: bytes, messages: _Messages) -> None:
    try:
        if job["kind"] == "text":
            _read_text(job, data, messages)
        elif job["kind"] == "page":
            _read_page(data, messages)
        elif job["kind"] == "mark":
            _mark(job, data, messages)
        elif job["kind"] == "looks":
            _look(data, messages)
        else:
            _serve_workbook(job, data, messages)
        messages.send("end")
    except Rejected as rejected:
        messages.send("rejected", rejected.what, rejected.details)
    except MemoryError:
        messages.send("rejected", "reader_died", {})


def _mark(job: dict[str, Any], data: bytes, messages: _Messages) -> None:
    """Send back a workbook with marks; the guard looks at it again, for it may have changed since it was read."""
    import base64

    from desktop_app.excel.guard import inspect
    from desktop_app.excel.marking import marked

    inspect(data)
    messages.send("marked", base64.b64encode(marked(data, job["marks"])).decode())


def _look(data: bytes, messages: _Messages) -> None:
    """Send how the rows of a workbook look; the guard looks at it again, for it may have changed since it was read."""
    from desktop_app.excel.guard import inspect
    from desktop_app.excel.looking import looks_of

    inspect(data)
    messages.send("looks", looks_of(data))


def _serve_workbook(job: dict[str, Any], data: bytes, messages: _Messages) -> None:
    kind = job["kind"]
    if kind == "container":
        from desktop_app.excel.protection import decrypted, is_encrypted_package

        if is_encrypted_package(data):
            data, kind = decrypted(data, job["password"]), "zip"
    if job["scan"]:
        data = _scan(kind, data, job["password"], messages)
    if job["read"]:
        _read_workbook(data, kind, messages)


def _scan(kind: str, data: bytes, password: str | None, messages: _Messages) -> bytes:
    """Send what the guard found, and return the bytes that are to be read."""
    if kind == "zip":
        from desktop_app.excel.guard import inspect

        messages.send("report", inspect(data).as_json())
        return data
    from desktop_app.excel.xls_scan import scan_xls
    from desktop_app.excel.xls_size import with_true_sizes

    try:
        found = scan_xls(data)
    except Rejected as rejected:
        if rejected.what != "needs_password":
            raise
        from desktop_app.excel.protection import decrypted

        data = decrypted(data, password)
        found = scan_xls(data)
    sheets = [findings.as_json() for findings in found.sheets]
    report = {"kind": "xls", "sheets": sheets, "properties": found.properties, "recalculates": False}
    messages.send("report", report)
    return with_true_sizes(data)


def _read_workbook(data: bytes, kind: str, messages: _Messages) -> None:
    try:
        for name, hidden, sheet in _calamine_sheets(data):
            _send_calamine_sheet(sheet, name, messages, hidden=hidden)
    except _ReaderFailedError as failed:
        if kind != "zip":
            raise Rejected("damaged", part=str(failed)) from failed
        _read_second(data, messages)


class _ReaderFailedError(Exception):
    """The usual reader could not make anything of the workbook."""


def _calamine_sheets(data: bytes) -> Iterator[tuple[str, bool, Any]]:
    """Yield each sheet of cells: its name, whether it is hidden, and what the reader made of it."""
    import python_calamine

    cells = (python_calamine.SheetTypeEnum.WorkSheet, python_calamine.SheetTypeEnum.MacroSheet)
    with _failing():
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        described = book.sheets_metadata
    wanted = [(number, sheet) for number, sheet in enumerate(described) if sheet.typ in cells]
    if not wanted:
        raise _ReaderFailedError("no sheet")
    for number, known in wanted:
        with _failing():
            sheet = book.get_sheet_by_index(number)
        yield clean(known.name), known.visible != python_calamine.SheetVisibleEnum.Visible, sheet


@contextlib.contextmanager
def _failing() -> Iterator[None]:
    """Turn whatever the reader raises into one kind of error."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:
        # The reader is written in Rust: when it panics, what is raised is no `Exception`.
        raise _ReaderFailedError(type(error).__name__) from error


def _send_calamine_sheet(sheet: Any, name: str, messages: _Messages, *, hidden: bool) -> None:
    start = sheet.start
    if start is None:
        messages.send("sheet", name, hidden, 0, 0)
        return
    top, left = start
    if top < _LEADING_ROWS:
        messages.send("sheet", name, hidden, 0, left)
        rows = sheet.iter_rows()
    else:
        # Iterating would make a list of each of the rows before the first filled one.
        messages.send("sheet", name, hidden, top, left)
        rows = sheet.to_python(skip_empty_area=True)
    for block in blocks(rows, sheet.width):
        messages.send_bytes(block)


def _read_second(data: bytes, messages: _Messages) -> None:
    from desktop_app.excel.second_reader import sheets

    messages.send("again")
    for name, hidden, rows in sheets(data):
        _send_sheet(name, rows, messages, hidden=hidden)


def _read_text(job: dict[str, Any], data: bytes, messages: _Messages) -> None:
    from desktop_app.excel.texts import read_text

    table = read_text(data, job["encoding"], job["separator"])
    messages.send("text", table.encoding, table.separator, table.notes)
    messages.send("sheet", "", False, 0, 0)
    for block in blocks(table.rows(), 20):
        messages.send_bytes(block)


def _read_page(data: bytes, messages: _Messages) -> None:
    from desktop_app.excel.page import read_page

    tables, encoding = read_page(data)
    found = [findings.as_json() for _, _, findings in tables]
    messages.send("report", {"kind": "html", "sheets": found, "properties": {}, "recalculates": False})
    messages.send("text", encoding, None, [])
    for name, rows, _findings in tables:
        _send_sheet(name, rows, messages)


def _send_sheet(name: str, rows: Sequence[Sequence[Any]], messages: _Messages, *, hidden: bool = False) -> None:
    messages.send("sheet", clean(name), hidden, 0, 0)
    for block in blocks(rows, max(map(len, rows), default=1)):
        messages.send_bytes(block)


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        sys.exit(main())
