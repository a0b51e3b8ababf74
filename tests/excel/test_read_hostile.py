"""No file, however it is made, does more than be refused with a sentence."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.excel.read import prepare, read_book, release
from desktop_app.excel.refusals import SENTENCES, UnreadableFile
from tests.excel.hostile import READ, Case, cases

CASES = cases()


@pytest.fixture(scope="module", autouse=True)
def _reader_kept_ready() -> Iterator[None]:
    prepare()
    yield
    release()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_hostile_file_gets_its_verdict_in_less_than_ten_seconds(case: Case, tmp_path: Path) -> None:
    path = tmp_path / case.name
    path.write_bytes(case.make())
    began = _work()
    try:
        read_book(path)
        verdict = READ
    except UnreadableFile as refusal:
        verdict = refusal.what
        for sentence in refusal.words:
            assert case.name in sentence
            assert "{" not in sentence
            assert re.search(r"[.!]$", sentence)
    assert verdict in case.verdicts
    assert _work() - began < 10


def _work() -> float:
    """Return the seconds of work so far, of ended processes too: a busy machine makes no file more dangerous."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def test_there_are_as_many_hostile_files_as_were_thought_of() -> None:
    names = [case.name for case in CASES]
    assert len(set(names)) == len(names) >= 146


def test_every_verdict_has_its_sentence_in_both_languages() -> None:
    for case in CASES:
        for verdict in case.verdicts:
            assert verdict == READ or verdict in SENTENCES
    for words in SENTENCES.values():
        assert words.fr != words.en
        assert "'" not in words.fr
