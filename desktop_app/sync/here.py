"""What a comparison asks of the records that are here now; answered by the store, or by plain data."""

from collections.abc import Collection, Mapping
from hashlib import sha256
from typing import Protocol

from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Several
from desktop_app.domain.values import Record, Value
from desktop_app.excel.reference import export_number
from desktop_app.store.base import Query, Store
from desktop_app.store.ledger_news import called
from desktop_app.store.likeness import MOST_NAMES, Likeness, names_of
from desktop_app.store.queries import Filter
from desktop_app.sync.meanings import known_meanings


class Here(Protocol):
    """The records that are here now."""

    def records(self, entity: Entity, ids: Collection[str]) -> dict[str, Record]:
        """Return the records of some ids, by id; those that were deleted are left out."""

    def find(self, ref: str) -> tuple[Entity, str] | None:
        """Return the record that a reference names, deleted or not."""

    def resolve(self, entity: str, text: str) -> str | None:
        """Return the id of the record that a reference, a code or a unique name means."""

    def with_value(self, entity: Entity, field: str, value: Value) -> list[Record]:
        """Return the first records that have a value in a field: two at most, one is enough to match."""

    def near(self, entity: Entity, values: Mapping[str, Value]) -> Mapping[str, float]:
        """Return the ids of the records that are called nearly as a row is, the nearest first, and how nearly (0 to 1)."""

    def holding(self, entity: Entity, text: str, countries: Collection[str]) -> list[str]:
        """Return the ids of the records in whose names all words of a text stand: those of some countries, or of all."""

    def earlier(self, id_: str, field: str) -> set[Value]:
        """Return the values that a cell has had."""

    def meanings(self) -> Mapping[tuple[str, str, str], Value]:
        """Return what texts were said to mean, by entity, field and the text as it is searched."""

    def touched(self, code: str) -> set[str] | None:
        """Return the ids of the records changed since an export, by its code; None where that is not known here."""


class StoreHere:
    """The records of a base."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._histories: dict[str, dict[str, set[Value]]] = {}
        self._resolved: dict[tuple[str, str], str | None] = {}
        self._names: dict[str, Likeness | None] = {}

    def records(self, entity: Entity, ids: Collection[str]) -> dict[str, Record]:
        """Return the records of some ids."""
        return dict(self._store.many(entity, ids))

    def find(self, ref: str) -> tuple[Entity, str] | None:
        """Return the record that a reference names."""
        return self._store.find(ref)

    def resolve(self, entity: str, text: str) -> str | None:
        """Return the record that a text means; each text is looked up once."""
        key = (entity, text)
        if key not in self._resolved:
            self._resolved[key] = self._store.resolve(entity, text)
        return self._resolved[key]

    def with_value(self, entity: Entity, field: str, value: Value) -> list[Record]:
        """Return the first records that have a value in a field."""
        if isinstance(entity.fields[field].type, Several) or value is None:
            return []
        return list(self._store.records(Query(entity, (Filter(field, "is", value),), limit=2)))

    def near(self, entity: Entity, values: Mapping[str, Value]) -> Mapping[str, float]:
        """Return the records that are called nearly as a row is; none where there are too many to hold."""
        known = self._known(entity) if names_of(values) else None
        return known.nearest(values) if known else {}

    def holding(self, entity: Entity, text: str, countries: Collection[str]) -> list[str]:
        """Return the records in whose names all words of a text stand; none where there are too many to hold."""
        known = self._known(entity)
        return known.holding(text, countries) if known else []

    def _known(self, entity: Entity) -> Likeness | None:
        if entity.name not in self._names:
            few = self._store.count(Query(entity)) <= MOST_NAMES
            self._names[entity.name] = Likeness(entity, self._store.records(Query(entity))) if few else None
        return self._names[entity.name]

    def earlier(self, id_: str, field: str) -> set[Value]:
        """Return the values that a cell has had."""
        if id_ not in self._histories:
            values: dict[str, set[Value]] = {}
            for change in self._store.history(id_):
                values.setdefault(change.field, set()).update((change.before, change.after))
            for conflict in self._store.installations.conflicts([id_]):
                # What is disputed is not over: a file that says it again says one of the two.
                for side in conflict.sides:
                    for name, value in side.values.items():
                        values.get(name, set()).discard(value)
            self._histories[id_] = values
        return self._histories[id_].get(field, set())

    def meanings(self) -> Mapping[tuple[str, str, str], Value]:
        """Return what a person has said that texts mean."""
        return known_meanings(self._store)

    def touched(self, code: str) -> set[str] | None:
        """Return the records changed since an export of this installation: what others knew when they sent is not known."""
        number = number_here(self._store, code)
        shipment = self._store.ledger.shipment(number) if number else None
        return self._store.ledger.changed_since(shipment.seq) if shipment and shipment.seq else None


def number_here(store: Store, code: str, base: str = "", *, carried: bool = False) -> str | None:
    """Return how the ledger calls an export from its code, whoever sent it, whatever id this installation had when it did.

    `base`: the hash of what the file says that it showed, which tells apart two workbooks that bear one number; `carried`: the
    file is whole and shows it, so that none of which the ledger knows something else is meant.
    """
    own = store.replicas
    senders = [*own, *(peer.replica for peer in store.installations.peers())]
    found = [(number, replica) for replica in dict.fromkeys(senders) if (number := export_number(replica, code))]
    known = [one for number, replica in found for one in store.ledger.alike(called(number, replica))]
    known += [one for number, replica in found if replica in own and (one := store.ledger.shipment(number))]
    for one in known:
        if base and sha256(one.base).hexdigest() == base:
            return one.number
    numbers = {one.number for one in known if not (carried and one.base)}
    return numbers.pop() if len(numbers) == 1 else None
