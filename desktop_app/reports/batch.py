"""All sheets of a country as files of their own: a folder whose names say what is in each."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.reports import GALLERY
from desktop_app.reports.file_names import file_name
from desktop_app.reports.run import Report
from desktop_app.reports.sheets import of_country
from desktop_app.store.base import Store


def apart(report: Report) -> bool:
    """Whether a report is the sheets of several records, which can be files of their own."""
    kind = GALLERY[report.description.name]
    return bool(kind.by_country and report.request.country and not report.request.record)


def each(store: Store, report: Report) -> Iterator[tuple[str, Report]]:
    """Yield a report for each record of a country, under the name of its file without ending. Raises Refused for none."""
    kind, country = GALLERY[report.description.name], report.request.country
    if not apart(report) or country is None:
        raise Refused(
            Words(
                f"Le rapport « {kind.title.fr} » n’est qu’une fiche : donnez un nom de fichier.",
                f"The report “{kind.title.en}” is one sheet only: give the name of a file.",
            )
        )
    taken: set[str] = set()
    for record in store.records(of_country(kind, country)):
        request = replace(report.request, record=str(record["id"]), country=None)
        made = Report(kind.describe(store, request), store, request)
        day = report.request.now.date().isoformat()
        yield file_name(f"{made.description.title} - {kind.title.said(request.lang)} - {day}", taken), made


def save_each(store: Store, report: Report, folder: Path, ending: str = ".pdf", *, archive: bool = False) -> list[Path]:
    """Put a file for each record of a country into a folder."""
    paths = []
    for name, one in each(store, report):
        path = folder / f"{name}{ending}"
        one.save(path, archive=archive)
        paths.append(path)
    return paths
