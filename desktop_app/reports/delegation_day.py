"""The delegation day sheet: one event, its programme, who comes, whom to call."""

from collections.abc import Callable, Sequence

from desktop_app.domain.event import EVENT, TASK
from desktop_app.domain.instrument_parts import FUNDING
from desktop_app.domain.mission import MISSION
from desktop_app.domain.naming import title
from desktop_app.domain.person import PERSON
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Record
from desktop_app.domain.words import Words
from desktop_app.reports.description import Block, Description, Text
from desktop_app.reports.letterhead import described, sections_of
from desktop_app.reports.listing import Listing
from desktop_app.reports.request import Kind, Part, Request
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query

_FACTS = (
    "kind",
    "direction",
    "status",
    "starts_on",
    "ends_on",
    "city",
    "country",
    "partners",
    "organisers",
    "embassy",
    "instrument",
)

_OWN = ("position", "email", "phone")


def describe(store: Store, request: Request) -> Description:
    """Describe an event."""
    event = store.get(EVENT, request.record or "")
    if event is None:
        raise Refused(Words("Choisissez un évènement.", "Choose an event."))
    store.names.fetch(EVENT, [event])
    listing = Listing(store, request.lang)
    makers: dict[str, Callable[[], tuple[Block, ...]]] = {
        "facts": lambda: (listing.facts(EVENT, event, _FACTS),),
        "programme": lambda: _lines(event.get("agenda")),
        "participants": lambda: _people(listing, event.get("participants")),
        "missions": lambda: _missions(listing, event),
        "hosts": lambda: _hosts(listing, event),
        "follow_up": lambda: (*_lines(event.get("follow_up")), *_tasks(listing, event)),
        "funding": lambda: _funding(listing, event),
        "notes": lambda: _lines(event.get("notes")),
    }
    sections = sections_of(KIND, request, makers)
    name = title(EVENT, event, listing.showing)
    days = [EVENT.fields[each].type.show(event.get(each), listing.showing) for each in ("starts_on", "ends_on")]
    subtitle = " – ".join(dict.fromkeys(day for day in days if day))
    return described(
        store, request, KIND, title=Words(name, name), subtitle=Words(subtitle, subtitle), sections=sections
    )


def _lines(text: object) -> tuple[Block, ...]:
    return tuple(Text(line) for line in str(text or "").splitlines() if line.strip())


def _people(listing: Listing, ids: object) -> tuple[Block, ...]:
    wanted = _ids(ids)
    living = listing.store.many(PERSON, wanted)
    found = [living[id_] for id_ in wanted if id_ in living]
    return _table(listing, found)


def _ids(held: object) -> tuple[str, ...]:
    return held if isinstance(held, tuple) else ()


def _table(listing: Listing, found: Sequence[Record]) -> tuple[Block, ...]:
    if not found:
        return ()
    # Who takes part is named; nothing more is said of those who object, or whose data are restricted.
    known = [
        {**person, **dict.fromkeys(_OWN)} if person.get("restricted") or person.get("objects") else person
        for person in found
    ]
    listing.store.names.fetch(PERSON, known)
    names = (("position", 2.5), ("partner", 3.0), ("email", 5.0), ("phone", 2.0))
    return (
        listing.table([listing.title(PERSON), *(listing.field(PERSON, name, share) for name, share in names)], known),
    )


def _missions(listing: Listing, event: Record) -> tuple[Block, ...]:
    asked = Query(MISSION, (Filter("event", "is", event["id"]),), sort=(("starts_on", False),))
    names = (("person", 3.0), ("starts_on", 0.0), ("ends_on", 0.0), ("cities", 3.0), ("status", 2.0))
    return listing.blocks([listing.field(MISSION, name, share) for name, share in names], asked)


def _tasks(listing: Listing, event: Record) -> tuple[Block, ...]:
    asked = Query(TASK, (Filter("event", "is", event["id"]),), sort=(("due_on", False),))
    names = (("title", 4.0), ("person", 3.0), ("due_on", 0.0), ("done_on", 0.0))
    return listing.blocks([listing.field(TASK, name, share) for name, share in names], asked)


def _funding(listing: Listing, event: Record) -> tuple[Block, ...]:
    asked = Query(FUNDING, (Filter("event", "is", event["id"]),), sort=(("year", False),))
    names = (("source", 3.0), ("year", 0.0), ("planned", 0.0), ("spent", 0.0))
    return listing.blocks([listing.field(FUNDING, name, share) for name, share in names], asked)


def _hosts(listing: Listing, event: Record) -> tuple[Block, ...]:
    """Whom to call at the partners and at the embassy; who comes along is named above."""
    ids = (*_ids(event.get("partners")), *([str(event["embassy"])] if event.get("embassy") else []))
    if not ids:
        return ()
    asked = Query(
        PERSON,
        (Filter("partner", "in", ids), Filter("objects", "is_not", True), Filter("restricted", "is_not", True)),
        sort=(("family_name", False),),
    )
    coming = set(_ids(event.get("participants")))
    return _table(listing, [one for one in listing.store.records(asked) if one["id"] not in coming])


KIND = Kind(
    "delegation_day",
    Words("Journée de délégation", "Delegation day"),
    Words("Programme et participants", "Programme and participants"),
    "calendar",
    ("ref!",),
    (
        Part("facts", Words("En bref", "In brief")),
        Part("programme", Words("Programme", "Programme")),
        Part("participants", Words("Participants", "Participants")),
        Part("missions", Words("Missions", "Missions")),
        Part("hosts", Words("Contacts sur place", "Contacts there")),
        Part("follow_up", Words("Suites à donner", "Follow-up")),
        Part("funding", Words("Financement", "Funding"), on=False),
        Part("notes", Words("Notes", "Notes"), on=False),
    ),
    describe,
    entity=EVENT,
    letters="DD",
)
