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
        self._countries: dict[str, str] = {}
        workspace.read(lambda store: (known_cities(store), countries_of(store)), self._take, turn="late")

    def _take(self, read: tuple[list[tuple[str, str]], dict[str, str]]) -> None:
        self._known, self._countries = read

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
        return self._countries.get(city)

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


def countries_of(store: Store) -> dict[str, str]:
    """Return the country of each city in which a partner or a unit is; of several, that of a partner."""
    from desktop_app.store.queries import Filter, Query

    found: dict[str, str] = {}
    for placed in _PLACED:
        asked = Query(ENTITIES[placed], (Filter("city", "filled"), Filter("country", "filled")))
        for city, country in store.columns(asked, ("city", "country")):
            found.setdefault(str(city), str(country))
    return found
