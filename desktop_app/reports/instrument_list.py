"""The list of instruments: by type, with how many and how much."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from desktop_app.domain.instrument import INSTRUMENT, INSTRUMENT_TYPE
from desktop_app.domain.place import COUNTRY
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.reports import instruments as of_instruments
from desktop_app.reports import wording
from desktop_app.reports.description import (
    Block,
    Column,
    Description,
    Figure,
    Group,
    Money,
    Row,
    Text,
    Tiles,
    said,
    table,
)
from desktop_app.reports.letterhead import described, sections_of
from desktop_app.reports.listing import Listing
from desktop_app.reports.request import FILTERED, Kind, Part, Request
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query


class Instruments:
    """The instruments that a list is about, by type, with what stands beside them."""

    def __init__(self, store: Store, request: Request) -> None:
        self.store, self.request, self.lang = store, request, request.lang
        conditions = list(request.filters)
        if request.country:
            conditions.append(Filter("countries", "is", request.country))
        if request.period:
            conditions += (
                Filter("starts_on", "until", request.period.end),
                Filter("ends_on", "still", request.period.first.isoformat()),
            )
        self.asked = Query(INSTRUMENT, tuple(conditions), search=request.search)
        self.all = of_instruments.in_order(store, store.records(self.asked))
        store.names.fetch(INSTRUMENT, self.all)
        _, self.periods = of_instruments.budgets_in_force(store, self.all, request.day)
        self.types = [type_ for type_ in store.records(Query(INSTRUMENT_TYPE)) if self.of_type(type_)]

    def of_type(self, type_: Record) -> list[dict[str, Value]]:
        """Return the instruments of a type."""
        return [record for record in self.all if record["type"] == type_["id"]]

    def budget_of(self, found: Sequence[Record]) -> tuple[Figure, ...]:
        """Return the yearly budget of some of the instruments, a figure for each currency; none where none is known."""
        ids = {record["id"] for record in found}
        totals = of_instruments.sums((p for p in self.periods if p["instrument"] in ids), "budget")
        if not totals:
            return ()
        return of_instruments.budget_figures(of_instruments.in_force(found, self.request.day), totals, self.lang)


def describe(store: Store, request: Request) -> Description:
    """Describe a list of instruments."""
    found = Instruments(store, request)
    makers = {"figures": _figures, "totals": _totals, "list": _list}
    sections = sections_of(KIND, request, {name: partial(make, found) for name, make in makers.items()})
    country = store.get(COUNTRY, request.country) if request.country else None
    return described(
        store,
        request,
        KIND,
        title=_title(country),
        subtitle=_subtitle(found),
        sections=sections,
        country=str(country["code"]) if country else "",
    )


def _title(country: Record | None) -> Words:
    if country is None:
        return Words("Liste des instruments", "List of instruments")
    return Words(
        f"{wording.country_name(country, 'fr')} : liste des instruments",
        f"List of instruments with {wording.with_country(country)}",
    )


def _subtitle(found: Instruments) -> Words:
    count = len(found.all)

    def say(lang: str) -> str:
        day = wording.long_date(found.request.today, lang)
        parts = [
            Words(f"Au {day}", f"On {day}").said(lang),
            f"{said(count, lang)} {wording.noun(count, of_instruments.ONE, of_instruments.SEVERAL, lang)}",
        ]
        if found.request.period:
            in_force = Words("en vigueur", "in force").said(lang)
            parts.append(f"{in_force} {found.request.period.words.said(lang)}")
        if found.request.is_selection:
            parts.append(FILTERED.said(lang))
        return " · ".join(parts)

    return Words(say("fr"), say("en"))


def _figures(found: Instruments) -> tuple[Block, ...]:
    lang = found.lang
    count = len(found.all)
    running = sum(record.get("status") in of_instruments.RUNNING for record in found.all)
    tiles = [
        Figure("instruments", wording.noun(count, of_instruments.ONE, of_instruments.SEVERAL, lang), count, found.asked),
        Figure(
            "running_instruments", Words("en cours", "running").said(lang), running,
            found.asked.where(Filter("status", "in", of_instruments.RUNNING)),
        ),
    ]  # fmt: skip
    tiles += found.budget_of(found.all)
    return (Tiles(tuple(tiles)),) if found.all else ()


def _type_words(type_: Record, found: Instruments) -> str:
    """Return what a type is called; its former type is not named where that has a line of its own."""
    lang, listed = found.lang, {one["code"] for one in found.types}
    name = str(type_.get(f"name_{lang}") or type_.get("name_fr") or "")
    former = type_.get("replaces")
    code = f"{type_['code']} (ex-{former})" if former and former not in listed else str(type_["code"])
    return f"{code} · {name}"


def _totals(found: Instruments) -> tuple[Block, ...]:
    lang = found.lang
    if not found.all:
        return ()
    rows = []
    for type_ in found.types:
        records = found.of_type(type_)
        running = sum(record.get("status") in of_instruments.RUNNING for record in records)
        asked = found.asked.where(Filter("type", "is", type_["id"]))
        budget, *others = found.budget_of(records) or (None,)
        rows.append(
            Row(
                (
                    _type_words(type_, found),
                    Figure(f"instruments_{type_['code']}", of_instruments.SEVERAL.said(lang), len(records), asked),
                    Figure(
                        f"running_{type_['code']}", Words("en cours", "running").said(lang), running,
                        asked.where(Filter("status", "in", of_instruments.RUNNING)),
                    ),
                    budget,
                )
            )
        )  # fmt: skip
        rows += [Row(("", "", "", other)) for other in others]
    running = sum(record.get("status") in of_instruments.RUNNING for record in found.all)
    first, *more = found.budget_of(found.all) or (None,)
    rows.append(Row(("Total", len(found.all), running, first), total=True))
    rows += [Row(("", "", "", other), total=True) for other in more]
    headings = (
        Words("Type", "Type"), of_instruments.SEVERAL, Words("en cours", "running"), of_instruments.YEARLY_BUDGET,
    )  # fmt: skip
    columns = tuple(
        Column(wording.capital(words.said(lang)), 0 if place else 1, number=bool(place))
        for place, words in enumerate(headings)
    )
    return (table(columns, rows, found.asked),)


def _list(found: Instruments) -> tuple[Block, ...]:
    lang, store = found.lang, found.store
    if not found.all:
        return (Text(Words("Aucun instrument ne correspond.", "No instrument matches.").said(lang)),)
    main = of_instruments.main_partners(store, of_instruments.parties(store, found.all), found.request.country)
    budgets: dict[str, list[Money]] = defaultdict(list)
    for period in found.periods:
        for currency, total in of_instruments.sums([period], "budget").items():
            budgets[str(period["instrument"])].append(Money(total, currency))
    rows: list[Row | Group] = []
    a_year = Words("par an", "a year").said(lang)
    for type_ in found.types:
        records = found.of_type(type_)
        count = Figure(
            f"listed_{type_['code']}",
            wording.noun(len(records), of_instruments.ONE, of_instruments.SEVERAL, lang),
            len(records),
            found.asked.where(Filter("type", "is", type_["id"])),
        )
        rows.append(
            Group(
                _type_words(type_, found), (count, *(replace(each, words=a_year) for each in found.budget_of(records)))
            )
        )
        rows += [_row(found, record, main, budgets[str(record["id"])]) for record in records]
    fields = INSTRUMENT.fields
    columns = (
        Column(Words("Sigle et intitulé", "Acronym and title").said(lang), 5, strong=True),
        Column(Words("Partenaire principal", "Main partner").said(lang), 3.5),
        Column(fields["countries"].words.said(lang), 2.5),
        Column(Words("Période", "Period").said(lang)),
        Column(fields["status"].words.said(lang), 2.7),
        Column(wording.capital(of_instruments.YEARLY_BUDGET.said(lang)), number=True),
    )
    return (table(columns, rows, found.asked),)


def _row(found: Instruments, record: Record, main: dict[str, str], budgets: Sequence[Money]) -> Row:
    names, lang, id_ = found.store.names, found.lang, str(record["id"])
    showing = names.showing(lang)
    return Row(
        (
            of_instruments.named(record, showing),
            names.label("partner", main[id_], lang) if id_ in main else "",
            Listing(found.store, lang).shown(INSTRUMENT, "countries", record),
            wording.years(record.get("starts_on"), record.get("ends_on"), lang),
            INSTRUMENT.fields["status"].type.show(record.get("status"), showing),
            budgets[0] if len(budgets) == 1 else " + ".join(said(money, lang) for money in budgets),
        )
    )


KIND = Kind(
    "instrument_list",
    Words("Liste des instruments", "List of instruments"),
    Words("Par type, avec les totaux", "By type, with totals"),
    "rows-3",
    ("country", "period"),
    (
        Part("figures", Words("Chiffres clés", "Key figures")),
        Part("totals", Words("Totaux par type", "Totals by type")),
        Part("list", Words("Liste", "List")),
    ),
    describe,
    letters="IL",
)
