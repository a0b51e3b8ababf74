"""The records that cells name: one that is here, one of several with that name, or none, which a person is told apart."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from desktop_app.domain import ENTITIES
from desktop_app.domain.folding import folded
from desktop_app.domain.naming import linked_words
from desktop_app.domain.types import Link
from desktop_app.domain.values import Unreadable, Value
from desktop_app.domain.words import Words
from desktop_app.importers.memory import ANY, NEW, name_key
from desktop_app.importers.questions import Question
from desktop_app.store.base import Query, Store
from desktop_app.store.likeness import MOST_NAMES, Likeness

_PROPOSED = 3
# From this many different names on, reading all records is quicker than asking for each.
_FEW = 100
# References, codes and identifiers, which only the base knows.
_CODED = re.compile(r"[@/]|[A-Z]{3}-[A-Z]{1,2}-|\d{4}|^[0-9a-f]{32}$")


class Links:
    """Finds records by what cells call them, with the answers that people gave before."""

    def __init__(
        self,
        store: Store,
        answers: Mapping[str, str],
        lang: str,
        meanings: Mapping[tuple[str, str, str], Value] | None = None,
    ) -> None:
        self._store, self.answers, self._lang, self._meanings = store, answers, lang, meanings or {}
        self._found: dict[tuple[str, str], str | None] = {}
        self._likeness: dict[str, Likeness | None] = {}
        self._asked: Counter[str] = Counter()
        self._counts: dict[str, int] = {}
        self.questions: dict[str, Question] = {}

    def meant(self, entity: str, field: str, text: str) -> Value:
        """Return what a text that no list knows was said to mean in a field; None where nobody said it."""
        value = self._meanings.get((entity, field, folded(text))) if self._meanings else None
        held = ENTITIES[entity].fields.get(field)
        if value is None or held is None or not isinstance(held.type, Link):
            return value
        return value if self._store.get(ENTITIES[held.type.entity], str(value)) else None

    def resolve(self, entity: str, text: str) -> str | None:
        """Return the record that a text means, where one does."""
        key = (entity, text)
        if key not in self._found:
            answer = self.answers.get(name_key(entity, text)) if self.answers else None
            known = answer if answer and answer != NEW and self._store.get(ENTITIES[entity], answer) else None
            self._found[key] = known or self._looked_up(entity, text)
        return self._found[key]

    def _looked_up(self, entity: str, text: str) -> str | None:
        """Look a record up in the base; from many names on, in the names of all its records at once."""
        self._asked[entity] += 1
        if self._is_empty(entity):
            return None
        known = self.likeness(entity) if self._asked[entity] > _FEW and not _CODED.search(text) else None
        if known is None:
            return self._store.resolve(entity, text)
        same = known.named(text)
        return next(iter(same)) if len(same) == 1 else None

    def _is_empty(self, entity: str) -> bool:
        """Tell whether no record of a kind is here."""
        if entity not in self._counts:
            self._counts[entity] = self._store.count(Query(ENTITIES[entity]))
        return not self._counts[entity]

    def is_new(self, entity: str, text: str) -> bool:
        """Tell whether somebody said that a name is none of ours."""
        return bool(self.answers) and NEW in (
            self.answers.get(name_key(entity, text)),
            self.answers.get(name_key(ANY, text)),
        )

    def asks(self, entity: str, id_: str) -> bool:
        """Tell whether the name of a record has a question mark of its own."""
        record = self._store.names.record(entity, id_) or {}
        return any("?" in text for text in linked_words(ENTITIES[entity], record))

    def is_here(self, entity: str, text: str) -> bool:
        """Tell whether some records have a name, one or several."""
        known = self.likeness(entity)
        return bool(known and known.named(text))

    def likeness(self, entity: str) -> Likeness | None:
        """Return the names of an entity's records; None where there are too many to hold."""
        if entity not in self._likeness:
            query = Query(ENTITIES[entity])
            few = self._is_empty(entity) or self._counts[entity] <= MOST_NAMES
            self._likeness[entity] = Likeness(ENTITIES[entity], self._store.records(query)) if few else None
        return self._likeness[entity]

    def explain(self, entity: str, text: str) -> Unreadable:
        """Return what to say of a name that means no record, or several of them."""
        known = self.likeness(entity)
        one = ENTITIES[entity].one
        same = sorted(known.named(text)) if known else []
        if len(same) > 1:
            listed = self._listed(entity, same)
            words = Words(
                f"« {text} » : plusieurs fiches portent ce nom ({listed}). Choisissez celle qui convient.",
                f"“{text}”: several entries have this name ({listed}). Choose the right one.",
            )
            return self._ask(entity, text, same, words)
        if entity == "unit" and self.resolve("partner", text):
            words = Words(
                f"« {text} » est un partenaire, et non une unité CNRS : choisissez l’unité, ou laissez la case vide.",
                f"“{text}” is a partner, and no CNRS unit: choose the unit, or leave the cell empty.",
            )
            return self._ask(entity, text, [], words)
        near = [id_ for id_, _score in known.near(text)][:_PROPOSED] if known else []
        if near:
            listed = self._listed(entity, near)
            words = Words(
                f"« {text} » n’est pas encore dans la base ({one.fr}). Serait-ce {listed} ?",
                f"“{text}” is not in the base yet ({one.en}). Might it be {listed}?",
            )
            return self._ask(entity, text, near, words)
        words = Words(
            f"« {text} » n’est pas dans la base ({one.fr}) : choisissez un nom qui y est, ou ajoutez-le.",
            f"“{text}” is not in the base: choose an existing {one.en}, or add a new one.",
        )
        return self._ask(entity, text, [], words)

    def _ask(self, entity: str, text: str, ids: Sequence[str], words: Words) -> Unreadable:
        """Note a question, and return it as what is said of the cell; the guess is the only one that is near."""
        key = name_key(entity, text)
        self.questions[key] = Question(key, entity, text, tuple(ids), words)
        return Unreadable(words, ids[0] if len(ids) == 1 else None)

    def _listed(self, entity: str, ids: Collection[str]) -> str:
        shown = []
        for id_ in list(ids)[:_PROPOSED]:
            label = self._store.names.label(entity, id_, self._lang)
            beside = self._store.names.subtitle(entity, id_, self._lang)
            shown.append(f"{label} ({beside})" if beside else label)
        more = f" … (+{len(ids) - _PROPOSED})" if len(ids) > _PROPOSED else ""
        return " ; ".join(shown) + more
