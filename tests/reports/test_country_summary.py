"""The country summary on a real base."""

from decimal import Decimal
from pathlib import Path

import pytest

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.partner import PARTNER
from desktop_app.reports import GALLERY
from desktop_app.reports.description import Bars, Figure, Money, Table, Tiles
from desktop_app.reports.figures import answer
from desktop_app.reports.run import Report, run_report
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query
from tests.reports import poppler
from tests.reports.conftest import NOW, country

ALL_PARTS = frozenset(part.name for part in GALLERY["country_summary"].parts)


def summary(store: Store, lang: str = "fr", code: str = "VN", **wishes: object) -> Report:
    """Return the summary of a country as of a known day."""
    return run_report(store, "country_summary", country=code, lang=lang, now=NOW, **wishes)  # type: ignore[arg-type]


def tiles(report: Report) -> dict[str, Figure]:
    """Return the key figures of a report by name."""
    found = next(block for block in report.description.blocks if isinstance(block, Tiles))
    return {figure.name: figure for figure in found.figures}


def test_the_key_figures_are_the_counts_of_the_lists(office: Store) -> None:
    figures, vietnam = tiles(summary(office)), country(office, "VN")
    assert figures["partners"].value == office.count(Query(PARTNER, (Filter("country", "is", vietnam),))) == 1
    assert figures["instruments"].value == office.count(Query(INSTRUMENT, (Filter("countries", "is", vietnam),))) == 6
    assert figures["missions"].value == office.count(figures["missions"].query) == 6


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_figure_is_what_its_question_gives(office: Store, lang: str) -> None:
    figures = summary(office, lang, sections=ALL_PARTS).description.figures
    assert len(figures) > 20
    for figure in figures:
        assert answer(office, figure) == figure.value, figure.name


def test_budgets_in_several_currencies_are_never_added_up(office: Store) -> None:
    budget = tiles(summary(office))["yearly_budget"]
    assert budget.value == Money(Decimal(44000), "EUR")
    assert [figure.value for figure in budget.also] == [Money(Decimal("12000.50"), "SGD")]
    assert budget.note == "+ 12\u202f000,50\u00a0SGD"


def test_a_period_without_end_counts_and_one_that_is_over_or_to_come_does_not(office: Store) -> None:
    found = office.records(tiles(summary(office))["yearly_budget"].query)
    assert sorted(str(period["starts_on"]) for period in found) == ["2020", "2022-01-01"]


def test_cancelled_missions_are_not_counted_and_the_page_says_so(office: Store, pdf_path: Path) -> None:
    report = summary(office, "en")
    assert all(mission["status"] != "cancelled" for mission in office.records(tiles(report)["missions"].query))
    report.save(pdf_path)
    assert "Cancelled missions are not counted. 1 mission whose month is not known" in poppler.text(pdf_path)


def test_the_chart_has_twelve_months_up_to_today(office: Store) -> None:
    chart = next(block for block in summary(office, "en").description.blocks if isinstance(block, Bars))
    assert [bar.label for bar in chart.bars][:3] == ["Dec", "Jan", "Feb"]
    assert [bar.figure.value for bar in chart.bars] == [1, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 1]
    assert [bar.below for bar in chart.bars][:2] == ["2025", "2026"]


def test_many_years_are_counted_by_year(office: Store) -> None:
    report = summary(office, period="2023..2027")
    chart = next(block for block in report.description.blocks if isinstance(block, Bars))
    assert [(bar.label, bar.figure.value) for bar in chart.bars] == [
        ("2023", 0), ("2024", 1), ("2025", 1), ("2026", 5), ("2027", 1),
    ]  # fmt: skip
    for figure in report.description.figures:
        assert answer(office, figure) == figure.value, figure.name


def test_a_period_of_a_whole_year_finds_what_has_only_a_year(office: Store) -> None:
    figure = tiles(summary(office, period="2026"))["missions"]
    assert "2026" in {mission["starts_on"] for mission in office.records(figure.query)}
    assert {str(mission["starts_on"])[:4] for mission in office.records(figure.query)} == {"2026"}


def test_running_instruments_come_first(office: Store) -> None:
    section = next(part for part in summary(office, "en").description.sections if part.name == "instruments")
    table = section.blocks[0]
    assert isinstance(table, Table)
    statuses = [row.cells[4] for row in table.rows if not hasattr(row, "title")]
    assert statuses == ["To renew", "Active", "Active", "Active", "Submitted", "Ended"]


def test_contacts_who_object_or_whose_data_are_restricted_are_never_printed(office: Store, pdf_path: Path) -> None:
    summary(office, sections=ALL_PARTS).save(pdf_path)
    read = poppler.text(pdf_path)
    assert "Delta Contact" in read
    assert "delta@example.org" in read
    assert "Refus" not in read
    assert "Limite" not in read


def test_a_section_that_was_not_chosen_is_left_out(office: Store) -> None:
    report = summary(office, sections=frozenset({"partners"}))
    assert [section.name for section in report.description.sections] == ["partners"]
    usual = [section.name for section in summary(office).description.sections]
    assert usual == ["figures", "instruments", "partners", "missions", "map"]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_country_about_which_nothing_is_known_still_has_its_page(office: Store, lang: str, pdf_path: Path) -> None:
    report = summary(office, lang, "NZ", sections=ALL_PARTS)
    report.save(pdf_path)
    assert report.pages == 1
    assert {"fr": "Aucun instrument.", "en": "No instrument."}[lang] in poppler.text(pdf_path)
    assert all(answer(office, figure) == figure.value for figure in report.description.figures)


def test_a_column_in_which_nobody_has_anything_is_left_out(office: Store) -> None:
    section = next(
        part for part in summary(office, "en", sections=ALL_PARTS).description.sections if part.name == "contacts"
    )
    contacts = section.blocks[0]
    assert isinstance(contacts, Table)
    assert [column.title for column in contacts.columns] == ["Person", "Partner", "E-mail"]


def test_a_country_without_a_known_budget_says_so_beside_the_zero(office: Store) -> None:
    assert tiles(summary(office, "en", "NZ"))["yearly_budget"].note == "no budget given"


def test_titles_name_the_country_as_each_language_does(office: Store) -> None:
    assert summary(office, "fr", "US").description.title == "États-Unis : synthèse de la coopération"
    assert summary(office, "en", "US").description.title == "Cooperation with the United States"
    assert summary(office, "en", "JP").description.title == "Cooperation with Japan"


def test_the_report_is_in_its_own_language(office: Store, pdf_path: Path) -> None:
    summary(office, "fr").save(pdf_path)
    read = poppler.text(pdf_path)
    assert "Bureau du CNRS à Singapour" in read
    assert "Au 22 novembre 2026 · 1 partenaire · 6 instruments · 6 missions" in read
    assert "Viện Hàn lâm Khoa học và Công nghệ Việt Nam" in read
