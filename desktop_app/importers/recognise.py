"""Which table of a foreign file is meant: its sheet, its heading row, its entity, and the field of each column."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.plan import ColumnRead
from desktop_app.domain.refused import Refused
from desktop_app.domain.text import fold
from desktop_app.domain.types import Code, Text
from desktop_app.domain.values import Reading
from desktop_app.domain.words import Words
from desktop_app.excel.recognise import LEADING_ROWS
from desktop_app.excel.sheets import Book, Row, Sheet, column_letters
from desktop_app.excel.sheets import Value as Raw
from desktop_app.importers.content import agreement, holds_countries, sample
from desktop_app.importers.headings import Meaning, known_headings, meanings
from desktop_app.importers.hints import Hints, hints_of

TOLD = Words("indiqué", "as told")
LEARNED = Words("comme la dernière fois", "as last time")
BY_CONTENT = Words("son contenu : des pays", "its content: countries")
TAKEN = Words("déjà donné par la colonne {column}", "already given by column {column}")
NOT_FOUND = Words("aucun champ ne correspond : gardée à part", "no field corresponds: kept apart")
_CANDIDATES = [entity for entity in ENTITIES.values() if entity.name != "attachment"]


@dataclass(frozen=True, slots=True)
class Told:
    """What a person said of a file, all optional; `mapping`: fields by heading, `-` for a column to keep apart.

    `learned`: fields by folded heading, as the same sender's last file was read.
    """

    entity: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    learned: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ForeignTable:
    """A table that was recognised: `columns` are places by field, `given` values that the file's name implies."""

    sheet: Sheet
    entity: Entity
    head: int
    columns: Mapping[str, int]
    read: tuple[ColumnRead, ...]
    given: Mapping[str, str]

    def rows(self) -> Iterator[tuple[int, Row]]:
        """Yield the rows below the headings, without empty ones and those that repeat the headings."""
        heading = self.sheet.rows[self.head]
        for place in range(self.head + 1, len(self.sheet.rows)):
            row = self.sheet.rows[place]
            if row != heading and any(cell is not None for cell in row):
                yield place, row


def recognise(book: Book, told: Told, reading: Reading, name: str) -> ForeignTable:
    """Return the table of a file that is meant. Raises Refused where there is none."""
    sheet = _sheet(book, told.sheet)
    head = told.header_row - 1 if told.header_row else _heading_row(sheet)
    if not 0 <= head < len(sheet.rows):
        raise Refused(
            Words(
                f"La feuille « {sheet.name} » n’a pas de ligne {head + 1} : indiquez la ligne des intitulés.",
                f"The sheet “{sheet.name}” has no row {head + 1}: give the row of the headings.",
            )
        )
    if told.entity and told.entity not in ENTITIES:
        raise Refused(
            Words(
                f"« {told.entity} » n’est pas connu : choisissez parmi {', '.join(ENTITIES)}.",
                f"“{told.entity}” is not known: choose among {', '.join(ENTITIES)}.",
            )
        )
    headings = {column: str(cell).strip() for column, cell in enumerate(sheet.rows[head]) if cell is not None}
    samples = {
        column: sample([row[column] for row in sheet.rows[head + 1 :] if column < len(row)]) for column in headings
    }
    _check_told(told, headings)
    hints = hints_of(f"{sheet.name} {name}", samples, _CANDIDATES)
    candidates = [ENTITIES[told.entity]] if told.entity else _CANDIDATES
    scored = []
    for place, entity in enumerate(candidates):
        columns = _columns(entity, headings, samples, told, reading)
        scored.append((_score(entity, columns, hints), -place, entity, columns))
    _points, _place, entity, columns = max(scored, key=lambda entry: entry[:2])
    if not columns:
        raise Refused(
            Words(
                f"Aucun intitulé de la feuille « {sheet.name} » n’a été reconnu : indiquez la fiche et les colonnes.",
                f"No heading of the sheet “{sheet.name}” was recognised: give the kind of record and the columns.",
            )
        )
    return ForeignTable(
        sheet, entity, head, {meaning.field: column for column, meaning in columns.items()},
        tuple(_described(sheet, entity, headings, columns)), hints.given.get(entity.name, {}),
    )  # fmt: skip


def _sheet(book: Book, name: str | None) -> Sheet:
    if name is not None:
        found = next((sheet for sheet in book.sheets if fold(sheet.name) == fold(name)), None)
        if found is None:
            names = ", ".join(sheet.name for sheet in book.sheets)
            raise Refused(
                Words(
                    f"Il n’y a pas de feuille « {name} » : choisissez parmi {names}.",
                    f"There is no sheet “{name}”: choose among {names}.",
                )
            )
        return found
    visible = [sheet for sheet in book.sheets if not sheet.hidden and len(sheet.rows) > 0]
    if not visible:
        raise Refused(Words("Ce fichier n’a pas de feuille remplie.", "This file has no filled sheet."))
    return max(visible, key=lambda sheet: (_known(sheet) >= 2, len(sheet.rows)))


def _all_headings() -> frozenset[str]:
    return frozenset(text for entity in _CANDIDATES for text in known_headings(entity))


def _known(sheet: Sheet) -> int:
    known = _all_headings()
    return max((_count(row, known) for row in sheet.rows[:LEADING_ROWS]), default=0)


def _count(row: Row, known: frozenset[str]) -> int:
    return len({folded for cell in row if isinstance(cell, str) and (folded := fold(cell)) in known})


def _heading_row(sheet: Sheet) -> int:
    """Return the row with the most known headings; where none has any, the first with several texts."""
    known = _all_headings()
    counts = [_count(row, known) for row in sheet.rows[:LEADING_ROWS]]
    if counts and max(counts) >= 2:
        return counts.index(max(counts))
    texts = (sum(isinstance(cell, str) for cell in row) for row in sheet.rows[:LEADING_ROWS])
    return next((place for place, count in enumerate(texts) if count >= 2), 0)


def _check_told(told: Told, headings: Mapping[int, str]) -> None:
    present = {fold(heading) for heading in headings.values()}
    for heading in told.mapping:
        if fold(heading) not in present:
            raise Refused(
                Words(
                    f"Il n’y a pas de colonne « {heading} » : choisissez parmi {', '.join(headings.values())}.",
                    f"There is no column “{heading}”: choose among {', '.join(headings.values())}.",
                )
            )


def _columns(
    entity: Entity, headings: Mapping[int, str], samples: Mapping[int, Sequence[Raw]], told: Told, reading: Reading
) -> dict[int, Meaning]:
    """Return the meaning of each column that has one; the surest column of a field wins, then the one further left."""
    wishes: list[tuple[float, int, Meaning]] = []
    for column, heading in headings.items():
        said = _said(entity, heading, told) or _guessed(entity, heading, samples[column], reading)
        wishes += [(-meaning.confidence, column, meaning) for meaning in said]
    chosen: dict[int, Meaning] = {}
    fields: set[str] = set()
    for _confidence, column, meaning in sorted(wishes, key=lambda wish: wish[:2]):
        if column not in chosen and meaning.field not in fields and meaning.field:
            chosen[column] = meaning
            fields.add(meaning.field)
    country = next((name for name in ("country", "countries") if name in entity.fields), None)
    if country and country not in fields:
        for column in headings:
            if column not in chosen and holds_countries(samples[column], reading):
                chosen[column] = Meaning(country, 0.7, BY_CONTENT)
                break
    return {column: meaning for column, meaning in chosen.items() if meaning.field}


def _said(entity: Entity, heading: str, told: Told) -> list[Meaning]:
    folded = fold(heading)
    for known, field_ in told.mapping.items():
        if fold(known) == folded:
            name = field_.removeprefix(f"{entity.name}.")
            if name != "-" and name not in entity.fields:
                raise Refused(
                    Words(
                        f"« {name} » n’est pas un champ de {entity.one.fr} : vérifiez le nom.",
                        f"“{name}” is not a field of {entity.one.en}: check the name.",
                    )
                )
            return [Meaning("" if name == "-" else name, 1.0, TOLD)]
    name = told.learned.get(folded, "")
    return [Meaning(name, 1.0, LEARNED)] if name in entity.fields else []


def _guessed(entity: Entity, heading: str, values: Sequence[Raw], reading: Reading) -> list[Meaning]:
    found = []
    for meaning in meanings(entity, heading):
        share = agreement(entity.fields[meaning.field], values, reading)
        # A sure heading with cells that can't be read is still meant: its cells are asked about.
        if share >= 0.3 or (meaning.confidence >= 0.9 and not _would_mislead(entity, meaning, share)):
            found.append(meaning._replace(confidence=round(meaning.confidence * (0.8 + 0.2 * share), 2)))
    return found


def _would_mislead(entity: Entity, meaning: Meaning, share: float) -> bool:
    """Tell whether cells look like something else: codes of countries are no city."""
    return share == 0 and isinstance(entity.fields[meaning.field].type, Text | Code)


def _score(entity: Entity, columns: Mapping[int, Meaning], hints: Hints) -> float:
    present = {meaning.field for meaning in columns.values()} | hints.given.get(entity.name, {}).keys()
    points = sum(meaning.confidence for meaning in columns.values())
    points -= 0.5 * sum(held.required and held.name not in present for held in entity)
    return points + (hints.entities.get(entity.name, 0.0) if columns else 0.0)


def _described(
    sheet: Sheet, entity: Entity, headings: Mapping[int, str], columns: Mapping[int, Meaning]
) -> Iterator[ColumnRead]:
    taken = {meaning.field: headings[column] for column, meaning in columns.items()}
    for column, heading in headings.items():
        letters = column_letters(column)
        if meaning := columns.get(column):
            yield ColumnRead(
                sheet.name, letters, heading, entity.name, meaning.field, meaning.confidence, meaning.reason
            )
            continue
        others = [found.field for found in meanings(entity, heading) if found.field in taken]
        reason = TAKEN.filled(column=taken[others[0]]) if others else NOT_FOUND
        yield ColumnRead(sheet.name, letters, heading, entity.name, None, 0.0, reason)
