"""A journey by the decree: what it is called, how many nights it has, and what the per-diem table would give for them.

An estimate, never what is due: the travel order of the unit alone says that. Rates are those of the day, season and town
included; each amount keeps the date from which its rate is valid, to be printed beside it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from desktop_app.domain.dates import add_months, first_day, last_day
from desktop_app.domain.place import FRANCE
from desktop_app.domain.text import fold
from desktop_app.domain.values import Record, members
from desktop_app.domain.words import Words

DECREE = Words("décret n° 2006-781, art. 2", "decree 2006-781, art. 2")
_CENTS = Decimal("0.01")


# What it is called ----------------------------------------------------------------------------------------------------


class Kind(NamedTuple):
    """What a journey is by the decree, and why."""

    code: str
    why: Words


def kind_of(mission: Record, person: Record | None, zone: Iterable[str], *, delegation: bool = False) -> Kind | None:
    """Return what a journey is; `zone`: where the traveller's office is, with the countries that it covers on the day.

    None where the countries are not known yet.
    """
    countries = members(mission, "countries")
    if not countries:
        return None
    if longer_than_a_mission(mission):
        return Kind("long_stay", Words(f"plus de douze mois ({DECREE.fr})", f"more than twelve months ({DECREE.en})"))
    if delegation:
        return Kind("delegation", Words("dans le cadre d’une délégation", "as part of a delegation"))
    posted = bool(person and person.get("office"))
    if posted and set(countries) <= set(zone):
        return Kind(
            "tournee",
            Words(
                f"agent en poste à l’étranger, dans son pays ou sa zone de compétence ({DECREE.fr})",
                f"posted abroad, within the country or zone of the office ({DECREE.en})",
            ),
        )
    guest = bool(person and person.get("partner") and not person.get("unit") and not posted)
    if guest and set(countries) == {FRANCE}:
        return Kind(
            "hosting", Words("visiteur d’un partenaire, reçu en France", "visitor of a partner, received in France")
        )
    return Kind(
        "mission",
        Words(
            f"hors de la résidence administrative et familiale, douze mois au plus ({DECREE.fr})",
            f"away from office and home, twelve months at most ({DECREE.en})",
        ),
    )


def longer_than_a_mission(mission: Record) -> bool:
    """Whether a journey lasts more than the twelve months of a mission."""
    start, end = mission.get("starts_on"), mission.get("ends_on")
    return bool(start and end) and last_day(str(end)) >= add_months(first_day(str(start)), 12)


# Nights and rates -----------------------------------------------------------------------------------------------------


class Stay(NamedTuple):
    """Nights in one place: the first one, and the morning after the last."""

    first: date
    last: date
    country: str
    cities: tuple[str, ...] = ()

    @property
    def nights(self) -> list[date]:
        """The evenings on which they begin."""
        return [self.first + timedelta(days=number) for number in range((self.last - self.first).days)]


class Daily(NamedTuple):
    """A daily rate as the table gives it. `season`: no line is published for the day yet, that of the last year counts."""

    amount: Decimal
    currency: str
    valid_on: str
    place: str  # the town; empty for the whole country
    season: bool = False


def stays_of(mission: Record, legs: Sequence[Record] = ()) -> list[Stay]:
    """Return where the nights of a mission are spent: leg by leg, or all in its first country where no leg is named."""
    found = [
        Stay(first_day(str(leg["starts_on"])), last_day(str(leg["ends_on"])), str(leg["country"]), _city(leg))
        for leg in legs
        if leg.get("country") and _whole(leg.get("starts_on")) and _whole(leg.get("ends_on"))
    ]
    start, end, countries = mission.get("starts_on"), mission.get("ends_on"), members(mission, "countries")
    if found or not countries or not _whole(start) or not _whole(end):
        return found
    abroad = [code for code in countries if code != FRANCE] or list(countries)
    return [Stay(first_day(str(start)), last_day(str(end)), abroad[0], members(mission, "cities"))]


def daily_on(lines: Sequence[Record], country: str, cities: Iterable[str], day: date) -> Daily | None:
    """Return the daily rate of a place on a day: that of the town where it has one of its own, else of the country."""
    wanted = {fold(city) for city in cities}
    here = [line for line in lines if line.get("country") == country]
    town = [line for line in here if line.get("city") and wanted & _towns(str(line["city"]))]
    for some in (town, [line for line in here if not line.get("city")]):
        if found := _in_force(some, day):
            return found
    return None


def _towns(words: str) -> set[str]:
    return {fold(part.split("(")[0]) for part in words.split(",")}


def _in_force(lines: Sequence[Record], day: date) -> Daily | None:
    """Return the last line on or before a day; of a place with seasons, the season of the last year that is published."""
    known = sorted(
        (line for line in lines if str(line["valid_on"]) <= day.isoformat()), key=lambda line: str(line["valid_on"])
    )
    if not known:
        return None
    last = season = known[-1]
    cycle = _seasons(known)
    if cycle and str(last["valid_on"]) < day.isoformat():
        # Seasons come back every year on the same days; the table only names those that were published.
        before = [line for line in cycle if _of_year(line) <= day.isoformat()[5:]]
        season = max(before or cycle, key=_of_year)
    return Daily(
        Decimal(str(season["amount"])), str(season["currency"]), str(season["valid_on"]), str(season.get("city") or ""),
        season=season is not last,
    )  # fmt: skip


def _seasons(known: Sequence[Record]) -> list[Record]:
    """Return the lines of the last year of a place whose rates changed on the same days of the year before; else none."""
    newest = first_day(str(known[-1]["valid_on"]))
    years: list[list[Record]] = []
    for back in (0, -12):
        after, until = add_months(newest, back - 12), add_months(newest, back)
        years.append([line for line in known if after < first_day(str(line["valid_on"])) <= until])
    days = [{first_day(f"2000-{_of_year(line)}").timetuple().tm_yday for line in year} for year in years]
    again = all(any(abs(day - other) <= _SAME_DAY for other in days[1]) for day in days[0])
    return years[0] if again and len({str(line["amount"]) for line in years[0]}) > 1 else []


def _of_year(line: Record) -> str:
    """Return the month and the day of a line."""
    return str(line["valid_on"])[5:]


_SAME_DAY = 3  # seasons of one year and of the next begin a day or two apart


class Exchange(NamedTuple):
    """Euros for one unit of a currency, and the day from which that counts."""

    euros: Decimal
    valid_on: str


def exchange_on(rates: Iterable[Record], currency: str, day: date) -> Exchange | None:
    """Return the last rate of a currency on or before a day: one is published again only when it has changed."""
    if currency == "EUR":
        return Exchange(Decimal(1), day.isoformat())
    known = [rate for rate in rates if rate["currency"] == currency and str(rate["valid_on"]) <= day.isoformat()]
    if not known:
        return None
    last = max(known, key=lambda rate: str(rate["valid_on"]))
    return Exchange(Decimal(str(last["euros_per_unit"])), str(last["valid_on"]))


# The estimate ---------------------------------------------------------------------------------------------------------


class Reductions(NamedTuple):
    """How much less the allowance is, in per cent: lodged for nothing, and for each meal that is offered."""

    lodged: Decimal = Decimal(65)
    meal: Decimal = Decimal("17.5")


class Part(NamedTuple):
    """Some nights at one rate."""

    nights: int
    daily: Daily
    country: str

    @property
    def amount(self) -> Decimal:
        """What the table gives for them."""
        return self.daily.amount * self.nights


class Estimate(NamedTuple):
    """What the table would give for a journey: by rate, by currency after the reductions, and in euros."""

    parts: Sequence[Part]
    totals: Mapping[str, Decimal]
    euros: Decimal | None
    rates: Mapping[str, Exchange]

    @property
    def nights(self) -> int:
        """How many nights are counted."""
        return sum(part.nights for part in self.parts)


def estimate(
    mission: Record, legs: Sequence[Record], lines: Sequence[Record], rates: Sequence[Record], reductions: Reductions
) -> Estimate | None:
    """Return what the table would give for a journey; None where its days or places are not known, or have no rate."""
    nights = [(night, stay) for stay in stays_of(mission, legs) for night in stay.nights]
    # Private days stand at the end; a number of nights that somebody wrote down wins.
    counted = mission.get("nights")
    private = mission.get("private_days")
    most = counted if isinstance(counted, int) else len(nights) - (private if isinstance(private, int) else 0)
    parts: list[Part] = []
    for night, stay in nights[: max(0, most)]:
        daily = daily_on(lines, stay.country, stay.cities, night)
        if daily is None:
            return None
        if parts and parts[-1].daily == daily and parts[-1].country == stay.country:
            parts[-1] = parts[-1]._replace(nights=parts[-1].nights + 1)
        else:
            parts.append(Part(1, daily, stay.country))
    if not parts:
        return None
    kept = _kept(mission, sum(part.nights for part in parts), reductions)
    totals: dict[str, Decimal] = {}
    for part in parts:
        totals[part.daily.currency] = totals.get(part.daily.currency, Decimal(0)) + part.amount * kept
    day = first_day(str(mission["starts_on"]))
    found = {currency: exchange_on(rates, currency, day) for currency in totals}
    known = {currency: rate for currency, rate in found.items() if rate is not None}
    euros = None
    if len(known) == len(totals):
        euros = _rounded(sum((amount * known[currency].euros for currency, amount in totals.items()), Decimal(0)))
    return Estimate(parts, {currency: _rounded(amount) for currency, amount in totals.items()}, euros, known)


def _kept(mission: Record, nights: int, reductions: Reductions) -> Decimal:
    """Return which part of the full rate is left: 1 less so much for each night lodged and each meal offered."""
    lodged, meals = mission.get("lodged"), mission.get("meals")
    less = reductions.lodged * min(nights, lodged if isinstance(lodged, int) else 0)
    less += reductions.meal * min(2 * nights, meals if isinstance(meals, int) else 0)
    return max(Decimal(0), 1 - less / 100 / nights)


def _rounded(amount: Decimal) -> Decimal:
    return amount.quantize(_CENTS, ROUND_HALF_UP)


def _whole(value: object) -> bool:
    return isinstance(value, str) and len(value) == 10


def _city(leg: Record) -> tuple[str, ...]:
    return (str(leg["city"]),) if leg.get("city") else ()
