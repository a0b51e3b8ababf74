"""Who is where: who travels on a day, and who leaves in the weeks after."""

from datetime import timedelta

from desktop_app.domain.mission import MISSION
from desktop_app.domain.words import Words
from desktop_app.reports import wording
from desktop_app.reports.description import Description
from desktop_app.reports.letterhead import described, sections_of
from desktop_app.reports.listing import Listing
from desktop_app.reports.request import Kind, Part, Request
from desktop_app.store.base import Store
from desktop_app.store.figures import TAKES_PLACE
from desktop_app.store.queries import Filter, Query

WEEKS = 4
_FIELDS = (
    ("person", 3.0),
    ("starts_on", 0.0),
    ("ends_on", 0.0),
    ("countries", 2.0),
    ("cities", 2.0),
    ("partner", 4.0),
    ("contact", 2.0),
)


def describe(store: Store, request: Request) -> Description:
    """Describe who travels."""
    listing, today = Listing(store, request.lang), request.today
    end = request.period.last if request.period else today + timedelta(weeks=WEEKS)
    going: tuple[Filter, ...] = (TAKES_PLACE,)
    if request.country:
        going = (*going, Filter("countries", "is", request.country))
    day, next_day = today.isoformat(), (today + timedelta(days=1)).isoformat()
    away = Query(
        MISSION, (*going, Filter("starts_on", "until", day), Filter("ends_on", "from", day)), sort=(("ends_on", False),)
    )
    soon = Query(
        MISSION,
        (*going, Filter("starts_on", "from", next_day), Filter("starts_on", "until", end.isoformat())),
        sort=(("starts_on", False),),
    )
    columns = [listing.field(MISSION, name, share) for name, share in _FIELDS]
    nobody = Words("Personne n’est en mission.", "Nobody is on a mission.")
    nothing = Words("Aucun départ prévu.", "No departure is planned.")
    makers = {
        "now": lambda: listing.blocks(columns, away, nobody),
        "soon": lambda: listing.blocks(columns, soon, nothing),
    }
    sections = sections_of(KIND, request, makers)
    subtitle = Words(
        f"Au {wording.long_date(today, 'fr')}, départs jusqu’au {wording.long_date(end, 'fr')}",
        f"On {wording.long_date(today, 'en')}, departures until {wording.long_date(end, 'en')}",
    )
    return described(store, request, KIND, title=KIND.title, subtitle=subtitle, sections=sections)


KIND = Kind(
    "who_is_where",
    Words("Qui est où", "Who is where"),
    Words("Missions en cours et à venir", "Missions now and to come"),
    "users",
    ("country", "period"),
    (
        Part("now", Words("En mission ce jour", "On a mission that day")),
        Part("soon", Words("Départs à venir", "Departures to come")),
    ),
    describe,
    letters="WW",
)
