"""The form of a person: who, where, how to be reached, and on what ground the office keeps it."""

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.person import AFFILIATION, PERSON
from desktop_app.domain.words import Words
from desktop_app.gui.record_form.any import OVERVIEW
from desktop_app.gui.record_form.builder import Builder
from desktop_app.gui.record_form.part_row import PartSpec
from desktop_app.gui.record_form.related import Related, linked_by, through_parties

_AFFILIATIONS = PartSpec(
    AFFILIATION, "person", ("partner", "unit", "position", "since_on", "until_on"), AFFILIATION.words,
    Words("Ajouter un rattachement", "Add an affiliation"), button=True,
)  # fmt: skip


def person_screen(builder: Builder) -> None:
    """Put the form of a person together."""
    sheet = builder.sheet(OVERVIEW)
    sheet.row("family_name", "given_name")
    sheet.row("title", "position")
    sheet.row("partner", "unit")
    sheet.row("office", "orcid")
    sheet.section(PERSON.sections[1].words)
    sheet.row("email", "phone")
    sheet.wide("notes")
    sheet.section(Words("Rattachements, par date", "Affiliations, by date"))
    sheet.whole(builder.table(_AFFILIATIONS))
    sheet.section(PERSON.sections[2].words)
    sheet.row("basis", "purpose")
    sheet.row("origin", "informed_on")
    sheet.row("checked_on", "objects")
    sheet.row("restricted")
    builder.close(sheet)
    builder.related(
        linked_by("mission", "person"),
        Related("instrument.party", INSTRUMENT.words, INSTRUMENT, through_parties("person")),
        linked_by("mission", "contact", Words("Missions reçues", "Missions received"), begin=False),
        linked_by("event", "participants"),
    )
