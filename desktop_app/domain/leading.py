"""Where a path of fields leads: through a link to another record, to the parts of a record, or to where it came from."""

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.types import Link, Text

# What no record holds, and the journal tells of each: the files that have changed it, or what was edited inside it.
BY_FILE = Field("_file", Text(), "Modifié par le fichier", "Changed by the file")


def field_at(entity: Entity, path: str) -> Field:
    """Return the field that a condition is on, which may be one of a linked record or of a part."""
    if path == BY_FILE.name:
        return BY_FILE
    first, _, rest = path.partition(".")
    if not rest:
        return entity.fields[first]
    if first not in entity.fields:
        return field_at(ENTITIES[first], rest)
    type_ = entity.fields[first].type
    if not isinstance(type_, Link):
        raise LookupError(path)  # noqa: TRY004  (a path that leads nowhere)
    return field_at(ENTITIES[type_.entity], rest)


def link_back(part: Entity, owner: Entity) -> str:
    """Return the field by which parts name the record that they belong to."""
    return next(one.name for one in part if isinstance(one.type, Link) and one.type.entity == owner.name)
