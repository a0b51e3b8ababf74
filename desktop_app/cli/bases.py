"""Commands on whole bases: new, check, backup, backups, restore, fingerprint."""

import argparse
from pathlib import Path
from typing import Any

from desktop_app.cli.answer import Answer, UsageError, count
from desktop_app.domain import ENTITIES
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.store.backups import backups, fingerprint, restore
from desktop_app.store.base import Store
from desktop_app.store.driver import translated


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Declare the commands on bases."""

    def command(name: str, run: Any, text: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = commands.add_parser(name, parents=[common], help=text)
        made.add_argument("base", type=Path, metavar="BASE")
        made.set_defaults(run=run)
        return made

    new = command("new", new_base, "a new base for an office")
    new.add_argument("--office", required=True, metavar="SIN")
    new.add_argument("--demo", action="store_true", help="fill it with the demo office")
    new.add_argument("--missions", type=count, default=None, metavar="N")
    new.add_argument("--seed", type=int, default=1, metavar="S")
    command("check", check_base, "integrity of the file, the journal, links and search")
    command("backup", make_backup, "a checked copy").add_argument("--to", type=Path, default=None, metavar="DIR")
    command("backups", list_backups, "the copies that there are")
    restoring = command("restore", restore_backup, "a copy as a new base")
    restoring.add_argument("backup", type=Path)
    restoring.add_argument("--out", type=Path, required=True, metavar="NEW")
    command("fingerprint", show_fingerprint, "a hash of what the base shows")


def new_base(options: argparse.Namespace) -> Answer:
    """Make a new base."""
    if options.missions is not None and not options.demo:
        raise UsageError(
            Words(
                "« --missions » ne va qu’avec « --demo » : une nouvelle base commence sans missions.",
                "“--missions” only goes with “--demo”: a new base starts without missions.",
            )
        )
    office = options.office.upper()
    if not known_office(office):
        raise Refused(
            Words(
                f"« {options.office} » n’est pas un bureau : écrivez son code, par exemple SIN, TYO ou WAS.",
                f"“{options.office}” is not an office: write its code, for example SIN, TYO or WAS.",
            )
        )
    with Store.create(options.base, office, demo=options.demo) as store:
        if options.demo:
            from desktop_app.demo.office import fill_demo

            fill_demo(
                store, seed=options.seed, **({"missions": options.missions} if options.missions is not None else {})
            )
        counts = store.counts()
    return Answer({"counts": counts}, [f"{name}\t{count}" for name, count in counts.items() if count])


def known_office(code: str) -> bool:
    """Return whether a code is that of an office of the reference data."""
    from desktop_app.store.reference import read_reference

    return any(birth.values.get("code") == code for birth in read_reference(ENTITIES["office"]))


def check_base(options: argparse.Namespace) -> Answer:
    """Check a base."""
    with Store.open(options.base, readonly=True) as store:
        found = store.check()
    shown = [words.said(options.lang) for words in found]
    well = Words("La base est en ordre.", "The base is in order.").said(options.lang)
    return Answer({"problems": shown}, shown or [well], status=1 if found else 0)


def make_backup(options: argparse.Namespace) -> Answer:
    """Copy a base."""
    with Store.open(options.base, readonly=True) as store:
        path = store.backup(options.to)
    document = {"path": str(path), "size": path.stat().st_size, "sha256": fingerprint(path), "checked": True}
    return Answer(document, [str(path)])


def list_backups(options: argparse.Namespace) -> Answer:
    """List the copies of a base."""
    found = [
        {"path": str(backup.path), "made": backup.made.isoformat(), "size": backup.size}
        for backup in backups(options.base)
    ]
    return Answer({"backups": found}, [f"{one['made']}\t{one['size']}\t{one['path']}" for one in found])


def restore_backup(options: argparse.Namespace) -> Answer:
    """Write a copy as a new base."""
    with Store.open(options.backup, readonly=True) as store:
        problems = store.check()
    if problems:
        raise Refused(problems[0])
    with translated(options.out.name):
        restore(options.backup, options.out)
    return Answer({"path": str(options.out), "size": options.out.stat().st_size, "checked": True}, [str(options.out)])


def show_fingerprint(options: argparse.Namespace) -> Answer:
    """Hash what a base shows."""
    with Store.open(options.base, readonly=True) as store:
        found = store.fingerprint()
    return Answer({"fingerprint": found}, [found])
