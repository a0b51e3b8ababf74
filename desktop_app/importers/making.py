"""Records that the cells of a sheet name and that are not here yet: which of them are made, and in which country they are."""

from collections.abc import Collection, Iterable, Mapping

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.folding import folded
from desktop_app.domain.ids import derived_id
from desktop_app.domain.instrument import foreign
from desktop_app.domain.letting_go import let_go
from desktop_app.domain.plan import ACCEPT, Item, Plan
from desktop_app.domain.types import Code, Link, Several
from desktop_app.domain.values import Reading, Value
from desktop_app.importers.content import code_prefixes
from desktop_app.importers.headings import Meaning, meanings
from desktop_app.importers.links import Links
from desktop_app.importers.names import Unsure, name_parts, people_in
from desktop_app.importers.part_rows import PartRead
from desktop_app.importers.splits import CODED_AS

# Roles of institutions of the other country; the French ones are in none of those that a row names.
_FOREIGN_ROLES = frozenset({"partner", "lead_foreign", "associate", "host"})

_KNOWN = 0.9  # of a heading that was met before: one that only looks like it may be the country of birth


class Making:
    """Makes the records that cells name, each once."""

    def __init__(self, plan: Plan, sheet: str, entity: Entity, links: Links, create: Collection[str]) -> None:
        self._plan, self._sheet, self._entity, self._links, self._create = plan, sheet, entity, links, create
        self._ids: dict[tuple[str, str], str] = {}
        self._partners: dict[str, dict[str, Value]] = {}  # their values by id
        self._near: dict[str, set[str]] = {}  # the countries of the rows that name a partner, by its id
        self._countries: set[str] = set()
        self._links_to_partners = [held.name for held in entity if _is_partner(held.type)]

    def find(self, entity: str, text: str) -> str | None:
        """Return the record that was made for a text."""
        return self._ids.get((entity, _key(entity, text)))

    def may(self, entity: str, text: str) -> bool:
        """Tell whether a record may be made: somebody said so, or its kind may be and none has the name.

        Without a code, an institution in a column of laboratories is no unit of ours; several people are not one person.
        """
        if self._links.is_new(entity, text):
            return True
        if entity not in self._create or (entity == "unit" and not code_prefixes([text])):
            return False
        if entity == "person" and len(people_in(text)) > 1:
            return False
        return not self._links.is_here(entity, text)  # one more of a name that several have would only add to them

    def make(self, entity: str, text: str, values: Mapping[str, Value] | None = None) -> str:
        """Make the record that a text names; return its id."""
        key = _key(entity, text)
        id_ = self._ids[entity, key] = derived_id(self._plan.sha256, entity, key)
        made = dict(values) if values is not None else _named(ENTITIES[entity], text)
        self._plan.items.append(Item("new", entity, id_, "", self._sheet, "", None, None, None, made, ACCEPT))
        if entity == "partner":
            self._partners[id_] = made
        return id_

    def place(self, values: Mapping[str, Value], parts: Collection[PartRead], beside: str = "") -> None:
        """Note in which country the partners are that a row names; `beside`: the country that it says outside its fields."""
        of_fields = bool(self._entity.places)
        held = values.get(self._entity.places[0]) if of_fields else beside and self._links.resolve("country", beside)
        countries = held if isinstance(held, tuple) else (str(held),) if held else ()
        if self._entity.name == "instrument":
            countries = foreign(countries)
        if of_fields:
            self._countries.update(countries)
        if not self._partners:
            return
        named = [values.get(name) for name in self._links_to_partners]
        named += [part.values.get("partner") for part in parts if part.key in _FOREIGN_ROLES]
        for one in named:
            for id_ in one if isinstance(one, tuple) else (one,):
                if id_ in self._partners:
                    self._near.setdefault(str(id_), set()).update(countries if len(countries) == 1 else ())

    def settle(self) -> None:
        """Give the partners that were made the one country of their rows, else of the sheet; then hold nothing any more."""
        for id_, countries in self._near.items():
            found = countries or self._countries
            if len(found) == 1 and self._partners[id_].get("country") is None:
                self._partners[id_]["country"] = next(iter(found))
        for many in (self._ids, self._partners, self._near):
            let_go(many)


def country_beside(entity: Entity, aside: Iterable[tuple[str, int]]) -> int | None:
    """Return the column that says the country of a row of people, who have no such field: it is that of their partner.

    None where no column that is kept aside says it, or several do.
    """
    if entity.name != "person":
        return None
    found = [at for heading, at in aside if any(map(_says_country, meanings(ENTITIES["partner"], heading)))]
    return found[0] if len(found) == 1 else None


def _says_country(meaning: Meaning) -> bool:
    return meaning.field == "country" and meaning.confidence >= _KNOWN


def _is_partner(type_: object) -> bool:
    one = type_.of if isinstance(type_, Several) else type_
    return isinstance(one, Link) and one.entity == "partner"


def _key(entity: str, text: str) -> str:
    return folded(str(_named(ENTITIES[entity], text)["code"]) if entity == "unit" else text)


def _named(entity: Entity, text: str) -> dict[str, Value]:
    """Return the values of a record of which only the name is known."""
    if entity.name == "person":
        try:
            return name_parts(text) or {"family_name": text.strip()}
        except Unsure as unsure:
            return unsure.parts
    if entity.name == "unit":
        parts = CODED_AS.read(text, Reading(), "") or {"code": Code().parse(text, Reading())}
        return {**parts, "name": parts.get("acronym") or text.strip()}
    name = next(name for name in entity.title[0] if not isinstance(entity.fields[name].type, Link))
    values: dict[str, Value] = {name: text.strip()}
    for held in entity:
        if held.required and held.name == "name":
            values["name"] = text.strip()
    return values
