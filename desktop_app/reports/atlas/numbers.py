"""What a map shows: the number of each country with the question behind it, and whose country it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.store.queries import Query


def written(number: int, lang: str) -> str:
    """Return a number with its thousands apart."""
    return f"{number:,}".replace(",", "\u202f" if lang == "fr" else ",")


class Row(NamedTuple):
    """A country: its number, how it is written, the question whose list it counts, and the office that covers it."""

    code: str
    id: str
    label: str
    number: int
    text: str
    query: Query
    office: str = ""  # its code; none covers the country


@dataclass(frozen=True, slots=True)
class Numbers:
    """The countries of a map, those with the greatest numbers first.

    `one` and `several` name what is counted, `scope` says of which year, type or institute; `asked` finds all of it. `zones`
    gives the office of every country that one covers, `offices` their towns, `own` is the base's office.
    """

    lang: str
    one: str
    several: str
    scope: str
    rows: tuple[Row, ...]
    asked: Query
    zones: dict[str, str]
    offices: dict[str, str]
    own: str = ""

    def said(self, number: int) -> str:
        """Return a number with what it counts."""
        words = self.one if number == 1 or (self.lang == "fr" and not number) else self.several
        return f"{written(number, self.lang)} {words}"

    def of(self, code: str) -> Row | None:
        """Return the row of a country."""
        return next((row for row in self.rows if row.code == code), None)

    def zone(self, office: str) -> tuple[str, ...]:
        """Return the countries that an office covers."""
        return tuple(sorted(code for code, held in self.zones.items() if held == office))

    def as_text(self, headings: Iterable[str]) -> str:
        """Return all rows as text with tabs, as spreadsheets paste it."""
        lines = [
            tuple(headings),
            *((row.label, str(row.number), self.offices.get(row.office, "")) for row in self.rows),
        ]
        return "\n".join("\t".join(cell.replace("\t", " ") for cell in line) for line in lines) + "\n"
