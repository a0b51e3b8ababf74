"""French and English: nothing left to translate, and a switch that needs no restart."""

import ast
import re
import sys
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QFileInfo
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QFileIconProvider, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.domain.words import Words
from desktop_app.gui.words import Language, figure, mark, said, set_language, tr, unbroken
from tests.gui.frame.conftest import Desk

ROOT = Path(__file__).resolve().parents[3]


def test_no_line_ends_within_a_reference() -> None:
    assert unbroken("Already there - SIN-H-J7RWFSY0") == "Already there - SIN\u2011H\u2011J7RWFSY0"


def test_every_text_of_the_program_is_translated_and_compiled() -> None:
    sys.path.insert(0, str(ROOT / "build_spec"))
    try:
        import translations
    finally:
        sys.path.remove(str(ROOT / "build_spec"))
    assert translations.complaints() == []


def test_a_text_is_said_in_one_way_by_all_catalogues() -> None:
    # Qt asks one catalogue after the other, and takes what has no comment for what has one.
    said_as: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for message, translation in catalogued("fr"):
        words = "".join(translation.itertext()).strip()
        said_as[message.findtext("source") or ""][message.findtext("comment") or ""].add(words)
    for text, by_comment in said_as.items():
        general = by_comment.get("", set())
        for told in by_comment.values():
            assert len(told | general) == 1, text


def catalogued(language: str) -> Iterator[tuple[ET.Element, ET.Element]]:
    """Return every message of the catalogues of a language, with its translation."""
    for catalogue in (ROOT / "resources" / "i18n").glob(f"*_{language}.ts"):
        for message in ET.parse(catalogue).getroot().iter("message"):  # noqa: S314  (our own files)
            translation = message.find("translation")
            assert translation is not None
            yield message, translation


def test_every_text_that_the_code_says_is_in_a_catalogue() -> None:
    # What collects the texts does not look inside formatted strings.
    held = {(message.findtext("source"), message.findtext("comment") or "") for message, _ in catalogued("fr")}
    for module in [*(ROOT / "desktop_app" / "gui").rglob("*.py"), ROOT / "desktop_app" / "app.py"]:
        for call in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            match call:
                case ast.Call(func=ast.Name(id="tr" | "mark"), args=[ast.Constant(value=text), *notes]):
                    note = ast.literal_eval(notes[0]) if notes else ""
                    assert (text, note) in held, f"{module.name}:{call.lineno}"


def test_no_sign_of_french_can_begin_a_line() -> None:
    for _message, translation in catalogued("fr"):
        for words in (translation.text or "", *(form.text or "" for form in translation)):
            assert not re.search(r" [:;?!»]|« | %(?![nL])", words), words


@pytest.mark.usefixtures("qapp")
def test_plurals_are_said_in_both_languages() -> None:
    set_language("en")
    assert tr("%n mission(s)", "", 1) == "1 mission"
    assert tr("%n mission(s)", "", 3) == "3 missions"
    set_language("fr")
    assert tr("in %n day(s)", "", 1) == "dans 1 jour"
    assert tr("in %n day(s)", "", 41) == "dans 41 jours"
    set_language("en")


@pytest.mark.usefixtures("qapp")
def test_words_of_the_data_and_figures_follow_the_language() -> None:
    set_language("fr")
    assert said(Words("Pays", "Country")) == "Pays"
    assert figure(25_000) == "25\u202f000"
    set_language("en")
    assert said(Words("Pays", "Country")) == "Country"
    assert figure(25_000) == "25,000"
    assert mark("Anything") == "Anything"


@pytest.mark.usefixtures("qapp")
def test_the_buttons_of_qt_speak_french_too() -> None:
    set_language("fr")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuler"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Annuler"
    set_language("en")


@pytest.mark.parametrize(("language", "words"), [("fr", "Regarder dans"), ("en", "Look in")])
def test_the_file_dialog_of_qt_speaks_one_language(
    language: Language, words: str, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "Asie (fictif)").mkdir()
    set_language(language)
    try:
        dialog = QFileDialog(directory=str(tmp_path))
        qtbot.addWidget(dialog)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        labels = [label.text().replace("&", "") for label in dialog.findChildren(QLabel)]
        assert any(label.startswith(words) for label in labels)
        english = {"Look in:", "Files of type:", "File name:"}
        assert len(english & set(labels)) == (3 if language == "en" else 0)
        kind = QFileIconProvider().type(QFileInfo(str(tmp_path)))
        assert kind == ("Folder" if language == "en" else "Dossier")
    finally:
        set_language("en")


def test_the_window_changes_its_language_at_once(desk: Desk) -> None:
    page = desk.show("mission")
    assert page.head.title.text() == "Missions"
    assert page.actions_["new"].text() == "New mission"
    desk.window.top.language.click()
    desk.settle()
    assert page.actions_["new"].text() == "Nouvelle mission"
    assert desk.window.side.buttons["partner"].text() == "Partenaires"
    assert desk.window.top.office.text() == "Bureau du CNRS à Singapour"
    assert page.list.model.headerData(0, page.list.table.horizontalHeader().orientation()) == "Missionnaire"
    assert "Tout est affiché" in desk.window.status.shown.text()
    assert desk.program.settings.text("language") == "fr"
