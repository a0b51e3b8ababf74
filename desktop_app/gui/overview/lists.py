"""The cards of the page that list records: partners, missions, deadlines, indicators, accesses, contacts, last changes."""

from PySide6.QtWidgets import QWidget

from desktop_app.domain import ENTITIES
from desktop_app.domain.deadlines import Deadline
from desktop_app.gui.card import Card
from desktop_app.gui.dashboard import doing
from desktop_app.gui.dashboard.lines import mission_row
from desktop_app.gui.dashboard.row import LinkRow
from desktop_app.gui.dashboard.words import due_words, look_of, sentence
from desktop_app.gui.overview.lines import change_row, indicator_row, line_row
from desktop_app.gui.overview.reading import Portrait
from desktop_app.gui.words import figure, said, tr
from desktop_app.gui.workspace import Workspace


class ListCards:
    """Fills its cards with what was read; the link of each leads to the whole list."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._found: Portrait | None = None
        self.partners, self.missions, self.due = Card("partners"), Card("missions"), Card("due")
        self.indicators, self.accesses = Card("indicators"), Card("accesses")
        self.people, self.changes = Card("people"), Card("changes")
        self.cards = (
            self.partners, self.missions, self.due, self.indicators, self.accesses, self.people, self.changes
        )  # fmt: skip
        self.partners.link.clicked.connect(lambda: self._open(self._partners))
        self.people.link.clicked.connect(lambda: self._open("people"))
        self.accesses.link.clicked.connect(lambda: self._open("accesses"))
        self.missions.link.clicked.connect(lambda: self._open("coming"))
        self.due.link.clicked.connect(self._open_due)
        self.changes.link.clicked.connect(lambda: workspace.go("history"))

    def shown(self) -> list[Card]:
        """Return the cards that have a meaning for what the page is about."""
        kind = self._found.about.kind if self._found else ""
        left_out = {"country": (), "partner": (self.indicators,)}.get(kind, (self.indicators, self.accesses))
        return [card for card in self.cards if card not in left_out]

    @property
    def _partners(self) -> str:
        return "members" if self._found and self._found.about.kind == "partner" else "partners"

    def _open(self, name: str) -> None:
        if self._found is not None:
            self._workspace.show_list(self._found.number(name).query)

    def _open_due(self) -> None:
        if self._found is not None:
            self._workspace.go("deadlines", f"all//{self._found.about.id}")

    def show(self, found: Portrait) -> None:
        """Show what was read."""
        self._found = found
        space, kind = self._workspace, found.about.kind
        self._show_partners(found)
        missions: list[QWidget] = [mission_row(one, found.labels, space) for one in found.missions]
        _fill(self.missions, tr("Missions under way and coming"), missions, tr("No mission is under way or planned."),
              found.number("coming").count)  # fmt: skip
        due: list[QWidget] = [self._due_row(found, *pair) for pair in found.deadlines]
        _fill(self.due, tr("Deadlines"), due, tr("Nothing is due."), found.due if kind == "country" else 0)
        _fill(self.people, _people(kind),
              [line_row(one, space) for one in found.people], tr("No contact yet. Add one in the list of people."),
              found.number("people").count)  # fmt: skip
        self._show_accesses(found)
        _fill(self.indicators, tr("Indicators of the country"), [indicator_row(one, space) for one in found.indicators],
              tr("No indicator yet. Note them in the form of the country, with their year and source."), 0)  # fmt: skip
        changes = [change_row(one, found, space) for one in found.changes]
        _fill(self.changes, tr("Last changes"), changes, tr("Nothing was changed lately."), 0)
        self.changes.say(tr("Last changes"), tr("History"))
        self.changes.link.show()

    def _show_partners(self, found: Portrait) -> None:
        count = found.number(self._partners).count
        rows = [line_row(one, self._workspace) for one in found.partners]
        if found.about.kind == "partner":
            _fill(self.partners, tr("Works with"), rows, tr("It shares no instrument with another partner yet."), count)
            self.partners.say(tr("Works with"), tr("%n member institution(s)", "", count))
        else:
            nothing = tr("No partner yet. Add one in the list of partners, or drop a spreadsheet here.")
            _fill(self.partners, tr("Partners"), rows, nothing, count)

    def _show_accesses(self, found: Portrait) -> None:
        if self.accesses not in self.shown():
            return
        rows = [line_row(one, self._workspace) for one in found.accesses]
        nothing = tr("No access known. Note it in the form of a partner.")
        _fill(self.accesses, said(ENTITIES["access"].words), rows, nothing, found.number("accesses").count)

    def _due_row(self, found: Portrait, deadline: Deadline, name: str) -> LinkRow:
        _hue, icon = look_of(deadline, found.today)
        below = " · ".join(filter(None, (deadline.type, due_words(deadline, found.today))))
        made = LinkRow(icon, sentence(deadline, name, found.today), below, tr("Opens the entry"))
        made.clicked.connect(lambda _checked=False: doing.open_(made.window(), self._workspace, deadline))
        return made


def _people(kind: str) -> str:
    return {"institute": tr("People in its units"), "unit": tr("Its people")}.get(kind, tr("Contacts"))


def _fill(card: Card, title: str, rows: list[QWidget], nothing: str, count: int) -> None:
    card.say(title, tr("See it in the list") if count == 1 else tr("All {count}").format(count=figure(count)))
    card.link.setVisible(bool(count))
    card.fill(rows, nothing)
