"""The short code below a table, `CS-VN-2026-11-22-2`: typed in the search, it finds the records behind the table again.

It says which report, of what, over which period, made from the base of which day, and which of its tables.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.reports.description import Block, Section, Table
from desktop_app.reports.request import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.reports.past import Past
    from desktop_app.reports.request import Kind, Request
    from desktop_app.store.base import Store
    from desktop_app.store.queries import Query

_RECENT = "12M"
_DAY = r"\d{4}-\d\d-\d\d"
CODE = re.compile(
    rf"([A-Z]{{2}})(?:-([A-Z]{{2}}|[A-Z]{{3}}-[A-Z]{{1,2}}-[0-9A-Z]{{4,}}))?(?:-({_DAY}\.\.{_DAY}|{_RECENT}))?-({_DAY})-(\d+)\.(\d+)"
)


class Code(NamedTuple):
    """A code that was read: which report, of what, over which period, made on which day, and which of its parts."""

    text: str
    kind: Kind
    subject: str
    period: str
    day: date
    part: str


class Found(NamedTuple):
    """The question behind a table, the day it was asked, and how many records answered it then."""

    query: Query
    day: date
    number: int


def with_codes(
    sections: Sequence[Section], kind: Kind, request: Request, country: str, ref: str
) -> tuple[Section, ...]:
    """Return the parts of a report with a code below each table whose records can be found again."""
    secret = any(part.confidential and part.name in request.sections for part in kind.parts)
    if not kind.letters or request.filters or request.search or secret or (country and ref):
        return tuple(sections)
    begins = "-".join(filter(None, (kind.letters, country or ref, _period(request.period), request.today.isoformat())))
    places = {part.name: number for number, part in enumerate(kind.parts, 1)}
    seen: Counter[str] = Counter()
    coded = []
    for section in sections:
        blocks: list[Block] = []
        for block in section.blocks:
            if isinstance(block, Table) and block.asked is not None and section.name in places:
                seen[section.name] += 1
                blocks.append(replace(block, code=f"{begins}-{places[section.name]}.{seen[section.name]}"))
            else:
                blocks.append(block)
        coded.append(replace(section, blocks=tuple(blocks)))
    return tuple(coded)


def _period(period: Period | None) -> str:
    if period is None:
        return ""
    return _RECENT if period.recent else f"{period.first.isoformat()}..{period.last.isoformat()}"


def read_code(text: str) -> Code:
    """Return what a code says. Raises Refused where it is none of ours."""
    from desktop_app.reports import GALLERY

    read = CODE.fullmatch(text.strip().upper().replace("–", "-"))
    kind = next((kind for kind in GALLERY.values() if read and kind.letters == read[1]), None)
    if read is None or kind is None or not 0 < int(read[5]) <= len(kind.parts):
        raise _unknown(text)
    try:
        day = date.fromisoformat(read[4])
    except ValueError as error:
        raise _unknown(text) from error
    return Code(read[0], kind, read[2] or "", read[3] or "", day, kind.parts[int(read[5]) - 1].name)


def find(store: Store, text: str, past: Past | None = None) -> Found:
    """Return the question behind a code, answered by the base as it was on its day. Raises Refused where it is none of ours."""
    from desktop_app.reports.past import Past

    code = read_code(text)
    with Past() as own:
        return find_in((past or own).base(store, code.day if code.day < date.today() else None), code)  # noqa: DTZ011


def find_in(then: Store, code: Code) -> Found:
    """Return the question behind a code, asked of the base of its day."""
    from desktop_app.reports.run import run_report

    report = run_report(
        then,
        code.kind.name,
        country=code.subject if len(code.subject) == 2 else None,
        ref=code.subject if len(code.subject) > 2 else None,
        period=Period.last_months(code.day) if code.period == _RECENT else code.period or None,
        sections=frozenset({code.part}),
        now=datetime.combine(code.day, time(12)).astimezone(),
    )
    for block in report.description.blocks:
        if isinstance(block, Table) and block.code == code.text and block.asked is not None:
            return Found(block.asked, code.day, then.count(block.asked))
    raise _unknown(code.text)


def _unknown(text: str) -> Refused:
    return Refused(
        Words(
            f"Aucun tableau d’un rapport ne porte le code « {text} » : recopiez-le tel qu’il est sous le tableau.",
            f"No table of a report has the code “{text}”: type it as it stands below the table.",
        )
    )
