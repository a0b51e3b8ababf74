"""The parts that rows speak of, entered in a plan beside their record: new ones added, those that are here compared."""

from collections.abc import Mapping, Sequence

from desktop_app.domain import ENTITIES
from desktop_app.domain.ids import derived_id
from desktop_app.domain.plan import ACCEPT, OPEN, Item, Plan
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.importers.part_rows import PartRead
from desktop_app.importers.recognise import ForeignTable
from desktop_app.importers.rows import RowRead
from desktop_app.importers.same import compared, unread
from desktop_app.store.base import Query, Store
from desktop_app.store.births import prepare
from desktop_app.store.queries import Filter

_NO_COUNTRY = Words(
    "Le pays de cette étape n’est pas dit : indiquez-le.", "The country of this leg is not said: give it."
)


class PartEntering:
    """Enters the parts of one table's rows."""

    def __init__(self, store: Store, plan: Plan, table: ForeignTable) -> None:
        self._store, self._plan, self._table = store, plan, table
        self._seen: set[str] = set()

    def enter(self, read: RowRead, id_: str, *, here: bool) -> None:
        """Enter the parts of a row's record; `here`: the record is in the base."""
        for part in read.parts:
            {"party": self._party, "period": self._period, "funding": self._funding, "leg": self._leg}[part.entity](
                part, read, id_, here=here
            )

    # Kinds ----------------------------------------------------------------------------------------------------------

    def _party(self, part: PartRead, read: RowRead, owner: str, *, here: bool) -> None:
        values: dict[str, Value] = {"instrument": owner, "role": part.key, **part.values}
        if part.asked:
            name, at, error, text = part.asked[0]
            guess = {name: error.guess} if isinstance(error.guess, str) else {}
            id_ = derived_id("party", owner, part.key, text)
            self._add("unreadable", part, read, id_, values | guess, OPEN, error.words, text, at)
            return
        id_ = prepare(ENTITIES["party"], values).id
        if not (here and self._store.get(ENTITIES["party"], id_)):
            self._add("new", part, read, id_, values)

    def _period(self, part: PartRead, read: RowRead, owner: str, *, here: bool) -> None:
        dates = {name: read.values[name] for name in ("starts_on", "ends_on") if read.values.get(name)}
        values: dict[str, Value] = {"instrument": owner, **dates, **part.values}
        known = self._of_owner("period", "instrument", owner) if here else []
        ours = _covering(known, str(dates.get("starts_on") or "")) if known else None
        if ours is not None:
            self._compare(part, read, ours, {name: part.values[name] for name in part.values})
            return
        id_ = derived_id("period", owner, str(dates.get("starts_on") or "1"))
        self._add("new", part, read, id_, {**values, "number": len(known) + 1})
        self._ask(part, read, id_)

    def _funding(self, part: PartRead, read: RowRead, owner: str, *, here: bool) -> None:
        source, _, year = part.key.partition(".")
        link = self._table.entity.name
        own: dict[str, Value] = {link: owner, "source": source, "year": int(year) if year else None}
        known = self._of_owner("funding", link, owner) if here else []
        ours = next((one for one in known if all(one.get(n) == own[n] for n in ("source", "year"))), None)
        if ours is not None:
            self._compare(part, read, ours, part.values)
            return
        id_ = derived_id("funding", owner, source, year)
        self._add("new", part, read, id_, {**own, **part.values})
        self._ask(part, read, id_)

    def _leg(self, part: PartRead, read: RowRead, owner: str, *, here: bool) -> None:
        countries = read.values.get("countries")
        values = dict(part.values)
        if not values.get("country") and isinstance(countries, tuple) and len(countries) == 1:
            values["country"] = countries[0]
        number = int(part.key)
        known = self._of_owner("leg", "mission", owner) if here else []
        ours = next((one for one in known if one.get("number") == number), None)
        if ours is not None:
            self._compare(part, read, ours, values)
            return
        id_ = derived_id("leg", owner, part.key)
        open_ = not values.get("country")
        self._add(
            "new", part, read, id_, {"mission": owner, "number": number, **values}, OPEN if open_ else ACCEPT,
            _NO_COUNTRY if open_ else None, part.text if open_ else "",
        )  # fmt: skip
        self._ask(part, read, id_)

    # Items ----------------------------------------------------------------------------------------------------------

    def _of_owner(self, entity: str, link: str, owner: str) -> Sequence[Record]:
        return list(self._store.records(Query(ENTITIES[entity], (Filter(link, "is", owner),))))

    def _add(  # noqa: PLR0913, PLR0917
        self, kind: str, part: PartRead, read: RowRead, id_: str, values: Mapping[str, Value], decision: str = ACCEPT,
        words: Words | None = None, text: str = "", at: int | None = None,
    ) -> None:  # fmt: skip
        if id_ in self._seen:
            return
        self._seen.add(id_)
        filled: dict[str, Value] = {name: value for name, value in values.items() if value is not None}
        self._plan.cells["unreadable" if kind == "unreadable" else "new"] += 1
        self._plan.items.append(
            Item(kind, part.entity, id_, "", read.part.sheet.name, self._address(read, part.at if at is None else at), None,
                 None, None, filled, decision, words, text)
        )  # fmt: skip

    def _ask(self, part: PartRead, read: RowRead, id_: str, ours: Record | None = None) -> None:
        for name, at, error, text in part.asked:
            kind = unread(ENTITIES[part.entity].fields[name], ours, error.guess)
            self._plan.cells[kind] += 1
            if kind == "unreadable":
                here = ours.get(name) if ours else None
                self._plan.items.append(
                    Item(kind, part.entity, id_, "", read.part.sheet.name, self._address(read, at), name, None, here,
                         error.guess, OPEN, error.words, text)
                )  # fmt: skip

    def _compare(self, part: PartRead, read: RowRead, ours: Record, values: Mapping[str, Value]) -> None:
        entity = ENTITIES[part.entity]
        for name, there in values.items():
            kind, value = compared(entity.fields[name], ours, there)
            self._plan.cells[kind] += 1
            if kind != "identical":
                self._plan.items.append(
                    Item(kind, part.entity, str(ours["id"]), str(ours.get("ref") or ""), read.part.sheet.name,
                         self._address(read, part.at), name, None, ours.get(name), value, ACCEPT if kind == "theirs" else OPEN)
                )  # fmt: skip
        self._ask(part, read, str(ours["id"]), ours)

    def _address(self, read: RowRead, at: int) -> str:
        return self._table.address(read.part, read.place, at)


def _covering(periods: Sequence[Record], start: str) -> Record | None:
    """Return the period in which a day lies, else the last one."""
    for one in periods:
        first, last = str(one.get("starts_on") or ""), str(one.get("ends_on") or "9999")
        if start and first[: len(start)] <= start[: len(first)] and start[: len(last)] <= last[: len(start)]:
            return one
    return max(periods, key=lambda one: str(one.get("starts_on") or ""), default=None)
