"""A PDF read back by poppler, as another program sees it."""

import subprocess
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import NamedTuple

# Marks of direction.
_UNSEEN = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u2066\u2067\u2068\u2069"))


class Word(NamedTuple):
    """A word on a page, with its box in points."""

    text: str
    page: int
    left: float
    top: float
    right: float
    bottom: float


def run(program: str, *words: str | Path) -> str:
    """Run a program of poppler and return what it prints."""
    return subprocess.run([program, *words], check=True, capture_output=True, encoding="utf-8").stdout


def text(path: Path) -> str:
    """Return the text of a PDF in one line, letters composed, without what is not seen."""
    read = run("pdftotext", "-layout", path, "-").translate(_UNSEEN)
    return unicodedata.normalize("NFC", " ".join(read.split()))


def letters(path: Path) -> str:
    """Return the text of a PDF without any space: lines may break anywhere in some scripts."""
    return (
        run("pdftotext", "-raw", path, "-").translate(_UNSEEN).replace(" ", "").replace("\n", "").replace("\u00a0", "")
    )


def info(path: Path) -> dict[str, str]:
    """Return what pdfinfo says of a PDF."""
    lines = (line.partition(":") for line in run("pdfinfo", path).splitlines())
    return {name.strip(): value.strip() for name, _, value in lines}


def fonts(path: Path) -> list[tuple[str, str]]:
    """Return the fonts of a PDF and whether each is embedded."""
    lines = run("pdffonts", path).splitlines()[2:]
    return [(line.split()[0], line.split()[-5]) for line in lines]


def words(path: Path) -> list[Word]:
    """Return every word with its place."""
    root = ET.fromstring(run("pdftotext", "-bbox", path, "-"))  # noqa: S314  (our own page)
    space = "{http://www.w3.org/1999/xhtml}"
    return [
        Word(word.text or "", number, *(float(word.attrib[side]) for side in ("xMin", "yMin", "xMax", "yMax")))
        for number, page in enumerate(root.iter(f"{space}page"), 1)
        for word in page.iter(f"{space}word")
    ]
