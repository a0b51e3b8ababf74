"""Where a path of fields leads: through a link to another record, to parts, or to what is told of a record elsewhere."""

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.types import Choice, Day, Integer, Link, Text

# What no record holds. The journal tells of each the files that have changed it, or what was edited inside it.
BY_FILE = Field("_file", Text(), "Modifié par le fichier", "Changed by the file")
# What an instrument has to do with a unit: it is one of its parties, or the laboratory itself, which bears its code.
OF_UNIT = Field("_unit", Link("unit"), "Unité CNRS", "CNRS unit")

# What a list is sorted by, put together from the parts of a record as its cell shows them.
MAIN_PARTNER = Field("_main_partner", Link("partner"), "Partenaire", "Main partner")
MIRROR_UNIT = Field("_mirror_unit", Link("unit"), "Unité miroir", "Mirror unit")
NEXT_STEP_ON = Field("_next_step_on", Day(), "Échéance", "Next deadline")
NEXT_STEP = Field("_next_step", Choice("milestone_kinds"), "Étape à venir", "Next step")
INSTRUMENTS_OF = Field("_instruments", Integer(), "Instruments", "Instruments")
NEXT_TASK_ON = Field("_next_task_on", Day(), "Suites à donner", "Follow-up")
COMPOSED = (MAIN_PARTNER, MIRROR_UNIT, NEXT_STEP_ON, NEXT_STEP, INSTRUMENTS_OF, NEXT_TASK_ON)
_TOLD = {one.name: one for one in (BY_FILE, OF_UNIT, *COMPOSED)}


def field_at(entity: Entity, path: str) -> Field:
    """Return the field that a condition or an order is on, which may be one of a linked record or of a part."""
    if path in _TOLD:
        return _TOLD[path]
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
