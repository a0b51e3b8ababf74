"""Types of fields. A type only reads and shows a value; SQL, Excel and Qt each translate the types in one file."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from desktop_app.domain import picture
from desktop_app.domain.choices import choices, find_choice, offered
from desktop_app.domain.colour import read_colour
from desktop_app.domain.dates import read_date, show_date
from desktop_app.domain.text import fold, plain
from desktop_app.domain.values import Reading, Showing, Unreadable, Value
from desktop_app.domain.words import Words

_UNIT_CODE = re.compile(r"(UMR|UAR|USR|UPR|IRL|UMI|FR|GDR|GDRI|EMR|ERL|UMS|IRN|IRP|LIA)[ _\-]*([A-Z]?\d{1,5})")
_NUMBER = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:[ '’,.\u00a0\u202f]\d{3})+)(?:[.,]\d+)?")
_THOUSANDS = re.compile(r"(?i)^([+-]?[\d ,.\u00a0\u202f]*\d)\s*(k|m)\s*(€|eur|euros?|usd|\$)?$")
_ROR_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
# Excel and Calc keep fifteen digits of a number.
_TOO_LARGE = Decimal(10) ** 13
_TRUE = frozenset({"1", "x", "oui", "o", "yes", "y", "vrai", "true", "si", "ok"})
_FALSE = frozenset({"0", "non", "n", "no", "faux", "false"})


def as_text(raw: object) -> str:
    """Return a raw cell (text, number, date, yes or no) as the plain text that a person sees in it."""
    if raw.__class__ is str:
        return plain(raw)
    if raw is None:
        return ""
    if isinstance(raw, bool):
        return "1" if raw else "0"
    if isinstance(raw, float) and raw.is_integer() and abs(raw) < 1e15:
        return str(int(raw))
    if isinstance(raw, float):
        return f"{raw:.15g}"
    if isinstance(raw, datetime):
        return raw.date().isoformat() if raw.time() == datetime.min.time() else raw.isoformat(sep=" ")
    if isinstance(raw, date):
        return raw.isoformat()
    return plain(str(raw))


@dataclass(frozen=True, slots=True)
class Type:
    """What a field holds: how its text is read and how its value is shown."""

    def read(self, raw: object, reading: Reading) -> Value:
        """Read a raw cell; None where it is empty. Raises Unreadable with a sentence for the user."""
        text = as_text(raw)
        return self.parse(text, reading) if text else None

    def parse(self, text: str, _reading: Reading) -> Value:
        """Read a text that is not empty."""
        return text

    def show(self, value: Value, _showing: Showing) -> str:
        """Show a value as people read it; empty text for None."""
        return "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Text(Type):
    """Free text, of one line or of several."""

    lines: bool = False

    def parse(self, text: str, _reading: Reading) -> Value:
        """Read text; a text of one line has no line breaks."""
        return text if self.lines else " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Code(Type):
    """An official code or number, in capitals; unit codes are spaced: UMR 7606."""

    def parse(self, text: str, _reading: Reading) -> Value:
        """Read a code: capitals, one space between a unit's prefix and its number."""
        code = " ".join(text.upper().split())
        if match := _UNIT_CODE.fullmatch(code):
            return f"{match[1]} {match[2]}"
        return code


@dataclass(frozen=True, slots=True)
class Identifier(Type):
    """A public identifier with a known form: `ror`, `orcid` or `doi`."""

    scheme: str

    def parse(self, text: str, _reading: Reading) -> Value:
        """Read an identifier, bare or as a web address; raises Unreadable where its form or check digit is wrong."""
        bare = re.sub(
            r"(?i)^(https?://)?(www\.)?(dx\.)?(ror|orcid|doi)\.org/|^(doi|orcid|ror)\s*:?\s*", "", text.strip()
        )
        known_form = self.scheme == "ror" and re.fullmatch(r"(?i)0[a-hj-km-np-tv-z0-9]{6}\d{2}", bare)
        if known_form and _ror_check(bare.lower()[1:7]) == bare[7:]:
            return bare.lower()
        if self.scheme == "orcid":
            digits = bare.replace("-", "").replace(" ", "").upper()
            if re.fullmatch(r"\d{15}[\dX]", digits) and _orcid_check(digits[:15]) == digits[15]:
                return "-".join(digits[start : start + 4] for start in range(0, 16, 4))
        if self.scheme == "doi" and re.fullmatch(r"10\.\d{4,9}/\S+", bare):
            return bare.lower()
        name = self.scheme.upper()
        raise Unreadable(
            Words(
                f"« {text} » n’est pas un identifiant {name} valable : copiez-le depuis sa page officielle.",
                f"“{text}” is not a valid {name} identifier: copy it from its official page.",
            )
        )


def _ror_check(letters: str) -> str:
    """Return the two check digits of a ROR id: its six letters are a number in base 32 (ISO 7064, mod 97-10)."""
    value = 0
    for letter in letters:
        value = value * 32 + _ROR_LETTERS.index(letter)
    return f"{98 - value * 100 % 97:02}"


def _orcid_check(digits: str) -> str:
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2 % 11
    result = (12 - total) % 11
    return "X" if result == 10 else str(result)


@dataclass(frozen=True, slots=True)
class Web(Type):
    """A web address."""

    def parse(self, text: str, _reading: Reading) -> Value:
        """Read a web address; `https://` is added where it is missing."""
        if re.fullmatch(r"(?i)https?://\S+", text):
            return text
        if re.fullmatch(r"[\w\-]+(\.[\w\-]+)+(/\S*)?", text):
            return f"https://{text}"
        raise Unreadable(
            Words(
                f"« {text} » n’est pas une adresse web : écrivez par exemple https://www.cnrs.fr.",
                f"“{text}” is not a web address: write for example https://www.cnrs.fr.",
            )
        )


@dataclass(frozen=True, slots=True)
class Email(Type):
    """An e-mail address."""

    def parse(self, text: str, _reading: Reading) -> Value:
        """Read an e-mail address, bare or after `mailto:`."""
        bare = re.sub(r"(?i)^mailto:", "", text).strip(" <>;,")
        if re.fullmatch(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", bare):
            return bare
        raise Unreadable(
            Words(
                f"« {text} » n’est pas une adresse électronique : écrivez par exemple nom@exemple.org.",
                f"“{text}” is not an e-mail address: write for example name@example.org.",
            )
        )


@dataclass(frozen=True, slots=True)
class Colour(Type):
    """A colour by its six hexadecimal digits: #1D5BB8."""

    def parse(self, text: str, _reading: Reading) -> Value:
        """Read a colour, with its sign or without."""
        return read_colour(text)


@dataclass(frozen=True, slots=True)
class Image(Type):
    """A small picture, kept as text: a logo."""

    def parse(self, text: str, _reading: Reading) -> Value:
        """Read a picture as it is kept."""
        return picture.kept(text).text

    def show(self, value: Value, showing: Showing) -> str:
        """Say what the picture is, and how large its file."""
        if not value:
            return ""
        size = max(1, len(str(value)) * 3 // 4000)
        kind = "SVG" if "svg" in str(value)[:15] else str(value)[11:].partition(";")[0].upper()
        return f"{kind}, {size} {'ko' if showing.lang == 'fr' else 'kB'}"


@dataclass(frozen=True, slots=True)
class Day(Type):
    """A date, of which only the month or the year may be known."""

    def parse(self, text: str, _reading: Reading) -> Value:
        """Read a date in French or English, day before month."""
        return read_date(text)

    def show(self, value: Value, showing: Showing) -> str:
        """Show a date with the precision that it has."""
        return show_date(str(value), showing.lang) if value else ""


@dataclass(frozen=True, slots=True)
class Integer(Type):
    """A whole number: a count, a rank, a year."""

    def parse(self, text: str, _reading: Reading) -> Value:
        """Read a whole number."""
        if match := re.fullmatch(r"([+-]?\d{1,15})(?:[.,]0{1,2})?", re.sub(r"[ '’\u00a0\u202f]", "", text)):
            return int(match[1])
        raise Unreadable(
            Words(
                f"« {text} » n’est pas un nombre entier : écrivez-le en chiffres.",
                f"“{text}” is not a whole number: write it in digits.",
            )
        )


@dataclass(frozen=True, slots=True)
class Amount(Type):
    """An amount of money or another decimal number, kept exactly as decimal text, at most two decimals."""

    def parse(self, text: str, _reading: Reading) -> Value:
        """Read an amount with a decimal comma or point, spaces between thousands, and € or EUR beside it or not.

        “14k€” is refused with 14000 as the guess: an amount is never silently multiplied.
        """
        bare = re.sub(r"(?i)^€\s*|\s*(€|eur|euros?)$", "", text.strip())
        if _NUMBER.fullmatch(bare):
            return canonical_amount(bare)
        if match := _THOUSANDS.fullmatch(text.strip()):
            factor = 1_000 if match[2].lower() == "k" else 1_000_000
            guess = _decimal_text(Decimal(canonical_amount(match[1])) * factor)
            raise Unreadable(
                Words(
                    f"Le montant « {text} » n’est pas écrit en chiffres : écrivez {guess}, ou corrigez-le.",
                    f"The amount “{text}” is not written in digits: write {guess}, or correct it.",
                ),
                guess,
            )
        raise Unreadable(
            Words(
                f"« {text} » n’est pas un montant : écrivez un nombre, par exemple 14000 ou 14 000,50.",
                f"“{text}” is not an amount: write a number, for example 14000 or 14000.50.",
            )
        )

    def show(self, value: Value, showing: Showing) -> str:
        """Show an amount with its thousands apart: 14 000,50 in French, 14,000.50 in English."""
        if value is None:
            return ""
        number = Decimal(str(value))
        text = f"{number:,.2f}" if number % 1 else f"{number:,.0f}"
        return text.replace(",", "\u202f").replace(".", ",") if showing.lang == "fr" else text


def canonical_amount(text: str) -> str:
    """Return a number as people write it as canonical decimal text; the last comma or point is the decimal mark.

    A mark before exactly three digits, alone or repeated, separates thousands. Raises Unreadable where two readings remain.
    """
    bare = re.sub(r"[ '’\u00a0\u202f]", "", text)
    head, mark, tail = _split_decimals(bare)
    digits = re.sub(r"[.,]", "", head)
    try:
        number = Decimal(f"{digits}.{tail}" if mark else digits)
    except InvalidOperation:
        raise Unreadable(
            Words(f"« {text} » n’est pas un nombre : écrivez-le en chiffres.", f"“{text}” is not a number: use digits.")
        ) from None
    if abs(number) >= _TOO_LARGE:
        raise Unreadable(
            Words(
                f"Le montant « {text} » est trop grand : vérifiez-le, ou donnez-le dans une autre unité.",
                f"The amount “{text}” is too large: check it, or give it in another unit.",
            )
        )
    return _decimal_text(number)


def _split_decimals(bare: str) -> tuple[str, str, str]:
    marks = [char for char in bare if char in ".,"]
    if not marks:
        return bare, "", ""
    last = marks[-1]
    head, _, tail = bare.rpartition(last)
    if len(set(marks)) == 1 and (len(marks) > 1 or (len(tail) == 3 and head.lstrip("+-") not in ("", "0"))):
        return bare, "", ""  # 1.234.567 and 1,234: thousands
    return head, last, tail


def _decimal_text(number: Decimal) -> str:
    number = number.quantize(Decimal("0.01")) + 0  # which takes the sign off nothing
    return f"{number:.0f}" if number == number.to_integral_value() else f"{number:.2f}"


@dataclass(frozen=True, slots=True)
class Flag(Type):
    """Yes or no; nothing where nobody has said."""

    def read(self, raw: object, reading: Reading) -> Value:
        """Read a yes or a no."""
        return raw if isinstance(raw, bool) else Type.read(self, raw, reading)

    def parse(self, text: str, _reading: Reading) -> Value:
        """Read a yes or a no in French or English; both together as a workbook shows them."""
        folded = fold(text.split(" / ", maxsplit=1)[0])
        if folded in _TRUE or folded in _FALSE:
            return folded in _TRUE
        raise Unreadable(
            Words(
                f"« {text} » n’est ni oui ni non : écrivez oui ou non.",
                f"“{text}” is neither yes nor no: write yes or no.",
            )
        )

    def show(self, value: Value, showing: Showing) -> str:
        """Show yes or no."""
        return "" if value is None else (Words("oui", "yes") if value else Words("non", "no")).said(showing.lang)


@dataclass(frozen=True, slots=True)
class Choice(Type):
    """One option of a list of choices."""

    list: str

    def parse(self, text: str, _reading: Reading) -> Value:
        """Read an option by its code, its words in either language, both together, or an alias."""
        if code := find_choice(self.list, text):
            return code
        known = [option.words for option in offered(self.list)][:6]
        raise Unreadable(
            Words(
                f"« {text} » n’est pas dans la liste : choisissez par exemple {', '.join(words.fr for words in known)}.",
                f"“{text}” is not in the list: choose for example {', '.join(words.en for words in known)}.",
            )
        )

    def show(self, value: Value, showing: Showing) -> str:
        """Show the option's words; a code that the list no longer has shows as it is."""
        option = choices(self.list).get(str(value))
        return option.words.said(showing.lang) if option else Type.show(self, value, showing)


@dataclass(frozen=True, slots=True)
class Link(Type):
    """A link to a record of another entity."""

    entity: str

    def parse(self, text: str, reading: Reading) -> Value:
        """Read a link by reference or unique name; both languages may stand together: `Viêt Nam / Vietnam`."""
        if id_ := reading.resolve(self.entity, text):
            return id_
        halves = {reading.resolve(self.entity, half) for half in text.split(" / ")} if " / " in text else set()
        if len(halves) == 1 and (both := halves.pop()):
            return both
        raise Unreadable(
            Words(
                f"« {text} » n’a pas été trouvé, ou plusieurs portent ce nom : choisissez-le dans la liste ou donnez sa"
                " référence.",
                f"“{text}” was not found, or several have this name: choose it from the list or give its reference.",
            )
        )

    def show(self, value: Value, showing: Showing) -> str:
        """Show the linked record's name."""
        return showing.label(str(value)) if value else ""


@dataclass(frozen=True, slots=True)
class Several(Type):
    """A set of values of one type: aliases, countries, persons. Adding and removing are told apart when bases merge."""

    of: Type

    def read(self, raw: object, reading: Reading) -> Value:
        """Read a set from a tuple or from text separated by `;`, `|` or line breaks; countries and choices by `,` too."""
        parts = raw if isinstance(raw, tuple | list) else re.split(r"[;|\n]", as_text(raw))
        found = {str(value) for part in parts for value in self._members(part, reading) if value is not None}
        return tuple(sorted(found)) or None

    def _members(self, part: object, reading: Reading) -> list[Value]:
        try:
            return [self.of.read(part, reading)]
        except Unreadable:
            # Elsewhere a comma stands inside names: “NGUYEN, Lan” is one person.
            listed = isinstance(self.of, Choice) or (isinstance(self.of, Link) and self.of.entity == "country")
            if not listed or not isinstance(part, str) or "," not in part:
                raise
            return [self.of.read(piece, reading) for piece in part.split(",")]

    def show(self, value: Value, showing: Showing) -> str:
        """Show the set, separated by `; `, in the order of the words."""
        if not isinstance(value, tuple):
            return Type.show(self, value, showing)
        return "; ".join(sorted((self.of.show(part, showing) for part in value), key=fold))
