"""The lists that we ship: they parse, they agree with each other, and both languages are there."""

import csv
import re
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from desktop_app.domain import ENTITIES
from desktop_app.domain.choices import choices, find_choice
from desktop_app.domain.entity import Field
from desktop_app.domain.text import fold, plain
from desktop_app.domain.types import Choice, Link, Several, Type
from desktop_app.domain.values import Reading

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
REFERENCE = RESOURCES / "reference"
DEMO = RESOURCES / "demo"
FILES = sorted([*REFERENCE.glob("**/*.csv"), *DEMO.glob("*.csv")])
LISTS = sorted(path.stem for path in (REFERENCE / "choices").glob("*.csv"))
# The entity whose fields the columns of a file name.
HOLDS = {
    **{path: path.stem for path in REFERENCE.glob("*.csv") if path.stem != "heading"},
    DEMO / "unit.csv": "unit",
    DEMO / "irl.csv": "instrument",
    DEMO / "umifre.csv": "instrument",
    DEMO / "partner.csv": "partner",
    DEMO / "embassy.csv": "partner",
}
Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    """Return the rows of one of our files."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";", strict=True))


def column(path: Path, name: str) -> list[str]:
    """Return one column of one of our files."""
    return [row[name] for row in rows(path)]


def several(text: str) -> list[str]:
    """Return the values of a cell."""
    return [part for part in text.split("|") if part]


def single(field: Field) -> Type:
    """Return the type of one value of a field."""
    return field.type.of if isinstance(field.type, Several) else field.type


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(RESOURCES)))
def test_every_row_of_every_file_has_the_cells_of_its_header(path: Path) -> None:
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    header, *body = csv.reader(raw.decode("utf-8-sig").splitlines(), delimiter=";", strict=True)
    assert len(set(header)) == len(header)
    assert body
    assert {len(cells) for cells in body} == {len(header)}
    for cells in body:
        assert all(cell == plain(cell) for cell in cells), cells
        assert any(cells)
    assert len({tuple(cells) for cells in body}) == len(body)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_choices_has_one_code_a_row_and_words_in_both_languages(name: str) -> None:
    for row in rows(REFERENCE / "choices" / f"{name}.csv"):
        assert list(row) == ["code", "fr", "en", "aliases"]
        assert row["fr"]
        assert row["en"]
        assert "'" not in row["fr"] + row["en"] + row["aliases"]
    codes = column(REFERENCE / "choices" / f"{name}.csv", "code")
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*|[A-Z][A-Z0-9]+", code) for code in codes)


@pytest.mark.parametrize("name", LISTS)
def test_no_word_of_a_list_means_two_choices(name: str) -> None:
    for spelled in (lambda text: plain(text).casefold(), fold):
        meanings = defaultdict(set)
        for option in choices(name).values():
            for text in (option.code, option.words.fr, option.words.en, *option.aliases):
                meanings[spelled(text)].add(option.code)
        meanings.pop("", None)  # a currency sign alone is told apart as it is written
        assert {text: codes for text, codes in meanings.items() if len(codes) > 1} == {}


def test_every_list_that_a_field_names_exists() -> None:
    used = {kind.list for entity in ENTITIES.values() for field in entity if isinstance(kind := single(field), Choice)}
    assert used <= set(LISTS)


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("institutes", "Terre & Univers", "INSU"),
        ("institutes", "insu", "INSU"),
        ("institutes", "Institut de physique", "INP"),
        ("currencies", "€", "EUR"),
        ("currencies", "R$", "BRL"),
        ("visa_statuses", "?", "unknown"),
        ("mission_statuses", "EFFECTUEE", "done"),
        ("instrument_statuses", "Actif / Active", "active"),
        ("order_types", "OMSF", "without_costs"),
        ("titles", "Monsieur", "m"),
    ],
)
def test_what_people_type_is_found(name: str, text: str, code: str) -> None:
    assert find_choice(name, text) == code


@pytest.mark.parametrize("path", sorted(HOLDS), ids=lambda path: str(path.relative_to(RESOURCES)))
def test_every_cell_reads_as_its_field(path: Path) -> None:
    entity = ENTITIES[HOLDS[path]]
    fields = {field.name: field for field in entity}
    for row in rows(path):
        for name, text in row.items():
            if text and name in fields and not isinstance(single(fields[name]), Link):
                parts = several(text) if isinstance(fields[name].type, Several) else [text]
                kind = single(fields[name])
                for part in parts:
                    assert kind.read(part, Reading("fr")) is not None
        assert all(row[field.name] for field in entity if field.required and field.name in row), row


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(RESOURCES)))
def test_every_country_named_is_in_the_list_of_countries(path: Path) -> None:
    known = set(column(REFERENCE / "country.csv", "code"))
    for row in rows(path):
        named = several(row.get("country", "")) + several(row.get("countries", ""))
        assert set(named) <= known, row


def test_there_are_249_countries_each_with_its_own_names() -> None:
    countries = rows(REFERENCE / "country.csv")
    assert len({row["code"] for row in countries}) == len(countries) == 249
    meanings = defaultdict(set)
    for row in countries:
        assert row["name_fr"]
        assert row["name_en"]
        assert row["region"] in choices("regions")
        assert row["currency"] in choices("currencies") or row["code"] == "AQ"
        assert "'" not in row["name_fr"] + row["name_en"] + row["aliases"]
        for text in (row["code"], row["name_fr"], row["name_en"], *several(row["aliases"])):
            meanings[fold(text)].add(row["code"])
    assert {text: codes for text, codes in meanings.items() if len(codes) > 1} == {}
    for text, code in {
        "Viet Nam (Rép. soc.)": "VN", "Birmanie": "MM", "Swaziland": "SZ", "Etats-Unis": "US", "USA": "US",
        "Taïwan": "TW", "中国": "CN", "JPN": "JP", "Congo": "CG", "RDC": "CD", "Timor-Leste": "TL", "Macedonia": "MK",
    }.items():  # fmt: skip
        assert meanings[fold(text)] == {code}


def test_the_ten_institutes_have_their_usage_and_legal_names() -> None:
    institutes = choices("institutes")
    assert list(institutes) == ["INSB", "INC", "INEE", "INSHS", "INSIS", "INSMI", "INP", "INS2I", "INSU", "IN2P3"]
    for option in institutes.values():
        assert option.words.fr.startswith("CNRS ")
        assert option.words.en.startswith("CNRS ")
        assert any(alias.startswith("Institut ") for alias in option.aliases)
        assert any(alias.startswith(("Institute ", "National Institute ")) for alias in option.aliases)


def test_eight_offices_are_active_and_three_ready_to_switch_on() -> None:
    offices = {row["code"]: row for row in rows(REFERENCE / "office.csv")}
    active = {code for code, row in offices.items() if row["active"] == "1"}
    assert active == {"PEK", "BRU", "DEL", "PRY", "RIO", "SIN", "TYO", "WAS"}
    assert set(offices) - active == {"MEL", "OTT", "NBO"}
    assert all(row["name_fr"] and row["name_en"] and row["city"] for row in offices.values())


def _first_day(text: str) -> str:
    return (text or "0001") + "-01-01"[len(text or "0001") - 4 :]


def _last_day(text: str) -> str:
    return (text or "9999") + "-12-31"[len(text or "9999") - 4 :]


def test_no_country_is_in_two_zones_on_one_day() -> None:
    offices = set(column(REFERENCE / "office.csv", "code"))
    covered = defaultdict(list)
    for row in rows(REFERENCE / "zone.csv"):
        assert row["office"] in offices
        covered[row["country"]].append((_first_day(row["since_on"]), _last_day(row["until_on"]), row["office"]))
    for country, spans in covered.items():
        for (first, last, office), (later, _, other) in zip(sorted(spans), sorted(spans)[1:], strict=False):
            assert first <= last < later, (country, office, other)


def test_the_zones_are_those_of_the_offices_pages() -> None:
    zones = rows(REFERENCE / "zone.csv")
    size = Counter(row["office"] for row in zones if not row["until_on"])
    assert (size["SIN"], size["PRY"], size["PEK"], size["TYO"], size["RIO"]) == (10, 13, 4, 3, 12)
    canada = [(row["office"], row["since_on"], row["until_on"]) for row in zones if row["country"] == "CA"]
    assert canada == [("WAS", "", "2021"), ("OTT", "2022", "")]
    assert {row["until_on"] for row in zones if row["country"] == "NZ"} == {"2021-11", ""}


def test_the_types_of_instruments_know_their_predecessors_and_rules() -> None:
    types = {row["code"]: row for row in rows(REFERENCE / "instrument_type.csv")}
    assert len(types) >= 22
    replaced = {code: row["replaces"] for code, row in types.items() if row["replaces"]}
    assert set(replaced.values()) <= set(types)
    assert replaced.items() >= {"IRL": "UMI", "IRP": "LIA", "IRN": "GDRI", "IEA": "PICS"}.items()
    assert all(row["name_fr"] and row["name_en"] for row in types.values())
    assert all(row["family"] in choices("instrument_families") for row in types.values())
    assert all(row["act"] in choices("acts") for row in types.values())
    assert {row["code"] for row in types.values() if row["historic"] == "1"} == {"PICS", "LIA", "GDRI", "UMI", "DSCA"}
    assert (types["IEA"]["duration_months"], types["IEA"]["renewals"]) == ("24", "0")
    assert (types["IRP"]["duration_months"], types["IRP"]["renewals"], types["IRP"]["countries_max"]) == ("60", "", "2")
    assert types["IRL"]["countries_max"] == "1"
    assert {"UMIFRE", "IRC", "ACCORD", "MIROIR", "EXT", "CLUSTER", "PHC", "OHM"} <= set(types)


def test_allowances_have_one_amount_a_code_and_day() -> None:
    per_diem = rows(REFERENCE / "per_diem.csv")
    keys = [(row["code"], row["valid_on"]) for row in per_diem]
    assert len(set(keys)) == len(keys)
    assert all(Decimal(row["amount"]) > 0 for row in per_diem)
    amounts = dict(zip(keys, per_diem, strict=True))
    new_york = amounts["NY", "2025-09-01"]
    assert (new_york["country"], new_york["city"], new_york["amount"], new_york["currency"]) == (
        "US",
        "New York",
        "490",
        "USD",
    )


def test_rates_are_euros_for_one_unit() -> None:
    rates = {(row["currency"], row["valid_on"]): Decimal(row["euros_per_unit"]) for row in rows(REFERENCE / "rate.csv")}
    assert len(rates) == len(rows(REFERENCE / "rate.csv"))
    assert all(rate == 1 for (currency, _), rate in rates.items() if currency == "EUR")
    assert round(1 / rates["XOF", "2025-01-01"], 3) == Decimal("655.957")
    assert rates["JPY", "2024-01-01"] < Decimal("0.01") < rates["USD", "2024-01-01"]


def test_headings_lead_to_fields_that_exist() -> None:
    for row in rows(REFERENCE / "heading.csv"):
        if row["entity"]:
            assert row["field"] in ENTITIES[row["entity"]].fields, row
        else:
            assert not row["field"]
            assert not row["given"]
        if row["given"]:
            name, _, code = row["given"].partition("=")
            kind = ENTITIES[row["entity"]].fields[name].type
            assert isinstance(kind, Choice), row
            assert code in choices(kind.list), row


def test_irl_3527_was_umi_3527_and_laboratories_are_units_too() -> None:
    units = {row["code"]: row for row in rows(DEMO / "unit.csv")}
    laboratories = rows(DEMO / "irl.csv")
    assert len(units) == len(rows(DEMO / "unit.csv")) == 1338
    assert len(laboratories) == 44
    assert "UMI 3527" in several(units["IRL 3527"]["former_codes"])
    assert all(row["unit"] in units for row in laboratories)
    assert all(row["unit"] in units for row in rows(DEMO / "umifre.csv") if row["unit"])
    former = [code for row in units.values() for code in several(row["former_codes"])]
    assert len(set(former)) == len(former)


@pytest.mark.parametrize(
    ("unit", "institutes"),
    [
        ("UAR 3330", {"IFP", "CSH"}),  # Savoirs et mondes indiens (RNSR 2022; domain.md 1.2)
        ("UAR 3331", {"CEFC", "IFRJ-MFJ"}),
        ("UAR 3336", {"IFRA Nairobi", "IFRA Nigeria", "IFAS"}),
        ("UAR 3337", {"CEMCA", "IFEA Lima"}),
    ],
)
def test_one_unit_holds_several_umifre(unit: str, institutes: set[str]) -> None:
    assert {row["acronym"] for row in rows(DEMO / "umifre.csv") if row["unit"] == unit} == institutes


def test_partners_and_embassies_can_be_told_apart() -> None:
    partners = rows(DEMO / "partner.csv")
    identifiers = [row["ror_id"] for row in partners if row["kind"] != "ministry"]
    assert len(set(identifiers)) == len(identifiers) == 165
    names = Counter((row["name"], row["country"], row["city"]) for row in partners)
    assert max(names.values()) == 1
    embassies = {row["country"]: row for row in rows(DEMO / "embassy.csv")}
    assert len(embassies) == len(rows(DEMO / "embassy.csv"))
    assert embassies["VN"]["name"] == "Ambassade de France au Viêt Nam"
    assert embassies["VN"]["name_en"] == "Embassy of France in Vietnam"
    assert "Embassy in Hanoi" in several(embassies["VN"]["aliases"])
    assert embassies["SG"]["name"] == "Ambassade de France à Singapour"
    assert all(
        -90 <= float(row["latitude"]) <= 90 and -180 <= float(row["longitude"]) <= 180 for row in embassies.values()
    )


def test_invented_projects_have_a_title_in_both_languages_for_every_institute() -> None:
    themes = rows(DEMO / "project_words.csv")
    assert {row["institute"] for row in themes} == set(choices("institutes"))
    for row in themes:
        assert row["field"] in choices("scientific_fields")
        slots = [slot for slot in ("{place}", "{variant}") if slot in row["title_fr"]]
        assert len(slots) == 1
        assert slots[0] in row["title_en"]
        assert len(several(row["variants_fr"])) == len(several(row["variants_en"]))
        assert bool(row["variants_fr"]) == (slots == ["{variant}"])
    places = {row["country"] for row in rows(DEMO / "project_places.csv")}
    active = {
        row["country"] for row in rows(REFERENCE / "zone.csv") if row["office"] in {"SIN", "TYO", "PEK", "DEL", "WAS"}
    }
    assert active & places >= {"VN", "TH", "JP", "CN", "IN", "US"}
