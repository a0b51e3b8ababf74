"""The five lists: their columns in both densities, their built-in views, and how they are sorted at first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.domain.entity import Entity
from desktop_app.domain.event import EVENT
from desktop_app.domain.ids import derived_id
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.leading import (
    INSTRUMENTS_OF,
    MAIN_PARTNER,
    MIRROR_UNIT,
    NEXT_STEP,
    NEXT_STEP_ON,
    NEXT_TASK_ON,
    field_at,
)
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import EMBASSIES, PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.types import Link
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.gui.lists import columns, list_cells
from desktop_app.gui.lists.columns import Column
from desktop_app.gui.words import mark, tr


class Condition(NamedTuple):
    """One condition of a list, as the base understands it: is, in, contains, from, until, between, still, empty, filled…"""

    field: str
    op: str
    value: Value | tuple[Value, ...] = None


class View(NamedTuple):
    """A built-in view: a tab above the list."""

    name: str
    text: Callable[[], str]
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class ListSpec:
    """Everything that tells one list from another. `parts`: other records that show in it, and their link to it."""

    entity: Entity
    new: str  # the words of the button that adds one
    count: Callable[[int], str]
    empty: str  # the next step, where there is nothing yet
    columns: Mapping[str, Column]
    comfortable: tuple[str, ...]
    compact: tuple[str, ...]
    views: tuple[View, ...]
    sort: tuple[tuple[str, bool], ...]
    parts: tuple[tuple[str, str], ...] = ()

    def linked_orders(self) -> list[str]:
        """Return the fields of its usual columns that sort by the names of linked records."""
        shown = (self.columns[name].sort for name in (*self.comfortable, *self.compact))
        return [name for name in dict.fromkeys(shown) if name and isinstance(field_at(self.entity, name).type, Link)]


def _columns(entity: Entity, *made: Column) -> dict[str, Column]:
    return {**columns.of_entity(entity), **{column.name: column for column in made}}


_INSTRUMENT_NAME = columns.named(("acronym", "title", "code"), ("title",), INSTRUMENT)
_TITLE = columns.plain("title", INSTRUMENT)
_ACRONYM = columns.named(("acronym", "code"), (), INSTRUMENT)
_PARTNER_NAME = columns.named(("name",), ("acronym", "local_name"), PARTNER)
_DEADLINE = ("deadline_on", "deadline_what")
_RUNNING = ("active", "signed", "to_renew", "renewal_asked")
_OVER = ("ended", "report_due", "report_received", "closed", "transformed", "abandoned", "not_selected")

INSTRUMENTS = ListSpec(
    entity=INSTRUMENT,
    new=mark("New instrument"),
    count=lambda n: tr("%n instrument(s)", "", n),
    empty=mark("No instruments yet. Add one, or drop a spreadsheet here."),
    columns=_columns(
        INSTRUMENT,
        Column("type", Words("Type", "Type"), columns.type_chip, "type", 88),
        Column("name", Words("Instrument", "Instrument"), _INSTRUMENT_NAME, "acronym", 220, stretch=True,
               flat=("acronym", "title_here")),
        Column("partner", Words("Partenaire", "Main partner"), list_cells.main_partner, MAIN_PARTNER.name, 190, stretch=True,
               flat=("lead", "country")),
        Column("lead", Words("Partenaire", "Main partner"), list_cells.main_partner_short, MAIN_PARTNER.name, 190, stretch=True),
        Column("acronym", INSTRUMENT.fields["acronym"].words, _ACRONYM, "acronym", 150, stretch=True),
        Column("country", Words("Pays", "Country"), list_cells.countries, "countries", 110),
        Column("mirror", Words("Unité miroir", "Mirror unit"), list_cells.mirror_unit, MIRROR_UNIT.name, 96),
        Column("period", Words("Période", "Period"), list_cells.period, "starts_on", 116),
        columns.of_field(INSTRUMENT.fields["status"], width=142),
        columns.of_field(INSTRUMENT.fields["title"], width=220),
        Column("title_here", INSTRUMENT.fields["title"].words, _TITLE, "title", 220, stretch=True),
        Column("deadline", Words("Échéance", "Next deadline"), list_cells.next_deadline, NEXT_STEP_ON.name, 150,
               flat=_DEADLINE),
        Column("deadline_line", Words("Échéance", "Deadline"), list_cells.next_deadline_in_line, NEXT_STEP_ON.name, 280,
               stretch=True, flat=_DEADLINE),
        Column("deadline_on", Words("Échéance le", "Due on"), list_cells.deadline_day, NEXT_STEP_ON.name, 100),
        Column("deadline_what", Words("Étape à venir", "Next step"), list_cells.deadline_step, NEXT_STEP.name, 180),
    ),
    comfortable=("type", "name", "partner", "period", "status", "deadline"),
    compact=("type", "acronym", "title_here", "lead", "country", "mirror", "period", "status", "deadline_line"),
    views=(
        View("all", lambda: tr("All", "instruments")),
        View("active", lambda: tr("Active", "instruments"), (Condition("status", "in", _RUNNING),)),
        View("to_renew", lambda: tr("To renew", "instruments"),
              (Condition("status", "in", ("to_renew", "renewal_asked")),)),
        View("umifre", lambda: tr("UMIFRE", "instruments"),
              (Condition("type", "is", derived_id("instrument_type", "UMIFRE")),)),
        View("closed", lambda: tr("Closed", "instruments"), (Condition("status", "in", _OVER),)),
    ),
    sort=(("acronym", False),),
    parts=(("party", "instrument"), ("milestone", "instrument")),
)  # fmt: skip

PARTNERS = ListSpec(
    entity=PARTNER,
    new=mark("New partner"),
    count=lambda n: tr("%n partner(s)", "", n),
    empty=mark("No partners yet. Add one, or drop a spreadsheet here."),
    columns=_columns(
        PARTNER,
        Column("partner", Words("Partenaire", "Partner"), _PARTNER_NAME, "name", 280, stretch=True,
               flat=("name", "acronym", "local_name")),
        Column("kind", Words("Nature", "Kind"), list_cells.partner_kind, "kind", 120),
        Column("place", Words("Pays", "Country"), columns.pair("country", "city", PARTNER), "country", 116,
               flat=("country", "city")),
        Column("instruments", Words("Instruments", "Instruments"), list_cells.instruments_of, INSTRUMENTS_OF.name, 140,
               stretch=True),
        columns.of_field(PARTNER.fields["status"], width=104),
        Column("since", Words("Depuis", "Since"), list_cells.since, "since_on", 68, flat=("since_on",)),
    ),
    comfortable=("partner", "kind", "place", "instruments", "status"),
    compact=("name", "acronym", "local_name", "kind", "country", "city", "parent", "status", "since_on", "website"),
    views=(
        View("all", lambda: tr("All", "partners")),
        View("active", lambda: tr("Active", "partners"), (Condition("status", "is", "active"),)),
        View("universities", lambda: tr("Universities", "partners"),
              (Condition("kind", "in", ("university", "higher_education")),)),
        View("embassies", lambda: tr("Embassies", "partners"), (Condition("kind", "in", EMBASSIES),)),
    ),
    sort=(("name", False),),
    parts=(("party", "partner"),),
)  # fmt: skip

MISSIONS = ListSpec(
    entity=MISSION,
    new=mark("New mission"),
    count=lambda n: tr("%n mission(s)", "", n),
    empty=mark("No missions yet. Add one, or drop a spreadsheet here."),
    columns=_columns(
        MISSION,
        Column("traveller", Words("Missionnaire", "Traveller"), list_cells.traveller, "person", 200, stretch=True,
               flat=("person", "unit")),
        Column("days", Words("Dates", "Dates"), list_cells.journey, "starts_on", 154),
        Column("place", Words("Lieu", "Place"), columns.pair("cities", "countries", MISSION), "cities", 130,
               edits="cities", flat=("cities", "countries")),
        Column("frame", Words("Cadre", "For"), list_cells.mission_frame, "instrument", 160, stretch=True,
               flat=("instrument", "partner", "purpose")),
        Column("purpose", Words("Motif", "Purpose"), columns.pair("purpose", "kind", MISSION), "purpose", 150),
        columns.of_field(MISSION.fields["number"], width=150),
        columns.of_field(MISSION.fields["status"], width=120),
        Column("cost", Words("Coût", "Cost"), list_cells.money("cost", "currency"), "cost", 92, right=True),
    ),
    comfortable=("traveller", "days", "place", "frame", "status", "cost"),
    compact=("number", "person", "unit", "starts_on", "ends_on", "countries", "cities", "partner", "instrument",
             "purpose", "status", "cost"),
    views=(
        View("all", lambda: tr("All", "missions")),
        View("planned", lambda: tr("Planned", "missions"),
              (Condition("status", "in", ("planned", "validated", "under_way")),)),
        View("done", lambda: tr("Done", "missions"), (Condition("status", "is", "done"),)),
        View("hosting", lambda: tr("Hosting", "missions"), (Condition("kind", "is", "hosting"),)),
        View("tours", lambda: tr("Tours of the zone", "missions"), (Condition("kind", "is", "tournee"),)),
    ),
    sort=(("starts_on", True),),
)  # fmt: skip

EVENTS = ListSpec(
    entity=EVENT,
    new=mark("New event"),
    count=lambda n: tr("%n event(s)", "", n),
    empty=mark("No events yet. Add a delegation, a visit or a meeting, or drop a spreadsheet here."),
    columns=_columns(
        EVENT,
        Column("name", Words("Évènement", "Event"), columns.named(("title",), ("kind",), EVENT), "title", 260, stretch=True,
               flat=("title", "kind")),
        Column("days", Words("Dates", "Dates"), list_cells.journey, "starts_on", 154),
        Column("place", Words("Lieu", "Place"), columns.pair("city", "country", EVENT), "city", 120,
               flat=("city", "country")),
        Column("with", Words("Avec", "With"), list_cells.takes_part, "partners", 280, stretch=True,
               flat=("partners", "instrument")),
        columns.of_field(EVENT.fields["status"], width=120),
        Column("task", Words("Suites à donner", "Follow-up"), list_cells.next_task, NEXT_TASK_ON.name, 120, stretch=True),
    ),
    comfortable=("name", "days", "place", "with", "status", "task"),
    compact=("kind", "title", "starts_on", "ends_on", "city", "country", "partners", "instrument", "direction", "status",
             "task"),
    views=(
        View("all", lambda: tr("All", "events")),
        View("coming", lambda: tr("To come", "events"),
              (Condition("status", "in", ("idea", "planned", "confirmed", "under_way")),)),
        View("delegations", lambda: tr("Delegations and visits", "events"),
              (Condition("kind", "in", ("delegation", "visit")),)),
        View("co_funded", lambda: tr("Co-funded", "events"), (Condition("kind", "is", "co_funded_event"),)),
        View("follow_up", lambda: tr("To follow up", "events"), (Condition("task.done_on", "empty"),)),
    ),
    sort=(("starts_on", True),),
    parts=(("task", "event"),),
)  # fmt: skip

PEOPLE = ListSpec(
    entity=PERSON,
    new=mark("New person"),
    count=lambda n: tr("%n person(s)", "", n),
    empty=mark("Nobody yet. Add a person, or drop a spreadsheet here."),
    columns=_columns(
        PERSON,
        Column("name", Words("Personne", "Person"), list_cells.person_name, "family_name", 200, stretch=True,
               flat=("family_name", "given_name", "position")),
        Column("organisation", Words("Organisme", "Organisation"), list_cells.organisation, "partner", 220, stretch=True,
               flat=("partner", "unit", "office")),
        Column("contact", Words("Coordonnées", "Contact"), columns.pair("email", "phone", PERSON), "email", 220, stretch=True,
               flat=("email", "phone")),
        columns.of_field(PERSON.fields["checked_on"], width=104),
    ),
    comfortable=("name", "organisation", "contact", "checked_on"),
    compact=("family_name", "given_name", "title", "position", "partner", "unit", "email", "phone", "checked_on"),
    views=(
        View("all", lambda: tr("All", "people")),
        View("contacts", lambda: tr("At partners", "people"), (Condition("partner", "filled"),)),
        View("cnrs", lambda: tr("In CNRS units", "people"), (Condition("unit", "filled"),)),
        View("basis", lambda: tr("No legal basis", "people"), (Condition("basis", "empty"),)),
    ),
    sort=(("family_name", False), ("given_name", False)),
)  # fmt: skip

LISTS: Mapping[str, ListSpec] = {spec.entity.name: spec for spec in (PARTNERS, INSTRUMENTS, MISSIONS, EVENTS, PEOPLE)}
