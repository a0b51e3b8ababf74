"""Folding of texts that are compared many times over: the names and headings of a sheet."""

from functools import lru_cache

from desktop_app.domain.text import fold

folded = lru_cache(maxsize=200_000)(fold)


def closed_up(text: str) -> str:
    """Return text folded, without what parts it: MICRO-TH, Micro TH and MICROTH are one acronym."""
    return folded(text).replace(" ", "")
