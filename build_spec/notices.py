"""Write resources/licences/NOTICE.md: what the program ships with, and under which licences.

Run it in the private environment after build_spec/lock.py. `--check` writes nothing and fails when the page is stale.
"""

from __future__ import annotations

import argparse
import re
from importlib import metadata

from environment import LAYERS, ROOT

NOTICE = ROOT / "resources" / "licences" / "NOTICE.md"

# Where a package's own data says nothing short and exact.
LICENCES = {
    "backports-tarfile": "MIT",
    "jaraco-classes": "MIT",
    "jinja2": "BSD-3-Clause",
    "olefile": "BSD-2-Clause",
    "pywin32-ctypes": "BSD-3-Clause",
    "pypdfium2": "BSD-3-Clause, Apache-2.0; PDFium: BSD-3-Clause and others",
    "sqlcipher3": "Zlib; SQLCipher: BSD-3-Clause; OpenSSL: Apache-2.0",
    "typst": "Apache-2.0; the fonts in it: OFL-1.1, GUST Font License, Bitstream Vera",
}

# Where what only Windows needs has its home: it is not installed elsewhere.
HOMES = {"pywin32-ctypes": "https://github.com/enthought/pywin32-ctypes"}

PAGE = """# Notices

Passerelle is under the Apache License 2.0 (`LICENSE`). It is distributed with the works below, each under its own
licence.

## Qt and Qt for Python

Copyright (C) The Qt Company Ltd. and other contributors. Passerelle uses them under the GNU Lesser General Public
License, version 3: its text is in `LGPL-3.0.txt`, that of the General Public License, which it refers to, in
`GPL-3.0.txt`. They are used unchanged, as separate files that you may replace by your own build of the same version;
nothing in Passerelle forbids to modify it for that or to study how it works. Their source code is at
<https://download.qt.io/official_releases/QtForPython/> and <https://download.qt.io/official_releases/qt/>. The works of
others that Qt contains are listed, with their licences, at <https://doc.qt.io/qt-6/licenses-used-in-qt.html>.

## docxtpl

Copyright (C) Eric Lapouyade. Passerelle uses it, unchanged and as separate files that you may replace, under the GNU
Lesser General Public License, version 2.1: its text is in `LGPL-2.1.txt`.

## Icons, fonts and data

| work | licence | where |
|---|---|---|
| Lucide icons | ISC, some MIT | `resources/icons/LICENSE` |
| Noto fonts, IBM Plex Sans Arabic | SIL Open Font License 1.1 | `resources/fonts/OFL.txt`, `resources/fonts/SOURCES.md` |
| Natural Earth, world-atlas | public domain, ISC | `resources/map/SOURCES.md`, `resources/map/LICENSE` |
| Reference data | named for each list | `resources/reference/SOURCES.md` |

## Python packages

Installed programs hold the licence texts of these packages in the folder `licences`, beside Python itself (PSF-2.0)
and the start-up program of PyInstaller (GPL-2.0 with an exception that lets it start any program).

| package | version | licence | home |
|---|---|---|---|
{rows}"""


def shipped() -> dict[str, str]:
    """The packages that the program runs with, and their versions."""
    lock = LAYERS["run"].lock.read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ]+)", lock, re.MULTILINE))


def licence(name: str) -> str:
    """The licence that an installed package declares."""
    if name in LICENCES:
        return LICENCES[name]
    declared = _about(name, "License-Expression") or _about(name, "License")
    if not declared or "\n" in declared[0]:
        raise SystemExit(f"{name} declares no licence: look it up and add it to LICENCES.")
    return declared[0]


def home(name: str) -> str:
    """The address of an installed package's project."""
    if name in HOMES:
        return HOMES[name]
    labelled = (line.split(", ", 1) for line in _about(name, "Project-URL"))
    urls = {label.lower(): url for label, url in labelled}
    for label in ("homepage", "home", "repository", "source", "source code", "github"):
        if label in urls:
            return urls[label]
    return next(iter([*_about(name, "Home-page"), *urls.values()]), "")


def _about(name: str, key: str) -> list[str]:
    return metadata.metadata(name).get_all(key) or []


def page() -> str:
    """The whole page."""
    rows = [f"| {name} | {version} | {licence(name)} | {home(name)} |\n" for name, version in shipped().items()]
    return PAGE.format(rows="".join(rows))


def main() -> None:
    """Write the page, or say that it is stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail when the page is stale")
    if not parser.parse_args().check:
        NOTICE.write_text(page(), encoding="utf-8", newline="\n")
    elif NOTICE.read_text(encoding="utf-8") != page():
        raise SystemExit(f"{NOTICE.name} is stale: run build_spec/notices.py.")


if __name__ == "__main__":
    main()
