"""The frame: top bar, left pane, the page that is shown, status bar. It knows the pages only by their registry."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QWidget

from desktop_app.gui import icons
from desktop_app.gui.actions import Actions, action, collect
from desktop_app.gui.frame.base_watch import BaseWatch
from desktop_app.gui.frame.finder import Finder
from desktop_app.gui.frame.help_commands import HelpCommands
from desktop_app.gui.frame.look_commands import LookCommands
from desktop_app.gui.frame.menus import Menus
from desktop_app.gui.frame.new_commands import NewCommands
from desktop_app.gui.frame.page_stack import PageStack
from desktop_app.gui.frame.side_bar import SideBar
from desktop_app.gui.frame.status_bar import StatusBar
from desktop_app.gui.frame.step_commands import StepCommands
from desktop_app.gui.frame.top_bar import TopBar
from desktop_app.gui.pages import PLACES, Place
from desktop_app.gui.parts import Worded, column, row
from desktop_app.gui.theme import look
from desktop_app.gui.words import mark, said
from desktop_app.gui.workspace import Go, Notice, Workspace

if TYPE_CHECKING:
    from desktop_app.domain.words import Words
    from desktop_app.gui.frame.banner import Banner
    from desktop_app.gui.frame.base_facts import Facts
    from desktop_app.gui.frame.notice_bar import NoticeBar
    from desktop_app.gui.page import Page

NARROW_UNDER = 1200  # at the usual text size
FIRST_SIZE = (1366, 768)
FRAME = (16, 40)  # what the system puts around a window, at most
_ENTER = (0x01000004, 0x01000005)  # Qt.Key.Key_Return and Key_Enter
TAB_FOCUS = 1  # Qt.FocusPolicy; see PLAIN_TEXT in parts.py


class Window(Worded, QMainWindow):
    """The main window of one base."""

    base_asked = Signal()
    fresh_asked = Signal()  # an empty base for the user's own office
    painted = Signal()

    def __init__(self, workspace: Workspace, places: Sequence[Place] = PLACES) -> None:
        super().__init__()
        self.workspace = workspace
        self._office: tuple[Words, Words] | None = None
        self._was_painted = False
        self.setObjectName("window")
        self.setWindowIcon(icons.mark())
        self._restore()
        self.steps, self.looks = StepCommands(workspace, self), LookCommands(workspace.settings, self)
        self.news = NewCommands(workspace, self)
        self.helps = HelpCommands(self, lambda: self.stack.page)
        self.groups: tuple[Actions, ...] = (
            self.news.commands, collect(self), self.steps.commands, self.looks.commands, self.helps.commands
        )  # fmt: skip
        for group in self.groups:
            self.addActions(list(group.values()))
        self.menus = Menus(self)
        self.top = TopBar(self.commands["undo"], self.commands["redo"], self.commands["help_"], self.menus.whole)
        self.side, self.status = SideBar(places, narrow=self._is_narrow()), StatusBar(workspace.tasks)
        self.stack = PageStack(workspace, places)
        self._whole = self._lay_out()
        self.finder = Finder(workspace, self.top.search, self.stack, self._all_commands, self._whole)
        self._watch = BaseWatch(workspace, places, self)
        self._connect()
        self.retranslate()

    def _lay_out(self) -> QWidget:
        whole = QWidget()
        self._middle = column(self.stack, spacing=0)
        whole.setLayout(column(self.top, row(self.side, self._middle, spacing=0), self.status, spacing=0))
        self.setCentralWidget(whole)
        self.setMinimumSize(900, 560)
        return whole

    def _connect(self) -> None:
        workspace = self.workspace
        workspace.opened.connect(self._on_opened)
        workspace.asked.connect(self.go)
        workspace.noted.connect(self._on_noted)
        workspace.said.connect(self._on_said)
        workspace.backed_up.connect(self.status.say_backed_up)
        workspace.tasks.failed.connect(self._on_failed)
        self._watch.named.connect(self._show_office)
        self._watch.counted.connect(self._show_facts)
        self.side.asked.connect(self.stack.show_page)
        self.stack.shown.connect(self._on_page)
        self.top.language_asked.connect(self.looks.speak)
        self.top.theme_asked.connect(self.looks.change_theme)
        look.changed.connect(self._fit_side)
        self.finder.left.connect(self._focus_page)
        self.finder.help_asked.connect(self.helps.open_page)

    @property
    def commands(self) -> dict[str, QAction]:
        """The commands of the frame by name."""
        return {name: made for group in self.groups for name, made in group.items()}

    @cached_property
    def notices(self) -> "NoticeBar":
        """The bar of notices, made when there is something to say."""
        from desktop_app.gui.frame import notice_bar

        bar = notice_bar.NoticeBar()
        bar.undo_asked.connect(self.steps.undo_edit)
        self.workspace.changed.connect(bar.go_on)
        self.workspace.changed.connect(bar.leave_step)
        self.stack.shown.connect(bar.go_on)
        self._middle.addWidget(bar)
        return bar

    @cached_property
    def banner(self) -> "Banner":
        """The strip above the pages, made when there is something to say of the base."""
        from desktop_app.gui.frame import banner

        strip = banner.Banner()
        strip.fresh_asked.connect(self.fresh_asked)
        strip.base_asked.connect(self.base_asked)
        self._middle.insertWidget(0, strip)
        return strip

    def _on_noted(self, notice: Notice) -> None:
        self.notices.say(notice)

    def _on_failed(self, error: Exception) -> None:
        from desktop_app.gui.messages import sentence

        self.notices.say(Notice(sentence(error), error=True))

    # Pages ----------------------------------------------------------------------------------------------------

    def _on_page(self, page: "Page") -> None:
        self._mark_place()
        self.menus.fill(self._groups_now())
        self._on_said(page)
        self._focus_page()

    def go(self, wish: Go) -> None:
        """Show a page with what was asked for in it; what no page lists opens in a form or a list of its own."""
        if wish.page in self.stack.places:
            self.activateWindow()  # who asked in a form goes on here
            self.stack.show_page(wish.page).visit(wish)
            return
        from desktop_app.domain import ENTITIES

        if wish.page == "country" and wish.id:
            self.stack.show_page("overview").visit(Go("overview", f"country/{wish.id}"))
        elif wish.page in ENTITIES and wish.id:
            from desktop_app.gui.record_form.opening import open_form

            open_form(self, self.workspace, ENTITIES[wish.page], wish.id)
        elif wish.page in ENTITIES:
            from desktop_app.gui.overview.list_window import show_records

            show_records(self, self.workspace, ENTITIES[wish.page], wish.filters)

    def _all_commands(self) -> Iterator[QAction]:
        for group in self._groups_now():
            yield from group.values()

    def _groups_now(self) -> list[Actions]:
        """Return the commands of the frame, and of the page where it can be worked with."""
        page = self.stack.page
        return [*self.groups, *([page.actions_] if page is not None and self.stack.isEnabled() else [])]

    def _focus_page(self) -> None:
        if (page := self.stack.page) is not None:
            page.take_focus()

    def _on_said(self, page: "Page") -> None:
        if page is self.stack.page:
            self.status.say(page.status())
            self._mark_place()

    def _mark_place(self) -> None:
        """Mark the page that is shown in the left pane, or the saved view that its list shows."""
        if self.stack.page is not None:
            self.side.select(self.stack.name, self.stack.page.view_id())

    # The base ----------------------------------------------------------------------------------------------------

    def show_no_base(self) -> None:
        """Say that no base is open; its pages take nothing that could not be kept."""
        self._office = None
        self.setWindowTitle("Passerelle")
        self._let_work(on=False)
        self.banner.show_none()
        self.banner.open_button.setFocus()

    def _let_work(self, *, on: bool) -> None:
        self.stack.setEnabled(on)
        self.side.setEnabled(on)
        self.menus.fill(self._groups_now())

    def _on_opened(self) -> None:
        if not self.stack.isEnabled():
            self._let_work(on=True)
            self._focus_page()
        store = self.workspace.store
        self.workspace.settings.opened(store.path)
        self.setWindowTitle(f"{store.path.stem} – Passerelle")
        self.status.show_saved(saved=not store.readonly)

    def _show_office(self, names: "tuple[Words, Words]") -> None:
        self._office = names
        self.top.show_office(*(said(words) for words in names))
        self.side.offer_views(self.workspace)  # now that the page has asked for its rows
        if not self.workspace.is_open:
            return
        self.banner.show_base(self.workspace.store)

    def _show_facts(self, facts: "Facts") -> None:
        self.side.show_badges(facts.badges)
        self.steps.follow(facts)
        self.status.show_out(facts.out, facts.late)

    # Commands ----------------------------------------------------------------------------------------------------

    @action(mark("Open another base…"), icon="folder-open", keys=("Ctrl+O",), menu="file", window=True)
    def open_base(self) -> None:
        """Ask which base to open."""
        self.base_asked.emit()

    @action(
        mark("Take back a workbook or read a spreadsheet…"), icon="inbox", keys=("Ctrl+Shift+O",), menu="file",
        window=True,
        also=mark("import read open a spreadsheet sheet table Excel file receive workbook that came back return returned"),
    )  # fmt: skip
    def take_back(self) -> None:
        """Take in a workbook that came back, or a sheet that somebody else made."""
        if self.workspace.is_open:
            from desktop_app.gui.receiving import taking_in

            taking_in.choose(self, self.workspace)

    @action(mark("Quit"), keys=("Ctrl+Q",), menu="file", role="quit", window=True)
    def quit(self) -> None:
        """Close the window."""
        self.close()

    @action(mark("Search everything"), icon="search", keys=("Ctrl+K",), menu="edit", window=True)
    def search(self) -> None:
        """Open the palette."""
        self.finder.begin()

    @action(mark("Settings…"), icon="settings", keys=("Ctrl+,",), menu="file", role="preferences", window=True)
    def open_settings(self) -> None:
        """Show the page of settings."""
        self.stack.show_page("settings")

    @action(mark("See the base as it was on a day…"), icon="history", menu="view", window=True)
    def see_past(self) -> None:
        """Show the whole base as it was on another day, read only."""
        self.stack.show_page("history").visit(Go("history", "past"))

    @action(mark("Next pane"), keys=("F6",), menu="view", window=True)
    def next_pane(self) -> None:
        """Move the keyboard to the next pane."""
        self._to_pane(1)

    @action(mark("Previous pane"), keys=("Shift+F6",), menu="view", window=True)
    def previous_pane(self) -> None:
        """Move the keyboard to the pane before."""
        self._to_pane(-1)

    def _to_pane(self, step: int) -> None:
        page = self.stack.page
        panes: list[QWidget] = [self.side, self.top.search, *(page.panes() if page else [])]
        focus = QApplication.focusWidget()
        held = [number for number, pane in enumerate(panes) if focus and (pane is focus or pane.isAncestorOf(focus))]
        target = panes[((held[-1] if held else -1) + step) % len(panes)]
        if target is self.side and self.stack.name:
            target = self.side.buttons[self.stack.name]
        (target if target.focusPolicy() or target.focusProxy() else _first_inside(target)).setFocus()

    # Words, size, end --------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        for group in self.groups:
            group.retranslate()
        self.menus.retranslate()
        self.steps.retranslate()
        if not self.stack.isEnabled():
            self.banner.show_none()
        if self._office:
            self._show_office(self._office)

    def _restore(self) -> None:
        geometry = self.workspace.settings.bytes("window/geometry")
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            room = self.screen().availableGeometry()
            self.resize(min(FIRST_SIZE[0], room.width()), min(FIRST_SIZE[1], room.height()))

    def fill_small_screen(self) -> None:
        """Fill a screen on which the window with its frame has no room beside the bar of the system, at its first start."""
        from PySide6.QtCore import Qt

        room = self.screen().availableGeometry().size()
        if room.width() < self.width() + FRAME[0] or room.height() < self.height() + FRAME[1]:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the keyboard with Enter too: Qt knows only Space outside dialogs.

        Escape that nothing else wants takes the notice away.
        """
        from PySide6.QtCore import Qt

        button, held = self.focusWidget(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER and not held and isinstance(button, QAbstractButton):
            button.click()
        elif event.key() == Qt.Key.Key_Escape and "notices" in vars(self):
            self.notices.hide()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show only icons in the left pane of a narrow window."""
        super().resizeEvent(event)
        self._fit_side()

    def _fit_side(self) -> None:
        self.side.set_narrow(self._is_narrow())

    def _is_narrow(self) -> bool:
        return self.width() < look.px(NARROW_UNDER)

    def event(self, event: QEvent) -> bool:
        """Paint before who writes in the background goes on."""
        if event.type() != QEvent.Type.UpdateRequest:
            return super().event(event)
        with self.workspace.tasks.in_front():
            return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell that the frame stands on the screen, once: what is heavy starts then."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's place, and close the base."""
        self.workspace.settings.keep_bytes("window/geometry", self.saveGeometry())
        self.workspace.settings.sync()
        self.workspace.close()
        super().closeEvent(event)


def _first_inside(pane: QWidget) -> QWidget:
    """Return the first part of a pane that takes the keyboard, else the pane."""
    inside = (one for one in pane.findChildren(QWidget) if one.isVisible() and one.focusPolicy().value & TAB_FOCUS)
    return next(inside, pane)
