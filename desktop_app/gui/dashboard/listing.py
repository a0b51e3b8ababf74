"""The list of deadlines: which of them are asked for, and their rows."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from desktop_app.domain.dates import add_months
from desktop_app.domain.deadlines import KINDS, Deadline
from desktop_app.gui.dashboard.words import LOOKS, when_words
from desktop_app.gui.lists.specs import View
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.table.model import Heading, Row
from desktop_app.gui.when import short_day
from desktop_app.gui.words import lang, mark, said, tr
from desktop_app.store import due, overview, zones
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter

NOW, LATE, ALL = "now", "late", "all"
_MONTHS = {"three": 3, "six": 6, "twelve": 12}
VIEWS = (
    View(NOW, lambda: tr("To do now", "deadlines")),
    View(LATE, lambda: tr("Late", "deadlines")),
    View("three", lambda: tr("3 months", "deadlines")),
    View("six", lambda: tr("6 months", "deadlines")),
    View("twelve", lambda: tr("12 months", "deadlines")),
    View(ALL, lambda: tr("All", "deadlines")),
)
HEADINGS = (mark("Due"), mark("What"), mark("About"), mark("Country"), mark("Kind"))
WIDTHS = (150, 250, 300, 160, 216)
SHARING = (1, 3, 2)  # what is due, where, and whom it is about share the room; where gives way first
GIVING = (0, 4)  # days and kinds, where that is short
EVERYWHERE, OWN = "*", ""


class Wish(NamedTuple):
    """What is asked for: until when, of which kind, of which country (nothing: those of the office)."""

    horizon: str = NOW
    kind: str = ""
    country: str = OWN

    def holds(self, deadline: Deadline, today: date) -> bool:
        """Whether a deadline is asked for, its country apart."""
        if self.kind and deadline.kind != self.kind:
            return False
        match self.horizon:
            case "now":
                return deadline.pressing(today)
            case "late":
                return deadline.due < today
            case "all":
                return True
        return deadline.due <= add_months(today, _MONTHS[self.horizon])

    def conditions(self, zone: tuple[str, ...], today: date) -> Iterator[Filter]:
        """Yield the same as conditions of a report."""
        if self.kind:
            yield Filter("kind", "is", self.kind)
        if self.country not in (OWN, EVERYWHERE):
            yield Filter("countries", "is", self.country)
        elif self.country == OWN and zone:
            yield Filter("countries", "in", zone)
        if self.horizon == NOW:
            yield Filter("since", "until", today.isoformat())
        elif self.horizon == LATE:
            yield Filter("due", "until", (today - timedelta(days=1)).isoformat())
        elif self.horizon == ALL:
            yield Filter("due", "filled")  # however far ahead
        else:
            yield Filter("due", "until", add_months(today, _MONTHS[self.horizon]).isoformat())


class Listing(NamedTuple):
    """The deadlines asked for with their rows, and the countries that one could ask for."""

    found: Sequence[Deadline]
    rows: Sequence[Row]
    names: Sequence[str]
    countries: Sequence[tuple[str, str]]  # id, name
    zone: tuple[str, ...]  # the countries of the office


def ask(store: Store, wish: Wish, today: date) -> list[Deadline]:
    """Return the deadlines that are asked for."""
    everything = store.deadlines(today)
    if wish.country == OWN:
        everything = overview.within(everything, zones.zone_of(store, today))
    elif wish.country != EVERYWHERE:
        everything = [one for one in everything if wish.country in one.countries]
    return [one for one in everything if wish.holds(one, today)]


def read_listing(store: Store, wish: Wish, today: date) -> Listing:
    """Read the rows; in the background, there may be thousands."""
    language, found = lang(), ask(store, wish, today)
    names = due.names_of(store, found, language)
    label = store.names.label
    codes = {code for one in store.deadlines(today) for code in one.countries}
    called = {code: label("country", code, language) for code in codes}
    # Hundreds fall on one day: each day is said once.
    when = {one.due: (short_day(one.due, today), when_words(one, today)) for one in {o.due: o for o in found}.values()}
    rows = [_row(one, name, called, today, when[one.due]) for one, name in zip(found, names, strict=True)]
    return Listing(found, rows, names, sorted(called.items(), key=lambda pair: pair[1]), zones.zone_of(store, today))


def _row(deadline: Deadline, name: str, called: dict[str, str], today: date, when: tuple[str, str]) -> Row:
    late = deadline.due < today
    hue, icon = LOOKS[deadline.kind]
    about, below = name, deadline.type or deadline.place
    if not deadline.name:  # a mission, of which who travels stands above the places
        about = name.removesuffix(f", {deadline.place}")
        below = deadline.place if about != name else ""
    where = ", ".join(called[code] for code in deadline.countries[:3])
    more = len(deadline.countries) - 3
    return Row(
        deadline.key,
        deadline.key,
        (
            Cell(*when, tone="error" if late else "text"),
            Cell(said(deadline.what), bold=late or deadline.pressing(today)),
            Cell(about, below),
            Cell(where, more=max(0, more), tone="muted"),
            Cell(said(KINDS[deadline.kind]), hue=hue, icon=icon),
        ),
    )


def headings() -> list[Heading]:
    """Return the heads of the columns."""
    return [Heading(tr(words), sortable=False) for words in HEADINGS]
