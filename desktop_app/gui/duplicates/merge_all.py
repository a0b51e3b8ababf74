"""Merging at once all pairs that have the same official number: asked first, one step, with progress."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.domain import ENTITIES
from desktop_app.domain.progress import Progress
from desktop_app.domain.words import Words
from desktop_app.gui import messages
from desktop_app.gui.duplicates.reading import Pair, sides_of
from desktop_app.gui.words import said, tr
from desktop_app.gui.workspace import Workspace
from desktop_app.importers import merging

if TYPE_CHECKING:
    from desktop_app.store.edit import Edit

_NAMED = 8  # pairs in the question; the others are counted


def merge_all(
    parent: QWidget, workspace: Workspace, pairs: Sequence[Pair], done: Callable[[], None]
) -> None:  # fmt: skip
    """Merge pairs after asking, each with the values that are proposed; those that hang together take another turn."""
    store, named = workspace.store, [f"• {said(pair.names[0])} ({said(pair.twins.why)})" for pair in pairs[:_NAMED]]
    if len(pairs) > _NAMED:
        named.append(tr("and %n other(s)", "", len(pairs) - _NAMED))
    detail = tr("What only one of the two says is kept; where both say something, the entry of which more is known counts. "
                "One undo takes all of it back.")  # fmt: skip
    question = tr("Merge %n pair(s) with the same official number?", "", len(pairs))
    if not messages.ask(parent, question, "\n".join((*named, "", detail)), tr("Merge")):
        return

    def work(edit: "Edit", step: Progress) -> int:
        seen: set[str] = set()
        count = 0
        for number, pair in enumerate(pairs):
            step(number, len(pairs))
            sides = None if {pair.twins.one, pair.twins.other} & seen else sides_of(store, pair, "fr")
            if sides is not None:
                entity = ENTITIES[pair.twins.entity]
                wanted = merging.proposed(entity, sides.one, sides.other)
                values = merging.merged(entity, sides.one, sides.other, wanted)
                edit.unite(entity, pair.twins.one, pair.twins.other, values)
                seen |= {pair.twins.one, pair.twins.other}
                count += 1
        return count

    def tell(count: int) -> None:
        workspace.note(tr("%n pair(s) merged", "", count), undo=True)
        done()

    words = Words(
        f"Fusionner {len(pairs)} paires de même identifiant", f"Merge {len(pairs)} pairs with the same identifier"
    )
    workspace.long_edit(words, work, doing=tr("Merging…"), by=parent, done=tell)
