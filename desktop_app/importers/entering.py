"""The rows of a foreign table entered in a plan: new records, cells of ours filled or contradicted, what is asked."""

from collections.abc import Mapping
from typing import NamedTuple, Self

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.folding import folded
from desktop_app.domain.ids import derived_id
from desktop_app.domain.letting_go import let_go
from desktop_app.domain.plan import ACCEPT, OPEN, REFUSE, Item, Plan
from desktop_app.domain.types import Link, Text, as_text
from desktop_app.domain.values import Reading, Record, Value
from desktop_app.domain.words import Words
from desktop_app.excel.sheets import Row
from desktop_app.importers.existing import Existing, Match, answer_key, title_of
from desktop_app.importers.found_table import REMARK, FoundTable
from desktop_app.importers.links import Links
from desktop_app.importers.making import Making, country_beside
from desktop_app.importers.part_entering import PartEntering
from desktop_app.importers.questions import Question, counted
from desktop_app.importers.recognise import ForeignTable
from desktop_app.importers.rows import Asked, RowRead, RowReader, Seen, full_name
from desktop_app.importers.same import compared, unread
from desktop_app.importers.where import Where
from desktop_app.store.base import Store
from desktop_app.store.births import prepare

_TWICE = Words(
    "La même fiche figure deux fois dans ce fichier (aussi ligne {row}).",
    "The same entry stands twice in this file (also in row {row}).",
)
_TWICE_OTHERWISE = Words(
    "La même fiche figure aussi ligne {row} de ce fichier, avec d’autres valeurs ({fields}) : dites laquelle vaut.",
    "The same entry also stands in row {row} of this file, with other values ({fields}): say which one holds.",
)
_NAMESAKE = Words(
    "La ligne {row} de ce fichier porte le même nom : dites si c’est une autre fiche.",
    "Row {row} of this file has the same name: say whether it is another entry.",
)
_NOTHING = Words(
    "Aucune case reconnue dans cette ligne : elle reste de côté.",
    "No cell of this row was recognised: it stays aside.",
)
_STATUS = {
    "instrument": Words(
        "La feuille ne dit pas l’état d’instruments : à ceux qui sont nouveaux, « Actif » ou « Terminé » est proposé d’après"
        " leurs dates.",
        "The sheet does not say the status of instruments: for those that are new, “Active” or “Ended” is proposed by their"
        " dates.",
    ),
    "mission": Words(
        "La feuille ne dit pas l’état de missions : à celles qui sont nouvelles, « Prévue », « En cours » ou « Effectuée »"
        " est proposé d’après leurs dates.",
        "The sheet does not say the status of missions: for those that are new, “Planned”, “Under way” or “Done” is proposed"
        " by their dates.",
    ),
}
_COUNTRIES = Words(
    "La feuille ne dit pas le pays de missions : à celles qui sont nouvelles, celui de leurs villes ou de leur partenaire"
    " est proposé.",
    "The sheet does not say the country of missions: for those that are new, that of their cities or of their partner is"
    " proposed.",
)
_STRONGEST = ("conflicts", "unreadable", "theirs", "identical")


class Entering:
    """Fills a plan from one foreign table."""

    def __init__(
        self, store: Store, plan: Plan, table: ForeignTable, links: Links, create: frozenset[str], lang: str
    ) -> None:
        self._store, self._plan, self._table, self._links = store, plan, table, links
        self._making = Making(plan, table.sheet.name, table.entity, links, create)
        self._linked: dict[tuple[object, ...], str] = {}  # by a field and what a row says of the record that it links
        self._reader = RowReader(table, Reading(lang, self._resolve), links, self._label)
        self._existing = Existing(store, table.entity, len(self._reader.rows), links, links.answers)
        self._seen: dict[str, _Earlier] = {}  # by the id of the record
        self._called: dict[str, _Earlier] = {}  # by what a person is called
        self._asked: dict[str, Question] = {}
        self._filled: set[tuple[str, str]] = set()
        self._first = min(table.columns, default=0)
        self._parts = PartEntering(store, plan, table)
        self._where, self._gave_countries = Where(store) if table.entity.name == "mission" else None, False
        self._naming = _Naming.of(table.entity)
        self._required = [held for held in table.entity if held.required]
        used = set(table.columns)
        self._aside = [(text, at) for at, text in table.table.headings.items() if at not in used]
        self._country_at = country_beside(table.entity, self._aside)

    def run(self) -> None:
        """Enter all rows; each is counted once."""
        for part, place, row in self._reader.rows:
            kept = self._keep_aside(part, place, row)
            if words := part.aside(place, row):
                self._leave(part, place, row, words)
                continue
            read = self._reader.read(part, place, row)
            self._link(read)
            self._place(read)
            at = self._country_at
            beside = as_text(row[at]) if at is not None and at < len(row) else ""
            self._making.place(read.values, read.parts, beside)
            if read.values or read.asked:
                id_, here = self._enter(read)
                self._parts.enter(read, id_, here=here)
                if kept:
                    self._plan.kept_for[-1] = id_
            else:
                self._leave(part, place, row, _NOTHING)
        self._making.settle()
        if self._reader.gave_status:
            self._plan.notes.append(_STATUS[self._table.entity.name])
        if self._gave_countries:
            self._plan.notes.append(_COUNTRIES)
        # They hold all records of the kind, in a circle: while much goes on, nobody looks for such.
        self._existing.let_go()
        for many in (self._seen, self._called, self._linked):
            let_go(many)
        del self._reader, self._existing, self._making

    @property
    def questions(self) -> list[Question]:
        """The names of which a person must say what they mean: those of linked records, and those of rows."""
        return counted([*self._links.questions.values(), *self._asked.values()], self._plan.items)

    # Linked records -----------------------------------------------------------------------------------------------

    def _label(self, entity: str, id_: str) -> str:
        return self._store.names.label(entity, id_, "fr")

    def _resolve(self, entity: str, text: str) -> str | None:
        """Return the record that a text means; a new one where such may be made."""
        if found := self._links.resolve(entity, text):
            return found
        if found := self._making.find(entity, text):
            return found
        return self._making.make(entity, text) if folded(text) and self._making.may(entity, text) else None

    def _link(self, read: RowRead) -> None:
        """Find the records of which a row gives several fields: the person whose name and given name it says."""
        for name, parts in read.linked.items():
            key = (name, *parts.items())
            if found := self._linked.get(key):
                read.values[name] = found  # a row above said the very same, and what it knows was proposed there
                continue
            held = self._table.entity.fields[name]
            assert isinstance(held.type, Link)  # noqa: S101  # only links have parts
            target, text, at = held.type.entity, full_name(parts), read.at.get(name, 0)
            found = self._by_key(target, parts) or (self._links.resolve(target, text) if text else None)
            if found is None and text:
                found = self._making.find(target, text)
                if found is None and self._making.may(target, text):
                    found = self._making.make(target, text, parts)
            elif found:
                self._fill(ENTITIES[target], found, parts, read)
            if found:
                read.values[name] = self._linked[key] = found
            elif text:
                read.asked.append(Asked(name, at, self._links.explain(target, text), text))

    def _by_key(self, target: str, parts: Mapping[str, Value]) -> str | None:
        texts = [str(value) for name, value in parts.items() if value and ENTITIES[target].fields[name].key]
        return next((found for text in texts if (found := self._links.resolve(target, text))), None)

    def _fill(self, entity: Entity, id_: str, parts: Mapping[str, Value], read: RowRead) -> None:
        """Propose what a row knows of a linked record that is here."""
        record = self._store.names.record(entity.name, id_) or {}
        for name, value in parts.items():
            kind, value_ = compared(entity.fields[name], record, value)
            if kind == "identical" or (id_, name) in self._filled:
                continue
            self._filled.add((id_, name))
            self._plan.cells[kind] += 1
            address = self._table.address(read.part, read.place, self._table_at(f"person.{name}", read))
            self._plan.items.append(
                Item(kind, entity.name, id_, str(record.get("ref") or ""), read.part.sheet.name, address, name, None,
                     record.get(name), value_, ACCEPT if kind == "theirs" else OPEN)
            )  # fmt: skip

    def _table_at(self, name: str, read: RowRead) -> int:
        places = (at for at, one in self._table.columns.items() if name in one.fields)
        return next(places, read.at.get(name.partition(".")[0], 0))

    def _place(self, read: RowRead) -> None:
        """Give a mission the countries that its row implies."""
        asked = any(one.field == "countries" for one in read.asked)
        if self._where is not None and not asked and (countries := self._where.countries(read.values)):
            read.values["countries"], self._gave_countries = countries, True

    # Rows ---------------------------------------------------------------------------------------------------------

    def _enter(self, read: RowRead) -> tuple[str, bool]:
        """Enter a row; return the id of its record, and whether that is in the base."""
        match = self._existing.match(read.values)
        if match is not None and match.sure:
            id_ = str(match.record["id"])
        else:
            id_ = self._new_id(read)
            match = self._existing.with_id(id_) or match
        mine = _Earlier(read.place, read.values)
        earlier = self._seen.setdefault(id_, mine)
        if earlier is not mine:
            self._copy(read, earlier, id_)
        elif match is not None and match.sure:
            self._compare(read, match.record, id_)
        else:
            self._add(read, id_, match)
        return id_, match is not None and match.sure

    def _new_id(self, read: RowRead) -> str:
        """Derive an id from what names a row, else from its place, so that the same file makes the same record."""
        entity, values = self._table.entity, read.values
        naming = self._naming
        if naming.identity and all(values.get(name) for name in naming.needed):
            return prepare(entity, values).id
        if not naming.identity:
            # A code says it all; namesakes are told apart by what stands below their name.
            for first, others in ((naming.keys, ()), (naming.names, naming.apart)):
                said = [str(values.get(name) or "") for name in first]
                if any(said):
                    return derived_id(entity.name, *said, *(str(values.get(name) or "") for name in others))
        return derived_id(entity.name, self._plan.sha256, read.part.sheet.name, str(read.place))

    def _copy(self, read: RowRead, earlier: "_Earlier", id_: str) -> None:
        names = {*read.values, *earlier.values}
        unlike = [name for name in names if read.values.get(name) != earlier.values.get(name)]
        self._plan.rows["copied"] += 1
        if unlike or read.asked:
            fields = [self._table.entity.fields[name] for name in sorted(unlike)]
            words = Words(
                _TWICE_OTHERWISE.fr.format(row=earlier.place + 1, fields=", ".join(one.fr for one in fields)),
                _TWICE_OTHERWISE.en.format(row=earlier.place + 1, fields=", ".join(one.en for one in fields)),
            )
            self._item(read, "copied", id_, dict(read.values), OPEN, words)
        else:
            self._item(read, "copied", id_, dict(read.values), REFUSE, _TWICE.filled(row=earlier.place + 1))

    def _compare(self, read: RowRead, ours: Record, id_: str) -> None:
        kinds, ref = set[str](), str(ours.get("ref") or "")
        for name, there in read.values.items():
            kind, value = compared(self._table.entity.fields[name], ours, there, read.also.get(name, ()))
            if name not in read.at:
                continue  # only implied
            self._plan.cells[kind] += 1
            kinds.add(kind)
            if kind != "identical":
                decision = ACCEPT if kind == "theirs" else OPEN
                self._item(read, kind, id_, value, decision, None, name, ours.get(name), ref=ref)
        kinds |= self._ask(read, id_, ref, ours)
        for seen in read.seen:
            if compared_kind(self._table.entity.fields.get(seen.field), ours, read) != "identical":
                self._show(read, seen, id_, ref, ours)
        self._plan.rows[next((kind for kind in _STRONGEST if kind in kinds), "identical")] += 1

    def _namesake(self, read: RowRead) -> "_Earlier | None":
        """Return an earlier row with the same person's name."""
        if self._table.entity.name != "person":
            return None
        mine = _Earlier(read.place, read.values)
        first = self._called.setdefault(answer_key(self._table.entity, read.values), mine)
        return None if first is mine else first

    def _add(self, read: RowRead, id_: str, match: Match | None) -> None:
        missing = [held for held in self._required if read.values.get(held.name) is None]
        words, kind, ref = _to_fill(missing), "new", ""
        if match is not None:
            words, kind, ref = match.words, "doubtful", str(match.record.get("ref") or "")
            self._ask_row(read, match)
        elif namesake := self._namesake(read):
            words, kind = _NAMESAKE.filled(row=namesake.place + 1), "doubtful"
        self._plan.rows[kind] += 1
        self._plan.cells[kind] += len(read.values)
        self._item(read, kind, id_, dict(read.values), OPEN if words else ACCEPT, words, ref=ref)
        self._ask(read, id_, "")
        for seen in read.seen:
            self._show(read, seen, id_, "", None)

    def _ask_row(self, read: RowRead, match: Match) -> None:
        entity = self._table.entity
        key = answer_key(entity, read.values)
        ids = tuple(dict.fromkeys((str(match.record["id"]), *match.others)))
        words = match.words or Words("", "")
        self._asked.setdefault(key, Question(key, entity.name, title_of(entity, read.values), ids, words))

    def _ask(self, read: RowRead, id_: str, ref: str, ours: Record | None = None) -> set[str]:
        kinds = set[str]()
        for asked in read.asked:
            name = asked.field.partition(".")[0]
            kind = unread(self._table.entity.fields[name], ours, asked.error.guess)
            kinds.add(kind)
            self._plan.cells[kind] += 1
            if kind == "unreadable":
                here = ours.get(name) if ours else None
                self._item(
                    read, kind, id_, asked.error.guess, OPEN, asked.error.words, name, here, ref=ref, text=asked.text,
                    at=asked.at,
                )  # fmt: skip
        return kinds

    def _show(self, read: RowRead, seen: Seen, id_: str, ref: str, ours: Record | None) -> None:
        """Show a cell whose value was taken, but that a person may see otherwise."""
        self._plan.cells["doubtful"] += 1
        here = ours.get(seen.field) if ours else None
        self._item(
            read, "doubtful", id_, read.values.get(seen.field), ACCEPT if here is None else OPEN, seen.words, seen.field,
            here, ref=ref, text=seen.text, at=seen.at,
        )  # fmt: skip

    def _leave(self, part: FoundTable, place: int, row: Row, words: Words) -> None:
        """Leave a row aside that is no record; a person may still take it up where it could be one."""
        read = self._reader.read(part, place, row) if words is REMARK else RowRead(part, place)
        self._plan.rows["doubtful"] += 1
        text = " · ".join(as_text(cell) for cell in row if cell is not None)
        id_ = derived_id(self._plan.sha256, part.sheet.name, str(place))
        self._item(read, "doubtful", id_, dict(read.values), REFUSE, words, text=text[:200])

    def _item(  # noqa: PLR0913
        self, read: RowRead, kind: str, id_: str, theirs: Value | dict[str, Value], decision: str,
        words: Words | None = None, name: str | None = None, ours: Value = None, *, ref: str = "", text: str = "",
        at: int | None = None,
    ) -> None:  # fmt: skip
        if at is None:
            at = read.at.get(name, 0) if name else self._first
        self._plan.items.append(
            Item(
                kind=kind,
                entity=self._table.entity.name,
                id=id_,
                ref=ref,
                sheet=read.part.sheet.name,
                cell=self._table.address(read.part, read.place, at),
                field=name,
                base=None,
                ours=ours,
                theirs=theirs,
                decision=decision,
                words=words,
                text=text,
            )
        )

    def _keep_aside(self, part: FoundTable, place: int, row: Row) -> bool:
        """Keep the cells of the columns that hold no field, so that nothing is lost without a trace."""
        kept = {text: as_text(row[at]) for text, at in self._aside if at < len(row) and row[at] is not None}
        if kept:
            sheet = {"sheet": part.sheet.name} if len(self._table.parts) > 1 else {}
            self._plan.keep_beside("", str(place + 1), {**sheet, **kept})  # whose it is is known later
        return bool(kept)


class _Earlier(NamedTuple):
    """What is held of a row that was entered: where it stands, and what it says."""

    place: int
    values: dict[str, Value]


class _Naming(NamedTuple):
    """The fields of an entity from which the id of a new row is derived."""

    identity: tuple[str, ...]
    needed: tuple[str, ...]
    keys: tuple[str, ...]
    names: tuple[str, ...]
    apart: tuple[str, ...]

    @classmethod
    def of(cls, entity: Entity) -> Self:
        identity = ("code",) if entity.coded else entity.identity
        return cls(
            identity, tuple(name for name in identity if entity.fields[name].required or entity.coded),
            tuple(held.name for held in entity if held.key and not isinstance(held.type, Text)),
            tuple(name for names in entity.title for name in names), (*entity.subtitle, *entity.places),
        )  # fmt: skip


def compared_kind(held: Field | None, ours: Record, read: RowRead) -> str:
    """Return what a cell of a row comes to beside ours."""
    if held is None or held.name not in read.values:
        return "identical"
    return compared(held, ours, read.values[held.name], read.also.get(held.name, ()))[0]


def _to_fill(missing: list[Field]) -> Words | None:
    if not missing:
        return None
    fr = ", ".join(f"« {held.fr} »" for held in missing)
    en = ", ".join(f"“{held.en}”" for held in missing)
    return Words(
        f"Il manque {fr} : complétez la fiche, ou acceptez-la telle quelle.",
        f"{en} missing: complete the entry, or accept it as it is.",
    )
