"""The sample office that people open has something on every screen: workbooks out, one to review, saved views."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.demo.in_use import put_in_use
from desktop_app.demo.office import fill_demo
from desktop_app.domain.partner import PARTNER
from desktop_app.gui.views.saved import read_views
from desktop_app.store.base import Query, Store
from desktop_app.store.queries import Filter
from desktop_app.sync import shelf

DAY = date(2026, 11, 22)


@pytest.mark.parametrize("office", ["SIN", "DEL", "WAS", "BRU"])
def test_the_sample_office_has_workbooks_out_and_one_to_review(tmp_path: Path, office: str) -> None:
    with Store.create(tmp_path / "demo.passerelle", office, demo=True) as store:
        fill_demo(store, 60, today=DAY)
        put_in_use(store, DAY)
        due = [str(shipment.due_on) for shipment in store.ledger.shipments()]
        assert len(due) == 3
        embassies = {partner["name"] for partner in store.records(Query(PARTNER, (Filter("kind", "is", "embassy"),)))}
        assert {shipment.recipient for shipment in store.ledger.shipments()} <= embassies
        assert min(due) < DAY.isoformat() < max(due), "one is late"
        (returned,) = shelf.waiting(store)
        review = shelf.find(store, returned.key)
        assert review is not None
        cells = review.plan.cells
        assert (cells["theirs"], cells["conflicts"], cells["unreadable"]) == (2, 1, 1)
        assert review.plan.rows["new"] == 1
        views = read_views(store)
        assert [view.list for view in views] == ["mission", "instrument"]
        assert all(view.conditions for view in views)
        assert store.check() == []
