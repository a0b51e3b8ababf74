"""The partners that the row of a new instrument names: each becomes a party where it is known, or is asked about."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from desktop_app.domain import ENTITIES
from desktop_app.domain.choices import choices
from desktop_app.domain.doubt import UNSURE
from desktop_app.domain.naming import title
from desktop_app.domain.plan import ACCEPT, OPEN
from desktop_app.domain.values import Record, Showing, Value
from desktop_app.domain.words import LANGUAGES, Words
from desktop_app.excel.layout import PARTNERS
from desktop_app.store.births import prepare
from desktop_app.sync.doubts import Names
from desktop_app.sync.entries import Entries
from desktop_app.sync.here import Here
from desktop_app.sync.read_row import Said
from desktop_app.sync.read_table import Pending

_PARTNER, _PARTY = ENTITIES["partner"], ENTITIES["party"]
_ROLE = "partner"
_BETWEEN = re.compile(r"\s*[;\n]\s*")
_PROPOSED = 3

_PERHAPS = Words(
    "« {text} » n’est pas dans la base (partenaire). Serait-ce {names} ?",
    "“{text}” is not in the base (partner). Might it be {names}?",
)


class _Read(NamedTuple):
    """A partner that a row names: the one that it is or may be, and what asks about it."""

    text: str
    id: str | None
    words: Words | None


class NewParties:
    """Enters the parties of new instruments in a plan."""

    def __init__(self, here: Here, names: Names, entries: Entries) -> None:
        self._here, self._names, self._entries = here, names, entries

    def enter(self, pending: Pending, values: Mapping[str, Value], said: Said) -> None:
        """Enter the partners that a row names; names that nobody bears stay among what is said of the grey cell."""
        at = pending.table.columns.get(PARTNERS.code, -1)
        cell = next((one for one in said.asked if at >= 0 and not one.code and one.column == at), None)
        if cell is None:
            return
        known, strange = self._read(cell.text, values)
        said.asked.remove(cell)
        for one in known:
            self._party(pending, at, one)
        if strange:
            said.asked.append(cell._replace(text="; ".join(strange)))

    def _read(self, text: str, values: Mapping[str, Value]) -> tuple[list[_Read], list[str]]:
        known, strange = list[_Read](), list[str]()
        for name in filter(None, _BETWEEN.split(text.strip())):
            if id_ := self._names.resolve("partner", name):
                unsure = "?" in name and not self._names.asks("partner", id_)
                known.append(_Read(name, id_, UNSURE if unsure else None))
            elif near := self._near(name, values):
                shown = ("; ".join(title(_PARTNER, one, Showing(lang)) for one in near) for lang in LANGUAGES)
                words = (words.format(text=name, names=names) for words, names in zip(_PERHAPS, shown, strict=True))
                known.append(_Read(name, str(near[0]["id"]) if len(near) == 1 else None, Words(*words)))
            else:
                strange.append(name)
        return known, strange

    def _near(self, name: str, values: Mapping[str, Value]) -> list[Record]:
        country = values.get("countries")
        shares = list(self._here.near(_PARTNER, {"name": name, "country": country}))[:_PROPOSED]
        if not shares:  # of a name that people shorten, one word may be all that is written
            held = self._here.holding(_PARTNER, name, country if isinstance(country, tuple) else ())
            shares = held if len(held) <= _PROPOSED else []
        records = self._here.records(_PARTNER, shares)
        return [records[id_] for id_ in shares if id_ in records]

    def _party(self, pending: Pending, at: int, one: _Read) -> None:
        values: dict[str, Value] = {"instrument": pending.id, "role": _ROLE}
        if one.id is not None:
            if self._is_party(pending.id, one.id):
                return
            values["partner"] = one.id
        kind, decision = ("unreadable", OPEN) if one.words else ("new", ACCEPT)
        self._entries.part(
            pending, at, _PARTY.name, prepare(_PARTY, values).id, kind, values, decision, one.words, one.text
        )

    def _is_party(self, instrument: str, partner: str) -> bool:
        """Whether a partner takes part already, in whatever role: the row came in before."""
        ids = {
            prepare(_PARTY, {"instrument": instrument, "role": role, "partner": partner}).id
            for role in choices("party_roles")
        }
        return bool(self._here.records(_PARTY, ids))
