"""Cells: what is written, what is understood, what counts as unchanged."""

from datetime import date, datetime

import pytest

from desktop_app.domain.types import Amount, Choice, Day, Flag, Integer, Link, Several, Text
from desktop_app.domain.values import Reading, Showing, Unreadable
from desktop_app.excel.cells import from_cell, to_cell
from desktop_app.excel.lossy import day_first, month_first, same
from desktop_app.excel.reference import export_code, export_number, read_ref_cell, ref_cell
from desktop_app.excel.sheets import CellError, NoValue

READING = Reading("fr")


@pytest.mark.parametrize(
    ("type_", "raw", "value"),
    [
        (Day(), date(2025, 11, 24), "2025-11-24"),
        (Day(), datetime(2025, 11, 23, 23, 59, 59), "2025-11-24"),  # noqa: DTZ001
        (Day(), "24/11/2025", "2025-11-24"),
        (Day(), "24 nov. 2025", "2025-11-24"),
        (Day(), 45985, "2025-11-24"),
        (Day(), 2025, "2025"),
        (Day(), 2025.0, "2025"),
        (Day(), "11/2025", "2025-11"),
        (Amount(), 14000, "14000"),
        (Amount(), 1234.567, "1234.57"),
        (Amount(), "14 000,50 €", "14000.50"),
        (Amount(), -3.25, "-3.25"),
        (Integer(), 12.0, 12),
        (Flag(), "oui / yes", True),
        (Flag(), False, False),
        (Flag(), 1.0, True),
        (Flag(), "Non", False),
        (Choice("mission_kinds"), "  Mission ", "mission"),
        (Choice("instrument_statuses"), "Actif / Active", "active"),
        (Choice("instrument_statuses"), "active", "active"),
        (Several(Text()), "b; a ;b", ("a", "b")),
        (Text(), 3527.0, "3527"),
        (Text(), "  a\u00a0 b ", "a b"),
    ],
)  # fmt: skip
def test_a_cell_is_read_however_it_was_typed(type_, raw, value) -> None:  # type: ignore[no-untyped-def]
    assert from_cell(type_, raw, READING) == value


@pytest.mark.parametrize(
    ("type_", "raw", "said", "guess"),
    [
        (Day(), "31/02/2025", "n’existe pas", None),
        (Day(), date(1905, 7, 17), "l’année 2025", "2025"),
        (Amount(), "14k€", "écrivez 14000", "14000"),
        (Link("country"), "Zubrowka", "n’a pas été trouvé", None),
        (Text(), CellError("#REF!"), "#REF!", None),
        (Amount(), NoValue("SUM(A1)"), "formule sans résultat", None),
        (Integer(), 12.5, "nombre entier", None),
    ],
)  # fmt: skip
def test_a_cell_that_is_not_understood_says_what_to_do(type_, raw, said, guess) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Unreadable) as error:
        from_cell(type_, raw, READING)
    assert said in error.value.words.fr.replace("\u00a0", " ")
    assert error.value.guess == guess


@pytest.mark.parametrize(
    ("value", "cell"),
    [("2025-11-24", date(2025, 11, 24)), ("2025-11", "11/2025"), ("2025", "2025"), ("1899-12-31", "31/12/1899"),
     ("1900-02-28", "28/02/1900"), ("1900-03-01", date(1900, 3, 1)), ("1905-07-17", "17/07/1905")],
)  # fmt: skip
def test_days_that_programs_count_differently_are_text(value: str, cell: object) -> None:
    assert to_cell(Day(), value, Showing()) == cell


def test_an_amount_beyond_fifteen_digits_is_text() -> None:
    assert to_cell(Amount(), "12345678901234.56", Showing()) == "12345678901234.56"
    assert to_cell(Amount(), "1234567890123.45", Showing()) == 1234567890123.45


@pytest.mark.parametrize(
    ("type_", "found", "sent"),
    [
        (Text(), "Universite? de T?ky?", "Université de Tōkyō"),
        (Text(), "e\u0301te\u0301", "été"),
        (Text(), "été ", "été"),
        (Text(), "a\u00a0b", "a b"),
        (Text(), 123, "00123"),
        (Text(), "123", "00123"),
        (Text(), 12.0, "12"),
        (Text(), "'=1+1", "=1+1"),
        (Text(), "1.23457E+16", "12345678901234567"),
        (Text(), 12345678901234600, "12345678901234567"),
        (Text(), "東京??", "東京大学"),
        (Day(), "24/11/2025", date(2025, 11, 24)),
        (Day(), date(2025, 11, 1), "11/2025"),
        (Day(), 45985, date(2025, 11, 24)),
        (Day(), 2025, "2025"),
        (Day(), date(1899, 12, 31), "31/12/1899"),
        (Amount(), "14 000,50", 14000.5),
        (Amount(), "12,0", 12),
        (Flag(), True, "oui / yes"),
        (Flag(), 0.0, "non / no"),
        (Choice("instrument_statuses"), "actif", "Actif / Active"),
        (Several(Text()), "b;a", "a; b"),
        (Several(Text()), "Hanoi; Ha? No?i", "Hanoi; Hà Nội"),
        (Integer(), "12", 12),
        (Text(), "", None),
    ],
)  # fmt: skip
def test_what_saving_loses_is_no_change(type_, found, sent) -> None:  # type: ignore[no-untyped-def]
    assert same(type_, found, sent)


@pytest.mark.parametrize(
    ("type_", "found", "sent"),
    [
        (Text(), "Universite de Tokyo", "Université de Tōkyō"),
        (Text(), "été?", "été"),
        (Text(), "a\nb", "a b"),
        (Text(), "A", "a"),
        (Text(), None, "a"),
        (Text(), "a", None),
        (Text(), "l'été", "l’été"),
        (Day(), date(2025, 11, 25), date(2025, 11, 24)),
        (Day(), "2026", "2025"),
        (Day(), date(2025, 12, 1), "11/2025"),
        (Amount(), 12.01, 12),
        (Flag(), False, "oui / yes"),
        (Choice("instrument_statuses"), "Clos / Closed", "Actif / Active"),
        (Several(Text()), "a", "a; b"),
        (Integer(), 13, 12),
        (Text(), CellError("#REF!"), "#REF!"),
        (Text(), "12346", "12345"),
    ],
)  # fmt: skip
def test_what_a_person_changed_is_a_change(type_, found, sent) -> None:  # type: ignore[no-untyped-def]
    assert not same(type_, found, sent)


def test_days_that_can_not_exist_tell_an_american_file() -> None:
    assert month_first(["01/02/2022", "02/15/2022", None, date(2022, 1, 1)])
    assert not month_first(["01/02/2022", "15/02/2022"])
    assert not month_first(["01/02/2022"])
    assert day_first("02/15/2022") == "15/02/2022"


def test_a_reference_cell_names_record_export_and_checks_itself() -> None:
    code = export_code("01a202e6271b73d8ae0deea4f402a244", "EX0042")
    text = ref_cell("SIN-I-8K3F7Q2M", code)
    found = read_ref_cell(text)
    assert found is not None
    assert (found.ref, found.export, found.valid) == ("SIN-I-8K3F7Q2M", code, True)
    assert export_number("01a202e6271b73d8ae0deea4f402a244", code) == "EX0042"
    assert export_number("01a202e6271b73d8ae0deea4f402a255", code) is None
    for typed in (text.lower(), f" {text} ", text.replace("·", "?"), text.replace("8K3F", "8k3f")):
        again = read_ref_cell(typed)
        assert again is not None
        assert again.valid
    for place in (6, 8, 13):
        wrong = read_ref_cell(text[:place] + ("2" if text[place] != "2" else "3") + text[place + 1 :])
        assert wrong is not None
        assert not wrong.valid
    assert read_ref_cell("Total") is None
    bare = read_ref_cell("SIN-I-8K3F7Q2M")
    assert bare is not None
    assert bare.export == ""


def test_a_phrase_that_only_has_the_form_of_a_reference_names_no_export() -> None:
    chance = read_ref_cell("as of Jan. 2019")  # its check character is right by chance
    assert chance is not None
    assert (chance.valid, chance.names_an_export) == (True, False)
    ours = read_ref_cell(ref_cell("SIN-I-8K3F7Q2M", "4TZ9"))
    assert ours is not None
    assert ours.names_an_export
