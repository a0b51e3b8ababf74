"""Lives of instruments: what follows on what, on one line where one came after the other."""

from datetime import date

from desktop_app.domain.ids import derived_id
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import LINK, PERIOD
from desktop_app.domain.words import Words
from desktop_app.reports.description import Timeline
from desktop_app.reports.lifelines import timelines
from desktop_app.reports.lives import lives
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query

_DAY = date(2026, 11, 28)
_VN, _JP = derived_id("country", "VN"), derived_id("country", "JP")


def family(store: Store) -> dict[str, str]:
    """Write PICS → LIA → IRP, from which an IRL and a second IRP came while it went on; the PICS was with Japan."""
    with store.edit(Words("Famille", "Family")) as edit:
        made = {
            name: edit.add(
                INSTRUMENT,
                {
                    "title": name, "acronym": name, "type": derived_id("instrument_type", type_), "starts_on": start,
                    "ends_on": end, "status": status, "countries": (country,),
                },
            )
            for name, type_, start, end, status, country in (
                ("A", "PICS", "2006", "2008", "closed", _JP), ("B", "LIA", "2009", "2016", "transformed", _VN),
                ("C", "IRP", "2017", None, "active", _VN), ("D", "IRL", "2020", "2024", "active", _VN),
                ("E", "IEA", "2012", "2013", "closed", _VN), ("F", "IRN", None, None, "active", _VN),
            )
        }  # fmt: skip
        for name, other in (("B", "A"), ("C", "B"), ("D", "C")):
            edit.add(LINK, {"instrument": made[name], "kind": "succeeds", "other": made[other]})
        for number, start in enumerate(("2009", "2013"), 1):
            edit.add(PERIOD, {"instrument": made["B"], "number": number, "starts_on": start})
    return made


def of_vietnam(store: Store) -> Timeline:
    """Return the lives of what there is in Vietnam."""
    return lives(store, store.records(Query(INSTRUMENT, (Filter("countries", "is", _VN),))), _DAY, "en")


def test_what_followed_stands_on_the_line_of_what_was_before(store: Store) -> None:
    family(store)
    chart = of_vietnam(store)
    assert [(span.label, span.lane, span.follows) for span in chart.spans] == [
        ("PICS · A", 0, -1), ("LIA · B", 0, 0), ("IRP · C", 0, 1), ("IRL · D", 1, 2), ("IEA · E", 2, -1),
    ]  # fmt: skip
    assert chart.spans[1].marks == (date(2013, 1, 1),)


def test_the_drawing_joins_a_family_and_tells_where_each_bar_stands(store: Store) -> None:
    family(store)
    chart = of_vietnam(store)
    (strip,) = timelines(chart, 600)
    assert [place.span for place in strip.places] == [0, 1, 2, 3, 4]
    first, second, third, fourth, _alone = strip.places
    assert first.y == second.y == third.y < fourth.y
    assert first.x + first.width <= second.x
    assert {label.text for label in strip.drawing.labels} >= {"IRP · C", "LIA", "IRL", "2010"}
    split = timelines(chart, 600, rows=1)
    assert [len(one.spans) for one in split] == [3, 1, 1]


def test_a_circle_of_successions_is_drawn_all_the_same(store: Store) -> None:
    made = family(store)
    with store.edit(Words("Cercle", "Circle")) as edit:
        edit.add(LINK, {"instrument": made["A"], "kind": "succeeds", "other": made["D"]})
    chart = of_vietnam(store)
    assert sorted(span.label for span in chart.spans) == ["IEA · E", "IRL · D", "IRP · C", "LIA · B", "PICS · A"]
    assert len({span.lane for span in chart.spans}) == 5
