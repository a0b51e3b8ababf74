"""A real LibreOffice that handles workbooks for the tests, through its Python bridge."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[2]
FORMATS = ("xlsx", "ods", "xls", "csv in Unicode", "csv in Windows letters")
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@cache
def bridged_python() -> str | None:
    """Return a Python that can talk to LibreOffice: the one that came with it, else the system's."""
    if SOFFICE is None:
        return None
    program = Path(SOFFICE).resolve().parent
    candidates = [program / "python", program / "python.exe", program.parent / "Resources" / "python"]
    for candidate in (*map(str, candidates), "/usr/bin/python3"):
        if Path(candidate).exists():
            tried = subprocess.run([candidate, "-c", "import uno"], check=False, capture_output=True)
            if tried.returncode == 0:
                return candidate
    return None


class Hands:
    """One LibreOffice process; each workbook is opened once, handled, and saved in every format asked."""

    def __init__(self) -> None:
        python = bridged_python()
        assert python
        assert SOFFICE
        self._process = subprocess.Popen(
            [python, "-m", "tests.e2e.hands_server", SOFFICE],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**{k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}, "PYTHONDONTWRITEBYTECODE": "1"},
        )  # fmt: skip
        assert self._read() == "ready"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(60)
        self._process.stdout.close()

    def handle(
        self, path: Path, handling: str, sheets: Mapping[str, int], folder: Path, formats: Sequence[str] = FORMATS
    ) -> dict[str, list[Path]]:
        """Do what hands do to a workbook; `sheets`: how many records each has. Return the files by format."""
        saves = {}
        for format_ in formats:
            made = folder / format_.replace(" ", "-")
            made.mkdir(parents=True)
            saves[format_] = str(made)
        job = {"path": str(path), "handling": handling, "sheets": dict(sheets), "saves": saves, "name": "retour"}
        assert self._process.stdin
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._read())
        assert "files" in answer, answer
        return {format_: [Path(one) for one in files] for format_, files in answer["files"].items()}

    def _read(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()
