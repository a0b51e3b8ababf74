"""Write the starting templates of letters, `resources/letters/*.docx`: run it after a change of `letters.toml`, their texts.

An office changes a copy of its own in Word; what stands here is where it starts from.
"""

from __future__ import annotations

import re
import sys
import tomllib
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "letters"
FONT = "Arial"
INK, MUTED = RGBColor(0x1A, 0x22, 0x2D), RGBColor(0x56, 0x61, 0x72)
AUTHOR = "CNRS"


class Text(NamedTuple):
    """What one template says: its subject and its paragraphs."""

    name: str
    lang: str
    subject: str
    body: list[str]
    greeting: str = "{{ recipient.greeting }}"
    closing: str = ""
    addressed: bool = True


CLOSING = {
    # Within a sentence a colleague has no capital; Monsieur and Excellence keep theirs.
    "fr": "Je vous prie d’agréer, {{ recipient.greeting | replace('Chère', 'chère') }} l’expression de mes salutations"
    " distinguées.",
    "en": "Yours sincerely,",
}
# A paragraph that is one condition, which may hold others.
WHOLE = re.compile(r"\{% if (?P<head>.+?) %\}(?P<rest>(?:(?!\{%).|\{% if (?:(?!\{%).)*\{% endif %\})*)\{% endif %\}")


def texts() -> list[Text]:
    """Read the texts of all templates."""
    held = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return [Text(**one) for one in held["letter"]]


def write(text: Text) -> Path:
    """Write one template."""
    document = docx.Document()
    _page(document, text.lang)
    _letterhead(document)
    if text.addressed:
        address = _paragraph(document, "{{ recipient.lines }}")
        address.paragraph_format.left_indent = Mm(90)
        address.paragraph_format.space_after = Pt(18)
    date = _paragraph(
        document, "{% if place %}{{ place }}, {% endif %}" + ("le " if text.lang == "fr" else "") + "{{ today }}"
    )
    date.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    date.paragraph_format.space_after = Pt(18)
    subject = document.add_paragraph(style="Heading 1")
    subject.add_run(text.subject.replace(" :", "\u00a0:"))
    if text.greeting:
        _paragraph(document, text.greeting)
    for line in text.body:
        _optional(document, line)
    _paragraph(document, text.closing or CLOSING[text.lang])
    sign = _paragraph(document, "{{ office.name }}")
    sign.paragraph_format.left_indent = Mm(90)
    sign.paragraph_format.space_before = Pt(36)
    document.core_properties.author = document.core_properties.last_modified_by = AUTHOR
    document.core_properties.title = text.subject.split(" :")[0].split(":")[0]
    document.core_properties.language = text.lang
    document.core_properties.comments = ""
    document.core_properties.created = document.core_properties.modified = datetime(2026, 1, 1)  # noqa: DTZ001
    path = FOLDER / f"{text.name}_{text.lang}.docx"
    document.save(str(path))
    return path


def _optional(document: docx.document.Document, line: str) -> None:
    """Add a paragraph; one that stands or falls with a field leaves no gap where it falls."""
    whole = WHOLE.fullmatch(line)
    if whole is None:
        _paragraph(document, line)
        return
    _paragraph(document, "{%p if " + whole["head"] + " %}")
    _paragraph(document, whole["rest"])
    _paragraph(document, "{%p endif %}")


def _page(document: docx.document.Document, lang: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    for name, size, ink, bold in (("Normal", 11, INK, False), ("Heading 1", 11, INK, True)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
        style.font.color.rgb = ink
        fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
        for key in [key for key in fonts.attrib if str(key).endswith("Theme")]:
            del fonts.attrib[key]
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(0), Pt(10)
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    if defaults is not None:
        defaults.set(qn("w:val"), "fr-FR" if lang == "fr" else "en-GB")


def _letterhead(document: docx.document.Document) -> None:
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    left, right = table.rows[0].cells
    left.width, right.width = Mm(110), Mm(50)
    name = left.paragraphs[0]
    name.add_run("{{ office.name }}").bold = True
    name.paragraph_format.space_after = Pt(2)
    where = left.add_paragraph()
    run = where.add_run("{{ office.lines }}")
    run.font.size, run.font.color.rgb = Pt(9), MUTED
    logo = right.paragraphs[0]
    logo.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    logo.add_run("{{ office.logo }}")
    below = _paragraph(document, "")
    rule = f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="8" w:space="4" w:color="1D5BB8"/></w:pBdr>'
    below._p.get_or_add_pPr().append(parse_xml(rule))  # noqa: SLF001


def _paragraph(document: docx.document.Document, text: str) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.add_run(text.replace(" :", "\u00a0:").replace(" ;", "\u00a0;"))  # as French puts its marks
    return paragraph


def main() -> int:
    """Write every template."""
    FOLDER.mkdir(exist_ok=True)
    for text in texts():
        print(write(text).name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
