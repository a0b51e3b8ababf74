"""LibreOffice at work: run by a Python that has its bridge; one process serves many workbooks.

    python -m tests.e2e.hands_server SOFFICE

Reads a line of JSON for each workbook, answers with one: the files by format, or what went wrong.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import uno

from tests.e2e.handlings import HANDLINGS, Table, options

_TEXT = "Text - txt - csv (StarCalc)"
FORMATS = {
    "xlsx": ("Calc MS Excel 2007 XML", ""),
    "ods": ("calc8", ""),
    "xls": ("MS Excel 97", ""),
    "csv in Unicode": (_TEXT, "59,34,76,1,,0,false,true,true,false,false,-1"),
    "csv in Windows letters": (_TEXT, "44,34,1,1,,0,false,true,true,false,false,-1"),
}


def start(soffice: str) -> tuple[subprocess.Popen[bytes], Any]:
    """Start LibreOffice and return it with its desktop."""
    profile, pipe = tempfile.mkdtemp(prefix="libreoffice-"), f"hands{os.getpid()}"
    process = subprocess.Popen(
        [
            soffice, "--headless", "--norestore", "--nologo", "--nodefault",
            f"-env:UserInstallation={Path(profile).as_uri()}", f"--accept=pipe,name={pipe};urp;",
        ],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _attempt in range(600):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # noqa: BLE001  # it does not listen yet
            time.sleep(0.1)
        else:
            return process, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    raise TimeoutError


def handle(desktop: Any, job: Mapping[str, Any]) -> dict[str, list[str]]:
    """Open a workbook, handle it and save it in each format asked; return the files by format."""
    open_ = [desktop.loadComponentFromURL(Path(job["path"]).as_uri(), "_blank", 0, options(Hidden=True))]
    try:
        tables = [Table(open_[0].Sheets.getByName(name), count) for name, count in job["sheets"].items()]
        if other := HANDLINGS[job["handling"]](open_[0], tables):
            open_.append(other)
        files = {}
        for format_, folder in job["saves"].items():
            filter_, more = FORMATS[format_]
            where = Path(folder) / f"{job['name']}.{format_.partition(' ')[0]}"
            open_[-1].storeToURL(where.as_uri(), options(FilterName=filter_, FilterOptions=more, Overwrite=True))
            files[format_] = sorted(str(path) for path in Path(folder).iterdir())
        return files
    finally:
        for one in reversed(open_):
            one.close(True)  # the bridge takes no names


def serve(soffice: str) -> None:
    """Serve until there is nothing more to read."""
    process, desktop = start(soffice)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    try:
        for line in sys.stdin:
            try:
                answer: dict[str, object] = {"files": handle(desktop, json.loads(line))}
            except Exception as error:  # noqa: BLE001  # the test says it
                answer = {"error": repr(error)}
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()
    finally:
        with contextlib.suppress(Exception):  # it may be gone before it answers
            desktop.terminate()
        process.wait(30)


if __name__ == "__main__":
    serve(sys.argv[1])
