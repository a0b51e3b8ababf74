"""Hostile containers: zip files that lie, other documents under the name of a workbook, protected and damaged files."""

# ruff: noqa: E501 (one trap a line)

import io
import struct
import zipfile
from dataclasses import replace

from tests.excel.hostile import (
    READ,
    Case,
    Entry,
    archive,
    case,
    ods,
    parts,
    plain_xlsx,
    raw_deflate,
    sheet,
    unfolding,
    xlsx,
)

_ONE = sheet('<row r="1"><c r="A1"><v>1</v></c></row>')
_GOOD = [Entry(name, data) for name, data in parts(_ONE).items()]
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MEGABYTE = b"\0" * 1_000_000


def _stretched(name: str, lie: int | None = None, times: int = 1000) -> Entry:
    entry = unfolding(name, b"<a>", b"<b/>" * 250_000, times, b"</a>")
    return entry if lie is None else replace(entry, size=lie)


def _nested(levels: int) -> bytes:
    inner = plain_xlsx()
    for _level in range(levels):
        inner = archive([Entry("inner.xlsx", inner)])
    return inner


def _overlapping_ranges() -> bytes:
    """Two entries of which the second begins inside the first, as the smallest bombs do."""
    inner = archive([Entry("xl/extra.xml", b"<a/>", method=0)]).partition(b"PK\x01\x02")[0]
    whole = archive([*_GOOD, Entry("xl/outer.bin", inner, method=0)])
    at = whole.find(inner)
    end = whole.rfind(b"PK\x05\x06")
    name = b"xl/extra.xml"
    record = whole[at + 4 : at + 26]
    entry = b"PK\x01\x02\x14\0" + record + struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, at) + name
    fields = list(struct.unpack("<4sHHHHIIH", whole[end:]))
    fields[3] += 1
    fields[4] += 1
    fields[5] += len(entry)
    return whole[:end] + entry + struct.pack("<4sHHHHIIH", *fields)


def _many(count: int) -> bytes:
    return archive([*_GOOD, *(Entry(f"x/{number}", b"", method=0) for number in range(count))])


def _ole_of(*names: str, loop: bool = False) -> bytes:
    """Return a container with these streams, all empty; or one whose table of sectors runs in a circle."""
    head = bytearray(512)
    head[:8] = _OLE
    struct.pack_into("<HHHHH", head, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", head, 44, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    head[76:512] = b"\xff" * 436
    struct.pack_into("<I", head, 76, 0)
    table = [0xFFFFFFFD, 1 if loop else 0xFFFFFFFE] + [0xFFFFFFFF] * 126
    entries = bytearray()
    for number, name in enumerate(("Root Entry", *names)):
        raw = (name + "\0").encode("utf-16-le")
        entry = bytearray(128)
        entry[: len(raw)] = raw
        child = 1 if number == 0 else 0xFFFFFFFF
        struct.pack_into("<HBBIII", entry, 64, len(raw), 5 if number == 0 else 2, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
        struct.pack_into("<IQ", entry, 116, 2 if loop and number else 0xFFFFFFFE, 1 << 20 if loop and number else 0)
        entries += entry
    return bytes(head) + struct.pack("<128I", *table) + bytes(entries.ljust(512, b"\0"))


def _zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, data in files.items():
            target.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return out.getvalue()


_ZIP = [
    case("zip_truncated_middle.xlsx", lambda: plain_xlsx()[:700], "truncated"),
    case("zip_truncated_end.xlsx", lambda: plain_xlsx()[:-30], "truncated", "damaged"),
    case("zip_head_only.xlsx", b"PK\x03\x04", "truncated"),
    case("zip_end_only.xlsx", b"PK\x05\x06" + b"\0" * 18, "archive"),
    case("zip_directory_beyond_end.xlsx", lambda: archive(_GOOD, ending=struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 5, 5, 900, 1 << 30, 0)), "damaged"),
    case("zip_slip.xlsx", lambda: plain_xlsx(Entry("../../evil.xml", b"<a/>")), "bad_names"),
    case("zip_slip_backslash.xlsx", lambda: plain_xlsx(Entry("xl\\..\\..\\evil.xml", b"<a/>")), "bad_names"),
    case("zip_absolute.xlsx", lambda: plain_xlsx(Entry("/etc/cron.d/evil", b"x")), "bad_names"),
    case("zip_drive.xlsx", lambda: plain_xlsx(Entry("C:\\Windows\\evil.dll", b"x")), "bad_names"),
    case("zip_twice.xlsx", lambda: archive([*_GOOD, Entry("xl/worksheets/sheet1.xml", sheet(""))]), "twice"),
    case("zip_twice_case.xlsx", lambda: archive([*_GOOD, Entry("XL/Worksheets/SHEET1.xml", sheet(""))]), "twice"),
    case("zip_twice_slash.xlsx", lambda: archive([*_GOOD, Entry("xl\\worksheets\\sheet1.xml", sheet(""))]), "twice"),
    case("zip_encrypted_flag.xlsx", lambda: xlsx(_ONE, None, Entry("xl/styles.xml", b"<a/>", flags=1)), "method"),
    case("zip_lzma.xlsx", lambda: xlsx(_ONE, None, Entry("xl/styles.xml", b"<a/>", method=14)), "method"),
    case("zip_unknown_method.xlsx", lambda: xlsx(_ONE, None, Entry("xl/styles.xml", b"<a/>", method=97)), "method"),
    case("zip_shared_bytes.xlsx", lambda: archive([*_GOOD, Entry("xl/a.xml", b"<a/>", shares=4)]), "bad_names", "overlapping"),
    case("zip_overlapping.xlsx", _overlapping_ranges, "overlapping"),
    case("zip_20000_entries.xlsx", lambda: _many(20_000), "too_many_parts"),
    case("zip_100000_entries.xlsx", lambda: _many(100_000), "too_many_parts"),
    case("zip_other_local_name.xlsx", lambda: xlsx(_ONE, None, Entry("xl/styles.xml", b"<a/>", local_name=b"xl/strange.xml")), "bad_names"),
    case("zip_wrong_crc.xlsx", lambda: xlsx(_ONE, None, Entry("xl/worksheets/sheet1.xml", _ONE, crc=7)), "damaged"),
    case("zip_size_too_small.xlsx", lambda: xlsx(_ONE, None, Entry("xl/worksheets/sheet1.xml", _ONE, size=10)), "damaged"),
    case("zip_size_too_large.xlsx", lambda: xlsx(_ONE, None, Entry("xl/worksheets/sheet1.xml", _ONE, size=10_000)), "damaged"),
    case("zip_garbage_deflate.xlsx", lambda: xlsx(_ONE, None, Entry("xl/worksheets/sheet1.xml", _ONE, packed=b"\xff" * 50)), "damaged"),
    case("zip_cut_deflate.xlsx", lambda: xlsx(_ONE, None, Entry("xl/worksheets/sheet1.xml", _ONE, packed=raw_deflate(_ONE)[:-9])), "damaged"),
    case("zip_comment.xlsx", lambda: archive(_GOOD, comment=b"x" * 60_000)),
]  # fmt: skip

_BOMBS = [
    case("bomb_10GB_sheet.xlsx", lambda: xlsx(_ONE, None, _stretched("xl/worksheets/sheet1.xml", times=4000)), "bomb"),
    case("bomb_size_lie.xlsx", lambda: xlsx(_ONE, None, _stretched("xl/worksheets/sheet1.xml", lie=2000)), "damaged"),
    case("bomb_lie_zero.xlsx", lambda: xlsx(_ONE, None, _stretched("xl/styles.xml", lie=0)), "damaged"),
    case("bomb_shared_strings.xlsx", lambda: xlsx(_ONE, b"", _stretched("xl/sharedStrings.xml", lie=9)), "damaged"),
    case("bomb_properties.xlsx", lambda: plain_xlsx(_stretched("docProps/custom.xml", lie=9)), READ),
    case("bomb_in_media.xlsx", lambda: plain_xlsx(_stretched("xl/media/image1.png")), "bomb"),
    case("bomb_nested_zips.xlsx", lambda: _nested(6), "archive"),
    case("bomb_many_parts.xlsx", lambda: plain_xlsx(*(_stretched(f"xl/x{n}.xml", times=100) for n in range(12))), "bomb"),
    case("bomb_content.ods", lambda: ods("", _stretched("styles.xml", lie=9)), "damaged"),
    case("bomb_relations.xlsx", lambda: xlsx(_ONE, None, _stretched("xl/_rels/workbook.xml.rels", lie=9)), "damaged"),
]  # fmt: skip

_OTHER = [
    case("empty.xlsx", b"", "empty"),
    case("zeros.xlsx", _MEGABYTE, "cloud"),
    case("report.xlsx", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "pdf"),
    case("picture.xlsx", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "picture"),
    case("photo.xls", b"\xff\xd8\xff\xe0" + b"\0" * 50, "picture"),
    case("letter.xlsx", lambda: _zipped(word__document_dot_xml=b"<a/>"), "word"),
    case("slides.xlsx", lambda: _zipped(ppt__presentation_dot_xml=b"<a/>"), "slides"),
    case("letter.ods", lambda: archive([Entry("mimetype", b"application/vnd.oasis.opendocument.text", method=0)]), "word"),
    case("numbers.xlsx", lambda: _zipped(Index__Document_dot_iwa=b"x"), "numbers"),
    case("files.xlsx", lambda: _zipped(readme=b"x"), "archive"),
    case("archive.xlsx", b"Rar!\x1a\x07\x01\0" + b"x" * 40, "archive"),
    case("letter.rtf.xls", b"{\\rtf1\\ansi hello}", "word"),
    case("program.xls", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0" + b"\0" * 60, "other"),
    case("base.xlsx", b"SQLite format 3\0" + b"\0" * 84, "base"),
    case("letter.xls", lambda: _ole_of("WordDocument"), "word"),
    case("message.xls", lambda: _ole_of("__properties_version1.0"), "mail"),
    case("nothing_inside.xls", lambda: _ole_of("Something"), "no_table"),
    case("xml_2003.xls", b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>', "xml"),
    case("web_archive.xls", b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n", "web_archive"),
    case("sylk.xls", b"ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K1\r\nE\r\n", "old_excel"),
    case("biff3.xls", b"\x09\x02\x06\0\0\0\x10\0\0\0", "old_excel"),
]  # fmt: skip

_BINARY = [
    case("xls_head_only.xls", _OLE, "no_table"),
    case("xls_no_sectors.xls", lambda: _OLE + b"\0" * 504, "no_table"),
    case("xls_empty_stream.xls", lambda: _ole_of("Workbook"), "damaged", "no_table"),
    case("xls_cyclic_sectors.xls", lambda: _ole_of("Workbook", loop=True), "damaged", "reader_died", "no_table"),
    case("xls_cut.xls", lambda: _ole_of("Workbook")[:700], "damaged", "no_table"),
    case("xls_random.xls", lambda: _OLE + bytes(range(256)) * 40, "damaged", "no_table"),
    case("encrypted_damaged.xlsx", lambda: _ole_of("EncryptedPackage", "EncryptionInfo"), "too_new", "damaged", "needs_password"),
    case("encrypted_protected.ods", lambda: ods("", Entry("META-INF/manifest.xml", b"<m><encryption-data/></m>")), "protected_ods"),
]  # fmt: skip

CASES: list[Case] = [*_ZIP, *_BOMBS, *_OTHER, *_BINARY]
