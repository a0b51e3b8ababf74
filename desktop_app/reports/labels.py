"""Labels for the post: the contacts at partners, three across and eight down."""

from desktop_app.domain.naming import title
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.values import Record
from desktop_app.domain.words import Words
from desktop_app.reports.contact_list import contacts
from desktop_app.reports.description import Block, Description, Labels, Section, Text
from desktop_app.reports.letterhead import described
from desktop_app.reports.listing import Listing
from desktop_app.reports.request import Kind, Part, Request
from desktop_app.store.base import Store


def describe(store: Store, request: Request) -> Description:
    """Describe the labels of the contacts of a country, or of all."""
    listing = Listing(store, request.lang)
    _, found = contacts(listing, request)
    partners = store.many(PARTNER, {str(person["partner"]) for person in found})
    cells = tuple(_lines(listing, person, partners.get(str(person["partner"]))) for person in found)
    blocks: tuple[Block, ...] = (
        (Labels(cells),) if cells else (Text(Words("Aucun contact.", "No contact.").said(request.lang)),)
    )
    count = Words(f"{len(cells)} étiquettes", f"{len(cells)} labels")
    sections = (Section("labels", "", blocks, new_page=bool(cells)),) if "labels" in request.sections else ()
    return described(store, request, KIND, title=KIND.title, subtitle=count, sections=sections)


def _lines(listing: Listing, person: Record, partner: Record | None) -> tuple[str, ...]:
    civil = PERSON.fields["title"].type.show(person.get("title"), listing.showing)
    name = title(PERSON, person, listing.showing)
    lines = [f"{civil} {name}".strip(), str(person.get("position") or "")]
    if partner is not None:
        country = PARTNER.fields["country"].type.show(partner.get("country"), listing.showing)
        address = str(partner.get("address") or "").splitlines()
        lines += [
            title(PARTNER, partner, listing.showing),
            *(address or [str(partner.get("city") or "")]),
            country.upper(),
        ]
    return tuple(line for line in lines if line.strip())


KIND = Kind(
    "labels",
    Words("Étiquettes", "Labels"),
    Words("Adresses des contacts", "Addresses of contacts"),
    "mail",
    ("country",),
    (Part("labels", Words("Étiquettes", "Labels")),),
    describe,
    letters="LB",
)
