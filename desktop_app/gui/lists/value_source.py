"""The values of a field among what a list shows, with their counts, read in the background for filters."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.values import Showing, Value
from desktop_app.gui.words import lang
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.store.base import Store
    from desktop_app.store.queries import Query

OFFERED = 500  # values; of more, the most frequent, and what is searched for


class Counted(NamedTuple):
    """One value in words, and how many records have it."""

    value: Value
    words: str
    number: int


class Offer(NamedTuple):
    """The values to choose from; `cut` where there are more of them."""

    values: Sequence[Counted]
    cut: bool = False


class ValueSource:
    """Counts what the list of a page shows now, but for the conditions on the field itself."""

    def __init__(self, workspace: Workspace, question: Callable[[], "Query"]) -> None:
        self._workspace, self._question = workspace, question
        self._counts: dict[Value, int] = {}

    def showing(self) -> Showing:
        """Return how values are said, with the names that the base knows."""
        return self._workspace.store.names.showing(lang()) if self._workspace.is_open else Showing(lang())

    def values(self, name: str, done: Callable[[Offer], None]) -> None:
        """Hand over the values of a field."""
        asked = self._question()
        query = replace(asked, sort=(), filters=tuple(one for one in asked.filters if one.field != name))

        def read(store: "Store") -> tuple[Offer, dict[Value, int]]:
            from desktop_app.gui.lists.finding import named

            tally = sorted(store.tally(query, name, each=True), key=lambda one: -one[1])
            offered = [Counted(*one) for one in named(store, query.entity, name, tally[:OFFERED])]
            return Offer(offered, len(tally) > OFFERED), dict(tally)

        def take(outcome: tuple[Offer, dict[Value, int]]) -> None:
            self._counts = outcome[1]
            done(outcome[0])

        self._workspace.read(read, take)

    def find(self, name: str, text: str, done: Callable[[Offer], None]) -> None:
        """Hand over the linked records of a field that a text finds, where all of them were too many to offer."""
        from desktop_app.store.names import link_target

        target = link_target(self._question().entity, name)
        counts = self._counts
        if target is None:
            return

        def read(store: "Store") -> Offer:
            found = store.search(text, OFFERED // 10, (target,))
            place = 0 if lang() == "fr" else 1
            return Offer(
                [Counted(one.id, one.title[place], counts[one.id]) for one in found if one.id in counts], cut=True
            )

        self._workspace.read(read, done)
