"""The command that takes in a sheet which we did not make: import."""

import argparse
import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.cli.answer import Answer, UsageError
from desktop_app.cli.exchange import answer_plan, declare_plan, password_of, referred
from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.plan import Plan
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.store.base import Store

if TYPE_CHECKING:
    from desktop_app.excel.sheets import Book
    from desktop_app.importers.questions import Question
    from desktop_app.importers.sheet import Taken


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    made = commands.add_parser("import", parents=[common], help="a sheet that somebody else made, by its headings")
    made.add_argument("base", type=Path, metavar="BASE")
    made.add_argument("file", type=Path, metavar="FILE")
    made.add_argument("--entity", choices=ENTITIES, default=None)
    made.add_argument("--sheet", default=None, metavar="S")
    made.add_argument("--header-row", type=_row, default=None, metavar="N",
                      help="the row of the headings, 0 where there are none: columns are named by their letter then")  # fmt: skip
    made.add_argument("--encoding", type=_encoding, default=None, metavar="NAME",
                      help="of a text file whose letters come out wrong: cp1250, iso-8859-2, utf-8…")  # fmt: skip
    made.add_argument("--map", action="append", default=[], metavar="THEIR HEADING=FIELD")
    made.add_argument("--for-all", action="append", default=[], metavar="FIELD=VALUE",
                      help="what all rows have without saying it: country=Vietnam")  # fmt: skip
    made.add_argument("--sender", default=None, metavar="NAME")
    made.add_argument("--create", action="append", default=[], choices=ENTITIES, metavar="ENTITY",
                      help="kinds of entries that may be added where a cell names one that is not here")  # fmt: skip
    made.add_argument("--same", action="append", default=[], metavar="NAME=REF",
                      help="the entry that a name means, or new for none of ours; remembered with --apply")  # fmt: skip
    made.add_argument("--return", dest="back", type=Path, default=None, metavar="OUT.xlsx",
                      help="a copy for the sender, with comments where something was not understood")  # fmt: skip
    declare_plan(made)
    made.set_defaults(run=import_file)


def import_file(options: argparse.Namespace) -> Answer:
    """Read a foreign sheet."""
    from desktop_app.excel.looks import with_looks
    from desktop_app.importers.memory import learn, learned_from, remember, said_for_all
    from desktop_app.importers.recognise import Told
    from desktop_app.importers.sheet import take_sheet
    from desktop_app.sync.meanings import known_meanings
    from desktop_app.sync.unlocking import open_book

    with Store.open(options.base, readonly=not options.apply) as store:
        answers = _answers(store, options.same)
        opened, _password = open_book(store, options.file, password_of(options.password_env), encoding=options.encoding)
        book = with_looks(opened, options.file)
        told = Told(
            options.entity,
            options.sheet,
            options.header_row,
            _mapping(options.map),
            learned_from(store, options.sender),
            said_for_all(store, options.sender) | _for_all(options.for_all),
        )
        taken = take_sheet(
            store, book, told, file_name=options.file.name, sha256=digest(options.file), create=options.create,
            answers=answers, meanings=known_meanings(store), lang=options.lang,
        )  # fmt: skip
        plan = taken.plan
        mapping = [
            {
                "heading": column.heading,
                "entity": column.entity,
                "field": column.field,
                "confidence": column.confidence,
                "reason": column.reason.said(options.lang),
            }
            for column in plan.columns
        ]
        entity = ENTITIES[str(plan.columns[0].entity)]
        questions = [_question(store, one, options.lang) for one in taken.questions]
        answer = answer_plan(store, plan, options, entity=entity.name, mapping=mapping, questions=questions)
        if options.back:
            answer.said += _send_back(options, book, taken)
        head, *lines = answer.lines
        answer.lines = [head, *_mapping_lines(entity, mapping, options.lang), *lines]
        if options.apply:
            remember(store, answers)
            if options.sender:
                learn(store, options.sender, plan, told.same)
        return answer


def _question(store: Store, one: "Question", lang: str) -> dict[str, Any]:
    """Return a question as data; its answer is `--same TEXT=REF`."""
    reference = referred(store)
    return {
        "text": one.text, "entity": one.entity, "cells": one.count, "words": one.words.said(lang),
        "candidates": [reference(one.entity, id_) for id_ in one.candidates],
    }  # fmt: skip


def _send_back(options: argparse.Namespace, book: "Book", taken: "Taken") -> list[Words]:
    """Write the copy for the sender; the name that was given must fit what the file is."""
    from desktop_app.excel.send_back import send_back, suffix_for
    from desktop_app.importers.answering import marks_for

    if options.back.suffix.lower() != suffix_for(book) or options.back.resolve() == options.file.resolve():
        raise Refused(
            Words(
                f"La copie pour l’expéditeur doit être un autre fichier, dont le nom finit par {suffix_for(book)}.",
                f"The copy for the sender must be another file, whose name ends in {suffix_for(book)}.",
            )
        )
    return send_back(options.file, book, marks_for(taken.table, taken.plan, options.lang), options.back)


def digest(path: Path) -> str:
    """Return the fingerprint of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _mapping_lines(entity: Entity, mapping: list[dict[str, Any]], lang: str) -> list[str]:
    """Return what was taken for what, for people."""
    rows = Words("Ses lignes sont : {of} ({name}).", "Its rows are: {of} ({name}).").said(lang)
    kept = Words("(gardée à part)", "(kept apart)").said(lang)
    lines = [rows.format(of=entity.words.said(lang).lower(), name=entity.name)]
    for one in mapping:
        sure = f"{round(one['confidence'] * 100)} %" if one["field"] else ""
        lines.append(f"{one['heading']}\t→ {one['field'] or kept}\t{sure}\t{one['reason']}")
    return lines


def _row(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(text)
    return int(text)


def _encoding(text: str) -> str:
    from desktop_app.excel.encodings import ENCODINGS, encoding_named

    if (known := encoding_named(text)) is None:
        raise argparse.ArgumentTypeError(f"{text}: {', '.join(ENCODINGS)}")
    return known


def _answers(store: Store, pairs: list[str]) -> dict[str, str]:
    """Return the answers that were given: the record that each name means."""
    from desktop_app.importers.memory import ANY, NEW, name_key

    answers: dict[str, str] = {}
    for pair in pairs:
        name, mark, ref = pair.rpartition("=")
        if not mark or not name:
            raise UsageError(
                Words(
                    f"« {pair} » : écrivez le nom lu, = et la référence de la fiche, ou new.",
                    f"“{pair}”: write the name that was read, = and the reference of the entry, or new.",
                )
            )
        found = None if ref == NEW else store.find(ref)
        if ref != NEW and found is None:
            raise Refused(
                Words(
                    f"La référence « {ref} » n’existe pas : vérifiez-la.",
                    f"The reference “{ref}” does not exist: check it.",
                )
            )
        answers[name_key(found[0].name if found else ANY, name)] = found[1] if found else NEW
    return answers


def foreign_plan(store: Store, path: Path, *, password: str | None = None, **told: Any) -> Plan:
    """Return what a foreign sheet would add and change."""
    from desktop_app.importers.sheet import import_sheet
    from desktop_app.sync.unlocking import open_book

    book, _password = open_book(store, path, password)
    return import_sheet(store, book, file_name=path.name, sha256=digest(path), **told)


def _for_all(pairs: list[str]) -> dict[str, str]:
    wrong = Words(
        "écrivez notre champ, = et la valeur de toutes les lignes, par exemple « country=Vietnam ».",
        "write our field, = and the value of all rows, for example “country=Vietnam”.",
    )
    return _pairs(pairs, str.partition, wrong)


def _mapping(pairs: list[str]) -> Mapping[str, str]:
    wrong = Words(
        "écrivez leur intitulé, = et notre champ, par exemple « Ville=city ».",
        "write their heading, = and our field, for example “Town=city”.",
    )
    return _pairs(pairs, str.rpartition, wrong)


def _pairs(pairs: list[str], cut: Callable[[str, str], tuple[str, str, str]], wrong: Words) -> dict[str, str]:
    """Return what stands before and after the = of each pair."""
    found: dict[str, str] = {}
    for pair in pairs:
        before, mark, after = cut(pair, "=")
        if not mark or not before:
            raise UsageError(Words(f"« {pair} » : {wrong.fr}", f"“{pair}”: {wrong.en}"))
        found[before] = after
    return found
