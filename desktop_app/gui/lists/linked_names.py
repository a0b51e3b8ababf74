"""The names that a long list is sorted by through its links, put in order before somebody asks."""

from typing import TYPE_CHECKING

from desktop_app.gui.lists.specs import ListSpec
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.gui.tasks import Task
    from desktop_app.store.base import Store

_GOES = 5  # parts before others of the lane come


class LinkedNames:
    """Gets the names of linked records ready, once for each base."""

    def __init__(self, workspace: Workspace, spec: ListSpec) -> None:
        self._workspace, self._spec = workspace, spec
        self._task: Task | None = None  # one step after the other

    def get_ready(self) -> None:
        """Put the names in order: the long part beside the reading, which the next wish of the user needs."""
        if self._task is None or self._task.cancelled:
            entity, fields, store = self._spec.entity, self._spec.linked_orders(), self._workspace.store
            self._task = self._workspace.tasks.run(
                lambda _task: store.put_names_in_order(entity, fields), self._lay_out, lane="file", turn="late"
            )

    def forget(self) -> None:
        """Know nothing of a base that is being closed."""
        self._task = None

    def _lay_out(self, whole: object = None) -> None:
        """Hand the names to the thread that reads, some at a time: the next wish of the user comes in between."""
        self._task = None
        if whole is not True:
            self._task = self._workspace.read(self._lay_some_out, self._lay_out, turn="late")

    def _lay_some_out(self, store: "Store") -> bool:
        """Lay names out until all are there, or somebody waits for rows."""
        from desktop_app.gui.lists.finding import AT_ONCE
        from desktop_app.store.giving_way import is_awaited

        entity, fields = self._spec.entity, self._spec.linked_orders()
        for _go in range(_GOES):
            if store.lay_names_out(entity, fields, AT_ONCE):
                return True
            if is_awaited():
                break
        return False
