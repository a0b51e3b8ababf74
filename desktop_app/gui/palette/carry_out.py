"""How a wish is said, and what it opens. Every form and dialog can still be left: a wish writes nothing by itself."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from desktop_app.domain import ENTITIES
from desktop_app.gui.hues import ENTITY_ICONS
from desktop_app.gui.palette.wishes import Wish
from desktop_app.gui.words import said, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.reports.codes import Found
    from desktop_app.store.base import Store


class Offer(NamedTuple):
    """A wish as the palette shows it."""

    text: str
    icon: str
    run: "Callable[[], None]"
    below: str = ""


def offer(wish: Wish, window: QWidget, workspace: Workspace) -> Offer:
    """Say a wish, and what it does."""
    match wish.verb:
        case "overview":
            see = partial(workspace.go, "overview", f"{wish.entity}/{wish.id}")
            return Offer(tr("Everything about {name}").format(name=wish.name), "globe", see)
        case "map":
            show = partial(workspace.go, "map", _country_code(workspace, wish))
            return Offer(tr("Show {name} on the map").format(name=wish.name), "map", show)
        case "summary":
            run = partial(workspace.go, "reports", f"country_summary/{_code(workspace, wish)}")
            return Offer(tr("Summary of {name}, one page").format(name=wish.name), "printer", run)
        case "send":
            return Offer(
                tr("Send a workbook to {name}").format(name=wish.name), "send", partial(_send, window, workspace, wish)
            )
        case "renew" | "open":
            return _offer_instrument(window, workspace, wish)
        case "code":
            return Offer(
                tr("Open the entries behind {code}").format(code=wish.name),
                "rows-3",
                partial(_reopen, workspace, wish.name),
            )
        case "backup":
            return Offer(tr("Back up now"), "archive", partial(back_up, workspace))
    return Offer(_say_new(wish), ENTITY_ICONS.get(wish.entity, "plus"), partial(_begin, window, workspace, wish))


def _code(workspace: Workspace, wish: Wish) -> str:
    record = workspace.store.get(ENTITIES["country"], wish.id) or {}
    return str(record.get("ref") or wish.id)


def _country_code(workspace: Workspace, wish: Wish) -> str:
    record = workspace.store.get(ENTITIES["country"], wish.id) or {}
    return str(record.get("code") or "")


def _say_new(wish: Wish) -> str:
    alone, about = {
        "mission": (tr("New mission"), tr("New mission to {name}")),
        "instrument": (tr("New instrument"), tr("New instrument with {name}")),
        "person": (tr("New person"), tr("New person at {name}")),
        "partner": (tr("New partner"), tr("New partner in {name}")),
        "event": (tr("New event"), tr("New event in {name}")),
    }[wish.entity]
    return about.format(name=wish.name) if wish.name else alone


def _offer_instrument(window: QWidget, workspace: Workspace, wish: Wish) -> Offer:
    """Offer to renew an instrument; to open one that is not renewed, with the reason."""
    if wish.why_not:
        see = partial(_open, window, workspace, wish)
        return Offer(tr("Open {name}").format(name=wish.name), ENTITY_ICONS[wish.entity], see, said(wish.why_not))
    return Offer(tr("Renew {name}").format(name=wish.name), "refresh-cw", partial(_renew, window, workspace, wish))


def _begin(window: QWidget, workspace: Workspace, wish: Wish) -> None:
    from desktop_app.gui.record_form.opening import open_form

    parts = (
        [(ENTITIES["party"], {"partner": wish.id, "role": "partner"})]
        if wish.entity == "instrument" and wish.id
        else []
    )
    open_form(window, workspace, ENTITIES[wish.entity], given=dict(wish.given), parts=parts)


def _send(window: QWidget, workspace: Workspace, wish: Wish) -> None:
    from desktop_app.gui.dialogs.export import open_export_like

    open_export_like(window, workspace, wish.name, wish.id)


def _renew(window: QWidget, workspace: Workspace, wish: Wish) -> None:
    from desktop_app.gui.record_form.opening import open_renewal

    open_renewal(window, workspace, wish.id)


def _open(window: QWidget, workspace: Workspace, wish: Wish) -> None:
    from desktop_app.gui.record_form.opening import open_form

    open_form(window, workspace, ENTITIES[wish.entity], wish.id)


def _reopen(workspace: Workspace, code: str) -> None:
    """Show the records behind a table of a report: of one of today in the list, of another day in the base of that day."""

    def find(store: "Store") -> "Found | None":
        from desktop_app.reports.codes import find_in, read_code

        read = read_code(code)
        return find_in(store, read) if read.day >= date.today() else None  # noqa: DTZ011  (the user's day)

    def show(found: "Found | None") -> None:
        if found is None:
            workspace.go("history", f"past/{code}")
        else:
            workspace.show_list(found.query)

    workspace.read(find, show, words=tr("Finding the entries…"))


def back_up(workspace: Workspace, then: Callable[[], None] | None = None) -> None:
    """Copy the open base and check the copy."""
    store = workspace.store

    def tell(path: Path) -> None:
        workspace.note(tr("Backed up and checked: {file}").format(file=path.name))
        workspace.backed_up.emit()
        if then is not None:
            then()

    workspace.tasks.run(lambda _task: store.backup(), tell, lane="file", words=tr("Backing up…"))
