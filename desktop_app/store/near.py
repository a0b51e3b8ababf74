"""What is worth a warning in the light of the other records: twins of a record, journeys of one person on the same days."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from desktop_app.domain.choices import choices
from desktop_app.domain.credits import lost_credits
from desktop_app.domain.dates import first_day, last_day, show_date
from desktop_app.domain.entity import Entity, Problem
from desktop_app.domain.folding import closed_up
from desktop_app.domain.instrument_parts import FUNDING, MILESTONE, PARTY, PERIOD
from desktop_app.domain.leg import LEG
from desktop_app.domain.lives import problems_of_life
from desktop_app.domain.mission import MISSION, OFF
from desktop_app.domain.naming import title
from desktop_app.domain.text import fold
from desktop_app.domain.values import Record, Showing
from desktop_app.domain.words import Words
from desktop_app.store.likeness import words_of
from desktop_app.store.queries import Filter, Query

if TYPE_CHECKING:
    from desktop_app.store.asking import Asking

Parts = Mapping[str, Sequence[Record]]

_TELLING = 6  # letters of a name; of fewer, too many are alike
_ALIKE = 88  # of 100


def same_name(store: "Asking", entity: Entity, record: Record, _parts: Parts) -> list[Problem]:
    """Warn where another record has the same name."""
    named = entity.title[0]
    name = title(entity, record, Showing("fr"))
    if not name or any(record.get(one) is None for one in named):
        return []
    for found in store.search(name, limit=4, entities=(entity.name,)):
        if found.id != record.get("id") and fold(found.title[0]) == fold(name):
            fr, en = (f"{found.title[n]} ({found.subtitle[n] or found.ref})" for n in (0, 1))
            words = Words(f"Une fiche porte déjà ce nom : {fr}.", f"An entry has this name already: {en}.")
            return [Problem(words, (named[-1],))]
    return []


def like_name(store: "Asking", entity: Entity, record: Record, _parts: Parts) -> list[Problem]:
    """Warn where another record is called nearly so: a letter more, another order of the words, a word cut short."""
    name = title(entity, record, Showing("fr"))
    typed, kinds = fold(name), (entity.name,)
    if len(typed) < _TELLING or record.get(entity.title[0][0]) is None:
        return []
    for found in store.search(name, 4, kinds) or store.search_near(name, 4, kinds)[1]:
        likest = max(fuzz.token_sort_ratio(typed, called) for called in map(fold, found.title))
        if any(words_of(name) == words_of(called) for called in found.title):
            likest = 100
        if found.id != record.get("id") and typed not in map(fold, found.title) and likest >= _ALIKE:
            fr, en = (f"{found.title[n]} ({found.subtitle[n] or found.ref})" for n in (0, 1))
            words = Words(f"Une fiche porte presque ce nom : {fr}.", f"An entry has nearly this name: {en}.")
            return [Problem(words, (entity.title[0][-1],))]
    return []


def same_key(store: "Asking", entity: Entity, record: Record, _parts: Parts) -> list[Problem]:
    """Warn where another record has the same number or identifier."""
    problems = []
    for field in entity:
        value = record.get(field.name)
        if not field.key or value is None:
            continue
        others = store.records(Query(entity, (Filter(field.name, "is", value),), limit=2))
        if other := next((one for one in others if one["id"] != record.get("id")), None):
            store.names.fetch(entity, [other])
            fr, en = (title(entity, other, store.names.showing(lang)) for lang in ("fr", "en"))
            words = Words(
                f"« {field.fr} » : {value} est déjà celui de {fr} ({other['ref']}).",
                f"“{field.en}”: {value} is that of {en} already ({other['ref']}).",
            )
            problems.append(Problem(words, (field.name,)))
    return problems


def same_acronym(store: "Asking", entity: Entity, record: Record, _parts: Parts) -> list[Problem]:
    """Warn where another instrument of the same type has the same acronym, with a hyphen or a space elsewhere or not."""
    short, type_ = closed_up(str(record.get("acronym") or "")), record.get("type")
    if not short or type_ is None:
        return []
    of_type = Query(entity, (Filter("type", "is", type_), Filter("acronym", "filled")))
    for id_, ref, other in store.columns(of_type, ("id", "ref", "acronym")):
        if id_ != record.get("id") and closed_up(other) == short:
            words = Words(
                f"Un instrument de ce type a déjà ce sigle : {other} ({ref}).",
                f"An instrument of this type has this acronym already: {other} ({ref}).",
            )
            return [Problem(words, ("acronym",))]
    return []


def overlap(store: "Asking", _entity: Entity, record: Record, _parts: Parts) -> list[Problem]:
    """Warn where the traveller has another mission on the same days."""
    person, start = record.get("person"), record.get("starts_on")
    end = record.get("ends_on") or start
    if not person or not start or len(str(start)) < 10 or len(str(end)) < 10:
        return []
    before = (Filter("person", "is", person), Filter("starts_on", "until", end))
    for other in store.records(Query(MISSION, before, sort=(("starts_on", True),), limit=60)):
        last = str(other.get("ends_on") or other["starts_on"])
        if other["id"] == record.get("id") or last < str(start) or other.get("status") in OFF:
            continue
        name = store.names.label("person", str(person), "fr")
        where = ", ".join(cities) if isinstance(cities := other.get("cities"), tuple) else ""
        days = [f"{show_date(str(other['starts_on']), lang)} – {show_date(last, lang)}" for lang in ("fr", "en")]
        place = f" ({where})" if where else ""
        return [
            Problem(
                Words(
                    f"{name} a déjà une mission ces jours-là : {days[0]}{place}.",
                    f"{name} already has a mission on these days: {days[1]}{place}.",
                ),
                ("starts_on",),
            )
        ]
    return []


def life(store: "Asking", _entity: Entity, record: Record, parts: Parts) -> list[Problem]:
    """Warn where the parts of an instrument say something against its type, its status or its end."""
    type_, id_ = record.get("type"), record.get("id")

    def of(entity: Entity) -> Sequence[Record]:
        if entity.name in parts:
            return parts[entity.name]
        return store.records(Query(entity, (Filter("instrument", "is", id_),))) if id_ else ()

    known = store.names.record("instrument_type", str(type_)) if type_ else None
    found = problems_of_life(record, known, of(PERIOD), of(MILESTONE), of(PARTY))
    programme = record.get("programme")
    window = store.names.record("programme", str(programme)) if programme else None
    return [*found, *lost_credits(known, window, of(FUNDING), date.today())]  # noqa: DTZ011  (the office's own day)


def by_the_decree(store: "Asking", _entity: Entity, record: Record, _parts: Parts) -> list[Problem]:
    """Warn where a journey is called something else than the decree calls it."""
    from desktop_app.store.journey import kind_by_decree

    kind, found = record.get("kind"), kind_by_decree(store, record) if record.get("kind") else None
    # A delegation or a long stay that nobody tied to an event, or ended yet, is what its office says it is.
    if found is None or kind == found.code or (kind in ("delegation", "long_stay") and found.code == "mission"):
        return []
    words, why = choices("mission_kinds")[found.code].words, found.why
    return [Problem(Words(f"Serait « {words.fr} » : {why.fr}.", f"Would be “{words.en}”: {why.en}."), ("kind",))]


def legs_within(store: "Asking", _entity: Entity, record: Record, parts: Parts) -> list[Problem]:
    """Warn where a leg lies outside the days of its mission."""
    start, end, id_ = record.get("starts_on"), record.get("ends_on"), record.get("id")
    legs = parts.get("leg")
    if legs is None:
        legs = store.records(Query(LEG, (Filter("mission", "is", id_),))) if id_ else ()
    if not start or not end:
        return []
    first, last = first_day(str(start)), last_day(str(end))
    for leg in legs:
        outside = (leg.get("starts_on") and first_day(str(leg["starts_on"])) < first) or (
            leg.get("ends_on") and last_day(str(leg["ends_on"])) > last
        )
        if outside:
            words = Words("Une étape sort des dates de la mission.", "A leg lies outside the days of the mission.")
            return [Problem(words, ("ends_on",))]
    return []


_Check = Callable[["Asking", Entity, Record, Parts], list[Problem]]
_CHECKS: dict[str, tuple[_Check, ...]] = {
    "partner": (same_key, same_name, like_name),
    "person": (same_key, same_name),
    "unit": (same_key,),
    "instrument": (same_key, same_acronym, life),
    "mission": (same_key, overlap, by_the_decree, legs_within),
}


def warnings(store: "Asking", entity: Entity, record: Record, parts: Parts | None = None) -> list[Problem]:
    """Return the warnings about a record, new or not, in the light of the others.

    `parts`: what is edited inside it, by entity, where it is not what the base holds.
    """
    return [problem for check in _CHECKS.get(entity.name, ()) for problem in check(store, entity, record, parts or {})]
