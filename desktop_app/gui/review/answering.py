"""A file read again after a person has said whose row one is, or what a column holds; what was decided so far stays."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.plan import OPEN, Item
from desktop_app.sync.review import Review

if TYPE_CHECKING:
    from desktop_app.domain.plan import Plan
    from desktop_app.store.base import Store

# The passwords of files read since the program was started, by the file's hash; they are written nowhere; those of the key
# store are asked for there.
passwords: dict[str, str] = {}


def read_again(store: "Store", review: Review) -> Review:
    """Return a review of the same file with what was answered since; raises as the reading does."""
    from desktop_app.sync import shelf
    from desktop_app.sync.answers import Answers
    from desktop_app.sync.receive import plan_of
    from desktop_app.sync.unlocking import open_book

    data = store.ledger.kept_file(review.plan.sha256) or b""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / review.plan.file_name
        path.write_bytes(data)
        book, _password = open_book(store, path, passwords.get(review.plan.sha256))
        plan = plan_of(store, book, path, Answers(columns=review.columns, rows=review.rows))
    _decide_again(plan, review)
    made = Review(review.key, plan, review.received, rows=review.rows, columns=review.columns)
    shelf.keep_rest(store, made)
    return made


def _decide_again(plan: "Plan", review: Review) -> None:
    """Bring over what was decided of the items that are there again, of the same kind or with the same values."""
    before = {_name(item): (number, item) for number, item in enumerate(review.items)}
    if review.plan.stopped is None and plan.stopped is not None:
        plan.go_on()
    for item in plan.items:
        number, was = before.get(_name(item), (-1, None))
        if was is None:
            continue
        if was.kind != item.kind and (was.ours, review.theirs(number)) != (item.ours, item.theirs):
            continue
        if number in review.typed:
            item.theirs = was.theirs
        if was.decision != OPEN or number in review.typed:
            item.decision = was.decision


def _name(item: Item) -> tuple[str, str, str | None, str]:
    return item.entity, item.cell, item.field, item.text  # one cell may name several partners
