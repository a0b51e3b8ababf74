"""The cells of foreign columns as values: cleaned, cut where they hold several things, and what a person must see of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from desktop_app.domain.doubt import TOWNS, UNSURE, never_asks, without_doubt
from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.text import fold
from desktop_app.domain.types import Amount, Choice, Code, Day, Link, Several, Text, as_text
from desktop_app.domain.values import Reading, Showing, Unreadable, Value
from desktop_app.domain.words import Words
from desktop_app.excel.cells import from_cell
from desktop_app.excel.lossy import day_first
from desktop_app.excel.sheets import CellError, NoValue
from desktop_app.excel.sheets import Value as Raw
from desktop_app.importers import cleaning
from desktop_app.importers.columns import Chosen, field_of
from desktop_app.importers.content import known_parts
from desktop_app.importers.links import Links
from desktop_app.importers.names import Unsure
from desktop_app.importers.splits import CODED_AS, RANGED, in_entity
from desktop_app.importers.stops import said_by, stops

_LISTED = re.compile(r"[;|\n]|\s/\s")
_TOWNS_LISTED = re.compile(r"[;|\n,+]|\s/\s|\s(?:et|and|puis|&)\s|\s[-–—]\s")


@dataclass(slots=True)
class CellRead:
    """What a cell says: values by field, those that could not be read, and those that a person should see.

    `places`: the column by field, where the cell says nothing but fields of the record that only its column holds; `only`:
    that field and its value, where it is one.
    """

    values: dict[str, Value] = field(default_factory=dict)
    asked: list[tuple[str, Unreadable]] = field(default_factory=list)
    seen: list[tuple[str, Words]] = field(default_factory=list)
    places: dict[str, int] | None = None
    only: tuple[str, Value] | None = None


NOTHING = CellRead()
# What people write in a cell to say that they have nothing to write.
_EMPTY = frozenset(
    ("-", "--", "---", "–", "—", "/", ".", "?", "??", "???", "…", "...", "n/a", "n.a.", "n.a", "#n/a", "n/c", "n.c.", "n.c",
     "s/o", "s.o.", "néant", "neant", "sans objet", "non renseigné", "non renseignée", "non communiqué", "inconnu", "inconnue",
     "à préciser", "à compléter", "a préciser", "unknown", "not known", "not applicable", "null", "tbd", "tbc",
     "http://", "https://", "http://www.", "https://www.", "www.")
)  # fmt: skip
_LONGEST_EMPTY = max(map(len, _EMPTY))
_CUT_IN_DOUBT = ("range", "placed")  # what a question mark is beside, and no part of
_REMEMBERED = 20_000  # different cells of a column; where more differ, few come again


def says_nothing(raw: Raw) -> bool:
    """Tell whether a cell is empty, or holds a sign for nothing."""
    if not isinstance(raw, str):
        return raw is None
    text = raw.strip()
    return not text or (len(text) <= _LONGEST_EMPTY and text.casefold() in _EMPTY)


class ColumnReader:
    """Reads the cells of one column, each text once."""

    def __init__(
        self,
        entity: Entity,
        at: int,
        chosen: Chosen,
        heading: str,
        reading: Reading,
        links: Links,
        *,
        american: bool,
        decimals: frozenset[str] = frozenset(),
    ) -> None:
        self.at, self.fields, self.heading = at, chosen.fields, heading
        self._entity, self._chosen, self._reading, self._links = entity, chosen, reading, links
        self._american, self._decimals = american, decimals
        self.known: dict[object, CellRead] = {}  # what was read, by text or by class and value
        self._one = self._whole()
        self._held = field_of(entity, self._one)
        self._own = frozenset(name for name in self.fields if "." not in name)
        # Most cells of a sheet are texts that say themselves, each another one.
        self._unit = cleaning.unit_of(heading) if self._held and isinstance(self._held.type, Amount) else None
        self._inverse = self._one == "euros_per_unit" and cleaning.is_per_euro(heading)
        cut = chosen.split is not None and chosen.split.name not in _CUT_IN_DOUBT
        self._may_doubt = self._held is not None and never_asks(self._held) and not cut
        self._says_itself = (
            not self._inverse and chosen.split is None and self._one in self._own and _is_plain(self._one, self._held)
        )

    def read(self, raw: Raw) -> CellRead | None:
        """Return what a cell says; None where it is empty."""
        if raw is None:
            return None
        key = raw if raw.__class__ is str else (raw.__class__, raw)  # 1 and True are no one value
        known = self.known.get(key)
        if known is None:
            known = self._read(day_first(raw) if self._american else raw)
            if len(self.known) < _REMEMBERED:
                self.known[key] = known
        return None if known is NOTHING else known

    def _read(self, raw: Raw) -> CellRead:
        if isinstance(raw, str) and not raw.strip():
            return NOTHING
        if isinstance(raw, str) and self._may_doubt and (bare := without_doubt(raw)) and (read := self._doubted(bare)):
            return read
        says_nothing = self._may_say_nothing(raw)
        if says_nothing and (self._held is None or not isinstance(self._held.type, Choice | Several)):
            return NOTHING
        if self._says_itself and isinstance(raw, str):
            assert self._held is not None  # noqa: S101  # told to the type checker
            text = self._held.type.read(raw, self._reading)
            return CellRead({self._one: text}, only=(self._one, text)) if text is not None else NOTHING
        read = self._parts(raw)
        if says_nothing and read.asked:
            return NOTHING
        if not (read.asked or read.seen) and read.values.keys() <= self._own:
            if len(read.values) == 1:
                read.only = next(iter(read.values.items()))
            read.places = dict.fromkeys(read.values, self.at)
        return read

    def _doubted(self, bare: str) -> CellRead | None:
        """Return what a cell with a question mark may mean, all of it to be asked; None where it means nothing without it."""
        held = self._held
        assert held is not None  # noqa: S101  # only then is a doubt looked for
        linked = held.type.of if isinstance(held.type, Several) else held.type
        if isinstance(linked, Link):  # records that are here, and not one that is called with a question mark
            names = [part.strip() for part in _LISTED.split(bare)] if isinstance(held.type, Several) else [bare]
            found = [self._links.resolve(linked.entity, name) for name in names]
            if any(id_ is None or self._links.asks(linked.entity, id_) for id_ in found):
                return None
        read = self._read(bare)
        if read.asked or not read.values:
            return None
        return CellRead(asked=[(name, Unreadable(UNSURE, value)) for name, value in read.values.items()])

    def _may_say_nothing(self, raw: Raw) -> bool:
        """Whether a cell holds a sign for nothing; notes keep whatever was written, and lists may have such an option."""
        if not isinstance(raw, str) or len(raw) > _LONGEST_EMPTY or raw.strip().casefold() not in _EMPTY:
            return False
        return self._held is None or not (isinstance(self._held.type, Text) and self._held.type.lines)

    def _parts(self, raw: Raw) -> CellRead:
        read = CellRead()
        cut = self._chosen.split is not None and not isinstance(raw, CellError | NoValue)
        if not (cut and self._cut(as_text(raw), read)):
            self._single(raw, read)
        return read

    def _whole(self) -> str:
        """Return the field of a cell that is not cut: the one that its column is first of all."""
        for name in ("title", "name", "city", "cities", "acronym", "code"):
            if self._chosen.split and name in self.fields and self._chosen.split.name != "person":
                return name
        return "family_name" if "family_name" in self.fields else self.fields[0]

    def _cut(self, text: str, read: CellRead) -> bool:
        """Read a cell that holds several fields; False where it holds one."""
        split = self._chosen.split
        assert split is not None  # noqa: S101  # told to the type checker
        if split.name == "placed" and "cities" in self._entity.fields and len(found := stops(text, self._reading)) > 1:
            read.values |= {name: value for name, value in said_by(found).items() if name in self._entity.fields}
            return True
        try:
            parts = split.read(text, self._reading, self.heading)
        except Unsure as unsure:
            parts = unsure.parts
            read.seen.append((self.fields[0], unsure.words))
        except Unreadable as error:
            read.asked.append((self.fields[0], error))
            return True
        if not parts:
            return False
        for name, value in in_entity(parts, self._entity).items():
            if name in self.fields or name not in ("code", "type"):
                read.values[name] = _clean_text(name, value)
        return True

    def _single(self, raw: Raw, read: CellRead) -> None:
        name, held = self._one, self._held
        assert held is not None  # noqa: S101  # columns are only given fields that exist
        try:
            for one, value in self._values(name, held, raw, read).items():
                if value is not None:
                    read.values[one] = value
        except OverflowError:
            read.asked.append((name, Unreadable(_INFINITE)))
        except Unreadable as error:
            if (meant := self._links.meant(self._entity.name, name, as_text(raw))) is not None:
                read.values[name] = meant
            else:
                read.asked.append((name, error))

    def _values(self, name: str, held: Field, raw: Raw, read: CellRead) -> Mapping[str, Value]:
        if isinstance(raw, CellError | NoValue):
            return {name: from_cell(held.type, raw, self._reading)}
        match held.type:
            case Link() as link:
                return {name: self._link(link.entity, as_text(raw))}
            case Several(of=Text()) if name in TOWNS:
                return {
                    one: value
                    for one, value in said_by(stops(as_text(raw), self._reading)).items()
                    if one in self._entity.fields
                }
            case Several():
                return {name: self._several(name, held, raw, read)}
            case Choice() as choice if isinstance(raw, str):
                return {name: self._option(name, choice, raw, read)}
            case Amount() if self._unit or isinstance(raw, str):
                return self._amount(name, held, self._unit.whole(raw) if self._unit else raw)
            case Day() if isinstance(raw, str):
                return self._day(name, held, raw)
            case _:
                return self._text(name, held, raw)

    def _several(self, name: str, held: Field, raw: Raw, read: CellRead) -> Value:
        match held.type:
            case Several(of=Link() as link):
                return self._linked(name, link.entity, as_text(raw), read)
            case Several(of=Choice() as choice):
                return self._options(name, held, choice, raw, read)
            case _:
                return from_cell(held.type, raw, self._reading)

    # One kind of field each ---------------------------------------------------------------------------------------

    def _link(self, entity: str, text: str) -> Value:
        others = alternatives_of(entity, text)
        if not self._links.is_new(entity, text):
            # Who is here under another writing, “Dr.” before the name, is no new record.
            for part in (text, *others):
                if found := self._links.resolve(entity, part):
                    return found
        if found := self._reading.resolve(entity, text):
            return found
        for part in others:
            if found := self._reading.resolve(entity, part):
                return found
        raise self._links.explain(entity, text)

    def _linked(self, name: str, entity: str, text: str, read: CellRead) -> Value:
        if found := self._links.resolve(entity, text):  # none is made for a list as a whole
            return (found,)
        parts = [part.strip() for part in _LISTED.split(text) if part.strip()]
        if entity == "country" and len(parts) == 1:
            parts = [part.strip() for part in _TOWNS_LISTED.split(text) if part.strip()]
        ids: list[str] = []
        wrong: list[Unreadable] = []
        for part in parts:
            try:
                ids.append(str(self._link(entity, part)))
            except Unreadable as error:
                wrong.append(error)
        whole = tuple(sorted(set(ids)))
        if wrong:
            words = Words(" ".join(one.words.fr for one in wrong), " ".join(one.words.en for one in wrong))
            guess = tuple(sorted({*whole, *(str(one.guess) for one in wrong if one.guess)}))
            read.asked.append((name, Unreadable(words, guess or None)))
            return None
        return whole or None

    def _options(self, name: str, held: Field, choice: Choice, raw: Raw, read: CellRead) -> Value:
        try:
            return from_cell(held.type, raw, self._reading)
        except Unreadable as error:
            if not (known := known_parts(choice, raw)):
                raise
            read.seen.append((name, error.words))
            return tuple(sorted(known))

    def _option(self, name: str, choice: Choice, raw: str, read: CellRead) -> Value:
        try:
            return from_cell(choice, raw, self._reading)
        except Unreadable:
            if not (known := known_parts(choice, raw)):
                raise
            shown = (choice.show(known[0], Showing(lang)) for lang in ("fr", "en"))
            said = (words.format(raw=raw, taken=taken) for words, taken in zip(_SEVERAL, shown, strict=True))
            read.seen.append((name, Words(*said)))
            return known[0]

    def _amount(self, name: str, held: Field, raw: Raw) -> Mapping[str, Value]:
        text, code = cleaning.money(raw) if isinstance(raw, str) else (raw, None)
        if isinstance(text, str):
            cleaning.check_thousands(text, self._decimals)
        value = from_cell(held.type, text, self._reading)
        unclear = cleaning.ambiguous_currency(as_text(raw)) or (
            code is None and self._unit is not None and self._unit.unclear
        )
        code = code or (self._unit.currency if self._unit else None)
        if "currency" not in self._entity.fields:
            if unclear or code not in (None, "EUR"):
                raise Unreadable(_NOT_IN_EUROS.filled(raw=as_text(raw)))
            return {name: value}
        if unclear:
            raise Unreadable(_WHICH_CURRENCY.filled(raw=as_text(raw)), value)
        return {name: value, "currency": code} if code else {name: value}

    def _day(self, name: str, held: Field, raw: str) -> Mapping[str, Value]:
        try:
            return {name: from_cell(held.type, raw, self._reading)}
        except Unreadable:
            parts = RANGED.read(as_text(raw), self._reading, self.heading)
            if not parts or "ends_on" not in self._entity.fields or name != "starts_on":
                raise
            return parts

    def _text(self, name: str, held: Field, raw: Raw) -> Mapping[str, Value]:
        last = name.rpartition(".")[2]
        if last == "acronym" and _LISTED.search(text := as_text(raw)):
            first, *others = [part.strip() for part in re.split(r"[;|\n/]", text) if part.strip()]
            more: dict[str, Value] = (
                {"aliases": tuple(sorted(others))} if "aliases" in self._entity.fields and others else {}
            )
            return {name: first, **more}
        if last == "code" and self._entity.name == "unit" and (read := self._unit_code(name, as_text(raw))):
            return read
        value = from_cell(held.type, raw, self._reading)
        if self._inverse:
            return {name: cleaning.inverted(str(value))}
        return {name: _clean_text(last, value)}

    def _unit_code(self, name: str, text: str) -> Mapping[str, Value] | None:
        """Return the code and the acronym of a unit written together; None for a code alone. A number alone is asked about."""
        if re.fullmatch(r"\d{2,5}", text):
            known = [code for kind in _UNIT_KINDS if self._links.resolve("unit", code := f"{kind} {text}")]
            raise Unreadable(_NO_UNIT_KIND.filled(text=text), known[0] if len(known) == 1 else None)
        parts = CODED_AS.read(text, self._reading, self.heading)
        if not parts:
            return None
        rest = str(parts["acronym"])
        return {name: parts["code"], "acronym" if len(rest.split()) == 1 else "name": rest}


_UNIT_KINDS = ("UMR", "UAR", "UPR", "IRL", "USR", "UMS", "ERL", "EMR", "UMI")
_NO_UNIT_KIND = Words(
    "« {text} » ne dit pas de quelle sorte d’unité il s’agit : écrivez le code entier, par exemple UMR {text}.",
    "“{text}” does not say what kind of unit it is: write the whole code, for example UMR {text}.",
)
_NOT_IN_EUROS = Words(
    "« {raw} » n’est pas en euros : donnez le montant en euros, ou laissez la case vide.",
    "“{raw}” is not in euros: give the amount in euros, or leave the cell empty.",
)
_WHICH_CURRENCY = Words(
    "« {raw} » : quel dollar ou quel yen est-ce ? Donnez le code de la monnaie (USD, CAD…).",
    "“{raw}”: which dollar or yen is it? Give the code of the currency (USD, CAD…).",
)
_INFINITE = Words(
    "La case contient un nombre sans fin : écrivez la valeur elle-même.",
    "The cell holds an endless number: write the value itself.",
)
_SEVERAL = Words(
    "« {raw} » nomme plusieurs choix : {taken} a été retenu.", "“{raw}” names several choices: {taken} was taken."
)


def _is_plain(name: str, held: Field | None) -> bool:
    """Return whether a field takes any text as it stands, or in capitals."""
    return held is not None and isinstance(held.type, Text | Code) and name not in (*TOWNS, "acronym", "code", "phone")


def _clean_text(name: str, value: Value) -> Value:
    if name in TOWNS:
        return tuple(cleaning.town(one) for one in value) if isinstance(value, tuple) else cleaning.town(str(value))
    if name == "phone" and isinstance(value, str):
        return cleaning.phone(value)
    return value


@cache
def alternatives_of(entity: str, text: str) -> tuple[str, ...]:
    """Return what a cell may call a record beside its whole text: “UMR7606 / LIP6” by its code, “ITB (Bandung)” without."""
    found = []
    if entity in ("unit", "instrument") and (match := re.match(r"\s*([A-Z]{2,7})[ _\-]?([A-Z]?\d{2,5})\b", text)):
        found.append(f"{match[1]} {match[2]}")
    parts = [part.strip() for part in re.split(r"\s/\s|/|\s[-–—]\s|[()\n]", text) if part.strip()]
    found += parts if 1 < len(parts) <= 3 else []
    if entity == "instrument_type":
        found += re.findall(r"[A-Z]{3,8}", text)[:2]
    if entity == "person":
        bare = re.sub(r"(?i)^(?:(?:m|mr|mrs|ms|mme|mlle|dr|pr|prof)\b\.?\s*)+", "", text)
        found += [bare, bare.replace(",", " ")] if fold(bare) != fold(text) or "," in bare else []
    return tuple(dict.fromkeys(one for one in found if one != text))
