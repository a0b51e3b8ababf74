"""The pages of help in both languages, and search in them."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from desktop_app.domain.text import fold
from desktop_app.gui.words import Language
from desktop_app.paths import resources

# In the order in which a new colleague needs them.
ORDER = (
    "start", "search", "lists", "forms", "partners", "instruments", "missions", "deadlines", "overview", "people", "events",
    "send", "take_back", "foreign_sheet", "review", "reports", "letters", "map", "history", "settings", "keys",
)  # fmt: skip


class Section(NamedTuple):
    """A question of a page, with its answer; the first section of a page has the page's title."""

    page: str
    heading: str
    text: str


class HelpPage(NamedTuple):
    """One page."""

    name: str
    title: str
    markdown: str
    sections: tuple[Section, ...]


@cache
def pages(language: Language) -> Mapping[str, HelpPage]:
    """Return the pages of a language by name, in their order."""
    return {name: _read(name, language) for name in ORDER}


def _read(name: str, language: Language) -> HelpPage:
    text = (resources() / "help" / language / f"{name}.md").read_text(encoding="utf-8")
    head, *rest = text.split("\n## ")
    title, _, intro = head.partition("\n")
    title = title.removeprefix("# ").strip()
    sections = [Section(name, title, intro)]
    for part in rest:
        heading, _, body = part.partition("\n")
        sections.append(Section(name, heading.strip(), body))
    return HelpPage(name, title, text, tuple(sections))


def find(text: str, language: Language, most: int = 20) -> list[Section]:
    """Return the sections that hold every word of a text, those whose heading does first."""
    words = fold(text).split()
    if not words:
        return []
    ranked = []
    for place, page in enumerate(pages(language).values()):
        for number, section in enumerate(page.sections):
            heading, body = fold(section.heading).split(), fold(section.text).split()
            if _hold(words, heading):
                ranked.append((0, number, place, section))
            elif _hold(words, [*heading, *body]):
                ranked.append((1, place, number, section))
    ranked.sort(key=lambda entry: entry[:3])
    return [section for *_order, section in ranked[:most]]


def _hold(words: list[str], text: list[str]) -> bool:
    return all(any(one.startswith(word) for one in text) for word in words)
