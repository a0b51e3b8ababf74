"""A map in a report: as large as the page allows, with the words that stand for it where it can't be seen."""

from desktop_app.reports.atlas.layers import USUAL, Layers
from desktop_app.reports.atlas.numbers import Numbers
from desktop_app.reports.atlas.picture import part_of
from desktop_app.reports.description import WorldMap

_LEAST = 90.0  # a smaller part would not be recognised


def map_of(numbers: Numbers, words: str, tallest: float = 250.0, layers: Layers = USUAL) -> WorldMap:
    """Return the map of some numbers, of the part of the world where they are."""
    middle, frame = part_of((row.code for row in numbers.rows), numbers.zone(numbers.own))
    frame = frame.grown(0, max(0.0, (_LEAST - max(frame.width, frame.height)) / 2))
    return WorldMap(words, numbers, middle, frame, tallest, layers=layers)
