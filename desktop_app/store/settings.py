"""What a base knows of itself and the office's own settings."""

from sqlalchemy import Connection, insert, select

from desktop_app.domain.ids import new_id
from desktop_app.store.peers import computer, number_of
from desktop_app.store.rows import OF
from desktop_app.store.tables import SETTING

_VALUE = select(SETTING.c.value).where(SETTING.c.key == OF)
_PUT = insert(SETTING).prefix_with("OR REPLACE")


def first(connection: Connection, office: str, *, demo: bool) -> None:
    """Write the settings of a new base: its office, its id, this installation's id, and whether it is the demo."""
    values = {"office": office, "base": new_id(), "replica": new_id(), "demo": "1" if demo else "0"}
    connection.execute(insert(SETTING), [{"key": key, "value": value} for key, value in values.items()])
    number_of(connection, values["replica"], office, computer())


def get(connection: Connection, key: str, default: str = "") -> str:
    """Return a setting."""
    value = connection.scalar(_VALUE, {"of": key})
    return default if value is None else value


def put(connection: Connection, key: str, value: str) -> None:
    """Keep a setting."""
    connection.execute(_PUT, {"key": key, "value": value})


def rename(connection: Connection, replica: str, former: str) -> None:
    """Give this installation another id, and remember the one that it had."""
    known = [*filter(None, get(connection, "former_replicas").split()), former]
    put(connection, "former_replicas", " ".join(known))
    put(connection, "replica", replica)
    put(connection, "signing_key", "")
