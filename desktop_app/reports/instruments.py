"""What reports say of instruments: whether they run, their main partner, their budget in force."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from desktop_app.domain.instrument import INSTRUMENT, INSTRUMENT_TYPE
from desktop_app.domain.instrument_parts import PARTY, PERIOD
from desktop_app.domain.naming import title
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.text import fold
from desktop_app.domain.values import Record, Showing, Value
from desktop_app.domain.words import Words
from desktop_app.reports.description import Figure, Money, TwoLines
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query

RUNNING = ("active", "to_renew", "renewal_asked")
OVER = ("not_selected", "ended", "report_due", "report_received", "closed", "transformed", "abandoned")
# Whose name stands beside an instrument, the first that is there.
_MAIN_ROLES = ("lead_foreign", "host", "partner", "associate", "member", "supervisor", "funder")
ONE, SEVERAL = Words("instrument", "instrument"), Words("instruments", "instruments")
YEARLY_BUDGET = Words("budget annuel", "yearly budget")


def status_rank(record: Record) -> int:
    """Return where an instrument stands by its status: running first, then to come, then over."""
    status = record.get("status")
    return 0 if status in RUNNING else 2 if status in OVER else 1


def type_ranks(store: Store) -> dict[str, int]:
    """Return the order of the types, which is that of the reference list."""
    return {str(type_["id"]): place for place, type_ in enumerate(store.records(Query(INSTRUMENT_TYPE)))}


def in_order(store: Store, records: Iterable[dict[str, Value]]) -> list[dict[str, Value]]:
    """Return instruments in the order of reports: running first, by type, by name."""
    ranks, showing = type_ranks(store), Showing()

    def place(record: Record) -> tuple[int, int, str]:
        return status_rank(record), ranks.get(str(record.get("type")), 99), fold(title(INSTRUMENT, record, showing))

    return sorted(records, key=place)


def named(record: Record, showing: Showing) -> TwoLines | str:
    """Return an instrument's name, with its title below where it goes by an acronym or a number."""
    name = title(INSTRUMENT, record, showing)
    french = record.get("title_fr") if showing.lang == "fr" else None
    full = str(french or record.get("title") or "")
    return TwoLines(name, full) if full and full != name else name


def ids_of(records: Iterable[Record]) -> tuple[str, ...]:
    """Return the ids of records, as a filter takes them."""
    return tuple(str(record["id"]) for record in records)


def parties(store: Store, instruments: Sequence[Record]) -> list[dict[str, Value]]:
    """Return the partners of instruments, with their roles; not those whose record was deleted."""
    asked = Query(PARTY, (Filter("instrument", "in", ids_of(instruments)), Filter("partner", "filled")))
    found = store.records(asked) if instruments else []
    living = store.many(PARTNER, {str(party["partner"]) for party in found})
    found = [party for party in found if party["partner"] in living]
    store.names.fetch(PARTY, found)
    return found


def main_partners(store: Store, found: Sequence[Record], country: str | None = None) -> dict[str, str]:
    """Return the main partner of each instrument: by role, one of the country first where there is one."""
    best: dict[str, tuple[tuple[bool, int], str]] = {}
    for party in found:
        role, instrument, partner = party.get("role"), str(party["instrument"]), str(party["partner"])
        if role not in _MAIN_ROLES:
            continue
        record = store.names.record("partner", partner) or {}
        rank = (country is not None and record.get("country") != country, _MAIN_ROLES.index(str(role)))
        if instrument not in best or rank < best[instrument][0]:
            best[instrument] = (rank, partner)
    return {instrument: partner for instrument, (_, partner) in best.items()}


def budgets_in_force(store: Store, instruments: Sequence[Record], day: str) -> tuple[Query, list[dict[str, Value]]]:
    """Return the periods in force on a day with a yearly budget, of instruments that are not over, and their question."""
    asked = in_force(instruments, day)
    return asked, store.records(asked)


def in_force(instruments: Iterable[Record], day: str) -> Query:
    """Return the question for the periods in force on a day with a yearly budget, of instruments that are not over."""
    living = ids_of(record for record in instruments if status_rank(record) < 2)
    return Query(
        PERIOD,
        (
            Filter("instrument", "in", living),
            Filter("starts_on", "until", day),
            Filter("ends_on", "still", day),
            Filter("budget", "filled"),
        ),
    )


def sums(records: Iterable[Record], field: str) -> dict[str, Decimal]:
    """Return the sum of an amount in each currency; euros first, then the greatest."""
    totals: dict[str, Decimal] = defaultdict(Decimal)
    for record in records:
        if record.get(field) is not None:
            totals[str(record.get("currency") or "")] += Decimal(str(record[field]))
    return dict(sorted(totals.items(), key=lambda entry: (entry[0] != "EUR", -entry[1])))


def budget_figures(query: Query, totals: Mapping[str, Decimal], lang: str, field: str = "budget") -> tuple[Figure, ...]:
    """Return one figure for each currency; never a sum over several."""
    words = YEARLY_BUDGET.said(lang)
    if not totals:
        return (Figure("yearly_budget", words, Money(Decimal(0)), query, "sum", field),)
    return tuple(
        Figure(
            "yearly_budget", words, Money(total, currency),
            query.where(Filter("currency", "is", currency or None)), "sum", field,
        )
        for currency, total in totals.items()
    )  # fmt: skip
