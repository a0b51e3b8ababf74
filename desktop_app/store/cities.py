"""The cities of a base: how they are written, and in which country each is, by the partners and units that are there."""

from collections import Counter

from desktop_app.domain import ENTITIES
from desktop_app.domain.text import fold
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query

_PLACED = ("partner", "unit")  # each is in one city of one country


def countries_by_city(store: Store) -> dict[str, tuple[str, ...]]:
    """Return the countries in which a city of that name is, by its folded name; those of partners first."""
    found: dict[str, dict[str, None]] = {}
    for placed in _PLACED:
        asked = Query(ENTITIES[placed], (Filter("city", "filled"), Filter("country", "filled")))
        for city, country in store.columns(asked, ("city", "country")):
            found.setdefault(fold(str(city)), {})[str(country)] = None
    return {city: tuple(countries) for city, countries in found.items()}


def known_cities(store: Store) -> list[tuple[str, str]]:
    """Return the cities of the base, folded and as they are written most, the most frequent first."""
    counted: Counter[str] = Counter()
    for entity, name in (("mission", "cities"), *((placed, "city") for placed in _PLACED)):
        for city, count in store.tally(Query(ENTITIES[entity]), name, each=True):
            if city:
                counted[str(city)] += count
    known: dict[str, str] = {}
    for city, _count in counted.most_common():
        known.setdefault(fold(city), city)
    return list(known.items())
