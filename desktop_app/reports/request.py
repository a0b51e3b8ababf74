"""What a report is asked for: which country, which period, which parts, in which language, on which paper."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from desktop_app.domain.dates import add_months, first_day, last_day, read_date
from desktop_app.domain.dates_range import read_range
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Unreadable
from desktop_app.domain.words import Words
from desktop_app.reports.wording import long_date

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from desktop_app.domain.entity import Entity
    from desktop_app.reports.description import Description, PaperName
    from desktop_app.store.base import Store
    from desktop_app.store.queries import Filter


class Period(NamedTuple):
    """From a first day to a last day, both included."""

    first: date
    last: date
    recent: bool = False

    @classmethod
    def last_months(cls, today: date, months: int = 12) -> Period:
        """Return the last months up to today, this one included."""
        return cls(add_months(today.replace(day=1), 1 - months), today, recent=months == 12)

    @classmethod
    def read(cls, text: str, today: date) -> Period:
        """Read `2024-01-01..2024-12-31`, `2024` or what people write: 01/2024 - 06/2024. Raises Refused with how to."""
        start, dots, end = text.strip().partition("..")
        try:
            first, last = (read_date(start), read_date(end)) if dots else read_range(text, today)
            period = cls(first_day(first), last_day(last or first))
        except Unreadable as error:
            raise Refused(error.words) from error
        if period.last < period.first:
            raise Refused(
                Words(
                    f"La période « {text} » finit avant de commencer : écrivez par exemple 2024-01-01..2024-12-31.",
                    f"The period “{text}” ends before it starts: write for example 2024-01-01..2024-12-31.",
                )
            )
        return period

    @property
    def start(self) -> str:
        """The first day as a bound for dates, as short as it may be: `2024` also finds what has only a year."""
        return re.sub(r"(-01){1,2}$", "", self.first.isoformat())

    @property
    def end(self) -> str:
        """The last day as a bound for dates."""
        return self.last.isoformat()

    @property
    def months(self) -> list[str]:
        """Its months, as `2024-03`."""
        count = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        return [add_months(self.first.replace(day=1), number).isoformat()[:7] for number in range(count)]

    @property
    def words(self) -> Words:
        """The period in a sentence: in 2024, from … to …."""
        whole = (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31)
        if self.recent:
            return Words("au cours des douze derniers mois", "in the last twelve months")
        if whole and self.first.year == self.last.year:
            return Words(f"en {self.first.year}", f"in {self.first.year}")
        if whole:
            return Words(f"de {self.first.year} à {self.last.year}", f"from {self.first.year} to {self.last.year}")
        fr = f"du {long_date(self.first, 'fr')} au {long_date(self.last, 'fr')}"
        return Words(fr, f"from {long_date(self.first, 'en')} to {long_date(self.last, 'en')}")

    @property
    def label(self) -> Words:
        """The period under a figure, as short as it may be."""
        return Words("douze derniers mois", "last twelve months") if self.recent else self.words


FILTERED = Words("liste filtrée", "filtered list")


class Selection(NamedTuple):
    """What a list shows, for the report that keeps to it: the conditions and the text that its records meet."""

    report: str
    filters: tuple[Filter, ...] = ()
    search: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """One wish for a report, with every choice made."""

    lang: str
    now: datetime
    period: Period | None
    sections: frozenset[str]
    paper: PaperName
    country: str | None = None
    filters: tuple[Filter, ...] = ()
    search: str = ""
    as_of: date | None = None
    record: str | None = None

    @property
    def is_selection(self) -> bool:
        """Whether the report keeps to what a list shows."""
        return bool(self.filters or self.search)

    @property
    def today(self) -> date:
        """The day that the report speaks of: today, or the day whose base it was made from."""
        return self.as_of or self.now.date()

    @property
    def over(self) -> Period:
        """The period that is asked for; without one, the last twelve months."""
        return self.period or Period.last_months(self.today)

    @property
    def day(self) -> str:
        """That day as a bound for dates."""
        return self.today.isoformat()


class Part(NamedTuple):
    """A section that can be left out; `on` from the start or not. Who chooses a confidential one is noted in the log."""

    name: str
    words: Words
    on: bool = True
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A report of the gallery: what it is called, what it asks, its parts, and how it is made.

    `parameters`: those of `country`, `ref` and `period` that mean something to it; one with `!` must be given. `entity`: of
    which the record is that `ref` names. `sheet`: the paper that it wants, where that is not the office's.
    `letters`: what the codes below its tables begin with. `one_page`: it is set tighter rather than on a second page, or each
    of its records is. `by_country`: the field by which it finds the records of a country, each of which has a sheet.
    """

    name: str
    title: Words
    sentence: Words
    icon: str
    parameters: tuple[str, ...]
    parts: tuple[Part, ...]
    describe: Callable[[Store, Request], Description]
    entity: Entity | None = None
    sheet: PaperName | Literal["", "landscape"] = ""
    letters: str = ""
    one_page: bool = False
    by_country: str = ""

    def asks(self, parameter: str) -> bool:
        """Whether a parameter means something to this report."""
        return parameter in self.parameters or self.needs(parameter)

    def part(self, name: str) -> Part:
        """Return one of its parts."""
        return next(part for part in self.parts if part.name == name)

    def paper(self, usual: PaperName) -> PaperName:
        """Return the paper that it is made for: its own, else the office's, across where it is wide."""
        if self.sheet == "landscape":
            return "letter-landscape" if usual == "letter" else "a4-landscape"
        return self.sheet or usual

    def needs(self, parameter: str) -> bool:
        """Whether a parameter must be given."""
        return f"{parameter}!" in self.parameters
