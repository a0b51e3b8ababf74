"""A card with a picture whose parts open records: shown as a picture or as a table, copied as either."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.gui.card import Card
from desktop_app.gui.editing.clipboard import Copied, as_mime
from desktop_app.gui.table.model import Heading, Row
from desktop_app.gui.table.short_list import ShortList
from desktop_app.gui.theme import look, on_paper
from desktop_app.gui.words import labelled, tr

_ROWS = 14  # of a table in sight


class PictureCard(Card):
    """Subclasses say their title, and make the picture, the rows of the table and what is copied."""

    opened = Signal(str, str)  # entity, id
    copied = Signal(str)  # what was copied, in words

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.list: ShortList | None = None
        self.as_table = False
        self.link.clicked.connect(self.switch)
        self.more.clicked.connect(self._offer)

    # What subclasses say -----------------------------------------------------------------------------------------

    def heading(self) -> str:
        """Return the title."""
        raise NotImplementedError

    def pictured(self) -> list[QWidget]:
        """Return the picture and what stands below it."""
        raise NotImplementedError

    def table(self) -> tuple[list[Row], list[Heading], tuple[int, ...]]:
        """Return the same as rows, with their headings and widths; the id of a row is `entity/id`."""
        raise NotImplementedError

    def image(self) -> QImage:
        """Return the whole picture, to be copied."""
        raise NotImplementedError

    def offers(self, menu: QMenu) -> None:
        """Add what else can be done with it."""

    # Showing -----------------------------------------------------------------------------------------------------

    def show_picture(self, nothing: str) -> None:
        """Show the picture or the table; with `nothing` to show, say so with the next step."""
        title = self.heading()
        self.say(title, tr("Picture") if self.as_table else tr("Table"))
        self.link.setVisible(not nothing)
        self.show_more("" if nothing else tr("More…"))
        self.more.setAccessibleName(labelled(title, self.more.text()))
        self.list = None
        if nothing:
            self.fill([], nothing)
        else:
            self.fill([self._table()] if self.as_table else self.pictured(), "")

    def _table(self) -> ShortList:
        made = self.list = ShortList()
        made.set_compact(compact=True)
        rows, headings, widths = self.table()
        made.fill(rows, headings, widths, 0)
        made.setAccessibleName(self.title.text())
        made.setMinimumHeight(look.px(34 + 30 * min(_ROWS, len(rows))))
        made.opened.connect(lambda place: self.opened.emit(*made.held[place].ref.split("/")))
        return made

    def switch(self) -> None:
        """Change between picture and table."""
        self.as_table = not self.as_table
        self.show_picture("")

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("Copy as a picture"), self.copy_picture)
        menu.addAction(tr("Copy the data"), self.copy_data)
        self.offers(menu)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def copy_picture(self) -> None:
        """Put the picture into the clipboard."""
        with on_paper():
            QGuiApplication.clipboard().setImage(self.image())
        self.copied.emit(tr("Picture copied: {name}").format(name=self.title.text()))

    def copy_data(self) -> None:
        """Put the rows of the table into the clipboard as a spreadsheet pastes them."""
        rows, headings, _widths = self.table()
        lines = [[Copied(cell.text) for cell in row.cells] for row in rows]
        QGuiApplication.clipboard().setMimeData(as_mime([one.words for one in headings], lines))
        self.copied.emit(tr("Data copied: {name}").format(name=self.title.text()))
