"""Several installations edit, undo, delete, decide, and hand each other what they wrote, in any order: they agree."""

import random
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, precondition, rule

from desktop_app.domain import ENTITIES
from desktop_app.domain.ids import new_id
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.store import schema, settings
from desktop_app.store.base import Store
from desktop_app.store.conflicts import DELETED, DUPLICATE, VALUE
from desktop_app.store.deciding import ALIVE, decide
from desktop_app.store.fold import Change, canonical, register_of
from desktop_app.store.ledger_news import TABLE as LEDGER
from desktop_app.store.parcel import Parcel, Sent
from desktop_app.store.peers import Peer, Place
from desktop_app.store.tables import ADD, BORN, LIFE, REM, SET, VOID
from desktop_app.sync.payload import DamagedPayload, pack, unpack
from tests.sync.model import Event, Model

PARTNER, INSTRUMENT, LINK = ENTITIES["partner"], ENTITIES["instrument"], ENTITIES["link"]
TRIED = (PARTNER, INSTRUMENT, LINK)
WORDS = Words("Essai", "Try")
NAMES = ("n", "o", "p")
YEAR = 365 * 24 * 3600 * 1000

CELLS: dict[str, dict[str, st.SearchStrategy[Value]]] = {
    "partner": {
        "name": st.sampled_from(["Mahidol", "東京大学"]), "city": st.sampled_from([None, "Hanoi", "Huế", "Vinh"]),
        "aliases": st.lists(st.sampled_from(["a", "b", "c"]), max_size=3).map(lambda many: tuple(sorted(set(many))) or None),
    },
    "instrument": {
        "title": st.sampled_from(["Eau", "Récifs"]), "starts_on": st.sampled_from([None, "2024", "2024-05"]),
        "ends_on": st.sampled_from([None, "2026", "2027"]),
    },
}  # fmt: skip
Record = tuple[str, str]


def tiny_base(path: Path) -> Path:
    """Make a base without reference data, which is copied a hundred times faster."""
    with Store(path, readonly=False, lock=None) as store, store._write_connection().begin():
        schema.create(store._write_connection())
        settings.first(store._write_connection(), "SIN", demo=False)
    return path


def folder_in_memory() -> Path:
    """Return a folder where nothing waits for a disk."""
    memory = Path("/dev/shm")  # noqa: S108
    return Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))


class Agreement(RuleBasedStateMachine):
    """Three installations and what passes between them, beside the model of what people did."""

    records = Bundle("records")
    template: Path
    exchanges = 0

    @initialize(target=records, skew=st.lists(st.integers(-40, 40), min_size=3, max_size=3))
    def start(self, skew: list[int]) -> Any:
        self.folder, self.model = folder_in_memory(), Model()
        self.touched: set[str] = set()
        self.stores: dict[str, Store] = {}
        self.kept: list[Parcel] = []
        self.backups: dict[str, tuple[bytes, set[str]]] = {}
        self.random = random.Random(1)
        for name, years in zip(NAMES, skew, strict=True):
            self._open_new(name, years)
        made: list[str] = []
        self._step(
            "n", lambda edit: made.append(edit.add(PARTNER, {"name": "Mahidol", "city": "Hanoi", "aliases": ("a",)}))
        )
        self._deliver("n", "o")
        return ("partner", made[0])

    def _open_new(self, name: str, years: int) -> None:
        path = Path(shutil.copy(self.template, self.folder / f"{name}.passerelle"))
        store = Store.open(path, aside=True)
        store.installations.become_another()
        self.stores[name] = store
        self._skew(store, years)

    def _skew(self, store: Store, years: int) -> None:
        walk = iter(range(1, 10**9))
        store.wall = lambda: 50 * YEAR + years * YEAR + next(walk)  # type: ignore[method-assign]

    def teardown(self) -> None:
        if hasattr(self, "stores"):
            for store in self.stores.values():
                store.close()
            shutil.rmtree(self.folder)

    # What people do

    def _step(self, where: str, change: Callable[[Any], object]) -> None:
        store = self.stores[where]
        before = self._shown(store)
        try:
            with store.edit(WORDS) as edit:
                change(edit)
        except Refused:
            return
        self._note(where, before)

    def _shown(self, store: Store) -> dict[tuple[str, str], dict[str, Value]]:
        return {(entity.name, str(one["id"])): one for entity in TRIED for one in store.page(entity, range(1, 200))}

    def _note(self, where: str, before: dict[tuple[str, str], dict[str, Value]], *, decided: bool = False) -> None:
        """Tell the model what a step did, and what its author had on screen."""
        store, model = self.stores[where], self.model
        self.touched.add(where)
        told = {token for tokens in model.reached.values() for token in tokens}
        fresh = [
            sent.change
            for parcel in store.installations.parcels({})
            for sent in parcel.changes
            if sent.change.id not in model.reached[where]
        ]
        seen_before = set(model.reached[where])
        for one in fresh:
            if one.kind == VOID:
                model.retracted(where, one.id, one.prev)
            elif one.tbl == LEDGER or one.id in told:  # what a file says is said alike by whoever takes it in
                model.reached[where].add(one.id)
            else:
                self._event(where, one, before, seen_before, decided=decided)

    def _event(
        self,
        where: str,
        one: Change,
        before: dict[tuple[str, str], dict[str, Value]],
        known: set[str],
        *,
        decided: bool,
    ) -> None:
        import json

        model, entity, row = self.model, ENTITIES[str(one.tbl)], str(one.row)
        value = json.loads(one.value or "null")
        if one.kind == BORN:
            model.did(where, Event((row, "_born"), True, one.id, frozenset()))
            for register in {register_of(entity, name)[0] for name in entity.fields}:
                names = register.split("+")
                if entity.fields[names[0]].several:
                    for element in value.get(register) or ():
                        model.did(where, Event((row, register), element, one.id, frozenset(), "add"))
                elif any(value.get(name) is not None for name in names):
                    held = {name: value.get(name) for name in names} if names[1:] else value[register]
                    model.did(where, Event((row, register), canonical(held), one.id, frozenset()))
            return
        cell = (row, str(one.field))
        if one.kind == ADD:
            model.did(where, Event(cell, value, one.id, frozenset(), "add"))
        elif one.kind == REM:
            seen = {event.token for event in model.known(where, cell) if event.kind == "add" and event.value == value}
            model.did(where, Event(cell, value, one.id, frozenset(seen), "remove"))
        elif one.field == LIFE:
            # Whoever deletes or restores a record has all of it on screen.
            held_in = {event.token for c, events in model.events.items() if c[0] == row for event in events}
            model.did(where, Event(cell, value["alive"], one.id, frozenset(held_in & model.reached[where])))
        elif one.kind == SET:
            latest = model.latest(where, cell)
            if not decided:
                record = before.get((entity.name, row), {})
                names = str(one.field).split("+")
                on_screen = canonical({name: record.get(name) for name in names} if names[1:] else record.get(names[0]))
                latest = [event for event in latest if event.value == on_screen or event.token not in known]
            model.did(where, Event(cell, canonical(value), one.id, frozenset(event.token for event in latest)))

    @rule(target=records, where=st.sampled_from(NAMES), name=st.sampled_from(["partner", "instrument"]), data=st.data())
    def add(self, where: str, name: str, data: st.DataObject) -> Record:
        values, made = data.draw(st.fixed_dictionaries(CELLS[name])), list[str]()
        self._step(where, lambda edit: made.append(edit.add(ENTITIES[name], values)))
        return name, made[0]

    @rule(where=st.sampled_from(NAMES), one=records, other=records, since=st.sampled_from([None, "2019", "2020"]))
    def link_two_instruments(self, where: str, one: Record, other: Record, since: Value) -> None:
        """Two installations that add the same link add one."""
        if one[0] == other[0] == "instrument" and all(
            self.stores[where].get(INSTRUMENT, id_) for _e, id_ in (one, other)
        ):
            values: dict[str, Value] = {"instrument": one[1], "kind": "under", "other": other[1], "since_on": since}
            self._step(where, lambda edit: edit.add(LINK, values))

    @rule(where=st.sampled_from(NAMES), record=records, data=st.data())
    def change(self, where: str, record: Record, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(list(CELLS[record[0]])))
        value = data.draw(CELLS[record[0]][name])
        self._step(where, lambda edit: edit.set(ENTITIES[record[0]], record[1], name, value))

    @rule(where=st.sampled_from(NAMES), record=records, data=st.data())
    def change_all_fields_twice_in_one_step(self, where: str, record: Record, data: st.DataObject) -> None:
        drawn = [data.draw(st.fixed_dictionaries(CELLS[record[0]])) for _ in range(2)]
        self._step(where, lambda edit: [edit.update(ENTITIES[record[0]], record[1], values) for values in drawn])

    @rule(where=st.sampled_from(NAMES), record=records)
    def delete(self, where: str, record: Record) -> None:
        self._step(where, lambda edit: edit.delete(ENTITIES[record[0]], record[1]))

    @rule(where=st.sampled_from(NAMES), back=st.booleans())
    def undo_or_redo(self, where: str, back: bool) -> None:
        store = self.stores[where]
        with suppress(Refused):
            before = self._shown(store)
            if (store.undo() if back else store.redo()) is not None:
                self._note(where, before)

    @rule(where=st.sampled_from(NAMES), data=st.data())
    def undo_an_older_step(self, where: str, data: st.DataObject) -> None:
        store = self.stores[where]
        steps = [step.batch for step in store.steps() if step.kind == "edit"]
        if steps:
            with suppress(Refused):
                before = self._shown(store)
                store.undo_step(data.draw(st.sampled_from(steps)))
                self._note(where, before)

    @rule(where=st.sampled_from(NAMES), data=st.data())
    def decide(self, where: str, data: st.DataObject) -> None:
        store = self.stores[where]
        found = [conflict for conflict in store.installations.conflicts() if conflict.kind != DUPLICATE]
        if not found:
            return
        conflict = data.draw(st.sampled_from(found))
        side = data.draw(st.sampled_from(list(conflict.sides)))
        before = self._shown(store)
        values = {ALIVE: bool(side.values[ALIVE])} if conflict.kind == DELETED else side.values
        decide(store, [(conflict, values)])
        self._note(where, before, decided=True)
        assert conflict.id not in {other.id for other in store.installations.conflicts()}

    # What passes between them

    def _deliver(self, sender: str, receiver: str) -> None:
        for parcel in self.stores[sender].installations.parcels({}):
            self._take(receiver, parcel)

    def _take(self, receiver: str, parcel: Parcel) -> None:
        store = self.stores[receiver]
        self.touched.add(receiver)
        undo = store.undo_words()
        store.installations.take_in(unpack(pack(parcel)))
        type(self).exchanges += 1
        # What a copy wrote under the name of its original, before either knew, counts as written by both.
        assert store.undo_words() == undo or any(batch["replica"] in store.replicas for batch in parcel.batches)
        self.model.reached[receiver] |= {sent.change.id for sent in parcel.changes}

    @rule(sender=st.sampled_from(NAMES), receiver=st.sampled_from(NAMES))
    def send_everything(self, sender: str, receiver: str) -> None:
        if sender != receiver:
            self._deliver(sender, receiver)

    @rule(sender=st.sampled_from(NAMES), receiver=st.sampled_from(NAMES))
    def send_what_is_missing(self, sender: str, receiver: str) -> None:
        if sender == receiver:
            return
        store, other = self.stores[sender], self.stores[receiver]
        if store.replica == other.replica:
            # Two copies of a base, which do not know it yet: whoever exchanges anything finds out.
            self._deliver(sender, receiver)
            return
        peers = [peer for peer in store.installations.peers() if peer.replica == other.replica]
        installations = store.installations
        # Where nothing is missing, what the sender holds is told all the same, as in a workbook between offices.
        nothing = Parcel(store.replica, installations.have(), installations.peers())
        for parcel in list(installations.parcels(installations.held_by(peers))) or [nothing]:
            self._take(receiver, parcel)

    @rule(sender=st.sampled_from(NAMES), receiver=st.sampled_from(NAMES), seed=st.integers(0, 1000))
    def send_a_part_in_any_order(self, sender: str, receiver: str, seed: int) -> None:
        if sender == receiver:
            return
        chance = random.Random(seed)
        pieces = list(self.stores[sender].installations.parcels({}, 1))
        for parcel in chance.sample(pieces, k=chance.randint(0, len(pieces))):
            self._take(receiver, parcel)

    @rule(sender=st.sampled_from(NAMES))
    def keep_for_later(self, sender: str) -> None:
        self.kept += self.stores[sender].installations.parcels({})

    @precondition(lambda self: bool(self.kept))
    @rule(receiver=st.sampled_from(NAMES), data=st.data())
    def send_an_old_file_again(self, receiver: str, data: st.DataObject) -> None:
        self._take(receiver, data.draw(st.sampled_from(self.kept)))

    @rule(sender=st.sampled_from(NAMES), receiver=st.sampled_from(NAMES), at=st.integers(0, 10_000))
    def send_a_damaged_file(self, sender: str, receiver: str, at: int) -> None:
        store = self.stores[receiver]
        before = store.fingerprint(), store.installations.have()
        for parcel in self.stores[sender].installations.parcels({}):
            packed = bytearray(pack(parcel))
            packed[at % len(packed)] ^= 0x55
            with suppress(DamagedPayload):
                unpack(bytes(packed))
        assert (store.fingerprint(), store.installations.have()) == before

    @rule(where=st.sampled_from(NAMES))
    def reopen(self, where: str) -> None:
        store = self.stores[where]
        before, wall = store.fingerprint(), store.wall
        store.close()
        self.stores[where] = Store.open(store.path, aside=True)
        self.stores[where].wall = wall  # type: ignore[method-assign]
        assert self.stores[where].fingerprint() == before

    # What happens to files

    @rule(original=st.sampled_from(NAMES), copy=st.sampled_from(NAMES))
    def copy_a_base_over_another(self, original: str, copy: str) -> None:
        """Somebody copies a base file to another computer, and both go on writing under one name."""
        if original != copy:
            self._put(copy, self._file_of(original), set(self.model.reached[original]))

    @rule(where=st.sampled_from(NAMES))
    def make_a_backup(self, where: str) -> None:
        self.backups[where] = self._file_of(where), set(self.model.reached[where])

    @precondition(lambda self: bool(self.backups))
    @rule(where=st.sampled_from(NAMES))
    def put_a_backup_back(self, where: str) -> None:
        """A base goes back to an older state, and writes anew where it has already written."""
        if where in self.backups:
            self._put(where, *self.backups[where])

    def _file_of(self, where: str) -> bytes:
        """Return the file of a base, at rest."""
        self.reopen(where)
        store = self.stores[where]
        wall = store.wall
        store.close()
        data = store.path.read_bytes()
        self.stores[where] = Store.open(store.path, aside=True)
        self.stores[where].wall = wall  # type: ignore[method-assign]
        return data

    def _put(self, where: str, data: bytes, reached: set[str]) -> None:
        store = self.stores[where]
        wall = store.wall
        store.close()
        store.path.write_bytes(data)
        self.stores[where] = Store.open(store.path, aside=True)
        self.stores[where].wall = wall  # type: ignore[method-assign]
        self.model.reached[where] = set(reached)  # the same backup may be put back again
        self.touched.add(where)

    @rule(receiver=st.sampled_from(NAMES), record=records, data=st.data())
    def take_from_a_newer_program(self, receiver: str, record: Record, data: st.DataObject) -> None:
        """What this program does not know is kept, and handed on: a new field, a new kind of record, a new kind of change."""
        name, field, kind = data.draw(
            st.sampled_from(
                [(record[0], "of_tomorrow", SET), ("of_tomorrow", "name", SET), ("of_tomorrow", None, BORN)]
            )
        )
        row = record[1] if name == record[0] else new_id()
        change = Change(new_id(), kind, name, row, field, canonical({"name": "?"}), 1, "somebody")
        if name == record[0]:
            # Whoever deletes the record without having had this does not hide it.
            cell = (row, "of_tomorrow")
            self.model.events[cell].append(Event(cell, change.value, change.id, frozenset()))
        sender = new_id()
        have = {sender: (1, change.id)}
        newer = Peer(sender, "TYO", "newer", None, have, None)
        self._take(receiver, Parcel(sender, have, [newer], changes=[Sent(Place(sender, 1), change, ())]))

    @rule(where=st.sampled_from(NAMES), years=st.integers(-40, 40))
    def set_the_clock(self, where: str, years: int) -> None:
        self._skew(self.stores[where], years)

    @rule()
    def everybody_agrees(self) -> None:
        for _round in range(4):  # two, and two more where a copy first finds out that it is one
            for sender in NAMES:
                for receiver in NAMES:
                    self.send_what_is_missing(sender, receiver)
        found = list(self.stores.values())
        assert len({store.fingerprint() for store in found}) == 1
        assert len({self._journal(store) for store in found}) == 1
        assert self.model.reached["n"] == self.model.reached["o"] == self.model.reached["p"]
        for store in found:
            assert store.check() == []
        before = [store.installations.have() for store in found]
        self._deliver("n", "o")
        self._deliver("o", "n")
        assert [store.installations.have() for store in found] == before

    def _journal(self, store: Store) -> frozenset[Change]:
        """Return all changes: the same id is the same change, everywhere."""
        found: dict[str, Change] = {}
        for parcel in store.installations.parcels({}):
            for sent in parcel.changes:
                assert found.setdefault(sent.change.id, sent.change) == sent.change
        return frozenset(found.values())

    # What must hold

    @invariant()
    def each_shows_what_people_said(self) -> None:
        for where in sorted(getattr(self, "touched", ())):
            self._check(where, self.stores[where])
        self.touched = set[str]()

    def _check(self, where: str, store: Store) -> None:
        model = self.model
        open_ = {(one.record, one.kind, "+".join(one.fields)): one for one in store.installations.conflicts()}
        shown = self._shown(store)
        for (name, row), record in shown.items():
            entity = ENTITIES[name]
            if not model.known(where, (row, "_born")):
                continue
            hidden = model.hidden(where, row)
            assert bool(record["gone"]) == hidden, (where, name, row)
            deleted = [event for event in model.latest(where, (row, LIFE)) if not event.value]
            assert any(key[:2] == (row, DELETED) for key in open_) == bool(deleted and not hidden)
            for register in {register_of(entity, field)[0] for field in entity.fields}:
                names = tuple(register.split("+"))
                if entity.fields[names[0]].several:
                    assert set(record[register] or ()) == model.members(where, (row, register))  # type: ignore[arg-type]
                    continue
                self._check_cell(where, (row, register), record, names, open_, hidden=hidden)

    def _check_cell(
        self, where: str, cell: tuple[str, str], record: dict[str, Value], names: tuple[str, ...],
        open_: dict[tuple[str, str, str], Any], *, hidden: bool,
    ) -> None:  # fmt: skip
        values = self.model.values(where, cell)
        told = canonical({name: record[name] for name in names} if names[1:] else record[names[0]])
        nothing = canonical(dict.fromkeys(names) if names[1:] else None)
        assert told in (values or [nothing]), (where, cell, told, values)
        conflict = open_.get((cell[0], VALUE, cell[1]))
        assert (conflict is not None) == (len(values) > 1 and not hidden), (where, cell, values)
        if conflict is not None:
            sides = {canonical(dict(side.values) if names[1:] else side.values[names[0]]) for side in conflict.sides}
            assert sides == set(values)
