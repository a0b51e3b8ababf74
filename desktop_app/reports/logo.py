"""The office's logo for writers that take no drawings: as the bytes of a PNG or JPEG."""

import logging

import typst

from desktop_app.reports.description import Description, Face
from desktop_app.reports.encode import logo_width
from desktop_app.reports.typeset import typesetter

log = logging.getLogger(__name__)
_POINTS = 72 / 25.4


def logo_of(description: Description) -> bytes | None:
    """Return the logo of a report as dots; None where the office has none."""
    return logo_bytes(description.face, description.office, description.lang)


def logo_bytes(face: Face, office: str, lang: str) -> bytes | None:
    """Return a logo as dots; None where there is none, or none that can be drawn."""
    logo = face.logo
    if logo is None:
        return None
    if logo.kind != "svg":
        return logo.data
    width = logo_width(logo) * _POINTS
    height = width * (logo.height / logo.width if logo.width and logo.height else 1)
    try:
        text = logo.data.decode()
        drawing = {"svg": text, "labels": [], "width": width, "height": height, "alt": office}
        return typesetter().picture(drawing, lang)
    except (typst.TypstError, UnicodeDecodeError) as error:
        log.warning("The logo of the office can't be drawn: %s", error)
        return None
