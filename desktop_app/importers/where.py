"""Where a mission goes whose row says no country: in that of its cities, by who is there, else in that of its partner."""

from collections.abc import Mapping

from desktop_app.domain.mission import IN
from desktop_app.domain.text import fold
from desktop_app.domain.values import Value
from desktop_app.store.base import Store
from desktop_app.store.cities import countries_by_city


class Where:
    """Finds the countries of missions."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._by_city: dict[str, tuple[str, ...]] | None = None

    def countries(self, values: Mapping[str, Value]) -> tuple[str, ...] | None:
        """Return the countries that a row implies; None where it says them itself, or where nobody can know."""
        if values.get("countries"):
            return None
        return self._of_cities(values.get("cities")) or self._of_partner(values)

    def _of_cities(self, cities: Value) -> tuple[str, ...] | None:
        if not isinstance(cities, tuple):
            return None
        if self._by_city is None:
            self._by_city = countries_by_city(self._store)
        found = [self._by_city.get(fold(str(city)), ()) for city in cities]
        if any(len(countries) != 1 for countries in found):
            return None  # a Cambridge may be either
        return tuple(dict.fromkeys(countries[0] for countries in found)) or None

    def _of_partner(self, values: Mapping[str, Value]) -> tuple[str, ...] | None:
        partner = values.get("partner")
        if not partner or values.get("direction") == IN:
            return None  # a guest comes from there
        country = (self._store.names.record("partner", str(partner)) or {}).get("country")
        return (str(country),) if country else None
