"""An office with a few partners, people, instruments and missions, all made up."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.domain import ENTITIES
from desktop_app.domain.ids import derived_id
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.store.base import Query, Store
from desktop_app.sync.export import Request, Sent, export_workbook

PARTNER, PERSON, INSTRUMENT = ENTITIES["partner"], ENTITIES["person"], ENTITIES["instrument"]
MISSION, PARTY, UNIT = ENTITIES["mission"], ENTITIES["party"], ENTITIES["unit"]
VN, JP, TH = (derived_id("country", code) for code in ("VN", "JP", "TH"))
IRP, IEA = (derived_id("instrument_type", code) for code in ("IRP", "IEA"))

_PARTNERS = (
    ("Université des Mangroves", VN, "Cần Thơ"), ("東京湾大学", JP, "東京"), ("Institut du Delta", VN, "Hà Nội"),
    ("Mékong & fils <recherche>", TH, "Bangkok"),
)  # fmt: skip


@dataclass(frozen=True)
class Office:
    """An open base and the ids of its records by the names that tests use."""

    store: Store
    ids: dict[str, str]

    def record(self, name: str) -> dict[str, Value]:
        """Return a record as it is now."""
        for entity in (PARTNER, PERSON, INSTRUMENT, MISSION, PARTY, UNIT):
            if record := self.store.get(entity, self.ids[name]):
                return record
        raise LookupError(name)

    def export(self, folder: Path, *entities: str, **more: object) -> Sent:
        """Export some entities, all their records."""
        request = Request(entities=entities or ("instrument",), **more)  # type: ignore[arg-type]
        return export_workbook(self.store, folder, request)

    def counts(self) -> dict[str, int]:
        """Return how many records of each entity there are."""
        return {name: self.store.count(Query(ENTITIES[name])) for name in ENTITIES}


@pytest.fixture(scope="session")
def filled_base(empty_base: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A closed base with records; never written to, only copied."""
    path = tmp_path_factory.mktemp("filled") / "filled.passerelle"
    path.write_bytes(empty_base.read_bytes())
    ids: dict[str, str] = {}
    with Store.open(path) as store, store.edit(Words("Remplir", "Fill")) as edit:
        for name, country, city in _PARTNERS:
            ids[name] = edit.add(
                PARTNER, {"name": name, "country": country, "city": city, "kind": "university", "status": "active"}
            )
        ids["unit"] = edit.add(UNIT, {"code": "UMR 0000", "name": "Laboratoire fictif", "acronym": "FICTIF"})
        for number in range(3):
            ids[f"person {number}"] = edit.add(
                PERSON, {"family_name": f"Testeur{number}", "given_name": "Đỗ", "partner": ids["Institut du Delta"],
                         "email": f"testeur{number}@example.org", "basis": "public_task"},
            )  # fmt: skip
        for number in range(24):
            ids[f"instrument {number}"] = edit.add(
                INSTRUMENT,
                {
                    "type": IRP if number % 2 else IEA, "acronym": f"DELTA-{number:02}",
                    "title": f"Étude n° {number} des deltas ; eaux, sols & <climat>", "institute": "INSU", "status": "active",
                    "starts_on": "2022" if number % 5 == 0 else f"2022-0{number % 9 + 1}-15",
                    "ends_on": "2026-11" if number % 7 == 0 else "2026-12-31",
                    "countries": tuple(sorted((VN, JP))) if number % 3 == 0 else (VN,), "city": "Hà Nội",
                    "notes": "Première ligne\nseconde ligne" if number % 4 == 0 else None, "code": f"{number:05}",
                },
            )  # fmt: skip
            edit.add(
                PARTY,
                {"instrument": ids[f"instrument {number}"], "role": "partner", "partner": ids["Institut du Delta"]},
            )
        for number in range(6):
            ids[f"mission {number}"] = edit.add(
                MISSION,
                {
                    "number": f"2026-{number:03}", "person": ids["person 1"], "starts_on": f"2026-03-0{number + 1}",
                    "ends_on": f"2026-03-1{number}", "countries": (VN,), "cities": ("Cần Thơ", "Hà Nội"),
                    "cost": f"12{number}4.50", "currency": "EUR",
                    "purpose": "congress", "partner": ids["Institut du Delta"], "ariane": True,
                    "opinion_asked_on": "2026-01-01", "unit": ids["unit"],
                },
            )  # fmt: skip
    return path, ids


@pytest.fixture
def office(filled_base: tuple[Path, dict[str, str]], tmp_path: Path) -> Iterator[Office]:
    """An open base with records that a test may write to."""
    path = tmp_path / "office.passerelle"
    path.write_bytes(filled_base[0].read_bytes())
    with Store.open(path) as store:
        yield Office(store, filled_base[1])
