"""What a page is about: a country, a partner, an institute or a CNRS unit; the question behind each of its lists and numbers."""

from typing import Literal, NamedTuple

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.leading import OF_UNIT
from desktop_app.domain.mission import MISSION
from desktop_app.store.queries import Filter, Query

Kind = Literal["country", "partner", "institute", "unit"]
KINDS: tuple[Kind, ...] = ("country", "partner", "institute", "unit")

# Which field of a record leads to a country, a partner, an institute or a unit; parts are reached by way of their owner.
_PATHS: dict[Kind, dict[str, str]] = {
    "country": {
        "instrument": "countries", "partner": "country", "mission": "countries", "person": "partner.country",
        "event": "country", "figure": "country",
    },
    "partner": {
        "instrument": "party.partner", "partner": "parent", "mission": "partner", "person": "partner", "event": "partners",
        "access": "partner",
    },
    "institute": {
        "instrument": "institute", "partner": "party.instrument.institute", "mission": "institute", "person": "unit.institute",
        "event": "instrument.institute", "unit": "institute",
    },
    "unit": {
        "instrument": OF_UNIT.name, "partner": f"party.instrument.{OF_UNIT.name}", "mission": "unit", "person": "unit",
        "event": f"instrument.{OF_UNIT.name}",
    },
}  # fmt: skip


class Subject(NamedTuple):
    """A country, a partner or a unit by its id, an institute by its code."""

    kind: Kind
    id: str

    def concerns(self, entity: Entity) -> bool:
        """Whether records of an entity can have to do with it."""
        return _path(self.kind, entity) is not None

    def within(self, entity: Entity) -> Filter:
        """Return the condition under which a record has to do with it."""
        path = _path(self.kind, entity)
        if path is None:
            raise LookupError(entity.name)
        return Filter(path, "is", self.id)

    def of(self, entity: Entity) -> Query:
        """Return the question for its records of an entity."""
        return Query(entity, (self.within(entity),))

    def exchanges(self) -> tuple[Filter, Filter]:
        """Return whose guests are received from it, and whose travellers are sent to it."""
        sent = self.within(MISSION)
        return (Filter("partner.country", "is", self.id) if self.kind == "country" else sent), sent


def _path(kind: Kind, entity: Entity) -> str | None:
    if entity.name in _PATHS[kind]:
        return _PATHS[kind][entity.name]
    owner = _PATHS[kind].get(ENTITIES[entity.owner].name) if entity.owner in ENTITIES else None
    return f"{entity.owner}.{owner}" if owner else None
