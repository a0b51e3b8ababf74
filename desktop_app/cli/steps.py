"""Commands on the journal: history, undo, redo."""

import argparse
from pathlib import Path
from typing import Any

from desktop_app.cli.answer import Answer
from desktop_app.cli.fields import canonical_value
from desktop_app.cli.records import found_record
from desktop_app.domain.entity import Entity
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.store.base import Store
from desktop_app.store.steps import FieldChange, Step
from desktop_app.store.tables import LIFE

_EVERY_STEP = 1_000_000


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Declare the commands on the journal."""

    def command(name: str, run: Any, text: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = commands.add_parser(name, parents=[common], help=text)
        made.add_argument("base", type=Path, metavar="BASE")
        made.set_defaults(run=run)
        return made

    command("history", show_history, "the journal, or an entry's history").add_argument("ref", nargs="?")
    command("undo", undo_step, "undo the last step, or an older one").add_argument("step", nargs="?", type=int)
    command("redo", redo_step, "redo what was undone last")


def show_history(options: argparse.Namespace) -> Answer:
    """Show the journal's steps, or what happened to one record."""
    with Store.open(options.base, readonly=True) as store:
        if options.ref is None:
            steps = [_step(step, options.lang) for step in store.steps()]
            return Answer({"steps": steps}, [f"{step['step']}\t{step['words']}\t{step['author']}" for step in steps])
        entity, id_ = found_record(store, options.ref)
        changes = store.history(id_)
        rows = [one._asdict() for one in store.source_rows(id_)]
        document = {
            "steps": [_field_change(store, entity, change, options.lang) for change in changes],
            "source_rows": [{**row, "cells": dict(row["cells"])} for row in rows],
        }
        said = [
            f"{row['file_name']}, {row['row']}\t{name}\t{text}" for row in rows for name, text in row["cells"].items()
        ]
        return Answer(document, [*(_line(store, entity, change, options.lang) for change in changes), *said])


def undo_step(options: argparse.Namespace) -> Answer:
    """Undo a step."""
    with Store.open(options.base) as store:
        if options.step is not None:
            _refuse_what_stays(store, options.step)
        changes = store.undo() if options.step is None else store.undo_step(options.step)
        if changes is None:
            raise Refused(Words("Il n’y a rien à annuler.", "There is nothing to undo."))
        return _taken_back(store, changes.kept, options.lang)


def redo_step(options: argparse.Namespace) -> Answer:
    """Redo a step."""
    with Store.open(options.base) as store:
        if (changes := store.redo()) is None:
            raise Refused(Words("Il n’y a rien à rétablir.", "There is nothing to redo."))
        return _taken_back(store, changes.kept, options.lang)


def _refuse_what_stays(store: Store, number: int) -> None:
    step = next((step for step in store.steps(_EVERY_STEP) if step.batch == number), None)
    if step is None:
        raise Refused(
            Words(
                f"Il n’y a pas d’étape {number} : l’historique donne le numéro de chacune.",
                f"There is no step {number}: the history gives the number of each.",
            )
        )
    if step.kind not in ("edit", "import"):
        raise Refused(
            Words(
                f"« {step.words.fr} » (étape {number}) ne s’annule pas : seules les modifications et les reprises de"
                " fichiers s’annulent.",
                f"“{step.words.en}” (step {number}) can’t be undone: only edits and files taken in can.",
            )
        )
    if step.undone:
        raise Refused(
            Words(
                f"« {step.words.fr} » (étape {number}) est déjà annulé.",
                f"“{step.words.en}” (step {number}) is undone already.",
            )
        )


def _taken_back(store: Store, kept: int, lang: str) -> Answer:
    step = _step(store.steps(1)[0], lang)
    said = (
        [
            Words(
                f"{kept} modification(s) plus récente(s) ont été gardées.",
                f"{kept} later change(s) were kept.",
            )
        ]
        if kept
        else []
    )
    return Answer({"steps": [{**step, "kept": kept}]}, [step["words"]], said)


def _step(step: Step, lang: str) -> dict[str, Any]:
    return {
        "step": step.batch,
        "kind": step.kind,
        "words": step.words.said(lang),
        "wall": step.wall,
        "author": step.author,
        "file": step.file_name,
        "changes": step.changes,
        "undone": step.undone,
    }


def _field_change(store: Store, entity: Entity, change: FieldChange, lang: str) -> dict[str, Any]:
    return {
        "step": change.batch,
        "field": change.field,
        "before": canonical_value(store, entity, change.field, change.before),
        "after": canonical_value(store, entity, change.field, change.after),
        "words": change.words.said(lang),
        "wall": change.wall,
        "author": change.author,
        "file": change.file_name,
        "undone": change.undone,
    }


def _line(store: Store, entity: Entity, change: FieldChange, lang: str) -> str:
    if change.field == LIFE:
        shown = Words("rétablie", "restored") if change.after else Words("supprimée", "deleted")
        return f"{change.batch}\t{shown.said(lang)}"
    field = entity.fields[change.field]
    before, after = (_shown(store, entity, change.field, value, lang) for value in (change.before, change.after))
    return f"{change.batch}\t{field.words.said(lang)}\t{before} → {after}"


def _shown(store: Store, entity: Entity, name: str, value: Value, lang: str) -> str:
    store.names.fetch(entity, [{name: value}])
    return entity.fields[name].type.show(value, store.names.showing(lang))
