"""Columns that speak of what belongs to a record: who takes part in an instrument, its budget, who pays, a mission's legs.

They are named by dots: `party.mirror_unit`, `period.budget`, `funding.embassy.planned.2024`, `leg.1.city`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from desktop_app.domain import ENTITIES
from desktop_app.domain.choices import choices, until_learnt
from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.text import fold
from desktop_app.domain.types import Amount, Day, Text, as_text
from desktop_app.domain.values import Unreadable
from desktop_app.domain.words import Words
from desktop_app.excel.sheets import Value as Raw
from desktop_app.importers.cleaning import money
from desktop_app.importers.content import code_prefixes
from desktop_app.importers.headings import Meaning, alternatives
from desktop_app.importers.names import is_person, placed
from desktop_app.importers.shapes import shape
from desktop_app.store.wordlists import word_set

PARTS: Mapping[str, tuple[str, ...]] = {
    "instrument": ("party", "period", "funding"), "event": ("funding",), "mission": ("leg",),
}  # fmt: skip
PEOPLE = frozenset(
    ("director_french", "director_foreign", "deputy_director", "coordinator", "pi_french", "pi_foreign", "steering_member",
     "signatory", "student", "contact")
)  # fmt: skip
MOST_LEGS = 6
_LEG_FIELDS = ("place", "dates", "city", "country", "starts_on", "ends_on")
# The role of a person where that of an institution was expected, and the other way round.
AS_PERSON = {
    "lead_french": "pi_french",
    "lead_foreign": "pi_foreign",
    "partner": "pi_foreign",
    "associate": "pi_foreign",
}
AS_INSTITUTION = {"pi_french": "lead_french", "pi_foreign": "lead_foreign", "coordinator": "lead_french"}

_MET = Words("rôle connu", "known role")
_BY_HEADING = Words("reconnu à son intitulé", "recognised by its heading")
_SIGNED = Words("la signature de la période", "the signature of the period")
_LEG = Words("une étape de la mission", "a leg of the mission")


# Names ----------------------------------------------------------------------------------------------------------------


@until_learnt
def part_field(entity: Entity, code: str) -> Field | None:
    """Return a column of a part as a field, for its words and its type; None for another name."""
    kind, _, rest = code.partition(".")
    if kind not in PARTS.get(entity.name, ()):
        return None
    made = {"party": _party_field, "period": _period_field, "funding": _funding_field, "leg": _leg_field}[kind](rest)
    return Field(code, made[0], made[1].fr, made[1].en) if made else None


def _party_field(role: str) -> tuple[Text, Words] | None:
    option = choices("party_roles").get(role)
    return (Text(), _beside(Words("Participant", "Participant"), option.words)) if option else None


def _period_field(name: str) -> tuple[Amount | Day, Words] | None:
    held = ENTITIES["period"].fields.get(name)
    if held is None or not isinstance(held.type, Amount | Day):
        return None
    return held.type, _beside(ENTITIES["period"].one, held.words)


def _funding_field(rest: str) -> tuple[Amount, Words] | None:
    source, _, after = rest.partition(".")
    name, _, year = after.partition(".")
    option = choices("funding_sources").get(source)
    if option is None or name not in ("planned", "spent") or not re.fullmatch(r"(?:(?:19|20)\d{2})?", year):
        return None
    held = ENTITIES["funding"].fields[name]
    words = Words(f"{option.words.fr}, {held.fr.lower()}", f"{option.words.en}, {held.en.lower()}")
    shown = Words(f"{words.fr} {year}", f"{words.en} {year}") if year else words
    return Amount(), _beside(ENTITIES["funding"].one, shown)


def _leg_field(rest: str) -> tuple[Text, Words] | None:
    number, _, name = rest.partition(".")
    if not re.fullmatch(r"[1-9]", number) or name not in _LEG_FIELDS:
        return None
    both = {"place": Words("Ville et pays", "City and country"), "dates": Words("Dates", "Dates")}
    words = both.get(name) or ENTITIES["leg"].fields[name].words
    return Text(), _beside(Words(f"Étape {number}", f"Leg {number}"), words)


def _beside(one: Words, other: Words) -> Words:
    fr, en = one.fr[:1].upper() + one.fr[1:], one.en[:1].upper() + one.en[1:]
    # “Financement : ANR” stays in capitals, and so do names of nations in English.
    after = other.fr if other.fr[1:2].isupper() else f"{other.fr[:1].lower()}{other.fr[1:]}"
    return Words(f"{fr}\u00a0: {after}", f"{en}: {other.en}")


@until_learnt
def offered(entity: Entity) -> tuple[Field, ...]:
    """Return the columns of parts that a person may choose for an entity."""
    codes: list[str] = []
    if entity.name == "instrument":
        codes += [f"party.{role}" for role in choices("party_roles")]
        codes += ["period.budget", "period.signed_on"]
    if entity.name in ("instrument", "event"):
        codes += [f"funding.{source}.{name}" for source in choices("funding_sources") for name in ("planned", "spent")]
    if entity.name == "mission":
        codes += [f"leg.{number}.{name}" for number in range(1, MOST_LEGS + 1) for name in _LEG_FIELDS]
    return tuple(held for code in codes if (held := part_field(entity, code)))


def is_part(entity: Entity, code: str) -> bool:
    """Tell whether a name is that of a column of a part."""
    return "." in code and code.partition(".")[0] in PARTS.get(entity.name, ())


# Headings -------------------------------------------------------------------------------------------------------------


def part_meanings(entity: Entity, heading: str, values: Sequence[Raw]) -> Iterator[Meaning]:
    """Yield what a column may say of the parts of a record."""
    kinds = PARTS.get(entity.name, ())
    if "leg" in kinds and (leg := _leg(heading)):
        yield Meaning(leg, 0.97, _LEG)
    if not values:
        return
    if "funding" in kinds and (amount := _amount(heading, values, with_period="period" in kinds)):
        yield Meaning(amount, 0.88, _BY_HEADING)
    elif "period" in kinds and re.search(r"\b(?:signe\w*|signature|signed)\b", fold(heading)) and _are(values, "date"):
        yield Meaning("period.signed_on", 0.88, _SIGNED)
    elif "party" in kinds and (found := _party(heading, values)):
        yield found


_INSTITUTION = re.compile(
    r"partenaires?|partners?|institutions?|etablissements?|universites?|university|universities|laboratoires?|labos?|labs?|"
    r"laboratory|laboratories|unites?|units?|equipes?|teams?|organismes?|tutelles?"
)
_PERSON = re.compile(
    r"responsables?|coordinat\w+|coordonnat\w+|porteurs?|porteuses?|pis?|directeurs?|directrices?|directors?|leaders?|chefs?|"
    r"homologues?|correspondants?"
)
_FRENCH = re.compile(r"francais\w*|french|fr|france|cnrs")
_FOREIGN = re.compile(r"etrang\w+|foreign|local\w*|partenaires?|partner|international\w*")
_BLANK = word_set("little_in_headings") | {
    "scientifique", "scientifiques", "scientific", "principal", "principaux", "main", "nom", "name", "projet", "project",
    "autre", "autres", "other", "others",
}  # fmt: skip
# What these words name is something of a partner or a person, and not the partner.
_OF_THEM = re.compile(
    r"villes?|city|cities|pays|countr\w+|adresses?|address\w*|mails?|mel|courriels?|e mails?|emails?|tel\w*|phones?|sites?|web|"
    r"url|nb|nbre|nombre|number|no|dates?|annees?|years?|budgets?|montants?|cout\w*|types?|statuts?|status|etat|fonctions?|"
    r"position|notes?|comment\w*|remarq\w*|observ\w*|sigles?|acronym\w*|ror|id|codes?|prenoms?|first|given|rang|classement|"
    r"expert\w*|avis|personnes?|contacts?|genre|sexe|nationalit\w+|disciplines?|domaines?|themes?|statute|accord\w*"
)


def _party(heading: str, values: Sequence[Raw]) -> Meaning | None:
    if not _are(values, "text", "unit", "code2", "code3"):
        return None
    exact = next((role for text in alternatives(heading) if (role := _roles().get(fold(text)))), None)
    role = exact or _role_by_words(fold(heading).split())
    if role is None:
        return None
    if role == "partner" and any(_FRENCH.fullmatch(word) for word in fold(heading).split()):
        role = "lead_french"
    people = sum(_names_person(as_text(raw)) for raw in values) / len(values)
    if role in AS_PERSON and people >= 0.6:
        role = AS_PERSON[role]
    elif role in AS_INSTITUTION and people < 0.4:
        role = AS_INSTITUTION[role]
    return Meaning(f"party.{role}", 0.92 if exact else 0.86, _MET if exact else _BY_HEADING)


_ROLE_WORDS: Mapping[str, tuple[str, ...]] = {
    "supervisor": ("tutelle", "cotutelle"), "mirror_unit": ("miroir", "mirror"), "host": ("heberg", "hote", "host", "accueil"),
    "associate": ("associ",), "funder": ("financ", "fund", "bailleur"), "member": ("membre", "member"),
}  # fmt: skip


def _role_by_words(words: Sequence[str]) -> str | None:
    if any(_OF_THEM.fullmatch(word) for word in words):
        return None
    person = next((word for word in words if _PERSON.fullmatch(word)), "")
    institution = any(_INSTITUTION.fullmatch(word) for word in words)
    if not person and not institution:
        return None
    french = any(_FRENCH.fullmatch(word) for word in words)
    left = [word for word in words if not (_PERSON.fullmatch(word) or _FRENCH.fullmatch(word) or word in _BLANK)]
    if person:
        director = person.startswith("direct")
        if french:
            return "director_french" if director else "pi_french"
        # Whoever is neither ours nor nobody's in particular is of the other country: “Responsable indonésien”.
        if left and len(left) <= 2:
            return "director_foreign" if director else "pi_foreign"
        return ("director_french" if director else "coordinator") if not left else None
    left = [word for word in left if not (_INSTITUTION.fullmatch(word) or _FOREIGN.fullmatch(word))]
    for role, starts in _ROLE_WORDS.items():
        if any(word.startswith(starts) for word in words):
            return role
    if french:
        return "lead_french"
    return "partner" if len(left) <= 1 else None


@until_learnt
def _roles() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for code, option in choices("party_roles").items():
        for text in (*option.words, *option.aliases):
            found.setdefault(fold(text), code)
    return found


def _names_person(text: str) -> bool:
    """Tell whether a text names a person first of all, alone or with an institution."""
    first = re.split(r"[;\n/&]| et | and ", text)[0].strip()
    return is_person(first) or placed(first) is not None


_MONEY_WORDS = re.compile(
    r"\b(?:budgets?|montants?|dotations?|financements?|cofinancements?|subventions?|credits?|cout|couts|contributions?|"
    r"participation|funding|amounts?|grants?|cost|costs|enveloppes?|depenses?|depense|consomme|realise|spent|expenses)\b"
)
_SPENT = re.compile(r"\b(?:depens\w+|consomm\w+|realis\w+|execut\w+|spent|expens\w+)\b")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")


def _amount(heading: str, values: Sequence[Raw], *, with_period: bool) -> str | None:
    """Return the column of an amount: who pays and in which year, else the yearly budget of the period."""
    folded = fold(heading)
    if not _MONEY_WORDS.search(folded) or sum(_is_amount(raw) for raw in values) < 0.5 * len(values):
        return None
    source, year = _source(folded), _YEAR.search(heading)
    name = "spent" if _SPENT.search(folded) else "planned"
    if source or year or name == "spent":
        return f"funding.{source or 'instrument_budget'}.{name}{f'.{year[1]}' if year else ''}"
    return "period.budget" if with_period else None


def _is_amount(raw: Raw) -> bool:
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return True
    try:
        return (
            isinstance(raw, str)
            and re.search(r"\d", money(raw)[0]) is not None
            and shape(raw) != "date"
            and len(raw) < 30
        )
    except Unreadable:
        return False


def _source(folded: str) -> str | None:
    """Return who pays, by the longest of the words that stand in a heading."""
    best, length = None, 0
    for text, code in _sources().items():
        if len(text) > length and re.search(rf"\b{re.escape(text)}\b", folded):
            best, length = code, len(text)
    return best


@until_learnt
def _sources() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for code, option in choices("funding_sources").items():
        if code in ("other", "personal", "instrument_budget"):
            continue
        for text in (*option.words, *option.aliases):
            found.setdefault(fold(text), code)
    return found


_LEG_HEADING = re.compile(
    r"\b(?:etape|leg|stop|escale|destination|ville|city|lieu|pays|country|step)\s*(?:n\w*\s*)?([1-9])\b"
)


_LEG_WORDS: Mapping[str, frozenset[str]] = {
    "starts_on": frozenset({"arrivee", "du", "debut", "from", "start", "arrival"}),
    "ends_on": frozenset({"depart", "au", "fin", "to", "end", "departure"}),
    "dates": frozenset({"date", "dates", "periode", "jours", "days", "quand", "when"}),
    "country": frozenset({"pays", "country"}),
    "city": frozenset({"ville", "city"}),
}


def _leg(heading: str) -> str | None:
    folded = fold(heading)
    match = _LEG_HEADING.search(folded)
    if match is None:
        return None
    number, words = match[1], set(folded.split())
    for name, said in _LEG_WORDS.items():
        if words & said:
            return f"leg.{number}.{name}"
    return f"leg.{number}.place"


def _are(values: Sequence[Raw], *shapes: str) -> bool:
    if "unit" in shapes and code_prefixes(values):
        return True
    return sum(shape(raw) in shapes for raw in values) >= 0.6 * len(values)
