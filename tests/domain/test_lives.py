"""Lives of instruments: steps in order, what a type's rules say of periods and people, what follows on what. Each rule with
the source that the design names.
"""

from datetime import date

import pytest

from desktop_app.domain.choices import choices
from desktop_app.domain.instrument import INSTRUMENT_TYPE
from desktop_app.domain.lives import (
    born_from,
    in_order,
    later,
    next_step,
    problems_of_life,
    status_told,
    successors,
    usual_steps,
)
from desktop_app.domain.values import Record, Value
from desktop_app.store.reference import read_reference

TYPES: dict[str, Record] = {
    str(birth.values["code"]): {**birth.values, "id": birth.id} for birth in read_reference(INSTRUMENT_TYPE)
}


def said(
    type_: str, *, periods: int = 0, leads: int = 2, steps: tuple[Record, ...] = (), **record: Value
) -> list[tuple[str, str]]:
    """What is said of a life in English, and of which field."""
    lines: list[Record] = [{"number": number + 1} for number in range(periods)]
    people: list[Record] = [{"person": str(number), "role": "pi_french"} for number in range(leads)]
    found = problems_of_life({"status": "active", **record}, TYPES[type_], lines, steps, people)
    assert all(problem.words.fr != problem.words.en and not problem.blocking for problem in found)
    return [(problem.words.en, problem.fields[0]) for problem in found]


# Type, how many periods are allowed, and a word of the source that the warning names (domain.md 1.1).
RENEWALS = [
    ("IEA", 1, "cnrsrio.org"),  # two years, not renewable
    ("PICS", 1, "toolkit.htm"),  # three years, not renewable
    ("LIA", 2, "article889"),  # four years, once
    ("GDRI", 2, "ircp.pf"),  # four years, once
    ("UMI", 3, "article48"),  # four years, twice
    ("IRL", 3, "cnrsrio.org"),  # five years, possibly renewable twice
    ("PHDJP", 1, "phd-joint-programs"),
]


@pytest.mark.parametrize(("type_", "allowed", "source"), RENEWALS)
def test_a_type_that_was_renewed_too_often_is_warned_of_with_its_source(type_: str, allowed: int, source: str) -> None:
    assert said(type_, periods=allowed) == []
    ((words, field),) = said(type_, periods=allowed + 1)
    assert f"here {allowed + 1} periods" in words
    assert source in words
    assert field == "ends_on"


@pytest.mark.parametrize("type_", ["IRP", "IRN", "IRC", "ACCORD", "UMIFRE"])
def test_where_no_rule_of_renewal_is_known_nothing_is_said(type_: str) -> None:
    assert said(type_, periods=9) == []


@pytest.mark.parametrize(
    ("type_", "start", "end", "warned"),
    [
        ("IRL", "2020-01-01", "2024-12-31", False), ("IRL", "2020-01-01", "2025-01-01", True), ("IRL", "2020", "2024", False),
        ("IRL", "2020", "2025", True), ("LIA", "2010-01-01", "2013-12-31", False), ("LIA", "2010-01-01", "2014-06-30", True),
        ("IRP", "2024-01-01", "2029-12-31", True), ("IRP", "2024-01-01", "2026-06-30", False),
        ("UMIFRE", "2000", "2030", False),
    ],
)  # fmt: skip
def test_a_period_is_no_longer_than_its_type(type_: str, start: str, end: str, warned: bool) -> None:
    period: Record = {"number": 2, "starts_on": start, "ends_on": end}
    found = problems_of_life({}, TYPES[type_], [period], (), ())
    assert bool(found) == warned
    assert not warned or "Period 2" in found[0].words.en


def test_an_iea_has_a_principal_investigator_on_each_side() -> None:
    assert said("IEA", leads=2) == []
    ((words, field),) = said("IEA", leads=1)
    assert "here 1" in words
    assert "appel-iea-2023" in words
    assert field == "type"
    assert said("IEA", leads=0, status="idea") == []
    assert said("IRN", leads=0) == []


def test_a_status_that_lags_behind_the_steps_is_warned_of() -> None:
    signed: Record = {"kind": "signed", "done_on": "2026-03-01"}
    ((words, field),) = said("IRP", steps=(signed,), status="in_signature")
    assert words == "“Signature” was done on 1 Mar 2026: the status would be “Signed”."
    assert field == "status"
    assert said("IRP", steps=(signed,), status="active") == []
    assert said("IRP", steps=(signed,), status="closed") == []
    assert said("IRP", steps=({"kind": "signed", "due_on": "2026-03-01"},), status="in_signature") == []


def test_an_instrument_ends_with_its_last_period() -> None:
    period: Record = {"number": 1, "ends_on": "2026-12-31"}
    assert problems_of_life({"status": "active", "ends_on": "2026"}, None, [period], (), ()) == []
    (found,) = problems_of_life({"status": "active", "ends_on": "2027-06-30"}, None, [period], (), ())
    assert "31 Dec 2026" in found.words.en


def test_steps_stand_in_the_order_of_a_life() -> None:
    steps: list[Record] = [
        {"kind": "other"}, {"kind": "signed", "done_on": "2024-01-10", "due_on": "2023-12-01"},
        {"kind": "decision", "done_on": "2024-01-10"}, {"kind": "call", "due_on": "2023"},
        {"kind": "end", "due_on": "2026-12-31"},
    ]  # fmt: skip
    assert [step["kind"] for step in in_order(steps)] == ["call", "decision", "signed", "end", "other"]
    told = status_told(steps)
    assert told is not None
    assert told[0] == "signed"
    assert status_told([]) is None


def test_every_step_that_the_issue_names_is_a_kind_of_step() -> None:
    kinds = choices("milestone_kinds")
    for kind in ("call", "proposal", "evaluation", "decision", "agreement_drafted", "in_signature", "signed", "start", "mid_term",
                 "renewal_file", "amendment", "end", "final_report", "transformed", "abandoned"):  # fmt: skip
        assert kind in kinds
    assert later("signed", "in_signature")
    assert not later("active", "ended")
    assert not later("nonsense", "ended")


def test_the_next_step_is_the_first_that_the_rules_give_and_nobody_wrote_down() -> None:
    type_ = TYPES["IRP"]
    usual = usual_steps(type_, "2024-01-01", "2028-12-31")
    assert usual["mid_term"] == "2026-07-02"
    assert usual["renewal_file"] == "2028-04-30"  # calls close in May: eight months before (mio.osupytheas.fr 2026)
    assert usual["final_report"] == "2029-03-31"
    assert next_step(type_, "2024-01-01", "2028-12-31", []) == {"kind": "signed", "due_on": "2024-01-01"}
    written: list[Record] = [{"kind": "signed"}, {"kind": "mid_term"}]
    assert next_step(type_, "2024-01-01", "2028-12-31", written) == {"kind": "renewal_file", "due_on": "2028-04-30"}
    assert "renewal_file" not in usual_steps(TYPES["IEA"], "2024-01-01", "2025-12-31")
    assert next_step(None, None, None, []) == {}
    assert usual_steps(TYPES["UMIFRE"], "2007", None) == {}


@pytest.mark.parametrize(
    ("code", "becomes"),
    [("PICS", ["IEA", "IRP"]), ("LIA", ["IRP", "IRL"]), ("GDRI", ["IRN"]), ("UMI", ["IRL"]), ("IRP", ["IRL"]),
     ("IEA", ["IRP", "IRN"])],
)  # fmt: skip
def test_what_an_instrument_becomes(code: str, becomes: list[str]) -> None:
    assert [type_["code"] for type_ in successors(TYPES.values(), code)] == becomes


def test_what_follows_takes_over_what_it_is_about_and_ends_as_its_type_says() -> None:
    old: Record = {
        "acronym": "MEKONG",
        "title": "Fictif",
        "code": "LIA 12",
        "countries": ("VN",),
        "notes": "x",
        "status": "ended",
    }
    new = born_from(old, TYPES["IRP"], date(2026, 1, 1))
    assert (new["acronym"], new["starts_on"], new["ends_on"]) == ("MEKONG", "2026-01-01", "2030-12-31")
    assert new["former_codes"] == ("LIA 12",)
    assert "notes" not in new
