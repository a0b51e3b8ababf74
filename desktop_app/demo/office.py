"""The demo office: fills a base with what every screen needs, the same for the same seed and day."""

from datetime import date
from itertools import islice

from desktop_app.demo.draw import Draw
from desktop_app.demo.events import make_events
from desktop_app.demo.extras import add_access, add_figures
from desktop_app.demo.laboratories import add_laboratories, surround
from desktop_app.demo.missions import Missions, legs
from desktop_app.demo.parts import Parts, add_links
from desktop_app.demo.people import make_people
from desktop_app.demo.projects import Projects
from desktop_app.demo.recent import make_last_steps
from desktop_app.demo.world import settle
from desktop_app.domain.ids import derived_id
from desktop_app.domain.leg import LEG
from desktop_app.domain.mission import MISSION
from desktop_app.domain.progress import Progress
from desktop_app.domain.words import Words
from desktop_app.store.base import Store

MISSIONS = 400  # opens at once; ten years of a busy office are 25,000
_WORDS = Words("Bureau de démonstration", "Demo office")
# All eight offices merged go everywhere; one office stays in its zone.
_WIDE = 50_000
# What one transaction takes: more would only make the write-ahead log as long as the base.
_BLOCK = 50_000


def fill_demo(
    store: Store, missions: int = MISSIONS, seed: int = 1, *, today: date | None = None,
    progress: Progress | None = None,
) -> dict[str, int]:  # fmt: skip
    """Fill a new base with the demo office and return how many records of each entity it holds.

    Two bases of one office, number of missions, seed and day hold the same records under the same references.
    `progress` is told how many missions are written, of how many.
    """
    day = today or date.today()  # noqa: DTZ011 - the day on the wall of the office
    draw = Draw(f"{store.office} {missions} {seed} {day.isoformat()}")
    made = _fill_office(store, draw, missions, day)
    stream = made.make(missions, _first(day, missions))
    written = 0
    while written < missions:
        with store.fill(_WORDS) as edit:
            for values in islice(stream, _BLOCK):
                id_ = edit.add(MISSION, values, id_=draw.id())
                for leg in legs(id_, values):
                    edit.add(LEG, leg, id_=derived_id("leg", id_, str(leg["number"])))
                written += 1
        if progress:
            progress(written, missions)
    make_last_steps(store, day)
    return store.counts()


def _fill_office(store: Store, draw: Draw, missions: int, today: date) -> Missions:
    """Write all but the missions, and return what they are made from."""
    with store.fill(_WORDS) as edit:
        world = settle(store, edit, wide=missions > _WIDE, today=today)
        people = make_people(edit, draw, world, min(max(missions // 5, 150), 40_000), today)
        real = add_laboratories(edit, draw, world, people, today)
        projects = Projects(store, edit, draw, world, people, today)
        made_up = list(projects.made_up(min(70 + missions // (80 if missions > _WIDE else 120), 2_400)))
        parts = Parts(edit, draw, world, today)
        for project in (*real, *made_up):
            parts.add(project)
        at_home = [project for project in real if project.countries[0] in world.zone]
        add_links(parts, surround(edit, draw, world, at_home, today))
        number = min(24 + missions // 250, 2_500)
        meetings = make_events(edit, draw, world, people, made_up, number, _first(today, missions), today)
        add_access(edit, draw, world, people, today)
        add_figures(edit, draw, world, today)
    found = Missions(draw, world, people, [*real, *made_up], today)
    found.expect(meetings)
    return found


def _first(today: date, missions: int) -> date:
    """Return the first day of the demo's missions: three years back, ten where they are many."""
    return date(today.year - (3 if missions < 2_000 else 10), 1, 1)
