"""A key store of the system for tests: one that keeps in memory what it is given, or none at all."""

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.compat import properties
from keyring.errors import PasswordDeleteError, PasswordSetError


class InMemory(KeyringBackend):
    """Keeps passwords in memory; a locked one takes none and lets none go."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    @properties.classproperty
    def priority(cls) -> float:  # noqa: N805  # as its base has it
        """Never chosen by itself."""
        return -1

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is kept."""
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a password."""
        if self.locked:
            raise PasswordSetError
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Keep a password no more."""
        if self.locked or self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


@contextmanager
def key_store(backend: KeyringBackend) -> Iterator[None]:
    """Let the computer have a key store."""
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    try:
        yield
    finally:
        keyring.set_keyring(before)


@contextmanager
def no_key_store() -> Iterator[None]:
    """Let the computer have none."""
    with key_store(fail.Keyring()):  # type: ignore[no-untyped-call]
        yield
