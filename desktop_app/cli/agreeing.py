"""Commands by which installations agree: sync, conflicts, team, and the taking in of what another one sent."""

import argparse
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop_app.cli.answer import Answer
from desktop_app.cli.exchange import keep_plan, referred, refuse_other_files, shown_plan
from desktop_app.cli.fields import canonical_value
from desktop_app.domain import ENTITIES
from desktop_app.domain.plan import to_json
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Reading, Value
from desktop_app.domain.words import Words
from desktop_app.store.base import Store
from desktop_app.store.conflicts import DELETED, DUPLICATE, VALUE, Conflict, Side
from desktop_app.store.deciding import ALIVE, SAME, decide
from desktop_app.sync.apply import apply_plan
from desktop_app.sync.arrival import Arrival, add_by_hand, edits_by_hand, foreseen, taken_in

_YES = {DELETED: {"keep": True, "garder": True, "delete": False, "supprimer": False},
        DUPLICATE: {"same": True, "distinct": False}}  # fmt: skip

_TOO_LARGE = Words(
    "« {name} » est trop lourd pour voyager dans un classeur : remettez ce fichier par un autre moyen.",
    "“{name}” is too large to travel in a workbook: hand this file over by other means.",
)


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Declare the commands."""

    def command(name: str, run: Any, text: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = commands.add_parser(name, parents=[common], help=text)
        made.add_argument("base", type=Path, metavar="BASE")
        made.set_defaults(run=run)
        return made

    sending = command("sync", send_changes, "everything that the other side is not known to have, as a workbook")
    sending.add_argument("--out", type=Path, required=True, metavar="FILE")
    sending.add_argument("--to", default="", metavar="OFFICE|INSTALLATION")
    meeting = command("team", exchange_in_team, "the folder that the laptops of one office share")
    meeting.add_argument("--folder", type=Path, default=None, metavar="DIR")
    meeting.add_argument("--exchange", action="store_true")
    listing = command("conflicts", show_conflicts, "open conflicts")
    listing.add_argument("--resolve", nargs=2, default=None, metavar=("ID", "VALUE"))


def exchange_in_team(options: argparse.Namespace) -> Answer:
    """Choose the team folder, exchange through it, or say which it is."""
    from desktop_app.sync.team import Exchanged, choose_folder, exchange, folder_of

    with Store.open(options.base, readonly=not (options.exchange or options.folder)) as store:
        if options.folder is not None:
            choose_folder(store, options.folder)
        done = exchange(store) if options.exchange else Exchanged()
        folder, own = folder_of(store), store.replica
        members = (
            done.members if options.exchange else [peer for peer in store.installations.peers() if peer.replica != own]
        )
    shown = [{"name": one.code, "office": one.office, "computer": one.name, "seen": one.seen} for one in members]
    document = {"folder": str(folder) if folder else None, "sent": done.sent, "taken": done.taken.new, "members": shown,
                "left": [{"file": name, "reason": words.said(options.lang)} for name, words in done.left.items()]}  # fmt: skip
    lines = [str(folder or "–"), *(f"{one['name']}\t{one['computer']}" for one in shown)]
    return Answer(document, lines, list(done.left.values()))


def send_changes(options: argparse.Namespace) -> Answer:
    """Write what others are not known to have, and enter it among the exchanges."""
    from desktop_app.sync.posting import post

    refuse_other_files(options.out)
    with Store.open(options.base) as store:
        sent = post(store, options.out, options.to, options.lang)
    paths = [str(path) for path in sent.paths]
    document = {
        "shipment": sent.number,
        "changes": sent.changes,
        "volumes": len(paths),
        "paths": paths,
        "files": sent.files,
        "left": list(sent.left),
    }
    return Answer(document, paths, [_TOO_LARGE.filled(name=name) for name in sent.left])


def answer_arrival(store: Store, arrival: Arrival, options: argparse.Namespace) -> Answer:
    """Show what another installation sent, and take it in where asked; conflicts stay open unless they are resolved."""
    digest = hashlib.sha256(options.file.read_bytes()).hexdigest()
    taken = None
    if options.apply:
        known = {conflict.id for conflict in store.installations.conflicts()}
        plan, taken = taken_in(store, arrival, options.file.name, digest)
        if by_hand := edits_by_hand(store, arrival):
            add_by_hand(plan, by_hand)
            apply_plan(store, by_hand)
        if options.resolve != "ask":
            _resolve(store, known, options.resolve)
    else:
        plan = foreseen(store, arrival, options.file.name, digest)
    document = {**to_json(plan, referred(store)), "changes": arrival.changes, "verified": arrival.verified,
                "applied": taken is not None, "step": None}  # fmt: skip
    if taken is not None:
        document |= {"new_changes": taken.new, "joined": taken.joined, "files": taken.files}
    keep_plan(document, options.plan)
    return shown_plan(plan, document, options.lang)


def _resolve(store: Store, known: set[str], which: str) -> None:
    """Decide the conflicts that were not there before, all for one side."""
    opened = [
        conflict
        for conflict in store.installations.conflicts()
        if conflict.id not in known and conflict.kind != DUPLICATE
    ]
    if opened:
        decide(store, [(conflict, _side(conflict, which)) for conflict in opened])


def _side(conflict: Conflict, which: str) -> Mapping[str, Value]:
    side = conflict.ours if which == "ours" else conflict.theirs
    return {ALIVE: bool(side.values[ALIVE])} if conflict.kind == DELETED else side.values


def show_conflicts(options: argparse.Namespace) -> Answer:
    """List the open conflicts, after one was resolved where asked."""
    with Store.open(options.base, readonly=options.resolve is None) as store:
        if options.resolve is not None:
            name, text = options.resolve
            conflict = _named(store, name)
            decide(store, [(conflict, _answer(store, conflict, text, options.lang))])
        found = store.installations.conflicts()
        document = {"conflicts": [_shown(store, conflict) for conflict in found]}
    lines = [
        f"{one['id']}\t{' | '.join(str(side['value']) for side in one['values'])}" for one in document["conflicts"]
    ]
    return Answer(document, lines)


def _named(store: Store, name: str) -> Conflict:
    found = next((conflict for conflict in store.installations.conflicts() if conflict.id == name), None)
    if found is None:
        raise Refused(
            Words(
                f"Il n’y a pas de désaccord « {name} » : la liste (conflicts) donne le nom de chacun.",
                f"There is no conflict “{name}”: the list (conflicts) gives the name of each.",
            )
        )
    return found


def _answer(store: Store, conflict: Conflict, text: str, lang: str) -> Mapping[str, Value]:
    """Return what a text on the command line decides."""
    if conflict.kind != DUPLICATE and text in ("ours", "theirs"):
        return _side(conflict, text)
    if conflict.kind != VALUE:
        answers = _YES[conflict.kind]
        if text.lower() not in answers:
            known = ", ".join(answers)
            raise Refused(Words(f"« {text} » : répondez {known}.", f"“{text}”: answer {known}."))
        return {ALIVE if conflict.kind == DELETED else SAME: answers[text.lower()]}
    entity, reading = ENTITIES[conflict.entity], Reading(lang, store.resolve)
    texts = [text] if len(conflict.fields) == 1 else [part.strip() for part in text.split(";")]
    if len(texts) != len(conflict.fields):
        names = " ; ".join(conflict.fields)
        raise Refused(
            Words(f"Donnez ensemble, séparés par « ; » : {names}.", f"Give together, separated by “;”: {names}.")
        )
    return {name: entity.fields[name].type.read(one, reading) for name, one in zip(conflict.fields, texts, strict=True)}


def _shown(store: Store, conflict: Conflict) -> dict[str, Any]:
    return {
        "id": conflict.id, "kind": conflict.kind, "entity": conflict.entity, "ref": conflict.ref,
        "record": conflict.record, "field": "+".join(conflict.fields) or None,
        "base": _value(store, conflict, conflict.base), "ours": _value(store, conflict, conflict.ours.values),
        "theirs": _value(store, conflict, conflict.theirs.values),
        "values": [_said(store, conflict, side) for side in conflict.sides],
    }  # fmt: skip


def _said(store: Store, conflict: Conflict, side: Side) -> dict[str, Any]:
    return {
        "value": _value(store, conflict, side.values), "author": side.author, "wall": side.wall, "office": side.office,
        "file": side.file_name, "own": side.own,
    }  # fmt: skip


def _value(store: Store, conflict: Conflict, values: Mapping[str, Value] | None) -> Any:
    """Return a value in canonical form, by field where several go together."""
    if values is None:
        return None
    if conflict.kind == DELETED:
        return "alive" if values[ALIVE] else "deleted"
    if conflict.kind == DUPLICATE:
        entity = ENTITIES[conflict.entity]
        record = store.get(entity, str(values["same_as"]))
        return record["ref"] if record else values["same_as"]
    entity = ENTITIES[conflict.entity]
    held = {name: canonical_value(store, entity, name, value) for name, value in values.items()}
    return held[conflict.fields[0]] if len(conflict.fields) == 1 else held
