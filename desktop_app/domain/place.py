"""Countries, offices and the zones that offices cover, by date."""

import re

from desktop_app.domain.colour import LEGIBLE, WHITE, contrast, legible
from desktop_app.domain.entity import Entity, Field, Problem, Section, rule
from desktop_app.domain.ids import derived_id
from desktop_app.domain.types import (
    Amount,
    Choice,
    Code,
    Colour,
    Day,
    Email,
    Flag,
    Image,
    Integer,
    Link,
    Several,
    Text,
    Web,
)
from desktop_app.domain.words import Words

_TOWN = re.compile(r" (?:à|au|in) ([^(]+)")

COUNTRY = Entity(
    "country", "CO", "Pays", "Countries", Words("pays", "country"), (
        Section("Pays", "Country", (
            Field("code", Code(), "Code", "Code", ("ISO", "ISO2", "Code pays"), required=True, key=True, listed=True),
            Field("name_fr", Text(), "Nom français", "French name", required=True, listed=True),
            Field("name_en", Text(), "Nom anglais", "English name", required=True, listed=True),
            Field("aliases", Several(Text()), "Autres noms", "Other names"),
            Field("region", Choice("regions"), "Région", "Region", listed=True),
            Field("currency", Choice("currencies"), "Monnaie", "Currency", listed=True),
        )),
    ),
    title=(("name_fr",), ("name_en",)), coded=True,
)  # fmt: skip

FIGURE = Entity(
    "figure", "FI", "Chiffres", "Figures", Words("chiffre", "figure"), (
        Section("Chiffre", "Figure", (
            Field("country", Link("country"), "Pays", "Country", required=True, listed=True),
            Field("year", Integer(), "Année", "Year", required=True, listed=True),
            Field("indicator", Choice("indicators"), "Indicateur", "Indicator", required=True, listed=True),
            Field("value", Amount(), "Valeur", "Value", listed=True),
            Field("source", Text(), "Source", "Source", listed=True),
        )),
    ),
    title=(("indicator", "year"),), owner="country", identity=("country", "year", "indicator"), places=("country",),
)  # fmt: skip

OFFICE = Entity(
    "office", "OF", "Bureaux", "Offices", Words("bureau", "office"), (
        Section("Bureau", "Office", (
            Field("code", Code(), "Code", "Code", required=True, key=True, listed=True),
            Field("name_fr", Text(), "Nom français", "French name", required=True, listed=True),
            Field("name_en", Text(), "Nom anglais", "English name", required=True, listed=True),
            Field("city", Text(), "Ville", "City", listed=True),
            Field("country", Link("country"), "Pays", "Country", listed=True),
            Field("opened_on", Day(), "Ouvert le", "Opened on", listed=True),
            Field("closed_on", Day(), "Fermé le", "Closed on"),
            Field("active", Flag(), "Actif", "Active", listed=True),
            Field("notes", Text(lines=True), "Notes", "Notes"),
        )),
        Section("Papier à en-tête", "Letterhead", (
            Field("address", Text(lines=True), "Adresse", "Address"),
            Field("phone", Text(), "Téléphone", "Telephone"),
            Field("email", Email(), "Courriel", "E-mail"),
            Field("website", Web(), "Site web", "Website"),
            Field("logo", Image(), "Logo", "Logo"),
            Field("colour", Colour(), "Couleur des traits et graphiques", "Colour of lines and charts"),
            Field("tint", Colour(), "Couleur des fonds", "Colour of backgrounds"),
            Field("introduction_fr", Text(lines=True), "Mot d’introduction en français", "Introduction in French"),
            Field("introduction_en", Text(lines=True), "Mot d’introduction en anglais", "Introduction in English"),
        )),
    ),
    title=(("name_fr",), ("code",)), subtitle=("city", "country"), coded=True, places=("country",),
)  # fmt: skip

MUTED = "#566172"  # of small letters in every report


def town_in(name: str) -> str:
    """Return the town that the name of an office says in its language: the Singapour of “Bureau du CNRS à Singapour”."""
    named = _TOWN.search(name)
    return named[1].strip() if named else ""


@rule(OFFICE)
def colour_is_read_on_paper(colour: str | None) -> Problem | None:
    """What is drawn in a light colour is hardly seen on paper."""
    if colour and contrast(colour, WHITE) < LEGIBLE:
        darker = legible(colour)
        return Problem(
            Words(
                f"Trop claire pour se voir sur du papier : les rapports prennent {darker}, la même en plus foncé.",
                f"Too light to be seen on paper: reports take {darker}, the same but darker.",
            ),
            ("colour",),
        )
    return None


@rule(OFFICE)
def tint_leaves_text_legible(tint: str | None) -> Problem | None:
    """Text stands on the colour of backgrounds."""
    if tint and contrast(tint, MUTED) < LEGIBLE:
        return Problem(
            Words(
                "Trop foncée pour qu’un texte se lise dessus : les rapports prennent le gris habituel.",
                "Too dark for a text to be read on it: reports take the usual grey.",
            ),
            ("tint",),
        )
    return None


ZONE = Entity(
    "zone", "ZO", "Zones", "Zones", Words("zone", "zone"), (
        Section("Zone", "Zone", (
            Field("office", Link("office"), "Bureau", "Office", required=True, listed=True),
            Field("country", Link("country"), "Pays", "Country", required=True, listed=True),
            Field("since_on", Day(), "Depuis", "Since", listed=True),
            Field("until_on", Day(), "Jusqu’au", "Until", listed=True),
            Field("source", Text(), "Source", "Source"),
        )),
    ),
    title=(("office", "country"),), owner="office", identity=("office", "country", "since_on"), places=("country",),
)  # fmt: skip

PROGRAMME = Entity(
    "programme", "PG", "Programmes bilatéraux", "Bilateral programmes", Words("programme bilatéral", "bilateral programme"), (
        Section("Programme", "Programme", (
            Field("name", Text(), "Nom", "Name", required=True, key=True, listed=True),
            Field("country", Several(Link("country")), "Pays", "Countries", listed=True),
            Field("fiscal_month", Integer(), "Premier mois de l’exercice (1 à 12)", "First month of the fiscal year (1 to 12)",
                  listed=True),
            Field("source", Text(), "Source", "Source"),
        )),
    ),
    title=(("name",),), subtitle=("country",), identity=("name",), places=("country",),
)  # fmt: skip

PER_DIEM = Entity(
    "per_diem", "PD", "Indemnités journalières", "Per diem", Words("indemnité journalière", "per diem"), (
        Section("Indemnité", "Per diem", (
            Field("code", Code(), "Code DGFiP", "DGFiP code", required=True, listed=True),
            Field("country", Link("country"), "Pays", "Country", listed=True),
            Field("city", Text(), "Ville ou saison", "City or season", listed=True),
            Field("amount", Amount(), "Montant", "Amount", required=True, listed=True),
            Field("currency", Choice("currencies"), "Monnaie", "Currency", required=True, listed=True),
            Field("valid_on", Day(), "Date d’effet", "Valid from", required=True, listed=True),
            Field("official", Flag(), "Officiel", "Official"),
            Field("source", Text(), "Source", "Source"),
        ), groups=(("amount", "currency"),)),
    ),
    title=(("code", "valid_on"),), identity=("code", "valid_on"), places=("country",),
)  # fmt: skip

RATE = Entity(
    "rate", "RA", "Taux de change", "Exchange rates", Words("taux de change", "exchange rate"), (
        Section("Taux", "Rate", (
            Field("currency", Choice("currencies"), "Monnaie", "Currency", required=True, listed=True),
            Field("valid_on", Day(), "Date d’effet", "Valid from", required=True, listed=True),
            # More digits than an amount: kept as the text of the source.
            Field("euros_per_unit", Text(), "Euros par unité", "Euros per unit",
                  ("Taux", "Taux moyen", "Unités par EUR", "Units per EUR", "Taux moyen (unités par EUR)"), required=True,
                  listed=True),
            Field("source", Text(), "Source", "Source", ("Origine",)),
        )),
    ),
    title=(("currency", "valid_on"),), identity=("currency", "valid_on"),
)  # fmt: skip

SECURITY_RULE = Entity(
    "security_rule", "SR", "Avis de sûreté", "Security opinions", Words("avis de sûreté", "security opinion"), (
        Section("Avis", "Opinion", (
            Field("country", Link("country"), "Pays", "Country", required=True, listed=True),
            Field("class", Choice("security_classes"), "Classe", "Class", required=True, listed=True),
            Field("days_needed", Integer(), "Délai (jours)", "Days needed", listed=True),
            Field("valid_on", Day(), "Date d’effet", "Valid from", listed=True),
            Field("source", Text(), "Source", "Source"),
        )),
    ),
    title=(("country", "class"),), identity=("country", "valid_on"), places=("country",),
)  # fmt: skip

FRANCE = derived_id("country", "FR")
