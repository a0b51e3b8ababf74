"""What is sent, to whom, and what the ledger keeps of it."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.domain import ENTITIES
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import members
from desktop_app.domain.words import Words
from desktop_app.excel.base import unpack
from desktop_app.store.queries import Filter, Query
from desktop_app.sync.export import Request, export_workbook, file_name
from tests.sync.conftest import IRP, JP, PERSON, TH, VN, Office


def sheet(path: Path, name: str) -> list[dict[str, Any]]:
    """The records of a sheet by code, as openpyxl reads them."""
    page = openpyxl.load_workbook(path)[name]
    codes = [str(cell.value).partition(".")[2] for cell in page[1]]
    rows = [dict(zip(codes, row, strict=True)) for row in page.iter_rows(min_row=4, values_only=True)]
    return [row for row in rows if any(value for code, value in row.items() if code != "ref")]


def test_a_shipment_is_entered_in_the_ledger_with_what_it_showed(office: Office, tmp_path: Path) -> None:
    request = Request(("instrument",), (VN,), "Ambassade de France à Hanoï", "2026-12-15", lang="en")
    sent = export_workbook(office.store, tmp_path, request)
    shipment = office.store.ledger.shipment(sent.number)
    assert shipment is not None
    assert (shipment.number, shipment.recipient, shipment.due_on, shipment.state) == (
        "EX0001", "Ambassade de France à Hanoï", "2026-12-15", "out",
    )  # fmt: skip
    assert shipment.scope["countries"] == ["VN"]
    assert shipment.scope["rows"] == {"instrument": 24}
    base = unpack(shipment.base, ENTITIES)
    assert len(base.sheets["instrument"].rows) == 24
    assert export_workbook(office.store, tmp_path, request).number == "EX0002"


def test_a_folder_is_given_a_dated_name_in_ascii(office: Office, tmp_path: Path) -> None:
    sent = export_workbook(office.store, tmp_path, Request(("instrument", "partner"), (VN,)))
    assert re.fullmatch(r"CNRS-SIN_Instruments_Viet-?[Nn]am_\d{4}-\d\d-\d\d_EX0001\.xlsx", sent.path.name)
    assert file_name("SIN", ("mission",), "Côte d’Ivoire", date(2026, 11, 22), "EX0042") == (
        "CNRS-SIN_Missions_Cote-d-Ivoire_2026-11-22_EX0042.xlsx"
    )


def test_only_the_records_of_the_countries_are_sent(office: Office, tmp_path: Path) -> None:
    sent = export_workbook(office.store, tmp_path, Request(("partner", "person", "party"), (TH,)))
    assert sent.rows == {"partner": 1, "person": 0, "party": 0}
    sent = export_workbook(office.store, tmp_path, Request(("partner", "person", "party", "mission"), (VN,)))
    assert sent.rows == {"partner": 2, "person": 3, "party": 24, "mission": 6}
    whole = sent.path.read_bytes()
    assert "東京湾大学".encode() not in whole
    names = {cell.value for row in openpyxl.load_workbook(sent.path)["Listes"].iter_rows() for cell in row}
    assert not names & {"東京湾大学", "Mékong & fils <recherche>"}


def test_only_the_rows_that_a_list_shows_are_sent_with_what_belongs_to_them(office: Office, tmp_path: Path) -> None:
    store, instruments = office.store, ENTITIES["instrument"]
    some = Query(instruments, (Filter("type", "is", IRP),), sort=(("starts_on", True),))
    every = {str(record["id"]): record for record in store.records(Query(instruments))}
    wanted = {id_ for id_, record in every.items() if record["type"] == IRP}
    assert 0 < len(wanted) < len(every)
    sent = export_workbook(store, tmp_path, Request(("instrument", "party", "partner"), only=some))
    shipment = store.ledger.shipment(sent.number)
    assert shipment is not None
    base = unpack(shipment.base, ENTITIES)
    refs = {name: {str(row[0]).partition("·")[0] for row in base.sheets[name].rows} for name in ("instrument", "party")}
    assert refs["instrument"] == {str(every[id_]["ref"]) for id_ in wanted}
    parties = store.records(Query(ENTITIES["party"]))
    assert refs["party"] == {str(record["ref"]) for record in parties if record["instrument"] in wanted}
    assert sent.rows["partner"] == store.count(Query(ENTITIES["partner"]))
    there = {id_ for id_ in wanted if JP in members(every[id_], "countries")}
    sent = export_workbook(store, tmp_path, Request(("instrument",), (JP,), only=some))
    assert sent.rows == {"instrument": len(there)}
    assert 0 < len(there) < len(wanted)


def test_private_fields_stay_here_unless_they_are_chosen(office: Office, tmp_path: Path) -> None:
    sent = office.export(tmp_path, "mission", "person")
    assert not {"ariane", "opinion_asked_on"} & sheet(sent.path, "Missions")[0].keys()
    assert "basis" not in sheet(sent.path, "Personnes - People")[0]
    chosen = office.export(tmp_path, "mission", columns={"mission": ["number", "ariane"]})
    (first, *_others) = sheet(chosen.path, "Missions")
    assert list(first) == ["ref", "number", "ariane", "remark", "action"]
    assert first["ariane"] == "oui / yes"


def test_people_who_object_or_are_restricted_are_not_passed_on(office: Office, tmp_path: Path) -> None:
    with office.store.edit(Words("Opposition", "Objection")) as edit:
        edit.set(PERSON, office.ids["person 0"], "objects", value=True)
        edit.set(PERSON, office.ids["person 2"], "restricted", value=True)
    assert office.export(tmp_path, "person").rows == {"person": 1}


def test_instruments_show_their_partners_for_people_to_read(office: Office, tmp_path: Path) -> None:
    assert sheet(office.export(tmp_path).path, "Instruments")[0]["partners"] == "Institut du Delta"


def test_links_are_named_in_the_language_of_the_workbook(office: Office, tmp_path: Path) -> None:
    assert sheet(office.export(tmp_path, lang="fr").path, "Instruments")[0]["countries"].split("; ")[0] == "Japon"
    english = office.export(tmp_path, lang="en")
    assert sheet(english.path, "Instruments")[0]["countries"].split("; ")[0] == "Japan"


def test_an_unknown_entity_or_field_is_refused_with_what_is_known(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        office.export(tmp_path, "voyage")
    assert "instrument" in refused.value.words.en
    with pytest.raises(Refused) as refused:
        office.export(tmp_path, "mission", columns={"mission": ["prix"]})
    assert "« prix »" in refused.value.words.fr.replace("\u00a0", " ")
    assert office.store.ledger.shipments() == []


def test_every_entity_can_be_sent(office: Office, tmp_path: Path) -> None:
    sent = office.export(tmp_path, *ENTITIES, columns={name: list(entity.fields) for name, entity in ENTITIES.items()})
    assert set(sent.rows) == set(ENTITIES)
    assert sent.rows["country"] == 249


def test_the_first_sheet_says_who_sends_it_once_the_office_has_set_its_address(office: Office, tmp_path: Path) -> None:
    store = office.store

    def read_me(path: Path) -> list[str]:
        sheet = openpyxl.load_workbook(path).worksheets[0]
        return [str(cell.value) for row in sheet for cell in row if cell.value]

    assert not any("Fictitious Road" in text for text in read_me(export_workbook(store, tmp_path, Request()).path))
    with store.edit(Words("Papier à en-tête", "Letterhead")) as edit:
        values = {"address": "1 Fictitious Road\nSingapore", "email": "office@example.org"}
        edit.update(ENTITIES["office"], str(store.resolve("office", store.office)), values)
    told = read_me(export_workbook(store, tmp_path, Request()).path)
    for lang in ("fr", "en"):
        name = (store.get(ENTITIES["office"], str(store.resolve("office", store.office))) or {})[f"name_{lang}"]
        assert f"{name} · 1 Fictitious Road · Singapore · office@example.org" in told
