"""Arrival and departure in one sheet: of a visitor the arrival is the first day, of a traveller the departure; the rows say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from desktop_app.domain.dates import first_day
from desktop_app.domain.entity import Entity
from desktop_app.domain.text import fold
from desktop_app.domain.types import Day
from desktop_app.domain.values import Reading, Unreadable
from desktop_app.domain.words import Words
from desktop_app.excel.cells import from_cell
from desktop_app.excel.lossy import day_first, month_votes
from desktop_app.excel.sheets import Row
from desktop_app.excel.sheets import Value as Raw
from desktop_app.importers.columns import LEARNED, Chosen, Said, told_of
from desktop_app.importers.content import agreement
from desktop_app.importers.headings import Meaning
from desktop_app.importers.part_columns import is_part

_MOVING = frozenset({"mission", "event"})  # what somebody arrives for, and leaves
_ARRIVAL = frozenset({"arrivee", "arrivees", "arrival", "arrivals", "arrive", "arrived"})
_DEPARTURE = frozenset({"depart", "departs", "departure", "departures", "departed"})
_DAYS = ("starts_on", "ends_on")
# From this share of the rows on, their order is that of the sheet; the others are shown, for their end comes first.
_MOSTLY = 0.9

_FIRST = Words("le premier jour, avant « {other} »", "the first day, before “{other}”")
_LAST = Words("le dernier jour, après « {other} »", "the last day, after “{other}”")
_UNCLEAR = Words(
    "« {one} » et « {other} » : les lignes ne montrent pas laquelle de ces colonnes donne le premier jour ; choisissez leurs"
    " champs.",
    "“{one}” and “{other}”: the rows do not show which of these columns gives the first day; choose their fields.",
)


class _Pair(NamedTuple):
    arrival: int
    departure: int


class Stay(NamedTuple):
    """What columns are taken for with the days of a stay among them; `unclear`: why those two were left to a person."""

    columns: Mapping[int, Chosen]
    unclear: Mapping[int, Words]


def with_stay(
    entity: Entity,
    columns: Mapping[int, Chosen],
    headings: Mapping[int, str],
    samples: Mapping[int, Sequence[Raw]],
    rows: Iterable[Row],
    said: Said,
    reading: Reading,
) -> Stay:
    """Return the columns with an arrival and a departure as first and last day, whichever comes first row by row."""
    pair = _pair(entity, columns, headings, samples, reading) if entity.name in _MOVING and said.titled else None
    if pair is None:
        return Stay(columns, {})
    told = {at: wanted for at in pair if (wanted := told_of(at, headings[at], said)) is not None}
    learned = [at for at in pair if at in columns and columns[at].meaning.reason == LEARNED]
    if len(told) == 2 or len(learned) == 2:
        return Stay(columns, {})
    order = _as_told(pair, told) if told else _order(pair, rows, reading)
    kept = {at: one for at, one in columns.items() if at not in pair or at in told}
    if order is None:
        if told:
            return Stay(columns, {})  # what was said of one is no day of a stay
        words = _UNCLEAR.filled(one=headings[pair.arrival], other=headings[pair.departure])
        return Stay(kept, dict.fromkeys(pair, words))
    for at, other, name, reason in zip(order, reversed(order), _DAYS, (_FIRST, _LAST), strict=True):
        if at not in told:
            kept[at] = Chosen(Meaning(name, 0.95, reason.filled(other=headings[other])), (name,))
    return Stay(kept, {})


def _pair(
    entity: Entity,
    columns: Mapping[int, Chosen],
    headings: Mapping[int, str],
    samples: Mapping[int, Sequence[Raw]],
    reading: Reading,
) -> _Pair | None:
    """Return the one column of arrivals and the one of departures, where no other column gives the days."""
    found = []
    for words in (_ARRIVAL, _DEPARTURE):
        dated = [
            at for at, heading in headings.items()
            if not words.isdisjoint(fold(heading).split()) and samples[at]
            and not (at in columns and is_part(entity, columns[at].fields[0]))
            and agreement(entity.fields["starts_on"], samples[at], reading) >= 0.5
        ]  # fmt: skip
        if len(dated) != 1:
            return None
        found += dated
    others = [name for at, one in columns.items() if at not in found for name in one.fields]
    return None if found[0] == found[1] or not set(_DAYS).isdisjoint(others) else _Pair(*found)


def _as_told(pair: _Pair, told: Mapping[int, str]) -> tuple[int, int] | None:
    """Return the first and the last day where a person said what one of them is; None where it is something else."""
    ((at, wanted),) = told.items()
    other = pair.departure if at == pair.arrival else pair.arrival
    name = wanted.rpartition(".")[2]
    return {"starts_on": (at, other), "ends_on": (other, at)}.get(name)


def _order(pair: _Pair, rows: Iterable[Row], reading: Reading) -> tuple[int, int] | None:
    """Return the column of the first day and that of the last, by the rows; None where these do not tell."""
    # How many days each stays: below zero, the departure comes first.
    days = [(went - came).days for came, went in _both(pair, rows, reading) if came != went]
    arrives_first = sum(one > 0 for one in days)
    if days and arrives_first >= _MOSTLY * len(days):
        return pair.arrival, pair.departure
    # Who arrives on the day after the departure may only have flown by night.
    if days and len(days) - arrives_first >= _MOSTLY * len(days) and min(days) < -1:
        return pair.departure, pair.arrival
    return None


def _both(pair: _Pair, rows: Iterable[Row], reading: Reading) -> Iterator[tuple[date, date]]:
    found = [tuple(row[at] for at in pair) for row in rows if max(pair) < len(row)]
    american = month_votes(raw for both in found for raw in both) > 0
    for both in found:
        try:
            came, went = (from_cell(Day(), day_first(raw) if american else raw, reading) for raw in both)
        except (Unreadable, OverflowError):
            continue
        if isinstance(came, str) and isinstance(went, str):
            yield first_day(came), first_day(went)
