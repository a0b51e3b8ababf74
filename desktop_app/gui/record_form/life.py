"""The life of an instrument in its form: its steps in order, the status to which they lead, what it becomes."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from desktop_app.domain import lives
from desktop_app.domain.instrument import INSTRUMENT_TYPE
from desktop_app.domain.instrument_parts import MILESTONE
from desktop_app.domain.lives import later, next_step, status_told, successors
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.gui.record_form.builder import Builder, Fields
from desktop_app.gui.record_form.part_row import PartSpec
from desktop_app.gui.record_form.parts import PartTable
from desktop_app.gui.words import lang, said, tr

if TYPE_CHECKING:
    from desktop_app.store.base import Edit, Store


def steps_of(fields: Fields) -> PartSpec:
    """Return the table of the steps: a new one is the next that the rules of the type give."""

    def propose(rows: Sequence[Record]) -> Mapping[str, Value]:
        start, end = (fields.value(name) for name in ("starts_on", "ends_on"))
        return next_step(fields.linked("type"), str(start or "") or None, str(end or "") or None, rows)

    return PartSpec(
        MILESTONE, "instrument", ("kind", "due_on", "done_on", "notes"), MILESTONE.words,
        Words("Ajouter une étape", "Add a step"), propose=propose,
    )  # fmt: skip


def follow_steps(fields: Fields, table: PartTable) -> None:
    """Propose the status to which a step leads, once it is said to be done; the user may choose another."""
    known: list[str] = []

    def react(by_user: bool) -> None:
        told = status_told([shown.values() for shown in table.rows])
        status = told[0] if told else ""
        if by_user and status and status not in known and later(status, fields.value("status")):
            fields.put("status", status)
        known[:] = [status]

    fields.when(("",), react)


def why_not_renewed(builder: Builder) -> str:
    """Say why the instrument in sight is not renewed; nothing where it may be."""
    from desktop_app.store.succession import has_successor

    id_ = builder.shown()
    succeeded = bool(id_) and has_successor(builder.workspace.store, id_)
    reason = lives.why_not_renewed(builder.fields.value("status"), succeeded=succeeded)
    return said(reason) if reason else ""


def ask_what_it_becomes(builder: Builder) -> None:
    """Open the menu of the types that the instrument may become; those that follow on its own come first."""
    id_ = builder.shown()
    if id_:
        code = str((builder.fields.linked("type") or {}).get("code") or "")
        builder.workspace.read(_types, lambda types: _offer(builder, id_, code, types))


def _types(store: "Store") -> list[dict[str, Value]]:
    from desktop_app.store.queries import Query

    return store.records(Query(INSTRUMENT_TYPE, sort=(("code", False),)))


def _offer(builder: Builder, id_: str, code: str, types: Sequence[Record]) -> None:
    cell = builder.fields.cells["type"]
    menu = QMenu(cell)
    menu.setObjectName("becomes")
    menu.aboutToHide.connect(menu.deleteLater)
    first = successors(types, code)
    others = [type_ for type_ in types if type_ not in first and type_["code"] != code and not type_.get("historic")]
    for some in (first, others):
        for type_ in some:
            name = f"{type_['code']} – {type_[f'name_{lang()}']}"
            menu.addAction(tr("Becomes {type}").format(type=name), partial(_become, builder, id_, type_))
        menu.addSeparator()
    menu.popup(cell.mapToGlobal(cell.rect().bottomLeft()))


def _become(builder: Builder, id_: str, type_: Record) -> None:
    workspace, name = builder.workspace, str(builder.fields.value("acronym") or builder.fields.value("title") or "")
    words = Words(f"{name} devient {type_['code']}", f"{name} becomes {type_['code']}")
    store, today = workspace.store, date.today()  # noqa: DTZ011  (the office's own day)

    def change(edit: "Edit") -> str:
        from desktop_app.store.succession import transform

        return transform(store, edit, id_, str(type_["id"]), today)

    def show(new: str) -> None:
        workspace.note(
            tr("{name} became {type}: check what was taken over").format(name=name, type=type_["code"]), undo=True
        )
        builder.links.open_asked.emit("instrument", new)

    workspace.edit(words, change, done=show)
