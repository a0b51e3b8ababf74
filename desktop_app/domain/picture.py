"""Small pictures kept as text: a logo as a data address, so that it travels with the record that it belongs to."""

import base64
import binascii
import re
import struct
from typing import Literal, NamedTuple

from desktop_app.domain.values import Unreadable
from desktop_app.domain.words import Words

Kind = Literal["png", "jpeg", "svg"]
# As text it fills one cell of a workbook.
MOST = 24_000
_ADDRESS = re.compile(r"data:image/(png|jpeg|svg\+xml);base64,([A-Za-z0-9+/=\s]+)")
_MEDIA: dict[Kind, str] = {"png": "png", "jpeg": "jpeg", "svg": "svg+xml"}
_SIZES_OF_JPEG = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_SVG = "{http://www.w3.org/2000/svg}"
# What a drawing may not do: run, load from elsewhere, hold another document.
_FORBIDDEN = re.compile(
    rb"<!doctype|<!entity|<script|<foreignobject|\bon[a-z]+\s*=|url\(\s*['\"]?(?!#)|@import", re.IGNORECASE
)

_UNKNOWN = Words(
    "Cette image n’est ni un PNG, ni un JPEG, ni un SVG lisible : choisissez un autre fichier.",
    "This picture is no PNG, JPEG or SVG that can be read: choose another file.",
)
_UNSAFE = Words(
    "Ce SVG contient un programme ou renvoie à d’autres fichiers : enregistrez-le en « SVG simple », ou en PNG.",
    "This SVG holds a program or points to other files: save it as “plain SVG”, or as PNG.",
)


class Picture(NamedTuple):
    """A picture: what it is, its bytes, its width and height (0 where a drawing does not say)."""

    kind: Kind
    data: bytes
    width: float
    height: float

    @property
    def text(self) -> str:
        """The picture as it is kept."""
        return f"data:image/{_MEDIA[self.kind]};base64,{base64.b64encode(self.data).decode('ascii')}"


def looked_at(data: bytes) -> Picture:
    """Return a picture from the bytes of its file. Raises Unreadable where it is none, unsafe, or too large."""
    found = _png(data) or _jpeg(data) or _svg(data)
    if found is None:
        raise Unreadable(_UNKNOWN)
    if len(data) > MOST:
        size = round(len(data) / 1000)
        raise Unreadable(
            Words(
                f"Cette image pèse {size} ko, et {MOST // 1000} ko suffisent à l’impression : réduisez-la.",
                f"This picture has {size} kB, and {MOST // 1000} kB are enough to print it: make it smaller.",
            )
        )
    return found


def kept(text: str) -> Picture:
    """Return a picture from its text. Raises Unreadable."""
    match = _ADDRESS.fullmatch(text.strip())
    try:
        data = base64.b64decode(match[2], validate=False) if match else b""
    except binascii.Error as error:
        raise Unreadable(_UNKNOWN) from error
    return looked_at(data)


def _png(data: bytes) -> Picture | None:
    if not data.startswith(b"\x89PNG\r\n\x1a\n") or data[12:16] != b"IHDR" or b"IEND" not in data[-16:]:
        return None
    width, height = struct.unpack(">II", data[16:24])
    return Picture("png", data, width, height) if width and height else None


def _jpeg(data: bytes) -> Picture | None:
    if not data.startswith(b"\xff\xd8") or b"\xff\xd9" not in data[-64:]:
        return None
    place = 2
    while place + 9 < len(data) and data[place] == 0xFF:
        if data[place + 1] in _SIZES_OF_JPEG:
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return Picture("jpeg", data, width, height) if width and height else None
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    return None


def _svg(data: bytes) -> Picture | None:
    if b"<svg" not in data[:4096]:
        return None
    if _FORBIDDEN.search(data) or len(data) > 20 * MOST:
        raise Unreadable(_UNSAFE)
    import xml.etree.ElementTree as ET  # not before the window shows: few offices have a drawing

    try:
        root = ET.fromstring(data)  # noqa: S314  (no entities: refused above)
    except (ET.ParseError, ValueError):
        return None
    if root.tag not in (f"{_SVG}svg", "svg"):
        return None
    for element in root.iter():
        for name, value in element.attrib.items():
            if name.rpartition("}")[2] == "href" and not value.startswith(("#", "data:image/png", "data:image/jpeg")):
                raise Unreadable(_UNSAFE)
    box = [float(part) for part in re.findall(r"-?[\d.]+", root.get("viewBox", ""))]
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    if len(box) == 4 and not (width and height):
        width, height = box[2], box[3]
    return Picture("svg", data, width, height)


def _length(text: str) -> float:
    match = re.fullmatch(r"\s*(\d+(?:\.\d+)?|\.\d+)\s*(px|pt|mm|cm|in)?\s*", text)
    return float(match[1]) if match else 0.0
