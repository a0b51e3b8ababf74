"""A question mark beside a value: whoever wrote it was not sure of it."""

import re

from desktop_app.domain.entity import Field
from desktop_app.domain.types import Amount, Choice, Code, Day, Flag, Identifier, Integer, Link, Several
from desktop_app.domain.words import Words

UNSURE = Words(
    "Un point d’interrogation accompagne cette valeur : dites si elle est à reprendre.",
    "A question mark stands beside this value: say whether it is to be taken.",
)
TOWNS = ("city", "cities")
# Before a value, behind it, or behind one of several.
_ASKING = re.compile(r"^\s*\(?\?+\)?\s*|\s*\(?\?+\)?\s*(?=[;,|\n]|$)")


def without_doubt(text: str) -> str | None:
    """Return a value without the question mark that somebody put beside it; None where there is none, or nothing else."""
    bare = _ASKING.sub("", text).strip() if "?" in text else ""
    return bare if bare and bare != text.strip() else None


def never_asks(held: Field) -> bool:
    """Return whether no value of a field has a question mark of its own: a town, a code; but a title, a note may have one."""
    type_ = held.type.of if isinstance(held.type, Several) else held.type
    return held.name in TOWNS or isinstance(type_, Amount | Choice | Code | Day | Flag | Identifier | Integer | Link)
