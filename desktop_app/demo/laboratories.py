"""The real laboratories (IRL) and research institutes (UMIFRE) abroad, and made-up structures around those of the zone."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.demo.draw import Draw
from desktop_app.demo.people import People
from desktop_app.demo.projects import Project, staffed
from desktop_app.demo.world import World, country_id, rows, values_of
from desktop_app.domain.ids import derived_id
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import PARTY
from desktop_app.store.base import Edit

if TYPE_CHECKING:
    from desktop_app.domain.values import Value

_REAL = (
    "Laboratoire réel ; parties, budgets, étapes et missions fictifs. / Real laboratory; parties, budgets, steps and"
    " missions are fictitious."
)
_FICTITIOUS = "Projet fictif / Fictitious project"


def add_laboratories(edit: Edit, draw: Draw, world: World, people: People, today: date) -> list[Project]:
    """Add all real laboratories, and return those of the countries that the demo office follows, with a made-up team."""
    followed: list[Project] = []
    for row in (*rows("irl"), *rows("umifre")):
        project = _project(row, draw, today)
        if project.countries and project.countries[0] in world.countries:
            followed.append(staffed(project, draw, world, people))
        values = values_of(INSTRUMENT, row)
        if project.unit and project.type == "IRL":
            values |= {"starts_on": project.starts, "ends_on": project.ends}
        home = world.offices.get(project.countries[0]) if project.countries else None
        notes = [text for text in (row.get("notes"), _REAL if project.unit else None) if text]
        edit.add(INSTRUMENT, {**values, "office": home, "notes": "\n".join(notes) or None}, id_=project.id)
        # A laboratory is a unit itself; several institutes may be one unit.
        if unit := world.unit_ids.get(row.get("unit") or row.get("code") or ""):
            edit.add(PARTY, {"instrument": project.id, "role": "member", "unit": unit})
    return followed


def _project(row: dict[str, str], draw: Draw, today: date) -> Project:
    id_ = derived_id("demo", "instrument", row.get("code") or row["acronym"])
    countries = tuple(row["countries"].split("|")) if row["countries"] else ()
    starts, ends = row.get("starts_on") or "", row.get("ends_on") or None
    if row["type"] == "IRL" and row["status"] == "active":
        starts = starts or str(today.year - draw.between(6, 12))
        periods = (today.year - int(starts)) // 5 + 1 + draw.chance(0.2)
        ends = str(int(starts) + 5 * periods - 1)
    acronym = row["acronym"] or row.get("code", "")
    # A research institute lasts: seven years and more say enough for its parties.
    starts = starts or str(today.year - 7)
    return Project(id_, row["type"], acronym, countries, starts, ends, 60, row["institute"], row["title"], real=True)


def surround(
    edit: Edit, draw: Draw, world: World, laboratories: list[Project], today: date
) -> Iterator[tuple[Project, str, str, str]]:
    """Make up what stands around laboratories: (instrument, kind of link, the instrument it is linked to, since when)."""
    for laboratory in laboratories[:6]:
        if laboratory.type == "IRL":
            extension = _satellite("EXT", "Extension française", "French extension", world, draw, today, laboratory)
            mirror = _satellite("MIROIR", "Site miroir", "Mirror site", world, draw, today, laboratory)
            for project, kind in ((extension, "extension_of"), (mirror, "mirror_of")):
                _write(edit, world, project, laboratory.institute)
                yield project, kind, laboratory.id, project.starts
    if laboratories:
        cluster = _satellite("CLUSTER", "Cluster des laboratoires", "Cluster of the laboratories", world, draw, today)
        _write(edit, world, cluster)
        for laboratory in draw.some(laboratories, 5):
            yield laboratory, "in_cluster", cluster.id, max(cluster.starts, laboratory.starts)


def _satellite(
    type_: str, fr: str, en: str, world: World, draw: Draw, today: date, laboratory: Project | None = None
) -> Project:
    name = laboratory.acronym if laboratory else world.office
    starts = str(today.year - draw.between(1, 5))
    project = Project(draw.id(), type_, f"{type_}-{name}", ("FR",) if laboratory else world.zone, starts, None)
    project.title, project.title_fr = f"{en} {name} (fictitious)", f"{fr} {name} (fictif)"
    if laboratory:
        project.unit = draw.pick(world.units)
    return project


def _write(edit: Edit, world: World, project: Project, institute: str = "") -> None:
    values: dict[str, Value] = {
        "type": derived_id("instrument_type", project.type), "acronym": project.acronym, "title": project.title,
        "title_fr": project.title_fr, "status": "active", "institute": institute or None, "starts_on": project.starts,
        "countries": tuple(sorted(country_id(code) for code in project.countries)),
        "city": project.unit.city if project.unit else None, "office": derived_id("office", world.office),
        "notes": _FICTITIOUS,
    }  # fmt: skip
    edit.add(INSTRUMENT, values, id_=project.id)
