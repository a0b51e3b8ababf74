"""What one does with the views of a list: save what is shown, save it again, rename, send, take in, delete."""

from copy import deepcopy
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from desktop_app.gui import icons
from desktop_app.gui.actions import action
from desktop_app.gui.lists.specs import View
from desktop_app.gui.views.saved import SavedView, contents
from desktop_app.gui.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.gui.lists.record_list import RecordList
    from desktop_app.gui.lists.tabs import Tabs
    from desktop_app.gui.workspace import Workspace
    from desktop_app.store.base import Store
    from desktop_app.store.edit import Changes


class ViewCommands:
    """Mixed into a list page: the saved view in sight, and the commands around it."""

    list: "RecordList"
    tabs: "Tabs"
    workspace: "Workspace"
    saved: SavedView | None = None

    def follow_views(self) -> None:
        """Say on the button beside the filters what saving would do; follow changes of the view in sight."""
        self.list.filters.save_asked.connect(self._on_save)
        self.list.choice.changed = self.say_save
        self.list.loaded.connect(self.say_save)
        self.tabs.chosen.connect(lambda _view: self._leave())
        self.workspace.changed.connect(lambda changes, _by: self._on_views_changed(changes))
        self.workspace.closing.connect(self._leave)

    def show_view(self, id_: str) -> None:
        """Show a saved view by its id."""
        from desktop_app.gui.views.saved import read_views

        def show(views: "Sequence[SavedView]") -> None:
            found = next((view for view in views if view.id == id_), None)
            if found is not None:
                self._show_saved(found)

        self.workspace.read(read_views, show)

    def _show_saved(self, view: SavedView) -> None:
        self.saved = view
        self.tabs.show_saved(view.name)
        shown = View(view.id, lambda: view.name)
        self.list.show_saved(shown, view.conditions, deepcopy(view.arrangement), compact=view.compact, text=view.text)
        self.say_save()

    def _leave(self) -> None:
        self.saved = None
        self.say_save()

    def _on_views_changed(self, changes: "Changes | None") -> None:
        if changes is None or self.saved is None or self.saved.id not in changes.ids():
            return
        id_ = self.saved.id

        def look(views: "Sequence[SavedView]") -> None:
            found = next((view for view in views if view.id == id_), None)
            if found is None:
                self.tabs.choose("all")
            elif found != self.saved:
                self._show_saved(found)

        from desktop_app.gui.views.saved import read_views

        self.workspace.read(read_views, look)

    # What is shown now -------------------------------------------------------------------------------------------

    def shown_contents(self) -> "dict[str, object]":
        """Return what the list shows, as a view keeps it."""
        rows = self.list
        conditions = (*rows.view.conditions, *rows.filters.conditions)
        return contents(conditions, rows.choice.arrangement, compact=rows.choice.compact, text=rows.filters.text)

    @property
    def view_changed(self) -> bool:
        """Whether the saved view in sight shows something else than what was saved."""
        return self.saved is not None and self.shown_contents() != self.saved.as_data()

    def say_save(self) -> None:
        """Say on the button what saving would do."""
        if self.view_changed:
            tip = tr("Keep what is shown now in the view “{name}”").format(name=self.saved.name if self.saved else "")
            self.list.filters.say_save(tr("Update view"), tip, urgent=True)
        else:
            self.list.filters.say_save()

    def has_view(self) -> bool:
        """Whether a saved view is in sight."""
        return self.saved is not None

    def has_changed_view(self) -> bool:
        """Whether the saved view in sight was changed."""
        return self.view_changed

    # Commands ----------------------------------------------------------------------------------------------------

    def _on_save(self) -> None:
        """Save a new view; where the one in sight was changed, ask which."""
        if not self.view_changed:
            self.save_view()
            return
        menu = QMenu(self.list)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(icons.icon("save"), tr("Update view"), self.update_view)
        menu.addAction(icons.icon("plus"), tr("Save as a new view…"), self.save_view)
        menu.addAction(icons.icon("rotate-ccw"), tr("Back to what was saved"), self.restore_view)
        button = self.list.filters.save
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    @action(mark("Save as a view…"), icon="bookmark", keys=("Ctrl+Shift+V",), menu="view")
    def save_view(self) -> None:
        """Keep what the list shows as a view of its own."""
        from desktop_app.gui.views import keeping

        data = self.shown_contents()

        def keep(name: str) -> None:
            keeping.add(self.workspace, self.list.spec.entity.name, name, data, self.show_view)

        self._ask_name("", keep)

    @action(mark("Update the view"), icon="save", menu="view", when="has_changed_view")
    def update_view(self) -> None:
        """Keep what is shown now in the saved view in sight."""
        from desktop_app.gui.views import keeping

        if self.saved is not None:
            keeping.update(self.workspace, self.saved, self.shown_contents(), self.list)

    @action(mark("Back to the view as it was saved"), icon="rotate-ccw", menu="view", when="has_changed_view")
    def restore_view(self) -> None:
        """Show the saved view in sight as it was saved."""
        if self.saved is not None:
            self._show_saved(self.saved)

    @action(mark("Rename the view…"), icon="pencil", menu="view", when="has_view")
    def rename_view(self) -> None:
        """Give the saved view in sight another name."""
        from desktop_app.gui.views import keeping

        if (view := self.saved) is not None:
            self._ask_name(view.name, lambda name: keeping.rename(self.workspace, view, name))

    @action(mark("Send the view to another office…"), icon="send", menu="view", when="has_view")
    def send_view(self) -> None:
        """Write the saved view in sight into a file for another office."""
        from desktop_app.gui.views import files

        if self.saved is not None:
            files.send(self.list.window(), self.workspace, self.saved)

    @action(mark("Take in a view…"), icon="inbox", menu="view")
    def take_in_view(self) -> None:
        """Take in a view that another office has sent."""
        from desktop_app.gui.views import files

        files.choose(self.list.window(), self.workspace)

    @action(mark("Delete the view"), icon="trash-2", menu="view", when="has_view")
    def delete_view(self) -> None:
        """Delete the saved view in sight."""
        from desktop_app.gui.views import keeping

        if self.saved is not None:
            keeping.delete(self.workspace, self.saved)

    def _ask_name(self, name: str, named: "Callable[[str], None]") -> None:
        from desktop_app.gui.views.name_popup import NamePopup

        def ask(taken: tuple[str, ...]) -> None:
            popup = NamePopup(name, taken, self.list)
            popup.named.connect(named)
            popup.open_below(self.list.filters.save)

        self.workspace.read(self._taken, ask)

    def _taken(self, store: "Store") -> tuple[str, ...]:
        from desktop_app.gui.views.saved import read_views

        mine = self.list.spec.entity.name
        return tuple(view.name for view in read_views(store) if view.list == mine)
