"""What a workbook holds that is lost when it is written again with marks: told before, in one sentence."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from desktop_app.domain.words import Words

# Charts, pivot tables, tables, macros, conditional formats and usual lists are kept.
_BUTTONS = Words("boutons et cases à cocher", "buttons and check boxes")
_PICTURES = Words("images", "pictures")
_PARTS = (
    (re.compile(r"xl/media/"), _PICTURES),
    (re.compile(r"xl/(?:ctrlProps|activeX|featurePropertyBag)/"), _BUTTONS),
    (re.compile(r"xl/threadedComments/"), Words("réponses aux commentaires", "replies to comments")),
    (re.compile(r"xl/slicers/"), Words("segments", "slicers")),
    (re.compile(r"xl/timelines/"), Words("chronologies", "timelines")),
    (re.compile(r"xl/(?:queryTables/|connections\.xml)"), Words("connexions à des données", "data connections")),
    (re.compile(r"xl/model/"), Words("modèle de données", "the data model")),
    (
        re.compile(r"xl/(?:xmlMaps\.xml|tables/tableSingleCells)"),
        Words("liens avec des données XML", "links to XML data"),
    ),
    (re.compile(r"xl/diagrams/"), Words("schémas", "diagrams")),
    (
        re.compile(r"xl/charts/chartEx"),
        Words("graphiques en cascade, en arbre, en carte…", "waterfall, tree map, map and other recent charts"),
    ),
    (re.compile(r"xl/embeddings/"), Words("documents incorporés", "embedded documents")),
    (re.compile(r"xl/richData/rdRichValue\.xml"), Words("données liées dans des cases", "linked data in cells")),
    (re.compile(r"xl/(?:macrosheets|dialogsheets)/"), Words("feuilles de macros Excel 4", "Excel 4 macro sheets")),
    (re.compile(r"xl/webextensions/"), Words("compléments", "add-ins")),
    (re.compile(r"xl/namedSheetViews/"), Words("vues personnelles", "personal views")),
    (re.compile(r"xl/revisions/"), Words("modifications suivies", "tracked changes")),
    (re.compile(r"docMetadata/LabelInfo\.xml"), Words("étiquette de confidentialité", "the sensitivity label")),
    (re.compile(r"_xmlsignatures/"), Words("signature numérique", "the digital signature")),
)
_IN_SHEETS = (
    (re.compile(rb"<(?:\w+:)?controls[ >]"), _BUTTONS),
    (re.compile(rb"<(?:\w+:)?oleObjects[ >]"), Words("documents incorporés", "embedded documents")),
    (
        re.compile(rb"<(?:\w+:)?protectedRanges[ >]"),
        Words("plages modifiables d’une feuille protégée", "the editable ranges of a protected sheet"),
    ),
    (re.compile(rb"<(?:\w+:)?customSheetViews[ >]"), Words("affichages personnalisés", "custom views")),
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
    (re.compile(rb"<(?:\w+:)?pic[ >]"), _PICTURES),
    (re.compile(rb"<(?:\w+:)?(?:sp|cxnSp|grpSp)[ >]"), Words("formes et zones de texte", "shapes and text boxes")),
)
# Old buttons are drawn where comments are.
_IN_OLD_DRAWINGS = ((re.compile(rb"ObjectType=\"(?!Note|Pict|Shape)\w"), _BUTTONS),)
_OLD_DRAWING = re.compile(r"xl/drawings/vmlDrawing\d*\.vml$")
_SHEET, _DRAWING = re.compile(r"xl/worksheets/[^/]+\.xml$"), re.compile(r"xl/drawings/[^/]+\.xml$")
_METADATA = re.compile(r"xl/metadata\.xml$")
_IN_METADATA = ((re.compile(rb"XLDAPR"), Words("étendue des formules dynamiques", "the spilling of dynamic formulas")),)
_INSIDE = ((_SHEET, _IN_SHEETS), (_DRAWING, _IN_DRAWINGS), (_OLD_DRAWING, _IN_OLD_DRAWINGS), (_METADATA, _IN_METADATA))
_CHUNK, _OVERLAP = 1_000_000, 64
_LOST = Words(
    "La copie n’aura plus : {what}. Les cases, leur mise en forme, les graphiques usuels et les macros y restent ; le fichier"
    " reçu ne change pas.",
    "The copy will lack: {what_en}. Cells, their formats, usual charts and macros stay in it; the file that came in does not"
    " change.",
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
        if looked_for := next((inside for where, inside in _INSIDE if where.match(name)), ()):
            with archive.open(name) as part:
                before = b""
                while chunk := part.read(_CHUNK):
                    yield from (words for pattern, words in looked_for if pattern.search(before + chunk))
                    before = chunk[-_OVERLAP:]
