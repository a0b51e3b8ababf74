"""Labels for the post: the contacts at partners, on the sheets that are sold for it."""

from dataclasses import replace

from desktop_app.domain.naming import title
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.values import Record
from desktop_app.domain.words import Words
from desktop_app.reports.contact_list import contacts
from desktop_app.reports.description import Block, Description, Labels, LabelSheet, Section, Text
from desktop_app.reports.letterhead import described
from desktop_app.reports.listing import Listing
from desktop_app.reports.request import Kind, Part, Request
from desktop_app.store.base import Store

# Avery's numbers; other makers sell the same sheets.
SMALL = LabelSheet("L7160", 3, 7, 63.5, 38.1, 7.25, 15.15, 66.0, "a4")
LARGE = LabelSheet("L7163", 2, 7, 99.1, 38.1, 4.65, 15.15, 101.6, "a4")
SMALL_LETTER = LabelSheet("5160", 3, 10, 66.68, 25.4, 4.76, 12.7, 69.85, "letter")
LARGE_LETTER = LabelSheet("5163", 2, 5, 101.6, 50.8, 3.97, 12.7, 106.36, "letter")


def describe(store: Store, request: Request) -> Description:
    """Describe the labels of the contacts of a country, or of all."""
    listing = Listing(store, request.lang)
    _, found = contacts(listing, request)
    partners = store.many(PARTNER, {str(person["partner"]) for person in found})
    sheets = (SMALL_LETTER, LARGE_LETTER) if request.paper.startswith("letter") else (SMALL, LARGE)
    sheet = sheets["large" in request.sections]
    cells = tuple(_lines(listing, person, partners.get(str(person["partner"]))) for person in found)
    blocks: tuple[Block, ...] = (
        (Labels(cells, sheet),) if cells else (Text(Words("Aucun contact.", "No contact.").said(request.lang)),)
    )
    count = Words(f"{len(cells)} étiquettes ({sheet.name})", f"{len(cells)} labels ({sheet.name})")
    sections = (Section("labels", "", blocks),) if "labels" in request.sections else ()
    return described(
        store, replace(request, paper=sheet.paper), KIND, title=KIND.title, subtitle=count, sections=sections
    )


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
    (
        Part("labels", Words("Étiquettes", "Labels")),
        Part("large", Words("Grandes (L7163, 5163)", "Large ones (L7163, 5163)"), on=False),
    ),
    describe,
    letters="LB",
)
