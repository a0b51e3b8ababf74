"""CNRS units, with the history of their codes: UMI 3527 became IRL 3527."""

from desktop_app.domain.entity import Entity, Field, Section
from desktop_app.domain.types import Choice, Code, Link, Several, Text, Web
from desktop_app.domain.values import Record, members
from desktop_app.domain.words import Words

UNIT = Entity(
    "unit", "U", "Unités CNRS", "CNRS units", Words("unité CNRS", "CNRS unit"), (
        Section("Unité", "Unit", (
            Field("code", Code(), "Code", "Code", ("Code unité", "N° unité", "Unité"), required=True, key=True, listed=True),
            Field("former_codes", Several(Code()), "Anciens codes", "Former codes", ("Ancien code", "Tous labels"), listed=True),
            Field("name", Text(), "Intitulé", "Name", ("Nom", "Libellé"), required=True, listed=True),
            Field("acronym", Text(), "Sigle", "Acronym", ("Acronyme",), listed=True),
            Field("institute", Choice("institutes"), "Institut CNRS", "CNRS institute", ("Institut",), listed=True),
            Field("city", Text(), "Ville", "City", ("Commune",), listed=True),
            Field("country", Link("country"), "Pays", "Country", listed=True),
            Field("supervisors", Text(), "Tutelles", "Supervising bodies", ("Tutelle", "Établissements"), listed=True),
            Field("website", Web(), "Site web", "Website", ("Site",)),
        )),
    ),
    title=(("code", "acronym"), ("name",)), subtitle=("name", "city"), places=("country",),
)  # fmt: skip


def codes_of(record: Record) -> tuple[str, ...]:
    """Return the codes of a unit, or of the laboratory that it is: today’s first, then the former ones."""
    today = record.get("code")
    return (*((str(today),) if today else ()), *members(record, "former_codes"))
