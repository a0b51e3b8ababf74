"""Undo and redo: a step is taken back by a retraction, never by rewriting; what newer changes stand on stays."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Connection, Select, exists, func, select

from desktop_app.domain import ENTITIES
from desktop_app.domain.ids import new_id
from desktop_app.domain.progress import Progress
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.store import journal, ledger
from desktop_app.store.edit import Changes, open_batch
from desktop_app.store.fold import Change
from desktop_app.store.indexing import linked_to, refresh_search
from desktop_app.store.journal import blocks
from desktop_app.store.refold import cells_of, fold_cells, gone_among, renamed, settle_voids, voided_among
from desktop_app.store.rows import IDS, OF
from desktop_app.store.steps import STEPS, words_of
from desktop_app.store.tables import BATCH, BORN, CHANGE, CHANGE_PREV, ORIGIN, VOID, twin_of

if TYPE_CHECKING:
    from desktop_app.store.base import Store


class TakingBack(NamedTuple):
    """The changes of a step to retract, how many of them show, and how many stay since newer ones stand on them."""

    targets: list[str]
    going: int
    staying: int


_UNDOING = select(func.max(BATCH.c.seq)).where(BATCH.c.target == OF, BATCH.c.kind == "undo")
_WHOSE = select(BATCH.c.kind, BATCH.c.replica).where(BATCH.c.seq == OF)
_LINES = select(CHANGE).join(ORIGIN, ORIGIN.c.change == CHANGE.c.seq).where(ORIGIN.c.batch == OF)
_NEWER = (
    select(CHANGE_PREV.c.prev, CHANGE.c.id)
    .join(CHANGE, CHANGE.c.id == CHANGE_PREV.c.id)
    .where(CHANGE_PREV.c.prev.in_(IDS), CHANGE.c.kind != VOID)
)


def take_back(store: "Store", connection: Connection, batch: int, kind: str, told: Progress | None = None) -> Changes:
    """Undo a step (`undo`), or undo its undoing (`redo`), as one new batch; `told` hears how far it is."""
    words = words_of(connection, batch)
    if kind == "undo":
        found = what_can_go(connection, batch)
        _refuse_nothing(connection, batch, words, found, store.replicas)
        targets, kept = found.targets, found.staying
    else:
        last = connection.scalar(_UNDOING, {"of": batch})
        targets, kept = [line.id for line in _lines_of(connection, last or 0)], 0
    made = open_batch(store, connection, kind, words, target=batch)
    void = Change(new_id(), VOID, None, None, None, None, store.wall(), store.author, tuple(targets))
    journal.write(connection, made, [void])
    cells = cells_of(connection, settle_voids(connection, [void.id]))
    before = gone_among(connection, cells)
    cells = fold_cells(connection, cells, store.office, told)
    changes = Changes(made, kept=kept)
    touched: dict[str, set[str]] = {}
    for (tbl, row), gone in gone_among(connection, cells).items():
        part = changes.changed if before.get((tbl, row)) == gone else changes.removed if gone else changes.added
        part.setdefault(tbl, set()).add(row)
        touched.setdefault(tbl, set()).add(row)
    refresh_search(store, connection, touched, renamed(cells))
    ledger.settle(connection, batch)
    return changes


def what_can_go(connection: Connection, batch: int) -> TakingBack:
    """Return which changes of a step can be retracted; what was retracted already is left out."""
    lines = _lines_of(connection, batch)
    done = voided_among(connection, (line.id for line in lines))
    # What another file or office says too is not taken back with this step.
    done |= _said_by_others(connection, batch)
    live = [line for line in lines if line.id not in done]
    mine = {line.id for line in live}
    births = [line for line in live if line.kind == BORN]
    stood_upon = _changed_since(connection, [line.row for line in births], mine)
    stood_upon |= _linked_from_elsewhere(connection, births)
    going = [line.id for line in live if line.kind != BORN or line.row not in stood_upon]
    replaced = _replaced_later(connection, going, mine)
    return TakingBack(going, len(going) - len(replaced), len(live) - len(going) + len(replaced))


def _refuse_nothing(connection: Connection, batch: int, words: Words, found: TakingBack, own: AbstractSet[str]) -> None:
    kind, replica = connection.execute(_WHOSE, {"of": batch}).one()
    if replica not in own:
        raise Refused(
            Words(
                f"« {words.fr} » a été fait sur un autre poste : annulez-le là-bas, ou modifiez les fiches ici.",
                f"“{words.en}” was made on another installation: undo it there, or change the entries here.",
            )
        )
    if kind not in STEPS:
        raise Refused(
            Words(
                f"« {words.fr} » ne s’annule pas : choisissez une étape faite par une personne.",
                f"“{words.en}” can’t be undone: choose a step that somebody made.",
            )
        )
    if found.targets:
        return
    if not found.staying:
        raise Refused(
            Words(
                f"« {words.fr} » est déjà annulé : vous pouvez le rétablir.",
                f"“{words.en}” is undone already: you can redo it.",
            )
        )
    raise Refused(
        Words(
            f"« {words.fr} » ne peut plus être annulé : d’autres modifications s’appuient dessus. Supprimez la fiche si"
            " elle n’a plus lieu d’être.",
            f"“{words.en}” can no longer be undone: other changes stand on it. Delete the entry if it should go.",
        )
    )


def _lines_of(connection: Connection, batch: int) -> list[Change]:
    return [
        Change(line.id, line.kind, line.tbl, line.row, line.field, None, line.wall, line.author)
        for line in connection.execute(_LINES, {"of": batch})
    ]


@cache
def _told_twice() -> Select[str]:
    """Ask for the changes of a step that another step tells too."""
    other = twin_of(ORIGIN)
    undone = twin_of(BATCH)
    asked = select(CHANGE.c.id).join(ORIGIN, ORIGIN.c.change == CHANGE.c.seq)
    asked = asked.join(other, (other.c.change == ORIGIN.c.change) & (other.c.batch != ORIGIN.c.batch))
    asked = asked.join(BATCH, BATCH.c.seq == other.c.batch).where(ORIGIN.c.batch == OF, BATCH.c.kind.in_(STEPS))
    taken_back = exists().where(undone.c.target == BATCH.c.seq, undone.c.kind == "undo")
    return asked.where(~taken_back)


def _said_by_others(connection: Connection, batch: int) -> set[str]:
    """Return the changes of a step that another step tells too: the same file was taken in there."""
    return set(connection.scalars(_told_twice(), {"of": batch}))


def _changed_since(connection: Connection, rows: Iterable[str | None], mine: set[str]) -> set[str | None]:
    """Return the records on which changes stand that are not of this step."""
    found: set[str | None] = set()
    for block in blocks(row for row in rows if row):
        lines = connection.execute(select(CHANGE.c.id, CHANGE.c.row).where(CHANGE.c.row.in_(block))).all()
        voided = voided_among(connection, (line.id for line in lines))
        found |= {line.row for line in lines if line.id not in mine and line.id not in voided}
    return found


def _linked_from_elsewhere(connection: Connection, births: Iterable[Change]) -> set[str | None]:
    """Return the records to which others link that were not born in this step."""
    by_entity: dict[str, set[str]] = {}
    for birth in births:
        by_entity.setdefault(str(birth.tbl), set()).add(str(birth.row))
    born = {row for rows in by_entity.values() for row in rows}
    found: set[str | None] = set()
    for name, rows in by_entity.items():
        for entity in ENTITIES.values():
            found |= {target for owner, target, _pk in linked_to(connection, entity, name, rows) if owner not in born}
    return found


def _replaced_later(connection: Connection, ids: Iterable[str], mine: set[str]) -> set[str]:
    """Return which changes a newer one has replaced."""
    edges: list[tuple[str, str]] = []
    for block in blocks(ids):
        edges += connection.execute(_NEWER, {"ids": block})
    voided = voided_among(connection, (newer for _prev, newer in edges))
    return {prev for prev, newer in edges if newer not in mine and newer not in voided}
