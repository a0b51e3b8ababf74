"""From a description to a PDF by Typst: tagged, fonts embedded, the same on every machine.

Only the fonts of `resources/fonts` are used, so that a page breaks at the same place everywhere. A name with a
character that none of them has is set once more with the fonts of the system as well. Emoji that none of them has are
left out, and told: the page stays one that a screen reader can read. The compiler stays warm between two reports: what
did not change is not set again. Of long reports only the last one is remembered.
"""

import json
import logging
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

import typst

from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.paths import resources
from desktop_app.reports.description import Description, Face
from desktop_app.reports.encode import encoded, face_data, han

if TYPE_CHECKING:
    from typst import PDFStandard

log = logging.getLogger(__name__)
ACCESSIBLE: "PDFStandard" = "ua-1"
ARCHIVE: "PDFStandard" = "a-2a"
_FIRST_FONT = "Noto Sans"
MEASURED_SHEETS = (
    20  # more that must stand on one page each are set by their reckoned heights, and measured if one does not fit
)
_TIGHTER = (1, 2)  # of the looks of house.typ, those that nobody notices
_SHORT, _FEW_PAGES = 4, 24
_HARDLY_FILLED = (0.45, 0.2)  # of the last page of a short report, and of a longer one
_MEMORY = 10  # Typst remembers what it used in so many of its last runs
_EMOJI = re.compile("[\ufe0f\u200d\u20e3\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
_JOINERS = "[\ufe0f\u200d\u20e3]"  # what makes one picture of several, or a coloured one
# Half of such a name says nothing at the end of a line.
_SHORT_NAMES = ("Viêt Nam", "Việt Nam", "Hong Kong", "Sri Lanka")
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_NOT_IN_A_FONT = re.compile(r'the text `"(.+?)"` could not be displayed')


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF: its bytes, its pages, whether it keeps PDF/UA-1, and the characters that no font could show."""

    data: bytes
    pages: int
    accessible: bool
    missing: tuple[str, ...] = ()


class _Way(NamedTuple):
    """How a report is set: the standards that it keeps, with the fonts of the system or not, and what is left out."""

    standards: "tuple[PDFStandard, ...]"
    system: bool = False
    without: tuple[str, ...] = ()


class Typesetter:
    """Sets reports with the bundled fonts; slow once, quick from then on."""

    def __init__(self, fonts: Path | None = None, templates: Path | None = None) -> None:
        self._folder = fonts or resources() / "fonts"
        self._templates = templates or resources() / "reports"
        self._lock = Lock()
        self._compilers: dict[bool, typst.Compiler] = {}
        self._families: dict[bool, list[str]] = {}

    def families(self, *, system: bool = False) -> list[str]:
        """Return the families of fonts in use, the one of Latin letters first."""
        if system not in self._families:
            known = self._fonts(system=False).families()
            others = sorted(family for family in known if family != _FIRST_FONT)
            self._families[system] = [_FIRST_FONT, *others]
        return self._families[system]

    def _fonts(self, *, system: bool) -> typst.Fonts:
        return typst.Fonts(include_system_fonts=system, include_embedded_fonts=False, font_paths=[str(self._folder)])

    def _compiler(self, *, system: bool) -> typst.Compiler:
        if system not in self._compilers:
            self._compilers[system] = typst.Compiler(
                input=str(self._templates / "report.typ"),
                root=str(self._templates),
                font_paths=self._fonts(system=system),
                ignore_system_fonts=not system,
            )
        return self._compilers[system]

    def typeset(self, description: Description, *, archive: bool = False) -> Pdf:
        """Set a report as a PDF that a screen reader can read; with `archive` one that is kept for ever (PDF/A-2a)."""
        with self._lock:
            standards: tuple[PDFStandard, ...] = (ARCHIVE, ACCESSIBLE) if archive else (ACCESSIBLE,)
            ways = [_Way(standards), _Way(standards, system=True)]
            missing: tuple[str, ...] = ()
            while ways:
                way = ways.pop(0)
                try:
                    return replace(self._compile(description, way), missing=_seen(way.without))
                except typst.TypstError as error:
                    if not _of_the_standard(error):
                        raise
                    missing = _not_in_a_font(error)
                    log.info("Not possible with the %s fonts: %s", "system" if way.system else "bundled", error)
                    if missing and not way.without and all(_EMOJI.fullmatch(letter) for letter in missing):
                        ways.insert(0, way._replace(without=missing))
            if archive:
                raise Refused(_not_for_the_archive(missing))
            pdf = self._compile(description, _Way((), system=True))
            return Pdf(pdf.data, pdf.pages, accessible=False, missing=missing)

    def picture(self, drawing: dict[str, Any], lang: str, country: str = "", ppi: float = 220) -> bytes:
        """Return one drawing, as `encode` gives it, as the bytes of a PNG."""
        data = drawing | {"fonts": self.families(), "lang": lang, "han": han(country)}
        with self._lock:
            made = self._compiler(system=False).compile(
                input=str(self._templates / "drawing.typ"),
                format="png",
                ppi=ppi,
                sys_inputs=_inputs(data, Face()),
            )
        pages = made if isinstance(made, list) else [made]
        if not pages or pages[0] is None:
            raise TypeError("Typst made no picture.")
        return pages[0]

    def letter(self, data: dict[str, Any]) -> bytes:
        """Return a letter, as `letters.seen` describes it, as the bytes of a PDF to look at."""
        with self._lock:
            made = self._compiler(system=True).compile(
                input=str(self._templates / "letter.typ"),
                format="pdf",
                sys_inputs=_inputs(data | {"fonts": self.families(), "han": han("")}, Face()),
            )
        if not isinstance(made, bytes):
            raise TypeError("Typst made pictures instead of a PDF.")
        return made

    def _compile(self, description: Description, way: _Way) -> Pdf:
        try:
            return self._set(description, way)
        except typst.TypstError as error:
            if description.face.logo is None or not re.search(r"decode image|SVG", str(error)):
                raise
            log.warning("The logo of the office can't be drawn: %s", error)
            return self._set(replace(description, face=replace(description.face, logo=None)), way)

    def _set(self, description: Description, way: _Way) -> Pdf:
        if not description.one_page:
            return self._fitted(description, way)
        sheets = 1 + sum(section.new_page for section in description.sections)
        quick = sheets > MEASURED_SHEETS
        pdf, _filled = self._once(description, way, measured=not quick)
        if quick and pdf.pages > sheets:
            return self._once(description, way, measured=True)[0]
        return pdf

    def _fitted(self, description: Description, way: _Way) -> Pdf:
        """Set a report a little tighter where that spares a last page with hardly anything on it."""
        pdf, filled = self._once(description, way)
        if 1 < pdf.pages <= _FEW_PAGES and filled < _HARDLY_FILLED[pdf.pages > _SHORT]:
            for look in _TIGHTER:
                tighter, _filled = self._once(description, way, look=look)
                if tighter.pages < pdf.pages:
                    return tighter
        return pdf

    def _once(self, description: Description, way: _Way, *, measured: bool = True, look: int = 0) -> tuple[Pdf, float]:
        """Return a report set once, and how much of its last page is filled."""
        compiler = self._compiler(system=way.system)
        data = encoded(description, self.families(), measured=measured, look=look)
        made = compiler.compile(
            input=str(self._templates / "report.typ"),
            format="pdf",
            sys_inputs=_inputs(data, description.face, way.without),
            pdf_standards=list(way.standards),
            timestamp=description.printed,
        )
        if not isinstance(made, bytes):
            raise TypeError("Typst made pictures instead of a PDF.")
        end = json.loads(compiler.query("<end>", field="value", one=True))
        _forget_others(compiler, end["pages"])
        return Pdf(made, end["pages"], accessible=ACCESSIBLE in way.standards), end["filled"]


def _forget_others(compiler: typst.Compiler, pages: int) -> None:
    """Run the compiler on nothing, so that it forgets what it kept of earlier reports: more than two megabytes a page."""
    for _run in range(min(pages // 2, _MEMORY)):
        compiler.compile(input=b"", format="svg")


def _inputs(data: dict[str, Any], face: Face, without: tuple[str, ...] = ()) -> dict[str, str]:
    said = {"report": data, "face": face_data(face)}
    inputs = {name: _held_together(json.dumps(held, ensure_ascii=False)) for name, held in said.items()}
    inputs["title"] = str(data.get("title", ""))  # of the file, which is no line that could break
    if without:
        picture = f"{_JOINERS}*[{''.join(without)}]"
        inputs = {name: re.sub(f" ?(?:{picture})+{_JOINERS}*", "", held) for name, held in inputs.items()}
    return inputs


def _held_together(text: str) -> str:
    """Return a text in which a separator goes on to the next line with what it parts, and short names are never broken."""
    for name in _SHORT_NAMES:
        text = text.replace(name, name.replace(" ", "\u00a0"))
    return text.replace(" · ", " ·\u00a0")


def _of_the_standard(error: Exception) -> bool:
    return str(error).startswith("PDF/")


def _not_in_a_font(error: Exception) -> tuple[str, ...]:
    # A message lists what it found in text and in drawings, often twice.
    said = f"{error} {getattr(error, 'diagnostic', '')}"
    letters = (_ESCAPED.sub(lambda code: chr(int(code[1], 16)), letter) for letter in _NOT_IN_A_FONT.findall(said))
    return tuple(dict.fromkeys(letters))


def _seen(letters: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(letter for letter in letters if not re.fullmatch(_JOINERS, letter))


def _not_for_the_archive(missing: tuple[str, ...]) -> Words:
    listed = " ".join(missing[:10])
    return Words(
        f"Un PDF d’archive doit contenir toutes ses polices, et aucune n’a : {listed}. Enregistrez un PDF ordinaire, ou"
        " remplacez ces caractères.",
        f"A PDF for the archive must hold all its fonts, and none has: {listed}. Save an ordinary PDF, or replace these"
        " characters.",
    )


@cache
def typesetter() -> Typesetter:
    """Return the program's typesetter."""
    return Typesetter()
