"""What the one verb of a deadline does: open the record, renew it, remind who holds a workbook; and say that it is done."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop_app.domain import ENTITIES
from desktop_app.domain.deadlines import Deadline, met
from desktop_app.domain.words import Words
from desktop_app.gui.words import mark, tr
from desktop_app.gui.workspace import Go, Workspace

Run = Callable[[QWidget, Workspace], None]


def verb_of(deadline: Deadline) -> tuple[str, Run]:
    """Return the marked word of the verb that takes a deadline in hand, and what it does."""
    if deadline.kind == "workbook":
        return mark("Remind"), lambda _parent, workspace: remind(workspace, deadline.id)
    if deadline.kind == "renewal":
        return mark("Renew…"), lambda parent, workspace: renew(parent, workspace, deadline.id)
    return mark("Open"), lambda parent, workspace: open_(parent, workspace, deadline)


def see(kind: str) -> Run:
    """Return what shows all pressing deadlines of a kind."""
    return lambda _parent, workspace: workspace.asked.emit(Go("deadlines", f"now/{kind}"))


def open_(parent: QWidget, workspace: Workspace, deadline: Deadline) -> None:
    """Open the record that a deadline is about, where one says that it was met."""
    if deadline.entity == "shipment":
        workspace.go("workbooks_out", deadline.id)
        return
    from desktop_app.gui.record_form.opening import open_form

    change = met(deadline, date.today())  # noqa: DTZ011  (the user's day)
    at = (deadline.part, change.field if change else "")
    open_form(parent, workspace, ENTITIES[deadline.entity], deadline.id, at=at)


def renew(parent: QWidget, workspace: Workspace, instrument: str) -> None:
    """Open an instrument with its next period proposed."""
    from desktop_app.gui.record_form.opening import open_renewal

    open_renewal(parent, workspace, instrument)


def remind(workspace: Workspace, number: str) -> None:
    """Open a reminder of a workbook that is still out."""
    from desktop_app.gui.receiving import mail

    mail.remind(workspace, number, attached=False)


def can_be_done(deadline: Deadline) -> bool:
    """Whether one can say that a deadline was met; a workbook is met by coming back, credits by being spent."""
    return deadline.kind not in ("workbook", "credit")


def mark_done(workspace: Workspace, deadline: Deadline, name: str) -> None:
    """Say that a deadline was met today, which can be undone."""
    change = met(deadline, date.today())  # noqa: DTZ011  (the user's day)
    if change is None:
        return
    what = deadline.what
    words = Words(f"Fait : {what.fr}, {name}", f"Done: {what.en}, {name}")
    workspace.edit(
        words,
        lambda edit: edit.set(ENTITIES[change.entity], change.id, change.field, change.value),
        done=lambda _none: workspace.note(tr("Done: {name}").format(name=name), undo=True),
    )
