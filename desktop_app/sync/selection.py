"""Which records and fields a workbook holds: for some countries, without what nobody asked to pass on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.excel.layout import link_entity
from desktop_app.store.base import Query, Store
from desktop_app.store.queries import Filter


def in_order(names: Iterable[str]) -> list[str]:
    """Return the entities in the order asked, records before what is edited inside them."""
    if unknown := [name for name in names if name not in ENTITIES]:
        known = ", ".join(ENTITIES)
        raise Refused(
            Words(
                f"« {unknown[0]} » n’est pas connu : choisissez parmi {known}.",
                f"“{unknown[0]}” is not known: choose among {known}.",
            )
        )
    return sorted(dict.fromkeys(names), key=lambda name: ENTITIES[name].owner is not None)


def chosen_fields(entity: Entity, columns: Mapping[str, Sequence[str]] | None) -> list[str]:
    """Return the fields of an entity that are sent: those asked, else those of its list, never a private one unasked."""
    chosen = columns.get(entity.name) if columns else None
    if chosen is None:
        return [held.name for held in entity if held.listed and not held.private]
    if unknown := [name for name in chosen if name not in entity.fields]:
        raise Refused(
            Words(
                f"« {unknown[0]} » n’est pas un champ de {entity.one.fr} : vérifiez le nom.",
                f"“{unknown[0]}” is not a field of {entity.one.en}: check the name.",
            )
        )
    return list(chosen)


def chosen_records(
    store: Store,
    entity: Entity,
    countries: Sequence[str],
    before: Mapping[str, list[Record]],
    only: Query | None = None,
) -> list[Record]:
    """Return the records of an entity for some countries: by where they stand, or by what they belong to.

    `only`: those that a list shows; of what is edited inside them, theirs. `before`: what was chosen of other entities.
    """
    query = narrowed(Query(entity, sort=_sorting(entity)), only)
    inside = only is not None and entity.owner is not None and entity.owner == only.entity.name
    if not countries and not inside:
        return _allowed(entity, store.records(query))
    if entity.places:
        found: dict[str, Record] = {}
        for place in entity.places:
            for record in store.records(query.where(Filter(place, "in", tuple(countries)))):
                found.setdefault(str(record["id"]), record)
        return _allowed(entity, list(found.values()))
    owner, owners = _owners(store, entity, countries, before, only)
    return _allowed(entity, [record for record in store.records(query) if owner and record.get(owner) in owners])


def narrowed(query: Query, only: Query | None) -> Query:
    """Return a question kept to what a list shows, where it is a list of the same records."""
    if only is None or only.entity is not query.entity:
        return query
    return replace(query, filters=only.filters, search=only.search)


def _owners(
    store: Store,
    entity: Entity,
    countries: Sequence[str],
    before: Mapping[str, list[Record]],
    only: Query | None,
) -> tuple[str | None, set[Value]]:
    """Return the link by which records without a place belong to a country, and the records that they belong to."""
    for name, held in entity.fields.items():
        target = link_entity(held)
        if target and not held.several and ENTITIES[target].places:
            owners = before.get(target)
            if owners is None:
                owners = chosen_records(store, ENTITIES[target], countries, before, only)
            return name, {record["id"] for record in owners}
    return None, set()


def _allowed(entity: Entity, records: Iterable[Record]) -> list[Record]:
    """Leave out persons who object to being passed on, or whose data are restricted."""
    if entity.name != "person":
        return list(records)
    return [record for record in records if not record.get("objects") and not record.get("restricted")]


def _sorting(entity: Entity) -> tuple[tuple[str, bool], ...]:
    if entity.owner and entity.owner in entity.fields:
        return ((entity.owner, False),)
    return tuple(
        (name, False) for name in entity.title[0] if name in entity.fields and not link_entity(entity.fields[name])
    )
