"""A cell that only looks different is no change: every type of field, through chains of programs that lose something."""

import unicodedata
from collections.abc import Callable
from datetime import date

from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.domain.ids import derived_id
from desktop_app.domain.types import (
    Amount,
    Choice,
    Code,
    Day,
    Email,
    Flag,
    Identifier,
    Integer,
    Link,
    Several,
    Text,
    Type,
    Web,
)
from desktop_app.domain.values import Showing
from desktop_app.excel.cells import Cell, to_cell
from desktop_app.excel.lossy import restored, same
from desktop_app.excel.sheets import Value as Raw
from tests.strategies import values

TYPES: tuple[Type, ...] = (
    Text(), Text(lines=True), Code(), Identifier("ror"), Web(), Email(), Day(), Integer(), Amount(), Flag(),
    Choice("institutes"), Choice("instrument_statuses"), Link("partner"), Several(Text()), Several(Link("country")),
)  # fmt: skip
_LABELS = {
    derived_id(name, f"linked {number}"): f"Đại học n° {number} – {name}"
    for name in ("partner", "country")
    for number in range(5)
}
_EPOCH = date(1899, 12, 30)


def _text(raw: Raw) -> str:
    """What a cell shows in a text file that a French program saves."""
    if isinstance(raw, date):
        return raw.strftime("%d/%m/%Y") if raw.year >= 1000 else raw.isoformat()
    if isinstance(raw, float):
        return f"{raw:.15g}".replace(".", ",") if "e" not in f"{raw:.15g}" else f"{raw:.2f}".replace(".", ",")
    return "" if raw is None else str(raw)


def _western(raw: Raw) -> Raw:
    return raw.encode("cp1252", "replace").decode("cp1252") if isinstance(raw, str) else raw


def _decomposed(raw: Raw) -> Raw:
    return unicodedata.normalize("NFD", raw) if isinstance(raw, str) else raw


def _spaced(raw: Raw) -> Raw:
    return raw.replace(" ", "\u00a0") + " " if isinstance(raw, str) else raw


def _as_number(raw: Raw) -> Raw:
    """A program that takes digits for a number, as Excel does when a text file is opened by a double click."""
    digits = isinstance(raw, str) and raw.isascii() and raw.isdigit() and len(raw) <= 15
    return float(str(raw)) if digits else raw


def _whole_as_float(raw: Raw) -> Raw:
    return float(raw) if isinstance(raw, int) and not isinstance(raw, bool) and abs(raw) < 10**15 else raw


def _iso(raw: Raw) -> Raw:
    return raw.isoformat() if isinstance(raw, date) else raw


def _serial(raw: Raw) -> Raw:
    return (raw - _EPOCH).days if isinstance(raw, date) and raw >= date(1910, 1, 1) else raw


def _fifteen_digits(raw: Raw) -> Raw:
    return float(f"{raw:.15g}") if isinstance(raw, float) else raw


LOSSES: tuple[Callable[[Raw], Raw], ...] = (
    _text, _western, _decomposed, _spaced, _as_number, _whole_as_float, _iso, _serial, _fifteen_digits,
)  # fmt: skip
_TYPED = st.sampled_from(TYPES).flatmap(lambda type_: st.tuples(st.just(type_), values(type_)))


def _after(cell: Cell, losses: list[Callable[[Raw], Raw]]) -> Raw:
    raw: Raw = cell
    for loss in losses:
        raw = loss(raw)
    return raw


@given(_TYPED, st.lists(st.sampled_from(LOSSES), max_size=4))
def test_a_cell_that_went_through_lossy_programs_says_what_was_sent(
    typed: tuple[Type, object], losses: list[Callable[[Raw], Raw]]
) -> None:
    type_, value = typed
    sent = to_cell(type_, value, Showing("fr", lambda id_: _LABELS.get(id_, id_)))  # type: ignore[arg-type]
    found = _after(sent, losses)
    if sent is not None and found not in ("", None):
        assert same(type_, found, sent), (type_, sent, found)


@given(_TYPED, st.data())
def test_another_value_is_a_change(typed: tuple[Type, object], data: st.DataObject) -> None:
    type_, value = typed
    other = data.draw(values(type_))
    showing = Showing("fr", lambda id_: _LABELS.get(id_, id_))
    sent, found = to_cell(type_, value, showing), to_cell(type_, other, showing)  # type: ignore[arg-type]
    if isinstance(type_, Amount | Day | Flag | Choice | Integer) and value != other:
        # A month alone comes back as its first day from a program that takes it for a date.
        assume(not (isinstance(type_, Day) and f"{value}-01" == other))
        assert not same(type_, found, sent), (sent, found)


@given(st.text(st.sampled_from("aé ầơ東京 Đn-"), min_size=1, max_size=20), st.sampled_from(("", "avant ", "Cf. ")))
def test_a_text_edited_after_letters_were_lost_gets_them_back(sent: str, before: str) -> None:
    lost = str(_western(unicodedata.normalize("NFC", sent)))
    edited = f"{before}{lost} (révisé)"
    words = restored(edited, sent)
    assert words.startswith(before)
    assert words.endswith("(révisé)")
    assert "?" not in words
