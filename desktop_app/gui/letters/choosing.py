"""The templates to choose from: each with what is wrong with it, the office's own marked as such."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop_app.gui import icons
from desktop_app.gui.parts import Worded
from desktop_app.gui.words import lang, said, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.reports.letters.templates import Template

_TEMPLATE = int(Qt.ItemDataRole.UserRole)


class TemplateList(Worded, QListWidget):
    """The list of templates; `chosen` when another one is current."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.currentRowChanged.connect(lambda _row: self.chosen.emit())
        self.retranslate()

    def offer(self, found: "Sequence[Template]", wanted: str = "") -> None:
        """Show templates, one of them chosen by its name; the first that can be used where there is none of it."""
        self.blockSignals(True)
        self.clear()
        for one in found:
            item = QListWidgetItem()
            item.setData(_TEMPLATE, one)
            self.addItem(item)
        self.blockSignals(False)
        self.retranslate()
        names = [one.name for one in found]
        usable = next((row for row, one in enumerate(found) if not one.flaws), 0)
        self.setCurrentRow(names.index(wanted) if wanted in names else usable)

    @property
    def current(self) -> "Template | None":
        """The template that is chosen."""
        item = self.currentItem()
        held: Template | None = item.data(_TEMPLATE) if item is not None else None  # type: ignore[redundant-expr]
        return held

    def retranslate(self) -> None:
        """Say every template in the language of the screen."""
        self.setAccessibleName(tr("Template"))
        for row in range(self.count()):
            item = self.item(row)
            one: Template = item.data(_TEMPLATE)
            words = said(one.words)
            own = tr("our own")
            item.setText(words if one.ours else f"{words} · {own}")
            item.setIcon(icons.icon("triangle-alert" if one.flaws else "file-text"))
            item.setToolTip(one.flaws[0].said(lang()) if one.flaws else one.path.name)
