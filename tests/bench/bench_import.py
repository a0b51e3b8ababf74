"""How long a foreign sheet takes from the file to its review, beside a bare read of the same file in the same run.

    python tests/bench/bench_import.py [ROWS…] [--names N]

Prints, for each size, the seconds of the clock from the file to the plan, and the ratio of the processor's seconds to those
of python-calamine; then the time to match N names, each with a typing error, against N known ones.
"""

import argparse
import random
import tempfile
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

from desktop_app.domain import ENTITIES
from desktop_app.excel.read import prepare, read_book, release
from desktop_app.importers.sheet import import_sheet
from desktop_app.store.base import Store
from desktop_app.store.likeness import Likeness
from tests.bench.bench_read import bare, measure

_HEADINGS = ("N° OM", "NOM", "Prénom", "Date de départ", "Date de retour", "Pays", "Ville(s)", "Motif", "Coût total EUR",
             "Observations", "Assurance")  # fmt: skip
_WORDS = ("Université", "Institut", "Académie", "Centre", "École", "fictif", "imaginaire", "lunaire", "austral", "des", "de la",
          "brume", "marée", "nuage", "corail", "rizière", "volcan", "delta", "forêt", "saline")  # fmt: skip


def make(rows: int, path: Path) -> Path:
    """Write a sheet of missions as an embassy sends it, below a title."""
    chance = random.Random(rows)
    book = xlsxwriter.Workbook(path)
    page, day = book.add_worksheet("Missions"), book.add_format({"num_format": "dd/mm/yyyy"})
    page.write_string(0, 0, "Missions du poste")
    page.write_row(2, 0, _HEADINGS)
    for row in range(3, rows + 3):
        start = date(2020, 1, 1) + timedelta(chance.randrange(2_000))
        page.write_row(row, 0, (f"2025-{row:06}", f"Fictif{chance.randrange(900)}", f"Prénom{chance.randrange(40)}"))
        page.write_datetime(row, 3, start, day)
        page.write_datetime(row, 4, start + timedelta(5), day)
        page.write_row(row, 5, (chance.choice(("Viêt Nam", "Laos", "Singapour")), "Hanoï, Huê", "Colloque"))
        page.write_number(row, 8, chance.randrange(100, 4_000))
        page.write_row(row, 9, (f"remarque {row}", "oui"))
    book.close()
    return path


def match(count: int) -> int:
    """Match names with a typing error against known ones; return how many found theirs."""
    chance = random.Random(count)
    names = {" ".join(chance.choices(_WORDS, k=5)) + f" {number // 40}" for number in range(count)}
    countries = [f"country {number}" for number in range(60)]
    records = [
        {"id": str(number), "name": name, "country": countries[number % 60]}
        for number, name in enumerate(sorted(names))
    ]
    known = Likeness(ENTITIES["partner"], records)
    found = 0
    for record in records:
        at = chance.randrange(2, 8)
        typed = record["name"][:at] + record["name"][at + 1 :]
        found += any(id_ == record["id"] for id_, _score in known.near(typed, (record["country"],)))
    return found


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("rows", type=int, nargs="*", default=[2_000, 100_000])
    options.add_argument("--names", type=int, default=12_000)
    told = options.parse_args()
    prepare()
    with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder) / "b.passerelle", "SIN") as store:
        for rows in told.rows:
            path = make(rows, Path(folder) / f"{rows}.xlsx")
            _clock, beside = measure(lambda path=path: bare(path))  # type: ignore[misc]
            clock, spent = measure(
                lambda path=path: import_sheet(  # type: ignore[misc]
                    store, read_book(path), file_name=path.name, sha256="x", create=("person",)
                )
            )
            print(f"{rows:>9,} rows: {clock:6.2f} s to the plan, {spent / beside:5.1f} × a bare read")
    clock, _spent = measure(lambda: print(f"{match(told.names):>9,} names found of {told.names:,}", end=": "))
    print(f"{clock:.2f} s")
    release()


if __name__ == "__main__":
    main()
