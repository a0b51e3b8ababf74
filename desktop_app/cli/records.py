"""Commands on records: list, show, add, set, delete, search."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop_app.cli.answer import Answer, count
from desktop_app.cli.fields import canonical, read_filters, read_values
from desktop_app.domain import ENTITIES, step_words
from desktop_app.domain.entity import Entity, Field, Problem
from desktop_app.domain.naming import called, title
from desktop_app.domain.refused import Refused
from desktop_app.domain.types import Link, Several
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.store.base import Store
from desktop_app.store.births import prepare
from desktop_app.store.queries import Filter, Query

LINKED_AT_MOST = 200  # records of one kind that name a record, when it is shown


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Declare the commands on records."""

    def command(name: str, run: Any, text: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = commands.add_parser(name, parents=[common], help=text)
        made.add_argument("base", type=Path, metavar="BASE")
        made.set_defaults(run=run)
        return made

    listing = command("list", list_records, "entries of a kind, as the list shows them")
    listing.add_argument("entity", choices=ENTITIES)
    listing.add_argument("--where", action="append", default=[], metavar="FIELD=VALUE")
    listing.add_argument("--search", default="", metavar="TEXT")
    listing.add_argument("--limit", type=count, default=None)
    command("show", show_record, "one entry with its links").add_argument("ref")
    adding = command("add", add_record, "add an entry")
    adding.add_argument("entity", choices=ENTITIES)
    adding.add_argument("values", nargs="*", metavar="FIELD=VALUE")
    setting = command("set", set_record, "change an entry")
    setting.add_argument("ref")
    setting.add_argument("values", nargs="+", metavar="FIELD=VALUE")
    command("delete", delete_record, "delete an entry").add_argument("ref")
    searching = command("search", search_records, "what the search field finds")
    searching.add_argument("text")
    searching.add_argument("--limit", type=count, default=20)


def list_records(options: argparse.Namespace) -> Answer:
    """List records."""
    entity = ENTITIES[options.entity]
    with Store.open(options.base, readonly=True) as store:
        filters = read_filters(store, entity, options.where, options.lang)
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
        entity, id_, record = living_record(store, options.ref)
        store.names.fetch(entity, [record])
        showing = store.names.showing(options.lang)
        lines = [
            f"{field.words.said(options.lang)}\t{field.type.show(record.get(field.name), showing)}"
            for field in entity
            if record.get(field.name) is not None
        ]
        document = canonical(store, entity, record)
        for other, field, found in _linked_to(store, entity, id_):
            if field.name == other.owner:
                document.setdefault("parts", {})[other.name] = [canonical(store, other, line) for line in found]
            else:
                links = [
                    {"ref": line["ref"], "field": field.name, "title": title(other, line, showing)} for line in found
                ]
                document.setdefault("links", {}).setdefault(other.name, []).extend(links)
            lines += [
                f"{other.words.said(options.lang)}\t{line['ref']}\t{title(other, line, showing)}" for line in found
            ]
        return Answer(document, [f"{record['ref']}\t{title(entity, record, showing)}", *lines])


def _linked_to(store: Store, entity: Entity, id_: str) -> Iterator[tuple[Entity, Field, list[dict[str, Value]]]]:
    """Yield what stands inside a record or names it: the entity, the field, and the first of its records."""
    for other in ENTITIES.values():
        for field in other:
            type_ = field.type.of if isinstance(field.type, Several) else field.type
            if isinstance(type_, Link) and type_.entity == entity.name:
                limit = None if field.name == other.owner else LINKED_AT_MOST
                found = store.records(Query(other, (Filter(field.name, "is", id_),), limit=limit))
                store.names.fetch(other, found)
                if found:
                    yield other, field, found


def add_record(options: argparse.Namespace) -> Answer:
    """Add a record in one edit."""
    entity = ENTITIES[options.entity]
    with Store.open(options.base) as store:
        values, unread = read_values(store, entity, options.values, options.lang)
        problems = unread or [*store.problems(entity, values), *store.warnings(entity, values)]
        if any(problem.blocking for problem in problems):
            return _refused(None, problems, options.lang)
        _refuse_twin(store, entity, values)
        called = _called(store, entity, values)
        with store.edit(step_words.adding(called)) as edit:
            id_ = edit.add(entity, values)
        return _written(store, entity, id_, problems, options.lang)


def _called(store: Store, entity: Entity, record: Record) -> step_words.Name:
    """Return how a step calls a record, by language: its title, or what it is where it has none yet."""
    store.names.fetch(entity, [record])
    return lambda lang: called(entity, record, store.names.showing(lang))


def _refuse_twin(store: Store, entity: Entity, values: Record) -> None:
    """Refuse what would be one with a record that is there: adding must not change that one unasked."""
    if entity.identity or entity.coded:
        twin = store.get(entity, prepare(entity, values).id)
        if twin is not None:
            raise Refused(
                Words(
                    f"Cette fiche existe déjà ({entity.one.fr} {twin['ref']}) : modifiez-la.",
                    f"This entry is there already ({entity.one.en} {twin['ref']}): change that one.",
                )
            )


def set_record(options: argparse.Namespace) -> Answer:
    """Change a record in one edit."""
    with Store.open(options.base) as store:
        entity, id_, before = living_record(store, options.ref)
        values, unread = read_values(store, entity, options.values, options.lang)
        after = {**before, **values}
        problems = unread or [*store.problems(entity, after), *store.warnings(entity, after)]
        if unread or any(problem.blocking and set(problem.fields) & values.keys() for problem in problems):
            return _refused(str(before["ref"]), problems, options.lang)
        what = [entity.fields[name].words for name in values]
        with store.edit(step_words.changing(_called(store, entity, before), what)) as edit:
            edit.update(entity, id_, values)
        return _written(store, entity, id_, problems, options.lang)


def delete_record(options: argparse.Namespace) -> Answer:
    """Delete a record in one edit; what still names it is told."""
    with Store.open(options.base) as store:
        entity, id_, record = living_record(store, options.ref)
        ref, problems = str(record["ref"]), _named_by(store, entity, id_)
        with store.edit(step_words.deleting(_called(store, entity, record))) as edit:
            edit.delete(entity, id_)
        shown = [_problem(problem, options.lang) for problem in problems]
        return Answer({"ref": ref, "problems": shown}, [ref], [problem.words for problem in problems])


def _named_by(store: Store, entity: Entity, id_: str) -> list[Problem]:
    """Return how many records go on naming one that is deleted, those apart that go with it."""
    found: list[Problem] = []
    for other in ENTITIES.values():
        for field in other:
            type_ = field.type.of if isinstance(field.type, Several) else field.type
            if not isinstance(type_, Link) or type_.entity != entity.name or field.name == other.owner:
                continue
            if number := store.count(Query(other, (Filter(field.name, "is", id_),))):
                words = Words(
                    f"{other.fr} : {number} fiche(s) la nomment encore dans « {field.fr} ».",
                    f"{other.en} still naming it in “{field.en}”: {number}.",
                )
                found.append(Problem(words, (field.name,)))
    return found


def search_records(options: argparse.Namespace) -> Answer:
    """Search everywhere; what may have been meant is said where nothing is found as it was typed."""
    place, meant = ("fr", "en").index(options.lang), ""
    with Store.open(options.base, readonly=True) as store:
        found = store.search(options.text, options.limit)
        if not found:
            meant, found = store.search_near(options.text, options.limit)
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
    nearest = Words(f"Rien ne s’appelle ainsi. Au plus près : {meant}.", f"Nothing is called that. Closest: {meant}.")
    return Answer(
        {"results": results},
        [f"{one['ref']}\t{one['entity']}\t{one['title']}\t{one['subtitle']}" for one in results],
        [nearest] if results and meant else [],
    )


def found_record(store: Store, ref: str) -> tuple[Entity, str]:
    """Return the record that a reference names, a deleted one too."""
    if found := store.find(ref):
        return found
    raise Refused(
        Words(
            f"Aucune fiche ne porte la référence « {ref} » : vérifiez-la, ou cherchez par nom.",
            f"Nothing has the reference “{ref}”: check it, or search by name.",
        )
    )


def living_record(store: Store, ref: str) -> tuple[Entity, str, Record]:
    entity, id_ = found_record(store, ref)
    if record := store.get(entity, id_):
        return entity, id_, record
    raise Refused(
        Words(
            f"La fiche « {ref} » a été supprimée : son historique dit à quelle étape, que l’on peut annuler.",
            f"The entry “{ref}” was deleted: its history tells in which step, which can be undone.",
        )
    )


def _refused(ref: str | None, problems: list[Problem], lang: str) -> Answer:
    shown = [_problem(problem, lang) for problem in problems]
    return Answer({"ref": ref, "problems": shown}, (), [problem.words for problem in problems], status=1)


def _written(store: Store, entity: Entity, id_: str, problems: list[Problem], lang: str) -> Answer:
    record = store.get(entity, id_) or {}
    shown = [_problem(problem, lang) for problem in problems]
    return Answer(
        {"ref": record.get("ref"), "problems": shown}, [str(record.get("ref"))], [problem.words for problem in problems]
    )


def _problem(problem: Problem, lang: str) -> dict[str, Any]:
    return {"words": problem.words.said(lang), "fields": list(problem.fields), "blocking": problem.blocking}
