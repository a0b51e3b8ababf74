"""What a newer program wrote is kept aside, and shown once this one knows it."""

import json
from pathlib import Path

import pytest

from desktop_app.domain import ENTITIES
from desktop_app.domain.ids import new_id
from desktop_app.domain.words import Words
from desktop_app.store import fold, parked
from desktop_app.store.base import Store
from desktop_app.store.fold import Change
from desktop_app.store.parcel import Parcel, Sent
from desktop_app.store.peers import Peer, Place
from desktop_app.store.tables import SET

PARTNER, EVENT = ENTITIES["partner"], ENTITIES["event"]
WORDS = Words("Essai", "Try")


def older(path: Path, forgotten: dict[str, set[str]]) -> None:
    """Make a base look as an older program left it: it kept the changes of some fields, and knew nothing of them."""
    with Store.open(path, aside=True) as store:
        known = {name: sorted(set(entity.fields) - forgotten.get(name, set())) for name, entity in ENTITIES.items()}
        store.keep_setting("fields", json.dumps({name: names for name, names in known.items() if names}))
        with store._writing() as connection:
            for name, fields in forgotten.items():
                if fields == set(ENTITIES[name].fields):
                    connection.exec_driver_sql(f"DELETE FROM {name}")  # noqa: S608
                    connection.exec_driver_sql(f"DELETE FROM search_{name}")  # noqa: S608
                else:
                    connection.exec_driver_sql(f"UPDATE {name} SET {', '.join(f'{one} = NULL' for one in fields)}")  # noqa: S608


def test_fields_and_entities_that_were_kept_aside_are_shown_after_an_upgrade(base_path: Path) -> None:
    with Store.open(base_path) as store:
        with store.edit(WORDS) as edit:
            born = edit.add(PARTNER, {"name": "Fictif", "notes": "À la naissance", "city": "Hanoi"})
            later = edit.add(PARTNER, {"name": "Autre"})
            event = edit.add(EVENT, {"title": "Colloque fictif"})
        with store.edit(WORDS) as edit:
            edit.set(PARTNER, later, "notes", "Plus tard")
        before = store.fingerprint()
    older(base_path, {"partner": {"notes"}, "event": set(EVENT.fields)})
    with Store.open(base_path) as store:
        assert store.fingerprint() == before
        assert (store.get(PARTNER, born) or {})["notes"] == "À la naissance"
        assert (store.get(PARTNER, later) or {})["notes"] == "Plus tard"
        assert store.get(EVENT, event) is not None
        assert store.check() == []


def test_the_journal_of_a_new_base_is_not_gone_through_when_it_is_opened_again(
    base_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.create(base_path.with_name("new.passerelle"), "SIN").close()

    def gone_through(*_told: object) -> None:
        pytest.fail("what the program understands otherwise was looked for")

    monkeypatch.setattr(parked, "show", gone_through)
    Store.open(base_path.with_name("new.passerelle")).close()


def test_a_question_that_only_an_echo_had_raised_is_gone_after_an_upgrade(
    base_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older_fold, Store.open(base_path) as store:
        older_fold.setattr(fold, "is_proposal", lambda _change: False)
        with store.edit(WORDS) as edit:
            id_ = edit.add(PARTNER, {"name": "Fictif", "city": "Hanoi"})
        for city in ("Huế", "Vinh"):
            with store.edit(WORDS) as edit:
                edit.set(PARTNER, id_, "city", city)
        said = Change(new_id(), SET, "partner", id_, "city", json.dumps("Huế", ensure_ascii=False), 0, "")
        other = new_id()
        have = {other: (1, said.id)}
        sender = Peer(other, "TYO", "other", None, have, None)
        store.installations.take_in(Parcel(other, have, [sender], changes=[Sent(Place(other, 1), said, ())]))
        assert len(store.installations.conflicts()) == 1
        store.keep_setting("fold", "1")
    with Store.open(base_path) as store:
        assert store.installations.conflicts() == []
        assert (store.get(PARTNER, id_) or {})["city"] == "Vinh"
        assert store.check() == []
