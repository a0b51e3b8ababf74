"""The question behind every figure: asked again of the base, and said as plain data."""

from decimal import Decimal
from typing import Any

from desktop_app.domain.entity import Field
from desktop_app.domain.leading import field_at
from desktop_app.domain.types import Link, Several
from desktop_app.domain.values import Value
from desktop_app.reports.description import Figure, Money, Number
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query


def answer(store: Store, figure: Figure) -> Number:
    """Ask the question of a figure again and return what it gives now."""
    if figure.measure == "count":
        return store.count(figure.query)
    values = [record.get(figure.field) for record in store.records(figure.query)]
    if figure.measure == "distinct":
        return len({value for value in values if value is not None})
    currency = figure.value.currency if isinstance(figure.value, Money) else ""
    return Money(sum((Decimal(str(value)) for value in values if value is not None), Decimal(0)), currency)


def as_data(store: Store, figure: Figure) -> dict[str, Any]:
    """Return a figure as plain data: amounts as decimal text, links as references."""
    value: Any = figure.value
    data = {"name": figure.name, "words": figure.words, "value": value, "measure": figure.measure}
    if isinstance(figure.value, Money):
        data |= {"value": f"{figure.value.amount:f}", "currency": figure.value.currency}
    if figure.field:
        data["field"] = figure.field
    return data | {"query": query_data(store, figure.query)}


def query_data(store: Store, query: Query) -> dict[str, Any]:
    """Return a question as plain data, as the command line would ask it."""
    where = [
        {"field": each.field, "op": each.op, "value": _value(store, field_at(query.entity, each.field), each)}
        for each in query.filters
    ]
    return {"entity": query.entity.name, "where": where, "search": query.search}


def _value(store: Store, field: Field, condition: Filter) -> Value | list[Value]:
    value = condition.value
    parts: list[Value] = list(value) if isinstance(value, tuple) else [value]
    type_ = field.type.of if isinstance(field.type, Several) else field.type
    if isinstance(type_, Link):
        parts = [_reference(store, type_.entity, part) for part in parts]
    return list(parts) if isinstance(value, tuple) else parts[0]


def _reference(store: Store, entity: str, id_: Value) -> Value:
    record = store.names.record(entity, str(id_)) if id_ else None
    return record["ref"] if record else id_
