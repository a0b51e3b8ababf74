"""The cities that the office knows, proposed while one types; any other city is taken as it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.text import fold
from desktop_app.domain.types import Text
from desktop_app.gui.editors.links import PROPOSED, Suggestion, Typed
from desktop_app.gui.words import lang, tr

if TYPE_CHECKING:
    from desktop_app.gui.workspace import Workspace
    from desktop_app.store.base import Store


class Cities(Typed):
    """Cities of missions, partners and units, those first that are named most."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(Text())
        self._workspace = workspace
        self._known: list[tuple[str, str]] = []  # folded, as it is written
        self._countries: dict[str, tuple[str, ...]] = {}
        workspace.read(_read, self._take, turn="late")

    def _take(self, read: tuple[list[tuple[str, str]], dict[str, tuple[str, ...]]]) -> None:
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
        """Return the country of a city, by the partners and units that are there; of several, that of a partner."""
        return next(iter(self._countries.get(fold(city), ())), None)

    def _country_words(self, city: str) -> str:
        country = self.country_of(city)
        return self._workspace.store.names.label("country", country, lang()) if country else ""


def _read(store: Store) -> tuple[list[tuple[str, str]], dict[str, tuple[str, ...]]]:
    from desktop_app.store.cities import countries_by_city, known_cities

    return known_cities(store), countries_by_city(store)
