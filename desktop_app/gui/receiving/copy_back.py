"""The copy of a sheet that goes back to its sender: where it is put is asked, it is written in the background."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.words import Words
from desktop_app.gui import messages
from desktop_app.gui.receiving.sheet import Understood, write_back
from desktop_app.gui.receiving.taking_in import Foreign
from desktop_app.gui.words import lang, said, tr
from desktop_app.gui.workspace import Workspace


def ask_and_write(
    parent: QWidget, workspace: Workspace, foreign: Foreign, understood: Understood, done: Callable[[str], None]
) -> None:
    """Ask where the copy goes, and write it; `done` receives what to say."""
    from desktop_app.excel.send_back import losses, suffix_for

    suffix = suffix_for(foreign.book)
    name = tr("{name} – answered").format(name=foreign.path.stem)
    path, _kind = QFileDialog.getSaveFileName(
        parent.window(), tr("Copy for the sender"), str(foreign.path.with_name(f"{name}{suffix}")), f"*{suffix}"
    )
    if not path:
        return
    target = Path(path).with_suffix(suffix)

    def write(lost: Words | None = None) -> None:
        question = tr("Write {name} without all that the file holds?").format(name=target.name)
        if lost is None or messages.ask(parent.window(), question, said(lost), tr("Write the copy")):
            _write(parent, workspace, (foreign, understood), target, done)

    workspace.tasks.run(lambda _task: losses(foreign.path, foreign.book), write, lambda _error: write(), lane="file")


def _write(
    parent: QWidget, workspace: Workspace, sheet: tuple[Foreign, Understood], target: Path, done: Callable[[str], None]
) -> None:
    language = lang()
    workspace.tasks.run(
        lambda _task: write_back(*sheet, target, language),
        lambda notes: done(
            " ".join((tr("{name} is ready for its sender.").format(name=target.name), *(said(one) for one in notes)))
        ),
        lambda error: messages.show_error(parent, error, tr("{name} was not written.").format(name=target.name)),
        words=tr("Writing {name}…").format(name=target.name),
        lane="file",
    )
