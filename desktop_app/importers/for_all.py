"""Values that all rows of a sheet have without saying them: the country of a list of universities, the year of a report."""

from collections.abc import Iterable, Mapping

from desktop_app.domain.entity import Entity
from desktop_app.domain.refused import Refused
from desktop_app.domain.text import fold
from desktop_app.domain.values import Reading, Value
from desktop_app.domain.words import Words
from desktop_app.importers.cells import ColumnReader
from desktop_app.importers.columns import TOLD, Chosen, field_of
from desktop_app.importers.headings import Meaning
from desktop_app.importers.links import Links

_COUNTRY = ("country", "countries")
_LONGEST = 3  # words in the name of a country


def values_for_all(entity: Entity, said: Mapping[str, str], reading: Reading, links: Links) -> dict[str, Value]:
    """Return the values by field. Raises Refused with what can't be read."""
    values: dict[str, Value] = {}
    for name, text in said.items():
        if field_of(entity, name) is None or "." in name:
            raise Refused(
                Words(
                    f"« {name} » n’est pas un champ de {entity.one.fr} : vérifiez le nom.",
                    f"“{name}” is not a field of {entity.one.en}: check the name.",
                )
            )
        column = ColumnReader(entity, 0, Chosen(Meaning(name, 1.0, TOLD), (name,)), "", reading, links, american=False)
        read = column.read(text)
        if read is not None and read.asked:
            raise Refused(read.asked[0][1].words)
        values |= read.values if read is not None else {}
    return values


def proposed(entity: Entity, present: Iterable[str], texts: Iterable[str], reading: Reading) -> tuple[str, str] | None:
    """Return the field and the value that the names of a file and its sheets say for all rows: the country that they name."""
    name = next((one for one in _COUNTRY if one in entity.fields), None)
    if name is None or name in {one.partition(".")[0] for one in present}:
        return None
    for text in texts:
        words = fold(text.rpartition(".")[0] or text).split()
        for length in range(_LONGEST, 0, -1):
            for start in range(len(words) - length + 1):
                called = " ".join(words[start : start + length])
                # Two letters in the name of a file are anything, and every embassy is “de France”.
                if len(called) > 3 and called != "france" and reading.resolve("country", called):
                    return name, called.title()
    return None
