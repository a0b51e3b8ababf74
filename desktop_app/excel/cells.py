"""How each type of field stands in a cell: the value written, its look, its list, and how a cell is read back."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import singledispatch

from desktop_app.domain import REFERENCE
from desktop_app.domain.choices import choices
from desktop_app.domain.entity import Field
from desktop_app.domain.text import fold
from desktop_app.domain.types import (
    Amount,
    Choice,
    Code,
    Colour,
    Day,
    Email,
    Flag,
    Identifier,
    Image,
    Integer,
    Link,
    Several,
    Text,
    Type,
    Web,
    canonical_amount,
)
from desktop_app.domain.values import Reading, Showing, Unreadable, Value
from desktop_app.domain.words import Words
from desktop_app.excel.sheets import CellError, NoValue
from desktop_app.excel.sheets import Value as Raw

Cell = str | int | float | date | None

# A cell can't hold more characters; the rest of a longer text stands on a sheet of its own.
LONGEST = 32_767
# The first day that every program counts alike: 1900 was no leap year, whatever Excel says.
_FIRST_SURE_DAY = "1900-03-01"
# A year typed into a cell with the look of a date shows as one of these days: 2025 becomes 17 July 1905.
_YEARS_AS_DAYS = ("1904-12-04", "1906-01-07")
_EPOCH = date(1899, 12, 30)
_REFERENCE = frozenset(entity.name for entity in REFERENCE)


@dataclass(frozen=True, slots=True)
class Look:
    """How cells of a type look: their number format, whether they wrap, and their width in characters."""

    format: str = "@"
    wrap: bool = False
    narrow: int = 8
    wide: int = 24
    align: str = ""


@dataclass(frozen=True, slots=True)
class Options:
    """The list that a cell proposes: `choice` or `link`, and its name; a closed list refuses anything else."""

    source: str
    name: str
    closed: bool


# Writing ---------------------------------------------------------------------------------------------------------


@singledispatch
def to_cell(type_: Type, _value: Value, _showing: Showing) -> Cell:
    """Return what stands in a cell for a value; None for an empty cell."""
    raise LookupError(f"No cell for {type(type_).__name__}: add it to excel/cells.py")


@to_cell.register(Text)
@to_cell.register(Code)
@to_cell.register(Identifier)
@to_cell.register(Web)
@to_cell.register(Email)
@to_cell.register(Colour)
@to_cell.register(Image)
def _as_text(_type: Type, value: Value, _showing: Showing) -> Cell:
    return None if value is None else str(value)


@to_cell.register
def _day_cell(_type: Day, value: Value, _showing: Showing) -> Cell:
    """A whole date is a date; a year or a month is text, as is a date that programs count differently."""
    if not value:
        return None
    text = str(value)
    if len(text) == 7:
        return f"{text[5:]}/{text[:4]}"
    if len(text) < 10:
        return text
    if text < _FIRST_SURE_DAY or _YEARS_AS_DAYS[0] <= text <= _YEARS_AS_DAYS[1]:
        return f"{text[8:]}/{text[5:7]}/{text[:4]}"
    return date.fromisoformat(text)


@to_cell.register
def _integer_cell(_type: Integer, value: Value, _showing: Showing) -> Cell:
    return None if value is None else int(str(value))


@to_cell.register
def _amount_cell(_type: Amount, value: Value, _showing: Showing) -> Cell:
    """An amount is a number where a number of 15 digits holds it exactly, else text."""
    if value is None:
        return None
    number = Decimal(str(value))
    if len(number.as_tuple().digits) > 15:
        return str(value)
    return int(number) if number == number.to_integral_value() else float(number)


@to_cell.register
def _flag_cell(_type: Flag, value: Value, _showing: Showing) -> Cell:
    return None if value is None else YES if value else NO


@to_cell.register
def _choice_cell(type_: Choice, value: Value, _showing: Showing) -> Cell:
    if value is None:
        return None
    option = choices(type_.list).get(str(value))
    return option.both if option else str(value)


@to_cell.register
def _link_cell(_type: Link, value: Value, showing: Showing) -> Cell:
    return showing.label(str(value)) if value else None


@to_cell.register
def _several_cell(type_: Several, value: Value, showing: Showing) -> Cell:
    if not isinstance(value, tuple) or not value:
        return None
    return "; ".join(shown for shown, _one in in_order(type_, value, showing))


def in_order(type_: Several, value: tuple[str, ...], showing: Showing) -> list[tuple[str, str]]:
    """Return the members of a set as their cell shows them, in the order of the words: (shown, member)."""
    shown = [(str(to_cell(type_.of, one, showing) or ""), one) for one in value]
    # A name with a semicolon inside would fall apart when the cell is read.
    clean = [(text.replace(";", ",").replace("|", ",").replace("\n", " "), one) for text, one in shown]
    return sorted(clean, key=lambda pair: (fold(pair[0]), pair[1]))


YES, NO = "oui / yes", "non / no"


# The look and the lists ------------------------------------------------------------------------------------------


@singledispatch
def look(_type: Type) -> Look:
    """Return how the cells of a type look; as text unless it says otherwise."""
    return Look(wrap=True, narrow=10, wide=22)


@look.register
def _text_look(type_: Text) -> Look:
    return Look(wrap=True, narrow=18 if type_.lines else 10, wide=36 if type_.lines else 28)


@look.register(Code)
@look.register(Identifier)
def _code_look(_type: Type) -> Look:
    return Look(narrow=10, wide=20)


@look.register
def _image_look(_type: Image) -> Look:
    return Look(narrow=10, wide=20)


@look.register
def _day_look(_type: Day) -> Look:
    return Look("dd/mm/yyyy", narrow=11, wide=11, align="left")


@look.register
def _integer_look(_type: Integer) -> Look:
    return Look("0", narrow=8, wide=10, align="right")


@look.register
def _amount_look(_type: Amount) -> Look:
    return Look("#,##0.00", narrow=12, wide=16, align="right")


def options(type_: Type) -> Options | None:
    """Return the list that cells of a type propose; sets propose none, for a list puts one value in a cell."""
    if isinstance(type_, Choice):
        return Options("choice", type_.list, closed=True)
    if isinstance(type_, Flag):
        return Options("flag", "yes_no", closed=True)
    if isinstance(type_, Link):
        return Options("link", type_.entity, closed=type_.entity in _REFERENCE)
    return None


def hint(field: Field) -> Words | None:
    """Return the message that a cell shows when it is entered; nothing where its heading says enough."""
    if isinstance(field.type, Day):
        return Words("24/11/2025, 11/2025 ou 2025", "24/11/2025, 11/2025 or 2025")
    if isinstance(field.type, Several):
        return Words("Plusieurs valeurs : séparez-les par ;", "Several values: separate them with ;")
    return None


# Reading ---------------------------------------------------------------------------------------------------------

EMPTY_PLEASE = "-"


def from_cell(type_: Type, raw: Raw, reading: Reading) -> Value:
    """Read a cell as a value of a type. Raises Unreadable with the sentence for the user."""
    if isinstance(raw, CellError):
        raise Unreadable(
            Words(
                f"La case affiche l’erreur {raw} : écrivez la valeur elle-même.",
                f"The cell shows the error {raw}: write the value itself.",
            )
        )
    if isinstance(raw, NoValue):
        raise Unreadable(
            Words(
                "La case contient une formule sans résultat : ouvrez le fichier dans Excel, enregistrez-le, recommencez.",
                "The cell holds a formula without a result: open the file in Excel, save it and try again.",
            )
        )
    return _read(type_, raw, reading)


@singledispatch
def _read(type_: Type, raw: Raw, reading: Reading) -> Value:
    return type_.read(raw, reading)


@_read.register
def _read_day(type_: Day, raw: Raw, reading: Reading) -> Value:
    if isinstance(raw, datetime):
        # A serial number that lost its last digits stands just before midnight.
        raw = (raw + timedelta(seconds=1)).date()
    if isinstance(raw, date):
        return _sure_day(raw)
    if isinstance(raw, str) and re.fullmatch(r"\s*\d{5}\s*", raw):
        raw = int(raw)  # a date that was saved as the number behind it
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        if raw == int(raw) and 1800 <= raw <= 2199:
            return str(int(raw))
        if 2200 <= raw <= 109_574:  # the days up to 31/12/2199, in a cell that lost the look of a date
            return (_EPOCH + timedelta(days=int(raw + 1e-5))).isoformat()
    return type_.read(raw, reading)


def _sure_day(day: date) -> str:
    text = day.isoformat()
    if _YEARS_AS_DAYS[0] <= text <= _YEARS_AS_DAYS[1]:
        year = (day - _EPOCH).days
        raise Unreadable(
            Words(
                f"La case affiche {day:%d/%m/%Y} : l’année {year} y a sans doute été tapée. Écrivez la date entière.",
                f"The cell shows {day:%d/%m/%Y}: the year {year} was probably typed alone. Write the whole date.",
            ),
            str(year),
        )
    return text


@_read.register
def _read_amount(type_: Amount, raw: Raw, reading: Reading) -> Value:
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        # A number has one reading; its text would have two: 1234.567 is no million.
        return canonical_amount(f"{raw:.2f}")
    return type_.read(raw, reading)


@_read.register
def _read_several(type_: Several, raw: Raw, reading: Reading) -> Value:
    return type_.read(raw if isinstance(raw, str) or raw is None else str(_plain_number(raw)), reading)


def _plain_number(raw: Raw) -> Raw:
    return int(raw) if isinstance(raw, float) and raw.is_integer() else raw


Reader = Callable[[Raw], Value]


def reader(type_: Type, reading: Reading) -> Reader:
    """Return the function that reads the cells of a column, each text once."""
    known: dict[Raw, Value] = {}

    def read(raw: Raw) -> Value:
        # Yes is 1 to a dictionary, and so is 1.0: only what is no other thing is looked up.
        if isinstance(raw, bool):
            return from_cell(type_, raw, reading)
        if raw not in known:
            known[raw] = from_cell(type_, raw, reading)
        return known[raw]

    return read
