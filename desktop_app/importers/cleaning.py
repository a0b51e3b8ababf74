"""Cleaning of cells beyond what their type does: towns in capitals, telephone numbers, amounts with their currency."""

import csv
import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import NamedTuple

from desktop_app.domain.choices import find_choice
from desktop_app.domain.text import fold
from desktop_app.domain.types import as_text
from desktop_app.domain.values import Unreadable
from desktop_app.domain.words import Words
from desktop_app.excel.sheets import Value as Raw
from desktop_app.paths import resources
from desktop_app.store.wordlists import word_set

_CEDEX = re.compile(r"(?i)[\s,]*\bcedex\b.*$")
_POSTCODE = re.compile(r"^(?:[A-Z]{1,2}-)?\d{4,6}\s+(?=\D)")
# A country, a district or a campus behind the town.
_BEHIND = re.compile(r"\s*(?:\(.*\)|\s[-–]\s.*|,.*)\s*$")
_SMALL = frozenset(
    ["de", "du", "des", "la", "le", "les", "sur", "sous", "en", "lès", "les", "aux", "au", "à", "et", "d", "l"]
)
_VOWEL = re.compile(r"[aeiouy]")
_MONEY = re.compile(
    r"(?P<before>[^\d\s+\-.,]{1,4})?\s*(?P<number>[+-]?\d[\d ',.’\u00a0\u202f]*?)\s*(?P<after>[^\d\s.,][^\d]*)?"
)
_FIXED_POINT = re.compile(r"0\d{7,}")


def town(text: str) -> str:
    """Return a town as people write it: no postal code, no CEDEX, no capitals but those of an acronym."""
    bare = _POSTCODE.sub("", _CEDEX.sub("", " ".join(text.split())))
    if bare.isupper() and len(bare) > 2:
        parts = re.split(r"[-'’ ]", bare)
        # What little words or hyphens join is one name: GIF SUR YVETTE, VILLENEUVE D’ASCQ.
        joined = len(parts) > bare.count(" ") + 1 or any(part.lower() in _SMALL for part in parts)
        some = any(_is_name(part, 5) for part in parts)
        shortest = 5 if not some else 2 if joined else 4
        bare = " ".join(_recased(word, shortest, first=place == 0) for place, word in enumerate(bare.split(" ")))
    return bare or text


def _recased(word: str, shortest: int, *, first: bool) -> str:
    parts = re.split(r"([-'’])", word)
    return "".join(
        part.lower() if part.lower() in _SMALL and not (first and place == 0)
        else part.capitalize() if _is_name(part, shortest) else part
        for place, part in enumerate(parts)
    )  # fmt: skip


def _is_name(word: str, shortest: int) -> bool:
    """Tell whether a word in capitals is sure to be part of a name: HANOI, but not HCMV or NUS."""
    if not word.strip(".,").isalpha():
        return False
    told = not word.isascii() or _VOWEL.search(word.lower()) is not None
    return fold(word) in word_set("short_towns") or (len(word) >= shortest and told)


def same_town(one: str, other: str) -> bool:
    """Tell whether two texts are one town, up to capitals, accents, hyphens, CEDEX, languages and what stands behind it."""
    left, right = _town_key(one), _town_key(other)
    return left == right or _town_key(_BEHIND.sub("", one)) == _town_key(_BEHIND.sub("", other))


@cache
def _town_key(text: str) -> str:
    words = ["saint" if word == "st" else "sainte" if word == "ste" else word for word in fold(town(text)).split()]
    folded = " ".join(words)
    return _towns().get(folded, folded)


@cache
def _towns() -> dict[str, str]:
    """Return the names of towns that differ from one language to the other, folded, by one of them."""
    found: dict[str, str] = {}
    with (resources() / "import" / "town.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            for name in (row["fr"], row["en"], *(row["others"] or "").split("|")):
                if name:
                    found[fold(name)] = fold(row["fr"])
    return found


def phone(text: str) -> str:
    """Return a telephone number without the words around it, its groups apart by single spaces."""
    bare = re.sub(r"(?i)^\s*(t[ée]l(?:[ée]phone)?|phone|mob(?:ile)?|portable|fixe)\s*\.?\s*:?\s*", "", text)
    if not re.fullmatch(r"[+(]?[\d\s().\-/+]{6,}", bare):
        return text
    bare = re.sub(r"^\(\+(\d+)\)", r"+\1", bare.strip())
    bare = re.sub(r"^00(?=[1-9])", "+", re.sub(r"[.\-/]", " ", bare))
    return " ".join(bare.split())


def money(text: str) -> tuple[str, str | None]:
    """Return an amount and the currency beside it: “12 000 EUR” is 12 000 and EUR. Other words are left to the reader.

    Raises Unreadable for numbers filled up with zeros, whose decimals nobody can see.
    """
    bare = text.strip()
    if _FIXED_POINT.fullmatch(bare):
        raise Unreadable(
            Words(
                f"« {text} » est un nombre à virgule fixe, dont on ne voit pas les décimales : écrivez le montant.",
                f"“{text}” is a fixed-point number whose decimals can’t be seen: write the amount.",
            ),
            _fixed_guess(bare),
        )
    match = _MONEY.fullmatch(bare)
    if not match or (match["before"] and match["after"]):
        return text, None
    mark = (match["before"] or match["after"] or "").strip()
    if not mark or fold(mark) in ("k", "m"):
        return text, None
    if mark[0] in "kK" and len(mark) > 1:
        return text, find_choice("currencies", mark[1:].strip())
    code = find_choice("currencies", mark)
    return (match["number"].strip(), code) if code else (text, None)


class Unit(NamedTuple):
    """The unit of a column's amounts, as its heading says it: thousands of euros; `unclear`: a sign of several currencies."""

    factor: int
    currency: str | None
    unclear: bool = False

    def whole(self, raw: Raw) -> Raw:
        """Return an amount in units of its currency; a cell that says its own unit is left as it is."""
        bare = re.sub(r"[\s'’\u00a0\u202f]", "", as_text(raw)).replace(",", ".")
        if self.factor == 1 or isinstance(raw, bool) or not re.fullmatch(r"[+-]?\d+(?:\.\d+)?", bare):
            return raw
        return format((Decimal(bare) * self.factor).normalize(), "f")


_SIGNS = "€$£¥₹₫₩₽₱฿"
# A currency in a heading, perhaps of thousands or millions: k€, SGD, M US$, euros.
_OF_MONEY = re.compile(
    rf"(?<![^\W_])(?:(?P<factor>[kKmM])\s?)?(?P<currency>[A-Z]{{0,3}}[{_SIGNS}]|[A-Z]{{3}}|[Ee]uros?|eur)(?![^\W_])"
)
_IN_WORDS = ((re.compile(r"\b(?:milliers?|thousands?)\b"), 1_000), (re.compile(r"\bmillions?\b"), 1_000_000))


def unit_of(heading: str) -> Unit | None:
    """Return the unit that a heading gives to its amounts, None where it names none: “Budget (k€)”, “Cost (SGD)”."""
    factor = next((factor for words, factor in _IN_WORDS if words.search(fold(heading))), 1)
    codes: set[str] = set()
    for match in _OF_MONEY.finditer(heading):
        code = find_choice("currencies", match["currency"])
        # Any capitals may stand in a heading: ANR, CDD. A currency is called by its own code.
        if code is None or (match["currency"].isalpha() and match["currency"].upper() not in (code, "EURO", "EUROS")):
            continue
        codes.add(code)
        if match["factor"]:
            factor = 1_000 if match["factor"] in "kK" else 1_000_000
    code = codes.pop() if len(codes) == 1 else None
    unclear = code is not None and ambiguous_currency(heading)
    return Unit(factor, None if unclear else code, unclear) if factor > 1 or code else None


def _fixed_guess(text: str) -> str | None:
    return str(Decimal(text) / 10_000) if text.endswith("0000") else None


_DECIMALS = re.compile(r"\d([.,])(?:\d{1,2}|\d{4,})(?!\d)\D*")
_THREE_DIGITS = re.compile(r"[+-]?\d{1,3}([.,])\d{3}")


def decimal_marks(column: Iterable[object]) -> frozenset[str]:
    """Return the signs that stand before decimals in a column of amounts: both where people mixed them."""
    found = (_DECIMALS.search(raw) for raw in column if isinstance(raw, str))
    return frozenset(match[1] for match in found if match)


def check_thousands(number: str, marks: frozenset[str]) -> None:
    """Raise Unreadable for “12,500” in a column where the comma stands before decimals: it may be either."""
    match = _THREE_DIGITS.fullmatch(number.strip()) if marks else None
    if match and match[1] in marks:
        whole = re.sub(r"[.,]", "", number.strip())
        part = number.strip().replace(",", ".").rstrip("0").rstrip(".")
        raise Unreadable(_EITHER.filled(text=number, whole=whole, part=part.replace(".", ","), part_en=part))


_EITHER = Words(
    "« {text} » peut se lire {whole} ou {part} : ailleurs dans cette colonne, ce signe précède des décimales. Écrivez le nombre.",
    "“{text}” may be {whole} or {part_en}: elsewhere in this column, that sign stands before decimals. Write the number.",
)


def ambiguous_currency(text: str) -> bool:
    """Tell whether a bare $ or ¥ stands in a text, which several countries use."""
    return bool(re.search(r"(?<![A-Z$])[$¥](?![A-Z])", text))


_PER_EURO = re.compile(r"\b(?:unites?|units?|devise|currency)\b.*\b(?:par|pour|per|for)\b.*\b(?:eur|euros?)\b")


def is_per_euro(heading: str) -> bool:
    """Tell whether a heading says that its rates are units of a currency for one euro, the inverse of ours."""
    return _PER_EURO.search(fold(heading)) is not None


def inverted(text: str) -> str:
    """Return the inverse of a rate, with as many digits as the rates that are here."""
    try:
        rate = Decimal(text.replace("\u202f", "").replace("\u00a0", "").replace(" ", "").replace(",", "."))
        inverse = round(1 / rate, 10) if rate.is_finite() and rate > 0 else None
    except InvalidOperation:
        inverse = None
    if inverse is None:
        raise Unreadable(
            Words(
                f"« {text} » n’est pas un taux : écrivez combien d’unités valent un euro.",
                f"“{text}” is not a rate: write how many units are worth one euro.",
            )
        )
    return format(inverse.normalize(), "f")
