"""The head and the foot of a form in words: which record, of what kind, and whether it is saved."""

from typing import TYPE_CHECKING, Literal

from desktop_app.domain.entity import Entity
from desktop_app.domain.naming import subtitle
from desktop_app.domain.values import Record
from desktop_app.gui import icons, theme
from desktop_app.gui.detail.chips import chips_of, show_chips
from desktop_app.gui.detail.history import HistoryLine, moment
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, tr

if TYPE_CHECKING:
    from desktop_app.gui.forms.ui_record_form import Ui_RecordForm
    from desktop_app.store.base import Store

State = Literal["opening", "new", "waiting", "saving", "saved"]


class FormHead:
    """Says what the head and the foot of a form show."""

    def __init__(self, ui: "Ui_RecordForm") -> None:
        self._ui = ui

    def say(self, store: "Store", entity: Entity, record: Record | None, heading: str) -> None:
        """Say which record it is; nothing but the heading for a new one."""
        self._ui.title.setText(heading)
        below = subtitle(entity, record, store.names.showing(lang())) if record else ""
        self._ui.subtitle.setText(below)
        self._ui.subtitle.setVisible(bool(below))
        show_chips(self._ui.chips, chips_of(store, entity, record) if record else [])

    def say_state(self, state: State, last: HistoryLine | None) -> None:
        """Say whether something waits to be saved, and who changed the record last."""
        now = theme.now()
        text, icon, colour = {
            "opening": (tr("Opening…"), "clock", now.muted),
            "saving": (tr("Saving…"), "clock", now.muted),
            "waiting": (tr("Not saved yet"), "pencil", now.warn),
            "new": (tr("Nothing filled in yet"), "pencil", now.muted),
            "saved": (tr("All changes saved"), "circle-check", now.ok),
        }[state]
        if state == "saved" and last is not None:
            by_you = not last.source and last.who == tr("You")
            words = (
                tr("{state} · last change by you, {when}") if by_you else tr("{state} · last change: {source}, {when}")
            )
            text = words.format(state=text, source=last.source or last.who, when=moment(last.wall))
        self._ui.state.setText(text)
        side = look.px(15)
        self._ui.stateIcon.setPixmap(icons.pixmap(icon, colour, side, self._ui.stateIcon.devicePixelRatioF()))
