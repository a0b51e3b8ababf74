"""Whatever is done in whatever order, the tables hold what the journal alone says, and undo is exact."""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
    run_state_machine_as_test,
)

from desktop_app.domain import ENTITIES
from desktop_app.domain.ids import derived_id
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.store.base import Store
from desktop_app.store.queries import Query
from desktop_app.store.search import searched
from tests.store.folded import Rows, fold, journal

PARTNER, INSTRUMENT, LINK, PERIOD, MISSION = (
    ENTITIES[name] for name in ("partner", "instrument", "link", "period", "mission")
)
ENTITIES_TRIED = (PARTNER, INSTRUMENT, LINK, PERIOD, MISSION)
NAMES = {entity.name for entity in ENTITIES_TRIED}
COUNTRIES = st.lists(st.sampled_from([derived_id("country", code) for code in ("VN", "TH", "SG")]), max_size=3)
WORDS = Words("Essai", "Try")
Record = tuple[str, str]

# A scalar of one register, a set of links, a set of texts, a group, an amount with its currency, a flag.
CELLS: dict[str, dict[str, st.SearchStrategy[Value]]] = {
    "partner": {
        "name": st.sampled_from(["Mahidol", "มหิดล", "東京大学", "Cần Thơ"]), "city": st.sampled_from([None, "Hanoi", "Huế"]),
        "aliases": st.lists(st.sampled_from(["a", "b", "c"]), max_size=3).map(lambda many: tuple(sorted(set(many))) or None),
    },
    "instrument": {
        "title": st.sampled_from(["Eau", "Récifs"]), "starts_on": st.sampled_from([None, "2024", "2024-05", "2024-05-01"]),
        "ends_on": st.sampled_from([None, "2026", "2026-12-31"]),
        "countries": COUNTRIES.map(lambda many: tuple(sorted(set(many))) or None),
    },
    "period": {
        "number": st.sampled_from([None, 1, 2]), "budget": st.sampled_from([None, "12000", "12000.50", "-0.07"]),
        "currency": st.sampled_from([None, "EUR", "SGD"]),
    },
    "link": {"kind": st.sampled_from(["succeeds", "under"]), "since_on": st.sampled_from([None, "2019"])},
    "mission": {
        "starts_on": st.sampled_from(["2025-11-24", "2025"]), "opinion_needed": st.sampled_from([None, True, False]),
        "cities": st.lists(st.sampled_from(["Hà Nội", "Seoul"]), max_size=2).map(lambda many: tuple(sorted(set(many))) or None),
    },
}  # fmt: skip


def shown(store: Store) -> Rows:
    """Return what the tables hold of the entities tried."""
    found: Rows = {}
    with store._writing() as connection:
        for entity in ENTITIES_TRIED:
            for gone, id_ in connection.exec_driver_sql(f"SELECT gone, id FROM {entity.name}").all():  # noqa: S608
                found[entity.name, id_.hex()] = bool(gone), {}
    for entity in ENTITIES_TRIED:
        for record in store.names._load(entity.name, [id_ for name, id_ in found if name == entity.name]):
            found[entity.name, str(record["id"])][1].update({name: record[name] for name in entity.fields})
    return found


def visible(store: Store) -> dict[str, list[dict[str, Value]]]:
    """Return what people see: records that are not hidden."""
    return {entity.name: store.records(Query(entity)) for entity in ENTITIES_TRIED}


class Editing(RuleBasedStateMachine):
    """Somebody edits a few records, undoes, redoes, deletes, and closes the base now and then."""

    records = Bundle("records")
    template: Path

    @initialize(target=records)
    def start(self) -> object:
        """Open a copy of a new base with a few records."""
        self.folder = Path(tempfile.mkdtemp())
        self.store = Store.open(Path(shutil.copy(self.template, self.folder / "office.passerelle")))
        self.batches: list[int] = []
        with self.store.edit(WORDS) as edit:
            partner = edit.add(PARTNER, {"name": "Mahidol", "aliases": ("a",)})
            instruments = [edit.add(INSTRUMENT, {"title": "Eau", "starts_on": "2024"}) for _ in range(2)]
            edit.add(PERIOD, {"instrument": instruments[0], "number": 1, "budget": "12000", "currency": "EUR"})
        self.batches.append(edit.changes.batch)
        return multiple(("partner", partner), *(("instrument", id_) for id_ in instruments))

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            shutil.rmtree(self.folder)

    def _edit(self, change: Callable[..., object]) -> None:
        try:
            with self.store.edit(WORDS) as edit:
                change(edit)
        except Refused:
            return
        if edit.changes.entities:
            self.batches.append(edit.changes.batch)

    @rule(target=records, name=st.sampled_from(["partner", "instrument", "mission"]), data=st.data())
    def add(self, name: str, data: st.DataObject) -> object:
        made: list[str] = []
        values = data.draw(st.fixed_dictionaries(CELLS[name]))
        self._edit(lambda edit: made.append(edit.add(ENTITIES[name], values)))
        return name, made[0]

    @rule(record=records, other=records, data=st.data())
    def add_a_part(self, record: Record, other: Record, data: st.DataObject) -> None:
        if record[0] == other[0] == "instrument":
            entity = data.draw(st.sampled_from([PERIOD, LINK]))
            values = {**data.draw(st.fixed_dictionaries(CELLS[entity.name])), "instrument": record[1]}
            if entity is LINK:
                values["other"] = other[1]
            self._edit(lambda edit: edit.add(entity, values))

    @rule(record=records, data=st.data())
    def change_a_field(self, record: Record, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(list(CELLS[record[0]])))
        value = data.draw(CELLS[record[0]][name])
        self._edit(lambda edit: edit.set(ENTITIES[record[0]], record[1], name, value))

    @rule(record=records, data=st.data())
    def change_several_fields_twice_in_one_step(self, record: Record, data: st.DataObject) -> None:
        drawn = [data.draw(st.fixed_dictionaries(CELLS[record[0]])) for _ in range(2)]
        self._edit(lambda edit: [edit.update(ENTITIES[record[0]], record[1], values) for values in drawn])

    @rule(record=records)
    def delete(self, record: Record) -> None:
        self._edit(lambda edit: edit.delete(ENTITIES[record[0]], record[1]))

    @rule(record=records, data=st.data())
    def add_again_what_may_be_deleted(self, record: Record, data: st.DataObject) -> None:
        values = data.draw(st.fixed_dictionaries(CELLS[record[0]]))
        self._edit(lambda edit: edit.add(ENTITIES[record[0]], values, record[1]))

    @rule()
    def undo(self) -> None:
        with suppress(Refused):
            self.store.undo()

    @rule()
    def redo(self) -> None:
        with suppress(Refused):
            self.store.redo()

    @precondition(lambda self: bool(self.batches))
    @rule(data=st.data())
    def undo_an_older_step(self, data: st.DataObject) -> None:
        batch = data.draw(st.sampled_from(self.batches))
        with suppress(Refused):
            self.store.undo_step(batch)

    @rule()
    def undo_and_redo_change_nothing(self) -> None:
        before = shown(self.store)
        try:
            undone = self.store.undo()
        except Refused:
            return
        if undone is not None:
            self.store.redo()
            assert shown(self.store) == before

    @rule()
    def reopen(self) -> None:
        before = visible(self.store), self.store.undo_words(), self.store.redo_words()
        self.store.close()
        self.store = Store.open(self.store.path)
        assert (visible(self.store), self.store.undo_words(), self.store.redo_words()) == before

    @invariant()
    def the_tables_hold_what_the_journal_says(self) -> None:
        if not hasattr(self, "store"):
            return
        with self.store._writing() as connection:
            facts = journal(connection)
        assert shown(self.store) == fold(facts, NAMES)

    @rule()
    def search_and_links_are_in_step(self) -> None:
        assert self.store.check() == []
        for name in ("partner", "instrument", "mission"):
            entity = ENTITIES[name]
            held = self.store.records(Query(entity))
            for record, words in zip(held, self.store.names.words(entity, list(held)), strict=True):
                found = {one["id"] for one in self.store.records(Query(entity, search=searched(words).split()[0]))}
                assert record["id"] in found


def test_the_tables_always_hold_the_fold_of_the_journal(empty_base: Path) -> None:
    Editing.template = empty_base
    run_state_machine_as_test(
        Editing,
        settings=settings(max_examples=15, stateful_step_count=25, suppress_health_check=list(HealthCheck)),
    )
