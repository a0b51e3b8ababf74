"""A real base for the reports: a small office whose partners have names in many scripts."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.domain.event import EVENT
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import FUNDING, PARTY, PERIOD
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import ACCESS, PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.words import Words
from desktop_app.store.base import Edit, Store
from tests.reports.samples import NAMES

NOW = datetime(2026, 11, 22, 9, 40, tzinfo=UTC)
COUNTRIES = {
    "Chinese": "CN", "Japanese": "JP", "Korean": "KR", "Taiwanese": "TW", "Thai": "TH", "Lao": "LA", "Vietnamese": "VN",
    "Arabic": "EG", "Hebrew": "IL", "Devanagari": "IN", "Tamil": "IN", "Khmer": "KH", "Burmese": "MM", "Greek": "GR",
    "Cyrillic": "RU", "Latin": "BR",
}  # fmt: skip
# type, status, start, end, yearly budget, currency: with Vietnam
_VIETNAM = (
    ("IRP", "to_renew", "2022-01-01", "2026-12-31", "14000", "EUR"),
    ("IRL", "active", "2020", None, "30000", "EUR"),
    ("IRN", "active", "2024-01-01", "2028-12-31", "12000.50", "SGD"),
    ("IEA", "ended", "2022-01-01", "2023-12-31", "6000", "EUR"),
    ("IRP", "submitted", "2027-01-01", "2031-12-31", "15000", "EUR"),
    ("UMIFRE", "active", "1995", None, None, None),
)
_MISSIONS = (
    ("2025-12-03", "meeting", "done"), ("2026-02", "congress", "done"), ("2026-03-09", "congress", "done"),
    ("2026-03-12", None, "done"), ("2026", "meeting", "done"), ("2026-11-02", "school", "planned"),
    ("2026-05-05", "school", "cancelled"), ("2024-06-01", "meeting", "done"), ("2027-01-10", "meeting", "planned"),
)  # fmt: skip


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The base of an office with invented data; only read."""
    path = tmp_path_factory.mktemp("reports") / "office.passerelle"
    with Store.create(path, "SIN", demo=True) as made, made.edit(Words("Remplir", "Fill")) as edit:
        partners = _partners(made, edit)
        _vietnam(made, edit, partners["Vietnamese"])
    with Store.open(path) as opened:
        yield opened


def country(store: Store, code: str) -> str:
    """Return the id of a country."""
    found = store.resolve("country", code)
    assert found
    return found


def _partners(store: Store, edit: Edit) -> dict[str, str]:
    ids = {}
    for script, local in NAMES.items():
        kind = "research_organisation" if "Viện" in local else "university"
        ids[script] = edit.add(
            PARTNER,
            {"name": f"{script} University", "local_name": local, "kind": kind, "country": country(store, COUNTRIES[script]),
             "city": "Cần Thơ" if script == "Vietnamese" else None},
        )  # fmt: skip
    return ids


def _vietnam(store: Store, edit: Edit, partner: str) -> None:
    vietnam = country(store, "VN")
    for place, (code, status, starts, ends, budget, currency) in enumerate(_VIETNAM):
        instrument = edit.add(
            INSTRUMENT,
            {"type": store.resolve("instrument_type", code), "acronym": f"DELTA-{place}", "title": "L’eau du delta & *sel*",
             "status": status, "starts_on": starts, "ends_on": ends, "countries": (vietnam,)},
        )  # fmt: skip
        edit.add(PARTY, {"instrument": instrument, "role": "lead_foreign", "partner": partner})
        edit.add(PARTY, {"instrument": instrument, "role": "funder", "partner": partner})
        if budget:
            edit.add(
                PERIOD,
                {"instrument": instrument, "number": 1, "starts_on": starts, "ends_on": ends, "budget": budget,
                 "currency": currency},
            )  # fmt: skip
            edit.add(
                FUNDING,
                {"instrument": instrument, "source": "cnrs", "year": 2026, "planned": budget, "spent": "100.25",
                 "currency": currency},
            )  # fmt: skip
    traveller = edit.add(PERSON, {"family_name": "Exemple", "given_name": "Camille", "basis": "public_task"})
    for starts, purpose, status in _MISSIONS:
        edit.add(
            MISSION,
            {"person": traveller, "starts_on": starts, "purpose": purpose, "status": status, "countries": (vietnam,)},
        )
    edit.add(EVENT, {"kind": "visit", "title": "Visite du laboratoire", "starts_on": "2026-06-01", "country": vietnam})
    edit.add(ACCESS, {"partner": partner, "infrastructure": "SOLEIL", "operator": "CNRS, CEA", "since_on": "2021"})
    edit.add(
        PERSON, {"family_name": "Contact", "given_name": "Delta", "partner": partner, "email": "delta@example.org"}
    )
    edit.add(PERSON, {"family_name": "Refus", "given_name": "Jamais", "partner": partner, "objects": True})
    edit.add(PERSON, {"family_name": "Limite", "given_name": "Jamais", "partner": partner, "restricted": True})


@pytest.fixture
def pdf_path(tmp_path: Path) -> Path:
    """Where a test may write a PDF."""
    return tmp_path / "rapport.pdf"
