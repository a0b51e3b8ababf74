"""What a new row leaves out and its workbook says: the country, where the workbook was sent for one country."""

from collections.abc import Iterable
from typing import NamedTuple

from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Several
from desktop_app.domain.values import Value
from desktop_app.domain.words import LANGUAGES, Words
from desktop_app.store.base import Store
from desktop_app.sync.read_row import Said

_PROPOSED = Words(
    "Le pays n’est pas dans la ligne : {name}, pour lequel le classeur a été envoyé, est proposé.",
    "The row does not say its country: {name}, for which the workbook was sent, is proposed.",
)


class Proposal(NamedTuple):
    """A country that new rows may have, and the sentence that says why."""

    country: str
    words: Words

    def fill(self, entity: Entity, values: dict[str, Value], said: Said) -> Words | None:
        """Put the country into the values of a new record that says none; return what to say of it, None where it does."""
        # What belongs to a record may stand elsewhere: a leg of a mission.
        place = entity.places[0] if entity.places and entity.owner is None else ""
        if not place or not values or place in values or any(one.code == place for one in said.asked):
            return None
        values[place] = (self.country,) if isinstance(entity.fields[place].type, Several) else self.country
        return self.words


def proposal_of(store: Store, numbers: Iterable[str]) -> Proposal | None:
    """Return the one country for which workbooks were sent; None where they were sent for several, or for all."""
    shipments = [store.ledger.shipment(number) for number in numbers]
    asked = {tuple(one.scope.get("countries", ())) for one in shipments if one}
    refs = asked.pop() if len(asked) == 1 else ()
    country = store.resolve("country", refs[0]) if len(refs) == 1 else None
    if country is None:
        return None
    names = (store.names.label("country", country, lang) for lang in LANGUAGES)
    said = (text.format(name=name) for text, name in zip(_PROPOSED, names, strict=True))
    return Proposal(country, Words(*said))
