"""The list of instruments on a real base."""

from pathlib import Path

import pytest

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.reports.description import Group, Table, Tiles
from desktop_app.reports.figures import answer
from desktop_app.reports.run import Report, run_report
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query
from tests.reports import poppler
from tests.reports.conftest import NOW


def listed(store: Store, lang: str = "fr", **wishes: object) -> Report:
    """Return the list as of a known day."""
    return run_report(store, "instrument_list", lang=lang, now=NOW, **wishes)  # type: ignore[arg-type]


def count_of(report: Report) -> object:
    """Return how many instruments a list says it has."""
    return next(block for block in report.description.blocks if isinstance(block, Tiles)).figures[0].value


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_figure_is_what_its_question_gives(office: Store, lang: str) -> None:
    for wishes in ({}, {"country": "VN"}, {"period": "2023"}):
        figures = listed(office, lang, **wishes).description.figures
        assert figures
        for figure in figures:
            assert answer(office, figure) == figure.value, figure.name


def test_the_list_counts_what_the_lists_of_the_program_count(office: Store) -> None:
    assert count_of(listed(office)) == office.count(Query(INSTRUMENT))


def test_the_same_filters_give_the_same_instruments_as_on_the_screen(office: Store) -> None:
    filters = (Filter("status", "is", "active"),)
    report = listed(office, filters=filters)
    assert count_of(report) == office.count(Query(INSTRUMENT, filters)) == 3
    assert report.description.subtitle.endswith("liste filtrée")
    assert count_of(listed(office, search="DELTA-4")) == 1


def test_a_period_keeps_what_is_in_force_during_it(office: Store, pdf_path: Path) -> None:
    report = listed(office, "en", period="2023-06-01..2023-06-30")
    report.save(pdf_path)
    read = poppler.text(pdf_path)
    for acronym, there in (
        ("DELTA-0", True),
        ("DELTA-1", True),
        ("DELTA-2", False),
        ("DELTA-3", True),
        ("DELTA-4", False),
    ):
        assert (acronym in read) is there, acronym


def test_types_say_their_old_name_too(office: Store) -> None:
    tables = [block for block in listed(office, "en").description.blocks if isinstance(block, Table)]
    titles = [row.title for row in tables[-1].rows if isinstance(row, Group)]
    assert titles[:2] == [
        "IEA (ex-PICS) · International Emerging Action",
        "IRP (ex-LIA) · International Research Project",
    ]


def test_a_list_that_nothing_matches_says_so(office: Store, pdf_path: Path) -> None:
    listed(office, filters=(Filter("status", "is", "suspended"),)).save(pdf_path)
    assert "Aucun instrument ne correspond." in poppler.text(pdf_path)
