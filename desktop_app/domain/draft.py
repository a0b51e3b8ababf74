"""E-mails to be finished by a person, as files that mail programs open to be sent."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from email.headerregistry import Address

# Named here, since a bare system knows no types of office files.
_OFFICE = "vnd.openxmlformats-officedocument"
_KINDS = {".xlsx": f"{_OFFICE}.spreadsheetml.sheet", ".docx": f"{_OFFICE}.wordprocessingml.document", ".pdf": "pdf"}


@dataclass(frozen=True, slots=True)
class Draft:
    """An e-mail to be finished by a person: several recipients don't see each other."""

    subject: str
    text: str
    to: tuple[tuple[str, str], ...] = ()  # name, address
    attachments: tuple[tuple[str, bytes], ...] = ()


def as_eml(draft: Draft) -> bytes:
    """Return a draft as the bytes of an .eml file."""
    from email.message import EmailMessage
    from email.policy import SMTP

    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    addresses = [made for name, address in draft.to if (made := _address(name, address)) is not None]
    if len(addresses) == 1:
        message["To"] = addresses
    elif addresses:
        message["Bcc"] = addresses
    message["Subject"] = " ".join(draft.subject.split())
    message.set_content(draft.text)
    for name, data in draft.attachments:
        kind = next((kind for ending, kind in _KINDS.items() if name.lower().endswith(ending)), "octet-stream")
        message.add_attachment(data, maintype="application", subtype=kind, filename=name)
    return bytes(message)


def _address(name: str, address: str) -> "Address | None":
    from email.headerregistry import Address

    try:
        return Address(display_name=" ".join(name.split()), addr_spec=address)
    except (ValueError, IndexError):
        return None
