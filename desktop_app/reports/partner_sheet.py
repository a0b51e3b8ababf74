"""The partner sheet: what was done with one partner, or with each partner of a country as a booklet."""

from typing import TYPE_CHECKING

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import PARTY
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import ACCESS, PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.reports import instruments as of_instruments
from desktop_app.reports.description import Block, Description, Text
from desktop_app.reports.listing import Listing
from desktop_app.reports.request import Kind, Part, Request
from desktop_app.reports.sheets import asked_for, booklet
from desktop_app.store.base import Store
from desktop_app.store.figures import TAKES_PLACE
from desktop_app.store.queries import Filter, Query

if TYPE_CHECKING:
    from collections.abc import Callable

_FACTS = ("acronym", "local_name", "kind", "parent", "status", "since_on", "country", "city", "address", "website",
          "infrastructures")  # fmt: skip


def describe(store: Store, request: Request) -> Description:
    """Describe one partner, or all those of a country."""
    found = asked_for(store, request, KIND, PARTNER)
    listing = Listing(store, request.lang)
    sheets = [_sheet(listing, request, record) for record in found]
    return booklet(store, request, KIND, found, sheets, Words("Aucun partenaire.", "No partner."))


def _sheet(listing: Listing, request: Request, partner: Record) -> list[tuple[str, Words, tuple[Block, ...]]]:
    makers: dict[str, Callable[[], tuple[Block, ...]]] = {
        "facts": lambda: (listing.facts(PARTNER, partner, _FACTS),),
        "instruments": lambda: _instruments(listing, partner),
        "missions": lambda: _missions(listing, request, partner),
        "access": lambda: _access(listing, partner),
        "contacts": lambda: _contacts(listing, partner),
        "notes": lambda: (Text(str(partner["notes"])),) if partner.get("notes") else (),
    }
    return [(part.name, part.words, makers[part.name]()) for part in KIND.parts if part.name in request.sections]


def _instruments(listing: Listing, partner: Record) -> tuple[Block, ...]:
    asked = Query(PARTY, (Filter("partner", "is", partner["id"]),))
    roles: dict[str, list[str]] = {}
    for party in listing.store.records(asked):
        roles.setdefault(str(party["instrument"]), []).append(
            PARTY.fields["role"].type.show(party.get("role"), listing.showing)
        )
    living: list[dict[str, Value]] = list(listing.store.many(INSTRUMENT, roles).values())
    if not living:
        return ()
    found = of_instruments.in_order(listing.store, living)
    listing.store.names.fetch(INSTRUMENT, found)
    role = PARTY.fields["role"].words
    columns = [
        listing.title(INSTRUMENT, 4),
        listing.field(INSTRUMENT, "type"),
        listing.years(),
        listing.field(INSTRUMENT, "status", 2),
    ]
    columns.append(columns[0]._replace(words=role, share=3, cell=lambda record: ", ".join(roles[str(record["id"])])))
    return (listing.table(columns, found, asked),)


def _missions(listing: Listing, request: Request, partner: Record) -> tuple[Block, ...]:
    period = request.over
    asked = Query(
        MISSION,
        (
            Filter("partner", "is", partner["id"]), Filter("starts_on", "from", period.start),
            Filter("starts_on", "until", period.end), TAKES_PLACE,
        ),
        sort=(("starts_on", True),),
    )  # fmt: skip
    columns = [listing.field(MISSION, name, share) for name, share in _MISSION]
    return listing.blocks(columns, asked)


_MISSION = (("starts_on", 0.0), ("ends_on", 0.0), ("person", 3.0), ("purpose", 3.0), ("direction", 3.0))


def _access(listing: Listing, partner: Record) -> tuple[Block, ...]:
    asked = Query(ACCESS, (Filter("partner", "is", partner["id"]),), sort=(("infrastructure", False),))
    columns = [listing.field(ACCESS, "infrastructure", 3), listing.field(ACCESS, "operator", 3)]
    further = [listing.field(ACCESS, "terms", 3), listing.field(ACCESS, "contact", 2)]
    return listing.blocks([*columns, listing.years("since_on", "until_on"), *further], asked)


def _contacts(listing: Listing, partner: Record) -> tuple[Block, ...]:
    asked = Query(
        PERSON,
        (
            Filter("partner", "is", partner["id"]),
            Filter("objects", "is_not", True),
            Filter("restricted", "is_not", True),
        ),
        sort=(("family_name", False), ("given_name", False)),
    )
    names = (("position", 3.0), ("email", 4.0), ("phone", 0.0))
    return listing.blocks(
        [listing.title(PERSON), *(listing.field(PERSON, name, share) for name, share in names)], asked
    )


KIND = Kind(
    "partner_sheet",
    Words("Fiche d’un partenaire", "Partner sheet"),
    Words("Historique avec un partenaire", "History with one partner"),
    "landmark",
    ("ref", "country", "period"),
    (
        Part("facts", Words("Identité", "Identity")),
        Part("instruments", Words("Instruments", "Instruments")),
        Part("missions", Words("Missions de la période", "Missions of the period")),
        Part("access", Words("Accès aux infrastructures", "Access to infrastructures")),
        Part("contacts", Words("Contacts", "Contacts"), on=False),
        Part("notes", Words("Notes", "Notes"), on=False),
    ),
    describe,
    entity=PARTNER,
    letters="PS",
    by_country="country",
    one_page=True,
)
