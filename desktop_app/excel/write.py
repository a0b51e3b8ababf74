"""The exchange workbook: the shell with its rows spliced in, checked by reading it again before it replaces anything."""

import hashlib
import io
import re
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.disk import reason
from desktop_app.domain.letting_go import let_go
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.excel.base import Base, SheetBase, pack, sync_cells
from desktop_app.excel.encryption import encrypted
from desktop_app.excel.layout import FIRST, Contents
from desktop_app.excel.placing import place
from desktop_app.excel.reference import ref_cell
from desktop_app.excel.rereading import verify
from desktop_app.excel.write_rows import Kept, Overflow, Rendering, Rows
from desktop_app.excel.write_shell import Shell, make_shell
from desktop_app.excel.write_strings import Strings, parts

# Beyond this many rows, a file twice as fast to write is worth a file somewhat larger.
_MANY_ROWS = 20_000
_BLOCK = 500


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: how many rows by entity, what they showed (packed), and the file's fingerprint."""

    rows: dict[str, int]
    base: bytes
    sha256: str


def write_workbook(path: Path, contents: Contents, *, lang: str, password: str | None = None) -> Written:
    """Write an exchange workbook: made beside its place, read again and compared, then put there whole."""
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".passerelle-") as folder:
            made = Path(folder) / "workbook.xlsx"
            kept, packed = build(made, contents, lang=lang)
            verify(made, contents, kept)
            if password:
                encrypted(made, password)
            digest = hashlib.sha256(made.read_bytes()).hexdigest()
            place(made, path)
    except OSError as error:
        raise not_written(path, error) from error
    counts = {name: len(rows) for name, rows in kept.items()}
    for rows in kept.values():
        let_go(rows)
    return Written(counts, packed, digest)


def not_written(path: Path, error: OSError) -> Refused:
    """Return the refusal that says why a workbook is not in its place."""
    why = reason(error)
    return Refused(
        Words(
            f"Le classeur n’a pas pu être enregistré dans « {path.parent} » ({why.fr}) : choisissez un autre dossier.",
            f"The workbook could not be saved in “{path.parent}” ({why.en}): choose another folder.",
        )
    )


def build(path: Path, contents: Contents, *, lang: str) -> tuple[dict[str, list[tuple[Kept, ...]]], bytes]:
    """Write the package; return what the rows of each sheet showed, and the same packed for `_sync` and the ledger."""
    shell = make_shell(contents)
    many = sum(len(sheet.records) for sheet in contents.sheets) > _MANY_ROWS
    with (
        zipfile.ZipFile(io.BytesIO(shell.package)) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1 if many else 6) as package,
    ):
        strings = Strings(source.read("xl/sharedStrings.xml"))
        rendering = Rendering(strings, contents.showing, contents.references, contents.cover.code)
        kept: dict[str, list[tuple[Kept, ...]]] = {}
        overflows: list[Overflow] = []
        for sheet in contents.sheets:
            name = sheet.entity.name
            rows = Rows(sheet, shell.styles[name], shell.widths[name], rendering)
            last = FIRST + len(sheet.records) + len(sheet.prepared)
            _splice(source, package, shell.parts[name], rows.xml(), last)
            kept[name] = rows.kept
            overflows += rows.overflows
        base = _base(contents, lang)
        packed = pack(base, kept)
        cells = sync_cells(base, packed)
        _splice(source, package, shell.sync_part, _text_rows([[cell] for cell in cells], strings), len(cells))
        long_rows = [
            [one.ref, one.heading, str(n), part] for one in overflows for n, part in enumerate(parts(one.text), 1)
        ]
        if shell.long_part:
            _splice(source, package, shell.long_part, _text_rows(long_rows, strings), len(long_rows))
        with package.open("xl/sharedStrings.xml", "w", force_zip64=True) as part:
            part.writelines(strings.xml())
        _copy_rest(source, package, shell)
    return kept, packed


def _base(contents: Contents, lang: str) -> Base:
    cover = contents.cover
    sheets = {
        sheet.entity.name: SheetBase(
            sheet.entity.name,
            tuple(column.code for column in sheet.columns),
            [],
            [str(record["id"]) for record in sheet.records],
            {ref_cell(prepared.ref, cover.code): prepared.id for prepared in sheet.prepared},
            sheet.behind,
        )
        for sheet in contents.sheets
    }
    links = {ref: id_ for id_, ref in contents.references.items()}
    return Base(cover.number, cover.code, cover.office, lang, sheets, links)


def _splice(source: zipfile.ZipFile, package: zipfile.ZipFile, part: str, rows: Iterable[str], last: int) -> None:
    """Write a sheet with other rows from its first record on; the rows before stay."""
    xml = source.read(part).decode()
    head, _, tail = xml.partition("<sheetData>")
    if not tail:
        head, _, tail = xml.partition("<sheetData/>")
        tail = "</sheetData>" + tail
    body, _, after = tail.partition("</sheetData>")
    kept = body.partition(f'<row r="{FIRST + 1}" ')[0]
    head = re.sub(r'(<dimension ref="A1(?::[A-Z]+)?)\d*"', lambda match: f'{match[1]}{max(last, 1)}"', head)
    head = head.replace('<dimension ref="A1"', f'<dimension ref="A1:A{max(last, 1)}"')
    with package.open(part, "w", force_zip64=True) as out:
        out.write(f"{head}<sheetData>{kept}".encode())
        for block in _blocks(rows):
            out.write("".join(block).encode())
        out.write(f"</sheetData>{after}".encode())


def _blocks(rows: Iterable[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for row in rows:
        block.append(row)
        if len(block) == _BLOCK:
            yield block
            block = []
    yield block


def _text_rows(rows: Iterable[list[str]], strings: Strings) -> Iterator[str]:
    for number, cells in enumerate(rows, 1):
        inside = "".join(
            f'<c r="{letter}{number}" t="s"><v>{strings.number(text)}</v></c>'
            for letter, text in zip("ABCD", cells, strict=False)
        )
        yield f'<row r="{number}">{inside}</row>'


def _copy_rest(source: zipfile.ZipFile, package: zipfile.ZipFile, shell: Shell) -> None:
    spliced = {*shell.parts.values(), shell.sync_part, shell.long_part, "xl/sharedStrings.xml"}
    for info in source.infolist():
        if info.filename in spliced:
            continue
        held = source.read(info.filename)
        if info.filename in shell.tables:
            short, whole = shell.tables[info.filename]
            held = held.replace(f'ref="{short}"'.encode(), f'ref="{whole}"'.encode())
        package.writestr(info.filename, held)
