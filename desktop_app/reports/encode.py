"""A description as the plain JSON that the templates read: every text shown, every chart drawn, nothing to compute."""

import re
from collections.abc import Sequence
from datetime import datetime
from functools import singledispatch
from typing import Any

from desktop_app.domain.dates import show_date
from desktop_app.domain.words import Words
from desktop_app.reports.charts import Drawing, bars, timelines
from desktop_app.reports.description import (
    PAPERS,
    Bars,
    Block,
    Cell,
    Column,
    Description,
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
    said,
)

MARGIN = 16.0  # millimetres at each side, as in house.typ
_POINTS = 72 / 25.4
FICTITIOUS = "données fictives / fictitious data"
# How far letters of a script reach over the line, in parts of their size, where that is more than Latin ones.
_LONG = re.compile(r"[^\s\u00a0\u202f]{22}")  # what may need a place to break
_OVER = 1.069
_TALL = (("\u0600", "\u06ff", 1.374), ("\u0e80", "\u0eff", 1.183), ("\u1000", "\u109f", 1.324))
_PAGE = Words("page {page} sur {pages}", "page {page} of {pages}")
_PRINTED = Words("Imprimé le {day} · données au {as_of}", "Printed {day} · data as of {as_of}")
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


def encoded(description: Description, fonts: Sequence[str]) -> dict[str, Any]:
    """Return a description as the data of `report.typ`."""
    paper = PAPERS[description.paper]
    width = (paper.width - 2 * MARGIN) * _POINTS
    return {
        "lang": description.lang,
        "fonts": list(fonts),
        "han": han(description),
        "paper": paper.typst,
        "landscape": paper.landscape,
        "office": description.office,
        "title": description.title,
        "subtitle": description.subtitle,
        "demo": FICTITIOUS if description.demo else None,
        "printed": printed(description),
        "words": {"page": _PAGE.said(description.lang)},
        "sections": [
            {
                "title": section.title,
                "level": section.level,
                "new_page": section.new_page,
                "blocks": [_block(block, description.lang, width) for block in section.blocks],
            }
            for section in description.sections
        ],
    }


def han(description: Description) -> dict[str, str]:
    """Return the language and region whose shapes Chinese characters have in a report."""
    return dict(zip(("lang", "region"), _HAN.get(description.country, ("zh", "CN")), strict=True))


def drawings(block: Bars | Timeline, lang: str, width: float) -> list[dict[str, Any]]:
    """Return the drawings of a chart, so many points wide."""
    found: list[dict[str, Any]] = _block(block, lang, width)["drawings"]
    return found


def printed(description: Description) -> str:
    """Say when a report was printed, and of which day its data are."""
    as_of, lang = description.as_of, description.lang
    data = show_date(as_of.isoformat()[:10], lang)
    if isinstance(as_of, datetime):
        data += f" {as_of:%H:%M}"
    day = show_date(description.printed.date().isoformat(), lang)
    return _PRINTED.filled(day=day, as_of=data).said(lang)


@singledispatch
def _block(block: Block, _lang: str, _width: float) -> dict[str, Any]:
    raise LookupError(type(block).__name__)


@_block.register
def _(block: Tiles, lang: str, _width: float) -> dict[str, Any]:
    figures = [
        {"value": said(figure.value, lang), "words": figure.words, "note": figure.note} for figure in block.figures
    ]
    return {"kind": "tiles", "figures": figures}


@_block.register
def _(block: Table, lang: str, _width: float) -> dict[str, Any]:
    columns = [{"title": c.title, "share": c.share, "number": c.number, "strong": c.strong} for c in block.columns]
    return {"kind": "table", "columns": columns, "rows": [_row(row, block.columns, lang) for row in block.rows],
            "narrow": block.narrow, "title": block.title, "code": block.code}  # fmt: skip


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
def _(block: Bars, lang: str, width: float) -> dict[str, Any]:
    read = ", ".join(f"{_named(bar.label, bar.below)} {said(bar.figure.value, lang)}" for bar in block.bars)
    return {"kind": "chart", "drawings": [_drawing(bars(block, width, lang=lang), f"{block.words}: {read}")]}


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
def _(block: Timeline, lang: str, width: float) -> dict[str, Any]:
    drawings = [
        _drawing(drawing, f"{block.words}: {'; '.join(_lasting(span, lang) for span in spans)}")
        for spans, drawing in timelines(block, width)
    ]
    return {"kind": "chart", "drawings": drawings}


def _lasting(span: Span, lang: str) -> str:
    until = f"–{span.ends.year}" if span.ends else f", {_TO_BE_CONTINUED.said(lang)}"
    return f"{span.label} {span.starts.year}{until}"


@_block.register
def _(block: Text, _lang: str, _width: float) -> dict[str, Any]:
    return {"kind": "text", "text": block.text, "small": block.small}


@_block.register
def _(block: Facts, _lang: str, _width: float) -> dict[str, Any]:
    return {"kind": "facts", "pairs": [list(pair) for pair in block.pairs], "lines": block.lines}


@_block.register
def _(block: Labels, _lang: str, _width: float) -> dict[str, Any]:
    return {"kind": "labels", "cells": [list(lines) for lines in block.cells]}
