"""Missions, tournées and hosting: who goes where, when, why and on whose money."""

from datetime import date

from desktop_app.domain.dates import first_day, last_day
from desktop_app.domain.entity import Entity, Field, Problem, Section, rule
from desktop_app.domain.types import Amount, Choice, Code, Day, Flag, Integer, Link, Several, Text
from desktop_app.domain.words import Words

OFF = ("cancelled", "postponed")  # statuses of what does not take place
LONGEST_DAYS = 366  # of a mission; longer ones are looked at
OUT, IN = "outgoing", "incoming"  # directions of those who leave France, and of guests

MISSION = Entity(
    "mission", "M", "Missions", "Missions", Words("mission", "mission"), (
        Section("Voyage", "Journey", (
            Field("number", Code(), "N° de mission", "Mission no.", ("N°", "N° OM", "N° ordre de mission", "Réf."), key=True,
                  listed=True),
            Field("kind", Choice("mission_kinds"), "Nature", "Kind", ("Type de mission",), listed=True),
            Field("direction", Choice("directions"), "Sens", "Direction", listed=True),
            Field("person", Link("person"), "Missionnaire", "Traveller",
                  ("Personne", "Agent", "Nom", "Nom et prénom", "Nom prénom", "Noms et prénoms", "Prénom et nom", "Prénom nom",
                   "Nom complet", "Full name", "Nom du missionnaire", "Nom et prénom du missionnaire", "Participant",
                   "Nom et prénom du participant", "Noms et prénoms des participants", "Visiteur", "Visitor",
                   "Nom du visiteur", "Nom et prénom du visiteur", "Chercheur", "Chercheuse", "Nom du chercheur", "Researcher"),
                  required=True, listed=True),
            Field("unit", Link("unit"), "Unité", "Unit", ("Laboratoire", "Code unité"), listed=True),
            Field("institute", Choice("institutes"), "Institut", "Institute", listed=True),
            Field("purpose", Choice("purposes"), "Motif", "Purpose", ("Objet", "Motif de la mission"), listed=True),
            Field("starts_on", Day(), "Départ", "From", ("Date de début", "Du", "Date aller", "Début", "Start", "Parti le"),
                  required=True, listed=True),
            Field("ends_on", Day(), "Retour", "To", ("Date de fin", "Au", "Date retour", "Fin", "End", "Rentré le"),
                  listed=True),
            Field("private_days", Integer(), "Jours privés", "Private days", ("Congés",)),
            Field("status", Choice("mission_statuses"), "État", "Status", ("Statut",), listed=True),
        ), groups=(("starts_on", "ends_on"),)),
        Section("Lieu", "Place", (
            Field("countries", Several(Link("country")), "Pays", "Countries", ("Pays de destination", "Destination"),
                  listed=True),
            Field("cities", Several(Text()), "Villes", "Cities", ("Ville", "Lieu", "Localité"), listed=True),
            Field("partner", Link("partner"), "Partenaire", "Partner", ("Établissement d’accueil", "Organisme d’accueil",
                  "Établissement hôte", "Institution hôte", "Host institution"),
                  listed=True),
            Field("contact", Link("person"), "Contact sur place", "Contact", ("Interlocuteur",)),
            Field("instrument", Link("instrument"), "Instrument", "Instrument", ("Cadre", "Dispositif", "Programme"),
                  listed=True),
            Field("event", Link("event"), "Évènement", "Event"),
        )),
        Section("Prise en charge", "Cost", (
            Field("order_type", Choice("order_types"), "Ordre de mission", "Travel order", ("Type d’OM",)),
            Field("payer", Choice("payers"), "Pris en charge par", "Paid by", ("Financement", "Imputation"), listed=True),
            Field("transport", Choice("transports"), "Transport", "Transport"),
            Field("cost", Amount(), "Coût", "Cost", ("Montant", "Coût total"), listed=True),
            Field("currency", Choice("currencies"), "Monnaie", "Currency", ("Devise",), listed=True),
            Field("allowance", Amount(), "Indemnité estimée", "Estimated allowance"),
            Field("nights", Integer(), "Nuitées", "Nights"),
            Field("lodged", Integer(), "Nuitées hébergées", "Nights lodged free"),
            Field("meals", Integer(), "Repas offerts", "Meals offered"),
        ), groups=(("cost", "currency"),)),
        Section("Préparation", "Preparation", (
            Field("visa", Choice("visa_statuses"), "Visa", "Visa"),
            Field("opinion_needed", Flag(), "Avis de sûreté nécessaire", "Security opinion needed", private=True),
            Field("opinion_asked_on", Day(), "Avis demandé le", "Opinion asked on", private=True),
            Field("opinion_got_on", Day(), "Avis obtenu le", "Opinion obtained on", private=True),
            Field("ariane", Flag(), "Inscription Ariane", "Ariane registration", private=True),
            Field("report_on", Day(), "Compte rendu le", "Report on", ("Compte rendu",)),
            Field("notes", Text(lines=True), "Notes", "Notes", ("Remarques", "Observations"), listed=True),
        )),
    ),
    title=(("number",), ("person",)), subtitle=("person", "cities", "starts_on"), places=("countries",),
)  # fmt: skip


def proposed_status(starts_on: str | None, ends_on: str | None, today: date) -> str | None:
    """Return the status that the days of a mission speak for; None where they are not known."""
    if not starts_on:
        return None
    if first_day(starts_on) > today:
        return "planned"
    return "done" if last_day(ends_on or starts_on) < today else "under_way"


@rule(MISSION)
def mission_ends_after_it_starts(starts_on: str | None, ends_on: str | None) -> Problem | None:
    """A mission can't end before it starts."""
    if starts_on and ends_on and ends_on < starts_on[: len(ends_on)]:
        return Problem(Words("Le retour précède le départ.", "The return comes before the departure."), ("ends_on",))
    return None


@rule(MISSION)
def mission_is_over_within_a_year(kind: str | None, starts_on: str | None, ends_on: str | None) -> Problem | None:
    """A mission of more than a year has a wrong date, most of the time; stays of those who are received may be longer."""
    if kind == "hosting" or not starts_on or not ends_on:
        return None
    days = (last_day(ends_on) - first_day(starts_on)).days + 1
    if days <= LONGEST_DAYS:
        return None
    return Problem(
        Words(
            f"La mission dure {days} jours : vérifiez les dates.", f"The mission lasts {days} days: look at its dates."
        ),
        ("ends_on",),
    )


@rule(MISSION)
def opinion_is_asked_before_the_mission(
    starts_on: str | None, opinion_needed: bool | None, opinion_got_on: str | None
) -> Problem | None:
    """Where a security opinion is needed, it is obtained before the departure."""
    if opinion_needed and starts_on and (opinion_got_on is None or opinion_got_on > starts_on):
        return Problem(
            Words(
                "L’avis de sûreté n’a pas été obtenu avant le départ.",
                "The security opinion has not been obtained before departure.",
            ),
            ("opinion_got_on",),
        )
    return None


@rule(MISSION)
def private_days_lie_within_the_mission(
    starts_on: str | None, ends_on: str | None, private_days: int | None
) -> Problem | None:
    """A mission has more days than the private ones beside it."""
    if not private_days or not starts_on or not ends_on or len(starts_on) < 10 or len(ends_on) < 10:
        return None
    days = (last_day(ends_on) - first_day(starts_on)).days + 1
    if private_days >= days > 0:
        return Problem(
            Words(
                f"{private_days} jours privés sur {days} : il ne reste aucun jour de mission.",
                f"{private_days} private days of {days}: no day of the mission is left.",
            ),
            ("private_days",),
        )
    return None
