"""The demo office: everything to look at, the same for the same seed, and marked as fictitious."""

import csv
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.demo.office import fill_demo
from desktop_app.demo.world import DEMO_FOLDER
from desktop_app.domain import ENTITIES, REFERENCE
from desktop_app.domain.ids import derived_id
from desktop_app.domain.values import Value
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query
from tests.demo.conftest import TODAY, made


def everything(store: Store) -> dict[str, list[dict[str, Value]]]:
    """All records of a base, without their row numbers."""
    return {
        name: [{field: value for field, value in record.items() if field != "pk"} for record in store.records(Query(entity))]
        for name, entity in ENTITIES.items()
    }  # fmt: skip


def records(store: Store, name: str, *filters: Filter) -> list[dict[str, Value]]:
    return store.records(Query(ENTITIES[name], filters))


def codes(store: Store, name: str, field: str) -> Counter[Value]:
    """How many records there are by the code of what a field links to."""
    known = {record["id"]: record["code"] for record in records(store, ENTITIES[name].fields[field].type.entity)}  # type: ignore[attr-defined]
    return Counter(known[record[field]] for record in records(store, name))


def column(name: str, field: str) -> set[str]:
    with (DEMO_FOLDER / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row[field] for row in csv.DictReader(file, delimiter=";")}


def test_the_same_seed_and_day_make_the_same_records_under_the_same_references(office: Store, tmp_path: Path) -> None:
    with made(tmp_path / "again.passerelle") as again:
        assert everything(again) == everything(office)


def test_another_seed_makes_other_missions_from_the_same_real_institutions(office: Store, tmp_path: Path) -> None:
    with made(tmp_path / "other.passerelle", missions=60, seed=2) as other:
        mine, theirs = ({record["id"] for record in records(store, "mission")} for store in (office, other))
        assert not mine & theirs
        assert everything(other)["unit"] == everything(office)["unit"]
        assert everything(other)["partner"] == everything(office)["partner"]


def test_every_screen_has_something_to_show(office: Store) -> None:
    counts = office.counts()
    assert counts.pop("attachment") == 0
    assert counts.pop("saved_view") == 0
    assert counts.pop("choice") == 0  # an office adds its own
    assert [name for name, count in counts.items() if count < 10] == []
    assert counts["mission"] == 400
    assert office.demo


@pytest.mark.parametrize("missions", [0, 7])
def test_there_are_as_many_missions_as_asked(tmp_path: Path, missions: int) -> None:
    with Store.create(tmp_path / "few.passerelle", "SIN", demo=True) as store:
        assert fill_demo(store, missions, today=TODAY)["mission"] == missions


@pytest.mark.parametrize("code", ["BRU", "TYO", "NBO"])
def test_any_office_can_be_shown(tmp_path: Path, code: str) -> None:
    with made(tmp_path / "office.passerelle", code, missions=40) as store:
        assert store.office == code
        assert store.check() == []
        home = derived_id("office", code)
        assert len(records(store, "instrument", Filter("office", "is", home))) > 30
        assert (
            min(store.count(Query(ENTITIES[name])) for name in ("mission", "event", "output", "figure", "person")) > 20
        )


def test_the_base_is_whole(office: Store) -> None:
    assert office.check() == []


@pytest.mark.parametrize("code", ["SIN", "NBO"])
def test_no_step_renews_what_is_not_renewed(tmp_path: Path, code: str) -> None:
    with made(tmp_path / "office.passerelle", code, missions=40) as store:
        once = {record["id"]: record["code"] for record in records(store, "instrument_type") if record["renewals"] == 0}
        types = {record["id"]: once.get(record["type"]) for record in records(store, "instrument")}
        steps = records(store, "milestone", Filter("kind", "in", ("renewal_file", "renewal")))
        assert steps
        assert [step["ref"] for step in steps if types[step["instrument"]]] == []
        assert any(types.values())


def test_what_is_made_up_says_so(office: Store) -> None:
    assert all(str(mission["number"]).startswith("FICTIF-") for mission in records(office, "mission"))
    assert all("(fictif)" in str(event["title"]) for event in records(office, "event"))
    assert all("(fictif" in str(output["title"]) for output in records(office, "output"))
    assert all("fictive" in str(person["notes"]) for person in records(office, "person"))
    assert all("fictive" in str(figure["source"]) for figure in records(office, "figure"))
    real = column("irl", "title") | column("umifre", "title")
    for instrument in records(office, "instrument"):
        assert instrument["title"] in real or "(fictitious)" in str(instrument["title"])


def test_a_real_laboratory_with_made_up_parts_says_so(office: Store) -> None:
    led = {party["instrument"] for party in records(office, "party") if party["partner"] or party["person"]}
    real = column("irl", "title") | column("umifre", "title")
    shown = [record for record in records(office, "instrument") if record["title"] in real and record["id"] in led]
    assert shown
    assert all("fictitious" in str(record["notes"]) for record in shown)


def test_laboratories_and_institutes_abroad_are_linked_with_their_unit(office: Store) -> None:
    codes = {unit["id"]: unit["code"] for unit in records(office, "unit")}
    called = {instrument["id"]: instrument["acronym"] for instrument in records(office, "instrument")}
    held: dict[str, set[str]] = {}
    for party in records(office, "party", Filter("role", "is", "member")):
        if party["unit"]:
            held.setdefault(str(codes[party["unit"]]), set()).add(str(called[party["instrument"]]))
    assert "JFLI" in held["IRL 3527"]
    assert {"IFP", "CSH"} <= held["UAR 3330"]


def test_nobody_in_it_exists(office: Store) -> None:
    families, given = column("fictitious_family_names", "family_name"), column("fictitious_given_names", "given_name")
    for person in records(office, "person"):
        assert (person["family_name"] in families, person["given_name"] in given) == (True, True)
        assert str(person["email"]).endswith("@example.org")
        assert person["orcid"] is None
    mailboxes = [person["email"] for person in records(office, "person")]
    assert len(mailboxes) == len(set(mailboxes))


def test_no_publication_has_a_made_up_identifier(office: Store) -> None:
    assert [output for output in records(office, "output") if output["doi"]] == []


def test_partners_and_laboratories_are_real(office: Store) -> None:
    with_ror = [partner for partner in records(office, "partner") if partner["ror_id"]]
    assert len(with_ror) > 150
    assert codes(office, "instrument", "type")["UMIFRE"] == 27
    assert len(records(office, "partner", Filter("kind", "is", "embassy"))) > 150
    assert len(records(office, "unit")) > 1300


def test_every_tool_of_the_toolkit_is_there(office: Store) -> None:
    kinds = codes(office, "instrument", "type")
    assert {"IEA", "IRP", "IRN", "IRL", "UMIFRE", "PICS", "LIA", "GDRI", "PHC", "ACCORD"} <= set(kinds)
    assert {"CLUSTER", "EXT", "MIROIR"} <= set(kinds)
    links = {link["kind"] for link in records(office, "link")}
    assert {"succeeds", "extension_of", "mirror_of", "in_cluster"} <= links


def test_a_project_succeeds_an_older_one_of_the_type_that_it_replaces(office: Store) -> None:
    types = {record["id"]: str(record["code"]) for record in records(office, "instrument_type")}
    kind_of = {record["id"]: types[str(record["type"])] for record in records(office, "instrument")}
    pairs = {
        (kind_of[link["instrument"]], kind_of[link["other"]])
        for link in records(office, "link", Filter("kind", "is", "succeeds"))
    }
    assert pairs
    assert pairs <= {("IEA", "PICS"), ("IRP", "LIA"), ("IRN", "GDRI")}


def test_steps_are_late_soon_and_later(office: Store) -> None:
    due = [str(step["due_on"]) for step in records(office, "milestone") if not step["done_on"]]
    today, later = TODAY.isoformat(), (TODAY + timedelta(days=120)).isoformat()
    assert sum(day < today for day in due) >= 2
    assert sum(today <= day < later for day in due) >= 5
    assert sum(day >= later for day in due) >= 5
    statuses = {str(record["status"]) for record in records(office, "instrument")}
    assert len(statuses & {"active", "to_renew", "renewal_asked", "closed", "transformed", "report_due"}) >= 4


def test_missions_go_both_ways_and_some_are_under_way_today(office: Store) -> None:
    missions = records(office, "mission")
    assert {mission["direction"] for mission in missions} == {"outgoing", "incoming", "regional"}
    assert {"planned", "validated", "under_way", "done", "cancelled"} <= {mission["status"] for mission in missions}
    today = TODAY.isoformat()
    here = [m for m in missions if str(m["starts_on"]) <= today <= str(m["ends_on"])]
    assert {mission["status"] for mission in here} == {"under_way"}
    assert any(isinstance(m["countries"], tuple) and len(m["countries"]) > 1 for m in missions)
    august = sum(str(mission["starts_on"])[5:7] == "08" for mission in missions)
    october = sum(str(mission["starts_on"])[5:7] == "10" for mission in missions)
    assert august < october / 2


def test_the_rules_find_hardly_anything_to_say(office: Store) -> None:
    said = Counter(
        problem.words.en
        for entity in ENTITIES.values()
        if entity not in REFERENCE
        for record in office.records(Query(entity))
        for problem in office.problems(entity, record)
    )
    # A few people without a legal basis, a few opinions that are late: something to find, nothing broken.
    assert set(said) <= {
        "No legal basis is given for this person.",
        "The security opinion has not been obtained before departure.",
    }
    assert sum(said.values()) < 40


@pytest.mark.parametrize(
    ("typed", "entity", "title"),
    [("UMI 3288", "instrument", "CINTRA"), ("irl 3288", "instrument", "CINTRA"), ("chula", "partner", "Chulalongkorn University"),
     ("จุฬาลงกรณ์", "partner", "Chulalongkorn University"), ("新加坡国立大学", "partner", "National University of Singapore")],
)  # fmt: skip
def test_search_finds_old_names_and_local_names(office: Store, typed: str, entity: str, title: str) -> None:
    assert title in [found.title[1] for found in office.search(typed, entities=[entity])]


def test_the_last_steps_can_be_undone_and_the_demo_itself_cannot(tmp_path: Path) -> None:
    with made(tmp_path / "demo.passerelle", missions=60) as store:
        before = store.counts()
        names = []
        while words := store.undo_words():
            names.append(words)
            store.undo()
        assert len(names) == 4
        assert all(words.fr != words.en for words in names)
        assert store.counts() == before
        assert store.check() == []
