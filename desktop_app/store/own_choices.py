"""What the office of a base added to the lists of choices."""

from sqlalchemy import Connection, select

from desktop_app.domain.choices import Option, learn
from desktop_app.domain.words import Words
from desktop_app.store.tables import TABLES


def learn_from(connection: Connection) -> None:
    """Have the lists offer what this base holds; what was deleted is only shown where records have it."""
    table = TABLES["choice"]
    own: dict[str, dict[str, Option]] = {}
    columns = (table.c.of_list, table.c.code, table.c.name_fr, table.c.name_en, table.c.aliases, table.c.gone)
    for name, code, french, english, aliases, gone in connection.execute(select(*columns).order_by(table.c.pk)):
        if name and code:
            words = Words(french or english or code, english or french or code)
            own.setdefault(name, {})[code] = Option(code, words, tuple(aliases or ()), offered=not gone)
    learn(own)
