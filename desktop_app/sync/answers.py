"""What a person said of a file before its plan is made again: which column is which, whose row is whose, which shipment."""

from collections.abc import Mapping
from dataclasses import dataclass, field

NEW = "new"


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers by place. `columns`: the field of a column (`Feuil1!C`), empty to leave it aside · `rows`: the record's id of a
    row (`Feuil1!A12`), or `new` · `shipment`: the number of the workbook that the file descends from."""

    columns: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, str] = field(default_factory=dict)
    shipment: str = ""


NOTHING_SAID = Answers()
