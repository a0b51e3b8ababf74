"""Taking in what came back: from the file to the plan, against the ledger and the records of a base."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desktop_app.domain import ENTITIES
from desktop_app.domain.plan import Plan
from desktop_app.domain.values import Value
from desktop_app.excel.exchange import carried_in
from desktop_app.excel.recognise import code_of, digest_of, find_tables, is_ours
from desktop_app.excel.sheets import Book
from desktop_app.store.base import Store
from desktop_app.store.driver import is_base
from desktop_app.sync.answers import NOTHING_SAID, Answers
from desktop_app.sync.arrival import Arrival, arrived, from_base
from desktop_app.sync.bases import bases_of, ledger_of, names_no_export
from desktop_app.sync.earlier import consider_earlier
from desktop_app.sync.here import StoreHere, number_here
from desktop_app.sync.plan import make_plan
from desktop_app.sync.proposals import proposal_of
from desktop_app.sync.unlocking import open_book
from desktop_app.sync.which_shipment import told_from_content


def receive(
    store: Store, path: Path, *, password: str | None = None, cancelled: Callable[[], bool] | None = None,
    answers: Answers = NOTHING_SAID,
) -> Plan | None:  # fmt: skip
    """Return what a returned workbook would change; None where the file does not descend from one of ours."""
    book, _password = open_book(store, path, password, cancelled)
    if not is_ours(book):
        return None
    return plan_of(store, book, path, answers)


def received(
    store: Store, path: Path, *, password: str | None = None, cancelled: Callable[[], bool] | None = None,
    answers: Answers = NOTHING_SAID,
) -> Plan | Arrival | None:  # fmt: skip
    """Return what a file brings: the plan of a return, what another installation sent, None for a foreign file."""
    if is_base(path):
        return from_base(store, path)
    book, _password = open_book(store, path, password, cancelled)
    if carried_in(book):
        return arrival_of(store, path, book)
    return plan_of(store, book, path, answers) if is_ours(book) else None


def arrival_of(store: Store, path: Path, book: Book | None = None) -> Arrival:
    """Return what another installation sent, in a workbook that was read or as a base."""
    carried = carried_in(book) if book else None
    if book is None or carried is None:
        return from_base(store, path)
    arrival = arrived(store, carried)
    arrival.edited = lambda after: plan_of(after, book, path)
    return arrival


def plan_of(store: Store, book: Book, path: Path, answers: Answers = NOTHING_SAID) -> Plan:
    """Return what a returned workbook that was read would change."""
    tables = find_tables(book)
    if answers.shipment or names_no_export(book, tables):
        bases, said = told_from_content(store, tables, answers.shipment)
        notes, guessed = [said] if said else [], not answers.shipment
    else:
        bases, notes = bases_of(book, tables, ledger_of(store))
        guessed = False
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    own, named = code_of(book), digest_of(book)
    known = (
        number_here(store, code, named if code == own else "", carried=base.carried) for code, base in bases.items()
    )
    numbers = [number for number in known if number]
    plan = make_plan(
        book, bases, StoreHere(store), file_name=path.name, sha256=digest, notes=tuple(notes), answers=answers,
        guessed=guessed, proposal=proposal_of(store, numbers),
    )  # fmt: skip
    plan.export = next(iter(numbers), None)
    if plan.export:
        consider_earlier(plan, store.ledger.returns(plan.export), _day, _shown(store))
    return plan


def number_of(store: Store, book: Book) -> str | None:
    """Return how the ledger calls the workbook that a file which was read descends from."""
    code = code_of(book)
    return number_here(store, code, digest_of(book)) if code else None


def _day(wall: int) -> str:
    return f"{datetime.fromtimestamp(wall / 1000):%d/%m/%Y}"  # noqa: DTZ006  # a day on the wall of the office


def _shown(store: Store) -> Callable[[str, str, Value], str]:
    showing = store.names.showing("fr")

    def shown(entity: str, name: str, value: Value) -> str:
        return ENTITIES[entity].fields[name].type.show(value, showing) or "–"

    return shown
