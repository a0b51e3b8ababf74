"""What two records that are the same come to, field by field: proposed from what each says, then chosen by a person."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.types import Several, Text
from desktop_app.domain.values import Record, Value

Side = Literal["one", "other", "both"]
# Where a name, an acronym or a code goes that the merged record no longer bears: it must find the record for ever.
_KEPT_IN: dict[str, tuple[str, tuple[str, ...]]] = {
    "partner": ("aliases", ("name", "acronym", "local_name", "name_fr", "name_en")),
    "unit": ("former_codes", ("code",)),
}


class Difference(NamedTuple):
    """A field that the two records fill in differently; `open` where a person may choose, as both say something."""

    field: Field
    one: Value
    other: Value
    open: bool


def differences(entity: Entity, one: Record, other: Record) -> list[Difference]:
    """Return the fields in which two records differ, those to choose first."""
    found = [
        Difference(held, one.get(held.name), other.get(held.name), open=_both_say(held, one, other))
        for held in entity
        if one.get(held.name) != other.get(held.name)
    ]
    return sorted(found, key=lambda difference: not difference.open)


def _both_say(held: Field, one: Record, other: Record) -> bool:
    filled = one.get(held.name) is not None and other.get(held.name) is not None
    return filled and not isinstance(held.type, Several)


def proposed(entity: Entity, one: Record, other: Record) -> dict[str, Side]:
    """Propose a side for each field: the one that is filled in; of two, that of the record of which more is known."""
    fuller: Side = "other" if _filled(entity, other) > _filled(entity, one) else "one"
    sides: dict[str, Side] = {}
    for held, left, right, open_ in differences(entity, one, other):
        if not open_:
            sides[held.name] = "both"
        else:
            sides[held.name] = "both" if can_be_joined(held, left, right) else fuller
    return sides


def can_be_joined(held: Field, one: Value, other: Value) -> bool:
    """Return whether both values can stand in the field: notes stand one below the other."""
    return isinstance(held.type, Text) and held.type.lines and one is not None and other is not None


def merged(entity: Entity, one: Record, other: Record, sides: Mapping[str, Side]) -> dict[str, Value]:
    """Return what the merged record is to show in the fields that differ; names that it loses become other names."""
    values: dict[str, Value] = {}
    for held, left, right, _open in differences(entity, one, other):
        values[held.name] = _joined(left, right) if sides[held.name] == "both" else (
            left if sides[held.name] == "one" else right
        )  # fmt: skip
    keeper, names = _KEPT_IN.get(entity.name, ("", ()))
    if keeper:
        lost = _lost(names, one, other, values)
        known = values.get(keeper, one.get(keeper))
        if lost:
            values[keeper] = tuple(sorted({*(known if isinstance(known, tuple) else ()), *lost}))
    return values


def _lost(names: tuple[str, ...], one: Record, other: Record, values: Mapping[str, Value]) -> set[str]:
    """Return the names of either record that the merged one does not bear."""
    borne = {values.get(name, one.get(name)) for name in names}
    return {str(name) for record in (one, other) for name in map(record.get, names) if name and name not in borne}


def _joined(one: Value, other: Value) -> Value:
    """Return both values in one: those of a set together, texts one below the other, else the one that is filled."""
    if one is None or other is None:
        return other if one is None else one
    if isinstance(one, tuple) and isinstance(other, tuple):
        return tuple(sorted({*one, *other}))
    left, right = str(one), str(other)
    return left if right in left else right if left in right else f"{left}\n\n{right}"


def _filled(entity: Entity, record: Record) -> int:
    return sum(record.get(held.name) is not None for held in entity)
