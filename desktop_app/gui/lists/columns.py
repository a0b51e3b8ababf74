"""Columns of lists: how a record becomes ready cells. Any field has one; `list_cells.py` composes others by hand.

A cell function takes the record and a Glance, which knows the language, the day and the linked records.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.choices import choices
from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.naming import in_language, said_in_line, shown_in_line
from desktop_app.domain.types import Amount, Choice, Integer, Link, Several, Text
from desktop_app.domain.values import Record, Showing, Value
from desktop_app.domain.words import Words
from desktop_app.gui import hues
from desktop_app.gui.table.cells import EMPTY, Cell


@dataclass(frozen=True)
class Glance:
    """What cells need beside their record."""

    showing: Showing
    today: date
    record: Callable[[str, str], Record | None]  # entity, id
    parts: Mapping[str, Mapping[str, Sequence[Record]]]  # entity, id of the owner

    @property
    def lang(self) -> str:
        """The language of the screen."""
        return self.showing.lang

    def parts_of(self, entity: str, record: Record) -> Sequence[Record]:
        """Return the records of a kind that belong to a record."""
        return self.parts.get(entity, {}).get(str(record["id"]), ())

    def showing_of(self, name: str, record: Record) -> str:
        """Return the linked records of a field in words."""
        value = record.get(name)
        return ", ".join(self.showing.label(str(id_)) for id_ in value) if isinstance(value, tuple) else ""

    def country_of(self, entity: str, id_: Value) -> str:
        """Return the country of a linked record, in words."""
        linked = self.record(entity, str(id_)) if id_ else None
        country = linked.get("country") if linked else None
        return self.showing.label(str(country)) if country else ""


# The lists of choices that show as chips.
CHIP_LISTS = ("instrument_statuses", "mission_statuses", "event_statuses", "partner_statuses", "partner_kinds")

MakeCell = Callable[[Record, Glance], Cell]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: heading, cells, the field to sort by, its width at the usual text size, and whether it stretches.

    `edits`: the field that is changed in its cells, where that is not the one to sort by · `flat`: the columns that say the
    same one by one, where a cell is to be counted with.
    """

    name: str
    words: Words
    cell: MakeCell
    sort: str = ""
    width: int = 120
    stretch: bool = False
    right: bool = False
    edits: str = ""
    flat: tuple[str, ...] = ()

    @property
    def edited(self) -> str:
        """The field that is changed in its cells; nothing where they are made of other records."""
        return self.edits or self.sort


def asked_field(column: Column, entity: Entity) -> str:
    """Return the field by which a column filters and groups its list; nothing where it is made of other records."""
    return next((name for name in (column.sort, column.edits, column.name) if name in entity.fields), "")


def of_field(field: Field, *, width: int = 0) -> Column:
    """Return the column of any field; one of words takes part in the room that there is."""
    right, stretch = isinstance(field.type, Amount | Integer), isinstance(field.type, Text | Link | Several)
    return Column(field.name, field.words, _cell_of(field), field.name, width or _width(field), stretch, right)


def of_entity(entity: Entity) -> dict[str, Column]:
    """Return a column for each field of an entity."""
    return {field.name: of_field(field) for field in entity}


def chip_words(column: Column, entity: Entity) -> list[tuple[Words, bool]]:
    """Return all that the chips of a column may say, and whether with an icon; nothing where it has none."""
    field = entity.fields.get(column.sort)
    if field is None or not isinstance(field.type, Choice) or field.type.list not in CHIP_LISTS:
        return []
    list_ = field.type.list
    return [(option.words, bool(hues.of_choice(list_, code).icon)) for code, option in choices(list_).items()]


def _width(field: Field) -> int:
    kind = type(field.type).__name__
    return {"Day": 100, "Integer": 90, "Amount": 110, "Flag": 90, "Code": 110, "Choice": 150}.get(kind, 180)


def _cell_of(field: Field) -> MakeCell:
    type_, name = field.type, field.name
    right = isinstance(type_, Amount | Integer)
    if isinstance(type_, Choice) and type_.list in CHIP_LISTS:
        return lambda record, glance: choice_chip(type_, record.get(name), glance)
    if isinstance(type_, Link) and type_.entity == "instrument_type":
        return type_chip
    return lambda record, glance: Cell(said_in_line(type_, record.get(name), glance.showing), right=right)


def choice_chip(type_: Choice, code: Value, glance: Glance) -> Cell:
    """Show an option as a chip with its icon and its word."""
    if code is None:
        return EMPTY
    look = hues.of_choice(type_.list, code)
    return Cell(type_.show(code, glance.showing), hue=look.hue, icon=look.icon)


def type_chip(record: Record, glance: Glance) -> Cell:
    """Show the type of an instrument as a chip with its code."""
    type_ = glance.record("instrument_type", str(record.get("type"))) if record.get("type") else None
    if type_ is None:
        return EMPTY
    return Cell(str(type_["code"]), hue=hues.of_type(type_["code"]).hue)


def named(first: Sequence[str], second: Sequence[str], entity: Entity) -> MakeCell:
    """Return a two-line cell: the first of some fields that is filled, in bold; others below, with dots between."""

    def make(record: Record, glance: Glance) -> Cell:
        def shown(name: str) -> str:
            own = in_language(entity, record, name, glance.showing.lang)
            return shown_in_line(entity, record, own, glance.showing)

        title = next((text for name in first if (text := shown(name))), str(record.get("ref") or ""))
        below = dict.fromkeys(text for name in second if (text := shown(name)) and text != title)
        return Cell(title, " · ".join(below), bold=True)

    return make


def plain(name: str, entity: Entity) -> MakeCell:
    """Return a cell of a text that is there in both languages, in the one of the screen."""

    def make(record: Record, glance: Glance) -> Cell:
        return Cell(
            entity.fields[name].type.show(record.get(in_language(entity, record, name, glance.lang)), glance.showing)
        )

    return make


def pair(first: str, second: str, entity: Entity) -> MakeCell:
    """Return a two-line cell of two fields."""

    def make(record: Record, glance: Glance) -> Cell:
        above, below = (shown_in_line(entity, record, name, glance.showing) for name in (first, second))
        return Cell(above, below) if above else Cell(below)

    return make
