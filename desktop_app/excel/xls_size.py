"""The size that an old binary workbook announces for its sheets, which LibreOffice gets wrong: the reader trusts it.

A sheet of this format has at most 65,536 rows; after rows were deleted or inserted, LibreOffice announces its own
1,048,576, for which the reader reserves more than a gigabyte and dies.
"""

import struct
from io import BytesIO

from desktop_app.excel.rejected import Rejected

_DIMENSIONS, _ROW = 0x200, 0x208
_CELLS = frozenset({0x06, 0x206, 0x406, 0x201, 0x203, 0x204, 0x205, 0x27E, 0xBD, 0xBE, 0xD6, 0xFD})
_MOST_ROWS = 65_536


def with_true_sizes(data: bytes) -> bytes:
    """Return a workbook whose sheets announce no more rows than they can have; most are returned as they are."""
    import olefile

    out = BytesIO(data)
    try:
        with olefile.OleFileIO(out, write_mode=True) as container:
            name = "Workbook" if container.exists("Workbook") else "Book"
            stream = container.openstream(name).read()
            if (corrected := _corrected(stream)) == stream:
                return data
            container.write_stream(name, corrected)
            return out.getvalue()
    except Exception as error:
        # olefile raises whatever the damage happens to make it raise.
        raise Rejected("damaged", part="OLE") from error


def _corrected(stream: bytes) -> bytes:
    made, at, last, wrong = bytearray(stream), 0, 0, -1
    while at + 8 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        if kind == _DIMENSIONS:
            _correct(made, wrong, last)
            last = 0
            # Older files count rows in two bytes, which cannot say too much.
            wrong = at + 8 if size >= 14 and struct.unpack_from("<I", stream, at + 8)[0] > _MOST_ROWS else -1
        elif kind == _ROW or kind in _CELLS:
            last = max(last, struct.unpack_from("<H", stream, at + 4)[0] + 1)
        at += 4 + size
    _correct(made, wrong, last)
    return bytes(made)


def _correct(made: bytearray, wrong: int, last: int) -> None:
    if wrong >= 0:
        struct.pack_into("<I", made, wrong, last)
