"""Rows without a reference, or with another row's: recognised by what they say, against what was sent."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Link
from desktop_app.domain.words import Words
from desktop_app.excel.base import Base, SheetBase
from desktop_app.excel.reference import ref_in
from desktop_app.sync.answers import NEW, Answers
from desktop_app.sync.likeness import Cells, Column, Likeness, match, score
from desktop_app.sync.read_row import RowReader
from desktop_app.sync.read_table import Pending, TableRead

_FOUND = Words(
    "{count} ligne(s) sans référence sûre ont été reconnues à ce qu’elles disent.",
    "{count} row(s) without a sure reference were recognised by what they say.",
)
_LOOKS_LIKE = Words(
    "Cette ligne n’a pas de référence sûre et ressemble à {refs} : dites à quelle fiche elle appartient.",
    "This row has no sure reference and looks like {refs}: say to which entry it belongs.",
)


Find = Callable[[str], tuple[Entity, str] | None]
# Below this, two rows have nothing to do with each other.
_WORTH_SAYING = 0.5


class _Sent(NamedTuple):
    """One export's sheet as rows may be compared with it."""

    sheet: SheetBase
    reader: RowReader
    columns: list[Column]
    rows: list[Cells]


def recognise_rows(
    reads: Sequence[TableRead], bases: Mapping[str, Base], seen: dict[str, Pending | None], answers: Answers, find: Find
) -> list[Words]:
    """Give the rows of a file whose reference says nothing the record that they can only be; return what to say of it."""
    count = 0
    for read in reads:
        if answers.rows:
            _as_answered(read, bases, seen, answers, find)
        waiting = _waiting(read)
        if waiting:
            for sent in _sent(read, bases):
                count += _recognise(read, waiting, sent, seen)
                waiting = _waiting(read)
    return [_FOUND.filled(count=count)] if count else []


def _waiting(read: TableRead) -> list[Pending]:
    return [*(one for one in read.pending if one.state in ("loose", "strange") and not one.own), *read.copies]


def _sent(read: TableRead, bases: Mapping[str, Base]) -> Iterator[_Sent]:
    entity = read.table.entity
    for code, reader in read.readers.items():
        if code in bases and (sheet := bases[code].sheets.get(entity.name)):
            columns = [Column(column.field.type, column.field.name in _keys(entity)) for column in reader.columns]
            yield _Sent(sheet, reader, columns, [reader.sent_cells(row) for row in sheet.rows])


def _keys(entity: Entity) -> set[str]:
    """Return the fields that name a record: its keys, and the titles that are no links."""
    titles = {names[0] for names in entity.title if len(names) == 1}
    keys = {held.name for held in entity if held.key} | titles
    return {name for name in keys if not isinstance(entity.fields[name].type, Link)}


def _as_answered(
    read: TableRead, bases: Mapping[str, Base], seen: dict[str, Pending | None], answers: Answers, find: Find
) -> None:
    """Give the rows of which a person has spoken the record that was said: those in prepared rows too."""
    for pending in [*_waiting(read), *(one for one in read.pending if one.state == "prepared")]:
        if not (answer := answers.rows.get(pending.address)):
            continue
        if answer == NEW:
            pending.own = True
            _move(read, pending, "prepared" if pending.state == "prepared" else "loose")
        elif (found := find(answer)) and found[0] is read.table.entity and found[1] not in seen:
            sent = next((one for one in _sent(read, bases) if found[1] in one.sheet.ids), None)
            if sent:
                _is(read, pending, sent, sent.sheet.ids.index(found[1]), seen)
            else:
                _move(read, pending, "known")
                pending.id, pending.ref, pending.base_row = found[1], answer, None
                seen[found[1]] = pending


def _recognise(read: TableRead, waiting: Sequence[Pending], sent: _Sent, seen: dict[str, Pending | None]) -> int:
    free = [place for place, id_ in enumerate(sent.sheet.ids) if id_ not in seen]
    if not waiting or not free:
        return 0
    rows = [sent.reader.cells(one.row) for one in waiting]
    found, unsure = match(rows, sent.rows, sent.columns, free)
    count = 0
    for number, like in found.items():
        pending = waiting[number]
        if pending in read.copies and not _better(pending, rows[number], like, sent):
            continue
        _is(read, pending, sent, like.place, seen)
        count += 1
    for number, likes in unsure.items():
        if waiting[number] not in read.copies:
            _say(waiting[number], likes, sent)
    return count


def _better(pending: Pending, cells: Cells, like: Likeness, sent: _Sent) -> bool:
    """Whether a copied row looks more like another record than like the one whose reference it bears."""
    own = sent.sheet.ids.index(pending.id) if pending.id in sent.sheet.ids else -1
    return own < 0 or like.score > score(cells, sent.rows[own], sent.columns)


def _say(pending: Pending, likes: Sequence[Likeness], sent: _Sent) -> None:
    refs = (ref_in(str(sent.sheet.rows[like.place][0])) for like in likes if like.score >= _WORTH_SAYING)
    pending.likes = tuple(dict.fromkeys((*pending.likes, *refs)))
    if pending.likes and pending.state == "loose":
        pending.words = _LOOKS_LIKE.filled(refs=", ".join(pending.likes))


def _is(read: TableRead, pending: Pending, sent: _Sent, place: int, seen: dict[str, Pending | None]) -> None:
    """Make a row the one of a record that was sent."""
    _move(read, pending, "known")
    pending.id, pending.base_row = sent.sheet.ids[place], sent.sheet.rows[place]
    pending.ref, pending.reader, pending.words = ref_in(str(sent.sheet.rows[place][0])), sent.reader, None
    seen[pending.id] = pending


def _move(read: TableRead, pending: Pending, state: str) -> None:
    """Put a row among those that are looked at, in a state."""
    if pending in read.copies:
        read.copies.remove(pending)
        read.pending.append(pending)
    pending.state = state
