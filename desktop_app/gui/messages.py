"""Errors and questions: the one place that shows a problem to the user, as a sentence with what to do next.

An error of ours carries its sentence in both languages (`words`); any other is a fault of the program: the window
says so, keeps running, and the log holds the trace.
"""

import logging

from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.gui.words import said, tr

log = logging.getLogger(__name__)


def sentence(error: Exception) -> str:
    """Return what to tell the user of an error."""
    from desktop_app.domain.words import Words

    words = getattr(error, "words", None)
    if isinstance(words, Words):
        return said(words)
    if isinstance(error, OSError) and error.strerror:
        from desktop_app.domain.disk import reason

        words_ = tr("{file}: {reason}. Nothing was changed.")
        return words_.format(file=error.filename or "", reason=said(reason(error)))
    return tr("This could not be done, and nothing was changed. The log says more: {error}").format(
        error=f"{type(error).__name__}: {error}"
    )


def show_error(parent: QWidget | None, error: Exception, doing: str = "") -> None:
    """Show an error in a dialog; `doing` says what was under way."""
    log.error("Shown to the user", exc_info=error)
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("Passerelle"))
    box.setText(doing or tr("That did not work."))
    box.setInformativeText(sentence(error))
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.open()


def ask(parent: QWidget, question: str, detail: str, verb: str) -> bool:
    """Ask before something that is not easily taken back; the verb stands on the button."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("Passerelle"))
    box.setText(question)
    box.setInformativeText(detail)
    yes = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    return box.clickedButton() is yes
