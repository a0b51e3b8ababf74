"""The pages of help say what the program does today: every page in both languages, every key and every word real."""

import re
import xml.etree.ElementTree as ET
from datetime import date
from functools import cache

import pytest
from PySide6.QtGui import QTextDocument

from desktop_app.domain import ENTITIES
from desktop_app.domain.dates_range import read_range
from desktop_app.domain.text import plain
from desktop_app.gui.help import markup
from desktop_app.gui.help.keys import all_keys
from desktop_app.gui.help.pages import ORDER, HelpPage, find, pages
from desktop_app.gui.words import Language
from desktop_app.paths import resources

LANGUAGES: tuple[Language, Language] = ("fr", "en")
EVERY = [(language, name) for language in LANGUAGES for name in ORDER]
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_LINK = re.compile(r"\]\(([^)]+)\)")
# Keys of the system and of Qt's own widgets.
_OF_THE_SYSTEM = {"Enter", "Esc", "Tab", "Ctrl+A", "Shift"}


def page_of(language: Language, name: str) -> HelpPage:
    """One page."""
    return pages(language)[name]


@cache
def words_of_the_screen(language: Language) -> frozenset[str]:
    """Every text that the program may show in a language, without … at its end."""
    found: set[str] = set()
    for entity in ENTITIES.values():
        found |= {entity.words.said(language), entity.one.said(language)}
        found |= {field.words.said(language) for field in entity}
    for catalogue in (resources() / "i18n").glob("*_fr.ts"):
        for message in ET.parse(catalogue).getroot().iter("message"):  # noqa: S314  (our own files)
            text = message.findtext("source") if language == "en" else message.findtext("translation")
            found.add(text or "")
    return frozenset(plain(text).rstrip("…") for text in found)


def test_every_page_stands_in_both_languages_and_none_is_forgotten() -> None:
    for language in LANGUAGES:
        files = {file.stem for file in (resources() / "help" / language).glob("*.md")}
        assert files == set(ORDER)


@pytest.mark.parametrize("name", ORDER)
def test_both_languages_answer_the_same_questions(name: str) -> None:
    french, english = page_of("fr", name), page_of("en", name)
    assert len(french.sections) == len(english.sections)
    assert keys_in(french) == keys_in(english)
    assert french.title
    assert english.title


def test_spans_of_days_are_written_as_each_language_does_and_understood() -> None:
    units: tuple[tuple[Language, str], ...] = (("fr", "j"), ("en", "d"))
    for language, unit in units:
        texts = [text for name in ORDER for text in re.findall(r"`([^`]*\+\d+\w+)`", page_text(language, name))]
        assert [text[-1] for text in texts] == [unit]
        assert read_range(texts[0], date(2026, 11, 1)) == ("2026-11-24", "2026-11-28")


def page_text(language: Language, name: str) -> str:
    """A page as it is written."""
    return (resources() / "help" / language / f"{name}.md").read_text(encoding="utf-8")


def keys_in(page: HelpPage) -> list[str]:
    """The keys that a page names."""
    return [code for code in markup.CODE.findall(page.markdown) if markup.is_key(code)]


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_every_key_in_a_page_does_something(language: Language, name: str) -> None:
    assert set(keys_in(page_of(language, name))) <= all_keys() | _OF_THE_SYSTEM


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_about_lists_fills_down_with_the_key_of_the_menu(language: Language) -> None:
    keys = keys_in(page_of(language, "lists"))
    assert "Ctrl+Shift+D" in keys
    assert "Ctrl+D" not in keys


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_every_word_in_bold_stands_on_the_screen(language: Language, name: str) -> None:
    named = {plain(words) for words in _BOLD.findall(page_of(language, name).markdown)}
    assert not named - words_of_the_screen(language)


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_every_link_leads_to_a_page(language: Language, name: str) -> None:
    assert {link.removesuffix(".md") for link in _LINK.findall(page_of(language, name).markdown)} <= set(ORDER)


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_pages_are_short_and_task_first(language: Language, name: str) -> None:
    page = page_of(language, name)
    assert len(page.markdown.split()) < 330
    assert len(page.sections) >= 3
    assert all(section.heading.endswith("?") for section in page.sections[1:]), [one.heading for one in page.sections]


@pytest.mark.parametrize(
    ("typed", "language", "page"),
    [("spellings", "en", "search"), ("deux graphies", "fr", "search"), ("renew", "en", "instruments"),
     ("renouveler", "fr", "instruments"), ("password", "en", "send"), ("mot de passe", "fr", "send"),
     ("undo older", "en", "history"), ("lecteur ecran", "fr", "keys"), ("csv", "en", "foreign_sheet")],
)  # fmt: skip
def test_search_finds_the_page_that_answers(typed: str, language: Language, page: str) -> None:
    assert page in [section.page for section in find(typed, language)[:3]]


def test_search_finds_nothing_for_nothing() -> None:
    assert find("", "en") == []
    assert find("zzzz", "fr") == []


@pytest.mark.usefixtures("qapp")
def test_a_page_shows_keys_and_no_signs_of_its_source() -> None:
    document = QTextDocument()
    for language, name in EVERY:
        markup.fill(document, page_of(language, name).markdown)
        shown = document.toPlainText()
        assert "`" not in shown
        assert "**" not in shown
        assert "##" not in shown
        assert shown.startswith(page_of(language, name).title)


def test_what_is_typed_is_told_from_keys() -> None:
    assert [
        text for text in ("Ctrl+K", "F2", "Enter", "A", "Ctrl++", "Alt+1", "Ctrl+PgDown") if not markup.is_key(text)
    ] == []
    assert [text for text in ("can tho", "24-28/11", "renew", "24 nov +5j", "send hanoi") if markup.is_key(text)] == []
