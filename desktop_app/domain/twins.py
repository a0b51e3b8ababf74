"""When two records are one and the same: an official number that nobody else has, and nothing that speaks against it."""

from desktop_app.domain.entity import Entity
from desktop_app.domain.values import Record

# Official numbers: two records that have the same one are the same thing, made twice.
STRONG_KEYS: dict[str, tuple[str, ...]] = {
    "partner": ("ror_id",),
    "unit": ("code",),
    "instrument": ("code",),
    "person": ("orcid",),
    "output": ("doi",),
}
# What speaks against it where both are filled in and differ: a person must say then.
_AGAINST: dict[str, tuple[str, ...]] = {"partner": ("country",), "instrument": ("type",), "output": ("instrument",)}


def keys_of(entity: Entity) -> tuple[tuple[str, ...], ...]:
    """Return the keys of an entity, each a tuple of fields: its official numbers, and what its id is derived from."""
    strong = tuple((name,) for name in STRONG_KEYS.get(entity.name, ()))
    return (*strong, entity.identity) if entity.identity else strong


def contradict(entity: Entity, one: Record, other: Record) -> bool:
    """Return whether two records that have the same official number differ where the same thing can't."""
    names = (*STRONG_KEYS.get(entity.name, ()), *_AGAINST.get(entity.name, ()))
    return any(one.get(name) is not None and other.get(name) is not None and one[name] != other[name] for name in names)
