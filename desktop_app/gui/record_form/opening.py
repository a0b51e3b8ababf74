"""The window of a form: one for each record, beside the main window, with its commands.

    open_form(window, workspace, MISSION, id_)                    an existing record
    open_form(window, workspace, MISSION, given={"person": id_})  a new one
    open_renewal(window, workspace, id_)                          an instrument, its next period proposed
    close_forms(window)                                           before the program closes: False where somebody stays

Forms don't hold the main window back: a list can be looked at while one types. Changes that were not saved are asked
about whenever a form would lose them.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.person import PERSON
from desktop_app.domain.values import Value
from desktop_app.gui.palette.remembered import Remembered
from desktop_app.gui.record_form.record import Part
from desktop_app.gui.record_form.window import FormWindow, Numbers
from desktop_app.gui.workspace import Workspace

_open: list[FormWindow] = []


def open_form(  # noqa: PLR0913  (what may be known beforehand, by name)
    parent: QWidget | None,
    workspace: Workspace,
    entity: Entity,
    id_: str = "",
    given: Mapping[str, Value] | None = None,
    *,
    parts: Sequence[Part] = (),
    numbers: Numbers | None = None,
    tab: str = "",
    at: tuple[str, str] = ("", ""),
    modal: bool = False,
) -> FormWindow:
    """Open the form of a record, or of a new one with what is known of it; a record has one window only.

    `numbers`: the list through which Alt+Up and Alt+Down go · `tab`: the entity whose related records to show · `at`: the part
    and the field to begin with · `modal`: hold the parent back until it is done.
    """
    for window in _alive():
        if id_ and window.form.entity is entity and window.form.id == id_:
            window.show_tab(tab)
            window.raise_()
            window.activateWindow()
            _go_to(window, at)
            return window
    if id_:
        Remembered(workspace).saw(entity.name, id_)
    window = FormWindow(parent, workspace, entity, numbers)
    _wire(window)
    if id_:
        window.form.open(id_)
        window.say_title()  # no “New: partner” above one that is only being read
    else:
        window.form.begin(given, parts)
    window.show_tab(tab)
    if modal:
        window.setWindowModality(Qt.WindowModality.WindowModal)
    window.show()
    window.form.focus_first()
    _go_to(window, at)
    return window


def _go_to(window: FormWindow, at: tuple[str, str]) -> None:
    if any(at):
        _once_read(window, lambda: window.form.go_to(*at))


def _once_read(window: FormWindow, then: Callable[[], None]) -> None:
    """Do something as soon as the record is on the screen."""
    form = window.form

    def read() -> None:
        form.told.disconnect(read)
        then()

    if form.record:
        then()
    else:
        form.told.connect(read)


def open_renewal(parent: QWidget | None, workspace: Workspace, id_: str) -> FormWindow:
    """Open the form of an instrument with its next period proposed; one checks it and saves."""
    window = open_form(parent, workspace, ENTITIES["instrument"], id_)
    form = window.form

    def propose() -> None:
        renew = next(verb for verb in form.builder.verbs if verb.name == "renew")
        if reason := renew.why_not():
            workspace.note(reason)
        else:
            renew.run()

    _once_read(window, propose)
    return window


def close_forms(parent: QWidget | None = None) -> bool:
    """Close the forms of a window, those that wait to be saved after asking; False where one stays open."""
    for window in _alive(parent):
        if window.form.dirty:
            window.raise_()
            window.activateWindow()
        window.close()
    return not _alive(parent)


def _alive(parent: QWidget | None = None) -> list[FormWindow]:
    """Return the forms that are open."""
    return [window for window in _open if parent is None or window.parentWidget() is parent]


def _wire(window: FormWindow) -> None:
    """Fulfil a form's wishes for other records."""
    workspace, holder = window.workspace, window.parentWidget()
    _open.append(window)
    window.closed.connect(lambda: _forget(window))
    window.destroyed.connect(lambda: _forget(window))  # a main window that goes takes its forms with it
    window.open_asked.connect(lambda entity, id_: open_form(holder, workspace, ENTITIES[entity], id_))
    window.begin_asked.connect(
        lambda entity, values, parts: open_form(holder, workspace, ENTITIES[entity], given=values, parts=parts)
    )
    window.create_asked.connect(
        lambda entity, text, take: create_linked(window, workspace, ENTITIES[entity], text, take)
    )


def _forget(window: FormWindow) -> None:
    if window in _open:
        _open.remove(window)


def create_linked(
    parent: QWidget | None, workspace: Workspace, entity: Entity, text: str, take: Callable[[str], None]
) -> FormWindow:
    """Open the form of a record that is missing, named as it was typed; once it is saved it is taken and closes."""
    created = open_form(parent, workspace, entity, given=named_values(entity, text), modal=True)

    def taken(id_: str) -> None:
        take(id_)
        created.close()

    created.form.saved.connect(taken)
    return created


def named_values(entity: Entity, text: str) -> dict[str, Value]:
    """Return the values of a new record that is called as somebody typed it.

    Of a person, capitals or a comma tell the family name; else the given name comes first.
    """
    if entity is PERSON:
        from desktop_app.importers.names import Unsure, name_parts

        with suppress(Unsure):
            if parts := name_parts(text):
                return parts
    names = [name for name in entity.title[0] if name in entity.fields]
    if len(names) == 2 and (words := text.rsplit(" ", 1)) and len(words) == 2 and "code" not in names:
        return dict(zip(names, words, strict=True))
    return {names[-1] if "code" not in names else "code": text}
