"""A description as the plain JSON that the templates read: every text shown, every chart drawn, nothing to compute."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import singledispatch
from typing import Any, NamedTuple

from desktop_app.domain.dates import show_date
from desktop_app.domain.picture import Picture
from desktop_app.domain.words import Words
from desktop_app.reports.charts import PRINT, Drawing, Ink, bars
from desktop_app.reports.description import (
    PAPERS,
    Bars,
    Block,
    Cell,
    Column,
    Description,
    Face,
    Facts,
    Group,
    Labels,
    Row,
    Span,
    Table,
    Text,
    Tiles,
    Timeline,
    TwoLines,
    WorldMap,
    said,
)
from desktop_app.reports.heights import height, room
from desktop_app.reports.lifelines import ROWS_A_DRAWING, ROWS_A_PAGE, enlargement, timelines

LOGO_WIDTH, LOGO_HEIGHT = 46.0, 15.0  # millimetres, at most
FICTITIOUS = Words("données fictives", "fictitious data")
# How far letters of a script reach over the line, in parts of their size, where that is more than Latin ones.
_LONG = re.compile(r"[^\s\u00a0\u202f]{22}")  # what may need a place to break
_OVER = 1.069
_TALL = (("\u0600", "\u06ff", 1.374), ("\u0e80", "\u0eff", 1.183), ("\u1000", "\u109f", 1.324))
_PAGE = Words("page {page} sur {pages}", "page {page} of {pages}")
_PRINTED = Words("Imprimé le {day} · données au {as_of}", "Printed {day} · data as of {as_of}")
_CODED = Words(
    "codes sous les tableaux\u00a0: à taper dans Passerelle", "codes below tables: to be typed in Passerelle"
)
# The same Chinese character has other shapes in Japan, Korea and Taiwan.
_HAN = {
    "JP": ("ja", "JP"),
    "KR": ("ko", "KR"),
    "KP": ("ko", "KP"),
    "TW": ("zh", "TW"),
    "HK": ("zh", "HK"),
    "MO": ("zh", "MO"),
}
_TO_BE_CONTINUED = Words("sans fin prévue", "no end set")


class Frame(NamedTuple):
    """What a block is drawn in: the language, the width in points, the colours, and how many lines a drawing may have."""

    lang: str
    width: float
    ink: Ink = PRINT
    rows: int = ROWS_A_DRAWING


def frame_of(description: Description) -> Frame:
    """Return what the blocks of a report are drawn in."""
    width, _high = room(PAPERS[description.paper])
    rows = ROWS_A_PAGE if _is_poster(description) else ROWS_A_DRAWING
    return Frame(description.lang, width, replace(PRINT, bar=description.face.accent), rows)


def _is_poster(description: Description) -> bool:
    """Whether a report is one timeline on a large sheet, which then fills its pages."""
    blocks = [block for section in description.sections for block in section.blocks if not isinstance(block, Text)]
    return description.paper == "a3-landscape" and [type(block) for block in blocks] == [Timeline]


def encoded(description: Description, fonts: Sequence[str], *, measured: bool = True, look: int = 0) -> dict[str, Any]:
    """Return a description as the data of `report.typ`.

    `measured`: what must stand on one page is measured there · `look`: how tight the others are set, of `looks`.
    """
    paper = PAPERS[description.paper]
    frame = frame_of(description)
    return {
        "lang": description.lang,
        "fonts": list(fonts),
        "han": han(description.country),
        "paper": paper.typst,
        "landscape": paper.landscape,
        "office": description.office,
        "title": description.title,
        "subtitle": description.subtitle,
        "demo": FICTITIOUS.said(description.lang) if description.demo else None,
        "printed": foot_of(description),
        "one_page": description.one_page,
        "measured": measured,
        "look": look,
        "room": round(room(paper)[1]),
        "bare": any(isinstance(block, Labels) for block in description.blocks),
        "words": {"page": _PAGE.said(description.lang)},
        "sheets": _sheets(description, frame),
    }


def _sheets(description: Description, frame: Frame) -> list[list[dict[str, Any]]]:
    """Return the sections sheet by sheet: one that begins a page begins a sheet."""
    sheets: list[list[dict[str, Any]]] = []
    for section in description.sections:
        if not sheets or section.new_page:
            sheets.append([])
        made = {
            "name": section.name,
            "high": round(height(section, description.lang, frame.width)) if description.one_page else 0,
            "title": section.title,
            "level": section.level,
            "new_page": section.new_page,
            "blocks": _blocks(section.blocks, frame),
        }
        sheets[-1].append(made)
    return sheets


def _blocks(blocks: Sequence[Block], frame: Frame) -> list[dict[str, Any]]:
    """Return the blocks of a section; a chart stays on the page of the small words below it, and so does a table."""
    made: list[dict[str, Any]] = []
    for block, after in zip(blocks, [*blocks[1:], None], strict=False):
        small = isinstance(after, Text) and after.small
        if isinstance(block, Text) and block.small and made and made[-1]["kind"] == "table" and not made[-1]["note"]:
            made[-1]["note"] = block.text
            continue
        made.append(_block(block, frame))
        if made[-1]["kind"] == "chart":
            made[-1]["sticky"] = small
    return made


def face_data(face: Face) -> dict[str, Any]:
    """Return how an office shows itself as the data of every template."""
    logo = None
    if face.logo is not None:
        kind = "jpg" if face.logo.kind == "jpeg" else face.logo.kind
        logo = {"data": list(face.logo.data), "kind": kind, "width": logo_width(face.logo)}
    return {"lines": list(face.lines), "accent": face.accent, "tint": face.tint, "head": face.head, "logo": logo}


def logo_width(logo: Picture) -> float:
    """Return how wide a logo is printed, in millimetres: neither wider nor higher than its place."""
    if not logo.width or not logo.height:
        return LOGO_HEIGHT
    return round(min(LOGO_WIDTH, LOGO_HEIGHT * logo.width / logo.height), 1)


def han(country: str) -> dict[str, str]:
    """Return the language and region whose shapes Chinese characters have in a report about a country."""
    return dict(zip(("lang", "region"), _HAN.get(country, ("zh", "CN")), strict=True))


def drawings(block: Bars | Timeline | WorldMap, frame: Frame) -> list[dict[str, Any]]:
    """Return the drawings of a chart."""
    found: list[dict[str, Any]] = _block(block, frame)["drawings"]
    return found


def foot_of(description: Description) -> str:
    """Say at the foot of a page when it was printed, and what the codes are for that stand on it."""
    coded = any(isinstance(block, Table) and block.code for block in description.blocks)
    return " · ".join((printed(description), *([_CODED.said(description.lang)] if coded else [])))


def printed(description: Description) -> str:
    """Say when a report was printed, and of which day its data are."""
    return printed_on(description.printed, description.as_of, description.lang)


def printed_on(when: datetime, as_of: date, lang: str) -> str:
    """Say when something was printed, and of which day its data are."""
    data = show_date(as_of.isoformat()[:10], lang)
    if isinstance(as_of, datetime):
        data += f" {as_of:%H:%M}"
    day = show_date(when.date().isoformat(), lang)
    return _PRINTED.filled(day=day, as_of=data).said(lang)


@singledispatch
def _block(block: Block, _frame: Frame) -> dict[str, Any]:
    raise LookupError(type(block).__name__)


@_block.register
def _(block: Tiles, frame: Frame) -> dict[str, Any]:
    figures = [
        {"value": said(figure.value, frame.lang), "words": figure.words, "note": figure.note}
        for figure in block.figures
    ]
    return {"kind": "tiles", "figures": figures}


@_block.register
def _(block: Table, frame: Frame) -> dict[str, Any]:
    columns = [{"title": c.title, "share": c.share, "number": c.number, "strong": c.strong} for c in block.columns]
    return {"kind": "table", "columns": columns, "rows": [_row(row, block.columns, frame.lang) for row in block.rows],
            "narrow": block.narrow, "title": block.title, "code": block.code, "note": ""}  # fmt: skip


def _row(row: Row | Group, columns: Sequence[Column], lang: str) -> dict[str, Any]:
    if isinstance(row, Group):
        note = " · ".join(f"{said(figure.value, lang)} {figure.words}" for figure in row.figures)
        return {"kind": "group", "title": row.title, "note": note}
    cells = [_cell(cell, lang) for cell in row.cells]
    cells += [_cell(None, lang)] * (len(columns) - len(cells))
    over = max(_over(cell["text"]) for cell in cells)
    return {"kind": "total" if row.total else "row", "cells": cells, "over": over}


def _over(text: str) -> float:
    """Return the room that a text needs over its line; a row takes the greatest, so that its cells stand level."""
    if text.isascii():
        return _OVER
    return max((over for first, last, over in _TALL if any(first <= char <= last for char in text)), default=_OVER)


def _cell(cell: Cell, lang: str) -> dict[str, Any]:
    text, below = said(cell, lang), cell.below if isinstance(cell, TwoLines) else ""
    return {"text": text, "below": below, "long": bool(_LONG.search(text) or _LONG.search(below))}


@_block.register
def _(block: Bars, frame: Frame) -> dict[str, Any]:
    read = ", ".join(f"{_named(bar.label, bar.below)} {said(bar.figure.value, frame.lang)}" for bar in block.bars)
    return {
        "kind": "chart",
        "drawings": [_drawing(bars(block, frame.width, lang=frame.lang, ink=frame.ink), f"{block.words}: {read}")],
    }


def _drawing(drawing: Drawing, alt: str) -> dict[str, Any]:
    labels = [label._asdict() for label in drawing.labels]
    return {
        "svg": drawing.svg(labels=False),
        "labels": labels,
        "width": drawing.width,
        "height": drawing.height,
        "alt": alt,
    }


def _named(label: str, below: str) -> str:
    return f"{label} {below}" if below else label


@_block.register
def _(block: Timeline, frame: Frame) -> dict[str, Any]:
    times = enlargement(block) if frame.rows == ROWS_A_PAGE else 1.0
    drawings = [
        _drawing(drawing.enlarged(times), f"{block.words}: {'; '.join(_lasting(span, frame.lang) for span in spans)}")
        for spans, drawing, _places in timelines(block, frame.width / times, ink=frame.ink, rows=frame.rows)
    ]
    return {"kind": "chart", "drawings": drawings}


@_block.register
def _(block: WorldMap, frame: Frame) -> dict[str, Any]:
    from desktop_app.reports.atlas.picture import NO_LEGAL_VALUE, picture

    numbers = block.numbers
    read = ", ".join(f"{row.label} {row.text}" for row in numbers.rows)
    alt = f"{block.words}: {read or '–'}. {NO_LEGAL_VALUE.said(numbers.lang)}."
    drawn = picture(
        numbers,
        block.frame,
        block.middle,
        frame.width,
        block.tallest,
        layers=block.layers,
        title=block.words if block.titled else "",
    )
    return {"kind": "chart", "drawings": [_drawing(drawn, alt)]}


def _lasting(span: Span, lang: str) -> str:
    until = f"–{span.ends.year}" if span.ends else f", {_TO_BE_CONTINUED.said(lang)}"
    return f"{span.label} {span.starts.year}{until}"


@_block.register
def _(block: Text, _frame: Frame) -> dict[str, Any]:
    return {"kind": "text", "text": block.text, "small": block.small, "gap": block.gap, "aside": block.aside}


@_block.register
def _(block: Facts, _frame: Frame) -> dict[str, Any]:
    return {"kind": "facts", "pairs": [list(pair) for pair in block.pairs], "lines": block.lines}


@_block.register
def _(block: Labels, _frame: Frame) -> dict[str, Any]:
    return {"kind": "labels", "cells": [list(lines) for lines in block.cells], "sheet": block.sheet._asdict()}
