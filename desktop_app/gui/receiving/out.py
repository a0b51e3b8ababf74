"""The mark of records that somebody holds in a workbook: a paper plane in lists, in the pane and in the form."""

from typing import TYPE_CHECKING

from desktop_app.gui.when import moment, short_day
from desktop_app.gui.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.store.base import Store

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
