"""One answer for all names that are asked alike: the only record proposed; a new one, where nothing is proposed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from desktop_app.gui.parts import Worded, label, row
from desktop_app.gui.receiving.values import NEW, Asked
from desktop_app.gui.words import tr

FEWEST = 2  # one name is answered in its own list


class AllAlike(Worded, QFrame):
    """A line below the names; `answered` gives the answers by key."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._asked: Sequence[Asked] = ()
        self._answers: Mapping[str, str] = {}
        self.words, self.propose, self.add = label("", "muted"), QPushButton(), QPushButton()
        self.propose.clicked.connect(lambda: self.answered.emit(self.proposed()))
        self.add.clicked.connect(lambda: self.answered.emit(self.added()))
        self.setLayout(row(self.words, self.propose, self.add, None, margins=(20, 6, 16, 6)))
        self.retranslate()

    def show_asked(self, asked: Sequence[Asked], answers: Mapping[str, str]) -> None:
        """Show what may be answered at once for the names that have no answer yet."""
        self._asked, self._answers = asked, answers
        self.retranslate()

    def proposed(self) -> dict[str, str]:
        """Return the only record that each name may be."""
        return {one.key: one.candidates[0][0] for one in self._open() if len(one.candidates) == 1}

    def added(self) -> dict[str, str]:
        """Return that each name that is none of ours is to be added."""
        return {one.key: NEW for one in self._open() if not one.candidates and one.may_be_added}

    def _open(self) -> list[Asked]:
        return [one for one in self._asked if one.key not in self._answers]

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        proposed, added = len(self.proposed()), len(self.added())
        self.words.setText(tr("%n name(s) without an answer", "", len(self._open())))
        self.propose.setText(tr("Take the one proposed for %n name(s)", "", proposed))
        self.propose.setVisible(proposed >= FEWEST)
        self.add.setText(tr("Add the %n that nothing resembles", "", added))
        self.add.setVisible(added >= FEWEST)
        self.setVisible(proposed >= FEWEST or added >= FEWEST)
