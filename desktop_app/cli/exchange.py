"""Commands on exchanges: export, receive, ledger."""

import argparse
import json
import os
from pathlib import Path
from typing import Any

from desktop_app.cli.answer import Answer, UsageError
from desktop_app.domain import ENTITIES
from desktop_app.domain.dates import read_date
from desktop_app.domain.plan import Named, Plan, to_json
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.excel.placing import put
from desktop_app.store.base import Store
from desktop_app.sync.answers import Answers

_KINDS = {
    "return": Words("Retour d’un classeur envoyé", "Return of a workbook that was sent"),
    "foreign": Words("Feuille étrangère", "Foreign sheet"),
    "bundle": Words("Échange d’un autre bureau ou poste", "Exchange from another office or computer"),
}
_STOPPED = {
    "sorted": Words(
        "Des lignes semblent avoir été triées sans leur référence : vérifiez le fichier, ou décidez dans la fenêtre.",
        "Rows seem to have been sorted without their reference: check the file, or decide in the window.",
    ),
    "mass_change": Words(
        "Une colonne entière a changé selon une même règle : vérifiez le fichier, ou décidez dans la fenêtre.",
        "A whole column was changed by one rule: check the file, or decide in the window.",
    ),
}


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Declare the commands on exchanges."""

    def command(name: str, run: Any, text: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = commands.add_parser(name, parents=[common], help=text)
        made.add_argument("base", type=Path, metavar="BASE")
        made.set_defaults(run=run)
        return made

    sending = command("export", export, "an exchange workbook for people, entered in the ledger")
    sending.add_argument("--out", type=Path, required=True, metavar="FILE")
    sending.add_argument("--entity", action="append", default=[], metavar="E")
    sending.add_argument("--country", action="append", default=[], metavar="CC")
    sending.add_argument("--to", default="", metavar="RECIPIENT")
    sending.add_argument("--due", default=None, metavar="DATE")
    sending.add_argument("--columns", default="", metavar="ENTITY.FIELD,…")
    sending.add_argument("--password-env", default=None, metavar="VAR")
    taking = command("receive", receive_file, "read whatever came back; nothing is written without --apply")
    taking.add_argument("file", type=Path, metavar="FILE")
    declare_plan(taking)
    taking.add_argument("--resolve", choices=("ours", "theirs", "ask"), default="ask")
    taking.add_argument("--shipment", default="", metavar="EX0001", help="the workbook that the file descends from")
    taking.add_argument("--row", action="append", default=[], metavar="CELL=REF", help="whose row it is, or “new”")
    taking.add_argument("--column", action="append", default=[], metavar="SHEET!C=FIELD", help="what a column holds")
    held = command("ledger", show_ledger, "who holds which workbook, what came back")
    held.add_argument(
        "--copy", default=None, metavar="EX0001|SHA256", help="the exact bytes of what was sent, or came back"
    )
    held.add_argument("--remind", default=None, metavar="EX0001", help="a reminder with the workbook attached, as .eml")
    held.add_argument("--out", type=Path, default=None, metavar="FILE")


def declare_plan(command: argparse.ArgumentParser) -> None:
    """Declare what all commands that take a file in have in common."""
    command.add_argument("--plan", type=Path, default=None, metavar="OUT.json")
    command.add_argument("--apply", action="store_true")
    command.add_argument("--password-env", default=None, metavar="VAR")


def export(options: argparse.Namespace) -> Answer:
    """Send a workbook."""
    from desktop_app.sync.export import DEFAULT_ENTITIES, Request, export_workbook

    refuse_other_files(options.out)
    with Store.open(options.base) as store:
        request = Request(
            options.entity or DEFAULT_ENTITIES,
            [_country(store, text) for text in options.country],
            options.to,
            read_date(options.due) if options.due else None,
            columns=_columns(options.columns),
            password=password_of(options.password_env),
            lang=options.lang,
        )
        sent = export_workbook(store, options.out, request)
    document = {"shipment": sent.number, "rows": dict(sent.rows), "path": str(sent.path)}
    return Answer(document, [f"{sent.number}\t{sent.path}"])


def refuse_other_files(out: Path) -> None:
    """Refuse to write a workbook under a name that is none of a workbook."""
    if out.suffix.lower() != ".xlsx" and not out.is_dir():
        raise Refused(
            Words(
                f"Un classeur s’envoie au format Excel : donnez, au lieu de « {out.name} », un nom qui finit par .xlsx,"
                " ou un dossier.",
                f"A workbook is sent in Excel’s format: instead of “{out.name}”, give a name that ends in .xlsx, or a"
                " folder.",
            )
        )


def receive_file(options: argparse.Namespace) -> Answer:
    """Read what came back."""
    from desktop_app.sync.receive import received

    with Store.open(options.base, readonly=not options.apply) as store:
        plan = received(store, options.file, password=password_of(options.password_env), answers=_answers(options))
        if not isinstance(plan, Plan | None):
            from desktop_app.cli.agreeing import answer_arrival

            return answer_arrival(store, plan, options)
        if plan is None:
            from desktop_app.cli.importing import foreign_plan

            plan = foreign_plan(store, options.file, password=password_of(options.password_env))
        if options.resolve != "ask":
            plan.resolve(options.resolve)
        return answer_plan(store, plan, options)


def _answers(options: argparse.Namespace) -> Answers:
    """Return what was said of rows, columns and the workbook that a file descends from."""
    said = {}
    for name, texts in (("rows", options.row), ("columns", options.column)):
        pairs = [text.rpartition("=") for text in texts]
        if wrong := [text for text, (place, mark, _answer) in zip(texts, pairs, strict=True) if not (place and mark)]:
            raise UsageError(
                Words(f"« {wrong[0]} » : écrivez FEUILLE!A12=RÉFÉRENCE.", f"“{wrong[0]}”: write SHEET!A12=REFERENCE.")
            )
        said[name] = {place: answer for place, _mark, answer in pairs}
    return Answers(columns=said["columns"], rows=said["rows"], shipment=options.shipment)


def referred(store: Store) -> Named:
    """Return how linked records are named in JSON: by their reference."""

    def reference(entity: str, id_: str) -> str:
        record = store.names.record(entity, id_)
        return str(record["ref"]) if record else id_

    return reference


def answer_plan(store: Store, plan: Plan, options: argparse.Namespace, **more: Any) -> Answer:
    """Show a plan, write it to a file where asked, and apply it where asked."""
    document = {**to_json(plan, referred(store)), **more, "applied": False}
    # A plan that cannot be kept stops here: nothing is written that the person was not shown.
    keep_plan(document, options.plan)
    if options.apply:
        from desktop_app.sync.apply import apply_plan

        store.ledger.keep_file(options.file.read_bytes())
        applied = apply_plan(store, plan)
        step = applied.changes.batch if applied.changes.entities else None
        document |= {"applied": True, "step": step, "left": len(applied.left)}
        keep_plan(document, options.plan)
    return shown_plan(plan, document, options.lang)


def shown_plan(plan: Plan, document: dict[str, Any], lang: str) -> Answer:
    """Return a plan as a document, and as lines for a person."""
    lines = [_KINDS[plan.kind].said(lang)]
    lines += [f"{kind}\t{rows}\t{document['cells'][kind]}" for kind, rows in document["rows"].items()]
    lines += [_line(item, lang) for item in document["items"]]
    said = [*plan.notes, _STOPPED[plan.stopped]] if plan.stopped else list(plan.notes)
    return Answer(document, lines, said)


def keep_plan(document: dict[str, Any], path: Path | None) -> None:
    """Write a plan to a file where one was asked for."""
    if path:
        put(json.dumps(document, ensure_ascii=False, indent=1).encode(), path)


def _line(item: dict[str, Any], lang: str) -> str:
    words = item["words"]
    said = "" if words is None else Words(*words).said(lang)
    place = item["cell"] or item["sheet"]
    return f"{item['kind']}\t{place}\t{item['ref']}\t{item['field'] or ''}\t{item['text'] or item['theirs']}\t{said}"


def show_ledger(options: argparse.Namespace) -> Answer:
    """List the workbooks that were sent and what came back; or copy out what was sent, or a reminder of it."""
    with Store.open(options.base, readonly=True) as store:
        if options.copy or options.remind:
            return _copied_out(store, options)
        came_back: dict[str | None, list[dict[str, Any]]] = {}
        for one in store.ledger.returns():
            came_back.setdefault(one.shipment, []).append(
                {"file": one.file_name, "sha256": one.sha256, "received": one.wall, "step": one.batch or None,
                 "by": one.author, "cells": one.said.get("cells", {})}
            )  # fmt: skip
        shipments = [
            {
                "shipment": one.number,
                "recipient": one.recipient,
                "sent": one.wall,
                "due_on": one.due_on,
                "returned": one.returned,
                "state": one.state,
                "file": one.file_name,
                "sha256": one.sha256,
                "scope": one.scope,
                "returns": came_back.get(one.number, []),
            }
            for one in store.ledger.shipments()
        ]
    return Answer(
        {"shipments": shipments}, [f"{one['shipment']}\t{one['recipient']}\t{one['state']}" for one in shipments]
    )


def _copied_out(store: Store, options: argparse.Namespace) -> Answer:
    """Write the exact bytes of a workbook to a file, or a reminder that carries them."""
    from desktop_app.sync.letters import as_file, language, reminder

    if options.out is None:
        raise UsageError(Words("Dites où l’écrire : --out FICHIER.", "Say where to write it: --out FILE."))
    named = options.remind or options.copy
    shipment = store.ledger.shipment(named)
    data = store.ledger.kept_file(shipment.sha256 if shipment else named)
    if data is None:
        raise Refused(
            Words(
                f"« {named} » n’a pas été gardé ici : vérifiez le numéro avec « ledger ».",
                f"“{named}” was not kept here: check the number with “ledger”.",
            )
        )
    if options.remind and shipment:
        data = as_file(reminder(store, shipment, language(store, shipment)), (shipment.file_name, data))
    options.out.write_bytes(data)
    return Answer({"path": str(options.out), "bytes": len(data)}, [str(options.out)])


def password_of(variable: str | None) -> str | None:
    """Return the password that an environment variable holds, so that none stands on a command line."""
    if variable is None:
        return None
    if variable not in os.environ:
        raise UsageError(
            Words(
                f"La variable d’environnement {variable} n’existe pas : mettez-y le mot de passe.",
                f"The environment variable {variable} does not exist: put the password there.",
            )
        )
    return os.environ[variable]


def _country(store: Store, text: str) -> str:
    if found := store.resolve("country", text):
        return found
    raise Refused(
        Words(
            f"Le pays « {text} » est inconnu : donnez son code à deux lettres ou son nom.",
            f"The country “{text}” is unknown: give its code of two letters or its name.",
        )
    )


def _columns(text: str) -> dict[str, list[str]] | None:
    columns: dict[str, list[str]] = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        entity, _, name = part.partition(".")
        if entity not in ENTITIES or not name:
            raise UsageError(
                Words(
                    f"« {part} » : écrivez les colonnes comme instrument.title,instrument.ends_on.",
                    f"“{part}”: write the columns as instrument.title,instrument.ends_on.",
                )
            )
        columns.setdefault(entity, []).append(name)
    return columns or None
