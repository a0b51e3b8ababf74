"""The tables: the journal, which is the only truth, and what is derived from it for lists, search and reports."""

from functools import cache

from sqlalchemy import (
    BLOB,
    INTEGER,
    TEXT,
    Column,
    Connection,
    ForeignKey,
    FromClause,
    Index,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    text,
)

from desktop_app.domain import ENTITIES, MAIN
from desktop_app.domain.entity import Entity
from desktop_app.domain.mission import OFF, OUT
from desktop_app.domain.types import Day, Link, Several
from desktop_app.store.columns import Id, column_type

METADATA = MetaData()

# Kinds of change. A birth is the first values of a record made here, one change for all its cells.
SET, ADD, REM, VOID, BORN = 1, 2, 3, 4, 5
# The register of a record's life; its value says whether it is alive, and what the deleter had seen.
LIFE = "_row"

BATCH = Table(
    "batch", METADATA,
    Column("seq", INTEGER, primary_key=True),
    Column("id", Id, nullable=False, unique=True),
    Column("kind", TEXT, nullable=False),  # edit, import, undo, redo, reference
    Column("words_fr", TEXT, nullable=False),
    Column("words_en", TEXT, nullable=False),
    Column("replica", Id, nullable=False),
    Column("author", TEXT, nullable=False),
    Column("wall", INTEGER, nullable=False),  # milliseconds since 1970, for people to read; decides nothing
    Column("target", INTEGER, ForeignKey("batch.seq")),  # of an undo or redo: the step that it takes back
    Column("file_name", TEXT),
    Column("file_sha256", TEXT),
    Column("shipment", TEXT),
    Column("decisions", TEXT),  # JSON: what a person answered, what was left out
)  # fmt: skip

CHANGE = Table(
    "change", METADATA,
    Column("seq", INTEGER, primary_key=True),  # order of arrival here; never leaves this base
    Column("id", Id, nullable=False, unique=True),
    Column("kind", INTEGER, nullable=False),
    Column("tbl", TEXT),
    Column("row", Id),
    Column("field", TEXT),
    Column("value", TEXT),  # canonical JSON
    Column("wall", INTEGER, nullable=False),
    Column("author", TEXT, nullable=False),
    Index("ix_change_row", "row"),
)  # fmt: skip

# A change replaces, cancels, covers or retracts those that its author had on screen.
CHANGE_PREV = Table(
    "change_prev", METADATA,
    Column("id", Id, nullable=False),
    Column("prev", Id, nullable=False),
    PrimaryKeyConstraint("id", "prev"),
    Index("ix_change_prev", "prev"),
    sqlite_with_rowid=False,
)  # fmt: skip

# Where a change came from; the same change may come from several files.
ORIGIN = Table(
    "origin", METADATA,
    Column("batch", INTEGER, ForeignKey("batch.seq"), nullable=False),
    Column("change", INTEGER, ForeignKey("change.seq"), nullable=False),
    PrimaryKeyConstraint("batch", "change"),
    Index("ix_origin_change", "change"),
    sqlite_with_rowid=False,
)  # fmt: skip

# Derived: the changes that no other replaces, for cells that changed since the record's birth.
HEAD = Table(
    "head", METADATA,
    Column("row", Id, nullable=False),
    Column("field", TEXT, nullable=False),
    Column("id", Id, nullable=False),
    PrimaryKeyConstraint("row", "field", "id"),
    sqlite_with_rowid=False,
)  # fmt: skip

# Derived: the registers that hold several different values, none of which replaces the other.
CONFLICT = Table(
    "conflict", METADATA,
    Column("row", Id, nullable=False),
    Column("field", TEXT, nullable=False),
    Column("tbl", TEXT, nullable=False),
    PrimaryKeyConstraint("row", "field"),
    sqlite_with_rowid=False,
)  # fmt: skip

# Derived: what was said of pairs of records, whether they are one and the same.
EDGE = Table(
    "edge", METADATA,
    Column("id", Id, primary_key=True),
    Column("tbl", TEXT, nullable=False),
    Column("one", Id, nullable=False),
    Column("other", Id, nullable=False),
    Column("same", INTEGER, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip

# Derived: the records that are shown as another one, which is the same.
UNITED = Table(
    "united", METADATA,
    Column("id", Id, primary_key=True),
    Column("shown_as", Id, nullable=False),
    Column("tbl", TEXT, nullable=False),
    Index("ix_united_shown_as", "shown_as"),
    sqlite_with_rowid=False,
)  # fmt: skip

# The installations that are known, this one among them, and what each is known to hold.
PEER = Table(
    "peer", METADATA,
    Column("no", INTEGER, primary_key=True),
    Column("replica", Id, nullable=False, unique=True),
    Column("office", TEXT, nullable=False),
    Column("name", TEXT, nullable=False),  # of the computer, for people to read
    Column("key", TEXT),  # with which it signs what it sends
    Column("have", TEXT, nullable=False),  # JSON: installation → [number of its last change, id of that change]
    Column("seen", INTEGER),  # when something last came from it
)  # fmt: skip

# What each installation has written, in order: its changes `first` to `last` stand in `change` from the line `change` on.
LOG = Table(
    "log", METADATA,
    Column("peer", INTEGER, ForeignKey("peer.no"), nullable=False),
    Column("first", INTEGER, nullable=False),
    Column("last", INTEGER, nullable=False),
    Column("change", INTEGER, nullable=False),
    PrimaryKeyConstraint("peer", "first"),
    sqlite_with_rowid=False,
)  # fmt: skip

# Derived: the changes that a live retraction takes back.
VOIDED = Table("voided", METADATA, Column("id", Id, primary_key=True), sqlite_with_rowid=False)

# Derived: the members of fields that hold several links, so that both directions can be asked.
LINKED = Table(
    "linked", METADATA,
    Column("tbl", TEXT, nullable=False),
    Column("field", TEXT, nullable=False),
    Column("target", Id, nullable=False),
    Column("pk", INTEGER, nullable=False),
    PrimaryKeyConstraint("tbl", "field", "target", "pk"),
    Index("ix_linked_owner", "tbl", "pk"),
    sqlite_with_rowid=False,
)  # fmt: skip

# The ledger: who holds which workbook since when; what came back is found by its number.
SHIPMENT = Table(
    "shipment", METADATA,
    Column("number", TEXT, primary_key=True),
    Column("seq", INTEGER, nullable=False),  # the journal's last change when it was made
    Column("recipient", TEXT),
    Column("wall", INTEGER, nullable=False),
    Column("due_on", TEXT),
    Column("scope", TEXT, nullable=False),  # JSON: entities, countries, fields, rows
    Column("file_name", TEXT, nullable=False),
    Column("sha256", TEXT, nullable=False),
    Column("base", BLOB, nullable=False),  # what the workbook showed, compressed
    Column("returned", INTEGER),
    Column("state", TEXT, nullable=False),  # out, returned, closed
)  # fmt: skip

# What came back of them, taken in: a file may come back twice, or as two copies that two persons have edited.
CAME_BACK = Table(
    "came_back", METADATA,
    Column("number", INTEGER, primary_key=True),
    Column("shipment", TEXT),
    Column("wall", INTEGER, nullable=False),
    Column("file_name", TEXT, nullable=False),
    Column("sha256", TEXT, nullable=False),
    Column("batch", INTEGER, nullable=False),  # the step that it became, 0 where it changed nothing
    Column("author", TEXT, nullable=False),
    Column("said", BLOB, nullable=False),  # compressed JSON: counts, and the cells with what was decided
    Index("ix_came_back_shipment", "shipment"),
)  # fmt: skip

# The exact bytes of what was sent and of what came back.
KEPT_FILE = Table(
    "kept_file", METADATA,
    Column("sha256", TEXT, primary_key=True),
    Column("data", BLOB, nullable=False),
)  # fmt: skip

# The records that a workbook holds, as long as it is out.
HELD = Table(
    "held", METADATA,
    Column("row", Id, nullable=False),
    Column("shipment", TEXT, nullable=False),
    PrimaryKeyConstraint("row", "shipment"),
    Index("ix_held_shipment", "shipment"),
    sqlite_with_rowid=False,
)  # fmt: skip

SETTING = Table("setting", METADATA, Column("key", TEXT, primary_key=True), Column("value", TEXT, nullable=False))


# What lists of very many records are sorted, filtered and counted by, in one index that answers without the wide rows.
_LISTED = {
    "mission": ("starts_on", "gone", "ends_on", "status", "kind", "direction", "institute", "purpose", "payer", "cost",
                "currency", "order_type", "person", "unit", "partner", "instrument"),
}  # fmt: skip


# Orders in which lists of very many records are read without being sorted, or gathered: by the day, newest first, and by
# each other field with the newest first among equals: whatever column is shown, one sorts by it. Only questions that say
# LIVE see these indexes: all others would be led to thousands of single rows by them.
NEWEST = {"mission": "starts_on"}
LISTS = {name: tuple(one.name for one in ENTITIES[name] if isinstance(one.type, Several)) for name in NEWEST}  # alone
ORDERED = {
    name: tuple(one.name for one in ENTITIES[name] if one.name not in (newest, *LISTS[name]))
    for name, newest in NEWEST.items()
}
LIVE = "gone < 1"


# What is counted by hundreds of thousands is counted as all of it less the few that stand aside: missions that are gone, lead
# elsewhere than abroad or do not take place. These have an index of their own, which answers alone.
ASIDE = f"gone > 0 OR direction IS NOT '{OUT}' OR status IN {OFF}"
COUNTED = ("direction", "status", "starts_on", "purpose", "institute", "partner", "instrument")
ASIDE_INDEX = "ix_mission_aside"


def ordered_index(entity: str, field: str) -> str:
    """Return the name of the index that holds the records of a kind in the order of a field."""
    return f"ix_{entity}_by_{field}"


def _ordered(table: Table) -> None:
    day = table.c[NEWEST[table.name]]
    Index(ordered_index(table.name, day.name), day.desc(), sqlite_where=text(LIVE))
    for field in (*ORDERED[table.name], *LISTS[table.name]):
        Index(ordered_index(table.name, field), table.c[field], day.desc(), sqlite_where=text(LIVE))


def _indexes(entity: Entity) -> list[Index]:
    found = [
        Index(f"ix_{entity.name}_{field.name}", field.name)
        for field in entity
        if isinstance(field.type, Link) or field.key or (isinstance(field.type, Day) and field.listed)
        if field.name not in _LISTED.get(entity.name, ())[:1]
    ]
    listed = _LISTED.get(entity.name)
    return [*found, Index(f"ix_{entity.name}_listed", *listed)] if listed else found


def _entity_table(entity: Entity) -> Table:
    columns = [Column(field.name, column_type(field.type)) for field in entity]
    table = Table(
        entity.name, METADATA,
        Column("pk", INTEGER, primary_key=True),
        Column("id", Id, nullable=False, unique=True),
        Column("ref", TEXT, nullable=False),
        Column("gone", INTEGER, nullable=False, server_default="0"),
        *columns, *_indexes(entity), Index(f"ix_{entity.name}_ref", "ref"),
    )  # fmt: skip
    if entity.name in ORDERED:
        _ordered(table)
    if entity.name == "mission":
        Index(ASIDE_INDEX, *(table.c[name] for name in COUNTED), table.c.gone, sqlite_where=text(ASIDE))
    return table


@cache
def twin_of(table: Table) -> FromClause:
    """Return a table once more, to be asked beside itself; made once, as its columns take longer than most questions."""
    return table.alias()


TABLES: dict[str, Table] = {entity.name: _entity_table(entity) for entity in ENTITIES.values()}

# Entities that the search field finds.
SEARCHED = tuple(entity.name for entity in MAIN)


def create_search(connection: Connection) -> None:
    """Create the search tables: contentless, over text that we fold ourselves."""
    for name in SEARCHED:
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS search_{name} USING fts5(words, content='', contentless_delete=1,"
            " tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co M*'\", prefix='1 2 3', detail=full)"
        )
