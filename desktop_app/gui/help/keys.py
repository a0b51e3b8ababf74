"""All keys of the program, from the commands themselves; those that no command has stand here once."""

from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple

from desktop_app.gui.actions import Spec, specs_of
from desktop_app.gui.words import mark

# Where: the classes whose commands have keys, then the keys of the widgets there.
_PLACES: tuple[tuple[str, tuple[str, ...], tuple[tuple[tuple[str, ...], str], ...]], ...] = (
    (
        mark("Everywhere"),
        ("frame.window:Window", "frame.new_commands:NewCommands", "frame.step_commands:StepCommands",
         "frame.look_commands:LookCommands", "frame.help_commands:HelpCommands"),
        ((("Alt+1", "Alt+9"), mark("Go to one of the first nine pages")), (("F10",), mark("Menu"))),
    ),
    (
        mark("In a list"),
        ("pages.records:RecordsPage", "pages.records:InstrumentPage", "pages.records:PartnerPage"),
        (
            (("Up", "Down", "PgUp", "PgDown"), mark("Move from row to row")),
            (("Enter",), mark("Open the entry")),
            (("Space",), mark("Show or hide the details")),
            (("F2",), mark("Change the cell")),
            (("Ctrl+;",), mark("Write today’s date")),
            (("Ctrl+A",), mark("Select all rows")),
        ),
    ),
    (
        mark("In a form"),
        ("record_form.window:FormWindow",),
        (
            (("Tab", "Enter"), mark("Go to the next field")),
            (("F4", "Alt+Down"), mark("Open the list or the calendar of a field")),
            (("Esc",), mark("Close; what was typed is asked about")),
            (("Ctrl+Shift+R",), mark("Renew the instrument")),
        ),
    ),
    (
        mark("In the review"),
        ("pages.review:ReviewPage",),
        (
            (("Up", "Down"), mark("Go from field to field")),
            (("Left",), mark("Keep ours")),
            (("Right",), mark("Take theirs")),
            (("E", "F2"), mark("Write another value")),
            (("L",), mark("Put the entry aside, to be taken up later")),
            (("A",), mark("Take theirs in the whole category")),
            (("F",), mark("Take theirs in this field everywhere")),
            (("Enter",), mark("Go to the next entry")),
        ),
    ),
    (mark("Deadlines"), ("pages.deadlines:DeadlinesPage", "pages.dashboard:DashboardPage"), ()),
    (mark("Overview"), ("pages.overview:OverviewPage",), ()),
    (mark("Workbooks out"), ("pages.exchange:WorkbooksOutPage",), ()),
    (mark("Duplicates"), ("pages.duplicates:DuplicatesPage",), ()),
    (
        mark("Reports"),
        ("pages.reports:ReportsPage",),
        ((("PgUp", "PgDown", "Home", "End"), mark("Turn the pages of the preview")),),
    ),
    (
        mark("On the map"),
        ("pages.map:MapPage",),
        (
            (("Left", "Right", "Up", "Down"), mark("Go to the next country")),
            (("Home", "End"), mark("The greatest and the least number")),
            (("Enter",), mark("Open the entries of the country")),
            (("+", "-"), mark("Nearer, farther")),
            (("Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down"), mark("Move the map")),
            (("Esc",), mark("Choose no country")),
        ),
    ),
    (
        mark("In the search list"),
        (),
        (
            (("Up", "Down"), mark("Choose a result")),
            (("Enter",), mark("Open it")),
            (("Ctrl+Enter",), mark("Show an entry beside the page")),
            (("Ctrl+B",), mark("Pin an entry, or take the pin away")),
            (("Esc",), mark("Go back")),
        ),
    ),
    (
        mark("In the help"),
        (),
        ((("Ctrl+F",), mark("Search in the help")), (("Alt+Left",), mark("Go back to the page before"))),
    ),
)  # fmt: skip


class Key(NamedTuple):
    """The keys of one command, in Qt's portable spelling, and its words, not yet translated."""

    keys: tuple[str, ...]
    text: str


class Place(NamedTuple):
    """Where keys work, and which."""

    text: str
    keys: tuple[Key, ...]


def sheet() -> list[Place]:
    """Return all keys, by where they work."""
    return [
        Place(text, (*_unique(_of_commands(classes)), *(Key(*one) for one in more))) for text, classes, more in _PLACES
    ]


def all_keys() -> set[str]:
    """Return every key that does something somewhere."""
    return {key for place in sheet() for one in place.keys for key in one.keys}


def _of_commands(classes: tuple[str, ...]) -> Iterator[Key]:
    for name in classes:
        module, _, kind = name.partition(":")
        specs: dict[str, Spec] = specs_of(getattr(import_module(f"desktop_app.gui.{module}"), kind))
        yield from (Key(spec.keys, spec.text) for spec in specs.values() if spec.keys)


def _unique(keys: Iterator[Key]) -> list[Key]:
    return list(dict.fromkeys(keys))
