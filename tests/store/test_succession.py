"""An instrument becomes another in one step, which one undo takes back; its life is checked against its parts."""

from datetime import date

from desktop_app.domain.ids import derived_id
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import LINK, MILESTONE, PARTY, PERIOD
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.words import Words
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query
from desktop_app.store.succession import transform

WORDS, DAY = Words("Essai", "Test"), date(2026, 11, 28)
LIA, IRP = (derived_id("instrument_type", code) for code in ("LIA", "IRP"))


def _old(store: Store) -> str:
    with store.edit(WORDS) as edit:
        host = edit.add(PARTNER, {"name": "Université fictive", "country": derived_id("country", "VN")})
        old = edit.add(INSTRUMENT, {"type": LIA, "title": "Projet fictif", "acronym": "FICTIF", "status": "active"})
        edit.add(PARTY, {"instrument": old, "role": "lead_foreign", "partner": host})
        edit.add(PARTY, {"instrument": old, "role": "associate", "partner": host, "until_on": "2020"})
    return old


def test_an_instrument_becomes_another_that_succeeds_it(store: Store) -> None:
    old = _old(store)
    with store.edit(Words("FICTIF devient IRP", "FICTIF becomes IRP")) as edit:
        new = transform(store, edit, old, IRP, DAY)
    born, before = store.get(INSTRUMENT, new), store.get(INSTRUMENT, old)
    assert born is not None
    assert before is not None
    assert (born["type"], born["acronym"], born["ends_on"]) == (IRP, "FICTIF", "2031-11-27")
    assert before["status"] == "transformed"
    (link,) = store.records(Query(LINK, (Filter("instrument", "is", new),)))
    assert (link["kind"], link["other"]) == ("succeeds", old)
    (party,) = store.records(Query(PARTY, (Filter("instrument", "is", new),)))
    assert party["role"] == "lead_foreign"
    (step,) = store.records(Query(MILESTONE, (Filter("instrument", "is", old),)))
    assert (step["kind"], step["done_on"]) == ("transformed", "2026-11-28")
    store.undo()
    assert store.get(INSTRUMENT, new) is None
    assert (store.get(INSTRUMENT, old) or {})["status"] == "active"


def test_a_life_is_checked_against_the_periods_of_the_base_or_those_on_the_screen(store: Store) -> None:
    old = _old(store)
    with store.edit(WORDS) as edit:
        for number in (1, 2, 3):
            edit.add(PERIOD, {"instrument": old, "number": number})
    record = store.get(INSTRUMENT, old)
    assert record is not None
    assert any("3 periods" in problem.words.en for problem in store.warnings(INSTRUMENT, record))
    assert not any("periods" in problem.words.en for problem in store.warnings(INSTRUMENT, record, {"period": []}))
