"""Sending to another office what it does not have: what that would be, the workbooks, their entry in the ledger, the e-mail."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_app.domain import ENTITIES, REFERENCE
from desktop_app.domain.draft import Draft, as_eml
from desktop_app.domain.words import Words
from desktop_app.store.base import Store
from desktop_app.store.ledger import Shipment
from desktop_app.sync.bundle import Bundle, recipients, write_bundle

# What mail servers let through.
_MOST_ATTACHED = 20_000_000
_REFERENCE = frozenset(entity.name for entity in REFERENCE)
_SUBJECT = Words("CNRS : échange du bureau {office}, {day}", "CNRS: exchange from the office {office}, {day}")
_LETTER = Words(
    "Bonjour,\n\nVoici ce que le bureau {office} a écrit depuis notre dernier échange : {count} modification(s).\n\nDans"
    " Passerelle : « Classeurs envoyés » > « Reprendre un classeur… », puis choisissez {files}. Rien de ce que vous avez écrit ne"
    " se perd : ce qui diffère attend dans « À vérifier ».\n\nCe classeur est fait pour un bureau du CNRS : il contient"
    " l’historique, ne le transmettez pas à une ambassade.\n\nBien cordialement,\n",
    "Hello,\n\nHere is what the office {office} has written since our last exchange: {count} change(s).\n\nIn Passerelle:"
    " “Workbooks out” > “Take back a workbook…”, then choose {files}. Nothing that you have written is lost: what differs waits"
    " in “To review”.\n\nThis workbook is made for an office of the CNRS: it holds the history, don’t pass it on to an"
    " embassy.\n\nKind regards,\n",
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office to which something can be sent: its code and name, and when it was last heard of, in milliseconds."""

    code: str
    name: str
    seen: int | None


@dataclass(frozen=True, slots=True)
class Foretold:
    """What would be sent: how many changes, and on how many records of each kind."""

    changes: int
    records: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Posted:
    """What was sent: its number among the exchanges, the workbooks, how many changes."""

    number: str
    paths: Sequence[Path]
    changes: int
    files: int = 0
    left: Sequence[str] = ()


def offices(store: Store, lang: str) -> list[Office]:
    """Return the other offices, those first that were heard of last."""
    peers = store.installations.peers()
    seen: dict[str, int] = {}
    for peer in peers:
        seen[peer.office] = max(seen.get(peer.office, 0), peer.seen or 0)
    found = []
    for record in store.page(ENTITIES["office"], range(1, 500)):
        code = str(record["code"] or "")
        if code and code != store.office and not record["gone"]:
            name = str(record[f"name_{lang}"] or record["name_fr"] or code)
            found.append(Office(code, name, seen.get(code) or None))
    return sorted(found, key=lambda one: (-(one.seen or 0), one.name))


def foretell(store: Store, to: str) -> Foretold:
    """Return what an office is not known to have; everything where it never sent anything."""
    others = recipients(store, to) if to else []
    known = store.installations.held_by(others) if others else {}
    records = store.installations.told_of(known)
    have = store.installations.have()
    changes = sum(max(0, number - known.get(replica, 0)) for replica, (number, _id) in have.items())
    return Foretold(
        changes, {name: count for name, count in records.items() if name in ENTITIES and name not in _REFERENCE}
    )


def post(store: Store, path: Path, to: str, lang: str = "fr") -> Posted:
    """Write what an office or an installation does not have, and enter it among the exchanges. A folder is given the usual file
    name."""
    held = foretell(store, to).records
    if path.is_dir():
        path /= f"CNRS-{store.office}_Exchange_{to or 'ALL'}_{datetime.now():%Y-%m-%d_%H%M%S}.xlsx"  # noqa: DTZ005  # the user's day
    made: Bundle = write_bundle(store, path, to=to, lang=lang)
    number = store.ledger.next_bundle()
    first = made.paths[0]
    scope = {"lang": lang, "entities": [], "countries": [], "fields": {}, "rows": dict(held), "changes": made.changes}
    digest = hashlib.sha256(first.read_bytes()).hexdigest()
    # The bytes are not kept: all that they hold is in this base.
    store.ledger.add_shipment(
        Shipment(number, _name(store, to, lang), store.wall(), None, scope, first.name, digest, b"", state="sent")
    )
    return Posted(number, made.paths, made.changes, made.files, made.left)


def _name(store: Store, to: str, lang: str) -> str:
    if not to:
        return Words("Tous les bureaux", "All offices").said(lang)
    found = store.resolve("office", to)
    return store.names.label("office", found, lang) if found else to


def letter(store: Store, posted: Posted, lang: str) -> tuple[bytes, bool]:
    """Return the draft that goes with what was sent, and whether the workbooks are attached: mail carries only so much."""
    attached = sum(path.stat().st_size for path in posted.paths) <= _MOST_ATTACHED
    words = {"office": store.office, "count": posted.changes, "day": f"{datetime.now():%d/%m/%Y}",  # noqa: DTZ005
             "files": ", ".join(path.name for path in posted.paths)}  # fmt: skip
    files = tuple((path.name, path.read_bytes()) for path in posted.paths) if attached else ()
    return as_eml(Draft(_SUBJECT.filled(**words).said(lang), _LETTER.filled(**words).said(lang), (), files)), attached
