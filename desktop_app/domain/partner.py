"""Partners (universities, institutions, embassies) and what they may use of the CNRS."""

from desktop_app.domain.entity import Entity, Field, Problem, Section, rule
from desktop_app.domain.types import Choice, Day, Identifier, Link, Several, Text, Web
from desktop_app.domain.words import Words

EMBASSIES = ("embassy", "consulate")  # kinds of partners

PARTNER = Entity(
    "partner", "P", "Partenaires", "Partners", Words("partenaire", "partner"), (
        Section("Identité", "Identity", (
            Field("name", Text(), "Nom", "Name", ("Établissement", "Institution", "Organisme", "Université"),
                  required=True, key=True, listed=True),
            Field("acronym", Text(), "Sigle", "Acronym", ("Acronyme", "Abréviation"), listed=True),
            Field("local_name", Text(), "Nom local", "Local name", ("Nom en langue locale", "Nom d’origine"), listed=True),
            Field("name_fr", Text(), "Nom français", "French name"),
            Field("name_en", Text(), "Nom anglais", "English name"),
            Field("aliases", Several(Text()), "Autres noms", "Also known as", ("Alias", "Anciens noms", "Autres appellations")),
            Field("kind", Choice("partner_kinds"), "Nature", "Kind", ("Type", "Type de partenaire", "Catégorie"), listed=True),
            Field("parent", Link("partner"), "Établissement de rattachement", "Parent organisation",
                  ("Tutelle", "Rattachement", "Parent")),
            Field("ror_id", Identifier("ror"), "Identifiant ROR", "ROR id", ("ROR",), key=True),
            Field("status", Choice("partner_statuses"), "État", "Status", ("Statut",), listed=True),
            Field("since_on", Day(), "Partenaire depuis", "Partner since", ("Depuis", "Since", "Début de la coopération"),
                  listed=True),
        )),
        Section("Lieu", "Place", (
            Field("country", Link("country"), "Pays", "Country", ("Pays du partenaire",), required=True, listed=True),
            Field("city", Text(), "Ville", "City", ("Localité",), listed=True),
            Field("address", Text(lines=True), "Adresse", "Address", ("Adresse postale",)),
            Field("website", Web(), "Site web", "Website", ("Site", "Site internet", "URL"), listed=True),
        )),
        Section("Coopération", "Cooperation", (
            Field("infrastructures", Text(lines=True), "Infrastructures du partenaire", "The partner’s infrastructures",
                  ("Grands équipements",)),
            Field("notes", Text(lines=True), "Notes", "Notes", ("Remarques", "Commentaires", "Observations"), listed=True),
        )),
    ),
    title=(("name",), ("acronym",)), subtitle=("city", "country"), places=("country",),
)  # fmt: skip

ACCESS = Entity(
    "access", "AC", "Accès aux infrastructures", "Access to infrastructures", Words("accès", "access"), (
        Section("Accès", "Access", (
            Field("partner", Link("partner"), "Partenaire", "Partner", required=True, listed=True),
            Field("infrastructure", Text(), "Infrastructure", "Infrastructure", ("Équipement",), required=True, listed=True),
            Field("operator", Text(), "Opérateur", "Operator", ("Exploitant",), listed=True),
            Field("since_on", Day(), "Depuis", "Since", listed=True),
            Field("until_on", Day(), "Jusqu’au", "Until", listed=True),
            Field("terms", Text(lines=True), "Conditions", "Terms", ("Modalités",), listed=True),
            Field("contact", Link("person"), "Contact", "Contact"),
        )),
    ),
    title=(("infrastructure",),), subtitle=("partner",), owner="partner", identity=("partner", "infrastructure"),
)  # fmt: skip


@rule(ACCESS)
def access_ends_after_it_starts(since_on: str | None, until_on: str | None) -> Problem | None:
    """An access can't end before it starts."""
    if since_on and until_on and until_on < since_on[: len(until_on)]:
        return Problem(Words("L’accès finit avant de commencer.", "The access ends before it starts."), ("until_on",))
    return None
