"""Alarms: a sheet sorted without its references, and a column changed by one rule."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TypeGuard

from desktop_app.domain.types import Choice, as_text
from desktop_app.excel.lossy import same
from desktop_app.excel.sheets import Value as Raw
from desktop_app.sync.read_table import Pending, TableRead

_SHARE = 0.15
_MANY = 20
_SAMPLE = 400
# A value that stands in more rows than this tells no row from another.
_DISTINCTIVE = 3
_BETWEEN_EPOCHS = timedelta(days=1462)

Changed = list[tuple[Raw, Raw]]  # found, sent


def alarm(read: TableRead, base_rows: Callable[[], Sequence[Sequence[Raw]]]) -> str | None:
    """Return `sorted` or `mass_change` where a person must look before anything of a table is believed."""
    changed = [pending for pending in read.pending if pending.state == "known" and pending.base_row is not None]
    if len(changed) < 2:
        return None
    by_column = _by_column(changed)
    rows = len(read.identical) + len(changed)
    if any(_is_permuted(cells, rows) for cells in by_column.values()) or _look_like_others(changed, base_rows()):
        return "sorted"
    types = {column.field.name: column.field.type for column in changed[0].reader.columns}
    if any(_one_rule(cells, closed=isinstance(types[name], Choice)) for name, cells in by_column.items()):
        return "mass_change"
    return None


def _by_column(changed: Sequence[Pending]) -> Mapping[str, Changed]:
    found: dict[str, Changed] = {}
    for pending in changed:
        for name, raw, sent in _differences(pending):
            found.setdefault(name, []).append((raw, sent))
    return found


def _differences(pending: Pending) -> Iterator[tuple[str, Raw, Raw]]:
    assert pending.base_row is not None  # noqa: S101  # told to the type checker
    for column in pending.differing:
        raw = column.raw(pending.row)
        sent = pending.base_row[column.base_at]
        if not same(column.field.type, raw, sent):
            yield column.field.name, raw, sent


def _is_permuted(cells: Changed, rows: int) -> bool:
    """Tell whether most new values of a column are old values of other rows: it was sorted alone, or all but it were."""
    if len(cells) < 3 or len(cells) < _SHARE * rows:
        return False
    found = Counter(as_text(raw) for raw, _sent in cells)
    sent = Counter(as_text(was) for _raw, was in cells)
    return (found & sent).total() * 2 >= len(cells)


def _look_like_others(changed: Sequence[Pending], base_rows: Sequence[Sequence[Raw]]) -> bool:
    """Tell whether two rows or more look more like another record than like their own."""
    sample = changed[:_SAMPLE]
    columns = [column for column in sample[0].reader.columns if column.base_at >= 0]
    telling = [_places({column.raw(one.row) for one in sample}, base_rows, column.base_at) for column in columns]
    strangers = 0
    for pending in sample:
        votes: Counter[int] = Counter()
        for column, places in zip(columns, telling, strict=True):
            rows = places.get(column.raw(pending.row), [])
            if len(rows) <= _DISTINCTIVE:
                votes.update(rows)
        own = next((number for number in votes if base_rows[number] is pending.base_row), -1)
        best = max((count for number, count in votes.items() if number != own), default=0)
        strangers += best >= 2 and best > votes[own]
    return strangers >= 2


def _places(wanted: set[Raw], base_rows: Sequence[Sequence[Raw]], at: int) -> dict[Raw, list[int]]:
    """Return the rows of a base in which some texts of a column stand; short ones tell nothing."""
    places: dict[Raw, list[int]] = {raw: [] for raw in wanted if isinstance(raw, str) and len(raw) > 3}
    for number, row in enumerate(base_rows):
        if row[at] in places:
            places[row[at]].append(number)
    return places


def _one_rule(cells: Changed, *, closed: bool) -> bool:
    if len(cells) <= _MANY:
        return False
    if not closed and len({as_text(raw) for raw, _sent in cells}) == 1:
        return True  # all emptied, or one value filled down
    return any(sum(rule(raw, sent) for raw, sent in cells) >= 0.9 * len(cells) for rule in _RULES)


def _shifted(raw: Raw, sent: Raw) -> bool:
    return _is_day(raw) and _is_day(sent) and abs(raw - sent) == _BETWEEN_EPOCHS


def _swapped(raw: Raw, sent: Raw) -> bool:
    return _is_day(raw) and _is_day(sent) and (raw.year, raw.month, raw.day) == (sent.year, sent.day, sent.month)


def _is_day(raw: Raw) -> TypeGuard[date]:
    return isinstance(raw, date) and not isinstance(raw, datetime)


def _scaled(raw: Raw, sent: Raw) -> bool:
    numbers = isinstance(raw, int | float) and isinstance(sent, int | float)
    return numbers and sent != 0 and raw / sent in (1000, 0.001, 100, 0.01)  # type: ignore[operator]


def _capitals(raw: Raw, sent: Raw) -> bool:
    return isinstance(raw, str) and isinstance(sent, str) and raw == sent.upper() != sent


_RULES: tuple[Callable[[Raw, Raw], bool], ...] = (_shifted, _swapped, _scaled, _capitals)
