"""Real files damaged at random are read or refused, and never more than that."""

import random
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from desktop_app.excel.read import prepare, read_book, release
from desktop_app.excel.refusals import UnreadableFile
from tests.excel.mutations import mutated
from tests.excel.reading import WORKBOOKS

SEEDS = sorted(path for path in WORKBOOKS.iterdir() if path.suffix in {".xlsx", ".xls", ".xlsb", ".ods"})


@pytest.fixture(scope="module", autouse=True)
def _reader_kept_ready() -> Iterator[None]:
    prepare()
    yield
    release()


@pytest.mark.parametrize("seed", SEEDS, ids=[path.name for path in SEEDS])
def test_a_damaged_file_is_read_or_refused(seed: Path, tmp_path: Path) -> None:
    chance = random.Random(seed.name)
    for number in range(3):
        path = tmp_path / f"{number}{seed.suffix}"
        path.write_bytes(mutated(seed.read_bytes(), chance))
        with suppress(UnreadableFile):
            read_book(path, password="password")  # noqa: S106
