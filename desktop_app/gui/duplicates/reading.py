"""What is read for the pairs of likely twins, in the background: their names, and all that is known of the selected one."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.naming import subtitle, title
from desktop_app.domain.types import Link
from desktop_app.domain.values import Record, Showing, Value
from desktop_app.domain.words import Words
from desktop_app.gui.review.lines import NOTHING, Line
from desktop_app.gui.tasks import Task
from desktop_app.gui.words import percent, said, tr
from desktop_app.importers import merging
from desktop_app.importers.duplicates import TWICE, Twins, find
from desktop_app.importers.merging import Side
from desktop_app.store.base import Query, Store
from desktop_app.store.queries import Filter


class Pair(NamedTuple):
    """Two likely twins with their names in both languages, and what tells each from homonyms."""

    twins: Twins
    names: tuple[Words, Words]
    about: tuple[Words, Words]

    @property
    def key(self) -> str:
        """What names the pair."""
        return f"{self.twins.one}={self.twins.other}"


class Sides(NamedTuple):
    """Both records of a pair as they are now, what links to each, and how values are said."""

    entity: Entity
    one: Record
    other: Record
    linked: tuple[str, str]
    showing: Showing


def likely(store: Store, task: Task) -> list[Pair]:
    """Return the pairs that are likely the same, the surest first."""
    return _named(store, find(store, TWICE, task.step))


def told_apart(store: Store) -> list[Pair]:
    """Return the pairs of which somebody said that they are not the same."""
    why = Words("déclarées distinctes", "said to be different")
    found = [
        Twins(name, min(pair), max(pair), 0.0, why) for name in TWICE for pair in store.told_apart(ENTITIES[name])
    ]  # fmt: skip
    return _named(store, found)


CHOSEN = Words("choisies dans une liste", "chosen in a list")


def chosen(store: Store, entity: str, one: str, other: str) -> Pair | None:
    """Return two records that somebody holds to be the same as a pair; None where one is there no more."""
    return next(iter(_named(store, [Twins(entity, min(one, other), max(one, other), 0.0, CHOSEN)])), None)


def _named(store: Store, found: Sequence[Twins]) -> list[Pair]:
    pairs: dict[Twins, Pair] = {}
    for name in TWICE:
        entity, mine = ENTITIES[name], [one for one in found if one.entity == name]
        records = store.many(entity, {id_ for one in mine for id_ in (one.one, one.other)})
        store.names.fetch(entity, records.values())
        showing = {lang: store.names.showing(lang) for lang in ("fr", "en")}
        names = {id_: Words(*(title(entity, one, showing[lang]) for lang in showing)) for id_, one in records.items()}
        about = {
            id_: Words(*(_about(entity, one, showing[lang]) for lang in showing)) for id_, one in records.items()
        }  # fmt: skip
        for one in mine:
            if one.one in names and one.other in names:
                pairs[one] = Pair(one, (names[one.one], names[one.other]), (about[one.one], about[one.other]))
    return [pairs[one] for one in found if one in pairs]


def _about(entity: Entity, record: Record, showing: Showing) -> str:
    return subtitle(entity, record, showing) or str(record.get("ref") or "")


def sides_of(store: Store, pair: Pair, language: str) -> Sides | None:
    """Return both records of a pair; None where one is there no more."""
    entity = ENTITIES[pair.twins.entity]
    records = store.many(entity, (pair.twins.one, pair.twins.other))
    one, other = records.get(pair.twins.one), records.get(pair.twins.other)
    if one is None or other is None or one["id"] == other["id"]:
        return None
    store.names.fetch(entity, (one, other))
    linked = tuple(_linked(store, entity, str(record["id"]), language) for record in (one, other))
    return Sides(entity, one, other, (linked[0], linked[1]), store.names.showing(language))


def _linked(store: Store, entity: Entity, id_: str, language: str) -> str:
    """Say how many records of which kind link to one."""
    counts: dict[str, int] = {}
    for owner in ENTITIES.values():
        for held in owner:
            if isinstance(held.type, Link) and held.type.entity == entity.name:
                shown = owner.owner if owner.owner and held.name != owner.owner else owner.name
                count = store.count(Query(owner, (Filter(held.name, "is", id_),)))
                counts[shown] = counts.get(shown, 0) + count
    words = (f"{ENTITIES[name].words.said(language)} : {count}" if language == "fr" else
             f"{ENTITIES[name].words.said(language)}: {count}" for name, count in counts.items() if count)  # fmt: skip
    return "  ·  ".join(words)


def lines(sides: Sides, chosen: Mapping[str, Side]) -> list[Line]:
    """Return the fields of a pair, those that differ first."""
    entity, one, other = sides.entity, sides.one, sides.other
    values = merging.merged(entity, one, other, chosen)
    differing = {found.field.name: found for found in merging.differences(entity, one, other)}
    rest = [held.name for held in entity if held.name not in differing and _said_of(one, held.name, values)]
    made: list[Line] = []
    for name in (*differing, *rest):
        held = entity.fields[name]
        left, right = (held.type.show(record.get(name), sides.showing) for record in (one, other))
        result = held.type.show(values.get(name, one.get(name)), sides.showing)
        open_ = name in differing and differing[name].open
        made.append(
            Line(
                len(made), name, said(held.words), "", left or NOTHING, right or NOTHING, result or NOTHING,
                chosen[name] if open_ else "plain", changed_here=bool(left) and name in differing,
                changed_there=bool(right) and name in differing, sentence="", cell="",
            )
        )  # fmt: skip
    return [
        line._replace(state={"one": "ours", "other": "theirs"}.get(line.state, line.state)) for line in made
    ]  # fmt: skip


def _said_of(record: Record, name: str, values: Mapping[str, Value]) -> bool:
    return record.get(name) is not None or values.get(name) is not None


def why_words(pair: Pair) -> str:
    """Say why two records are shown as likely the same, and how surely."""
    if pair.twins.exact:
        return tr("Certain: {why}").format(why=said(pair.twins.why))
    if not pair.twins.share:
        return said(pair.twins.why)
    return tr("{share}: {why}").format(share=percent(pair.twins.share * 100), why=said(pair.twins.why))
