"""Reading processes without their start: a fork of one that has loaded what a spare loads, for thousands of readings.

Each still serves one job under its own limits, with the program's own `child.main`, and is thrown away afterwards.
"""

import contextlib
import importlib
import os
import select
import signal
import socket
import struct
import subprocess
import sys
import threading
from typing import IO, Any

from desktop_app.excel import child, process

_LOADED = (
    "python_calamine", "desktop_app.excel.guard", "desktop_app.excel.texts", "desktop_app.excel.page",
    "desktop_app.excel.xls_scan", "desktop_app.excel.xls_size", "desktop_app.excel.xlsb_scan",
    "desktop_app.excel.second_reader", "openpyxl", "msoffcrypto",
)  # fmt: skip
_OURS: list["_Nursery"] = []


class _Nursery:
    """The process that forks readers: it gets their three pipes, and tells their ids."""

    def __init__(self) -> None:
        self._socket, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-s", "-X", "utf8", __file__, str(theirs.fileno())],
                env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}, pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip

    def born(self, *pipes: int) -> int:
        """Fork a reader that reads from the first pipe, writes into the second, and which tells its end in the third."""
        socket.send_fds(self._socket, [b"f"], list(pipes))
        (pid,) = struct.unpack("<i", self._socket.recv(4, socket.MSG_WAITALL))
        return int(pid)

    def close(self) -> None:
        """End the process."""
        self._socket.close()
        self._process.wait()


class _Forked:
    """What the program needs to know of a process, as `subprocess.Popen` tells it."""

    def __init__(self, nursery: _Nursery) -> None:
        inside, write = os.pipe()
        read, outside = os.pipe()
        self._end, end = os.pipe()
        self.pid = nursery.born(inside, outside, end)
        for descriptor in (inside, outside, end):
            os.close(descriptor)
        self.stdin: IO[bytes] = os.fdopen(write, "wb")
        self.stdout: IO[bytes] = os.fdopen(read, "rb")
        self._code: int | None = None
        # Waited for by the thread that listens to it and by who ends it.
        self._lock = threading.Lock()

    def poll(self) -> int | None:
        """Return the exit code when it is gone."""
        with self._lock:
            gone = self._code is not None or select.select([self._end], [], [], 0)[0]
        return self.wait() if gone else None

    def wait(self) -> int:
        """Wait until it is gone; return its exit code, -1 where it did not live to tell it."""
        with self._lock:
            if self._code is None:
                said = os.read(self._end, 4)
                os.close(self._end)
                self._code = struct.unpack("<i", said)[0] if said else -1
            return int(self._code)

    def kill(self) -> None:
        """End it."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, 9)


class _ForkedReader(process.Reader):
    def __init__(self, *, spare: bool = False) -> None:
        self._process: Any = _Forked(_OURS[0])
        self._enclosure = None
        self._thread = None
        if spare:
            self._process.stdin.write(child.READY)
            self._process.stdin.flush()


def fork_readers() -> None:
    """Let the program's readers be forked from now on, where the system can."""
    if hasattr(os, "fork"):
        _OURS.append(_Nursery())
        setattr(process, "Reader", _ForkedReader)  # noqa: B010  # the type checker takes a class for constant


def release_forks() -> None:
    """End the process that forks."""
    while _OURS:
        _OURS.pop().close()


def _main(number: int) -> None:
    """Fork a reader at each wish."""
    for name in _LOADED:
        importlib.import_module(name)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    wishes = socket.socket(fileno=number)
    while True:
        _said, pipes, _flags, _address = socket.recv_fds(wishes, 1, 3)
        if len(pipes) < 3:
            return
        reader = os.fork()
        if reader == 0:
            wishes.close()
            _read(*pipes)
        wishes.sendall(struct.pack("<i", reader))
        for descriptor in pipes:
            os.close(descriptor)


def _read(inside: int, outside: int, end: int) -> None:
    os.dup2(inside, 0)
    os.dup2(outside, 1)
    for descriptor in (inside, outside):
        os.close(descriptor)
    code = 1
    try:
        code = child.main()
    except BrokenPipeError:
        code = 0
    finally:
        os.write(end, struct.pack("<i", code))
        os._exit(code)


if __name__ == "__main__":
    _main(int(sys.argv[1]))
