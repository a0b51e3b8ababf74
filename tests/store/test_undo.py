"""Undo takes a step back exactly, survives a restart, and leaves what newer changes stand on."""

from pathlib import Path

import pytest

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.store.base import Source, Store
from desktop_app.store.queries import Query


def step(store: Store, words: str, id_: str | None = None, /, **values: Value) -> tuple[str, int]:
    """Add a partner, or change one, as a step of its own."""
    with store.edit(Words(f"{words} (fr)", words)) as edit:
        if id_ is None:
            id_ = edit.add(PARTNER, values)
        else:
            edit.update(PARTNER, id_, values)
    return id_, edit.changes.batch


def city(store: Store, id_: str) -> Value:
    return (store.get(PARTNER, id_) or {}).get("city")


def names(store: Store) -> list[Value]:
    return [record["name"] for record in store.records(Query(PARTNER))]


def test_steps_are_undone_and_redone_in_order_with_their_names(store: Store) -> None:
    id_, _ = step(store, "add", name="A", city="Hanoi")
    step(store, "one", id_, city="Huế")
    step(store, "two", id_, city="Vinh")
    assert store.undo_words() == Words("two (fr)", "two")
    assert store.redo_words() is None
    seen = []
    while store.undo_words():
        store.undo()
        seen.append(city(store, id_))
    assert seen == ["Huế", "Hanoi", None]
    assert names(store) == []
    assert store.undo() is None
    while store.redo_words():
        store.redo()
        seen.append(city(store, id_))
    assert seen[3:] == ["Hanoi", "Huế", "Vinh"]
    assert store.redo() is None
    assert store.check() == []


def test_undo_and_redo_survive_a_restart(base_path: Path) -> None:
    with Store.open(base_path) as store:
        id_, _ = step(store, "add", name="A", city="Hanoi")
        step(store, "change", id_, city="Huế")
        store.undo()
    with Store.open(base_path) as store:
        assert (store.undo_words(), store.redo_words()) == (Words("add (fr)", "add"), Words("change (fr)", "change"))
        store.redo()
        assert city(store, id_) == "Huế"
        store.undo()
        store.undo()
    with Store.open(base_path) as store:
        assert names(store) == []
        assert store.undo_words() is None
        store.redo()
        assert city(store, id_) == "Hanoi"


def test_a_new_step_forgets_what_could_be_redone(store: Store) -> None:
    id_, _ = step(store, "add", name="A")
    step(store, "change", id_, city="Huế")
    store.undo()
    step(store, "other", id_, acronym="AA")
    assert store.redo_words() is None
    assert store.redo() is None
    assert store.undo_words() == Words("other (fr)", "other")


def test_an_undo_says_what_it_did(store: Store) -> None:
    id_, _ = step(store, "add", name="A")
    step(store, "change", id_, city="Huế")
    undone = store.undo()
    assert undone is not None
    assert (undone.changed, undone.added, undone.removed, undone.kept) == ({"partner": {id_}}, {}, {}, 0)
    undone = store.undo()
    assert undone is not None
    assert undone.removed == {"partner": {id_}}
    redone = store.redo()
    assert redone is not None
    assert redone.added == {"partner": {id_}}


def test_an_undone_step_is_shown_as_undone_and_its_changes_too(store: Store) -> None:
    id_, _ = step(store, "add", name="A", city="Hanoi")
    step(store, "change", id_, city="Huế")
    store.undo()
    kinds = [(one.kind, one.undone) for one in store.steps(3)]
    assert kinds == [("undo", False), ("edit", True), ("edit", False)]
    assert [(line.after, line.undone) for line in store.history(id_) if line.field == "city"] == [
        ("Huế", True), ("Hanoi", False),
    ]  # fmt: skip
    store.redo()
    assert [one.undone for one in store.steps(10) if one.kind == "edit"] == [False, False]
    assert [line.undone for line in store.history(id_) if line.field == "city"] == [False, False]


def test_an_older_step_is_undone_without_those_after_it(store: Store) -> None:
    id_, _ = step(store, "add", name="A", city="Hanoi")
    _, older = step(store, "older", id_, city="Huế")
    step(store, "newer", id_, acronym="AA")
    changes = store.undo_step(older)
    record = store.get(PARTNER, id_)
    assert record is not None
    assert (record["city"], record["acronym"], changes.kept) == ("Hanoi", "AA", 0)


def test_a_newer_value_stays_when_an_older_step_is_undone(store: Store) -> None:
    id_, _ = step(store, "add", name="A", city="Hanoi")
    _, older = step(store, "older", id_, city="Huế", acronym="AA")
    step(store, "newer", id_, city="Vinh")
    changes = store.undo_step(older)
    record = store.get(PARTNER, id_)
    assert record is not None
    assert (record["city"], record["acronym"], changes.kept) == ("Vinh", None, 1)
    # And when the newer one is undone as well, what stood before both is back.
    store.undo()
    assert city(store, id_) == "Hanoi"
    assert store.check() == []


def test_an_added_record_that_was_changed_since_is_not_taken_back(store: Store) -> None:
    id_, added = step(store, "add", name="A")
    step(store, "change", id_, city="Huế")
    with pytest.raises(Refused) as refused:
        store.undo_step(added)
    assert "ne peut plus être annulé" in refused.value.words.fr
    assert names(store) == ["A"]


def test_a_step_already_undone_is_not_undone_again(store: Store) -> None:
    id_, _ = step(store, "add", name="A", city="Hanoi")
    _, change = step(store, "change", id_, city="Huế")
    store.undo_step(change)
    before = store.journal_position()
    with pytest.raises(Refused):
        store.undo_step(change)
    assert store.journal_position() == before
    assert city(store, id_) == "Hanoi"


def test_undoing_an_import_is_as_if_it_had_never_come(store: Store) -> None:
    id_, _ = step(store, "add", name="A", city="Hanoi", aliases=("a",))
    before = store.records(Query(PARTNER)), store.fingerprint()
    with store.edit(Words("Importer", "Import"), Source("retour.xlsx")) as edit:
        edit.update(PARTNER, id_, {"city": "Huế", "aliases": ("b",), "acronym": "AA"})
        new = [edit.add(PARTNER, {"name": name}) for name in "BCD"]
        edit.delete(PARTNER, new[2])
    after = store.records(Query(PARTNER)), store.fingerprint()
    assert names(store) == ["A", "B", "C"]
    store.undo()
    assert (store.records(Query(PARTNER)), store.fingerprint()) == before
    store.redo()
    assert (store.records(Query(PARTNER)), store.fingerprint()) == after


def test_undoing_twice_is_undoing_once_and_then_the_step_before(store: Store) -> None:
    step(store, "first", name="A")
    step(store, "second", name="B")
    store.undo()
    store.redo()
    store.undo()
    assert names(store) == ["A"]
    store.undo()
    assert names(store) == []


def test_a_deletion_is_undone_with_all_that_the_record_held(store: Store) -> None:
    id_, _ = step(store, "add", name="A", city="Hanoi", aliases=("a", "b"))
    step(store, "change", id_, aliases=("b", "c"))
    before = store.get(PARTNER, id_)
    with store.edit(Words("Supprimer", "Delete")) as edit:
        edit.delete(PARTNER, id_)
    assert store.get(PARTNER, id_) is None
    assert store.search("A", entities=["partner"]) == []
    store.undo()
    assert store.get(PARTNER, id_) == before
    assert len(store.search("A", entities=["partner"])) == 1


def test_search_follows_undo_and_redo(store: Store) -> None:
    id_, _ = step(store, "add", name="Mahidol")
    step(store, "change", id_, name="Salaya")
    store.undo()
    assert [found.id for found in store.search("mahidol")] == [id_]
    assert store.search("salaya") == []
    store.redo()
    assert [found.id for found in store.search("salaya")] == [id_]


def test_the_reference_data_is_never_undone(store: Store) -> None:
    assert store.undo() is None
    with pytest.raises(Refused):
        store.undo_step(store.steps()[0].batch)


def test_a_step_over_several_kinds_of_records_is_one_undo(store: Store) -> None:
    with store.edit(Words("Créer", "Create")) as edit:
        partner = edit.add(PARTNER, {"name": "A"})
        edit.add(INSTRUMENT, {"title": "Eau"})
        edit.set(PARTNER, partner, "city", "Huế")
    store.undo()
    assert (store.count(Query(PARTNER)), store.count(Query(INSTRUMENT))) == (0, 0)
    store.redo()
    assert city(store, partner) == "Huế"
    assert store.count(Query(INSTRUMENT)) == 1
