"""Whatever stands in a sheet, it is understood or refused with a sentence, and each of its rows is accounted for."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain import ENTITIES
from desktop_app.domain.plan import to_json
from desktop_app.domain.refused import Refused
from desktop_app.excel.sheets import Area, Book, CellError, NoValue, Row, Sheet
from desktop_app.importers.headings import met
from desktop_app.importers.recognise import Told
from desktop_app.importers.sheet import take_sheet
from desktop_app.store.base import Store

HEADINGS = sorted({text for line in met() for text in (line["heading"], *line["synonyms"].split("|")) if text})
TEXTS = (
    "", " ", "IRP VOLC-SUNDA", "Hanoï, Vietnam", "du 12 au 23 mai 2025", "2021-2025", "UMR7606 / LIP6", "14 k€", "TOTAL",
    "31/02/2026", "NOM Prénom", "a;b|c", "oui", "0000-0002-1825-0097", "https://ror.org/03cqe8w59", "$ 12", "…", "\u200f",
    "du 5 au", "-", "?", "12/13", "99999999999999999999", "00001180000", "日本", "(", "a (b", "M. ", "Dr", ",",
)  # fmt: skip
CELLS = st.one_of(
    st.none(), st.sampled_from(TEXTS), st.sampled_from(HEADINGS), st.text(max_size=12), st.integers(), st.booleans(),
    st.floats(allow_nan=False), st.dates(date(1800, 1, 1), date(2200, 1, 1)), st.times(), st.just(CellError("#REF!")),
    st.just(NoValue("A1")), st.datetimes(),
)  # fmt: skip
ROWS = st.lists(st.lists(CELLS, max_size=7).map(tuple), max_size=14)
AREAS = st.lists(
    st.tuples(*[st.integers(0, 8)] * 4).map(lambda t: Area(min(t[0], t[2]), min(t[1], t[3]), max(t[0], t[2]), max(t[1], t[3]))),
    max_size=2,
)  # fmt: skip


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """A sheet, which may have a row of known headings somewhere."""
    rows: list[Row] = draw(ROWS)
    if draw(st.booleans()):
        head = tuple(draw(st.lists(st.sampled_from(HEADINGS), min_size=2, max_size=7)))
        rows.insert(draw(st.integers(0, len(rows))), head)
    return Sheet("Feuil1", rows, merged=tuple(draw(AREAS)))


@pytest.fixture(scope="module")
def here(empty_base: object) -> Store:
    """A base that nothing is written to."""
    return Store.open(empty_base, readonly=True)  # type: ignore[arg-type]


@settings(max_examples=250, suppress_health_check=[HealthCheck.too_slow])
@given(sheet=sheets(), entity=st.sampled_from([None, "mission", "partner", "person", "instrument", "event", "unit"]))
def test_any_sheet_is_understood_or_refused_and_no_row_is_lost(here: Store, sheet: Sheet, entity: str | None) -> None:
    told = Told(entity=entity)
    try:
        taken = take_sheet(
            here, Book("xlsx", (sheet,)), told, file_name="x.xlsx", sha256="x", create=("person",), in_doubt=True
        )
    except Refused:
        return
    rows = [1 for _part, _place, _row in taken.table.rows()]
    assert taken.plan.rows.total() == len(rows)
    assert to_json(taken.plan)["items"] is not None
    assert taken.table.entity.name in ENTITIES
