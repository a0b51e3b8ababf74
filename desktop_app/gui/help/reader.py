"""The window of help: the pages and a search field at the left, the page at the right. It stays open beside the work."""

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from desktop_app.gui.help import markup
from desktop_app.gui.help.pages import Section, find, pages
from desktop_app.gui.icon_line import IconLine
from desktop_app.gui.parts import Worded, column, label, open_as, row
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, tr

SECTION = int(Qt.ItemDataRole.UserRole) + 1


class HelpReader(Worded, QDialog):
    """Shows the pages."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self.setModal(False)
        self.page = "start"
        self._before: list[str] = []
        self.search, self.list, self.text = IconLine(), QListWidget(), QTextBrowser()
        self.nothing = label("", "muted", wrap=True)
        self.search.put_icon("search", leading=True)
        self.search.let_clear()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setProperty("kind", "contents")
        self.text.setOpenLinks(False)
        self.text.setProperty("kind", "page")
        side = QWidget()
        side.setLayout(column(self.search, self.nothing, self.list, margins=(12, 12, 0, 12)))
        whole = row(side, self.text, spacing=12)
        whole.setStretch(0, 2)
        whole.setStretch(1, 5)
        self.setLayout(whole)
        self._connect()
        open_as(self, 980, 660)
        self.retranslate()

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._list())
        self.search.returnPressed.connect(self._open_first)
        self.list.itemClicked.connect(self._on_item)
        self.list.itemActivated.connect(self._on_item)
        self.list.currentItemChanged.connect(
            lambda item, _before: self._on_item(item) if self.list.hasFocus() else None
        )
        self.text.anchorClicked.connect(self._on_link)
        look.changed.connect(self._show)
        look.changed.connect(self._list)
        for key, run in (("Ctrl+F", self._to_search), ("Alt+Left", self.back)):
            QShortcut(QKeySequence(key), self).activated.connect(run)

    def open_page(self, name: str, heading: str = "") -> None:
        """Show a page, from one of its headings on."""
        if name != self.page:
            self._before.append(self.page)
        self.page = name
        self._show(heading)
        self._select()
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus()

    def back(self) -> None:
        """Show the page before."""
        if self._before:
            name = self._before.pop()
            self.page = name
            self._show()
            self._select()

    # What is shown -----------------------------------------------------------------------------------------------

    def _show(self, heading: str = "") -> None:
        page = pages(lang())[self.page]
        markup.fill(self.text.document(), page.markdown)
        self.setWindowTitle(tr("Help: {page}").format(page=page.title))
        self.text.setAccessibleName(page.title)
        self.text.setAccessibleDescription(tr("A page of help; Alt+Left goes back, Ctrl+F searches."))
        self._scroll_to(heading)

    def _scroll_to(self, heading: str) -> None:
        cursor = self.text.document().find(heading) if heading else QTextCursor()
        start = QTextCursor(self.text.document() if cursor.isNull() else cursor.block())
        self.text.setTextCursor(start)  # a text that is shown for the first time scrolls to its cursor
        if cursor.isNull():
            self.text.verticalScrollBar().setValue(0)
            return
        layout = self.text.document().documentLayout()
        self.text.verticalScrollBar().setValue(int(layout.blockBoundingRect(cursor.block()).top()) - look.px(8))

    def _list(self) -> None:
        """List the pages, or what the typed words find in them."""
        typed = self.search.text().strip()
        found = find(typed, lang()) if typed else [page.sections[0] for page in pages(lang()).values()]
        self.list.clear()
        for section in found:
            item = QListWidgetItem(section.heading)
            item.setData(SECTION, section)
            item.setToolTip(pages(lang())[section.page].title)
            item.setSizeHint(QSize(0, look.px(28)))
            self.list.addItem(item)
        self.nothing.setText(tr("Nothing found for “{text}”.").format(text=typed))
        self.nothing.setVisible(not found)
        self._select()

    def _select(self) -> None:
        for place in range(self.list.count()):
            section: Section = self.list.item(place).data(SECTION)
            if section.page == self.page:
                self.list.setCurrentRow(place)
                return

    def _on_item(self, item: QListWidgetItem | None) -> None:
        section: Section | None = item.data(SECTION) if item is not None else None
        if section is not None:
            if section.page != self.page:
                self._before.append(self.page)
            self.page = section.page
            self._show(section.heading if self.search.text() else "")

    def _open_first(self) -> None:
        if self.list.count():
            self.list.setCurrentRow(0)
            self._on_item(self.list.item(0))
            self.text.setFocus()

    def _on_link(self, url: QUrl) -> None:
        name = url.path().removesuffix(".md")
        if name in pages(lang()):
            self.open_page(name)

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.search.setPlaceholderText(tr("Search in the help"))
        self.search.setAccessibleName(tr("Search in the help"))
        self.search.setAccessibleDescription(tr("Enter opens the first page that is found."))
        self.list.setAccessibleName(tr("Pages of help"))
        self.list.setAccessibleDescription(tr("The page that is selected shows at the right."))
        self._show()
        self._list()
