"""What people did, as events with what each had on screen: the oracle of agreement. It knows nothing of how the journal works."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

Cell = tuple[str, str]  # record, register
LIFE = "_row"


class Event(NamedTuple):
    """Somebody gave a cell a value, having had some events on screen."""

    cell: Cell
    value: object
    token: str  # the line of the journal that carries it
    seen: frozenset[str]  # tokens
    kind: str = "set"  # set, add, remove
    proposal: bool = False  # said by a file of which nobody knows what it had shown


@dataclass
class Model:
    """All that was ever done, and what of it has reached each installation."""

    events: dict[Cell, list[Event]] = field(default_factory=lambda: defaultdict(list))
    retractions: dict[str, frozenset[str]] = field(default_factory=dict)
    reached: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def did(self, where: str, event: Event) -> None:
        """Note an event that was made somewhere."""
        self.events[event.cell].append(event)
        self.reached[where].add(event.token)

    def retracted(self, where: str, token: str, targets: Iterable[str]) -> None:
        """Note that something was taken back."""
        self.retractions[token] = frozenset(targets)
        self.reached[where].add(token)

    def gone(self, where: str) -> set[str]:
        """Return what is taken back, as one installation knows it."""
        reached = self.reached[where]
        known = {token: targets for token, targets in self.retractions.items() if token in reached}
        counts: dict[str, bool] = {}

        def live(token: str) -> bool:
            if token not in counts:
                counts[token] = not any(live(other) for other, targets in known.items() if token in targets)
            return counts[token]

        return {target for token, targets in known.items() if live(token) for target in targets}

    def known(self, where: str, cell: Cell) -> list[Event]:
        """Return the events of a cell that have reached an installation."""
        return [event for event in self.events[cell] if event.token in self.reached[where]]

    def latest(self, where: str, cell: Cell) -> list[Event]:
        """Return the events that nobody who saw them has replaced; a proposal of what somebody had written is its echo."""
        known, gone = self.known(where, cell), self.gone(where)
        written = [event.value for event in known if event.kind == "set" and not event.proposal]
        known = [event for event in known if not event.proposal or event.value not in written]
        by_token = {event.token: event for event in known if event.kind == "set"}
        replaced: set[str] = set()
        for event in by_token.values():
            if event.token not in gone:
                replaced |= self._through(event.seen, by_token, gone)
        return [event for token, event in by_token.items() if token not in gone and token not in replaced]

    def _through(self, seen: Iterable[str], by_token: dict[str, Event], gone: set[str]) -> set[str]:
        """Return what was seen, and what that had replaced where it was taken back since."""
        found: set[str] = set()
        waiting = list(seen)
        while waiting:
            token = waiting.pop()
            if token not in found:
                found.add(token)
                if token in gone and token in by_token:
                    waiting += by_token[token].seen
        return found

    def values(self, where: str, cell: Cell) -> list[object]:
        """Return the different values that a cell must show."""
        found: list[object] = []
        for event in self.latest(where, cell):
            if event.value not in found:
                found.append(event.value)
        return found

    def members(self, where: str, cell: Cell) -> set[object]:
        """Return the members that a set must show."""
        known, gone = self.known(where, cell), self.gone(where)
        cancelled = {
            (token, event.value) for event in known if event.kind == "remove" and event.token not in gone
            for token in event.seen
        }  # fmt: skip
        return {
            event.value for event in known
            if event.kind == "add" and event.token not in gone and (event.token, event.value) not in cancelled
        }  # fmt: skip

    def hidden(self, where: str, record: str) -> bool:
        """Return whether a record must be hidden: deleted, and nothing lives in it that its deleters had not seen."""
        life = self.latest(where, (record, LIFE))
        living = self.living(where, record)
        if not living:
            return True
        if not life or any(event.value for event in life):
            return False
        return living <= {token for event in life for token in self._all_before(event.seen)}

    def living(self, where: str, record: str) -> set[str]:
        """Return the tokens of all that lives in a record."""
        gone, found = self.gone(where), set[str]()
        for cell in [cell for cell in self.events if cell[0] == record and cell[1] != LIFE]:
            found |= {event.token for event in self.latest(where, cell)}
            found |= {
                event.token for event in self.known(where, cell) if event.kind != "set" and event.token not in gone
            }
        return found

    def _all_before(self, seen: Iterable[str]) -> set[str]:
        before = {event.token: event.seen for events in self.events.values() for event in events}
        found: set[str] = set()
        waiting = list(seen)
        while waiting:
            token = waiting.pop()
            if token not in found:
                found.add(token)
                waiting += before.get(token, ())
        return found
