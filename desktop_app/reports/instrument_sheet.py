"""The instrument sheet: one instrument on a page, or all those of a country as a booklet."""

from collections import defaultdict
from collections.abc import Sequence

from desktop_app.domain.entity import Entity
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import FUNDING, LINK, MILESTONE, OUTPUT, PARTY, PERIOD
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.reports import instruments as of_instruments
from desktop_app.reports.description import Block, Description, Text
from desktop_app.reports.listing import Col, Listing
from desktop_app.reports.request import Kind, Part, Request
from desktop_app.reports.sheets import asked_for, booklet
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query

_FACTS = (
    "type", "code", "former_codes", "status", "starts_on", "ends_on", "institute", "institutes", "countries", "city", "fields",
    "website",
)  # fmt: skip
# The parts of an instrument, the fields that tell of each, and what they are put in order by.
_CHILDREN: dict[str, tuple[Entity, tuple[tuple[str, float], ...], str]] = {
    "parties": (PARTY, (("role", 3), ("partner", 4), ("unit", 3), ("person", 3)), "role"),
    "periods": (PERIOD, (("number", 0), ("starts_on", 0), ("ends_on", 0), ("signed_on", 0), ("signatories", 3), ("budget", 0)),
                "starts_on"),
    "milestones": (MILESTONE, (("kind", 3), ("due_on", 0), ("done_on", 0), ("notes", 4)), "due_on"),
    "funding": (FUNDING, (("source", 3), ("year", 0), ("planned", 0), ("spent", 0)), "year"),
    "links": (LINK, (("kind", 2), ("other", 4), ("since_on", 0)), "since_on"),
    "outputs": (OUTPUT, (("year", 0), ("kind", 2), ("title", 6)), "year"),
}  # fmt: skip


def describe(store: Store, request: Request) -> Description:
    """Describe one instrument, or all those of a country."""
    return of_these(store, request, of_instruments.ids_of(asked_for(store, request, KIND, INSTRUMENT)))


def of_these(store: Store, request: Request, ids: Sequence[str]) -> Description:
    """Describe some instruments, one a page, in the order of reports."""
    found = list(store.many(INSTRUMENT, ids).values())
    if len(found) > 1:
        found = of_instruments.in_order(store, found)
    store.names.fetch(INSTRUMENT, found)
    listing = Listing(store, request.lang)
    children = {
        part: _children(listing, *spec, of_instruments.ids_of(found))
        for part, spec in _CHILDREN.items()
        if part in request.sections
    }
    sheets = [_sheet(listing, request, record, children) for record in found]
    nothing = Words("Aucun instrument.", "No instrument.")
    return booklet(store, request, KIND, found, sheets, nothing)


def _children(
    listing: Listing, entity: Entity, _fields: object, order: str, ids: Sequence[str]
) -> dict[str, list[dict[str, Value]]]:
    found: dict[str, list[dict[str, Value]]] = defaultdict(list)
    for record in listing.records(Query(entity, (Filter("instrument", "in", tuple(ids)),))) if ids else []:
        found[str(record["instrument"])].append(record)
    for records in found.values():
        records.sort(key=lambda record: (record.get(order) is None, str(record.get(order) or "")))
    return found


def _sheet(
    listing: Listing, request: Request, record: Record, children: dict[str, dict[str, list[dict[str, Value]]]]
) -> list[tuple[str, Words, tuple[Block, ...]]]:
    full = _full_title(record, request.lang)
    head: tuple[Block, ...] = (*([Text(full)] if full else []), listing.facts(INSTRUMENT, record, _FACTS))
    parts: list[tuple[str, Words, tuple[Block, ...]]] = [("facts", KIND.part("facts").words, head)]
    for name, held in children.items():
        entity, fields, _ = _CHILDREN[name]
        if own := held.get(str(record["id"])):
            columns: list[Col] = [listing.field(entity, field, share) for field, share in fields]
            asked = Query(entity, (Filter("instrument", "is", record["id"]),))
            parts.append((name, KIND.part(name).words, (listing.table(columns, own, asked),)))
    if "notes" in request.sections and record.get("notes"):
        parts.append(("notes", KIND.part("notes").words, (Text(str(record["notes"])),)))
    return parts


def _full_title(record: Record, lang: str) -> str:
    french = record.get("title_fr") if lang == "fr" else None
    full = str(french or record.get("title") or "")
    return full if record.get("acronym") else ""


KIND = Kind(
    "instrument_sheet",
    Words("Fiche d’un instrument", "Instrument sheet"),
    Words("Une par page, ou tout un pays", "One per page, or a whole country"),
    "flask-conical",
    ("ref", "country"),
    (
        Part("facts", Words("Identité", "Identity")),
        Part("parties", Words("Parties", "Parties")),
        Part("periods", Words("Périodes et budget", "Periods and budget")),
        Part("milestones", Words("Étapes", "Milestones")),
        Part("funding", Words("Financements", "Funding")),
        Part("links", Words("Liens", "Links")),
        Part("outputs", Words("Productions communes", "Joint outputs")),
        Part("notes", Words("Notes", "Notes"), on=False),
    ),
    describe,
    entity=INSTRUMENT,
    letters="IS",
    one_page=True,
    by_country="countries",
)
