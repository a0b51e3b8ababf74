"""The program's side of the reading process: starting it, keeping one ready, its limits, its messages."""

import atexit
import contextlib
import json
import os
import queue
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from desktop_app.excel.child import READY, command
from desktop_app.excel.enclosure import Enclosure
from desktop_app.excel.refusals import ReadingCancelled
from desktop_app.excel.rejected import Rejected
from desktop_app.excel.unpacking import frame

_ROOT = Path(__file__).resolve().parents[2]
_POLL = 0.05
_LONGEST_MESSAGE = 1 << 30


@dataclass(frozen=True, slots=True)
class Limits:
    """What one reading may take: bytes of memory, seconds of work before and after the guard has vouched for the file.

    Work is counted in seconds of the processor, so that a busy machine does not refuse what a quiet one reads; `wait` is
    the longest that a person waits in any case.
    """

    memory: int
    work: float
    vouched_work: float
    wait: float

    @classmethod
    def for_size(cls, size: int) -> "Limits":
        """Return the limits for a file of so many bytes."""
        if size <= 20_000_000:
            return cls(1_000_000_000, 10.0, 60.0, 60.0)
        return cls(1_500_000_000, 60.0, 60.0, 120.0)


@dataclass(frozen=True, slots=True)
class Ended:
    """The process closed its output; anything but an exit code of 0 is a death."""

    code: int


Message = list[Any] | Ended | Exception


class Reader:
    """One reading process; it serves one job."""

    def __init__(self, *, spare: bool = False) -> None:
        environment = {**os.environ, "PYTHONPATH": str(_ROOT)}
        self._process = subprocess.Popen(
            command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
        self._enclosure = _enclosed(self._process)
        if spare and self._process.stdin is not None:
            self._process.stdin.write(READY)
            self._process.stdin.flush()
        self._thread: threading.Thread | None = None

    @property
    def alive(self) -> bool:
        """Tell whether the process still runs."""
        return self._process.poll() is None

    def start(self, job: dict[str, Any], data: bytes, inbox: "queue.SimpleQueue[tuple[Reader, Message]]") -> None:
        """Hand over the job; its messages come into the inbox."""
        if self._enclosure is not None:
            self._enclosure.limit(job["memory"])
        line = json.dumps({**job, "size": len(data)}).encode() + b"\n"
        self._thread = threading.Thread(target=self._serve, args=(line, data, inbox), daemon=True)
        self._thread.start()

    def usage(self) -> tuple[float, int]:
        """Return the seconds of work so far, and the bytes of memory where the system does not keep that limit for us."""
        import psutil

        try:
            process = psutil.Process(self._process.pid)
            spent = process.cpu_times()
            memory = 0 if sys.platform in {"linux", "win32"} else process.memory_info().rss
        except psutil.Error:
            return 0.0, 0
        return spent.user + spent.system, memory

    def stop(self) -> None:
        """End the process, whatever it does, and wait until it is gone."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        if self._thread is not None:
            self._thread.join()
        for pipe in (self._process.stdin, self._process.stdout):
            _close(pipe)
        if self._enclosure is not None:
            self._enclosure.close()

    def _serve(self, line: bytes, data: bytes, inbox: "queue.SimpleQueue[tuple[Reader, Message]]") -> None:
        writing = threading.Thread(target=self._write, args=(line, data), daemon=True)
        writing.start()
        try:
            for message in self._messages():
                inbox.put((self, message))
        except (OSError, ValueError) as error:
            inbox.put((self, error))
        writing.join()
        inbox.put((self, Ended(self._process.wait())))

    def _write(self, line: bytes, data: bytes) -> None:
        pipe = self._process.stdin
        if pipe is not None:
            # When it died before it had read everything, its end tells why.
            with contextlib.suppress(OSError):
                pipe.write(line)
                pipe.write(data)
            _close(pipe)

    def _messages(self) -> Iterator[list[Any]]:
        pipe = self._process.stdout
        while pipe is not None and (head := pipe.read(4)):
            (length,) = struct.unpack("<I", head)
            if length > _LONGEST_MESSAGE:
                raise ValueError("message too long")
            body = pipe.read(length)
            if len(body) == length:
                yield frame(body)


class _Spares:
    """The readers that are kept ready, so that a reading does not wait for their start: one reads, one guards."""

    _KEPT = 2

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._readers: list[Reader] = []
        self._wanted = False

    def prepare(self) -> None:
        """Start readers in advance, and others after each reading."""
        with self._lock:
            self._wanted = True
            for reader in [reader for reader in self._readers if not reader.alive]:
                self._readers.remove(reader)
                reader.stop()
            while len(self._readers) < self._KEPT:
                self._readers.append(Reader(spare=True))

    def take(self) -> Reader:
        """Return a reader that is ready, or start one."""
        with self._lock:
            while self._readers:
                reader = self._readers.pop()
                if reader.alive:
                    return reader
                reader.stop()
        return Reader()

    def renew(self) -> None:
        """Start the next ones, when some are to be kept."""
        if self._wanted:
            self.prepare()

    def release(self) -> None:
        """Keep none any more."""
        with self._lock:
            self._wanted = False
            readers, self._readers = self._readers, []
        for reader in readers:
            reader.stop()


spares = _Spares()
atexit.register(spares.release)


def converse(
    jobs: list[dict[str, Any]], data: bytes, limits: Limits, cancelled: Callable[[], bool] | None
) -> Generator[tuple[int, Message], None, None]:
    """Run jobs on the same bytes side by side, and yield their messages with the number of the job.

    Every process is gone when this ends, however it ends.
    """
    inbox: queue.SimpleQueue[tuple[Reader, Message]] = queue.SimpleQueue()
    readers: list[Reader] = []
    try:
        for job in jobs:
            readers.append(spares.take())
            readers[-1].start({**job, "memory": limits.memory}, data, inbox)
        yield from _listen(readers, inbox, limits, cancelled)
    finally:
        for reader in readers:
            reader.stop()
        spares.renew()


def _listen(
    readers: list[Reader], inbox: "queue.SimpleQueue[tuple[Reader, Message]]", limits: Limits,
    cancelled: Callable[[], bool] | None,
) -> Iterator[tuple[int, Message]]:  # fmt: skip
    began = looked = time.monotonic()
    work = limits.work
    running = set(readers)
    while running:
        now = time.monotonic()
        if now - looked >= _POLL:
            looked = now
            if cancelled is not None and cancelled():
                raise ReadingCancelled
            _check(running, limits, work, now - began)
        try:
            reader, message = inbox.get(timeout=_POLL)
        except queue.Empty:
            continue
        if isinstance(message, Ended):
            running.discard(reader)
        elif isinstance(message, list) and message[0] == "report" and message[1]["kind"] != "xls":
            work = limits.vouched_work
        yield readers.index(reader), message


def _check(running: set[Reader], limits: Limits, work: float, waited: float) -> None:
    if waited > limits.wait:
        raise Rejected("too_slow", seconds=round(limits.wait))
    for reader in running:
        spent, memory = reader.usage()
        if spent > work:
            raise Rejected("too_slow", seconds=round(work))
        if memory > limits.memory:
            raise Rejected("reader_died")


def _enclosed(process: subprocess.Popen[bytes]) -> Enclosure | None:
    """Return the enclosure of the process on Windows, which dies with the program; elsewhere nothing."""
    return Enclosure(int(getattr(process, "_handle"))) if os.name == "nt" else None  # noqa: B009


def _close(pipe: IO[bytes] | None) -> None:
    if pipe is not None:
        # What was still to be written has no reader any more.
        with contextlib.suppress(OSError):
            pipe.close()
