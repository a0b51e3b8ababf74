"""The command that takes in a sheet which we did not make: import."""

import argparse
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop_app.cli.answer import Answer, UsageError, count
from desktop_app.cli.exchange import answer_plan, declare_plan, password_of
from desktop_app.domain import ENTITIES
from desktop_app.domain.plan import Plan
from desktop_app.domain.words import Words
from desktop_app.store.base import Store


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    made = commands.add_parser("import", parents=[common], help="a sheet that somebody else made, by its headings")
    made.add_argument("base", type=Path, metavar="BASE")
    made.add_argument("file", type=Path, metavar="FILE")
    made.add_argument("--entity", choices=ENTITIES, default=None)
    made.add_argument("--sheet", default=None, metavar="S")
    made.add_argument("--header-row", type=count, default=None, metavar="N")
    made.add_argument("--map", action="append", default=[], metavar="THEIR HEADING=FIELD")
    made.add_argument("--sender", default=None, metavar="NAME")
    made.add_argument("--create", action="append", default=[], choices=ENTITIES, metavar="ENTITY",
                      help="kinds of records that may be added where a cell names one that is not here")  # fmt: skip
    declare_plan(made)
    made.set_defaults(run=import_file)


def import_file(options: argparse.Namespace) -> Answer:
    """Read a foreign sheet."""
    from desktop_app.importers.sheet import learn

    with Store.open(options.base, readonly=not options.apply) as store:
        plan = foreign_plan(
            store,
            options.file,
            password=password_of(options.password_env),
            entity=options.entity,
            sheet=options.sheet,
            header_row=options.header_row,
            mapping=_mapping(options.map),
            sender=options.sender,
            create=options.create,
            lang=options.lang,
        )
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
        answer = answer_plan(store, plan, options, mapping=mapping)
        if options.apply and options.sender:
            learn(store, options.sender, plan)
        return answer


def foreign_plan(store: Store, path: Path, *, password: str | None = None, **told: Any) -> Plan:
    """Return what a foreign sheet would add and change."""
    from desktop_app.excel.read import read_book
    from desktop_app.importers.sheet import import_sheet

    book = read_book(path, password=password)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return import_sheet(store, book, file_name=path.name, sha256=digest, **told)


def _mapping(pairs: list[str]) -> Mapping[str, str]:
    mapping: dict[str, str] = {}
    for pair in pairs:
        heading, mark, name = pair.rpartition("=")
        if not mark or not heading:
            raise UsageError(
                Words(
                    f"« {pair} » : écrivez leur intitulé, = et notre champ, par exemple « Ville=city ».",
                    f"“{pair}”: write their heading, = and our field, for example “Town=city”.",
                )
            )
        mapping[heading] = name
    return mapping
