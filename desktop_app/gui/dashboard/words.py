"""How deadlines are said: late, today, in so many days; which hue and icon each kind has."""

from datetime import date

from desktop_app.domain.deadlines import Deadline
from desktop_app.domain.text import mid_sentence
from desktop_app.gui.theme import Hue
from desktop_app.gui.when import short_day
from desktop_app.gui.words import said, tr, with_figure

LOOKS: dict[str, tuple[Hue, str]] = {
    "renewal": ("amber", "refresh-cw"), "end": ("grey", "clock"), "signature": ("blue", "pencil"),
    "report": ("violet", "file-text"), "step": ("green", "calendar-clock"),
    "credit": ("amber", "hourglass"), "follow_up": ("green", "calendar"), "workbook": ("blue", "send"),
    "mission_report": ("teal", "file-text"), "opinion": ("rose", "lock"), "visa": ("teal", "globe"),
}  # fmt: skip


def look_of(deadline: Deadline, today: date) -> tuple[Hue, str]:
    """Return the hue and the icon of a deadline: red with a warning sign once it is late."""
    return ("red", "triangle-alert") if deadline.due < today else LOOKS[deadline.kind]


def when_words(deadline: Deadline, today: date) -> str:
    """Say how near a deadline is."""
    days = deadline.days(today)
    if days < 0:
        return with_figure(tr("%n day(s) late", "", -days), -days)
    return tr("today") if days == 0 else tr("in %n day(s)", "", days)


def due_words(deadline: Deadline, today: date) -> str:
    """Say on which day something is due."""
    return tr("due {day}").format(day=short_day(deadline.due, today))


def sentence(deadline: Deadline, name: str, today: date) -> str:
    """Say a deadline in one sentence: CORAL-NET: final report, 9 days late."""
    days, what = deadline.days(today), said(deadline.what)
    if deadline.kind == "workbook":
        text = tr("{name}: workbook %n day(s) overdue", "", -days) if days < 0 else (
            tr("{name}: workbook due back in %n day(s)", "", days))  # fmt: skip
    elif deadline.kind == "end":
        text = tr("{name} ended %n day(s) ago and still counts as running", "", -days) if days < 0 else (
            tr("{name} ends in %n day(s)", "", days))  # fmt: skip
    elif days < 0:
        text = tr("{name}: {what}, %n day(s) late", "", -days)
    else:
        text = tr("{name}: {what}, in %n day(s)", "", days)
    return text.format(what=what if deadline.kind == "follow_up" else mid_sentence(what), name=name)
