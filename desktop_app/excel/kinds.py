"""What a file really is, told from its content and never from its extension."""

import re

from desktop_app.excel.rejected import Rejected

ZIP, CONTAINER, PAGE, TEXT = "zip", "container", "page", "text"

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "pdf"), (b"\x89PNG", "picture"), (b"\xff\xd8\xff", "picture"), (b"GIF8", "picture"),
    (b"II*\0", "picture"), (b"MM\0*", "picture"), (b"BM", "picture"), (b"8BPS", "picture"), (b"{\\rtf", "word"),
    (b"Rar!", "archive"), (b"7z\xbc\xaf\x27\x1c", "archive"), (b"\x1f\x8b", "archive"), (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"), (b"\x28\xb5\x2f\xfd", "archive"), (b"MSCF", "archive"), (b"SQLite format 3\0", "base"),
    (b"\0\x01\0\0Standard ", "base"), (b"PAR1", "other"), (b"MZ", "other"), (b"\x7fELF", "other"), (b"OggS", "other"),
    (b"ID3", "other"), (b"\xca\xfe\xba\xbe", "other"), (b"bplist", "other"), (b"\x09\0\x04\0", "old_excel"),
    (b"\x09\x02\x06\0", "old_excel"), (b"\x09\x04\x06\0", "old_excel"), (b"\x09\x08", "old_excel"),
    (b"!BDN", "mail"), (b"\0\0\x02\0", "other"), (b"\0\0\x1a\0", "other"),
)  # fmt: skip
_STREAMS = (
    ("EncryptedPackage", CONTAINER), ("Workbook", CONTAINER), ("Book", CONTAINER), ("WordDocument", "word"),
    ("PowerPoint Document", "slides"), ("__properties_version1.0", "mail"), ("VisioDocument", "other"),
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_XML = re.compile(rb"\s*<\?xml|\s*<(?:\w+:)?[A-Za-z]\w*[\s>/]")
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|table|meta|body|head|style|div)[\s>/]", re.IGNORECASE)
_SPREADSHEET_XML = re.compile(rb"<(?:\w+:)?(?:Workbook|document)\b[^>]*(?:spreadsheet|opendocument)|mso-application")
_MAIL = re.compile(
    rb"(?:Return-Path|Received|Delivered-To|X-[\w-]+|Message-ID|From|Date): [^\r\n]*\r?\n[\w-]+: ", re.IGNORECASE
)
_SYLK = re.compile(rb"ID;P[^\r\n]*[\r\n]+(?:[PFBCOENW];[A-Z][^\r\n]*[\r\n]+){2}")
_DIF = re.compile(rb"TABLE\r?\n0,1\r?\n")
# Characters that no text file holds; NUL is looked at apart, since UTF-16 is full of it.
_NOT_TEXT = bytes(set(range(1, 9)) | set(range(14, 27)) | {28, 29, 30, 31})


def kind_of(data: bytes) -> str:
    """Return how a file is to be read (`ZIP`, `CONTAINER`, `PAGE` or `TEXT`), or refuse it."""
    if not data:
        raise Rejected("empty")
    head = data[:4096]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return ZIP
    if head.startswith(_OLE):
        return _container(data)
    if not data.strip(b"\0"):
        raise Rejected("cloud")
    for signature, what in _SIGNATURES:
        if head.startswith(signature) and not _reads_as_text(signature, head):
            raise Rejected(what)
    if head[4:8] == b"ftyp" or head[:4] == b"RIFF":
        raise Rejected("picture" if head[8:12] in {b"heic", b"avif", b"mif1", b"WEBP"} else "other")
    return _text(data)


def _container(data: bytes) -> str:
    displaced = False
    for name, what in _STREAMS:
        # Entries of the directory are 128 bytes long and start with the name in UTF-16, in whatever case.
        entry = re.compile(re.escape((name + "\0").encode("utf-16-le")), re.IGNORECASE)
        places = [found.start() % 128 for found in entry.finditer(data)]
        displaced |= bool(places)
        if 0 in places:
            if what != CONTAINER:
                raise Rejected(what)
            return what
    raise Rejected("damaged" if displaced else "no_table", part="OLE")


def _reads_as_text(signature: bytes, head: bytes) -> bool:
    # "BM", "MZ", "ID3" or "BZh" may well begin a heading.
    return (
        signature.isascii() and signature.isalnum() and not (b"\0" in head or head.translate(None, _NOT_TEXT) != head)
    )


def _text(data: bytes) -> str:
    head = data[:65_536]
    plain = _narrow(head).removeprefix(b"\xef\xbb\xbf").lstrip()
    if plain.startswith(b"MIME-Version:") or b"multipart/related" in plain[:2000]:
        raise Rejected("web_archive" if b"text/html" in plain or b"multipart/related" in plain else "mail")
    if _MAIL.match(plain):
        raise Rejected("mail")
    if _SYLK.match(plain) or _DIF.match(plain):
        raise Rejected("old_excel")
    if _XML.match(plain) or plain.startswith(b"<!"):
        if _SPREADSHEET_XML.search(plain[:4096]):
            raise Rejected("xml")
        if _PAGE.search(plain[:16_384]):
            return PAGE
        raise Rejected("other")
    if _is_binary(head):
        raise Rejected("other")
    if _is_notation(plain):
        raise Rejected("other")
    return TEXT


def _narrow(head: bytes) -> bytes:
    """Return the head of a UTF-16 text as bytes that can be compared; anything else as it is."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\0", b"")
    return head


def _is_binary(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    strange = len(head) - len(head.translate(None, _NOT_TEXT))
    nuls = head.count(0)
    wide = nuls and (head[::2].count(0) * 20 < nuls or head[1::2].count(0) * 20 < nuls) and nuls * 4 > len(head)
    return strange > 8 + len(head) // 50 or (bool(nuls * 200 > len(head)) and not wide)


def _is_notation(plain: bytes) -> bool:
    """Tell JSON and the like from a table: an opening bracket first, then a name in quotes or another bracket."""
    return re.match(rb'(?:\{\s*("[^"]*"\s*:|\})|\[\s*[\[{"\d\]])', plain) is not None
