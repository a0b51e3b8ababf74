"""System libraries and programs that no Python package brings.

On Debian and Ubuntu, as root, the missing ones are installed; elsewhere the command that does it is named.
"""

from __future__ import annotations

import ctypes
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

# What Qt's windows, pictures and printing load on Linux, and the Debian package that holds it.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")

# Programs that the tests drive for real.
PROGRAMS = {"soffice": "libreoffice-calc", "pdftotext": "poppler-utils", "Xvfb": "xvfb"}
UNO = Path("/usr/lib/python3/dist-packages/uno.py")
# The part of LibreOffice that opens text documents, which Debian packages apart.
WRITER = Path("/usr/lib/libreoffice/program/libswlo.so")


def require(*, tests: bool) -> None:
    """See that everything needed is there: install it, or name the command that does.

    Raises SystemExit when the window could not open; what only some tests need is announced.
    """
    if sys.platform != "linux":
        _announce_programs(tests)
        return
    needed = [package for library, package in LIBRARIES.items() if not _loads(library)]
    if not any(next(Path(folder).expanduser().rglob("*.[to]tf"), None) for folder in FONT_FOLDERS):
        needed.append("fonts-dejavu-core")
    if tests:
        needed += [package for program, package in PROGRAMS.items() if not shutil.which(program)]
        needed += [] if UNO.exists() or not _is_debian() else ["python3-uno"]
        needed += [] if WRITER.exists() or not _is_debian() else ["libreoffice-writer-nogui"]
    if needed:
        install(needed, what="System libraries")


def install(packages: Sequence[str], *, what: str) -> None:
    """Install Debian packages, or stop with the one command that installs them."""
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if not _is_debian():
        raise SystemExit(f"{what} are missing. {_advice(packages)}")
    if os.geteuid() != 0:
        raise SystemExit(f"{what} are missing. Install them, then start again:\n  sudo {' '.join(command)}")
    print(f"Installing {', '.join(packages)} …", flush=True)
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for line in (["apt-get", "update"], command):
        done = subprocess.run(line, env=environ, capture_output=True, text=True, errors="replace", check=False)
    # An update that fails for one source matters only if a package is then not found.
    if done.returncode:
        raise SystemExit(f"{done.stdout}{done.stderr}\nThis command failed: {' '.join(command)}")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _is_debian() -> bool:
    return shutil.which("apt-get") is not None and shutil.which("dpkg") is not None


def _advice(packages: Iterable[str]) -> str:
    sonames = {package: name for name, package in LIBRARIES.items()}
    wanted = [sonames.get(package, package) for package in packages]
    for tool in ("dnf", "zypper"):  # both find a package by the library that it holds
        if shutil.which(tool):
            words = [f"'{name}()(64bit)'" if ".so." in name else name for name in wanted]
            return f"Install them, then start again:\n  sudo {tool} install {' '.join(words)}"
    return f"Install the packages that hold these, then start again: {', '.join(wanted)}"


def _announce_programs(tests: bool) -> None:
    """Name the command that installs what some tests need, on macOS and Windows."""
    if not tests or (shutil.which("soffice") and shutil.which("pdftotext")):
        return
    command = (
        "winget install TheDocumentFoundation.LibreOffice oschwartz10612.Poppler"
        if platform.system() == "Windows"
        else "brew install --cask libreoffice && brew install poppler"
    )
    print(f"LibreOffice or poppler is not on the path: their tests are skipped. To install them:\n  {command}")
