"""What every report says of the demo office on a set day, kept as text in both languages: `python -m tests.golden.renew`.

A change of a report shows as a change of these files. They are written anew only where the new words are meant, and read
before they are kept.
"""

import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.domain.entity import Entity
from desktop_app.domain.words import LANGUAGES
from desktop_app.reports import GALLERY
from desktop_app.reports.run import run_report
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query
from tests.made_once import demo_office

FOLDER = Path(__file__).parent
NOW = datetime(2026, 11, 22, 9, 40, tzinfo=UTC)
MISSIONS = 200
EVERY = [(name, lang) for name in GALLERY for lang in LANGUAGES]


def spoken_of(path: Path) -> Path:
    """Make the base of which the reports speak: the same each time."""
    demo_office(path, MISSIONS, today=NOW.date())
    return path


def kept(name: str, lang: str) -> Path:
    """Return the file that holds what a report says."""
    return FOLDER / f"{name}.{lang}.txt"


def said(store: Store, name: str, lang: str) -> str:
    """Return what a report says, line by line; of Vietnam, or of a record there if it can, where it speaks of one."""
    kind = GALLERY[name]
    ref = next(_of_vietnam(store, kind.entity)) if kind.entity and name != "mission_log" else None  # of all travellers
    country = "VN" if kind.needs("country") else None
    # The latest decisions are those of whoever makes the base, on the day when that is done.
    parts = frozenset(part.name for part in kind.parts if part.on and part.name != "decisions")
    report = run_report(store, name, country=country, ref=ref, lang=lang, sections=parts, now=NOW)
    return "\n".join(_lines(report.copied().text)) + "\n"


def _of_vietnam(store: Store, entity: Entity) -> Iterator[str]:
    """Yield the references of the records of Vietnam, then of the others."""
    vietnam = store.resolve("country", "VN")
    for place in entity.places:
        found = store.records(Query(entity, (Filter(place, "in", (vietnam,)),)))
        yield from sorted(str(record["ref"]) for record in found)
    yield from sorted(str(record["ref"]) for record in store.records(Query(entity)))


def _lines(text: str) -> Iterator[str]:
    return (line.rstrip() for line in text.splitlines())


def main() -> None:
    """Write all of them anew."""
    with tempfile.TemporaryDirectory() as folder, Store.open(spoken_of(Path(folder) / "demo.passerelle")) as store:
        for name, lang in EVERY:
            kept(name, lang).write_text(said(store, name, lang), encoding="utf-8")
            sys.stdout.write(f"{kept(name, lang).name}\n")


if __name__ == "__main__":
    main()
