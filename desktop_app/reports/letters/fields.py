"""What a letter may say: the fields of its record and of what it is linked to, as people read them in a language.

`KNOWN` names every field, so that a template is checked before anything is written, and so that the office finds in the
help what it may use.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from desktop_app.domain import ENTITIES
from desktop_app.domain.dates import first_day
from desktop_app.domain.entity import Entity
from desktop_app.domain.event import EVENT
from desktop_app.domain.mission import MISSION
from desktop_app.domain.naming import title
from desktop_app.domain.partner import EMBASSIES, PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.types import Day, Image, Type
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.reports import wording
from desktop_app.reports.letterhead import office_name, own_office, town_of
from desktop_app.store.base import Store

Held = str | dict[str, str] | list[dict[str, str]]
LETTERED = ("mission", "person", "partner", "event")
# Where French is the language of letters; elsewhere it is English.
_FRENCH = frozenset("FR BE LU MC CH SN CI ML BF NE TG BJ GN GA CG CD CM CF TD DJ KM MG MU DZ MA TN HT LB".split())  # noqa: SIM905
_NOT_SAID = frozenset({"notes", "objects", "restricted", "basis", "origin", "informed_on", "checked_on"})

_RECIPIENT = (
    "civility",
    "name",
    "position",
    "organisation",
    "address",
    "city",
    "country",
    "email",
    "greeting",
    "lines",
)
_OFFICE = ("name", "address", "lines", "city", "phone", "email", "website", "logo")
_PERSON_MORE = ("civility", "full_name", "organisation")
_MISSION_MORE = ("dates", "days", "places")
_EVENT_MORE = ("dates", "place")
_WORKBOOK = ("number", "file", "sent_on", "due_on")


def _names(entity: Entity, *more: str) -> frozenset[str]:
    own = (field.name for field in entity if field.name not in _NOT_SAID and not isinstance(field.type, Image))
    return frozenset((*own, *more, "ref", "name"))


# Every field of a letter: plain words, records with their fields, lists of records.
KNOWN: dict[str, frozenset[str]] = {
    "today": frozenset(), "place": frozenset(), "office": frozenset(_OFFICE), "recipient": frozenset(_RECIPIENT),
    "mission": _names(MISSION, *_MISSION_MORE), "person": _names(PERSON, *_PERSON_MORE), "partner": _names(PARTNER),
    "event": _names(EVENT, *_EVENT_MORE), "instrument": _names(ENTITIES["instrument"], "dates"),
    "participants": _names(PERSON, *_PERSON_MORE), "workbooks": frozenset(_WORKBOOK),
}  # fmt: skip
LISTS = frozenset({"participants", "workbooks"})
_ALWAYS = frozenset({"today", "place", "office", "recipient", "partner"})
# What a letter about each kind of record can speak of.
ABOUT: dict[str, frozenset[str]] = {
    "mission": _ALWAYS | {"mission", "person", "instrument", "event", "participants"},
    "person": _ALWAYS | {"person"},
    "partner": _ALWAYS | {"workbooks"},
    "event": _ALWAYS | {"event", "person", "instrument", "participants"},
}


class Letter(NamedTuple):
    """One letter to be written: the record that it is about, who gets it, in which language, and all that it may say."""

    entity: Entity
    id: str
    recipient: str
    lang: str
    fields: dict[str, Held]


class Teller:
    """Says records in one language."""

    def __init__(self, store: Store, lang: str, today: date) -> None:
        self.store, self.lang, self.today = store, lang, today
        self.showing = store.names.showing(lang)

    def record(self, entity: Entity, id_: object) -> dict[str, str]:
        """Return the fields of a record as words; empty ones where there is no record."""
        record: Record = (self.store.get(entity, str(id_)) if id_ else None) or {}
        self.store.names.fetch(entity, [dict(record)] if record else [])
        said = dict.fromkeys(KNOWN.get(entity.name, ()), "")
        for field in entity:
            if field.name in said:
                said[field.name] = self.said(field.type, record.get(field.name))
        if record:
            said |= {"ref": str(record["ref"]), "name": title(entity, record, self.showing)}
            said |= self._more(entity, record)
        return said

    def said(self, type_: Type, value: Value) -> str:
        """Return a value as it stands in a sentence: days in full."""
        if isinstance(type_, Day) and value and len(str(value)) == 10:
            return wording.long_date(first_day(str(value)), self.lang)
        return type_.show(value, self.showing)

    def _more(self, entity: Entity, record: Record) -> dict[str, str]:
        match entity.name:
            case "mission":
                cities = ", ".join(_ids(record.get("cities")))
                countries = entity.fields["countries"].type.show(record.get("countries"), self.showing)
                return self._dates(record) | {"places": ", ".join(filter(None, (cities, countries.replace(";", ","))))}
            case "event":
                country = entity.fields["country"].type.show(record.get("country"), self.showing)
                return self._dates(record) | {
                    "place": ", ".join(filter(None, (str(record.get("city") or ""), country)))
                }
            case "person":
                return self._person(record)
            case "instrument":
                return self._dates(record)
        return {}

    def _dates(self, record: Record) -> dict[str, str]:
        starts, ends = str(record.get("starts_on") or ""), str(record.get("ends_on") or "")
        first, last = (self.said(Day(), text) for text in (starts, ends))
        if not starts or not ends or starts == ends:
            words = Words(f"le {first or last}", f"on {first or last}") if first or last else Words("", "")
        else:
            words = Words(f"du {first} au {last}", f"from {first} to {last}")
        days = (first_day(ends) - first_day(starts)).days + 1 if len(starts) == len(ends) == 10 else None
        return {"dates": words.said(self.lang), **({"days": str(days)} if days else {})}

    def _person(self, record: Record) -> dict[str, str]:
        civility = PERSON.fields["title"].type.show(record.get("title"), self.showing)
        names = (str(record.get("given_name") or ""), str(record.get("family_name") or ""))
        name = " ".join(filter(None, names))
        organisation = (
            self.store.names.label("partner", str(record["partner"]), self.lang) if record.get("partner") else ""
        )
        unit = self.store.names.label("unit", str(record["unit"]), self.lang) if record.get("unit") else ""
        return {
            "civility": civility, "name": name, "full_name": f"{civility} {name}".strip(),
            "organisation": organisation or unit,
        }  # fmt: skip


def language_of(store: Store, entity: Entity, id_: str) -> str:
    """Return the language of whoever gets a letter: French at an embassy, in a CNRS unit and where French is spoken."""
    record: Record = store.get(entity, id_) or {}
    if entity is MISSION and record.get("person"):
        return language_of(store, PERSON, str(record["person"]))
    if entity is PERSON:
        if record.get("unit") or record.get("office") or not record.get("partner"):
            return "fr"
        record = store.get(PARTNER, str(record["partner"])) or {}
    if record.get("kind") in EMBASSIES:
        return "fr"
    place = store.names.record("country", str(record["country"])) if record.get("country") else None
    return "fr" if place is None or place.get("code") in _FRENCH else "en"


def letters_about(store: Store, entity: Entity, id_: str, lang: str | None, today: date) -> list[Letter]:
    """Return the letters that a record calls for: one, or one for each participant of an event."""
    record = store.get(entity, id_) or {}
    if entity is EVENT:
        people = record.get("participants")
        if isinstance(people, tuple) and people:
            return [_letter(store, entity, id_, person, lang, today) for person in people]
        return [_letter(store, entity, id_, "", lang, today)]
    person = record.get("person") if entity is MISSION else id_ if entity is PERSON else ""
    return [_letter(store, entity, id_, str(person or ""), lang, today)]


def _letter(store: Store, entity: Entity, id_: str, person: str, lang: str | None, today: date) -> Letter:
    language = lang or (language_of(store, PERSON, person) if person else language_of(store, entity, id_))
    teller = Teller(store, language, today)
    about = teller.record(entity, id_)
    record: Record = store.get(entity, id_) or {}
    who = store.get(PERSON, person) if person else None
    partner = _partner(entity, id_, record, who)
    fields: dict[str, Held] = {
        "today": wording.long_date(today, language), "office": _office(store, language), entity.name: about,
        "place": town_of(own_office(store), language), "partner": teller.record(PARTNER, partner),
        "instrument": teller.record(ENTITIES["instrument"], record.get("instrument")),
    }  # fmt: skip
    if entity is not PARTNER:
        fields["person"] = teller.record(PERSON, person)
    if entity is MISSION:
        fields["event"] = teller.record(EVENT, record.get("event"))
    event: Record = record if entity is EVENT else (store.get(EVENT, str(record.get("event") or "")) or {})
    fields["participants"] = [teller.record(PERSON, one) for one in _ids(event.get("participants"))]
    if entity is PARTNER:
        fields["workbooks"] = _workbooks(store, teller, record)
    fields["recipient"] = _recipient(store, teller, who, None if entity is MISSION and who else partner, entity)
    named = fields["recipient"]
    assert isinstance(named, dict)  # noqa: S101  (made so above)
    return Letter(entity, id_, named["name"] or named["organisation"], language, fields)


def _ids(value: object) -> Sequence[str]:
    return value if isinstance(value, tuple) else ()


def _partner(entity: Entity, id_: str, record: Record, who: Record | None) -> str:
    if entity is PARTNER:
        return id_
    if entity is MISSION:
        return str(record.get("partner") or "")
    return str((who or {}).get("partner") or next(iter(_ids(record.get("partners"))), ""))


def _recipient(store: Store, teller: Teller, who: Record | None, partner: str | None, entity: Entity) -> dict[str, str]:
    """Return who gets the letter, with the lines of an address."""
    lang = teller.lang
    person = teller.record(PERSON, who["id"]) if who else {}
    place = partner or str((who or {}).get("partner") or "")
    house = teller.record(PARTNER, place) if place else {}
    organisation = house.get("name") or person.get("organisation", "")
    greeting = Words("Madame, Monsieur,", "Dear Sir or Madam,").said(lang)
    if who is not None:
        greeting = _greeting(person, who, lang)
    elif entity is PARTNER and (store.get(PARTNER, place) or {}).get("kind") != "embassy":
        greeting = Words("Madame, Monsieur,", "Dear colleagues,").said(lang)
    address = house.get("address", "")
    town = house.get("city", "")
    lines = [
        person.get("full_name", ""), person.get("position", ""), organisation, *address.splitlines(),
        "" if town and town in address else town, house.get("country", "").upper(),
    ]  # fmt: skip
    return {
        "civility": person.get("civility", ""), "name": person.get("full_name", ""), "position": person.get("position", ""),
        "organisation": organisation, "address": address, "city": town, "country": house.get("country", ""),
        "email": person.get("email", ""), "greeting": greeting, "lines": "\n".join(filter(None, lines)),
    }  # fmt: skip


def _greeting(person: dict[str, str], who: Record, lang: str) -> str:
    kind, family = who.get("title"), str(who.get("family_name") or "")
    if lang == "fr":
        return {"m": "Monsieur,", "mme": "Madame,", "exc": "Excellence,"}.get(
            str(kind), "Chère collègue, cher collègue,"
        )
    if kind == "exc":
        return "Excellency,"
    return f"Dear {person['civility']} {family}," if kind else f"Dear {person['name']},"


def _office(store: Store, lang: str) -> dict[str, str]:
    office = own_office(store)
    address = str(office.get("address") or "")
    contact = " · ".join(str(office[name]) for name in ("phone", "email", "website") if office.get(name))
    return {
        "name": office_name(store, lang), "address": address, "city": town_of(office, lang),
        "lines": "\n".join(filter(None, (address, contact))), "logo": "",
        **{name: str(office.get(name) or "") for name in ("phone", "email", "website")},
    }  # fmt: skip


def _workbooks(store: Store, teller: Teller, partner: Record) -> list[dict[str, str]]:
    """Return the workbooks that a partner holds: those sent to its name or, to an embassy, those of its country."""
    place = store.names.record("country", str(partner.get("country") or ""))
    code = str(place["code"]) if place else ""
    found = []
    for one in store.ledger.shipments():
        for_them = one.recipient == partner.get("name") or (
            partner.get("kind") == "embassy" and code and code in one.scope.get("countries", ())
        )
        if one.state == "out" and for_them:
            sent = date.fromtimestamp(one.wall / 1000)  # noqa: DTZ012  (the office's day)
            due = teller.said(Day(), one.due_on)
            found.append(
                {
                    "number": one.number,
                    "file": one.file_name,
                    "sent_on": wording.long_date(sent, teller.lang),
                    "due_on": due,
                }
            )
    return found


def empty_fields(letter: Letter, used: Iterable[tuple[str, str]]) -> list[str]:
    """Return the fields that a template uses and that hold nothing in a letter, as they are called in it."""
    missing = []
    for root, name in used:
        held = letter.fields.get(root, "")
        if isinstance(held, list) and name:
            continue  # a field of each of them
        value = held.get(name, "") if isinstance(held, dict) and name else held
        if not value and (root, name) != ("office", "logo"):
            missing.append(f"{root}.{name}" if name else root)
    return list(dict.fromkeys(missing))


def called(name: str) -> Words:
    """Return what a field is called on the screen: mission.contact is the contact of the mission."""
    root, _, part = name.partition(".")
    entity = ENTITIES.get(root)
    if entity is None or part not in entity.fields:
        return _CALLED.get(name, Words(name, name))
    words = entity.fields[part].words
    return Words(f"{words.fr} ({entity.one.fr})", f"{words.en} ({entity.one.en})")


_CALLED = {
    "place": Words("ville du bureau", "city of the office"),
    "office.lines": Words("adresse du bureau", "address of the office"),
    "office.email": Words("courriel du bureau", "e-mail of the office"),
    "recipient.lines": Words("adresse du destinataire", "address of the recipient"),
    "recipient.organisation": Words("établissement du destinataire", "institution of the recipient"),
    "person.organisation": Words("établissement de la personne", "institution of the person"),
    "mission.places": Words("lieux de la mission", "places of the mission"),
    "mission.dates": Words("dates de la mission", "dates of the mission"),
    "event.place": Words("lieu de l’évènement", "place of the event"),
    "event.dates": Words("dates de l’évènement", "dates of the event"),
    "workbooks": Words("classeurs chez le partenaire", "workbooks that the partner holds"),
}
