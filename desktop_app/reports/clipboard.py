"""A report as people paste it: HTML for a letter or an e-mail, lines with tabs for everything else."""

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from desktop_app.reports.description import (
    Bars,
    Block,
    Cell,
    Description,
    Facts,
    Figure,
    Group,
    Labels,
    Row,
    Table,
    Text,
    Tiles,
    Timeline,
    TwoLines,
    WorldMap,
    said,
)
from desktop_app.reports.encode import FICTITIOUS, printed

_CELL = "border-bottom:1px solid #D5DAE1;padding:2px 6px;vertical-align:top"
_HEAD = "background:#ECEFF3;color:#566172;text-align:left;padding:2px 6px"


class Copied(NamedTuple):
    """What is put on the clipboard, in both forms."""

    html: str
    text: str


def copied(description: Description) -> Copied:
    """Return a report for the clipboard."""
    lang = description.lang
    head = [FICTITIOUS.said(lang)] if description.demo else []
    html = [
        f"<h1>{escape(description.title)}</h1>",
        *(f"<p>{escape(line)}</p>" for line in (*head, description.subtitle)),
    ]
    text = [description.title, *head, description.subtitle, ""]
    for section in description.sections:
        if section.title:
            html.append(f"<h2>{escape(section.title)}</h2>")
            text += [section.title, ""]
        for block in section.blocks:
            html.append(_html(block, lang))
            text += [*("\t".join(line) for line in _lines(block, lang)), ""]
    foot = printed(description)
    style = "font-family:Arial,sans-serif;font-size:10pt"
    body = "".join([*html, f"<p><small>{escape(foot)}</small></p>"])
    return Copied(f'<html lang="{lang}"><body style="{style}">{body}</body></html>', "\n".join([*text, foot]))


def _html(block: Block, lang: str) -> str:
    match block:
        case Text(text=text, small=small):
            return f"<p><small>{escape(text)}</small></p>" if small else f"<p>{escape(text)}</p>"
        case Tiles(figures=figures):
            return "".join(f"<p><b>{escape(said(figure, lang))}</b> {escape(_after(figure))}</p>" for figure in figures)
        case Table(columns=columns):
            heads = "".join(f'<th style="{_HEAD}">{escape(column.title)}</th>' for column in columns)
            rows = "".join(_html_row(row, block, lang) for row in block.rows)
            title = f"<h3>{escape(block.title)}</h3>" if block.title else ""
            return f'{title}<table style="border-collapse:collapse"><tr>{heads}</tr>{rows}</table>'
    lines = list(_lines(block, lang))
    cells = ("".join(f'<td style="{_CELL}">{escape(text)}</td>' for text in line) for line in lines)
    return f'<table style="border-collapse:collapse">{"".join(f"<tr>{line}</tr>" for line in cells)}</table>'


def _html_row(row: Row | Group, table: Table, lang: str) -> str:
    if isinstance(row, Group):
        return f'<tr><th colspan="{len(table.columns)}" style="text-align:left">{escape(_group(row, lang))}</th></tr>'
    cells = []
    for cell, column in zip(row.cells, table.columns, strict=False):
        side = ";text-align:right" if column.number else ""
        text = escape(said(cell, lang))
        below = f"<br><small>{escape(cell.below)}</small>" if isinstance(cell, TwoLines) and cell.below else ""
        strong = f"<b>{text}</b>" if row.total or column.strong else text
        cells.append(f'<td style="{_CELL}{side}">{strong}{below}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def _after(figure: Figure) -> str:
    return f"{figure.words} ({figure.note})" if figure.note else figure.words


def _group(row: Group, lang: str) -> str:
    return " · ".join([row.title, *(f"{said(figure, lang)} {figure.words}" for figure in row.figures)])


def _lines(block: Block, lang: str) -> Iterator[list[str]]:
    match block:
        case Text(text=text):
            yield [text]
        case Tiles(figures=figures):
            yield from ([figure.words, said(figure, lang), figure.note] for figure in figures)
        case Table(columns=columns, rows=rows):
            yield [column.title for column in columns]
            for row in rows:
                yield [_group(row, lang)] if isinstance(row, Group) else [_plain(cell, lang) for cell in row.cells]
        case Facts(pairs=pairs):
            yield from (list(pair) for pair in pairs)
        case Labels(cells=cells):
            yield from (list(lines) for lines in cells)
        case Bars(words=words, bars=bars):
            yield [words]
            yield from ([f"{bar.label} {bar.below}".strip(), said(bar.figure, lang)] for bar in bars)
        case WorldMap(words=words, numbers=numbers):
            yield [words]
            yield from ([row.label, str(row.number)] for row in numbers.rows)
        case Timeline(words=words, spans=spans):
            yield [words]
            for span in spans:
                yield [span.label, said(span.starts, lang), said(span.ends, lang)]


def _plain(cell: Cell, lang: str) -> str:
    below = cell.below if isinstance(cell, TwoLines) else ""
    return " – ".join(part for part in (said(cell, lang).replace("\n", " "), below) if part)
