"""What a foreign sheet says beside our fields is kept with the record, and exchange rates are read whichever way they go."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.cli import main
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.plan import Plan
from desktop_app.excel.read import read_book
from desktop_app.gui.detail.history import history_of
from desktop_app.importers.sheet import import_sheet
from desktop_app.store.base import Query, Store
from desktop_app.sync.apply import apply_plan

SHEET = "Nom;Pays;Ville;Cotation interne\nInstitut fictif;Viêt Nam;Hanoi;A+\nÉcole fictive;Viêt Nam;Huế;\n"


@pytest.fixture
def store(empty_base: Path, tmp_path: Path) -> Iterator[Store]:
    """A base in which nothing is entered yet."""
    with Store.open(Path(shutil.copy(empty_base, tmp_path / "office.passerelle"))) as opened:
        yield opened


def planned(store: Store, path: Path, text: str) -> Plan:
    path.write_text(text, encoding="utf-8")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return import_sheet(store, read_book(path), file_name=path.name, sha256=digest)


def test_columns_without_a_field_are_kept_with_the_record(store: Store, tmp_path: Path) -> None:
    apply_plan(store, planned(store, tmp_path / "poste.csv", SHEET))
    held = {record["name"]: str(record["id"]) for record in store.records(Query(PARTNER))}
    (row,) = store.source_rows(held["Institut fictif"])
    assert (row.file_name, row.row, row.cells) == ("poste.csv", "2", {"Cotation interne": "A+"})
    assert store.source_rows(held["École fictive"]) == []
    lines = history_of(store, PARTNER, held["Institut fictif"])
    assert [line.after for line in lines if "row 2" in line.what] == ["Cotation interne: A+"]


def test_a_row_of_a_record_that_is_here_already_is_kept_with_it(store: Store, tmp_path: Path) -> None:
    apply_plan(store, planned(store, tmp_path / "first.csv", SHEET))
    again = "Nom;Pays;Ville;Cotation interne\nInstitut fictif;Viêt Nam;Hanoi;B\nLycée fictif;Viêt Nam;Vinh;C\n"
    apply_plan(store, planned(store, tmp_path / "second.csv", again))
    known = store.resolve("partner", "Institut fictif")
    assert [(row.file_name, row.cells["Cotation interne"]) for row in store.source_rows(str(known))] == [
        ("second.csv", "B"), ("first.csv", "A+"),
    ]  # fmt: skip
    store.undo()
    assert [row.undone for row in store.source_rows(str(known))] == [True, False]


def test_the_command_line_keeps_and_tells_them_too(
    empty_base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base, sheet = Path(shutil.copy(empty_base, tmp_path / "b.passerelle")), tmp_path / "poste.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    assert main(["import", str(base), str(sheet), "--apply", "--json"]) == 0
    capsys.readouterr()
    with Store.open(base) as store:
        ref = str((store.get(PARTNER, str(store.resolve("partner", "Institut fictif"))) or {})["ref"])
    assert main(["history", str(base), ref, "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["source_rows"]
    assert row["cells"] == {"Cotation interne": "A+"}


def test_rates_in_units_per_euro_are_turned_into_euros_per_unit(store: Store, tmp_path: Path) -> None:
    text = "annee;devise;taux_debut_unites_par_EUR;taux_moyen_unites_par_EUR\n2018;AUD;1,5346;1.5797\n2019;JPY;x;0\n"
    plan = planned(store, tmp_path / "taux.csv", text)
    first, second = (item for item in plan.items if item.field is None)
    assert first.theirs == {"currency": "AUD", "valid_on": "2018", "euros_per_unit": "0.6330315883"}
    assert (first.entity, first.decision) == ("rate", "accept")
    assert isinstance(second.theirs, dict)
    assert "euros_per_unit" not in second.theirs
    (asked,) = (item for item in plan.items if item.kind == "unreadable")
    assert asked.words is not None
    assert "not a rate" in asked.words.en
    assert plan.kept[0]["taux_debut_unites_par_EUR"] == "1,5346"


def test_rates_in_euros_per_unit_stay_as_they_are(store: Store, tmp_path: Path) -> None:
    plan = planned(store, tmp_path / "rates.csv", "Monnaie;Date d’effet;Euros par unité\nAUD;1998-01-01;0.6516356054\n")
    assert [item.theirs for item in plan.items] == [
        {"currency": "AUD", "valid_on": "1998-01-01", "euros_per_unit": "0.6516356054"}
    ]
