"""Colours as `#1D5BB8`, and whether one can be read on another (WCAG 2)."""

from desktop_app.domain.values import Unreadable
from desktop_app.domain.words import Words

WHITE = "#FFFFFF"
LEGIBLE = 4.5  # the least contrast for text


def read_colour(text: str) -> str:
    """Return a colour from its six hexadecimal digits. Raises Unreadable."""
    digits = text.strip().removeprefix("#").upper()
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) != 6 or set(digits) - set("0123456789ABCDEF"):
        raise Unreadable(
            Words(
                f"« {text} » n’est pas une couleur : écrivez ses six chiffres, par exemple #1D5BB8.",
                f"“{text}” is not a colour: write its six digits, for example #1D5BB8.",
            )
        )
    return f"#{digits}"


def contrast(one: str, other: str) -> float:
    """Return how well one colour can be told from another: from 1 (not at all) to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, other: str, part: float) -> str:
    """Return a colour with a part of another in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(own + (its - own) * part):02X}" for own, its in pairs)


def legible(colour: str, on: str = WHITE) -> str:
    """Return a colour, made as much darker as it must be to be read on a light one."""
    for step in range(20):
        darker = mixed(colour, "#000000", step / 20)
        if contrast(darker, on) >= LEGIBLE:
            return darker
    return "#000000"


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    shares = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
