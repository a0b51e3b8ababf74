"""Check finds what did not come through the one door."""

import shutil
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from desktop_app.domain import ENTITIES
from desktop_app.domain.ids import derived_id
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.words import Words
from desktop_app.store.base import Store
from desktop_app.store.queries import Query

WORDS = Words("Essai", "Try")
VN = derived_id("country", "VN")


@pytest.fixture(scope="module")
def filled_once(empty_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed base with a little of everything: born, changed, deleted, undone; never written to, only copied."""
    path = Path(shutil.copy(empty_base, tmp_path_factory.mktemp("checks") / "office.passerelle"))
    with Store.open(path) as store:
        with store.edit(WORDS) as edit:
            born, changed, gone = (
                edit.add(PARTNER, {"name": name, "country": VN, "aliases": ("a", "b")}) for name in "ABC"
            )
            instrument = edit.add(
                INSTRUMENT, {"title": "Eau", "starts_on": "2024", "ends_on": "2025", "countries": (VN,)}
            )
            edit.add(
                ENTITIES["period"], {"instrument": instrument, "number": 1, "budget": "12000.50", "currency": "EUR"}
            )  # fmt: skip
            edit.add(
                ENTITIES["mission"], {"starts_on": "2025", "opinion_needed": True, "cost": "-0.07", "partner": born}
            )
        with store.edit(WORDS) as edit:
            edit.update(PARTNER, changed, {"city": "Hanoi", "aliases": ("b", "c")})
            edit.set(INSTRUMENT, instrument, "ends_on", "2026")
            edit.delete(PARTNER, gone)
        with store.edit(WORDS) as edit:
            edit.add(PARTNER, {"name": "D"})
        store.undo()
        assert store.check() == []
    return path


@pytest.fixture
def filled(filled_once: Path, tmp_path: Path) -> Path:
    """A closed base with a little of everything that a test may write to."""
    return Path(shutil.copy(filled_once, tmp_path / "office.passerelle"))


def said_after(path: Path, *statements: str) -> list[Words]:
    connection = driver.connect(str(path), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()
    with Store.open(path) as store:
        return store.check()


def test_a_base_that_was_only_edited_is_whole(filled: Path) -> None:
    assert said_after(filled) == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [("UPDATE partner SET name = 'Z' WHERE name = 'A'", "Partenaires : 1 fiche(s) ne montrent pas"),
     ("UPDATE partner SET city = 'Huế' WHERE name = 'B'", "Partenaires : 1 fiche(s) ne montrent pas"),
     ("UPDATE partner SET country = NULL WHERE name = 'A'", "Partenaires : 1 fiche(s) ne montrent pas"),
     ("UPDATE partner SET aliases = '[\"a\"]' WHERE name = 'A'", "Partenaires : 1 fiche(s) ne montrent pas"),
     ("UPDATE partner SET gone = 0", "Partenaires : 2 fiche(s) ne montrent pas"),
     ("UPDATE partner SET gone = 1 WHERE name = 'A'", "Partenaires : 1 fiche(s) ne montrent pas"),
     ("UPDATE period SET budget = budget + 1", "Périodes : 1 fiche(s) ne montrent pas"),
     ("UPDATE instrument SET ends_on = '2027'", "Instruments : 1 fiche(s) ne montrent pas"),
     ("UPDATE mission SET opinion_needed = 0", "Missions : 1 fiche(s) ne montrent pas"),
     ("UPDATE mission SET cost = 7", "Missions : 1 fiche(s) ne montrent pas"),
     ("DELETE FROM linked WHERE tbl = 'instrument'", "Instruments : 1 lien(s) multiples"),
     ("DELETE FROM search_partner WHERE rowid = 1", "Partenaires : la recherche connaît 1 fiches sur 2"),
     ("INSERT INTO partner (id, ref, name) VALUES (randomblob(16), 'X', 'Y')", "1 fiche(s) sans naissance"),
     ("DELETE FROM partner WHERE name = 'A'", "Missions : 1 lien(s) « Partenaire » sans fiche"),
     ("DELETE FROM change WHERE seq = (SELECT max(seq) FROM change)", "Le journal a perdu des lignes")],
)  # fmt: skip
def test_a_table_changed_behind_the_journal_is_found(filled: Path, statement: str, said: str) -> None:
    found = said_after(filled, statement)
    assert any(said in words.fr for words in found), found
    assert all(words.fr != words.en for words in found)


def test_a_base_that_was_searched_and_changed_again_and_again_is_not_called_damaged(store: Store) -> None:
    with store.edit(WORDS) as edit:
        id_ = edit.add(PARTNER, {"name": "Mahidol"})
    for number in range(40):
        with store.edit(WORDS) as edit:
            edit.set(PARTNER, id_, "name", f"Nom {number}")
            edit.set(PARTNER, id_, "city", f"Ville {number % 3}")
        if number % 7 == 0:
            assert store.ids(Query(PARTNER, search="nom"))
        if number % 5 == 0:
            store.undo()
    assert store.check() == []
    with store.edit(WORDS) as edit:
        edit.set(PARTNER, id_, "name", "Nom nouveau")
    assert store.check() == []
