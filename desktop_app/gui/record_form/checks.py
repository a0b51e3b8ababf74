"""What a form checks in the base while one types: twins of the record, and journeys of one person at the same time."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop_app.domain.dates import show_date
from desktop_app.domain.entity import Entity, Problem
from desktop_app.domain.mission import MISSION
from desktop_app.domain.naming import title
from desktop_app.domain.text import fold
from desktop_app.domain.values import Showing, Value
from desktop_app.domain.words import Words
from desktop_app.gui.record_form.builder import Check

if TYPE_CHECKING:
    from desktop_app.store.base import Store

_CANCELLED = ("cancelled", "postponed")


def twin_check(entity: Entity) -> Check:
    """Return a check that warns where another record has the same name."""
    named = entity.title[0]

    def check(store: "Store", id_: str | None, values: Mapping[str, Value]) -> list[Problem]:
        name = title(entity, values, Showing("fr"))
        if not name or any(values.get(one) is None for one in named):
            return []
        for found in store.search(name, limit=4, entities=(entity.name,)):
            if found.id != id_ and fold(found.title[0]) == fold(name):
                other = Words(*(f"{found.title[n]} ({found.subtitle[n] or found.ref})" for n in (0, 1)))
                return [
                    Problem(
                        Words(
                            f"Une fiche porte déjà ce nom : {other.fr}.", f"A record has this name already: {other.en}."
                        ),
                        (named[-1],),
                    )
                ]
        return []

    return check


def overlap_check(store: "Store", id_: str | None, values: Mapping[str, Value]) -> list[Problem]:
    """Warn where the traveller has another mission on the same days."""
    from desktop_app.store.queries import Filter, Query

    person, start = values.get("person"), values.get("starts_on")
    end = values.get("ends_on") or start
    if not person or not start or len(str(start)) < 10 or len(str(end)) < 10:
        return []
    before = (Filter("person", "is", person), Filter("starts_on", "until", end))
    for other in store.records(Query(MISSION, before, sort=(("starts_on", True),), limit=60)):
        last = str(other.get("ends_on") or other["starts_on"])
        if other["id"] == id_ or last < str(start) or other.get("status") in _CANCELLED:
            continue
        name = store.names.label("person", str(person), "fr")
        where = ", ".join(cities) if isinstance(cities := other.get("cities"), tuple) else ""
        days = [f"{show_date(str(other['starts_on']), lang)} – {show_date(last, lang)}" for lang in ("fr", "en")]
        place = f" ({where})" if where else ""
        return [
            Problem(
                Words(
                    f"{name} a déjà une mission ces jours-là : {days[0]}{place}.",
                    f"{name} already has a mission on these days: {days[1]}{place}.",
                ),
                ("starts_on",),
            )
        ]
    return []
