"""Each story of several installations ends as it must, and each wrong way to agree misses one of them."""

from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from tests.sync.scenarios import STORIES, Story, three
from tests.sync.wrong_ways import WRONG_WAYS


@pytest.mark.parametrize("told", STORIES, ids=lambda told: told.__name__)
def test_a_story_ends_as_it_must(told: Story) -> None:
    with three() as stores:
        told(stores)
        for store in stores:
            assert store.check() == []


@pytest.mark.parametrize("wrong", WRONG_WAYS, ids=lambda wrong: wrong.__name__)
def test_a_wrong_way_misses_one(wrong: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong(monkeypatch)
    for told in STORIES:
        try:
            with three() as stores:
                told(stores)
        except (AssertionError, IntegrityError, LookupError, ValueError):
            return
    pytest.fail("no story caught it")
