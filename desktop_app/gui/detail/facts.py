"""What the pane beside a list says of a record, as plain data; `records.py` reads it, `pane.py` shows it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain import ENTITIES
from desktop_app.domain.dates import show_date, show_span
from desktop_app.domain.entity import Entity
from desktop_app.domain.naming import each_once, in_language, subtitle, title
from desktop_app.domain.values import Record, Value
from desktop_app.gui import hues
from desktop_app.gui.detail.chips import ChipWords, chips_of
from desktop_app.gui.detail.history import HistoryLine, shown
from desktop_app.gui.detail.life_line import Life
from desktop_app.gui.record_form.related import through_parties
from desktop_app.gui.words import dotted, lang, priced, said, tr

if TYPE_CHECKING:
    from desktop_app.store.base import Store

FEW = 3  # so many are named in the pane; all of them are in the form


class Entry(NamedTuple):
    """One linked record: its name opens it."""

    icon: str
    title: str
    second: str
    right: str
    entity: str
    id: str


class Block(NamedTuple):
    """A heading with linked records, of which there may be more in the form's tab."""

    heading: str
    entries: tuple[Entry, ...]
    total: int = 0
    tab: str = ""  # the related entity of that tab


@dataclass
class Facts:
    """Everything that the pane says of one record."""

    id: str
    title: str
    subtitle: str
    chips: list[ChipWords]
    warnings: list[str] = field(default_factory=list)
    rows: list[tuple[str, str]] = field(default_factory=list)
    life: Life | None = None
    blocks: list[Block] = field(default_factory=list)
    changes: list[HistoryLine] = field(default_factory=list)


class FactReader:
    """Reads what belongs to one record."""

    def __init__(self, store: "Store", entity: Entity, record: Record, today: date) -> None:
        self.store, self.entity, self.record, self.today = store, entity, record, today
        self.id = str(record["id"])
        store.names.fetch(entity, [record])
        self.facts = Facts(
            self.id, title(entity, record, store.names.showing(lang())), "", chips_of(store, entity, record)
        )
        self.facts.subtitle = subtitle(entity, record, store.names.showing(lang()))

    def text(self, name: str, record: Record | None = None, entity: Entity | None = None) -> str:
        """Return a field as people read it."""
        whose = self.record if record is None else record
        return shown(self.store, entity or self.entity, name, whose.get(name))

    def beside(self, *names: str) -> str:
        """Return fields of the record side by side, each once."""
        return dotted(*each_once(self.entity, self.record, names, self.store.names.showing(lang())))

    def row(self, name: str, text: str | None = None) -> None:
        """Add a line with a field's own words, where there is something to say."""
        value = self.text(name) if text is None else text
        if value:
            self.facts.rows.append((said(self.entity.fields[name].words), value))

    def reference(self) -> None:
        """Add the line with the reference."""
        self.facts.rows.append((tr("Reference"), str(self.record.get("ref") or "")))

    def entry(self, entity: str, id_: Value, second: str = "", right: str = "", named: str = "") -> Entry:
        """Return a linked record as a line."""
        name = named or self.store.names.label(entity, str(id_), lang())
        return Entry(hues.ENTITY_ICONS.get(entity, "file-text"), name, second, right, entity, str(id_))

    def money(self, record: Record, entity: Entity, name: str) -> str:
        """Return an amount with its currency."""
        return priced(self.text(name, record, entity), str(record.get("currency") or ""))

    def block(self, heading: str, entries: Sequence[Entry], total: int = 0, tab: str = "") -> None:
        """Add a block, where there is something in it."""
        if entries:
            self.facts.blocks.append(Block(heading, tuple(entries), max(total, len(entries)), tab))

    def missions(self, field_name: str, heading: str = "") -> None:
        """Add the last missions that are linked by a field."""
        from desktop_app.store.queries import Filter, Query

        entity = ENTITIES["mission"]
        asked = Query(entity, (Filter(field_name, "is", self.id),))
        last = Query(entity, asked.filters, sort=(("starts_on", True),), limit=FEW)
        entries = [self._mission(one, field_name) for one in self.store.records(last)]
        self.block(heading or said(entity.words), entries, self.store.count(asked), "mission")

    def _mission(self, one: Record, by: str) -> Entry:
        entity = ENTITIES["mission"]
        purpose = self.text("purpose", one, entity) or self.text("kind", one, entity) or said(entity.one).capitalize()
        place = self.text("cities", one, entity) or self.text("countries", one, entity)
        who = "" if by == "person" else self._initialled(one.get("person"))
        when = short_span(str(one.get("starts_on") or ""), str(one.get("ends_on") or ""))
        name = ", ".join(part for part in (purpose, place) if part)
        return self.entry("mission", one["id"], dotted(who, when), named=name)

    def _initialled(self, person: Value) -> str:
        """Return a person's name in short: C. Lambert."""
        record = self.store.names.record("person", str(person)) if person else None
        if record is None or not record.get("given_name"):
            return self.store.names.label("person", str(person), lang()) if person else ""
        return f"{str(record['given_name'])[:1]}. {record['family_name']}"

    def instruments(self, field_name: str) -> None:
        """Add the instruments in which the record takes part, and as what."""
        from desktop_app.store.queries import Filter, Query

        entity, party = ENTITIES["instrument"], ENTITIES["party"]
        numbers = list(through_parties(field_name)(self.store, self.id))
        entries = []
        for one in self.store.page(entity, numbers[:FEW]):
            asked = Query(party, (Filter(field_name, "is", self.id), Filter("instrument", "is", one["id"])))
            roles = ", ".join(dict.fromkeys(self.text("role", held, party) for held in self.store.records(asked)))
            years = short_years(one)
            type_ = self.store.names.record("instrument_type", str(one["type"])) if one.get("type") else None
            second = dotted(
                str(type_["code"]) if type_ else "",
                roles,
                self.text(in_language(entity, one, "title", lang()), one, entity),
            )
            entries.append(self.entry("instrument", one["id"], second, years))
        self.block(said(entity.words), entries, len(numbers), "instrument")

    def linked(self, heading: str, pairs: Iterable[tuple[str, str]]) -> None:
        """Add what the record links to, by fields: (field, entity)."""
        entries = []
        for name, entity in pairs:
            if value := self.record.get(name):
                words = said(self.entity.fields[name].words)
                below = self.store.names.subtitle(entity, str(value), lang())
                entries.append(self.entry(entity, value, dotted(words, below)))
        self.block(heading, entries)


def short_span(start: str, end: str) -> str:
    """Return days as they stand beside a mission, written as everywhere else; of what is not known to the day, the year."""
    if len(start) < 10:
        return start[:4]
    return show_span(start, end, lang()) if len(end) == 10 and end != start else show_date(start, lang())


def short_years(record: Record) -> str:
    """Return the years of an instrument."""
    start, end = (str(record.get(name) or "")[:4] for name in ("starts_on", "ends_on"))
    return f"{start}–{end}" if start and end else start or end
