"""Sheets as embassies write them are understood without help: nearly all columns, and no wrong value without a flag."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain import ENTITIES
from desktop_app.domain.plan import Item, Plan
from desktop_app.domain.words import Words
from desktop_app.excel.read import read_book
from desktop_app.importers.sheet import import_sheet
from desktop_app.store.base import Store
from tests.importers.messy import Messy, Told, write
from tests.importers.messy_records import PARTNERS, UNITS
from tests.importers.messy_sheets import SHEETS


def seed(store: Store, entity: str) -> None:
    """Add the partners and units that sheets name, where the sheet is not about them."""
    with store.edit(Words("Ajouter", "Add")) as edit:
        if entity != "partner":
            for name in PARTNERS:
                edit.add(ENTITIES["partner"], {"name": name, "country": store.resolve("country", "VN")})
        if entity != "unit":
            for code, acronym in UNITS:
                edit.add(ENTITIES["unit"], {"code": code, "name": f"Laboratoire fictif {acronym}", "acronym": acronym})


def columns_wrong(plan: Plan, told: Told) -> list[tuple[str, str | None, str | None]]:
    """The columns that were understood otherwise than meant: heading, meant, understood."""
    read = {column.heading: column.field for column in plan.columns}
    return [
        (heading, wanted, read.get(heading))
        for heading, wanted in told.fields.items()
        if set((read.get(heading) or "").split("+")) != set((wanted or "").split("+"))
    ]


def place_of(item: Item) -> tuple[str, int]:
    """The sheet and the row of an item."""
    match = re.search(r"(\d+)$", item.cell)
    return item.sheet, int(match[1]) if match else 0


def cells_wrong(store: Store, plan: Plan, sheet: Messy, told: Told) -> Iterator[str]:
    """The cells whose value is wrong, or missing, and that nobody is asked about."""
    rows = {
        place_of(item): item for item in plan.items if item.entity == sheet.entity and isinstance(item.theirs, dict)
    }
    asked = {(*place_of(item), item.field) for item in plan.items if item.kind in ("unreadable", "doubtful")}
    made = {item.id: item.theirs for item in plan.items if item.entity == "person" and isinstance(item.theirs, dict)}
    apart = {
        wanted for heading, wanted in told.fields.items() if heading in {c.heading for c in plan.columns if not c.field}
    }
    for (name, line), truth in told.rows.items():
        place = (name or plan.columns[0].sheet, line)
        item = rows.get(place)
        if item is None:
            yield f"row {place} is lost"
            continue
        assert isinstance(item.theirs, dict)
        for field, wanted in truth.items():
            found = shown(store, made, field, item.theirs.get(field))
            flagged = (*place, field) in asked or (*place, field.partition(".")[0]) in asked
            if flagged or (found is None and field in apart):
                continue
            if found != (tuple(sorted(wanted)) if isinstance(wanted, tuple) else wanted):
                yield f"{place} {field}: {found!r} instead of {wanted!r}"


def shown(store: Store, made: dict[str, Any], field: str, value: Any) -> Any:
    """A value as the truth writes it: links by code or name."""
    if value is None:
        return None
    if field == "person":
        person = made.get(value) or {}
        return f"{person.get('given_name')} {person.get('family_name')}".replace(
            str(person.get("family_name")), str(person.get("family_name")).title()
        )
    target = {
        "country": "country",
        "countries": "country",
        "type": "instrument_type",
        "unit": "unit",
        "partner": "partner",
    }.get(field)
    if target is None:
        return value.title() if field == "family_name" and value.isupper() else value

    def label(id_: str) -> str:
        record = store.names.record(target, id_) or {}
        return str(record.get("code") or record.get("name"))

    return tuple(sorted(label(one) for one in value)) if isinstance(value, tuple) else label(str(value))


def understood(store: Store, sheet: Messy, folder: Path) -> tuple[Plan, Told]:
    """A sheet as it is understood without help, with its truth."""
    path, told = write(sheet, folder)
    seed(store, sheet.entity)
    return import_sheet(store, read_book(path), file_name=path.name, sha256=path.name, create=("person",)), told


def test_there_are_enough_sheets() -> None:
    assert len(SHEETS) >= 30
    assert len({sheet.name for sheet in SHEETS}) == len(SHEETS)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_cell_is_wrong_without_a_flag(store: Store, tmp_path: Path, sheet: Messy) -> None:
    plan, told = understood(store, sheet, tmp_path)
    assert Counter(column.entity for column in plan.columns).keys() == {sheet.entity}
    assert list(cells_wrong(store, plan, sheet, told)) == []


def test_nearly_all_columns_are_mapped_without_help(store: Store, tmp_path: Path) -> None:
    wrong, count = [], 0
    for number, sheet in enumerate(SHEETS):
        path, told = write(sheet, tmp_path)
        plan = import_sheet(store, read_book(path), file_name=path.name, sha256=str(number), create=("person",))
        wrong += [(sheet.name, *one) for one in columns_wrong(plan, told)]
        count += len(told.fields)
    assert len(wrong) <= 0.05 * count, wrong
