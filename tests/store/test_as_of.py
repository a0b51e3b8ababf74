"""The base as it was on any day: a copy that shows what was shown then, and no more."""

from datetime import datetime
from pathlib import Path

from desktop_app.domain import ENTITIES
from desktop_app.domain.words import Words
from desktop_app.store.base import Store
from desktop_app.store.queries import Query

PARTNER, INSTRUMENT, PARTY = ENTITIES["partner"], ENTITIES["instrument"], ENTITIES["party"]
WORDS = Words("Essai", "Try")


def on(store: Store, day: str) -> None:
    """Set the clock of a base to the noon of a day."""
    wall = int(datetime.fromisoformat(f"{day}T12:00").timestamp() * 1000)
    store.wall = lambda: wall  # type: ignore[method-assign]


def test_each_day_shows_what_was_shown_then(base_path: Path, tmp_path: Path) -> None:
    seen: dict[str, dict[str, tuple[object, ...]]] = {}

    def shown(store: Store) -> dict[str, tuple[object, ...]]:
        held = {str(one["id"]): (one["city"], one["aliases"]) for one in store.records(Query(PARTNER))}
        return held | {str(one["id"]): (one["role"],) for one in store.records(Query(PARTY))}

    with Store.open(base_path) as store:
        on(store, "2030-01-01")
        with store.edit(WORDS) as edit:
            one = edit.add(PARTNER, {"name": "Fictif", "city": "Hanoi", "aliases": ("a",)})
            instrument = edit.add(INSTRUMENT, {"title": "Eau"})
        seen["2030-01-01"] = shown(store)
        on(store, "2030-01-02")
        with store.edit(WORDS) as edit:
            edit.update(PARTNER, one, {"city": "Huế", "aliases": ("a", "b")})
            edit.add(PARTNER, {"name": "Autre"})
            edit.add(PARTY, {"instrument": instrument, "role": "partner", "partner": one})
        seen["2030-01-02"] = shown(store)
        on(store, "2030-01-03")
        store.undo()
        seen["2030-01-03"] = shown(store)
        on(store, "2030-01-04")
        with store.edit(WORDS) as edit:
            edit.delete(PARTNER, one)
        seen["2030-01-04"] = shown(store)
        on(store, "2030-01-05")
        store.undo()
        now = store.fingerprint()
        for day, then in seen.items():
            with Store.open(store.as_of(day, tmp_path), readonly=True) as past:
                assert shown(past) == then
                assert past.check() == []
                assert past.count(Query(PARTNER, search="Autre")) == (day == "2030-01-02")
        with Store.open(store.as_of("2030-01-05", tmp_path), readonly=True) as past:
            assert past.fingerprint() == now
        with Store.open(store.as_of("2020-01-01", tmp_path), readonly=True) as past:
            assert past.count(Query(PARTNER)) == 0
