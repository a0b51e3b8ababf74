"""The command line: a thin face over what the screens do, for scripts, scheduled tasks and checks from outside."""

import argparse
import locale
import sys
from collections.abc import Callable, Sequence

from desktop_app.cli import bases, exchange, importing, records, reporting, tour
from desktop_app.cli.answer import Answer, UsageError, say
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Unreadable
from desktop_app.domain.words import Words

Command = Callable[[argparse.Namespace], Answer]


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", help="one JSON document on standard output")
    common.add_argument("--lang", choices=("fr", "en"), default=None, help="language of messages and headings")
    whole = argparse.ArgumentParser(prog="passerelle", description=__doc__)
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for module in (bases, records, exchange, importing, reporting, tour):
        module.declare(commands, common)
    return whole


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status: 0 done, 1 refused or failed, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        options = parser().parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    options.lang = options.lang or system_language()
    command: Command = options.run
    try:
        answer = command(options)
    except UsageError as error:
        say(error.words, options.lang)
        return 2
    except (Refused, Unreadable) as error:
        say(error.words, options.lang)
        return 1
    except OSError as error:
        say(_said_of(error), options.lang)
        return 1
    answer.print(as_json=options.json, lang=options.lang)
    return answer.status


def system_language() -> str:
    """Return the system's language where we speak it, else English."""
    name = locale.getlocale(locale.LC_CTYPE)[0] or locale.getlocale()[0] or ""
    return "fr" if name.lower().startswith("fr") else "en"


def _said_of(error: OSError) -> Words:
    name = error.filename or ""
    return Words(
        f"« {name} » n’a pas pu être lu ou écrit ({error.strerror}) : vérifiez l’emplacement et les droits.",
        f"“{name}” could not be read or written ({error.strerror}): check the place and the permissions.",
    )
