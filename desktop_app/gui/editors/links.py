"""What type-ahead editors propose: linked records from the base, options of a list, or what is typed itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal

from desktop_app.domain import ENTITIES, MAIN, REFERENCE
from desktop_app.domain.choices import choices
from desktop_app.domain.naming import subtitle, title
from desktop_app.domain.text import fold
from desktop_app.domain.values import Reading, Record, Value
from desktop_app.domain.words import Words
from desktop_app.gui.editors.choice import entries_of, found_by
from desktop_app.gui.words import lang, said

if TYPE_CHECKING:
    from desktop_app.domain.entity import Entity
    from desktop_app.domain.types import Type
    from desktop_app.gui.workspace import Workspace

PROPOSED = 12
Take = Callable[[str], None]


class Suggestion(NamedTuple):
    """Something that can be taken: its value, its words, and the line that tells homonyms apart."""

    value: str
    title: str
    subtitle: str = ""


class Source(Protocol):
    """Where a type-ahead editor finds what it proposes; `free` where any text can be taken."""

    free: bool

    def find(self, text: str) -> list[Suggestion]:
        """Return what matches a text; for an empty text what comes first."""

    def named(self, value: str) -> Suggestion:
        """Return a value with its words."""

    def read(self, text: str) -> str | None:
        """Return a text taken as it is; None where only what is proposed can be taken. Raises Unreadable."""

    def creates(self) -> Words | None:
        """Return what can be created here, in the singular; None where nothing can."""

    def create(self, text: str, take: Take) -> None:
        """Have somebody create what was typed; `take` receives its value."""

    def open(self, value: str) -> bool:
        """Open a value where that means something."""


class Links(QObject):
    """The linked records of the open base, and the wishes of those who edit links."""

    open_asked = Signal(str, str)  # entity, id
    create_asked = Signal(str, str, object)  # entity, what was typed, Take

    def __init__(self, workspace: Workspace, *, creating: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.creating = creating

    def of(self, entity: str) -> Source:
        """Return the source of records of an entity."""
        return _Records(self, ENTITIES[entity])


class _Records:
    free = False

    def __init__(self, links: Links, entity: Entity) -> None:
        self._links = links
        self._entity = entity

    def find(self, text: str) -> list[Suggestion]:
        store = self._links.workspace.store
        if not text.strip():
            return self._first(PROPOSED * 4)
        if self._entity not in MAIN:  # short lists, which the search index leaves out
            words = fold(text).split()
            return [one for one in self._first() if all(word in fold(f"{one.title} {one.subtitle}") for word in words)]
        found = store.search(text, limit=PROPOSED, entities=(self._entity.name,))
        return [Suggestion(one.id, said(Words(*one.title)), said(Words(*one.subtitle))) for one in found]

    def _first(self, limit: int | None = None) -> list[Suggestion]:
        from desktop_app.store.queries import Query

        store, names = self._links.workspace.store, [name for names in self._entity.title for name in names]
        records = store.records(Query(self._entity, sort=((names[0], False),), limit=limit))
        store.names.fetch(self._entity, records)
        return [self._suggestion(record) for record in records]

    def _suggestion(self, record: Record) -> Suggestion:
        showing = self._links.workspace.store.names.showing(lang())
        return Suggestion(
            str(record["id"]), title(self._entity, record, showing), subtitle(self._entity, record, showing)
        )

    def named(self, value: str) -> Suggestion:
        if not self._links.workspace.is_open:  # a form that is about to close is still told of another language
            return Suggestion(value, "")
        names, name = self._links.workspace.store.names, self._entity.name
        return Suggestion(value, names.label(name, value, lang()), names.subtitle(name, value, lang()))

    def read(self, _text: str) -> str | None:
        return None

    def creates(self) -> Words | None:
        fixed = self._entity in REFERENCE or self._entity.owner is not None
        return None if fixed or not self._links.creating else self._entity.one

    def create(self, text: str, take: Take) -> None:
        self._links.create_asked.emit(self._entity.name, text, take)

    def open(self, value: str) -> bool:
        self._links.open_asked.emit(self._entity.name, value)
        return True


class Options:
    """The options of a list of choices, as a source."""

    free = False

    def __init__(self, name: str) -> None:
        self._name, self._entries = name, entries_of(name)

    def find(self, text: str) -> list[Suggestion]:
        """Return the options that match."""
        entries = self._entries
        if wanted := fold(text):
            entries = [entry for entry in entries if any(wanted in fold(word) for word in entry.others)]
            if (first := found_by(entries, text)) > 0:
                entries = [entries[first], *entries[:first], *entries[first + 1 :]]
        return [Suggestion(str(entry.value), said(entry.words)) for entry in entries]

    def named(self, value: str) -> Suggestion:
        """Return an option with its words; one that is no longer in the list as it is."""
        option = choices(self._name).get(value)
        return Suggestion(value, said(option.words) if option else value)

    def read(self, _text: str) -> str | None:
        """Take nothing but options."""
        return None

    def creates(self) -> Words | None:
        """Create nothing: lists are edited in the settings."""
        return None

    def create(self, text: str, take: Take) -> None:
        """Create nothing."""

    def open(self, _value: str) -> bool:
        """Open nothing."""
        return False


class Typed:
    """What is typed itself, read as a type."""

    free = True

    def __init__(self, type_: Type) -> None:
        self._type = type_

    def find(self, _text: str) -> list[Suggestion]:
        """Propose nothing."""
        return []

    def named(self, value: str) -> Suggestion:
        """Return a text as it is."""
        return Suggestion(value, value)

    def read(self, text: str) -> str | None:
        """Return the text as its type keeps it. Raises Unreadable."""
        value: Value = self._type.read(text, Reading(lang()))
        return None if value is None else str(value)

    def creates(self) -> Words | None:
        """Create nothing."""
        return None

    def create(self, text: str, take: Take) -> None:
        """Create nothing."""

    def open(self, _value: str) -> bool:
        """Open nothing."""
        return False
