"""Whether what a foreign sheet says of a cell is what we say ourselves, whatever its spelling."""

import re
from collections.abc import Collection

from desktop_app.domain.compare import without_base
from desktop_app.domain.doubt import TOWNS
from desktop_app.domain.entity import Field
from desktop_app.domain.folding import folded
from desktop_app.domain.types import Several, Web
from desktop_app.domain.values import Record, Value
from desktop_app.importers.cleaning import phone, same_town
from desktop_app.store.likeness import names_of

_NAMES = ("name", "name_fr", "name_en", "local_name", "title", "title_fr")


def compared(held: Field, ours: Record, there: Value, also: Collection[str] = ()) -> tuple[str, Value]:
    """Compare a cell of which nobody knows what was sent: sets grow, empty cells are filled, other ones are asked.

    `also`: further values that their cell may as well mean.
    """
    here = ours.get(held.name)
    if isinstance(held.type, Several) and isinstance(there, tuple) and isinstance(here, tuple):
        known = {folded(one) for one in here} | (
            {folded(one) for one in names_of(ours)} if held.name == "aliases" else set()
        )
        added = [one for one in there if one not in here and folded(one) not in known]
        return ("theirs", tuple(sorted({*here, *added}))) if added else ("identical", here)
    if here in also:
        return "identical", here
    if isinstance(here, str) and isinstance(there, str) and _same_text(held, here, there, ours):
        return "identical", here
    return without_base(here, there), there


def unread(held: Field, ours: Record | None, guess: Value) -> str:
    """Tell whether a cell that could not be read must be asked about: not where what it may mean is what we say."""
    if ours is not None and guess is not None and compared(held, ours, guess)[0] == "identical":
        return "identical"
    return "unreadable"


def _same_text(held: Field, here: str, there: str, ours: Record) -> bool:
    if folded(here) == folded(there):
        return True
    if held.name in TOWNS:
        return same_town(here, there)
    if isinstance(held.type, Web):
        return _bare_web(here) == _bare_web(there)
    if held.name == "phone":
        return re.sub(r"\D", "", phone(here)) == re.sub(r"\D", "", phone(there))
    return held.name in _NAMES and folded(there) in {folded(name) for name in names_of(ours)}


def _bare_web(text: str) -> str:
    return re.sub(r"^https?://(www\.)?|/+$", "", text.strip().casefold())
