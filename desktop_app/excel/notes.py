"""What the reader tells about a file that it did read."""

from desktop_app.domain.words import Words
from desktop_app.excel.encodings import ENCODINGS, encoding_named
from desktop_app.excel.sheets import CellError, NoValue, Sheet

_ERRORS = Words(
    "{count} cellule(s) affichent une erreur, la première en {where} ({code}) : leur valeur est inconnue, elle n’est pas "
    "vide. Corrigez-les dans le classeur si elles doivent être lues.",
    "{count} cell(s) show an error, the first at {where} ({code}): their value is unknown, not empty. "
    "Correct them in the workbook if they are to be read.",
)
_UNVALUED = Words(
    "{count} formule(s) n’ont pas de résultat, la première en {where}. Ouvrez le classeur dans Excel, enregistrez-le, "
    "puis lisez-le de nouveau.",
    "{count} formula(s) have no result, the first at {where}. Open the workbook in Excel, save it, then read it again.",
)
_BY_CODE = {
    "recalculates": Words(
        "Ce classeur demande à Excel de recalculer ses formules : leurs résultats peuvent être anciens ou nuls. "
        "Ouvrez-le dans Excel et enregistrez-le pour en être sûr.",
        "This workbook asks Excel to recompute its formulas: their results may be old or zero. "
        "Open it in Excel and save it to be sure.",
    ),
    "second_reader": Words(
        "Ce classeur est écrit de façon inhabituelle ; il a été lu par une autre méthode. Vérifiez l’aperçu.",
        "This workbook is written in an unusual way; it was read by another method. Check the preview.",
    ),
    "guessed_encoding": Words(
        "Les lettres ont été lues en {encoding}. Si elles sont fausses dans l’aperçu, choisissez-en d’autres (« Lettres », ou"
        " --encoding sur la ligne de commande).",
        "Letters were read as {encoding_en}. If they are wrong in the preview, choose others (“Letters”, or --encoding on the"
        " command line).",
    ),
    "mixed_encoding": Words(
        "Ce fichier mélange deux codages ; chaque ligne a été lue dans le sien. Vérifiez les accents dans l’aperçu.",
        "This file mixes two encodings; each line was read in its own. Check the accents in the preview.",
    ),
    "unclosed_quote": Words(
        "Un guillemet n’est pas fermé : des lignes ont pu être réunies en une seule cellule. Vérifiez l’aperçu.",
        "A quotation mark is not closed: lines may have been joined in one cell. Check the preview.",
    ),
}


def note(code: str, encoding: str | None = None) -> Words:
    """Return what is to be said under a code."""
    named = ENCODINGS.get(encoding_named(encoding or "") or "", Words(encoding or "", encoding or ""))
    return _BY_CODE[code].filled(encoding=named.fr, encoding_en=named.en)


def cell_notes(sheets: tuple[Sheet, ...]) -> list[Words]:
    """Return what is to be said about error cells and formulas without result."""
    notes = []
    for kind, words in ((CellError, _ERRORS), (NoValue, _UNVALUED)):
        found = [
            (sheet, row, column)
            for sheet in sheets
            for row, values in enumerate(sheet.rows)
            for column, value in enumerate(values)
            if type(value) is kind
        ]
        if found:
            sheet, row, column = found[0]
            where = sheet.address(row, column)
            notes.append(words.filled(count=len(found), where=where, code=sheet.value(row, column)))
    return notes
