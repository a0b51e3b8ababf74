"""Letters from the command line."""

import json
from pathlib import Path

import pytest

from desktop_app.cli import main


def test_letters_are_written_and_kept_with_their_records(
    base_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    added = ["add", str(base_path), "person", "family_name=Fictive", "given_name=Claude", "title=mme", "--json"]
    assert main(added) == 0
    ref = json.loads(capsys.readouterr().out)["ref"]
    call = [
        "letter",
        str(base_path),
        "thanks",
        ref,
        "--out",
        str(tmp_path),
        "--attach",
        "--in",
        "en",
        "--lang",
        "fr",
        "--json",
    ]
    assert main(call) == 0
    (letter,) = json.loads(capsys.readouterr().out)["letters"]
    assert Path(letter["path"]).read_bytes().startswith(b"PK")
    assert (letter["lang"], letter["recipient"]) == ("en", "Ms Claude Fictive")
    assert main(["list", str(base_path), "attachment", "--json"]) == 0
    (kept,) = json.loads(capsys.readouterr().out)["records"]
    assert kept["name"] == Path(letter["path"]).name


def test_the_templates_and_the_fields_of_letters_are_listed(
    base_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["letters", str(base_path), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert {"invitation", "thanks"} <= {one["name"] for one in answer["templates"]}
    assert "dates" in answer["fields"]["mission"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("horoscope", "{person}"), "choose among"),
        (("thanks", "SIN-P-NOBODY"), "SIN-P-NOBODY"),
        (("thanks", "{person}", "{partner}"), "different kinds"),
        (("thanks", "{person}", "--out", "nowhere"), "There is no folder"),
    ],
)
def test_what_can_not_be_written_is_refused_in_one_sentence(
    base_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    refs = {}
    for entity, values in (("person", ("family_name=Fictive",)), ("partner", ("name=Fictive", "country=VN"))):
        assert main(["add", str(base_path), entity, *values, "--json"]) == 0
        refs[entity] = json.loads(capsys.readouterr().out)["ref"]
    assert main(["letter", str(base_path), *(word.format(**refs) for word in arguments), "--lang", "en"]) == 1
    assert said in capsys.readouterr().err
