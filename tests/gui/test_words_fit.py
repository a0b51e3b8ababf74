"""In French, on the smallest screen that we look at, no label and no button is cut: on pages, in forms and in dialogs."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog

from desktop_app.domain import ENTITIES, MAIN
from desktop_app.gui.editors.choice import Combo
from desktop_app.gui.record_form.opening import open_form
from desktop_app.gui.record_form.parts import PartTable
from desktop_app.gui.theme import look
from desktop_app.gui.words import set_language
from tests.gui.frame.conftest import Desk, demo_base, desk, program, settings
from tests.gui.frame.test_every_page import cut
from tests.gui.test_accessible import DIALOGS

__all__ = ["demo_base", "desk", "program", "settings"]


@pytest.fixture(autouse=True)
def _french(desk: Desk) -> None:
    desk.window.resize(1366, 768)
    set_language("fr")


@pytest.mark.parametrize("entity", [entity.name for entity in MAIN])
def test_no_words_of_a_form_are_cut(desk: Desk, entity: str) -> None:
    form = open_form(desk.window, desk.program.workspace, ENTITIES[entity])
    form.resize(min(form.width(), 1326), min(form.height(), 708))
    for tab in range(len(form.form.builder.tabs)):
        form.form.tabs.choose(tab)
        desk.settle()
        assert cut(form) == [], tab
    form._close_now()


@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 720, 1.0), (1366, 768, 1.5)])
def test_what_is_chosen_in_the_tables_of_a_form_is_read_whole(
    desk: Desk, width: int, height: int, scale: float
) -> None:
    look.apply("light", scale)
    form = open_form(desk.window, desk.program.workspace, ENTITIES["instrument"])
    form.resize(min(look.px(1060), width - 40), height - 60)
    desk.settle()
    tables = {
        table.spec.entity.name: table for table in form.findChildren(PartTable) if table.spec.columns[0] == "number"
    }
    tables["period"].add_row({"act": "letter_of_support", "currency": "EUR", "budget": "12000"})
    party = next(table for table in form.findChildren(PartTable) if table.spec.columns[0] == "person")
    party.add_row({"role": "pi_foreign"})
    party.add_row({"role": "steering_member"})
    desk.settle()
    for table, words in ((tables["period"], "Lettre d’engagement"), (party, "Responsable scientifique (partenaire)")):
        combos = [combo for combo in table.findChildren(Combo) if combo.currentText()]
        assert words in [combo.currentText() for combo in combos]
        assert [combo.currentText() for combo in combos if combo.whole_width() > combo.width() + 1] == []
        assert table.width() <= form.width()
    form._close_now()


@pytest.mark.parametrize("open_", DIALOGS)
def test_no_words_of_a_dialog_are_cut(desk: Desk, open_: Callable[[Desk], QDialog]) -> None:
    dialog = open_(desk)
    desk.settle()
    assert cut(dialog) == []
    assert dialog.width() <= 1366
    assert dialog.height() <= 768
    dialog.close()


def test_no_words_of_the_palette_are_cut(desk: Desk) -> None:
    desk.window.finder.begin("hanoi")
    desk.settle()
    assert cut(desk.window.finder.palette) == []


def test_at_150_percent_no_words_of_a_page_are_cut(desk: Desk) -> None:
    look.apply("light", 1.5)
    desk.window.resize(1440, 900)
    found = {}
    for name in desk.window.stack.places:
        desk.window.stack.show_page(name)
        desk.settle()
        if words := cut(desk.window):
            found[name] = words
    look.apply("light", 1.0)
    assert found == {}
