"""The files that wait for a review, kept in the base: they survive the program's end and travel with backups.

The plan is kept once, when the file comes in; decisions, which are many and small, are kept beside it.
"""

import base64
import json
import zlib
from typing import Any, NamedTuple

from desktop_app.domain import long_json
from desktop_app.domain.ids import new_id
from desktop_app.domain.plan import ACCEPT, LATER, OPEN, REFUSE, Plan, from_json, to_json
from desktop_app.store.base import Store
from desktop_app.store.journal import now
from desktop_app.sync.review import Review

_INDEX = "reviews"
_SIGN = ":"  # before a packed plan in the usual letters
_LETTERS = {ACCEPT: "a", REFUSE: "r", OPEN: "o", LATER: "l"}
_DECISIONS = {letter: decision for decision, letter in _LETTERS.items()}


class Waiting(NamedTuple):
    """A file that waits: whose it is, when it came in, how many decisions it still asks for, how many rows are put aside."""

    key: str
    file_name: str
    kind: str  # return, foreign
    export: str | None
    received: int
    open: int
    sha256: str = ""
    aside: int = 0


def waiting(store: Store) -> list[Waiting]:
    """Return the files that wait, the last one first."""
    return [Waiting(**line) for line in json.loads(store.setting(_INDEX, "[]"))]


def take_in(store: Store, plan: Plan) -> Review:
    """Put a file on the shelf."""
    review = Review(new_id(), plan, now())
    _keep_plan(store, review)
    keep(store, review)
    return review


def keep(store: Store, review: Review) -> None:
    """Keep the decisions."""
    letters = "".join(_LETTERS[item.decision] for item in review.items)
    typed = [[number, review.items[number].theirs] for number in review.typed]
    state = {"decisions": letters, "typed": typed, "stopped": review.plan.stopped,
             "rows": review.rows, "columns": review.columns}  # fmt: skip
    store.keep_setting(f"review/{review.key}/state", json.dumps(state, ensure_ascii=False))
    line = Waiting(
        review.key, review.plan.file_name, review.plan.kind, review.plan.export, review.received,
        review.asked - review.made, review.plan.sha256, review.aside,
    )  # fmt: skip
    others = [one for one in waiting(store) if one.key != review.key]
    _keep_index(store, sorted([line, *others], key=lambda one: -one.received))


def keep_rest(store: Store, review: Review) -> None:
    """Keep what is left of a plan after a part of it was written."""
    _keep_plan(store, review)
    keep(store, review)


def find(store: Store, key: str) -> Review | None:
    """Return a file with what was decided so far; None where it is no longer there."""
    line = next((one for one in waiting(store) if one.key == key), None)
    packed = store.setting(f"review/{key}/plan")
    if line is None or not packed:
        return None
    plan = from_json(long_json.read(_unpacked(packed)))
    review = Review(key, plan, line.received)
    _decide(review, json.loads(store.setting(f"review/{key}/state", "{}")))
    return review


def _unpacked(packed: str) -> str:
    """Return what was packed, by an older version in letters that took longer to make."""
    data = base64.b64decode(packed[1:]) if packed.startswith(_SIGN) else base64.b85decode(packed)
    return zlib.decompress(data).decode()


def _decide(review: Review, state: dict[str, Any]) -> None:
    plan = review.plan
    plan.stopped = state.get("stopped", plan.stopped)
    review.rows |= state.get("rows", {})
    review.columns |= state.get("columns", {})
    for item, letter in zip(plan.items, state.get("decisions", ""), strict=False):
        item.decision = _DECISIONS[letter]
    for number, value in state.get("typed", ()):
        item = plan.items[number]
        review.typed[number] = item.theirs
        item.theirs = tuple(value) if isinstance(value, list) else value


def take_down(store: Store, key: str) -> None:
    """Take a file off the shelf."""
    _keep_index(store, [one for one in waiting(store) if one.key != key])
    store.keep_setting(f"review/{key}/plan", "")
    store.keep_setting(f"review/{key}/state", "")


def _keep_plan(store: Store, review: Review) -> None:
    # Without what a person typed: that is kept with the decisions.
    said = to_json(review.plan)
    for number, value in review.typed.items():
        said["items"][number]["theirs"] = value
    packed = zlib.compress(long_json.write(said).encode(), 6)
    store.keep_setting(f"review/{review.key}/plan", _SIGN + base64.b64encode(packed).decode())


def _keep_index(store: Store, lines: list[Waiting]) -> None:
    store.keep_setting(_INDEX, json.dumps([line._asdict() for line in lines], ensure_ascii=False))
