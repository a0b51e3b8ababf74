"""What sheets about single records share: one record, or all of a country as a booklet."""

from collections.abc import Sequence

from desktop_app.domain.entity import Entity
from desktop_app.domain.naming import title
from desktop_app.domain.place import COUNTRY
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.reports import wording
from desktop_app.reports.description import Block, Description, Section
from desktop_app.reports.letterhead import described
from desktop_app.reports.request import Kind, Request
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query

Parts = Sequence[tuple[str, Words, tuple[Block, ...]]]


def of_country(kind: Kind, country: str) -> Query:
    """Return the question for the records of a country, each of which has a sheet."""
    if kind.entity is None or not kind.by_country:
        raise LookupError(kind.name)
    return Query(kind.entity, (Filter(kind.by_country, "is", country),), sort=((kind.entity.title[0][-1], False),))


def asked_for(store: Store, request: Request, kind: Kind, entity: Entity) -> list[dict[str, Value]]:
    """Return the record that is asked for, else those of the country. Raises Refused where neither is given."""
    if request.record:
        record = store.get(entity, request.record)
        found = [record] if record else []
    elif request.country:
        found = store.records(of_country(kind, request.country))
    else:
        raise Refused(
            Words(
                f"Indiquez la fiche ({entity.one.fr}), ou un pays pour toutes celles de ce pays.",
                f"Give the entry ({entity.one.en}), or a country for all of its entries.",
            )
        )
    store.names.fetch(entity, found)
    return found


def booklet(
    store: Store, request: Request, kind: Kind, found: Sequence[Record], sheets: Sequence[Parts], nothing: Words
) -> Description:
    """Return one sheet, or many, each on pages of its own under the name of its record."""
    entity, lang = kind.entity, request.lang
    if entity is None:
        raise LookupError(kind.name)
    showing = store.names.showing(lang)
    sections: list[Section] = []
    for record, parts in zip(found, sheets, strict=True):
        name = title(entity, record, showing)
        for place, (part, words, blocks) in enumerate(part for part in parts if part[2]):
            alone = len(found) == 1
            first = not place and not alone
            if first:
                sections.append(Section(part, name, blocks, of=name, new_page=bool(sections)))
            else:
                heading = "" if alone and not place else words.said(lang)
                sections.append(Section(part, heading, blocks, 1 if alone else 2, "" if alone else name))
    if len(found) == 1:
        only = title(entity, found[0], showing)
        head, below = (
            Words(only, only),
            Words(f"{kind.title.fr} · {found[0]['ref']}", f"{kind.title.en} · {found[0]['ref']}"),
        )
    else:
        country = store.get(COUNTRY, request.country or "") or {}
        head = Words(
            f"{kind.title.fr} : {wording.country_name(country, 'fr')}",
            f"{kind.title.en}: {wording.country_name(country, 'en')}",
        )
        below = (
            nothing if not found else Words(f"{len(found)} {entity.fr.lower()}", f"{len(found)} {entity.en.lower()}")
        )
    return described(store, request, kind, title=head, subtitle=below, sections=tuple(sections))
