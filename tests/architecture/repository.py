"""The files of the repository, those that git ignores left out."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def files(folder: Path = ROOT) -> Iterator[Path]:
    """Every file below a folder that belongs to the repository."""
    ignored = [line.strip().rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()]
    for path in sorted(folder.iterdir()):
        if path.name == ".git" or any(fnmatch(path.name, pattern) for pattern in ignored if pattern):
            continue
        if path.is_dir():
            yield from files(path)
        else:
            yield path
