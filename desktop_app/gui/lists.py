"""The four lists: their columns in both densities, their built-in views, and how they are sorted at first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.domain.entity import Entity
from desktop_app.domain.ids import derived_id
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.gui import columns as cells
from desktop_app.gui.columns import Column
from desktop_app.gui.words import mark


class Condition(NamedTuple):
    """One condition of a list, as the base understands it: is, is_not, in, contains, from, until, empty, filled."""

    field: str
    op: str
    value: Value = None


class View(NamedTuple):
    """A built-in view: a tab above the list."""

    name: str
    text: str
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class ListSpec:
    """Everything that tells one list from another. `parts`: records that belong to those of the list and show in it."""

    entity: Entity
    new: str  # the words of the button that adds one
    count: str  # with %n
    empty: str  # the next step, where there is nothing yet
    columns: Mapping[str, Column]
    comfortable: tuple[str, ...]
    compact: tuple[str, ...]
    views: tuple[View, ...]
    sort: tuple[tuple[str, bool], ...]
    parts: tuple[str, ...] = ()


def _columns(entity: Entity, *made: Column) -> dict[str, Column]:
    return {**cells.of_entity(entity), **{column.name: column for column in made}}


_INSTRUMENT_NAME = cells.named(("acronym", "title", "code"), ("title",), INSTRUMENT)
_PARTNER_NAME = cells.named(("name",), ("acronym", "local_name"), PARTNER)
_OVER = ("ended", "report_due", "report_received", "closed", "transformed", "abandoned", "not_selected")

INSTRUMENTS = ListSpec(
    entity=INSTRUMENT,
    new=mark("New instrument"),
    count=mark("%n instrument(s)"),
    empty=mark("No instruments yet. Add one, or receive a spreadsheet."),
    columns=_columns(
        INSTRUMENT,
        Column("type", Words("Type", "Type"), cells.type_chip, "type", 84),
        Column("name", Words("Instrument", "Instrument"), _INSTRUMENT_NAME, "acronym", 220, stretch=True),
        Column("partner", Words("Partenaire principal", "Main partner"), cells.main_partner, width=190, stretch=True),
        Column("lead", Words("Partenaire principal", "Main partner"), cells.main_partner_short, width=190,
               stretch=True),
        Column("mirror", Words("Unité miroir", "Mirror unit"), cells.mirror_unit, width=96),
        Column("period", Words("Période", "Period"), cells.period, "starts_on", 96),
        cells.of_field(INSTRUMENT.fields["status"], width=130),
        Column("deadline", Words("Échéance", "Next deadline"), cells.next_deadline, width=128),
    ),
    comfortable=("type", "name", "partner", "period", "status", "deadline"),
    compact=("type", "acronym", "title", "lead", "countries", "mirror", "period", "status", "deadline"),
    views=(
        View("all", mark("All")),
        View("active", mark("Active"), (Condition("status", "in", ("active", "signed", "to_renew", "renewal_asked")),)),
        View("to_renew", mark("To renew"), (Condition("status", "in", ("to_renew", "renewal_asked")),)),
        View("umifre", mark("UMIFRE"), (Condition("type", "is", derived_id("instrument_type", "UMIFRE")),)),
        View("closed", mark("Closed"), (Condition("status", "in", _OVER),)),
    ),
    sort=(("acronym", False),),
    parts=("party", "milestone"),
)  # fmt: skip

PARTNERS = ListSpec(
    entity=PARTNER,
    new=mark("New partner"),
    count=mark("%n partner(s)"),
    empty=mark("No partners yet. Add one, or receive a spreadsheet."),
    columns=_columns(
        PARTNER,
        Column("partner", Words("Partenaire", "Partner"), _PARTNER_NAME, "name", 260, stretch=True),
        Column("kind", Words("Nature", "Kind"), cells.partner_kind, "kind", 180),
        Column("place", Words("Pays", "Country"), cells.pair("country", "city", PARTNER), "country", 150),
        Column("parent", Words("Rattachement", "Parent"), cells.linked("parent", "partner"), "parent", 170,
               stretch=True),
        cells.of_field(PARTNER.fields["status"], width=126),
        cells.of_field(PARTNER.fields["since_on"], width=100),
    ),
    comfortable=("partner", "kind", "place", "parent", "status", "since_on"),
    compact=("name", "acronym", "local_name", "kind", "country", "city", "parent", "status", "since_on", "website"),
    views=(
        View("all", mark("All")),
        View("active", mark("Active"), (Condition("status", "is", "active"),)),
        View("universities", mark("Universities"), (Condition("kind", "in", ("university", "higher_education")),)),
        View("embassies", mark("Embassies"), (Condition("kind", "in", ("embassy", "consulate")),)),
    ),
    sort=(("name", False),),
)  # fmt: skip

MISSIONS = ListSpec(
    entity=MISSION,
    new=mark("New mission"),
    count=mark("%n mission(s)"),
    empty=mark("No missions yet. Add one, or receive a spreadsheet."),
    columns=_columns(
        MISSION,
        Column("traveller", Words("Missionnaire", "Traveller"), cells.traveller, "person", 180, stretch=True),
        Column("days", Words("Dates", "Dates"), cells.journey, "starts_on", 150),
        Column("place", Words("Lieu", "Place"), cells.pair("cities", "countries", MISSION), "", 140, stretch=True),
        Column("frame", Words("Cadre", "For"), cells.mission_frame, "instrument", 170, stretch=True),
        Column("purpose", Words("Motif", "Purpose"), cells.pair("purpose", "kind", MISSION), "purpose", 150),
        cells.of_field(MISSION.fields["status"], width=120),
        Column("cost", Words("Coût", "Cost"), cells.money("cost", "currency"), "cost", 96, right=True),
    ),
    comfortable=("traveller", "days", "place", "frame", "purpose", "status", "cost"),
    compact=("number", "person", "unit", "starts_on", "ends_on", "countries", "cities", "partner", "instrument",
             "purpose", "status", "cost"),
    views=(
        View("all", mark("All")),
        View("planned", mark("Planned"), (Condition("status", "in", ("planned", "validated", "under_way")),)),
        View("done", mark("Done"), (Condition("status", "is", "done"),)),
        View("hosting", mark("Hosting"), (Condition("kind", "is", "hosting"),)),
        View("tours", mark("Tours of the zone"), (Condition("kind", "is", "tournee"),)),
    ),
    sort=(("starts_on", True),),
)  # fmt: skip

PEOPLE = ListSpec(
    entity=PERSON,
    new=mark("New person"),
    count=mark("%n person(s)"),
    empty=mark("Nobody yet. Add a person, or receive a spreadsheet."),
    columns=_columns(
        PERSON,
        Column("name", Words("Personne", "Person"), cells.person_name, "family_name", 200, stretch=True),
        Column("organisation", Words("Organisme", "Organisation"), cells.organisation, "partner", 220, stretch=True),
        cells.of_field(PERSON.fields["email"], width=210, stretch=True),
        cells.of_field(PERSON.fields["phone"], width=140),
        cells.of_field(PERSON.fields["checked_on"], width=110),
    ),
    comfortable=("name", "organisation", "email", "phone", "checked_on"),
    compact=("family_name", "given_name", "title", "position", "partner", "unit", "email", "phone", "checked_on"),
    views=(
        View("all", mark("All")),
        View("contacts", mark("At partners"), (Condition("partner", "filled"),)),
        View("cnrs", mark("In CNRS units"), (Condition("unit", "filled"),)),
        View("basis", mark("No legal basis"), (Condition("basis", "empty"),)),
    ),
    sort=(("family_name", False),),
)  # fmt: skip
