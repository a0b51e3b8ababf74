"""The page about a country, a partner or an institute: every number counts exactly the records of its list."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from desktop_app.domain import ENTITIES
from desktop_app.domain.event import EVENT, TASK
from desktop_app.domain.ids import derived_id
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import FUNDING, PERIOD
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.place import FIGURE
from desktop_app.domain.words import Words
from desktop_app.reports.figure_sets import SUBJECTS, Scope
from desktop_app.store import portrait
from desktop_app.store.base import Store
from desktop_app.store.figures import Part
from desktop_app.store.lately import concerned
from desktop_app.store.queries import Query, reading_connection
from desktop_app.store.subject import Subject
from tests.store.test_figures import _bases, _Drawn, fill, subjects

_DAY = date(2024, 2, 29)
_VN = derived_id("country", "VN")


def parts_of(store: Store, about: Subject) -> Iterator[tuple[str, Part]]:
    """Yield every number that the page shows."""
    journeys = store.figures.journeys(about, _DAY, 6)
    yield from portrait.numbers(store, about, journeys)
    for record, part in portrait.partners_of(store, about, 6):
        yield f"instruments of {record['name']}", part
    if about.kind == "country":
        for one in portrait.indicators(store, about):
            if one.ours is not None:
                yield one.code, one.ours
    for subject in ("exchange", "output", "money"):
        for kind in SUBJECTS[subject]:
            for row in kind.make(store, Scope("en", _DAY, None, about)).rows:
                for number, query in zip(row.numbers, row.queries, strict=True):
                    if query.entity is FUNDING:
                        name = "planned" if number is row.numbers[0] else "spent"
                        summed = sum(Decimal(str(one[name] or 0)) for one in store.records(query))
                        assert summed == number, (kind.name, row)
                    else:
                        yield f"{kind.name} {row.label}", Part(row.value, int(number), query)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=_bases)
def test_every_number_of_a_page_is_the_count_of_the_list_that_it_opens(
    empty_base: Path, tmp_path: Path, drawn: _Drawn
) -> None:
    path = tmp_path / "drawn.passerelle"
    shutil.copy(empty_base, path)
    with Store.open(path, aside=True) as store:
        fill(store, drawn)
        with store.edit(Words("Chiffre", "Figure")) as edit:
            edit.add(FIGURE, {"country": _VN, "year": 2024, "indicator": "cnrs_missions", "value": "12"})
        for about in subjects(store):
            for name, part in parts_of(store, about):
                assert part.count == store.count(part.query) == len(store.records(part.query)), (about, name)
            coming = store.figures.journeys(about, _DAY, 3)
            rows = store.records(coming.coming.query)[:3]
            assert [record["pk"] for record in rows] == coming.next


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=_bases)
def test_what_a_step_touched_of_a_subject_is_what_its_lists_hold(
    empty_base: Path, tmp_path: Path, drawn: _Drawn
) -> None:
    path = tmp_path / "drawn.passerelle"
    shutil.copy(empty_base, path)
    with Store.open(path, aside=True) as store:
        fill(store, drawn)
        with closing(reading_connection(path)) as connection:
            for about in subjects(store):
                for entity in ENTITIES.values():
                    if about.concerns(entity):
                        every = {str(id_) for (id_,) in store.columns(Query(entity), ("id",))} - {about.id}
                        listed = {str(id_) for (id_,) in store.columns(about.of(entity), ("id",))} - {about.id}
                        assert concerned(connection, about, {entity.name: every}) == listed, (about, entity.name)
        connection.engine.dispose()


def test_a_country_is_told_what_changed_lately_around_it(store: Store) -> None:
    with store.edit(Words("Ajouter un partenaire", "Add a partner")) as edit:
        here = edit.add(PARTNER, {"name": "Institut inventé", "country": _VN})
        edit.add(PARTNER, {"name": "Institut d’ailleurs", "country": derived_id("country", "JP")})
        edit.add(PERSON, {"family_name": "FICTIF", "partner": here})
    with store.edit(Words("Ajouter un instrument", "Add an instrument")) as edit:
        irp = derived_id("instrument_type", "IRP")
        tool = edit.add(INSTRUMENT, {"title": "Inventé", "type": irp, "countries": (_VN,)})
    with store.edit(Words("Ajouter une période", "Add a period")) as edit:
        edit.add(PERIOD, {"instrument": tool, "number": 1})
    with store.edit(Words("Une mission ailleurs", "A mission elsewhere")) as edit:
        person = edit.add(PERSON, {"family_name": "AILLEURS"})
        edit.add(MISSION, {"person": person, "starts_on": "2024-01-01", "countries": (derived_id("country", "JP"),)})
    told = store.lately(Subject("country", _VN), 9)
    assert [(one.words.en, one.records) for one in told] == [
        ("Add a period", 1), ("Add an instrument", 1), ("Add a partner", 2),
    ]  # fmt: skip
    store.undo()
    store.undo()
    assert [one.words.en for one in store.lately(Subject("country", _VN), 9)] == ["Add an instrument", "Add a partner"]


def test_the_balance_of_one_country_leaves_the_others_out(store: Store) -> None:
    japan = derived_id("country", "JP")
    with store.edit(Words("Missions", "Missions")) as edit:
        person = edit.add(PERSON, {"family_name": "FICTIF"})
        host = edit.add(PARTNER, {"name": "Institut inventé", "country": _VN})
        for way, countries, partner in (
            ("incoming", None, host), ("outgoing", (_VN,), None), ("outgoing", (_VN, japan), None), ("outgoing", (japan,), None)
        ):  # fmt: skip
            edit.add(
                MISSION,
                {
                    "person": person,
                    "direction": way,
                    "starts_on": "2024-03-01",
                    "countries": countries,
                    "partner": partner,
                },
            )
    about = Subject("country", _VN)
    for by in ("year", "partner"):
        found = store.figures.balance(by, about=about)
        assert sum(one.received.count for one in found) == 1, by
    assert [(one.value, one.sent.count) for one in store.figures.balance("year", about=about)] == [("2024", 2)]
    chart = next(kind for kind in SUBJECTS["exchange"] if kind.name == "balance_country")
    assert [row.numbers for row in chart.make(store, Scope("en", _DAY, None, about)).rows] == [(1, 2)]


def test_the_deadlines_of_a_partner_are_those_of_its_instruments_and_missions(store: Store) -> None:
    with store.edit(Words("Instrument", "Instrument")) as edit:
        host = edit.add(PARTNER, {"name": "Institut inventé", "country": _VN})
        person = edit.add(PERSON, {"family_name": "FICTIF"})
        edit.add(MISSION, {"person": person, "partner": host, "starts_on": "2024-03-20", "visa": "to_ask"})
        edit.add(MISSION, {"person": person, "starts_on": "2024-03-20", "visa": "to_ask"})
        visit = edit.add(EVENT, {"kind": "visit", "title": "Visite inventée", "partners": (host,)})
        edit.add(TASK, {"event": visit, "title": "Remercier", "due_on": "2024-03-15"})
    found = portrait.due(store, Subject("partner", host), _DAY)
    assert [one.kind for one in found] == ["visa", "follow_up"]
    assert store.records(Query(MISSION))[0]["partner"] == host
