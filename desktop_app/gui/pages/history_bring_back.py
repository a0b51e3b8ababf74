"""What was said on another day, brought back into the base of today as one step: one record, or all that has changed."""

from typing import TYPE_CHECKING

from desktop_app.domain import ENTITIES
from desktop_app.domain.words import Words
from desktop_app.gui import messages
from desktop_app.gui.actions import action
from desktop_app.gui.page import Page
from desktop_app.gui.pages.history_past import PastPart, long_day
from desktop_app.gui.words import figure, labelled, mark, said, tr, with_figure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.domain.progress import Progress
    from desktop_app.store.base import Store
    from desktop_app.store.edit import Edit


class BringingBack(Page):
    """The commands of the page History on the base of another day."""

    past: PastPart

    def has_past(self) -> bool:
        """Whether a day is shown, and the base of today can be written to."""
        open_ = self.workspace.is_open and not self.workspace.store.readonly
        return open_ and bool(self.past.shown_day)

    def has_past_record(self) -> bool:
        """Whether a record of that day is selected."""
        return self.has_past() and self.past.chosen() is not None

    @action(mark("Bring this entry back"), icon="rotate-ccw", menu="edit", when="has_past_record")
    def bring_back(self) -> None:
        """Write what the selected record said on that day, with what was edited inside it."""
        chosen, past, day = self.past.chosen(), self.past.past, self.past.shown_day
        if chosen is None or past is None:
            return
        entity, id_ = chosen
        store, then = self.workspace.store, past.store
        fr, en = (then.names.label(entity.name, id_, language) for language in ("fr", "en"))
        words = Words(f"Restaurer « {fr} » au {day}", f"Bring “{en}” back to {day}")

        def change(edit: "Edit") -> int:
            from desktop_app.store.bring_back import bring_back, with_parts

            return bring_back(edit, store, then, with_parts(then, entity, id_))

        self.workspace.edit(words, change, done=self._tell)

    @action(mark("Bring all back…"), icon="history", menu="edit", when="has_past")
    def bring_all_back(self) -> None:
        """Write what all records said on that day that say something else now, or are gone."""
        past, day = self.past.past, self.past.shown_day
        if past is None:
            return
        then = past.store

        def compare(store: "Store") -> "Mapping[str, list[str]]":
            from desktop_app.store.bring_back import differing

            return differing(store, then, day)

        self.workspace.read(compare, lambda found: self._bring_all(then, day, found), words=tr("Comparing with today…"))

    def _bring_all(self, then: "Store", day: str, found: "Mapping[str, list[str]]") -> None:
        if not found:
            self._tell(0)
            return
        counts = ["• " + labelled(said(ENTITIES[name].words), figure(len(ids))) for name, ids in found.items()]
        detail = "\n".join([*counts, "", tr("What was added since stays. It is one step, which can be undone.")])
        question = tr("Bring the whole base back to {day}?").format(day=long_day(day))
        all_ = sum(map(len, found.values()))
        verb = with_figure(tr("Bring %n entry(ies) back", "", all_), all_)
        if not messages.ask(self, question, detail, verb):
            return
        store = self.workspace.store

        def change(edit: "Edit", step: "Progress") -> int:
            from desktop_app.store.bring_back import bring_back

            return bring_back(edit, store, then, found, step)

        words = Words(f"Restaurer toute la base au {day}", f"Bring the whole base back to {day}")
        self.workspace.long_edit(words, change, doing=tr("Bringing the entries back…"), done=self._tell)

    def _tell(self, count: int) -> None:
        if count:
            self.workspace.note(with_figure(tr("%n entry(ies) brought back", "", count), count), undo=True)
        else:
            self.workspace.note(tr("Nothing to bring back: it says the same today."))
