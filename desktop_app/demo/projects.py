"""Projects that do not exist, of every type that has no real list, some with the older one that they succeed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from desktop_app.demo.draw import Draw, Weighted
from desktop_app.demo.people import People, Somebody
from desktop_app.demo.titles import Subject, Subjects
from desktop_app.demo.world import Partner, Unit, World, country_id
from desktop_app.domain.dates import add_months, end_after, first_day, last_day
from desktop_app.domain.ids import derived_id
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.place import PROGRAMME
from desktop_app.domain.values import Value
from desktop_app.store.base import Edit, Query, Store

# Type, how often among a hundred projects, months of one period, its ancestor, how many more countries at most.
_KINDS: tuple[tuple[str, float, int, str | None, int], ...] = (
    ("IEA", 26, 24, "PICS", 0), ("IRP", 18, 60, "LIA", 1), ("IRN", 8, 60, "GDRI", 4), ("PHC", 16, 24, None, 0),
    ("ACCORD", 6, 48, None, 0), ("PRC", 4, 36, None, 0), ("PHDJP", 3, 36, None, 0), ("IRC", 1, 60, None, 0),
    ("OHMI", 1, 48, None, 0), ("80PRIME", 1, 36, None, 0),
)  # fmt: skip
_AFRICAN = ("JRP-AF", 5, 48, "DSCA", 0)
_AFRICA = frozenset({"ZA", "KE", "MG", "NA", "BW", "ZW", "MZ", "SN", "CI", "ET", "TZ", "UG", "RW"})
_ANCESTOR_MONTHS = {"PICS": 36, "LIA": 48, "GDRI": 48, "DSCA": 24}
# The year from which new projects bear the new names.
_RENAMED = 2019
_BEFORE = ("submitted", "under_review", "selected", "agreement_drafted", "in_signature", "signed")
_ASIDE = ("idea", "draft", "not_selected", "abandoned")
_JUST_ENDED = ("report_due", "report_due", "report_received")
_ENDED = ("closed", "closed", "ended")


@dataclass(slots=True)
class Project:
    """An instrument, as the rest of the demo needs it."""

    id: str
    type: str
    acronym: str
    countries: tuple[str, ...]
    starts: str
    ends: str | None
    months: int = 0
    institute: str = ""
    title: str = ""
    title_fr: str = ""
    real: bool = False
    before: str | None = None  # the instrument that this one succeeds
    unit: Unit | None = None
    host: Partner | None = None
    french: list[Somebody] = field(default_factory=list)
    foreign: list[Somebody] = field(default_factory=list)

    def lives_on(self, day: date) -> bool:
        """Return whether the project is under way on a day."""
        return first_day(self.starts) <= day and (self.ends is None or day <= last_day(self.ends))


def staffed(project: Project, draw: Draw, world: World, people: People, subject: Subject | None = None) -> Project:
    """Give a project its French unit, its partner and the people who lead it."""
    if subject:
        project.institute, project.title, project.title_fr = subject.institute, subject.en, subject.fr
    team = people.by_institute.get(project.institute) or people.french
    project.french = draw.some([person for person in team if person.senior] or team, 3)
    project.unit = project.french[0].unit
    hosts = [host for code in project.countries for host in world.hosts(code)]
    if hosts:
        project.host = draw.pick(world.hosts(project.countries[0]) or hosts)
        project.foreign = draw.some(people.by_partner.get(project.host.id, []), 3)
    return project


class Projects:
    """Makes projects up and writes them as instruments."""

    def __init__(self, store: Store, edit: Edit, draw: Draw, world: World, people: People, today: date) -> None:
        self._edit, self._draw, self._world, self._people, self._today = edit, draw, world, people, today
        self._subjects = Subjects(draw)
        self._countries = Weighted([(code, world.weight(code)) for code in world.countries])
        african = [_AFRICAN] if _AFRICA & set(world.zone) else []
        self._programmes = _programmes(store)
        bilateral = any(code in self._programmes for code in world.countries)
        kinds = [kind for kind in (*_KINDS, *african) if kind[0] != "PHC" or bilateral]
        self._kinds = Weighted([(kind, kind[1]) for kind in kinds])

    def made_up(self, count: int) -> Iterator[Project]:
        """Make up so many projects, some with the older one that they succeed."""
        made = 0
        while made < count:
            kind = self._kinds.draw(self._draw)
            for project in self._family(*kind):
                made += 1
                yield project

    def _family(self, type_: str, _often: float, months: int, ancestor: str | None, more: int) -> list[Project]:
        starts = self._start(months)
        if ancestor and starts.year < _RENAMED:
            type_, months, ancestor, more = ancestor, _ANCESTOR_MONTHS[ancestor], None, more if more > 1 else 0
        draw, country = self._draw, self._country(type_)
        head = draw.pick(self._programmes[country]).removeprefix("PHC ").upper() if type_ == "PHC" else ""
        subject = self._subjects.draw(country, head if len(head) < 14 else "")
        others = [code for code in self._world.countries if code != country and self._world.hosts(code)]
        countries = (country, *draw.some(others, draw.between(1 if more > 1 else 0, more)))
        project = Project(draw.id(), type_, subject.acronym, countries, starts.isoformat(), "", months)
        project.ends = end_after(project.starts, months)
        found = [staffed(project, draw, self._world, self._people, subject)]
        if ancestor and starts.year - _ANCESTOR_MONTHS[ancestor] // 12 < _RENAMED and draw.chance(0.7):
            found.insert(0, self._ancestor(project, subject, ancestor))
        for made in found:
            self._edit.add(INSTRUMENT, self._values(made, subject, succeeded=made is not project), id_=made.id)
        return found

    def _country(self, type_: str) -> str:
        country = self._countries.draw(self._draw)
        if type_ == "PHC" and country not in self._programmes:
            known = [code for code in self._world.countries if code in self._programmes]
            return self._draw.pick(known) if known else country
        return country

    def _start(self, months: int) -> date:
        """Return a first day: one project in four ends about now, one in eight has not begun."""
        draw, share = self._draw, self._draw.random()
        if share < 0.25:
            start = add_months(self._today, draw.between(-4, 12) - months)
        elif share < 0.37:
            start = add_months(self._today, draw.between(1, 10))
        else:
            start = add_months(self._today, -draw.between(1, months + 72))
        january = start.month in (1, 2, 11, 12) or draw.chance(0.4)
        return date(start.year + (start.month > 10), 1, 1) if january else start.replace(day=1)

    def _ancestor(self, project: Project, subject: Subject, type_: str) -> Project:
        months = _ANCESTOR_MONTHS[type_]
        # The archives of those years know the year only.
        starts = str(int(project.starts[:4]) - self._draw.between(0, 1) - months // 12)
        acronym = self._subjects.unique(subject.acronym.split("-")[0])
        older = Project(self._draw.id(), type_, acronym, project.countries[: 4 if type_ == "GDRI" else 1], starts,
                        end_after(starts, months), months, project.institute, subject.en, subject.fr)  # fmt: skip
        older.unit, older.host = project.unit, project.host
        older.french, older.foreign = project.french, project.foreign
        project.before = older.id
        return older

    def _values(self, project: Project, subject: Subject, *, succeeded: bool) -> dict[str, Value]:
        town = project.host.city if project.host and project.type in ("IRC", "OHMI") else None
        others = self._draw.some([name for name in self._people.by_institute if name != project.institute], 2)
        return {
            "type": derived_id("instrument_type", project.type), "acronym": project.acronym,
            "title": subject.en, "title_fr": subject.fr, "institute": project.institute or None,
            "institutes": tuple(sorted(others)) if self._draw.chance(0.15) else None,
            "fields": (subject.field,), "starts_on": project.starts, "ends_on": project.ends,
            "status": "transformed" if succeeded else self._status(project),
            "countries": tuple(sorted(country_id(code) for code in project.countries)), "city": town,
            "office": derived_id("office", self._world.office),
            "notes": "Projet fictif / Fictitious project",
        }  # fmt: skip

    def _status(self, project: Project) -> str:
        draw, starts = self._draw, first_day(project.starts)
        ends = last_day(project.ends) if project.ends else date.max
        if starts > self._today:
            return draw.pick(_BEFORE if draw.chance(0.85) else _ASIDE)
        if ends < self._today:
            fresh = ends > self._today - timedelta(days=300)
            return draw.pick(_JUST_ENDED if fresh else _ENDED)
        renewable = project.type in ("IRP", "IRN", "IRC", "ACCORD", "OHMI")
        if renewable and ends < self._today + timedelta(days=300):
            return draw.pick(("to_renew", "to_renew", "renewal_asked"))
        return "suspended" if draw.chance(0.02) else "active"


def _programmes(store: Store) -> dict[str, list[str]]:
    """Return the names of the Hubert Curien programmes by the code of the country."""
    found: dict[str, list[str]] = {}
    for line in store.records(Query(PROGRAMME)):
        countries = line["country"] if isinstance(line["country"], tuple) else ()
        for id_ in countries:
            country = store.names.record("country", id_)
            if country and str(line["name"]).startswith("PHC "):
                found.setdefault(str(country["code"]), []).append(str(line["name"]))
    return found
