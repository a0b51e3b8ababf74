"""Files that belong to records travel once, by content, between offices and between the laptops of one."""

import hashlib
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.event import ATTACHMENT
from desktop_app.store.attachments import is_there, keep, place_of
from desktop_app.store.base import Store
from desktop_app.store.parcel import Enclosed
from desktop_app.sync import enclosed
from desktop_app.sync.arrival import Arrival, take
from desktop_app.sync.bundle import write_bundle
from desktop_app.sync.payload import pack, unpack
from desktop_app.sync.team import choose_folder, exchange
from tests.sync.offices import WORDS, add, agree, installations, parcels, send_file

Name = tuple[str, str]


@pytest.fixture
def three(empty_base: Path, tmp_path: Path) -> Iterator[list[Store]]:
    """Three installations, each with a folder of its own."""
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
    with installations(empty_base, tmp_path, "a/base", "b/base", "c/base") as stores:
        yield stores


def attach(store: Store, folder: Path, name: str, data: bytes) -> Name:
    """Attach a file to a new partner; return its content and name."""
    (source := folder / name).write_bytes(data)
    kept = keep(store.path, source, lambda _done, _total: None)
    owner = add(store, f"Université {name}")
    with store.edit(WORDS) as edit:
        edit.add(ATTACHMENT, {"owner": owner, "name": name, "size": str(kept.size), "content": kept.content})
    return kept.content, kept.name


def noise(size: int) -> bytes:
    return random.Random(size).randbytes(size)


def test_a_file_travels_with_the_change_that_attached_it_and_only_once(three: list[Store], tmp_path: Path) -> None:
    a, b, c = three
    data = noise(300_000)
    held = attach(a, tmp_path, "Convention signée.pdf", data)
    assert send_file(a, b, tmp_path / "first.xlsx").files == 1
    assert place_of(b.path, *held).read_bytes() == data
    send_file(b, a, tmp_path / "answer.xlsx")
    code = next(peer.code for peer in a.installations.peers() if peer.replica == b.replica)
    again = write_bundle(a, tmp_path / "second.xlsx", to=code)
    assert (again.changes, again.files) == (0, 0)
    assert again.paths[0].stat().st_size < 100_000
    # A third one has it from the second, which hands on what others wrote.
    assert send_file(b, c, tmp_path / "third.xlsx").files == 1
    assert place_of(c.path, *held).read_bytes() == data
    agree(a, b, c)


def test_many_files_go_in_several_volumes_in_any_order(
    three: list[Store], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b, _c = three
    monkeypatch.setattr(enclosed, "A_VOLUME", 50_000)
    held = [attach(a, tmp_path, f"Pièce {number}.bin", noise(30_000 + number)) for number in range(3)]
    sent = write_bundle(a, tmp_path / "sent.xlsx")
    assert (len(sent.paths), sent.files) == (3, 3)
    assert send_file(a, b, tmp_path / "sent.xlsx").files == 3
    assert all(is_there(b.path, *name) for name in held)


def test_a_file_too_large_for_a_workbook_is_named_and_everything_else_goes(
    three: list[Store], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b, _c = three
    monkeypatch.setattr(enclosed, "LARGEST", 50_000)
    large = attach(a, tmp_path, "Film.mov", noise(60_000))
    small = attach(a, tmp_path, "Note.txt", b"ok")
    assert list(write_bundle(a, tmp_path / "sent.xlsx").left) == ["Film.mov"]
    send_file(a, b, tmp_path / "sent.xlsx")
    assert (is_there(b.path, *large), is_there(b.path, *small)) == (False, True)
    agree(a, b)


def test_who_lacks_a_file_asks_for_it_and_is_sent_it_with_the_next_exchange(three: list[Store], tmp_path: Path) -> None:
    a, b, _c = three
    held = attach(a, tmp_path, "Accord.pdf", noise(1_000))
    send_file(a, b, tmp_path / "first.xlsx")
    place_of(b.path, *held).unlink()
    send_file(b, a, tmp_path / "asking.xlsx")
    code = next(peer.code for peer in a.installations.peers() if peer.replica == b.replica)
    assert send_file(a, b, tmp_path / "answer.xlsx", to=code).files == 1
    assert is_there(b.path, *held)
    # Once it is there, nobody asks any more.
    send_file(b, a, tmp_path / "thanks.xlsx")
    assert write_bundle(a, tmp_path / "nothing.xlsx", to=code).files == 0


def test_a_file_that_is_not_what_its_name_says_is_left_aside(three: list[Store], tmp_path: Path) -> None:
    a, b, _c = three
    held = attach(a, tmp_path, "Accord.pdf", b"the true one")
    parcel = parcels(a)[0]
    outside = hashlib.sha256(b"x").hexdigest()
    parcel.files = [
        Enclosed("Accord.pdf", held[0], b"another one"),
        Enclosed("../../outside.pdf", outside, b"x"),
        Enclosed("short.pdf", "../x", b"x"),
    ]
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    assert take(b, Arrival([unpack(pack(parcel))])).files == 0
    written = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert not [path for path in written if path.suffix == ".pdf"]
    assert not is_there(b.path, *held)


def test_the_laptops_of_an_office_share_files_through_their_folder(three: list[Store], tmp_path: Path) -> None:
    a, b, _c = three
    (folder := tmp_path / "team").mkdir()
    for store in three:
        choose_folder(store, folder)
    data = noise(40_000)
    held = attach(a, tmp_path, "Photo.jpg", data)
    twin = attach(b, tmp_path, "Photo.jpg", data)
    assert held == twin
    for store in three * 2:
        exchange(store)
    assert all(place_of(store.path, *held).read_bytes() == data for store in three)
    lying = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".xlsx"]
    assert [path.name for path in lying] == [f"{held[0]}.jpg"]
    assert exchange(a).taken.files == 0
    agree(*three)
