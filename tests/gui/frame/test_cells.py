"""What lists show of a record, in both languages."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.dates import show_span
from desktop_app.domain.leading import COMPOSED
from desktop_app.domain.values import Record, Showing
from desktop_app.gui.lists import conditions, list_cells, specs
from desktop_app.gui.lists.columns import Glance
from desktop_app.gui.lists.specs import Condition
from desktop_app.gui.table import cells
from desktop_app.gui.words import set_language

NAMES = {"p1": "Mahidol University", "p2": "Kasetsart University", "th": "Thaïlande", "i1": "TROP-HEALTH"}
RECORDS: dict[str, Record] = {"p1": {"id": "p1", "country": "th"}, "p2": {"id": "p2", "country": None}}


def glance(lang: str = "en", **parts: list[Record]) -> Glance:
    """What cells need, on a fixed day."""
    shown = Showing(lang, lambda id_: NAMES.get(id_, id_))
    of_owner = {name: {"x": found} for name, found in parts.items()}
    return Glance(shown, date(2026, 11, 22), lambda _entity, id_: RECORDS.get(id_), of_owner)


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    del qapp
    set_language("en")


def test_a_period_says_its_years_and_how_much_is_over() -> None:
    cell = list_cells.period({"id": "x", "starts_on": "2022", "ends_on": "2026", "status": "to_renew"}, glance())
    assert cell.text == "2022–2026"
    assert cell.tone == "warn"
    assert cell.part == pytest.approx(0.978, abs=0.01)
    assert list_cells.period({"id": "x", "starts_on": "2001"}, glance()).text == "since 2001"
    assert list_cells.period({"id": "x"}, glance()) == cells.EMPTY
    assert list_cells.period({"id": "x", "starts_on": "2027", "ends_on": "2030"}, glance()).part == 0


def test_a_journey_that_ends_before_it_starts_says_so() -> None:
    cell = list_cells.journey({"id": "x", "starts_on": "2026-08-24", "ends_on": "2026-08-01"}, glance())
    assert (cell.text, cell.second) == ("24 Aug 2026 – 1 Aug 2026", "ends before it starts")
    assert show_span("2026-08-24", "2026-08-01", "fr") == "24/08/2026 – 01/08/2026"  # wherever both days are shown
    assert (
        list_cells.journey({"id": "x", "starts_on": "2026-08-01", "ends_on": "2026-08-24"}, glance()).second
        == "24 days"
    )


def test_the_main_partner_comes_first_and_the_others_are_counted() -> None:
    parties: list[Record] = [
        {"role": "associate", "partner": "p2"},
        {"role": "lead_foreign", "partner": "p1"},
        {"role": "pi_foreign", "person": "h1"},
    ]
    cell = list_cells.main_partner({"id": "x"}, glance(party=parties))
    assert (cell.text, cell.second, cell.more) == ("Mahidol University", "Thaïlande · +1", 1)
    assert list_cells.main_partner_short({"id": "x"}, glance(party=parties)).words == "Mahidol University +1"


def test_without_a_partner_the_countries_stand_in_its_place() -> None:
    cell = list_cells.main_partner({"id": "x", "countries": ("th",)}, glance())
    assert (cell.text, cell.tone) == ("Thaïlande", "muted")


def test_a_title_is_said_in_the_language_of_the_screen_where_it_is_there_in_it() -> None:
    name = specs.INSTRUMENTS.columns["name"]
    record: Record = {"id": "x", "acronym": "MEKONG", "title": "Water cycle", "title_fr": "Cycle de l’eau"}
    assert name.cell(record, glance("en")).second == "Water cycle"
    assert name.cell(record, glance("fr")).second == "Cycle de l’eau"
    assert name.cell({**record, "title_fr": None}, glance("fr")).second == "Water cycle"


@pytest.mark.parametrize(
    ("due", "second", "tone"),
    [
        ("2026-11-13", "9 days late", "error"),
        ("2027-01-02", "in 41 days", "warn"),
        ("2027-09-01", "1 Sep 2027", "text"),
    ],
)
def test_the_next_deadline_says_late_soon_or_when(due: str, second: str, tone: str) -> None:
    steps: list[Record] = [
        {"kind": "renewal_file", "due_on": due, "done_on": None},
        {"kind": "signed", "due_on": "2020-01-01", "done_on": "2020-01-01"},
    ]
    cell = list_cells.next_deadline({"id": "x"}, glance(milestone=steps))
    assert (cell.text, cell.second, cell.tone) == ("Renewal file", second, tone)


def test_nothing_due_is_a_dash() -> None:
    assert list_cells.next_deadline({"id": "x"}, glance()).text == "—"


@pytest.mark.parametrize("status", ["not_selected", "report_received", "closed", "transformed"])
def test_nothing_is_due_of_an_instrument_that_was_closed_whatever_steps_are_open(status: str) -> None:
    steps: list[Record] = [{"kind": "final_report", "due_on": "2026-10-01", "done_on": None}]
    assert list_cells.next_deadline({"id": "x", "status": status}, glance(milestone=steps)).text == "—"
    assert list_cells.next_deadline({"id": "x", "status": "report_due"}, glance(milestone=steps)).tone == "error"


@pytest.mark.parametrize(
    ("start", "end", "lang", "shown"),
    [
        ("2025-11-24", "2025-11-28", "en", "24–28 Nov 2025"),
        ("2025-11-28", "2025-12-03", "en", "28 Nov – 3 Dec 2025"),
        ("2025-12-28", "2026-01-03", "en", "28 Dec 2025 – 3 Jan 2026"),
        ("2025-11-24", "2025-11-28", "fr", "24–28/11/2025"),
        ("2025-11-28", "2025-12-03", "fr", "28/11–03/12/2025"),
        ("2025", "2026", "fr", "2025 – 2026"),
    ],
)
def test_two_dates_say_month_and_year_once(start: str, end: str, lang: str, shown: str) -> None:
    assert show_span(start, end, lang) == shown


def test_a_journey_counts_its_days() -> None:
    cell = list_cells.journey({"id": "x", "starts_on": "2025-11-24", "ends_on": "2025-11-28"}, glance())
    assert cell.second == "5 days"
    assert list_cells.journey({"id": "x", "starts_on": "2025"}, glance()).text == "2025"


def test_money_has_its_sign_and_stands_at_the_right() -> None:
    cell = list_cells.money("cost", "currency")({"id": "x", "cost": "14000.50", "currency": "EUR"}, glance("fr"))
    assert cell.text == "14\u202f000,50\u202f€"
    assert cell.right
    assert list_cells.money("cost", "currency")({"id": "x"}, glance()) == cells.EMPTY


def test_every_column_of_every_list_makes_a_cell_of_an_empty_record() -> None:
    for spec in specs.LISTS.values():
        assert set(spec.comfortable) | set(spec.compact) <= set(spec.columns)
        for column in spec.columns.values():
            cell = column.cell({"id": "x", "ref": "SIN-1"}, glance())
            assert isinstance(cell.words, str)
            assert column.sort in {*spec.entity.fields, *(field.name for field in COMPOSED)}  # each heading sorts


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (Condition("ends_on", "from", "2024"), "End: 2024 or later"),
        (Condition("ends_on", "between", ("2024", "2026")), "End: 2024 to 2026"),
        (Condition("status", "in", ("active", "to_renew")), "Status: Active or To renew"),
        (Condition("countries", "is", "th"), "Countries: Thaïlande"),
        (Condition("title", "contains", "water"), "Title contains “water”"),
        (Condition("notes", "empty"), "Notes is empty"),
        (Condition("ends_on", "still", "2024"), "End: not before 2024"),
        (Condition("party.partner", "is", "th"), "Partner: Thaïlande"),
    ],
)
def test_a_condition_is_said_in_words(condition: Condition, said: str) -> None:
    assert conditions.sentence(condition, specs.INSTRUMENTS.entity, glance().showing) == said


def test_every_field_of_every_list_can_be_asked_for() -> None:
    for spec in (specs.PARTNERS, specs.INSTRUMENTS, specs.MISSIONS, specs.PEOPLE):
        for field in spec.entity:
            assert set(conditions.operators(field.type)) <= set(conditions.OPERATORS)
