"""A record that somebody holds in a workbook bears a mark wherever it is shown, until the workbook is back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.gui.detail.chips import chips_of
from desktop_app.gui.detail.records import facts_of
from desktop_app.gui.lists.rows import RowReader
from desktop_app.gui.lists.specs import INSTRUMENTS
from desktop_app.store.queries import Query

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.gui.exchange.conftest import Office, Returned


@pytest.mark.usefixtures("workspace")
def test_what_is_out_is_marked_in_lists_pane_and_form(office: Office, send: Callable[[], Returned]) -> None:
    columns = [INSTRUMENTS.columns[name] for name in INSTRUMENTS.comfortable]
    read = RowReader(office.store, INSTRUMENTS, columns, "en")
    numbers = list(office.store.ids(Query(INSTRUMENT)))
    assert not any(cell.out for row in read(numbers) for cell in row.cells)
    send()
    marked = {row.id: [cell.out for cell in row.cells if cell.out] for row in read(numbers)}
    (words,) = marked[office.ids["water"]]
    assert words.startswith("With Embassy in Hanoi since")
    assert words.endswith("in workbook EX0001")
    assert marked[office.ids["lang"]] == []
    chips = chips_of(office.store, INSTRUMENT, office.record(INSTRUMENT, "water"))
    assert chips[-1].tip == words
    facts = facts_of(office.store, INSTRUMENT, office.ids["water"], date(2026, 11, 22))
    assert facts is not None
    assert facts.chips[-1].icon == "send"
    office.store.ledger.mark_returned("EX0001")
    assert not any(cell.out for row in read(numbers) for cell in row.cells)
