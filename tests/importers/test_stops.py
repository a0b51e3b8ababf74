"""Several towns in one cell of a mission: in their order, with their countries and their days."""

from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest

from desktop_app.domain.plan import ACCEPT, Plan
from desktop_app.domain.values import Reading
from desktop_app.excel.read import read_book
from desktop_app.importers.recognise import Told
from desktop_app.importers.sheet import take_sheet
from desktop_app.importers.stops import stops
from desktop_app.store.base import Store

HEADINGS = ("Missionnaire", "Dates", "Villes", "Pays")
DATES = "du 1er au 12 juillet 2025"


def planned(store: Store, folder: Path, *rows: tuple[str | None, ...], headings: tuple[str, ...] = HEADINGS) -> Plan:
    """The plan of a sheet of missions."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in (headings, *rows):
        page.append(list(row))
    book.save(folder / "missions.xlsx")
    read = read_book(folder / "missions.xlsx")
    return take_sheet(store, read, Told(entity="mission"), file_name="missions.xlsx", create=("person",)).plan


def legs(plan: Plan) -> list[Mapping[str, object]]:
    """The legs of a plan, in their order."""
    found = [one.theirs for one in plan.items if one.entity == "leg" and isinstance(one.theirs, dict)]
    return sorted(found, key=lambda leg: int(str(leg["number"])))


def mission(plan: Plan) -> Mapping[str, object]:
    """The one mission of a plan."""
    (found,) = [one.theirs for one in plan.items if one.entity == "mission" and isinstance(one.theirs, dict)]
    return found


@pytest.mark.parametrize(("text", "towns"), [
    ("Hanoi, Hué et Saigon", ["Hanoi", "Hué", "Saigon"]), ("Tokyo–Kyoto–Tokyo", ["Tokyo", "Kyoto", "Tokyo"]),
    ("Bangkok > Chiang Mai > Vientiane", ["Bangkok", "Chiang Mai", "Vientiane"]), ("Hanoi/Hué", ["Hanoi", "Hué"]),
    ("Aix-en-Provence", ["Aix-en-Provence"]), ("Tokyo → Osaka", ["Tokyo", "Osaka"]), ("Hanoi puis Hué", ["Hanoi", "Hué"]),
    ("Kuala Lumpur, Singapour", ["Kuala Lumpur", "Singapour"]), ("75005 PARIS ; LYON", ["Paris", "Lyon"]),
    ("Hô-Chi-Minh-Ville", ["Hô-Chi-Minh-Ville"]), ("Paris - Tokyo", ["Paris", "Tokyo"]),
])  # fmt: skip
def test_towns_are_told_apart_in_their_order(store: Store, text: str, towns: list[str]) -> None:
    assert [one.city for one in stops(text, Reading(resolve=store.resolve))] == towns


def test_countries_and_days_stand_beside_their_town(store: Store) -> None:
    reading = Reading(resolve=store.resolve)
    vietnam, laos = store.resolve("country", "VN"), store.resolve("country", "LA")
    for text in (
        "Hanoi (Vietnam), Vientiane (Laos)",
        "Hanoi, Vietnam ; Vientiane, Laos",
        "Hanoi - Vietnam ; Vientiane - Laos",
    ):
        assert [(one.city, one.country) for one in stops(text, reading)] == [("Hanoi", vietnam), ("Vientiane", laos)]
    for text in ("Hanoi (1-2 juillet), Hué (3-5 juillet)", "Hanoi 1-2 juillet ; Hué 3-5 juillet",
                 "Hanoi : 1-2 juillet, Hué : 3-5 juillet",
                 "Hanoi, 1-2 juillet, Hué, 3-5 juillet"):  # fmt: skip
        assert [(one.city, one.dates) for one in stops(text, reading)] == [
            ("Hanoi", "1-2 juillet"),
            ("Hué", "3-5 juillet"),
        ]
    assert [(one.city, one.dates) for one in stops("12-14/05 Hanoi, 15-17/05 Hué", reading)] == [
        ("Hanoi", "12-14/05"), ("Hué", "15-17/05"),
    ]  # fmt: skip
    for text in ("Vietnam : Hanoi, Laos : Vientiane", "Vietnam (Hanoi), Laos (Vientiane)"):
        assert [(one.city, one.country) for one in stops(text, reading)] == [("Hanoi", vietnam), ("Vientiane", laos)]
    assert [(one.city, one.country) for one in stops("Vietnam", reading)] == [("", vietnam)]
    assert [(one.city, one.country) for one in stops("Hanoi, Hué, Vietnam", reading)] == [
        ("Hanoi", vietnam),
        ("Hué", vietnam),
    ]


def test_towns_of_one_country_become_the_legs_of_their_mission(store: Store, tmp_path: Path) -> None:
    plan = planned(store, tmp_path, ("FICTIF Paul", DATES, "Tokyo–Kyoto–Tokyo", "Japon"))
    assert mission(plan)["cities"] == ("Kyoto", "Tokyo")
    assert [(one["number"], one["city"], one["country"]) for one in legs(plan)] == [
        (1, "Tokyo", store.resolve("country", "JP")), (2, "Kyoto", store.resolve("country", "JP")),
        (3, "Tokyo", store.resolve("country", "JP")),
    ]  # fmt: skip
    assert all(one.decision == ACCEPT for one in plan.items if one.entity == "leg")


def test_days_beside_towns_are_of_the_year_of_the_mission(store: Store, tmp_path: Path) -> None:
    plan = planned(store, tmp_path, ("FICTIF Paul", DATES, "Hanoi (1-5 juillet), Hué (6-12 juillet)", "Vietnam"))
    assert [(one["city"], one["starts_on"], one["ends_on"]) for one in legs(plan)] == [
        ("Hanoi", "2025-07-01", "2025-07-05"), ("Hué", "2025-07-06", "2025-07-12"),
    ]  # fmt: skip
    assert mission(plan)["cities"] == ("Hanoi", "Hué")


def test_days_outside_the_mission_are_asked(store: Store, tmp_path: Path) -> None:
    plan = planned(store, tmp_path, ("FICTIF Paul", DATES, "Hanoi (1-5 juillet), Hué (6-14 août)", "Vietnam"))
    assert [one.text for one in plan.items if one.entity == "leg" and one.kind == "unreadable"] == ["6-14 août"]
    assert [one.get("starts_on") for one in legs(plan)] == ["2025-07-01", None]


def test_each_country_goes_with_its_town_and_all_of_them_with_the_mission(store: Store, tmp_path: Path) -> None:
    plan = planned(store, tmp_path, ("FICTIF Paul", DATES, "Hanoi (Vietnam), Vientiane (Laos)"), headings=HEADINGS[:3])
    assert mission(plan)["cities"] == ("Hanoi", "Vientiane")
    assert mission(plan)["countries"] == tuple(sorted(str(store.resolve("country", code)) for code in ("VN", "LA")))
    assert [one["country"] for one in legs(plan)] == [store.resolve("country", "VN"), store.resolve("country", "LA")]


def test_a_country_in_the_place_of_a_town_is_a_country(store: Store, tmp_path: Path) -> None:
    plan = planned(store, tmp_path, ("FICTIF Paul", DATES, "Vietnam"), headings=HEADINGS[:3])
    assert mission(plan).get("cities") is None
    assert mission(plan)["countries"] == (store.resolve("country", "VN"),)


def test_towns_whose_country_nobody_says_stay_towns(store: Store, tmp_path: Path) -> None:
    plan = planned(store, tmp_path, ("FICTIF Paul", DATES, "Hanoi, Hué et Saigon"), headings=HEADINGS[:3])
    assert mission(plan)["cities"] == ("Hanoi", "Hué", "Saigon")
    assert legs(plan) == []


def test_a_mere_list_of_towns_makes_no_legs(store: Store, tmp_path: Path) -> None:
    plan = planned(store, tmp_path, ("FICTIF Paul", DATES, "Hanoi, Hué et Saigon", "Vietnam"))
    assert (mission(plan)["cities"], legs(plan)) == (("Hanoi", "Hué", "Saigon"), [])


def test_one_town_makes_no_leg(store: Store, tmp_path: Path) -> None:
    plan = planned(store, tmp_path, ("FICTIF Paul", DATES, "Hanoi", "Vietnam"))
    assert (mission(plan)["cities"], legs(plan)) == (("Hanoi",), [])
