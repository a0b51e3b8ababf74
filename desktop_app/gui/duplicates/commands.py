"""The command of lists that makes one record of two which the program doesn't find alike."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.gui.actions import action
from desktop_app.gui.words import mark

if TYPE_CHECKING:
    from desktop_app.domain.entity import Entity
    from desktop_app.gui.lists.record_list import RecordList
    from desktop_app.gui.lists.specs import ListSpec
    from desktop_app.gui.workspace import Workspace


def show_side_by_side(workspace: "Workspace", entity: "Entity", ids: Sequence[str]) -> None:
    """Show two records beside each other, where they are merged or told apart."""
    if len(ids) == 2:
        workspace.go("duplicates", f"{entity.name}/{'='.join(ids)}")


class MergingCommands:
    """Mixed into the page of a list whose records people enter twice."""

    spec: "ListSpec"
    list: "RecordList"
    workspace: "Workspace"

    def has_two(self) -> bool:
        """Whether exactly two records are selected, in a base that can be written."""
        store = self.workspace.store if self.workspace.is_open else None
        return store is not None and not store.readonly and len(self._two()) == 2

    @action(mark("Merge these two…"), icon="copy", menu="edit", when="has_two", also=mark("duplicates same twice"))
    def merge_two(self) -> None:
        """Show the two selected records side by side, where they are merged or told apart."""
        show_side_by_side(self.workspace, self.spec.entity, self._two())

    def _two(self) -> Sequence[str]:
        return [row.id for row in self.list.selected(3) if row.id]
