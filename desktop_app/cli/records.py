"""Commands on records: list, show, add, set, delete, search, history, undo, redo."""

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from desktop_app.cli.answer import Answer, UsageError
from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity, Problem
from desktop_app.domain.naming import title
from desktop_app.domain.refused import Refused
from desktop_app.domain.types import Link, Several
from desktop_app.domain.values import Reading, Unreadable, Value
from desktop_app.domain.words import Words
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query
from desktop_app.store.steps import FieldChange, Step


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Declare the commands on records."""

    def command(name: str, run: Any, text: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = commands.add_parser(name, parents=[common], help=text)
        made.add_argument("base", type=Path, metavar="BASE")
        made.set_defaults(run=run)
        return made

    listing = command("list", list_records, "records of an entity, as the table shows them")
    listing.add_argument("entity", choices=ENTITIES)
    listing.add_argument("--where", action="append", default=[], metavar="FIELD=VALUE")
    listing.add_argument("--search", default="", metavar="TEXT")
    listing.add_argument("--limit", type=int, default=None)
    command("show", show_record, "one record with its links").add_argument("ref")
    adding = command("add", add_record, "add a record")
    adding.add_argument("entity", choices=ENTITIES)
    adding.add_argument("values", nargs="*", metavar="FIELD=VALUE")
    setting = command("set", set_record, "change a record")
    setting.add_argument("ref")
    setting.add_argument("values", nargs="+", metavar="FIELD=VALUE")
    command("delete", delete_record, "delete a record").add_argument("ref")
    searching = command("search", search_records, "what the search field finds")
    searching.add_argument("text")
    searching.add_argument("--limit", type=int, default=20)
    command("history", show_history, "the journal, or a record's history").add_argument("ref", nargs="?")
    command("undo", undo_step, "undo the last step, or an older one").add_argument("step", nargs="?", type=int)
    command("redo", redo_step, "redo what was undone last")


def list_records(options: argparse.Namespace) -> Answer:
    """List records."""
    entity = ENTITIES[options.entity]
    with Store.open(options.base, readonly=True) as store:
        filters = tuple(
            Filter(name, "is" if value is not None else "empty", value)
            for name, value in _read_pairs(store, entity, options.where, options.lang, single=True).items()
        )
        found = store.records(Query(entity, filters, options.search, limit=options.limit))
        store.names.fetch(entity, found)
        showing = store.names.showing(options.lang)
        return Answer(
            {"records": [canonical(store, entity, record) for record in found]},
            [f"{record['ref']}\t{title(entity, record, showing)}" for record in found],
        )


def show_record(options: argparse.Namespace) -> Answer:
    """Show a record and the records that stand inside it."""
    with Store.open(options.base, readonly=True) as store:
        entity, id_ = _found(store, options.ref)
        record = store.get(entity, id_)
        if record is None:
            raise _unknown(options.ref)
        store.names.fetch(entity, [record])
        showing = store.names.showing(options.lang)
        lines = [
            f"{field.words.said(options.lang)}\t{field.type.show(record.get(field.name), showing)}"
            for field in entity
            if record.get(field.name) is not None
        ]
        document = canonical(store, entity, record)
        for part in ENTITIES.values():
            if part.owner and isinstance(type_ := part.fields[part.owner].type, Link) and type_.entity == entity.name:
                held = store.records(Query(part, (Filter(part.owner, "is", id_),)))
                document.setdefault("parts", {})[part.name] = [canonical(store, part, line) for line in held]
        return Answer(document, [f"{record['ref']}\t{title(entity, record, showing)}", *lines])


def add_record(options: argparse.Namespace) -> Answer:
    """Add a record in one edit."""
    entity = ENTITIES[options.entity]
    with Store.open(options.base) as store:
        values = _read_pairs(store, entity, options.values, options.lang)
        problems = store.problems(entity, values)
        if any(problem.blocking for problem in problems):
            return _refused(problems, options.lang)
        with store.edit(Words(f"Ajouter : {entity.one.fr}", f"Add: {entity.one.en}")) as edit:
            id_ = edit.add(entity, values)
        return _written(store, entity, id_, problems, options.lang)


def set_record(options: argparse.Namespace) -> Answer:
    """Change a record in one edit."""
    with Store.open(options.base) as store:
        entity, id_ = _found(store, options.ref)
        before = store.get(entity, id_)
        if before is None:
            raise _unknown(options.ref)
        values = _read_pairs(store, entity, options.values, options.lang)
        problems = store.problems(entity, {**before, **values})
        if any(problem.blocking and set(problem.fields) & values.keys() for problem in problems):
            return _refused(problems, options.lang)
        names = [entity.fields[name].words for name in values]
        fr, en = ", ".join(words.fr for words in names), ", ".join(words.en for words in names)
        with store.edit(Words(f"{fr} de {before['ref']}", f"{en} of {before['ref']}")) as edit:
            edit.update(entity, id_, values)
        return _written(store, entity, id_, problems, options.lang)


def delete_record(options: argparse.Namespace) -> Answer:
    """Delete a record in one edit."""
    with Store.open(options.base) as store:
        entity, id_ = _found(store, options.ref)
        record = store.get(entity, id_)
        if record is None:
            raise _unknown(options.ref)
        ref = str(record["ref"])
        with store.edit(Words(f"Supprimer {ref}", f"Delete {ref}")) as edit:
            edit.delete(entity, id_)
        return Answer({"ref": ref, "problems": []}, [ref])


def search_records(options: argparse.Namespace) -> Answer:
    """Search everywhere."""
    place = ("fr", "en").index(options.lang)
    with Store.open(options.base, readonly=True) as store:
        found = store.search(options.text, options.limit)
        results = [
            {
                "ref": one.ref,
                "id": one.id,
                "entity": one.entity.name,
                "title": one.title[place],
                "subtitle": one.subtitle[place],
            }
            for one in found
        ]
    return Answer(
        {"results": results}, [f"{one['ref']}\t{one['entity']}\t{one['title']}\t{one['subtitle']}" for one in results]
    )


def show_history(options: argparse.Namespace) -> Answer:
    """Show the journal's steps, or what happened to one record."""
    with Store.open(options.base, readonly=True) as store:
        if options.ref is None:
            steps = [_step(step, options.lang) for step in store.steps()]
            lines = [f"{step['step']}\t{step['words']}\t{step['author']}" for step in steps]
        else:
            _entity, id_ = _found(store, options.ref)
            steps = [_field_change(change, options.lang) for change in store.history(id_)]
            lines = [f"{step['step']}\t{step['field']}\t{step['before']} → {step['after']}" for step in steps]
    return Answer({"steps": steps}, lines)


def undo_step(options: argparse.Namespace) -> Answer:
    """Undo a step."""
    with Store.open(options.base) as store:
        words = store.undo_words()
        changes = store.undo() if options.step is None else store.undo_step(options.step)
        if changes is None:
            raise Refused(Words("Il n’y a rien à annuler.", "There is nothing to undo."))
        return _taken_back(store, changes.kept, words, options)


def redo_step(options: argparse.Namespace) -> Answer:
    """Redo a step."""
    with Store.open(options.base) as store:
        words = store.redo_words()
        if (changes := store.redo()) is None:
            raise Refused(Words("Il n’y a rien à rétablir.", "There is nothing to redo."))
        return _taken_back(store, changes.kept, words, options)


def _taken_back(store: Store, kept: int, words: Words | None, options: argparse.Namespace) -> Answer:
    step = _step(store.steps(1)[0], options.lang)
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
    return Answer({"steps": [{**step, "kept": kept}]}, [words.said(options.lang) if words else ""], said)


def _read_pairs(
    store: Store, entity: Entity, pairs: Iterable[str], lang: str, *, single: bool = False
) -> dict[str, Value]:
    reading = Reading(lang, store.resolve)
    values: dict[str, Value] = {}
    for pair in pairs:
        name, mark, text = pair.partition("=")
        if not mark or name not in entity.fields:
            known = ", ".join(entity.fields)
            raise UsageError(
                Words(
                    f"« {pair} » : écrivez CHAMP=VALEUR avec un champ de {entity.one.fr} ({known}).",
                    f"“{pair}”: write FIELD=VALUE with a field of {entity.one.en} ({known}).",
                )
            )
        type_ = entity.fields[name].type
        if single and isinstance(type_, Several):
            type_ = type_.of
        try:
            values[name] = type_.read(text, reading)
        except Unreadable as error:
            words = entity.fields[name].words
            raise Unreadable(
                Words(f"{words.fr} : {error.words.fr}", f"{words.en}: {error.words.en}"), error.guess
            ) from error
    return values


def canonical(store: Store, entity: Entity, record: Mapping[str, Value]) -> dict[str, Any]:
    """Return a record in canonical form: its reference, its id, and its fields, links as references."""
    shown: dict[str, Any] = {"ref": record["ref"], "id": record["id"]}
    for field in entity:
        value, type_ = record.get(field.name), field.type
        if isinstance(type_, Several):
            held = value if isinstance(value, tuple) else ()
            shown[field.name] = (
                [_ref(store, type_.of.entity, id_) for id_ in held] if isinstance(type_.of, Link) else list(held)
            )
        else:
            shown[field.name] = _ref(store, type_.entity, str(value)) if value and isinstance(type_, Link) else value
    return shown


def _ref(store: Store, entity: str, id_: str) -> Value:
    linked = store.names.record(entity, id_)
    return linked["ref"] if linked else id_


def _found(store: Store, ref: str) -> tuple[Entity, str]:
    if found := store.find(ref):
        return found
    raise _unknown(ref)


def _unknown(ref: str) -> Refused:
    return Refused(
        Words(
            f"Aucune fiche ne porte la référence « {ref} » : vérifiez-la, ou cherchez par nom.",
            f"No record has the reference “{ref}”: check it, or search by name.",
        )
    )


def _refused(problems: list[Problem], lang: str) -> Answer:
    shown = [_problem(problem, lang) for problem in problems]
    return Answer({"ref": None, "problems": shown}, (), [problem.words for problem in problems], status=1)


def _written(store: Store, entity: Entity, id_: str, problems: list[Problem], lang: str) -> Answer:
    record = store.get(entity, id_) or {}
    shown = [_problem(problem, lang) for problem in problems]
    return Answer(
        {"ref": record.get("ref"), "problems": shown}, [str(record.get("ref"))], [problem.words for problem in problems]
    )


def _problem(problem: Problem, lang: str) -> dict[str, Any]:
    return {"words": problem.words.said(lang), "fields": list(problem.fields), "blocking": problem.blocking}


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


def _field_change(change: FieldChange, lang: str) -> dict[str, Any]:
    return {
        "step": change.batch,
        "field": change.field,
        "before": change.before,
        "after": change.after,
        "words": change.words.said(lang),
        "wall": change.wall,
        "author": change.author,
        "file": change.file_name,
        "undone": change.undone,
    }
