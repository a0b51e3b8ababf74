"""Count what a map shows: partners, instruments or missions of each country, each number with the list that it counts."""

from datetime import date
from typing import Literal, NamedTuple

from desktop_app.domain.entity import Entity
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.place import COUNTRY, FRANCE, OFFICE, town_in
from desktop_app.domain.text import fold
from desktop_app.domain.values import Showing
from desktop_app.domain.words import Words
from desktop_app.reports.atlas.numbers import Numbers, Row, written
from desktop_app.store import figures, zones
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query

Topic = Literal["partner", "instrument", "mission"]
ENTITY: dict[Topic, Entity] = {"partner": PARTNER, "instrument": INSTRUMENT, "mission": MISSION}
# What the records of a subject are told apart by.
KIND: dict[Topic, str] = {"partner": "kind", "instrument": "type", "mission": "direction"}
RECEIVED = "incoming"


class Wish(NamedTuple):
    """What is counted: of which year (or of all), of which kind or direction, of which institute."""

    subject: Topic = "partner"
    year: int | None = None
    kind: str = ""
    institute: str = ""

    def asked(self) -> Query:
        """Return the question for everything that is counted."""
        match self.subject:
            case "partner":
                query = figures.partners()
            case "instrument":
                query = figures.instruments(self.year)
            case "mission":
                query = figures.missions(self.year)
        kind = (Filter(KIND[self.subject], "is", self.kind),) if self.kind else ()
        institute = (Filter("institute", "is", self.institute),) if self.institute and self.subject != "partner" else ()
        return query.where(*kind, *institute)

    @property
    def by(self) -> str:
        """The field that says which country a record counts with: a guest comes from the country of the partner."""
        if self.subject == "partner":
            return "country"
        return "partner.country" if self.subject == "mission" and self.kind == RECEIVED else "countries"

    def day(self, today: date) -> date:
        """Return the day whose zones count: the last one of the year."""
        return date(self.year, 12, 31) if self.year else today


def count(store: Store, wish: Wish, lang: str, today: date) -> Numbers:
    """Count the countries of a map."""
    return numbers_of(store, wish.asked(), wish.by, scope(store, wish, lang), lang, wish.day(today))


def numbers_of(store: Store, asked: Query, by: str, scope: str, lang: str, day: date) -> Numbers:
    """Count records by the countries of a field; France, where everything leads, is none of them."""
    codes = {
        str(id_): (str(code), str(name))
        for id_, code, name in store.columns(Query(COUNTRY), ("id", "code", "name_fr" if lang == "fr" else "name_en"))
    }
    held = zones.offices_on(store, day)
    offices = {id_: (code, town) for id_, code, town in towns(store, lang)}
    rows = [
        Row(*_named(codes, str(part.value)), part.count, written(part.count, lang), part.query,
            offices.get(held.get(str(part.value), ""), ("", ""))[0])
        for part in store.figures.split(asked, by)
        if part.value not in (None, FRANCE) and part.count
    ]  # fmt: skip
    rows.sort(key=lambda row: (-row.number, fold(row.label)))
    return Numbers(
        lang,
        asked.entity.one.said(lang),
        asked.entity.words.said(lang).lower(),
        scope,
        tuple(rows),
        asked.where(Filter(by, "in", tuple(row.id for row in rows))),
        {codes[country][0]: offices[office][0] for country, office in held.items() if country in codes},
        dict(offices.values()),
        store.office,
    )


def total(store: Store, wish: Wish, numbers: Numbers) -> int:
    """Return how many records the numbers count, each once; of two hundred thousand this takes longer than the numbers."""
    if wish.by != "countries":
        return sum(row.number for row in numbers.rows)
    return store.count(numbers.asked) if numbers.rows else 0


def kinds_of(store: Store, subject: Topic, lang: str) -> tuple[tuple[str, str], ...]:
    """Return the kinds of a subject that the base has records of, with their words."""
    entity, field = ENTITY[subject], KIND[subject]
    values = [value for value, _count in store.tally(Query(entity), field) if value]
    store.names.fetch(entity, [{field: value} for value in values])
    showing, type_ = store.names.showing(lang), entity.fields[field].type
    return tuple(sorted(((str(one), type_.show(one, showing)) for one in values), key=lambda pair: fold(pair[1])))


def scope(store: Store, wish: Wish, lang: str) -> str:
    """Say of which year, kind and institute the numbers are."""
    parts = []
    entity = ENTITY[wish.subject]
    if wish.kind:
        type_ = entity.fields[KIND[wish.subject]].type
        if wish.subject == "instrument":
            store.names.record("instrument_type", wish.kind)
        parts.append(type_.show(wish.kind, store.names.showing(lang)))
    if wish.institute and wish.subject != "partner":
        parts.append(entity.fields["institute"].type.show(wish.institute, Showing(lang)))
    if wish.subject != "partner":
        parts.append(str(wish.year) if wish.year else Words("toutes années", "all years").said(lang))
    return ", ".join(parts)


def _named(codes: dict[str, tuple[str, str]], id_: str) -> tuple[str, str, str]:
    code, name = codes.get(id_, (id_, id_))  # of a country that is gone: in the table only
    return code, id_, name


def towns(store: Store, lang: str) -> list[tuple[str, str, str]]:
    """Return the id and the code of each office, and its town as its name says it: short enough for a map, in a language."""
    found = store.columns(Query(OFFICE), ("id", "code", "name_fr" if lang == "fr" else "name_en", "city"))
    return [(str(id_), str(code), town_in(str(name)) or str(city or code)) for id_, code, name, city in found]
