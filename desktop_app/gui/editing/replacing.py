"""Find and replace in the cells of a list: what is said is searched, and what would stand there instead is read again."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop_app.domain.entity import Field
from desktop_app.domain.progress import Progress
from desktop_app.domain.text import fold
from desktop_app.domain.types import Link, Several, Type
from desktop_app.domain.values import Record, Showing, Unreadable, Value
from desktop_app.domain.words import Words
from desktop_app.gui.editing.plan import Line, Plan, Planner, some_words
from desktop_app.gui.editing.target import Target

BLOCK = 500


class Wish(NamedTuple):
    """What is looked for and what comes in its place."""

    find: str
    put: str
    whole: bool = False  # the whole cell, or the whole of one of its values
    exact: bool = False  # with its capitals and accents


def replaced(text: str, wish: Wish) -> str | None:
    """Return a text with everything replaced; None where nothing was found."""
    if not wish.find:
        return None
    if wish.exact:
        return _exactly(text, wish)
    if wish.whole:
        return wish.put if fold(text) == fold(wish.find) else None
    looked, plain = _looked(wish.find), text if text.isascii() else _plain(text)
    if len(plain) != len(text):  # letters that fall apart can't be put back in their place
        plain = text
    if not looked.search(plain):
        return None
    made, at = [], 0
    for hit in looked.finditer(plain):
        made += [text[at : hit.start()], wish.put]
        at = hit.end()
    return "".join([*made, text[at:]])


def _exactly(text: str, wish: Wish) -> str | None:
    if wish.whole:
        return wish.put if text == wish.find else None
    return text.replace(wish.find, wish.put) if wish.find in text else None


@lru_cache(maxsize=8)
def _looked(find: str) -> re.Pattern[str]:
    return re.compile(re.escape(_plain(find)), re.IGNORECASE)


def _plain(text: str) -> str:
    """Return a text without accents, letter for letter."""
    return "".join(_bare(letter) for letter in text)


@lru_cache(maxsize=2048)
def _bare(letter: str) -> str:
    return letter if letter.isascii() else unicodedata.normalize("NFD", letter)[:1]


def plan_replace(
    planner: Planner, numbers: Sequence[int], targets: Sequence[Target], wish: Wish, step: Progress
) -> Plan:
    """Return what replacing would change in some columns of some rows."""
    plan = Plan(planner.entity, Words("", ""))
    targets = list({target.field.name: target for target in targets}.values())
    linked = any(isinstance(inner(target.field), Link) for target in targets)
    for start in range(0, len(numbers), BLOCK):
        step(start, len(numbers))
        records = planner.store.page(planner.entity, numbers[start : start + BLOCK])
        if linked:  # the names of linked records are what is searched then
            planner.store.names.fetch(planner.entity, records, depth=1)
        showing = planner.store.names.showing(planner.lang)
        for record in records:
            for target in targets:
                _look(planner, plan, record, target, wish, showing)
    what = some_words(planner.entity, len(plan.updates))
    plan.words = Words(
        f"Remplacer « {wish.find} » par « {wish.put} » dans {what.fr}",
        f"Replace “{wish.find}” with “{wish.put}” in {what.en}",
    )
    return plan


def inner(made: Field) -> Type:
    """Return what one value of a field is."""
    return made.type.of if isinstance(made.type, Several) else made.type


def _look(planner: Planner, plan: Plan, record: Record, target: Target, wish: Wish, showing: Showing) -> None:
    made, before = target.field, record.get(target.field.name)
    if before is None:
        return
    of = inner(made)
    values: Sequence[Value] = before if isinstance(before, tuple) else (before,)
    texts = [of.show(value, showing) for value in values]
    after = [replaced(text, wish) for text in texts]
    if not any(text is not None for text in after):
        return
    kept: list[Value] = []
    try:
        for value, text in zip(values, after, strict=True):
            if text is None:
                kept.append(value)
            elif text:
                kept.append(
                    next(iter(planner.read(Target(made), text).values()))
                    if not made.several
                    else of.read(text, planner.reading)
                )
    except Unreadable as unreadable:
        raw = "; ".join(new if new is not None else old for new, old in zip(after, texts, strict=True))
        line = Line(str(record["id"]), planner.name(record), made, before, before, raw, unreadable.words)
        plan.lines.append(line)
        return
    value = (
        tuple(sorted({str(one) for one in kept if one is not None})) or None if made.several else next(iter(kept), None)
    )
    planner.change(plan, record, {made.name: value})
