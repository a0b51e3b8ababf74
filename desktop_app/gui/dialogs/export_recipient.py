"""For whom a workbook is: the embassies of the base are proposed, any other name may be written."""

from collections.abc import Callable

from desktop_app.domain import ENTITIES
from desktop_app.domain.naming import subtitle, title
from desktop_app.domain.partner import EMBASSIES
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.gui.editors.links import Suggestion
from desktop_app.gui.words import lang
from desktop_app.gui.workspace import Workspace

PROPOSED = 12


class Recipients:
    """Embassies and consulates, then every other partner that matches."""

    free = True

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def find(self, text: str) -> list[Suggestion]:
        """Return whom a text may mean."""
        from desktop_app.store.queries import Filter, Query

        store, partner = self._workspace.store, ENTITIES["partner"]
        embassies = Query(partner, (Filter("kind", "in", EMBASSIES),), text, (("name", False),), PROPOSED)
        found = store.records(embassies)
        if text and len(found) < PROPOSED:
            known = {record["id"] for record in found}
            others = store.records(Query(partner, (), text, limit=PROPOSED))
            found += [record for record in others if record["id"] not in known]
        store.names.fetch(partner, found)
        showing = store.names.showing(lang())
        return [
            Suggestion(str(record["id"]), title(partner, record, showing), subtitle(partner, record, showing))
            for record in found[:PROPOSED]
        ]

    def country_of(self, id_: str) -> Value:
        """Return the country of a partner."""
        record = self._workspace.store.get(ENTITIES["partner"], id_)
        return record["country"] if record else None

    def named(self, value: str) -> Suggestion:
        """Return a name as it is."""
        return Suggestion(value, value)

    def read(self, text: str) -> str | None:
        """Take any name."""
        return text.strip() or None

    def creates(self) -> Words | None:
        """Create nothing: a name is enough."""
        return None

    def create(self, text: str, take: Callable[[str], None]) -> None:
        """Create nothing."""

    def open(self, _value: str) -> bool:
        """Open nothing."""
        return False
