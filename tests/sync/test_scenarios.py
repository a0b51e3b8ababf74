"""Each story of several installations ends as it must, and each wrong way to agree misses the one told against it."""

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


@pytest.mark.parametrize(("wrong", "told"), WRONG_WAYS, ids=lambda one: one.__name__)
def test_a_wrong_way_misses_its_story(wrong: Any, told: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong(monkeypatch)
    with pytest.raises((AssertionError, IntegrityError, LookupError, ValueError)), three() as stores:
        told(stores)
