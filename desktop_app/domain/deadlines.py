"""Deadlines: all that ends, is renewed, must be signed, asked or reported, one list from what an office keeps anyway.

Each function says what one record makes due; none reads the base. A step that somebody wrote down wins over the one that
the rules of a type would give.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from desktop_app.domain.choices import choices
from desktop_app.domain.credits import amounts, carries_over, fiscal_end, fiscal_year, left_over
from desktop_app.domain.dates import add_months, first_day, last_day
from desktop_app.domain.mission import OFF
from desktop_app.domain.values import Record, Value, members
from desktop_app.domain.words import Words

# What a list of deadlines is filtered by, in the order in which people name them.
KINDS: Mapping[str, Words] = {
    "renewal": Words("Renouvellement", "Renewal"),
    "end": Words("Fin", "End"),
    "signature": Words("Signature", "Signature"),
    "report": Words("Rapport", "Report"),
    "step": Words("Autre étape", "Other step"),
    "credit": Words("Crédit à dépenser", "Credit to spend"),
    "follow_up": Words("Suite à donner", "Follow-up"),
    "workbook": Words("Classeur envoyé", "Workbook out"),
    "mission_report": Words("Compte rendu de mission", "Mission report"),
    "opinion": Words("Avis de sûreté", "Security opinion"),
    "visa": Words("Visa", "Visa"),
}

_KIND_OF_STEP = {
    "renewal_file": "renewal", "renewal": "renewal", "annual_report": "report", "final_report": "report", "mid_term": "report",
    "agreement_drafted": "signature", "in_signature": "signature", "signed": "signature", "end": "end",
}  # fmt: skip
_RENEWING = ("renewal_file", "renewal")

# How long before it is due something wants to be worked on, in days.
_LEAD = {
    "renewal": 90, "end": 60, "signature": 60, "report": 45, "step": 30, "credit": 90, "follow_up": 21, "workbook": 14,
    "mission_report": 14, "opinion": 21, "visa": 21,
}  # fmt: skip

# Where a type says nothing: calls for renewals close in May for the January that follows (MIO 2026), and a final report
# comes a season after the end.
USUAL_RENEWAL_MONTHS, USUAL_REPORT_MONTHS = 8, 3

VISA_TO_ASK = ("needed", "to_ask")
RUNNING = ("signed", "active", "to_renew", "renewal_asked")
_SIGNING = ("selected", "agreement_drafted", "in_signature")
NO_MORE = ("not_selected", "abandoned", "closed", "transformed", "report_received", "suspended")
_NEW_PERIOD_DAYS = 183  # an unsigned period that began before that was signed without anybody noting it


class Deadline(NamedTuple):
    """Something that is due.

    `kind`: one of KINDS · `what`: in words · `since`: from when on it is to be worked on · `entity`, `id`: the record that it
    is about; a workbook's number · `part`: the step or period inside it that it comes from · `name`: what the record is
    called, empty for missions, which are called by `person` and `place`.
    """

    kind: str
    what: Words
    due: date
    since: date
    entity: str
    id: str
    countries: tuple[str, ...] = ()
    of: str = ""
    part: str = ""
    name: str = ""
    type: str = ""
    person: str = ""
    place: str = ""

    @property
    def key(self) -> str:
        """What tells it from all others, the same at every reading."""
        return f"{self.kind}:{self.part or self.id}"

    def days(self, today: date) -> int:
        """Return in how many days it is due; less than 0 where it is late."""
        return (self.due - today).days

    def pressing(self, today: date) -> bool:
        """Whether it is late, or to be worked on now."""
        return self.since <= today


class Done(NamedTuple):
    """The one change that says that a deadline was met."""

    entity: str
    id: str
    field: str
    value: Value


class Lead(NamedTuple):
    """What an office asks of missions, in days: a report so long after the return, a visa so long before."""

    report_days: int = 30
    visa_days: int = 21
    opinion_days: int = 30
    forget_report_days: int = 183


def of_instrument(
    instrument: Record,
    type_: Record | None,
    periods: Sequence[Record],
    steps: Sequence[Record],
    today: date,
    *,
    succeeded: bool = False,
) -> Iterator[Deadline]:
    """Yield what is due of an instrument: its steps that are not done, then what its type and its periods ask for.

    `succeeded`: another one succeeds it.
    """
    status = str(instrument.get("status") or "")
    if status in NO_MORE:
        return
    due, asked = _due_of(instrument, type_), succeeded or status == "renewal_asked"
    open_ = [step for step in steps if step.get("due_on") and not step.get("done_on")]
    if asked:  # nobody waits for the file any more, even where nobody noted the day on which it was handed in
        open_ = [step for step in open_ if step["kind"] != "renewal_file"]
    for step in open_:
        kind = str(step["kind"])
        yield due(
            _KIND_OF_STEP.get(kind, "step"),
            _step_words(step),
            last_day(str(step["due_on"])),
            "milestone",
            str(step["id"]),
        )
    named = {str(step["kind"]) for step in open_}
    if status in RUNNING and type_ is not None and not type_.get("permanent") and instrument.get("ends_on"):
        yield from _towards_the_end(due, instrument, type_, periods, steps, named, asked=asked)
    if status in (*RUNNING, *_SIGNING) and "signed" not in named and "in_signature" not in named:
        yield from _to_sign(due, instrument, periods, today, signing=status in _SIGNING)
    if status == "report_due" and instrument.get("ends_on") and not _any(steps, ("final_report",)):
        months = months_of(type_, "report_after", USUAL_REPORT_MONTHS)
        yield due("report", _words("final_report"), add_months(last_day(str(instrument["ends_on"])), months))


def _towards_the_end(
    due: "_Due",
    instrument: Record,
    type_: Record,
    periods: Sequence[Record],
    steps: Sequence[Record],
    named: set[str],
    *,
    asked: bool,
) -> Iterator[Deadline]:
    end = last_day(str(instrument["ends_on"]))
    months = months_of(type_, "renewal_before", USUAL_RENEWAL_MONTHS)
    asked = asked or bool(named & set(_RENEWING))
    if not asked:
        # A file that was handed in for this end; one of an earlier period says nothing about it.
        lately = add_months(end, -24).isoformat()
        asked = any(step["kind"] in _RENEWING and str(step.get("done_on") or "") >= lately for step in steps)
    if not asked and may_renew(type_, periods):
        yield due("renewal", _words("renewal_file"), add_months(end, -months))
    if "end" not in named:
        yield due("end", KINDS["end"], end)


def _to_sign(
    due: "_Due", instrument: Record, periods: Sequence[Record], today: date, *, signing: bool
) -> Iterator[Deadline]:
    oldest = (today - timedelta(days=_NEW_PERIOD_DAYS)).isoformat()
    for period in periods:
        start = str(period.get("starts_on") or "")
        if start and not period.get("signed_on") and (signing or start >= oldest):
            yield due("signature", KINDS["signature"], first_day(start), "period", str(period["id"]))
            return
    if signing and not periods and instrument.get("starts_on"):
        yield due("signature", KINDS["signature"], first_day(str(instrument["starts_on"])))


class _Due(NamedTuple):
    """Makes the deadlines of one instrument."""

    id: str
    countries: tuple[str, ...]
    name: str
    type: str

    def __call__(self, kind: str, what: Words, day: date, of: str = "", part: str = "") -> Deadline:
        since = _moved(day, -_LEAD[kind])
        return Deadline(
            kind, what, day, since, "instrument", self.id, self.countries, of, part, self.name, self.type
        )  # fmt: skip


def _due_of(instrument: Record, type_: Record | None) -> _Due:
    get = instrument.get
    name = get("acronym") or get("title") or get("code") or get("ref") or ""
    return _Due(str(instrument["id"]), members(instrument, "countries"), str(name), str(type_["code"]) if type_ else "")


def may_renew(type_: Record, periods: Sequence[Record]) -> bool:
    """Whether the rules of a type leave one more period; where no rule is known, they do."""
    renewals = type_.get("renewals")
    return not isinstance(renewals, int) or max(1, len(periods)) <= renewals


def of_credits(
    instrument: Record, type_: Record | None, programme: Record | None, fundings: Sequence[Record], today: date
) -> Iterator[Deadline]:
    """Yield until when the credits of this fiscal year are to be spent, where they are not carried over."""
    if instrument.get("status") not in RUNNING or carries_over(type_):
        return
    year = fiscal_year(today, programme)
    if rests := left_over(fundings, year):
        said = amounts(rests)
        what = Words(f"{said.fr} de {year} à dépenser", f"{said.en} of {year} to spend")
        yield _due_of(instrument, type_)("credit", what, fiscal_end(year, programme))


def of_task(event: Record, task: Record) -> Iterator[Deadline]:
    """Yield what an event left to be done, until it is."""
    if event.get("status") == "cancelled" or not task.get("due_on") or task.get("done_on"):
        return
    day, what = last_day(str(task["due_on"])), str(task["title"])
    country = event.get("country")
    yield Deadline(
        "follow_up", Words(what, what), day, day - timedelta(days=_LEAD["follow_up"]), "event", str(event["id"]),
        (str(country),) if country else (), "task", str(task["id"]), str(event["title"]),
    )  # fmt: skip


def of_mission(mission: Record, opinion_days: Mapping[str, int], lead: Lead, today: date) -> Iterator[Deadline]:
    """Yield what is due of a mission: the security opinion and the visa before, the report after.

    `opinion_days`: the countries that need an opinion, and how many days before the departure it is to be asked.
    """
    start, status = str(mission.get("starts_on") or ""), mission.get("status")
    if not start or status in OFF:
        return
    begins, back = first_day(start), last_day(str(mission.get("ends_on") or start))
    abroad = mission.get("direction") != "incoming"
    who = str(mission["id"]), mission.get("person"), members(mission, "countries"), members(mission, "cities")
    if begins >= today and status != "done":
        if abroad and (days := days_to_ask(mission, opinion_days, lead)) is not None:
            yield of_traveller("opinion", begins, -days, *who)
        if mission.get("visa") in VISA_TO_ASK:
            yield of_traveller("visa", begins, -lead.visa_days, *who)
    if abroad and not mission.get("report_on") and back < today and (today - back).days <= lead.forget_report_days:
        yield of_traveller("mission_report", back, lead.report_days, *who)


def days_to_ask(mission: Record, opinion_days: Mapping[str, int], lead: Lead) -> int | None:
    """Return how long before the departure a security opinion is to be asked; None where none is, or it was."""
    if mission.get("opinion_asked_on") or mission.get("opinion_got_on"):
        return None
    needed = mission.get("opinion_needed")
    return opinion_delay(
        members(mission, "countries"), needed if isinstance(needed, bool) else None, opinion_days, lead
    )


def opinion_delay(
    countries: Sequence[str], needed: bool | None, opinion_days: Mapping[str, int], lead: Lead
) -> int | None:
    """Return how many days before the departure an opinion is asked for some countries; `needed`: where somebody said so."""
    if needed is False:
        return None
    listed = [opinion_days[country] for country in countries if country in opinion_days]
    if listed:
        return max(listed)
    return lead.opinion_days if needed else None


def of_traveller(
    kind: str, day: date, days: int, id_: str, person: Value, countries: Sequence[str], cities: Sequence[str]
) -> Deadline:
    """Return what is due of a mission some days after a day of it, or before."""
    due = _moved(day, days)
    return Deadline(
        kind, KINDS[kind], due, _moved(due, -_LEAD[kind]), "mission", id_, tuple(countries), "", "", "", "",
        str(person or ""), ", ".join(cities),
    )  # fmt: skip


@lru_cache(maxsize=10_000)
def _moved(day: date, days: int) -> date:
    """Return another day; thousands of missions begin and end on the same few hundred."""
    return day + timedelta(days=days)


def of_workbook(number: str, recipient: str, due_on: str, countries: tuple[str, ...]) -> Deadline:
    """Return when a workbook that somebody holds should be back."""
    day = last_day(due_on)
    since = day - timedelta(days=_LEAD["workbook"])
    return Deadline("workbook", KINDS["workbook"], day, since, "shipment", number, countries, name=recipient or number)


def met(deadline: Deadline, today: date) -> Done | None:
    """Return the change that says that a deadline was met today.

    None for a workbook, which is met by coming back, and for credits, which are met by noting what was spent.
    """
    day = today.isoformat()
    match deadline.kind:
        case "workbook" | "credit":
            return None
        case "mission_report":
            return Done("mission", deadline.id, "report_on", day)
        case "opinion":
            return Done("mission", deadline.id, "opinion_asked_on", day)
        case "visa":
            return Done("mission", deadline.id, "visa", "asked")
    if deadline.part:
        return Done(deadline.of, deadline.part, "signed_on" if deadline.of == "period" else "done_on", day)
    status = {"renewal": "renewal_asked", "end": "ended", "report": "report_received", "signature": "signed"}
    return Done("instrument", deadline.id, "status", status[deadline.kind])


def _step_words(step: Record) -> Words:
    notes = str(step.get("notes") or "").strip()
    if step["kind"] == "other" and notes:
        return Words(notes, notes)
    return _words(str(step["kind"]))


def _words(step: str) -> Words:
    option = choices("milestone_kinds").get(step)
    return option.words if option else Words(step, step)


def _any(steps: Sequence[Record], kinds: tuple[str, ...]) -> bool:
    return any(step["kind"] in kinds for step in steps)


def months_of(type_: Record | None, field: str, usual: int) -> int:
    """Return what the rules of a type say in months, else what is usual."""
    months = type_.get(field) if type_ else None
    return months if isinstance(months, int) else usual
