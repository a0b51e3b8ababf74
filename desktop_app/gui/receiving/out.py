"""What somebody holds in a workbook: a paper plane marks it in lists, in the pane and in the form; who still holds one."""

from typing import TYPE_CHECKING

from desktop_app.domain.text import fold
from desktop_app.gui.when import moment, short_day, with_day
from desktop_app.gui.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from desktop_app.store.base import Store
    from desktop_app.store.ledger import Shipment

ICON = "send"


def out(store: "Store", ids: "Iterable[str]") -> dict[str, tuple[str, str]]:
    """Return which of some records are out, each in a few words and in a whole sentence."""
    found = {}
    for id_, (number, recipient, wall) in store.ledger.held(ids).items():
        day = short_day(moment(wall).date())
        whom = recipient or tr("somebody")
        sentence = tr("With {whom} since {day}, in workbook {number}").format(whom=whom, day=day, number=number)
        found[id_] = tr("Workbook of {day}").format(day=day), sentence
    return found


def still_out(store: "Store") -> "dict[str, Shipment]":
    """Return the workbooks that did not come back yet, by who holds them, folded; of several, the one that is longest out."""
    from desktop_app.sync import shelf

    back = {one.export for one in shelf.waiting(store)}
    out = (one for one in store.ledger.shipments() if one.state == "out" and one.number not in back)
    return {fold(one.recipient): one for one in out if one.recipient}


def still_words(held: "Mapping[str, Shipment]", whom: str, today: "date") -> str:
    """Say that somebody still holds a workbook, and how late it is; nothing where he holds none."""
    from desktop_app.gui.receiving.badges import days_late

    one = held.get(fold(whom.strip()))
    if one is None:
        return ""
    late = days_late(one, today)
    words = tr("{whom} still holds the workbook of {day}, %n day(s) late.", "", late) if late else (
        tr("{whom} still holds the workbook of {day}."))  # fmt: skip
    return with_day(words, moment(one.wall).date(), today, whom=one.recipient)
