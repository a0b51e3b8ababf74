"""What a text finds, read on the worker: records as lines of words, wishes, pages of help."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain import ENTITIES
from desktop_app.domain.dates import show_span
from desktop_app.domain.naming import in_language, shown_in_line, subtitle, title
from desktop_app.domain.values import Record, Showing
from desktop_app.gui.palette.remembered import Ref
from desktop_app.gui.palette.why import why
from desktop_app.gui.palette.wishes import Wish, kind_named, take_apart, wishes_of
from desktop_app.gui.table.matches import matches, needles_of
from desktop_app.gui.words import labelled
from desktop_app.store.queries import Filter, Query

if TYPE_CHECKING:
    from desktop_app.store.base import Store
    from desktop_app.store.finding import Found

RECORDS = 7
MISSIONS, INSTRUMENTS = 3, 2  # beside records of other kinds, so that what can be done stays in sight


class Line(NamedTuple):
    """A record, ready to be shown."""

    entity: str
    id: str
    title: str
    below: str


class Answer(NamedTuple):
    """All that a text finds; `meant` says how a mistyped one was read."""

    asked: str
    records: Sequence[Line] = ()
    wishes: Sequence[Wish] = ()
    meant: str = ""
    wished: bool = False  # a verb was typed: what can be done comes before what is found
    pinned: int = 0  # how many of the records are pinned, those that come first


def answer(store: "Store", text: str, lang: str) -> Answer:
    """Find what somebody may want who types a text."""
    asked = take_apart(text)
    kind, beside = kind_named(text) if asked.verb is None else ("", "")
    found = _of_kind(store, text, kind, beside) if kind else store.search(asked.rest if asked.verb else text, RECORDS)
    words = beside if kind and found else text  # what there is to find
    meant = ""
    if not found and asked.verb is None:
        meant, found = store.search_near(words, RECORDS)
    wishes = wishes_of(store, meant or words, found, lang)
    if asked.verb and asked.rest and not wishes:
        meant, found = store.search_near(asked.rest, RECORDS)
        wishes = wishes_of(store, f"{asked.verb} {asked.kind} {meant}", found, lang) if meant else []
    needles = needles_of(meant or (asked.rest if asked.verb else words))
    named = next((one for one in found[:1] if one.entity.name == "partner"), None)
    roles = _roles(store, named.id, lang) if named and matches(" ".join(named.title), needles) else {}
    refs = [Ref(one.entity.name, one.id) for one in found]
    records = _lines(store, refs if kind == "mission" else _in_turn(refs, roles), lang, needles, roles)
    return Answer(text, records, wishes, meant, asked.verb is not None)


def _of_kind(store: "Store", text: str, kind: str, beside: str) -> "list[Found]":
    """Return what the words beside a kind find of it, then of other kinds, then what all words find."""
    asked = ((beside, [kind]), (beside, None), (text, None))
    found = {one.id: one for words, kinds in asked for one in store.search(words, RECORDS, kinds)}
    return list(found.values())[:RECORDS]


def remembered(store: "Store", pinned: Sequence[Ref], recent: Sequence[Ref], lang: str) -> Answer:
    """Return what to show before anything is typed: pinned records, then those that were seen last."""
    known = [ref for ref in pinned if ref.entity in ENTITIES]
    others = [ref for ref in recent if ref.entity in ENTITIES and ref not in known]
    first = _lines(store, known, lang)
    return Answer("", [*first, *_lines(store, others, lang)], pinned=len(first))


def _in_turn(refs: Sequence[Ref], roles: Iterable[str]) -> list[Ref]:
    """Return what is shown of what was found: the instruments of a partner, then a few missions, come after the others."""
    others = [ref for ref in refs if ref.entity != "mission"]
    if not others:
        return list(refs)
    missions = [ref for ref in refs if ref.entity == "mission"][:MISSIONS]
    instruments = [ref for id_ in roles if (ref := Ref("instrument", id_)) not in others]
    return [*others, *instruments, *missions][:RECORDS]


def _roles(store: "Store", partner: str, lang: str) -> dict[str, str]:
    """Return the instruments in which a partner takes part, those that last longest first, each with what it is there."""
    party = ENTITIES["party"]
    held = store.records(Query(party, (Filter("partner", "is", partner),), limit=200))
    parts = {str(one["instrument"]): one for one in held}
    found = store.many(ENTITIES["instrument"], list(parts))
    lasting = sorted(found, key=lambda id_: str(found[id_].get("ends_on") or ""), reverse=True)[:INSTRUMENTS]
    store.names.fetch(party, [parts[id_] for id_ in lasting])
    showing = store.names.showing(lang)
    roles, links = party.fields["role"].type, party.fields["partner"].type
    return {id_: labelled(roles.show(parts[id_].get("role"), showing), links.show(partner, showing)) for id_ in lasting}


def _lines(
    store: "Store",
    refs: Iterable[Ref],
    lang: str,
    needles: tuple[str, ...] = (),
    roles: Mapping[str, str] = MappingProxyType({}),
) -> list[Line]:
    refs = list(refs)
    records: dict[str, Record] = {}
    for name in {ref.entity for ref in refs}:
        held = store.many(ENTITIES[name], [ref.id for ref in refs if ref.entity == name])
        store.names.fetch(ENTITIES[name], list(held.values()))
        records |= held
    contacts = _contacts(store, [ref.id for ref in refs if ref.entity == "partner"])
    showing = store.names.showing(lang)
    found = []
    for ref in (ref for ref in refs if ref.id in records):
        name, parts = _said(ref, records[ref.id], contacts, showing)
        reason = roles.get(ref.id) or why(
            ENTITIES[ref.entity], records[ref.id], showing, " ".join((name, *parts)), needles
        )
        # After what tells it from others, before what finds no room at the end of a line.
        parts.insert(1 if ref.id in roles else 3 if ref.entity == "mission" else 2, reason)
        found.append(Line(ref.entity, ref.id, name, " · ".join(part for part in parts if part)))
    return found


def _contacts(store: "Store", partners: list[str]) -> dict[str, Record]:
    """Return for each partner the person to ask: one who can be reached, before others."""
    if not partners:
        return {}
    person = ENTITIES["person"]
    query = Query(person, (Filter("partner", "in", tuple(partners)), Filter("email", "filled")), limit=200)
    found: dict[str, Record] = {}
    for record in store.records(query):
        found.setdefault(str(record["partner"]), record)
    return found


def _said(ref: Ref, record: Record, contacts: Mapping[str, Record], showing: Showing) -> tuple[str, list[str]]:
    """Return what a record is called, and what its line says below."""
    entity = ENTITIES[ref.entity]

    def shown(name: str, of: Record = record) -> str:
        return shown_in_line(entity, of, in_language(entity, of, name, showing.lang), showing)

    name = title(entity, record, showing)
    kind = entity.one.said(showing.lang)
    parts = [kind[:1].upper() + kind[1:]]
    match ref.entity:
        case "mission":
            name = ", ".join(part for part in (shown("purpose"), shown("cities")) if part) or name
            first, last = (str(record.get(name) or "") for name in ("starts_on", "ends_on"))
            days = show_span(first, last, showing.lang) if first and last and last != first else shown("starts_on")
            parts += [shown("person"), days]
        case "instrument":
            parts = [shown("type"), shown("title") if shown("title") != name else "", shown("countries")]
        case "person":
            parts += [subtitle(entity, record, showing), shown("email"), shown("phone")]
        case "partner":
            contact = contacts.get(ref.id)
            # Beside a contact the country says enough, and leaves room for the address.
            parts.append(shown("country") if contact else subtitle(entity, record, showing))
            if contact:
                person = ENTITIES["person"]
                parts += [title(person, contact, showing), str(contact.get("email") or "")]
        case _:
            parts.append(subtitle(entity, record, showing))
    return name, parts
