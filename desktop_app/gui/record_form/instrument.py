"""The form of an instrument: its parts are edited inside it, and what makes no sense for its type is hidden."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from desktop_app.domain.dates import first_day, last_day
from desktop_app.domain.entity import Entity
from desktop_app.domain.instrument import INSTRUMENT, proposed_end, proposed_status
from desktop_app.domain.instrument_parts import FUNDING, LINK, OUTPUT, PARTY, PERIOD
from desktop_app.domain.lives import period_in_force, renewal_steps
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.gui.detail.life_line import LifeLine, life_of
from desktop_app.gui.record_form import life
from desktop_app.gui.record_form.any import OVERVIEW
from desktop_app.gui.record_form.builder import Builder, Fields, Verb
from desktop_app.gui.record_form.event import funding_of
from desktop_app.gui.record_form.part_row import PartSpec
from desktop_app.gui.record_form.parts import PartTable
from desktop_app.gui.record_form.related import linked_by
from desktop_app.gui.record_form.sheet import Sheet

_PARTNER_ROLES = ("lead_foreign", "partner", "associate", "host", "supervising_ministry", "supervisor", "member", "funder",
                  "lead_french", "signatory")  # fmt: skip
_UNIT_ROLES = ("lead_french", "member", "associate", "mirror_unit", "french_extension", "host")
_PERSON_ROLES = (
    "director_french", "director_foreign", "deputy_director", "pi_french", "pi_foreign", "coordinator", "steering_member",
    "signatory", "student", "hosted_student", "hosted_researcher", "contact", "member",
)  # fmt: skip
# Only a laboratory has a place, and with it a host, a ministry above it, mirrors and extensions, and people it receives.
_OF_LABORATORIES = (
    "host", "supervising_ministry", "mirror_unit", "french_extension", "hosted_student", "hosted_researcher"
)  # fmt: skip
_LABORATORIES = ("laboratory", "satellite", "observatory")
# Directors stand for laboratories and projects that are led as such; the others have principal investigators.
_INVESTIGATED = ("exploratory", "mobility", "bilateral_programme", "internal_programme")
_PARTY_COLUMNS = ("role", "since_on", "until_on")


def instrument_screen(builder: Builder) -> None:
    """Put the form of an instrument together."""
    fields = builder.fields
    sheet = builder.sheet(OVERVIEW)
    # What a new instrument is made of comes first, so that few keys lead from its type to its dates.
    sheet.row("type", "acronym")
    sheet.wide("title")
    sheet.row("title_fr", "institute")
    steps = builder.table(life.steps_of(fields))
    periods = _life(builder, sheet, steps)
    tables = _parties(builder, sheet)
    sheet.section(Words("Étapes et échéances", "Steps and deadlines"))
    sheet.whole(steps)
    sheet.section(INSTRUMENT.sections[2].words)
    sheet.row("countries", "city")
    sheet.row("office", "website")
    sheet.row("institutes", "fields")
    sheet.row("former_codes", "programme")
    sheet.wide("notes")
    builder.close(sheet)
    _second_sheet(builder)
    builder.related(
        linked_by("mission", "instrument"),
        linked_by("event", "instrument"),
        linked_by("link", "other", Words("Liens d’autres instruments", "Links from other instruments"), begin=False),
    )
    builder.verbs.append(
        Verb(
            "renew",
            Words("Renouveler…", "Renew…"),
            "refresh-cw",
            "Ctrl+Shift+R",
            lambda: renew(fields, periods, steps),
            lambda: life.why_not_renewed(builder),
        )
    )
    builder.verbs.append(
        Verb(
            "transform", Words("Transformer…", "Transform…"), "sparkles", "", lambda: life.ask_what_it_becomes(builder)
        )
    )
    life.follow_steps(fields, steps)
    fields.when(("type",), lambda _by_user: _fit_to_type(fields, tables))
    fields.when(("type", "starts_on"), lambda by_user: _propose_end(fields) if by_user else None)
    # After the end was proposed: it may be over by that.
    dated = ("type", "starts_on", "ends_on", "")
    fields.when(dated, lambda by_user: _propose_status(fields, periods) if by_user else None)


def _second_sheet(builder: Builder) -> None:
    sheet = builder.sheet(Words("Financement et productions", "Funding and outputs"))
    sheet.section(FUNDING.words)
    sheet.whole(builder.table(funding_of("instrument")))
    sheet.section(Words("Liens avec d’autres instruments", "Links to other instruments"))
    sheet.whole(builder.table(_LINKS))
    sheet.section(OUTPUT.words)
    sheet.whole(builder.table(_OUTPUTS))
    builder.close(sheet)


# Life ----------------------------------------------------------------------------------------------------------------


def _life(builder: Builder, sheet: Sheet, steps: PartTable) -> PartTable:
    fields = builder.fields
    sheet.section(INSTRUMENT.sections[1].words)
    sheet.row("starts_on", "ends_on")
    sheet.row("status", "code")
    line = LifeLine()
    sheet.whole(line)
    periods = builder.table(
        PartSpec(
            PERIOD, "instrument",
            ("number", "starts_on", "ends_on", "signed_on", "budget", "currency", "act", "signatories"), PERIOD.words,
            Words("Ajouter une période", "Add a period"), propose=lambda rows: next_period(fields, rows),
        )
    )  # fmt: skip
    sheet.whole(periods)

    def repaint() -> None:
        rows = [shown.values() for shown in periods.rows]
        done = [shown.values() for shown in steps.rows]
        line.show_life(life_of(fields.values(), rows, _today(), done))

    fields.changed.connect(repaint)
    fields.when(("starts_on", "ends_on", ""), lambda _by_user: repaint())
    return periods


def next_period(fields: Fields, rows: Sequence[Record]) -> Mapping[str, Value]:
    """Propose a period: the day after the last one, as long as the type says, with the same budget."""
    last = max(rows, key=lambda row: str(row.get("ends_on") or ""), default=None)
    start = str(fields.value("starts_on") or "")
    if last and last.get("ends_on"):
        start = (last_day(str(last["ends_on"])) + timedelta(days=1)).isoformat()
    end = proposed_end(fields.linked("type"), start or None)
    numbers = [int(str(row["number"])) for row in rows if row.get("number") is not None]
    kept = {name: last[name] for name in ("budget", "currency", "act") if last and last.get(name) is not None}
    return {
        "number": max(numbers, default=len(rows)) + 1,
        "starts_on": start or None,
        "ends_on": end,
        "currency": "EUR",
    } | kept


def renew(fields: Fields, periods: PartTable, steps: PartTable) -> None:
    """Add the next period with what it is likely to be and the steps to it, and let the instrument end with it.

    The user checks and saves.
    """
    start, end = (str(fields.value(name) or "") for name in ("starts_on", "ends_on"))
    first = end or proposed_end(fields.linked("type"), start or None)
    if not periods.rows and first:
        # What the instrument itself says is its first period, on which the next one follows.
        periods.add_row({"starts_on": start or None, "ends_on": first})
        added = periods.add_row(_next_in_force(fields, periods))
    else:
        waiting = (shown for shown in reversed(periods.rows) if shown.id is None or _is_to_come(shown.values()))
        added = next(waiting, None) or periods.add_row(_next_in_force(fields, periods))
    period = added.values()
    again = period.get("starts_on")
    _list_steps(steps, renewal_steps(fields.linked("type"), str(again) if again else None, _today()))
    if last_day_ := period.get("ends_on"):
        fields.put("ends_on", last_day_)
    if fields.value("status") == "to_renew":
        fields.put("status", "renewal_asked")
    next(iter(added.editors.values())).setFocus()


def _next_in_force(fields: Fields, periods: PartTable) -> Mapping[str, Value]:
    """Propose the next period, or the one in which we are where that one would be over."""
    period = next_period(fields, [shown.values() for shown in periods.rows])
    start = str(period.get("starts_on") or "") or None
    days = period_in_force(fields.linked("type"), start, _today())
    return {**period, **dict(zip(("starts_on", "ends_on"), days, strict=True))}


def _today() -> date:
    return date.today()  # noqa: DTZ011  (the office's own day)


def _is_to_come(period: Record) -> bool:
    """Whether a period was proposed before: it has not begun, and nobody has signed it."""
    start = period.get("starts_on")
    return bool(start) and not period.get("signed_on") and first_day(str(start)) > _today()


def _list_steps(steps: PartTable, wanted: Mapping[str, str]) -> None:
    """Add the steps that nobody wrote down; one that was done in a year before belongs to an earlier renewal."""
    for kind, day in wanted.items():
        same = [step for shown in steps.rows if (step := shown.values()).get("kind") == kind]
        if all(step.get("done_on") and str(step["done_on"]) < day[:4] for step in same):
            steps.add_row({"kind": kind, "due_on": day})


def _propose_end(fields: Fields) -> None:
    """Propose the end that the type gives."""
    start = fields.value("starts_on")
    fields.propose("ends_on", proposed_end(fields.linked("type"), str(start) if start else None))


def _propose_status(fields: Fields, periods: PartTable) -> None:
    """Propose the status that the dates speak for: those of the instrument, else those of its periods."""
    rows = [shown.values() for shown in periods.rows]
    start = fields.value("starts_on") or min(
        (str(row["starts_on"]) for row in rows if row.get("starts_on")), default=None
    )
    end = fields.value("ends_on") or max((str(row["ends_on"]) for row in rows if row.get("ends_on")), default=None)
    today = date.today()  # noqa: DTZ011  (the office's own day)
    fields.propose("status", proposed_status(str(start) if start else None, str(end) if end else None, today))


# Parties -------------------------------------------------------------------------------------------------------------


def _parties(builder: Builder, sheet: Sheet) -> dict[str, PartTable]:
    fields = builder.fields
    tables: dict[str, PartTable] = {}
    for who, title, add in (
        ("partner", Words("Partenaires", "Partners"), Words("Ajouter un partenaire…", "Add a partner…")),
        ("unit", Words("Côté français et unités miroirs", "French side and mirror units"),
         Words("Ajouter une unité CNRS…", "Add a CNRS unit…")),
        ("person", Words("Direction et autres personnes", "Directors and other people"),
         Words("Ajouter une personne…", "Add a person…")),
    ):  # fmt: skip
        spec = PartSpec(
            PARTY, "instrument", (who, *_PARTY_COLUMNS), title, add, partial(_is_about, who),
            propose=partial(_next_party, fields, who), options={"role": _ROLES[who]},
        )  # fmt: skip
        sheet.section(title)
        tables[who] = builder.table(spec)
        sheet.whole(tables[who])
    return tables


_ROLES = {"partner": _PARTNER_ROLES, "unit": _UNIT_ROLES, "person": _PERSON_ROLES}


def _is_about(who: str, party: Record) -> bool:
    """Say in which of the three tables a party stands: a person's in that of people, whatever else it names."""
    about = "person" if party.get("person") else "unit" if party.get("unit") else "partner"
    return about == who


def _family(fields: Fields) -> str:
    type_ = fields.linked("type")
    return str(type_.get("family") or "") if type_ else ""


def _next_party(fields: Fields, who: str, rows: Sequence[Record]) -> Mapping[str, Value]:
    """Propose the role that is still missing."""
    roles = {row.get("role") for row in rows}
    family = _family(fields)
    leads = {
        "partner": ("lead_foreign", "partner"),
        "unit": ("lead_french", "mirror_unit" if family in _LABORATORIES else "member"),
        "person": ("pi_french", "pi_foreign", "member") if family in _INVESTIGATED
        else ("director_french", "director_foreign", "member"),
    }[who]  # fmt: skip
    return {"role": next((role for role in leads if role not in roles), leads[-1])}


def _fit_to_type(fields: Fields, tables: Mapping[str, PartTable]) -> None:
    """Hide what makes no sense for the type; what is filled in stays seen."""
    type_, family = fields.linked("type"), _family(fields)
    laboratory = not family or family in _LABORATORIES
    hidden = {
        "former_codes": not laboratory,
        "programme": family != "bilateral_programme",
        "ends_on": bool(type_ and type_.get("permanent")),
    }
    for name, hide in hidden.items():
        fields.cells[name].show_field(not hide or fields.value(name) is not None)
    for who, table in tables.items():
        table.offer("role", tuple(role for role in _ROLES[who] if laboratory or role not in _OF_LABORATORIES))


# Other parts ---------------------------------------------------------------------------------------------------------


def _part(entity: Entity, columns: tuple[str, ...], add: Words) -> PartSpec:
    return PartSpec(entity, "instrument", columns, entity.words, add)


_LINKS = _part(LINK, ("other", "kind", "since_on"), Words("Ajouter un lien vers…", "Add a link to…"))
_OUTPUTS = _part(
    OUTPUT, ("title", "kind", "year", "doi", "persons"), Words("Ajouter une production", "Add an output")
)  # fmt: skip
