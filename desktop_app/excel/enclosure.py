"""A Windows job object around the reading process: its memory is limited, and it never outlives the program."""

import ctypes
from ctypes import wintypes
from typing import Any

_LIMIT_PROCESS_MEMORY = 0x100
_LIMIT_DIE_ON_UNHANDLED = 0x400
_LIMIT_KILL_ON_CLOSE = 0x2000
_EXTENDED_LIMITS = 9


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("per_process_time", ctypes.c_int64), ("per_job_time", ctypes.c_int64), ("flags", wintypes.DWORD),
        ("least_working_set", ctypes.c_size_t), ("most_working_set", ctypes.c_size_t), ("processes", wintypes.DWORD),
        ("affinity", ctypes.c_size_t), ("priority", wintypes.DWORD), ("scheduling", wintypes.DWORD),
    )  # fmt: skip


class _Counters(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_uint64) for name in ("reads", "writes", "others", "read", "written", "other"))


class _ExtendedLimits(ctypes.Structure):
    _fields_ = (
        ("basic", _BasicLimits), ("io", _Counters), ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t), ("peak_process", ctypes.c_size_t), ("peak_job", ctypes.c_size_t),
    )  # fmt: skip


class Enclosure:
    """The job object of one process."""

    def __init__(self, process: int) -> None:
        self._kernel = _kernel()
        self._job = self._kernel.CreateJobObjectW(None, None)
        self._set(_LIMIT_KILL_ON_CLOSE | _LIMIT_DIE_ON_UNHANDLED, 0)
        self._kernel.AssignProcessToJobObject(self._job, process)

    def limit(self, memory: int) -> None:
        """Limit the memory of the process to so many bytes."""
        self._set(_LIMIT_KILL_ON_CLOSE | _LIMIT_DIE_ON_UNHANDLED | _LIMIT_PROCESS_MEMORY, memory)

    def close(self) -> None:
        """Let go of the job; a process that still ran in it ends."""
        self._kernel.CloseHandle(self._job)

    def _set(self, flags: int, memory: int) -> None:
        limits = _ExtendedLimits()
        limits.basic.flags = flags
        limits.process_memory = memory
        done = self._kernel.SetInformationJobObject(
            self._job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        if not done:
            raise OSError("the memory of the reading process can't be limited")


def _kernel() -> Any:
    """Return the functions of the system, with the types that keep 64-bit handles whole."""
    # `ctypes.WinDLL` exists on Windows only.
    kernel = getattr(ctypes, "WinDLL")("kernel32", use_last_error=True)  # noqa: B009
    kernel.CreateJobObjectW.argtypes = (wintypes.LPVOID, wintypes.LPCWSTR)
    kernel.CreateJobObjectW.restype = wintypes.HANDLE
    kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, wintypes.LPVOID, wintypes.DWORD)
    kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
    return kernel
