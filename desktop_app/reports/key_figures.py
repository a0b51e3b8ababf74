"""The key figures of a country on one page, for a visit: what is under way, ten years of missions, figures with their source."""

from typing import TYPE_CHECKING

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.words import Words
from desktop_app.reports import instruments as of_instruments
from desktop_app.reports import overviews, wording
from desktop_app.reports.country import Country
from desktop_app.reports.description import Block, Description, Figure, Tiles
from desktop_app.reports.letterhead import FOREWORD, described, sections_of
from desktop_app.reports.request import Kind, Part, Request
from desktop_app.store.base import Store
from desktop_app.store.figures import TAKES_PLACE
from desktop_app.store.queries import Filter, Query

if TYPE_CHECKING:
    from collections.abc import Callable


def describe(store: Store, request: Request) -> Description:
    """Describe the key figures of a country."""
    country, lang = Country(store, request), request.lang
    missions = Query(MISSION, (Filter("countries", "is", country.id), TAKES_PLACE))
    makers: dict[str, Callable[[], tuple[Block, ...]]] = {
        "figures": lambda: (_tiles(store, country, missions),),
        "types": lambda: _one(overviews.by_type(store, country.instruments_asked, lang)),
        "missions": lambda: (overviews.missions_by_year(store, missions, request.today.year, lang),),
        "institutes": lambda: _one(
            overviews.counted(
                store, country.instruments_asked, "institute", lang, words=of_instruments.SEVERAL.said(lang)
            )
        ),
        "indicators": lambda: overviews.figures_of(store, country.id, lang),
    }
    sections = sections_of(KIND, request, makers)
    name = wording.country_name(country.record, lang)
    title = Words(f"{name} : chiffres clés", f"Key figures: {name}")
    return described(
        store,
        request,
        KIND,
        title=title,
        subtitle=wording.on(request.today),
        sections=sections,
        country=str(country.record["code"]),
    )


def _one(block: Block | None) -> tuple[Block, ...]:
    return (block,) if block is not None else ()


def _tiles(store: Store, country: Country, missions: Query) -> Tiles:
    lang = country.lang
    running = country.instruments_asked.where(Filter("status", "in", of_instruments.RUNNING))
    period = country.period
    lately = missions.where(Filter("starts_on", "from", period.start), Filter("starts_on", "until", period.end))
    asked = (
        ("partners", PARTNER.words, country.partners_asked, ""),
        ("running", Words("instruments en cours", "running instruments"), running, ""),
        (
            "instruments",
            Words("instruments depuis le début", "instruments ever"),
            Query(INSTRUMENT, running.filters[:1]),
            "",
        ),
        ("missions", Words("missions", "missions"), lately, period.label.said(lang)),
    )
    return Tiles(
        tuple(
            Figure(name, words.said(lang).lower(), store.count(query), query, note=note)
            for name, words, query, note in asked
        )
    )


KIND = Kind(
    "key_figures",
    Words("Chiffres clés", "Key figures"),
    Words("Un pays sur une page", "One country on a page"),
    "star",
    ("country!", "period"),
    (
        Part("figures", Words("En bref", "In brief")),
        Part("types", Words("Instruments par type", "Instruments by type")),
        Part("missions", Words("Dix ans de missions", "Ten years of missions")),
        Part("institutes", Words("Par institut du CNRS", "By CNRS institute"), on=False),
        Part("indicators", Words("Indicateurs du pays", "Indicators of the country")),
        FOREWORD,
    ),
    describe,
    letters="KF",
    one_page=True,
)
