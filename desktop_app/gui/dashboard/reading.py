"""What the dashboard shows, read at once in the background; without widgets."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from desktop_app.domain.deadlines import Deadline
from desktop_app.domain.mission import MISSION
from desktop_app.domain.values import Record
from desktop_app.gui.pages import Badge
from desktop_app.store import due, overview, zones
from desktop_app.store.base import Store
from desktop_app.store.ledger import Shipment
from desktop_app.store.overview import OfType, Travel
from desktop_app.sync import shelf
from desktop_app.sync.shelf import Waiting

SHOWN_MISSIONS, SHOWN_BARS = 3, 6


class Overview(NamedTuple):
    """Everything that the dashboard shows. `names`: what the deadlines of instruments and single missions are about."""

    today: date
    zone: tuple[str, ...]
    due: Sequence[Deadline]
    names: Mapping[str, str]
    waiting: Sequence[Waiting]
    conflicts: int
    types: Sequence[OfType]
    travel: Travel
    missions: Sequence[Record]
    labels: Mapping[str, str]  # of what the missions link to
    shipments: Sequence[Shipment]

    @property
    def pressing(self) -> list[Deadline]:
        """What is late, or to be worked on now."""
        return [one for one in self.due if one.pressing(self.today)]


def read_overview(store: Store, today: date, lang: str = "en") -> Overview:
    """Read what the dashboard shows."""
    zone = zones.zone_of(store, today)
    found = overview.within(store.deadlines(today), zone)
    travel = overview.travel(store, zone, today)
    missions = store.page(MISSION, travel.next[:SHOWN_MISSIONS])
    told = [{name: record.get(name) for name in ("person", "instrument")} for record in missions]
    store.names.fetch(MISSION, told, depth=1)
    label = store.names.showing(lang).label
    linked = {str(id_) for record in told for id_ in record.values() if id_}
    return Overview(
        today, zone, found, _names(store, found, today, lang), shelf.waiting(store), store.installations.conflict_count(),
        overview.running_by_type(store, zone)[:SHOWN_BARS], travel, missions, {id_: label(id_) for id_ in linked},
        store.ledger.shipments(),
    )  # fmt: skip


def _names(store: Store, found: Sequence[Deadline], today: date, lang: str) -> dict[str, str]:
    """Return what deadlines are about; missions by the hundred are only counted, so the first of each kind is enough."""
    singles = [one for one in found if one.entity != "mission"]
    for kind in ("opinion", "visa", "mission_report"):
        singles += [one for one in found if one.kind == kind and one.pressing(today)][:1]
    return dict(zip((one.key for one in singles), due.names_of(store, singles, lang), strict=True))


def count_pressing(store: Store) -> Badge | None:
    """Count what is late or to be worked on now, as the dashboard does."""
    today = date.today()  # noqa: DTZ011  (the user's day)
    found = overview.within(store.deadlines(today), zones.zone_of(store, today))
    count = sum(one.pressing(today) for one in found)
    return Badge(count, "amber") if count else None
