"""A letter as it will be, before it is written: what its Word document says, set as a page that can be looked at.

Word itself may break a line elsewhere: its fonts are not everybody's.
"""

import io
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from docx import Document
from docx.document import Document as Held
from docx.drawing import Drawing
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import Section
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.font import Font
from docx.text.hyperlink import Hyperlink
from docx.text.paragraph import Paragraph
from docx.text.parfmt import ParagraphFormat
from docx.text.run import Run

from desktop_app.reports.typeset import typesetter

_EMU = 12700  # in a point
_LARGEST_PICTURE = 2_000_000
_ALIGNED = {
    WD_ALIGN_PARAGRAPH.RIGHT: "right", WD_ALIGN_PARAGRAPH.CENTER: "center", WD_ALIGN_PARAGRAPH.JUSTIFY: "justify",
}  # fmt: skip
_PICTURES = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/svg+xml": "svg"}


class _Usual(NamedTuple):
    """What the document says where neither a run nor a style does."""

    size: float
    after: float
    spacing: float


def page(document: bytes, lang: str) -> bytes:
    """Return a Word document as the bytes of a PDF to look at."""
    return typesetter().letter(described(document, lang))


def described(document: bytes, lang: str) -> dict[str, Any]:
    """Return what a Word document says as the data of `letter.typ`."""
    held = Document(io.BytesIO(document))
    section, usual = held.sections[0], _usual(held)
    blocks = list(_blocks(held, usual))
    return {
        "lang": lang, "size": usual.size,
        "width": _points(section.page_width, 595), "height": _points(section.page_height, 842),
        "margin": {
            "left": _points(section.left_margin, 72), "right": _points(section.right_margin, 72),
            "top": _points(section.top_margin, 72), "bottom": _points(section.bottom_margin, 72),
        },
        "header": _edge(section, usual, "header"), "footer": _edge(section, usual, "footer"), "blocks": blocks,
    }  # fmt: skip


def _edge(section: Section, usual: _Usual, which: str) -> list[dict[str, Any]]:
    """Return what stands above or below every page; the first one may have its own."""
    own = section.different_first_page_header_footer
    held = getattr(section, f"first_page_{which}" if own else which)
    found = list(_blocks(held, usual))
    return found if any(block["kind"] == "table" or block["parts"] for block in found) else []


def _usual(held: Held) -> _Usual:
    normal = held.styles["Normal"]
    size = normal.font.size if isinstance(normal, ParagraphStyle) else None
    found = held.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:sz/@w:val")
    after = held.styles.element.xpath("w:docDefaults/w:pPrDefault/w:pPr/w:spacing/@w:after")
    line = held.styles.element.xpath("w:docDefaults/w:pPrDefault/w:pPr/w:spacing/@w:line")
    return _Usual(
        size.pt if size else float(found[0]) / 2 if found else 11.0,
        float(after[0]) / 20 if after else 0.0,
        float(line[0]) / 240 if line else 1.0,
    )


def _blocks(container: Any, usual: _Usual) -> Iterator[dict[str, Any]]:
    for block in container.iter_inner_content():
        if isinstance(block, Table):
            yield _table(block, usual)
        else:
            yield from _on_pages(_paragraph(block, usual), isinstance(container, Held))


def _on_pages(paragraph: dict[str, Any], breaking: bool) -> Iterator[dict[str, Any]]:
    """Yield a paragraph, in parts where it is broken over two pages; inside a table it is not."""
    parts: list[list[dict[str, Any]]] = [[]]
    for part in paragraph["parts"]:
        if part["kind"] != "page":
            parts[-1].append(part)
        elif breaking:
            parts.append([])
    for number, held in enumerate(parts):
        if number or (paragraph["new_page"] and breaking):
            yield {"kind": "page"}
        if held or len(parts) == 1:
            yield {**paragraph, "parts": held}


def _table(table: Table, usual: _Usual) -> dict[str, Any]:
    style = table.style.name or "" if table.style is not None else ""
    drawn = "Grid" in style or bool(_xml(table).xpath("w:tblPr/w:tblBorders"))
    rows = []
    for row in table.rows:
        cells = [_Cell(tc, table) for tc in _xml(row).tc_lst]
        rows.append([{"span": cell.grid_span, "blocks": list(_blocks(cell, usual))} for cell in cells if _begins(cell)])
    told = [cell.width for cell in table.rows[0].cells] if table.rows else []
    widths = [_points(own or column.width, 0) for own, column in zip(told, table.columns, strict=False)]
    return {"kind": "table", "widths": widths, "rows": rows, "drawn": drawn}


def _begins(cell: _Cell) -> bool:
    """Whether a cell is not the lower part of one that reaches over several rows."""
    return _xml(cell).vMerge in (None, "restart")


def _paragraph(paragraph: Paragraph, usual: _Usual) -> dict[str, Any]:
    formats = [paragraph.paragraph_format, *(style.paragraph_format for style in _styles(paragraph.style))]

    def first(get: Callable[[ParagraphFormat], Any]) -> Any:
        return next((value for one in formats if (value := get(one)) is not None), None)

    parts = [part for one in paragraph.iter_inner_content() for part in _parts(one, paragraph, usual)]
    if _listed(paragraph):
        parts.insert(0, {"kind": "text", "text": "•\u2002", **_look(None, paragraph, usual)})
    spacing = first(lambda one: one.line_spacing)
    return {
        "kind": "paragraph", "parts": parts,
        "align": _ALIGNED.get(first(lambda one: one.alignment), "left"),
        "left": _points(first(lambda one: one.left_indent), 0), "right": _points(first(lambda one: one.right_indent), 0),
        "first": _points(first(lambda one: one.first_line_indent), 0),
        "before": _points(first(lambda one: one.space_before), 0),
        "after": _points(first(lambda one: one.space_after), usual.after),
        "spacing": spacing if isinstance(spacing, float) else usual.spacing,
        "size": _look(None, paragraph, usual)["size"],
        "new_page": bool(first(lambda one: one.page_break_before)),
        "rules": {side: _rule(paragraph, side) for side in ("top", "bottom")},
    }  # fmt: skip


def _rule(paragraph: Paragraph, side: str) -> dict[str, Any] | None:
    """Return the line that is drawn above or below a paragraph."""
    here = f"w:pPr/w:pBdr/w:{side}[@w:val!='nil' and @w:val!='none']"
    if not _xml(paragraph).xpath(here):
        return None
    colour, eighths = (_xml(paragraph).xpath(f"{here}/@w:{name}") for name in ("color", "sz"))
    told = colour[0] if colour and colour[0] != "auto" else "000000"
    return {"colour": f"#{told}", "width": float(eighths[0]) / 8 if eighths else 0.5}


def _listed(paragraph: Paragraph) -> bool:
    names = [style.name or "" for style in _styles(paragraph.style)]
    return bool(_xml(paragraph).xpath("w:pPr/w:numPr")) or any(name.startswith("List ") for name in names)


def _styles(style: Any) -> Iterator[ParagraphStyle]:
    """Yield a style and those that it is based on."""
    while style is not None:
        yield style
        style = style.base_style


def _parts(held: Run | Hyperlink, paragraph: Paragraph, usual: _Usual) -> Iterator[dict[str, Any]]:
    if isinstance(held, Hyperlink):
        for run in held.runs:
            yield from _parts(run, paragraph, usual)
        return
    look = _look(held, paragraph, usual)
    for one in held.iter_inner_content():
        if isinstance(one, str):
            for number, text in enumerate(one.replace("\t", "\u2003\u2003").split("\n")):
                if number:
                    yield {"kind": "break"}
                if text:
                    yield {"kind": "text", "text": text, **look}
        elif isinstance(one, Drawing):
            yield from _picture(one, held)
    if _xml(held).xpath("w:br[@w:type='page']"):
        yield {"kind": "page"}


def _picture(drawing: Drawing, run: Run) -> Iterator[dict[str, Any]]:
    for number in _xml(drawing).xpath(".//a:blip/@r:embed"):
        part = run.part.related_parts[number]
        kind, width = _PICTURES.get(part.content_type), _xml(drawing).xpath(".//wp:extent/@cx")
        if kind and len(part.blob) <= _LARGEST_PICTURE:
            yield {
                "kind": "picture",
                "data": list(part.blob),
                "format": kind,
                "width": int(width[0]) / _EMU if width else 72.0,
            }


def _look(run: Run | None, paragraph: Paragraph, usual: _Usual) -> dict[str, Any]:
    """Return how letters look: as their run says, else its style, else that of the paragraph."""
    fonts: list[Font] = [] if run is None else [run.font, *(style.font for style in _styles(run.style))]
    fonts += [style.font for style in _styles(paragraph.style)]

    def first(get: Callable[[Font], Any]) -> Any:
        return next((value for one in fonts if (value := get(one)) is not None), None)

    size, colour = first(lambda one: one.size), first(lambda one: one.color.rgb if one.color is not None else None)
    return {
        "size": size.pt if size is not None else usual.size, "bold": bool(first(lambda one: one.bold)),
        "italic": bool(first(lambda one: one.italic)), "underline": bool(first(lambda one: one.underline)),
        "colour": f"#{colour}" if colour is not None else "#000000",
    }  # fmt: skip


def _xml(held: Any) -> Any:
    """Return the XML behind a part of a document: not all that is drawn has a name in the library."""
    return held._element  # noqa: SLF001


def _points(length: Any, usual: float) -> float:
    return usual if length is None else length / _EMU
