"""A sheet that is not ours, read in the background: what its columns mean, and its first rows as ours."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.plan import Plan
from desktop_app.domain.types import as_text
from desktop_app.domain.values import Reading
from desktop_app.domain.words import Words
from desktop_app.gui.receiving.columns import TheirColumn
from desktop_app.gui.receiving.taking_in import Foreign
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.table.model import Heading, Row
from desktop_app.gui.words import said
from desktop_app.store.base import Store

if TYPE_CHECKING:
    from desktop_app.importers.recognise import ForeignTable

EXAMPLES, PREVIEWED, PREVIEW_FIELDS = 3, 4, 7
CREATED = ("partner", "person", "unit")


@dataclass(frozen=True, slots=True)
class Told:
    """What a person says of a sheet; what is not said is guessed."""

    sheet: str | None = None
    header_row: int | None = None
    entity: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    sender: str = ""
    create: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """How a sheet was understood, and the plan that follows from it; `doubt` asks what its rows are."""

    entity: Entity
    sheet: str
    header_row: int
    columns: list[TheirColumn]
    plan: Plan
    headings: list[Heading]
    preview: list[Row]
    doubt: Words | None = None


def understand(store: Store, foreign: Foreign, told: Told, lang: str) -> Understood:
    """Read a sheet as it was told, else as it is guessed. Raises Refused with what to say about it."""
    from desktop_app.importers.recognise import Told as Saying
    from desktop_app.importers.recognise import recognise
    from desktop_app.importers.sheet import import_sheet, learned_from

    learned = learned_from(store, told.sender or None)
    saying = Saying(told.entity, told.sheet, told.header_row, dict(told.mapping), learned)
    table = recognise(foreign.book, saying, Reading(lang, store.resolve), foreign.path.name)
    plan = import_sheet(
        store, foreign.book, file_name=foreign.path.name, sha256=foreign.sha256, entity=table.entity.name,
        sheet=told.sheet, header_row=told.header_row, mapping=dict(told.mapping), sender=told.sender or None,
        create=CREATED if told.create else (), lang=lang,
    )  # fmt: skip
    headings, preview = _preview(store, plan, table.entity, lang)
    return Understood(
        table.entity, table.sheet.name, table.header_row, _columns(table), plan, headings, preview, table.doubt
    )


def keep(store: Store, understood: Understood, sender: str) -> str:
    """Put the plan on the shelf, and remember the columns for the sender's next file; return the key of the review."""
    from desktop_app.gui.review import shelf
    from desktop_app.importers.sheet import learn

    if sender:
        learn(store, sender, understood.plan)
    return shelf.take_in(store, understood.plan).key


def sheets_of(foreign: Foreign) -> list[str]:
    """Return the sheets that can be chosen: all that are filled, hidden ones last."""
    filled = [sheet for sheet in foreign.book.sheets if len(sheet.rows) > 0]
    return [sheet.name for sheet in sorted(filled, key=lambda sheet: sheet.hidden)]


def _columns(table: "ForeignTable") -> list[TheirColumn]:
    places = list(table.table.headings)
    found: dict[int, list[str]] = {place: [] for place in places}
    for _part, _place, row in table.rows():
        for place in places:
            if place < len(row) and len(found[place]) < EXAMPLES and (text := as_text(row[place])):
                found[place].append(" ".join(text.split())[:60])
        if all(len(texts) == EXAMPLES for texts in found.values()):
            break
    return [TheirColumn(read, " · ".join(found[place])) for read, place in zip(table.read, places, strict=True)]


def _preview(store: Store, plan: Plan, entity: Entity, lang: str) -> tuple[list[Heading], list[Row]]:
    """Return the first new rows as they would stand in our list."""
    items = [item for item in plan.items if item.entity == entity.name and isinstance(item.theirs, dict)][:PREVIEWED]
    records = [item.theirs for item in items if isinstance(item.theirs, dict)]
    names = [one.name for one in entity if any(record.get(one.name) is not None for record in records)][:PREVIEW_FIELDS]
    store.names.fetch(entity, records, depth=1)
    showing = store.names.showing(lang)
    rows = [
        Row(str(number), "", tuple(Cell(entity.fields[name].type.show(record.get(name), showing)) for name in names))
        for number, record in enumerate(records, 1)
    ]
    return [Heading(said(entity.fields[name].words)) for name in names], rows


def entities() -> list[Entity]:
    """Return the kinds of records that a sheet may hold."""
    from desktop_app.domain import REFERENCE

    return [entity for entity in ENTITIES.values() if entity not in REFERENCE and entity.name != "attachment"]
