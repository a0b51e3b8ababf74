"""Saved views: what an office shows of a list, under a name of its own."""

from desktop_app.domain.entity import Entity, Field, Section
from desktop_app.domain.types import Link, Text
from desktop_app.domain.words import Words

SAVED_VIEW = Entity(
    "saved_view", "SV", "Vues enregistrées", "Saved views", Words("vue", "view"), (
        Section("Vue", "View", (
            Field("name", Text(), "Nom de la vue", "Name of the view", required=True, listed=True),
            Field("list", Text(), "Liste de la vue", "List of the view", required=True, listed=True),
            # JSON: conditions, order, groups, columns, widths, density; the window alone reads it.
            Field("contents", Text(lines=True), "Contenu de la vue", "Contents of the view", private=True),
            Field("office", Link("office"), "Bureau de la vue", "Office of the view", listed=True),
        )),
    ),
    title=(("name",),), subtitle=("list",),
)  # fmt: skip
