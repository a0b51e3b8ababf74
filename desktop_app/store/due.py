"""What is due, read from a base: instruments and their parts, the missions of these months, the workbooks that are out."""

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Table, and_, or_, select

from desktop_app.domain import deadlines
from desktop_app.domain.credits import carries_over
from desktop_app.domain.dates import first_day, last_day
from desktop_app.domain.deadlines import Deadline, Lead, of_traveller
from desktop_app.domain.ids import derived_id
from desktop_app.domain.mission import MISSION, OFF
from desktop_app.store import settings
from desktop_app.store.lately import touched_since
from desktop_app.store.ledger import shipments
from desktop_app.store.lines import as_records
from desktop_app.store.tables import TABLES

if TYPE_CHECKING:
    from desktop_app.domain.values import Record
    from desktop_app.store.base import Store

REPORT_DAYS, VISA_DAYS = "deadlines/report_days", "deadlines/visa_days"  # settings of the office

_INSTRUMENT, _PERIOD, _STEP, _MISSION = (TABLES[name] for name in ("instrument", "period", "milestone", "mission"))
_FUNDING, _EVENT, _TASK, _LINK = (TABLES[name] for name in ("funding", "event", "task", "link"))
_LIVING = (*deadlines.RUNNING, "selected", "agreement_drafted", "in_signature", "report_due")


class Due:
    """The deadlines of one open base; of instruments, missions and events each is read again once it may say something else."""

    def __init__(self, reader: Callable[[], Connection], position: Callable[[], int]) -> None:
        self._reader, self._position = reader, position
        self._kept: _Kept | None = None

    def on(self, today: date) -> list[Deadline]:
        """Return all that is due and not done on a day, soonest first."""
        connection = self._reader()
        kept = self._kept = self._now(connection, today)
        # The ledger is not in the journal.
        everything = list(kept.found)
        for one in _of_workbooks(connection):
            insort(everything, one, key=_order)
        return everything

    def _now(self, connection: Connection, today: date) -> "_Kept":
        position, lead, kept = self._position(), lead_of(connection), self._kept
        if kept is None or (kept.today, kept.lead) != (today, lead):
            kept, touched = _Kept(position, today, lead, [[]] * len(_READ_FROM), []), None
        elif kept.position == position:
            return kept
        else:
            touched = touched_since(connection, kept.position)
        parts = list(kept.parts)
        for number, (tables, read) in enumerate(_READ_FROM):
            if touched is None or not touched.isdisjoint(tables):
                parts[number] = list(read(connection, today, lead))
        return _Kept(position, today, lead, parts, sorted(chain(*parts), key=_order))


class _Kept(NamedTuple):
    """What was read: the position of the journal until which it is true, each part, and all parts in order."""

    position: int
    today: date
    lead: Lead
    parts: Sequence[list[Deadline]]
    found: Sequence[Deadline]


_order = attrgetter("due", "kind", "name", "part", "id")


def _of_instruments(connection: Connection, today: date, _lead: Lead) -> Iterator[Deadline]:
    names = (
        "id", "ref", "type", "status", "acronym", "title", "code", "ends_on", "starts_on", "countries", "programme"
    )  # fmt: skip
    types = {record["id"]: record for record in _records(connection, TABLES["instrument_type"])}
    living = select(_INSTRUMENT.c.id).where(_INSTRUMENT.c.status.in_(_LIVING))
    period = ("id", "instrument", "number", "starts_on", "signed_on")
    periods = _by_instrument(_records(connection, _PERIOD, period, _PERIOD.c.instrument.in_(living)))
    # Nothing is due of what was closed. One that is over, or has no status yet, may still have steps that somebody wrote down.
    open_ = or_(_INSTRUMENT.c.status.is_(None), _INSTRUMENT.c.status.not_in(deadlines.NO_MORE))
    # A step without a day is no deadline; those that were done tell what need not be asked again.
    to_do = and_(_STEP.c.done_on.is_(None), _STEP.c.instrument.in_(select(_INSTRUMENT.c.id).where(open_)))
    told = and_(_STEP.c.kind.in_(("renewal_file", "renewal", "final_report")), _STEP.c.instrument.in_(living))
    step = ("id", "instrument", "kind", "due_on", "done_on", "notes")
    steps = _by_instrument(_records(connection, _STEP, step, or_(to_do, told)))
    paid = _credits(connection, types.values())
    programmes = {record["id"]: record for record in _records(connection, TABLES["programme"])}
    wanted = or_(_INSTRUMENT.c.status.in_(_LIVING), _INSTRUMENT.c.id.in_(select(_STEP.c.instrument)))
    succeeded = {link["other"] for link in _records(connection, _LINK, ("other",), _LINK.c.kind == "succeeds")}
    for record in _records(connection, _INSTRUMENT, names, open_, wanted):
        id_ = record["id"]
        yield from deadlines.of_instrument(
            record,
            types.get(record["type"]),
            periods.get(id_, ()),
            steps.get(id_, ()),
            today,
            succeeded=id_ in succeeded,
        )
        if id_ in paid:
            programme = programmes.get(record["programme"])
            yield from deadlines.of_credits(record, types.get(record["type"]), programme, paid[id_], today)


def _credits(connection: Connection, types: Iterable[dict[str, Any]]) -> Mapping[str, list[dict[str, Any]]]:
    """Return the funding of the instruments whose credits are lost at the end of their year."""
    lost = [type_["id"] for type_ in types if not carries_over(type_)]
    wanted = _FUNDING.c.instrument.in_(select(_INSTRUMENT.c.id).where(_INSTRUMENT.c.type.in_(lost)))
    return _by_instrument(
        _records(connection, _FUNDING, ("instrument", "year", "planned", "spent", "currency"), wanted)
    )


def _of_tasks(connection: Connection, _today: date, _lead: Lead) -> Iterator[Deadline]:
    open_ = _records(connection, _TASK, (), _TASK.c.done_on.is_(None), _TASK.c.due_on.is_not(None))
    names = ("id", "title", "status", "country")
    wanted = _EVENT.c.id.in_(select(_TASK.c.event).where(_TASK.c.done_on.is_(None)))
    events = {record["id"]: record for record in _records(connection, _EVENT, names, wanted)} if open_ else {}
    for task in open_:
        if task["event"] in events:
            yield from deadlines.of_task(events[task["event"]], task)


def _of_missions(connection: Connection, today: date, lead: Lead) -> Iterator[Deadline]:
    """Yield what `of_mission` says of each, asked of the base by the thousand: only those of which something is due are read."""
    yield from _unreported(connection, today, lead)
    yield from _ahead(connection, today, lead)


_GOING = (_MISSION.c.gone == 0, or_(_MISSION.c.status.is_(None), _MISSION.c.status.not_in(OFF)))
_ABROAD = _MISSION.c.direction.is_distinct_from("incoming")  # guests write no report, and are given no opinion
_WHO = (_MISSION.c.id, _MISSION.c.person, _MISSION.c.countries, _MISSION.c.cities)


def _unreported(connection: Connection, today: date, lead: Lead) -> Iterator[Deadline]:
    columns, first = _MISSION.c, today - timedelta(days=lead.forget_report_days)
    # A long stay began long before it ends; one year covers the longest that is a mission.
    oldest = (first - timedelta(days=366)).isoformat()
    asked = select(columns.ends_on, *_WHO).where(
        columns.starts_on.between(oldest, today.isoformat()),
        columns.ends_on.between(first.isoformat(), today.isoformat()), columns.report_on.is_(None), _ABROAD, *_GOING,
    )  # fmt: skip
    for ends, id_, person, countries, cities in connection.execute(asked).all():
        if (back := last_day(ends)) < today:
            yield of_traveller("mission_report", back, lead.report_days, id_, person, countries or (), cities or ())


def _ahead(connection: Connection, today: date, lead: Lead) -> Iterator[Deadline]:
    columns, rules = _MISSION.c, opinion_days(connection, today)
    opinion = and_(
        columns.opinion_asked_on.is_(None),
        columns.opinion_got_on.is_(None),
        columns.opinion_needed.is_not(False),
        _ABROAD,
    )
    visa = columns.visa.in_(deadlines.VISA_TO_ASK)
    asked = select(columns.starts_on, columns.opinion_needed, opinion, visa, *_WHO).where(
        columns.starts_on >= today.isoformat(), columns.status.is_distinct_from("done"), or_(opinion, visa), *_GOING
    )
    before: dict[tuple[object, object], int | None] = {}  # thousands of missions go to the same few hundred places
    for starts, needed, open_, to_ask, id_, person, countries, cities in connection.execute(asked).all():
        begins, places = first_day(starts), (countries or (), needed)
        if open_:
            if places not in before:
                before[places] = deadlines.opinion_delay(*places, rules, lead)
            if (days := before[places]) is not None:
                yield of_traveller("opinion", begins, -days, id_, person, countries or (), cities or ())
        if to_ask:
            yield of_traveller("visa", begins, -lead.visa_days, id_, person, countries or (), cities or ())


# The entities that each part is read from.
_READ_FROM: Sequence[tuple[frozenset[str], Callable[[Connection, date, Lead], Iterator[Deadline]]]] = (
    (
        frozenset(("instrument", "period", "milestone", "link", "funding", "instrument_type", "programme")),
        _of_instruments,
    ),
    (frozenset(("mission", "security_rule")), _of_missions),
    (frozenset(("event", "task")), _of_tasks),
)


def _of_workbooks(connection: Connection) -> Iterator[Deadline]:
    for one in shipments(connection):
        if one.state == "out" and one.due_on:
            countries = tuple(derived_id("country", code) for code in one.scope.get("countries", ()))
            yield deadlines.of_workbook(one.number, one.recipient, one.due_on, countries)


def lead_of(connection: Connection) -> Lead:
    """Return how long before and after missions the office asks for things."""
    usual = Lead()
    asked = (settings.get(connection, key) for key in (REPORT_DAYS, VISA_DAYS))
    report, visa = (int(text) if text.isdigit() else None for text in asked)
    return usual._replace(report_days=report or usual.report_days, visa_days=visa or usual.visa_days)


def opinion_days(connection: Connection, day: date) -> dict[str, int]:
    """Return the countries that need a security opinion on a day, and how many days before the departure it is asked."""
    latest: dict[str, Record] = {}
    for rule in _records(connection, TABLES["security_rule"]):
        since, before = str(rule["valid_on"] or ""), latest.get(rule["country"])
        if since <= day.isoformat() and (before is None or str(before["valid_on"] or "") <= since):
            latest[rule["country"]] = rule
    usual = Lead().opinion_days
    return {
        country: int(str(rule["days_needed"] or usual))
        for country, rule in latest.items()
        if rule["class"] == "opinion_needed"
    }


def names_of(store: "Store", found: Iterable[Deadline], lang: str) -> list[str]:
    """Return what each deadline is about, in words: an instrument, who holds a workbook, a traveller and where to."""
    listed = list(found)
    store.names.fetch(MISSION, [{"person": one.person} for one in listed if one.person], depth=0)
    label = store.names.showing(lang).label
    return [one.name or ", ".join(filter(None, (one.person and label(one.person), one.place))) for one in listed]


def _records(
    connection: Connection, table: Table, names: tuple[str, ...] = (), *conditions: ColumnElement[bool]
) -> list[dict[str, Any]]:
    """Return the living records of a table, only some of their fields."""
    asked = select(*(table.c[name] for name in names)) if names else select(table)
    return list(as_records(connection.execute(asked.where(table.c.gone == 0, *conditions)), kept=False))


def _by_instrument(records: Iterable[dict[str, Any]]) -> Mapping[str, list[dict[str, Any]]]:
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        found[record["instrument"]].append(record)
    return found
