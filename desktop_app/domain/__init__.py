"""The domain: what an office follows, in the words of its trade. Pure: the standard library only."""

from desktop_app.domain.choice import CHOICE
from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.event import ATTACHMENT, EVENT, TASK
from desktop_app.domain.instrument import INSTRUMENT, INSTRUMENT_TYPE
from desktop_app.domain.instrument_parts import FUNDING, LINK, MILESTONE, OUTPUT, PARTY, PERIOD
from desktop_app.domain.leg import LEG
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import ACCESS, PARTNER
from desktop_app.domain.person import AFFILIATION, PERSON
from desktop_app.domain.place import COUNTRY, FIGURE, OFFICE, PER_DIEM, PROGRAMME, RATE, SECURITY_RULE, ZONE
from desktop_app.domain.saved_view import SAVED_VIEW
from desktop_app.domain.unit import UNIT

# In the order in which records may refer to each other, so that a base can be filled from top to bottom.
ENTITIES: dict[str, Entity] = {
    entity.name: entity
    for entity in (
        COUNTRY, OFFICE, ZONE, FIGURE, INSTRUMENT_TYPE, PROGRAMME, PER_DIEM, RATE, SECURITY_RULE,
        PARTNER, UNIT, PERSON, AFFILIATION, INSTRUMENT, PERIOD, PARTY, LINK, MILESTONE,
        EVENT, TASK, MISSION, LEG, FUNDING, OUTPUT, ACCESS, ATTACHMENT, SAVED_VIEW, CHOICE,
    )
}  # fmt: skip

# Filled from `resources/reference` in every base, under the same ids.
REFERENCE = (COUNTRY, OFFICE, ZONE, INSTRUMENT_TYPE, PROGRAMME, PER_DIEM, RATE, SECURITY_RULE)

# What the program keeps for itself: no sheet of somebody else holds it.
INTERNAL = (ATTACHMENT, SAVED_VIEW, CHOICE)

# What an office works with: counted in the navigation, searched first.
MAIN = (PARTNER, INSTRUMENT, MISSION, PERSON, EVENT, UNIT, OUTPUT, OFFICE, COUNTRY)

__all__ = ["ENTITIES", "INTERNAL", "MAIN", "REFERENCE", "Entity", "Field"]
