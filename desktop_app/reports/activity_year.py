"""The yearly activity report of an office: key figures, ten-year curves, by institute and country, and lists of everything."""

from collections.abc import Callable
from datetime import date
from functools import partial

from desktop_app.domain.event import EVENT
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import OUTPUT
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.place import FRANCE
from desktop_app.domain.text import fold
from desktop_app.domain.words import Words
from desktop_app.reports import instruments as of_instruments
from desktop_app.reports import overviews, wording
from desktop_app.reports.atlas.counting import numbers_of
from desktop_app.reports.atlas.sheet import map_of
from desktop_app.reports.description import Block, Column, Description, Figure, Row, Text, Tiles, table
from desktop_app.reports.letterhead import FOREWORD, described, office_name, sections_of
from desktop_app.reports.listing import Listing
from desktop_app.reports.request import Kind, Part, Period, Request
from desktop_app.store.base import Store
from desktop_app.store.figures import TAKES_PLACE, living
from desktop_app.store.queries import Filter, Query

_COUNTRIES = 40
_TALLEST = 215.0  # of a map, in points: two on a page
_BY_YEAR = (("year", False), ("title", False))
_WORDS = (
    of_instruments.SEVERAL, Words("missions", "missions"), Words("depuis la France", "from France"),
    Words("vers la France", "to France"),
)  # fmt: skip


class Year:
    """What an office did in a period, asked for once."""

    def __init__(self, store: Store, request: Request) -> None:
        self.store, self.request, self.lang = store, request, request.lang
        year = request.today.year
        self.period = request.period or Period(date(year, 1, 1), date(year, 12, 31))
        self.listing = Listing(store, request.lang)
        here = (Filter("countries", "is", request.country),) if request.country else ()
        self.all_missions = Query(MISSION, (*here, TAKES_PLACE))
        self.missions = self.all_missions.where(*self.within("starts_on"))
        self.going = self.missions.where(Filter("direction", "is", "outgoing"))
        # A guest comes from the country of the partner, and stays in France.
        guests = (Filter("partner.country", "is", request.country),) if request.country else ()
        self.coming = Query(
            MISSION, (*guests, TAKES_PLACE, *self.within("starts_on"), Filter("direction", "is", "incoming"))
        )
        self.instruments = Query(INSTRUMENT, here)
        self.running = self.instruments.where(*living(self.period.first.isoformat(), self.period.end))
        self.begun = self.instruments.where(*self.within("starts_on"))
        self.ended = self.instruments.where(*self.within("ends_on"))
        place = (Filter("country", "is", request.country),) if request.country else ()
        self.partners = Query(PARTNER, place)
        self.events = Query(EVENT, (*place, *self.within("starts_on")), sort=(("starts_on", False),))
        first, last = self.period.first.year, self.period.last.year
        with_it = (Filter("instrument.countries", "is", request.country),) if request.country else ()
        self.outputs = Query(
            OUTPUT,
            (*with_it, Filter("year", "from", first), Filter("year", "until", last)),
            sort=(("year", False), ("title", False)),
        )

    def within(self, field: str) -> tuple[Filter, Filter]:
        """Return what says that a day falls into the period."""
        return Filter(field, "from", self.period.start), Filter(field, "until", self.period.end)


def describe(store: Store, request: Request) -> Description:
    """Describe a year of an office."""
    year, lang = Year(store, request), request.lang
    sections = sections_of(KIND, request, {name: partial(make, year) for name, make in _SECTIONS.items()})
    words = year.period.words
    where = f" · {store.names.label('country', request.country, lang)}" if request.country else ""
    title = Words("Rapport d’activité", "Activity report")
    subtitle = f"{office_name(store, lang)}{where}, {words.said(lang)}"
    day = Words(f"au {wording.long_date(request.today, 'fr')}", f"on {wording.long_date(request.today, 'en')}").said(
        lang
    )
    return described(
        store,
        request,
        KIND,
        title=title,
        subtitle=Words(f"{subtitle} ({day})", f"{subtitle} ({day})"),
        sections=sections,
    )


def _figures(year: Year) -> tuple[Block, ...]:
    lang, note = year.lang, year.period.label.said(year.lang)
    asked = (
        ("running", Words("instruments en cours", "running instruments"), year.running, note),
        ("begun", Words("instruments commencés", "instruments begun"), year.begun, note),
        ("ended", Words("instruments terminés", "instruments ended"), year.ended, note),
        ("partners", Words("partenaires", "partners"), year.partners, ""),
        ("missions", Words("missions", "missions"), year.missions, note),
        (
            "outgoing",
            Words("depuis la France", "from France"),
            year.going,
            "",
        ),
        (
            "incoming",
            Words("vers la France", "to France"),
            year.coming,
            "",
        ),
        ("events", Words("évènements", "events"), year.events, note),
    )
    count = year.store.count
    return (
        Tiles(
            tuple(Figure(name, words.said(lang), count(query), query, note=text) for name, words, query, text in asked)
        ),
    )


def _curves(year: Year) -> tuple[Block, ...]:
    return (overviews.missions_by_year(year.store, year.all_missions, year.period.last.year, year.lang),)


def _institutes(year: Year) -> tuple[Block, ...]:
    made = (
        overviews.counted(
            year.store, year.running, "institute", year.lang, words=of_instruments.SEVERAL.said(year.lang),
            title=Words("Instruments en cours, par institut", "Running instruments, by institute").said(year.lang),
        ),
        overviews.counted(
            year.store, year.missions, "institute", year.lang, words=Words("missions", "missions").said(year.lang),
            title=Words("Missions, par institut", "Missions, by institute").said(year.lang),
        ),
    )  # fmt: skip
    return tuple(block for block in made if block is not None)


def _countries(year: Year) -> tuple[Block, ...]:
    """Return for each country its instruments and the balance of its exchanges, by name in the language of the report."""
    store, lang = year.store, year.lang
    asked = (
        (year.running, "countries"), (year.missions, "countries"), (year.going, "countries"), (year.coming, "partner.country"),
    )  # fmt: skip
    counts = [{str(part.value): part.count for part in store.figures.split(*one)} for one in asked]
    ids = {id_ for counted in counts for id_ in counted} - {FRANCE, str(None)}
    store.names.fetch(MISSION, [{"countries": tuple(ids)}])
    most = sorted(ids, key=lambda id_: -sum(counted.get(id_, 0) for counted in counts))[:_COUNTRIES]
    rows = [
        Row(
            (
                name,
                *(
                    Figure(f"country_{place}", _WORDS[place].said(lang), counts[place].get(id_, 0),
                           query.where(Filter(path, "is", id_)))
                    for place, (query, path) in enumerate(asked)
                ),
            )
        )
        for name, id_ in sorted(((store.names.label("country", id_, lang), id_) for id_ in most), key=_by_name)
    ]  # fmt: skip
    heads = (
        Column(Words("Pays", "Country").said(lang), 1),
        *(Column(wording.capital(each.said(lang)), number=True) for each in _WORDS),
    )
    return (table(heads, rows, year.missions),) if rows else ()


def _map(year: Year) -> tuple[Block, ...]:
    """Return where instruments run and where missions went; of one country there is nothing to compare."""
    if year.request.country:
        return ()
    lang, label, last = year.lang, year.period.label.said(year.lang), year.period.last
    asked = (
        (Words("Instruments en cours par pays", "Running instruments by country"), year.running),
        (Words("Missions par pays de destination", "Missions by country of destination"), year.missions),
    )
    counted = [(words, numbers_of(year.store, query, "countries", label, lang, last)) for words, query in asked]
    return tuple(map_of(numbers, words.said(lang), tallest=_TALLEST) for words, numbers in counted if numbers.rows)


def _by_name(pair: tuple[str, str]) -> str:
    return fold(pair[0])


def _purposes(year: Year) -> tuple[Block, ...]:
    made = overviews.counted(
        year.store, year.missions, "purpose", year.lang, words=Words("missions", "missions").said(year.lang)
    )
    return (made,) if made else ()


def _types(year: Year) -> tuple[Block, ...]:
    made = overviews.by_type(year.store, year.running, year.lang)
    return (made,) if made else ()


def _running(year: Year) -> tuple[Block, ...]:
    listing = year.listing
    found = of_instruments.in_order(year.store, listing.records(year.running))
    columns = [
        listing.field(INSTRUMENT, "type"), listing.title(INSTRUMENT, 4), listing.field(INSTRUMENT, "institute", 3),
        listing.field(INSTRUMENT, "countries", 3), listing.years(), listing.field(INSTRUMENT, "status", 2),
    ]  # fmt: skip
    return (listing.table(columns, found, year.running),) if found else ()


def _events(year: Year) -> tuple[Block, ...]:
    names = (("starts_on", 0.0), ("ends_on", 0.0), ("kind", 2.0), ("title", 5.0), ("city", 2.0), ("country", 2.0))
    return year.listing.blocks([year.listing.field(EVENT, name, share) for name, share in names], year.events)


def _outputs(year: Year) -> tuple[Block, ...]:
    names = (("year", 0.0), ("kind", 2.0), ("title", 6.0), ("instrument", 2.0))
    return year.listing.blocks([year.listing.field(OUTPUT, name, share) for name, share in names], year.outputs)


def _missions(year: Year) -> tuple[Block, ...]:
    names = (
        ("starts_on", 0.0),
        ("ends_on", 0.0),
        ("person", 3.0),
        ("countries", 2.0),
        ("cities", 2.0),
        ("purpose", 2.0),
    )
    asked = Query(MISSION, year.missions.filters, sort=(("starts_on", False),))
    return year.listing.blocks([year.listing.field(MISSION, name, share) for name, share in names], asked)


def _introduction(year: Year) -> tuple[Block, ...]:
    text = year.store.setting(f"reports/introduction_{year.lang}")
    return tuple(Text(line) for line in text.splitlines() if line.strip())


_SECTIONS: dict[str, Callable[[Year], tuple[Block, ...]]] = {
    "introduction": _introduction, "figures": _figures, "curves": _curves, "types": _types, "institutes": _institutes,
    "map": _map, "countries": _countries, "purposes": _purposes, "running": _running, "events": _events, "outputs": _outputs,
    "missions": _missions,
}  # fmt: skip

KIND = Kind(
    "activity_year",
    Words("Rapport d’activité", "Yearly activity"),
    Words("Chiffres, courbes et listes", "Figures, curves and lists"),
    "layout-dashboard",
    ("country", "period"),
    (
        Part("introduction", Words("Introduction", "Introduction")),
        Part("figures", Words("Chiffres clés", "Key figures")),
        Part("curves", Words("Dix ans de missions", "Ten years of missions")),
        Part("types", Words("Instruments par type", "Instruments by type")),
        Part("institutes", Words("Par institut", "By institute")),
        Part("map", Words("Cartes", "Maps")),
        Part("countries", Words("Par pays, et équilibre des échanges", "By country, and balance of exchanges")),
        Part("purposes", Words("Missions par motif", "Missions by purpose")),
        Part("running", Words("Instruments de l’année", "Instruments of the year")),
        Part("events", Words("Évènements", "Events")),
        Part("outputs", Words("Productions communes", "Joint outputs")),
        Part("missions", Words("Toutes les missions", "All missions"), on=False),
        FOREWORD,
    ),
    describe,
    letters="AY",
)
