"""Opening a workbook that is protected: with the password that is given, else with those that the key store remembers.

They are remembered by whom the workbook is for: an embassy keeps one password for all that it is sent.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop_app.domain.words import Words
from desktop_app.excel.read import read_book
from desktop_app.excel.refusals import NeedsPassword, WrongPassword
from desktop_app.excel.sheets import Book
from desktop_app.store import key_store
from desktop_app.store.base import Store

# Each try costs the hundred thousand rounds of the protection.
_MOST_TRIES = 6
_NUMBER = re.compile(r"EX\d{4,}")
# Under which names, that are no recipients, passwords were remembered: a key store does not list what it holds.
_NAMES = "password_names"
_NO_STORE = Words(
    "Cet ordinateur n’a pas de trousseau : le mot de passe est demandé à chaque fois (--password-env sur la ligne de commande).",
    "This computer has no key store: the password is asked each time (--password-env on the command line).",
)


def open_book(
    store: Store, path: Path, password: str | None = None, cancelled: Callable[[], bool] | None = None,
    *, encoding: str | None = None,
) -> tuple[Book, str | None]:  # fmt: skip
    """Return what a file holds, and the password that opened it. Raises NeedsPassword where none is known.

    `encoding` is for a text file whose letters were badly guessed.
    """
    try:
        return read_book(path, password=password, cancelled=cancelled, encoding=encoding), password
    except NeedsPassword as asked:
        if password is not None:
            raise
        for known in _remembered(store, path):
            try:
                return read_book(path, password=known, cancelled=cancelled), known
            except WrongPassword:
                continue
        raise NeedsPassword(_asked(asked), asked.what) from None


def _asked(error: NeedsPassword) -> Words:
    """Return what is asked, with how to answer without a window, and whether the answer can be remembered here."""
    said = error.words
    if not key_store.is_there():
        said = Words(f"{said.fr} {_NO_STORE.fr}", f"{said.en} {_NO_STORE.en}")
    return said


def _remembered(store: Store, path: Path) -> Iterator[str]:
    """Yield the passwords of those who may have sent a file, the most likely first."""
    shipments = store.ledger.shipments()
    named = set(_NUMBER.findall(path.name))
    likely = [one.recipient for one in shipments if one.number.partition("-")[0] in named]
    others = [one.recipient for one in sorted(shipments, key=lambda one: one.state != "out")]
    tried = set[str]()
    for whom in dict.fromkeys((*likely, path.stem, *others)):
        if len(tried) < _MOST_TRIES and (known := key_store.remembered(whom)) and known not in tried:
            tried.add(known)
            yield known


def remember(store: Store, path: Path, number: str | None, password: str) -> bool:
    """Remember a password of whom a workbook was for, else under the name of the file; return whether it is kept."""
    shipment = store.ledger.shipment(number) if number else None
    whom = (shipment.recipient if shipment else "") or path.stem
    kept = key_store.remember(whom, password)
    if kept and not (shipment and shipment.recipient):
        store.keep_setting(_NAMES, json.dumps([*dict.fromkeys((*_names(store), whom))], ensure_ascii=False))
    return kept


def passwords(store: Store) -> dict[str, str]:
    """Return the passwords that this computer remembers, by whom they are of."""
    recipients = [one.recipient for one in store.ledger.shipments()]
    found = {whom: key_store.remembered(whom) for whom in dict.fromkeys((*recipients, *_names(store))) if whom}
    return {whom: found_ for whom in sorted(found, key=str.casefold) if (found_ := found[whom]) is not None}


def forget(store: Store, whom: str) -> bool:
    """Remember a password no more; return whether the key store let it go."""
    gone = key_store.forget(whom)
    if gone and whom in (names := _names(store)):
        store.keep_setting(_NAMES, json.dumps([name for name in names if name != whom], ensure_ascii=False))
    return gone


def _names(store: Store) -> list[str]:
    held = json.loads(store.setting(_NAMES, "[]"))
    return [str(name) for name in held]
