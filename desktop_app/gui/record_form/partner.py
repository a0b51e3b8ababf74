"""The form of a partner."""

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import PARTY
from desktop_app.domain.partner import ACCESS, PARTNER
from desktop_app.domain.values import Record
from desktop_app.domain.words import Words
from desktop_app.gui.record_form.any import OVERVIEW
from desktop_app.gui.record_form.builder import Builder, Verb
from desktop_app.gui.record_form.part_row import PartSpec
from desktop_app.gui.record_form.related import Given, Related, linked_by, through_parties

_ACCESS = PartSpec(
    ACCESS, "partner", ("infrastructure", "operator", "since_on", "until_on", "contact", "terms"), ACCESS.words,
    Words("Ajouter un accès", "Add an access"),
)  # fmt: skip


def partner_screen(builder: Builder) -> None:
    """Put the form of a partner together."""
    sheet = builder.sheet(OVERVIEW)
    sheet.wide("name")
    sheet.wide("aliases")
    sheet.row("acronym", "kind")
    sheet.row("local_name", "status")
    sheet.row("name_fr", "name_en")
    sheet.section(PARTNER.sections[1].words)
    sheet.row("country", "city")
    sheet.row("website", "ror_id")
    sheet.wide("address")
    sheet.section(PARTNER.sections[2].words)
    sheet.row("since_on", "parent")
    sheet.wide("infrastructures")
    sheet.wide("notes")
    sheet.section(Words("Accès aux infrastructures du CNRS", "Access to CNRS infrastructures"))
    sheet.whole(builder.table(_ACCESS))
    builder.close(sheet)
    builder.verbs.append(
        Verb("new_instrument", Words("Nouvel instrument", "New instrument"), "plus", "Ctrl+Shift+I",
             lambda: builder.begin("instrument.party"))
    )  # fmt: skip
    builder.related(
        linked_by("person", "partner", Words("Contacts", "Contacts")),
        Related("instrument.party", INSTRUMENT.words, INSTRUMENT, through_parties("partner"), _new_instrument),
        linked_by("mission", "partner"),
        linked_by("event", "partners"),
        linked_by("partner", "parent", Words("Établissements rattachés", "Member institutions")),
    )


def _new_instrument(partner: Record) -> Given:
    country = partner.get("country")
    values: Given = ({"countries": (str(country),)} if country else {}, [])
    values[1].append((PARTY, {"role": "lead_foreign", "partner": str(partner["id"])}))
    return values
