"""Credits of bilateral programmes: a fiscal year of their own, and nothing carried over (PHC Maghreb, Al Maqdisi)."""

from datetime import date
from decimal import Decimal

import pytest

from desktop_app.domain.credits import carries_over, fiscal_end, fiscal_year, left_over, lost_credits
from desktop_app.domain.deadlines import of_credits, of_task
from desktop_app.domain.instrument import INSTRUMENT_TYPE
from desktop_app.domain.values import Record, Value
from desktop_app.store.reference import read_reference

TODAY = date(2026, 11, 28)
TYPES = {str(birth.values["code"]): birth.values for birth in read_reference(INSTRUMENT_TYPE)}
AL_MAQDISI: Record = {"name": "PHC Al Maqdisi", "fiscal_month": 11}  # 1 November to 31 October


def lines(*amounts: tuple[int, str, str | None, str]) -> list[Record]:
    """Funding lines: year, planned, spent, currency."""
    return [
        {"year": year, "planned": planned, "spent": spent, "currency": money} for year, planned, spent, money in amounts
    ]


@pytest.mark.parametrize(
    ("day", "programme", "year", "end"),
    [
        (date(2026, 11, 28), None, 2026, date(2026, 12, 31)),
        (date(2026, 10, 31), AL_MAQDISI, 2026, date(2026, 10, 31)),
        (date(2026, 11, 1), AL_MAQDISI, 2027, date(2027, 10, 31)),
        (date(2027, 1, 15), AL_MAQDISI, 2027, date(2027, 10, 31)),
        (date(2026, 11, 28), {"fiscal_month": 1}, 2026, date(2026, 12, 31)),
        (date(2026, 2, 28), {"fiscal_month": 3}, 2026, date(2026, 2, 28)),
        (date(2026, 11, 28), {"fiscal_month": 44}, 2026, date(2026, 12, 31)),
    ],
)
def test_a_programme_has_its_own_fiscal_year(day: date, programme: Record | None, year: int, end: date) -> None:
    assert fiscal_year(day, programme) == year
    assert fiscal_end(year, programme) == end
    assert day <= end


def test_only_bilateral_programmes_lose_their_credits_unless_the_office_says_otherwise() -> None:
    assert [code for code, type_ in TYPES.items() if not carries_over(type_)] == ["PHC"]
    assert carries_over({**TYPES["PHC"], "carry_over": True})
    assert not carries_over({**TYPES["IRP"], "carry_over": False})
    assert carries_over(None)


def test_what_is_left_over_is_counted_by_currency() -> None:
    found = lines(
        (2026, "1000", "400", "EUR"), (2026, "500", None, "EUR"), (2026, "10", "12", "USD"), (2025, "9", None, "EUR")
    )
    assert left_over(found, 2026) == {"EUR": Decimal(1100)}


def test_a_past_year_that_was_not_spent_is_warned_of_with_its_source() -> None:
    fundings = lines((2024, "3000", "3000", "EUR"), (2025, "4000", "2500.50", "EUR"), (2026, "4000", None, "EUR"))
    (problem,) = lost_credits(TYPES["PHC"], None, fundings, TODAY)
    assert "1\u202f499,50 EUR de 2025" in problem.words.fr
    assert "31/12/2025" in problem.words.fr
    assert "ne se reporte pas" in problem.words.fr
    assert "univ-reims" in problem.words.fr
    assert not problem.blocking
    in_november = [one.words.en for one in lost_credits(TYPES["PHC"], AL_MAQDISI, fundings, TODAY)]
    assert len(in_november) == 2  # the year 2026 of this programme ended on 31 October
    assert "31 Oct 2026" in in_november[1]
    assert not list(lost_credits(TYPES["IRP"], None, fundings, TODAY))


def test_the_credit_of_this_year_is_to_be_spent_by_its_end() -> None:
    record: dict[str, Value] = {"id": "1", "acronym": "FICTIF", "status": "active"}
    fundings = lines((2026, "4000", "1000", "EUR"), (2027, "100", None, "EUR"))
    (due,) = of_credits(record, TYPES["PHC"], None, fundings, TODAY)
    assert (due.kind, due.due, due.what.en) == ("credit", date(2026, 12, 31), "3,000 EUR of 2026 to spend")
    assert due.pressing(TODAY)
    (due,) = of_credits(record, TYPES["PHC"], AL_MAQDISI, fundings, TODAY)
    assert due.due == date(2027, 10, 31)
    assert not list(of_credits({**record, "status": "ended"}, TYPES["PHC"], None, fundings, TODAY))
    assert not list(of_credits(record, TYPES["IRP"], None, fundings, TODAY))


def test_what_an_event_left_to_be_done_is_due_until_it_is_done() -> None:
    event: Record = {"id": "e", "title": "Délégation fictive", "status": "done", "country": "c"}
    task: dict[str, Value] = {"id": "t", "event": "e", "title": "Envoyer le compte rendu", "due_on": "2026-12"}
    (due,) = of_task(event, task)
    assert (due.kind, due.due, due.entity, due.id, due.name) == (
        "follow_up", date(2026, 12, 31), "event", "e", "Délégation fictive",
    )  # fmt: skip
    assert not list(of_task(event, {**task, "done_on": "2026-11-20"}))
    assert not list(of_task(event, {**task, "due_on": None}))
    assert not list(of_task({**event, "status": "cancelled"}, task))
