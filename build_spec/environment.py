"""The private environment of the checkout: what to run, to test and to package the program needs.

It runs before anything is installed: standard library only, on Linux, macOS and Windows.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import locale
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import system_libraries

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST, FIRST_REFUSED = (3, 11), (3, 14)
_STAMP = VENV / "passerelle.json"


@dataclass(frozen=True)
class Layer:
    """A set of locked packages, and the layers on which it lies."""

    file: str
    below: tuple[str, ...] = ()

    @property
    def lock(self) -> Path:
        return ROOT / "build_spec" / self.file


LAYERS: Mapping[str, Layer] = {
    "run": Layer("requirements.txt"),
    "tests": Layer("requirements-tests.txt", ("run",)),
    "bench": Layer("requirements-bench.txt", ("run", "tests")),
    "package": Layer("requirements-package.txt", ("run",)),
}


class CannotPrepareError(Exception):
    """The environment can't be made; the message says why and what to do."""


def python() -> Path:
    """The interpreter of the private environment."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def prepare(layer: str) -> Path:
    """Make the environment hold the layer and those below it; return its interpreter.

    When everything is there already, this reads a few small files and nothing more.
    """
    wanted = {name: _digest(LAYERS[name].lock) for name in (*LAYERS[layer].below, layer)}
    base, present = _read_stamp()
    if base == _base() and wanted.items() <= present.items():
        return python()
    if not OLDEST <= sys.version_info[:2] < FIRST_REFUSED:
        raise CannotPrepareError(
            f"This is Python {platform.python_version()}; "
            "Passerelle needs Python 3.11, 3.12 or 3.13. Start the script with one of these."
        )
    system_libraries.require(tests="tests" in wanted)
    outdated = any(digest != _digest(LAYERS[name].lock) for name, digest in present.items() if name in LAYERS)
    if base != _base() or outdated:
        _make()  # afresh: what an older lock left behind would hide a missing dependency
        present = {}
    missing = [name for name in wanted if name not in present]
    with ThreadPoolExecutor() as beside:  # they share no package, and each waits for its downloads
        list(beside.map(_install, (LAYERS[name] for name in missing)))
    if missing:
        _STAMP.write_text(json.dumps({"base": _base(), "layers": present | wanted}, indent=1), encoding="utf-8")
    return python()


def become(command: Sequence[str], environ: Mapping[str, str]) -> NoReturn:
    """Run the command in place of this script, and end with its exit status."""
    sys.stdout.flush()
    if os.name == "nt":  # there, exec gives the prompt back before the program ends
        raise SystemExit(subprocess.call(command, env=dict(environ)))
    os.execve(command[0], list(command), dict(environ))


def _make() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        system_libraries.install([f"python3.{sys.version_info[1]}-venv"], what="Python's venv module")
    print(f"Making a private environment in {VENV} …", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    _run([sys.executable, "-m", "venv", str(VENV)])
    # The package is used from the checkout: a path file makes it importable from any folder.
    found = subprocess.run(
        [python(), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    )
    Path(found.stdout.strip(), "passerelle.pth").write_text(f"{ROOT}\n", encoding=locale.getencoding())


def _install(layer: Layer) -> None:
    print(f"Installing the packages of build_spec/{layer.file} …", flush=True)
    # Compiled when it is first imported: most of it never is.
    options = ["-qq", "--disable-pip-version-check", "--no-input", "--no-compile"]
    options += ["--require-hashes", "--only-binary", ":all:", "--no-deps"]  # the lock is complete
    _run([str(python()), "-m", "pip", "install", *options, "-r", str(layer.lock)])


def _run(command: Sequence[str]) -> None:
    status = subprocess.call(command)
    if status:
        raise CannotPrepareError(f"This command failed (status {status}), see above: {' '.join(command)}")


def _base() -> list[str]:
    """What an environment can't survive: another Python, another machine, another place."""
    return [platform.python_version(), platform.machine(), str(ROOT)]


def _read_stamp() -> tuple[list[str], dict[str, str]]:
    """What the environment was made for, and the digests of the locks that it holds."""
    try:
        stamp = json.loads(_STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return [], {}
    return (stamp["base"], stamp["layers"]) if python().exists() else ([], {})


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
