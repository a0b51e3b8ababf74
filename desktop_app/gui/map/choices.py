"""What the map shows, chosen above it: the subject, the year, the kind, the institute, and how it is drawn."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_app.domain.choices import choices
from desktop_app.gui.flow import Flow
from desktop_app.gui.lists.tabs import Tabs
from desktop_app.gui.map.words import ALL_KINDS, LOOKS, VIEWS
from desktop_app.gui.parts import Worded
from desktop_app.gui.quiet_box import QuietBox
from desktop_app.gui.theme import look
from desktop_app.gui.words import said, tr
from desktop_app.reports.atlas.counting import ENTITY, Topic, Wish
from desktop_app.reports.atlas.layers import Layers

_YEARS = 20  # to choose from
_LETTERS = 14
_SUBJECTS: dict[str, Topic] = {name: name for name in ENTITY}


class Choices(Worded, QWidget):
    """Tabs and boxes; what is chosen stays when the language changes."""

    asked = Signal()  # other numbers
    drawn = Signal()  # the same numbers, shown otherwise

    def __init__(self, corner: QBoxLayout) -> None:
        super().__init__()
        self._corner = corner
        self.tabs = Tabs(VIEWS)
        self.year, self.kind, self.institute, self.looks = QuietBox(), QuietBox(), QuietBox(), QuietBox()
        self.kinds: dict[Topic, tuple[tuple[str, str], ...]] = {}
        self._line = Flow(self, spacing=10)
        for one in (self.tabs, *self.boxes):
            self._line.addWidget(one)
        self._offer_years()
        self.tabs.chosen.connect(lambda _view: self._on_subject())
        for box in (self.year, self.kind, self.institute):
            box.activated.connect(lambda _place: self.asked.emit())
        self.looks.activated.connect(lambda _place: self.drawn.emit())
        self.year.setSizeAdjustPolicy(QuietBox.SizeAdjustPolicy.AdjustToContents)
        self.looks.setSizeAdjustPolicy(QuietBox.SizeAdjustPolicy.AdjustToContents)
        for box in (self.kind, self.institute):  # some of whose words are long
            box.setSizeAdjustPolicy(QuietBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_LETTERS)
            box.currentTextChanged.connect(box.setToolTip)
        self.retranslate()

    @property
    def boxes(self) -> tuple[QuietBox, ...]:
        """The boxes."""
        return self.year, self.kind, self.institute, self.looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep to one line, also once larger letters were given to a page that was not seen."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Leave how the map is drawn to a corner of the map, where there is not room for all in one line."""
        shown = [one.sizeHint().width() for one in (self.tabs, *self.boxes) if not one.isHidden()]
        apart = sum(shown) + (len(shown) - 1) * self._line.spacing() > self.width()
        above = self.looks.parentWidget() is self
        if apart and above:
            self._corner.insertWidget(0, self.looks)
        elif not apart and not above:
            self._line.addWidget(self.looks)

    @property
    def subject(self) -> Topic:
        """What is counted."""
        return _SUBJECTS[self.tabs.view.name]

    @property
    def wish(self) -> Wish:
        """What is asked for; partners have neither a year nor an institute."""
        kind = str(self.kind.currentData() or "")
        if self.subject == "partner":
            return Wish(self.subject, kind=kind)
        return Wish(self.subject, self.year.currentData(), kind, str(self.institute.currentData() or ""))

    @property
    def layers(self) -> Layers:
        """How the numbers are drawn."""
        return LOOKS[max(0, self.looks.currentIndex())][1]

    def choose(self, subject: str) -> None:
        """Choose a subject by its name."""
        if subject in _SUBJECTS:
            self.tabs.choose(subject)

    def _offer_years(self) -> None:
        last = date.today().year + 1  # noqa: DTZ011  (the user's day)
        self.year.addItem("", None)
        for one in range(last, last - _YEARS, -1):
            self.year.addItem(str(one), one)

    def offer_kinds(self, subject: Topic, kinds: tuple[tuple[str, str], ...]) -> None:
        """Offer the kinds of a subject that the base has records of."""
        self.kinds[subject] = kinds
        if subject == self.subject:
            _fill(self.kind, [("", tr(ALL_KINDS[subject])), *kinds])

    def _on_subject(self) -> None:
        self.kind.setCurrentIndex(0)
        self._suit()
        self.asked.emit()

    def _suit(self) -> None:
        """Show the boxes that the subject has."""
        _fill(self.kind, [("", tr(ALL_KINDS[self.subject])), *self.kinds.get(self.subject, ())])
        for box in (self.year, self.institute):
            box.setVisible(self.subject != "partner")

    def retranslate(self) -> None:
        """Say every text in the language of the screen; kinds are read anew in it."""
        self.kinds = {}
        self.year.setItemText(0, tr("All years"))
        said_ = ((tr("Year"), tr("What lived or began in this year is counted.")),
                 (tr("Kind"), tr("Only one kind, type or direction is counted.")),
                 (tr("Institute"), tr("Only one institute of the CNRS is counted.")),
                 (tr("What the map shows"), tr("Shades, zones of the offices, circles and outlines.")))  # fmt: skip
        for box, (name, description) in zip(self.boxes, said_, strict=True):
            box.setAccessibleName(name)
            box.setAccessibleDescription(description)
        institutes = [(code, said(one.words)) for code, one in choices("institutes").items()]
        _fill(self.institute, [("", tr("All institutes")), *institutes])
        _fill(self.looks, [(words, tr(words)) for words, _layers in LOOKS])
        self._suit()


def _fill(box: QuietBox, options: list[tuple[str, str]]) -> None:
    """Offer options; what was chosen stays, where it still is one."""
    held = box.currentData()
    box.clear()
    for code, words in options:
        box.addItem(words, code)
    box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + look.px(28))
    box.setCurrentIndex(max(0, box.findData(held)))
