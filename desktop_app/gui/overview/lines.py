"""The lines of the cards: a record that opens, and beside it the number that opens its list."""

from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.domain import ENTITIES
from desktop_app.domain.choices import choices
from desktop_app.gui import hues
from desktop_app.gui.dashboard.row import LinkRow
from desktop_app.gui.overview.reading import Line, Portrait, indicator_words
from desktop_app.gui.parts import Elided, column, label, look_as, row
from desktop_app.gui.when import moment, short_day
from desktop_app.gui.words import by, figure, labelled, lang, said, tr
from desktop_app.gui.workspace import Workspace
from desktop_app.store.figures import Part
from desktop_app.store.lately import Lately
from desktop_app.store.portrait import Indicator

OVERVIEWS = ("country", "partner", "unit")  # kinds of records that have a page of this kind


def line_row(line: Line, workspace: Workspace) -> QWidget:
    """Return a line of a card."""
    chip = None
    if line.chip is not None and line.chip[1]:
        option, look_ = choices(line.chip[0]).get(str(line.chip[1])), hues.of_choice(*line.chip)
        chip = (said(option.words), look_.hue, look_.icon) if option else None
    page = line.entity in OVERVIEWS
    opens = tr("Opens the page about it") if page else tr("Opens the entry")
    shown = LinkRow(hues.ENTITY_ICONS.get(line.entity, "file-text"), line.first, line.second, opens, chip)
    shown.clicked.connect(lambda _checked=False: open_line(shown, line.entity, line.id, workspace))
    if line.part is None:
        return shown
    words = tr("%n instrument(s)", "", line.part.count)
    return _Pair(shown, number_link(words, labelled(line.first, words), line.part, workspace))


class _Pair(QWidget):
    """A row with the link of its number at the right."""

    def __init__(self, shown: QWidget, number: QWidget) -> None:
        super().__init__()
        made = row(shown, number, spacing=10)
        made.setStretch(0, 1)
        self.setLayout(made)
        self.setFocusProxy(shown)


def number_link(words: str, name: str, part: Part, workspace: Workspace) -> QPushButton:
    """Return a number that opens the list which it counts."""
    made = QPushButton(words)
    look_as(made, "link")
    made.setAutoDefault(False)
    made.setAccessibleName(name)
    made.setAccessibleDescription(tr("Opens the list of them"))
    made.clicked.connect(lambda _checked=False: workspace.show_list(part.query))
    return made


def open_line(parent: QWidget, entity: str, id_: str, workspace: Workspace) -> None:
    """Open the page about a record, or its form where it has none."""
    if entity in OVERVIEWS:
        workspace.go("overview", f"{entity}/{id_}")
        return
    from desktop_app.gui.record_form.opening import open_form

    open_form(parent.window(), workspace, ENTITIES[entity], id_)


def change_row(one: Lately, found: Portrait, workspace: Workspace) -> QWidget:
    """Return a step that touched records of the page: what was done, by whom and when."""
    words = said(one.words)
    if one.records > 1:
        words = tr("{step} (%n entry(ies) here)", "", one.records).format(step=words)
    who = by(one.author, workspace.author)
    shown = LinkRow(
        "history", words, f"{who} · {short_day(moment(one.wall).date(), found.today)}", tr("Opens the step")
    )
    shown.clicked.connect(lambda _checked=False: workspace.go("history", str(one.batch)))
    return shown


def indicator_row(one: Indicator, workspace: Workspace) -> QWidget:
    """Return an indicator with its year and source, and beside it what this base counts of the same."""
    name, value = indicator_words(one, lang())
    made = QWidget()
    below = " · ".join(filter(None, (str(one.year), one.source)))
    words = column(Elided(name), Elided(below, "small"), spacing=0)
    number = label(value, "strong")
    number.setAccessibleName(labelled(name, f"{value} ({below})"))
    parts: list[QWidget] = [number]
    if one.ours is not None:
        ours = tr("here {count}").format(count=figure(one.ours.count))
        parts.append(number_link(ours, labelled(f"{name}, {one.year}", ours), one.ours, workspace))
    line = row(words, *parts, spacing=12, margins=(4, 3, 4, 3))
    line.setStretch(0, 1)
    made.setLayout(line)
    return made
