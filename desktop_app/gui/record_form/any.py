"""The form of any entity: its sections as the domain lists them, its parts as tables, what links to it as lists."""

from functools import cache
from importlib import import_module

from desktop_app.domain import ENTITIES, MAIN
from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Text
from desktop_app.domain.words import Words
from desktop_app.gui.record_form.builder import Builder, Screen
from desktop_app.gui.record_form.part_row import PartSpec
from desktop_app.gui.record_form.related import Related, every_link_to, through_parties

# Entities whose form is put together by hand: module and function.
_COMPOSED = {
    "partner": ("partner", "partner_screen"),
    "instrument": ("instrument", "instrument_screen"),
    "mission": ("mission", "mission_screen"),
    "person": ("person", "person_screen"),
    "event": ("event", "event_screen"),
}
OVERVIEW = Words("Fiche", "Overview")
MOST_COLUMNS = 6


def screen_of(entity: Entity) -> Screen:
    """Return how the form of an entity is put together."""
    if entity.name not in _COMPOSED:
        return any_screen
    module, name = _COMPOSED[entity.name]
    screen: Screen = getattr(import_module(f"desktop_app.gui.record_form.{module}"), name)
    return screen


def any_screen(builder: Builder) -> None:
    """Put the form of any entity together."""
    entity = builder.entity
    sheet = builder.sheet(OVERVIEW)
    sheet.rest()
    for part in parts_inside(entity):
        sheet.section(part.words)
        sheet.whole(builder.table(spec_of_part(part)))
    builder.close(sheet)
    builder.related(*_related(entity))


@cache
def parts_inside(entity: Entity) -> tuple[Entity, ...]:
    """Return the entities whose records are edited inside those of an entity."""
    return tuple(part for part in ENTITIES.values() if part.owner == entity.name)


def spec_of_part(part: Entity) -> PartSpec:
    """Return a table for any kind of part, with what lists show of it."""
    columns = tuple(field.name for field in part if field.name != part.owner and (field.listed or field.required))
    short = tuple(name for name in columns if not _long(part, name))
    add = Words(f"Ajouter : {part.one.fr}", f"Add {part.one.en}")
    return PartSpec(part, str(part.owner), (short or columns)[:MOST_COLUMNS], part.words, add, button=True)


def _long(part: Entity, name: str) -> bool:
    type_ = part.fields[name].type
    return isinstance(type_, Text) and type_.lines


def _related(entity: Entity) -> list[Related]:
    found = [one for one in every_link_to(entity) if one.entity in MAIN]
    if entity.name in ENTITIES["party"].fields:
        instruments = ENTITIES["instrument"]
        found.insert(0, Related("instrument.party", instruments.words, instruments, through_parties(entity.name)))
    return found
