"""Freeing much at once: no other thread runs until all of it is gone, so that the screen would stand still meanwhile."""

import sys
import threading
from collections.abc import Iterable
from queue import SimpleQueue
from typing import Any, TypeVar

_AT_ONCE = 1_000
_Item = TypeVar("_Item")


def let_go(many: list[Any] | dict[Any, Any]) -> None:
    """Empty a long list, or a large mapping, some at a time; others go on in between."""
    if isinstance(many, dict):
        while many:
            many.popitem()
    else:
        while many:
            del many[-_AT_ONCE:]


class Many(list[_Item]):
    """A list that may be long: when nobody holds it any more, whoever was last, it is let go of in the background."""

    def __init__(self, items: Iterable[_Item] = ()) -> None:
        super().__init__(items)
        _parting.begin()

    def __del__(self) -> None:
        if len(self) > _AT_ONCE and not sys.is_finalizing():
            _parting.left.put(self)


class _Parting:
    """A thread of its own that empties the lists that were left; begun with the first of them."""

    def __init__(self) -> None:
        self.left: SimpleQueue[list[Any]] = SimpleQueue()
        self._lock, self._begun = threading.Lock(), False

    def begin(self) -> None:
        """Be there before a list is left: no thread can be started while something is freed."""
        if not self._begun:
            with self._lock:
                if not self._begun:
                    threading.Thread(target=self._run, name="letting-go", daemon=True).start()
                    self._begun = True

    def _run(self) -> None:
        while True:
            let_go(self.left.get())


_parting = _Parting()
