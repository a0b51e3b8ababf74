"""What is shown of a map."""

from typing import Literal, NamedTuple

Shade = Literal["number", "zone", "none"]


class Layers(NamedTuple):
    """How countries are shaded, and whether land and circles are drawn."""

    shade: Shade = "number"
    land: bool = True
    circles: bool = True


USUAL = Layers()
