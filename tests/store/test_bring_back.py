"""What records said on another day comes back: one of them with its parts, or all, as one step; what was added stays."""

from pathlib import Path

from desktop_app.domain import ENTITIES
from desktop_app.store.base import Query, Store
from desktop_app.store.bring_back import bring_back, differing, with_parts
from tests.store.test_as_of import INSTRUMENT, PARTNER, PARTY, WORDS, on

PERIOD = ENTITIES["period"]


def test_a_deleted_record_and_a_changed_one_come_back_and_what_was_added_stays(base_path: Path, tmp_path: Path) -> None:
    with Store.open(base_path) as store:
        on(store, "2030-01-01")
        with store.edit(WORDS) as edit:
            partner = edit.add(PARTNER, {"name": "Fictif", "city": "Hanoi", "aliases": ("a", "b")})
            other = edit.add(PARTNER, {"name": "Intact"})
            instrument = edit.add(INSTRUMENT, {"title": "Eau", "starts_on": "2029"})
            period = edit.add(PERIOD, {"instrument": instrument, "number": 1, "starts_on": "2029-01-01"})
            party = edit.add(PARTY, {"instrument": instrument, "role": "partner", "partner": partner})
        then = store.fingerprint()
        on(store, "2030-01-02")
        with store.edit(WORDS) as edit:
            edit.update(PARTNER, partner, {"city": None, "aliases": ("c",)})
            edit.set(PERIOD, period, "starts_on", "2031-01-01")
        with store.edit(WORDS) as edit:
            edit.delete(INSTRUMENT, instrument)
            edit.delete(PARTY, party)
        with Store.open(store.as_of("2030-01-01", tmp_path), readonly=True) as past:
            wanted = differing(store, past, "2030-01-01")
            assert {name: set(ids) for name, ids in wanted.items()} == {
                "partner": {partner}, "instrument": {instrument}, "period": {period}, "party": {party},
            }  # fmt: skip
            with store.edit(WORDS) as edit:
                assert bring_back(edit, store, past, wanted) == 4
            assert store.fingerprint() == then
            assert differing(store, past, "2030-01-01") == {}
            with store.edit(WORDS) as edit:
                added = edit.add(PARTNER, {"name": "Nouveau"})
                edit.set(PARTNER, other, "city", "Huế")
            with store.edit(WORDS) as edit:
                bring_back(edit, store, past, differing(store, past, "2030-01-01"))
            assert store.get(PARTNER, added) is not None
            assert (store.get(PARTNER, other) or {})["city"] is None
            # One step each: what came back goes again.
            store.undo()
            assert (store.get(PARTNER, other) or {})["city"] == "Huế"
        assert store.check() == []


def test_one_record_comes_back_with_what_was_edited_inside_it(base_path: Path, tmp_path: Path) -> None:
    with Store.open(base_path) as store:
        on(store, "2030-01-01")
        with store.edit(WORDS) as edit:
            one, other = (edit.add(INSTRUMENT, {"title": title}) for title in ("Eau", "Air"))
            period = edit.add(PERIOD, {"instrument": one, "number": 1, "starts_on": "2029-01-01"})
        on(store, "2030-01-02")
        with store.edit(WORDS) as edit:
            edit.update_many(INSTRUMENT, {one: {"title": "Eaux"}, other: {"title": "Airs"}})
            edit.delete(PERIOD, period)
        with Store.open(store.as_of("2030-01-01", tmp_path), readonly=True) as past, store.edit(WORDS) as edit:
            assert bring_back(edit, store, past, with_parts(past, INSTRUMENT, one)) == 2
        titles = {str(record["title"]) for record in store.records(Query(INSTRUMENT))}
        assert titles == {"Eau", "Airs"}
        assert store.get(PERIOD, period) is not None
