"""Find and replace in the cells of a list: what is said is searched, and what would stand there instead is read again."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.domain.text import fold
from desktop_app.domain.types import Several
from desktop_app.domain.values import Record, Showing, Unreadable, Value
from desktop_app.domain.words import Words
from desktop_app.gui.editing.plan import Line, Plan, Planner, Step, some_words
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
    if wish.whole:
        same = text == wish.find if wish.exact else fold(text) == fold(wish.find)
        return wish.put if same else None
    if wish.exact:
        return text.replace(wish.find, wish.put) if wish.find in text else None
    found, made, at = _plain(text), [], 0
    looked = re.compile(re.escape(_plain(wish.find)))
    hits = list(looked.finditer(found))
    if not hits or len(found) != len(text):
        again = re.compile(re.escape(wish.find), re.IGNORECASE)
        return again.sub(lambda _hit: wish.put, text) if again.search(text) else None
    for hit in hits:
        made += [text[at : hit.start()], wish.put]
        at = hit.end()
    return "".join([*made, text[at:]])


def _plain(text: str) -> str:
    """Return a text without accents and capitals, letter for letter."""
    return "".join((fold(letter) or letter.lower()) if len(fold(letter)) <= 1 else letter.lower() for letter in text)


def plan_replace(planner: Planner, numbers: Sequence[int], targets: Sequence[Target], wish: Wish, step: Step) -> Plan:
    """Return what replacing would change in some columns of some rows."""
    plan = Plan(planner.entity, Words("", ""))
    targets = list({target.field.name: target for target in targets}.values())
    for start in range(0, len(numbers), BLOCK):
        step(start, len(numbers))
        records = planner.store.page(planner.entity, numbers[start : start + BLOCK])
        planner.store.names.fetch(planner.entity, records)
        showing = planner.store.names.showing(planner.lang)
        for record in records:
            for target in targets:
                _look(planner, plan, record, target, wish, showing)
    what = some_words(planner.entity, len(plan.updates))
    plan.words = Words(
        f"Remplacer « {wish.find} » par « {wish.put} » dans {what.fr}",
        f"Replace “{wish.find}” with “{wish.put}” in {what.en}",
    )
    return plan


def _look(planner: Planner, plan: Plan, record: Record, target: Target, wish: Wish, showing: Showing) -> None:
    made, before = target.field, record.get(target.field.name)
    if before is None:
        return
    of = made.type.of if isinstance(made.type, Several) else made.type
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
