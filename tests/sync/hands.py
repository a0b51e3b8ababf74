"""A sent workbook open in openpyxl, as Excel would edit it."""

from pathlib import Path
from typing import Any

import openpyxl

from desktop_app.domain.plan import Item, Plan
from desktop_app.sync.answers import NOTHING_SAID, Answers
from desktop_app.sync.receive import receive
from tests.sync.conftest import Office

FIRST_ROW, LAST_ROW = 4, 27  # of the instruments of the office, as Excel counts


class Hands:
    """A sent workbook open in openpyxl, edited by codes and row numbers as Excel shows them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.book: Any = openpyxl.load_workbook(path)

    def column(self, code: str, sheet: str = "Instruments") -> int:
        return next(int(cell.column) for cell in self.book[sheet][1] if str(cell.value).partition(".")[2] == code)

    def type(self, row: int, code: str, value: object, sheet: str = "Instruments") -> str:
        cell = self.book[sheet].cell(row, self.column(code, sheet))
        cell.value = value
        return str(cell.coordinate)

    def read(self, row: int, code: str, sheet: str = "Instruments") -> Any:
        return self.book[sheet].cell(row, self.column(code, sheet)).value

    def send_back(self, name: str = "retour.xlsx") -> Path:
        path = self._path.with_name(name)
        self.book.save(path)
        return path

    def strip(self) -> None:
        """Take away all that names the export: hidden sheets, properties, references; the headings stay."""
        for name in ("_sync", "Listes", "Lisez-moi - Read me"):
            del self.book[name]
        self.book.defined_names.clear()
        self.book.custom_doc_props = type(self.book.custom_doc_props)()
        self.book.properties.keywords = self.book.properties.subject = ""
        for row in range(FIRST_ROW, self.book["Instruments"].max_row + 1):
            self.type(row, "ref", None)


def taken(office: Office, path: Path, answers: Answers = NOTHING_SAID) -> Plan:
    """The plan of a returned file."""
    plan = receive(office.store, path, answers=answers)
    assert plan is not None
    return plan


def only(plan: Plan, kind: str) -> Item:
    """The one item of a kind."""
    (item,) = [item for item in plan.items if item.kind == kind]
    return item
