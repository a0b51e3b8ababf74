"""A look at the cells of an .ods workbook before it is read."""

from desktop_app.excel.archive import Archive, Part
from desktop_app.excel.findings import LAST_COLUMN, MAX_REPEATED, MAX_ROWS, MAX_SHEETS, Findings
from desktop_app.excel.markup import local, parse
from desktop_app.excel.ooxml import constant
from desktop_app.excel.rejected import Rejected

_ERRORS = {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#N/D", "#NOM?", "#VALEUR!", "#NOMBRE!"}
_OWN_NAME = "_passerelle"
_TRUTHS = ("of:=TRUE()", "of:=FALSE()")


def is_protected(archive: Archive) -> bool:
    """Tell whether the content is encrypted, as the manifest says."""
    manifest = archive.find("meta-inf/manifest.xml")
    return manifest is not None and b"encryption-data" in archive.read(manifest)


def ods_properties(archive: Archive) -> dict[str, str]:
    """Return the properties of a document: keywords, title, and what people or programs added."""
    part = archive.find("meta.xml")
    found: dict[str, str] = {}
    name = text = ""

    def start(element: str, attributes: dict[str, str]) -> None:
        nonlocal name, text
        kind = local(element)
        text = ""
        if kind == "user-defined":
            name = attributes.get("meta:name", "")
        else:
            name = {"keyword": "keywords"}.get(kind, kind) if kind in _PLAIN else ""

    def gather(piece: str) -> None:
        nonlocal text
        text += piece

    def end(_element: str) -> None:
        nonlocal name
        if name:
            found[name] = f"{found[name]}, {text}" if name == "keywords" and name in found else text
            name = ""

    if part is not None:
        try:
            parse(archive.pieces(part), part.name, start=start, end=end, text=gather)
        except Rejected as rejected:
            if rejected.what not in {"bad_xml", "damaged"}:
                raise
    return found


_PLAIN = {"keyword", "title", "subject", "creator", "description"}


class OdsScan:
    """Reads `content.xml` from end to end: repeats, errors, booleans, merged and hidden cells of every sheet."""

    def __init__(self) -> None:
        self.sheets: list[Findings] = []
        self.names: dict[str, str] = {}
        self._row, self._column = 0, 0
        self._repeated_rows = 1
        self._width = 0
        self._row_findings: list[tuple[str, int, str | bool]] = []
        self._error: tuple[int, int] | None = None
        self._text = ""
        self._depth = 0

    def run(self, archive: Archive, part: Part) -> None:
        """Scan the part, or refuse it."""
        parse(archive.pieces(part), part.name, start=self._start, end=self._end, text=self._gather)
        for findings in self.sheets:
            findings.judge()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "table:table-cell" | "table:covered-table-cell" if self.sheets and self._depth == 1:
                self._cell(attributes)
            case "table:table-row" if self.sheets and self._depth == 1:
                self._open_row(attributes)
            case "table:table-column" if self.sheets and self._depth == 1:
                self._open_column(attributes)
            case "table:table":
                # A table inside a cell is no sheet.
                self._depth += 1
                if self._depth == 1:
                    self._open_sheet(attributes)
            case "table:named-expression" | "table:named-range":
                self._name(attributes)

    def _gather(self, text: str) -> None:
        if self._error:
            self._text += text

    def _end(self, name: str) -> None:
        match name:
            case "table:table-cell" if self._error:
                self._close_error()
            case "table:table-row" if self.sheets and self._depth == 1:
                self._close_row()
            case "table:table":
                self._depth -= 1

    def _open_sheet(self, attributes: dict[str, str]) -> None:
        self.sheets.append(Findings(attributes.get("table:name", "")))
        self._row, self._column = 0, 0
        if len(self.sheets) > MAX_SHEETS:
            raise Rejected("too_many_sheets", limit=MAX_SHEETS)

    def _open_column(self, attributes: dict[str, str]) -> None:
        repeated = self._count(attributes.get("table:number-columns-repeated", "1"))
        if attributes.get("table:visibility") in {"collapse", "filter"}:
            self.sheets[-1].hide_columns(self._column, self._column + repeated - 1)
        self._column += repeated

    def _open_row(self, attributes: dict[str, str]) -> None:
        self._column, self._width = 0, 0
        self._row_findings = []
        self._repeated_rows = self._count(attributes.get("table:number-rows-repeated", "1"))
        if attributes.get("table:visibility") in {"collapse", "filter"}:
            last = min(self._row + self._repeated_rows, MAX_ROWS)
            # The empty end of a filtered sheet is one row repeated a million times.
            if last - self._row <= MAX_REPEATED // 10:
                self.sheets[-1].hidden_rows.extend(range(self._row, last))

    def _cell(self, attributes: dict[str, str]) -> None:
        repeated = self._count(attributes.get("table:number-columns-repeated", "1"))
        kind = attributes.get("office:value-type", "")
        formula = attributes.get("table:formula")
        if kind or formula is not None:
            self._width = self._column + repeated
            if self._width > LAST_COLUMN or repeated * self._repeated_rows > MAX_REPEATED:
                raise Rejected("repeats", sheet=self.sheets[-1].sheet, limit=MAX_REPEATED)
            self.sheets[-1].filled += repeated * self._repeated_rows
            self.sheets[-1].formulas += formula is not None
            self._special(attributes, kind, formula, repeated)
        self._merge(attributes)
        self._column += repeated

    def _special(self, attributes: dict[str, str], kind: str, formula: str | None, repeated: int) -> None:
        if kind == "boolean" or formula in _TRUTHS:
            # LibreOffice saves what an .xlsx file held as TRUE as a formula whose result is 1.
            value = attributes.get("office:boolean-value", "").lower() == "true" or formula == "of:=TRUE()"
            self._row_findings += [("boolean", self._column + step, value) for step in range(repeated)]
        elif not kind:
            plain = (formula or "").removeprefix("of:").removeprefix("=")
            self._row_findings += [("unvalued", self._column + step, plain) for step in range(repeated)]
        elif kind == "string" and (formula is not None or attributes.get("calcext:value-type") == "error"):
            self._error, self._text = (self._column, repeated), ""

    def _close_error(self) -> None:
        first, repeated = self._error or (0, 0)
        text, self._error = self._text.strip(), None
        if text in _ERRORS or text.startswith("Err:"):
            self._row_findings += [("error", first + step, text) for step in range(repeated)]

    def _merge(self, attributes: dict[str, str]) -> None:
        columns = self._count(attributes.get("table:number-columns-spanned", "1"))
        rows = self._count(attributes.get("table:number-rows-spanned", "1"))
        if columns > 1 or rows > 1:
            area = (self._row, self._column, self._row + rows - 1, self._column + columns - 1)
            self.sheets[-1].merged.append(area)

    def _close_row(self) -> None:
        findings = self.sheets[-1]
        if self._width:
            if self._width * self._repeated_rows > MAX_REPEATED and self._repeated_rows > 1:
                raise Rejected("repeats", sheet=findings.sheet, limit=MAX_REPEATED)
            findings.stretch(self._row, 0, self._row + self._repeated_rows - 1, self._width - 1)
            for row in range(self._row, self._row + self._repeated_rows) if self._row_findings else ():
                self._note(findings, row)
        self._row += self._repeated_rows

    def _note(self, findings: Findings, row: int) -> None:
        for kind, column, value in self._row_findings:
            if isinstance(value, bool):
                findings.booleans.append((row, column, value))
            elif kind == "error":
                findings.errors.append((row, column, value))
            else:
                findings.add_unvalued(row, column, value)

    def _name(self, attributes: dict[str, str]) -> None:
        name = attributes.get("table:name", "")
        if name.startswith(_OWN_NAME):
            self.names[name] = constant(
                attributes.get("table:expression") or attributes.get("table:cell-range-address", "")
            )

    def _count(self, text: str) -> int:
        if not text.isdigit() or len(text) > 9:
            raise Rejected("repeats", sheet=self.sheets[-1].sheet if self.sheets else "", limit=MAX_REPEATED)
        return max(int(text), 1)
