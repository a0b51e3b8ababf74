"""Orders of lists by what no field holds: put together from the parts of a record, as its cell shows them."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select

from desktop_app.domain.deadlines import NO_MORE
from desktop_app.domain.event import EVENT, TASK
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import LEADS, MILESTONE, MIRRORS, PARTY
from desktop_app.domain.leading import (
    INSTRUMENTS_OF,
    MAIN_PARTNER,
    MIRROR_UNIT,
    NEXT_STEP,
    NEXT_STEP_ON,
    NEXT_TASK_ON,
)
from desktop_app.domain.partner import PARTNER
from desktop_app.store.orders import ranks
from desktop_app.store.places import place_of
from desktop_app.store.tables import TABLES

_INSTRUMENT, _PARTNER, _EVENT = (TABLES[entity.name] for entity in (INSTRUMENT, PARTNER, EVENT))
_PARTY, _STEP, _TASK = (TABLES[entity.name].alias() for entity in (PARTY, MILESTONE, TASK))


def keys(name: str, lang: str) -> list[ColumnElement[Any]]:
    """Return what a composed order sorts by; nothing known where the cell is empty."""
    return _KEYS[name](lang)


def _main_partner(lang: str) -> list[ColumnElement[Any]]:
    return [place_of("partner", _of_first_party("partner", LEADS), lang)]


def _mirror_unit(lang: str) -> list[ColumnElement[Any]]:
    return [place_of("unit", _of_first_party("unit", MIRRORS, others=False), lang)]


def _of_first_party(field: str, roles: tuple[str, ...], *, others: bool = True) -> ColumnElement[Any]:
    """Return whom an instrument's party of the first of some roles names; `others`: those of any other role come last."""
    rank = case({role: place for place, role in enumerate(roles)}, value=_PARTY.c.role, else_=len(roles))
    asked = select(_PARTY.c[field]).where(
        _PARTY.c.instrument == _INSTRUMENT.c.id, _PARTY.c.gone == 0, _PARTY.c[field].is_not(None)
    )
    if not others:
        asked = asked.where(_PARTY.c.role.in_(roles))
    return asked.order_by(rank, _PARTY.c.pk).limit(1).correlate(_INSTRUMENT).scalar_subquery()


def _next_step_on(_lang: str) -> list[ColumnElement[Any]]:
    return [_next_step(_STEP.c.due_on)]


def _next_step_kind(_lang: str) -> list[ColumnElement[Any]]:
    known = ranks(MILESTONE.fields["kind"].type)
    return [_next_step(case(known, value=_STEP.c.kind, else_=len(known))), _next_step(_STEP.c.due_on)]


def _next_step(shown: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return something of the first step of an instrument that is due and not done."""
    asked = select(shown).where(
        _STEP.c.instrument == _INSTRUMENT.c.id, _STEP.c.gone == 0, _STEP.c.due_on.is_not(None), _STEP.c.done_on.is_(None)
    )  # fmt: skip
    return _unless(asked.order_by(_STEP.c.due_on, _STEP.c.pk).limit(1), _INSTRUMENT.c.status, NO_MORE, _INSTRUMENT)


def _instruments_of(_lang: str) -> list[ColumnElement[Any]]:
    number = func.nullif(func.count(_PARTY.c.instrument.distinct()), 0)
    asked = select(number).where(_PARTY.c.partner == _PARTNER.c.id, _PARTY.c.gone == 0)
    return [asked.correlate(_PARTNER).scalar_subquery()]


def _next_task_on(_lang: str) -> list[ColumnElement[Any]]:
    asked = select(func.min(_TASK.c.due_on)).where(
        _TASK.c.event == _EVENT.c.id, _TASK.c.gone == 0, _TASK.c.done_on.is_(None)
    )
    return [_unless(asked, _EVENT.c.status, ("cancelled",), _EVENT)]


def _unless(asked: Select[Any], status: ColumnElement[Any], over: tuple[str, ...], owner: Any) -> ColumnElement[Any]:
    """Return an answer about a record, or nothing where its status says that nothing is due of it any more."""
    return case((status.in_(over), None), else_=asked.correlate(owner).scalar_subquery())


_KEYS: dict[str, Callable[[str], list[ColumnElement[Any]]]] = {
    MAIN_PARTNER.name: _main_partner,
    MIRROR_UNIT.name: _mirror_unit,
    NEXT_STEP_ON.name: _next_step_on,
    NEXT_STEP.name: _next_step_kind,
    INSTRUMENTS_OF.name: _instruments_of,
    NEXT_TASK_ON.name: _next_task_on,
}
COMPOSED = frozenset(_KEYS)
