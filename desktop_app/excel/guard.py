"""The guard: what every workbook must pass before a reader touches it.

A workbook of 2 kB can make a reader ask for 100 GB. The rules here are cheap and streaming; what they can't see (old
binary files) is contained by the reading process, with its limits of memory and time.
"""

import re
from collections.abc import Iterable
from typing import Any

from desktop_app.excel.archive import Archive, Part
from desktop_app.excel.findings import MAX_TEXTS, Findings
from desktop_app.excel.markup import checked, parse
from desktop_app.excel.ods_scan import OdsScan, is_protected, ods_properties
from desktop_app.excel.ooxml import SHEET_ROLES, main_part, plan, properties
from desktop_app.excel.rejected import Rejected
from desktop_app.excel.sheet_scan import scan_sheet

MAX_FILE = 50_000_000
_ANNOUNCED = re.compile(rb"<(?:\w+:)?sst\b[^>]*>")
_COUNT = re.compile(rb"\b(?:uniqueCount|count)\s*=\s*[\"']\s*([^\"']*)")
_TEXT_ITEM = re.compile(rb"<(?:\w+:)?si[ />]")
_OTHER_DOCUMENTS = (
    ("word/document.xml", "word"), ("ppt/presentation.xml", "slides"), ("visio/document.xml", "other"),
    ("index/document.iwa", "numbers"), ("index.zip", "numbers"), ("index/tables/datalist.iwa", "numbers"),
)  # fmt: skip
_OPEN_DOCUMENTS = {"spreadsheet": "ods", "text": "word", "presentation": "slides", "graphics": "picture"}


class Report:
    """What the guard learned of a workbook that it lets pass."""

    def __init__(self, kind: str, sheets: Iterable[Findings], properties: dict[str, str]) -> None:
        self.kind = kind
        self.sheets = list(sheets)
        self.properties = properties
        # Formulas whose results the program that wrote the file left to Excel.
        self.recalculates = False

    def as_json(self) -> dict[str, Any]:
        """Return what travels to the program."""
        return {
            "kind": self.kind,
            "sheets": [findings.as_json() for findings in self.sheets],
            "properties": self.properties,
            "recalculates": self.recalculates,
        }


def inspect(data: bytes) -> Report:
    """Let a zipped workbook (.xlsx, .xlsm, .xlsb, .ods) pass, or raise `Rejected` with the reason."""
    if len(data) > MAX_FILE:
        raise Rejected("file_too_big", size=len(data) // 1_000_000, limit=MAX_FILE // 1_000_000)
    archive = Archive(data)
    kind = _open_document_kind(archive)
    if kind == "ods":
        return _inspect_ods(archive)
    if kind:
        raise Rejected(kind)
    main = main_part(archive)
    if main is None:
        raise Rejected(_other_document(archive))
    return _inspect_ooxml(archive, main)


def _inspect_ooxml(archive: Archive, main: Part) -> Report:
    drawn = plan(archive, main)
    binary = main.name.lower().endswith(".bin")
    macros = archive.find("xl/vbaproject.bin") is not None
    report = Report("xlsb" if binary else "xlsm" if macros else "xlsx", [], {})
    report.recalculates = drawn.recalculates
    for part in drawn.others:
        _check_other(archive, part, binary=binary)
    for name, sheet_part, role in drawn.sheets:
        if sheet_part is None or role not in SHEET_ROLES:
            continue
        if sheet_part.name.lower().endswith(".bin"):
            from desktop_app.excel.xlsb_scan import scan_binary_sheet

            report.sheets.append(scan_binary_sheet(archive.read(sheet_part), name))
        elif role == "worksheet":
            report.sheets.append(_scan_sheet(archive, sheet_part, name))
        else:
            parse(archive.pieces(sheet_part), sheet_part.name)
    report.properties = properties(archive) | drawn.names
    return report


def _scan_sheet(archive: Archive, part: Part, name: str) -> Findings:
    return scan_sheet(lambda: archive.pieces(part), part.name, name)


def _check_other(archive: Archive, part: Part, *, binary: bool) -> None:
    folded = part.name.lower()
    if folded.endswith(".bin"):
        from desktop_app.excel.xlsb_scan import check_texts

        data = archive.read(part)
        if "sharedstrings" in folded and binary:
            check_texts(data)
    elif "sharedstrings" in folded:
        _check_texts(archive, part)
    else:
        parse(archive.pieces(part), part.name)


def _check_texts(archive: Archive, part: Part) -> None:
    count, head, looking = 0, b"", True
    for piece in checked(archive.pieces(part), part.name):
        if looking:
            head += piece[:10_000]
            announced = _ANNOUNCED.search(head)
            if announced:
                _refuse_announced(announced[0])
            looking = announced is None and len(head) < 50_000
        count += len(_TEXT_ITEM.findall(piece)) if b":si" in piece else piece.count(b"<si")
        if count > MAX_TEXTS:
            raise Rejected("too_many_texts", limit=MAX_TEXTS)


def _refuse_announced(tag: bytes) -> None:
    for value in _COUNT.findall(tag):
        text = value.strip()
        if not text.isdigit() or len(text) > 12 or int(text) > MAX_TEXTS:
            raise Rejected("too_many_texts", limit=MAX_TEXTS)


def _inspect_ods(archive: Archive) -> Report:
    if is_protected(archive):
        raise Rejected("protected_ods")
    content = archive.find("content.xml")
    if content is None:
        raise Rejected("damaged", part="content.xml")
    for name in ("meta-inf/manifest.xml", "styles.xml", "settings.xml"):
        part = archive.find(name)
        if part is not None:
            parse(archive.pieces(part), part.name)
    scan = OdsScan()
    scan.run(archive, content)
    return Report("ods", scan.sheets, ods_properties(archive) | scan.names)


def _open_document_kind(archive: Archive) -> str:
    part = archive.find("mimetype")
    if part is None or part.size > 200:
        return ""
    kind = archive.read(part).decode("ascii", "replace").strip()
    if kind.startswith("application/vnd.oasis.opendocument."):
        return _OPEN_DOCUMENTS.get(kind.rpartition(".")[2].partition("-")[0], "other")
    return "other"


def _other_document(archive: Archive) -> str:
    for name, what in _OTHER_DOCUMENTS:
        if archive.find(name) is not None:
            return what
    if archive.find("[content_types].xml") is not None:
        return "other"
    return "archive"
