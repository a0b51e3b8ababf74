"""The window, built from its parts: the only place where every layer meets. Nothing heavy is imported before it shows."""

import argparse
import os
import sys
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app import paths
from desktop_app.gui.frame.window import Window
from desktop_app.gui.tasks import Tasks
from desktop_app.gui.theme import STYLE, Mode, look
from desktop_app.gui.tidying import Tidying
from desktop_app.gui.words import set_language, system_language, tr
from desktop_app.gui.workspace import Workspace
from desktop_app.settings import Settings

if TYPE_CHECKING:
    from desktop_app.gui.frame.opening import Opening
    from desktop_app.gui.frame.team_watch import TeamWatch
    from desktop_app.gui.receiving.drop import Dropping

AFTER_ROWS_MS = 300  # what the first rows need not wait for
_TURN = 0.0005  # seconds


class Program(QObject):
    """One window and what stands behind it."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.tasks = Tasks(self)
        self.workspace = Workspace(settings, self.tasks, self)
        self.window = Window(self.workspace)
        self.window.base_asked.connect(self.ask_base)
        self.window.fresh_asked.connect(lambda: self.ask_base(fresh=True))
        self.workspace.opened.connect(lambda: QTimer.singleShot(AFTER_ROWS_MS, self.window, lambda: self.dropping))
        self.workspace.opened.connect(lambda: QTimer.singleShot(AFTER_ROWS_MS, self.window, lambda: self.team))
        self._tidying = Tidying(self.tasks, self)
        self.workspace.closing.connect(self._tidying.base_closed)

    @cached_property
    def opening(self) -> "Opening":
        """What opens bases; imported when the frame stands."""
        import desktop_app.gui.frame.opening as bases

        opening = bases.Opening(self.workspace)
        opening.refused.connect(self._on_refused)
        opening.damaged.connect(self._on_damaged)
        return opening

    @cached_property
    def team(self) -> "TeamWatch":
        """What keeps the base in step with the team folder, from the first base on."""
        from desktop_app.gui.frame.team_watch import TeamWatch

        return TeamWatch(self.workspace, self.window)

    @cached_property
    def dropping(self) -> "Dropping":
        """What takes in the files that are dropped on the window, from the first base on."""
        from desktop_app.gui.receiving import drop

        return drop.Dropping(self.window, self.workspace)

    def show(self, base: Path | None, *, demo: bool = False, readonly: bool = False) -> None:
        """Show the window, and open the base once it stands."""
        self._tidying.begin()

        def start() -> None:
            if sys.platform == "linux":  # other systems bring fonts for every script
                from desktop_app.gui.fonts import lend_fonts

                lend_fonts()
            self.workspace.expected = wanted = base if base or demo else next(iter(self.settings.recent), None)
            self.window.stack.show_page(self.window.stack.first())
            # Once the page is painted: it may show rows of the last time.
            QTimer.singleShot(0, self.window, lambda: begin(wanted))

        def begin(wanted: Path | None) -> None:
            if demo and base is None:
                self.opening.demo()
            elif wanted is not None:
                self.opening.open(wanted, readonly=readonly)
            else:
                self.ask_base()

        self.window.painted.connect(start)
        self.window.show()

    def ask_base(self, problem: str = "", refused: Path | None = None, *, fresh: bool = False) -> None:
        """Ask which base to open, or, instead of the sample data, for which office to make one."""
        from desktop_app.gui.frame.start_dialog import StartDialog

        recent, office = self.settings.recent, self.settings.text("office")
        dialog = StartDialog(recent, problem, refused, self.window, fresh=fresh, office=office)
        dialog.finished.connect(dialog.deleteLater)
        dialog.opened.connect(lambda path, readonly: self.opening.open(path, readonly=readonly))
        dialog.created.connect(self._create)
        dialog.demo_asked.connect(self.opening.demo)
        dialog.sheet_given.connect(self._begin_with_sheet)
        dialog.rejected.connect(self._on_declined)
        dialog.language_asked.connect(self.window.looks.speak)
        dialog.open()

    def _on_declined(self) -> None:
        if not self.workspace.is_open:
            self.window.show_no_base()

    def _create(self, path: Path, office: str) -> None:
        """Make a base; the sample data, if they were open, leave the recent bases."""
        self.settings.keep("office", office)
        if self.workspace.is_open and self.workspace.store.demo:
            self.settings.forget(self.workspace.store.path)
        self.opening.create(path, office)

    def _begin_with_sheet(self, sheet: Path, base: Path, office: str) -> None:
        """Make a base, and read a spreadsheet into it once it is open."""
        from PySide6.QtCore import Qt

        def read() -> None:
            if self.workspace.store.path != base:
                return  # it could not be made, and another one was opened instead
            from desktop_app.gui.receiving import taking_in

            taking_in.receive(self.window, self.workspace, sheet)

        self.workspace.opened.connect(read, Qt.ConnectionType.SingleShotConnection)
        self._create(base, office)

    def _on_refused(self, sentence: str, path: Path | None) -> None:
        self.workspace.give_up()
        self.ask_base(sentence, path)

    def _on_damaged(self, problems: list[object]) -> None:
        text = tr("The check found %n problem(s) in this base: go back to the last backup.", "", len(problems))
        self.workspace.note(text, error=True)

    def close_on_signals(self) -> None:
        """Close as by the button when a terminal or the system asks for it."""
        from desktop_app.gui.frame.signals import CloseOnSignals

        CloseOnSignals(self.window)

    def close(self) -> None:
        """Close the base and stop the threads."""
        self.workspace.close()
        self.tasks.close()
        self._tidying.end()


def prepare(settings: Settings, language: str = "") -> QApplication:
    """Make the application with the language and the look of this machine."""
    QCoreApplication.setApplicationName(paths.APP)
    QCoreApplication.setOrganizationName(paths.APP)
    # The screen's thread waits this long for work in the background each time that it paints a cell: not Python's usual 5 ms.
    sys.setswitchinterval(_TURN)
    app = QApplication.instance() or QApplication([sys.argv[0], *STYLE])
    if not isinstance(app, QApplication):
        raise SystemExit("The window needs a QApplication.")
    chosen = language or settings.text("language") or system_language()
    set_language("fr" if chosen == "fr" else "en")
    mode = settings.text("theme", "system")
    known: Mode = "light" if mode == "light" else "dark" if mode == "dark" else "system"
    look.apply(known, settings.number("text_scale", 1.0))
    return app


def _has_screen() -> bool:
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def _say_no_screen(lang: str) -> int:
    from desktop_app.cli.answer import say
    from desktop_app.domain.words import Words

    words = Words(
        "Il n’y a pas d’écran ici : la fenêtre ne peut pas s’ouvrir. Ajoutez --help pour voir les commandes sans fenêtre.",
        "There is no screen here: the window can't open. Add --help to see the commands that need none.",
    )
    say(words, lang)
    return 1


def run(arguments: Sequence[str]) -> int:
    """Open the window: `passerelle [BASE] [--demo] [--lang fr|en]`."""
    parser = argparse.ArgumentParser(prog="passerelle", description="Opens the window.")
    parser.add_argument("base", nargs="?", type=Path)
    parser.add_argument("--demo", action="store_true", help="the demo office, made when it is missing")
    parser.add_argument("--lang", choices=("fr", "en"), default="")
    parser.add_argument("--readonly", action="store_true")
    chosen = parser.parse_args(arguments)
    if not _has_screen():
        return _say_no_screen(chosen.lang or system_language())
    settings = Settings()
    app = prepare(settings, chosen.lang)
    program = Program(settings)
    program.window.fill_small_screen()
    program.show(chosen.base, demo=chosen.demo, readonly=chosen.readonly)
    program.window.painted.connect(program.close_on_signals)
    try:
        return app.exec()
    finally:
        program.close()
