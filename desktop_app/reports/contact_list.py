"""The contact list: whom one knows at the partners, without those who object or whose data are restricted."""

from desktop_app.domain.partner import PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.reports import instruments as of_instruments
from desktop_app.reports.description import Description, Section, Text
from desktop_app.reports.letterhead import described
from desktop_app.reports.listing import Listing
from desktop_app.reports.request import FILTERED, Kind, Part, Request
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query

_FIELDS = (("position", 3.0), ("email", 4.0), ("phone", 2.0))


def contacts(listing: Listing, request: Request) -> tuple[Query, list[dict[str, Value]]]:
    """Return the contacts at partners, of a country or of all, and their question; the restricted ones only where chosen."""
    conditions = [Filter("partner", "filled"), Filter("objects", "is_not", True), *request.filters]
    if request.country:
        partners = listing.store.records(Query(PARTNER, (Filter("country", "is", request.country),)))
        conditions[0] = Filter("partner", "in", of_instruments.ids_of(partners))
    if "restricted" not in request.sections:
        conditions.append(Filter("restricted", "is_not", True))
    sort = (("partner", False), ("family_name", False), ("given_name", False))
    asked = Query(PERSON, tuple(conditions), search=request.search, sort=sort, lang=request.lang)
    return asked, listing.records(asked) if conditions[0].value != () else []


def describe(store: Store, request: Request) -> Description:
    """Describe the contacts."""
    lang, listing = request.lang, Listing(store, request.lang)
    asked, found = contacts(listing, request)

    def place(record: Record) -> str:
        partner = store.names.record("partner", str(record["partner"])) or {}
        city = str(partner.get("city") or "")
        name = store.names.label("partner", str(record["partner"]), lang)
        return f"{name}, {city}" if city else name

    columns = [listing.title(PERSON), *(listing.field(PERSON, name, share) for name, share in _FIELDS)]
    blocks = (listing.table(columns, found, asked, by=place),) if found else (Text(_NONE.said(lang)),)
    where = store.names.label("country", request.country, lang) if request.country else ""
    title = Words(f"Contacts : {where}", f"Contacts: {where}") if where else KIND.title
    count = Words(f"{len(found)} personnes", f"{len(found)} people")
    if request.is_selection:
        count = Words(f"{count.fr} · {FILTERED.fr}", f"{count.en} · {FILTERED.en}")
    sections = (Section("list", "", blocks),) if "list" in request.sections else ()
    return described(store, request, KIND, title=title, subtitle=count, sections=sections)


_NONE = Words("Aucun contact.", "No contact.")

KIND = Kind(
    "contact_list",
    Words("Liste de contacts", "Contact list"),
    Words("Personnes, par partenaire", "People, by partner"),
    "user",
    ("country",),
    (
        Part("list", Words("Contacts", "Contacts")),
        Part(
            "restricted",
            Words("Avec les données à traitement limité", "With restricted data"),
            on=False,
            confidential=True,
        ),
    ),
    describe,
    letters="CT",
)
