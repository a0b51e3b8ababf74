"""The map: outlines on an equal-area projection, numbers as circles and shades, the same for the page and the screen.

No Qt here: `outlines.py` gives shapes as plain points, from which a report makes SVG and a screen its own paths.
"""
