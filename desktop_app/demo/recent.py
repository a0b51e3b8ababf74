"""The office's last steps: a few ordinary edits, so that history and undo have something to show."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from desktop_app.domain.entity import Entity
from desktop_app.domain.event import EVENT
from desktop_app.domain.instrument_parts import MILESTONE, PERIOD
from desktop_app.domain.mission import MISSION
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.store.base import Query, Store
from desktop_app.store.queries import Filter

_Change = tuple[Entity, Query, str, Callable[[dict[str, Value]], Value], Words]


def make_last_steps(store: Store, today: date) -> None:
    """Make the last edits of the demo office, each an undo step."""
    for entity, query, field, value, words in _changes(today):
        for record in store.records(query):
            part = entity.owner is not None
            named = str(record[entity.owner or "id"])
            name = store.names.label("instrument" if part else entity.name, named, "fr")
            with store.edit(words.filled(name=name)) as edit:
                edit.set(entity, str(record["id"]), field, value(record))


def _changes(today: date) -> list[_Change]:
    ahead, day = Filter("starts_on", "from", today.isoformat()), today.isoformat()
    return [
        (
            EVENT, Query(EVENT, (Filter("status", "is", "done"),), limit=1), "follow_up",
            lambda _record: "Remercier les participants", Words("Noter les suites de {name}", "Note the follow-up of {name}"),
        ),
        (
            MISSION, Query(MISSION, (ahead, Filter("status", "is", "planned")), limit=1), "status",
            lambda _record: "validated", Words("Valider la mission {name}", "Validate the mission {name}"),
        ),
        (
            MILESTONE, Query(MILESTONE, (Filter("due_on", "until", day), Filter("done_on", "empty")), limit=1), "done_on",
            lambda _record: day, Words("Cocher une étape de {name}", "Tick a step of {name}"),
        ),
        (
            PERIOD, Query(PERIOD, (Filter("ends_on", "from", day), Filter("starts_on", "until", day)), limit=1), "budget",
            lambda record: str(Decimal(str(record["budget"])) + 2000),
            Words("Changer le budget de {name}", "Change the budget of {name}"),
        ),
    ]  # fmt: skip
