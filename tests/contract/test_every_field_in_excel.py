"""Every field of every entity survives Excel in both languages, alone and in a whole workbook."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.ids import derived_id, new_id, short
from desktop_app.domain.text import fold
from desktop_app.domain.values import Reading, Record, Showing
from desktop_app.domain.words import LANGUAGES, Words
from desktop_app.excel.cells import from_cell, look, to_cell
from desktop_app.excel.layout import Contents, Cover, SheetContents, columns_of, link_entity
from desktop_app.excel.lossy import same
from desktop_app.excel.read import read_book
from desktop_app.excel.recognise import find_tables, spellings
from desktop_app.excel.reference import export_code
from desktop_app.excel.write import write_workbook
from desktop_app.importers.headings import known_headings
from desktop_app.sync.bases import bases_of
from desktop_app.sync.plan import make_plan
from tests.plain_here import PlainHere
from tests.strategies import values

CELLS = [(entity, field) for entity in ENTITIES.values() for field in entity]
NAMES = [f"{entity.name}.{field.name}" for entity, field in CELLS]
LABELS = {
    derived_id(name, f"linked {number}"): f"{entity.one.fr.capitalize()} liée n° {number} ; « {name} »"
    for name, entity in ENTITIES.items()
    for number in range(5)
}
_BY_LABEL = {label.replace(";", ","): id_ for id_, label in LABELS.items()} | {
    label: id_ for id_, label in LABELS.items()
}


@pytest.mark.parametrize("field", [field for _entity, field in CELLS], ids=NAMES)
def test_a_value_is_read_back_from_its_cell(field: Field) -> None:
    assert look(field.type).format

    @settings(max_examples=25, suppress_health_check=list(HealthCheck))
    @given(values(field.type), st.sampled_from(LANGUAGES))
    def comes_back(value: object, lang: str) -> None:
        showing = Showing(lang, LABELS.__getitem__)
        reading = Reading(lang, lambda _entity, text: _BY_LABEL.get(text))
        cell = to_cell(field.type, value, showing)  # type: ignore[arg-type]
        assert from_cell(field.type, cell, reading) == value
        assert same(field.type, cell, cell)

    comes_back()


@st.composite
def records(draw: st.DrawFn, entity: Entity) -> list[Record]:
    """A few records of an entity, each field filled or empty."""
    made: list[Record] = []
    for _number in range(draw(st.integers(1, 3))):
        id_ = new_id()
        filled = {field.name: draw(st.none() | values(field.type)) for field in entity}
        made.append({"id": id_, "ref": f"SIN-{entity.letter}-{short(id_)}", **filled})
    return made


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_untouched_workbook_of_all_fields_of_all_entities_changes_nothing(lang: str, tmp_path: Path) -> None:
    @settings(max_examples=3, suppress_health_check=list(HealthCheck), phases=(Phase.generate,))
    @given(st.data())
    def changes_nothing(data: st.DataObject) -> None:
        sheets = []
        for entity in ENTITIES.values():
            found = data.draw(records(entity))
            sheets.append(SheetContents(entity, columns_of(entity, entity.fields), found))
        cover = Cover("EX0001", export_code(new_id(), "EX0001"), "SIN", Words("Essai", "Trial"), date(2026, 11, 22))
        references = {id_: f"SIN-X-{short(id_)}" for id_ in LABELS}
        path = tmp_path / "whole.xlsx"
        written = write_workbook(
            path, Contents(cover, tuple(sheets), Showing(lang, LABELS.__getitem__), references), lang=lang
        )
        book = read_book(path)
        bases, notes = bases_of(book, find_tables(book), lambda _code, _digest: None)
        here = PlainHere({sheet.entity.name: list(sheet.records) for sheet in sheets})
        plan = make_plan(book, bases, here, file_name=path.name)
        count = sum(written.rows.values())
        assert (plan.items, notes, plan.stopped) == ([], [], None)
        assert plan.rows["identical"] == count == plan.rows.total()

    changes_nothing()


def test_headings_of_a_sheet_differ_so_that_excel_accepts_the_table() -> None:
    for entity in ENTITIES.values():
        headings = [column.heading.casefold() for column in columns_of(entity, entity.fields)]
        assert len(headings) == len(set(headings)), entity.name


def test_each_link_has_its_hidden_reference_beside_it() -> None:
    for entity in ENTITIES.values():
        columns = columns_of(entity, entity.fields)
        for place, column in enumerate(columns):
            if column.role == "field" and link_entity(column.field):
                assert columns[place + 1].code == f"{column.code}.ref"
                assert columns[place + 1].hidden


@pytest.mark.parametrize(
    ("name", "heading", "code"),
    [
        ("period", "Act", "act"), ("period", "Acte\nAct", "act"), ("instrument_type", "Acte\nAct", "act"),
        ("partner", "Parent", "parent"), ("partner", "Établissement de rattachement\nParent", "parent"),
        ("partner", "Établissement de rattachement (réf.)\nParent (ref.)", "parent.ref"),
        ("person", "Traitement limité\nRestricted", "restricted"),
    ],
)  # fmt: skip
def test_headings_of_workbooks_that_are_out_are_understood_after_a_field_is_called_otherwise(
    name: str, heading: str, code: str
) -> None:
    entity = ENTITIES[name]
    assert spellings(entity)[fold(heading)] == code
    if code in entity.fields:
        assert known_headings(entity)[fold(heading)].field == code
