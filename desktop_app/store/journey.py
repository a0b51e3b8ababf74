"""What a base knows of a journey before it begins: what it is by the decree, what to ask by when, what it may cost a day."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.dates import first_day
from desktop_app.domain.deadlines import VISA_TO_ASK, days_to_ask
from desktop_app.domain.event import EVENT
from desktop_app.domain.journey import Estimate, Kind, Reductions, estimate, kind_of, stays_of
from desktop_app.domain.leg import LEG
from desktop_app.domain.person import PERSON
from desktop_app.domain.place import OFFICE, PER_DIEM, RATE, SECURITY_RULE
from desktop_app.domain.values import Record
from desktop_app.store.queries import Filter, Query
from desktop_app.store.zones import covered_by

if TYPE_CHECKING:
    from desktop_app.store.asking import Asking

LODGED_PERCENT, MEAL_PERCENT = "allowance/lodged_percent", "allowance/meal_percent"  # settings of the office


class Opinion(NamedTuple):
    """A security opinion that is still to be asked: by when, for which countries, and what the list says of itself."""

    ask_by: date
    countries: tuple[str, ...]
    source: str


class Thoughts(NamedTuple):
    """What is worth knowing of a journey."""

    kind: Kind | None
    opinion: Opinion | None
    visa_by: date | None
    estimate: Estimate | None
    reductions: Reductions


def think(store: "Asking", mission: Record, legs: Sequence[Record] | None = None) -> Thoughts:
    """Return what is worth knowing of a mission, new or not; `legs`: as they are on the screen."""
    if legs is None:
        legs = store.records(Query(LEG, (Filter("mission", "is", mission.get("id")),))) if mission.get("id") else ()
    reductions, start = reductions_of(store), str(mission.get("starts_on") or "")
    visa_by = None
    if start and mission.get("visa") in VISA_TO_ASK:
        visa_by = first_day(start) - timedelta(days=store.mission_lead().visa_days)
    kind = kind_by_decree(store, mission)
    return Thoughts(kind, _opinion(store, mission), visa_by, _estimate(store, mission, legs, reductions), reductions)


def kind_by_decree(store: "Asking", mission: Record) -> Kind | None:
    """Return what a mission is by the decree."""
    person = store.get(PERSON, str(mission["person"])) if mission.get("person") else None
    event = store.get(EVENT, str(mission["event"])) if mission.get("event") else None
    zone: tuple[str, ...] = ()
    if person and person.get("office") and mission.get("starts_on"):
        office = store.get(OFFICE, str(person["office"]))
        zone = covered_by(store, str(person["office"]), first_day(str(mission["starts_on"])))
        zone += (str(office["country"]),) if office and office.get("country") else ()
    return kind_of(mission, person, zone, delegation=bool(event and event.get("kind") == "delegation"))


def reductions_of(store: "Asking") -> Reductions:
    """Return by how much the office's allowances are reduced."""
    usual = Reductions()
    lodged = _percent(store.setting(LODGED_PERCENT), usual.lodged)
    return Reductions(lodged, _percent(store.setting(MEAL_PERCENT), usual.meal))


def _percent(text: str, usual: Decimal) -> Decimal:
    try:
        value = Decimal(text.strip().removesuffix("%").strip().replace(",", "."))
    except InvalidOperation:
        return usual
    return value if value.is_finite() and 0 <= value <= 100 else usual


def _opinion(store: "Asking", mission: Record) -> Opinion | None:
    start = str(mission.get("starts_on") or "")
    if not start or mission.get("direction") == "incoming" or mission.get("status") in ("cancelled", "done"):
        return None
    leave = first_day(start)
    rules = store.opinion_days(leave)
    days = days_to_ask(mission, rules, store.mission_lead())
    if days is None:
        return None
    countries = mission.get("countries")
    listed = tuple(code for code in countries if code in rules) if isinstance(countries, tuple) else ()
    lines = store.records(Query(SECURITY_RULE, (Filter("country", "in", listed),))) if listed else []
    source = next((str(line["source"]) for line in lines if line.get("source")), "")
    return Opinion(leave - timedelta(days=days), listed, source)


def _estimate(store: "Asking", mission: Record, legs: Sequence[Record], reductions: Reductions) -> Estimate | None:
    countries = tuple({stay.country for stay in stays_of(mission, legs)})
    if not countries:
        return None
    lines = store.records(Query(PER_DIEM, (Filter("country", "in", countries),)))
    currencies = tuple({str(line["currency"]) for line in lines} - {"EUR"})
    rates = store.records(Query(RATE, (Filter("currency", "in", currencies),))) if currencies else []
    return estimate(mission, legs, lines, rates, reductions)
