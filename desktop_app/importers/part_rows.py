"""What the columns of parts say of a row: who takes part, its budget, who pays, its legs; lists cut into their members."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.domain import ENTITIES
from desktop_app.domain.types import as_text
from desktop_app.domain.values import Reading, Unreadable, Value
from desktop_app.excel.lossy import month_first
from desktop_app.excel.sheets import CellError, NoValue, Row
from desktop_app.excel.sheets import Value as Raw
from desktop_app.importers import cleaning
from desktop_app.importers.cells import ColumnReader, alternatives_of, says_nothing
from desktop_app.importers.columns import Chosen
from desktop_app.importers.content import code_prefixes
from desktop_app.importers.headings import Meaning
from desktop_app.importers.links import Links
from desktop_app.importers.names import Placed, names_institution, placed
from desktop_app.importers.part_columns import AS_INSTITUTION, AS_PERSON, PEOPLE, is_part, part_field
from desktop_app.importers.recognise import ForeignTable
from desktop_app.importers.splits import RANGED, SPLITS
from desktop_app.importers.stops import Stop, days_of, make_legs

_SURE = re.compile(r"\s*[;|\n]\s*|\s+/\s+")
_PERHAPS = re.compile(r"\s*[;|\n/,+&]\s*|\s+(?:et|and|&)\s+")
_DASHED = re.compile(r"\s+[-–—]\s+|\s*/\s*")
_PLACED = next(split for split in SPLITS if split.name == "placed")


@dataclass(slots=True)
class PartRead:
    """A part that a row speaks of: its kind, what tells it from the others of its row, its values, and what was not read."""

    entity: str
    key: str
    values: dict[str, Value] = field(default_factory=dict)
    asked: list[tuple[str, int, Unreadable, str]] = field(default_factory=list)  # field, column, why, text
    at: int = 0
    text: str = ""


class PartReader:
    """Reads the columns of parts."""

    def __init__(self, table: ForeignTable, reading: Reading, links: Links) -> None:
        self._reading, self._links = reading, links
        columns = [
            (at, name)
            for at, chosen in sorted(table.columns.items())
            for name in chosen.fields
            if is_part(table.entity, name)
        ]
        self.columns = [at for at, _name in columns]
        self._parties = [(at, name.partition(".")[2]) for at, name in columns if name.startswith("party.")]
        self._amounts = [
            (at, name, self._column(table, at, name))
            for at, name in columns
            if name.startswith(("period.", "funding."))
        ]
        legs = [(at, name.split(".")) for at, name in columns if name.startswith("leg.")]
        self._legs = [(at, number, name) for at, (_leg, number, name) in legs]

    def _column(self, table: ForeignTable, at: int, name: str) -> ColumnReader:
        kind, *rest = name.split(".")
        field_ = rest[0] if kind == "period" else rest[1]
        held = part_field(table.entity, name)
        chosen = Chosen(Meaning(field_, 1.0, held.words if held else table.entity.one), (field_,))
        heading = table.table.headings[at]
        cells = [row[at] for _part, _place, row in table.rows() if at < len(row)]
        return ColumnReader(
            ENTITIES[kind], at, chosen, heading, self._reading, self._links,
            american=month_first(cells), decimals=cleaning.decimal_marks(cells),
        )  # fmt: skip

    def read(self, row: Row) -> list[PartRead]:
        """Return the parts of a row."""
        parts = [part for at, role in self._parties for part in self._people(row, at, role)]
        found: dict[tuple[str, str], PartRead] = {}
        for at, name, column in self._amounts:
            if at < len(row) and (cell := column.read(row[at])) is not None:
                kind, *rest = name.split(".")
                key = "" if kind == "period" else f"{rest[0]}.{rest[2] if len(rest) > 2 else ''}"
                part = found.setdefault((kind, key), PartRead(kind, key, at=at, text=as_text(row[at])))
                part.values |= cell.values
                part.asked += [(one, at, error, as_text(row[at])) for one, error in cell.asked]
        for at, number, name in self._legs:
            if at < len(row) and not says_nothing(row[at]):
                leg = found.setdefault(("leg", number), PartRead("leg", number, at=at, text=as_text(row[at])))
                self._leg(leg, name, row[at], at)
        return [*parts, *found.values()]

    # Who takes part -------------------------------------------------------------------------------------------------

    def _people(self, row: Row, at: int, role: str) -> Iterator[PartRead]:
        raw = row[at] if at < len(row) else None
        if says_nothing(raw) or isinstance(raw, CellError | NoValue):
            return
        text = " ".join(as_text(raw).split(" "))
        targets = ("person",) if role in PEOPLE else ("unit", "partner")
        for piece in self._pieces(text, targets):
            if (both := self._person_and_place(piece, role)) is not None:
                yield self._party(both.person, at, AS_PERSON.get(role, role), ("person",))
                yield self._party(both.place, at, AS_INSTITUTION.get(role, role), ("unit", "partner"))
            else:
                yield self._party(piece, at, role, targets)

    def _person_and_place(self, text: str, role: str) -> Placed | None:
        """Return the person and the institution that one cell names together; None where it names one record."""
        if role not in AS_PERSON and role not in AS_INSTITUTION:
            return None
        both = placed(text)
        known = both is not None and any(self._links.resolve(one, both.person) for one in ("unit", "partner"))
        return None if known else both

    def _party(self, text: str, at: int, role: str, targets: tuple[str, ...]) -> PartRead:
        part = PartRead("party", role, at=at, text=text)
        target, found = self._one(text, targets)
        if found is not None:
            part.values[target] = found
        else:
            part.asked.append((target, at, self._links.explain(target, text), text))
        return part

    def _pieces(self, text: str, targets: tuple[str, ...]) -> list[str]:
        """Return the members of a list; commas and slashes part them only where the whole is nobody and the parts are several."""
        found = []
        for piece in (one.strip() for one in _SURE.split(text) if one.strip()):
            if self._known(piece, targets):
                found += self._joined(piece, targets)
                continue
            parts = [one.strip() for one in _PERHAPS.split(piece) if one.strip()]
            known = [self._known(one, targets) for one in parts]
            found += parts if len(parts) > 1 and any(known) and "person" not in targets else [piece]
        return found

    def _joined(self, piece: str, targets: tuple[str, ...]) -> list[str]:
        """Return the institutions that one piece joins with dashes or slashes: “CNRS - NUS”; “UMR 7606 / LIP6” is one."""
        parts = [one.strip() for one in _DASHED.split(piece) if one.strip()]
        if len(parts) < 2 or "person" in targets:
            return [piece]
        found = {
            one: next((id_ for target in targets if (id_ := self._links.resolve(target, one))), None) for one in parts
        }
        others = [one for one, id_ in found.items() if id_ is None]
        known = {id_ for id_ in found.values() if id_}
        return parts if len(known) > 1 or (known and any(names_institution(one) for one in others)) else [piece]

    def _known(self, text: str, targets: tuple[str, ...]) -> bool:
        return any(
            self._links.resolve(target, one) for target in targets for one in (text, *alternatives_of(target, text))
        )

    def _one(self, text: str, targets: tuple[str, ...]) -> tuple[str, str | None]:
        """Return whom a text names: its kind, and its id where it is known or may be made."""
        for target in targets:
            for one in (text, *alternatives_of(target, text)):
                if found := self._links.resolve(target, one):
                    return target, found
        target = "unit" if "unit" in targets and code_prefixes([text]) else targets[-1]
        return target, self._reading.resolve(target, text)

    # Legs -----------------------------------------------------------------------------------------------------------

    def _leg(self, leg: PartRead, name: str, raw: Raw, at: int) -> None:
        text = as_text(raw)
        try:
            leg.values |= self._said(name, text)
        except Unreadable as error:
            leg.asked.append(("starts_on" if name == "dates" else name, at, error, text))

    def _said(self, name: str, text: str) -> Mapping[str, Value]:
        if name == "dates":
            parts = RANGED.read(text, self._reading, "dates")
            return parts or {"starts_on": ENTITIES["leg"].fields["starts_on"].type.read(text, self._reading)}
        if name == "place":
            placed = _PLACED.read(text, self._reading, "")
            country = None if placed else self._reading.resolve("country", text)
            return placed or ({"country": country} if country else {"city": cleaning.town(text)})
        if name == "city":
            return {"city": cleaning.town(text)}
        value = ENTITIES["leg"].fields[name].type.read(text, self._reading)
        return {name: value}


def legs_of(text: str, found: Sequence[Stop], at: int, values: Mapping[str, Value]) -> list[PartRead]:
    """Return the legs of a mission whose towns stand in one cell; none where they would say nothing more."""
    if not make_legs(text, found, values.get("countries")):
        return []
    legs = []
    for number, stop in enumerate(found, 1):
        leg = PartRead("leg", str(number), {"city": stop.city, "country": stop.country}, at=at, text=stop.city)
        try:
            leg.values |= dict(days_of(stop, values))
        except Unreadable as error:
            leg.asked.append(("starts_on", at, error, stop.dates))
        legs.append(leg)
    return legs


def fill_from_legs(parts: Sequence[PartRead], values: dict[str, Value], at: dict[str, int]) -> None:
    """Say of a mission what its legs say together, where its own columns leave it out: when it is, and where."""
    legs = [part for part in parts if part.entity == "leg"]
    if not legs:
        return
    starts = [str(leg.values["starts_on"]) for leg in legs if leg.values.get("starts_on")]
    ends = [str(leg.values[name]) for leg in legs for name in ("starts_on", "ends_on") if leg.values.get(name)]
    said: dict[str, Value] = {
        "starts_on": min(starts, default=None),
        "ends_on": max(ends, default=None),
        "cities": tuple(sorted({str(leg.values["city"]) for leg in legs if leg.values.get("city")})) or None,
        "countries": tuple(sorted({str(leg.values["country"]) for leg in legs if leg.values.get("country")})) or None,
    }
    for name, value in said.items():
        if value is not None and values.get(name) is None:
            values[name], at[name] = value, legs[0].at
