"""The form of a mission: who, when, where, what for, on whose money; dates are understood as people say them."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QLabel

from desktop_app.domain.dates_range import days_between
from desktop_app.domain.instrument_parts import FUNDING
from desktop_app.domain.leg import LEG
from desktop_app.domain.mission import MISSION, proposed_status
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.gui.editors.cities import Cities
from desktop_app.gui.editors.day import DayEditor
from desktop_app.gui.editors.tokens import TokensEditor
from desktop_app.gui.parts import Worded
from desktop_app.gui.record_form.any import OVERVIEW
from desktop_app.gui.record_form.builder import Builder, Fields
from desktop_app.gui.record_form.event import funding_of
from desktop_app.gui.record_form.journey import JourneyNotes
from desktop_app.gui.record_form.part_row import PartSpec
from desktop_app.gui.record_form.parts import PartTable
from desktop_app.gui.words import tr


class Days(Worded, QLabel):
    """How many days a mission lasts, beside its last day."""

    def __init__(self, fields: Fields) -> None:
        super().__init__()
        self._fields = fields
        self.setProperty("kind", "muted")

    def retranslate(self) -> None:
        """Count the days again."""
        ends = [self._fields.value(name) for name in ("starts_on", "ends_on")]
        count = days_between(*(str(end) if end else None for end in ends))
        self.setText(tr("%n day(s)", "", count) if count else "")
        self.setVisible(count is not None)


def mission_screen(builder: Builder) -> None:
    """Put the form of a mission together."""
    fields = builder.fields
    sheet = builder.sheet(OVERVIEW)
    sheet.wide("person")
    sheet.row("starts_on", "ends_on")
    start, end = (sheet.cells[name].editor for name in ("starts_on", "ends_on"))
    if isinstance(start, DayEditor) and isinstance(end, DayEditor):
        start.read_ranges_into(end)
    days = Days(fields)
    sheet.cells["ends_on"].add_beside(days)
    sheet.row("cities", "partner")
    sheet.row("instrument", "purpose")
    sheet.row("countries", "contact")
    sheet.row("kind", "direction")
    sheet.row("status", "event")
    sheet.row("unit", "private_days")
    thoughts = JourneyNotes(builder)
    sheet.whole(thoughts)
    sheet.section(LEG.words)
    legs = builder.table(legs_of(fields))
    sheet.whole(legs)
    sheet.section(MISSION.sections[2].words)
    sheet.row("payer", "order_type")
    sheet.row("cost", "currency")
    sheet.row("number", "transport")
    sheet.row("nights", "lodged")
    sheet.row("meals", "allowance")
    sheet.beside(FUNDING.words, builder.table(funding_of("mission")))
    sheet.section(MISSION.sections[3].words)
    sheet.row("institute", "report_on")
    sheet.row("visa", "ariane")
    sheet.row("opinion_needed", "opinion_asked_on")
    sheet.row("opinion_got_on")
    sheet.wide("notes")
    builder.close(sheet)
    fields.when(("starts_on", "ends_on"), lambda _by_user: days.retranslate())
    fields.changed.connect(days.retranslate)
    thoughts.follow(legs)
    fields.when(("",), lambda by_user: _from_legs(fields, legs) if by_user else None)
    fields.when(("person",), lambda by_user: _from_person(fields) if by_user else None)
    fields.when(("starts_on", "ends_on"), lambda by_user: _status(fields) if by_user else None)
    fields.when(("partner",), lambda by_user: _from_partner(fields) if by_user else None)
    fields.when(("cost",), lambda by_user: _currency(fields) if by_user else None)
    _offer_cities(builder)


def legs_of(fields: Fields) -> PartSpec:
    """Return the table of the legs: each begins where the last one ends."""

    def propose(rows: Sequence[Record]) -> Mapping[str, Value]:
        last = max((str(row["ends_on"]) for row in rows if row.get("ends_on")), default=None)
        start = last or fields.value("starts_on")
        return {"number": len(rows) + 1, "starts_on": start, "ends_on": fields.value("ends_on")}

    return PartSpec(
        LEG, "mission", ("country", "city", "starts_on", "ends_on", "partner"), LEG.words,
        Words("Ajouter une étape : pays…", "Add a leg: country…"), propose=propose,
    )  # fmt: skip


def _from_legs(fields: Fields, legs: PartTable) -> None:
    """Let the mission name the places of its legs too: lists, reports and workbooks know those."""
    rows = [shown.values() for shown in legs.rows if shown.changes()]
    for name, of_leg in (("countries", "country"), ("cities", "city")):
        held = fields.value(name)
        known = set(held) if isinstance(held, tuple) else set()
        named = {str(row[of_leg]) for row in rows if row.get(of_leg)}
        if named - known:
            fields.put(name, tuple(sorted(known | named)))


def _offer_cities(builder: Builder) -> None:
    """Propose the cities that are known; one that is added brings its country along."""
    fields, known = builder.fields, Cities(builder.workspace)
    editor, held = fields.cells["cities"].editor, set[str]()
    if isinstance(editor, TokensEditor):
        editor.propose_from(known)

    def follow(*, by_user: bool) -> None:
        cities = fields.value("cities")
        added = set(cities if isinstance(cities, tuple) else ()) - held
        held.clear()
        held.update(cities if isinstance(cities, tuple) else ())
        if by_user:
            _add_countries(fields, {country for city in added if (country := known.country_of(city))})

    fields.when(("cities",), lambda by_user: follow(by_user=by_user))


def _add_countries(fields: Fields, countries: set[str]) -> None:
    present = fields.value("countries")
    named = set(present) if isinstance(present, tuple) else set()
    if countries - named:
        fields.put("countries", tuple(sorted(named | countries)))


def _from_person(fields: Fields) -> None:
    """Propose the traveller's unit."""
    person = fields.linked("person")
    if person and person.get("unit") and fields.value("unit") is None:
        fields.put("unit", person["unit"])


def _status(fields: Fields) -> None:
    """Propose the status that the days speak for."""
    start, end = (fields.value(name) for name in ("starts_on", "ends_on"))
    today = date.today()  # noqa: DTZ011  (the office's own day)
    fields.propose("status", proposed_status(str(start) if start else None, str(end) if end else None, today))


def _currency(fields: Fields) -> None:
    """Propose euros for what a mission cost: reports add up no amount whose currency nobody said."""
    if fields.value("cost") is not None:
        fields.propose("currency", "EUR")


def _from_partner(fields: Fields) -> None:
    """Propose the place of the partner."""
    partner = fields.linked("partner")
    if not partner:
        return
    if fields.value("countries") is None and partner.get("country"):
        fields.put("countries", (str(partner["country"]),))
    if fields.value("cities") is None and partner.get("city"):
        fields.put("cities", (str(partner["city"]),))
