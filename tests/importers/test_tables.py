"""Which tables a sheet holds: side by side, one below the other, a month on each sheet; and what all rows have."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from desktop_app.domain.plan import Plan
from desktop_app.domain.refused import Refused
from desktop_app.excel.read import read_book
from desktop_app.excel.recognise import is_ours
from desktop_app.importers.memory import learn, said_for_all
from desktop_app.importers.months import Period, completed, period_of
from desktop_app.importers.recognise import Told
from desktop_app.importers.sheet import Taken, take_sheet
from desktop_app.importers.which_table import choices_of
from desktop_app.store.base import Store

Rows = Sequence[Sequence[object]]


def book(folder: Path, sheets: dict[str, Rows], name: str = "liste.xlsx") -> Path:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for title, rows in sheets.items():
        page = made.create_sheet(title)
        for row in rows:
            page.append(list(row))
    made.save(folder / name)
    return folder / name


def taken(store: Store, path: Path, told: Told | None = None) -> Taken:
    return take_sheet(
        store, read_book(path), told or Told(), file_name=path.name, sha256="x", create=("person",), in_doubt=True
    )


def new_rows(plan: Plan, entity: str) -> list[dict[str, object]]:
    return [dict(item.theirs) for item in plan.items if item.entity == entity and isinstance(item.theirs, dict)]


SIDE_BY_SIDE: Rows = (
    ("Partenaires", None, None, None, "Contacts"),
    ("Établissement", "Ville", "Pays", None, "Nom", "Prénom", "Courriel"),
    ("Université fictive", "Bandung", "Indonésie", None, "Fictif", "Paul", "paul@fictif.example"),
    ("Institut imaginaire", "Jakarta", "Indonésie", None, "Inventée", "Anne", "anne@fictif.example"),
)


def test_tables_side_by_side_are_read_each_by_itself(store: Store, tmp_path: Path) -> None:
    path = book(tmp_path, {"Feuil1": SIDE_BY_SIDE})
    first = taken(store, path)
    assert first.table.entity.name == "partner"
    assert [column.heading for column in first.plan.columns] == ["Établissement", "Ville", "Pays"]
    note = next(note for note in first.plan.notes if "autres tableaux" in note.fr)
    assert note.fr.endswith("« Contacts », à partir de la case E2 de « Feuil1 » (2 lignes).")
    assert note.en.endswith("“Contacts”, from cell E2 on in “Feuil1” (2 rows).")
    second = taken(store, path, Told(sheet="Feuil1!E2"))
    assert second.table.entity.name == "person"
    assert [item.cell for item in second.plan.items if item.entity == "person"] == ["Feuil1!E3", "Feuil1!E4"]


def test_an_empty_column_within_a_table_does_not_cut_it(store: Store, tmp_path: Path) -> None:
    rows: Rows = (
        ("Nom", "Prénom", None, "Courriel", "Fonction"),
        ("Fictif", "Paul", None, "paul@fictif.example", "Directeur"),
        ("Inventée", "Anne", None, "anne@fictif.example", "Chercheuse"),
    )
    plan = taken(store, book(tmp_path, {"Feuil1": rows})).plan
    assert [column.field for column in plan.columns] == ["family_name", "given_name", "email", "position"]


def test_the_same_table_twice_side_by_side_is_one(store: Store, tmp_path: Path) -> None:
    rows: Rows = (
        ("Nom", "Prénom", "Courriel", None, "Nom", "Prénom", "Courriel"),
        ("Fictif", "Paul", "paul@fictif.example", None, "Testeuse", "Ana", "ana@fictif.example"),
        ("Inventée", "Anne", "anne@fictif.example", None, "Exemple", "Luc", "luc@fictif.example"),
    )
    plan = taken(store, book(tmp_path, {"Feuil1": rows})).plan
    assert {row["given_name"] for row in new_rows(plan, "person")} == {"Paul", "Anne", "Ana", "Luc"}


def test_every_table_of_a_file_can_be_chosen(store: Store, tmp_path: Path) -> None:
    below: Rows = (
        ("Université", "Ville", "Pays"), ("Université fictive", "Bandung", "Indonésie"), (), ("Accords en cours",),
        ("Intitulé", "Type", "Date de fin"), ("Accord fictif", "IRP", "11/03/2026"),
    )  # fmt: skip
    path = book(
        tmp_path, {"Bilan": below, "Janvier": (("Nom", "Prénom"), ("A", "B")), "Mars": (("Nom", "Prénom"), ("C", "D"))}
    )
    choices = choices_of(read_book(path))
    assert [(one.key, one.sheets, one.title) for one in choices] == [
        ("Bilan!A1", ("Bilan",), ""), ("Bilan!A5", ("Bilan",), "Accords en cours"), ("Janvier!A1", ("Janvier", "Mars"), ""),
    ]  # fmt: skip
    assert taken(store, path, Told(sheet="Bilan!A5")).table.entity.name == "instrument"
    with pytest.raises(Refused, match="no sheet"):
        taken(store, path, Told(sheet="Bilan!Z9"))


def test_a_sheet_of_each_month_completes_its_days_and_is_a_column(store: Store, tmp_path: Path) -> None:
    heads = ("Missionnaire", "Jours", "Ville", "Pays")
    path = book(
        tmp_path,
        {
            "Janvier 2025": (heads, ("FICTIF Paul", "du 12 au 23", "Hanoï", "Vietnam")),
            "Février 2025": (heads, ("INVENTÉE Anne", "3", "Bangkok", "Thaïlande")),
        },
    )
    found = taken(store, path)
    rows = new_rows(found.plan, "mission")
    assert [(row["starts_on"], row.get("ends_on")) for row in rows] == [
        ("2025-01-12", "2025-01-23"),
        ("2025-02-03", None),
    ]
    assert found.plan.columns[-1].heading == "Feuille"
    assert [kept["Feuille"] for kept in found.plan.kept] == ["janvier 2025", "février 2025"]
    assert any("complétées" in note.fr for note in found.plan.notes)


def test_sheets_called_after_countries_say_the_country(store: Store, tmp_path: Path) -> None:
    path = book(
        tmp_path,
        {
            "Vietnam": (("Établissement", "Ville"), ("Université fictive", "Huế")),
            "Laos": (("Établissement", "Ville"), ("Institut imaginaire", "Vientiane")),
        },
    )
    rows = new_rows(taken(store, path).plan, "partner")
    assert [row["country"] for row in rows] == [store.resolve("country", "VN"), store.resolve("country", "LA")]


@pytest.mark.parametrize(
    ("cell", "whole"),
    [
        ("du 12 au 23", "du 12 au 23 mars 2025"), (5, "5 mars 2025"), ("12 mars", "12 mars 2025"), ("12/03", "12/03/2025"),
        ("12 mars 2024", "12 mars 2024"), ("salle 12", "salle 12"), (450, 450), (None, None),
    ],
)  # fmt: skip
def test_only_days_are_completed(cell: str | int | None, whole: str | int | None) -> None:
    assert completed(cell, Period("2025", 3)) == whole


def test_the_year_stands_in_the_titles_where_the_sheet_only_says_the_month() -> None:
    assert period_of("Mars", ["Missions 2025"]) == Period("2025", 3)
    assert period_of("Feuil1", ["Missions 2025"]) is None
    assert period_of("Bilan", []) is None


def test_what_all_rows_have_is_said_once_and_remembered(store: Store, tmp_path: Path) -> None:
    path = book(
        tmp_path, {"Liste": (("Nom", "Ville"), ("Université fictive", "Huế"), (), ("Institut imaginaire", "Huế"))}
    )
    told = Told(entity="partner", same={"country": "Viêt Nam"})
    plan = taken(store, path, told).plan
    assert [row["country"] for row in new_rows(plan, "partner")] == [store.resolve("country", "VN")] * 2
    assert all(item.words is None for item in plan.items)
    learn(store, "Hué", plan, told.same)
    assert said_for_all(store, "Hué") == {"country": "Viêt Nam"}
    with pytest.raises(Refused):
        taken(store, path, Told(entity="partner", same={"country": "Atlantide"}))


def test_a_row_says_more_than_what_all_rows_have(store: Store, tmp_path: Path) -> None:
    rows: Rows = (("Nom", "Pays"), ("Université fictive", "Laos"), ("Institut imaginaire", None))
    plan = taken(store, book(tmp_path, {"Liste": rows}), Told(entity="partner", same={"country": "VN"})).plan
    assert [row["country"] for row in new_rows(plan, "partner")] == [
        store.resolve("country", "LA"),
        store.resolve("country", "VN"),
    ]


def test_days_are_no_codes_and_marks_of_experts_no_notes(store: Store, tmp_path: Path) -> None:
    rows: Rows = (
        ("Titre du projet", "Sigle", "Type", "Note expert", "Coordinateur français / Nom", "Calendrier"),
        ("Étude fictive", "ALPHA-F", "IRP", "A+", "Anne Fictive", "du 12 au 23"),
        ("Autre étude fictive", "BETA-F", "IRP", "B", "Paul Fictif", "du 3 au 5"),
    )
    columns = {one.heading: one.field for one in taken(store, book(tmp_path, {"Feuil1": rows})).plan.columns}
    assert columns["Note expert"] is None
    assert columns["Coordinateur français / Nom"] != "title"
    assert columns["Calendrier"] not in ("code", "code+acronym")


def test_a_date_in_the_first_column_does_not_make_a_workbook_ours(tmp_path: Path) -> None:
    rows: Rows = (("Joint programmes",), ("as of Jan. 2025",), ("Name", "Country"), ("Fictitious University", "Laos"))
    assert not is_ours(read_book(book(tmp_path, {"Sheet1": rows})))


def test_years_below_a_group_of_headings_are_headings_too(store: Store, tmp_path: Path) -> None:
    path = book(
        tmp_path,
        {
            "Tableau": (
                ("Suivi fictif",), (),
                ("Outil", "Acronyme", "Période", "", "Budget", ""),
                ("", "", "Début", "Fin", "2024", "2025"),
                ("IRP", "SEA-F", "01/01/2022", "31/12/2026", 12, 12.5), ("IRN", "NET-F", "01/01/2023", "31/12/2027", 15, 15),
            )
        },
    )  # fmt: skip
    found = taken(store, path)
    assert found.table.header_row == 4
    columns = {one.heading: one.field for one in found.plan.columns}
    assert columns["Période / Début"] == "starts_on"
    assert "Budget / 2025" in columns
