"""Records as plain data, where a test needs no base."""

from collections.abc import Collection, Mapping, Sequence

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.values import Record, Value


class PlainHere:
    """What a comparison asks of the records that are here, answered from lists of records."""

    def __init__(
        self, records: Mapping[str, Sequence[Record]], *, touched: set[str] | None = None,
        earlier: Mapping[tuple[str, str], set[Value]] | None = None,
    ) -> None:  # fmt: skip
        self._records = {name: {str(one["id"]): one for one in held} for name, held in records.items()}
        self._touched, self._earlier = touched, earlier or {}

    def records(self, entity: Entity, ids: Collection[str]) -> dict[str, Record]:
        """Return the records of some ids."""
        held = self._records.get(entity.name, {})
        return {id_: held[id_] for id_ in ids if id_ in held}

    def find(self, ref: str) -> tuple[Entity, str] | None:
        """Return the record that a reference names."""
        for name, held in self._records.items():
            for id_, record in held.items():
                if record["ref"] == ref:
                    return ENTITIES[name], id_
        return None

    def resolve(self, entity: str, text: str) -> str | None:
        """Return the record that a reference or a name means."""
        named = ("ref", "name", "acronym", "title", "code", "family_name", "name_fr", "name_en")
        found = [
            id_ for id_, record in self._records.get(entity, {}).items() if text in [record.get(name) for name in named]
        ]
        return found[0] if len(found) == 1 else None

    def with_value(self, entity: Entity, field: str, value: Value) -> list[Record]:
        """Return the first records that have a value in a field."""
        return [record for record in self._records.get(entity.name, {}).values() if record.get(field) == value][:2]

    def near(self, _entity: Entity, _values: Mapping[str, Value]) -> Mapping[str, float]:
        """Return nothing: plain data is only found by its very names."""
        return {}

    def holding(self, _entity: Entity, _text: str, _countries: Collection[str]) -> list[str]:
        """Return nothing, likewise."""
        return []

    def earlier(self, id_: str, field: str) -> set[Value]:
        """Return the values that a cell has had."""
        return self._earlier.get((id_, field), set())

    def meanings(self) -> Mapping[tuple[str, str, str], Value]:
        """Return nothing: no person has said anything."""
        return {}

    def touched(self, _code: str) -> set[str] | None:
        """Return the records changed since an export."""
        return self._touched
