"""What stands on every report, whatever it says: the office as it shows itself, when it was printed, whether the data are
invented.
"""

from collections.abc import Callable, Mapping

from desktop_app.domain.colour import LEGIBLE, contrast, legible, mixed
from desktop_app.domain.picture import Picture, kept
from desktop_app.domain.place import COUNTRY, MUTED, OFFICE, town_in
from desktop_app.domain.values import Record, Unreadable
from desktop_app.domain.words import Words
from desktop_app.reports.codes import with_codes
from desktop_app.reports.description import Block, Description, Face, Section, Text
from desktop_app.reports.request import Kind, Part, Request
from desktop_app.store.base import Store

# A part of the reports that are read from the beginning; stands last among their parts, so that codes stay what they are.
FOREWORD = Part("foreword", Words("Mot du bureau", "Foreword of the office"))


def own_office(store: Store) -> Record:
    """Return the record of the office whose base this is."""
    found = store.resolve("office", store.office)
    return (store.get(OFFICE, found) if found else None) or {}


def office_name(store: Store, lang: str) -> str:
    """Return the name of the office whose base this is."""
    office = own_office(store)
    return str(office.get(f"name_{lang}") or office.get("name_fr") or f"CNRS · {store.office}")


def town_of(office: Record, lang: str) -> str:
    """Return the town that an office writes from, as its name says it in a language; nothing where none is kept."""
    return str(office.get("city") or "") and (town_in(str(office.get(f"name_{lang}") or "")) or str(office["city"]))


def face_of(office: Record) -> Face:
    """Return how an office shows itself; what it has not set is as usual, what can't be read is made so that it can."""
    address = " · ".join(line.strip() for line in str(office.get("address") or "").splitlines() if line.strip())
    contact = " · ".join(str(office[name]) for name in ("phone", "email", "website") if office.get(name))
    colour, tint = str(office.get("colour") or ""), str(office.get("tint") or "")
    usual = Face(tuple(filter(None, (address, contact))), _logo(office))
    if colour:
        accent = legible(colour)
        usual = Face(usual.lines, usual.logo, accent, mixed(accent, "#FFFFFF", 0.94), mixed(accent, "#FFFFFF", 0.9))
    if tint and contrast(tint, MUTED) >= LEGIBLE:
        return Face(usual.lines, usual.logo, usual.accent, tint, tint)
    return usual


def _logo(office: Record) -> Picture | None:
    try:
        return kept(str(office["logo"])) if office.get("logo") else None
    except Unreadable:
        return None


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


def foreword(office: Record, request: Request) -> tuple[Section, ...]:
    """Return what an office says before its reports, where that is asked for."""
    words = office.get(f"introduction_{request.lang}")
    if FOREWORD.name not in request.sections or not words:
        return ()
    paragraphs = tuple(Text(line.strip()) for line in str(words).splitlines() if line.strip())
    return (Section(FOREWORD.name, "", paragraphs),)


def described(
    store: Store,
    request: Request,
    kind: Kind,
    *,
    title: Words,
    subtitle: Words,
    sections: tuple[Section, ...],
    country: str = "",
    one_page: bool | None = None,
) -> Description:
    """Return a report with its letterhead, its foot, and the codes below its tables; `one_page`: where it is not always one."""
    ref = ""
    if kind.entity is not None and request.record:
        ref = str((store.get(kind.entity, request.record) or {}).get("ref") or "")
    place = store.get(COUNTRY, request.country) if request.country else None
    sections = with_codes(sections, kind, request, str(place["code"]) if place else "", ref)
    office = own_office(store)
    return Description(
        kind.name,
        request.lang,
        office_name(store, request.lang),
        title.said(request.lang),
        subtitle.said(request.lang),
        (*foreword(office, request), *sections),
        printed=request.now,
        as_of=request.as_of or request.now,
        demo=store.demo,
        paper=request.paper,
        country=country,
        face=face_of(office),
        one_page=kind.one_page if one_page is None else one_page,
    )
