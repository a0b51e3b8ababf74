"""What stands on every report, whatever it says: the office, when it was printed, whether the data are invented."""

from desktop_app.domain.place import COUNTRY, OFFICE
from desktop_app.domain.words import Words
from desktop_app.reports.codes import with_codes
from desktop_app.reports.description import Description, Section
from desktop_app.reports.request import Kind, Request
from desktop_app.store.base import Store


def office_name(store: Store, lang: str) -> str:
    """Return the name of the office whose base this is."""
    found = store.resolve("office", store.office)
    office = (store.get(OFFICE, found) if found else None) or {}
    return str(office.get(f"name_{lang}") or office.get("name_fr") or f"CNRS · {store.office}")


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
