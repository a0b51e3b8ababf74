"""Copies of a base are whole, checked, thinned by age, and come back as a base."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from desktop_app.domain.partner import PARTNER
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.store.backups import back_up, backup_folder, backups, fingerprint, restore
from desktop_app.store.base import Store
from desktop_app.store.queries import Query

WORDS = Words("Essai", "Try")


def add(store: Store, name: str) -> None:
    with store.edit(WORDS) as edit:
        edit.add(PARTNER, {"name": name})


def names(path: Path) -> list[object]:
    with Store.open(path, readonly=True) as store:
        assert store.check() == []
        return [record["name"] for record in store.records(Query(PARTNER))]


def test_an_open_base_is_copied_with_what_was_just_written(base_path: Path) -> None:
    with Store.open(base_path) as store:
        add(store, "A")
        copy = store.backup()
        add(store, "B")
    assert copy.parent == backup_folder(base_path)
    assert (names(copy), names(base_path)) == (["A"], ["A", "B"])
    (found,) = backups(base_path)
    assert (found.path, found.size) == (copy, copy.stat().st_size)
    assert datetime.now(UTC) - found.made < timedelta(minutes=1)


def test_an_edit_under_way_is_not_in_the_copy(base_path: Path) -> None:
    with Store.open(base_path) as store, store.edit(WORDS) as edit:
        edit.add(PARTNER, {"name": "A"})
        edit.flush()
        copy = store.backup()
    assert names(copy) == []
    assert names(base_path) == ["A"]


def test_a_copy_can_go_to_another_folder(base_path: Path, tmp_path: Path) -> None:
    copy = back_up(base_path, tmp_path / "clé USB" / "copies")
    assert copy.parent.name == "copies"
    assert backups(base_path) == []
    assert [one.path for one in backups(base_path, copy.parent)] == [copy]


def test_the_copies_of_one_base_are_not_those_of_another(tmp_path: Path, empty_base: Path) -> None:
    for name in ("bureau", "bureau_ancien", "bureau [2025]"):
        path = tmp_path / f"{name}.passerelle"
        path.write_bytes(empty_base.read_bytes())
        back_up(path, tmp_path / "copies")
    for name in ("bureau", "bureau_ancien", "bureau [2025]"):
        (found,) = backups(tmp_path / f"{name}.passerelle", tmp_path / "copies")
        assert found.path.name.startswith(f"{name}_20")


def test_a_damaged_base_is_not_copied(base_path: Path) -> None:
    whole = bytearray(base_path.read_bytes())
    for start in range(len(whole) // 2, len(whole) // 2 + 20_000):
        whole[start] = 0xAA
    base_path.write_bytes(whole)
    with pytest.raises(Refused) as refused:
        back_up(base_path)
    assert "abîmée" in refused.value.words.fr
    assert list(backup_folder(base_path).iterdir()) == []


def test_a_base_whose_text_index_is_damaged_is_not_copied(base_path: Path) -> None:
    opened = sqlite.connect(str(base_path))
    (page,) = opened.execute("SELECT rootpage FROM sqlite_master WHERE name = 'search_country_config'").fetchone()
    (size,) = opened.execute("PRAGMA page_size").fetchone()
    opened.close()
    with base_path.open("rb+") as file:
        file.seek((page - 1) * size)
        file.write(b"\xaa" * size)
    with pytest.raises(Refused) as refused:
        back_up(base_path)
    assert "abîmée" in refused.value.words.fr


def test_older_copies_are_thinned_by_age(base_path: Path) -> None:
    folder = backup_folder(base_path)
    folder.mkdir()
    now = datetime.now(UTC)
    made = {
        now - timedelta(days=days, hours=hours)
        for days in (0, 1, 3, 4, 20, 40, 45, 100, 300, 400, 800, 1200)
        for hours in (1, 2, 3)
    }
    for moment in made:
        (folder / f"{base_path.stem}_{moment:%Y-%m-%d_%H%M%S}.passerelle").write_bytes(b"")
    (folder / "notes.txt").write_text("à garder", encoding="utf-8")
    back_up(base_path)
    kept = backups(base_path)
    ages = [now - one.made for one in kept]
    assert sum(age < timedelta(days=2) for age in ages) == 7
    assert all(age <= timedelta(days=731) for age in ages)
    days = [one.made.date() for one in kept if timedelta(days=2) < now - one.made < timedelta(days=31)]
    assert len(days) == len(set(days)) >= 3
    months = [f"{one.made:%Y-%m}" for one in kept if now - one.made > timedelta(days=32)]
    assert len(months) == len(set(months)) >= 4
    assert (folder / "notes.txt").exists()


def test_a_copy_comes_back_as_a_new_base_and_replaces_nothing(base_path: Path, tmp_path: Path) -> None:
    with Store.open(base_path) as store:
        add(store, "A")
        copy = store.backup()
    target = tmp_path / "retrouvée.passerelle"
    restore(copy, target)
    assert names(target) == ["A"]
    with pytest.raises(Refused) as refused:
        restore(copy, target)
    assert "existe déjà" in refused.value.words.fr
    with Store.open(target) as store:
        store.undo()
        assert store.count(Query(PARTNER)) == 0


def test_a_damaged_copy_does_not_come_back(base_path: Path, tmp_path: Path) -> None:
    copy = back_up(base_path)
    copy.write_bytes(copy.read_bytes()[:50_000])
    with pytest.raises(Refused):
        restore(copy, tmp_path / "new.passerelle")
    assert not (tmp_path / "new.passerelle").exists()
    assert not list(tmp_path.glob("*.part"))


def test_two_equal_files_have_one_fingerprint(tmp_path: Path) -> None:
    for name, content in (("a", b"x"), ("b", b"x"), ("c", b"y")):
        (tmp_path / name).write_bytes(content)
    assert fingerprint(tmp_path / "a") == fingerprint(tmp_path / "b") != fingerprint(tmp_path / "c")
