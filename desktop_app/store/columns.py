"""How each type of field is kept in a column."""

import json
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache, singledispatch
from typing import Any

from sqlalchemy import BLOB, INTEGER, TEXT, Boolean, Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

from desktop_app.domain.types import Amount, Flag, Integer, Link, Several, Type

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class Id(TypeDecorator[str]):
    """A record's or change's id: 16 bytes in the file, 32 hexadecimal characters in the program."""

    impl = BLOB(16)
    cache_ok = True
    to_file = staticmethod(bytes.fromhex)

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> bytes | None:
        """To the file."""
        return self.to_file(value) if value is not None else None

    def process_result_value(self, value: Any | None, _dialect: Dialect) -> str | None:
        """From the file."""
        return _from_id(value)

    def result_processor(self, _dialect: Dialect, _coltype: object) -> Callable[[Any], Any]:
        """Return what reads a value: one call for each of thousands instead of two."""
        return _from_id


class Hundredths(TypeDecorator[str]):
    """An amount: a whole number of hundredths in the file, so that sums are exact; decimal text in the program."""

    impl = INTEGER
    cache_ok = True

    @staticmethod
    def to_file(value: str) -> int:
        """Return the hundredths of an amount."""
        return int(Decimal(value) * 100)

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> int | None:
        """To the file."""
        return self.to_file(value) if value is not None else None

    def process_result_value(self, value: int | None, _dialect: Dialect) -> str | None:
        """From the file."""
        if value is None:
            return None
        whole, rest = divmod(abs(value), 100)
        sign = "-" if value < 0 else ""
        return f"{sign}{whole}.{rest:02d}" if rest else f"{sign}{whole}"


class Values(TypeDecorator[tuple[str, ...]]):
    """A set of values: a JSON list in the file, a tuple in the program."""

    impl = TEXT
    cache_ok = True

    @staticmethod
    def to_file(value: tuple[str, ...]) -> str | None:
        """Return the JSON of a set of values."""
        return _json.encode(value) if value else None

    def process_bind_param(self, value: tuple[str, ...] | None, _dialect: Dialect) -> str | None:
        """To the file."""
        return self.to_file(value) if value else None

    def process_result_value(self, value: str | None, _dialect: Dialect) -> tuple[str, ...] | None:
        """From the file."""
        return _from_list(value)

    def result_processor(self, _dialect: Dialect, _coltype: object) -> Callable[[Any], Any]:
        """Return what reads a value: one call for each of thousands instead of two."""
        return _from_list


def _from_id(value: Any | None) -> str | None:
    return None if value is None else value.hex()


def _from_list(value: str | None) -> tuple[str, ...] | None:
    return members(value) if value else None


@lru_cache(maxsize=20_000)
def members(text: str) -> tuple[str, ...]:
    """Read a set of values from its JSON; thousands of missions name the same countries and towns."""
    return tuple(json.loads(text))


def to_file(type_: TypeEngine[Any], dialect: Dialect) -> Callable[[Any], Any] | None:
    """Return the function that turns a value which is not None into what the file holds; None where it is the same."""
    if isinstance(type_, Id | Hundredths | Values):
        return type_.to_file
    return type_.dialect_impl(dialect).bind_processor(dialect)


@singledispatch
def column_type(_type: Type) -> TypeEngine[Any]:
    """Return the column type of a field's type; text unless it says otherwise."""
    return TEXT()


@column_type.register
def _(_type: Link) -> TypeEngine[Any]:
    return Id()


@column_type.register
def _(_type: Several) -> TypeEngine[Any]:
    return Values()


@column_type.register
def _(_type: Amount) -> TypeEngine[Any]:
    return Hundredths()


@column_type.register
def _(_type: Integer) -> TypeEngine[Any]:
    return INTEGER()


@column_type.register
def _(_type: Flag) -> TypeEngine[Any]:
    return Boolean(create_constraint=False)
