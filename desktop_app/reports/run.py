"""Make a report of the gallery: from its name and what it is asked for to a file."""

from __future__ import annotations

import logging
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from desktop_app.domain.dates import last_day, read_date
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Unreadable
from desktop_app.domain.words import LANGUAGES, Words
from desktop_app.excel.placing import put
from desktop_app.reports import GALLERY
from desktop_app.reports.description import PAPERS, Description, PaperName
from desktop_app.reports.figures import as_data
from desktop_app.reports.past import Past
from desktop_app.reports.request import Kind, Period, Request
from desktop_app.reports.typeset import Pdf, typesetter
from desktop_app.reports.wording import long_date

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.reports.clipboard import Copied
    from desktop_app.store.base import Store
    from desktop_app.store.queries import Filter

log = logging.getLogger(__name__)
ENDINGS = (".pdf", ".docx", ".xlsx")


@dataclass(frozen=True)
class Report:
    """A report that was made: what it says, and the files it can become."""

    description: Description
    store: Store
    request: Request
    told: list[dict[str, Any]] | None = None

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
        if self.told is not None:
            return self.told
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
        put(self.data(path.suffix.lower(), archive=archive), path)


def refuse_other_files(path: Path) -> None:
    """Refuse an ending that no report can become."""
    if path.suffix.lower() in ENDINGS:
        return
    ending = path.suffix or path.name
    raise Refused(
        Words(
            f"Un rapport devient un PDF, un document Word ou un classeur Excel, pas « {ending} » : donnez un nom qui finit"
            " par .pdf, .docx ou .xlsx.",
            f"A report becomes a PDF, a Word document or an Excel workbook, not “{ending}”: give a name that ends in .pdf,"
            " .docx or .xlsx.",
        )
    )


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
    past: Past | None = None,
) -> Report:
    """Make a report. Raises Refused with what is missing or unknown. `past` keeps the base of another day open."""
    kind = _kind(name)
    now = (now or datetime.now().astimezone()).replace(microsecond=0)
    day = _other_day(as_of, now)
    with nullcontext(past) if past else Past() as kept:
        base = kept.base(store, day)
        today = day or now.date()
        request = Request(
            lang if lang in LANGUAGES else "en",
            now,
            Period.read(period, today) if isinstance(period, str) else period,
            _sections(kind, sections),
            paper if paper in PAPERS else kind.paper(default_paper(store)),
            _country(base, kind, country),
            filters,
            search,
            as_of=day,
            record=_record(base, kind, ref),
        )
        for part in kind.parts:
            if part.confidential and part.name in request.sections:
                log.warning("The report %s was made with a confidential part: %s", kind.name, part.name)
        description = kind.describe(base, request)
        # Another day's base may be gone when its figures are asked for.
        told = [as_data(base, figure) for figure in description.figures] if day else None
    return Report(description, store, request, told)


def default_paper(store: Store) -> PaperName:
    """Return the paper of the office's country: Letter in North America."""
    return "letter" if store.office in {"WAS", "OTT"} else "a4"


def _kind(name: str) -> Kind:
    if kind := GALLERY.get(name):
        return kind
    known = ", ".join(GALLERY)
    raise Refused(
        Words(
            f"Il n’y a pas de rapport « {name} » : choisissez parmi {known}.",
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
                f"Ce rapport n’a pas de partie « {unknown[0]} » : choisissez parmi {listed}.",
                f"This report has no part “{unknown[0]}”: choose among {listed}.",
            )
        )
    return wanted


def _country(store: Store, kind: Kind, text: str | None) -> str | None:
    if not text:
        if kind.needs("country"):
            raise Refused(
                Words(
                    f"Le rapport « {kind.title.fr} » porte sur un pays : indiquez lequel, par exemple VN.",
                    f"The report “{kind.title.en}” is about a country: say which, for example VN.",
                )
            )
        return None
    if found := store.resolve("country", text):
        return found
    raise Refused(
        Words(
            f"Le pays « {text} » est inconnu : donnez son code à deux lettres ou son nom.",
            f"The country “{text}” is unknown: give its code of two letters or its name.",
        )
    )


def _record(store: Store, kind: Kind, ref: str | None) -> str | None:
    entity = kind.entity
    if not ref:
        if kind.needs("ref") and entity is not None:
            raise Refused(
                Words(
                    f"Le rapport « {kind.title.fr} » porte sur une fiche ({entity.one.fr}) : indiquez sa référence.",
                    f"The report “{kind.title.en}” is about one entry ({entity.one.en}): give its reference.",
                )
            )
        return None
    if entity is None:
        raise Refused(
            Words(
                f"Le rapport « {kind.title.fr} » ne porte pas sur une fiche : retirez {ref}.",
                f"The report “{kind.title.en}” is not about one entry: leave out {ref}.",
            )
        )
    if found := store.resolve(entity.name, ref):
        return found
    raise Refused(
        Words(
            f"« {ref} » n’est pas une fiche que le rapport « {kind.title.fr} » connaît ({entity.one.fr}) : vérifiez la"
            " référence.",
            f"“{ref}” is no entry that the report “{kind.title.en}” knows ({entity.one.en}): check the reference.",
        )
    )


def _other_day(as_of: date | str | None, now: datetime) -> date | None:
    """Return the past day that is asked for; None for today."""
    if as_of is None or as_of == "":
        return None
    try:
        day = as_of if isinstance(as_of, date) else last_day(read_date(as_of))
    except Unreadable as error:
        raise Refused(error.words) from error
    if day > now.date():
        raise Refused(
            Words(
                f"Le {long_date(day, 'fr')} n’est pas encore passé : donnez un jour d’avant, ou retirez la date.",
                f"{long_date(day, 'en')} is still to come: give a day before, or leave out the date.",
            )
        )
    return None if day == now.date() else day
