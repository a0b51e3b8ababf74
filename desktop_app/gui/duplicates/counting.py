"""How many records are likely here twice: the number beside the page, and what an import has brought of it.

Looking the base through takes seconds; the number is that of the last look.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from desktop_app.gui.pages import Badge
from desktop_app.gui.words import tr
from desktop_app.gui.workspace import Workspace
from desktop_app.store.base import Store

if TYPE_CHECKING:
    from desktop_app.gui.tasks import Task
    from desktop_app.importers.duplicates import Twins

_COUNT = "duplicates:likely"


def count_likely(store: Store) -> Badge | None:
    """Count the pairs that the last look found."""
    count = int(store.setting(_COUNT, "0"))
    return Badge(count, "amber") if count else None


def keep_count(workspace: Workspace, count: int) -> None:
    """Keep how many pairs a look found, and show it beside the page."""
    store = workspace.store
    if store.readonly or count == int(store.setting(_COUNT, "0")):
        return

    def tell(_none: None) -> None:
        from desktop_app.store.edit import Changes

        workspace.changed.emit(Changes(), None)

    workspace.tasks.run(lambda _task: store.keep_setting(_COUNT, str(count)), tell)


def look_for(workspace: Workspace, added: Mapping[str, Collection[str]], done: Callable[[int], None]) -> None:
    """Look the base through after an import, and hand over of how many new records one is likely here already."""
    from desktop_app.importers.duplicates import TWICE

    new = {name: set(ids) for name, ids in added.items() if name in TWICE and ids}
    if not new:
        return
    store = workspace.store

    def work(task: "Task") -> tuple[int, int]:
        from desktop_app.importers.duplicates import find

        pairs = find(store, TWICE, task.step)
        return len(pairs), _brought(pairs, new)

    def tell(found: tuple[int, int]) -> None:
        keep_count(workspace, found[0])
        done(found[1])

    workspace.tasks.run(work, tell, words=tr("Looking for entries that are the same…"), lane="file")


def _brought(pairs: "Sequence[Twins]", new: Mapping[str, Collection[str]]) -> int:
    """Return how many pairs hold a record that came in."""
    return sum(pair.one in new.get(pair.entity, ()) or pair.other in new.get(pair.entity, ()) for pair in pairs)
