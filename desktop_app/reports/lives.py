"""Instruments as lines of life: each with those that it followed on, on one line where they came one after the other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from desktop_app.domain.dates import first_day, last_day
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import LINK, PERIOD
from desktop_app.domain.naming import title
from desktop_app.domain.values import Record
from desktop_app.domain.words import Words
from desktop_app.reports import instruments as of_instruments
from desktop_app.reports.description import Span, Timeline
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query

WORDS = Words("Instruments, de leur début à leur fin", "Instruments from start to end")


def lives(store: Store, instruments: Sequence[Record], today: date, lang: str) -> Timeline:
    """Return the lives of some instruments and of their ancestors, families together, the oldest first."""
    known = {str(record["id"]): record for record in instruments}
    before = _ancestors(store, known)
    dated = {id_: record for id_, record in known.items() if record.get("starts_on")}
    store.names.fetch(INSTRUMENT, list(dated.values()))
    marks = _renewals(store, dated)
    spans = {id_: _span(store, record, marks.get(id_, ()), lang) for id_, record in dated.items()}
    before = {id_: other for id_, other in before.items() if id_ in spans and other in spans}
    return Timeline(WORDS.said(lang), tuple(_in_lanes(spans, before)), today)


def _ancestors(store: Store, known: dict[str, Record]) -> dict[str, str]:
    """Return which instrument each one succeeds; ancestors that are not known yet are added, of any depth."""
    before: dict[str, str] = {}
    asked = tuple(known)
    while asked:
        links = store.records(Query(LINK, (Filter("instrument", "in", asked), Filter("kind", "is", "succeeds"))))
        for link in links:
            before.setdefault(str(link["instrument"]), str(link["other"]))
        found = store.many(INSTRUMENT, {str(link["other"]) for link in links} - known.keys())
        known |= found
        asked = tuple(found)
    return before


def _renewals(store: Store, known: Iterable[str]) -> dict[str, tuple[date, ...]]:
    periods = store.records(Query(PERIOD, (Filter("instrument", "in", tuple(known)), Filter("starts_on", "filled"))))
    found: dict[str, list[date]] = {}
    for period in periods:
        found.setdefault(str(period["instrument"]), []).append(first_day(str(period["starts_on"])))
    return {id_: tuple(sorted(days)[1:]) for id_, days in found.items()}


def _span(store: Store, record: Record, marks: tuple[date, ...], lang: str) -> Span:
    type_ = store.names.record("instrument_type", str(record["type"])) if record.get("type") else None
    code = str(type_["code"]) if type_ else ""
    name = title(INSTRUMENT, record, store.names.showing(lang))
    return Span(
        f"{code} · {name}" if code else name, first_day(str(record["starts_on"])),
        last_day(str(record["ends_on"])) if record.get("ends_on") else None,
        over=of_instruments.status_rank(record) == 2, code=code, marks=marks, id=str(record["id"]),
    )  # fmt: skip


def _in_lanes(spans: Mapping[str, Span], before: Mapping[str, str]) -> list[Span]:
    """Put families below each other; the first that follows on another goes on in its line, once that one is over."""
    after: dict[str, list[str]] = {}
    for id_, other in before.items():
        after.setdefault(other, []).append(id_)
    made: list[Span] = []
    lane = -1

    def put(id_: str, own: int, follows: int) -> None:
        nonlocal lane
        place = len(made)
        made.append(replace(spans[id_], lane=own, follows=follows))
        followers = sorted(after.get(id_, ()), key=lambda one: spans[one].starts)
        for number, one in enumerate(followers):
            on = number == 0 and _comes_after(spans[id_], spans[one])
            if on:
                made[place] = _ended(made[place], spans[one].starts)
            else:
                lane += 1
            put(one, own if on else lane, place)

    roots = [id_ for id_ in spans if id_ not in before]
    for id_ in sorted(roots, key=lambda one: (spans[one].starts, spans[one].label)):
        lane += 1
        put(id_, lane, -1)
    # What follows on itself, round a circle, stands alone.
    told = {span.id for span in made}
    for id_ in sorted(spans.keys() - told, key=lambda one: (spans[one].starts, spans[one].label)):
        lane += 1
        made.append(replace(spans[id_], lane=lane))
    return _in_order_of_lanes(made)


def _in_order_of_lanes(made: Sequence[Span]) -> list[Span]:
    """Number the spans anew, lane by lane, so that the lanes of a drawing come in order."""
    order = sorted(range(len(made)), key=lambda number: (made[number].lane, made[number].starts))
    place = {number: new for new, number in enumerate(order)}
    return [replace(made[number], follows=place.get(made[number].follows, -1)) for number in order]


def _comes_after(span: Span, follower: Span) -> bool:
    """Whether what follows begins when the other is over, or nearly."""
    if span.ends is None:
        return span.over and follower.starts > span.starts
    return follower.starts > span.starts and follower.starts + timedelta(days=31) >= span.ends


def _ended(span: Span, day: date) -> Span:
    return replace(span, ends=day if span.ends is None else min(span.ends, day))
