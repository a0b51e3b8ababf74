"""What a text asks for, in French or English, its words in any order: a verb, and what it is about.

"vietnam summary" · "send hanoi" · "renew mekong" · "backup now" · "new mission to can tho"

Without a verb, what is found suggests itself: a mission to a town, the summary of a country, the workbook of an embassy.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from desktop_app.domain import ENTITIES
from desktop_app.domain.lives import why_not_renewed
from desktop_app.domain.naming import title
from desktop_app.domain.partner import EMBASSIES
from desktop_app.domain.text import fold
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.store.queries import Filter, Query
from desktop_app.store.succession import has_successor

if TYPE_CHECKING:
    from desktop_app.store.base import Store
    from desktop_app.store.finding import Found

Verb = Literal["overview", "map", "summary", "send", "renew", "open", "backup", "new", "code"]
MOST = 3  # of each kind
_CODE = re.compile(r"[A-Z]{2}(-[0-9A-Z.-]+)?-\d{4}-\d\d-\d\d-\d+\.\d+")  # below a table of a report

_VERBS: dict[Verb, tuple[str, ...]] = {
    "overview": ("overview", "about", "ensemble", "vue"),
    "map": ("map", "carte"),
    "summary": ("summary", "report", "fiche", "synthese", "resume", "bilan", "rapport"),
    "send": ("send", "export", "workbook", "envoyer", "envoi", "exporter", "classeur"),
    "renew": ("renew", "renewal", "renouveler", "renouvellement", "prolonger"),
    "backup": ("backup", "sauvegarder", "sauvegarde"),
    "new": ("new", "add", "create", "nouveau", "nouvelle", "ajouter", "creer"),
}
_KINDS = {
    "mission": "mission", "partner": "partner", "partenaire": "partner", "instrument": "instrument", "person": "person",
    "personne": "person", "contact": "person", "event": "event", "evenement": "event", "delegation": "event",
    "visit": "event", "visite": "event",
}  # fmt: skip
_LITTLE = frozenset(
    ("a", "an", "at", "au", "aux", "avec", "d", "de", "des", "du", "en", "et", "for", "from", "in", "l", "la", "le", "les",
     "maintenant", "now", "of", "on", "pour", "the", "to", "un", "une", "vers", "with")
)  # fmt: skip


class Wish(NamedTuple):
    """Something that can be done: a verb, what it is about by name, and the records and values that it starts from."""

    verb: Verb
    name: str = ""
    entity: str = ""
    id: str = ""
    given: tuple[tuple[str, Value], ...] = ()
    why_not: Words | None = None  # why the verb can't be done with what was named, which can be opened


class Asked(NamedTuple):
    """A text taken apart: its verb, the kind of record that it names, and the rest."""

    verb: Verb | None
    kind: str
    rest: str


def without_little_words(words: list[str]) -> list[str]:
    """Return the words that say something; all where none does."""
    return [word for word in words if word not in _LITTLE] or words


def take_apart(text: str) -> Asked:
    """Find the verb and the kind of record in a text."""
    verb: Verb | None = None
    kind, rest = "", []
    for word in fold(text).replace("back up", "backup").split():
        found = _verb_of(word)
        if found and verb in (None, found):
            verb = found
        elif verb == "new" and not kind and word in _KINDS:
            kind = _KINDS[word]
        elif word not in _LITTLE:
            rest.append(word)
    return Asked(verb, kind, " ".join(rest))


def kind_named(text: str) -> tuple[str, str]:
    """Return the kind of record that a text names, one or several, and the words beside; nothing where none are."""
    kind, rest = "", []
    for word in without_little_words(fold(text).split()):
        if not kind and (named := _KINDS.get(word) or _KINDS.get(word.removesuffix("s"))):
            kind = named
        else:
            rest.append(word)
    return (kind, " ".join(rest)) if kind and rest else ("", "")


def _verb_of(word: str) -> Verb | None:
    for verb, words in _VERBS.items():
        # Half a verb is enough while one types; of a short one, all of it.
        if word in words or (len(word) >= 4 and any(one.startswith(word) for one in words)):
            return verb
    return None


def wishes_of(store: "Store", text: str, found: "Sequence[Found]", lang: str) -> list[Wish]:
    """Return what a text asks for, or what the records that it finds suggest."""
    if _CODE.fullmatch(text.strip().upper()):
        return [Wish("code", text.strip().upper())]
    asked = take_apart(text)
    reader = _Reader(store, lang)
    if asked.verb == "backup":
        return [] if asked.rest else [Wish("backup")]
    if asked.verb == "new":
        return list(reader.births(asked.kind, asked.rest))
    readers: dict[Verb | None, Callable[[str], Iterator[Wish]]] = {
        "overview": reader.overviews, "map": reader.maps, "summary": reader.summaries, "send": reader.sendings,
        "renew": reader.renewals,
    }  # fmt: skip
    if read := readers.get(asked.verb):
        return list(read(asked.rest))
    return reader.suggestions(asked.rest, found)


class _Reader:
    """Finds what wishes are about."""

    def __init__(self, store: "Store", lang: str) -> None:
        self._store, self._lang = store, lang

    def overviews(self, rest: str) -> Iterator[Wish]:
        for id_, name in self._countries(rest):
            yield Wish("overview", name, "country", id_)
        for one in self._store.search(rest, MOST, ["partner", "unit"]) if rest else ():
            yield Wish("overview", one.title[self._lang == "en"], one.entity.name, one.id)

    def maps(self, rest: str) -> Iterator[Wish]:
        for id_, name in self._countries(rest):
            yield Wish("map", name, "country", id_)

    def summaries(self, rest: str) -> Iterator[Wish]:
        for id_, name in self._countries(rest):
            yield Wish("summary", name, "country", id_)

    def sendings(self, rest: str) -> Iterator[Wish]:
        partner = ENTITIES["partner"]
        query = Query(partner, (Filter("kind", "in", EMBASSIES),), rest, (("name", False),), MOST)
        known = list(dict.fromkeys(self._recipients(rest)))
        found = [
            Wish("send", self._title("partner", record), "partner", str(record["id"]))
            for record in self._store.records(query)
        ]
        named = {wish.name for wish in found}
        yield from found
        yield from [Wish("send", name) for name in known if name not in named][: MOST - len(found)]

    def _recipients(self, rest: str) -> Iterator[str]:
        for shipment in self._store.ledger.shipments():
            if shipment.recipient and _starts(rest, shipment.recipient):
                yield shipment.recipient

    def renewals(self, rest: str) -> Iterator[Wish]:
        """Return those that may be renewed; of what is named, also those that may not, with the reason."""
        found = self._store.search(rest, 3 * MOST, ["instrument"]) if rest else ()
        wishes = []
        for one in found:
            why_not = self._why_not_renewed(one.id)
            verb: Verb = "open" if why_not else "renew"
            wishes.append(Wish(verb, one.title[self._lang == "en"], "instrument", one.id, why_not=why_not))
        if named := [wish for wish in wishes if _starts(rest, wish.name)]:
            # By its whole name before a longer one that begins alike.
            named.sort(key=lambda wish: (_said(wish.name) != rest, wish.why_not is not None))
            yield from named[:MOST]
        else:
            yield from [wish for wish in wishes if wish.why_not is None][:MOST]

    def _why_not_renewed(self, id_: str) -> Words | None:
        """Return why an instrument may not be renewed: something succeeds it, or it came to nothing."""
        status = (self._store.get(ENTITIES["instrument"], id_) or {}).get("status")
        return why_not_renewed(status, succeeded=has_successor(self._store, id_))

    def births(self, kind: str, rest: str) -> Iterator[Wish]:
        if not rest:
            kinds = [kind] if kind else list(dict.fromkeys(_KINDS.values()))
            yield from (Wish("new", entity=one) for one in kinds)
        elif kind in ("", "mission"):
            yield from self._missions_to(rest)
        elif kind == "instrument":
            for one in self._store.search(rest, MOST, ["partner"]):
                yield Wish("new", one.title[self._lang == "en"], "instrument", one.id)
        elif kind in ("partner", "event"):
            for id_, name in self._countries(rest):
                yield Wish("new", name, kind, given=(("country", id_),))
        elif kind == "person":
            for one in self._store.search(rest, MOST, ["partner"]):
                yield Wish("new", one.title[self._lang == "en"], "person", given=(("partner", one.id),))

    def _missions_to(self, rest: str) -> Iterator[Wish]:
        places: dict[str, Wish] = {}
        for one in self._store.search(rest, 3 * MOST, ["partner"]):
            record = self._store.get(one.entity, one.id) or {}
            city, country = record.get("city"), record.get("country")
            where: tuple[tuple[str, Value], ...] = (("countries", (str(country),)),) if country else ()
            there: tuple[tuple[str, Value], ...] = (("cities", (str(city),)),) if city else ()
            if city and _starts(rest, str(city)):
                places.setdefault(fold(str(city)), Wish("new", str(city), "mission", given=(*where, *there)))
            else:
                name = one.title[self._lang == "en"]
                places.setdefault(name, Wish("new", name, "mission", given=(*where, *there, ("partner", one.id))))
        for id_, name in self._countries(rest):
            places.setdefault(name, Wish("new", name, "mission", given=(("countries", (id_,)),)))
        if not places:
            yield self._mission_like_others(rest)
            return
        # A town comes before the partners whose name holds it.
        ordered = sorted(places.values(), key=lambda wish: any(name == "partner" for name, _value in wish.given))
        yield from ordered[:MOST]

    def _mission_like_others(self, rest: str) -> Wish:
        """Return a mission to a town where somebody went before, else to one that is called as it was typed."""
        for one in self._store.search(rest, MOST, ["mission"]):
            record = self._store.get(one.entity, one.id) or {}
            cities, countries = record.get("cities"), record.get("countries")
            for city in cities if isinstance(cities, tuple) else ():
                if _starts(rest, city):
                    alone = isinstance(countries, tuple) and len(countries) == 1
                    given: tuple[tuple[str, Value], ...] = (("countries", countries),) if alone else ()
                    return Wish("new", city, "mission", given=(*given, ("cities", (city,))))
        return Wish("new", rest.title(), "mission", given=(("cities", (rest.title(),)),))

    def suggestions(self, rest: str, found: "Sequence[Found]") -> list[Wish]:
        """Return what suggests itself for the first records that a text finds."""
        wishes: list[Wish] = []
        if len(rest) > 2:
            wishes = [
                wish._replace(verb=verb) for wish in list(self.summaries(rest))[:1] for verb in ("overview", "summary")
            ]
        first = next((one for one in found if one.entity.name in ("partner", "country", "mission")), None)
        if first is not None and len(rest) > 2:
            places = self._missions_to(rest)
            # A town that nobody knows is only proposed to those who ask for a mission.
            known = [wish for wish in places if wish.name != rest.title() or first.entity.name != "mission"]
            wishes += known[:1]
        if first is not None and first.entity.name == "partner" and first is found[0]:
            name = first.title[self._lang == "en"]
            record = self._store.get(first.entity, first.id) or {}
            wishes.append(Wish("overview", name, "partner", first.id))
            wishes.append(
                Wish("send", name, "partner", first.id) if record.get("kind") in EMBASSIES else
                Wish("new", name, "instrument", first.id)
            )  # fmt: skip
        if found and found[0].entity.name == "unit":
            wishes.append(Wish("overview", found[0].title[self._lang == "en"], "unit", found[0].id))
        if found and found[0].entity.name == "instrument":
            record = self._store.get(found[0].entity, found[0].id) or {}
            if record.get("status") in ("to_renew", "report_due") and not self._why_not_renewed(found[0].id):
                wishes.append(Wish("renew", found[0].title[self._lang == "en"], "instrument", found[0].id))
        return wishes

    def _countries(self, rest: str) -> Iterator[tuple[str, str]]:
        if not rest:
            return
        country = ENTITIES["country"]
        records = self._store.records(Query(country, search=rest, limit=4 * MOST))
        named = [
            record for record in records if any(_starts(rest, str(record[name])) for name in ("name_fr", "name_en"))
        ]
        for record in named[:MOST]:
            yield str(record["id"]), self._title("country", record)

    def _title(self, entity: str, record: dict[str, Value]) -> str:
        return title(ENTITIES[entity], record, self._store.names.showing(self._lang))


def _said(name: str) -> str:
    return " ".join(word for word in fold(name).split() if word not in _LITTLE)


def _starts(typed: str, name: str) -> bool:
    """Whether every typed word begins a word of a name."""
    words = fold(name).split()
    return bool(typed) and all(any(word.startswith(one) for word in words) for one in typed.split())
