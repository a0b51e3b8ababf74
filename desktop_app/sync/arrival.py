"""Taking in what another installation sent: checked first, foreseen on a copy, then added to the journal."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_app.domain import ENTITIES
from desktop_app.domain.plan import ACCEPT, OPEN, Item, Plan
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.excel.exchange import Carried
from desktop_app.excel.layout import sheet_name
from desktop_app.store.backups import copy_aside
from desktop_app.store.base import Store
from desktop_app.store.conflicts import VALUE, Conflict
from desktop_app.store.parcel import Parcel
from desktop_app.store.union import Taken
from desktop_app.sync.enclosed import take_out
from desktop_app.sync.payload import FORMAT, DamagedPayload, unpack
from desktop_app.sync.signing import fits

DAMAGED = Words(
    "Ce fichier d’échange est abîmé, ou a été modifié : demandez à l’expéditeur de l’envoyer de nouveau. Rien n’a été modifié.",
    "This exchange file is damaged, or was changed: ask the sender to send it again. Nothing was changed.",
)
NEWER = Words(
    "Ce fichier d’échange vient d’une version plus récente de Passerelle : mettez le programme à jour pour le reprendre. Rien"
    " n’a été modifié.",
    "This exchange file comes from a newer version of Passerelle: update the program to take it in. Nothing was changed.",
)
FORGED = Words(
    "La signature de ce fichier d’échange n’est pas celle de l’installation {name} : vérifiez auprès de ce bureau d’où il"
    " vient. Rien n’a été modifié.",
    "The signature of this exchange file is not that of the installation {name}: check with that office where it comes from."
    " Nothing was changed.",
)
NOT_VERIFIED = Words(
    "L’expéditeur {name} n’est pas vérifié : c’est le premier échange avec cette installation, ou il n’est pas signé.",
    "The sender {name} is not verified: this is the first exchange with that installation, or it is not signed.",
)
FORKED = Words(
    "Cette base est la copie d’une autre qui a servi depuis : elle compte désormais comme une installation à part. Rien n’est"
    " perdu.",
    "This base is a copy of another one that was used since: it now counts as an installation of its own. Nothing is lost.",
)
BY_HAND = Words(
    "Les feuilles de ce fichier d’échange ont été modifiées à la main : ces modifications sont reprises comme un retour.",
    "The sheets of this exchange file were edited by hand: these edits are taken in like a return.",
)
_MOST_ITEMS = 5_000


@dataclass(slots=True)
class Arrival:
    """What another installation sent: its volumes, whether the sender is verified, and what to tell.

    `edited`: for a base that has taken it in, what somebody changed by hand in the sheets that people read.
    """

    parcels: list[Parcel]
    notes: list[Words] = field(default_factory=list)
    verified: bool = False
    edited: Callable[[Store], Plan] | None = None

    @property
    def changes(self) -> int:
        """How many changes it carries."""
        return sum(len(parcel.changes) for parcel in self.parcels)


def arrived(store: Store, carried: Carried) -> Arrival:
    """Return what a workbook between offices brings, or refuse it with the reason."""
    header, packed = carried.header, carried.packed
    oldest = header.get("min_reader", header.get("format"))
    if isinstance(oldest, int) and oldest > FORMAT:
        raise Refused(NEWER)
    if packed is None:
        raise Refused(DAMAGED)
    try:
        parcel = unpack(packed)
    except DamagedPayload as error:
        raise Refused(DAMAGED) from error
    arrival = Arrival([parcel])
    _verify(store, carried, arrival)
    return arrival


def _verify(store: Store, carried: Carried, arrival: Arrival) -> None:
    parcel = arrival.parcels[0]
    peer = next((peer for peer in store.installations.peers() if peer.replica == parcel.sender), None)
    told = next((one for one in parcel.peers if one.replica == parcel.sender), None)
    name = peer.code if peer else told.code if told else "???"
    key, signature = str(carried.header.get("key") or ""), str(carried.header.get("signature") or "")
    if key and not fits(key, signature, carried.packed or b""):
        raise Refused(FORGED.filled(name=name))
    if key and peer and peer.key and peer.key != key:
        raise Refused(FORGED.filled(name=name))
    parcel.key = key or None
    arrival.verified = bool(key and peer and peer.key == key)
    if not arrival.verified and parcel.sender != store.replica:
        arrival.notes.append(NOT_VERIFIED.filled(name=name))


def from_base(store: Store, path: Path) -> Arrival:
    """Return what another base holds that this one does not; it is read from a copy, and stays as it is."""
    with tempfile.TemporaryDirectory(prefix="passerelle-") as folder:
        copy = Path(folder) / path.name
        copy_aside(path, copy)
        with Store.open(copy, aside=True) as other:
            known = {
                replica: number
                for replica, (number, _id) in store.installations.have().items()
                if replica != other.replica
            }
            return Arrival(list(other.installations.parcels(known)))


def take(store: Store, arrival: Arrival) -> Taken:
    """Add what arrived to the journal, volume by volume."""
    taken = Taken()
    for parcel in arrival.parcels:
        try:
            one = store.installations.take_in(parcel)
        except (ValueError, TypeError, LookupError, ArithmeticError, AttributeError) as error:
            # Well packed and signed, and yet no program of ours wrote this.
            raise Refused(DAMAGED) from error
        one.files = take_out(store, parcel)
        taken.add(one)
    if taken.forked:
        arrival.notes.append(FORKED)
    return taken


def foreseen(store: Store, arrival: Arrival, file_name: str, sha256: str = "") -> Plan:
    """Return what taking in would change, found out on a copy of the base."""
    with tempfile.TemporaryDirectory(prefix="passerelle-") as folder:
        copy = Path(folder) / store.path.name
        copy_aside(store.path, copy)
        with Store.open(copy, aside=True) as other:
            plan = taken_in(other, arrival, file_name, sha256)[0]
            by_hand = edits_by_hand(other, arrival)
    if by_hand:
        add_by_hand(plan, by_hand)
    return plan


def taken_in(store: Store, arrival: Arrival, file_name: str, sha256: str = "") -> tuple[Plan, Taken]:
    """Take in what arrived, and return what that has changed, cell by cell, as a plan to be read."""
    known = {conflict.id for conflict in store.installations.conflicts()}
    records = _records(store, arrival)
    taken = take(store, arrival)
    plan = Plan("bundle", file_name, sha256, notes=list(arrival.notes))
    plan.rows.update({"new": _count(taken.changes.added), "removed": _count(taken.changes.removed)})
    opened = [conflict for conflict in store.installations.conflicts() if conflict.id not in known]
    disputed = {conflict.record for conflict in opened}
    for name, ids in taken.changes.changed.items():
        _compare(plan, records.get(name, {}), store, name, sorted(ids - disputed))
    plan.rows["conflicts"] = len(disputed)
    plan.cells["conflicts"] = len(opened)
    plan.items += [item for conflict in opened for item in _items(conflict)]
    return plan, taken


def _records(store: Store, arrival: Arrival) -> dict[str, dict[str, dict[str, Value]]]:
    """Return the records of which something arrived, as they are shown before it is taken in."""
    ids: dict[str, set[str]] = {}
    for parcel in arrival.parcels:
        for sent in parcel.changes:
            if sent.change.tbl in ENTITIES and sent.change.row:
                ids.setdefault(str(sent.change.tbl), set()).add(sent.change.row)
    return {name: store.many(ENTITIES[name], found) for name, found in ids.items()}


def edits_by_hand(store: Store, arrival: Arrival) -> Plan | None:
    """Return what somebody changed by hand in the sheets of an exchange that was taken in; None where nothing."""
    plan = arrival.edited(store) if arrival.edited else None
    return plan if plan and any(item.kind != "missing" for item in plan.items) else None


def add_by_hand(plan: Plan, by_hand: Plan) -> None:
    """Add what was changed by hand to what taking in changes."""
    plan.notes.append(BY_HAND)
    plan.items += by_hand.items
    for kind in set(by_hand.rows) - {"identical", "missing"}:
        plan.rows[kind] += by_hand.rows[kind]
    for kind in set(by_hand.cells) - {"identical"}:
        plan.cells[kind] += by_hand.cells[kind]


def _count(ids: dict[str, set[str]]) -> int:
    return sum(map(len, ids.values()))


def _compare(plan: Plan, was: Mapping[str, Record], after: Store, name: str, ids: list[str]) -> None:
    entity = ENTITIES[name]
    now = after.many(entity, ids)
    for id_ in ids:
        old, new = was.get(id_, {}), now.get(id_, {})
        names = [field_ for field_ in entity.fields if old.get(field_) != new.get(field_)]
        plan.rows["theirs" if names else "identical"] += 1
        plan.cells["theirs"] += len(names)
        for field_ in names if len(plan.items) < _MOST_ITEMS else ():
            ours = old.get(field_)
            plan.items.append(
                Item(
                    "theirs", name, id_, str(new.get("ref")), sheet_name(entity), "", field_, ours, ours, new.get(field_),
                    ACCEPT,
                )
            )  # fmt: skip


def _items(conflict: Conflict) -> Iterator[Item]:
    ours, theirs, base = conflict.ours.values, conflict.theirs.values, conflict.base or {}
    item = Item(
        "conflicts", conflict.entity, conflict.record, conflict.ref, sheet_name(ENTITIES[conflict.entity]), "", None, None,
        None, None, OPEN,
    )  # fmt: skip
    if conflict.kind != VALUE:
        yield item
        return
    for name in conflict.fields:
        if ours.get(name) != theirs.get(name):
            yield replace(item, field=name, base=base.get(name), ours=ours.get(name), theirs=theirs.get(name))
