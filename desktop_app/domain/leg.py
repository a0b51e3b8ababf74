"""Legs of a mission: where it goes one after the other, and from when to when."""

from desktop_app.domain.entity import Entity, Field, Problem, Section, rule
from desktop_app.domain.types import Day, Integer, Link, Text
from desktop_app.domain.words import Words

LEG = Entity(
    "leg", "LE", "Étapes de mission", "Mission legs", Words("étape de mission", "mission leg"), (
        Section("Étape", "Leg", (
            Field("mission", Link("mission"), "Mission", "Mission", required=True, listed=True),
            Field("number", Integer(), "N°", "No.", listed=True),
            Field("country", Link("country"), "Pays", "Country", required=True, listed=True),
            Field("city", Text(), "Ville", "City", ("Localité",), listed=True),
            Field("starts_on", Day(), "Arrivée", "Arrival", listed=True),
            Field("ends_on", Day(), "Départ", "Departure", listed=True),
            Field("partner", Link("partner"), "Accueil", "Host", listed=True),
        ), groups=(("starts_on", "ends_on"),)),
    ),
    title=(("city",), ("country",)), subtitle=("country", "starts_on"), owner="mission", places=("country",),
)  # fmt: skip


@rule(LEG)
def leg_ends_after_it_starts(starts_on: str | None, ends_on: str | None) -> Problem | None:
    """A leg can't end before it starts."""
    if starts_on and ends_on and ends_on < starts_on[: len(ends_on)]:
        return Problem(Words("L’étape finit avant de commencer.", "The leg ends before it starts."), ("ends_on",))
    return None
