"""The cities that the office knows, proposed while one types; any other city is taken as it is written."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from desktop_app.domain import ENTITIES
from desktop_app.domain.text import fold
from desktop_app.domain.types import Text
from desktop_app.gui.editors.links import PROPOSED, Suggestion, Typed
from desktop_app.gui.words import lang, tr

if TYPE_CHECKING:
    from desktop_app.gui.workspace import Workspace
    from desktop_app.store.base import Store

_PLACED = ("partner", "unit")  # each is in one city of one country


class Cities(Typed):
    """Cities of missions, partners and units, those first that are named most."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(Text())
        self._workspace = workspace
        self._known: list[tuple[str, str]] = []  # folded, as it is written
        self._countries: dict[str, str | None] = {}
        workspace.read(known_cities, self._take, turn="late")

    def _take(self, known: list[tuple[str, str]]) -> None:
        self._known = known

    def find(self, text: str) -> list[Suggestion]:
        """Return the known cities with a word that begins so, then the text as it is typed."""
        wanted = fold(text)
        if not wanted:
            return []
        cities = [city for folded, city in self._known if f" {folded}".find(f" {wanted}") >= 0][:PROPOSED]
        cities.sort(key=lambda city: fold(city) != wanted)  # what is written in full comes first
        found = [Suggestion(city, city, self._country_words(city)) for city in cities]
        if found and text not in cities:
            found.append(Suggestion(text, text, tr("As it is typed")))
        return found

    def country_of(self, city: str) -> str | None:
        """Return the country of a city, by the partners and units that are there."""
        if city not in self._countries:
            self._countries[city] = _country_of(self._workspace.store, city)
        return self._countries[city]

    def _country_words(self, city: str) -> str:
        country = self.country_of(city)
        return self._workspace.store.names.label("country", country, lang()) if country else ""


def known_cities(store: Store) -> list[tuple[str, str]]:
    """Return the cities of the base, folded and as they are written most, the most frequent first."""
    from desktop_app.store.queries import Query

    counted: Counter[str] = Counter()
    for entity, name in (("mission", "cities"), *((placed, "city") for placed in _PLACED)):
        for city, count in store.tally(Query(ENTITIES[entity]), name, each=True):
            if city:
                counted[str(city)] += count
    known: dict[str, str] = {}
    for city, _count in counted.most_common():
        known.setdefault(fold(city), city)
    return list(known.items())


def _country_of(store: Store, city: str) -> str | None:
    from desktop_app.store.queries import Filter, Query

    for placed in _PLACED:
        asked = (Filter("city", "is", city), Filter("country", "filled"))
        for record in store.records(Query(ENTITIES[placed], asked, limit=1)):
            return str(record["country"])
    return None
