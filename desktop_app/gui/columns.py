"""Columns of lists: how a record becomes ready cells. Any field has one; what is composed by hand is a function here.

A cell function takes the record and a Glance, which knows the language, the day and the linked records.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.dates import first_day, last_day, show_date
from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.types import Amount, Choice, Integer, Link
from desktop_app.domain.values import Record, Showing, Value
from desktop_app.domain.words import Words
from desktop_app.gui import hues
from desktop_app.gui.cells import EMPTY, Cell, Tone
from desktop_app.gui.words import tr

SOON_DAYS = 120


@dataclass(frozen=True)
class Glance:
    """What cells need beside their record."""

    showing: Showing
    today: date
    record: Callable[[str, str], Record | None]  # entity, id
    parts: Mapping[str, Mapping[str, Sequence[Record]]]  # entity, id of the owner

    @property
    def lang(self) -> str:
        """The language of the screen."""
        return self.showing.lang

    def parts_of(self, entity: str, record: Record) -> Sequence[Record]:
        """Return the records of a kind that belong to a record."""
        return self.parts.get(entity, {}).get(str(record["id"]), ())

    def showing_of(self, name: str, record: Record) -> str:
        """Return the linked records of a field in words."""
        value = record.get(name)
        return ", ".join(self.showing.label(str(id_)) for id_ in value) if isinstance(value, tuple) else ""

    def country_of(self, entity: str, id_: Value) -> str:
        """Return the country of a linked record, in words."""
        linked = self.record(entity, str(id_)) if id_ else None
        country = linked.get("country") if linked else None
        return self.showing.label(str(country)) if country else ""


MakeCell = Callable[[Record, Glance], Cell]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: heading, cells, the field to sort by, its width at the usual text size, and whether it stretches."""

    name: str
    words: Words
    cell: MakeCell
    sort: str = ""
    width: int = 120
    stretch: bool = False
    right: bool = False


def of_field(field: Field, *, width: int = 0, stretch: bool = False) -> Column:
    """Return the column of any field."""
    right = isinstance(field.type, Amount | Integer)
    return Column(field.name, field.words, _cell_of(field), field.name, width or _width(field), stretch, right)


def of_entity(entity: Entity) -> dict[str, Column]:
    """Return a column for each field of an entity."""
    return {field.name: of_field(field) for field in entity}


def _width(field: Field) -> int:
    kind = type(field.type).__name__
    return {"Day": 100, "Integer": 90, "Amount": 110, "Flag": 90, "Code": 110, "Choice": 150}.get(kind, 180)


def _cell_of(field: Field) -> MakeCell:
    type_, name = field.type, field.name
    right = isinstance(type_, Amount | Integer)
    if isinstance(type_, Choice) and type_.list in ("instrument_statuses", "mission_statuses", "partner_statuses"):
        return lambda record, glance: choice_chip(type_, record.get(name), glance)
    if isinstance(type_, Link) and type_.entity == "instrument_type":
        return type_chip
    return lambda record, glance: Cell(type_.show(record.get(name), glance.showing), right=right)


def choice_chip(type_: Choice, code: Value, glance: Glance) -> Cell:
    """Show an option as a chip with its icon and its word."""
    if code is None:
        return EMPTY
    look = hues.of_choice(type_.list, code)
    return Cell(type_.show(code, glance.showing), hue=look.hue, icon=look.icon)


def type_chip(record: Record, glance: Glance) -> Cell:
    """Show the type of an instrument as a chip with its code."""
    type_ = glance.record("instrument_type", str(record.get("type"))) if record.get("type") else None
    if type_ is None:
        return EMPTY
    return Cell(str(type_["code"]), hue=hues.of_type(type_["code"]).hue)


def named(first: Sequence[str], second: Sequence[str], entity: Entity) -> MakeCell:
    """Return a two-line cell: the first of some fields that is filled, in bold; others below, with dots between."""

    def make(record: Record, glance: Glance) -> Cell:
        def shown(name: str) -> str:
            return entity.fields[name].type.show(record.get(name), glance.showing)

        title = next((text for name in first if (text := shown(name))), str(record.get("ref") or ""))
        below = dict.fromkeys(text for name in second if (text := shown(name)) and text != title)
        return Cell(title, " · ".join(below), bold=True)

    return make


def pair(first: str, second: str, entity: Entity) -> MakeCell:
    """Return a two-line cell of two fields."""

    def make(record: Record, glance: Glance) -> Cell:
        above, below = (entity.fields[name].type.show(record.get(name), glance.showing) for name in (first, second))
        return Cell(above, below) if above else Cell(below)

    return make


# Instruments ---------------------------------------------------------------------------------------------------------

_LEADS = ("lead_foreign", "partner", "host", "supervisor", "associate", "member", "supervising_ministry", "lead_french")


def main_partner(record: Record, glance: Glance) -> Cell:
    """Show the partner that leads, its country, and how many others there are."""
    partners = [party for party in glance.parts_of("party", record) if party.get("partner")]
    if not partners:
        countries = glance.showing_of("countries", record)
        return Cell(countries, tone="muted") if countries else EMPTY
    partners.sort(key=lambda party: _LEADS.index(str(party["role"])) if party["role"] in _LEADS else len(_LEADS))
    lead = partners[0]["partner"]
    others = len({party["partner"] for party in partners}) - 1
    country = glance.country_of("partner", lead)
    second = " · ".join(part for part in (country, f"+{others}" if others else "") if part)
    return Cell(glance.showing.label(str(lead)), second, more=others)


def main_partner_short(record: Record, glance: Glance) -> Cell:
    """Show the partner that leads and how many others there are, in one line."""
    return main_partner(record, glance)._replace(second="")


def mirror_unit(record: Record, glance: Glance) -> Cell:
    """Show the French mirror unit, or the French lead."""
    for role in ("mirror_unit", "lead_french"):
        for party in glance.parts_of("party", record):
            if party["role"] == role and party.get("unit"):
                unit = glance.record("unit", str(party["unit"]))
                return Cell(str(unit["code"] or glance.showing.label(str(party["unit"]))) if unit else "", tone="muted")
    return EMPTY


def period(record: Record, glance: Glance) -> Cell:
    """Show the years of an instrument, and a bar that says how much of them is over."""
    start, end = record.get("starts_on"), record.get("ends_on")
    if not start and not end:
        return EMPTY
    if not end:
        return Cell(tr("since {year}").format(year=str(start)[:4]), tone="muted")
    if not start:
        return Cell(tr("until {year}").format(year=str(end)[:4]), tone="muted")
    tone: Tone = _BAR_TONES.get(str(record.get("status")), "muted")
    return Cell(f"{str(start)[:4]}–{str(end)[:4]}", tone=tone, part=_part_over(str(start), str(end), glance.today))


_BAR_TONES: dict[str, Tone] = {"to_renew": "warn", "report_due": "error"}


def _part_over(start: str, end: str, today: date) -> float:
    first, last = first_day(start), last_day(end)
    return min(1.0, max(0.0, (today - first).days / max(1, (last - first).days)))


def next_deadline(record: Record, glance: Glance) -> Cell:
    """Show the next step that is due, or the one that is late."""
    due = [step for step in glance.parts_of("milestone", record) if step.get("due_on") and not step.get("done_on")]
    if not due:
        return Cell("—", tone="muted")
    step = min(due, key=lambda one: str(one["due_on"]))
    words = Choice("milestone_kinds").show(step["kind"], glance.showing)
    when = str(step["due_on"])
    days = (last_day(when) - glance.today).days
    if days < 0:
        return Cell(words, tr("%n day(s) late", "", -days), tone="error")
    if days <= SOON_DAYS:
        mine = step["kind"] in ("renewal_file", "final_report", "annual_report", "budget")
        return Cell(words, tr("in %n day(s)", "", days), tone="warn" if mine else "text")
    return Cell(words, show_date(when, glance.lang))


# Missions ------------------------------------------------------------------------------------------------------------


def journey(record: Record, glance: Glance) -> Cell:
    """Show the days of a mission, and how many they are."""
    start, end = record.get("starts_on"), record.get("ends_on")
    if not start:
        return EMPTY
    if not end or end == start:
        return Cell(show_date(str(start), glance.lang))
    days = ""
    if len(str(start)) == len(str(end)) == 10:
        days = tr("%n day(s)", "", (last_day(str(end)) - first_day(str(start))).days + 1)
    return Cell(show_span(str(start), str(end), glance.lang), days)


def show_span(start: str, end: str, lang: str) -> str:
    """Show two dates without saying month and year twice: 24–28 Nov 2025, 28/11–03/12/2025."""
    last = show_date(end, lang)
    if len(start) != 10 or len(end) != 10 or start[:4] != end[:4]:
        return f"{show_date(start, lang)} – {last}"
    first, dash = show_date(start, lang), "–"
    first = first.removesuffix(f"/{start[:4]}").removesuffix(f" {start[:4]}")
    if start[:7] == end[:7]:
        first = first[:2] if lang == "fr" else first.split(" ")[0]
    elif lang != "fr":
        dash = " – "
    return f"{first}{dash}{last}"


def money(amount: str, currency: str) -> MakeCell:
    """Return a cell of an amount with its currency."""

    def make(record: Record, glance: Glance) -> Cell:
        value = record.get(amount)
        if value is None:
            return EMPTY
        sign = _SIGNS.get(str(record.get(currency)), str(record.get(currency) or ""))
        return Cell(f"{Amount().show(value, glance.showing)}\u202f{sign}".strip(), right=True)

    return make


_SIGNS = {"EUR": "€"}


def mission_frame(record: Record, glance: Glance) -> Cell:
    """Show what a mission is for: its instrument, else its partner."""
    instrument, partner = record.get("instrument"), record.get("partner")
    names = [glance.showing.label(str(id_)) for id_ in (instrument, partner) if id_]
    return Cell(names[0], names[1] if len(names) > 1 else "") if names else EMPTY


# People --------------------------------------------------------------------------------------------------------------


def organisation(record: Record, glance: Glance) -> Cell:
    """Show where a person works: partner, unit or office, and its country."""
    for name in ("partner", "unit", "office"):
        if id_ := record.get(name):
            return Cell(glance.showing.label(str(id_)), glance.country_of(name, id_))
    return EMPTY


def person_name(record: Record, glance: Glance) -> Cell:
    """Show a person's name, family name in capitals as French offices write it, and the position."""
    del glance
    parts = (str(record.get("family_name") or "").upper(), str(record.get("given_name") or ""))
    return Cell(" ".join(part for part in parts if part), str(record.get("position") or ""), bold=True)


def traveller(record: Record, glance: Glance) -> Cell:
    """Show who travels, and from which unit."""
    person, unit = record.get("person"), record.get("unit")
    linked = glance.record("unit", str(unit)) if unit else None
    below = " ".join(str(linked[name]) for name in ("code", "acronym") if linked.get(name)) if linked else ""
    name = glance.showing.label(str(person)) if person else str(record.get("ref") or "")
    return Cell(name, below, bold=True)


def partner_kind(record: Record, glance: Glance) -> Cell:
    """Show the kind of a partner as a chip."""
    return choice_chip(Choice("partner_kinds"), record.get("kind"), glance)


def instruments_of(record: Record, glance: Glance) -> Cell:
    """Show the instruments that a partner takes part in: how many, and the first of them."""
    ids = dict.fromkeys(str(party["instrument"]) for party in glance.parts_of("party", record))
    if not ids:
        return EMPTY
    names = sorted(glance.showing.label(id_) for id_ in ids)
    return Cell(", ".join(names[:2]), tr("%n instrument(s)", "", len(names)), more=max(0, len(names) - 2))


def since(record: Record, glance: Glance) -> Cell:
    """Show since when somebody is a partner."""
    value = record.get("since_on")
    return Cell(show_date(str(value), glance.lang), tone="muted") if value else EMPTY
