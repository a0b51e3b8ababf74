"""Rules of entities and of types of instrument warn in both languages, and never block an old record."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain import ENTITIES
from desktop_app.domain.choices import choices
from desktop_app.domain.entity import Entity, Problem, problems, rule
from desktop_app.domain.event import EVENT
from desktop_app.domain.ids import derived_id
from desktop_app.domain.instrument import INSTRUMENT, INSTRUMENT_TYPE, foreign, proposed_end
from desktop_app.domain.instrument import proposed_status as status_of_instrument
from desktop_app.domain.instrument_parts import LINK, PARTY, PERIOD
from desktop_app.domain.mission import MISSION, proposed_status
from desktop_app.domain.partner import ACCESS
from desktop_app.domain.person import PERSON
from desktop_app.domain.values import Record, Value
from desktop_app.store.reference import read_reference
from tests.strategies import values

TYPES: Mapping[str, Record] = {str(birth.values["code"]): birth.values for birth in read_reference(INSTRUMENT_TYPE)}
VN, TH, JP, FR = (derived_id("country", code) for code in ("VN", "TH", "JP", "FR"))


def said(entity: Entity, **record: Value) -> list[Problem]:
    """What the rules say of a record, besides what is missing."""
    found = problems(entity, record, lambda _entity, code: TYPES.get(code) or {"id": code})
    for problem in found:
        assert problem.words.fr != problem.words.en
        assert set(problem.fields) <= set(entity.fields)
        assert not any(re.search(r"\b\d{4}-\d\d\b", words) for words in problem.words)  # a date as the base keeps it
    return [problem for problem in found if not problem.blocking]


@pytest.mark.parametrize(
    ("kind", "starts_on", "ends_on", "looked_at"),
    [("mission", "2026-01-05", "2026-01-09", False), ("mission", "2012-04-01", "2026-12-04", True),
     ("mission", "2026", "2026", False), ("tournee", "2026-01-05", "2027-01-07", True),
     ("hosting", "2025-01-05", "2027-01-09", False), (None, "2026-01-05", None, False)],
)  # fmt: skip
def test_a_mission_of_more_than_a_year_is_looked_at(
    kind: str | None, starts_on: str, ends_on: str | None, *, looked_at: bool
) -> None:
    found = said(MISSION, person="p", kind=kind, starts_on=starts_on, ends_on=ends_on)
    assert [problem.fields for problem in found] == ([("ends_on",)] if looked_at else [])


def test_what_must_be_filled_blocks_and_names_its_field() -> None:
    missing = [problem for problem in problems(MISSION, {}) if problem.blocking]
    assert {problem.fields for problem in missing} == {("person",), ("starts_on",)}
    assert missing[0].words.fr == "« Missionnaire » est à remplir."


# Type, first day, last day, and the page that says how long: it stands in the rules that every base starts with.
DURATIONS = [
    ("IEA", "2024-01-01", "2025-12-31", "appel-iea-2023"), ("PICS", "2012", "2014", "toolkit.htm"),
    ("IRP", "2024-01-01", "2028-12-31", "ins2i.cnrs.fr"), ("IRN", "2024-09-01", "2029-08-31", "ins2i.cnrs.fr"),
    ("IRL", "2022", "2026", "ins2i.cnrs.fr"), ("LIA", "2010", "2013", "article889"),
    ("GDRI", "2010-01-01", "2013-12-31", "GDRI.htm"), ("UMI", "2010", "2013", "article48"),
    ("PHDJP", "2025-09-01", "2028-08-31", "phd-joint-programs"), ("JRP-AF", "2024", "2027", "international.cnrs.fr"),
    ("ACCORD", "2018", "2021", "article1757"), ("UMIFRE", "2007", None, "senat.fr"),  # permanent
    ("PHC", "2024-01-01", None, "univ-reims.fr"), ("PRC", "2024", None, "toolkit.htm"),  # by the programme, by the call
]  # fmt: skip


@pytest.mark.parametrize(("type_", "start", "end", "source"), DURATIONS)
def test_the_end_that_a_type_proposes(type_: str, start: str, end: str | None, source: str) -> None:
    assert proposed_end(TYPES[type_], start) == end
    assert source in str(TYPES[type_]["source"])


def test_no_end_is_proposed_without_a_start_or_a_type() -> None:
    assert proposed_end(TYPES["IEA"], None) is None
    assert proposed_end(None, "2024") is None


@pytest.mark.parametrize(("end", "warned"), [("2025-12-31", False), ("2025", False), ("2025-12", False), ("2025-06-30", True),
                                             ("2026-12-31", True), ("2026", True), (None, False)])  # fmt: skip
def test_an_iea_lasts_24_months_and_is_not_renewable(end: str | None, warned: bool) -> None:
    found = said(INSTRUMENT, type="IEA", title="x", starts_on="2024-01-01", ends_on=end, countries=(VN,))
    assert [problem.fields for problem in found] == ([("ends_on",)] if warned else [])
    if warned:
        assert "24 mois" in found[0].words.fr
        assert "fin attendue le 31/12/2025" in found[0].words.fr
        assert "expected end 31 Dec 2025" in found[0].words.en
        assert "source" in found[0].words.fr


@pytest.mark.parametrize("status", ["abandoned", "transformed"])
def test_an_iea_that_was_given_up_may_end_before(status: str) -> None:
    record: dict[str, Value] = {"starts_on": "2024-01-01", "ends_on": "2025-06-30", "status": status}
    assert said(INSTRUMENT, type="IEA", title="x", countries=(VN,), **record) == []


def test_a_school_of_two_weeks_is_shorter_than_its_month() -> None:
    dates: dict[str, Value] = {"starts_on": "2026-06-01", "ends_on": "2026-06-12"}
    assert said(INSTRUMENT, type="RRS-AF", title="x", countries=(VN,), **dates) == []


@pytest.mark.parametrize("type_", ["IRL", "IRP", "LIA", "UMIFRE"])
def test_a_type_that_can_be_renewed_may_last_longer(type_: str) -> None:
    assert said(INSTRUMENT, type=type_, title="x", starts_on="2000", ends_on="2026", countries=(VN,)) == []


# Type, its countries, whether that is warned of, and the page that says how many there may be.
FOREIGN = [
    ("IRL", (VN,), False, "ins2i.cnrs.fr"), ("IRL", (FR, VN), False, "ins2i.cnrs.fr"),
    ("IRL", (TH, VN), True, "ins2i.cnrs.fr"), ("IRP", (TH, VN), False, "ins2i.cnrs.fr node/2501"),
    ("IRP", (JP, TH, VN), True, "ins2i.cnrs.fr node/2501"), ("IRN", (JP, TH, VN), False, "ins2i.cnrs.fr node/2501"),
    ("IEA", (VN,), False, "cnrsrio.org"), ("GDRI", (JP, TH, VN), False, "GDRI.htm"), ("UMI", (TH, VN), True, "article48"),
]  # fmt: skip


@pytest.mark.parametrize(("type_", "countries", "warned", "source"), FOREIGN)
def test_an_irl_has_one_foreign_country_and_an_irp_one_or_two(
    type_: str, countries: tuple[str, ...], warned: bool, source: str
) -> None:
    found = said(INSTRUMENT, type=type_, title="x", countries=tuple(sorted(countries)))
    assert [problem.fields for problem in found] == ([("countries",)] if warned else [])
    assert source in str(TYPES[type_]["source"])
    assert all(source in problem.words.en for problem in found)  # it is said with its source


@pytest.mark.parametrize(
    ("type_", "countries", "warned"),
    [
        ("IRP", None, True),
        ("IRL", (FR,), True),
        ("IRP", (VN,), False),
        ("80PRIME", None, False),
        ("CLUSTER", None, False),
    ],
)
def test_an_irp_has_a_foreign_country(type_: str, countries: tuple[str, ...] | None, warned: bool) -> None:
    found = said(INSTRUMENT, type=type_, title="x", countries=countries)
    assert [problem.fields for problem in found] == ([("countries",)] if warned else [])
    if warned:
        assert "au moins 1 pays étranger" in found[0].words.fr
        assert "at least 1 foreign country" in found[0].words.en


def test_a_type_of_the_office_may_ask_for_two_countries() -> None:
    own: Record = {"code": "RESEAU", "countries_min": 2}
    found = problems(INSTRUMENT, {"type": "t", "title": "x", "countries": (VN,)}, lambda _entity, _code: own)
    assert [problem.words.en for problem in found] == ["RESEAU: at least 2 foreign countries, here 1."]


def test_france_is_not_a_foreign_country() -> None:
    assert foreign((FR, VN)) == (VN,)
    assert foreign(None) == ()


@pytest.mark.parametrize(
    ("entity", "first", "last"),
    [(MISSION, "starts_on", "ends_on"), (EVENT, "starts_on", "ends_on"), (INSTRUMENT, "starts_on", "ends_on"),
     (PERIOD, "starts_on", "ends_on"), (ACCESS, "since_on", "until_on")],
)  # fmt: skip
@pytest.mark.parametrize(
    ("start", "end", "warned"),
    [("2025-11-24", "2025-11-28", False), ("2025-11-24", "2025-11-23", True), ("2025-11-24", "2025", False),
     ("2025-11-24", "2024", True), ("2025", "2025-01-01", False), ("2025", "2024-12-31", True), ("2025-11-24", None, False),
     (None, "2025-11-24", False), ("2025-11", "2025-10", True), ("2025-11", "2025-11-01", False)],
)  # fmt: skip
def test_an_end_before_the_start_is_said(
    entity: Entity, first: str, last: str, start: str | None, end: str | None, warned: bool
) -> None:
    assert [problem.fields for problem in said(entity, **{first: start, last: end})] == ([(last,)] if warned else [])


@pytest.mark.parametrize(
    ("needed", "got", "warned"),
    [
        (True, None, True),
        (True, "2025-11-20", False),
        (True, "2025-11-25", True),
        (False, None, False),
        (None, None, False),
    ],
)
def test_a_security_opinion_comes_before_the_departure(needed: bool | None, got: str | None, warned: bool) -> None:
    found = said(MISSION, starts_on="2025-11-24", opinion_needed=needed, opinion_got_on=got)
    assert bool(found) is warned


def test_a_person_has_a_legal_basis() -> None:
    assert [problem.fields for problem in said(PERSON, family_name="Rêvecolline")] == [("basis",)]
    assert said(PERSON, family_name="Rêvecolline", basis="public_interest") == []


def test_a_party_is_somebody_and_a_link_goes_elsewhere() -> None:
    assert said(PARTY, instrument="a", role="member")
    assert said(PARTY, instrument="a", role="member", unit="u") == []
    assert said(LINK, instrument="a", kind="succeeds", other="a")
    assert said(LINK, instrument="a", kind="succeeds", other="b") == []


def test_a_rule_can_only_ask_for_fields_of_its_entity() -> None:
    with pytest.raises(LookupError, match="mission has no zzz"):

        @rule(MISSION)
        def nonsense(zzz: str) -> Problem | None:
            raise AssertionError(zzz)


@settings(max_examples=200)
@given(data=st.data())
def test_no_record_makes_the_rules_fail(data: st.DataObject) -> None:
    entity = data.draw(st.sampled_from(list(ENTITIES.values())))
    fields = data.draw(st.lists(st.sampled_from(list(entity)), unique=True))
    record = {field.name: data.draw(values(field.type)) for field in fields}
    linked = data.draw(st.sampled_from([None, *TYPES.values()]))
    problems(entity, record, lambda _entity, _id: linked)


def test_the_reference_folder_is_found_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert read_reference(INSTRUMENT_TYPE)


@pytest.mark.parametrize(
    ("start", "end", "status"),
    [
        ("2026-12-01", "2026-12-05", "planned"),
        ("2026-11-20", "2026-12-05", "under_way"),
        ("2026-11-20", "2026-11-28", "done"),
        ("2026-11-29", None, "under_way"),
        ("2026-12", None, "planned"),
        ("2026", None, "under_way"),
        (None, None, None),
    ],
)
def test_the_days_of_a_mission_speak_for_its_status(start: str | None, end: str | None, status: str | None) -> None:
    assert proposed_status(start, end, date(2026, 11, 29)) == status


@pytest.mark.parametrize(("start", "end", "status"), [
    (None, None, None), ("2027", None, "selected"), ("2027-01-01", "2030-12-31", "selected"), ("2024", "2028", "active"),
    ("2020", None, "active"), ("2015-01-01", "2018-12-31", "ended"), (None, "2018", "ended"), (None, "2030", None),
    ("2022", "2026", "active"),
])  # fmt: skip
def test_an_instrument_is_to_come_goes_on_or_is_over_by_its_dates(
    start: str | None, end: str | None, status: str | None
) -> None:
    assert status_of_instrument(start, end, date(2026, 11, 29)) == status
    assert status is None or status in choices("instrument_statuses")
