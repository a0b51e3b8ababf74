"""What the page about a country, a partner, an institute or a unit shows, read at once in the background; without widgets."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from desktop_app.domain import ENTITIES
from desktop_app.domain.choices import choices
from desktop_app.domain.dates import show_date
from desktop_app.domain.deadlines import Deadline
from desktop_app.domain.entity import Entity
from desktop_app.domain.mission import MISSION
from desktop_app.domain.naming import each_once, title
from desktop_app.domain.partner import ACCESS, EMBASSIES, PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.place import COUNTRY
from desktop_app.domain.types import Amount
from desktop_app.domain.unit import UNIT
from desktop_app.domain.values import Record, Showing, Value
from desktop_app.gui.words import dotted, said, tr
from desktop_app.store import due, portrait, zones
from desktop_app.store.base import Store
from desktop_app.store.figures import Part
from desktop_app.store.lately import Lately
from desktop_app.store.portrait import Indicator, Number
from desktop_app.store.queries import Filter, Query
from desktop_app.store.subject import Subject

ROWS = 6  # of a card; its link leads to all of them
_AT_POST = 3  # people of an embassy


class Line(NamedTuple):
    """A record in a card: its name, what is said of it, how it stands, and a number that opens its list."""

    entity: str
    id: str
    first: str
    second: str = ""
    chip: tuple[str, Value] | None = None  # a list of choices, and one of them
    part: Part | None = None


class Portrait(NamedTuple):
    """Everything that the page shows. `facts`: a heading and a text each."""

    about: Subject
    today: date
    title: str
    below: str
    facts: Sequence[tuple[str, str]]
    numbers: Sequence[Number]
    partners: Sequence[Line]
    missions: Sequence[Record]
    labels: dict[str, str]
    deadlines: Sequence[tuple[Deadline, str]]
    due: int
    people: Sequence[Line]
    accesses: Sequence[Line]
    indicators: Sequence[Indicator]
    changes: Sequence[Lately]

    def number(self, name: str) -> Part:
        """Return a key figure by its name."""
        return next(one.part for one in self.numbers if one.name == name)


def read_portrait(store: Store, about: Subject, today: date, lang: str) -> Portrait | None:
    """Read what there is to say of a subject; None where its record is gone."""
    named = _head(store, about, lang)
    if named is None:
        return None
    journeys = store.figures.journeys(about, today, ROWS)
    missions = store.page(MISSION, journeys.next)
    store.names.fetch(MISSION, missions)
    label = store.names.showing(lang).label
    linked = {str(record[name]) for record in missions for name in ("person", "instrument") if record.get(name)}
    deadlines = portrait.due(store, about, today)
    first = deadlines[:ROWS]
    return Portrait(
        about, today, *named, portrait.numbers(store, about, journeys), _partners(store, about, lang), missions,
        {id_: label(id_) for id_ in linked},
        list(zip(first, due.names_of(store, first, lang), strict=True)), len(deadlines),
        list(_people(store, about, lang)), list(_accesses(store, about, lang)),
        portrait.indicators(store, about) if about.kind == "country" else (), store.lately(about, ROWS),
    )  # fmt: skip


# The head ------------------------------------------------------------------------------------------------------------


def _head(store: Store, about: Subject, lang: str) -> tuple[str, str, list[tuple[str, str]]] | None:
    """Return the name of a subject, the line below it and what is known of it; None where it is gone."""
    if about.kind == "institute":
        return _institute(about, lang)
    entity = ENTITIES[about.kind]
    record = store.get(entity, about.id)
    if record is None:
        return None
    store.names.fetch(entity, [record])
    showing = store.names.showing(lang)
    name = title(entity, record, showing)
    if about.kind == "country":
        return name, _shown(COUNTRY, record, ("code", "region", "currency"), showing), _of_country(store, record, lang)
    if about.kind == "unit":
        return name, _shown(UNIT, record, ("institute", "city", "country"), showing), _of_unit(record, showing)
    facts = [_also(record, ("acronym", "local_name", "name_fr", "name_en"), name)]
    facts += [
        (said(PARTNER.fields[one].words), text)
        for one in ("parent", "since_on", "status", "website", "infrastructures")
        if (text := PARTNER.fields[one].type.show(record.get(one), showing).replace("\n", " "))
    ]
    below = _shown(PARTNER, record, ("kind", "city", "country"), showing)
    return name, below, [fact for fact in facts if fact[1]]


def _institute(about: Subject, lang: str) -> tuple[str, str, list[tuple[str, str]]] | None:
    option = choices("institutes").get(about.id)
    if option is None:
        return None
    former = ", ".join(option.aliases[:2])
    return option.words.said(lang), option.code, [(tr("Legal and former names"), former)] if former else []


def _of_unit(record: Record, showing: Showing) -> list[tuple[str, str]]:
    """Return what a unit is called, was called, and who runs it."""
    names = ("name", "acronym", "former_codes", "supervisors", "website")
    told = [(said(UNIT.fields[one].words), UNIT.fields[one].type.show(record.get(one), showing)) for one in names]
    return [fact for fact in told if fact[1]]


def _of_country(store: Store, record: Record, lang: str) -> list[tuple[str, str]]:
    """Return the other names of a country, and the offices that have covered it, by date."""
    facts = [_also(record, ("name_fr", "name_en"), title(COUNTRY, record, Showing(lang)))]
    spans = []
    for office, since, until in reversed(zones.history_of(store, str(record["id"]))):
        name = store.names.label("office", office, lang)
        begun, over = (show_date(day, lang) if day else "" for day in (since, until))
        span = f"{begun} – {over}" if over else tr("since {day}").format(day=begun) if begun else ""
        spans.append(f"{name} ({span})" if span else name)
    facts += [(tr("Followed by"), " · ".join(spans)), (tr("Embassy"), _embassies(store, str(record["id"]), lang))]
    return [fact for fact in facts if fact[1]]


def _embassies(store: Store, country: str, lang: str) -> str:
    """Return the French embassy and consulates in a country, with those who work there."""
    posts = Query(PARTNER, (Filter("country", "is", country), Filter("kind", "in", EMBASSIES)), sort=(("name", False),))
    said_ = []
    for post in store.records(posts):
        people = ", ".join(_at(store, str(post["id"]), lang))
        said_.append(f"{post['name']} ({people})" if people else str(post["name"]))
    return " · ".join(said_)


def _at(store: Store, partner: str, lang: str) -> Iterator[str]:
    """Yield who works at a post, with the position; nobody who objects or whose data are restricted."""
    there = (Filter("partner", "is", partner), Filter("objects", "is_not", True), Filter("restricted", "is_not", True))
    for one in store.records(Query(PERSON, there, sort=(("family_name", False),), limit=_AT_POST)):
        name, position = title(PERSON, one, Showing(lang)), str(one.get("position") or "")
        yield f"{name} – {position}" if position else name


def _also(record: Record, names: Iterable[str], title_: str) -> tuple[str, str]:
    aliases = record.get("aliases")
    others = [str(record[name]) for name in names if record.get(name)]
    found = dict.fromkeys((*others, *(aliases if isinstance(aliases, tuple) else ())))
    return tr("Also known as"), " · ".join(one for one in found if one != title_)


def _shown(entity: Entity, record: Record, names: tuple[str, ...], showing: Showing) -> str:
    return dotted(*each_once(entity, record, names, showing))


# The cards -----------------------------------------------------------------------------------------------------------


def _partners(store: Store, about: Subject, lang: str) -> list[Line]:
    found = portrait.partners_of(store, about, ROWS)
    store.names.fetch(PARTNER, [record for record, _part in found])
    showing = store.names.showing(lang)
    names = ("kind", "city") if about.kind == "country" else ("city", "country")
    return [
        Line("partner", str(record["id"]), str(record["name"]), _shown(PARTNER, record, names, showing),
             ("partner_statuses", record.get("status")) if record.get("status") != "active" else None, part)
        for record, part in found
    ]  # fmt: skip


def _people(store: Store, about: Subject, lang: str) -> Iterator[Line]:
    asked = about.of(PERSON)
    found = store.records(
        Query(PERSON, asked.filters, sort=(("family_name", False), ("given_name", False)), limit=ROWS)
    )
    store.names.fetch(PERSON, found)
    showing = store.names.showing(lang)
    for record in found:
        known = ("position", "email", "phone")  # of whom the page says where they are
        names = known if about.kind in ("partner", "unit") else ("position", "partner", "unit", "email")
        yield Line("person", str(record["id"]), title(PERSON, record, showing), _shown(PERSON, record, names, showing))


def _accesses(store: Store, about: Subject, lang: str) -> Iterator[Line]:
    if about.kind not in portrait.USING:
        return
    found = store.records(Query(ACCESS, about.of(ACCESS).filters, sort=(("infrastructure", False),), limit=ROWS))
    store.names.fetch(ACCESS, found)
    showing = store.names.showing(lang)
    for record in found:
        names = ("operator", "since_on", "until_on", "terms")
        second = _shown(ACCESS, record, names if about.kind == "partner" else ("partner", *names), showing)
        yield Line("access", str(record["id"]), str(record["infrastructure"]), second.replace("\n", " "))


def indicator_words(one: Indicator, lang: str) -> tuple[str, str]:
    """Return an indicator and its value as people read them."""
    option = choices("indicators").get(one.code)
    return option.words.said(lang) if option else one.code, Amount().show(one.value, Showing(lang))
