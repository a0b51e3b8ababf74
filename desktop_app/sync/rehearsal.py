"""A workbook tried before it is sent: the program plays the attaché on its own export and shows that nothing is lost.

One cell of each sheet is edited, then the copy is handled in every way that is usual; each time exactly those edits must be
found again. What is tried is a copy with the same columns and at most a few hundred records of each kind.
"""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_app.domain import ENTITIES
from desktop_app.domain.progress import Progress
from desktop_app.domain.types import Text
from desktop_app.domain.words import Words
from desktop_app.excel.base import Base, unpack
from desktop_app.excel.handling import HANDLINGS, column_of, opened, references, tables
from desktop_app.excel.read import read_book
from desktop_app.excel.recognise import find_tables
from desktop_app.excel.write import write_workbook
from desktop_app.sync.bases import bases_of
from desktop_app.sync.export import Request, contents_of, subject_of
from desktop_app.sync.here import StoreHere
from desktop_app.sync.plan import make_plan

if TYPE_CHECKING:
    from desktop_app.store.base import Store

_MOST_RECORDS = 300
_MARK = "relu / checked"

Edits = set[tuple[str, str]]  # entity and field of the cells that are edited


@dataclass(frozen=True, slots=True)
class Tried:
    """How a workbook came back from one handling: what was done, and what was lost or changed by it."""

    words: Words
    lost: int
    false: int

    @property
    def survived(self) -> bool:
        """Whether all edits were found, and nothing else."""
        return not self.lost and not self.false


class _Trial(NamedTuple):
    folder: Path
    path: Path
    base: Base
    packed: bytes


def rehearse(store: "Store", request: Request, step: Progress | None = None) -> list[Tried]:
    """Return how a workbook would come back from each handling; nothing is entered anywhere."""
    with tempfile.TemporaryDirectory(prefix="passerelle-trial-") as name:
        trial = _made(store, request, Path(name))
        found = []
        for number, tried in enumerate(_tries(store, trial)):
            if step:
                step(number, len(HANDLINGS))
            found.append(tried)
        return found


def _made(store: "Store", request: Request, folder: Path) -> _Trial:
    number, today = store.ledger.next_shipment(), date.today()  # noqa: DTZ011  # a civil date
    contents = contents_of(store, request, number, today, subject_of(store, request))
    few = tuple(replace(sheet, records=sheet.records[:_MOST_RECORDS]) for sheet in contents.sheets)
    written = write_workbook(folder / "sent.xlsx", replace(contents, sheets=few), lang=request.lang)
    return _Trial(folder, folder / "sent.xlsx", unpack(written.base, ENTITIES), written.base)


def _tries(store: "Store", trial: _Trial) -> Iterator[Tried]:
    for number, (words, handling) in enumerate(HANDLINGS):
        folder = trial.folder / str(number)
        folder.mkdir()
        book, edits = _edited(trial)
        with closing(book):
            files = handling(book, folder / "back.xlsx")
        yield _compared(store, trial, files, edits, words)


def _edited(trial: _Trial) -> tuple[Any, Edits]:
    """Return the workbook with one text edited in each sheet, and which field of which kind of record that is."""
    book, edits = opened(trial.path), Edits()
    for sheet, (name, base) in zip(tables(book), trial.base.sheets.items(), strict=True):
        place = next((code for code in base.columns if _is_text(name, code)), None)
        column = column_of(sheet, place) if place else None
        if place and column and base.rows:
            cell = sheet.cell(references(sheet)[0][0], column)
            cell.value = f"{cell.value or ''} {_MARK}".strip()
            edits.add((name, place))
    return book, edits


def _is_text(name: str, code: str) -> bool:
    held = ENTITIES[name].fields.get(code)
    return held is not None and isinstance(held.type, Text) and not held.key


def _compared(store: "Store", trial: _Trial, files: list[Path], edits: Edits, words: Words) -> Tried:
    found, false = Edits(), 0
    for path in files:
        book = read_book(path)
        bases, _notes = bases_of(book, find_tables(book), lambda _code, _digest: trial.packed)
        plan = make_plan(book, bases, StoreHere(store), file_name=path.name)
        for item in plan.items:
            marked = _MARK in str(item.theirs or item.text)
            if item.kind in ("theirs", "conflicts") and marked and item.field:
                found.add((item.entity, item.field))
            elif item.kind != "missing":
                false += 1
        false += plan.stopped is not None
    return Tried(words, len(edits - found), false)
