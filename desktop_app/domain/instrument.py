"""Instruments: every tool of the CNRS toolkit, under its old and its new name, and the rules of its type."""

from datetime import date

from desktop_app.domain.dates import end_after, first_day, last_day, show_date
from desktop_app.domain.entity import Entity, Field, Problem, Section, rule
from desktop_app.domain.place import FRANCE
from desktop_app.domain.types import Choice, Code, Day, Flag, Integer, Link, Several, Text, Web
from desktop_app.domain.values import Record
from desktop_app.domain.words import Words

INSTRUMENT_TYPE = Entity(
    "instrument_type", "IT", "Types d’instrument", "Types of instrument", Words("type d’instrument", "type of instrument"), (
        Section("Type", "Type", (
            Field("code", Code(), "Code", "Code", required=True, key=True, listed=True),
            Field("name_fr", Text(), "Nom français", "French name", required=True, listed=True),
            Field("name_en", Text(), "Nom anglais", "English name", required=True, listed=True),
            Field("aliases", Several(Text()), "Autres noms", "Other names", listed=True),
            Field("family", Choice("instrument_families"), "Famille", "Family", listed=True),
            Field("replaces", Text(), "Remplace", "Replaces", listed=True),
            Field("historic", Flag(), "Historique", "Historic"),
        )),
        Section("Règles", "Rules", (
            Field("duration_months", Integer(), "Durée (mois)", "Duration (months)", listed=True),
            Field("renewals", Integer(), "Renouvellements possibles", "Renewals allowed", listed=True),
            Field("permanent", Flag(), "Permanent", "Permanent"),
            Field("countries_min", Integer(), "Pays étrangers, au moins", "Foreign countries, at least"),
            Field("countries_max", Integer(), "Pays étrangers, au plus", "Foreign countries, at most", listed=True),
            Field("nature", Text(), "Nature", "Nature"),
            Field("act", Choice("acts"), "Acte", "Type of act", ("Act",)),
            Field("signs", Text(), "Signataires habituels", "Who signs"),
            Field("leads", Integer(), "Responsables, au moins", "Principal investigators, at least"),
            Field("renewal_before", Integer(), "Renouvellement à demander (mois avant la fin)",
                  "Renewal to be asked (months before the end)"),
            Field("report_after", Integer(), "Rapport final (mois après la fin)", "Final report (months after the end)"),
            Field("funding", Text(), "Financement indicatif", "Usual funding"),
            Field("carry_over", Flag(), "Crédits reportables d’une année à l’autre", "Credits carried over to the next year"),
            Field("source", Text(), "Source", "Source"),
        )),
    ),
    title=(("code",),), subtitle=("name_fr",), coded=True,
)  # fmt: skip

INSTRUMENT = Entity(
    "instrument", "I", "Instruments", "Instruments", Words("instrument", "instrument"), (
        Section("Identité", "Identity", (
            Field("type", Link("instrument_type"), "Type", "Type", ("Dispositif", "Outil", "Type d’outil", "Programme"),
                  required=True, listed=True),
            Field("code", Code(), "Numéro", "Number", ("N°", "Code unité", "Référence"), key=True),
            Field("former_codes", Several(Code()), "Anciens numéros", "Former numbers", ("Ancien code", "Tous labels")),
            Field("acronym", Text(), "Sigle", "Acronym", ("Acronyme", "Nom du programme", "Nom court"), listed=True),
            Field("title", Text(), "Intitulé", "Title", ("Titre", "Intitulé du projet", "Nom"), required=True, listed=True),
            Field("title_fr", Text(), "Intitulé français", "French title"),
            Field("institute", Choice("institutes"), "Institut CNRS", "CNRS institute", ("Institut", "Institut pilote"),
                  listed=True),
            Field("institutes", Several(Choice("institutes")), "Autres instituts", "Other institutes",
                  ("Instituts secondaires",)),
            Field("fields", Several(Choice("scientific_fields")), "Domaines", "Fields", ("Domaine scientifique", "Discipline")),
        )),
        Section("Vie", "Life", (
            Field("status", Choice("instrument_statuses"), "État", "Status", ("Statut", "Situation"), listed=True),
            Field("starts_on", Day(), "Début", "Start", ("Date de début", "Du", "Création"), listed=True),
            Field("ends_on", Day(), "Fin", "End", ("Date de fin", "Au", "Échéance"), listed=True),
        ), groups=(("starts_on", "ends_on"),)),
        Section("Lieu", "Place", (
            Field("countries", Several(Link("country")), "Pays", "Countries", ("Pays partenaires", "Pays concernés"),
                  listed=True),
            Field("city", Text(), "Ville", "City", ("Localisation",), listed=True),
            Field("office", Link("office"), "Bureau", "Office", ("Bureau compétent",)),
            Field("programme", Link("programme"), "Programme bilatéral", "Bilateral programme"),
            Field("website", Web(), "Site web", "Website", ("Site",)),
            Field("notes", Text(lines=True), "Notes", "Notes", ("Remarques", "Commentaires", "Observations"), listed=True),
        )),
    ),
    title=(("acronym",), ("title",), ("code",)), subtitle=("type", "title"), places=("countries",),
)  # fmt: skip


_GIVEN_UP = frozenset({"abandoned", "not_selected", "transformed", "suspended"})
# What lasts a few weeks has its length in months only nearly.
_SHORT_MONTHS = 12


def foreign(countries: object) -> tuple[str, ...]:
    """Return the countries other than France."""
    return tuple(id_ for id_ in countries if id_ != FRANCE) if isinstance(countries, tuple) else ()


def proposed_end(type_: Record | None, starts_on: str | None) -> str | None:
    """Return the end that an instrument's type gives: start + duration − 1 day; None where there is no rule."""
    months = type_.get("duration_months") if type_ else None
    return end_after(starts_on, months) if starts_on and isinstance(months, int) and months else None


def proposed_status(starts_on: str | None, ends_on: str | None, today: date) -> str | None:
    """Return the status that the dates of an instrument speak for; None where they are not known.

    Dates are known once it was selected; what goes on has begun.
    """
    if ends_on and last_day(ends_on) < today:
        return "ended"
    if not starts_on:
        return None
    return "selected" if first_day(starts_on) > today else "active"


def source_of(type_: Record) -> Words:
    """Return where the rules of a type come from, as the end of a sentence."""
    source = type_.get("source")
    return Words(f" (source : {source})", f" (source: {source})") if source else Words("", "")


@rule(INSTRUMENT)
def instrument_ends_after_it_starts(starts_on: str | None, ends_on: str | None) -> Problem | None:
    """An instrument can't end before it starts."""
    if starts_on and ends_on and ends_on < starts_on[: len(ends_on)]:
        return Problem(Words("La fin précède le début.", "The end comes before the start."), ("ends_on",))
    return None


@rule(INSTRUMENT)
def instrument_lasts_as_its_type(
    type: Record | None,  # noqa: A002
    starts_on: str | None,
    ends_on: str | None,
    status: str | None,
) -> Problem | None:
    """An instrument of a type that is not renewed ends when its type says, unless it was given up before."""
    expected = proposed_end(type, starts_on)
    if type is None or expected is None or not ends_on or not starts_on or type.get("renewals") != 0:
        return None
    if ends_on[: len(expected)] == expected[: len(ends_on)]:
        return None
    if ends_on < expected and (status in _GIVEN_UP or int(str(type["duration_months"])) < _SHORT_MONTHS):
        return None
    months, source = type["duration_months"], source_of(type)
    return Problem(
        Words(
            f"Un instrument {type['code']} dure {months} mois et ne se renouvelle pas : fin attendue le"
            f" {show_date(expected, 'fr')}{source.fr}.",
            f"An {type['code']} lasts {months} months and is not renewable: expected end"
            f" {show_date(expected, 'en')}{source.en}.",
        ),
        ("ends_on",),
    )


@rule(INSTRUMENT)
def instrument_has_the_countries_of_its_type(type: Record | None, countries: object) -> Problem | None:  # noqa: A002
    """An IRL has one foreign partner country, an IRP one or two."""
    count = len(foreign(countries))
    if type is None:
        return None
    fewest, most, source = type.get("countries_min"), type.get("countries_max"), source_of(type)
    bound = Words("", "")
    if isinstance(most, int) and count > most:
        bound = Words("au plus", "at most")
    elif isinstance(fewest, int) and count < fewest:
        bound, most = Words("au moins", "at least"), fewest
    if not bound.fr:
        return None
    here = Words("aucun n’est indiqué", "none is given") if not count else Words(f"ici {count}", f"here {count}")
    many = most != 1
    return Problem(
        Words(
            f"Un instrument {type['code']} a {bound.fr} {most} pays étranger{'s' if many else ''}, {here.fr}{source.fr}.",
            f"{type['code']}: {bound.en} {most} foreign countr{'ies' if many else 'y'}, {here.en}{source.en}.",
        ),
        ("countries",),
    )
