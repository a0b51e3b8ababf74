"""One instrument becomes another: written in one edit, so that one undo takes it all back."""

from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain.instrument import INSTRUMENT, INSTRUMENT_TYPE
from desktop_app.domain.instrument_parts import LINK, MILESTONE, PARTY
from desktop_app.domain.lives import born_from
from desktop_app.store.queries import Filter, Query

if TYPE_CHECKING:
    from desktop_app.store.base import Edit, Store

_PARTY = ("role", "partner", "unit", "person")


def has_successor(store: "Store", id_: str) -> bool:
    """Whether another instrument succeeds one."""
    return store.count(Query(LINK, (Filter("other", "is", id_), Filter("kind", "is", "succeeds")))) > 0


def transform(store: "Store", edit: "Edit", id_: str, type_id: str, day: date) -> str:
    """Let an instrument become one of another type from a day on; return the new one's id.

    The new one takes over what it is about and who takes part in it, and succeeds the old one, which is transformed.
    """
    old, type_ = store.get(INSTRUMENT, id_), store.get(INSTRUMENT_TYPE, type_id)
    if old is None or type_ is None:
        raise LookupError(id_)
    new = edit.add(INSTRUMENT, born_from(old, type_, day))
    for party in store.records(Query(PARTY, (Filter("instrument", "is", id_), Filter("until_on", "empty")))):
        kept = {name: party[name] for name in _PARTY if party.get(name) is not None}
        edit.add(PARTY, {**kept, "instrument": new, "since_on": day.isoformat()})
    edit.add(LINK, {"instrument": new, "kind": "succeeds", "other": id_, "since_on": day.isoformat()})
    edit.set(INSTRUMENT, id_, "status", "transformed")
    edit.add(MILESTONE, {"instrument": id_, "kind": "transformed", "done_on": day.isoformat()})
    return new
