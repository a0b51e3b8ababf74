"""Titles and short names of projects that do not exist, with the mark that says so."""

from desktop_app.demo.draw import Draw
from desktop_app.demo.world import rows


class Subject:
    """What a made-up project is about: its short name, its titles in both languages, its field and institute."""

    def __init__(self, acronym: str, fr: str, en: str, row: dict[str, str]) -> None:
        self.acronym = acronym
        self.fr, self.en = f"{fr} (fictif)", f"{en} (fictitious)"
        self.field, self.institute = row["field"], row["institute"]


class Subjects:
    """Draws subjects; no two have the same short name."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._themes = list(rows("project_words"))
        self._variants = [theme for theme in self._themes if theme["variants_fr"]]
        self._places: dict[str, list[dict[str, str]]] = {}
        for row in rows("project_places"):
            self._places.setdefault(row["country"], []).append(row)
        self._taken: set[str] = set()

    def draw(self, country: str, head: str = "") -> Subject:
        """Return a subject for a country; `head` starts the short name, as the programme's name does for a PHC."""
        places = self._places.get(country)
        theme = self._draw.pick(self._themes if places else self._variants)
        stem = self._draw.pick(theme["stems"].split("|"))
        if theme["variants_fr"]:
            number = self._draw.between(0, theme["variants_fr"].count("|"))
            held = {"variant": (theme["variants_fr"].split("|")[number], theme["variants_en"].split("|")[number])}
            acronym = f"{head}-{stem}" if head else f"{stem}-{country}"
        else:
            place = self._draw.pick(places or [])
            held = {"place": (place["place_fr"], place["place_en"])}
            acronym = f"{head or place['stem']}-{stem}"
        fr = theme["title_fr"].format(**{name: words[0] for name, words in held.items()})
        en = theme["title_en"].format(**{name: words[1] for name, words in held.items()})
        return Subject(self.unique(acronym), fr, en, theme)

    def unique(self, acronym: str) -> str:
        """Return a short name that no project has yet."""
        number, found = 2, acronym
        while found in self._taken:
            found, number = f"{acronym}-{number}", number + 1
        self._taken.add(found)
        return found
