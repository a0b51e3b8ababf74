"""Records that the cells of a sheet name and that are not here yet: what they are, and where."""

from datetime import date
from pathlib import Path

import openpyxl

from desktop_app.domain import ENTITIES
from desktop_app.domain.plan import Plan
from desktop_app.domain.words import Words
from desktop_app.excel.read import read_book
from desktop_app.importers.recognise import Told
from desktop_app.importers.sheet import take_sheet
from desktop_app.store.base import Store
from desktop_app.sync.apply import apply_plan
from tests.importers.test_tried_by_hand import new

DAY = date(2026, 3, 2)


def planned(store: Store, folder: Path, *rows: tuple[object, ...]) -> Plan:
    """The plan of a sheet from which partners, people and units may be made."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))  # type: ignore[union-attr]
    book.save(path := folder / "feuille.xlsx")
    create = ("partner", "person", "unit")
    return take_sheet(
        store, read_book(path), Told(), file_name=path.name, sha256=path.name, create=create, in_doubt=True
    ).plan


def countries(store: Store, plan: Plan) -> dict[object, str | None]:
    """The codes of the countries of the new partners by their name."""
    found = {one["name"]: one.get("country") for one in new(plan, "partner")}
    held = {name: store.get(ENTITIES["country"], str(id_)) if id_ else None for name, id_ in found.items()}
    return {name: str(record["code"]) if record else None for name, record in held.items()}


def test_a_new_partner_is_in_the_one_country_of_the_rows_that_name_it(store: Store, tmp_path: Path) -> None:
    head = ("Missionnaire", "Départ", "Ville", "Pays", "Partenaire")
    rows = (("FICTIVE Anne", DAY, "Hanoï", "Vietnam", "Institut fictif de Hanoï"),
            ("FICTIF Luc", DAY, "Kyoto", "Japon", "Université fictive de Kyoto"),
            ("FICTIF Max", DAY, "Hué", "Vietnam; Japon", "Institut fictif de Hanoï"),
            ("FICTIF Guy", DAY, "Hué", "Vietnam; Japon", "Centre fictif"),
            ("FICTIF Léo", DAY, "Hué", "Vietnam", "Réseau fictif"),
            ("FICTIF Jo", DAY, "Kobe", "Japon", "Réseau fictif"))  # fmt: skip
    plan = planned(store, tmp_path, head, *rows)
    assert countries(store, plan) == {
        "Institut fictif de Hanoï": "VN", "Université fictive de Kyoto": "JP", "Centre fictif": None, "Réseau fictif": None,
    }  # fmt: skip
    apply_plan(store, plan)
    id_ = store.resolve("partner", "Université fictive de Kyoto")
    assert id_ is not None
    assert (store.get(ENTITIES["partner"], id_) or {})["country"] == store.resolve("country", "JP")


def test_a_row_without_a_country_has_that_of_its_sheet(store: Store, tmp_path: Path) -> None:
    head = ("Missionnaire", "Départ", "Ville", "Pays", "Partenaire")
    rows = (("FICTIVE Anne", DAY, "Hanoï", "Vietnam", None), ("FICTIF Luc", DAY, "Hué", None, "Institut fictif de Hué"))
    assert countries(store, planned(store, tmp_path, head, *rows)) == {"Institut fictif de Hué": "VN"}


def test_a_mission_without_a_country_goes_to_that_of_its_city_else_of_its_partner(store: Store, tmp_path: Path) -> None:
    with store.edit(Words("Ajouter", "Add")) as edit:
        for name, city, code in (("Université fictive de Malaisie", "Kuala Lumpur", "MY"), ("Cambridge A", "Cambridge", "GB"),
                                 ("Cambridge B", "Cambridge", "US")):  # fmt: skip
            edit.add(ENTITIES["partner"], {"name": name, "city": city, "country": store.resolve("country", code)})
    head = ("Missionnaire", "Départ", "Ville", "Partenaire")
    rows = (("FICTIVE Anne", DAY, "KUALA LUMPUR", None), ("FICTIF Luc", DAY, "KL", "Université fictive de Malaisie"),
            ("FICTIF Max", DAY, "Cambridge", None), ("FICTIF Guy", DAY, "Singapour", None),
            ("FICTIF Jo", DAY, "Penang", "Université fictive de Penang"))  # fmt: skip
    plan = planned(store, tmp_path, head, *rows)
    held = [one.get("countries") for one in new(plan, "mission")]
    codes = [[(store.get(ENTITIES["country"], str(id_)) or {})["code"] for id_ in one or ()] for one in held]  # type: ignore[attr-defined]
    assert codes == [["MY"], ["MY"], [], ["SG"], []]
    assert any("celui de leurs villes" in note.fr for note in plan.notes)
    assert countries(store, plan) == {"Université fictive de Penang": None}  # not the one country that one cell named


def test_the_foreign_partner_of_an_instrument_is_in_its_foreign_country(store: Store, tmp_path: Path) -> None:
    head = ("Type", "Sigle", "Intitulé", "Pays", "Partenaire étranger", "Établissement porteur français")
    row = ("IRP", "VOLF", "Volcans fictifs", "France; Vietnam", "Institut fictif de Hanoï", "Université fictive de Gap")
    found = countries(store, planned(store, tmp_path, head, row))
    assert found == {"Institut fictif de Hanoï": "VN", "Université fictive de Gap": None}


def test_where_a_traveller_works_is_not_where_the_mission_goes(store: Store, tmp_path: Path) -> None:
    head = ("Missionnaire", "Organisme", "Départ", "Ville", "Pays")
    row = ("FICTIVE Anne", "Université fictive de Gap", DAY, "Hanoï", "Vietnam")
    assert countries(store, planned(store, tmp_path, head, row)) == {"Université fictive de Gap": None}


def test_in_a_sheet_of_people_the_country_is_that_of_their_new_partner(store: Store, tmp_path: Path) -> None:
    head = ("Nom", "Prénom", "Courriel", "Institution", "Pays")
    rows = (("FICTIVE", "Anne", "a@example.org", "Institut fictif de Hanoï", "Vietnam"),
            ("FICTIF", "Luc", "l@example.org", "Université fictive de Kyoto", "Japon"),
            ("FICTIF", "Max", "m@example.org", "Institut fictif de Hanoï", None),
            ("FICTIF", "Guy", "g@example.org", "Réseau fictif", "Vietnam"),
            ("FICTIF", "Jo", "j@example.org", "Réseau fictif", "Japon"),
            ("FICTIF", "Léo", "o@example.org", "Centre fictif", "Atlantide"))  # fmt: skip
    plan = planned(store, tmp_path, head, *rows)
    assert len(new(plan, "person")) == 6
    assert countries(store, plan) == {
        "Institut fictif de Hanoï": "VN", "Université fictive de Kyoto": "JP", "Réseau fictif": None, "Centre fictif": None,
    }  # fmt: skip
    assert [column.heading for column in plan.columns if column.field is None] == ["Pays"]  # kept beside, all the same


def test_where_people_were_born_is_not_where_their_partner_is(store: Store, tmp_path: Path) -> None:
    head = ("Nom", "Prénom", "Courriel", "Institution", "Pays de naissance")
    row = ("FICTIVE", "Anne", "a@example.org", "Institut fictif de Hanoï", "Japon")
    assert countries(store, planned(store, tmp_path, head, row)) == {"Institut fictif de Hanoï": None}


def test_who_is_here_without_the_title_before_his_name_is_no_new_person(store: Store, tmp_path: Path) -> None:
    with store.edit(Words("Ajouter", "Add")) as edit:
        here = edit.add(ENTITIES["person"], {"given_name": "Anne", "family_name": "FICTIVE"})
    head = ("Missionnaire", "Départ", "Ville")
    plan = planned(store, tmp_path, head, ("Dr. Anne FICTIVE", DAY, "Hanoï"), ("Dr. Luc FICTIF", DAY, "Hué"))
    assert [one["family_name"] for one in new(plan, "person")] == ["FICTIF"]
    assert new(plan, "mission")[0]["person"] == here


def test_an_institution_without_a_code_is_no_new_unit(store: Store, tmp_path: Path) -> None:
    with store.edit(Words("Ajouter", "Add")) as edit:
        edit.add(
            ENTITIES["partner"],
            {"name": "Académie fictive", "acronym": "ACF", "country": store.resolve("country", "VN")},
        )
    head = ("Missionnaire", "Laboratoire", "Départ", "Ville", "Pays")
    rows = (("FICTIVE Anne", "ACF", DAY, "Hanoï", "Vietnam"), ("FICTIF Luc", "VAST", DAY, "Hanoï", "Vietnam"),
            ("FICTIF Max", "UMR7606 / LIPF", DAY, "Hanoï", "Vietnam"),
            ("FICTIF Guy", "UMR 7606", DAY, "Hué", "Vietnam"))  # fmt: skip
    plan = planned(store, tmp_path, head, *rows)
    assert [(one["code"], one["name"]) for one in new(plan, "unit")] == [("UMR 7606", "LIPF")]
    asked = {one.text: one.words.fr for one in plan.items if one.kind == "unreadable" and one.words}
    assert asked.keys() == {"ACF", "VAST"}
    assert "est un partenaire" in asked["ACF"]
    assert len({one.get("unit") for one in new(plan, "mission")}) == 2


def test_new_instruments_without_a_status_have_that_of_their_dates_and_it_is_said(store: Store, tmp_path: Path) -> None:
    head = ("Type", "Sigle", "Intitulé", "Pays", "Début", "Fin", "État")
    rows = (("IRP", "AF", "Volcans fictifs", "Vietnam", "2015", "2018", None),
            ("IRP", "BF", "Deltas fictifs", "Vietnam", "2024", "2099", None),
            ("IRP", "CF", "Rizières fictives", "Vietnam", "2098", "2099", None),
            ("IRP", "DF", "Climats fictifs", "Vietnam", "2015", "2018", "Clos"))  # fmt: skip
    plan = planned(store, tmp_path, head, *rows)
    assert [one.get("status") for one in new(plan, "instrument")] == ["ended", "active", None, "closed"]
    assert any("d’après leurs dates" in note.fr for note in plan.notes)
