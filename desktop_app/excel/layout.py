"""The columns of the exchange workbook: one description that the writer and the reader share."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.types import Link, Several
from desktop_app.domain.values import Record, Showing
from desktop_app.domain.words import Words

Role = Literal["ref", "field", "link", "shown", "remark", "action"]

REF = "ref"
REMARK = "remark"
ACTION = "action"
# The rows of a sheet, counted from 0: hidden codes, title, headings, first record.
CODES, TITLE, HEADINGS, FIRST = 0, 1, 2, 3
PREPARED_ROWS = 20

ACTION_OK = "ok"
ACTION_REMOVE = "à supprimer / remove"
ACTION_DUPLICATE = "doublon de… / duplicate of…"

README_SHEET = "Lisez-moi - Read me"
LISTS_SHEET = "Listes"
SYNC_SHEET = "_sync"
LONG_TEXTS_SHEET = "Textes longs - Long texts"
OWN_SHEETS = frozenset({README_SHEET, LISTS_SHEET, SYNC_SHEET, LONG_TEXTS_SHEET})

_OF_LINK = Words(" (réf.)", " (ref.)")  # after the heading of the hidden reference beside a link

# The same number stands in a document property, a defined name, the footer and the file's name.
EXPORT_PROPERTY = "passerelle_export"
EXPORT_NAME = "_passerelle_export"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet.

    `role`: the reference, a field, the hidden reference beside a link, something shown that is not read back, the free
    remark, or the action asked. `code` stands in the hidden row after the entity's name.
    """

    code: str
    words: Words
    role: Role
    field: Field | None = None

    @property
    def heading(self) -> str:
        """The heading, French over English."""
        return self.words.fr if self.words.fr == self.words.en else f"{self.words.fr}\n{self.words.en}"

    @property
    def earlier(self) -> tuple[str, ...]:
        """The headings of workbooks that went out under other words: French over each of them."""
        mark = _OF_LINK.en if self.role == "link" else ""
        return tuple(f"{self.words.fr}\n{text}{mark}" for text in self.field.aliases) if self.field else ()

    @property
    def hidden(self) -> bool:
        """Whether the column is hidden."""
        return self.role == "link"


# The partners of an instrument, beside it for people to read; those of a new one are taken from it.
PARTNERS = Column("partners", Words("Partenaires", "Partners"), "shown")


def link_entity(field_: Field | None) -> str | None:
    """Return the entity that a field links to, alone or in a set."""
    type_ = field_.type if field_ else None
    if isinstance(type_, Several):
        type_ = type_.of
    return type_.entity if isinstance(type_, Link) else None


def columns_of(entity: Entity, names: Iterable[str], shown: Iterable[Column] = ()) -> tuple[Column, ...]:
    """Return the columns of an entity's sheet for the fields named, in the order of the form.

    `shown` are columns that people read and that are not taken back; they stand after the record's name.
    """
    chosen = set(names)
    columns = [Column(REF, Words("Réf. (ne pas modifier)", "Ref. (do not edit)"), "ref")]
    named = _last_of_title(entity, chosen)
    for held in entity:
        if held.name in chosen:
            columns.append(Column(held.name, held.words, "field", held))
            if link_entity(held):
                words = Words(f"{held.fr}{_OF_LINK.fr}", f"{held.en}{_OF_LINK.en}")
                columns.append(Column(f"{held.name}.ref", words, "link", held))
        if held.name == named:
            columns += shown
    columns.append(Column(REMARK, Words("Remarque", "Comment"), "remark"))
    columns.append(Column(ACTION, Words("À faire", "Action"), "action"))
    return tuple(columns)


def _last_of_title(entity: Entity, chosen: set[str]) -> str | None:
    titles = {name for names in entity.title for name in names} & chosen
    return next((name for name in reversed(list(entity.fields)) if name in titles), None)


def frozen_columns(entity: Entity, columns: Sequence[Column]) -> int:
    """Return how many columns stay in view: up to the first name of the record."""
    codes = [column.code for column in columns]
    for names in entity.title:
        if places := [codes.index(name) for name in names if name in codes]:
            return max(places) + 1
    return 1


def sheet_name(entity: Entity) -> str:
    """Return the name of an entity's sheet, in both languages where 31 characters hold them."""
    both = entity.fr if entity.fr == entity.en else f"{entity.fr} - {entity.en}"
    return both if len(both) <= 31 else entity.fr[:31]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A row that waits for a new record, whose id and reference are already given."""

    id: str
    ref: str


@dataclass(frozen=True, slots=True)
class SheetContents:
    """What an entity's sheet shows: records with `id`, `ref`, their fields and the columns shown.

    `behind`: the ids of the changes that say what is shown, by record and register, where it is not the record's birth.
    """

    entity: Entity
    columns: tuple[Column, ...]
    records: Sequence[Record]
    prepared: tuple[Prepared, ...] = ()
    behind: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cover:
    """What the first sheet, the titles and the footers say.

    `code` stands in every reference: the export's number with its installation. `between_offices`: it carries the journal
    to another installation, and is for nobody else. `sender`: who sends it, with where the office is and how it is reached.
    """

    number: str
    code: str
    office: str
    subject: Words
    made_on: date
    recipient: str = ""
    due_on: str | None = None
    return_to: str = ""
    demo: bool = False
    between_offices: bool = False
    sender: Words | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """A whole exchange workbook as plain data.

    `references` gives the reference of each linked record, by id · `names`: for each entity linked to, the names that
    cells propose; only what may be known to the recipient.
    """

    cover: Cover
    sheets: tuple[SheetContents, ...]
    showing: Showing
    references: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, Sequence[str]] = field(default_factory=dict)
