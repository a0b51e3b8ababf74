"""Where a setting is kept, and how it takes effect."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain import ENTITIES
from desktop_app.domain.words import Words
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.store.base import Store

Apply = Callable[[str], None]


def _nothing(_value: str) -> None:
    pass


@dataclass(frozen=True)
class OnMachine:
    """A setting of this machine; it takes effect at once by `apply`, and `now` says what is in effect."""

    workspace: Workspace
    key: str
    default: str = ""
    apply: Apply = _nothing
    now: Callable[[], str] | None = None

    def read(self, done: Apply) -> None:
        """Hand the value over."""
        done(self.now() if self.now else self.workspace.settings.text(self.key, self.default))

    def write(self, value: str) -> None:
        """Keep a value."""
        self.workspace.settings.keep(self.key, value)
        self.apply(value)


@dataclass(frozen=True)
class InBase:
    """A setting of the office, which goes where its base goes."""

    workspace: Workspace
    key: str
    default: str = ""
    apply: Apply = _nothing

    def read(self, done: Apply) -> None:
        """Hand the value over, once it is read."""
        self.workspace.read(lambda store: store.setting(self.key, self.default), done)

    def write(self, value: str) -> None:
        """Keep a value, in the background."""
        store = self.workspace.store
        self.workspace.tasks.run(
            lambda _task: store.keep_setting(self.key, value), lambda _none: self.apply(value), sure=True
        )


@dataclass(frozen=True)
class OfOffice:
    """A field of the record of the base's own office: a change of it is a step like any other."""

    workspace: Workspace
    field: str

    def read(self, done: Apply) -> None:
        """Hand the value over, once it is read."""
        office = ENTITIES["office"]

        def value(store: "Store") -> str:
            found = store.resolve("office", store.office)
            record = store.get(office, found) if found else None
            return str((record or {}).get(self.field) or "")

        self.workspace.read(value, done)

    def write(self, value: str) -> None:
        """Change the record."""
        office, store = ENTITIES["office"], self.workspace.store
        names = office.fields[self.field].words
        words = Words(f"Bureau : {names.fr}", f"Office: {names.en}")
        found = store.resolve("office", store.office)
        if found is not None:
            self.workspace.edit(words, lambda edit: edit.set(office, found, self.field, value or None))


Kept = OnMachine | InBase | OfOffice
