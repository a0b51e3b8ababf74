"""Delegations, visits, workshops and forums that never took place."""

from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.demo.draw import Draw, Weighted
from desktop_app.demo.people import People
from desktop_app.demo.projects import Project
from desktop_app.demo.world import Partner, World, country_id
from desktop_app.domain.event import EVENT, TASK
from desktop_app.domain.ids import derived_id
from desktop_app.domain.instrument_parts import FUNDING
from desktop_app.domain.values import Value
from desktop_app.store.base import Edit

_KINDS = Weighted([
    (("delegation", "Délégation : {partner}", "incoming"), 4), (("visit", "Visite de {partner}", "outgoing"), 4),
    (("workshop", "Atelier {project}", "outgoing"), 4), (("seminar", "Séminaire {project}", "outgoing"), 3),
    (("steering_committee", "Comité de pilotage {project}", "outgoing"), 2), (("school", "École {project}", "regional"), 1),
    (("forum", "Forum de la recherche, {town}", "regional"), 1), (("co_funded_event", "Colloque {project}", "outgoing"), 2),
    (("inauguration", "Inauguration {project}", "outgoing"), 0.5), (("outreach", "Nuit des idées, {town}", "regional"), 0.5),
])  # fmt: skip
_AGENDA = (
    "9 h : accueil\n10 h : visite des laboratoires\n12 h 30 : déjeuner\n14 h : table ronde\n16 h : relevé de décisions"
)
_FOLLOW_UP = ("Envoyer le compte rendu aux participants", "Préparer une lettre d’intention",
              "Proposer deux dates pour la visite retour", "Transmettre la liste des équipes intéressées")  # fmt: skip


_TASKED = 14  # so many of the first meetings leave a task with a day; most of what is past is done


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event, as missions need it."""

    id: str
    country: str
    starts: date


def make_events(
    edit: Edit, draw: Draw, world: World, people: People, projects: list[Project], count: int, first: date, today: date
) -> list[Meeting]:
    """Make up so many events from a first day to half a year ahead; a few always stand in the weeks around today."""
    made: list[Meeting] = []
    last = today + timedelta(days=180)
    for number in range(count):
        near = number < 8
        day = today + timedelta(days=9 * number - 18) if near else draw.day(first, last)
        project, made_id = draw.pick(projects), draw.id()
        country = project.countries[0] if project.countries[0] in world.towns else draw.pick(world.countries)
        values = _values(draw, world, people, project, country, day, today)
        edit.add(EVENT, values, id_=made_id)
        made.append(Meeting(made_id, country, day))
        if number < _TASKED:
            _add_task(edit, made_id, number, day + timedelta(days=21), today)
        if draw.chance(0.3):
            edit.add(FUNDING, {
                "event": made_id, "source": draw.pick(("cnrs_office", "embassy", "partner")), "year": day.year,
                "planned": str(draw.between(2, 20) * 250), "currency": "EUR",
            }, id_=draw.id())  # fmt: skip
    return made


def _add_task(edit: Edit, event: str, number: int, due: date, today: date) -> None:
    done = due.isoformat() if due < today and number % 4 else None
    title = _FOLLOW_UP[number % len(_FOLLOW_UP)]
    values = {"event": event, "title": title, "due_on": due.isoformat(), "done_on": done}
    edit.add(TASK, values, id_=derived_id("task", event))


def _values(
    draw: Draw, world: World, people: People, project: Project, country: str, day: date, today: date
) -> dict[str, Value]:
    kind, title, direction = _KINDS.draw(draw)
    hosts = world.hosts(country)
    host: Partner | None = project.host or (draw.pick(hosts) if hosts else None)
    place = "FR" if direction == "incoming" else country
    town = draw.pick(world.towns[place]).name
    ends = day + timedelta(days=draw.pick((0, 0, 1, 2, 4)))
    named = {"partner": host.name if host else town, "project": project.acronym, "town": town}
    guests = [person.id for person in (*draw.some(people.french, draw.between(1, 4)), *project.foreign)]
    return {
        "kind": kind, "direction": direction, "title": f"{title.format(**named)} (fictif)",
        "starts_on": day.isoformat(), "ends_on": ends.isoformat(), "city": town, "country": country_id(place),
        "status": _status(draw, day, ends, today), "partners": (host.id,) if host else None,
        "participants": tuple(sorted(set(guests))), "organisers": "Bureau du CNRS, ambassade" if draw.chance(0.6) else "CNRS",
        "embassy": world.embassies.get(country), "instrument": project.id if "{project}" in title else None,
        "agenda": _AGENDA if kind in ("delegation", "visit") else None,
        "follow_up": draw.pick(_FOLLOW_UP) if day < today and draw.chance(0.6) else None,
        "notes": "Évènement fictif / Fictitious event",
    }  # fmt: skip


def _status(draw: Draw, starts: date, ends: date, today: date) -> str:
    if ends < today:
        return "cancelled" if draw.chance(0.04) else "follow_up" if draw.chance(0.1) else "done"
    if starts <= today:
        return "under_way"
    return "confirmed" if starts < today + timedelta(days=45) else draw.pick(("planned", "planned", "idea"))
