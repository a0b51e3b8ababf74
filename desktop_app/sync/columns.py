"""Columns that nothing names any more: recognised by what they say, against what an export had shown."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from desktop_app.domain.types import Type, as_text
from desktop_app.excel.base import Base, SheetBase
from desktop_app.excel.cells import Cell
from desktop_app.excel.lossy import same
from desktop_app.excel.recognise import Table
from desktop_app.excel.sheets import Row, column_letters
from desktop_app.excel.sheets import Value as Raw
from desktop_app.sync.answers import Answers

# What must agree, and by how much more than with any other column.
_ENOUGH, _CLEARLY = 0.6, 0.15
_SAMPLE = 300
_FEWEST = 3

Pairs = Sequence[tuple[Row, Sequence[Cell]]]


def with_found_columns(table: Table, bases: Mapping[str, Base], answers: Answers) -> Table:
    """Return a table in which columns without a known heading have the field that a person said, else that whose cells agree."""
    found = _answered(table, answers)
    for base in bases.values():
        sheet = base.sheets.get(table.entity.name)
        if sheet is not None and (columns := _candidates(table)):
            missing = [code for code in sheet.columns if code not in table.columns and code not in found]
            found |= _matched(table, sheet, [code for code in missing if code not in ("remark", "action")], columns)
    if not found:
        return table
    taken = set(found.values())
    unknown = tuple((column, heading) for column, heading in table.unknown if column not in taken)
    return replace(table, columns={**table.columns, **found}, unknown=unknown)


def _answered(table: Table, answers: Answers) -> dict[str, int]:
    said = {answers.columns.get(f"{table.sheet.name}!{column_letters(column)}"): column for column, _ in table.unknown}
    return {code: column for code, column in said.items() if code and code not in table.columns}


def _candidates(table: Table) -> list[int]:
    """Return the columns without a meaning, those without a heading too."""
    known = {*table.columns.values(), *(column for held in table.twins.values() for column in held)}
    width = max((len(row) for row in islice(table.sheet.rows, table.head, table.head + 20)), default=0)
    return [column for column in range(width) if column not in known]


def _matched(table: Table, sheet: SheetBase, missing: list[str], columns: list[int]) -> dict[str, int]:
    """Return which column each missing code stands in: mutually the best, and clearly so."""
    scores: dict[tuple[str, int], float] = {}
    pairs = list(islice(_pairs(table, sheet), _SAMPLE))
    rows = [row for _place, row in islice(table.rows(), _SAMPLE)]
    for code in missing:
        type_, at = _type(table, code), sheet.columns.index(code)
        score = _agreement(pairs, at, type_) if len(pairs) >= _FEWEST else _overlap(rows, sheet.rows, at)
        scores.update({(code, column): share for column in columns if (share := score(column)) >= _ENOUGH})
    return {code: column for (code, column), share in scores.items() if _is_clear(scores, code, column, share)}


def _is_clear(scores: Mapping[tuple[str, int], float], code: str, column: int, share: float) -> bool:
    others = [held for (one, at), held in scores.items() if (one == code) != (at == column)]
    return share >= max(others, default=0.0) + _CLEARLY


def _pairs(table: Table, sheet: SheetBase) -> Iterator[tuple[Row, Sequence[Cell]]]:
    """Yield the rows whose reference is known, each with what it had shown."""
    column = table.columns.get("ref", -1)
    for _place, row in table.rows() if column >= 0 else ():
        at = sheet.by_ref.get(row[column]) if column < len(row) else None  # type: ignore[arg-type]  # whatever stands there
        if at is not None:
            yield row, sheet.rows[at]


def _agreement(pairs: Pairs, at: int, type_: Type | None) -> Callable[[int], float]:
    """Return how large a share of a column's filled cells say what another column had shown in their rows.

    Where it is not enough in any case, the rest is not compared any more, and nothing agrees.
    """
    shown = [(row, sent[at]) for row, sent in pairs if sent[at] is not None]
    at_most = len(shown) * (1 - _ENOUGH)  # cells that may differ

    def share(column: int) -> float:
        different = 0
        for row, was in shown:
            different += column >= len(row) or not same(type_, row[column], was)
            if different > at_most:
                return 0.0
        return (len(shown) - different) / len(shown) if len(shown) >= _FEWEST else 0.0

    return share


def _overlap(rows: Sequence[Row], sent: Sequence[Sequence[Cell]], at: int) -> Callable[[int], float]:
    """Return how large a share of a column's filled cells another column had shown in some row, where no row is known."""
    shown = Counter(_text(row[at]) for row in sent if row[at] is not None)

    def share(column: int) -> float:
        found = Counter(_text(row[column]) for row in rows if column < len(row) and row[column] is not None)
        return (found & shown).total() / found.total() if found.total() >= _FEWEST else 0.0

    return share


def _text(raw: Raw) -> str:
    return as_text(raw)


def _type(table: Table, code: str) -> Type | None:
    held = table.entity.fields.get(code)
    return held.type if held else None
