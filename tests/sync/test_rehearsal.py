"""A workbook tried before it is sent: what survives is shown, and so is what would not."""

from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.words import Words
from desktop_app.excel.handling import HANDLINGS
from desktop_app.sync import rehearsal
from desktop_app.sync.export import Request
from desktop_app.sync.rehearsal import rehearse
from tests.sync.conftest import Office


def test_a_workbook_survives_every_usual_handling(office: Office) -> None:
    counts, position = office.counts(), office.store.journal_position()
    steps: list[tuple[int, int]] = []
    tried = rehearse(office.store, Request(("instrument", "partner", "mission")), lambda *step: steps.append(step))
    assert [(one.words.en, one.lost, one.false) for one in tried if not one.survived] == []
    assert len(tried) == len(HANDLINGS) == len(steps)
    assert (office.counts(), office.store.journal_position(), office.store.ledger.shipments()) == (counts, position, [])


def test_what_would_be_lost_is_shown(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def overwritten(book: Any, path: Path) -> list[Path]:
        for row in range(4, 12):
            book["Instruments"].cell(row, 4).value = "autre chose"
        book.save(path)
        return [path]

    monkeypatch.setattr(rehearsal, "HANDLINGS", ((Words("écrasé", "overwritten"), overwritten),))
    (tried,) = rehearse(office.store, Request(("instrument",)))
    assert not tried.survived
    assert tried.false >= 7
