"""Taking in what came back: from the file to the plan, against the ledger and the records of a base."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from desktop_app.domain.plan import Plan
from desktop_app.excel.read import read_book
from desktop_app.excel.recognise import find_tables, is_ours
from desktop_app.excel.reference import export_number
from desktop_app.excel.sheets import Book
from desktop_app.store.base import Store
from desktop_app.sync.bases import bases_of, ledger_of
from desktop_app.sync.here import StoreHere
from desktop_app.sync.plan import make_plan


def receive(
    store: Store, path: Path, *, password: str | None = None, cancelled: Callable[[], bool] | None = None
) -> Plan | None:
    """Return what a returned workbook would change; None where the file does not descend from one of ours."""
    book = read_book(path, password=password, cancelled=cancelled)
    if not is_ours(book):
        return None
    return plan_of(store, book, path)


def plan_of(store: Store, book: Book, path: Path) -> Plan:
    """Return what a returned workbook that was read would change."""
    bases, notes = bases_of(book, find_tables(book), ledger_of(store))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    plan = make_plan(book, bases, StoreHere(store), file_name=path.name, sha256=digest, notes=tuple(notes))
    # Numbers are given by each installation: only one of ours stands in the ledger here.
    numbers = (export_number(store.replica, code) for code in bases)
    plan.export = next((number for number in numbers if number and store.shipment(number)), None)
    return plan
