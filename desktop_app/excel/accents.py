"""Text of one byte a letter in an encoding of Central Europe, the Baltic or Turkey, told from French by its letters."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from math import log

# How often each accented letter stands in a language, of ten thousand letters.
_WESTERN = (
    "é190 è27 à49 ê22 ç9 ù6 î5 â5 û6 ô2 ï1 ë1 œ2",
    "ä60 ö45 ü100 ß30",
    "á50 é43 í73 ó83 ú17 ñ31 ü1 º2",
    "ã73 á12 é34 ê45 ç53 ó30 í13 â6 à7 õ4 ú21 ô6 º2",
    "à64 è26 é5 ì3 ò2 ù17",
    "å120 ä180 ö150 é2",
    "æ90 ø90 å120 é2",
    "á180 é65 í157 ó99 ú61 ý23 ð440 þ145 æ87 ö78",
)
_CENTRAL = (
    "í310 á220 é130 ě120 ř100 š80 ž70 č95 ý100 ů55 ú10 ň1 ď2 ť2 ó3",
    "á160 í96 ý95 é70 č100 š65 ž80 ľ40 ť50 ô14 ň20 ú68 ä4 ĺ1 ŕ1 ď2 ó6",
    "ą70 ć74 ę100 ł210 ń36 ó114 ś81 ź8 ż71",
    "á350 é390 ó110 ö97 ő88 í55 ü65 ú24 ű14",
    "ă240 â25 î140 ş150 ţ120",
    "č100 š90 ž60 ć60 đ40",
)
_BALTIC = ("ą21 č43 ę19 ė173 į60 š123 ų114 ū53 ž80", "ā390 č10 ē170 ģ13 ī180 ķ13 ļ33 ņ57 š78 ū20 ž24")
_TURKISH = ("ı510 ü185 ş178 ç116 ğ113 ö78",)
_LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "cp1252": _WESTERN, "cp1250": _CENTRAL, "iso8859-2": _CENTRAL, "cp1257": _BALTIC, "cp1254": _TURKISH,
}  # fmt: skip
_RARE = 0.001  # the share of a letter that a language does not know
_SIGNS, _SIGN = "’‘“”„«»–—…€°·§\u00a0", 0.03  # every language knows them
_SURE = 6.0  # by how much (e^6 is 400 to 1) another encoding must be likelier than the usual one
_SURE_A_LETTER = 0.2


def accents_of(counts: Counter[int]) -> str | None:
    """Return the encoding in which the bytes spell a language of these regions; None where it may as well be French.

    `counts` tells how often each byte above 127 occurs.
    """
    found = {encoding: _likeliest(counts, encoding) for encoding in _LANGUAGES}
    usual = found.pop("cp1252")
    best = max(found, key=lambda encoding: found[encoding])
    margin = max(_SURE, _SURE_A_LETTER * counts.total())
    return best if found[best] > usual + margin else None


def _likeliest(counts: Counter[int], encoding: str) -> float:
    """Return the logarithm of how likely the bytes are in the language of the encoding that explains them best."""
    letters = Counter[str]()
    for byte, times in counts.items():
        letter = bytes([byte]).decode(encoding, "replace")
        letters["ı" if letter == "İ" else letter.lower()] += times
    signs = sum(letters.pop(sign, 0) for sign in _SIGNS) * log(_SIGN)
    return signs + max(
        sum(times * log(shares.get(letter, _RARE)) for letter, times in letters.items()) for shares in _shares(encoding)
    )


@cache
def _shares(encoding: str) -> tuple[dict[str, float], ...]:
    """Return the share of each letter in each language of an encoding, and in all of them together."""
    languages = []
    for line in _LANGUAGES[encoding]:
        numbers = {word[0]: int(word[1:]) for word in line.split()}
        languages.append({letter: number / sum(numbers.values()) for letter, number in numbers.items()})
    together = {letter: 0.0 for shares in languages for letter in shares}
    for shares in languages:
        for letter, share in shares.items():
            together[letter] += share / len(languages)
    return (*languages, together)
