"""Numbers that several reports give: missions by year and by purpose, instruments by type, figures of a country."""

from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.instrument import INSTRUMENT_TYPE
from desktop_app.domain.place import FIGURE
from desktop_app.domain.words import Words
from desktop_app.reports import instruments as of_instruments
from desktop_app.reports.description import Bar, Bars, Block, Column, Figure, Row, Share, Table, table
from desktop_app.reports.listing import Listing
from desktop_app.reports.missions import SEVERAL
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query

if TYPE_CHECKING:
    from collections.abc import Sequence

YEARS = 10


def missions_by_year(store: Store, asked: Query, last: int, lang: str) -> Bars:
    """Return how many missions began in each of ten years."""
    counts = {str(year): number for year, number in store.tally(asked, "starts_on")}
    years = [str(year) for year in range(last - YEARS + 1, last + 1)]
    words = SEVERAL.said(lang)
    bars = tuple(
        Bar(year, Figure(f"missions_{year}", words, counts.get(year, 0), asked.where(Filter("starts_on", "is", year))))
        for year in years
    )
    return Bars(Words("Missions par année", "Missions by year").said(lang), bars)


def counted(
    store: Store, asked: Query, field: str, lang: str, *, words: str, each: bool = False, most: int = 0, title: str = ""
) -> Table | None:
    """Return how many records have each value of a field, the most frequent first; None where there is none."""
    entity = asked.entity
    tallied = store.tally(asked, field, each=each)
    pairs = [(value, number) for value, number in tallied if value is not None or not each]
    total = store.count(asked)
    if not total:
        return None
    type_ = entity.fields[field].type
    listing = Listing(store, lang)
    store.names.fetch(entity, [{field: (str(value),) if each else value} for value, _ in pairs if value is not None])
    shown = [
        (
            type_.show((str(value),) if each else value, listing.showing)
            or Words("Non indiqué", "Not given").said(lang),
            value,
            number,
        )
        for value, number in pairs
    ]
    shown.sort(key=lambda line: (-line[2], line[0]))
    rows = [
        Row(
            (
                text,
                Figure(f"{field}_{value}", words, number, asked.where(Filter(field, "is", value))),
                Share(number, total),
            )
        )
        for text, value, number in (shown[:most] if most else shown)
    ]
    rows.append(
        Row((Words("Ensemble", "All").said(lang), Figure(f"{entity.name}_all", words, total, asked), ""), total=True)
    )
    heads = (
        Column(entity.fields[field].words.said(lang), 1), Column(words[:1].upper() + words[1:], number=True),
        Column(Words("Part", "Share").said(lang), number=True),
    )  # fmt: skip
    made = table(heads, rows, asked, title)
    return Table(made.columns, made.rows, narrow=True, asked=asked, title=title)


def by_type(store: Store, asked: Query, lang: str) -> Table | None:
    """Return how many instruments of each type there are, and how many of them are running."""
    counts = dict(store.tally(asked, "type"))
    going = asked.where(Filter("status", "in", of_instruments.RUNNING))
    running = dict(store.tally(going, "type"))
    rows = []
    for type_ in store.records(Query(INSTRUMENT_TYPE)):
        if not (count := counts.get(type_["id"], 0)):
            continue
        of_type = Filter("type", "is", type_["id"])
        name = type_.get(f"name_{lang}") or type_.get("name_fr") or ""
        words = of_instruments.SEVERAL.said(lang)
        rows.append(
            Row(
                (
                    f"{type_['code']} · {name}",
                    Figure(f"type_{type_['code']}", words, count, asked.where(of_type)),
                    Figure(f"running_{type_['code']}", words, running.get(type_["id"], 0), going.where(of_type)),
                )
            )
        )
    if not rows:
        return None
    all_ = Figure("instruments_all", of_instruments.SEVERAL.said(lang), store.count(asked), asked)
    rows.append(Row(("Total", all_, Figure("running_all", all_.words, store.count(going), going)), total=True))
    heads = (
        Column("Type", 1), Column(of_instruments.SEVERAL.said(lang).capitalize(), number=True),
        Column(Words("En cours", "Running").said(lang), number=True),
    )  # fmt: skip
    return table(heads, rows, asked)


def figures_of(store: Store, country: str, lang: str) -> tuple[Block, ...]:
    """Return the latest figure of each indicator of a country, with its source."""
    listing = Listing(store, lang)
    asked = Query(FIGURE, (Filter("country", "is", country),))
    latest = {}
    for record in sorted(store.records(asked), key=lambda one: int(str(one.get("year") or 0))):
        if record.get("value") is not None:
            latest[record["indicator"]] = record
    if not latest:
        return ()
    rows = [
        Row(
            (
                FIGURE.fields["indicator"].type.show(indicator, listing.showing),
                _number(Decimal(str(record["value"])), listing),
                str(record["year"]),
                str(record.get("source") or ""),
            )
        )
        for indicator, record in latest.items()
    ]
    names: Sequence[tuple[str, float]] = (("indicator", 4), ("value", 0), ("year", 0), ("source", 3))
    heads = [
        Column(FIGURE.fields[name].words.said(lang), share, number=name in ("value", "year")) for name, share in names
    ]
    return (table(heads, rows, asked),)


def _number(value: Decimal, listing: Listing) -> int | str:
    if value == value.to_integral_value():
        return int(value)
    return FIGURE.fields["value"].type.show(f"{value:f}", listing.showing)
