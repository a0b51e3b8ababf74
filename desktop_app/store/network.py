"""Who is linked with whom around an instrument, a partner or a unit, in two rings: what it is linked to, and what these are."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain import ENTITIES
from desktop_app.domain.choices import choices
from desktop_app.domain.deadlines import RUNNING
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import LINK, PARTY
from desktop_app.domain.leading import OF_UNIT
from desktop_app.domain.links import link_words
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.unit import UNIT, codes_of
from desktop_app.domain.words import Words
from desktop_app.store.queries import Filter, Query

if TYPE_CHECKING:
    from desktop_app.domain.values import Record
    from desktop_app.store.base import Store

MOST = (24, 36)  # on the first ring, and on the second
_ORDER = ("instrument", "partner", "unit", "person")
_LEADING = ("director_french", "director_foreign", "pi_french", "pi_foreign", "coordinator")


class Node(NamedTuple):
    """A record in the picture. `type`: of an instrument · `over`: it is no longer running · `ring`: 0 is the middle."""

    entity: str
    id: str
    name: str
    type: str = ""
    over: bool = False
    ring: int = 0


class Edge(NamedTuple):
    """What two nodes have to do with each other, by their ids."""

    inner: str
    outer: str
    words: Words


class Network(NamedTuple):
    """The picture as data: the middle comes first; `left_out`: how many there was no room for."""

    nodes: Sequence[Node]
    edges: Sequence[Edge]
    left_out: int = 0


def network_of(store: "Store", entity: str, id_: str, lang: str, *, further: bool = False) -> Network | None:
    """Return the network around an instrument, a partner or a unit; None where it is gone.

    What an instrument is linked to is said on the lines themselves: its second ring is drawn where `further` links are asked.
    """
    if store.get(ENTITIES[entity], id_) is None:
        return None
    first = list(_around(store, entity, [id_]))
    ring_one = _nodes(store, first, {id_}, lang, 1)
    shown = ring_one[: MOST[0]]
    outwards: list[Edge] = []
    for name in ("instrument", "partner", "unit") if further else ("instrument",) if entity != "instrument" else ():
        outwards += _around(store, name, [node.id for node in shown if node.entity == name])
    known = {id_, *(node.id for node in ring_one)}
    ring_two = [one for one in _nodes(store, outwards, known, lang, 2) if one.entity != "person"]
    outer = ring_two[: MOST[1]]
    placed = {id_, *(node.id for node in (*shown, *outer))}
    edges = [edge for edge in (*first, *outwards) if {edge.inner, edge.outer} <= placed]
    left_out = len(ring_one) - len(shown) + len(ring_two) - len(outer)
    return Network((_node(store, entity, id_, lang, 0), *shown, *outer), _gathered(edges), left_out)


def _around(store: "Store", entity: str, ids: Sequence[str]) -> Iterator[Edge]:
    """Yield what some records of one kind are linked to."""
    if not ids:
        return
    wanted = tuple(ids)
    for party in store.records(Query(PARTY, (Filter(entity, "in", wanted),))):
        role = choices("party_roles").get(str(party.get("role")))
        words = role.words if role else Words("", "")
        if entity != "instrument":
            yield Edge(str(party[entity]), str(party["instrument"]), words)
            continue
        who = party.get("partner") or party.get("unit")
        if who is None and party.get("role") in _LEADING:
            who = party.get("person")
        if who is not None:
            yield Edge(str(party["instrument"]), str(who), words)
    if entity == "instrument":
        yield from _linked(store, wanted)
    elif entity == "unit":
        yield from _own(store, wanted)
    elif entity == "partner":
        for one in store.records(Query(PARTNER, (Filter("parent", "in", wanted),))):
            yield Edge(str(one["parent"]), str(one["id"]), Words("Établissement rattaché", "Member institution"))
        for one in store.many(PARTNER, wanted).values():
            if one.get("parent"):
                yield Edge(str(one["id"]), str(one["parent"]), PARTNER.fields["parent"].words)


def _own(store: "Store", ids: tuple[str, ...]) -> Iterator[Edge]:
    """Yield the instruments that are a unit themselves: a laboratory has the code of its unit, old or new."""
    whose = {code: id_ for id_, unit in store.many(UNIT, ids).items() for code in codes_of(unit)}
    for one in store.records(Query(INSTRUMENT, (Filter(OF_UNIT.name, "in", ids),))):
        for unit in dict.fromkeys(whose[code] for code in codes_of(one) if code in whose):
            yield Edge(unit, str(one["id"]), Words("Le laboratoire lui-même", "The laboratory itself"))


def _linked(store: "Store", ids: tuple[str, ...]) -> Iterator[Edge]:
    for link in store.records(Query(LINK, (Filter("instrument", "in", ids),))):
        yield Edge(str(link["instrument"]), str(link["other"]), link_words(str(link["kind"])))
    for link in store.records(Query(LINK, (Filter("other", "in", ids),))):
        yield Edge(str(link["other"]), str(link["instrument"]), link_words(str(link["kind"]), backwards=True))


def _nodes(store: "Store", edges: Iterable[Edge], known: set[str], lang: str, ring: int) -> list[Node]:
    """Return the other ends of some edges: running instruments first, then by kind and name."""
    wanted = list(dict.fromkeys(edge.outer for edge in edges if edge.outer not in known))
    found: list[Node] = []
    for name in _ORDER:
        records = store.many(ENTITIES[name], wanted)
        store.names.fetch(ENTITIES[name], list(records.values()))
        found += [_node(store, name, id_, lang, ring) for id_ in records]
    return sorted(found, key=lambda node: (_ORDER.index(node.entity), node.over, node.type, node.name))


def _node(store: "Store", entity: str, id_: str, lang: str, ring: int) -> Node:
    name = store.names.label(entity, id_, lang)
    if entity != "instrument":
        return Node(entity, id_, name, ring=ring)
    record: Record = store.names.record(INSTRUMENT.name, id_) or {}
    type_ = store.names.record("instrument_type", str(record["type"])) if record.get("type") else None
    return Node(entity, id_, name, str(type_["code"]) if type_ else "", record.get("status") not in RUNNING, ring)


def _gathered(edges: Iterable[Edge]) -> list[Edge]:
    """Return one edge for each pair, which says all that they have to do with each other."""
    found: dict[tuple[str, str], list[Words]] = {}
    for edge in edges:
        back = (edge.outer, edge.inner)
        if back not in found or edge.words not in found[back]:
            said = found.setdefault((edge.inner, edge.outer), [])
            if edge.words not in said:
                said.append(edge.words)
    return [
        Edge(*pair, Words(", ".join(one.fr for one in said), ", ".join(one.en for one in said)))
        for pair, said in found.items()
    ]
