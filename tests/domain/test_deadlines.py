"""What is due of an instrument, a mission, a workbook, and the one change that says that it was met."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import ENTITIES
from desktop_app.domain.choices import choices
from desktop_app.domain.deadlines import KINDS, Deadline, Lead, met, of_instrument, of_mission, of_task, of_workbook
from desktop_app.domain.ids import derived_id
from desktop_app.domain.instrument import INSTRUMENT_TYPE
from desktop_app.domain.values import Record, Value
from desktop_app.store.reference import read_reference

TODAY = date(2026, 11, 28)
TYPES = {str(birth.values["code"]): birth.values for birth in read_reference(INSTRUMENT_TYPE)}
BR, TH = (derived_id("country", code) for code in ("BR", "TH"))


def instrument(type_: str, status: str = "active", **more: Value) -> list[Deadline]:
    """What is due of an instrument that ends with 2027, without parts."""
    return with_parts(type_, {"status": status, "ends_on": "2027-12-31", **more})


def with_parts(
    type_: str, record: dict[str, Value], periods: tuple[Record, ...] = (), steps: tuple[Record, ...] = ()
) -> list[Deadline]:
    """What is due of an instrument with its parts."""
    named: dict[str, Value] = {"id": "1", "acronym": "FICTIF", **record}
    return list(of_instrument(named, TYPES[type_], periods, steps, TODAY))


def said(found: list[Deadline]) -> list[tuple[str, str]]:
    """Kinds and days."""
    return [(one.kind, one.due.isoformat()) for one in found]


def test_a_project_asks_for_its_renewal_as_long_before_its_end_as_its_type_says() -> None:
    assert said(instrument("IRP")) == [("renewal", "2027-04-30"), ("end", "2027-12-31")]


@pytest.mark.parametrize("type_", ["IEA", "PICS", "PHC"])
def test_what_is_not_renewed_only_ends(type_: str) -> None:
    assert said(instrument(type_)) == [("end", "2027-12-31")]


def test_a_laboratory_that_was_renewed_twice_is_not_renewed_again() -> None:
    record: dict[str, Value] = {"status": "active", "ends_on": "2027-12-31"}
    signed = [{"id": str(number), "signed_on": "2010"} for number in range(3)]
    assert [one.kind for one in with_parts("IRL", record, tuple(signed[:2]))] == ["renewal", "end"]
    assert [one.kind for one in with_parts("IRL", record, tuple(signed))] == ["end"]


def test_what_has_no_end_or_is_permanent_is_never_due() -> None:
    assert instrument("UMIFRE") == []
    assert instrument("IRP", ends_on=None) == []


@pytest.mark.parametrize(
    "status", ["abandoned", "not_selected", "closed", "transformed", "report_received", "suspended"]
)
def test_of_what_was_given_up_nothing_is_due(status: str) -> None:
    step: Record = {"id": "s", "kind": "annual_report", "due_on": "2026-12-01"}
    assert with_parts("IRP", {"status": status, "ends_on": "2027-12-31"}, (), (step,)) == []


def test_a_renewal_that_was_asked_or_whose_file_is_planned_is_not_asked_again() -> None:
    assert "renewal" not in [one.kind for one in instrument("IRP", "renewal_asked")]
    handed_in: Record = {"id": "s", "kind": "renewal_file", "due_on": "2027-04-01", "done_on": "2027-03-20"}
    assert [one.kind for one in with_parts("IRP", {"status": "active", "ends_on": "2027-12-31"}, (), (handed_in,))] == [
        "end"
    ]
    begun: Record = {"id": "s", "kind": "renewal_file", "due_on": "2026-11-01"}
    asked = with_parts("IRP", {"status": "renewal_asked", "ends_on": "2027-12-31"}, (), (begun,))
    assert [one.kind for one in asked] == ["end"]
    planned: Record = {"id": "s", "kind": "renewal_file", "due_on": "2027-02-15"}
    found = with_parts("IRP", {"status": "active", "ends_on": "2027-12-31"}, (), (planned,))
    assert said(found) == [("renewal", "2027-02-15"), ("end", "2027-12-31")]
    assert found[0].part == "s"
    before: Record = {"id": "s", "kind": "renewal_file", "due_on": "2022-04-01", "done_on": "2022-03-20"}
    assert "renewal" in [
        one.kind for one in with_parts("IRP", {"status": "active", "ends_on": "2027-12-31"}, (), (before,))
    ]


def test_steps_are_due_on_the_last_day_that_their_date_covers() -> None:
    steps: tuple[Record, ...] = (
        {"id": "a", "kind": "steering_committee", "due_on": "2027-03"},
        {"id": "b", "kind": "final_report", "due_on": "2028", "done_on": None},
        {"id": "c", "kind": "decision", "due_on": "2026-11-01", "done_on": "2026-11-02"},
        {"id": "d", "kind": "call", "due_on": None},
    )
    found = with_parts("PHC", {"status": "active"}, (), steps)
    assert said(found) == [("step", "2027-03-31"), ("report", "2028-12-31")]


def test_an_agreement_in_signature_is_to_be_signed_before_its_period_begins() -> None:
    period: Record = {"id": "p", "starts_on": "2027-01-01"}
    found = with_parts("IRN", {"status": "in_signature"}, (period,))
    assert said(found) == [("signature", "2027-01-01")]
    assert said(with_parts("IRN", {"status": "in_signature", "starts_on": "2027"})) == [("signature", "2027-01-01")]
    # Nobody noted when an old period was signed.
    assert with_parts("IRN", {"status": "active"}, ({"id": "p", "starts_on": "2019-01-01"},)) == []


def test_a_final_report_is_due_a_season_after_the_end_until_it_is_there() -> None:
    record: dict[str, Value] = {"status": "report_due", "ends_on": "2026-08-31"}
    assert said(with_parts("IRP", record)) == [("report", "2026-11-30")]
    there: Record = {"id": "s", "kind": "final_report", "due_on": "2026-11-01", "done_on": "2026-11-20"}
    assert with_parts("IRP", record, (), (there,)) == []


RULES = {BR: 40}


def mission(**more: Value) -> list[Deadline]:
    """What is due of a mission."""
    record: dict[str, Value] = {
        "id": "m", "direction": "outgoing", "status": "planned", "starts_on": "2027-01-10", "ends_on": "2027-01-20",
        "countries": (TH,), **more,
    }  # fmt: skip
    return list(of_mission(record, RULES, Lead(), TODAY))


def test_a_listed_country_needs_an_opinion_asked_so_many_days_before_the_departure() -> None:
    assert said(mission(countries=(BR, TH))) == [("opinion", "2026-12-01")]
    assert mission() == []
    assert mission(countries=(BR,), opinion_needed=False) == []
    assert mission(countries=(BR,), opinion_asked_on="2026-11-20") == []
    assert mission(countries=(BR,), direction="incoming") == []
    assert mission(countries=(BR,), status="cancelled") == []


def test_an_opinion_that_somebody_says_is_needed_is_asked_a_month_before() -> None:
    assert said(mission(opinion_needed=True)) == [("opinion", "2026-12-11")]


def test_a_visa_is_applied_for_three_weeks_before() -> None:
    assert said(mission(visa="needed")) == [("visa", "2026-12-20")]
    assert mission(visa="obtained") == []


def test_a_report_is_due_a_month_after_the_return_and_forgotten_after_half_a_year() -> None:
    back = {"status": "done", "starts_on": "2026-11-01"}
    assert said(mission(**back, ends_on="2026-11-10")) == [("mission_report", "2026-12-10")]
    assert mission(**back, ends_on="2026-11-10", report_on="2026-11-12") == []
    assert mission(status="done", starts_on="2026-01-01", ends_on="2026-01-10") == []
    assert mission(**back, ends_on="2026-11-10", direction="incoming") == []


def test_a_workbook_is_due_back_on_its_day_and_is_met_by_coming_back() -> None:
    one = of_workbook("EX0007", "Ambassade fictive", "2026-11-20", (TH,))
    assert one.days(TODAY) == -8
    assert met(one, TODAY) is None


def test_every_kind_has_words_and_every_deadline_a_field_that_meets_it() -> None:
    steps: tuple[Record, ...] = tuple(
        {"id": code, "kind": code, "due_on": "2027-01-01"} for code in choices("milestone_kinds")
    )
    found = [
        *with_parts("IRP", {"status": "active", "ends_on": "2027-12-31"}, (), steps),
        *instrument("IRP"), *instrument("IRP", "report_due"), *instrument("IRP", "in_signature", starts_on="2027-01-01"),
        *with_parts("IRN", {"status": "in_signature"}, ({"id": "p", "starts_on": "2027-01-01"},)),
        *of_task({"id": "e", "title": "Visite"}, {"id": "t", "title": "Écrire", "due_on": "2026-12"}),
        *mission(opinion_needed=True, visa="needed"), *mission(status="done", starts_on="2026-11-01", ends_on="2026-11-02"),
    ]  # fmt: skip
    assert {one.kind for one in found} == set(KINDS) - {"workbook", "credit"}
    assert len({one.key for one in found}) >= len(steps)
    for one in found:
        change = met(one, TODAY)
        assert change is not None
        assert change.field in ENTITIES[change.entity].fields
        assert one.since <= one.due
        assert one.what.fr
        assert one.what.en


@given(st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.sampled_from(["outgoing", "incoming", "regional", None]))
def test_a_mission_never_asks_for_the_same_thing_before_and_after(start: date, direction: str | None) -> None:
    found = mission(starts_on=start.isoformat(), ends_on=(start + timedelta(days=3)).isoformat(), direction=direction,
                    countries=(BR,), visa="needed", status="planned")  # fmt: skip
    kinds = {one.kind for one in found}
    assert not ({"opinion", "visa"} & kinds and "mission_report" in kinds)
    assert len(kinds) == len(found)
