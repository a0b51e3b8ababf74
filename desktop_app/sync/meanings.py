"""What a person said that a text means, remembered for every later file: “BRIN” is the National Research Agency."""

import json
from collections.abc import Iterable, Mapping

from desktop_app.domain import ENTITIES
from desktop_app.domain.plan import ACCEPT, Item
from desktop_app.domain.text import fold
from desktop_app.domain.types import Choice, Flag, Link, Several
from desktop_app.domain.values import Value
from desktop_app.store.base import Store

_SETTING = "meanings"

Meanings = Mapping[tuple[str, str, str], Value]  # what texts were said to mean: entity, field, text as it is searched


def known_meanings(store: Store) -> dict[tuple[str, str, str], Value]:
    """Return what texts that no list knows were said to mean."""
    return {
        (entity, field, text): tuple(value) if isinstance(value, list) else value
        for entity, field, text, value in json.loads(store.setting(_SETTING, "[]"))
    }


def remember(store: Store, items: Iterable[Item]) -> None:
    """Remember what was put in the place of texts that were not understood; dates and amounts only meant their own cell."""
    learned = {
        (item.entity, item.field, fold(item.text)): item.theirs
        for item in items
        if item.kind == "unreadable" and item.decision == ACCEPT and item.field and item.theirs is not None
        if _is_named(item.entity, item.field) and fold(item.text) and not isinstance(item.theirs, dict)
    }
    if learned:
        _keep(store, {**known_meanings(store), **learned})


def correct(store: Store, entity: str, field: str, text: str, value: Value) -> None:
    """Remember another meaning of a text."""
    _keep(store, {**known_meanings(store), (entity, field, fold(text)): value})


def forget(store: Store, entity: str, field: str, text: str) -> None:
    """Forget what a text was said to mean."""
    _keep(store, {key: value for key, value in known_meanings(store).items() if key != (entity, field, fold(text))})


def _keep(store: Store, meanings: Meanings) -> None:
    lines = [[*key, value] for key, value in sorted(meanings.items())]
    store.keep_setting(_SETTING, json.dumps(lines, ensure_ascii=False))


def _is_named(entity: str, field: str) -> bool:
    type_ = ENTITIES[entity].fields[field].type
    return isinstance(type_.of if isinstance(type_, Several) else type_, Link | Choice | Flag)
