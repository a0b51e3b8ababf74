"""Which instruments have to do with a CNRS unit: those of whose parties it is one, and the laboratory that it is itself."""

from sqlalchemy import ColumnElement, exists, func, literal_column, or_, select, union

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import PARTY
from desktop_app.domain.unit import UNIT
from desktop_app.domain.values import Value
from desktop_app.store.tables import TABLES


def of_units(value: Value) -> ColumnElement[bool]:
    """Return the condition that an instrument has one of some units among its parties, or bears the code of one."""
    ids = [str(one) for one in (value if isinstance(value, tuple) else (value,))]
    instrument, party = TABLES[INSTRUMENT.name], TABLES[PARTY.name]
    takes_part = select(party.c.instrument).where(party.c.gone == 0, party.c.unit.in_(ids))
    return or_(instrument.c.id.in_(takes_part), is_itself(ids))


def is_itself(ids: list[str]) -> ColumnElement[bool]:
    """Return the condition that an instrument is one of some units: a laboratory has the code of its unit, old or new."""
    instrument, unit = TABLES[INSTRUMENT.name], TABLES[UNIT.name]
    wanted = (unit.c.id.in_(ids), unit.c.gone == 0)
    former = func.json_each(unit.c.former_codes).table_valued("value")
    codes = union(
        select(unit.c.code).where(*wanted),
        select(former.c.value).select_from(unit.join(former, literal_column("1"))).where(*wanted),
    )
    own = func.json_each(instrument.c.former_codes).table_valued("value")
    earlier = exists(select(1).select_from(own).where(own.c.value.in_(codes)).correlate(instrument))
    return or_(instrument.c.code.in_(codes), earlier)
