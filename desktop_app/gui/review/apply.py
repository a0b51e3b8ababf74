"""Writing what a review has decided, and what becomes of the rest."""

from typing import TYPE_CHECKING

from desktop_app.domain import ENTITIES
from desktop_app.gui.tasks import Task
from desktop_app.store.base import Store
from desktop_app.sync import shelf
from desktop_app.sync.apply import Applied, apply_plan
from desktop_app.sync.review import Review

if TYPE_CHECKING:
    from desktop_app.domain.plan import Item


def apply_review(store: Store, review: Review, task: Task) -> tuple[Applied, int]:
    """Back the base up, write what was accepted as one step, and keep what is still open; how much that is."""
    task.step(0)
    store.backup()
    applied = apply_plan(store, review.plan, task.step)
    for item in applied.left:
        _look_again(store, item)
    review.settle(applied.left, applied.waiting)
    if review.items:
        shelf.keep_rest(store, review)
    else:
        shelf.take_down(store, review.key)
    return applied, len(review.items)


def _look_again(store: Store, item: "Item") -> None:
    """Show the value that the record has now, which is no longer the one that was decided upon."""
    record = store.get(ENTITIES[item.entity], item.id) or {}
    item.ours = record.get(item.field or "")
    item.kind = "conflicts"
