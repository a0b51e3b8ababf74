"""What an office has on its desk besides its records: saved views, two workbooks out, one late, and one come back."""

import json
import tempfile
from datetime import date, timedelta
from pathlib import Path

from desktop_app.domain import ENTITIES
from desktop_app.domain.words import Words
from desktop_app.excel.by_hand import HandEdit
from desktop_app.store.base import Query, Store
from desktop_app.store.queries import Filter
from desktop_app.sync import shelf
from desktop_app.sync.export import Request, export_workbook
from desktop_app.sync.receive import receive

INSTRUMENT, SAVED_VIEW = ENTITIES["instrument"], ENTITIES["saved_view"]
_ENOUGH = 4  # instruments in a country: something for each kind of edit
# In how many days each workbook is due; the last one is the one that has come back.
_DUE = (18, -4, 6)


def put_in_use(store: Store, today: date | None = None) -> None:
    """Save views, send workbooks to the embassies of three countries, and let one come back for review."""
    day = today or date.today()  # noqa: DTZ011  (the day on the wall of the office)
    countries = _countries(store)
    _save_views(store, countries, day)
    with tempfile.TemporaryDirectory() as work:
        for country, days in zip(countries, _DUE, strict=False):
            name = store.names.label("country", country, "fr")
            due = (day + timedelta(days=days)).isoformat()
            request = Request(("instrument", "partner"), [country], _embassy(store, country, name), due, lang="fr")
            sent = export_workbook(store, Path(work), request)
            if days == _DUE[-1]:
                returned = Path(work) / f"Retour {name}.xlsx"
                _edit_by_hand(store, sent.path, returned, store.names.label("country", country, "en"))
                if plan := receive(store, returned):
                    shelf.take_in(store, plan)


def _embassy(store: Store, country: str, name: str) -> str:
    """Return what the embassy in a country is called; some countries have none of which the office knows."""
    asked = (Filter("kind", "is", "embassy"), Filter("country", "is", country))
    found = store.records(Query(ENTITIES["partner"], asked, limit=1))
    return str(found[0]["name"]) if found else f"Poste, {name}"


def _save_views(store: Store, countries: list[str], day: date) -> None:
    office = store.resolve("office", store.office)
    called = [(store.names.label("country", country, "fr"), country) for country in countries[:1]]
    views = [
        ("Missions à venir", "mission", [["starts_on", "from", day.isoformat()]]),
        *((name, "instrument", [["countries", "is", country]]) for name, country in called),
    ]
    for name, list_, conditions in views:
        with store.edit(Words(f"Enregistrer la vue « {name} »", f"Save the view “{name}”")) as edit:
            contents = json.dumps({"conditions": conditions, "density": "comfortable"}, separators=(",", ":"))
            edit.add(SAVED_VIEW, {"name": name, "list": list_, "contents": contents, "office": office})


def _countries(store: Store) -> list[str]:
    """Return countries with enough instruments to send a workbook about, those of the office's zone first."""
    asked = Filter("office", "is", store.resolve("office", store.office))
    zone = {str(line["country"]) for line in store.records(Query(ENTITIES["zone"], (asked,)))}
    france = store.resolve("country", "FR")
    counts = {str(country): count for country, count in store.tally(Query(INSTRUMENT), "countries", each=True)}
    enough = [country for country, count in counts.items() if count >= _ENOUGH and country != france]
    return sorted(enough, key=lambda country: (country not in zone, -counts[country], country))[: len(_DUE)]


def _edit_by_hand(store: Store, sent: Path, returned: Path, country: str) -> None:
    """Play the attaché, while the office goes on working on its own side."""
    hand = HandEdit(sent)
    first, second, third, fourth = hand.references("instrument")[:4]
    hand.type("instrument", first, "notes", "Fictif : relu par le poste.")
    hand.type("instrument", second, "notes", "Fictif : avenant attendu par le poste.")
    hand.type("instrument", third, "ends_on", "31/02/2027")
    hand.type("instrument", fourth, "city", "Ville fictive")
    hand.add("partner", {"name": "Université fictive du Nord", "country": country, "city": "Ville fictive"})
    hand.save(returned)
    if found := store.find(second):
        with store.edit(Words("Notes du bureau", "Notes of the office")) as edit:
            edit.set(INSTRUMENT, found[1], "notes", "Fictif : avenant envoyé par le bureau.")
