"""Whatever hands do to a workbook in a real LibreOffice: every edit of both sides is found, and nothing else."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from desktop_app.demo.office import fill_demo
from desktop_app.domain import ENTITIES
from desktop_app.domain.plan import Plan
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.excel.by_hand import HandEdit
from desktop_app.excel.layout import sheet_name
from desktop_app.store.base import Query, Store
from desktop_app.sync.answers import Answers
from desktop_app.sync.export import Request, contents_of, export_workbook
from desktop_app.sync.receive import receive
from tests.e2e.edits import Cell, Edits, draw
from tests.e2e.hands import FORMATS, Hands, bridged_python

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(bridged_python() is None, reason="no LibreOffice with its Python bridge"),
]
_DAY = date(2026, 11, 22)
_SENT = ("instrument", "mission", "partner")
_CSV = tuple(name for name in FORMATS if name.startswith("csv"))


@dataclass(frozen=True)
class Embassy:
    """The demo office after it has sent a workbook, what both sides have changed since, and the edited workbook."""

    store: Store
    edits: Edits
    path: Path
    sheets: dict[str, int]
    order: dict[str, list[str]]  # the ids of the records by entity, as the sheets show them
    codes: dict[str, list[str]]  # the columns by entity, likewise


@pytest.fixture(scope="session")
def embassy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Embassy]:
    """The demo office and the workbook that it gets back."""
    folder = tmp_path_factory.mktemp("embassy")
    with Store.create(folder / "demo.passerelle", "SIN", demo=True) as store:
        fill_demo(store, 120, today=_DAY)
        request = Request(_SENT)
        contents = contents_of(store, request, "EX0001", _DAY, Words("Essai", "Trial"))
        sent = export_workbook(store, folder, request)
        order = {sheet.entity.name: [str(record["id"]) for record in sheet.records] for sheet in contents.sheets}
        codes = {sheet.entity.name: [column.code for column in sheet.columns] for sheet in contents.sheets}
        records = {name: store.records(Query(ENTITIES[name])) for name in _SENT}
        names = Counter(record["name"] for record in records["partner"])
        edits = draw(
            records, [one for one in records["partner"] if names[one["name"]] == 1 and str(one["name"]).isascii()]
        )
        with store.edit(Words("Changer", "Change")) as edit:
            for (name, id_, field_), value in edits.ours.items():
                edit.set(ENTITIES[name], id_, field_, value)
        hand = HandEdit(sent.path)
        for one in edits.theirs.values():
            hand.type(one.cell[0], one.ref, one.cell[2], one.typed)
        hand.save(folder / "edited.xlsx")
        sheets = {sheet_name(ENTITIES[name]): count for name, count in sent.rows.items()}
        yield Embassy(store, edits, folder / "edited.xlsx", sheets, order, codes)


@dataclass
class Found:
    """What the plans of the files of one return say, taken together."""

    theirs: dict[Cell, Value] = field(default_factory=dict)
    conflicts: dict[Cell, Value] = field(default_factory=dict)
    others: Counter[str] = field(default_factory=Counter)
    ours: int = 0
    stopped: set[str] = field(default_factory=set)
    said: list[str] = field(default_factory=list)


def found(embassy: Embassy, files: list[Path], *, asked: int = 0) -> Found:
    """Take in the files of one return; a text file holds one sheet. A person answers up to so many questions."""
    got = Found()
    for path in files:
        plan = receive(embassy.store, path)
        if plan is not None and asked:
            answers = _answers(embassy, plan)
            assert len(answers.rows) + len(answers.columns) <= asked
            if answers.rows or answers.columns:
                plan = receive(embassy.store, path, answers=answers)
        if plan is not None:
            _gather(got, plan)
    return got


def _answers(embassy: Embassy, plan: Plan) -> Answers:
    """Answer as somebody who knows the office: whose row it is among those proposed, which heading was which."""
    rows = {}
    for item in plan.items:
        if item.likes and isinstance(item.theirs, dict):
            records = {ref: embassy.store.get(*embassy.store.find(ref)) or {} for ref in item.likes}  # type: ignore[misc]
            same = {
                ref: sum(record.get(name) == value for name, value in item.theirs.items())
                for ref, record in records.items()
            }
            rows[item.cell] = max(same, key=same.__getitem__)
    columns = {
        f"{one.sheet}!{one.column}": embassy.codes[str(one.entity)][int(one.heading.split()[-1]) - 1]
        for one in plan.columns
        if one.heading.startswith("Rubrique")
    }
    return Answers(columns=columns, rows=rows)


def _gather(got: Found, plan: Plan) -> None:
    got.ours += plan.cells["ours"]
    got.said += [note.en for note in plan.notes]
    if plan.stopped:
        got.stopped.add(plan.stopped)
    for item in plan.items:
        if item.kind in ("theirs", "conflicts") and item.field is not None:
            assert not isinstance(item.theirs, dict)
            (got.theirs if item.kind == "theirs" else got.conflicts)[item.entity, item.id, item.field] = item.theirs
        elif item.kind != "missing" or len(plan.rows) == 0:
            got.others[f"{item.kind} {item.field or 'row'}"] += 1


@dataclass(frozen=True)
class Expected:
    """What a handling takes away from what is found, and what it adds: rows that are gone by place, fields that are gone."""

    rows: tuple[int, ...] = ()
    fields: tuple[str, ...] = ()
    others: dict[str, int] = field(default_factory=dict)
    csv: dict[str, int] = field(default_factory=dict)  # where the file cannot say more
    asked: int = 0  # how many rows or columns of a file are left to a person at most


EXPECTED = {
    "save_only": Expected(),
    "sort": Expected(),
    "filter_rows": Expected(),
    "hide": Expected(),
    "reorder_columns": Expected(),
    "rename_headings": Expected(),
    "rename_headings_without_codes": Expected(asked=6),
    "insert_columns": Expected(),
    "delete_columns": Expected(fields=("type", "kind", "country")),
    "duplicate_columns": Expected(),
    "titles_above": Expected(),
    # A text file does not say that cells were merged: whether they were emptied is asked.
    "merge_cells": Expected(csv={"doubtful institute": 8, "doubtful status": 6}),
    "delete_rows": Expected(rows=(30, 31, 32)),
    "duplicate_rows": Expected(others={"copied row": 6}),
    "fill_prepared_rows": Expected(others={"new row": 6}),
    "rows_below": Expected(others={"new row": 6}),
    "clear_ids": Expected(asked=10),
    "copy_ids": Expected(),
    "delete_hidden_sheets": Expected(),
    "rename_hidden_sheets": Expected(),
    "split_over_two_sheets": Expected(),
    "copy_to_new_file": Expected(),
    "change_formats": Expected(),
    "turn_into_text": Expected(),
}


def _wanted(embassy: Embassy, expected: Expected) -> tuple[dict[Cell, Value], dict[Cell, Value], int]:
    """Return the edits only of theirs, those of both and how many only of ours, without what a handling took away."""
    gone = {ids[row] for ids in embassy.order.values() for row in expected.rows}
    left = {
        cell: edit.value
        for cell, edit in embassy.edits.theirs.items()
        if cell[1] not in gone and cell[2] not in expected.fields
    }
    both = embassy.edits.both
    ours = {
        cell for cell in embassy.edits.ours if cell[1] not in gone and cell[2] not in expected.fields
    } - both  # fmt: skip
    return (
        {cell: left[cell] for cell in left.keys() - both},
        {cell: left[cell] for cell in left.keys() & both},
        len(ours),
    )


@pytest.mark.parametrize("handling", EXPECTED)
def test_every_edit_is_found_and_nothing_else(embassy: Embassy, hands: Hands, tmp_path: Path, handling: str) -> None:
    expected = EXPECTED[handling]
    theirs, conflicts, ours = _wanted(embassy, expected)
    wrong = []
    for format_, files in hands.handle(embassy.path, handling, embassy.sheets, tmp_path).items():
        got = found(embassy, files, asked=expected.asked)
        others = expected.others | (expected.csv if format_ in _CSV else {})
        problems = {
            "stopped": got.stopped,
            "lost": theirs.keys() - got.theirs.keys(),
            "false": got.theirs.keys() - theirs.keys(),
            "misread": {
                cell: (got.theirs[cell], theirs[cell])
                for cell in theirs.keys() & got.theirs.keys()
                if got.theirs[cell] != theirs[cell]
            },
            "lost conflicts": conflicts.keys() - got.conflicts.keys(),
            "false conflicts": got.conflicts.keys() - conflicts.keys(),
            "others": {} if got.others == others else dict(got.others),
            "ours": got.ours - ours,
        }
        problems = {name: held for name, held in problems.items() if held}
        if problems:
            wrong.append(f"{format_}: { {name: _short(held) for name, held in problems.items()} }")
    assert not wrong, "\n".join(wrong)


def _short(held: object) -> object:
    if isinstance(held, set | dict) and len(held) > 2:
        return (len(held), list(held.items() if isinstance(held, dict) else held)[:2])
    return held


def test_one_column_sorted_alone_is_stopped_and_said(embassy: Embassy, hands: Hands, tmp_path: Path) -> None:
    for files in hands.handle(embassy.path, "sort_one_column", embassy.sheets, tmp_path).values():
        got = found(embassy, files)
        assert got.stopped == {"sorted"}
