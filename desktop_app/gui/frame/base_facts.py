"""What the frame says of the open base: its office, the numbers of the left pane, what could be undone."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from desktop_app.domain import ENTITIES
from desktop_app.domain.words import Words
from desktop_app.gui.pages import Badge, Place
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query

NOTHING = Words("", "")
ZONE_NAMES = 3  # more countries than that are counted


class Facts(NamedTuple):
    """What may change with every edit."""

    badges: dict[str, Badge | None]
    undo: Words | None
    redo: Words | None
    out: int = 0  # workbooks that somebody holds
    late: int = 0  # and those that should be back


def facts(store: Store, places: Iterable[Place]) -> Facts:
    """Read the numbers of the pages and the names of the steps."""
    from desktop_app.gui.receiving.badges import days_late  # not needed to name the office

    badges = {place.name: place.read_badge(store) for place in places if place.badge}
    out = [shipment for shipment in store.ledger.shipments() if shipment.state == "out"]
    late = sum(days_late(shipment, date.today()) > 0 for shipment in out)  # noqa: DTZ011  (the user's day)
    return Facts(badges, store.undo_words(), store.redo_words(), len(out), late)


def office_and_zone(store: Store) -> tuple[Words, Words]:
    """Return the name of the base's office and the countries of its zone."""
    office = ENTITIES["office"]
    found = store.resolve("office", store.office)
    record = store.get(office, found) if found else None
    if found is None or record is None:
        return Words(store.office, store.office), NOTHING
    return Words(str(record["name_fr"]), str(record["name_en"])), _zone(store, found)


def _zone(store: Store, office: str) -> Words:
    zone = ENTITIES["zone"]
    lines = store.records(Query(zone, (Filter("office", "is", office), Filter("until_on", "empty"))))
    countries = sorted({str(line["country"]) for line in lines})
    if len(countries) > ZONE_NAMES:
        return Words(f"{len(countries)} pays", f"{len(countries)} countries")
    said = (", ".join(store.names.label("country", id_, lang) for id_ in countries) for lang in ("fr", "en"))
    return Words(*said)
