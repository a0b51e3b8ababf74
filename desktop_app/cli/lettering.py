"""Commands on letters: letter, letters."""

import argparse
from pathlib import Path
from typing import Any

from desktop_app.cli.answer import Answer
from desktop_app.cli.records import living_record
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.store.base import Store


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Declare the commands on letters."""
    letter = commands.add_parser("letter", parents=[common], help="write letters from a template")
    letter.add_argument("base", type=Path, metavar="BASE")
    letter.add_argument("template", metavar="TEMPLATE")
    letter.add_argument("refs", nargs="+", metavar="REF")
    letter.add_argument("--in", dest="language", choices=("fr", "en"), default=None, help="the language of the letters")
    letter.add_argument("--out", type=Path, default=Path(), metavar="FOLDER", help="where the letters go")
    letter.add_argument("--attach", action="store_true", help="keep each letter with its entry")
    letter.set_defaults(run=write_letters)
    listed = commands.add_parser("letters", parents=[common], help="the templates that there are, and their fields")
    listed.add_argument("base", type=Path, metavar="BASE")
    listed.set_defaults(run=list_templates)


def write_letters(options: argparse.Namespace) -> Answer:
    """Write the letters that some records call for."""
    from desktop_app.reports.letters.templates import templates
    from desktop_app.reports.letters.writing import kept_with, save, write

    with Store.open(options.base, readonly=not options.attach) as store:
        found = [living_record(store, ref)[:2] for ref in options.refs]
        entities = {entity.name for entity, _id in found}
        if len(entities) > 1:
            raise Refused(
                Words(
                    "Ces fiches sont de sortes différentes : écrivez leurs lettres une sorte après l’autre.",
                    "These entries are of different kinds: write their letters one kind after the other.",
                )
            )
        if not options.out.is_dir():
            raise Refused(
                Words(
                    f"Le dossier « {options.out} » n’existe pas : créez-le, ou donnez-en un autre.",
                    f"There is no folder “{options.out}”: make it, or give another one.",
                )
            )
        ids = [id_ for _entity, id_ in found]
        written = write(store, templates(store.path), options.template, found[0][0], ids, lang=options.language)
        paths = save(written, options.out)
        if options.attach:
            words, attach = kept_with(store.path, written, paths)
            with store.edit(words) as edit:
                attach(edit)
    letters = [
        {"path": str(path), "recipient": one.letter.recipient, "lang": one.letter.lang, "empty": list(one.missing)}
        for one, path in zip(written, paths, strict=True)
    ]
    return Answer({"letters": letters}, [str(path) for path in paths])


def list_templates(options: argparse.Namespace) -> Answer:
    """List the templates, what is wrong with each, and every field that a letter may use."""
    from desktop_app.reports.letters.fields import KNOWN
    from desktop_app.reports.letters.templates import templates

    found = templates(options.base)
    data = [
        {
            "name": one.name, "lang": one.lang, "title_fr": one.words.fr, "title_en": one.words.en, "about": sorted(one.about),
            "ours": one.ours, "problems": [words.said(options.lang) for words in one.flaws],
        }
        for one in found
    ]  # fmt: skip
    lines = [
        f"{one.name}\t{one.lang or ''}\t{', '.join(sorted(one.about))}\t{one.flaws[0].said(options.lang) if one.flaws else ''}"
        for one in found
    ]
    return Answer({"templates": data, "fields": {root: sorted(names) for root, names in KNOWN.items()}}, lines)
