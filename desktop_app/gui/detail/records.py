"""What the pane beside a list says of each kind of record, read from the base."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain import ENTITIES
from desktop_app.domain.dates import last_day, show_span
from desktop_app.domain.dates_range import days_between
from desktop_app.domain.entity import Entity
from desktop_app.domain.links import link_words
from desktop_app.domain.naming import in_language
from desktop_app.domain.types import Text
from desktop_app.domain.values import Record, members
from desktop_app.gui.detail.facts import FEW, Entry, FactReader, Facts
from desktop_app.gui.detail.history import history_of, parts_of, shown
from desktop_app.gui.detail.life_line import life_of
from desktop_app.gui.preferences.deadlines import soon
from desktop_app.gui.words import dotted, lang, said, tr

if TYPE_CHECKING:
    from desktop_app.store.base import Store

CHANGES = 3
MANY = 6
LEADERS = ("director_french", "director_foreign", "deputy_director", "pi_french", "pi_foreign", "coordinator")


def facts_of(store: "Store", entity: Entity, id_: str, today: date) -> Facts | None:
    """Return what there is to say of a record; None where it is gone."""
    record = store.get(entity, id_)
    if record is None:
        return None
    reader = FactReader(store, entity, record, today)
    _DESCRIBED.get(entity.name, _anything)(reader)
    _files(reader)
    reader.facts.warnings += [said(problem.words) for problem in store.problems(entity, record)]
    reader.facts.changes = history_of(store, entity, id_)[:CHANGES]
    return reader.facts


def _files(reader: FactReader) -> None:
    """Add the files of the record, and say which are missing."""
    from desktop_app.store.attachments import is_there
    from desktop_app.store.queries import Filter, Query

    asked = Query(ENTITIES["attachment"], (Filter("owner", "is", reader.id),), sort=(("name", False),))
    entries = []
    for one in reader.store.records(asked)[:MANY]:
        name, content = str(one["name"]), str(one["content"] or "")
        missing = "" if is_there(reader.store.path, content, name) else tr("Missing from the folder of the base")
        entries.append(reader.entry("attachment", one["id"], missing, named=name))
    reader.block(tr("Files"), entries)


# One function for each kind of record ---------------------------------------------------------------------------------


def _instrument(reader: FactReader) -> None:
    record, facts, store = reader.record, reader.facts, reader.store
    title = in_language(ENTITIES["instrument"], record, "title", lang())
    named = reader.text(title) if record.get("acronym") else ""
    facts.subtitle = named if named != facts.title else ""
    periods = parts_of(store, ENTITIES["period"], reader.id)
    parties = parts_of(store, ENTITIES["party"], reader.id)
    steps = parts_of(store, ENTITIES["milestone"], reader.id)
    facts.warnings += _due(reader, steps)
    reader.reference()
    for name in ("code", "institute"):
        reader.row(name)
    if budget := _budget(reader, periods):
        facts.rows.append((said(ENTITIES["period"].fields["budget"].words), budget))
    if leaders := _leaders(reader, parties):
        facts.rows.append((tr("Directors"), leaders))
    if hosted := _hosted(reader, parties):
        facts.rows.append((tr("Received"), hosted))
    for name in ("countries", "city"):
        reader.row(name)
    facts.life = life_of(record, periods, reader.today)
    partners = [party for party in parties if (party.get("partner") or party.get("unit")) and not party.get("person")]
    partners.sort(key=_by_importance)
    reader.block(tr("Partners"), [_party(reader, party) for party in partners[:MANY]], len(partners), "instrument")
    reader.missions("instrument")
    _links(reader)


def _links(reader: FactReader) -> None:
    """Name the instruments that this one is linked to, and those that say they are linked to it."""
    link = ENTITIES["link"]
    found = [
        reader.entry("instrument", one["other"], said(link_words(str(one["kind"]))))
        for one in parts_of(reader.store, link, reader.id)
    ]
    found += [
        reader.entry("instrument", one["instrument"], said(link_words(str(one["kind"]), backwards=True)))
        for one in parts_of(reader.store, link, reader.id, "other")
    ]
    reader.block(tr("Linked instruments"), found)


def _due(reader: FactReader, steps: Sequence[Record]) -> list[str]:
    """Return what is late, or due soon: the next step that waits."""
    waiting = [step for step in steps if step.get("due_on") and not step.get("done_on")]
    for step in sorted(waiting, key=lambda one: str(one["due_on"]))[:1]:
        days = (last_day(str(step["due_on"])) - reader.today).days
        words = reader.text("kind", step, ENTITIES["milestone"])
        if days < 0:
            return [tr("{step}: %n day(s) late", "", -days).format(step=words)]
        if days <= soon.days:
            return [tr("{step}: due in %n day(s)", "", days).format(step=words)]
    return []


def _budget(reader: FactReader, periods: Sequence[Record]) -> str:
    """Return the budget of the period that runs now, else of the last one."""
    today = reader.today.isoformat()
    paid = [one for one in periods if one.get("budget") is not None]
    now = [one for one in paid if str(one.get("starts_on") or "") <= today <= str(one.get("ends_on") or "9999")]
    return reader.money((now or paid)[-1], ENTITIES["period"], "budget") if paid else ""


def _leaders(reader: FactReader, parties: Sequence[Record]) -> str:
    leading = [
        party for party in parties if party.get("person") and party.get("role") in LEADERS and not party.get("until_on")
    ]
    leading.sort(key=lambda party: LEADERS.index(str(party["role"])))
    return ", ".join(reader.text("person", party, ENTITIES["party"]) for party in leading)


def _hosted(reader: FactReader, parties: Sequence[Record]) -> str:
    """Count the students and researchers whom a laboratory or its French extension receives now."""
    today = reader.today.isoformat()
    here = [party["role"] for party in parties if not party.get("until_on") or str(party["until_on"]) >= today]
    students, researchers = (here.count(role) for role in ("hosted_student", "hosted_researcher"))
    counted = (
        tr("%n student(s)", "", students) if students else "",
        tr("%n researcher(s)", "", researchers) if researchers else "",
    )
    return ", ".join(filter(None, counted))


def _by_importance(party: Record) -> tuple[bool, bool]:
    """Put partners before units, and those that lead before the others."""
    return bool(party.get("unit")), not str(party.get("role")).startswith("lead")


def _party(reader: FactReader, party: Record) -> Entry:
    entity = "unit" if party.get("unit") else "partner"
    role = reader.text("role", party, ENTITIES["party"])
    if entity == "unit":
        return reader.entry(entity, party["unit"], role)
    partner = reader.store.names.record("partner", str(party["partner"]))
    country = shown(reader.store, ENTITIES["partner"], "country", partner.get("country")) if partner else ""
    return reader.entry(entity, party["partner"], dotted(country, role))


def _partner(reader: FactReader) -> None:
    from desktop_app.store.queries import Filter, Query

    reader.reference()
    for name in ("acronym", "local_name", "since_on", "website", "ror_id"):
        reader.row(name)
    reader.linked(said(reader.entity.fields["parent"].words), (("parent", "partner"),))
    person = ENTITIES["person"]
    asked = Query(person, (Filter("partner", "is", reader.id),), sort=(("family_name", False),), limit=FEW)
    contacts = [
        reader.entry(
            "person", one["id"], dotted(reader.text("position", one, person), reader.text("email", one, person))
        )
        for one in reader.store.records(asked)
    ]
    reader.block(tr("Contacts"), contacts, reader.store.count(Query(person, asked.filters)), "person")
    reader.instruments("partner")
    reader.missions("partner")
    access = ENTITIES["access"]
    used = [
        reader.entry("access", one["id"], reader.text("operator", one, access))
        for one in parts_of(reader.store, access, reader.id)
    ]
    reader.block(said(access.words), used)


def _mission(reader: FactReader) -> None:
    record, facts = reader.record, reader.facts
    facts.title = reader.text("person") or facts.title  # as in the list, which may not show the number
    facts.subtitle = reader.beside("cities", "countries")
    reader.reference()
    reader.row("number")
    reader.facts.rows.append((tr("Dates"), _dates(reader)))
    for name in ("purpose", "direction", "payer", "order_type"):
        reader.row(name)
    reader.row("cost", reader.money(record, reader.entity, "cost"))
    reader.row("notes")
    reader.linked(tr("Linked entries"), (("person", "person"), ("instrument", "instrument"), ("partner", "partner"),
                                         ("contact", "person"), ("event", "event")))  # fmt: skip


def _dates(reader: FactReader) -> str:
    first, last = (str(reader.record.get(name) or "") for name in ("starts_on", "ends_on"))
    days = days_between(first or None, last or None)
    span = show_span(first, last, lang()) if first and last and last != first else reader.text("starts_on")
    return f"{span} ({tr('%n day(s)', '', days)})" if days else span


def _person(reader: FactReader) -> None:
    reader.facts.subtitle = reader.text("position")
    reader.reference()
    for name in ("email", "phone", "office", "orcid", "basis", "checked_on"):
        reader.row(name)
    reader.linked(tr("Organisation"), (("partner", "partner"), ("unit", "unit")))
    reader.instruments("person")
    reader.missions("person")


def _event(reader: FactReader) -> None:
    record, task = reader.record, ENTITIES["task"]
    reader.facts.subtitle = reader.beside("city", "country")
    reader.reference()
    reader.facts.rows.append((tr("Dates"), _dates(reader)))
    for name in ("direction", "organisers"):
        reader.row(name)
    for name in ("agenda", "follow_up", "notes"):  # a line each in the form
        reader.row(name, dotted(*str(record.get(name) or "").splitlines()))
    for name, entity in (("partners", "partner"), ("participants", "person")):
        ids = members(record, name)
        entries = [reader.entry(entity, id_, "") for id_ in ids[:MANY]]
        reader.block(said(reader.entity.fields[name].words), entries, len(ids), entity)
    reader.linked(tr("Linked entries"), (("instrument", "instrument"), ("embassy", "partner")))
    left = [one for one in parts_of(reader.store, task, reader.id) if not one.get("done_on")]
    entries = [reader.entry("task", one["id"], dotted(reader.text("person", one, task), reader.text("due_on", one, task)))
               for one in left]  # fmt: skip
    reader.block(said(task.words), entries)
    reader.missions("event")


def _anything(reader: FactReader) -> None:
    reader.reference()
    for one in reader.entity:
        named = one.name in reader.entity.title[0] or (isinstance(one.type, Text) and one.type.lines)
        if one.listed and not named:
            reader.row(one.name)


_DESCRIBED: dict[str, Callable[[FactReader], None]] = {
    "instrument": _instrument, "partner": _partner, "mission": _mission, "person": _person, "event": _event,
}  # fmt: skip
