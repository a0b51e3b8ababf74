"""Which table of a foreign file is meant: its sheets, its headings, its entity, and the fields of each column."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.domain import ENTITIES, INTERNAL, MAIN
from desktop_app.domain.entity import Entity
from desktop_app.domain.letting_go import Many
from desktop_app.domain.plan import ColumnRead
from desktop_app.domain.refused import Refused
from desktop_app.domain.text import fold
from desktop_app.domain.types import as_text
from desktop_app.domain.values import Reading
from desktop_app.domain.words import Words
from desktop_app.excel.sheets import Book, Row, Sheet, column_letters
from desktop_app.excel.sheets import Value as Raw
from desktop_app.importers.columns import Chosen, Said, choose_columns, field_of
from desktop_app.importers.content import sample
from desktop_app.importers.doubts import described, doubt_of, list_described
from desktop_app.importers.found_table import FoundTable
from desktop_app.importers.headings import meanings
from desktop_app.importers.hints import Hints, hints_of
from desktop_app.importers.part_columns import is_part
from desktop_app.importers.pieces import joined, order_of, rows_of
from desktop_app.importers.stay import with_stay
from desktop_app.importers.which_table import meant

TAKEN = Words("déjà donné par la colonne {column}", "already given by column {column}")
NOT_FOUND = Words("sans champ : gardée à part", "no field: kept apart")
HIDDEN = Words("colonne masquée ; {fr}", "hidden column; {en}")
NO_HEADINGS = Words(
    "La feuille « {sheet} » n’a pas d’intitulés : ses colonnes sont nommées par leur lettre. Si une ligne en porte,"
    " indiquez-la.",
    "The sheet “{sheet}” has no headings: its columns are named by their letter. If a row holds them, give it.",
)
COMPLETED = Words(
    "Les dates qui ne disent pas leur mois ou leur année ont été complétées par le nom de leur feuille : vérifiez l’aperçu.",
    "Dates that leave out their month or year were completed by the name of their sheet: check the preview.",
)
NO_COLUMN = Words(
    "Aucune colonne n’a encore de champ ({columns}) : choisissez au moins celui de la colonne qui nomme les fiches.",
    "No column has a field yet ({columns}): choose at least that of the column that names the entries.",
)
OTHER_TABLES = Words(
    "Ce fichier contient d’autres tableaux, non repris à cette étape : {others}.",
    "This file holds other tables, not taken in at this step: {others_en}.",
)
# So many rows, from the whole length of a table, say what its columns hold.
_LOOKED_AT = 5_000
_CANDIDATES = [entity for entity in ENTITIES.values() if entity not in INTERNAL]


@dataclass(frozen=True, slots=True)
class Told:
    """What a person said of a file, all optional; `mapping`: fields by heading, `-` for a column to keep apart.

    `header_row` 0: there are no headings · `learned`: fields by folded heading, as the same sender's last file was read ·
    `same`: by field, what all rows have without saying it.
    """

    entity: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    learned: Mapping[str, str] = field(default_factory=dict)
    same: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ForeignTable:
    """A table that was recognised: `parts` are its pieces, one a sheet; `columns` by place in the first of them.

    `given`: values that the file's name implies · `doubt`: why a person must say what its rows are · `notes`: what else
    the file holds.
    """

    parts: tuple[FoundTable, ...]
    entity: Entity
    columns: Mapping[int, Chosen]
    read: tuple[ColumnRead, ...]
    given: Mapping[str, str]
    doubt: Words | None = None
    notes: tuple[Words, ...] = ()
    same: Mapping[str, str] = field(default_factory=dict)
    held: Sequence[tuple[FoundTable, int, Row]] = ()

    @property
    def table(self) -> FoundTable:
        """The first piece, which gives the headings."""
        return self.parts[0]

    @property
    def sheet(self) -> Sheet:
        """The sheet of the first piece."""
        return self.table.sheet

    @property
    def header_row(self) -> int:
        """The row of the headings as people count it, 0 where there are none."""
        return self.table.first if self.table.titled else 0

    def rows(self) -> Sequence[tuple[FoundTable, int, Row]]:
        """Return the rows of all pieces with their place, their cells in the columns of the first piece."""
        return self.held

    def address(self, part: FoundTable, place: int, column: int) -> str:
        """Return the address of a cell, in the piece where it stands."""
        order = None if part is self.parts[0] else order_of(part, self.parts[0])
        own = column if order is None else order[column]
        return part.sheet.address(place, column if own is None else own)


def recognise(book: Book, told: Told, reading: Reading, name: str) -> ForeignTable:
    """Return the table of a file that is meant. Raises Refused where there is none."""
    if told.entity and told.entity not in ENTITIES:
        raise Refused(
            Words(
                f"« {told.entity} » n’est pas connu : choisissez parmi {', '.join(ENTITIES)}.",
                f"“{told.entity}” is not known: choose among {', '.join(ENTITIES)}.",
            )
        )
    found, others = meant(book, told.sheet, told.header_row)
    parts = tuple(joined(found, name, reading.lang))
    table = parts[0]
    _check_told(told, table.headings)
    held = Many(rows_of(parts))
    some = held[:: max(1, len(held) // _LOOKED_AT)]
    samples = {column: _sample(some, column) or _sample(held, column) for column in table.headings}
    hints = hints_of(" ".join((table.sheet.name, name, *table.above[:6])), samples, _CANDIDATES)
    able = [entity for entity in _CANDIDATES if _takes(entity, told)] or _CANDIDATES
    candidates = [ENTITIES[told.entity]] if told.entity else able
    said = Said(told.mapping, told.learned, table.titled)
    scored = []
    for place, entity in enumerate(candidates):
        columns = choose_columns(entity, table.headings, samples, said, reading)
        scored.append((_score(entity, columns, hints, told.same), -place, entity, columns))
    scored.sort(key=lambda entry: entry[:2], reverse=True)
    _best, _at, entity, columns = scored[0]
    doubt = None if columns else _nothing(table, told)
    if columns and not told.entity:
        doubt = list_described(samples, table.headings, entity, columns) or doubt_of(
            [(score, entity, columns) for score, _place, entity, columns in scored], samples, hints, table
        )
    with_days, unclear = with_stay(
        entity, columns, table.headings, samples, (row for _part, _place, row in some), said, reading
    )
    notes = [] if table.titled else [NO_HEADINGS.filled(sheet=table.sheet.name)]
    if any(part.is_completed for part in parts):
        notes.append(COMPLETED)
    notes += dict.fromkeys(unclear.values())
    if others:
        named = [described(one) for one in others]
        notes.append(
            OTHER_TABLES.filled(
                others=" ; ".join(one.fr for one in named), others_en="; ".join(one.en for one in named)
            )
        )
    return ForeignTable(
        parts, entity, with_days, tuple(_described(table, entity, with_days, samples, unclear)),
        hints.given.get(entity.name, {}), doubt, tuple(notes), told.same, held,
    )  # fmt: skip


def _sample(rows: Sequence[tuple[FoundTable, int, Row]], column: int) -> Sequence[Raw]:
    return sample([row[column] for _part, _place, row in rows if column < len(row)])


def _takes(entity: Entity, told: Told) -> bool:
    """Tell whether an entity has the fields that a person named."""
    named = [part for wanted in told.mapping.values() if wanted != "-" for part in wanted.split("+")]
    return all(field_of(entity, name.removeprefix(f"{entity.name}.")) is not None for name in (*named, *told.same))


def _nothing(table: FoundTable, told: Told) -> Words:
    listed = ", ".join(list(table.headings.values())[:12])
    if told.entity:
        return NO_COLUMN.filled(columns=listed)
    return Words(
        f"Aucun intitulé de la feuille « {table.sheet.name} » n’a été reconnu ({listed}) : dites ce que sont ses lignes, puis le"
        " champ de chaque colonne.",
        f"No heading of the sheet “{table.sheet.name}” was recognised ({listed}): say what its rows are, then the field of"
        " each column.",
    )


def _check_told(told: Told, headings: Mapping[int, str]) -> None:
    present = {fold(heading) for heading in headings.values()} | {column_letters(column).lower() for column in headings}
    for heading in told.mapping:
        if fold(heading) not in present:
            raise Refused(
                Words(
                    f"Il n’y a pas de colonne « {heading} » : choisissez parmi {', '.join(headings.values())}.",
                    f"There is no column “{heading}”: choose among {', '.join(headings.values())}.",
                )
            )


def _score(entity: Entity, columns: Mapping[int, Chosen], hints: Hints, same: Collection[str]) -> float:
    if not columns:
        return -10.0
    implied = {*hints.given.get(entity.name, {}), *(name for name in same if name in entity.fields)}
    present = {name for one in columns.values() for name in one.fields} | implied
    points = sum(one.meaning.confidence * _weight(entity, one) for one in columns.values())
    points -= 1.0 * sum(held.required and held.name not in present for held in entity)
    if entity.owner and entity.owner not in present:
        points -= 1.5  # a part of a record without its record
    if not present & {name for names in entity.title for name in names} and not entity.identity:
        points -= 0.7
    if entity not in MAIN and entity.name not in hints.entities:
        points -= 0.7  # what an office works with is what it is sent
    return points + hints.entities.get(entity.name, 0.0)


def _weight(entity: Entity, one: Chosen) -> float:
    """Return how much a column says of what the rows are: “Responsable” stands in sheets of anything."""
    return 0.35 if is_part(entity, one.fields[0]) else 1 + 0.3 * (len(one.fields) > 1)


def _described(
    table: FoundTable, entity: Entity, columns: Mapping[int, Chosen], samples: Mapping[int, Sequence[Raw]],
    unclear: Mapping[int, Words],
) -> Iterator[ColumnRead]:  # fmt: skip
    taken = {name: table.headings[column] for column, one in columns.items() for name in one.fields}
    for column, heading in table.headings.items():
        letters, hidden = column_letters(column), column in table.sheet.hidden_columns
        if one := columns.get(column):
            yield ColumnRead(
                table.sheet.name, letters, heading, entity.name, "+".join(one.fields), one.meaning.confidence,
                _seen(one.meaning.reason, hidden=hidden),
            )  # fmt: skip
            continue
        others = [found.field for found in meanings(entity, heading) if found.field in taken]
        reason = unclear.get(column) or (TAKEN.filled(column=taken[others[0]]) if others else NOT_FOUND)
        if not table.titled and samples.get(column):
            reason = Words(
                f"{reason.fr} ({as_text(samples[column][0])}…)", f"{reason.en} ({as_text(samples[column][0])}…)"
            )
        yield ColumnRead(table.sheet.name, letters, heading, entity.name, None, 0.0, _seen(reason, hidden=hidden))


def _seen(reason: Words, *, hidden: bool) -> Words:
    """Return why a column is taken for what it is, saying that people who open the file do not see it."""
    return HIDDEN.filled(fr=reason.fr, en=reason.en) if hidden else reason
