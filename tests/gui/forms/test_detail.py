"""The pane beside a list says what matters of a record, and everything that it names can be opened."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from desktop_app.domain import ENTITIES
from desktop_app.domain.ids import derived_id
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import LINK, PARTY
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.words import Words
from desktop_app.gui.detail.chips import Chip, ChipLine, ChipWords, show_chips
from desktop_app.gui.detail.facts import Facts, short_span
from desktop_app.gui.detail.life_line import Life, LifeLine, life_of
from desktop_app.gui.detail.life_words import Mark, write
from desktop_app.gui.detail.pane import DetailPane
from desktop_app.gui.detail.records import facts_of
from desktop_app.gui.record_form.window import FormWindow
from desktop_app.gui.theme import DARK, LIGHT, look

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop_app.domain.entity import Entity
    from desktop_app.gui.workspace import Workspace
    from tests.gui.forms.conftest import Office

TODAY = date(2025, 11, 22)


def facts(office: Office, entity: Entity, name: str, today: date = TODAY) -> Facts:
    found = facts_of(office.store, entity, office.ids[name], today)
    assert found is not None
    return found


def entries(found: Facts, heading: str) -> list[tuple[str, str, str]]:
    block = next(block for block in found.blocks if block.heading == heading)
    return [(entry.title, entry.second, entry.right) for entry in block.entries]


# What is said ----------------------------------------------------------------------------------------------------------


def test_an_instrument_says_what_is_due_who_takes_part_and_what_changed(office: Office) -> None:
    found = facts(office, INSTRUMENT, "water")
    assert (found.title, found.subtitle) == ("MEKONG-WATER", "Water cycle and sediments of the lower Mekong")
    assert [chip.text for chip in found.chips] == ["IRP", "To renew"]
    assert found.warnings == ["Renewal file: due in 41 days"]
    rows = dict(found.rows)
    assert rows["Yearly budget"] == "14,000\u202f€"
    assert rows["Directors"] == "Camille Exemple, Thi Exemple"
    assert entries(found, "Partners") == [
        ("Vietnam Academy of Science and Technology", "Vietnam · Foreign lead institution", ""),
        ("Can Tho University", "Vietnam · Associate partner", ""),
        ("UMR 5563 GET", "French lead institution", ""),
    ]
    assert entries(found, "Missions") == [
        ("Field work, Can Tho", "T. Exemple · 2–20 Mar 2025", ""),
        ("Workshop, Hanoi", "C. Exemple · 12–16 Jan 2025", ""),
    ]
    assert found.changes


def test_what_is_late_is_said_in_days(office: Office) -> None:
    assert facts(office, INSTRUMENT, "water", date(2026, 1, 11)).warnings == ["Renewal file: 9 days late"]
    assert facts(office, INSTRUMENT, "water", date(2025, 6, 1)).warnings == []


def test_two_steps_on_one_day_are_no_trouble(office: Office) -> None:
    from desktop_app.domain.instrument_parts import MILESTONE

    with office.store.edit(Words("Étape", "Step")) as edit:
        edit.add(MILESTONE, {"instrument": office.ids["water"], "kind": "budget", "due_on": "2026-01-02"})
    assert len(facts(office, INSTRUMENT, "water").warnings) == 1


def test_the_life_of_an_instrument_comes_from_its_periods(office: Office) -> None:
    life = facts(office, INSTRUMENT, "water").life
    assert life is not None
    assert [(point.words, point.when) for point in life.points] == [
        ("Signed", "2018"), ("Renewed", "2022"), ("Ends", "12.2026"),
    ]  # fmt: skip
    assert not life.endless
    assert facts(office, INSTRUMENT, "older").life is None


@pytest.mark.parametrize(
    ("record", "periods", "words", "endless"),
    [
        ({"starts_on": "2001"}, [], ["Start"], True),
        ({"starts_on": "2020", "ends_on": "2024"}, [], ["Start", "Ended"], False),
        (
            {},
            [{"starts_on": "2020-05-01", "ends_on": "2030-04-30", "signed_on": "2020-04-01"}],
            ["Signed", "Ends"],
            False,
        ),
        ({"starts_on": "2020"}, [{"starts_on": "2020-01-01"}, {"starts_on": "2025-01-01"}], ["Start", "Renewed"], True),
        ({"starts_on": "2020"}, [{"starts_on": "2020-01-01"}, {"starts_on": "2035-01-01"}], ["Start", "Renewal"], True),
    ],
)
def test_a_life_may_have_no_end_and_no_periods(
    speaking: object, record: dict[str, str], periods: list[dict[str, str]], words: list[str], endless: bool
) -> None:
    assert speaking
    life = life_of(record, periods, TODAY)
    assert life is not None
    assert [point.words for point in life.points] == words
    assert life.endless == endless


def test_a_partner_names_its_contacts_instruments_missions_and_access(office: Office) -> None:
    found = facts(office, PARTNER, "vast")
    assert [block.heading for block in found.blocks] == [
        "Contacts",
        "Instruments",
        "Missions",
        "Access to infrastructures",
    ]
    assert entries(found, "Instruments") == [
        ("MEKONG-WATER", "IRP · Foreign lead institution · Water cycle and sediments of the lower Mekong", "2018–2026")
    ]
    assert entries(found, "Access to infrastructures")[0][0] == "Synchrotron SOLEIL"


def test_a_partner_names_its_instruments_by_their_french_title_on_a_french_screen(
    office: Office, speaking: Callable[[str], None]
) -> None:
    with office.store.edit(Words("Titre", "Title")) as edit:
        edit.set(INSTRUMENT, office.ids["water"], "title_fr", "Cycle de l’eau du bas Mékong")
    speaking("fr")
    assert entries(facts(office, PARTNER, "vast"), "Instruments")[0][1].endswith(" · Cycle de l’eau du bas Mékong")


def test_a_mission_says_its_days_and_its_cost_and_a_person_its_warnings(office: Office) -> None:
    rows = dict(facts(office, MISSION, "workshop").rows)
    assert rows["Dates"] == "12–16 Jan 2025 (5 days)"
    assert rows["Cost"] == "1,450\u202f€"
    assert facts(office, PERSON, "thi").warnings == ["No legal basis is given for this person."]


def test_a_mission_is_headed_by_who_travels_and_where_and_says_no_place_twice(office: Office) -> None:
    with office.store.edit(Words("Lieu", "Place")) as edit:
        edit.update(MISSION, office.ids["workshop"], {"cities": ("Singapore",), "number": "FICTIF-1",
                                                      "countries": (derived_id("country", "SG"),)})  # fmt: skip
    found = facts(office, MISSION, "workshop")
    assert "Exemple" in found.title
    assert found.subtitle == "Singapore"
    assert ("Mission no.", "FICTIF-1") in found.rows


def test_an_instrument_whose_title_is_its_acronym_says_it_once(office: Office) -> None:
    with office.store.edit(Words("Titre", "Title")) as edit:
        edit.set(INSTRUMENT, office.ids["water"], "title", "MEKONG-WATER")
    assert facts(office, INSTRUMENT, "water").subtitle == ""


def test_every_kind_of_record_can_be_described(office: Office) -> None:
    for name, entity in ENTITIES.items():
        from desktop_app.store.queries import Query

        for record in office.store.records(Query(entity, limit=2)):
            assert facts_of(office.store, entity, str(record["id"]), TODAY) is not None, name


def test_the_last_change_says_before_and_after_and_who(office: Office) -> None:
    from desktop_app.domain.instrument_parts import PERIOD

    with office.store.edit(Words("Budget", "Budget")) as edit:
        edit.set(PERIOD, office.ids["second"], "budget", "15000")
    change = facts(office, INSTRUMENT, "water").changes[0]
    assert change.sentence == "Period 2 1 Jan 2022 31 Dec 2026 · Yearly budget: 14,000 → 15,000"
    assert change.who == "You"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2025-01-12", "2025-01-16", "12–16 Jan 2025"), ("2025-12-28", "2026-01-03", "28 Dec 2025 – 3 Jan 2026"),
        ("2025-01-12", "", "12 Jan 2025"), ("2025-01-12", "2025-01-12", "12 Jan 2025"),
        ("2024", "", "2024"), ("2024-05", "2024-06", "2024"),
    ],
)  # fmt: skip
def test_days_are_said_in_short(speaking: object, start: str, end: str, words: str) -> None:
    assert speaking
    assert short_span(start, end) == words


# The pane --------------------------------------------------------------------------------------------------------------


@pytest.fixture
def pane(workspace: Workspace, show: Callable[[QWidget], QWidget]) -> DetailPane:
    made = DetailPane(workspace, INSTRUMENT)
    made.resize(356, 700)
    show(made)
    return made


def body(pane: DetailPane) -> QWidget:
    shown = pane.ui.area.widget()
    assert shown is not None
    return shown


def texts(pane: DetailPane) -> list[str]:
    return [one.accessibleName() or one.text() for one in body(pane).findChildren(QLabel)]


def test_the_pane_shows_a_record_and_asks_to_edit_it(
    pane: DetailPane, office: Office, settle: Callable[[], None], qtbot: QtBot
) -> None:
    assert not pane.actions_["edit"].isEnabled()
    pane.show_record(office.ids["water"])
    settle()
    assert pane.ui.title.text() == "MEKONG-WATER"
    assert "Last changes" in texts(pane)
    with qtbot.waitSignal(pane.edit_asked) as asked:
        pane.actions_["edit"].trigger()
    assert asked.args == [office.ids["water"]]
    with qtbot.waitSignal(pane.close_asked):
        pane.ui.close.click()
    pane.clear()
    assert pane.ui.title.text() == ""
    assert not pane.actions_["edit"].isEnabled()


def test_a_record_is_read_again_only_when_something_was_written(
    pane: DetailPane, office: Office, settle: Callable[[], None], workspace: Workspace
) -> None:
    pane.show_record(office.ids["water"])
    settle()
    shown = body(pane)
    pane.show_record(office.ids["water"])
    settle()
    assert body(pane) is shown
    workspace.edit(
        Words("Sigle", "Acronym"), lambda edit: edit.set(INSTRUMENT, office.ids["water"], "acronym", "DELTA")
    )
    settle()
    pane.show_record(office.ids["water"])
    settle()
    assert pane.ui.title.text() == "DELTA"


def test_a_linked_record_opens_in_its_form(pane: DetailPane, office: Office, settle: Callable[[], None]) -> None:
    pane.show_record(office.ids["water"])
    settle()
    names = {one.accessibleName().split(",")[0]: one for one in body(pane).findChildren(QPushButton)}
    names["Can Tho University"].click()
    settle()
    opened = [one for one in QApplication.topLevelWidgets() if isinstance(one, FormWindow)]
    assert [one.form.id for one in opened] == [office.ids["ctu"]]
    opened[0].close()


def test_see_all_opens_the_tab_with_all_of_them(pane: DetailPane, office: Office, settle: Callable[[], None]) -> None:
    with office.store.edit(Words("Missions", "Missions")) as edit:
        for day in range(1, 5):
            edit.add(
                MISSION,
                {"person": office.ids["thi"], "starts_on": f"2026-02-0{day}", "instrument": office.ids["water"]},
            )
    pane.show_record(office.ids["water"])
    settle()
    every = next(one for one in body(pane).findChildren(QPushButton) if one.text() == "See all 6")
    every.click()
    settle()
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, FormWindow))
    related = window.form.builder.tabs[window.form.tabs.current].related
    assert related is not None
    assert related.related.entity is MISSION
    assert related.table.rows.rowCount() == 6
    window.close()


def test_the_pane_keeps_only_the_last_record_asked_for(
    pane: DetailPane, office: Office, settle: Callable[[], None]
) -> None:
    pane.show_record(office.ids["water"])
    pane.show_record(office.ids["older"])
    settle()
    assert pane.ui.title.text() == "MEKONG"


def test_the_body_scrolls_while_the_head_and_the_button_stay(
    pane: DetailPane, office: Office, settle: Callable[[], None]
) -> None:
    pane.resize(356, 300)
    pane.show_record(office.ids["water"])
    settle()
    assert pane.ui.area.verticalScrollBar().maximum() > 0
    assert pane.ui.area.horizontalScrollBar().maximum() == 0
    assert body(pane).width() <= pane.ui.area.viewport().width()


def test_the_pane_speaks_the_language_of_the_screen(
    pane: DetailPane, office: Office, settle: Callable[[], None], speaking: Callable[[str], None]
) -> None:
    pane.show_record(office.ids["water"])
    settle()
    speaking("fr")
    settle()
    assert "Derniers changements" in texts(pane)
    assert pane.actions_["edit"].text() == "Modifier…"


def test_the_names_of_facts_stay_on_one_line_when_the_text_grows(
    pane: DetailPane, office: Office, settle: Callable[[], None]
) -> None:
    pane.resize(560, 700)
    pane.show_record(office.ids["water"])
    settle()
    look.apply("light", 1.5)
    settle()
    name = next(label for label in body(pane).findChildren(QLabel) if label.text() == "Yearly budget")
    assert name.width() >= name.fontMetrics().horizontalAdvance("Yearly budget")
    look.apply("light", 1.0)


def test_a_chip_without_room_ends_in_dots_and_says_its_word_beside_the_mouse(
    show: Callable[[QWidget], QWidget],
) -> None:
    word, holder = "Organisme de recherche", QWidget()
    line = ChipLine()
    line.setParent(holder)
    show_chips(line.flow, [ChipWords(word, "teal"), ChipWords("Actif", "green", "check")])
    show(holder)
    chip, label = holder.findChildren(Chip)[0], holder.findChildren(QLabel)[0]
    for width, cut in ((120, True), (400, False)):
        line.setGeometry(0, 0, width, 60)
        QApplication.processEvents()
        assert label.text().endswith("…") == cut
        assert (label.text() == word) != cut
        assert (chip.toolTip() == word) == cut
        assert holder.findChildren(Chip)[1].findChildren(QLabel)[0].text() == "Actif"


def test_the_life_line_paints_in_both_themes(show: Callable[[QWidget], QWidget], office: Office) -> None:
    line = LifeLine()
    line.resize(320, 66)
    line.show_life(facts(office, INSTRUMENT, "water").life)
    show(line)
    pictures = set()
    for theme in (LIGHT, DARK):
        look.apply(theme.name)
        pictures.add(bytes(line.grab().toImage().constBits()))
    assert len(pictures) == 2
    assert line.accessibleDescription() == "Signed 2018; Renewed 2022; Ends 12.2026"


def _every_five_years(first: int, last: int, today: date) -> Life:
    starts = [f"{year}-01-01" for year in range(first, last, 5)]
    periods = [{"starts_on": one, "signed_on": one} for one in starts]
    life = life_of({"starts_on": starts[0], "ends_on": f"{last}-12-31"}, periods, today)
    assert life is not None
    return life


def test_a_life_names_all_its_moments_in_the_pane_in_both_languages(
    show: Callable[[QWidget], QWidget], speaking: Callable[[str], None]
) -> None:
    line = LifeLine()
    line.resize(look.px(312), 68)
    show(line)
    for language, words in (
        ("en", ["Signed", "Renewed", "Renewed", "Renewal", "Ends"]),
        ("fr", ["Signé", "Renouv.", "Renouv.", "Renouv.", "Fin"]),
    ):
        speaking(language)
        line.show_life(_every_five_years(2014, 2033, date(2026, 11, 30)))
        assert [one.words for one in line.written()] == words


@pytest.mark.parametrize("today", [date(2026, 11, 30), date(2032, 6, 1)])
def test_a_long_life_names_its_ends_and_the_next_step_before_all_others(
    show: Callable[[QWidget], QWidget], speaking: Callable[[str], None], today: date
) -> None:
    line = LifeLine()
    line.resize(look.px(240), 68)
    show(line)
    speaking("fr")
    life = _every_five_years(1978, 2035, today)
    line.show_life(life)
    written = {one.mark.when: one.words for one in line.written()}
    assert (written["1978"], written["2028" if today.year < 2028 else "2033"], written["12.2035"]) == (
        "Signé", "Renouv.", "Fin",
    )  # fmt: skip
    placed = [(one.left, one.left + one.width) for one in line.written()]
    assert all(right < left for (_left, right), (left, _right) in pairwise(placed))
    assert placed[0][0] >= 0
    assert placed[-1][1] <= line.width()


def test_words_of_a_life_give_way_to_each_other_sideways() -> None:
    marks = [Mark(7, "Signature", "Signé", "2014", needed=True), Mark(60, "Renouvelé", "Renouv.", "2019"),
             Mark(193, "Fin", "Fin", "2033", needed=True)]  # fmt: skip
    first, middle, last = write(marks, 200, lambda words: 6.0 * len(words))
    assert (first.left, first.words) == (0, "Signature")
    assert (middle.left, middle.words) == (60, "Renouvelé")  # not in the middle of its moment, but still below it
    assert (last.left, last.width) == (176, 24)


def test_an_extension_says_whom_it_receives_and_both_ends_of_a_link_say_it(office: Office) -> None:
    with office.store.edit(Words("Extension", "Extension")) as edit:
        extension = edit.add(
            INSTRUMENT,
            {"title": "Extension inventée", "type": derived_id("instrument_type", "EXT"), "city": "Toulouse"},
        )
        edit.add(LINK, {"instrument": extension, "kind": "extension_of", "other": office.ids["water"]})
        for number, (role, until) in enumerate(
            (("hosted_student", None), ("hosted_student", "2025-12-31"), ("hosted_student", "2024-06-30"),
             ("hosted_researcher", None))
        ):  # fmt: skip
            person = edit.add(PERSON, {"family_name": f"FICTIF {number}"})
            edit.add(PARTY, {"instrument": extension, "role": role, "person": person, "until_on": until})
    found = facts_of(office.store, INSTRUMENT, extension, TODAY)
    assert found is not None
    assert dict(found.rows)["Received"] == "2 students, 1 researcher"
    assert entries(found, "Linked instruments") == [("MEKONG-WATER", "Extension of", "")]
    from_the_other_end = entries(facts(office, INSTRUMENT, "water"), "Linked instruments")
    assert ("Extension inventée", "Has the extension", "") in from_the_other_end
