"""Opening workbooks that are protected by a password, inside the reading process."""

from io import BytesIO
from types import SimpleNamespace

from desktop_app.excel.rejected import Rejected

# The password that Excel itself puts on "protected" workbooks and tries without asking.
_BUILT_IN = "VelvetSweatshop"


def is_encrypted_package(data: bytes) -> bool:
    """Tell an encrypted .xlsx from an .xls: both lie in the same kind of container."""
    entry = "EncryptedPackage\0".encode("utf-16-le")
    at = data.find(entry)
    while at >= 0 and at % 128:
        at = data.find(entry, at + 1)
    return at >= 0


def decrypted(data: bytes, password: str | None) -> bytes:
    """Return what a protected workbook holds, or refuse: a password is needed, or this one is wrong."""
    from msoffcrypto.exceptions import InvalidKeyError

    for attempt in (_BUILT_IN, password):
        if attempt is None:
            continue
        try:
            return _opened(data, attempt)
        except InvalidKeyError:
            continue
        except UnicodeError:
            # Old workbooks know passwords of one byte a character only.
            continue
    raise Rejected("needs_password" if password is None else "wrong_password")


def _opened(data: bytes, password: str) -> bytes:
    import msoffcrypto
    from msoffcrypto.exceptions import InvalidKeyError
    from msoffcrypto.format import xls97

    opened = BytesIO()
    # It would lay the open workbook into a file of the system's folder for temporary ones.
    xls97.tempfile = SimpleNamespace(TemporaryFile=BytesIO)
    try:
        office = msoffcrypto.OfficeFile(BytesIO(data))
        package = office.format == "ooxml"
        office.load_key(password=password, **({"verify_password": True} if package else {}))
    except (InvalidKeyError, UnicodeError):
        raise
    except Exception as error:
        # A kind of encryption that is not known shows as KeyError, struct.error, DecryptionError, AssertionError…
        raise Rejected("too_new") from error
    try:
        office.decrypt(opened, **({"verify_integrity": True} if package else {}))
    except InvalidKeyError as error:
        # The password was right: what it protects was changed on the way.
        raise Rejected("damaged", part="EncryptedPackage") from error
    except Exception as error:
        raise Rejected("damaged", part="EncryptedPackage") from error
    return opened.getvalue()
