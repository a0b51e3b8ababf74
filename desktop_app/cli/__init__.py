"""The command line: a thin face over what the screens do, for scripts, scheduled tasks and checks from outside."""

import argparse
import locale
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext

from desktop_app.cli import agreeing, bases, exchange, importing, lettering, records, reporting, steps, tour
from desktop_app.cli.answer import Answer, UsageError, say
from desktop_app.cli.failures import of_the_program, of_the_system
from desktop_app.cli.usage import Parser, language_asked
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Unreadable
from desktop_app.domain.words import Words
from desktop_app.store.driver import translated

Command = Callable[[argparse.Namespace], Answer]


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", help="one JSON document on standard output")
    common.add_argument("--lang", choices=("fr", "en"), default=None, help="language of messages and headings")
    whole = Parser(prog="passerelle", description=__doc__)
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for module in (bases, records, steps, exchange, agreeing, importing, reporting, lettering, tour):
        module.declare(commands, common)
    return whole


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status: 0 done, 1 refused or failed, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    Parser.lang = language_asked(sys.argv[1:] if arguments is None else arguments) or system_language()
    try:
        options = parser().parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    options.lang = options.lang or system_language()
    try:
        answer = _answer(options)
    except UsageError as error:
        say(error.words, options.lang)
        return 2
    except (Refused, Unreadable) as error:
        say(error.words, options.lang)
        return 1
    except Exception as error:  # noqa: BLE001  # the last door: a person is told, the log keeps the rest
        say(of_the_program(error), options.lang)
        return 1
    except KeyboardInterrupt:
        say(Words("Arrêté avant la fin.", "Stopped before the end."), options.lang)
        return 1
    try:
        answer.print(as_json=options.json, lang=options.lang)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read it has read enough; Python would complain once more when it ends
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    return answer.status


def _answer(options: argparse.Namespace) -> Answer:
    command: Command = options.run
    base = getattr(options, "base", None)
    with translated(base.name) if base else nullcontext():
        try:
            return command(options)
        except OSError as error:  # a folder or a workbook, which is not what the base's disk says
            raise Refused(of_the_system(error)) from error


def system_language() -> str:
    """Return the system's language where we speak it, else English."""
    name = locale.getlocale(locale.LC_CTYPE)[0] or locale.getlocale()[0] or ""
    return "fr" if name.lower().startswith("fr") else "en"
