"""Reference data, the same in every base: countries, offices and zones, instrument types, per diem, rates."""

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain import ENTITIES, REFERENCE
from desktop_app.domain.entity import Entity
from desktop_app.domain.ids import derived_id
from desktop_app.domain.types import Link, Several, Type
from desktop_app.domain.values import Reading, Value
from desktop_app.domain.words import Words
from desktop_app.store.births import Birth, prepare

if TYPE_CHECKING:
    from desktop_app.store.base import Store

REFERENCE_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "reference"


def fill_reference(store: "Store") -> None:
    """Write the reference data into a new base: records that every base derives alike."""
    with store.fill(Words("Données de référence", "Reference data")) as edit:
        for entity in REFERENCE:
            for birth in read_reference(entity):
                edit.add(entity, birth.values)


def read_reference(entity: Entity) -> list[Birth]:
    """Return the records of an entity's reference file; columns that are no field are left out."""
    births: dict[str, Birth] = {}
    with (REFERENCE_FOLDER / f"{entity.name}.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            values = {field.name: read_plain(field.type, row[field.name]) for field in entity if row.get(field.name)}
            birth = prepare(entity, values)
            births.setdefault(birth.id, birth)
    return list(births.values())


def read_plain(type_: Type, text: str) -> Value:
    """Read a cell of our own data files: `|` between several values, links by code."""
    if isinstance(type_, Several):
        return tuple(sorted({str(read_plain(type_.of, part.strip())) for part in text.split("|") if part.strip()}))
    if isinstance(type_, Link):
        return derived_id(type_.entity, text.strip()) if ENTITIES[type_.entity].coded else None
    return type_.read(text, Reading("en"))
