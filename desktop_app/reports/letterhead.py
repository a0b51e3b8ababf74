"""What stands on every report, whatever it says: the office, when it was printed, whether the data are invented."""

from collections.abc import Callable, Mapping

from desktop_app.domain.place import COUNTRY, OFFICE
from desktop_app.domain.words import Words
from desktop_app.reports.codes import with_codes
from desktop_app.reports.description import Block, Description, Section
from desktop_app.reports.request import Kind, Request
from desktop_app.store.base import Store


def office_name(store: Store, lang: str) -> str:
    """Return the name of the office whose base this is."""
    found = store.resolve("office", store.office)
    office = (store.get(OFFICE, found) if found else None) or {}
    return str(office.get(f"name_{lang}") or office.get("name_fr") or f"CNRS · {store.office}")


Makers = Mapping[str, Callable[[], tuple[Block, ...]]]
_IN_BRIEF = ("figures", "facts")  # stand below the title, without a heading of their own


def sections_of(kind: Kind, request: Request, makers: Makers) -> tuple[Section, ...]:
    """Return the parts that are asked for, in the order of the report, those that have something to say.

    A part without a maker is no section: it says what the others may show.
    """
    asked = (part for part in kind.parts if part.name in request.sections and part.name in makers)
    made = [(part, makers[part.name]()) for part in asked]
    return tuple(
        Section(part.name, "" if part.name in _IN_BRIEF else part.words.said(request.lang), blocks)
        for part, blocks in made
        if blocks
    )


def described(
    store: Store,
    request: Request,
    kind: Kind,
    *,
    title: Words,
    subtitle: Words,
    sections: tuple[Section, ...],
    country: str = "",
) -> Description:
    """Return a report with its letterhead, its foot, and the codes below its tables."""
    ref = ""
    if kind.entity is not None and request.record:
        ref = str((store.get(kind.entity, request.record) or {}).get("ref") or "")
    place = store.get(COUNTRY, request.country) if request.country else None
    sections = with_codes(sections, kind, request, str(place["code"]) if place else "", ref)
    return Description(
        kind.name,
        request.lang,
        office_name(store, request.lang),
        title.said(request.lang),
        subtitle.said(request.lang),
        sections,
        printed=request.now,
        as_of=request.as_of or request.now,
        demo=store.demo,
        paper=request.paper,
        country=country,
    )
