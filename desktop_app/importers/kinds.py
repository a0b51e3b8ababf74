"""The kind of a partner where a sheet names several, or uses broader words than ours: “funder, government”."""

import re
from typing import NamedTuple

from desktop_app.domain.choices import choices, find_choice, until_learnt
from desktop_app.domain.text import fold
from desktop_app.domain.words import Words

_LIST = "partner_kinds"
# Words of the Research Organization Registry, the most telling first, each with the kinds that it may be.
_BROAD = {
    "education": ("university", "higher_education"),
    "healthcare": ("hospital",),
    "facility": ("research_organisation", "infrastructure_operator", "museum"),
    "archive": ("museum",),
    "company": ("company",),
    "nonprofit": ("association", "foundation", "research_organisation", "international_organisation"),
    "government": ("agency", "ministry", "research_organisation", "local_authority", "museum", "higher_education"),
    "funder": ("agency", "foundation", "ministry", "research_organisation"),
    "other": ("other",),
}
_BY_NAME = (
    ("university", r"univers|universi|daigaku|daehag"),
    ("ministry", r"minist[eèr]|ministry|secretaria|department of (?:energy|health|agriculture|state)"),
    ("agency", r"council|conseil|consejo|conselho|agenc"),
    ("research_organisation", r"institut|centre|center|centro|laborator|academ|research|recherche|observator"),
    ("hospital", r"hospital|hopital|clinic"),
    ("museum", r"museum|musee|museo|library|bibliotheque"),
    ("foundation", r"foundation|fondation|fundac"),
)


class Kind(NamedTuple):
    """A kind that was read, those that the cell may as well mean, and what a person should see of it."""

    code: str
    also: frozenset[str]
    words: Words | None


@until_learnt
def partner_kind(text: str, name: str) -> Kind | None:
    """Return the kind that a cell means; of several, the most telling one, and the others in words."""
    parts = [part.strip() for part in re.split(r"[,;|/\n]", text) if part.strip()]
    broad = sorted((fold(part) for part in parts if fold(part) in _BROAD), key=list(_BROAD).index)
    exact = find_choice(_LIST, text)
    if exact and not broad:
        return Kind(exact, frozenset({exact}), None)
    if not broad or len(broad) < len(parts):
        known = [code for part in parts if (code := find_choice(_LIST, part))]
        if not known:
            return None
        return Kind(known[0], frozenset(known), _several(text, known[0]))
    also = frozenset(code for word in broad for code in _BROAD[word])
    code = _refined(_BROAD[broad[0]], name)
    return Kind(code, also, _several(text, code) if len(parts) > 1 or len(_BROAD[broad[0]]) > 2 else None)


def _refined(kinds: tuple[str, ...], name: str) -> str:
    folded = fold(name)
    found = next((code for code, pattern in _BY_NAME if code in kinds and re.search(pattern, folded)), None)
    if found:
        return found
    return kinds[1] if kinds == _BROAD["education"] and folded else kinds[0]


def _several(text: str, code: str) -> Words:
    words = choices(_LIST)[code].words
    return Words(
        f"« {text} » a été lu comme {words.fr} : changez-le si une autre nature est plus juste.",
        f"“{text}” was read as {words.en}: change it if another kind is truer.",
    )
