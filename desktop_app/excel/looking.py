"""How the rows of a workbook look, read in the reading process: filled with a colour, struck out, with comments."""

import re
import zipfile
from collections import Counter
from io import BytesIO
from typing import Any

from desktop_app.excel.rejected import Rejected

Looks = dict[str, dict[str, dict[int, str]]]  # by sheet and kind of look: what each row has, counted from 0
# Up to which angle of the colour wheel a hue has a name.
_HUES = ((14, "red"), (42, "orange"), (70, "yellow"), (165, "green"), (255, "blue"), (315, "violet"), (361, "red"))
_MOST_STYLES = 4_000_000
_LONGEST = 1_000
# The colours of a workbook's theme where it names none of its own, by their place.
_THEME = ("FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47")


def looks_of(data: bytes) -> Looks:
    """Return what the rows of a workbook have besides values; nothing is parsed where the file has no such look."""
    if not _has_looks(data):
        return {}
    import openpyxl

    try:
        book = openpyxl.load_workbook(BytesIO(data), keep_links=False)
    except Exception as error:
        # KeyError, TypeError, ValueError, BadZipFile, ParseError…, as the damage happens to be.
        raise Rejected("damaged", part=type(error).__name__) from error
    return {sheet.title: found for sheet in book.worksheets if (found := _of_sheet(sheet))}


def _has_looks(data: bytes) -> bool:
    """Tell from the list of parts and the styles whether there may be comments, struck letters or filled cells."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        if any(re.search(r"comments?\d*\.xml$|threadedComments", name) for name in names):
            return True
        styles = next((name for name in names if name.lower().endswith("xl/styles.xml")), None)
        if styles is None or archive.getinfo(styles).file_size > _MOST_STYLES:
            return False
        text = archive.read(styles)
    return b"<strike" in text or b'patternType="solid"' in text


def _of_sheet(sheet: Any) -> dict[str, dict[int, str]]:
    found: dict[str, dict[int, str]] = {"colour": {}, "struck": {}, "comment": {}}
    for place, row in enumerate(sheet.iter_rows()):
        filled = [cell for cell in row if cell.value not in (None, "")]
        if comments := [text for cell in row if (text := _comment(cell))]:
            found["comment"][place] = " | ".join(comments)[:_LONGEST]
        if not filled:
            continue
        if 2 * sum(bool(cell.font and cell.font.strike) for cell in filled) > len(filled):
            found["struck"][place] = "x"
        colours = Counter(colour for cell in filled if (colour := colour_of(cell.fill)))
        if colours:
            found["colour"][place] = colours.most_common(1)[0][0]
    return {kind: rows for kind, rows in found.items() if rows}


def _comment(cell: Any) -> str:
    comment = getattr(cell, "comment", None)
    return " ".join(str(comment.text).split()) if comment is not None and comment.text else ""


def colour_of(fill: Any) -> str | None:
    """Return the name of the colour with which a cell is filled: yellow, green…; None for none, white and black."""
    if fill is None or fill.patternType != "solid":
        return None
    rgb = _rgb(fill.fgColor)
    if rgb is None:
        return None
    red, green, blue = (int(rgb[at : at + 2], 16) for at in (0, 2, 4))
    return _name(red, green, blue)


def _rgb(colour: Any) -> str | None:
    from openpyxl.styles.colors import COLOR_INDEX

    if colour.type == "rgb" and isinstance(colour.rgb, str) and re.fullmatch(r"[0-9A-Fa-f]{8}", colour.rgb):
        return colour.rgb[2:]
    if colour.type == "theme" and isinstance(colour.theme, int) and colour.theme < len(_THEME):
        return _tinted(_THEME[colour.theme], float(colour.tint or 0))
    if colour.type == "indexed" and isinstance(colour.indexed, int) and colour.indexed < len(COLOR_INDEX):
        return str(COLOR_INDEX[colour.indexed])[2:]
    return None


def _tinted(rgb: str, tint: float) -> str:
    """Return a colour of the theme made lighter or darker."""
    parts = [int(rgb[at : at + 2], 16) for at in (0, 2, 4)]
    mixed = [part + (255 - part) * tint if tint > 0 else part * (1 + tint) for part in parts]
    return "".join(f"{round(part):02X}" for part in mixed)


def _name(red: int, green: int, blue: int) -> str | None:
    most, least = max(red, green, blue), min(red, green, blue)
    if most - least < 24:
        return None if most > 245 or most < 40 else "grey"
    spread = most - least
    if most == red:
        hue = 60 * (((green - blue) / spread) % 6)
    elif most == green:
        hue = 60 * ((blue - red) / spread + 2)
    else:
        hue = 60 * ((red - green) / spread + 4)
    return next(name for limit, name in _HUES if hue < limit)
