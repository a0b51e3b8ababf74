"""Persons: contacts at partners, travellers, signatories; and where they work, by date."""

from desktop_app.domain.entity import Entity, Field, Problem, Section, rule
from desktop_app.domain.types import Choice, Day, Email, Flag, Identifier, Link, Text
from desktop_app.domain.words import Words

PERSON = Entity(
    "person", "H", "Personnes", "People", Words("personne", "person"), (
        Section("Identité", "Identity", (
            Field("family_name", Text(), "Nom", "Family name", ("NOM", "Nom de famille", "Surname", "Last name"),
                  required=True, listed=True),
            Field("given_name", Text(), "Prénom", "Given name", ("First name",), listed=True),
            Field("title", Choice("titles"), "Civilité", "Title", ("Civ.", "Titre"), listed=True),
            Field("position", Text(), "Fonction", "Position", ("Grade", "Poste", "Qualité"), listed=True),
            Field("partner", Link("partner"), "Partenaire", "Partner", ("Établissement", "Organisme", "Affiliation"),
                  listed=True),
            Field("unit", Link("unit"), "Unité CNRS", "CNRS unit", ("Unité", "Laboratoire"), listed=True),
            Field("office", Link("office"), "Bureau", "Office"),
            Field("orcid", Identifier("orcid"), "ORCID", "ORCID", key=True),
        )),
        Section("Coordonnées", "Contact", (
            Field("email", Email(), "Courriel", "E-mail", ("Mail", "Adresse électronique", "Mél"), key=True, listed=True),
            Field("phone", Text(), "Téléphone", "Phone", ("Tél.", "Portable", "Mobile"), listed=True),
            Field("notes", Text(lines=True), "Notes (factuelles, sans jugement)", "Notes (facts, no judgement)",
                  ("Remarques",)),
        )),
        Section("Données personnelles", "Personal data", (
            Field("basis", Choice("legal_bases"), "Base légale", "Legal basis", private=True),
            Field("purpose", Text(), "Finalité", "Purpose", private=True),
            Field("origin", Text(), "Origine des données", "Origin of the data", ("Origine de la donnée",), private=True),
            Field("informed_on", Day(), "Informée le", "Informed on", private=True),
            Field("checked_on", Day(), "Vérifiée le", "Checked on", private=True),
            Field("objects", Flag(), "S’est opposée", "Has objected", ("Objects",), private=True),
            Field("restricted", Flag(), "Traitement limité", "Processing restricted", ("Restricted",), private=True),
        )),
    ),
    title=(("given_name", "family_name"),), subtitle=("position", "partner", "unit"),
)  # fmt: skip

AFFILIATION = Entity(
    "affiliation", "AF", "Rattachements", "Affiliations", Words("rattachement", "affiliation"), (
        Section("Rattachement", "Affiliation", (
            Field("person", Link("person"), "Personne", "Person", required=True, listed=True),
            Field("partner", Link("partner"), "Partenaire", "Partner", listed=True),
            Field("unit", Link("unit"), "Unité CNRS", "CNRS unit", listed=True),
            Field("position", Text(), "Fonction", "Position", listed=True),
            Field("since_on", Day(), "Depuis", "Since", listed=True),
            Field("until_on", Day(), "Jusqu’au", "Until", listed=True),
        )),
    ),
    title=(("position",), ("partner",), ("unit",)), subtitle=("since_on",), owner="person",
    identity=("person", "partner", "unit", "since_on"),
)  # fmt: skip


@rule(PERSON)
def person_has_a_legal_basis(basis: str | None) -> Problem | None:
    """Personal data are kept on a legal basis (GDPR, article 6)."""
    if basis is None:
        return Problem(
            Words("Aucune base légale n’est indiquée pour cette personne.", "No legal basis is given for this person."),
            ("basis",),
        )
    return None
