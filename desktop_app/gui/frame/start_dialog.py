"""The first start, and whenever no base is open: open one, start with sample data, or make a new base."""

import csv
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QFrame, QLabel, QPushButton, QWidget

from desktop_app.gui import icons
from desktop_app.gui.parts import Elided, Item, column, label, look_as, row
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, tr
from desktop_app.paths import resources

SUFFIX = ".passerelle"


class StartDialog(QDialog):
    """Asks which base to work with; `problem` is the sentence of the last attempt."""

    opened = Signal(object, bool)  # path, read-only
    created = Signal(object, str)  # path, office
    demo_asked = Signal()

    def __init__(
        self, recent: list[Path], problem: str = "", refused: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Passerelle"))
        self._refused = refused
        self.office = self._office_box()
        body = [self._head(), *([self._problem(problem)] if problem else [])]
        body += [self._recent(recent)] if recent else []
        self.open_button = self._button("folder-open", tr("Open an office base…"), self._on_open)
        self.demo_button = self._button("sparkles", tr("Start with sample data"), self._on_demo)
        self.new_button = self._button("plus", tr("Make the base…"), self._on_new)
        ways = [
            self._way(tr("Open the base of your office"), tr("A file that ends in .passerelle"), self.open_button),
            self._way(tr("Try it with sample data"), tr("A fictitious office, to look around"), self.demo_button),
            self._way(tr("Make a new base for an office"), "", row(self.office, self.new_button)),
        ]
        self.setLayout(column(*body, *ways, None, spacing=12, margins=(24, 20, 24, 20)))
        self.setMinimumWidth(look.px(560))

    def _head(self) -> QWidget:
        picture = QLabel()
        picture.setPixmap(icons.mark().pixmap(28, 28))
        head = QWidget()
        head.setLayout(row(picture, label(tr("Which base do you work with?"), "title"), None, spacing=12))
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
        lines = column(label(tr("Recent bases"), "heading"), spacing=4, margins=(12, 10, 12, 10))
        for path in recent[:5]:
            open_ = QPushButton(path.stem)
            look_as(open_, "link")
            open_.setToolTip(str(path))
            open_.clicked.connect(lambda _checked=False, path=path: self._finish_opening(path))
            entry = row(open_, Elided(str(path.parent), "small"), spacing=12)
            entry.setStretch(1, 1)
            lines.addLayout(entry)
        card.setLayout(lines)
        return card

    def _way(self, text: str, below: str, what: Item) -> QWidget:
        way = QWidget()
        words = column(label(text, "strong"), *([label(below, "small")] if below else []), spacing=1)
        way.setLayout(row(words, None, what))
        return way

    def _button(self, icon: str, text: str, run: Callable[[], None]) -> QPushButton:
        made = QPushButton(text)
        made.setIcon(icons.icon(icon))
        made.setIconSize(QSize(look.px(22), look.px(16)))
        made.setAutoDefault(False)
        made.clicked.connect(run)
        return made

    def _office_box(self) -> QComboBox:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setAccessibleName(tr("Office"))
        for code, name in offices(lang()):
            box.addItem(name, code)
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

    def _on_new(self) -> None:
        code = str(self.office.currentData())
        proposed = str(Path(_documents()) / f"CNRS {code}{SUFFIX}")
        path, _kind = QFileDialog.getSaveFileName(
            self,
            tr("Make a new base"),
            proposed,
            tr("Bases (*.passerelle)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            self.accept()
            self.created.emit(Path(path).with_suffix(SUFFIX), code)


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
