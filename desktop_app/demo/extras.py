"""What stands beside projects: access of partners to infrastructures, key figures of countries."""

from datetime import date

from desktop_app.demo.draw import Draw
from desktop_app.demo.people import People
from desktop_app.demo.world import World, country_id, rows
from desktop_app.domain.partner import ACCESS
from desktop_app.domain.place import FIGURE
from desktop_app.store.base import Edit

_TERMS = "Accès fictif / Fictitious access : {days} jours par an, sur dossier"
_SOURCE = "Valeur fictive / Fictitious value"

# Indicator, first value, growth a year in percent.
_FIGURES = (
    ("co_publications", 900, 5), ("co_publications_cnrs", 420, 6), ("cnrs_share", 47, 1), ("cnrs_missions", 180, 4),
    ("students_in_france", 1600, 3), ("phd_in_cnrs_units", 60, 2), ("france_rank", 7, 0),
)  # fmt: skip


def add_access(edit: Edit, draw: Draw, world: World, people: People, today: date) -> None:
    """Give the partners of the zone access to a few infrastructures."""
    infrastructures = list(rows("infrastructure"))
    hosts = [host for code in world.zone for host in world.hosts(code) if host.kind != "agency"]
    for host in hosts:
        for row in draw.some(infrastructures, draw.between(0, 3)):
            since = today.year - draw.between(0, 8)
            until = since + draw.between(3, 8)
            contacts = people.by_partner.get(host.id, [])
            edit.add(ACCESS, {
                "partner": host.id, "infrastructure": row["name_fr"], "operator": row["operator"], "since_on": str(since),
                "until_on": str(until) if draw.chance(0.7) else None, "terms": _TERMS.format(days=draw.between(2, 20)),
                "contact": draw.pick(contacts).id if contacts else None,
            })  # fmt: skip


def add_figures(edit: Edit, draw: Draw, world: World, today: date) -> None:
    """Add figures of the zone's countries over ten years."""
    for code in world.zone:
        size = world.weight(code) / 12 * draw.between(60, 140) / 100
        for indicator, first, growth in _FIGURES:
            scale = 1 if indicator in ("cnrs_share", "france_rank") else size
            for age in range(10):
                value = first * scale * (1 + growth / 100) ** (10 - age) * draw.between(95, 105) / 100
                edit.add(FIGURE, {
                    "country": country_id(code), "year": today.year - 1 - age, "indicator": indicator,
                    "value": str(max(round(value), 1)), "source": _SOURCE,
                })  # fmt: skip
