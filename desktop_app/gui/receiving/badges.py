"""The numbers beside the exchange's pages; without widgets, since they are read in the background after each change."""

from datetime import date

from desktop_app.gui.pages import Badge
from desktop_app.store.base import Store
from desktop_app.store.ledger import Shipment
from desktop_app.sync import shelf


def days_late(shipment: Shipment, today: date) -> int:
    """Return how many days a workbook that is still out is late; 0 where it is not."""
    if not shipment.due_on or shipment.state != "out" or len(shipment.due_on) != 10:
        return 0
    return max(0, (today - date.fromisoformat(shipment.due_on)).days)


def count_out(store: Store) -> Badge | None:
    """Count the workbooks that somebody holds; red once one of them is late."""
    today = date.today()  # noqa: DTZ011  (the user's day)
    out = [shipment for shipment in store.ledger.shipments() if shipment.state == "out"]
    late = any(days_late(shipment, today) for shipment in out)
    return Badge(len(out), "red" if late else None) if out else None


def count_waiting(store: Store) -> Badge | None:
    """Count the decisions that wait, and the rows that were put aside."""
    waiting, disputed = shelf.waiting(store), store.installations.conflict_count()
    count = max(len(waiting), sum(one.open + one.aside for one in waiting)) + disputed
    return Badge(count, "amber") if count else None
