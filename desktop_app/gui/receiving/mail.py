"""Letters about a workbook, handed to the mail program: a plain draft, or a file that opens as one with the workbook."""

from typing import TYPE_CHECKING
from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.store.base import Store
    from desktop_app.sync.letters import Letter

# Beyond this, mail programs cut an address that holds a whole letter.
_LONGEST_ADDRESS = 1_800


def draft(letter: "Letter") -> str:
    """Return the address of a draft: to whom, about what, and the text."""
    return f"mailto:{quote(letter.to)}?subject={quote(letter.subject)}&body={quote(letter.text)}"


def send(workspace: Workspace, number: str, *, locked: bool) -> None:
    """Open the letter with which a workbook goes out, the workbook attached; `locked`: it has a password."""

    def read(store: "Store") -> "tuple[Letter, tuple[str, bytes] | None]":
        from desktop_app.sync.letters import covering, language

        shipment = store.ledger.shipment(number)
        assert shipment  # noqa: S101  # it was just made
        data = store.ledger.kept_file(shipment.sha256)
        letter = covering(store, shipment, language(store, shipment), locked=locked)
        return letter, (shipment.file_name, data) if data else None

    _open(workspace, read, number)


def remind(workspace: Workspace, number: str, *, attached: bool) -> None:
    """Open a reminder of a workbook that is still out, in its recipient's language."""

    def read(store: "Store") -> "tuple[Letter, tuple[str, bytes] | None]":
        from desktop_app.sync.letters import language, reminder

        shipment = store.ledger.shipment(number)
        assert shipment  # noqa: S101  # it was chosen in the list
        data = store.ledger.kept_file(shipment.sha256) if attached else None
        letter = reminder(store, shipment, language(store, shipment))
        return letter, (shipment.file_name, data) if data else None

    _open(workspace, read, number)


def thank(workspace: Workspace, number: str) -> None:
    """Open a note of thanks for the last return of a workbook: what was taken, and what was not."""

    def read(store: "Store") -> "tuple[Letter, None]":
        from desktop_app.sync.letters import language, thanks

        shipment = store.ledger.shipment(number)
        assert shipment  # noqa: S101  # it came back
        return thanks(store, shipment, store.ledger.returns(number)[-1], language(store, shipment)), None

    _open(workspace, read, number)


def _open(workspace: Workspace, read: "Callable[[Store], tuple[Letter, tuple[str, bytes] | None]]", name: str) -> None:
    def show(found: "tuple[Letter, tuple[str, bytes] | None]") -> None:
        letter, attachment = found
        address = draft(letter)
        if attachment is None and len(address) <= _LONGEST_ADDRESS:
            QDesktopServices.openUrl(QUrl(address))
        else:
            from desktop_app.gui.letters.mailing import open_draft
            from desktop_app.sync.letters import as_file

            open_draft(workspace, as_file(letter, attachment), name)

    workspace.read(read, show)
