"""What a base holds on one country, read once for all sections of a report."""

from collections import Counter
from functools import cached_property

from desktop_app.domain.instrument import INSTRUMENT, foreign
from desktop_app.domain.instrument_parts import PARTY
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.place import COUNTRY
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.reports import instruments as of_instruments
from desktop_app.reports.request import Request
from desktop_app.store.base import Store
from desktop_app.store.figures import TAKES_PLACE
from desktop_app.store.queries import Filter, Query


class Country:
    """What the base holds on one country, read once for all sections."""

    def __init__(self, store: Store, request: Request) -> None:
        self.store, self.request, self.lang = store, request, request.lang
        self.id = request.country or ""
        record = store.get(COUNTRY, self.id)
        if record is None:
            raise Refused(Words("Choisissez un pays pour cette synthèse.", "Choose a country for this summary."))
        self.record: Record = record
        self.period = request.over

    @cached_property
    def partners_asked(self) -> Query:
        """The question for the partners."""
        return Query(PARTNER, (Filter("country", "is", self.id),), sort=(("name", False),))

    @cached_property
    def partners(self) -> list[dict[str, Value]]:
        """The partners of the country."""
        return self.store.records(self.partners_asked)

    @cached_property
    def instruments_asked(self) -> Query:
        """The question for the instruments."""
        return Query(INSTRUMENT, (Filter("countries", "is", self.id),))

    @cached_property
    def instruments(self) -> list[dict[str, Value]]:
        """The instruments with the country, running ones first."""
        found = of_instruments.in_order(self.store, self.store.records(self.instruments_asked))
        self.store.names.fetch(INSTRUMENT, found)
        return found

    @cached_property
    def partner_parties(self) -> list[dict[str, Value]]:
        """What the partners of the country take part in."""
        ids = of_instruments.ids_of(self.partners)
        return self.store.records(Query(PARTY, (Filter("partner", "in", ids),))) if ids else []

    @cached_property
    def parties(self) -> list[dict[str, Value]]:
        """The partners of these instruments, with their roles."""
        return of_instruments.parties(self.store, self.instruments)

    @cached_property
    def missions_asked(self) -> Query:
        """The question for the missions of the period."""
        return Query(
            MISSION,
            (
                Filter("countries", "is", self.id),
                Filter("starts_on", "from", self.period.start),
                Filter("starts_on", "until", self.period.end),
                TAKES_PLACE,
            ),
        )

    @cached_property
    def missions(self) -> list[dict[str, Value]]:
        """The missions of the period, without those that were cancelled."""
        return self.store.records(self.missions_asked)


def most_instruments(store: Store) -> str | None:
    """Return the country other than France with most instruments; None where there is none."""
    records = store.records(Query(INSTRUMENT, (Filter("countries", "filled"),)))
    counts = Counter(country for record in records for country in foreign(record.get("countries")))
    return counts.most_common(1)[0][0] if counts else None
