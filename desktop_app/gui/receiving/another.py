"""Another record than those proposed for a name: looked for among all of ours."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop_app.domain.entity import Field
from desktop_app.domain.types import Link
from desktop_app.gui.dialogs.other_value import OtherValueDialog, Wanted
from desktop_app.gui.receiving.values import Asked
from desktop_app.gui.words import lang, said
from desktop_app.gui.workspace import Workspace


def ask_another(parent: QWidget, workspace: Workspace, one: Asked, done: Callable[[Asked, str], None]) -> None:
    """Ask which record a name means; `done` receives the question with that record among those proposed, and its id."""
    field = Field("record", Link(one.entity), one.kind.fr, one.kind.en)
    dialog = OtherValueDialog(workspace, Wanted(one.text, field, None, said(one.why)), parent)

    def take() -> None:
        if (id_ := dialog.value()) and isinstance(id_, str):
            known = [candidate for candidate in one.candidates if candidate[0] != id_]
            name = workspace.store.names.label(one.entity, id_, lang())
            done(one._replace(candidates=(*known, (id_, name))), id_)

    dialog.accepted.connect(take)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
