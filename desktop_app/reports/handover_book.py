"""The handover book: what a successor must know on the first day."""

from datetime import UTC, datetime

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.words import Words
from desktop_app.reports import deadlines, wording
from desktop_app.reports import instruments as of_instruments
from desktop_app.reports.contact_list import contacts
from desktop_app.reports.description import Block, Column, Description, Row, table
from desktop_app.reports.letterhead import FOREWORD, described, sections_of
from desktop_app.reports.listing import Listing
from desktop_app.reports.request import Kind, Part, Request
from desktop_app.store.base import Store
from desktop_app.store.figures import TAKES_PLACE
from desktop_app.store.queries import Filter, Query

_DECISIONS = 60  # steps of the journal that a reader still goes through


def describe(store: Store, request: Request) -> Description:
    """Describe what is open, who holds what, what was decided, whom to call."""
    listing, lang = Listing(store, request.lang), request.lang
    makers = {
        "deadlines": lambda: deadlines.rows_of(store, deadlines.in_time(store, request)[0], lang, request.today),
        "workbooks": lambda: _workbooks(store, lang),
        "instruments": lambda: _instruments(listing, request),
        "missions": lambda: _missions(listing, request),
        "notes": lambda: _notes(listing, request),
        "decisions": lambda: _decisions(store, lang),
        "contacts": lambda: _contacts(listing, request),
    }
    sections = sections_of(KIND, request, makers)
    return described(store, request, KIND, title=KIND.title, subtitle=wording.on(request.today), sections=sections)


def _workbooks(store: Store, lang: str) -> tuple[Block, ...]:
    rows = [
        Row(
            (
                one.number,
                one.recipient,
                datetime.fromtimestamp(one.wall / 1000, UTC).astimezone().date(),
                one.due_on or "",
            )
        )
        for one in store.ledger.shipments()
        if one.state == "out"
    ]
    heads = (
        Column(Words("Numéro", "Number").said(lang)), Column(Words("Destinataire", "Recipient").said(lang), 1, strong=True),
        Column(Words("Envoyé le", "Sent on").said(lang)), Column(Words("Retour demandé", "Due back").said(lang)),
    )  # fmt: skip
    return (table(heads, rows),) if rows else ()


def _instruments(listing: Listing, request: Request) -> tuple[Block, ...]:
    here = (Filter("countries", "is", request.country),) if request.country else ()
    asked = Query(INSTRUMENT, (*here, Filter("status", "in", (*of_instruments.RUNNING, "report_due", "in_signature"))))
    found = of_instruments.in_order(listing.store, listing.records(asked))
    columns = [
        listing.field(INSTRUMENT, "type"), listing.title(INSTRUMENT, 3), listing.field(INSTRUMENT, "countries", 2),
        listing.field(INSTRUMENT, "ends_on"), listing.field(INSTRUMENT, "status", 2),
    ]  # fmt: skip
    return (listing.table(columns, found, asked),) if found else ()


def _missions(listing: Listing, request: Request) -> tuple[Block, ...]:
    here = (Filter("countries", "is", request.country),) if request.country else ()
    asked = Query(
        MISSION,
        (*here, TAKES_PLACE, Filter("starts_on", "from", request.today.isoformat())),
        sort=(("starts_on", False),),
    )
    names = (("starts_on", 0.0), ("ends_on", 0.0), ("person", 3.0), ("cities", 2.0), ("purpose", 2.0), ("status", 2.0))
    return listing.blocks([listing.field(MISSION, name, share) for name, share in names], asked)


def _notes(listing: Listing, request: Request) -> tuple[Block, ...]:
    """Return what was noted on running instruments and on partners, as it was written."""
    blocks: list[Block] = []
    for entity, place in ((INSTRUMENT, "countries"), (PARTNER, "country")):
        here = (Filter(place, "is", request.country),) if request.country else ()
        asked = Query(entity, (*here, Filter("notes", "filled")))
        if entity is INSTRUMENT:
            asked = asked.where(Filter("status", "in", of_instruments.RUNNING))
        blocks += listing.blocks([listing.title(entity, 2), listing.field(entity, "notes", 5)], asked)
    return tuple(blocks)


def _decisions(store: Store, lang: str) -> tuple[Block, ...]:
    rows = [
        Row(
            (
                datetime.fromtimestamp(step.wall / 1000, UTC).astimezone().date(),
                step.words.said(lang),
                step.author,
                step.file_name or "",
                step.changes,
            )
        )
        for step in store.steps(_DECISIONS)
        if not step.undone
    ]
    heads = (
        Column(Words("Jour", "Day").said(lang)), Column(Words("Quoi", "What").said(lang), 4),
        Column(Words("Qui", "Who").said(lang), 2),
        Column(Words("Fichier", "File").said(lang), 2), Column(Words("Changements", "Changes").said(lang), number=True),
    )  # fmt: skip
    return (table(heads, rows),) if rows else ()


def _contacts(listing: Listing, request: Request) -> tuple[Block, ...]:
    asked, found = contacts(listing, request)
    names = (("position", 2.5), ("partner", 3.0), ("email", 5.0), ("phone", 2.0))
    columns = [listing.title(PERSON), *(listing.field(PERSON, name, share) for name, share in names)]
    return (listing.table(columns, found, asked),) if found else ()


KIND = Kind(
    "handover_book",
    Words("Livret de passation", "Handover book"),
    Words("Tout pour qui prend la suite", "All that a successor needs"),
    "handshake",
    ("country",),
    (
        Part("deadlines", Words("Échéances des douze mois", "Deadlines of twelve months")),
        Part("workbooks", Words("Classeurs envoyés, non revenus", "Workbooks out, not back")),
        Part("instruments", Words("Instruments en cours", "Running instruments")),
        Part("missions", Words("Missions à venir", "Missions to come")),
        Part("notes", Words("Ce qui a été noté", "What was noted")),
        Part("decisions", Words("Dernières décisions", "Latest decisions")),
        Part("contacts", Words("Contacts", "Contacts")),
        Part(
            "restricted",
            Words("Avec les données à traitement limité", "With restricted data"),
            on=False,
            confidential=True,
        ),
        FOREWORD,
    ),
    describe,
    letters="HB",
)
