"""The life of an instrument: its dated steps in order, what its type makes of it, and what follows on it.

The rules of a type are data that an office edits; what breaks them is warned of with the reason and its source, and is
never refused: older records break them.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

from desktop_app.domain.choices import choices
from desktop_app.domain.dates import add_months, first_day, last_day, show_date
from desktop_app.domain.deadlines import RUNNING, USUAL_RENEWAL_MONTHS, USUAL_REPORT_MONTHS, may_renew, months_of
from desktop_app.domain.entity import Problem
from desktop_app.domain.instrument import proposed_end, source_of
from desktop_app.domain.unit import codes_of
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words

Step = TypeVar("Step", bound=Record)

# The status that a step leads to, once it is done; a decision may be a refusal, and says nothing alone.
_STATUS = {
    "proposal": "submitted", "evaluation": "under_review", "agreement_drafted": "agreement_drafted",
    "in_signature": "in_signature", "signed": "signed", "start": "active", "renewal_file": "renewal_asked",
    "renewal": "active", "end": "ended", "final_report": "report_received", "transformed": "transformed",
    "abandoned": "abandoned",
}  # fmt: skip
_LEADING = ("pi_french", "pi_foreign", "director_french", "director_foreign", "coordinator")
# What CNRS pages say grows out of what: an IRP foreshadows a laboratory, an emerging action a project.
_GROWS = {"IEA": ("IRP", "IRN"), "IRP": ("IRL",), "IRN": ("IRL",), "PICS": ("IRP",), "LIA": ("IRL",)}
_CARRIED = (
    "acronym", "title", "title_fr", "institute", "institutes", "fields", "countries", "city", "office", "website",
)  # fmt: skip


def day_of(step: Record) -> str:
    """Return the day of a step: when it was done, else when it is due; empty where nobody said."""
    return str(step.get("done_on") or step.get("due_on") or "")


def in_order(steps: Iterable[Step]) -> list[Step]:
    """Return the steps of a life in the order of their days; on one day as a life goes, those without a day last."""
    place = {code: number for number, code in enumerate(choices("milestone_kinds"))}
    return sorted(
        steps, key=lambda step: (not day_of(step), day_of(step), place.get(str(step.get("kind")), len(place)))
    )


def status_told(steps: Iterable[Record]) -> tuple[str, Record] | None:
    """Return the status to which the last step that was done leads, and the step; None where none says."""
    done = [step for step in in_order(step for step in steps if step.get("done_on")) if step.get("kind") in _STATUS]
    return (_STATUS[str(done[-1]["kind"])], done[-1]) if done else None


def later(status: Value, other: Value) -> bool:
    """Whether a status comes later in a life than another, or where that other says nothing."""
    order = list(choices("instrument_statuses"))
    return status in order and (other not in order or order.index(str(status)) > order.index(str(other)))


def usual_steps(type_: Record | None, starts_on: str | None, ends_on: str | None) -> dict[str, str]:
    """Return the steps that the rules of a type give, with their days; nothing that has no rule is invented."""
    found: dict[str, str] = {}
    if type_ is None or not starts_on or type_.get("permanent"):
        return found
    start = first_day(starts_on)
    if type_.get("act") not in ("call", "none", None):
        found["signed"] = starts_on
    if not ends_on:
        return found
    end = last_day(ends_on)
    if (end - start).days > _LONG_DAYS:
        found["mid_term"] = (start + (end - start) / 2).isoformat()
    if may_renew(type_, ()):
        found["renewal_file"] = add_months(end, -months_of(type_, "renewal_before", USUAL_RENEWAL_MONTHS)).isoformat()
    found["final_report"] = add_months(end, months_of(type_, "report_after", USUAL_REPORT_MONTHS)).isoformat()
    return found


# Why nothing is renewed.
_GIVEN_UP = Words(
    "Cet instrument n’a pas abouti : il n’y a rien à renouveler.",
    "This instrument came to nothing: there is nothing to renew.",
)
_SUCCEEDED = Words(
    "Un autre instrument lui succède : c’est celui-là qui se renouvelle.",
    "Another instrument succeeds this one: it is that one which is renewed.",
)


def why_not_renewed(status: Value, *, succeeded: bool) -> Words | None:
    """Return why an instrument is not renewed; None where it may be. `succeeded`: another one succeeds it."""
    if succeeded or status == "transformed":
        return _SUCCEEDED
    return _GIVEN_UP if status in ("abandoned", "not_selected") else None


def period_in_force(type_: Record | None, starts_on: str | None, today: date) -> tuple[str | None, str | None]:
    """Return first and last day of the period that follows on a last one, or the first after it that is not over yet.

    What ended long ago was renewed in between, which nobody wrote down.
    """
    end = proposed_end(type_, starts_on)
    while end and last_day(end) < today:
        starts_on = (last_day(end) + timedelta(days=1)).isoformat()
        end = proposed_end(type_, starts_on)
    return starts_on, end


def renewal_steps(type_: Record | None, starts_again_on: str | None, today: date) -> dict[str, str]:
    """Return what a renewal takes, with the day by which each is due: file, decision, signature where an act is signed.

    Of a period that has begun already nobody asks any more: it is only signed.
    """
    if not starts_again_on:
        return {}
    again = first_day(starts_again_on)
    months = months_of(type_ or {}, "renewal_before", USUAL_RENEWAL_MONTHS)
    end = again - timedelta(days=1)
    asked = {"renewal_file": add_months(end, -months).isoformat(), "renewal": end.isoformat()}
    found = asked if again > today else {}
    if type_ is not None and type_.get("act") not in ("call", "none", None):
        found["signed"] = again.isoformat()
    return found


_LONG_DAYS = 2 * 366  # what is shorter has no mid-term


def next_step(
    type_: Record | None, starts_on: str | None, ends_on: str | None, steps: Sequence[Record]
) -> Mapping[str, Value]:
    """Propose the step that comes next: the first of the usual ones that nobody wrote down yet."""
    named = {str(step.get("kind")) for step in steps}
    for kind, day in sorted(usual_steps(type_, starts_on, ends_on).items(), key=lambda pair: pair[1]):
        if kind not in named:
            return {"kind": kind, "due_on": day}
    return {}


def problems_of_life(
    instrument: Record,
    type_: Record | None,
    periods: Sequence[Record],
    steps: Sequence[Record],
    parties: Sequence[Record],
) -> list[Problem]:
    """Return what the parts of an instrument say against its type, its status or its end."""
    found = [_status_lags(instrument, steps), _ends_with_its_period(instrument, periods)]
    if type_ is not None:
        found += [_renewed_too_often(type_, periods), _too_few_lead(instrument, type_, parties)]
        found += [_lasts_too_long(type_, period) for period in periods]
    return [problem for problem in found if problem is not None]


def _renewed_too_often(type_: Record, periods: Sequence[Record]) -> Problem | None:
    renewals = type_.get("renewals")
    if not isinstance(renewals, int) or len(periods) <= renewals + 1:
        return None
    source, many = source_of(type_), "s" if renewals > 1 else ""
    allowed = Words(f"se renouvelle {renewals} fois au plus", f"may be renewed {renewals} time{many}")
    if not renewals:
        allowed = Words("ne se renouvelle pas", "is not renewable")
    return Problem(
        Words(
            f"Un instrument {type_['code']} {allowed.fr} : ici {len(periods)} périodes{source.fr}.",
            f"{type_['code']} {allowed.en}: here {len(periods)} periods{source.en}.",
        ),
        ("ends_on",),
    )


def _lasts_too_long(type_: Record, period: Record) -> Problem | None:
    start, end = period.get("starts_on"), period.get("ends_on")
    expected = proposed_end(type_, str(start)) if start and end else None
    # Where the renewals are unknown or none, the end of the instrument itself is looked at.
    if expected is None or type_.get("renewals") == 0 or last_day(str(end)) <= last_day(expected):
        return None
    source, number = source_of(type_), period.get("number") or 1
    return Problem(
        Words(
            f"La période {number} dure plus que les {type_['duration_months']} mois d’un instrument {type_['code']} : fin"
            f" attendue le {show_date(expected, 'fr')}{source.fr}.",
            f"Period {number} is longer than the {type_['duration_months']} months of an {type_['code']}: expected end"
            f" {show_date(expected, 'en')}{source.en}.",
        ),
        ("ends_on",),
    )


def _ends_with_its_period(instrument: Record, periods: Sequence[Record]) -> Problem | None:
    end = str(instrument.get("ends_on") or "")
    last = max((str(period["ends_on"]) for period in periods if period.get("ends_on")), default="")
    if not end or not last or end.startswith(last) or last.startswith(end) or instrument.get("status") not in RUNNING:
        return None
    return Problem(
        Words(
            f"La dernière période finit le {show_date(last, 'fr')}, l’instrument le {show_date(end, 'fr')}.",
            f"The last period ends on {show_date(last, 'en')}, the instrument on {show_date(end, 'en')}.",
        ),
        ("ends_on",),
    )


def _too_few_lead(instrument: Record, type_: Record, parties: Sequence[Record]) -> Problem | None:
    wanted = type_.get("leads")
    named = {str(party["person"]) for party in parties if party.get("person") and party.get("role") in _LEADING}
    if not isinstance(wanted, int) or len(named) >= wanted or instrument.get("status") not in RUNNING:
        return None
    source = source_of(type_)
    return Problem(
        Words(
            f"Un instrument {type_['code']} a {wanted} responsables, un de chaque côté : ici {len(named)}{source.fr}.",
            f"{type_['code']} has {wanted} principal investigators, one on each side: here {len(named)}{source.en}.",
        ),
        ("type",),
    )


def _status_lags(instrument: Record, steps: Sequence[Record]) -> Problem | None:
    told, status = status_told(steps), instrument.get("status")
    if told is None or not status or not later(told[0], status):
        return None
    kind, day = choices("milestone_kinds")[str(told[1]["kind"])].words, str(told[1]["done_on"])
    wanted = choices("instrument_statuses")[told[0]].words
    return Problem(
        Words(
            f"L’étape « {kind.fr} » est faite depuis le {show_date(day, 'fr')} : l’état serait « {wanted.fr} ».",
            f"“{kind.en}” was done on {show_date(day, 'en')}: the status would be “{wanted.en}”.",
        ),
        ("status",),
    )


def successors(types: Iterable[Record], code: str) -> list[Record]:
    """Return the types that an instrument may become: the one that took the place of its own, those it grows into."""
    found = list(types)
    direct = [type_ for type_ in found if type_.get("replaces") == code and not type_.get("historic")]
    grown = [type_ for name in _GROWS.get(code, ()) for type_ in found if type_.get("code") == name]
    return list({str(type_["code"]): type_ for type_ in (*direct, *grown)}.values())


def born_from(instrument: Record, type_: Record, day: date) -> dict[str, Value]:
    """Return what an instrument that follows on another takes over, from a day on."""
    carried = {name: instrument[name] for name in _CARRIED if instrument.get(name) is not None}
    start = day.isoformat()
    return {
        **carried, "type": str(type_["id"]), "status": "active", "starts_on": start, "ends_on": proposed_end(type_, start),
        "former_codes": tuple(sorted({*codes_of(instrument)})) or None,
    }  # fmt: skip
