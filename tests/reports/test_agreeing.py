"""The program's lists and its reports say the same: every number, and the records behind every table."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import OUTPUT
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.place import COUNTRY
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.reports import GALLERY
from desktop_app.reports.codes import find
from desktop_app.reports.description import Description, Figure, Row, Table
from desktop_app.reports.figures import answer
from desktop_app.reports.past import Past
from desktop_app.reports.request import Period
from desktop_app.reports.run import run_report
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query
from tests.made_once import MadeOnce, demo_office

NOW = datetime(2026, 11, 22, 9, 40, tzinfo=UTC)
WALL = int(datetime(2026, 11, 10, 12, tzinfo=UTC).timestamp() * 1000)


@pytest.fixture(scope="module")
def demo(once: MadeOnce, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The demo office, written on 10 November 2026."""

    def make(path: Path) -> None:
        with pytest.MonkeyPatch.context() as clock:
            clock.setattr(Store, "wall", lambda _store: WALL)
            demo_office(path, 150, today=NOW.date())

    path = tmp_path_factory.mktemp("agreeing") / "office.passerelle"
    with Store.open(Path(shutil.copy(once("demo of November", make), path))) as store:
        yield store


def tables(description: Description) -> list[Table]:
    """Return the tables that have a code."""
    return [block for block in description.blocks if isinstance(block, Table) and block.code]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_number_of_every_report_is_what_its_question_gives(demo: Store, data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(list(GALLERY.values())))
    country = data.draw(st.sampled_from(["VN", "SG", "TH"] if kind.needs("country") else [None, "VN", "FR"]))
    ref = None
    if kind.entity is not None and (kind.needs("ref") or not country):
        ref = data.draw(st.sampled_from([str(record["ref"]) for record in demo.records(Query(kind.entity))[:20]]))
    first = data.draw(st.integers(2015, 2027))
    last = data.draw(st.integers(first, 2028))
    period = data.draw(st.sampled_from([None, Period(date(first, 1, 1), date(last, 6, 30))]))
    every = frozenset(part.name for part in kind.parts)
    lang = data.draw(st.sampled_from(["fr", "en"]))
    report = run_report(
        demo, kind.name, country=country if kind.asks("country") else None, ref=ref, period=period, sections=every, lang=lang,
        now=NOW,
    )  # fmt: skip
    assert [answer(demo, figure) for figure in report.description.figures] == [
        figure.value for figure in report.description.figures
    ]


def test_the_yearly_report_says_the_same_balance_as_the_figures(demo: Store) -> None:
    report = run_report(demo, "activity_year", period="2026", lang="en", now=NOW, sections=frozenset({"countries"}))
    (table,) = tables(report.description)
    counted = {
        one.value: (one.sent.count, one.received.count)
        for one in demo.figures.balance("country", Filter("starts_on", "is", "2026"))
    }
    assert any(received for _sent, received in counted.values())
    told = {}
    for row in table.rows:
        assert isinstance(row, Row)
        *_others, sent, received = (cell for cell in row.cells if isinstance(cell, Figure))
        told[sent.query.filters[-1].value] = (sent.value, received.value)
    assert {id_: numbers for id_, numbers in told.items() if any(numbers)} == {
        id_: numbers for id_, numbers in counted.items() if any(numbers)
    }


def test_the_guests_of_a_country_are_counted_in_its_year(demo: Store) -> None:
    partner = next(
        one.value for one in demo.figures.balance("country", Filter("starts_on", "is", "2026")) if one.received.count
    )
    country = demo.names.record("country", str(partner))
    assert country is not None
    report = run_report(demo, "activity_year", country=str(country["code"]), period="2026", lang="en", now=NOW)
    incoming = next(figure for figure in report.description.figures if figure.name == "incoming")
    assert incoming.value == answer(demo, incoming) != 0


def test_the_year_of_a_country_lists_the_outputs_of_its_instruments_alone(demo: Store) -> None:
    country = demo.records(Query(COUNTRY, (Filter("code", "is", "TH"),)))[0]["id"]
    report = run_report(
        demo, "activity_year", country="TH", period="2026", lang="en", now=NOW, sections=frozenset({"outputs"})
    )
    (table,) = tables(report.description)
    assert table.asked is not None
    listed = demo.records(table.asked)
    every = demo.records(Query(OUTPUT, (Filter("year", "is", 2026),)))
    of_country = [one for one in every if country in _countries_of(demo, one["instrument"])]
    assert 0 < len(listed) < len(every)
    assert {one["id"] for one in listed} == {one["id"] for one in of_country}


def _countries_of(store: Store, instrument: object) -> tuple[str, ...]:
    held = (store.get(INSTRUMENT, str(instrument)) or {}).get("countries")
    return held if isinstance(held, tuple) else ()


@pytest.mark.parametrize(
    "name", ["country_summary", "instrument_list", "mission_log", "key_figures", "activity_year", "contact_list"]
)
@pytest.mark.parametrize("period", [None, "2024..2025"])
def test_the_code_below_a_table_finds_its_records_again(demo: Store, name: str, period: str | None) -> None:
    kind = GALLERY[name]
    parts = frozenset(part.name for part in kind.parts if not part.confidential)
    asked = period if kind.asks("period") else None
    report = run_report(demo, name, country="VN", period=asked, sections=parts, lang="en", now=NOW)
    coded = tables(report.description)
    assert coded
    assert len({table.code for table in coded}) == len(coded)
    for table in coded:
        found = find(demo, table.code.lower())
        assert table.asked is not None
        assert (found.query.entity, set(found.query.filters)) == (table.asked.entity, set(table.asked.filters))
        assert (found.day, found.number) == (NOW.date(), demo.count(table.asked))


@pytest.mark.parametrize("name", ["partner_sheet", "instrument_sheet"])
def test_the_codes_in_a_booklet_find_their_records_again(demo: Store, name: str) -> None:
    parts = frozenset(part.name for part in GALLERY[name].parts if not part.confidential)
    coded = tables(run_report(demo, name, country="VN", sections=parts, lang="en", now=NOW).description)
    assert len({table.code for table in coded}) == len(coded) > 2
    for table in coded:
        found = find(demo, table.code)
        assert table.asked is not None
        assert (found.query.entity, set(found.query.filters)) == (table.asked.entity, set(table.asked.filters))


def test_a_list_has_the_records_that_its_code_finds(demo: Store) -> None:
    report = run_report(demo, "mission_log", country="VN", lang="fr", now=NOW)
    (table,) = tables(report.description)
    assert table.code == "ML-VN-2026-11-22-3.1"
    assert find(demo, table.code).number == sum(isinstance(row, Row) for row in table.rows) > 0


def test_a_code_of_a_past_day_counts_what_was_there_then(demo: Store) -> None:
    before = run_report(demo, "mission_log", as_of="2026-11-12", lang="fr", now=NOW)
    (table,) = tables(before.description)
    then = find(demo, table.code).number
    with demo.edit(Words("Ajouter", "Add")) as edit:
        edit.add(MISSION, {"starts_on": "2026-11-01"})
    found = find(demo, table.code)
    assert (found.number, demo.count(found.query)) == (then, then + 1)
    demo.undo()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_behind_every_code_are_the_records_of_its_day_whatever_was_done_since(demo: Store, data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from([kind for kind in GALLERY.values() if kind.letters]))
    country = data.draw(st.sampled_from(["VN", "SG", "TH"] if kind.needs("country") else [None, "VN"]))
    ref = None
    if kind.entity is not None and (kind.needs("ref") or not country):
        ref = data.draw(st.sampled_from([str(record["ref"]) for record in demo.records(Query(kind.entity))[:20]]))
    parts = frozenset(part.name for part in kind.parts if not part.confidential)
    printed = datetime(2026, 11, data.draw(st.sampled_from([11, 20])), 18, tzinfo=UTC)
    asked = {"country": country if kind.asks("country") else None, "ref": ref, "sections": parts, "lang": "en"}
    coded = tables(run_report(demo, kind.name, now=printed, **asked).description)  # type: ignore[arg-type]
    answers = {table.code: demo.ids(table.asked) for table in coded if table.asked}
    done = 0
    for _ in range(data.draw(st.integers(1, 3))):
        entity = data.draw(st.sampled_from([MISSION, INSTRUMENT, PARTNER]))
        records = demo.records(Query(entity))
        one = str(data.draw(st.sampled_from(records[:40]))["id"])
        with demo.edit(Words("Changer", "Change")) as edit:
            match data.draw(st.sampled_from(["delete", "country", "add"])):
                case "delete":
                    edit.delete(entity, one)
                case "country":
                    field, held = entity.places[0], str(demo.resolve("country", "FR"))
                    edit.set(entity, one, field, held if entity is PARTNER else (held,))
                case _:
                    edit.add(MISSION, {"starts_on": "2026-11-02", "ends_on": "2026-11-30", "status": "done"})
        done += 1
    with Past() as kept:
        for code, before in answers.items():
            found = find(demo, code, kept)
            then = kept.base(demo, printed.date())
            assert then.ids(found.query) == before
            assert found.number == len(before)
    for _ in range(done):
        demo.undo()


@pytest.mark.parametrize(
    "text",
    ["CS-VN-2026-11-22-99.1", "CS-VN-2026-13-45-2.1", "ZZ-2026-11-22-1.1", "hello", "CS-VN-2026-11-12-2.7"],
)
def test_a_code_that_is_none_of_ours_is_refused(demo: Store, text: str) -> None:
    with pytest.raises(Refused, match="No table of a report has the code"):
        find(demo, text)


def test_a_report_with_a_confidential_part_has_no_codes(demo: Store) -> None:
    chosen = frozenset({"list", "restricted"})
    assert tables(run_report(demo, "contact_list", country="VN", sections=chosen, now=NOW).description) == []
