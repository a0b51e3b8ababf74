"""The same fifty pages by four programs: a long list of names in all scripts, with headings repeated on each page.

Ours (tagged, from the description of a report), bare Typst on a file written by hand, Qt's text document to its PDF writer,
and WeasyPrint, which has an environment of its own beside the system's temporary files: it is made once, with pip.
"""

import dataclasses
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.paths import resources
from desktop_app.reports.description import Description, Row, Section, Table, TwoLines, said

if TYPE_CHECKING:
    from desktop_app.reports.typeset import Pdf

ROWS = 1300
WEASYPRINT = Path(tempfile.gettempdir()) / "passerelle-bench-weasyprint"
_FAMILIES = ("Noto Sans", "Noto Sans Arabic", "Noto Sans CJK SC", "Noto Sans Devanagari", "Noto Sans Hebrew", "Noto Sans Khmer",
             "Noto Sans Lao", "Noto Sans Myanmar", "Noto Sans Tamil", "Noto Sans Thai")  # fmt: skip
_HEADS = ("Type", "Acronym", "Main partner", "Period", "Status", "Yearly budget")
_WEASY = """
import sys, time
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
html = open(sys.argv[1], encoding="utf-8").read()
for run in range(int(sys.argv[2])):
    wall, processor = time.perf_counter(), time.process_time()
    HTML(string=html, base_url=sys.argv[1]).write_pdf(sys.argv[3], font_config=FontConfiguration())
    print(time.perf_counter() - wall, time.process_time() - processor, flush=True)
"""


class Took(NamedTuple):
    """How long something took: on the clock, and of the processor."""

    wall: float
    processor: float
    pages: int = 0


def measured(work: Callable[[], object]) -> Took:
    """Return how long something takes."""
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return Took(time.perf_counter() - wall, time.process_time() - processor)


def middle(found: list[Took]) -> Took:
    """Return the medians."""
    return Took(median(one.wall for one in found), median(one.processor for one in found))


def compare(folder: Path, runs: int) -> dict[str, Took]:
    """Return the median times of each program on content that is another one in each run.

    They take turns in one process, each time another one first: a program that typesets many lists becomes slower from
    what it frees, whoever asks for them.
    """
    from desktop_app.reports.typeset import typesetter

    found: dict[str, list[Took]] = {"ours": [], "typst": [], "qt": []}
    made: list[Pdf] = []
    bare, qt = _bare_typst(folder), _qt(folder)
    for run in range(runs + 1):
        description = _description(run)
        table = next(block for block in description.blocks if isinstance(block, Table))
        works: dict[str, Callable[[], object]] = {
            "ours": partial(_keep, made, partial(typesetter().typeset, description)),
            "typst": bare(table, run),
            "qt": qt(table),
        }
        first = run % len(works)
        for name in [*list(works)[first:], *list(works)[:first]]:
            one = measured(works[name])
            if run:  # the first run loads fonts
                found[name].append(one)
    medians = {name: middle(took) for name, took in found.items()}
    medians["ours"] = medians["ours"]._replace(pages=made[-1].pages)
    weasy = _weasyprint(folder, _description(0), runs)
    return medians | ({"weasyprint": weasy} if weasy else {})


def _keep(made: "list[Pdf]", work: "Callable[[], Pdf]") -> None:
    made[:] = [work()]


def _description(run: int) -> Description:
    from tests.reports.samples import instruments, sample

    table = instruments(ROWS + run)
    return dataclasses.replace(sample(), sections=(Section("list", "List", (table,)),), title=f"List {run}")


def _rows(table: Table) -> list[list[tuple[str, str]]]:
    return [
        [(said(cell, "en"), cell.below if isinstance(cell, TwoLines) else "") for cell in row.cells]
        for row in table.rows
        if isinstance(row, Row)
    ]


def _bare_typst(folder: Path) -> Callable[[Table, int], Callable[[], object]]:
    """Write what somebody would write by hand for this list, and compile it with the same fonts."""
    import typst

    path = folder / "bare.typ"
    path.write_text("", encoding="utf-8")
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(resources() / "fonts")]
    )
    compiler = typst.Compiler(input=str(path), root=str(folder), font_paths=fonts, ignore_system_fonts=True)

    def prepared(table: Table, run: int) -> Callable[[], object]:
        listed = ", ".join(f'"{family}"' for family in _FAMILIES)
        cells = "\n".join(
            ", ".join(f"[{_typed(text)}{' #linebreak() ' + _typed(below) if below else ''}]" for text, below in row)
            + ","
            for row in _rows(table)
        )
        heads = ", ".join(f"[*{head}*]" for head in _HEADS)
        path.write_text(
            f'#set document(title: "List {run}")\n#set page(paper: "a4", margin: (x: 16mm, y: 18mm), numbering: "1 / 1")\n'
            f"#set text(font: ({listed}), size: 8pt, lang: \"en\")\n= List {run}\n"
            "#table(columns: (auto, 3fr, 4fr, auto, auto, auto), stroke: none, inset: (x: 4pt, y: 2.6pt),\n"
            f"table.header({heads}),\n{cells}\n)\n",
            encoding="utf-8",
        )  # fmt: skip
        return lambda: compiler.compile(input=str(path), format="pdf", pdf_standards=["ua-1"])

    return prepared


def _typed(text: str) -> str:
    return "".join(f"\\{char}" if char in "\\#*_`$@<>[]~=-+/'\"" else char for char in text)


def _qt(folder: Path) -> Callable[[Table], Callable[[], object]]:
    os.environ["QT_LOGGING_RULES"] = "qt.text.font.db=false"  # scripts that the system has no font for
    from PySide6.QtGui import QFontDatabase, QGuiApplication, QPageSize, QPdfWriter, QTextDocument

    app = QGuiApplication.instance() or QGuiApplication(["bench", "-platform", "offscreen"])
    for font in (resources() / "fonts").glob("*.?tf"):
        QFontDatabase.addApplicationFont(str(font))

    def prepared(table: Table) -> Callable[[], object]:
        html = _html(table)

        def write() -> None:
            writer = QPdfWriter(str(folder / "qt.pdf"))
            writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
            document = QTextDocument()
            document.setProperty("app", app)
            document.setHtml(html)
            document.print_(writer)

        return write

    return prepared


def _html(table: Table) -> str:
    heads = "".join(f"<th>{head}</th>" for head in _HEADS)
    rows = "".join(
        "<tr>"
        + "".join(f"<td>{escape(text)}{'<br>' + escape(below) if below else ''}</td>" for text, below in row)
        + "</tr>"
        for row in _rows(table)
    )
    return f"<table border='0'><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _weasyprint(folder: Path, description: Description, runs: int) -> Took | None:
    """Return the median times of WeasyPrint in a process of its own, its start and its imports not counted."""
    python = _with_weasyprint()
    if python is None:
        return None
    table = next(block for block in description.blocks if isinstance(block, Table))
    families = ", ".join(f'"{family}"' for family in _FAMILIES)
    faces = "".join(
        f'@font-face {{ font-family: "{name}"; src: url("{path.as_uri()}"); }}'
        for name in _FAMILIES
        for path in sorted((resources() / "fonts").glob(f"{name.replace(' ', '')}-Regular.?tf"))
    )
    style = (
        f"<style>{faces} @page {{ size: A4; margin: 18mm 16mm; @bottom-right {{ content: counter(page) ' / ' counter(pages) }} }}"
        f" body {{ font-family: {families}; font-size: 8pt }} td, th {{ padding: 2.6pt 4pt; text-align: left }}"
        " table { width: 100%; border-collapse: collapse }</style>"
    )
    page = folder / "weasy.html"
    page.write_text(f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>List</title>{style}</head><body>"
                    f"{_html(table)}</body></html>", encoding="utf-8")  # fmt: skip
    command = [str(python), "-c", _WEASY, str(page), str(min(runs, 2) + 1), str(folder / "weasy.pdf")]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\n")
    took = [Took(float(wall), float(processor)) for wall, processor in (line.split() for line in lines if line.strip())]
    return middle(took[1:] or took)


def _with_weasyprint() -> Path | None:
    """Return the Python of an environment that has WeasyPrint; it is made where there is none."""
    python = WEASYPRINT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    try:
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", str(WEASYPRINT)], check=True, capture_output=True)
            subprocess.run(
                [str(python), "-m", "pip", "install", "--quiet", "weasyprint"], check=True, capture_output=True
            )
        subprocess.run([str(python), "-c", "import weasyprint"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print(
            f"  WeasyPrint is left out ({error}). To have it: python -m venv {WEASYPRINT}; {python} -m pip install weasyprint"
        )
        return None
    return python
