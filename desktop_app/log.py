"""The log: what the program did and where it failed, never what a record holds.

The messages of exceptions are left out, since they quote names, amounts and addresses; the places where they were
raised are enough to find a fault, and the file can be sent to anybody.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import platform
import sys
import threading
import traceback
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

from desktop_app import paths

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

_LOG = logging.getLogger("desktop_app")
_NAME = "passerelle.log"
_SIZE = 1_000_000
_FILES = 3


def start(tell: Callable[[BaseException], None] | None = None) -> Path:
    """Write the log to the user's folder from now on, uncaught exceptions included; return the file.

    `tell` is called with each uncaught exception, in the thread that raised it, after it was logged.
    """
    file = paths.logs() / _NAME
    handler = _handler(file)
    root = logging.getLogger()
    for old in [one for one in root.handlers if isinstance(one, _File)]:
        root.removeHandler(old)
        old.close()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    _LOG.setLevel(logging.INFO)
    _watch(tell)
    _LOG.info("Start on %s, Python %s", platform.platform(), platform.python_version())
    return file


def keep(problem: BaseException) -> Path:
    """Write one problem to the log and watch nothing else, as a command does before it ends; return the file."""
    file = paths.logs() / _NAME
    handler = _handler(file)
    told = (type(problem), problem, problem.__traceback__)
    record = _LOG.makeRecord(_LOG.name, logging.CRITICAL, __file__, 0, "Not caught in a command", (), told)
    try:
        handler.handle(record)
    finally:
        handler.close()
    return file


def _handler(file: Path) -> logging.Handler:
    handler = _File(file, maxBytes=_SIZE, backupCount=_FILES, encoding="utf-8", delay=True)
    handler.setFormatter(_Discreet("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"))
    return handler


def describe(problem: BaseException) -> str:
    """The exception and its causes: their types and where they were raised, without their messages."""
    lines: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = problem
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines += ["raised from:\n"] if lines else []
        lines += traceback.extract_tb(current.__traceback__).format()
        lines.append(f"{type(current).__module__}.{type(current).__qualname__}{_number(current)}\n")
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "".join(lines).rstrip()


def _number(problem: BaseException) -> str:
    """The system's reason, which names no file and no record."""
    number = problem.errno if isinstance(problem, OSError) else None
    return f" [{number}: {os.strerror(number)}]" if number else ""


class _Discreet(logging.Formatter):
    def formatException(  # noqa: N802 - the name in logging
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        return describe(ei[1]) if ei[1] is not None else ""


class _File(RotatingFileHandler):
    def rotate(self, source: str, dest: str) -> None:
        with suppress(OSError):  # Windows renames no file that another running Passerelle holds
            super().rotate(source, dest)


def _watch(tell: Callable[[BaseException], None] | None) -> None:
    def caught(problem: BaseException, where: str) -> None:
        _LOG.critical("Not caught in %s", where, exc_info=problem)
        if tell is not None:
            tell(problem)

    def main(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, Exception):
            caught(problem, "the program")
        if tell is None or not issubclass(kind, Exception):
            sys.__excepthook__(kind, problem, trace)

    def thread(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None and issubclass(arguments.exc_type, Exception):
            caught(arguments.exc_value, f"the thread {arguments.thread.name if arguments.thread else ''}")

    sys.excepthook = main
    threading.excepthook = thread
    if not faulthandler.is_enabled():
        # A crash below Python leaves its trace here; the file stays open for that moment.
        faulthandler.enable((paths.logs() / "crash.log").open("a", encoding="utf-8"))
