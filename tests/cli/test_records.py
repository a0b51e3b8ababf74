"""The command line on records: names, JSON and exit statuses are a contract with outside scripts."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli import main


@pytest.fixture
def base(base_path: Path) -> Path:
    return base_path


def run(capsys: pytest.CaptureFixture[str], *arguments: object, status: int = 0) -> Any:
    capsys.readouterr()
    assert main([*(str(argument) for argument in arguments), "--json", "--lang", "en"]) == status
    return json.loads(capsys.readouterr().out)


def said(capsys: pytest.CaptureFixture[str], *arguments: object, lang: str = "fr", status: int = 1) -> str:
    capsys.readouterr()
    assert main([*(str(argument) for argument in arguments), "--lang", lang]) == status
    return capsys.readouterr().err.strip()


def test_a_new_base_holds_the_reference_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counts = run(capsys, "new", tmp_path / "b.passerelle", "--office", "TYO")["counts"]
    assert counts["country"] == 249
    assert counts["office"] == 11
    assert counts["partner"] == 0


def test_a_record_is_added_shown_changed_and_deleted(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ref = run(capsys, "add", base, "partner", "name=Cần Thơ University", "country=Viêt Nam", "aliases=CTU; ĐHCT")["ref"]
    assert ref.startswith("SIN-P-")
    shown = run(capsys, "show", base, ref)
    assert (shown["name"], shown["country"], shown["aliases"]) == ("Cần Thơ University", "VN", ["CTU", "ĐHCT"])
    run(capsys, "set", base, ref, "city=Cần Thơ", "since_on=2009")
    assert run(capsys, "show", base, ref)["since_on"] == "2009"
    assert run(capsys, "list", base, "partner", "--where", "country=VN")["records"][0]["city"] == "Cần Thơ"
    run(capsys, "delete", base, ref)
    assert run(capsys, "list", base, "partner")["records"] == []
    assert "SIN-P" in said(capsys, "show", base, ref)


def test_undo_and_redo_walk_through_the_steps(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ref = run(capsys, "add", base, "partner", "name=USTH", "country=VN")["ref"]
    run(capsys, "set", base, ref, "city=Hanoi")
    assert run(capsys, "undo", base)["steps"][0]["kind"] == "undo"
    assert run(capsys, "show", base, ref)["city"] is None
    run(capsys, "redo", base)
    assert run(capsys, "show", base, ref)["city"] == "Hanoi"
    first = [step for step in run(capsys, "history", base)["steps"] if step["kind"] == "edit"][-1]["step"]
    assert "Delete" in said(capsys, "undo", base, first, lang="en")
    history = run(capsys, "history", base, ref)["steps"]
    assert {(change["field"], change["after"]) for change in history} >= {("city", "Hanoi"), ("name", "USTH")}
    assert "rien à rétablir" in said(capsys, "redo", base)


def test_old_and_new_names_find_the_same_laboratory(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "add", base, "instrument", "type=UMI", "title=Old", "code=UMI 3527")
    ref = run(capsys, "add", base, "instrument", "type=IRL", "code=IRL3527", "former_codes=UMI 3527", "title=JFLI")[
        "ref"
    ]
    assert ref in [found["ref"] for found in run(capsys, "search", base, "UMI 3527")["results"]]
    assert run(capsys, "show", base, ref)["code"] == "IRL 3527"


def test_a_mistyped_name_finds_what_ctrl_k_finds_and_says_how_it_was_read(
    base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ref = run(capsys, "add", base, "instrument", "type=IEA", "acronym=MICRO-TH", "title=Sensors")["ref"]
    for typed, meant in (("MICROTH", "micro th"), ("sensosr", "sensors")):
        assert main(["search", str(base), typed, "--json", "--lang", "en"]) == 0
        found = capsys.readouterr()
        assert [one["ref"] for one in json.loads(found.out)["results"]] == [ref]
        assert found.err == f"Nothing is called that. Closest: {meant}.\n"
    assert run(capsys, "search", base, "zzzzqqq")["results"] == []


def test_rules_warn_and_do_not_block(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = run(capsys, "add", base, "instrument", "type=IRL", "title=Two countries", "countries=JP;KR")
    assert answer["ref"]
    assert [problem["fields"] for problem in answer["problems"]] == [["countries"]]
    answer = run(capsys, "add", base, "partner", "name=Nowhere", status=1)
    assert answer["ref"] is None
    assert answer["problems"][0]["blocking"]


def test_parts_belong_to_their_instrument_and_go_with_it(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ref = run(capsys, "add", base, "instrument", "type=IRP", "title=Water", "acronym=MEKONG")["ref"]
    run(capsys, "add", base, "period", f"instrument={ref}", "starts_on=2022", "ends_on=2026", "budget=14 000")
    period = run(capsys, "list", base, "period")["records"][0]
    assert (period["budget"], period["instrument"]) == ("14000", ref)
    run(capsys, "delete", base, ref)
    assert run(capsys, "list", base, "period")["records"] == []


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("starts_on=31/02/2025", "n’existe pas"),
        ("cost=14k€", "écrivez 14000"),
        ("countries=Ruritanie", "n’a pas été trouvé"),
        ("kind=balade", "n’est pas dans la liste"),
    ],
)
def test_a_bad_value_is_one_clear_sentence_and_nothing_is_written(
    base: Path, capsys: pytest.CaptureFixture[str], value: str, words: str
) -> None:
    sentence = said(capsys, "add", base, "mission", value)
    assert words in sentence
    assert "\n" not in sentence
    assert run(capsys, "list", base, "mission")["records"] == []


def test_wrong_usage_ends_with_two(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", str(base), "unicorn"]) == 2
    assert main([]) == 2
    assert "CHAMP=VALEUR" in said(capsys, "add", base, "partner", "nom=X", status=2)


def test_what_is_not_a_base_is_refused_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("bonjour", encoding="utf-8")
    assert "n’est pas une base Passerelle" in said(capsys, "list", text, "partner")
    assert "introuvable" in said(capsys, "list", tmp_path / "none.passerelle", "partner")
    assert "is a folder" in said(capsys, "list", tmp_path, "partner", lang="en")
    assert text.read_text(encoding="utf-8") == "bonjour"


def test_two_bases_made_alike_have_one_fingerprint(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a", "b"):
        run(capsys, "new", tmp_path / f"{name}.passerelle", "--office", "SIN")
    prints = [run(capsys, "fingerprint", tmp_path / f"{name}.passerelle")["fingerprint"] for name in ("a", "b")]
    assert prints[0] == prints[1]
    run(capsys, "add", tmp_path / "a.passerelle", "partner", "name=X", "country=FR")
    assert run(capsys, "fingerprint", tmp_path / "a.passerelle")["fingerprint"] != prints[1]


def test_a_base_is_checked_copied_and_restored(base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "add", base, "partner", "name=USTH", "country=VN")
    assert run(capsys, "check", base)["problems"] == []
    copy = run(capsys, "backup", base, "--to", tmp_path / "copies")
    assert copy["checked"]
    run(capsys, "restore", base, copy["path"], "--out", tmp_path / "back.passerelle")
    again = run(capsys, "fingerprint", tmp_path / "back.passerelle")
    assert again == run(capsys, "fingerprint", base)
    assert "existe déjà" in said(capsys, "restore", base, copy["path"], "--out", tmp_path / "back.passerelle")


def test_all_values_that_can_t_be_read_are_told_at_once_and_in_json(
    base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ref = run(capsys, "add", base, "partner", "name=USTH", "country=VN")["ref"]
    answer = run(capsys, "set", base, ref, "since_on=31/02/2020", "country=Atlantide", "city=Huế", status=1)
    assert answer["ref"] == ref
    assert [(problem["fields"], problem["blocking"]) for problem in answer["problems"]] == [
        (["since_on"], True),
        (["country"], True),
    ]
    assert run(capsys, "show", base, ref)["city"] is None


def test_a_field_given_twice_is_wrong_usage(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "deux fois" in said(
        capsys, "add", base, "partner", "name=USTH", "country=VN", "city=Huế", "city=Hanoi", status=2
    )


def test_adding_what_is_there_already_is_refused_and_changes_nothing(
    base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "VN" in said(capsys, "add", base, "country", "code=VN", "name_fr=Double", "name_en=Double")
    assert run(capsys, "show", base, "VN")["name_fr"] == "Viêt Nam"


def test_deleting_tells_what_still_names_the_record(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    partner = run(capsys, "add", base, "partner", "name=USTH", "country=VN")["ref"]
    run(capsys, "add", base, "person", "family_name=Nguyen", f"partner={partner}", "basis=public_task")
    problems = run(capsys, "delete", base, partner)["problems"]
    assert [(problem["words"], problem["blocking"]) for problem in problems] == [
        ("People still naming it in “Partner”: 1.", False)
    ]
    assert "a été supprimée" in said(capsys, "show", base, partner)
    assert run(capsys, "history", base, partner)["steps"]


def test_several_values_of_a_condition_must_all_be_there(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for acronym, countries in (("ONE", "VN"), ("BOTH", "VN; KR")):
        run(capsys, "add", base, "instrument", "type=IRP", "title=T", f"acronym={acronym}", f"countries={countries}")
    found = run(capsys, "list", base, "instrument", "--where", "countries=Vietnam;Corée du Sud")["records"]
    assert [record["acronym"] for record in found] == ["BOTH"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "BASE", "partner", "--limit", "0"],
        ["list", "BASE", "partner", "--limit", "-3"],
        ["new", "NEW", "--office", "SIN", "--demo", "--missions", "-5"],
        ["new", "NEW", "--office", "SIN", "--missions", "5"],
        ["import", "BASE", "sheet.csv", "--header-row", "-1"],
        ["undo", "BASE", "last"],
    ],
)
def test_a_number_that_means_nothing_is_wrong_usage(
    base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    places = {"BASE": base, "NEW": tmp_path / "new.passerelle"}
    assert said(capsys, *(places.get(word, word) for word in arguments), status=2)
    assert not (tmp_path / "new.passerelle").exists()


def test_bytes_that_are_no_text_are_wrong_usage(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "UTF-8" in said(capsys, "add", base, "partner", "name=Universit\udce9", "country=VN", status=2)


def test_a_record_is_shown_with_all_that_names_it(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    partner = run(capsys, "add", base, "partner", "name=Institut fictif du Delta", "country=VN")["ref"]
    person = run(capsys, "add", base, "person", "family_name=Rêvecolline", f"partner={partner}")["ref"]
    mission = run(capsys, "add", base, "mission", f"person={person}", f"partner={partner}", "starts_on=2026")["ref"]
    instrument = run(capsys, "add", base, "instrument", "type=IRP", "title=Deltas", "countries=VN")["ref"]
    party = run(capsys, "add", base, "party", f"instrument={instrument}", "role=partner", f"partner={partner}")["ref"]
    links = run(capsys, "show", base, partner)["links"]
    assert {kind: [one["ref"] for one in found] for kind, found in links.items()} == {
        "person": [person], "mission": [mission], "party": [party],
    }  # fmt: skip
    assert links["person"][0]["field"] == "partner"
    assert [one["ref"] for one in run(capsys, "show", base, instrument)["parts"]["party"]] == [party]
    capsys.readouterr()
    assert main(["show", str(base), partner, "--lang", "fr"]) == 0
    assert f"Missions\t{mission}" in capsys.readouterr().out


def test_steps_are_called_by_names_as_in_the_window(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ref = run(capsys, "add", base, "partner", "name=Institut fictif du Delta", "country=VN")["ref"]
    run(capsys, "set", base, ref, "city=Hanoi", "acronym=IFD")
    run(capsys, "delete", base, ref)
    words = [step["words"] for step in run(capsys, "history", base)["steps"] if step["kind"] == "edit"]
    assert words == [
        "Delete Institut fictif du Delta",
        "City and acronym of Institut fictif du Delta",
        "Add Institut fictif du Delta",
    ]


def test_an_acronym_of_the_same_type_is_warned_of_whatever_parts_its_letters(
    base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = run(
        capsys, "add", base, "instrument", "type=IRP", "acronym=MICROTH", "title=Microbes fictifs", "countries=TH"
    )
    for acronym in ("MICRO-TH", "Micro TH", "microth"):
        again = run(capsys, "add", base, "instrument", "type=IRP", f"acronym={acronym}", "title=Autre", "countries=TH")
        said = f"An instrument of this type has this acronym already: MICROTH ({first['ref']})."
        assert said in [problem["words"] for problem in again["problems"]]
        run(capsys, "delete", base, again["ref"])
    for values in (("type=IRN", "acronym=MICRO-TH"), ("type=IRP", "acronym=MICRO-THA")):
        other = run(capsys, "add", base, "instrument", *values, "title=Autre", "countries=TH")
        assert "acronym" not in str(other["problems"])


def test_twins_and_journeys_that_overlap_are_warned_of_as_in_the_form(
    base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = run(capsys, "add", base, "partner", "name=Institut fictif du Delta", "country=VN")
    assert first["problems"] == []
    twin = run(capsys, "add", base, "partner", "name=INSTITUT FICTIF DU DELTA", "country=VN")
    assert "has this name already" in twin["problems"][0]["words"]
    for mistyped in ("Institut fictif du Detla", "Fictif du Delta, institut"):
        nearly = run(capsys, "add", base, "partner", f"name={mistyped}", "country=VN")
        assert "has nearly this name: Institut fictif du Delta" in nearly["problems"][0]["words"]
        run(capsys, "delete", base, nearly["ref"])
    assert run(capsys, "add", base, "partner", "name=Institut fictif de la Delphine", "country=VN")["problems"] == []
    run(capsys, "add", base, "partner", "name=Université Fictivia", "country=VN")
    short = run(capsys, "add", base, "partner", "name=Univ. Fictivia", "country=VN")
    assert "has nearly this name: Université Fictivia" in short["problems"][0]["words"]
    assert run(capsys, "set", base, first["ref"], "city=Hanoi", "name=Institut fictif des Deltas")["problems"] == []
    laboratory = run(capsys, "add", base, "instrument", "type=IRL", "code=IRL 9999", "title=Fictif", "countries=VN")[
        "ref"
    ]
    again = run(capsys, "add", base, "instrument", "type=IRL", "code=IRL9999", "title=Autre", "countries=VN")
    assert [problem["fields"] for problem in again["problems"]] == [["code"]]
    assert laboratory in again["problems"][0]["words"]
    person = run(capsys, "add", base, "person", "family_name=Rêvecolline", "basis=public_interest")["ref"]
    run(capsys, "add", base, "mission", f"person={person}", "starts_on=2026-11-24", "ends_on=2026-11-28")
    other = run(capsys, "add", base, "mission", f"person={person}", "starts_on=2026-11-27")
    assert "already has a mission" in other["problems"][0]["words"]


def test_what_partners_of_a_country_may_use_is_listed(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, country in (("Institut inventé", "VN"), ("Institut d’ailleurs", "TH")):
        partner = run(capsys, "add", base, "partner", f"name={name}", f"country={country}")["ref"]
        run(capsys, "add", base, "access", f"partner={partner}", "infrastructure=GANIL", "since_on=2024")
        run(capsys, "add", base, "person", "family_name=FICTIF", f"partner={partner}")
    for asked in ("country=VN", "country=Viêt Nam", "partner.country=VN"):
        (found,) = run(capsys, "list", base, "access", "--where", asked, "--where", "infrastructure=GANIL")["records"]
        assert run(capsys, "show", base, found["partner"])["name"] == "Institut inventé"
        assert len(run(capsys, "list", base, "person", "--where", asked)["records"]) == 1
    assert "partner.colour" in said(capsys, "list", base, "access", "--where", "partner.colour=blue", status=2)
    assert "Pays" in said(capsys, "list", base, "access", "--where", "country=Nulle part")
