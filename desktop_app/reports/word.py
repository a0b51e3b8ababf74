"""From a description to a Word document that people go on writing: real headings, tables, pictures of the charts."""

import io
from collections.abc import Iterator, Sequence
from datetime import UTC
from html import escape
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from desktop_app.domain.words import Words
from desktop_app.reports.column_widths import column_widths
from desktop_app.reports.description import (
    PAPERS,
    Bars,
    Block,
    Cell,
    Column,
    Description,
    Facts,
    Figure,
    Group,
    Labels,
    Row,
    Table,
    Text,
    Tiles,
    Timeline,
    TwoLines,
    WorldMap,
    said,
)
from desktop_app.reports.encode import FICTITIOUS, drawings, foot_of, frame_of, logo_width
from desktop_app.reports.heights import MARGIN
from desktop_app.reports.logo import logo_of
from desktop_app.reports.typeset import typesetter

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

_INK, _MUTED, _LINE = "1A222D", "566172", "D5DAE1"
_FONT = "Arial"  # on every system where Word or LibreOffice runs
# Rows that no page parts: the first and the last of a table, and a short one whole, with its code below.
_TOGETHER, _SHORT, _SHORT_COUNTS = 2, 8, 13
_TWIPS = 1440 / 25.4  # twentieths of a point in a millimetre
_PAGE = Words("page", "page"), Words("sur", "of")


def document(description: Description) -> bytes:
    """Return a report as the bytes of a Word document."""
    made = _Document(description)
    made.write()
    buffer = io.BytesIO()
    made.document.save(buffer)
    return buffer.getvalue()


class _Document:
    """One document being written."""

    def __init__(self, description: Description) -> None:
        self.description, self.lang = description, description.lang
        self.document: Document = docx.Document()
        paper = PAPERS[description.paper]
        self.width = paper.width - 2 * MARGIN  # millimetres
        self._set_page(paper.width, paper.height, landscape=paper.landscape)
        self._set_styles()

    def write(self) -> None:
        """Write the head, then each section."""
        described, document = self.description, self.document
        properties = document.core_properties
        properties.title, properties.author = described.title[:255], described.office[:255]
        properties.language = self.lang
        properties.created = properties.modified = described.printed.astimezone(UTC).replace(tzinfo=None)
        properties.last_modified_by = described.office[:255]
        if not any(isinstance(block, Labels) for block in described.blocks):
            self._head()
        for section in described.sections:
            if section.title:
                heading = document.add_heading(section.title, section.level)
                heading.paragraph_format.page_break_before = section.new_page
            for block in section.blocks:
                self._write(block)

    def _head(self) -> None:
        described, document = self.description, self.document
        self._letterhead()
        if described.demo:
            document.add_paragraph(FICTITIOUS.said(described.lang), style="Report Note")
        title = document.add_paragraph(described.title, style="Title")
        if not described.subtitle:
            self._rule(title)
        if described.subtitle:
            self._rule(document.add_paragraph(described.subtitle, style="Subtitle"))

    def _letterhead(self) -> None:
        described, logo = self.description, logo_of(self.description)
        if logo is not None and described.face.logo is not None:
            shape = self.document.add_picture(io.BytesIO(logo), width=Mm(logo_width(described.face.logo)))
            self.document.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.RIGHT
            shape._inline.docPr.set("descr", described.office)  # noqa: SLF001  (the words of a picture have no other door)
        for line in (described.office, *described.face.lines):
            self.document.add_paragraph(line, style="Report Note").paragraph_format.space_after = Pt(0)

    def _rule(self, paragraph: "Paragraph") -> None:
        """Draw the office's line below the title."""
        line = f'w:val="single" w:sz="10" w:space="4" w:color="{self.description.face.accent[1:]}"'
        paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:pBdr {nsdecls('w')}><w:bottom {line}/></w:pBdr>"))  # noqa: SLF001

    def _write(self, block: Block) -> None:
        match block:
            case Text(text=text, small=small, gap=gap, aside=aside):
                made = self.document.add_paragraph(text, style="Report Note" if small else "Normal")
                if gap:
                    made.paragraph_format.space_after = Pt(12)
                if aside:
                    made.paragraph_format.left_indent = Mm(round(self.width / 2))
            case Tiles(figures=figures):
                self._tiles(figures)
            case Table():
                if block.title:
                    self.document.add_heading(block.title, 2)
                self._append(_table_xml(block, self.lang, round(self.width * _TWIPS), self.description.face.head[1:]))
                self.document.add_paragraph(block.code, style="Report Note")
            case Facts(pairs=pairs):
                room = round(self.width * _TWIPS)
                widths = [round(room * 0.3), room - round(room * 0.3)]
                rows = "".join(_pair(words, text, widths, tall=block.lines) for words, text in pairs)
                self._append(_tbl(widths, rows))
                self.document.add_paragraph(style="Report Note")
            case Labels():
                self._labels(block)
            case Bars() | Timeline() | WorldMap():
                self._pictures(block)

    def _append(self, xml: str) -> None:
        # Rows are written at once: adding them one by one takes minutes for some thousands.
        body = self.document.element.body
        body.insert(len(body) - 1, parse_xml(xml))

    def _tiles(self, figures: Sequence[Figure]) -> None:
        for start in range(0, len(figures), 4):
            shown = figures[start : start + 4]
            width = round(self.width * _TWIPS / len(shown))
            cells = "".join(_tile(figure, self.lang, width, self.description.face.tint[1:]) for figure in shown)
            self._append(_tbl([width] * len(shown), f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"))
            self.document.add_paragraph(style="Report Note")

    def _labels(self, block: Labels) -> None:
        """Fill sheets of labels: a page holds nothing else, each cell is as large as a label."""
        sheet, page = block.sheet, self.document.sections[0]
        page.left_margin, page.top_margin = Mm(sheet.left), Mm(sheet.top)
        page.right_margin = page.bottom_margin = page.footer_distance = page.header_distance = Mm(0)
        page.footer.is_linked_to_previous = True  # there is none before: no foot
        width, gap = round(sheet.width * _TWIPS), round((sheet.pitch - sheet.width) * _TWIPS)
        high = f'<w:trHeight w:val="{round(sheet.height * _TWIPS)}" w:hRule="exact"/>'
        between = _tc(gap, [("", "Report Cell")])
        rows = []
        for start in range(0, len(block.cells), sheet.across):
            shown = [*block.cells[start : start + sheet.across], *((),) * sheet.across][: sheet.across]
            cells = [_tc(width, [(line, "Report Cell") for line in lines or ("",)], bold=True) for lines in shown]
            rows.append(f"<w:tr><w:trPr><w:cantSplit/>{high}</w:trPr>{between.join(cells)}</w:tr>")
        self._append(_tbl([width, *[gap, width] * (sheet.across - 1)], "".join(rows), lines=False, side=170))
        last = self.document.add_paragraph()  # a document ends with one
        last.paragraph_format.line_spacing, last.paragraph_format.space_after = Pt(1), Pt(0)

    def _pictures(self, block: Bars | Timeline | WorldMap) -> None:
        for drawing in drawings(block, frame_of(self.description)):
            picture = typesetter().picture(drawing, self.lang, self.description.country)
            shape = self.document.add_picture(io.BytesIO(picture), width=Mm(round(self.width)))
            described = shape._inline.docPr  # noqa: SLF001  (the words of a picture have no other door)
            described.set("descr", drawing["alt"])
            described.set("title", block.words)

    # Page and styles ---------------------------------------------------------------------------------------------

    def _set_page(self, width: float, height: float, *, landscape: bool) -> None:
        section = self.document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.left_margin = section.right_margin = Mm(MARGIN)
        section.top_margin = section.bottom_margin = Mm(18)
        foot = section.footer.paragraphs[0]
        own = self.document.styles["Footer"].element.get_or_add_pPr().find(qn("w:tabs"))
        if own is not None:  # made for another width of page
            own.getparent().remove(own)
        tabs = foot.paragraph_format.tab_stops
        tabs.add_tab_stop(Mm(round(self.width)), WD_TAB_ALIGNMENT.RIGHT)
        page, of = (words.said(self.lang) for words in _PAGE)
        foot.add_run(f"{foot_of(self.description)}\t{page} ")
        for field, after in (("PAGE", f" {of} "), ("NUMPAGES", "")):
            foot._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{field}"/>'))  # noqa: SLF001
            foot.add_run(after)

    def _set_styles(self) -> None:
        self._look("Normal", 9.5, _INK, before=0, after=6)
        self._look("Title", 20, _INK, bold=True, before=0, after=4)
        self._look("Subtitle", 9, _MUTED, before=0, after=10)
        self._look("Heading 1", 12.5, _INK, bold=True, before=14, after=5)
        self._look("Heading 2", 10.5, _MUTED, bold=True, before=10, after=4)
        self._look("Footer", 8, _MUTED, before=0, after=0)
        for name in ("Report Note", "Report Cell", "Report Heading"):
            self.document.styles.add_style(name, 1)
        self._look("Report Note", 8, _MUTED, before=0, after=4)
        self._look("Report Cell", 8.5, _INK, before=1, after=1)
        self._look("Report Heading", 8.5, _MUTED, bold=True, before=2, after=2)
        defaults = self.document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        if defaults is not None:
            language = defaults.find(qn("w:lang"))
            if language is not None:
                language.set(qn("w:val"), "fr-FR" if self.lang == "fr" else "en-GB")

    def _look(self, name: str, size: float, ink: str, *, before: float, after: float, bold: bool = False) -> None:
        style: ParagraphStyle = self.document.styles[name]
        style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), bold
        style.font.italic = False
        style.font.color.rgb = RGBColor.from_string(ink)
        fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
        # The theme's fonts would win over the one that was named.
        for theme in [key for key in (fonts.attrib if fonts is not None else ()) if str(key).endswith("Theme")]:
            del fonts.attrib[theme]
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        borders = style.element.get_or_add_pPr().find(qn("w:pBdr"))
        if borders is not None:
            style.element.get_or_add_pPr().remove(borders)


# Tables as XML -----------------------------------------------------------------------------------------------------


def _tbl(widths: Sequence[int], rows: str, *, lines: bool = True, side: int = 70) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"'
    margins = f'<w:left w:w="{side}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/>'
    drawn = f"<w:tblBorders><w:bottom {line}/><w:insideH {line}/></w:tblBorders>" if lines else ""
    start = "" if lines else '<w:tblInd w:w="0" w:type="dxa"/>'
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'{start}{drawn}<w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _table_xml(table: Table, lang: str, room: int, fill: str) -> str:
    widths = column_widths(table, lang, round(room * 0.6) if table.narrow else room)
    heads = "".join(
        _tc(width, [(column.title, "Report Heading")], right=column.number, fill=fill, keep=True)
        for column, width in zip(table.columns, widths, strict=True)
    )
    rows = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>"]
    last, whole = len(table.rows) - _TOGETHER, len(table.rows) <= (_SHORT_COUNTS if table.narrow else _SHORT)
    rows += (
        _row(row, table.columns, widths, lang, keep=whole or place < _TOGETHER or place >= last)
        for place, row in enumerate(table.rows)
    )
    return _tbl(widths, "".join(rows))


def _row(row: Row | Group, columns: Sequence[Column], widths: Sequence[int], lang: str, *, keep: bool) -> str:
    if isinstance(row, Group):
        note = " · ".join(f"{said(figure.value, lang)} {figure.words}" for figure in row.figures)
        words = f"{row.title}   {note}" if note else row.title
        cell = _tc(sum(widths), [(words, "Report Heading")], span=len(widths), keep=True)
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"
    cells = (*row.cells, *(None,) * (len(columns) - len(row.cells)))
    made = "".join(
        _tc(width, list(_texts(cell, lang)), right=column.number, bold=column.strong or row.total, keep=keep)
        for cell, column, width in zip(cells, columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{made}</w:tr>"


def _texts(cell: Cell, lang: str) -> Iterator[tuple[str, str]]:
    yield said(cell, lang), "Report Cell"
    if isinstance(cell, TwoLines) and cell.below:
        yield cell.below, "Report Note"


def _tc(
    width: int,
    texts: Sequence[tuple[str, str]],
    *,
    right: bool = False,
    bold: bool = False,
    fill: str = "",
    span: int = 1,
    keep: bool = False,
) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    paragraphs = "".join(
        _paragraph(text, style, right=right, bold=bold and not place, keep=keep)
        for place, (text, style) in enumerate(texts)
    )
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{shade}</w:tcPr>{paragraphs}</w:tc>'


def _paragraph(text: str, style: str, *, right: bool = False, bold: bool = False, keep: bool = False) -> str:
    side = '<w:jc w:val="right"/>' if right else ""
    kept = "<w:keepNext/>" if keep else ""
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(_legal(line))}</w:t>' for line in text.split("\n"))
    run = f"<w:r>{weight}{lines}</w:r>" if text else ""
    # Style names lose their spaces where they become ids.
    return f'<w:p><w:pPr><w:pStyle w:val="{style.replace(" ", "")}"/>{kept}{side}</w:pPr>{run}</w:p>'


def _legal(text: str) -> str:
    """Return a text without the control characters that XML forbids."""
    return "".join(char for char in text if char >= " " or char == "\t")


def _pair(words: str, text: str, widths: Sequence[int], *, tall: bool) -> str:
    high = '<w:trHeight w:val="480"/>' if tall else ""
    cells = _tc(widths[0], [(words, "Report Heading")]) + _tc(widths[1], [(text, "Report Cell")])
    return f"<w:tr><w:trPr><w:cantSplit/>{high}</w:trPr>{cells}</w:tr>"


def _tile(figure: Figure, lang: str, width: int, fill: str) -> str:
    texts = [(said(figure, lang), "Report Cell"), (figure.words, "Report Note")]
    return _tc(width, [*texts, *([(figure.note, "Report Note")] if figure.note else [])], bold=True, fill=fill)
