"""Rows of a list for Excel and Word: as text between tabs and as a bare HTML table, in one clipboard."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

# A text that starts like a formula is shown as text, in both forms.
_FORMULA = ("=", "+", "-", "@")


def as_mime(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> QMimeData:
    """Return rows under their headings, ready to be pasted."""
    from html import escape

    data = QMimeData()
    table = [list(headings), *([_plain(text) for text in row] for row in rows)]
    data.setText("\n".join("\t".join(_quoted(text) for text in row) for row in table))
    lines = ("".join(f"<td>{escape(text)}</td>" for text in row) for row in table)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    data.setHtml(f'<html><head><meta charset="utf-8"><style>br{{mso-data-placement:same-cell}}</style></head>'
                 f"<body><table>{body}</table></body></html>")  # fmt: skip
    return data


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) and len(text) > 1 else text


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in '\t\n"') else text
