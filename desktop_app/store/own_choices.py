"""What the office of a base added to the lists of choices."""

from sqlalchemy import Connection, select

from desktop_app.domain.choices import Option, learn
from desktop_app.domain.words import Words
from desktop_app.store.tables import TABLES

_CHOICE = TABLES["choice"].c
_OWN = select(_CHOICE.of_list, _CHOICE.code, _CHOICE.name_fr, _CHOICE.name_en, _CHOICE.aliases, _CHOICE.gone).order_by(
    _CHOICE.pk
)


def learn_from(connection: Connection) -> None:
    """Have the lists offer what this base holds; what was deleted is only shown where records have it."""
    own: dict[str, dict[str, Option]] = {}
    for name, code, french, english, aliases, gone in connection.execute(_OWN):
        if name and code:
            words = Words(french or english or code, english or french or code)
            own.setdefault(name, {})[code] = Option(code, words, tuple(aliases or ()), offered=not gone)
    learn(own)
