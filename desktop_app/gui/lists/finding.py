"""What a list asks of the base, and what it is answered: row numbers in order, how many in all, the groups, the first rows.

Runs on the reading thread. Of a long list the first rows are asked for alone, so that they stand on the screen before all
numbers are in order.
"""

from array import array
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.choices import choices
from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.text import fold
from desktop_app.domain.types import Choice, Code, Day, Flag, Integer, Link, Several, Text
from desktop_app.domain.values import Showing, Value
from desktop_app.gui.table.groups import Group, Groups
from desktop_app.gui.table.model import PAGE, Row
from desktop_app.gui.tasks import Cancelled
from desktop_app.gui.words import lang, tr

if TYPE_CHECKING:
    from desktop_app.gui.lists.rows import RowReader
    from desktop_app.gui.lists.specs import Condition
    from desktop_app.store.base import Store
    from desktop_app.store.queries import Query

AT_ONCE = 1_000  # names, in a hundredth of a second
FIRST = 64  # rows that are shown before the others
GROUPS_AT_MOST = 1_000


class Asked(NamedTuple):
    """A question of a list: what is shown, read by whom, gathered by which field, which record is to be selected."""

    query: "Query"
    reader: "RowReader"
    group: str = ""
    wanted: str = ""
    closed: Collection[Value] = ()
    known: "dict[str, tuple[list[Group], int]] | None" = None  # the groups, counted once for both parts of the answer
    read: "dict[bytes, Sequence[Row]] | None" = None  # pages by their row numbers, read once for both parts
    outdated: Callable[[], bool] = bool  # whether something else is asked by now


class Found(NamedTuple):
    """The answer. `pages`: those in sight first, by `reader`; `wanted`: the row number of the record to select; `refused`:
    how many groups there would be, too many."""

    numbers: "array[int]"
    total: int
    reader: "RowReader"
    pages: Mapping[int, Sequence[Row]]
    wanted: int | None = None
    groups: Groups | None = None
    refused: int = 0
    whole: bool = True


def can_group(field: Field) -> bool:
    """Whether rows can be gathered by a field: its values are few, or years."""
    type_ = field.type.of if isinstance(field.type, Several) else field.type
    return isinstance(type_, Choice | Link | Flag | Day | Integer) or (
        isinstance(type_, Text | Code) and not (isinstance(type_, Text) and type_.lines)
    )


def fetch_names(store: "Store", entity: Entity, conditions: "Sequence[Condition]") -> None:
    """Fetch the names of the records that conditions name, so that they can be said."""
    from desktop_app.domain.leading import field_at

    for condition in conditions:
        type_ = field_at(entity, condition.field).type
        link = type_.of if isinstance(type_, Several) else type_
        values = condition.value if isinstance(condition.value, tuple) else (condition.value,)
        if isinstance(link, Link):
            for value in values:
                if value is not None:
                    store.names.record(link.entity, str(value))


def find(store: "Store", asked: Asked) -> Found:
    """Return all row numbers that a list shows."""
    from desktop_app.store.queries import Query

    entity = asked.query.entity
    _lay_names_out(store, asked)
    groups, refused = _groups(store, asked)
    query = _gathered(asked, groups)
    numbers = _ids(store, asked, query)
    found = store.get(entity, asked.wanted) if asked.wanted else None
    total = len(numbers) if not query.filters and not query.search else store.count(Query(entity))
    wanted = int(str(found["pk"])) if found else None
    held = Groups(groups, numbers, asked.closed) if groups else None
    pages = _pages(asked, held.shown() if held else numbers, wanted)
    return Found(numbers, total, asked.reader, pages, wanted, held, refused)


def find_first(store: "Store", asked: Asked) -> Found:
    """Return the first rows that a list shows; how many there are in all is not known yet."""
    if (first := _first_groups(store, asked)) is not None:
        groups, numbers, refused = *first, 0
    else:
        groups, refused = _groups(store, asked)
        numbers = _first_of(store, asked, groups)
    found = store.get(asked.query.entity, asked.wanted) if asked.wanted else None
    wanted = int(str(found["pk"])) if found else None
    held = Groups(groups, numbers, asked.closed) if groups else None
    pages = _pages(asked, held.shown() if held else numbers, wanted)
    return Found(numbers, 0, asked.reader, pages, wanted, held, refused, whole=False)


def _first_groups(store: "Store", asked: Asked) -> "tuple[list[Group], array[int]] | None":
    """Return the groups in which the first rows lie, and these; None where all must be counted to know them."""
    query, name = asked.query, asked.group
    if not name or asked.closed:
        return None
    if (values := store.values(query, name, GROUPS_AT_MOST)) is None:
        return None
    groups, found = [], array("q")
    for value, words, _ in named(store, query.entity, name, [(value, 0) for value in values]):
        if size := store.count_of(query.entity, name, value):
            groups.append(Group(value, words, size))
            found.extend(_of_group(store, asked, value))
        if len(found) >= FIRST or len(found) < sum(group.size for group in groups):
            break
    return groups, found


def _pages(asked: Asked, shown: "array[int]", wanted: int | None) -> dict[int, Sequence[Row]]:
    """Read the first page, or those around the record to select: the screen's thread finds what it paints."""
    page = 0
    if wanted is not None:
        with suppress(ValueError):
            page = shown.index(wanted) // PAGE
    near = range(page - 1, page + 2) if page else (0,)
    return {page: _page(asked, rows) for page in near if (rows := shown[page * PAGE : (page + 1) * PAGE])}


def _page(asked: Asked, numbers: "array[int]") -> Sequence[Row]:
    read = {} if asked.read is None else asked.read
    if (key := numbers.tobytes()) not in read:
        read[key] = asked.reader(numbers)
    return read[key]


def _first_of(store: "Store", asked: Asked, groups: Sequence[Group]) -> "array[int]":
    """Return the first row numbers; of groups, those of the first ones alone, which the base finds without sorting all."""
    if not groups or asked.closed:
        return _ids(store, asked, replace(_gathered(asked, groups), limit=FIRST))
    found = array("q")
    for group in groups:
        found.extend(_of_group(store, asked, group.value))
        if len(found) >= FIRST or len(found) < group.size:
            break
    return found


def _of_group(store: "Store", asked: Asked, value: Value) -> "array[int]":
    from desktop_app.store.queries import Filter

    return _ids(store, asked, replace(asked.query.where(Filter(asked.group, "same", value)), limit=FIRST))


def _lay_names_out(store: "Store", asked: Asked) -> None:
    """Have the names that rows are sorted by laid out, unless somebody asks for something else meanwhile."""
    fields = [name for name, _descending in asked.query.sort]
    while not store.lay_names_out(asked.query.entity, fields, AT_ONCE):
        if asked.outdated():
            raise Cancelled


def _ids(store: "Store", asked: Asked, query: "Query") -> "array[int]":
    with store.until(asked.outdated):
        return store.ids(query)


def _gathered(asked: Asked, groups: Sequence[Group]) -> "Query":
    if not groups:
        return asked.query
    return replace(asked.query, gather=(asked.group, tuple(group.value for group in groups)))


def _groups(store: "Store", asked: Asked) -> tuple[list[Group], int]:
    if not asked.group:
        return [], 0
    known = {} if asked.known is None else asked.known
    if asked.group not in known:
        known[asked.group] = _read_groups(store, asked)
    return known[asked.group]


def _read_groups(store: "Store", asked: Asked) -> tuple[list[Group], int]:
    entity = asked.query.entity
    with store.until(asked.outdated):
        tally = store.tally(asked.query, asked.group)
    if len(tally) > GROUPS_AT_MOST:
        return [], len(tally)
    groups = [Group(value, words, count) for value, words, count in named(store, entity, asked.group, tally)]
    return groups, 0


def named(
    store: "Store", entity: Entity, name: str, tally: Sequence[tuple[Value, int]]
) -> list[tuple[Value, str, int]]:
    """Return values with their words, in the order in which people look for them; what is not filled in last."""
    field = entity.fields[name]
    store.names.fetch(entity, [{name: value} for value, _count in tally if value is not None])
    showing = store.names.showing(lang())
    found = [(value, words_of(field, value, showing), count) for value, count in tally]
    return sorted(found, key=lambda one: _place(field, one[0], one[1]))


def words_of(field: Field, value: Value, showing: Showing) -> str:
    """Return a value of a group or of a filter in words."""
    if value is None or value == "":
        return tr("Not filled in")
    if isinstance(field.type, Day):
        return str(value)
    type_ = field.type.of if isinstance(field.type, Several) and not isinstance(value, tuple) else field.type
    return type_.show(value, showing)


def _place(field: Field, value: Value, words: str) -> tuple[bool, float, str]:
    type_ = field.type
    if value is None or value == "":
        return (True, 0.0, "")
    if isinstance(type_, Day):
        return (False, -float(str(value)) if str(value).isdigit() else 0.0, "")
    if isinstance(type_, Integer):
        return (False, float(str(value)), "")
    if isinstance(type_, Choice) and value in (known := list(choices(type_.list))):
        # A list of choices has an order of its own: planned comes before done.
        return (False, float(known.index(str(value))), "")
    return (False, 0.0, fold(words))
