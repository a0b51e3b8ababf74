"""Deadlines read from a base are those of its records, and are gone once they are met."""

from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.demo.office import fill_demo
from desktop_app.domain import ENTITIES
from desktop_app.domain.deadlines import KINDS, Lead, met, of_mission
from desktop_app.domain.event import EVENT, TASK
from desktop_app.domain.ids import derived_id
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import FUNDING, LINK, MILESTONE, PERIOD
from desktop_app.domain.mission import MISSION
from desktop_app.domain.person import PERSON
from desktop_app.domain.place import PROGRAMME, SECURITY_RULE
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.store import due
from desktop_app.store.base import Store
from desktop_app.store.ledger import Shipment

if TYPE_CHECKING:
    from desktop_app.domain.values import Value

DAY = date(2026, 11, 28)
WORDS = Words("Essai", "Test")
BR = derived_id("country", "BR")


def _project(store: Store) -> str:
    with store.edit(WORDS) as edit:
        values = {"type": derived_id("instrument_type", "IRP"), "title": "Projet fictif", "acronym": "FICTIF"}
        return edit.add(INSTRUMENT, {**values, "status": "active", "ends_on": "2027-12-31", "countries": (BR,)})


def test_what_is_due_is_read_soonest_first_and_is_gone_once_it_is_met(store: Store) -> None:
    project = _project(store)
    with store.edit(WORDS) as edit:
        edit.add(MILESTONE, {"instrument": project, "kind": "annual_report", "due_on": "2026-11-15"})
        edit.add(PERIOD, {"instrument": project, "starts_on": "2027-01-01"})
        who = edit.add(PERSON, {"family_name": "Fictive", "given_name": "Ada"})
        journey: dict[str, Value] = {"person": who, "direction": "outgoing", "cities": ("Recife",), "countries": (BR,)}
        edit.add(MISSION, {**journey, "status": "planned", "starts_on": "2027-01-10", "ends_on": "2027-01-12"})
        edit.add(MISSION, {**journey, "status": "done", "starts_on": "2026-11-01", "ends_on": "2026-11-12"})
    store.ledger.add_shipment(
        Shipment("EX0001", "Ambassade fictive", 0, "2026-11-20", {"countries": ["BR"]}, "f.xlsx", "", b"")
    )
    found = store.deadlines(DAY)
    assert [(one.kind, one.due.isoformat()) for one in found] == [
        ("report", "2026-11-15"), ("workbook", "2026-11-20"), ("opinion", "2026-12-11"), ("mission_report", "2026-12-12"),
        ("signature", "2027-01-01"), ("renewal", "2027-04-30"), ("end", "2027-12-31"),
    ]  # fmt: skip
    assert due.names_of(store, found[1:5], "fr") == [
        "Ambassade fictive",
        "Ada Fictive, Recife",
        "Ada Fictive, Recife",
        "FICTIF",
    ]
    assert {one.countries for one in found} == {(BR,)}
    for one in found:
        if change := met(one, DAY):
            with store.edit(WORDS) as edit:
                edit.set(ENTITIES[change.entity], change.id, change.field, change.value)
    assert [one.kind for one in store.deadlines(DAY)] == ["workbook"]
    store.ledger.mark_returned("EX0001")
    assert store.deadlines(DAY) == []


def test_what_another_succeeds_asks_for_no_renewal_any_more(store: Store) -> None:
    project = _project(store)
    with store.edit(WORDS) as edit:
        edit.add(MILESTONE, {"instrument": project, "kind": "renewal_file", "due_on": "2026-11-15"})
    assert [one.kind for one in store.deadlines(DAY)] == ["renewal", "end"]
    with store.edit(WORDS) as edit:
        next_one = edit.add(INSTRUMENT, {"type": derived_id("instrument_type", "IRL"), "title": "Suite fictive"})
        edit.add(LINK, {"instrument": next_one, "kind": "succeeds", "other": project})
    assert [one.kind for one in store.deadlines(DAY)] == ["end"]


def test_the_last_rule_of_a_country_on_or_before_the_day_counts(store: Store) -> None:
    assert due.opinion_days(store._reader(), DAY)[BR] == 30
    with store.edit(WORDS) as edit:
        edit.add(SECURITY_RULE, {"country": BR, "class": "opinion_needed", "days_needed": 45, "valid_on": "2026-01-01"})
        edit.add(SECURITY_RULE, {"country": BR, "class": "nothing", "valid_on": "2027-01-01"})
    assert due.opinion_days(store._reader(), DAY)[BR] == 45
    assert BR not in due.opinion_days(store._reader(), date(2027, 6, 1))


def test_the_demo_office_has_deadlines_of_every_kind_but_what_nobody_sent(store: Store) -> None:
    fill_demo(store, 400, today=DAY)
    kinds = {one.kind for one in store.deadlines(DAY)}
    assert kinds >= set(KINDS) - {"workbook", "visa", "signature"}


def test_a_task_of_a_delegation_is_due_and_ticked_off(store: Store) -> None:
    with store.edit(Words("Délégation", "Delegation")) as edit:
        event = edit.add(EVENT, {"kind": "delegation", "title": "Délégation fictive", "country": BR})
        edit.add(TASK, {"event": event, "title": "Envoyer le compte rendu", "due_on": "2026-12-05"})
    (found,) = [one for one in store.deadlines(DAY) if one.kind == "follow_up"]
    assert (found.id, found.countries, found.what.fr) == (event, (BR,), "Envoyer le compte rendu")
    done = met(found, DAY)
    assert done is not None
    with store.edit(Words("Fait", "Done")) as edit:
        edit.set(ENTITIES[done.entity], done.id, done.field, done.value)
    assert not [one for one in store.deadlines(DAY) if one.kind == "follow_up"]


def test_the_credit_of_a_programme_is_due_at_the_end_of_its_own_fiscal_year(store: Store) -> None:
    with store.edit(Words("PHC", "PHC")) as edit:
        window = edit.add(PROGRAMME, {"name": "PHC inventé", "country": (BR,), "fiscal_month": 11})
        phc = derived_id("instrument_type", "PHC")
        values: dict[str, Value] = {
            "title": "Inventé",
            "type": phc,
            "status": "active",
            "countries": (BR,),
            "programme": window,
        }
        tool = edit.add(INSTRUMENT, values)
        for year, spent in ((2025, "4000"), (2026, "1000"), (2027, None)):
            edit.add(
                FUNDING,
                {
                    "instrument": tool,
                    "source": "phc",
                    "year": year,
                    "planned": "4000",
                    "spent": spent,
                    "currency": "EUR",
                },
            )
    (found,) = [one for one in store.deadlines(DAY) if one.kind == "credit"]
    assert (found.due.isoformat(), found.what.en) == ("2027-10-31", "4,000 EUR of 2027 to spend")
    record = store.get(INSTRUMENT, tool)
    assert record is not None
    warned = [one.words.en for one in store.warnings(INSTRUMENT, record) if "carried over" in one.words.en]
    assert len(warned) == 1
    assert warned[0].startswith("3,000 EUR of 2026")


@st.composite
def _missions(draw: st.DrawFn) -> "dict[str, Value]":
    begins = DAY + timedelta(days=draw(st.integers(-250, 200)))
    ends = begins + timedelta(days=draw(st.integers(0, 90)))
    starts_on = draw(st.sampled_from([begins.isoformat(), begins.isoformat()[:7]]))
    asked = st.sampled_from([None, None, "2026-11-01"])
    return {
        "starts_on": starts_on, "ends_on": draw(st.sampled_from([ends.isoformat(), ends.isoformat(), None])),
        "direction": draw(st.sampled_from(["outgoing", "incoming", "regional", None])),
        "status": draw(st.sampled_from(["planned", "validated", "done", "cancelled", None])),
        "visa": draw(st.sampled_from([None, "needed", "to_ask", "obtained"])),
        "opinion_needed": draw(st.sampled_from([None, True, False])),
        "opinion_asked_on": draw(asked), "opinion_got_on": draw(asked), "report_on": draw(asked),
        "countries": draw(st.sampled_from([None, (BR,), (derived_id("country", "FR"),)])),
        "cities": draw(st.sampled_from([None, ("Recife",), ("Lyon", "Natal")])),
    }  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(made=st.lists(_missions(), min_size=1, max_size=25))
def test_the_base_is_asked_for_exactly_the_missions_of_which_something_is_due(
    store: Store, made: "list[dict[str, Value]]"
) -> None:
    with store.edit(WORDS) as edit:
        added = [edit.add(MISSION, values) for values in made]
    rules = store.opinion_days(DAY)
    assert BR in rules
    records = store.many(MISSION, added).values()
    # A mission that only says when it begins is over when nobody knows.
    told = [record for record in records if record["ends_on"] or str(record["starts_on"]) >= DAY.isoformat()]
    expected = {one for record in told for one in of_mission(record, rules, Lead(), DAY)}
    assert {one for one in store.deadlines(DAY) if one.id in added} == expected


def _office(store: Store) -> dict[str, str]:
    """Fill a base with one of each that something is due of."""
    project = _project(store)
    with store.edit(WORDS) as edit:
        ada, twin = (edit.add(PERSON, {"family_name": "Fictive", "given_name": name}) for name in ("Ada", "A."))
        event = edit.add(EVENT, {"kind": "delegation", "title": "Délégation fictive", "country": BR})
        journey: dict[str, Value] = {"person": twin, "direction": "outgoing", "countries": (BR,)}
        return {
            "instrument": project,
            "milestone": edit.add(MILESTONE, {"instrument": project, "kind": "annual_report", "due_on": "2026-11-15"}),
            "period": edit.add(PERIOD, {"instrument": project, "starts_on": "2027-01-01"}),
            "mission": edit.add(MISSION, {**journey, "starts_on": "2026-11-01", "ends_on": "2026-11-12"}),
            "ahead": edit.add(MISSION, {**journey, "starts_on": "2027-01-11"}),
            "person": ada, "twin": twin, "event": event,
            "task": edit.add(TASK, {"event": event, "title": "Écrire", "due_on": "2026-12-05"}),
            "security_rule": edit.add(SECURITY_RULE, {"country": BR, "class": "nothing", "valid_on": "2026-11-27"}),
        }  # fmt: skip


_CHANGES: "list[tuple[str, str, Value]]" = [
    ("instrument", "ends_on", "2028-06-30"), ("instrument", "status", "closed"), ("instrument", "acronym", "AUTRE"),
    ("milestone", "done_on", "2026-11-20"), ("milestone", "due_on", "2026-11-10"), ("period", "signed_on", "2026-11-20"),
    ("mission", "report_on", "2026-11-20"), ("mission", "ends_on", "2026-11-14"), ("event", "status", "cancelled"),
    ("task", "done_on", "2026-11-20"), ("security_rule", "class", "opinion_needed"), ("person", "given_name", "Ève"),
]  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(st.sampled_from([*_CHANGES, "undo", "redo", "delete", "unite"]), max_size=12))
def test_what_is_kept_of_deadlines_is_what_reading_all_of_them_anew_would_give(
    store: Store, steps: "list[tuple[str, str, Value] | str]"
) -> None:
    office = _office(store)
    for step in steps:
        if step == "undo":
            store.undo()
        elif step == "redo":
            store.redo()
        else:
            with suppress(Refused), store.edit(WORDS) as edit:  # of what is gone nothing can be said
                if step == "delete":
                    edit.delete(MILESTONE, office["milestone"])
                elif step == "unite":
                    edit.unite(PERSON, office["person"], office["twin"], {})
                elif not isinstance(step, str):
                    entity, field, value = step
                    edit.set(ENTITIES[entity], office[entity], field, value)
        anew = due.Due(store._reader, store.journal_position).on(DAY)
        assert store.deadlines(DAY) == anew
