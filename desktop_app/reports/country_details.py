"""The parts of a country summary that are left out unless chosen: budget, events, access, contacts."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from desktop_app.domain.event import EVENT
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import FUNDING
from desktop_app.domain.naming import title
from desktop_app.domain.partner import ACCESS
from desktop_app.domain.person import PERSON
from desktop_app.domain.values import Record, Showing, Value
from desktop_app.domain.words import Words
from desktop_app.reports import instruments as of_instruments
from desktop_app.reports import wording
from desktop_app.reports.description import Block, Cell, Column, Figure, Money, Row, Text, table
from desktop_app.reports.request import Period, Request
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query

_Totals = dict[str, Decimal]


def budget(store: Store, found: Sequence[Record], request: Request) -> tuple[Block, ...]:
    """Return, for each instrument that is not over, its yearly budget and this year's funding, never mixing currencies."""
    lang, year = request.lang, request.today.year
    asked, periods = of_instruments.budgets_in_force(store, found, request.day)
    ids = of_instruments.ids_of(found)
    funded = Query(FUNDING, (Filter("instrument", "in", ids), Filter("year", "is", year)))
    lines = store.records(funded) if ids else []
    kinds = (("budget", asked, periods), ("planned", funded, lines), ("spent", funded, lines))
    amounts: dict[tuple[str, str], dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for field, _, records in kinds:
        for record in records:
            if record.get(field) is not None:
                cell = amounts[str(record["instrument"]), str(record.get("currency") or "")]
                cell[field] += Decimal(str(record[field]))
    if not amounts:
        return (Text(Words("Aucun montant connu.", "No amount known.").said(lang)),)
    showing = store.names.showing(lang)
    rows = [
        Row((title(INSTRUMENT, record, showing), *(_money(amounts[key], field, key[1]) for field, _, _ in kinds)))
        for record in found
        for key in sorted(key for key in amounts if key[0] == record["id"])
    ]
    currencies = sorted({currency for _, currency in amounts}, key=lambda code: (code != "EUR", code))
    rows += [
        Row((_total(currency, lang), *(_sum(kind, currency) for kind in kinds)), total=True) for currency in currencies
    ]
    headings = (
        of_instruments.YEARLY_BUDGET.said(lang).capitalize(),
        Words(f"Prévu en {year}", f"Planned in {year}").said(lang),
        Words(f"Dépensé en {year}", f"Spent in {year}").said(lang),
    )
    columns = (Column(of_instruments.ONE.said(lang).capitalize(), 1, strong=True),
               *(Column(heading, number=True) for heading in headings))  # fmt: skip
    return (table(columns, rows),)


def _money(cell: _Totals, field: str, currency: str) -> Money | None:
    return Money(cell[field], currency) if field in cell else None


def _total(currency: str, lang: str) -> str:
    return f"Total {currency}" if currency else Words("Total sans monnaie", "Total without currency").said(lang)


def _sum(kind: tuple[str, Query, list[dict[str, Value]]], currency: str) -> Cell:
    field, asked, records = kind
    total = of_instruments.sums(records, field).get(currency)
    if total is None:
        return None
    in_currency = asked.where(Filter("currency", "is", currency or None))
    return Figure(f"total_{field}", field, Money(total, currency), in_currency, "sum", field)


def events(store: Store, country: str, period: Period, lang: str) -> tuple[Block, ...]:
    """Return the delegations, visits and other events of the period."""
    asked = Query(
        EVENT,
        (
            Filter("country", "is", country),
            Filter("starts_on", "from", period.start),
            Filter("starts_on", "until", period.end),
        ),
        sort=(("starts_on", False),),
    )
    found = store.records(asked)
    if not found:
        return (Text(Words("Aucun évènement dans la période.", "No event in the period.").said(lang)),)
    headings = (("starts_on", 0.0), ("ends_on", 0.0), ("kind", 2.0), ("title", 5.0), ("city", 2.0))
    columns = tuple(Column(EVENT.fields[name].words.said(lang), share) for name, share in headings)
    showing = Showing(lang)
    rows = tuple(
        Row(tuple(EVENT.fields[name].type.show(record.get(name), showing) for name, _ in headings)) for record in found
    )
    return (table(columns, rows, asked),)


def accesses(store: Store, partners: Sequence[Record], lang: str) -> tuple[Block, ...]:
    """Return which infrastructures the partners of the country may use."""
    ids = of_instruments.ids_of(partners)
    asked = Query(ACCESS, (Filter("partner", "in", ids),), sort=(("infrastructure", False),))
    found = store.records(asked) if ids else []
    if not found:
        return (Text(Words("Aucun accès connu.", "No access known.").said(lang)),)
    store.names.fetch(ACCESS, found)
    before, after = ("infrastructure", "operator", "partner"), ("terms", "contact")
    showing = store.names.showing(lang)

    def said(record: Record, names: Sequence[str]) -> tuple[str, ...]:
        return tuple(ACCESS.fields[name].type.show(record.get(name), showing) for name in names)

    rows = tuple(
        Row(
            (
                *said(record, before),
                wording.years(record.get("since_on"), record.get("until_on"), lang),
                *said(record, after),
            )
        )
        for record in found
    )
    columns = (
        *(Column(ACCESS.fields[name].words.said(lang), 3) for name in before),
        Column(Words("Période", "Period").said(lang)),
        *(Column(ACCESS.fields[name].words.said(lang), 2) for name in after),
    )
    return (table(columns, rows, asked),)


def contacts(store: Store, partners: Sequence[Record], lang: str) -> tuple[Block, ...]:
    """Return the contacts at the partners; never those who object or whose data are restricted."""
    ids = of_instruments.ids_of(partners)
    asked = Query(
        PERSON,
        (Filter("partner", "in", ids), Filter("objects", "is_not", True), Filter("restricted", "is_not", True)),
        sort=(("family_name", False), ("given_name", False)),
    )
    found = store.records(asked) if ids else []
    if not found:
        return (Text(Words("Aucun contact.", "No contact.").said(lang)),)
    store.names.fetch(PERSON, found)
    showing = store.names.showing(lang)
    names = ("position", "partner", "email", "phone")
    rows = tuple(
        Row(
            (
                title(PERSON, record, showing),
                *(PERSON.fields[name].type.show(record.get(name), showing) for name in names),
            )
        )
        for record in found
    )
    shares = (3.0, 3.0, 4.0, 0.0)
    columns = (
        Column(PERSON.one.said(lang).capitalize(), 3, strong=True),
        *(Column(PERSON.fields[name].words.said(lang), share) for name, share in zip(names, shares, strict=True)),
    )
    return (table(columns, rows, asked),)
