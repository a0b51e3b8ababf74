"""Sheets as people make them, each of which once gave a wrong value without a word, or no way on."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from desktop_app.domain import ENTITIES
from desktop_app.domain.dates import read_date
from desktop_app.domain.dates_range import read_range
from desktop_app.domain.plan import Plan
from desktop_app.domain.words import Words
from desktop_app.excel.read import read_book
from desktop_app.excel.recognise import find_tables, is_ours
from desktop_app.excel.reference import ref_cell
from desktop_app.excel.sheets import Book, Sheet
from desktop_app.importers.months import completed, period_of
from desktop_app.importers.names import Unsure, name_parts
from desktop_app.importers.recognise import Told
from desktop_app.importers.sheet import Taken, take_sheet
from desktop_app.store.base import Store


def taken(
    store: Store, folder: Path, *rows: tuple[object, ...], told: Told | None = None, name: str = "Feuil1"
) -> Taken:
    """How a sheet with these rows is understood."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = name
    for row in rows:
        page.append(list(row))
    path = folder / "feuille.xlsx"
    book.save(path)
    return take_sheet(
        store, read_book(path), told or Told(), file_name=path.name, sha256=path.name, create=("person",), in_doubt=True
    )


def new(plan: Plan, entity: str) -> list[dict[str, object]]:
    """The new records of a plan."""
    return [
        dict(one.theirs)
        for one in plan.items
        if one.entity == entity and one.field is None and isinstance(one.theirs, dict)
    ]


def fields(plan: Plan) -> dict[str, str | None]:
    """The fields by heading."""
    return {column.heading: column.field for column in plan.columns}


@pytest.fixture
def office(store: Store) -> Store:
    """An office with a unit and an institute."""
    with store.edit(Words("Ajouter", "Add")) as edit:
        edit.add(ENTITIES["unit"], {"code": "UMR 7606", "name": "Laboratoire fictif", "acronym": "LIPF"})
        edit.add(
            ENTITIES["partner"],
            {"name": "Institut fictif de Bandung", "acronym": "IFB", "country": store.resolve("country", "ID")},
        )
    return store


# Columns ----------------------------------------------------------------------------------------------------------------


def test_hidden_columns_are_told_from_the_others(store: Store) -> None:
    rows = [("Sigle", "Type", "Pays", "Interne"), ("VOLF", "IRP", "Japon", "x"), ("RIZF", "IRP", "Japon", "y")]
    sheet = Sheet("Feuil1", rows, hidden_columns=frozenset({1, 3}))
    plan = take_sheet(store, Book("xlsx", (sheet,)), Told(), file_name="x.xlsx", in_doubt=True).plan
    assert [one.heading for one in plan.columns if one.reason.fr.startswith("colonne masquée")] == ["Type", "Interne"]
    assert [one["Interne"] for one in plan.kept] == ["x", "y"]


@pytest.mark.parametrize("who", ["Researcher", "Chercheur", "Nom du chercheur"])
def test_researchers_who_come_and_go_are_travellers(store: Store, tmp_path: Path, who: str) -> None:
    rows = (("Visits of 2026",), ("#", who, "Lab", "Host institution", "City", "Arrival", "Departure", "Purpose of visit"),
            (1, "FICTIVE Anna", "UMR 7606", "Institut", "Penang", date(2026, 12, 3), date(2026, 12, 8), "Workshop"))  # fmt: skip
    found = taken(store, tmp_path, *rows)
    assert found.table.doubt is None
    assert (found.table.entity.name, fields(found.plan)[who]) == ("mission", "person")


# Dates ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "start", "end"), [
    ("2021-25", "2021", "2025"), ("2021–25", "2021", "2025"), ("2021/25", "2021", "2025"), ("01/22-12/26", "2022-01", "2026-12"),
    ("2019-22", "2019", "2022"),
])  # fmt: skip
def test_a_period_may_leave_out_the_century(store: Store, tmp_path: Path, text: str, start: str, end: str) -> None:
    rows = (("Sigle", "Type", "Pays", "Dates"), ("VOLF", "IRP", "Japon", text), ("RIZF", "IRP", "Japon", "2020-2024"))
    (first, _second) = new(taken(store, tmp_path, *rows).plan, "instrument")
    assert (first["starts_on"], first["ends_on"]) == (start, end)


def test_a_year_and_a_number_that_is_no_later_year_are_no_dates() -> None:
    from desktop_app.domain.values import Unreadable

    with pytest.raises(Unreadable):
        read_range("2021-17", date(2026, 1, 1))


def test_two_years_that_may_be_a_month_are_shown(store: Store, tmp_path: Path) -> None:
    rows = (
        ("Sigle", "Type", "Pays", "Dates"),
        ("VOLF", "IRP", "Japon", "2010-11"),
        ("RIZF", "IRP", "Japon", "2020-2024"),
    )
    plan = taken(store, tmp_path, *rows).plan
    assert [one.text for one in plan.items if one.kind == "doubtful" and one.field == "starts_on"] == ["2010-11"]


def test_start_and_end_are_dates_of_missions_also_month_first(store: Store, tmp_path: Path) -> None:
    rows = (("Traveller", "Start", "End", "City", "Country"), ("Fictive Anna", "03/04/2025", "03/09/2025", "Hanoi", "Vietnam"),
            ("Fictive Li", "12/13/2025", "12/20/2025", "Beijing", "China"))  # fmt: skip
    plan = taken(store, tmp_path, *rows).plan
    assert fields(plan) | {"Start": "starts_on", "End": "ends_on"} == fields(plan)
    assert [(one["starts_on"], one["ends_on"]) for one in new(plan, "mission")] == [
        ("2025-03-04", "2025-03-09"), ("2025-12-13", "2025-12-20"),
    ]  # fmt: skip


def test_a_column_of_days_that_tells_no_order_has_that_of_the_others(store: Store, tmp_path: Path) -> None:
    rows = (("Traveller", "Start", "End", "City"), ("Fictive Anna", "03/04/2025", "03/19/2025", "Hanoi"))
    (found,) = new(taken(store, tmp_path, *rows).plan, "mission")
    assert (found["starts_on"], found["ends_on"]) == ("2025-03-04", "2025-03-19")


def test_sheets_named_after_a_month_and_a_short_year_complete_their_days() -> None:
    period = period_of("Janv 25", ())
    assert period is not None
    assert completed(3, period) == "3 janvier 2025"
    assert completed("2 fév.", period) == "2 fév. 2025"


def test_days_after_new_year_s_eve_are_of_the_next_year() -> None:
    december, january = period_of("Décembre 2025", ()), period_of("Janvier 2026", ())
    assert december is not None
    assert january is not None
    assert completed("3 janv", december) == "3 janv 2026"
    assert completed("03/01", december) == "03/01/2026"
    assert completed("29 déc", january) == "29 déc 2025"
    assert completed("28/12", january) == "28/12/2025"
    assert completed("2 nov", december) == "2 nov 2025"


@pytest.mark.parametrize("text", ["lundi 7 juillet 2025", "Monday, 7 July 2025", "lun. 07/07/2025"])
def test_the_day_of_the_week_may_stand_before_a_date(text: str) -> None:
    assert read_date(text) == "2025-07-07"
    assert (read_date("mar. 2025"), read_date("Mar 12, 2025")) == ("2025-03", "2025-03-12")


def test_an_end_before_its_start_is_shown(store: Store, tmp_path: Path) -> None:
    rows = (("Missionnaire", "Début", "Fin", "Ville"), ("FICTIF Jean", "12/05/2025", "10/05/2025", "Hanoi"))
    (shown,) = [one for one in taken(store, tmp_path, *rows).plan.items if one.kind == "doubtful"]
    assert (shown.field, shown.theirs, shown.text) == ("ends_on", "2025-05-10", "10/05/2025")


def test_a_mission_of_a_year_s_sheet_may_end_in_the_next(store: Store, tmp_path: Path) -> None:
    rows = (
        ("Missionnaire", "Du", "Au", "Ville"),
        ("FICTIF Jean", "12/05", "23/05", "Hanoi"),
        ("FICTIF Luc", "28/12", "05/01", "Hué"),
    )
    plan = taken(store, tmp_path, *rows, name="Missions 2025").plan
    assert [one["ends_on"] for one in new(plan, "mission")] == ["2025-05-23", "2026-01-05"]


# People and institutions --------------------------------------------------------------------------------------------------


def test_a_person_with_an_institution_in_brackets_is_both(office: Store, tmp_path: Path) -> None:
    rows = (("Sigle", "Type", "Pays", "Porteur étranger"), ("VOLF", "IRP", "Indonésie", "Dr. Agus FICTIF (IFB)"))
    plan = taken(office, tmp_path, *rows).plan
    assert {(one["role"], "person" in one, "partner" in one) for one in new(plan, "party")} == {
        ("pi_foreign", True, False), ("lead_foreign", False, True),
    }  # fmt: skip
    (person,) = new(plan, "person")
    assert (person["family_name"], person["given_name"]) == ("FICTIF", "Agus")


def test_institutions_joined_by_dashes_are_all_taken_or_asked(office: Store, tmp_path: Path) -> None:
    with office.edit(Words("Ajouter", "Add")) as edit:
        edit.add(
            ENTITIES["partner"],
            {"name": "Académie fictive", "acronym": "ACF", "country": office.resolve("country", "VN")},
        )
    rows = (("Sigle", "Type", "Pays", "Partenaires"), ("AF", "IRP", "Japon", "IFB - ACF"),
            ("BF", "IRP", "Japon", "IFB - Univ. lunaire"),
            ("CF", "IRP", "Japon", "IFB - Bandung"))  # fmt: skip
    plan = taken(office, tmp_path, *rows, told=Told(entity="instrument")).plan
    assert fields(plan)["Partenaires"] == "party.partner"
    assert sum("partner" in one for one in new(plan, "party")) == 4
    assert [one.text for one in plan.items if one.kind == "unreadable"] == ["Univ. lunaire"]


@pytest.mark.parametrize("text", ["FICTIVE Anne (IFB)", "FICTIVE Anne, UMR 7606"])
def test_where_a_person_works_is_no_part_of_the_name(text: str) -> None:
    with pytest.raises(Unsure) as seen:
        name_parts(text)
    assert (seen.value.parts["family_name"], seen.value.parts["given_name"]) == ("FICTIVE", "Anne")


@pytest.mark.parametrize(
    "text", ["FICTIVE Anne / FICTIF Paul", "FICTIVE Anne; FICTIF Paul", "FICTIVE Anne et FICTIF Paul"]
)
def test_two_people_in_one_cell_are_not_one_person(text: str) -> None:
    with pytest.raises(Unsure) as seen:
        name_parts(text)
    assert (seen.value.parts["family_name"], seen.value.parts["given_name"]) == ("FICTIVE", "Anne")
    assert "plusieurs personnes" in seen.value.words.fr


@pytest.mark.parametrize(("text", "family", "given"), [
    ("Trần Thị Bích Ngọc", "Trần", "Thị Bích Ngọc"), ("Kim Min-jun", "Kim", "Min-jun"), ("Wang Wei", "Wang", "Wei"),
    ("Tanaka Kenji", "Tanaka", "Kenji"), ("Min-jun Kim", "Kim", "Min-jun"), ("Jean Le Fictif", "Le Fictif", "Jean"),
    ("Jan van der Fictif", "van der Fictif", "Jan"), ("Marie de La Fictive", "de La Fictive", "Marie"),
])  # fmt: skip
def test_names_whose_order_is_not_told_are_read_by_their_family_names_and_particles(
    text: str, family: str, given: str
) -> None:
    with pytest.raises(Unsure) as seen:
        name_parts(text)
    assert (seen.value.parts["family_name"], seen.value.parts["given_name"]) == (family, given)


def test_titles_of_things_are_not_cut_like_names_of_people(store: Store, tmp_path: Path) -> None:
    rows = (
        (1, "Agricultural machinery, tractors"),
        (2, "Fertilizer consumption (% of production)"),
        (3, "Row 2 Col 5"),
    )
    plan = taken(store, tmp_path, *rows, told=Told(header_row=0, entity="person")).plan
    assert not [one for one in plan.columns if one.field and "+" in one.field]


# Codes ------------------------------------------------------------------------------------------------------------------


def test_a_unit_s_code_with_its_acronym_is_the_unit_that_is_here(office: Store, tmp_path: Path) -> None:
    rows = (("Code unité", "Intitulé", "Ville"), ("UMR7606 / LIPF", "Laboratoire fictif", "Paris"),
            ("UMR 7144", "Autre fictif", "Gap"), ("UMR 7145", "Tiers fictif", "Brest"))  # fmt: skip
    plan = taken(office, tmp_path, *rows).plan
    assert sorted(str(one["code"]) for one in new(plan, "unit")) == ["UMR 7144", "UMR 7145"]


def test_a_unit_s_number_without_its_kind_is_asked(office: Store, tmp_path: Path) -> None:
    rows = (
        ("Code unité", "Intitulé", "Ville"),
        ("UMR 7144", "Autre fictif", "Gap"),
        ("7606", "Laboratoire fictif", "Paris"),
    )
    plan = taken(office, tmp_path, *rows).plan
    (asked,) = [one for one in plan.items if one.kind == "unreadable"]
    assert (asked.text, asked.theirs) == ("7606", "UMR 7606")


def test_the_name_of_a_project_is_its_title(store: Store, tmp_path: Path) -> None:
    rows = (
        ("Projet", "Type", "Pays", "Début"),
        ("Volcans fictifs de la Sonde", "IRP", "Indonésie", "2021"),
        ("Riz fictif", "IRP", "Japon", "2022"),
    )
    assert fields(taken(store, tmp_path, *rows).plan)["Projet"] == "title"


def test_numbers_that_count_the_rows_are_no_numbers_of_missions(store: Store, tmp_path: Path) -> None:
    rows = (("N°", "Missionnaire", "Du", "Ville"), *((n, f"FICTIF P{n}", f"{n}/05/2025", "Hanoi") for n in range(1, 6)))
    assert fields(taken(store, tmp_path, *rows).plan)["N°"] is None


def test_remarks_in_english_are_notes(store: Store, tmp_path: Path) -> None:
    rows = (("Acronym", "Type", "Country", "Remarks"), ("VOLF", "IRP", "Japan", "renewal asked"))
    assert fields(taken(store, tmp_path, *rows).plan)["Remarks"] == "notes"


def test_prose_below_the_name_of_a_list_goes_to_the_notes(store: Store, tmp_path: Path) -> None:
    texts = (
        "Visite du chantier fictif",
        "Réunion avec les élus fictifs",
        "Échantillonnage des laves fictives",
        "Mesures de gaz fictives",
    )
    rows = (
        ("Missionnaire", "Du", "Ville", "Objet"),
        *(("FICTIF Jean", f"{n}/05/2025", "Hanoi", text) for n, text in enumerate(texts, 1)),
    )
    assert fields(taken(store, tmp_path, *rows).plan)["Objet"] == "notes"


@pytest.mark.parametrize(
    "heading", ["Nom et prénom", "NOM, Prénom", "Prénom Nom", "Nom et prénom du missionnaire", "Full name"]
)
def test_a_column_of_whole_names_says_who_travels(store: Store, tmp_path: Path, heading: str) -> None:
    rows = (
        (heading, "Départ", "Retour", "Ville"),
        *((who, "12/01/2026", "16/01/2026", "Hanoi") for who in ("FICTIF Jeanne", "IMAGINAIRE Paul", "INVENTÉ Luc")),
    )
    assert fields(taken(store, tmp_path, *rows).plan)[heading] == "person"


def test_instruments_below_headings_of_two_rows_are_no_periods(office: Store, tmp_path: Path) -> None:
    rows = (("Instrument", None, "Période", None, "Partenaires", None),
            ("Type", "Acronyme", "Début", "Fin", "France", "Étranger"),
            ("IRP", "VOLF", 2021, 2025, "UMR 7606", "IFB"), ("IRN", "RIZF", 2022, 2026, "UMR 7606", "IFB"))  # fmt: skip
    table = taken(office, tmp_path, *rows).table
    assert (table.entity.name, table.doubt) == ("instrument", None)
    assert [one.field for one in table.read[4:]] == ["party.lead_french", "party.partner"]


def test_a_sign_of_decimals_is_asked_about_before_three_digits(store: Store, tmp_path: Path) -> None:
    rows = [("Sigle", "Type", "Pays", "Budget annuel"), ("AF", "IRP", "Japon", "1.234,56"), ("BF", "IRP", "Japon", "12,500"),
            ("CF", "IRP", "Japon", "12.500"), ("DF", "IRP", "Japon", "14 000,00")]  # fmt: skip
    plan = taken(store, tmp_path, *rows).plan
    assert [one.text for one in plan.items if one.kind == "unreadable"] == ["12,500"]
    assert [one.get("budget") for one in new(plan, "period")] == ["1234.56", None, "12500", "14000"]
    plan = taken(store, tmp_path, rows[0], ("AF", "IRP", "Japon", "12,500"), ("BF", "IRP", "Japon", "7,000")).plan
    assert [one.get("budget") for one in new(plan, "period")] == ["12500", "7000"]


# No way on --------------------------------------------------------------------------------------------------------------


def test_a_sheet_of_which_no_heading_is_known_can_still_be_mapped(store: Store, tmp_path: Path) -> None:
    rows = (("Foo", "Bar", "Baz"), ("x1", "y1", "z1"), ("x2", "y2", "z2"))
    first = taken(store, tmp_path, *rows)
    assert first.table.doubt is not None
    assert [one.heading for one in first.plan.columns] == ["Foo", "Bar", "Baz"]
    chosen = taken(store, tmp_path, *rows, told=Told(entity="partner"))
    assert chosen.table.doubt is not None
    mapped = taken(store, tmp_path, *rows, told=Told(entity="partner", mapping={"Bar": "name"}))
    assert mapped.table.doubt is None
    assert [one["name"] for one in new(mapped.plan, "partner")] == ["y1", "y2"]


def test_a_cell_that_only_looks_like_a_reference_of_ours_is_none() -> None:
    rows = [("A", "B"), (ref_cell("S10", "4TZ"), "x"), (ref_cell("S-1", "4TZ"), "x")]
    assert find_tables(Book("xlsx", (Sheet("Feuil1", rows),))) == []
    names = [
        ("Nom", "Ville", "Pays"),
        *((f"{text}", "Hanoi", "Vietnam") for text in ("M. FICTIF", "Inst. fictif", "J. FICTIVE")),
    ]
    names += [
        (ref_cell(initial, "FICT").replace("·", ". "), "Hué", "Vietnam") for initial in ("M", "DR", "INST", "A-M")
    ]
    assert not is_ours(Book("xlsx", (Sheet("Feuil1", names),)))
    assert find_tables(Book("xlsx", (Sheet("Feuil1", rows),))) == []


def test_when_somebody_left_and_came_back_is_understood_as_it_is_said(office: Store, tmp_path: Path) -> None:
    head = ("Nom du missionnaire", "Parti le", "Rentré le", "Ville")
    rows = [("FICTIVE Anne", date(2026, 3, day), date(2026, 3, day + 4), "Hanoï") for day in (2, 9)]
    found = fields(taken(office, tmp_path, head, *rows).plan)
    assert (found["Parti le"], found["Rentré le"]) == ("starts_on", "ends_on")


@pytest.mark.parametrize("heading", ["Noms et prénoms des participants", "Liste des participants", "Participant names"])
def test_those_who_take_part_in_an_event_are_its_participants(store: Store, tmp_path: Path, heading: str) -> None:
    rows = (("Intitulé", "Nature", "Date", heading, "Ville"),
            ("Visite fictive", "Visite", date(2026, 3, 2), "FICTIVE Anne; FICTIF Luc", "Hanoï"))  # fmt: skip
    plan = taken(store, tmp_path, *rows, name="Évènements").plan
    assert fields(plan)[heading] == "participants"
    assert [one["family_name"] for one in new(plan, "person")] == ["FICTIVE", "FICTIF"]
    (event,) = new(plan, "event")
    assert isinstance(event["participants"], tuple)
    assert len(event["participants"]) == 2


@pytest.mark.parametrize("heading", ["Noms et prénoms des participants", "Visiteur", "Visitor"])
def test_a_participant_or_a_visitor_of_a_mission_is_who_travels(store: Store, tmp_path: Path, heading: str) -> None:
    rows = ((heading, "Arrivée", "Départ", "Ville"), ("FICTIVE Anne", date(2026, 3, 2), date(2026, 3, 6), "Hanoï"))
    plan = taken(store, tmp_path, *rows, name="Missions").plan
    assert fields(plan)[heading] == "person"
    (person,) = new(plan, "person")
    assert (person["family_name"], person["given_name"]) == ("FICTIVE", "Anne")


def test_several_people_in_the_cell_of_one_traveller_are_asked_about(store: Store, tmp_path: Path) -> None:
    rows = (("Missionnaire", "Départ", "Ville"), ("FICTIVE Anne; FICTIF Luc", date(2026, 3, 2), "Hanoï"))
    plan = taken(store, tmp_path, *rows).plan
    assert new(plan, "person") == []
    assert [(one.field, one.text) for one in plan.items if one.kind == "unreadable"] == [
        ("person", "FICTIVE Anne; FICTIF Luc")
    ]
