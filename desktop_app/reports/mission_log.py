"""The mission log: the missions of a period, of a country or of one traveller, with what they cost."""

from collections.abc import Sequence
from datetime import date

from desktop_app.domain.dates import MONTHS_EN, MONTHS_FR
from desktop_app.domain.mission import MISSION, OFF
from desktop_app.domain.person import PERSON
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.reports import instruments as of_instruments
from desktop_app.reports import wording
from desktop_app.reports.description import Block, Description, Figure, Money, Text, Tiles
from desktop_app.reports.letterhead import described, sections_of
from desktop_app.reports.listing import Listing
from desktop_app.reports.missions import ONE, SEVERAL, missions_blocks
from desktop_app.reports.request import FILTERED, Kind, Part, Period, Request
from desktop_app.store.base import Store
from desktop_app.store.figures import TAKES_PLACE
from desktop_app.store.queries import Filter, Query

_FIELDS = (
    ("starts_on", 0.0), ("ends_on", 0.0), ("person", 3.0), ("unit", 2.0), ("countries", 2.0), ("cities", 2.0), ("partner", 4.0),
    ("purpose", 2.0), ("status", 0.0), ("cost", 0.0),
)  # fmt: skip


def describe(store: Store, request: Request) -> Description:
    """Describe the missions of a period."""
    lang, listing = request.lang, Listing(store, request.lang)
    conditions = list(request.filters)
    if request.period or not request.is_selection:
        period = request.over
        conditions += Filter("starts_on", "from", period.start), Filter("starts_on", "until", period.end)
    if request.country:
        conditions.append(Filter("countries", "is", request.country))
    if request.record:
        conditions.append(Filter("person", "is", request.record))
    asked = Query(MISSION, tuple(conditions), search=request.search, sort=(("starts_on", False),))
    found = listing.records(asked)
    period = request.period or (_covering(found, request.today) if request.is_selection else request.over)
    makers = {
        "figures": lambda: _figures(asked, found, lang),
        "chart": lambda: missions_blocks(
            asked.where(TAKES_PLACE),
            [mission for mission in found if mission.get("status") not in OFF],
            period,
            lang,
        ),
        "list": lambda: _list(listing, asked, found),
    }
    sections = sections_of(KIND, request, makers)
    who = store.names.label("person", request.record, lang) if request.record else ""
    where = store.names.label("country", request.country, lang) if request.country else ""
    of = " · ".join(part for part in (who, where) if part)
    title = Words(f"Missions : {of}", f"Missions: {of}") if of else Words("Journal des missions", "Mission log")
    said_ = [wording.capital(period.words.said(language)) for language in ("fr", "en")]
    if request.is_selection:
        said_ = [f"{words} · {FILTERED.said(language)}" for words, language in zip(said_, ("fr", "en"), strict=True)]
    subtitle = Words(*said_)
    return described(store, request, KIND, title=title, subtitle=subtitle, sections=sections)


def _covering(found: Sequence[Record], today: date) -> Period:
    """Return the whole years in which missions begin."""
    years = [int(str(mission["starts_on"])[:4]) for mission in found if mission.get("starts_on")]
    return Period(date(min(years, default=today.year), 1, 1), date(max(years, default=today.year), 12, 31))


def _figures(asked: Query, found: list[dict[str, Value]], lang: str) -> tuple[Block, ...]:
    count = len(found)
    tiles = [Figure("missions", wording.noun(count, ONE, SEVERAL, lang), count, asked)]
    travellers = len({mission.get("person") for mission in found} - {None})
    tiles.append(
        Figure("travellers", Words("missionnaires", "travellers").said(lang), travellers, asked, "distinct", "person")
    )
    for currency, total in of_instruments.sums(found, "cost").items():
        of_currency = asked.where(Filter("currency", "is", currency or None))
        tiles.append(
            Figure(
                "cost", Words("coût connu", "known cost").said(lang), Money(total, currency), of_currency, "sum", "cost"
            )
        )
    return (Tiles(tuple(tiles)),)


def _list(listing: Listing, asked: Query, found: list[dict[str, Value]]) -> tuple[Block, ...]:
    if not found:
        return (Text(Words("Aucune mission dans la période.", "No mission in the period.").said(listing.lang)),)
    months = MONTHS_FR if listing.lang == "fr" else MONTHS_EN

    def month(record: Record) -> str:
        text = str(record.get("starts_on") or "")
        return f"{months[int(text[5:7]) - 1].capitalize()} {text[:4]}" if len(text) >= 7 else text[:4] or "–"

    columns = [listing.field(MISSION, name, share) for name, share in _FIELDS]
    return (listing.table(columns, found, asked, by=month),)


KIND = Kind(
    "mission_log",
    Words("Journal des missions", "Mission log"),
    Words("Par période, pays, personne", "By period, country or person"),
    "plane",
    ("country", "ref", "period"),
    (
        Part("figures", Words("Chiffres clés", "Key figures")),
        Part("chart", Words("Par mois et par motif", "By month and purpose"), on=False),
        Part("list", Words("Liste", "List")),
    ),
    describe,
    entity=PERSON,
    sheet="landscape",
    letters="ML",
)
