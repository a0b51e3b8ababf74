"""Workbooks under a password: asked once, remembered in the key store of the system where there is one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.excel.refusals import NeedsPassword, WrongPassword
from desktop_app.store import key_store
from desktop_app.sync import unlocking
from desktop_app.sync.receive import receive
from tests.key_stores import InMemory, no_key_store
from tests.key_stores import key_store as having
from tests.sync.conftest import Office

WORD = "Delta 2026"


@pytest.fixture
def kept() -> Iterator[InMemory]:
    """A key store."""
    backend = InMemory()
    with having(backend):
        yield backend


def protected(office: Office, folder: Path, password: str) -> Path:
    return office.export(folder, recipient="Ambassade fictive", password=password).path


def test_a_password_that_is_remembered_is_not_asked_again(office: Office, tmp_path: Path, kept: InMemory) -> None:
    path = protected(office, tmp_path, WORD)
    with pytest.raises(NeedsPassword):
        receive(office.store, path)
    plan = receive(office.store, path, password=WORD)
    assert plan is not None
    assert unlocking.remember(office.store, path, plan.export, WORD)
    assert kept.kept == {("Passerelle", "Ambassade fictive"): WORD}
    renamed = path.rename(tmp_path / "retour.xlsx")
    assert receive(office.store, renamed) is not None
    key_store.forget("Ambassade fictive")
    key_store.forget("Ambassade fictive")
    with pytest.raises(NeedsPassword):
        receive(office.store, renamed)


def test_the_password_of_another_embassy_is_tried_and_does_not_pass_for_a_wrong_one(
    office: Office, tmp_path: Path, kept: InMemory
) -> None:
    path = protected(office, tmp_path, WORD)
    kept.kept["Passerelle", "Ambassade fictive"] = "an older one"
    with pytest.raises(NeedsPassword) as asked:
        receive(office.store, path)
    assert not isinstance(asked.value, WrongPassword)
    assert "key store" not in asked.value.words.en


def test_a_given_password_that_does_not_open_is_said_to_be_wrong(
    office: Office, tmp_path: Path, kept: InMemory
) -> None:
    path = protected(office, tmp_path, WORD)
    kept.kept["Passerelle", "Ambassade fictive"] = WORD
    with pytest.raises(WrongPassword):
        receive(office.store, path, password=WORD.lower())


def test_without_a_key_store_it_is_said_that_it_is_asked_each_time(office: Office, tmp_path: Path) -> None:
    path = protected(office, tmp_path, WORD)
    with no_key_store():
        assert not key_store.is_there()
        assert not key_store.remember("Ambassade fictive", WORD)
        assert key_store.remembered("Ambassade fictive") is None
        with pytest.raises(NeedsPassword) as asked:
            receive(office.store, path)
    assert "This computer has no key store" in asked.value.words.en
    assert "--password-env" in asked.value.words.fr


def test_a_key_store_that_stays_locked_is_no_error(kept: InMemory) -> None:
    kept.locked = True
    assert key_store.is_there()
    assert not key_store.remember("Ambassade fictive", WORD)
