"""Every report says of the demo office exactly what is kept beside this test, and its pages say it too."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.store.base import Store
from tests.golden.renew import EVERY, FOLDER, kept, said, spoken_of
from tests.made_once import MadeOnce


@pytest.fixture(scope="module")
def demo(once: MadeOnce, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The demo office; only read."""
    path = tmp_path_factory.mktemp("golden") / "demo.passerelle"
    with Store.open(Path(shutil.copy(once("demo of the kept reports", spoken_of), path))) as store:
        yield store


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_a_report_says_what_is_kept(demo: Store, name: str, lang: str) -> None:
    assert said(demo, name, lang) == kept(name, lang).read_text(encoding="utf-8"), (
        "where the new words are meant: python -m tests.golden.renew"
    )


def test_nothing_is_kept_of_a_report_that_is_no_more() -> None:
    assert {path.name for path in FOLDER.glob("*.txt")} == {kept(name, lang).name for name, lang in EVERY}
