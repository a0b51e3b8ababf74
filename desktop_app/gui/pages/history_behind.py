"""The records behind a table of a report of a past day, found by its short code in the base of that day."""

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.text import mid_sentence
from desktop_app.gui.words import figure, said, tr

if TYPE_CHECKING:
    from desktop_app.store.base import Store
    from desktop_app.store.queries import Query


class Behind(NamedTuple):
    """What stood behind a table on its day: its question, how many records answered it then, and how many do now."""

    code: str
    query: "Query"
    then: int
    now: int

    @property
    def words(self) -> str:
        """Say it in one line."""
        words = tr("The figure {code}: {then} {what} that day, {now} now.")
        entity = self.query.entity
        what = mid_sentence(said(entity.one if self.then == 1 else entity.words))
        return words.format(code=self.code, then=figure(self.then), what=what, now=figure(self.now))


def day_of(code: str) -> str:
    """Return the day of a short code. Raises Refused where it is none of ours."""
    from desktop_app.reports.codes import read_code

    return read_code(code).day.isoformat()


def behind(code: str, then: "Store", now: "Store") -> Behind:
    """Return what stood behind a table, in the base of its day."""
    from desktop_app.reports.codes import find_in, read_code

    found = find_in(then, read_code(code))
    return Behind(code, found.query, found.number, now.count(found.query))
