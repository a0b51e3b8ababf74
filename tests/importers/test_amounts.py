"""The unit that a heading gives to the amounts below it: their currency, their thousands."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.excel.sheets import Value as Raw
from desktop_app.importers.cleaning import unit_of
from desktop_app.store.base import Store
from tests.importers.test_tried_by_hand import new, taken


def mission(store: Store, folder: Path, heading: str, cell: Raw) -> tuple[object, object]:
    """The cost and the currency of the mission of a sheet with one column of amounts."""
    rows = (("Missionnaire", "Départ", "Ville", heading), ("FICTIVE Anne", date(2026, 3, 2), "Hanoï", cell))
    (found,) = new(taken(store, folder, *rows).plan, "mission")
    return found.get("cost"), found.get("currency")


@pytest.mark.parametrize(
    ("heading", "cell", "amount", "currency"),
    [
        ("Montant (EUR)", 1200, "1200", "EUR"), ("Coût (€)", "1 200,50", "1200.50", "EUR"), ("Coût k€", 1.2, "1200", "EUR"),
        ("Cost (SGD)", 1200.5, "1200.50", "SGD"), ("Coût (US$)", 900, "900", "USD"), ("Coût (kSGD)", 2, "2000", "SGD"),
        ("Coût en euros", 80, "80", "EUR"), ("Coût (€)", "900 SGD", "900", "SGD"), ("Coût", 80, "80", None),
    ],
)  # fmt: skip
def test_plain_numbers_have_the_currency_of_their_heading(
    store: Store, tmp_path: Path, heading: str, cell: Raw, amount: str, currency: str | None
) -> None:
    assert mission(store, tmp_path, heading, cell) == (amount, currency)


def test_parts_of_an_instrument_have_the_currency_of_their_heading(store: Store, tmp_path: Path) -> None:
    rows = (("Type", "Sigle", "Intitulé", "Pays", "Budget k€", "Financement ANR (€)"),
            ("IRP", "VOLF", "Volcans fictifs", "Vietnam", 12, 3000))  # fmt: skip
    plan = taken(store, tmp_path, *rows).plan
    assert [(one["budget"], one["currency"]) for one in new(plan, "period")] == [("12000", "EUR")]
    assert [(one["planned"], one["currency"]) for one in new(plan, "funding")] == [("3000", "EUR")]


def test_a_dollar_of_any_country_in_a_heading_is_asked_about_as_in_a_cell(store: Store, tmp_path: Path) -> None:
    for heading, cell in (("Coût ($)", 1200), ("Coût", "1200 $")):
        rows = (("Missionnaire", "Départ", "Ville", heading), ("FICTIVE Anne", date(2026, 3, 2), "Hanoï", cell))
        asked = [one for one in taken(store, tmp_path, *rows).plan.items if one.kind == "unreadable"]
        assert [(one.field, one.theirs) for one in asked] == [("cost", "1200")]


@pytest.mark.parametrize(
    ("heading", "raw", "whole"),
    [
        ("Budget (k€)", 12.5, "12500"), ("Budget (k€)", "12,5", "12500"), ("Budget (k€)", "14 k€", "14 k€"),
        ("Montant (M€)", 2, "2000000"), ("Coût (milliers d’euros)", "1 200", "1200000"),
    ],
)  # fmt: skip
def test_the_unit_in_a_heading_counts_for_its_amounts(heading: str, raw: Raw, whole: str) -> None:
    unit = unit_of(heading)
    assert unit is not None
    assert unit.whole(raw) == whole


def test_capitals_in_a_heading_that_are_no_currency_say_nothing() -> None:
    for heading in ("Budget", "Coût TTC", "Financement ANR", "Montant IRP"):
        assert unit_of(heading) is None
