"""What History shows of a step, and what it says before an older step is taken back."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.partner import PARTNER
from desktop_app.domain.words import Words
from desktop_app.store.base import Store


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new base, made once."""
    path = tmp_path_factory.mktemp("base") / "office.passerelle"
    Store.create(path, "SIN").close()
    return path


@pytest.fixture
def store(fresh: Path, tmp_path: Path) -> Iterator[Store]:
    """An open base with nothing but its reference data."""
    with Store.open(Path(shutil.copy(fresh, tmp_path))) as store:
        yield store


def _step(store: Store, name: str, **values: str) -> tuple[str, int]:
    with store.edit(Words(f"Ajouter {name}", f"Add {name}")) as edit:
        id_ = edit.add(PARTNER, {"name": name, **values})
    return id_, edit.changes.batch


def _set(store: Store, id_: str, **values: str) -> int:
    with store.edit(Words("Modifier", "Change")) as edit:
        edit.update(PARTNER, id_, values)
    return edit.changes.batch


def test_a_step_tells_what_it_did_to_each_record(store: Store) -> None:
    id_, birth = _step(store, "Mahidol University", city="Salaya")
    change = _set(store, id_, city="Nakhon Pathom", acronym="MU")
    (added,), added_count = store.step_records(birth)
    assert (added.kind, added.id, added_count) == ("added", id_, 1)
    assert {(line.field, line.after) for line in added.fields} == {("name", "Mahidol University"), ("city", "Salaya")}
    (changed,), _count = store.step_records(change)
    assert changed.kind == "changed"
    assert {(line.field, line.before, line.after) for line in changed.fields} == {
        ("city", "Salaya", "Nakhon Pathom"), ("acronym", None, "MU"),
    }  # fmt: skip


def test_a_removed_record_is_told_as_removed(store: Store) -> None:
    id_, _birth = _step(store, "Mahidol University")
    with store.edit(Words("Supprimer", "Delete")) as edit:
        edit.delete(PARTNER, id_)
    (removed,), _count = store.step_records(edit.changes.batch)
    assert (removed.kind, list(removed.fields)) == ("removed", [])


def test_a_step_that_nothing_stands_on_can_be_undone_whole(store: Store) -> None:
    id_, _birth = _step(store, "Mahidol University")
    change = _set(store, id_, city="Nakhon Pathom")
    assert store.undoing(change) == (1, 0)


def test_what_was_changed_since_stays_and_is_named(store: Store) -> None:
    id_, birth = _step(store, "Mahidol University")
    change = _set(store, id_, city="Salaya", acronym="MU")
    _set(store, id_, city="Nakhon Pathom")
    assert store.undoing(change) == (1, 1)
    assert store.undoing(birth) == (0, 1)
    (told,), _count = store.step_records(change)
    assert [(line.field, line.after) for line in told.newer] == [("city", "Nakhon Pathom")]
    changes = store.undo_step(change)
    assert changes.kept == 1
    record = store.get(PARTNER, id_)
    assert record is not None
    assert (record["city"], record["acronym"]) == ("Nakhon Pathom", None)


def test_an_undo_tells_what_it_took_back(store: Store) -> None:
    id_, _birth = _step(store, "Mahidol University")
    _set(store, id_, city="Salaya")
    undone = store.undo()
    assert undone is not None
    (told,), _count = store.step_records(undone.batch)
    assert [(line.field, line.after) for line in told.fields] == [("city", "Salaya")]
