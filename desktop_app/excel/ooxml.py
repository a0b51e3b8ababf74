"""The plan of an .xlsx, .xlsm or .xlsb workbook: which parts hold its sheets, texts, names and properties."""

import posixpath
from typing import NamedTuple

from desktop_app.excel.archive import Archive, Part, fold
from desktop_app.excel.findings import MAX_SHEETS
from desktop_app.excel.markup import local, parse
from desktop_app.excel.rejected import Rejected

# The last step of a relation's type tells its role; Strict and transitional workbooks agree on it.
SHEET_ROLES = {"worksheet", "chartsheet", "dialogsheet", "xlmacrosheet", "xlintlmacrosheet"}
_OWN_NAME = "_passerelle"


class Plan:
    """Where things are in the container of a workbook."""

    def __init__(self, main: Part) -> None:
        self.main = main
        # Sheets in order: name, its part (or nothing when the relation is broken), and its role.
        self.sheets: list[tuple[str, Part | None, str]] = []
        self.others: list[Part] = []
        self.names: dict[str, str] = {}
        self.recalculates = False


class _Relation(NamedTuple):
    role: str
    target: str


def main_part(archive: Archive) -> Part | None:
    """Return the part that describes the workbook, or nothing when this is no workbook."""
    for usual in ("xl/workbook.xml", "xl/workbook.bin"):
        part = archive.find(usual)
        if part is not None:
            return part
    for relation in _relations(archive, "").values():
        if relation.role == "officedocument":
            return archive.find(relation.target)
    return None


def plan(archive: Archive, main: Part) -> Plan:
    """Return the plan of a workbook."""
    folder = posixpath.dirname(fold(main.name))
    relations = _relations(archive, posixpath.join(folder, posixpath.basename(fold(main.name))))
    found = Plan(main)
    if main.name.lower().endswith(".bin"):
        from desktop_app.excel.xlsb_scan import bundled_sheets

        listed = bundled_sheets(archive.read(main))
    else:
        listed = _listed_sheets(archive, found)
    if len(listed) > MAX_SHEETS:
        raise Rejected("too_many_sheets", limit=MAX_SHEETS)
    for name, relation_id in listed:
        relation = relations.get(relation_id)
        part = archive.find(relation.target) if relation else None
        found.sheets.append((name, part, relation.role if relation else "worksheet"))
    found.others = _other_parts(archive, relations, {part for _, part, _ in found.sheets if part})
    return found


def properties(archive: Archive) -> dict[str, str]:
    """Return the document properties: the core ones, then what people or programs added."""
    found: dict[str, str] = {}
    for name in ("docprops/custom.xml", "docprops/core.xml"):
        part = archive.find(name)
        if part is not None:
            found.update(_Properties().read(archive, part))
    return found


class _Properties:
    def __init__(self) -> None:
        self._found: dict[str, str] = {}
        self._name = ""
        self._text = ""

    def read(self, archive: Archive, part: Part) -> dict[str, str]:
        try:
            parse(archive.pieces(part), part.name, start=self._start, end=self._end, text=self._gather)
        except Rejected as rejected:
            # Nobody reads these parts but us: badly written ones don't make the workbook unreadable.
            if rejected.what not in {"bad_xml", "damaged"}:
                raise
        return self._found

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if local(name) == "property":
            self._name = attributes.get("name", "")
        elif local(name) in {"keywords", "title", "subject", "creator", "description", "category"}:
            self._name = local(name)
        self._text = ""

    def _gather(self, text: str) -> None:
        self._text += text

    def _end(self, _name: str) -> None:
        if self._name:
            self._found[self._name] = self._text
            self._name = ""


def _relations(archive: Archive, source: str) -> dict[str, _Relation]:
    folder, base = posixpath.split(source)
    part = archive.find(posixpath.join(folder, "_rels", f"{base}.rels"))
    found: dict[str, _Relation] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if local(name) == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "").replace("\\", "/")
            joined = (
                target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            )
            role = attributes.get("Type", "").rpartition("/")[2].lower()
            found[attributes.get("Id", "")] = _Relation(role, joined)

    if part is not None:
        parse(archive.pieces(part), part.name, start=start)
    return found


def _listed_sheets(archive: Archive, found: Plan) -> list[tuple[str, str]]:
    listed: list[tuple[str, str]] = []
    gathering = ""
    gathered = ""

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal gathering, gathered
        element = local(name)
        if element == "sheet":
            relation = next((value for key, value in attributes.items() if key == "r:id" or local(key) == "id"), "")
            listed.append((attributes.get("name", ""), relation))
        elif element == "definedName" and attributes.get("name", "").startswith(_OWN_NAME):
            gathering, gathered = attributes["name"], ""
        elif element == "calcPr":
            found.recalculates = attributes.get("fullCalcOnLoad") in {"1", "true"}

    def text(text: str) -> None:
        nonlocal gathered
        if gathering:
            gathered += text

    def end(_name: str) -> None:
        nonlocal gathering
        if gathering:
            found.names[gathering] = constant(gathered)
            gathering = ""

    parse(archive.pieces(found.main), found.main.name, start=start, end=end, text=text)
    return listed


def constant(formula: str) -> str:
    """Return what a defined name stands for: the text of a constant, else its formula as it is."""
    formula = formula.strip().removeprefix("of:").removeprefix("=")
    if len(formula) >= 2 and formula[0] == formula[-1] == '"':
        return formula[1:-1].replace('""', '"')
    return formula


def _other_parts(archive: Archive, relations: dict[str, _Relation], sheets: set[Part]) -> list[Part]:
    """Return the other parts that a reader opens: texts and formats, under their usual or their declared name."""
    wanted = ["[content_types].xml", "xl/sharedstrings.xml", "xl/styles.xml", "xl/sharedstrings.bin", "xl/styles.bin"]
    wanted += [relation.target for relation in relations.values() if relation.role in {"sharedstrings", "styles"}]
    # Sheets that the workbook does not list may still be opened by name.
    wanted += [name for name in archive.parts if name.startswith("xl/worksheets/") and name.endswith((".xml", ".bin"))]
    parts = {part.name: part for part in map(archive.find, wanted) if part is not None and part not in sheets}
    return list(parts.values())
