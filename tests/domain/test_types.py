"""Types read what they show, in both languages, and refuse what can't be read with a sentence and a guess."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain import ENTITIES
from desktop_app.domain.types import (
    Amount,
    Choice,
    Code,
    Email,
    Flag,
    Identifier,
    Image,
    Integer,
    Link,
    Several,
    Text,
    Type,
    Web,
    as_text,
)
from desktop_app.domain.values import Reading, Showing, Unreadable, Value
from desktop_app.domain.words import LANGUAGES, Words
from tests.strategies import values

TYPES = list(dict.fromkeys(field.type for entity in ENTITIES.values() for field in entity))
HERE = Reading("fr", resolve=lambda _entity, text: text)


def read(type_: Type, text: object) -> Value:
    return type_.read(text, HERE)


def refusal(type_: Type, text: str) -> Unreadable:
    with pytest.raises(Unreadable) as refused:
        type_.read(text, HERE)
    words = refused.value.words
    assert words.fr != words.en
    assert text.strip() in words.fr
    assert text.strip() in words.en
    assert words.fr.endswith(".")
    assert words.en.endswith(".")
    return refused.value


# A picture is shown by what it is: nobody types one.
OF_ANY_TYPE = st.sampled_from([type_ for type_ in TYPES if not isinstance(type_, Image)]).flatmap(
    lambda type_: st.tuples(st.just(type_), values(type_))
)
OFTEN = settings(max_examples=40 * len(TYPES) // 10)


@OFTEN
@given(held=OF_ANY_TYPE, lang=st.sampled_from(LANGUAGES))
def test_a_value_that_is_shown_is_read_as_the_same_value(held: tuple[Type, Value], lang: str) -> None:
    type_, value = held
    shown = type_.show(value, Showing(lang))
    assert type_.read(shown, Reading(lang, resolve=lambda _entity, text: text)) == value


@OFTEN
@given(held=OF_ANY_TYPE)
def test_a_value_is_read_as_itself(held: tuple[Type, Value]) -> None:
    type_, value = held
    assert read(type_, value) == value


@pytest.mark.parametrize("type_", TYPES, ids=str)
@pytest.mark.parametrize("nothing", [None, "", "   ", "\u00a0\t", "\u200b"])
def test_nothing_is_read_as_nothing(type_: Type, nothing: object) -> None:
    assert read(type_, nothing) is None


@OFTEN
@given(type_=st.sampled_from(TYPES), text=st.text())
def test_any_text_is_read_or_refused_with_words(type_: Type, text: str) -> None:
    refused: Words | None = None
    try:
        value = read(type_, text)
    except Unreadable as error:
        refused = error.words
    else:
        assert value is None or isinstance(value, str | int | bool | tuple)
    assert refused is None or all(refused)


@pytest.mark.parametrize(
    ("written", "value"),
    [("14000", "14000"), ("14 000", "14000"), ("14\u202f000,50", "14000.50"), ("14 000,50 €", "14000.50"),
     ("€ 14,000.50", "14000.50"), ("14 €", "14"),
     ("1.234.567", "1234567"), ("1,234", "1234"), ("1,5", "1.50"), ("0,125", "0.12"), ("12.0", "12"), ("-3,25", "-3.25"),
     ("14'000", "14000"), ("14000 EUR", "14000"), (14000.0, "14000"), (14000.5, "14000.50"), (0.1 + 0.2, "0.30"), (12, "12")],
)  # fmt: skip
def test_an_amount_is_read_as_people_and_programs_write_it(written: object, value: str) -> None:
    assert read(Amount(), written) == value


@pytest.mark.parametrize(
    ("written", "guess"),
    [
        ("14k€", "14000"),
        ("14 k€", "14000"),
        ("1,5 M€", "1500000"),
        ("14K", "14000"),
        ("2.5k", "2500"),
        ("14k euros", "14000"),
    ],
)
def test_thousands_in_short_are_refused_with_a_guess_and_never_multiplied(written: str, guess: str) -> None:
    assert refusal(Amount(), written).guess == guess


@pytest.mark.parametrize(
    "written", ["environ 14000", "14000 ou 15000", "n/a", "12-15", "1e5", "¥14000", "14,00,0", "--5"]
)
def test_what_is_no_amount_is_refused_without_a_guess(written: str) -> None:
    assert refusal(Amount(), written).guess is None


@pytest.mark.parametrize("written", ["-0", "-0,001", "0.004"])
def test_nothing_has_no_sign(written: str) -> None:
    assert read(Amount(), written) == "0"


@pytest.mark.parametrize("written", ["10000000000000", "-99 999 999 999 999 999", "9" * 60])
def test_an_amount_that_no_workbook_could_hold_to_the_cent_is_refused(written: str) -> None:
    assert "trop grand" in refusal(Amount(), written).words.fr
    assert read(Amount(), "9 999 999 999 999,99") == "9999999999999.99"


@given(st.integers(-(10**12), 10**12))
def test_an_amount_keeps_its_cents_in_both_languages(cents: int) -> None:
    value = f"{'-' if cents < 0 else ''}{abs(cents) // 100}" + (f".{abs(cents) % 100:02d}" if cents % 100 else "")
    assert {read(Amount(), Amount().show(value, Showing(lang))) for lang in LANGUAGES} == {value}


@pytest.mark.parametrize(
    ("scheme", "written", "value"),
    [("ror", "https://ror.org/02feahw73", "02feahw73"), ("ror", "02FEAHW73", "02feahw73"),
     ("ror", "ror.org/02feahw73", "02feahw73"), ("orcid", "0000000218250097", "0000-0002-1825-0097"),
     ("orcid", "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
     ("orcid", "0000-0002-1694-233x", "0000-0002-1694-233X"), ("orcid", "ORCID: 0000-0002-1825-0097", "0000-0002-1825-0097"),
     ("doi", "https://doi.org/10.1038/S41586-020-1", "10.1038/s41586-020-1"), ("doi", "doi:10.1000/182", "10.1000/182"),
     ("doi", "https://dx.doi.org/10.1000/182", "10.1000/182")],
)  # fmt: skip
def test_an_identifier_is_read_bare_or_as_an_address(scheme: str, written: str, value: str) -> None:
    assert read(Identifier(scheme), written) == value


@pytest.mark.parametrize(
    ("scheme", "written"),
    [("ror", "02feahw7"), ("ror", "12feahw73"), ("ror", "02feahw37"), ("ror", "02faehw73"),
     ("orcid", "0000-0002-1825-0098"), ("orcid", "0000-0002-1825"),
     ("doi", "11.1000/182"), ("doi", "10.1000/"), ("doi", "10.1/x")],
)  # fmt: skip
def test_an_identifier_of_a_wrong_form_is_refused(scheme: str, written: str) -> None:
    refusal(Identifier(scheme), written)


@given(place=st.integers(0, 15), digit=st.integers(0, 9))
def test_an_orcid_with_one_wrong_digit_is_refused(place: int, digit: int) -> None:
    digits = list("0000000218250097")
    if digits[place] != str(digit):
        digits[place] = str(digit)
        refusal(Identifier("orcid"), "".join(digits))


@pytest.mark.parametrize(
    ("written", "code"),
    [("umr7606", "UMR 7606"), ("UMR_7606", "UMR 7606"), ("UMR-7606", "UMR 7606"), ("irl  3527", "IRL 3527"), ("vn", "VN"),
     ("IRL3527", "IRL 3527"), ("UMI 3527", "UMI 3527"), ("UPR A123", "UPR A123"), ("abc 12", "ABC 12")],
)  # fmt: skip
def test_a_code_is_read_in_capitals_and_spaced(written: str, code: str) -> None:
    assert read(Code(), written) == code


@pytest.mark.parametrize(
    ("written", "value"),
    [("oui", True), ("Yes", True), ("x", True), ("1", True), ("VRAI", True), (True, True), ("oui / yes", True), ("non", False),
     ("No", False), ("0", False), ("faux", False), (False, False), ("non / no", False)],
)  # fmt: skip
def test_yes_and_no_are_read_in_both_languages(written: object, value: bool) -> None:
    assert read(Flag(), written) is value


def test_neither_yes_nor_no_is_refused() -> None:
    refusal(Flag(), "peut-être")


def test_an_unknown_choice_is_refused_with_examples() -> None:
    assert "Prévue" in refusal(Choice("mission_statuses"), "zzz").words.fr


def test_a_choice_that_the_list_no_longer_has_shows_as_it_is() -> None:
    assert Choice("mission_statuses").show("gone_code", Showing("fr")) == "gone_code"


def test_a_link_that_names_nobody_or_several_is_refused() -> None:
    with pytest.raises(Unreadable):
        Link("partner").read("NUS", Reading("fr"))


@pytest.mark.parametrize("written", ["nom@exemple", "nom exemple.org", "@exemple.org", "a@b@c.org"])
def test_what_is_no_e_mail_address_is_refused(written: str) -> None:
    refusal(Email(), written)


def test_an_e_mail_address_is_read_after_mailto() -> None:
    assert read(Email(), "mailto:nom@exemple.org") == "nom@exemple.org"


def test_a_web_address_gets_its_scheme() -> None:
    assert read(Web(), "www.cnrs.fr/fr") == "https://www.cnrs.fr/fr"
    refusal(Web(), "voir le site")


@pytest.mark.parametrize(("written", "number"), [("12", 12), ("1 234", 1234), (12.0, 12), ("-3", -3), ("+3", 3), ("2,0", 2),
     ("12.00", 12)])  # fmt: skip
def test_a_whole_number_is_read(written: object, number: int) -> None:
    assert read(Integer(), written) == number


@pytest.mark.parametrize("written", ["12,5", "douze", "1e3", "9" * 16, "1,000", "2,01"])
def test_what_is_no_whole_number_is_refused(written: str) -> None:
    refusal(Integer(), written)


def test_several_values_are_a_sorted_set() -> None:
    assert read(Several(Text()), "b ; a;b\nc | a") == ("a", "b", "c")
    assert read(Several(Text()), ("b", "a")) == ("a", "b")
    assert read(Several(Code()), "umi3527; irl 3527") == ("IRL 3527", "UMI 3527")
    assert read(Several(Text()), " ; ;") is None


def test_countries_and_choices_may_be_separated_by_commas() -> None:
    def resolve(_entity: str, text: str) -> str | None:
        return {"Viêt Nam": "vn", "Laos": "la", "Congo, République du": "cg"}.get(text.strip())

    countries, reading = Several(Link("country")), Reading(resolve=resolve)
    assert countries.read("Viêt Nam, Laos; Congo, République du", reading) == ("cg", "la", "vn")
    assert read(Several(Choice("institutes")), "INSU, INP") == ("INP", "INSU")
    with pytest.raises(Unreadable) as refused:
        countries.read("Laos, Atlantide", reading)
    assert "« Atlantide »" in refused.value.words.fr
    with pytest.raises(Unreadable):  # a family name and a given name, not two persons
        Several(Link("person")).read("Viêt Nam, Laos", reading)


def test_one_wrong_value_among_several_is_refused_by_name() -> None:
    assert "Zzz" in refusal_in(Several(Choice("institutes")), "INSU; Zzz")


def refusal_in(type_: Type, text: str) -> str:
    with pytest.raises(Unreadable) as refused:
        read(type_, text)
    return refused.value.words.fr


def test_text_of_one_line_has_no_line_breaks_and_text_of_several_keeps_them() -> None:
    assert read(Text(), " un\n deux\t trois ") == "un deux trois"
    assert read(Text(lines=True), "un\r\ndeux") == "un\ndeux"


@pytest.mark.parametrize(
    ("raw", "text"),
    [(None, ""), (True, "1"), (12.0, "12"), (0.1, "0.1"), (1e20, "1e+20"), (" a\u00a0b ", "a b"), ("e\u0301", "é")],
)
def test_a_raw_cell_is_the_text_that_a_person_sees(raw: object, text: str) -> None:
    assert as_text(raw) == text
