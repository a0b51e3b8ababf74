"""Missions that nobody made: years of them, busier in June and October, quiet in August, with some still to come."""

from bisect import bisect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.demo.draw import Draw, Weighted
from desktop_app.demo.events import Meeting
from desktop_app.demo.people import People, Somebody
from desktop_app.demo.projects import Project
from desktop_app.demo.world import Partner, Town, World, country_id
from desktop_app.domain.dates import add_months
from desktop_app.domain.values import Value

_SEASONS = (0.7, 0.8, 1.1, 1.0, 1.1, 1.3, 0.7, 0.35, 1.1, 1.4, 1.3, 0.7)
# Years in which nobody travelled.
_CLOSED = {2020: 0.25, 2021: 0.3}

_PURPOSES = Weighted([
    ("research_stay", 26), ("congress", 18), ("meeting", 12), ("workshop", 9), ("field_work", 8), ("teaching", 5),
    ("thesis_jury", 4), ("supervision", 4), ("experiment", 3), ("school", 3), ("steering_committee", 3), ("visit", 2),
    ("evaluation", 1.5), ("prospecting", 1), ("signature", 0.5),
])  # fmt: skip
_PAYERS = Weighted([
    ("cnrs_unit", 36), ("instrument", 18), ("host", 10), ("anr", 8), ("university", 7), ("cnrs_institute", 6), ("phc", 5),
    ("eu", 4), ("cnrs_office", 3), ("embassy", 2), ("shared", 1),
])  # fmt: skip
_LENGTHS = Weighted([(3, 5), (4, 9), (5, 14), (6, 13), (7, 12), (8, 9), (10, 9), (12, 6), (14, 6), (21, 3), (30, 2)])
_VISAS = Weighted([("not_needed", 60), ("obtained", 15), ("evisa", 15), ("on_arrival", 10)])
_NOTES = ("Hébergement pris en charge par l’hôte", "Matériel en soute : liste à joindre", "Conférence ouverte au public",
          "Billets pris par le laboratoire", "Voyage groupé", "Départ avancé d’un jour")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stay:
    """Where a mission goes: the countries and towns, the hosts there, and the projects that may be its frame."""

    code: str
    countries: tuple[str, ...]
    towns: list[Town]
    hosts: list[Partner]
    projects: list[Project]
    guarded: bool


class Missions:
    """Makes missions up, in the order of their first days."""

    def __init__(self, draw: Draw, world: World, people: People, projects: list[Project], today: date) -> None:
        self._draw, self._world, self._people, self._today = draw, world, people, today
        self._stays = Weighted([(code, world.weight(code)) for code in world.countries])
        self._by_country = {code: self._stay(code, projects) for code in (*world.countries, "FR")}
        self._home = [code for code in world.zone if code in self._by_country] or list(world.countries)
        self._meetings: dict[str, list[tuple[date, str]]] = {}

    def _stay(self, code: str, projects: list[Project]) -> Stay:
        id_ = country_id(code)
        here = [project for project in projects if code in project.countries]
        guarded = id_ in self._world.guarded
        return Stay(code, (id_,), self._world.towns[code], self._world.hosts(code), here, guarded)

    def expect(self, meetings: list[Meeting]) -> None:
        """Let people travel to these events."""
        for meeting in sorted(meetings, key=lambda meeting: meeting.starts):
            self._meetings.setdefault(meeting.country, []).append((meeting.starts, meeting.id))

    def make(self, count: int, first: date) -> Iterator[dict[str, Value]]:
        """Yield so many missions, from a first day to eight months ahead."""
        months = list(self._months(first))
        total, made, due = sum(weight for _month, weight in months), 0, 0.0
        numbers: dict[int, int] = {}
        for month, weight in months:
            due += count * weight / total
            days = sorted(self._draw.between(0, 27) for _ in range(round(due) - made))
            made += len(days)
            for day in days:
                numbers[month.year] = numbers.get(month.year, 0) + 1
                yield self._mission(month + timedelta(days=day), f"FICTIF-{month.year}-{numbers[month.year]:05d}")

    def _months(self, first: date) -> Iterator[tuple[date, float]]:
        month, last = first.replace(day=1), add_months(self._today.replace(day=1), 8)
        while month <= last:
            ahead = (month - self._today).days / 30
            known = 1.0 if ahead <= 0 else max(0.1, 0.8 - ahead * 0.12)
            grown = 1 + 0.05 * (month.year - first.year)
            yield month, _SEASONS[month.month - 1] * _CLOSED.get(month.year, 1) * known * grown
            month = add_months(month, 1)

    def _mission(self, starts: date, number: str) -> dict[str, Value]:
        draw, share = self._draw, self._draw.random()
        if share < 0.80 or not self._people.foreign:
            values = self._outgoing(starts)
        elif share < 0.94:
            values = self._incoming(starts)
        else:
            values = self._tour()
        days = _LENGTHS.draw(draw) if values["kind"] != "long_stay" else draw.between(60, 300)
        ends = starts + timedelta(days=days - 1)
        values |= {"number": number, "starts_on": starts.isoformat(), "ends_on": ends.isoformat()}
        values["status"] = status = self._status(starts, ends)
        self._costs(values, days)
        if status == "done" and draw.chance(0.55):
            values["report_on"] = min(ends + timedelta(days=draw.between(2, 40)), self._today).isoformat()
        if draw.chance(0.04):
            values["private_days"] = draw.between(1, 4)
        return values

    def _outgoing(self, starts: date) -> dict[str, Value]:
        draw, stay = self._draw, self._by_country[self._stays.draw(self._draw)]
        project = draw.pick(stay.projects) if stay.projects and draw.chance(0.45) else None
        if project and not project.lives_on(starts):
            project = None
        person = draw.pick(project.french if project else self._people.french)
        values = self._journey(stay, person)
        values["kind"] = "mission" if draw.random() > 0.05 else draw.pick(("delegation", "long_stay"))
        values["direction"] = "outgoing"
        values["instrument"] = project.id if project else None
        if stay.guarded:
            self._guard(values, starts)
        if draw.chance(0.08):
            values["event"] = self._event(stay.code, starts)
        return values

    def _journey(self, stay: Stay, person: Somebody) -> dict[str, Value]:
        draw = self._draw
        town = draw.pick(stay.towns)
        host = draw.pick(stay.hosts) if stay.hosts and draw.chance(0.85) else None
        cities = {host.city if host and host.city else town.name}
        countries = stay.countries
        if draw.chance(0.14):
            cities.add(town.name)
        if draw.chance(0.06):
            other = self._by_country[self._stays.draw(draw)]
            countries = tuple(sorted({*countries, *other.countries}))
            cities.add(draw.pick(other.towns).name)
        met = self._people.by_partner.get(host.id) if host else None
        return {
            "person": person.id, "unit": person.unit.id if person.unit else None,
            "institute": person.unit.institute if person.unit else None, "purpose": _PURPOSES.draw(draw),
            "countries": countries, "cities": tuple(sorted(cities)), "partner": host.id if host else None,
            "contact": draw.pick(met).id if met and draw.chance(0.3) else None,
            "order_type": "with_costs" if draw.chance(0.85) else "without_costs", "transport": "plane",
            "visa": _VISAS.draw(draw), "notes": self._notes(host, town),
        }  # fmt: skip

    def _notes(self, host: Partner | None, town: Town) -> str | None:
        share = self._draw.random()
        if share < 0.06 and host and host.local_name:
            return f"Accueil : {host.local_name}"
        if share < 0.12 and town.local_name:
            return f"Rendez-vous à {town.local_name}"
        return self._draw.pick(_NOTES) if share > 0.9 else None

    def _incoming(self, starts: date) -> dict[str, Value]:
        draw, stay = self._draw, self._by_country["FR"]
        guest, team = draw.pick(self._people.foreign), draw.pick(self._people.french)
        values = self._journey(stay, team)
        project = draw.pick(self._by_country[guest.partner.country].projects or [None]) if guest.partner else None
        return {
            **values, "kind": "hosting", "direction": "incoming", "person": guest.id, "contact": team.id,
            "partner": guest.partner.id if guest.partner else None, "order_type": "none",
            "cities": (team.unit.city,) if team.unit and team.unit.city else values["cities"],
            "instrument": project.id if project and project.lives_on(starts) else None,
        }  # fmt: skip

    def _tour(self) -> dict[str, Value]:
        values = self._journey(self._by_country[self._draw.pick(self._home)], self._draw.pick(self._people.office))
        return {**values, "kind": "tournee", "direction": "regional", "purpose": self._draw.pick(("meeting", "visit"))}

    def _guard(self, values: dict[str, Value], starts: date) -> None:
        """Ask for the security opinion that a country needs; a few still wait for it."""
        asked = starts - timedelta(days=self._draw.between(20, 70))
        values["opinion_needed"] = True
        if asked <= self._today:
            got = asked + timedelta(days=self._draw.between(5, 18))
            values["opinion_asked_on"] = asked.isoformat()
            values["opinion_got_on"] = got.isoformat() if got <= self._today and self._draw.chance(0.97) else None
            values["ariane"] = self._draw.chance(0.8)

    def _event(self, country: str, starts: date) -> str | None:
        known = self._meetings.get(country, [])
        place = bisect(known, (starts, ""))
        near = known[place] if place < len(known) else None
        return near[1] if near and near[0] - starts < timedelta(days=4) else None

    def _costs(self, values: dict[str, Value], days: int) -> None:
        draw = self._draw
        payer = "instrument" if values.get("instrument") and draw.chance(0.5) else _PAYERS.draw(draw)
        values["payer"] = payer
        if values["order_type"] != "without_costs" and draw.chance(0.85):
            nights = days - 1
            values["cost"] = f"{draw.between(350, 1500) + nights * draw.between(60, 160)}"
            values["currency"] = "EUR"
            values["nights"] = nights
            if draw.chance(0.4):
                values["allowance"] = f"{nights * draw.between(90, 230)}"
                values["meals"] = draw.between(0, 3)

    def _status(self, starts: date, ends: date) -> str:
        draw, today = self._draw, self._today
        if ends < today:
            return "done" if draw.chance(0.94) else draw.pick(("cancelled", "cancelled", "postponed"))
        if starts <= today:
            return "under_way"
        soon = starts - today < timedelta(days=40)
        return "validated" if soon and draw.chance(0.85) else "planned"


def legs(mission: str, values: Mapping[str, Value]) -> Iterator[dict[str, Value]]:
    """Yield the legs of a mission through several countries, one after the other and as long as each other."""
    countries = values["countries"]
    first, last = (date.fromisoformat(str(values[name])) for name in ("starts_on", "ends_on"))
    if not isinstance(countries, tuple) or not 1 < len(countries) <= (last - first).days:
        return
    days = (last - first).days // len(countries)
    for place, country in enumerate(countries):
        starts = first + timedelta(days=days * place)
        ends = last if country == countries[-1] else starts + timedelta(days=days)
        yield {"mission": mission, "number": place + 1, "country": country, "starts_on": starts.isoformat(),
               "ends_on": ends.isoformat()}  # fmt: skip
