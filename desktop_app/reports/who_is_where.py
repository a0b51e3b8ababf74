"""Who is where: who is in the countries of the office on a day, how to reach them, and who leaves in the weeks after."""

from dataclasses import replace
from datetime import date, timedelta

from desktop_app.domain.event import EVENT
from desktop_app.domain.leg import LEG
from desktop_app.domain.mission import MISSION, OFF
from desktop_app.domain.person import PERSON
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.reports import wording
from desktop_app.reports.description import Description, TwoLines
from desktop_app.reports.letterhead import described, sections_of
from desktop_app.reports.listing import Col, Listing
from desktop_app.reports.request import Kind, Part, Request
from desktop_app.store.base import Store
from desktop_app.store.figures import TAKES_PLACE
from desktop_app.store.queries import Filter, Query
from desktop_app.store.zones import zone_of

WEEKS = 4
_DAYS = (("starts_on", 0.0), ("ends_on", 0.0))
_EVENT = (("starts_on", 0.0), ("ends_on", 0.0), ("city", 2.0), ("country", 2.0), ("participants", 5.0))


def describe(store: Store, request: Request) -> Description:
    """Describe who travels to a country, or to those of the office where none is asked for."""
    listing, today = Listing(store, request.lang), request.today
    end = request.period.last if request.period else today + timedelta(weeks=WEEKS)
    zone = (request.country,) if request.country else zone_of(store, today)
    going, visiting = (Query(MISSION, (TAKES_PLACE,)), Query(EVENT, (Filter("status", "is_not", OFF),)))
    if zone:  # an office without one sees all
        going, visiting = going.where(Filter("countries", "in", zone)), visiting.where(Filter("country", "in", zone))
    away = replace(going.where(*_under_way(today)), sort=(("ends_on", False),))
    first, last = (today + timedelta(days=1)).isoformat(), end.isoformat()
    soon = replace(
        going.where(Filter("starts_on", "from", first), Filter("starts_on", "until", last)),
        sort=(("starts_on", False),),
    )
    events = replace(visiting.where(*_under_way(today)), sort=(("starts_on", False),))
    makers = {
        "now": lambda: listing.blocks(
            _columns(listing, today), away, Words("Personne n’est en mission.", "Nobody is on a mission.")
        ),
        "events": lambda: listing.blocks(
            [listing.title(EVENT, 4), *(listing.field(EVENT, name, share) for name, share in _EVENT)], events
        ),
        "soon": lambda: listing.blocks(
            _columns(listing, None), soon, Words("Aucun départ prévu.", "No departure is planned.")
        ),
    }
    where = _where(store, request)
    subtitle = Words(
        f"{where.fr}, au {wording.long_date(today, 'fr')}\u00a0; départs jusqu’au {wording.long_date(end, 'fr')}",
        f"{where.en}, on {wording.long_date(today, 'en')}; departures until {wording.long_date(end, 'en')}",
    )
    sections = sections_of(KIND, request, makers)
    return described(store, request, KIND, title=KIND.title, subtitle=subtitle, sections=sections)


def _under_way(day: date) -> tuple[Filter, Filter]:
    return Filter("ends_on", "lasts", day.isoformat()), Filter("starts_on", "until", day.isoformat())


def _where(store: Store, request: Request) -> Words:
    if request.country:
        return Words(*(store.names.label("country", request.country, lang) for lang in ("fr", "en")))
    if zone_of(store, request.today):
        return Words("Pays du bureau", "Countries of the office")
    return Words("Tous les pays", "All countries")


def _columns(listing: Listing, day: date | None) -> list[Col]:
    """Return who travels, when, where (on a day by the leg of that day), and how to reach them and their hosts."""
    person, unit = MISSION.fields["person"].words, MISSION.fields["unit"].type

    def traveller(mission: Record) -> TwoLines:
        return TwoLines(
            str(listing.cell(MISSION, "person", mission) or ""), unit.show(mission.get("unit"), listing.showing)
        )

    def place(mission: Record) -> TwoLines:
        leg = _leg_on(listing.store, mission, day) if day else None
        entity, town, country = (LEG, "city", "country") if leg else (MISSION, "cities", "countries")
        above, below = (str(listing.cell(entity, name, leg or mission) or "") for name in (town, country))
        return TwoLines(above, below) if above else TwoLines(below, "")

    def host(mission: Record) -> TwoLines:
        contact = _reached(listing.store, mission.get("contact"))
        name = str(listing.cell(MISSION, "contact", mission) or "")
        below = " · ".join(part for part in (name, str(contact.get("phone") or "")) if part)
        partner = str(listing.cell(MISSION, "partner", mission) or "")
        return TwoLines(partner, below) if partner else TwoLines(below, "")

    def reach(mission: Record) -> TwoLines:
        who = _reached(listing.store, mission.get("person"))
        phone, mail = (str(who.get(name) or "") for name in ("phone", "email"))
        return TwoLines(phone, mail) if phone else TwoLines(mail, "")

    return [
        Col(person, 3, traveller), *(listing.field(MISSION, name, share) for name, share in _DAYS),
        Col(Words("Lieu", "Place"), 2.5, place), Col(Words("Coordonnées", "How to reach them"), 4, reach),
        Col(Words("Accueil", "Host"), 4, host),
    ]  # fmt: skip


def _leg_on(store: Store, mission: Record, day: date) -> Record | None:
    """Return the leg on which somebody is on a day: on a day of change the one that begins."""
    asked = Query(LEG, (Filter("mission", "is", mission["id"]), *_under_way(day)), sort=(("starts_on", True),), limit=1)
    found = store.records(asked)
    store.names.fetch(LEG, found)
    return next(iter(found), None)


def _reached(store: Store, person: Value) -> Record:
    """Return a person that may be named with an address; nothing of those who object, or whose data are restricted."""
    found = store.names.record(PERSON.name, str(person)) if person else None
    return {} if found is None or found.get("objects") or found.get("restricted") else found


KIND = Kind(
    "who_is_where",
    Words("Qui est où", "Who is where"),
    Words("Missions en cours et à venir", "Missions now and to come"),
    "users",
    ("country", "period"),
    (
        Part("now", Words("En mission ce jour", "On a mission that day")),
        Part("events", Words("Délégations et évènements ce jour", "Delegations and events that day")),
        Part("soon", Words("Départs à venir", "Departures to come")),
    ),
    describe,
    letters="WW",
)
