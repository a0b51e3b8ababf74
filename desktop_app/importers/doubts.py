"""Where a person must say what the rows of a foreign sheet are: the sentence, with what they may be."""

from collections.abc import Mapping, Sequence

from desktop_app.domain.choices import find_choice
from desktop_app.domain.entity import Entity
from desktop_app.domain.types import as_text
from desktop_app.domain.words import Words
from desktop_app.excel.sheets import Value as Raw
from desktop_app.excel.sheets import column_letters
from desktop_app.importers.columns import Chosen
from desktop_app.importers.found_table import FoundTable
from desktop_app.importers.hints import Hints

# Two kinds of records that are nearer than this can't be told apart.
_APART = 0.35
_ENOUGH = 1.5
_FEWEST = 2

Scored = tuple[float, Entity, Mapping[int, Chosen]]


def doubt_of(
    scored: Sequence[Scored], samples: Mapping[int, Sequence[Raw]], hints: Hints, table: FoundTable
) -> Words | None:
    """Return why the kind of record is not sure, None where it is."""
    best, entity, columns = scored[0]
    named = entity.name in hints.entities
    points = sum(one.meaning.confidence for one in columns.values())
    few = points < (0.6 if named else _ENOUGH) or best < 0
    poor = not named and len(columns) * 3 < len(table.headings)
    nameless = not named and (len(columns) < _FEWEST or not _names(entity, columns))
    # The periods of an instrument stand in its row: they are no other reading of it.
    rivals = [
        other for score, other, found in scored[1:]
        if found and best - score < _APART and not (other.owner == entity.name and _names(entity, columns))
    ]  # fmt: skip
    if not (few or poor or nameless or rivals or not table.titled):
        return None
    likely = [entity, *rivals][:3] if points >= 1 else []
    fr = " ou ".join(one.fr.lower() for one in likely)
    en = " or ".join(one.en.lower() for one in likely)
    listed = _columns(table, samples)
    return Words(
        f"On ne voit pas ce que sont les lignes de « {table.sheet.name} » ({listed})"
        f"{f' : peut-être {fr}' if fr else ''}. Dites ce que sont ses lignes, et au besoin le champ de chaque colonne.",
        f"It can’t be seen what the rows of “{table.sheet.name}” are ({listed})"
        f"{f': perhaps {en}' if en else ''}. Say what its rows are, and the field of each column where needed.",
    )


def _names(entity: Entity, columns: Mapping[int, Chosen]) -> bool:
    """Tell whether some column names the records: a town and a country are those of anything."""
    present = {name for one in columns.values() for name in one.fields}
    titles = {name for names in entity.title for name in names}
    return bool(present & titles) or bool(entity.identity and present >= set(entity.identity))


def _columns(table: FoundTable, samples: Mapping[int, Sequence[Raw]]) -> str:
    shown = list(table.headings.items())[:8]
    if table.titled:
        return ", ".join(text for _column, text in shown)
    examples = ((column, as_text(next(iter(samples.get(column, ())), None))) for column, _text in shown)
    return ", ".join(f"{column_letters(column)} : {example[:24]}" for column, example in examples if example)


def list_described(
    samples: Mapping[int, Sequence[Raw]], headings: Mapping[int, str], entity: Entity, columns: Mapping[int, Chosen]
) -> Words | None:
    """Return what to do with a sheet that describes one of our lists of choices, None for another sheet."""
    first = min(headings)
    codes = [raw for raw in samples.get(first, ()) if isinstance(raw, str)]
    chosen = columns.get(first)
    if len(codes) < 3 or (chosen is not None and not ({"code", "name"} & set(chosen.fields))):
        return None
    known = sum(find_choice("institutes", code) is not None for code in codes)
    if known < 0.9 * len(codes) or entity.name in ("figure", "person", "mission"):
        return None
    return Words(
        "Les lignes de cette feuille décrivent les instituts du CNRS, une liste que le programme contient déjà : il n’y a"
        " rien à reprendre.",
        "The rows of this sheet describe the institutes of the CNRS, a list that the program already has: there is nothing"
        " to take in.",
    )


def described(table: FoundTable) -> Words:
    """Return a table as people find it: its title, the cell where it begins, its sheet, how many rows."""
    cell, rows, title = table.key.rpartition("!")[2], table.last - table.first, table.above[-1] if table.above else ""
    fr, en = (f"« {title} », ", f"“{title}”, ") if title else ("", "")
    many = "s" if rows > 1 else ""
    return Words(
        f"{fr}à partir de la case {cell} de « {table.sheet.name} » ({rows} ligne{many})",
        f"{en}from cell {cell} on in “{table.sheet.name}” ({rows} row{'' if rows == 1 else 's'})",
    )
