"""What a file says that it had shown is checked before anything is built on it."""

import base64
import hashlib
import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.domain.plan import Plan
from desktop_app.domain.refused import Refused
from desktop_app.excel.layout import SYNC_SHEET
from desktop_app.sync.bases import DAMAGED
from desktop_app.sync.receive import receive
from tests.sync.conftest import Office

Change = Callable[[dict[str, Any]], None]


def _tampered(sent: Path, change: Change, pieces: list[str] | None = None) -> Path:
    """A returned workbook whose hidden sheet says something else; its first title was edited by hand."""
    book = openpyxl.load_workbook(sent)
    hidden, table = book[SYNC_SHEET], book["Instruments"]
    header = json.loads(hidden["A2"].value)
    change(header)
    hidden["A2"] = json.dumps(header)
    for place, piece in enumerate(pieces or ()):
        hidden.cell(3 + place, 1).value = piece
    title = next(cell.column for cell in table[1] if str(cell.value).endswith(".title"))
    assert title is not None
    table.cell(4, title).value = "Un autre titre"
    path = sent.with_name("retour.xlsx")
    book.save(path)
    return path


def _taken(office: Office, path: Path) -> Plan:
    plan = receive(office.store, path)
    assert plan is not None
    return plan


def test_a_workbook_of_a_newer_version_is_refused_and_says_to_update(office: Office, tmp_path: Path) -> None:
    path = _tampered(office.export(tmp_path).path, lambda header: header.update(format=99))
    with pytest.raises(Refused) as refused:
        receive(office.store, path)
    assert "mettez le programme à jour" in refused.value.words.fr
    assert "newer version" in refused.value.words.en


def test_a_changed_hash_is_said_and_the_ledger_stands_in(office: Office, tmp_path: Path) -> None:
    path = _tampered(office.export(tmp_path).path, lambda header: header.update(sha256="0" * 64))
    plan = _taken(office, path)
    assert DAMAGED in plan.notes
    assert [(item.field, item.kind) for item in plan.items] == [("title", "theirs")]


@pytest.mark.parametrize("pieces", [10**9, -1, "many", None, True])
def test_a_false_count_of_pieces_is_said_and_read_in_bounds(pieces: object, office: Office, tmp_path: Path) -> None:
    path = _tampered(office.export(tmp_path).path, lambda header: header.update(pieces=pieces, sha256="0" * 64))
    assert DAMAGED in _taken(office, path).notes


@pytest.mark.parametrize(
    "content",
    [b"{}", b"[]", b"null", b"no JSON", b'{"sheets": 3}', b'{"sheets": [{"entity": "instrument"}]}', b"[" * 100_000],
    ids=["nothing", "list", "null", "text", "number", "no columns", "deep"],
)
def test_a_base_that_was_made_up_is_said_and_the_ledger_stands_in(
    content: bytes, office: Office, tmp_path: Path
) -> None:
    packed = zlib.compress(content)
    digest = hashlib.sha256(packed).hexdigest()
    pieces = [base64.b64encode(packed).decode()]
    path = _tampered(office.export(tmp_path).path, lambda header: header.update(pieces=1, sha256=digest), pieces)
    plan = _taken(office, path)
    assert DAMAGED in plan.notes
    assert [(item.field, item.kind) for item in plan.items] == [("title", "theirs")]


def test_a_small_base_that_unpacks_to_a_gigabyte_is_never_unpacked(office: Office, tmp_path: Path) -> None:
    engine = zlib.compressobj(9)
    packed = b"".join(engine.compress(bytes(10_000_000)) for _ in range(60)) + engine.flush()
    text = base64.b64encode(packed).decode()
    pieces = [text[start : start + 30_000] for start in range(0, len(text), 30_000)]
    digest = hashlib.sha256(packed).hexdigest()
    path = _tampered(
        office.export(tmp_path).path, lambda header: header.update(pieces=len(pieces), sha256=digest), pieces
    )
    assert DAMAGED in _taken(office, path).notes
