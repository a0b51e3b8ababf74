"""The one door for writes: an edit is one transaction, one undo step, one batch of changes."""

import json
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Connection, delete, insert, select

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.ids import new_id
from desktop_app.domain.naming import is_found_alike, lent_fields
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.store import journal, peers, rows, uniting
from desktop_app.store.births import BLOCK, Birth, as_kept, give_birth, prepare
from desktop_app.store.bulk import known
from desktop_app.store.fold import Change, canonical, register_of, registers
from desktop_app.store.indexing import refresh_search
from desktop_app.store.names import link_target
from desktop_app.store.refold import fold_cells
from desktop_app.store.rows import IDS
from desktop_app.store.tables import ADD, BATCH, BORN, CONFLICT, LIFE, REM, SET, TABLES
from desktop_app.store.telling import Teller, Told
from desktop_app.store.uniting import PAIR, Cells, by_entity

if TYPE_CHECKING:
    from desktop_app.store.base import Store


# What a record holds beside its fields.
_BESIDE = frozenset({"id", "ref", "pk", "gone"})


_DISPUTED = select(CONFLICT.c.row, CONFLICT.c.field).where(CONFLICT.c.row.in_(IDS))
_ADD_BATCH = insert(BATCH)


class Source(NamedTuple):
    """The file from which an edit comes, and what a person answered while it was taken in (JSON)."""

    file_name: str
    sha256: str = ""
    shipment: str | None = None
    decisions: str | None = None


@dataclass(slots=True)
class Changes:
    """What an edit did: its step's number, and the ids of the records by entity."""

    batch: int = 0
    added: dict[str, set[str]] = field(default_factory=dict)
    changed: dict[str, set[str]] = field(default_factory=dict)
    removed: dict[str, set[str]] = field(default_factory=dict)
    kept: int = 0  # of an undo: changes that stay, since something newer stands on them

    @property
    def entities(self) -> set[str]:
        """The entities concerned."""
        return set(self.added) | set(self.changed) | set(self.removed)

    def ids(self) -> set[str]:
        """The records concerned."""
        return {id_ for part in (self.added, self.changed, self.removed) for ids in part.values() for id_ in ids}


class Edit:
    """Collects the changes of one edit; made by `Store.edit`."""

    def __init__(self, store: "Store", connection: Connection, batch: int) -> None:
        self._store, self._connection, self._batch = store, connection, batch
        self._births: dict[str, dict[str, Birth]] = {}  # what waits to be written, by entity and id
        self._written: list[Change] = []
        self._renamed: dict[str, set[str]] = {}
        self._alike: dict[str, set[str]] = {}  # changed, but found by the same words as before
        self._refold: Cells = {}  # what is disputed, and is folded again once it is written
        self._shown_as, self._shared = uniting.shown_as(connection), peers.are_others(connection)
        self.changes = Changes(batch)

    def add(self, entity: Entity, values: Record, id_: str | None = None, *, told: bool = False) -> str:
        """Add a record and return its id; a record that has the same identity is completed instead.

        What is `told` by a file is written alike by everybody who reads it: the id must come from the file, too.
        """
        self._check(entity, values)
        birth = prepare(entity, values, id_, shared=told)
        if birth.id in self._births.get(entity.name, ()):
            self.flush()
        waiting = self._births.setdefault(entity.name, {})
        waiting[birth.id] = birth
        if len(waiting) >= BLOCK:
            self.flush()
        return birth.id

    def set(self, entity: Entity, id_: str, name: str, value: Value) -> None:
        """Change one field of a record; the value that it has already changes nothing."""
        self.update(entity, id_, {name: value})

    def update(self, entity: Entity, id_: str, values: Record) -> None:
        """Change fields of a record; values that are the same already change nothing."""
        self.update_many(entity, {id_: values})

    def update_many(self, entity: Entity, wanted: Mapping[str, Record]) -> None:
        """Change fields of many records of an entity, asking the base once for each block of them."""
        self.flush()
        for values in wanted.values():
            self._check(entity, values)
        led: dict[str, dict[str, Value]] = {}
        for id_, values in wanted.items():
            led.setdefault(self._shown(id_), {}).update(values)
        for ids in journal.blocks(led):
            current = self._records(entity, ids)
            different = {id_: found for id_ in ids if (found := _different(entity, current[id_], led[id_]))}
            if different:
                self._change_records(entity, current, different)
                journal.project_many(self._connection, entity, different)
                self._note_changed(entity, current, different)

    def _note_changed(self, entity: Entity, current: Mapping[str, Record], different: Mapping[str, Record]) -> None:
        """Note which records changed, which of them are called otherwise, and which are found by the same words."""
        before = self.changes.changed.setdefault(entity.name, set())
        alike = {
            id_
            for id_, values in different.items()
            if id_ not in before and is_found_alike(entity, current[id_], values)
        }
        kept = self._alike.setdefault(entity.name, set())
        kept -= different.keys() - alike
        kept |= alike
        before.update(different)
        lent = set(lent_fields(entity))
        renamed = (id_ for id_, values in different.items() if lent & values.keys())
        self._renamed.setdefault(entity.name, set()).update(renamed)

    def _shown(self, id_: str) -> str:
        """Return the record that is shown for one that is the same."""
        return self._shown_as.get(id_, id_)

    def _change_records(
        self, entity: Entity, current: Mapping[str, Record], different: Mapping[str, dict[str, Value]]
    ) -> None:
        groups = uniting.groups(self._connection, different)
        heads = journal.heads_of(self._connection, groups)
        disputed = self._disputed_among(different)
        changed: dict[tuple[str, str], str] = {}
        for id_, values in different.items():
            after = {**current[id_], **values}
            for register, names in dict(register_of(entity, name) for name in values).items():
                if entity.fields[names[0]].several:
                    self._change_set(entity, groups[id_], register, current[id_].get(register), values[register])
                    continue
                value = {name: after[name] for name in names} if len(names) > 1 else after[names[0]]
                prev = heads.get((id_, register)) or heads.get((id_, ""), ())
                if (id_, register) in disputed:
                    # Only what stood on the screen is replaced; the other value stays, and so does the question.
                    earlier = [c.id for c in self._written if c.row == id_ and c.field == register]
                    prev = (*earlier, *journal.displayed(self._connection, prev))
                    self._change(SET, entity, id_, register, value, prev)
                    self._refold.setdefault((entity.name, id_), set()).add(register)
                else:
                    changed[id_, register] = self._change(SET, entity, id_, register, value, prev).id
        journal.set_heads(self._connection, changed)

    def _disputed_among(self, ids: Iterable[str]) -> AbstractSet[tuple[str, str]]:
        return {(row, field) for row, field in self._connection.execute(_DISPUTED, {"ids": list(ids)})}

    def delete(self, entity: Entity, id_: str) -> None:
        """Put a record, and what is edited inside it, aside; an edit that the deleter had not seen brings it back."""
        self.flush()
        id_ = self._shown(id_)
        if self._record(entity, id_)["gone"]:
            return
        for part in ENTITIES.values():
            if part.owner and part.owner in part.fields and link_target(part, part.owner) == entity.name:
                table = TABLES[part.name]
                owned = select(table.c.id).where(table.c[part.owner] == id_, table.c.gone == 0)
                for owned_id in self._connection.scalars(owned).all():
                    self._set_life(part, owned_id, alive=False)
        self._set_life(entity, id_, alive=False)

    def tell(self, entity: Entity, told: Mapping[str, Sequence[Told]]) -> None:
        """Write what a returned file says of records, and what was answered to it."""
        self.flush()
        led: dict[str, list[Told]] = {}
        for id_, cells in told.items():
            led.setdefault(self._shown(id_), []).extend(cells)
        for ids in journal.blocks(led):
            current = self._records(entity, ids)
            teller = Teller(self._connection, entity, wall=self._store.wall(), author=self._store.author)
            telling = teller.tell({id_: led[id_] for id_ in ids}, current)
            self._written += telling.changes
            journal.set_heads(self._connection, telling.heads)
            journal.project_many(self._connection, entity, telling.values)
            self._refold |= telling.refold
            self._note_changed(entity, current, {id_: telling.values.get(id_, {}) for id_ in ids})
            lent = set(lent_fields(entity))
            disputed = (row for (_tbl, row), held in telling.refold.items() if lent & set("+".join(held).split("+")))
            self._renamed.setdefault(entity.name, set()).update(disputed)

    def decide(self, entity: Entity, id_: str, values: Mapping[str, Value]) -> None:
        """Decide what disputed cells show: all that was said before, seen together, is replaced."""
        id_ = self._shown(id_)
        current = self._record(entity, id_)
        heads = journal.heads_of(self._connection, uniting.groups(self._connection, [id_]))
        after = {**current, **{name: as_kept(value) for name, value in values.items()}}
        for register, names in dict(register_of(entity, name) for name in values).items():
            value = {name: after[name] for name in names} if len(names) > 1 else after[names[0]]
            self._change(SET, entity, id_, register, value, heads.get((id_, register)) or heads.get((id_, ""), ()))
            self._refold.setdefault((entity.name, id_), set()).add(register)
        self.changes.changed.setdefault(entity.name, set()).add(id_)
        self._renamed.setdefault(entity.name, set()).add(id_)

    def decide_life(self, entity: Entity, id_: str, *, alive: bool) -> None:
        """Decide whether a record that one deleted and another edited lives: all that was said before is replaced."""
        self._set_life(entity, self._shown(id_), alive=alive)

    def say_same(self, entity: Entity, one: str, other: str, *, same: bool) -> None:
        """Say that two records are one and the same, or that they are not; said once, for all installations."""
        first, second = sorted((one, other))
        pair = uniting.pair_of(entity.name, first, second)
        # What is joined by itself is answered beforehand, wherever it has not been seen yet.
        heads = uniting.pair_heads(self._connection, pair) | {uniting.joining(entity.name, first, second).id}
        value = {"one": first, "other": second, "same": same}
        self._change(SET, entity, pair, PAIR, value, tuple(sorted(heads)))
        self._refold.setdefault((entity.name, pair), set()).add(PAIR)
        self.changes.changed.setdefault(entity.name, set()).update((first, second))

    def unite(self, entity: Entity, one: str, other: str, values: Record) -> str:
        """Make two records one that shows some values, and return its id; both references lead there from now on.

        Nothing of either is rewritten: taking the edit back makes two of them again.
        """
        self.flush()
        self._check(entity, values)
        into, gone = sorted((self._shown(one), self._shown(other)))
        if into == gone:
            return into
        records = self._records(entity, [into, gone])
        groups = uniting.groups(self._connection, [into, gone])
        for first, second in uniting.to_join(self._connection, entity, groups[into], groups[gone]):
            self.say_same(entity, first, second, same=True)
        heads = journal.heads_of(self._connection, groups)
        disputed = self._disputed_among((into, gone))
        wanted = {name: as_kept(value) for name, value in values.items() if name in entity.fields}
        for register, names in dict(register_of(entity, name) for name in wanted).items():
            held = [tuple(records[id_][name] for name in names) for id_ in (into, gone)]
            if entity.fields[names[0]].several:
                both = tuple(sorted({element for (elements,) in held for element in elements or ()}))
                self._change_set(entity, [*groups[into], *groups[gone]], register, both, wanted[register])
                continue
            # Of a value that neither side has cleared, the fold shows the filled one by itself.
            alone = [one for one, id_ in zip(held, (into, gone), strict=True) if any(one) or (id_, register) in heads]
            after = tuple(wanted.get(name, records[into][name]) for name in names)
            if {(into, register), (gone, register)} & disputed or all(one == after for one in alone):
                continue
            prev = [head for id_ in (into, gone) for head in heads.get((id_, register)) or heads.get((id_, ""), ())]
            value = dict(zip(names, after, strict=True)) if len(names) > 1 else after[0]
            self._change(SET, entity, into, register, value, tuple(sorted(prev)))
        self._shown_as |= dict.fromkeys(groups[gone], into)
        self._renamed.setdefault(entity.name, set()).add(into)
        return into

    def flush(self) -> None:
        """Write the births that wait, so that what follows finds them."""
        waiting, self._births = self._births, {}
        there: list[tuple[Entity, Birth]] = []
        for name, entity in ENTITIES.items():
            if births := waiting.get(name):
                here = known(self._connection, TABLES[name].c.id, list(births))
                fresh = [birth for id_, birth in births.items() if id_ not in here]
                there += [(entity, births[id_]) for id_ in births if id_ in here]
                self._bear(entity, fresh)
        for entity, birth in there:
            self._revive(entity, birth.id)
            self.update(entity, birth.id, birth.values)

    def _bear(self, entity: Entity, births: list[Birth]) -> None:
        if births:
            give_birth(
                self._connection, self._batch, entity, births, office=self._store.office,
                author=self._store.author, wall=self._store.wall(), words=self._store.writing_names.words,
            )  # fmt: skip
            self.changes.added.setdefault(entity.name, set()).update(birth.id for birth in births)
            if self._shared:
                # Changes of a record may have come from another installation before its birth.
                for id_ in journal.changed_beside_birth(self._connection, [birth.id for birth in births]):
                    self._refold.setdefault((entity.name, id_), set()).update(registers(entity))

    def finish(self) -> None:
        """Write everything that waits, and keep search in step."""
        self.flush()
        folded = self._write_and_fold()
        touched = {name: ids - self._alike.get(name, set()) for name, ids in self.changes.changed.items()}
        for name, ids in by_entity(folded).items():
            touched[name] = touched.get(name, set()) | ids
        for name, ids in self.changes.removed.items():
            touched[name] = touched.get(name, set()) | ids
        refresh_search(self._store, self._connection, touched, self._renamed)

    def _write_and_fold(self) -> Cells:
        """Write the changes, and return the cells that were folded again; parts of united records that are alike unite too."""
        folded: Cells = {}
        while True:
            journal.write(self._connection, self._batch, self._written)
            refold, self._refold, self._written = self._refold, {}, []
            more = fold_cells(self._connection, refold, self._store.office) if refold else {}
            folded |= more
            if any(PAIR in held for held in refold.values()):
                parts = by_entity(more, lambda entity: bool(entity.owner and entity.identity))
                for part, one, other in uniting.twins_among(self._connection, parts):
                    self.say_same(part, one, other, same=True)
            if not self._refold:
                return folded

    def _check(self, entity: Entity, values: Record) -> None:
        if unknown := values.keys() - entity.fields.keys() - _BESIDE:
            raise Refused(
                Words(
                    f"« {', '.join(sorted(unknown))} » n’est pas un champ de {entity.one.fr} : vérifiez le nom.",
                    f"“{', '.join(sorted(unknown))}” is not a field of {entity.one.en}: check the name.",
                )
            )

    def _record(self, entity: Entity, id_: str) -> dict[str, Any]:
        id_ = self._shown(id_)
        line = self._connection.execute(rows.one(entity.name), {"of": id_}).mappings().one_or_none()
        if line is None:
            raise _not_here(entity)
        return dict(line)

    def _records(self, entity: Entity, ids: list[str]) -> dict[str, dict[str, Any]]:
        """Return records that are to change; refuse those that are not there, or no more."""
        lines = self._connection.execute(rows.many(entity.name), {"ids": ids}).mappings()
        found = {str(line["id"]): dict(line) for line in lines}
        for id_ in ids:
            if id_ not in found:
                raise _not_here(entity)
            if found[id_]["gone"]:
                raise Refused(
                    Words(
                        f"Cette fiche a été supprimée ({entity.one.fr}) : annulez la suppression pour la modifier.",
                        f"This entry was deleted ({entity.one.en}): undo the deletion to change it.",
                    )
                )
        return found

    def _change_set(self, entity: Entity, group: Sequence[str], name: str, before: Value, after: Value) -> None:
        old, new = set(before if isinstance(before, tuple) else ()), set(after if isinstance(after, tuple) else ())
        for element in sorted(new - old):
            self._change(ADD, entity, group[0], name, element, ())
        if gone := old - new:
            # The additions of this edit are not in the journal yet.
            known = [change for held in journal.changes_of_each(self._connection, group).values() for change in held]
            known += [change for change in self._written if change.row == group[0]]
            # What was taken back may come again, and is removed as well.
            births = tuple(change.id for change in known if change.kind == BORN)
            for raw, element in sorted(self._called(known, births, name)):
                if element in gone:
                    held = canonical(raw)
                    added = [c.id for c in known if c.kind == ADD and c.field == name and c.value == held]
                    self._change(REM, entity, group[0], name, raw, (*added, *births))

    def _called(self, known: list[Change], births: tuple[str, ...], name: str) -> AbstractSet[tuple[str, str]]:
        """Return the elements of a set as they were written, each with the one that is shown for it."""
        raw = {str(json.loads(c.value or "null")) for c in known if c.kind == ADD and c.field == name}
        for change in known:
            if change.id in births:
                raw.update(json.loads(change.value or "{}").get(name) or ())
        return {(element, self._shown(element)) for element in raw}

    def _set_life(self, entity: Entity, id_: str, *, alive: bool) -> None:
        histories = uniting.histories(self._connection, [id_])
        seen = [change.id for change in histories[id_]] + [change.id for change in self._written if change.row == id_]
        life = {"alive": alive, "seen": [] if alive else sorted(seen)}
        heads = journal.heads_of(self._connection, {id_: [id_]}).get((id_, LIFE), ())
        change = self._change(SET, entity, id_, LIFE, life, heads)
        journal.set_head(self._connection, id_, LIFE, (change.id,))
        table = TABLES[entity.name]
        self._connection.execute(table.update().where(table.c.id == id_).values(gone=0 if alive else 1))
        for row, register in self._disputed_among([id_]):
            self._refold.setdefault((entity.name, row), set()).add(register)
        kind = self.changes.changed if alive else self.changes.removed
        kind.setdefault(entity.name, set()).add(id_)

    def _revive(self, entity: Entity, id_: str) -> None:
        if self._record(entity, id_)["gone"]:
            self._set_life(entity, self._shown(id_), alive=True)

    def _change(
        self, kind: int, entity: Entity, id_: str, register: str, value: object, prev: tuple[str, ...]
    ) -> Change:
        change = Change(
            new_id(), kind, entity.name, id_, register, canonical(value), self._store.wall(), self._store.author, prev
        )
        self._written.append(change)
        return change


def _different(entity: Entity, current: Record, values: Record) -> dict[str, Value]:
    kept = {name: as_kept(value) for name, value in values.items() if name in entity.fields}
    return {name: value for name, value in kept.items() if value != current[name]}


def _not_here(entity: Entity) -> Refused:
    return Refused(
        Words(f"Cette fiche n’existe pas ({entity.one.fr}).", f"This entry does not exist ({entity.one.en}).")
    )


def open_batch(store: "Store", connection: Connection, kind: str, words: Words, **more: Any) -> int:
    """Write a batch's line and return its number."""
    line = {
        "id": new_id(), "kind": kind, "words_fr": words.fr, "words_en": words.en, "replica": store.replica,
        "author": store.author, "wall": store.wall(), **more,
    }  # fmt: skip
    result = connection.execute(_ADD_BATCH, line)
    return int(result.inserted_primary_key[0]) if result.inserted_primary_key else 0


def drop_batch(connection: Connection, batch: int) -> None:
    """Take back the line of a batch that changed nothing."""
    connection.execute(delete(BATCH).where(BATCH.c.seq == batch))
