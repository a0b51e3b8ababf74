"""The country summary: cooperation with one country on one page; with whole lists or more parts, on two or three."""

from collections import Counter
from collections.abc import Callable

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import PARTY
from desktop_app.domain.naming import title
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.text import fold
from desktop_app.domain.values import Record
from desktop_app.domain.words import Words
from desktop_app.reports import instruments as of_instruments
from desktop_app.reports import wording
from desktop_app.reports.atlas.counting import numbers_of
from desktop_app.reports.atlas.sheet import map_of
from desktop_app.reports.country import Country
from desktop_app.reports.country_details import accesses, budget, contacts, events
from desktop_app.reports.country_page import on_one_page
from desktop_app.reports.description import (
    PAPERS,
    Block,
    Column,
    Description,
    Figure,
    Row,
    Section,
    Text,
    Tiles,
    TwoLines,
    said,
    table,
)
from desktop_app.reports.letterhead import FOREWORD, described, foreword, own_office
from desktop_app.reports.lives import lives
from desktop_app.reports.missions import missions_blocks
from desktop_app.reports.request import Kind, Part, Request
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query

# More partners without any instrument than this are counted, not listed.
LISTED_PARTNERS = 40
# Up to so many instruments stand with their title; more take one line each, so that the summary stays short.
WITH_TITLES = 24
_TALLEST = 200.0  # of the map, in points
_MAP = Words("Carte des instruments", "Map of instruments")
_NO_BUDGET = Words("aucun budget indiqué", "no budget given")
_PARTNER, _PARTNERS = Words("partenaire", "partner"), Words("partenaires", "partners")
_MISSION, _MISSIONS = Words("mission", "mission"), Words("missions", "missions")


def describe(store: Store, request: Request) -> Description:
    """Describe the cooperation with a country."""
    country = Country(store, request)
    lang = request.lang
    name = wording.country_name(country.record, lang)
    counts = " · ".join(
        f"{said(count, lang)} {wording.noun(count, one, several, lang)}"
        for count, one, several in (
            (len(country.partners), _PARTNER, _PARTNERS),
            (len(country.instruments), of_instruments.ONE, of_instruments.SEVERAL),
            (len(country.missions), _MISSION, _MISSIONS),
        )
    )
    day = wording.long_date(request.today, lang)
    return described(
        store,
        request,
        KIND,
        title=Words(f"{name} : synthèse de la coopération", f"Cooperation with {wording.with_country(country.record)}"),
        subtitle=Words(f"Au {day} · {counts}", f"Summary on {day} · {counts}"),
        sections=_sections(country),
        country=str(country.record["code"]),
        one_page=_is_brief(request),
    )


def _is_brief(request: Request) -> bool:
    """Whether the summary is one upright page: no part is asked for that is left out unless chosen."""
    return not PAPERS[request.paper].landscape and all(KIND.part(name).on for name in request.sections)


def _sections(country: Country) -> tuple[Section, ...]:
    request = country.request
    whole = tuple(
        Section(part.name, heading, blocks)
        for part in KIND.parts
        if part.name in request.sections and part.name in _SECTIONS
        for heading, blocks in (_section(country, part),)
        if blocks
    )
    if not _is_brief(request):
        return whole
    before = foreword(own_office(country.store), request)
    totals = {"instruments": len(country.instruments), "partners": len(country.partners)}
    return on_one_page((*before, *whole), totals, country.lang, request.paper)[len(before) :]


def _section(country: Country, part: Part) -> tuple[str, tuple[Block, ...]]:
    blocks = _SECTIONS[part.name](country)
    heading = part.words.said(country.lang)
    if part.name == "figures":
        heading = ""
    elif part.name == "map":
        heading = _MAP.said(country.lang)
    elif part.name in ("missions", "events"):
        heading = f"{heading} {country.period.words.said(country.lang)}"
    return heading, blocks


def _figures(country: Country) -> tuple[Block, ...]:
    lang, found = country.lang, country.instruments
    running = sum(record.get("status") in of_instruments.RUNNING for record in found)
    running_figure = Figure(
        "running_instruments", Words("en cours", "running").said(lang), running,
        country.instruments_asked.where(Filter("status", "in", of_instruments.RUNNING)),
    )  # fmt: skip
    asked, periods = of_instruments.budgets_in_force(country.store, found, country.request.day)
    first, *others = of_instruments.budget_figures(asked, of_instruments.sums(periods, "budget"), lang)
    more = " + ".join(said(figure, lang) for figure in others)
    budget_note = f"+ {more}" if more else "" if periods else _NO_BUDGET.said(lang)
    counted = (
        ("partners", len(country.partners), _PARTNER, _PARTNERS, country.partners_asked),
        ("instruments", len(found), of_instruments.ONE, of_instruments.SEVERAL, country.instruments_asked),
        ("missions", len(country.missions), _MISSION, _MISSIONS, country.missions_asked),
    )
    tiles = {
        name: Figure(name, wording.noun(count, one, several, lang), count, query)
        for name, count, one, several, query in counted
    }
    note = Words(f"dont {said(running, lang)} en cours", f"of which {said(running, lang)} running").said(lang)
    of_period = country.period.label.said(lang)
    return (
        Tiles(
            (
                tiles["partners"],
                _with(tiles["instruments"], note if found else "", (running_figure,)),
                _with(first, budget_note, tuple(others)),
                _with(tiles["missions"], of_period, ()),
            )
        ),
    )


def _with(figure: Figure, note: str, also: tuple[Figure, ...]) -> Figure:
    return Figure(
        figure.name, figure.words, figure.value, figure.query, figure.measure, figure.field, note=note, also=also
    )


def _instruments(country: Country) -> tuple[Block, ...]:
    lang, names = country.lang, country.store.names
    if not country.instruments:
        return (Text(Words("Aucun instrument.", "No instrument.").said(lang)),)
    showing = names.showing(lang)
    main = of_instruments.main_partners(country.store, country.parties, country.id)
    fields, titled = INSTRUMENT.fields, len(country.instruments) <= WITH_TITLES
    rows = tuple(
        Row(
            (
                fields["type"].type.show(record["type"], showing),
                of_instruments.named(record, showing) if titled else title(INSTRUMENT, record, showing),
                names.label("partner", main[str(record["id"])], lang) if str(record["id"]) in main else "",
                wording.years(record.get("starts_on"), record.get("ends_on"), lang),
                fields["status"].type.show(record.get("status"), showing),
            )
        )
        for record in country.instruments
    )
    name = Words("Sigle et intitulé", "Acronym and title") if titled else fields["acronym"].words
    headings = (
        (fields["type"].words, 0.0), (name, 5.0 if titled else 3.0),
        (Words("Partenaire principal", "Main partner"), 4.0 if titled else 6.0), (Words("Période", "Period"), 0.0),
        (fields["status"].words, 2.0 if titled else 3.0),
    )  # fmt: skip
    columns = tuple(Column(words.said(lang), share, strong=place == 1) for place, (words, share) in enumerate(headings))
    return (table(columns, rows, country.instruments_asked),)


def _partners(country: Country) -> tuple[Block, ...]:
    lang = country.lang
    if not country.partners:
        return (Text(Words("Aucun partenaire.", "No partner.").said(lang)),)
    counts = Counter(partner for _, partner in {(p["instrument"], str(p["partner"])) for p in country.partner_parties})
    ordered = sorted(country.partners, key=lambda r: (-counts[str(r["id"])], fold(str(r.get("name")))))
    working = sum(1 for record in ordered if counts[str(record["id"])])
    shown = ordered[: max(working, LISTED_PARTNERS)]
    rows = tuple(Row(_partner_cells(country, record, counts[str(record["id"])])) for record in shown)
    columns = (
        Column(Words("Partenaire", "Partner").said(lang), 6, strong=True),
        Column(Words("Ville", "City").said(lang), 2),
        Column(Words("Nature", "Kind").said(lang), 3),
        Column(of_instruments.SEVERAL.said(lang).capitalize(), number=True),
    )
    left = len(ordered) - len(shown)
    more = Words(
        f"et {left} {wording.noun(left, Words('autre partenaire', ''), Words('autres partenaires', ''), 'fr')} sans instrument",
        f"and {left} other {wording.noun(left, _PARTNER, _PARTNERS, 'en')} without an instrument",
    )
    return (table(columns, rows, country.partners_asked), *([Text(more.said(lang), small=True)] if left else []))


def _partner_cells(country: Country, record: Record, count: int) -> tuple[str | TwoLines | Figure, ...]:
    showing = country.store.names.showing(country.lang)
    name, local = title(PARTNER, record, showing), str(record.get("local_name") or "")
    # Which instruments a partner takes part in stands in their parties; it may have two roles in one.
    asked = Query(PARTY, (Filter("partner", "is", record["id"]),))
    return (
        TwoLines(name, local) if local and local != name else name,
        str(record.get("city") or ""),
        PARTNER.fields["kind"].type.show(record.get("kind"), showing),
        Figure(
            "partner_instruments", of_instruments.SEVERAL.said(country.lang), count, asked, "distinct", "instrument"
        ),
    )


def _missions(country: Country) -> tuple[Block, ...]:
    return missions_blocks(country.missions_asked, country.missions, country.period, country.lang)


_BARS = Words(
    "Barre claire : terminé ; foncée : en cours ou à venir. Ligne pointillée : le jour des données.",
    "Light bar: over; dark bar: running or to come. Dotted line: the day of the data.",
)


def timeline(country: Country) -> tuple[Block, ...]:
    """Return how long the instruments of a country and their ancestors last, drawn on one scale."""
    found = lives(country.store, country.instruments, country.request.today, country.lang)
    return (found, Text(_BARS.said(country.lang), small=True)) if found.spans else ()


def _map(country: Country) -> tuple[Block, ...]:
    """Return which other countries take part in the instruments of a country."""
    lang = country.lang
    numbers = numbers_of(country.store, country.instruments_asked, "countries", "", lang, country.request.today)
    if not numbers.rows:
        return ()
    words = Words("Pays associés aux instruments", "Countries that share its instruments").said(lang)
    note = Words(
        "Le nombre de chaque pays est celui des instruments qui l’associent.",
        "The number of each country is that of the instruments in which it takes part.",
    )
    return map_of(numbers, words, tallest=_TALLEST), Text(note.said(lang), small=True)


_SECTIONS: dict[str, Callable[[Country], tuple[Block, ...]]] = {
    "figures": _figures,
    "instruments": _instruments,
    "partners": _partners,
    "missions": _missions,
    "map": _map,
    "timeline": timeline,
    "budget": lambda c: budget(c.store, c.instruments, c.request),
    "events": lambda c: events(c.store, c.id, c.period, c.lang),
    "access": lambda c: accesses(c.store, c.partners, c.lang),
    "contacts": lambda c: contacts(c.store, c.partners, c.lang),
}

KIND = Kind(
    "country_summary",
    Words("Synthèse d’un pays", "Country summary"),
    Words("Un pays sur une page, ou plus", "One country on a page, or more"),
    "globe",
    ("country!", "period"),
    (
        Part("figures", Words("Chiffres clés", "Key figures")),
        Part("instruments", Words("Instruments", "Instruments")),
        Part("partners", Words("Partenaires", "Partners")),
        Part("missions", Words("Missions", "Missions")),
        Part("map", Words("Carte, si elle a la place", "Map, where it has room")),
        Part("timeline", Words("Frise des instruments", "Timeline of instruments"), on=False),
        Part("budget", Words("Budget", "Budget table"), on=False),
        Part("events", Words("Évènements", "Events"), on=False),
        Part("access", Words("Accès aux infrastructures", "Access to infrastructures"), on=False),
        Part("contacts", Words("Contacts", "Contacts"), on=False),
        FOREWORD,
        Part("whole", Words("Listes entières", "Whole lists"), on=False),
    ),
    describe,
    letters="CS",
)
