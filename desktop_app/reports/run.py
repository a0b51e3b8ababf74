"""Make a report of the gallery: from its name and what it is asked for to a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from desktop_app.domain.dates import read_date
from desktop_app.domain.disk import reason
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Unreadable
from desktop_app.domain.words import LANGUAGES, Words
from desktop_app.excel.placing import place
from desktop_app.reports import GALLERY
from desktop_app.reports.description import PAPERS, Description, PaperName
from desktop_app.reports.figures import as_data
from desktop_app.reports.request import Kind, Period, Request
from desktop_app.reports.typeset import Pdf, typesetter

if TYPE_CHECKING:
    from desktop_app.reports.clipboard import Copied
    from desktop_app.store.base import Store
    from desktop_app.store.queries import Filter

ENDINGS = (".pdf", ".docx", ".xlsx")


@dataclass(frozen=True)
class Report:
    """A report that was made: what it says, and the files it can become."""

    description: Description
    store: Store

    @cached_property
    def typeset(self) -> Pdf:
        """The report as a PDF, with its number of pages."""
        return typesetter().typeset(self.description)

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return self.typeset.pages

    def pdf(self, *, archive: bool = False) -> bytes:
        """Return the bytes of the PDF; with `archive` as PDF/A."""
        return typesetter().typeset(self.description, archive=True).data if archive else self.typeset.data

    def figures(self) -> list[dict[str, Any]]:
        """Return every figure with the question behind it, as plain data."""
        return [as_data(self.store, figure) for figure in self.description.figures]

    def data(self, ending: str, *, archive: bool = False) -> bytes:
        """Return the bytes of the file that an ending asks for: .pdf, .docx or .xlsx."""
        if ending == ".docx":
            from desktop_app.reports.word import document

            return document(self.description)
        if ending == ".xlsx":
            from desktop_app.reports.workbook import workbook

            return workbook(self.description)
        return self.pdf(archive=archive)

    def copied(self) -> Copied:
        """Return the report for the clipboard."""
        from desktop_app.reports.clipboard import copied

        return copied(self.description)

    def save(self, path: Path, *, archive: bool = False) -> None:
        """Write the report to a file whose ending says what it becomes; a half-written file never stays."""
        refuse_other_files(path)
        _replace(path, self.data(path.suffix.lower(), archive=archive))


def refuse_other_files(path: Path) -> None:
    """Refuse an ending that no report can become."""
    if path.suffix.lower() in ENDINGS:
        return
    ending = path.suffix or path.name
    raise Refused(
        Words(
            f"Un rapport devient un PDF, un document Word ou un classeur Excel, pas « {ending} » : donnez un nom qui finit"
            " par .pdf, .docx ou .xlsx.",
            f"A report becomes a PDF, a Word document or an Excel workbook, not “{ending}”: give a name that ends in .pdf,"
            " .docx or .xlsx.",
        )
    )


def _replace(path: Path, data: bytes) -> None:
    try:
        # Made as any file of the user is, so that colleagues may open it in a shared folder.
        written = path.with_name(f".{path.name}.{token_hex(4)}.part")
        try:
            with written.open("xb") as file:
                file.write(data)
            place(written, path)
        finally:
            written.unlink(missing_ok=True)
    except OSError as error:
        why = reason(error)
        raise Refused(
            Words(
                f"« {path} » ne peut pas être écrit : {why.fr}. Fermez ce fichier s’il est ouvert, ou choisissez un autre"
                " dossier.",
                f"“{path}” can’t be written: {why.en}. Close this file if it is open, or choose another folder.",
            )
        ) from error


def run_report(  # noqa: PLR0913  (a keyword for each choice that a person has)
    store: Store,
    name: str,
    *,
    country: str | None = None,
    ref: str | None = None,
    period: Period | str | None = None,
    as_of: date | str | None = None,
    lang: str = "fr",
    paper: PaperName | None = None,
    sections: frozenset[str] | None = None,
    filters: tuple[Filter, ...] = (),
    search: str = "",
    now: datetime | None = None,
) -> Report:
    """Make a report. Raises Refused with what is missing or unknown."""
    kind = _kind(name)
    now = (now or datetime.now().astimezone()).replace(microsecond=0)
    _refuse_another_day(as_of, now)
    if ref:
        raise Refused(
            Words(
                f"Le rapport « {kind.title.fr} » ne porte pas sur une fiche : retirez {ref}.",
                f"The report “{kind.title.en}” is not about one record: leave out {ref}.",
            )
        )
    request = Request(
        lang if lang in LANGUAGES else "en",
        now,
        Period.read(period, now.date()) if isinstance(period, str) else period,
        _sections(kind, sections),
        paper if paper in PAPERS else default_paper(store),
        _country(store, kind, country),
        filters,
        search,
    )
    return Report(kind.describe(store, request), store)


def default_paper(store: Store) -> PaperName:
    """Return the paper of the office's country: Letter in North America."""
    return "letter" if store.office in {"WAS", "OTT"} else "a4"


def _kind(name: str) -> Kind:
    if kind := GALLERY.get(name):
        return kind
    known = ", ".join(GALLERY)
    raise Refused(
        Words(
            f"Il n’y a pas de rapport « {name} » : choisissez parmi {known}.",
            f"There is no report “{name}”: choose among {known}.",
        )
    )


def _sections(kind: Kind, wanted: frozenset[str] | None) -> frozenset[str]:
    if wanted is None:
        return frozenset(part.name for part in kind.parts if part.on)
    known = {part.name for part in kind.parts}
    if unknown := sorted(wanted - known):
        listed = ", ".join(part.name for part in kind.parts)
        raise Refused(
            Words(
                f"Ce rapport n’a pas de partie « {unknown[0]} » : choisissez parmi {listed}.",
                f"This report has no part “{unknown[0]}”: choose among {listed}.",
            )
        )
    return wanted


def _country(store: Store, kind: Kind, text: str | None) -> str | None:
    if not text:
        if kind.needs("country"):
            raise Refused(
                Words(
                    f"Le rapport « {kind.title.fr} » porte sur un pays : indiquez lequel, par exemple VN.",
                    f"The report “{kind.title.en}” is about a country: say which, for example VN.",
                )
            )
        return None
    if found := store.resolve("country", text):
        return found
    raise Refused(
        Words(
            f"Le pays « {text} » est inconnu : donnez son code à deux lettres ou son nom.",
            f"The country “{text}” is unknown: give its code of two letters or its name.",
        )
    )


def _refuse_another_day(as_of: date | str | None, now: datetime) -> None:
    if as_of is None:
        return
    try:
        day = as_of.isoformat() if isinstance(as_of, date) else read_date(as_of)
    except Unreadable as error:
        raise Refused(error.words) from error
    if day != now.date().isoformat():
        raise Refused(
            Words(
                "Un rapport se fait sur la base telle qu’elle est aujourd’hui ; celle d’un autre jour n’est pas encore"
                " possible : retirez la date.",
                "A report is made from the base as it is today; the base of another day is not possible yet: leave out"
                " the date.",
            )
        )
