"""Files made to hurt their reader: small, true, one trap each, with the verdict that each must get.

`python -m tests.excel.hostile FOLDER` writes them all into a folder.
"""

import struct
import sys
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

READ = "read"


@dataclass(frozen=True, slots=True)
class Case:
    """One hostile file: its name, how to make it, and what may become of it: `read`, or the code of a refusal."""

    name: str
    make: Callable[[], bytes]
    verdicts: tuple[str, ...]


def case(name: str, make: Callable[[], bytes] | bytes, *verdicts: str) -> Case:
    """Return a case; bytes that cost nothing to make may be given as they are."""
    return Case(name, make if callable(make) else lambda: make, verdicts or (READ,))


@dataclass(slots=True)
class Entry:
    """One entry of a zip file that may lie about itself."""

    name: str | bytes
    data: bytes
    method: int = 8
    flags: int = 0
    # What the directory claims, where it differs from the truth.
    size: int | None = None
    crc: int | None = None
    packed: bytes | None = None
    local_name: bytes | None = None
    # Point to the bytes of an earlier entry instead of writing its own.
    shares: int | None = None


def archive(entries: Iterable[Entry], *, ending: bytes | None = None, comment: bytes = b"") -> bytes:
    """Return a zip file of these entries, written by hand so that it can lie."""
    out, directory, starts = bytearray(), bytearray(), list[int]()
    for entry in entries:
        name = entry.name.encode() if isinstance(entry.name, str) else entry.name
        packed = entry.packed
        if packed is None:
            packed = raw_deflate(entry.data) if entry.method == 8 else entry.data
        crc = zlib.crc32(entry.data) if entry.crc is None else entry.crc
        size = len(entry.data) if entry.size is None else entry.size
        common = struct.pack("<HHHHHIII", 20, entry.flags, entry.method, 0, 33, crc, len(packed), size)
        if entry.shares is None:
            starts.append(len(out))
            local = name if entry.local_name is None else entry.local_name
            out += b"PK\x03\x04" + common + struct.pack("<HH", len(local), 0) + local + packed
        else:
            starts.append(starts[entry.shares])
        directory += b"PK\x01\x02\x14\0" + common + struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, starts[-1]) + name
    count = min(len(starts), 0xFFFF)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(directory), len(out), len(comment))
    return bytes(out + directory) + (end + comment if ending is None else ending)


def raw_deflate(data: bytes) -> bytes:
    """Return data compressed as a zip entry holds it."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def unfolding(name: str, head: bytes, block: bytes, times: int, tail: bytes = b"") -> Entry:
    """Return an entry that unfolds to `head`, `block` many times, and `tail`.

    Blocks that end in a full flush stand alone, so the same compressed bytes can be repeated: gigabytes in no time.
    """
    pieces = []
    for data, repeated in ((head, 1), (block, times)):
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        pieces.append((packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH)) * repeated)
    size = len(head) + len(block) * times + len(tail)
    crc = zlib.crc32(head)
    if size < 200_000_000:
        for data in (*[block] * times, tail):
            crc = zlib.crc32(data, crc)
    return Entry(name, b"", packed=b"".join(pieces) + raw_deflate(tail), size=size, crc=crc)


SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{SPREADSHEET}"><sheetData>'
TAIL = "</sheetData></worksheet>"


def sheet(rows: str, after: str = "") -> bytes:
    """Return the XML of a worksheet with these rows."""
    return f"{HEAD}{rows}</sheetData>{after}</worksheet>".encode()


def strings(items: str, attributes: str = "") -> bytes:
    """Return the XML of shared strings."""
    return f'<?xml version="1.0"?><sst xmlns="{SPREADSHEET}" {attributes}>{items}</sst>'.encode()


def parts(sheet_xml: bytes, shared: bytes | None = None, sheets: int = 1) -> dict[str, bytes]:
    """Return the parts of a small but whole .xlsx file."""
    listed = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId{n}"/>' for n in range(1, sheets + 1))
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{min(n, 1)}.xml"/>'
        for n in range(1, sheets + 1)
    )
    if shared is not None:
        relations += f'<Relationship Id="s" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
    package = "http://schemas.openxmlformats.org/package/2006"
    made = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SPREADSHEET}" xmlns:r="{RELATIONS}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">{relations}</Relationships>',
    }
    whole = {name: text.encode() for name, text in made.items()} | {"xl/worksheets/sheet1.xml": sheet_xml}
    return whole | ({"xl/sharedStrings.xml": shared} if shared is not None else {})


def xlsx(sheet_xml: bytes, shared: bytes | None = None, *more: Entry, sheets: int = 1, without: str = "") -> bytes:
    """Return an .xlsx file with this sheet, and more entries that replace those of the same name."""
    replaced = {without, *(entry.name for entry in more)}
    made = [Entry(name, data) for name, data in parts(sheet_xml, shared, sheets).items() if name not in replaced]
    return archive([*made, *more])


def plain_xlsx(*more: Entry, without: str = "") -> bytes:
    """Return a sane .xlsx file of one cell, and more entries."""
    return xlsx(sheet('<row r="1"><c r="A1"><v>1</v></c></row>'), None, *more, without=without)


OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
_ODS = (
    f'<office:document-content xmlns:office="{OFFICE}:office:1.0" xmlns:table="{OFFICE}:table:1.0" '
    f'xmlns:text="{OFFICE}:text:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
    'office:version="1.2"><office:body><office:spreadsheet>'
)


def ods(tables: str, *more: Entry, before: str = "") -> bytes:
    """Return an .ods file with these tables."""
    content = f"{before}{_ODS}{tables}</office:spreadsheet></office:body></office:document-content>"
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    whole = {"mimetype": kind, "content.xml": content.encode(), "META-INF/manifest.xml": b"<manifest/>"}
    replaced = {entry.name for entry in more}
    made = [Entry(name, data, method=0) for name, data in whole.items() if name not in replaced]
    return archive([*made, *more])


def cases() -> list[Case]:
    """Return every hostile file, by class."""
    from tests.excel import hostile_containers, hostile_sheets, hostile_texts

    return [*hostile_containers.CASES, *hostile_sheets.CASES, *hostile_texts.CASES]


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    for one in cases():
        (target / one.name).write_bytes(one.make())
