"""What happened to a record and to what is edited inside it, in words: who, when, what, before and after, which file."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QDateTime, QLocale

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.naming import said_in_line, title
from desktop_app.domain.types import Link, Several
from desktop_app.domain.values import Value
from desktop_app.gui.words import by, lang, said, tr

if TYPE_CHECKING:
    from desktop_app.store.base import Store
    from desktop_app.store.look_back import SourceRow
    from desktop_app.store.steps import FieldChange

LIFE = "_row"
LONGEST = 48
_ORDER = ("number", "due_on", "year", "since_on")  # by which parts are listed


class HistoryLine(NamedTuple):
    """One line of a history, ready to show."""

    wall: int
    who: str
    what: str
    before: str
    after: str
    source: str  # the file from which it came
    undone: bool
    icon: str

    @property
    def sentence(self) -> str:
        """The change in one line: “Budget: 12 000 → 14 000”."""
        if self.before and self.after:
            return tr("{what}: {before} → {after}").format(what=self.what, before=self.before, after=self.after)
        if self.after:
            return tr("{what}: {after}").format(what=self.what, after=self.after)
        return tr("{what}: emptied").format(what=self.what) if self.before else self.what


def history_of(store: "Store", entity: Entity, id_: str) -> list[HistoryLine]:
    """Return the history of a record with that of its parts, newest first."""
    record = store.get(entity, id_)
    changes = store.history(id_)
    born = changes[-1].batch if changes else 0
    lines = _lines(store, entity, changes, "")
    for part in ENTITIES.values():
        if part.owner == entity.name and record is not None:
            for one in parts_of(store, part, id_):
                store.names.fetch(part, [one])
                name = title(part, one, store.names.showing(lang()))
                words = f"{said(part.one).capitalize()} {_short(name)}".strip()
                # A part that came with its record needs no line of its own.
                lines += _lines(store, part, store.history(str(one["id"])), words, untold=born)
    lines += [_source_line(store, one) for one in store.source_rows(id_)]
    lines.sort(key=lambda line: line.wall, reverse=True)
    return lines


def _source_line(store: "Store", one: "SourceRow") -> HistoryLine:
    """Return what a file said of a record in columns that have no field."""
    where = f"{one.sheet}, {one.row}" if one.sheet else one.row
    cells = "  ·  ".join(tr("{what}: {after}").format(what=name, after=text) for name, text in one.cells.items())
    who = by(one.author, store.author)
    what = tr("Other columns of row {row}").format(row=where)
    return HistoryLine(one.wall, who, what, "", cells, one.file_name, one.undone, _SHEET)


def parts_of(store: "Store", part: Entity, owner: str, link: str = "") -> list[dict[str, Value]]:
    """Return the records of an entity that are edited inside a record, in their order or by their dates."""
    from desktop_app.domain.lives import in_order
    from desktop_app.store.queries import Filter, Query

    sort = next((name for name in _ORDER if name in part.fields), "")
    found = store.records(
        Query(part, (Filter(link or str(part.owner), "is", owner),), sort=((sort, False),) if sort else ())
    )
    return in_order(found) if part.name == "milestone" else found


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[:LONGEST].rstrip()}…"


def _lines(
    store: "Store", entity: Entity, changes: "Sequence[FieldChange]", part: str, untold: int = -1
) -> list[HistoryLine]:
    born = changes[-1].batch if changes else 0
    lines = [_line(store, entity, change, part) for change in changes if change.batch != born and _seen(entity, change)]
    if changes and born != untold:
        words = tr("{part} added").format(part=part) if part else tr("Entry added")
        first = changes[-1]
        source = first.file_name or ""
        lines.append(
            HistoryLine(
                first.wall,
                by(first.author, store.author),
                words,
                "",
                "",
                source,
                first.undone,
                "plus" if not source else _SHEET,
            )
        )
    return lines


_SHEET = "file-spreadsheet"


def _seen(entity: Entity, change: "FieldChange") -> bool:
    return change.field == LIFE or (change.field in entity.fields and change.field != entity.owner)


def _line(store: "Store", entity: Entity, change: "FieldChange", part: str) -> HistoryLine:
    source = change.file_name or ""
    icon = _SHEET if source else "pencil"
    who = by(change.author, store.author)
    if change.field == LIFE:
        if part:
            what = (tr("{part} restored") if change.after else tr("{part} deleted")).format(part=part)
        else:
            what = tr("Entry restored") if change.after else tr("Entry deleted")
        return HistoryLine(change.wall, who, what, "", "", source, change.undone, icon)
    words = said(entity.fields[change.field].words)
    what = f"{part} · {words}" if part else words
    before, after = (shown(store, entity, change.field, value) for value in (change.before, change.after))
    return HistoryLine(change.wall, who, what, before, after, source, change.undone, icon)


def shown(store: "Store", entity: Entity, name: str, value: Value) -> str:
    """Return a value of a field as people read it, with the names of linked records."""
    type_ = entity.fields[name].type
    target = type_.of if isinstance(type_, Several) else type_
    if isinstance(target, Link):
        for id_ in _ids(value):
            store.names.record(target.entity, id_)
    return said_in_line(type_, value, store.names.showing(lang())).replace("\n", " ")


def _ids(value: Value) -> Iterable[str]:
    if isinstance(value, tuple):
        return value
    return (str(value),) if value else ()


def moment(wall: int) -> str:
    """Say when something happened: the day and the time, and the year where it is another one."""
    when = datetime.fromtimestamp(wall / 1000).astimezone()
    this_year = when.year == datetime.now().astimezone().year
    locale = QLocale("fr_FR") if lang() == "fr" else QLocale("en_GB")
    return locale.toString(QDateTime.fromMSecsSinceEpoch(wall), "d MMM, HH:mm" if this_year else "d MMM yyyy, HH:mm")
