"""What the page is about: a tab for each kind, and the one that is looked for by its name."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from desktop_app.domain.choices import choices
from desktop_app.domain.words import Words
from desktop_app.gui.editors.link import LinkEditor
from desktop_app.gui.editors.links import Links
from desktop_app.gui.lists.specs import View
from desktop_app.gui.lists.tabs import Tabs
from desktop_app.gui.parts import Worded, row
from desktop_app.gui.quiet_box import QuietBox
from desktop_app.gui.theme import look
from desktop_app.gui.words import said, tr
from desktop_app.gui.workspace import Workspace
from desktop_app.store.subject import KINDS, Kind, Subject

_VIEWS = (
    View("country", lambda: tr("Country", "overview")),
    View("partner", lambda: tr("Partner", "overview")),
    View("institute", lambda: tr("CNRS institute", "overview")),
    View("unit", lambda: tr("CNRS unit", "overview")),
)
_WIDTH = 340


class Chooser(Worded, QWidget):
    """Countries, partners and units are typed, institutes are chosen from a short list."""

    chosen = Signal(object)  # Subject

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.tabs = Tabs(_VIEWS)
        links = Links(workspace, parent=self)
        self.editors: dict[Kind, LinkEditor] = {}
        self.institutes = QuietBox()
        self._stack = QStackedWidget()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for kind in KINDS:
            if kind == "institute":
                self._stack.addWidget(self.institutes)
                continue
            editor = self.editors[kind] = LinkEditor(links.of(kind))
            editor.line.setMinimumWidth(look.px(_WIDTH))
            editor.changed.connect(lambda kind=kind: self._on_changed(kind))
            self._stack.addWidget(editor)
        self.tabs.chosen.connect(self._on_tab)
        self.institutes.activated.connect(lambda _place: self._on_institute())
        self.setLayout(row(self.tabs, None, self._stack, spacing=12))
        self.retranslate()

    def show_about(self, about: Subject) -> None:
        """Show what was chosen; says nothing of it."""
        self._stack.setCurrentIndex(KINDS.index(about.kind))
        self.tabs.blockSignals(True)
        self.tabs.choose(about.kind)
        self.tabs.blockSignals(False)
        if about.kind == "institute":
            self.institutes.setCurrentIndex(max(0, self.institutes.findData(about.id)))
        else:
            self.editors[about.kind].set_value(about.id)
        self.setFocusProxy(self._shown(about.kind))

    def _shown(self, kind: Kind) -> QWidget:
        return self.institutes if kind == "institute" else self.editors[kind]

    def _on_tab(self, view: View) -> None:
        kind = next(one for one in KINDS if one == view.name)
        self._stack.setCurrentIndex(KINDS.index(kind))
        self.setFocusProxy(self._shown(kind))
        if kind == "institute":
            self._on_institute()
        elif value := self.editors[kind].value():
            self.chosen.emit(Subject(kind, str(value)))
        else:
            self.editors[kind].setFocus()

    def _on_changed(self, kind: Kind) -> None:
        editor = self.editors[kind]
        if not editor.unfinished and (value := editor.value()):
            self.chosen.emit(Subject(kind, str(value)))

    def _on_institute(self) -> None:
        self.chosen.emit(Subject("institute", str(self.institutes.currentData())))

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        prompts = {
            "country": Words("Chercher un pays…", "Find a country…"),
            "partner": Words("Chercher un partenaire…", "Find a partner…"),
            "unit": Words("Chercher une unité, par un code d’hier aussi…", "Find a unit, by a former code too…"),
        }
        names = {"country": tr("Country"), "partner": tr("Partner"), "unit": tr("CNRS unit")}
        for kind, editor in self.editors.items():
            editor.prompt = prompts[kind]
            editor.describe(names[kind])
            editor.retranslate()
        held = self.institutes.currentData()
        self.institutes.clear()
        for code, option in choices("institutes").items():
            self.institutes.addItem(f"{code} · {said(option.words)}", code)
        self.institutes.setCurrentIndex(max(0, self.institutes.findData(held)))
        self.institutes.setAccessibleName(tr("CNRS institute"))
