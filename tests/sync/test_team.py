"""The laptops of an office agree through a folder: nothing to configure but the folder, and no file of another is touched."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.refused import Refused
from desktop_app.store.base import Query, Store
from desktop_app.sync.team import choose_folder, exchange
from tests.sync.agreement import tiny_base
from tests.sync.offices import PARTNER, add, change, installations


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A shared folder."""
    made = tmp_path / "Équipe SIN"
    made.mkdir()
    return made


@pytest.fixture
def team(tmp_path: Path, folder: Path) -> Iterator[list[Store]]:
    """Three laptops that have chosen the folder."""
    laptops = tmp_path / "laptops"
    laptops.mkdir()
    with installations(tiny_base(tmp_path / "tiny.passerelle"), laptops, "a", "b", "c") as stores:
        for store in stores:
            choose_folder(store, folder)
        yield stores


def all_agree(*stores: Store) -> bool:
    return len({store.fingerprint() for store in stores}) == 1


def test_what_one_writes_reaches_all_and_then_nothing_more_is_written(team: list[Store], folder: Path) -> None:
    a, b, c = team
    add(a, "Du premier", country=None)
    add(b, "Du deuxième", country=None)
    for _round in range(2):
        for store in team:
            exchange(store)
    assert all_agree(*team)
    assert a.count(Query(PARTNER)) == 2
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    for store in team:
        assert (exchange(store).sent, exchange(store).taken.new) == (0, 0)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert [peer.name for peer in exchange(c).members] == [a.installations.peers()[0].name] * 2


def test_a_step_travels_in_a_small_file_of_its_author_alone(team: list[Store], folder: Path) -> None:
    a, b, _c = team
    id_ = add(a, city="Hanoi", country=None)
    for store in team * 2:
        exchange(store)
    before = {path.name for path in folder.iterdir()}
    change(b, id_, city="Huế")
    assert exchange(b).sent == 1
    assert exchange(a).taken.new == 1
    assert exchange(a).sent == 0
    (made,) = {path.name for path in folder.iterdir()} - before
    assert next(peer.code for peer in b.installations.peers() if peer.replica == b.replica) in made


def test_one_who_comes_late_receives_everything(team: list[Store], tmp_path: Path, folder: Path) -> None:
    a, b, _c = team
    add(a, "Ancien", country=None)
    for store in (a, b, a, b):
        exchange(store)
    with installations(tiny_base(tmp_path / "other.passerelle"), tmp_path, "late") as (late,):
        choose_folder(late, folder)
        exchange(late)
        exchange(a)
        exchange(late)
        assert all_agree(a, b, late)


def test_many_files_become_one_and_others_are_left_alone(team: list[Store], folder: Path) -> None:
    a, b, _c = team
    exchange(b)
    theirs = {path.name for path in folder.iterdir()}
    for number in range(30):
        add(a, f"Partenaire {number}", country=None)
        exchange(a)
    assert len(list(folder.iterdir())) <= 14
    assert theirs <= {path.name for path in folder.iterdir()}
    exchange(b)
    assert all_agree(a, b)


def test_files_that_somebody_removed_are_written_again(team: list[Store], folder: Path) -> None:
    a, b, _c = team
    add(a, country=None)
    exchange(a)
    for path in folder.iterdir():
        path.unlink()
    exchange(a)
    exchange(b)
    assert all_agree(a, b)


def test_half_written_and_foreign_files_do_no_harm_and_are_read_once_they_are_whole(
    team: list[Store], folder: Path
) -> None:
    a, b, _c = team
    add(a, country=None)
    exchange(a)
    (path,) = folder.glob("*.xlsx")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    (folder / "notes.xlsx").write_bytes(b"not a workbook")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    done = exchange(b)
    assert done.taken.new == 0
    assert set(done.left) == {path.name}
    path.write_bytes(whole)
    exchange(b)
    assert all_agree(a, b)
    assert (folder / "photo.jpg").exists()


def test_a_folder_that_is_not_there_is_said_and_nothing_is_lost(
    team: list[Store], folder: Path, tmp_path: Path
) -> None:
    a, b, _c = team
    add(a, country=None)
    folder.rename(tmp_path / "parti")
    with pytest.raises(Refused, match="can’t be reached"):
        exchange(a)
    (tmp_path / "parti").rename(folder)
    exchange(a)
    exchange(b)
    assert all_agree(a, b)


def test_the_base_itself_must_not_lie_in_the_folder(team: list[Store]) -> None:
    with pytest.raises(Refused, match="shared folder"):
        choose_folder(team[0], team[0].path.parent)


def test_what_came_from_elsewhere_is_handed_on_in_the_folder(team: list[Store], tmp_path: Path) -> None:
    a, b, _c = team
    for store in (a, b, a, b):
        exchange(store)
    with installations(tiny_base(tmp_path / "tokyo.passerelle"), tmp_path, "far") as (far,):
        add(far, "De loin", country=None)
        for parcel in far.installations.parcels({}):
            a.installations.take_in(parcel)
        assert exchange(a).sent == 1
        exchange(b)
        assert all_agree(a, b)
