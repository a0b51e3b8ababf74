"""The records that were seen last on this machine, and those that somebody pinned, for each base."""

from typing import NamedTuple

from desktop_app.gui.workspace import Workspace

RECENT = 8


class Ref(NamedTuple):
    """A record: the name of its entity and its id."""

    entity: str
    id: str


class Remembered:
    """Recent and pinned records of the open base, kept in the settings of this machine."""

    def __init__(self, workspace: Workspace) -> None:
        self._settings = workspace.settings
        self._base = workspace.store.setting("base")

    def recent(self) -> list[Ref]:
        """Return the records that were seen last, newest first."""
        return self._read("recent")

    def pinned(self) -> list[Ref]:
        """Return the pinned records, in the order in which they were pinned."""
        return self._read("pinned")

    def saw(self, entity: str, id_: str) -> None:
        """Put a record at the head of the recent ones."""
        seen = Ref(entity, id_)
        self._keep("recent", [seen, *(one for one in self.recent() if one != seen)][:RECENT])

    def pin(self, entity: str, id_: str) -> bool:
        """Pin a record, or take the pin away; return whether it is pinned now."""
        pinned, one = self.pinned(), Ref(entity, id_)
        held = one in pinned
        self._keep("pinned", [other for other in pinned if other != one] if held else [*pinned, one])
        return not held

    def _read(self, what: str) -> list[Ref]:
        lines = self._settings.text(f"palette/{self._base}/{what}").split()
        return [Ref(*line.split(":", 1)) for line in lines if ":" in line]

    def _keep(self, what: str, refs: list[Ref]) -> None:
        self._settings.keep(f"palette/{self._base}/{what}", " ".join(f"{one.entity}:{one.id}" for one in refs))
