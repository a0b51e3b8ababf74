"""Cells that are composed by hand: what an instrument, a mission, a partner or a person shows in its list."""

from datetime import date

from desktop_app.domain.dates import first_day, last_day, show_date, show_span
from desktop_app.domain.dates_range import days_between
from desktop_app.domain.deadlines import NO_MORE
from desktop_app.domain.instrument_parts import LEADS, MIRRORS
from desktop_app.domain.types import Amount, Choice
from desktop_app.domain.values import Record
from desktop_app.gui.lists.columns import Glance, MakeCell, choice_chip
from desktop_app.gui.preferences.deadlines import soon
from desktop_app.gui.table.cells import EMPTY, Cell, Tone
from desktop_app.gui.words import priced, tr

# Instruments ---------------------------------------------------------------------------------------------------------


def main_partner(record: Record, glance: Glance) -> Cell:
    """Show the partner that leads, its country, and how many others there are."""
    partners = [party for party in glance.parts_of("party", record) if party.get("partner")]
    if not partners:
        countries = glance.showing_of("countries", record)
        return Cell(countries, tone="muted") if countries else EMPTY
    partners.sort(key=lambda party: LEADS.index(str(party["role"])) if party["role"] in LEADS else len(LEADS))
    lead = partners[0]["partner"]
    others = len({party["partner"] for party in partners}) - 1
    country = glance.country_of("partner", lead)
    second = " · ".join(part for part in (country, f"+{others}" if others else "") if part)
    return Cell(glance.showing.label(str(lead)), second, more=others)


def main_partner_short(record: Record, glance: Glance) -> Cell:
    """Show the partner that leads and how many others there are, in one line."""
    if not any(party.get("partner") for party in glance.parts_of("party", record)):
        return EMPTY  # its countries stand in a column of their own
    return main_partner(record, glance)._replace(second="")


def countries(record: Record, glance: Glance) -> Cell:
    """Show the countries of an instrument."""
    return Cell(glance.showing_of("countries", record), tone="muted")


def mirror_unit(record: Record, glance: Glance) -> Cell:
    """Show the French mirror unit, or the French lead."""
    for role in MIRRORS:
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
    """Show the next step that is due, or the one that is late; nothing is due of what was closed."""
    step = _next_step(record, glance)
    if step is None:
        return Cell("—", tone="muted")
    words = Choice("milestone_kinds").show(step["kind"], glance.showing)
    when = str(step["due_on"])
    days = (last_day(when) - glance.today).days
    if days < 0:
        return Cell(words, tr("%n day(s) late", "", -days), tone="error")
    if days <= soon.days:
        mine = step["kind"] in ("renewal_file", "final_report", "annual_report", "budget")
        return Cell(words, tr("in %n day(s)", "", days), tone="warn" if mine else "text")
    return Cell(words, show_date(when, glance.lang))


def _next_step(record: Record, glance: Glance) -> Record | None:
    due = [step for step in glance.parts_of("milestone", record) if step.get("due_on") and not step.get("done_on")]
    if not due or record.get("status") in NO_MORE:
        return None
    return min(due, key=lambda one: str(one["due_on"]))


def deadline_day(record: Record, glance: Glance) -> Cell:
    """Show the day of the next step."""
    step = _next_step(record, glance)
    return Cell(show_date(str(step["due_on"]), glance.lang)) if step else EMPTY


def deadline_step(record: Record, glance: Glance) -> Cell:
    """Show what the next step is."""
    step = _next_step(record, glance)
    return Cell(Choice("milestone_kinds").show(step["kind"], glance.showing)) if step else EMPTY


def next_deadline_in_line(record: Record, glance: Glance) -> Cell:
    """Show the next step that is due in one line: first when, which is read even where the line is cut."""
    cell = next_deadline(record, glance)
    return cell._replace(text=f"{cell.second} · {cell.text}", second="") if cell.second else cell


# Missions ------------------------------------------------------------------------------------------------------------


def journey(record: Record, glance: Glance) -> Cell:
    """Show the days of a mission, and how many they are."""
    start, end = record.get("starts_on"), record.get("ends_on")
    if not start:
        return EMPTY
    if not end or end == start:
        return Cell(show_date(str(start), glance.lang))
    span = show_span(str(start), str(end), glance.lang)
    if str(end) < str(start)[: len(str(end))]:
        return Cell(span, tr("ends before it starts"), tone="warn")
    days = days_between(str(start), str(end))
    return Cell(span, tr("%n day(s)", "", days) if days else "")


def money(amount: str, currency: str) -> MakeCell:
    """Return a cell of an amount with its currency."""

    def make(record: Record, glance: Glance) -> Cell:
        value = record.get(amount)
        if value is None:
            return EMPTY
        words = priced(Amount().show(value, glance.showing), str(record.get(currency) or ""))
        return Cell(words, right=True)

    return make


def mission_frame(record: Record, glance: Glance) -> Cell:
    """Show what a mission is for: its instrument, its partner, its purpose; the first two of them."""
    linked = [record.get("instrument"), record.get("partner")]
    names = [glance.showing.label(str(id_)) for id_ in linked if id_]
    names.append(Choice("purposes").show(record.get("purpose"), glance.showing))
    return Cell(names[0], names[1] if len(names) > 1 else "")


# Events --------------------------------------------------------------------------------------------------------------


def takes_part(record: Record, glance: Glance) -> Cell:
    """Show the partners of an event, and the instrument that it is part of."""
    instrument = record.get("instrument")
    names = (glance.showing_of("partners", record), glance.showing.label(str(instrument)) if instrument else "")
    found = [name for name in names if name]
    return Cell(found[0], found[1] if len(found) > 1 else "") if found else EMPTY


def next_task(record: Record, glance: Glance) -> Cell:
    """Show the next thing that an event left to be done, and when it is due or how late it is."""
    left = [task for task in glance.parts_of("task", record) if not task.get("done_on")]
    if not left or record.get("status") == "cancelled":
        return EMPTY
    task = min(left, key=lambda one: (not one.get("due_on"), str(one.get("due_on"))))
    words, more = str(task.get("title") or ""), len(left) - 1
    if not task.get("due_on"):
        return Cell(words, more=more)
    days = (last_day(str(task["due_on"])) - glance.today).days
    if days < 0:
        return Cell(words, tr("%n day(s) late", "", -days), tone="error", more=more)
    if days <= _NEAR:
        return Cell(words, tr("in %n day(s)", "", days), tone="warn", more=more)
    return Cell(words, show_date(str(task["due_on"]), glance.lang), more=more)


_NEAR = 14  # days before the day of a task


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
    """Show how many instruments a partner takes part in, and the first of them."""
    ids = dict.fromkeys(str(party["instrument"]) for party in glance.parts_of("party", record))
    if not ids:
        return EMPTY
    names = sorted(glance.showing.label(id_) for id_ in ids)
    return Cell(str(len(names)), ", ".join(names[:2]))


def since(record: Record, glance: Glance) -> Cell:
    """Show since when somebody is a partner."""
    value = record.get("since_on")
    return Cell(show_date(str(value), glance.lang), tone="muted") if value else EMPTY
