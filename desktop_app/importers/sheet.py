"""A foreign sheet as a plan: its rows read by headings, matched with the records that are here, nothing written."""

import gc
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from desktop_app.domain.plan import Plan
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Reading, Value
from desktop_app.domain.words import Words
from desktop_app.excel.sheets import Book
from desktop_app.importers.entering import Entering
from desktop_app.importers.links import Links
from desktop_app.importers.memory import answers_of, learn, learned_from
from desktop_app.importers.questions import Question
from desktop_app.importers.recognise import ForeignTable, Told, recognise
from desktop_app.store.base import Store

__all__ = ["import_sheet", "learn", "learned_from"]


# Who has no screen says it by options.
BY_OPTIONS = Words("{doubt} (--entity, --map)", "{doubt_en} (--entity, --map)")


def import_sheet(  # noqa: PLR0913  # what a person may say of a file
    store: Store,
    book: Book,
    *,
    file_name: str,
    sha256: str = "",
    entity: str | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
    mapping: Mapping[str, str] | None = None,
    sender: str | None = None,
    create: Collection[str] = (),
    answers: Mapping[str, str] | None = None,
    lang: str = "fr",
) -> Plan:
    """Return what a foreign sheet would add and change. Raises Refused where no table is recognised, or its kind is not sure.

    `mapping`: fields by their heading · `sender`: whose earlier answers are used · `create`: kinds of records that may be
    added where a cell names one that is not here; otherwise such a cell is asked about · `answers`: the records that names
    mean, beside those said before.
    """
    told = Told(entity, sheet, header_row, mapping or {}, learned_from(store, sender))
    return take_sheet(
        store, book, told, file_name=file_name, sha256=sha256, create=create, answers=answers, lang=lang
    ).plan


@dataclass(frozen=True, slots=True)
class Taken:
    """A foreign sheet as it was understood: its table, the plan, and the names of which a person must say what they mean."""

    table: ForeignTable
    plan: Plan
    questions: tuple[Question, ...]


def take_sheet(  # noqa: PLR0913
    store: Store,
    book: Book,
    told: Told,
    *,
    file_name: str,
    sha256: str = "",
    create: Collection[str] = (),
    answers: Mapping[str, str] | None = None,
    meanings: Mapping[tuple[str, str, str], Value] | None = None,
    lang: str = "fr",
    in_doubt: bool = False,
) -> Taken:
    """Return how a foreign sheet is understood; `in_doubt`: go on with the best guess where its kind is not sure.

    `meanings`: what texts that no list knows were said to mean, by entity, field and text.
    """
    links = Links(store, answers_of(store) | dict(answers or {}), lang, meanings)
    table = recognise(book, told, Reading(lang, links.resolve), file_name)
    if table.doubt and not in_doubt:
        raise Refused(BY_OPTIONS.filled(doubt=table.doubt.fr, doubt_en=table.doubt.en))
    plan = Plan("foreign", file_name, sha256, notes=[*book.notes, *table.notes], columns=list(table.read))
    entering = Entering(store, plan, table, links, frozenset(create), lang)
    with _without_collector():
        entering.run()
    return Taken(table, plan, tuple(entering.questions))


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep the garbage collector from walking, over and over, through rows that all stay; they are not looked at later."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was:
            gc.enable()
