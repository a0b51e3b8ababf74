"""How Alembic reaches a base: through the connection that `store.schema` or `store.revise` hands over."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from desktop_app.store.columns import Hundredths, Id, Values
from desktop_app.store.tables import METADATA


def kept_in_step(name: str | None, type_: str, _parents: Any) -> bool:
    """Leave out the search tables, which are made by `tables.create_search`."""
    return not (type_ == "table" and name is not None and name.startswith("search_"))


def written(type_: str, item: Any, autogenerate: AutogenContext) -> str | Literal[False]:
    """Write our column types by name in a revision."""
    if type_ == "type" and isinstance(item, Id | Hundredths | Values):
        autogenerate.imports.add("from desktop_app.store.columns import Hundredths, Id, Values")
        return f"{type(item).__name__}()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    include_name=kept_in_step,
    render_item=written,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
