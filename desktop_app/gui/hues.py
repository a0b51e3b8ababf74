"""Which hue and icon a choice has, the same on every screen; the word always stands beside them."""

from typing import NamedTuple

from desktop_app.domain.values import Value
from desktop_app.gui.theme import Hue


class Look(NamedTuple):
    """The hue of a chip and its icon."""

    hue: Hue
    icon: str = ""


PLAIN = Look("grey")

_TYPES: dict[str, Hue] = {
    "IRL": "blue", "UMI": "blue", "IRP": "teal", "LIA": "teal", "PRC": "teal", "IRN": "violet", "GDRI": "violet",
    "IEA": "amber", "PICS": "amber", "UMIFRE": "rose", "IRC": "green", "CLUSTER": "green", "PHC": "rose",
}  # fmt: skip

_ACTIVE, _READY = Look("green", "circle-check"), Look("teal", "check")
_DRAFT, _OVER, _OFF = Look("grey", "pencil"), Look("grey", "archive"), Look("grey", "ban")
_WAITING, _YOURS, _LATE = Look("blue", "clock"), Look("amber", "refresh-cw"), Look("red", "triangle-alert")

_CHOICES: dict[str, dict[str, Look]] = {
    "instrument_statuses": {
        "draft": _DRAFT, "idea": _DRAFT, "submitted": _WAITING, "under_review": _WAITING, "selected": _READY,
        "not_selected": _OFF, "agreement_drafted": _WAITING, "in_signature": _WAITING, "signed": _READY,
        "active": _ACTIVE, "to_renew": _YOURS, "renewal_asked": _WAITING, "suspended": Look("grey", "hourglass"),
        "ended": _OVER, "report_due": _LATE, "report_received": _OVER, "closed": _OVER, "transformed": _OVER,
        "abandoned": _OFF,
    },
    "mission_statuses": {
        "planned": _WAITING, "validated": _READY, "under_way": Look("violet", "plane"), "done": _ACTIVE,
        "cancelled": _OFF, "postponed": Look("amber", "calendar-clock"),
    },
    "event_statuses": {
        "idea": _DRAFT, "planned": _WAITING, "confirmed": _READY, "under_way": Look("violet", "calendar"), "done": _ACTIVE,
        "follow_up": _YOURS, "cancelled": _OFF, "postponed": Look("amber", "calendar-clock"),
    },
    "partner_statuses": {
        "active": _ACTIVE, "prospect": _WAITING, "dormant": Look("grey", "hourglass"), "inactive": _OVER,
        "merged": _OVER, "closed": _OFF,
    },
    "partner_kinds": {
        "embassy": Look("rose"), "consulate": Look("rose"), "university": Look("blue"),
        "higher_education": Look("blue"),
        "research_organisation": Look("teal"), "ministry": Look("violet"), "agency": Look("violet"),
        "local_authority": Look("violet"), "company": Look("amber"), "hospital": Look("green"),
    },
}  # fmt: skip


def of_choice(list_: str, code: Value) -> Look:
    """Return the look of an option of a list."""
    return _CHOICES.get(list_, {}).get(str(code), PLAIN)


def of_type(code: Value) -> Look:
    """Return the look of a type of instrument, old and new names alike."""
    return Look(_TYPES.get(str(code), "grey"))


# The same glyph for the same thing everywhere.
ENTITY_ICONS = {
    "partner": "landmark", "instrument": "flask-conical", "mission": "plane", "person": "users", "unit": "microscope",
    "event": "calendar", "output": "file-text", "office": "building-2", "country": "globe", "period": "clock",
    "milestone": "calendar-clock", "attachment": "paperclip",
}  # fmt: skip
