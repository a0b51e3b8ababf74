"""The first start, and whenever no base is open: open one, look around, make a new one, or begin with a spreadsheet.

Every way can be taken by keyboard; a base or a spreadsheet can also be dropped on the dialog.
"""

import csv
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QWidget,
)

from desktop_app.gui import icons
from desktop_app.gui.frame.top_bar import LanguageButton
from desktop_app.gui.parts import Elided, Item, Worded, column, give_icon, label, line, look_as, row
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, tr
from desktop_app.paths import resources

SUFFIX = ".passerelle"


class StartDialog(Worded, QDialog):
    """Asks which base to work with; `problem` is the sentence of the last attempt, `fresh` goes to the way to a new base."""

    opened = Signal(object, bool)  # path, read-only
    created = Signal(object, str)  # path, office
    demo_asked = Signal()
    sheet_given = Signal(object, object, str)  # the sheet, and the path and office of the base to make for it
    language_asked = Signal(str)

    def __init__(
        self, recent: list[Path], problem: str = "", refused: Path | None = None, parent: QWidget | None = None, *,
        fresh: bool = False, office: str = "",
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("start")
        self.setWindowTitle(tr("Passerelle"))
        self.setAcceptDrops(True)
        self._refused, self._told, self._listed = refused, problem, [] if fresh else recent
        self._dropped: Path | None = None  # a spreadsheet that waits for the choice of an office
        self._body = QWidget()
        self._frame = column(self._body)
        self.setLayout(self._frame)
        self.setMinimumWidth(look.px(640))
        self._fill(office)
        (self.office if fresh else self._first).setFocus()
        # Qt says nothing when a button becomes the default one; but it does so only with the keyboard.
        QApplication.instance().focusChanged.connect(self._dress)  # type: ignore[union-attr]

    def _fill(self, office: str) -> None:
        """Put everything in its place, in the language of the screen."""
        self.office = self._office_box(office)
        self._make_buttons()
        self.place = Elided("", "small")
        parts: list[Item] = [self._head(), *([self._problem(self._told)] if self._told else [])]
        parts += [self._recent(self._listed)] if self._listed else []
        self._body.setLayout(column(*parts, self._ways(), spacing=12, margins=(24, 20, 24, 20)))
        self.office.currentIndexChanged.connect(lambda _place: self._say_place())
        self.office.activated.connect(lambda _place: self._on_office())
        self._say_place()

    def retranslate(self) -> None:
        """Say everything again; the office that was chosen stays, and the keyboard on the language."""
        old, self._body = self._body, QWidget()
        self._fill(str(self.office.currentData() or ""))
        self._frame.replaceWidget(old, self._body)
        self._body.show()
        self.language.setFocus()
        old.hide()
        old.deleteLater()
        self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        """Dress the button that Enter presses at first."""
        super().showEvent(event)
        self._dress()

    def _dress(self, *_focus: object) -> None:
        # By name: a search among the children would meet a file dialog that is just taken apart, and end the program.
        for way in (self.open_button, self.demo_button, self.new_button, self.elsewhere, self.sheet_button):
            way.dress()

    def _make_buttons(self) -> None:
        self.open_button = self._button("folder-open", tr("Open an office base…"), self._on_open)
        self.demo_button = self._button("sparkles", tr("Start with sample data"), self._on_demo)
        self.new_button = self._button("plus", tr("Create the base"), self._on_new)
        self.elsewhere = self._button("", tr("Elsewhere…"), self._on_elsewhere)
        self.sheet_button = self._button("file-spreadsheet", self._reading(), self._on_sheet)
        self.elsewhere.setAccessibleName(tr("Create the base in another folder"))
        self._first: QPushButton = self.open_button

    def _reading(self) -> str:
        return tr("Read {file}").format(file=self._dropped.name) if self._dropped else tr("Read a spreadsheet…")

    def _ways(self) -> QWidget:
        card = QFrame()
        look_as(card, "card")
        make = row(self.office, self.new_button)
        make.setStretch(0, 1)
        place = row(self.place, self.elsewhere)
        place.setStretch(0, 1)
        new = column(
            _words(tr("Create a new base for an office"), tr("Empty, with the CNRS reference lists")), make, place
        )
        ways: tuple[QLayout, ...] = (
            _way(tr("Open the base of your office"), tr("A file that ends in .passerelle"), self.open_button),
            _way(tr("Try it with sample data"), tr("A fictitious office, to look around"), self.demo_button),
            new,
            _way(tr("Begin with a spreadsheet"), tr("Or drop it here: it fills a new base of the office chosen above"),
                 self.sheet_button),
        )  # fmt: skip
        lines = column(spacing=12, margins=(16, 14, 16, 14))
        for number, way in enumerate(ways):
            if number:
                lines.addWidget(line())
            lines.addLayout(way)
        card.setLayout(lines)
        return card

    def _head(self) -> QWidget:
        picture = QLabel()
        picture.setPixmap(icons.mark().pixmap(look.px(28), look.px(28)))
        head, self.language = QWidget(), LanguageButton()
        self.language.asked.connect(self.language_asked)
        title = label(tr("Which base do you work with?"), "title")
        head.setLayout(row(picture, title, None, self.language, spacing=12))
        return head

    def _problem(self, problem: str) -> QWidget:
        notice = QFrame()
        look_as(notice, "notice", hue="amber")
        words = label(problem, wrap=True)
        parts = column(words, margins=(12, 10, 12, 10))
        if self._refused is not None and self._refused.is_file():
            readonly = QPushButton(tr("Open it read-only"))
            readonly.setObjectName("open_readonly")
            readonly.clicked.connect(lambda: self._finish_opening(self._refused, readonly=True))
            parts.addLayout(row(readonly, None))
        notice.setLayout(parts)
        notice.setAccessibleName(problem)
        return notice

    def _recent(self, recent: list[Path]) -> QWidget:
        card = QFrame()
        look_as(card, "card")
        lines = column(label(tr("Recent bases"), "heading"), spacing=4, margins=(16, 10, 16, 10))
        for number, path in enumerate(recent[:5]):
            open_ = QPushButton(path.stem)
            look_as(open_, "link")
            open_.setToolTip(str(path))
            open_.clicked.connect(lambda _checked=False, path=path: self._finish_opening(path))
            entry = row(open_, Elided(str(path.parent), "small"), spacing=12)
            entry.setStretch(1, 1)
            lines.addLayout(entry)
            if not number:
                self._first = open_
        card.setLayout(lines)
        return card

    def _button(self, icon: str, text: str, run: Callable[[], None]) -> "_Way":
        made = _Way(text, icon)
        made.clicked.connect(run)  # the button with the keyboard is the default: Enter presses it
        return made

    def _office_box(self, office: str) -> QComboBox:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setMinimumWidth(look.px(280))
        box.setAccessibleName(tr("Office"))
        box.setToolTip(tr("The office whose base is created"))
        for code, name in offices(lang()):
            box.addItem(name, code)
        box.setPlaceholderText(tr("Choose your office…"))
        box.setCurrentIndex(box.findData(office))  # none at first: a base for the office of others is soon made
        return box

    # What is chosen ----------------------------------------------------------------------------------------------

    def _on_open(self) -> None:
        pattern = tr("Bases (*.passerelle)")
        path, _kind = QFileDialog.getOpenFileName(self, tr("Open an office base"), _documents(), pattern)
        if path:
            self._finish_opening(Path(path))

    def _finish_opening(self, path: Path | None, *, readonly: bool = False) -> None:
        self.accept()
        self.opened.emit(path, readonly)

    def _on_demo(self) -> None:
        self.accept()
        self.demo_asked.emit()

    def _has_office(self) -> bool:
        """Whether an office was chosen; else the list of offices opens."""
        if self.office.currentIndex() < 0:
            self.office.setFocus()
            self.office.showPopup()
        return self.office.currentIndex() >= 0

    def proposed(self) -> Path:
        """Return where the base of the chosen office would be made: a name that is free."""
        folder, name = Path(_documents()), f"CNRS {self.office.currentData()}"
        path, number = folder / f"{name}{SUFFIX}", 2
        while path.exists():
            path, number = folder / f"{name} {number}{SUFFIX}", number + 1
        return path

    def _say_place(self) -> None:
        if self.office.currentIndex() < 0:
            return
        path = self.proposed()
        self.place.setText(tr("{file}, in {folder}").format(file=path.name, folder=path.parent.name or path.parent))

    def _on_office(self) -> None:
        self.new_button.setDefault(True)  # Enter goes on with what was just chosen
        self._dress()

    def _on_new(self) -> None:
        if self._has_office():
            self._finish_making(self.proposed())

    def _on_elsewhere(self) -> None:
        if not self._has_office():
            return
        path, _kind = QFileDialog.getSaveFileName(
            self, tr("Create a new base"), str(self.proposed()), tr("Bases (*.passerelle)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if path:
            self._finish_making(Path(path).with_suffix(SUFFIX))

    def _finish_making(self, path: Path) -> None:
        self.accept()
        path.parent.mkdir(parents=True, exist_ok=True)
        self.created.emit(path, str(self.office.currentData()))

    def _on_sheet(self) -> None:
        if not self._has_office():
            return
        path = str(self._dropped or "")
        if not path:
            patterns = " ".join(f"*{suffix}" for suffix in _sheet_suffixes())
            kinds = tr("Workbooks and sheets ({patterns})").format(patterns=patterns)
            path, _kind = QFileDialog.getOpenFileName(self, tr("Read a spreadsheet"), _documents(), kinds)
        if path:
            self._take_sheet(Path(path))

    def _take_sheet(self, path: Path) -> None:
        self.accept()
        base = self.proposed()
        base.parent.mkdir(parents=True, exist_ok=True)
        self.sheet_given.emit(path, base, str(self.office.currentData()))

    # Dropped files -----------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a base or a spreadsheet."""
        if _file_of(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the base, or make one for the spreadsheet."""
        path = _file_of(event.mimeData())
        if path is None:
            return
        event.acceptProposedAction()
        if path.suffix.lower() == SUFFIX:
            self._finish_opening(path)
        else:
            self._dropped = path
            self.sheet_button.setText(self._reading())
            self._on_sheet()


def _words(text: str, below: str) -> QLayout:
    return column(label(text, "strong"), label(below, "small"), spacing=1)


def _way(text: str, below: str, button: QPushButton) -> QLayout:
    return row(_words(text, below), None, button)


def _sheet_suffixes() -> tuple[str, ...]:
    from desktop_app.gui.receiving.taking_in import SUFFIXES

    return SUFFIXES


def _file_of(data: QMimeData) -> Path | None:
    """Return the first base or spreadsheet among what is dragged."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix.lower() in (SUFFIX, *_sheet_suffixes())), None)


def offices(language: str) -> list[tuple[str, str]]:
    """Return code and name of the offices of the reference data, those that are open first."""
    with (resources() / "reference" / "office.csv").open(encoding="utf-8-sig", newline="") as file:
        found = [
            (line["active"] != "1", line[f"name_{language}"], line["code"])
            for line in csv.DictReader(file, delimiter=";")
        ]
    return [(code, name) for _closed, name, code in sorted(found)]


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


class _Way(QPushButton):
    """One way to begin; the default one, which Enter presses, is filled, and its icon is white like its words."""

    def __init__(self, words: str, icon: str) -> None:
        super().__init__(words)
        self._icon, self._role = icon, ""
        self.dress()

    def dress(self) -> None:
        """Give the icon the colour of the words."""
        role = "white" if self.isDefault() else "text"
        if self._icon and role != self._role:
            self._role = role
            give_icon(self, self._icon, role)
