"""A block from the clipboard over the cells of a list: which cells it changes, which records it creates."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.domain.entity import Field
from desktop_app.domain.progress import Progress
from desktop_app.domain.text import fold
from desktop_app.domain.values import Record, Unreadable
from desktop_app.domain.words import Words
from desktop_app.gui.editing.clipboard import Grid, Pasted
from desktop_app.gui.editing.plan import Line, Plan, Planner, Values, missing, some_words
from desktop_app.gui.editing.step import with_currency
from desktop_app.gui.editing.target import Target

NEW = Words("(nouvelle fiche)", "(new entry)")


class Onto(NamedTuple):
    """Where a block is put: the numbers of the rows from the first one on, and what their columns change."""

    numbers: Sequence[int]
    columns: Sequence[tuple[Words, Target | None]]
    height: int = 1  # of the block of cells that is selected
    width: int = 1


def spread(grid: Grid, onto: Onto) -> Grid:
    """Repeat what was copied over a selected block that is a multiple of it, as spreadsheets do."""
    height, width = len(grid), max(len(row) for row in grid)
    if onto.height % height or onto.width % width or any(len(row) != width for row in grid):
        return grid
    return [[grid[row % height][column % width] for column in range(onto.width)] for row in range(onto.height)]


def without_headings(grid: Grid, onto: Onto) -> tuple[Grid, list[tuple[Words, Target | None]]]:
    """Leave out a first row of headings, and let each column go where its heading says."""
    columns = list(onto.columns)
    known = {fold(text): column for column in reversed(columns) for text in _names(column)}
    heads = [fold(cell.text) for cell in grid[0]]
    if len(grid) < 2 or not all(head in known for head in heads):
        return grid, columns
    return grid[1:], [known[head] for head in heads]


def _names(column: tuple[Words, Target | None]) -> list[str]:
    """Return what a column is called: here, and in the sheets of others."""
    words, target = column
    field = target.field if target is not None else None
    return [*((field.fr, field.en, *field.aliases) if field else ()), *words]


def plan_paste(planner: Planner, grid: Grid, onto: Onto, step: Progress) -> Plan:
    """Return what pasting would do; reads the records on the worker."""
    grid, columns = without_headings(grid, onto)
    if grid and onto.height * onto.width > 1:
        grid = spread(grid, onto)
    plan = Plan(planner.entity, Words("", ""))
    numbers = list(onto.numbers[: len(grid)])
    records = {record["pk"]: record for record in planner.records(numbers)}
    for place, row in enumerate(grid):
        if place % 50 == 0:
            step(place, len(grid))
        cells = list(zip(row, columns, strict=False))
        plan.aside += sum(bool(cell.text) for cell in row[len(columns) :])
        if place < len(numbers):
            if record := records.get(numbers[place]):
                _change(planner, plan, record, cells)
        elif any(cell.text for cell in row):
            _create(planner, plan, cells)
    what = some_words(planner.entity, plan.records)
    plan.words = Words(f"Coller dans {what.fr}", f"Paste into {what.en}")
    return plan


Cells = Sequence[tuple[Pasted, tuple[Words, Target | None]]]


def _change(planner: Planner, plan: Plan, record: Record, cells: Cells) -> None:
    values, raw, wrong = _values(planner, record, cells)
    planner.change(plan, record, values, raw)
    plan.lines += wrong


def _create(planner: Planner, plan: Plan, cells: Cells) -> None:
    values, raw, wrong = _values(planner, {}, cells)
    values = with_currency(planner.entity, {}, {name: value for name, value in values.items() if value is not None})
    if not values and not wrong:
        return
    plan.lines += wrong
    name = NEW.said(planner.lang)
    fields = planner.entity.fields
    if lacking := missing(planner.entity, values):
        fr, en = (", ".join(f"« {made.fr} »" for made in lacking), ", ".join(f"“{made.en}”" for made in lacking))
        why = Words(f"Ligne non créée : il manque {fr}.", f"Row not created: {en} missing.")
        text = " · ".join(cell.text for cell, _column in cells if cell.text)
        plan.lines.append(Line("", name, lacking[0], None, None, text, why))
        plan.refused += 1
        return
    planner.store.names.fetch(planner.entity, [values], depth=1)
    plan.births.append(values)
    plan.lines += [Line("", name, fields[one], None, value, raw.get(one, "")) for one, value in values.items()]


def _values(planner: Planner, record: Record, cells: Cells) -> tuple[Values, dict[str, str], list[Line]]:
    """Return the values of a row, what was read another way than it was written, and what was not understood."""
    values: Values = {}
    raw: dict[str, str] = {}
    wrong: list[Line] = []
    for cell, (words, target) in cells:
        if target is None:
            if cell.text:
                made = Field(
                    words.en, planner.entity.fields[next(iter(planner.entity.fields))].type, words.fr, words.en
                )
                why = Words("Cette colonne ne se modifie pas ici.", "This column can’t be changed here.")
                wrong.append(_wrong(planner, record, made, cell.text, why))
            continue
        name = target.field.name
        try:
            values |= _read(planner, target, cell)
        except Unreadable as unreadable:
            if unreadable.guess is not None:
                values[name], raw[name] = unreadable.guess, cell.text
            else:
                wrong.append(_wrong(planner, record, target.field, cell.text, unreadable.words))
    return values, raw, wrong


def _read(planner: Planner, target: Target, cell: Pasted) -> Values:
    if cell.known:
        try:
            # What was copied here is taken as it is, where the field can hold it: the id of a homonym, not its name.
            if target.field.type.read(cell.value, planner.reading) == cell.value:
                return {target.field.name: cell.value}
        except Unreadable:
            pass
    return planner.read(target, cell.text)


def _wrong(planner: Planner, record: Record, made: Field, text: str, why: Words) -> Line:
    name = planner.name(record) if record else NEW.said(planner.lang)
    before = record.get(made.name)
    return Line(str(record.get("id") or ""), name, made, before, before, text, why)
