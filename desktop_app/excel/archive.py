"""The zip container of a workbook, looked at with suspicion before anything in it is parsed."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from desktop_app.excel.rejected import Rejected

MB = 1_000_000
MAX_PARTS = 10_000
MAX_PART = 300 * MB
MAX_TOTAL = 600 * MB
MAX_RATIO = 150
_RATIO_FROM = 20 * MB
_STEP = 1 << 16
_ENTRY = b"PK\x01\x02"
_END = b"PK\x05\x06"
_DRIVE = re.compile(r"[A-Za-z]:")


class Part(NamedTuple):
    """One entry of the container: where its compressed bytes lie and what it claims to hold."""

    name: str
    start: int
    packed: int
    size: int
    crc: int
    stored: bool


class Archive:
    """A zip file whose directory was checked; its parts are unfolded in small pieces that are counted.

    Sizes in the directory are claims: a part is refused at the first byte beyond its own.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._unfolded = 0
        # By folded name, since readers disagree on case and slashes.
        self.parts: dict[str, Part] = {}
        for info in _directory(data):
            self._add(info)
        self._refuse_overlap()

    def find(self, name: str) -> Part | None:
        """Return the part of a name, whatever its case and slashes."""
        return self.parts.get(fold(name))

    def pieces(self, part: Part) -> Iterator[bytes]:
        """Unfold a part piece by piece, counting; its checksum and length are checked at the end."""
        packed = memoryview(self._data)[part.start : part.start + part.packed]
        crc, size = 0, 0
        for piece in _stored(packed) if part.stored else _inflated(packed, part.name):
            crc = zlib.crc32(piece, crc)
            size += len(piece)
            self._unfolded += len(piece)
            if size > part.size:
                raise Rejected("damaged", part=part.name)
            if self._unfolded > MAX_TOTAL:
                raise Rejected("bomb", part=part.name, limit=MAX_TOTAL // MB)
            yield piece
        if size != part.size or crc != part.crc:
            raise Rejected("damaged", part=part.name)

    def read(self, part: Part) -> bytes:
        """Return all bytes of a part."""
        return b"".join(self.pieces(part))

    def _add(self, info: zipfile.ZipInfo) -> None:
        name = info.orig_filename
        folded = fold(name)
        steps = folded.split("/")
        if ".." in steps or folded.startswith("/") or _DRIVE.match(folded) or "\0" in folded:
            raise Rejected("bad_names", part=name[:80])
        if info.is_dir():
            return
        if folded in self.parts:
            raise Rejected("twice", part=name[:80])
        if info.flag_bits & 0x1 or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Rejected("method")
        if info.file_size > MAX_PART:
            raise Rejected("bomb", part=name[:80], limit=MAX_PART // MB)
        if info.file_size > max(_RATIO_FROM, MAX_RATIO * info.compress_size):
            raise Rejected("bomb", part=name[:80], limit=_RATIO_FROM // MB)
        start = self._start(info)
        stored = info.compress_type == zipfile.ZIP_STORED
        self.parts[folded] = Part(name, start, info.compress_size, info.file_size, info.CRC, stored)

    def _start(self, info: zipfile.ZipInfo) -> int:
        at = info.header_offset
        if at < 0 or self._data[at : at + 4] != b"PK\x03\x04" or at + 30 > len(self._data):
            raise Rejected("damaged", part=info.filename[:80])
        name_length, extra_length = struct.unpack_from("<HH", self._data, at + 26)
        start: int = at + 30 + name_length + extra_length
        if start + info.compress_size > len(self._data):
            raise Rejected("truncated")
        if self._data[at + 30 : at + 30 + name_length] != _raw_name(info):
            raise Rejected("bad_names", part=info.filename[:80])
        return start

    def _refuse_overlap(self) -> None:
        end = 0
        for part in sorted(self.parts.values(), key=lambda part: (part.start, part.packed)):
            # 30 bytes of header at least stand between two parts.
            if end and part.start - 30 < end:
                raise Rejected("overlapping")
            end = part.start + part.packed
        if sum(part.size for part in self.parts.values()) > MAX_TOTAL:
            raise Rejected("bomb", part="*", limit=MAX_TOTAL // MB)


def fold(name: str) -> str:
    """Return the name of a part without case, with forward slashes."""
    return name.replace("\\", "/").lower()


def _directory(data: bytes) -> list[zipfile.ZipInfo]:
    if data.rfind(_END) < 0:
        raise Rejected("truncated")
    # Counted before `zipfile` makes an object of each; the margin is for workbooks stored inside the workbook.
    if data.count(_ENTRY) > MAX_PARTS * 2:
        raise Rejected("too_many_parts", limit=MAX_PARTS)
    try:
        entries = zipfile.ZipFile(BytesIO(data)).infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, OSError, UnicodeError) as error:
        raise Rejected("damaged", part="zip") from error
    if len(entries) > MAX_PARTS:
        raise Rejected("too_many_parts", limit=MAX_PARTS)
    return entries


def _raw_name(info: zipfile.ZipInfo) -> bytes:
    return info.orig_filename.encode("utf-8" if info.flag_bits & 0x800 else "cp437", "replace")


def _stored(packed: memoryview) -> Iterator[bytes]:
    for at in range(0, len(packed), _STEP):
        yield bytes(packed[at : at + _STEP])


def _inflated(packed: memoryview, name: str) -> Iterator[bytes]:
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for at in range(0, len(packed), _STEP):
            piece = stream.decompress(packed[at : at + _STEP], 4 * MB)
            while piece:
                yield piece
                piece = stream.decompress(stream.unconsumed_tail, 4 * MB) if stream.unconsumed_tail else b""
        tail = stream.flush()
        if tail:
            yield tail
    except zlib.error as error:
        raise Rejected("damaged", part=name) from error
    if not stream.eof:
        raise Rejected("damaged", part=name)
