"""Commands on reports: report, reports."""

import argparse
from pathlib import Path
from typing import Any

from desktop_app.cli.answer import Answer
from desktop_app.store.base import Store


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Declare the commands on reports."""
    report = commands.add_parser("report", parents=[common], help="make a report of the gallery")
    report.add_argument("base", type=Path, metavar="BASE")
    report.add_argument("name", metavar="NAME")
    report.add_argument("--country", default=None, metavar="CC")
    report.add_argument("--ref", default=None, metavar="REF")
    report.add_argument("--period", default=None, metavar="FROM..TO")
    report.add_argument("--as-of", default=None, metavar="DATE")
    report.add_argument(
        "--paper", choices=("a4", "a4-landscape", "letter", "letter-landscape", "a3-landscape"), default=None
    )
    report.add_argument("--sections", default=None, metavar="NAME,NAME", help="the parts to include")
    report.add_argument("--out", type=Path, required=True, metavar="FILE",
                        help="a .pdf, .docx or .xlsx; a folder for a PDF of each entry of a country")  # fmt: skip
    report.add_argument("--archive", action="store_true", help="a PDF that is kept for ever (PDF/A-2)")
    report.set_defaults(run=make_report)
    gallery = commands.add_parser("reports", parents=[common], help="the reports that there are")
    gallery.set_defaults(run=list_reports)


def make_report(options: argparse.Namespace) -> Answer:
    """Make one report as a file."""
    from desktop_app.reports.run import refuse_other_files, run_report

    if not options.out.is_dir():
        refuse_other_files(options.out)
    with Store.open(options.base, readonly=True) as store:
        report = run_report(
            store,
            options.name,
            country=options.country,
            ref=options.ref,
            period=options.period,
            as_of=options.as_of,
            lang=options.lang,
            paper=options.paper,
            sections=frozenset(filter(None, options.sections.split(","))) if options.sections is not None else None,
        )
        if options.out.is_dir():
            from desktop_app.reports.batch import save_each

            paths = save_each(store, report, options.out, archive=options.archive)
            files = [str(path) for path in paths]
            return Answer({"pages": report.pages, "figures": report.figures(), "paths": files}, files)
        report.save(options.out, archive=options.archive)
        return Answer(
            {"pages": report.pages, "figures": report.figures(), "path": str(options.out)}, [str(options.out)]
        )


def list_reports(options: argparse.Namespace) -> Answer:
    """List the gallery."""
    from desktop_app.reports import GALLERY

    found = [
        {
            "name": kind.name,
            "title_fr": kind.title.fr,
            "title_en": kind.title.en,
            "parameters": [{"name": name.rstrip("!"), "required": name.endswith("!")} for name in kind.parameters],
            "sections": [
                {"name": part.name, "title_fr": part.words.fr, "title_en": part.words.en, "on": part.on}
                for part in kind.parts
            ],
        }
        for kind in GALLERY.values()
    ]
    return Answer({"reports": found}, [f"{kind.name}\t{kind.title.said(options.lang)}" for kind in GALLERY.values()])
