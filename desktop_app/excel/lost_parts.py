"""What a workbook holds that is lost when it is written again with marks: told before, in one sentence."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from desktop_app.domain.words import Words

# Charts, pivot tables, tables, macros, conditional formats and usual lists are kept.
_PARTS = (
    (re.compile(r"xl/media/"), Words("images", "pictures")),
    (re.compile(r"xl/(?:ctrlProps|activeX)/"), Words("boutons et cases à cocher", "buttons and check boxes")),
    (re.compile(r"xl/threadedComments/"), Words("réponses aux commentaires", "replies to comments")),
    (re.compile(r"xl/slicers/"), Words("segments", "slicers")),
    (re.compile(r"xl/(?:queryTables/|connections\.xml)"), Words("connexions à des données", "data connections")),
    (re.compile(r"xl/diagrams/"), Words("schémas", "diagrams")),
)
_IN_SHEETS = (
    (re.compile(rb"<x14:sparkline>"), Words("graphiques dans des cases", "sparklines")),
    (
        re.compile(rb"<x14:conditionalFormatting "),
        Words("barres et icônes de mise en forme", "data bars and icon sets"),
    ),
    (
        re.compile(rb"<x14:dataValidation "),
        Words("listes déroulantes prises d’une autre feuille", "lists from other sheets"),
    ),
)
_IN_DRAWINGS = (
    (re.compile(rb"<(?:xdr:)?(?:sp|cxnSp|grpSp)[ >]"), Words("formes et zones de texte", "shapes and text boxes")),
)
_SHEET, _DRAWING = re.compile(r"xl/worksheets/[^/]+\.xml$"), re.compile(r"xl/drawings/drawing\d*\.xml$")
_CHUNK, _OVERLAP = 1_000_000, 64
_LOST = Words(
    "La copie n’aura plus : {what}. Les cases, leur mise en forme, les graphiques et les macros y restent ; le fichier reçu ne"
    " change pas.",
    "The copy will lack: {what_en}. Cells, their formats, charts and macros stay in it; the file that came in does not change.",
)


def lost_in(data: bytes) -> Words | None:
    """Return the sentence that names what a marked copy of a workbook will lack; None where it will lack nothing."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            found = list(dict.fromkeys(_held(archive)))
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
        return None  # it will be refused when it is marked
    if not found:
        return None
    return _LOST.filled(what=", ".join(one.fr for one in found), what_en=", ".join(one.en for one in found))


def _held(archive: zipfile.ZipFile) -> Iterator[Words]:
    names = archive.namelist()
    yield from (words for pattern, words in _PARTS if any(pattern.match(name) for name in names))
    for name in names:
        looked_for = _IN_SHEETS if _SHEET.match(name) else _IN_DRAWINGS if _DRAWING.match(name) else ()
        if looked_for:
            with archive.open(name) as part:
                before = b""
                while chunk := part.read(_CHUNK):
                    yield from (words for pattern, words in looked_for if pattern.search(before + chunk))
                    before = chunk[-_OVERLAP:]
