"""What a row implies without saying it: the type of an instrument by its number, the name of an embassy by its country."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from desktop_app.domain import instrument, mission
from desktop_app.domain.entity import Entity
from desktop_app.domain.values import Value
from desktop_app.importers.hints import instrument_types

Values = dict[str, Value]
Look = Callable[[str, str], str | None]  # (entity, text) -> id


COMPLETED = ("instrument", "partner")


def completed(
    entity: Entity,
    values: Values,
    given: Mapping[str, str],
    resolve: Look,
    label: Callable[[str, str], str],
) -> Values:
    """Return the values of a row with those that it implies; what it says itself is never replaced.

    `given` are values that the file's name implies · `label` gives the title of a linked record (entity, id).
    """
    full: Values = dict(values)
    if entity.name == "instrument":
        _complete_instrument(full, given, resolve)
    else:
        _complete_partner(full, given, label)
    return full


def _complete_instrument(values: Values, given: Mapping[str, str], resolve: Look) -> None:
    code = str(values.get("code") or "")
    prefix = match[1] if (match := re.match(r"([A-Z]+) \d", code)) else ""
    wanted = prefix if prefix in instrument_types() else given.get("type", "")
    if values.get("type") is None and wanted and (type_ := resolve("instrument_type", wanted)):
        values["type"] = type_
    former = values.get("former_codes")
    if isinstance(former, tuple):
        # A column of all the labels that a unit has had holds the present one too.
        values["former_codes"] = tuple(one for one in former if one != code) or None


WITH_STATUS = ("instrument", "mission")


def with_status(entity: Entity, values: Values, today: date) -> bool:
    """Give an instrument that has begun, or a mission, the status that its dates speak for; tell whether it was given one.

    Whether an instrument that is to come was selected, only a person knows.
    """
    start, end = (str(values[name]) if values.get(name) else None for name in ("starts_on", "ends_on"))
    backwards = start and end and end < start[: len(end)]
    if values.get("status") is not None or backwards:
        return False
    if entity.name == "mission":
        status = mission.proposed_status(start, end, today)
    else:
        status = instrument.proposed_status(start, end, today)
        status = status if status in ("active", "ended") else None
    if status:
        values["status"] = status
    return status is not None


def _complete_partner(values: Values, given: Mapping[str, str], label: Callable[[str, str], str]) -> None:
    if values.get("kind") is None and given.get("kind"):
        values["kind"] = given["kind"]
    if values.get("name") is None:
        values["name"] = values.get("local_name") or values.get("name_fr") or values.get("name_en")
    if values.get("name") is None and values.get("kind") == "embassy" and (country := values.get("country")):
        values["name"] = f"Ambassade de France – {label('country', str(country))}"
    aliases = values.get("aliases")
    if isinstance(aliases, tuple):
        values["aliases"] = tuple(one for one in aliases if one != values.get("name")) or None
