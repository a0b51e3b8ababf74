"""Whether a cell still says what was sent, after any chain of programs that saved it with small losses."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache, singledispatch
from typing import TypeGuard

from desktop_app.domain.text import fold, plain
from desktop_app.domain.types import Amount, Choice, Day, Flag, Integer, Several, Type, as_text
from desktop_app.domain.values import Reading, Unreadable, Value
from desktop_app.excel.cells import from_cell
from desktop_app.excel.sheets import CellError, NoValue
from desktop_app.excel.sheets import Value as Raw

_READING = Reading()


def same(type_: Type | None, found: Raw, sent: Raw) -> bool:
    """Return whether what was found in a cell is what was sent, up to the losses of saving.

    Such losses: a decimal comma, a date as text, leading zeros, spaces, decomposed accents, `?` for letters that a code
    page lacks, 12.0 for 12. The type is None for cells that hold no field.
    """
    if found == sent and not isinstance(found, bool):
        return True
    if isinstance(found, CellError | NoValue) or type(found) is type(sent) is date:
        return False
    if _is_number(found) and _is_number(sent):
        return found == sent or (type_ is not None and _same_value(type_, found, sent))
    left, right = _text(found), _text(sent)
    if left == right or not left or not right:
        return left == right
    return same_text(left, right) or (type_ is not None and _same_value(type_, found, sent))


def _text(raw: Raw) -> str:
    if isinstance(raw, datetime | date):
        return raw.isoformat()
    return as_text(raw)


@singledispatch
def _same_value(_type: Type, _found: Raw, _sent: Raw) -> bool:
    return False


@_same_value.register(Choice)
@_same_value.register(Flag)
@_same_value.register(Integer)
def _by_value(type_: Type, found: Raw, sent: Raw) -> bool:
    left = _value(type_, found)
    return left is not None and left == _value(type_, sent)


@_same_value.register
def _same_amount(type_: Amount, found: Raw, sent: Raw) -> bool:
    if _is_number(found) and _is_number(sent) and abs(found - sent) >= 1:
        return False
    left, right = _value(type_, found), _value(type_, sent)
    if left is None or right is None:
        return False
    # A workbook keeps 15 digits of a number.
    return left == right or f"{Decimal(str(left)):.14e}" == f"{Decimal(str(right)):.14e}"


def _is_number(raw: Raw) -> TypeGuard[int | float]:
    return isinstance(raw, int | float) and not isinstance(raw, bool)


@_same_value.register
def _same_day(type_: Day, found: Raw, sent: Raw) -> bool:
    left, right = _value(type_, found), _value(type_, sent)
    if not isinstance(left, str) or not isinstance(right, str):
        return False
    # A month that a program took for a date became its first day.
    return left == right or (len(right) == 7 and left == f"{right}-01")


_WORD = re.compile(r"[^\s;|,()«»\"“”/]+")


def restored(found: str, sent: Raw) -> str:
    """Return a text that was edited with the letters that a code page had made `?`, as the words of what was sent say."""
    if "?" not in found or not isinstance(sent, str) or sent.isascii():
        return found
    words = [word for word in _WORD.findall(plain(sent)) if not word.isascii()]

    def put_back(match: re.Match[str]) -> str:
        word: str = match[0]
        if "?" not in word:
            return word
        for place, whole in enumerate(words):
            if _with_losses(whole).fullmatch(unicodedata.normalize("NFC", word)):
                # Each word is there once: the same marks may stand for several.
                return str(words.pop(place))
        return word

    return _WORD.sub(put_back, found)


@_same_value.register
def _same_set(type_: Several, found: Raw, sent: Raw) -> bool:
    left = [part for part in re.split(r"[;|\n]", _text(found)) if part.strip()]
    right = [part for part in re.split(r"[;|\n]", _text(sent)) if part.strip()]
    return len(left) == len(right) and all(
        same(type_.of, one, other) for one, other in zip(sorted(left, key=fold), sorted(right, key=fold), strict=True)
    )


def _value(type_: Type, raw: Raw) -> Value:
    try:
        return from_cell(type_, raw, _READING)
    except Unreadable:
        return None


def settled(type_: Type, raw: Raw) -> str:
    """Return what is left of a cell after the usual losses: two cells that say the same mostly leave the same.

    For finding rows again; whether a cell was changed is for `same` alone.
    """
    if isinstance(type_, Day | Amount | Integer | Choice | Flag) and raw is not None:
        value = _value(type_, raw)
        if value is not None:
            return str(value)
    text = plain(_text(raw)).replace("?", "")
    return text if text.isascii() else "".join(char for char in text if char.isascii())


_NUMERIC_DATE = re.compile(r"\s*(\d{1,2})([/.\-])(\d{1,2})\2(\d{4})\s*")


def month_first(column: Iterable[Raw]) -> bool:
    """Return whether the dates of a column are texts with the month before the day, as an American program saves them."""
    return month_votes(column) > 0


def month_votes(column: Iterable[Raw]) -> int:
    """Return how many dates of a column speak for the month first, less those that speak against it.

    Days that can't exist decide: 02/15/2022 speaks for the month first, 15/02/2022 against it.
    """
    votes = 0
    for raw in column:
        if isinstance(raw, str) and (match := _NUMERIC_DATE.fullmatch(raw)):
            votes += (int(match[3]) > 12) - (int(match[1]) > 12)
    return votes


def day_first(raw: Raw) -> Raw:
    """Return a date that was written with the month first as we write it."""
    if isinstance(raw, str) and (match := _NUMERIC_DATE.fullmatch(raw)):
        return f"{match[3]}/{match[1]}/{match[4]}"
    return raw


def same_text(found: str, sent: str) -> bool:
    """Return whether a text is another one after losses: spaces, accents apart, `?`, leading zeros, a leading quote."""
    left, right = plain(found), plain(sent)
    if left in (right, f"'{right}"):
        return True
    if "?" in left and not right.isascii() and _with_losses(right).fullmatch(unicodedata.normalize("NFC", left)):
        return True
    return _same_number(left, right)


def _same_number(left: str, right: str) -> bool:
    """A number kept as text loses its leading zeros, its last decimals' zeros or, when long, its last digits."""
    if not re.fullmatch(r"[+-]?\d+([.,]\d+)?", right) or not re.fullmatch(
        r"[+-]?\d+([.,]\d+)?(E[+-]?\d+)?", left, re.IGNORECASE
    ):
        return False
    try:
        one, other = Decimal(left.replace(",", ".")), Decimal(right.replace(",", "."))
    except InvalidOperation:
        return False
    if one == other:
        return True
    digits = len(one.normalize().as_tuple().digits) if "e" in left.lower() else 15
    return len(right) > 11 and digits > 4 and f"{other:.{digits - 1}e}" == f"{one:.{digits - 1}e}"


@cache
def _with_losses(text: str) -> re.Pattern[str]:
    """Return the pattern of a text that went through a code page: `?` only where it had a letter beyond ASCII."""
    return re.compile("".join(_char(char) for char in text), re.DOTALL)


def _char(char: str) -> str:
    if char.isascii():
        return re.escape(char)
    apart = unicodedata.normalize("NFD", char)
    if apart[0].isascii() and len(apart) > 1:
        # The letter stays and each of its marks became a `?`.
        return f"(?:{re.escape(char)}|\\?{{1,2}}|{re.escape(apart[0])}\\?{{0,{len(apart) - 1}}})"
    return f"(?:{re.escape(char)}|\\?{{1,{2 * len(apart)}}})"
