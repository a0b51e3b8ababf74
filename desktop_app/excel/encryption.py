"""A workbook protected by a password, as Excel does it."""

import io
import zipfile
from pathlib import Path

import msoffcrypto
from msoffcrypto.format.ooxml import OOXMLFile

from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words

# Encrypting smaller packages makes files that nobody can open.
_SMALLEST = 8_192


def encrypted(path: Path, password: str) -> None:
    """Protect a workbook by a password, as Excel does, and make sure that it opens again."""
    plain = _padded(path.read_bytes())
    protected, opened = io.BytesIO(), io.BytesIO()
    OOXMLFile(io.BytesIO(plain)).encrypt(password, protected)
    check = msoffcrypto.OfficeFile(io.BytesIO(protected.getvalue()))
    check.load_key(password=password, verify_password=True)
    check.decrypt(opened, verify_integrity=True)
    if opened.getvalue() != plain:
        raise Refused(
            Words(
                "Le classeur protégé ne s’ouvre pas comme il faut : rien n’a été enregistré. Réessayez sans mot de passe.",
                "The protected workbook does not open as it should: nothing was saved. Try again without a password.",
            )
        )
    path.write_bytes(protected.getvalue())


def _padded(package: bytes) -> bytes:
    """Return a package large enough to be encrypted: one that is too small is kept without compression."""
    if len(package) >= _SMALLEST:
        return package
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as target:
        for info in source.infolist():
            target.writestr(info.filename, source.read(info.filename))
        target.comment = b" " * max(0, _SMALLEST - len(package))
    return buffer.getvalue()
