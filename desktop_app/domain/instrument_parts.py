"""What an instrument is made of: periods, funding, parties, links, milestones and joint outputs."""

from desktop_app.domain.entity import Entity, Field, Problem, Section, rule
from desktop_app.domain.types import Amount, Choice, Day, Identifier, Integer, Link, Several, Text
from desktop_app.domain.words import Words

_INSTRUMENT = Field("instrument", Link("instrument"), "Instrument", "Instrument", ("Dispositif", "Outil"), required=True,
                    listed=True)  # fmt: skip

PERIOD = Entity(
    "period", "PE", "Périodes", "Periods", Words("période", "period"), (
        Section("Période", "Period", (
            _INSTRUMENT,
            Field("number", Integer(), "N°", "No.", listed=True),
            Field("starts_on", Day(), "Début", "Start", ("Date de début", "Du"), listed=True),
            Field("ends_on", Day(), "Fin", "End", ("Date de fin", "Au"), listed=True),
            Field("signed_on", Day(), "Signé le", "Signed on", ("Date de signature",), listed=True),
            Field("signatories", Text(), "Signataires", "Signatories", listed=True),
            Field("budget", Amount(), "Budget annuel", "Yearly budget", ("Montant", "Budget"), listed=True),
            Field("currency", Choice("currencies"), "Monnaie", "Currency", ("Devise",), listed=True),
            Field("act", Choice("acts"), "Acte", "Type of act", ("Act",), listed=True),
        ), groups=(("starts_on", "ends_on"), ("budget", "currency"))),
    ),
    title=(("number", "starts_on", "ends_on"),), subtitle=("instrument",), owner="instrument",
)  # fmt: skip

FUNDING = Entity(
    "funding", "FU", "Financements", "Funding", Words("financement", "funding"), (
        Section("Financement", "Funding", (
            Field("instrument", Link("instrument"), "Instrument", "Instrument", listed=True),
            Field("mission", Link("mission"), "Mission", "Mission", listed=True),
            Field("event", Link("event"), "Évènement", "Event", listed=True),
            Field("source", Choice("funding_sources"), "Source", "Source", ("Financeur",), required=True, listed=True),
            Field("year", Integer(), "Année", "Year", ("Exercice",), listed=True),
            Field("planned", Amount(), "Prévu", "Planned", ("Budget prévu",), listed=True),
            Field("spent", Amount(), "Dépensé", "Spent", ("Réalisé", "Consommé"), listed=True),
            Field("currency", Choice("currencies"), "Monnaie", "Currency", ("Devise",), listed=True),
        )),
    ),
    title=(("source", "year"),), subtitle=("instrument",), owner="instrument",
)  # fmt: skip

PARTY = Entity(
    "party", "PA", "Parties", "Parties", Words("partie", "party"), (
        Section("Partie", "Party", (
            _INSTRUMENT,
            Field("role", Choice("party_roles"), "Rôle", "Role", required=True, listed=True),
            Field("partner", Link("partner"), "Partenaire", "Partner", listed=True),
            Field("unit", Link("unit"), "Unité CNRS", "CNRS unit", listed=True),
            Field("person", Link("person"), "Personne", "Person", listed=True),
            Field("since_on", Day(), "Depuis", "Since", listed=True),
            Field("until_on", Day(), "Jusqu’au", "Until", listed=True),
        )),
    ),
    title=(("partner",), ("unit",), ("person",)), subtitle=("role",), owner="instrument",
    identity=("instrument", "role", "partner", "unit", "person"),
)  # fmt: skip

# Whose name stands beside an instrument in a list, and which unit stands for the French side: the first that is there.
LEADS = ("lead_foreign", "partner", "host", "supervisor", "associate", "member", "supervising_ministry", "lead_french")
MIRRORS = ("mirror_unit", "lead_french")

LINK = Entity(
    "link", "LI", "Liens entre instruments", "Links between instruments", Words("lien", "link"), (
        Section("Lien", "Link", (
            _INSTRUMENT,
            Field("kind", Choice("link_kinds"), "Lien", "Link", required=True, listed=True),
            Field("other", Link("instrument"), "Autre instrument", "Other instrument", required=True, listed=True),
            Field("since_on", Day(), "Depuis", "Since", listed=True),
        )),
    ),
    title=(("kind", "other"),), owner="instrument", identity=("instrument", "kind", "other"),
)  # fmt: skip

MILESTONE = Entity(
    "milestone", "MI", "Étapes", "Milestones", Words("étape", "milestone"), (
        Section("Étape", "Milestone", (
            _INSTRUMENT,
            Field("kind", Choice("milestone_kinds"), "Étape", "Step", ("Échéance",), required=True, listed=True),
            Field("due_on", Day(), "Échéance", "Due on", ("À faire avant le", "Date limite"), listed=True),
            Field("done_on", Day(), "Fait le", "Done on", ("Réalisé le",), listed=True),
            Field("notes", Text(lines=True), "Notes", "Notes", listed=True),
        )),
    ),
    title=(("kind",),), subtitle=("due_on", "instrument"), owner="instrument",
)  # fmt: skip

OUTPUT = Entity(
    "output", "O", "Productions communes", "Joint outputs", Words("production commune", "joint output"), (
        Section("Production", "Output", (
            Field("instrument", Link("instrument"), "Instrument", "Instrument", listed=True),
            Field("kind", Choice("output_kinds"), "Nature", "Kind", required=True, listed=True),
            Field("title", Text(), "Titre", "Title", required=True, listed=True),
            Field("doi", Identifier("doi"), "DOI", "DOI", key=True, listed=True),
            Field("year", Integer(), "Année", "Year", listed=True),
            Field("persons", Several(Link("person")), "Personnes", "People", ("Auteurs",), listed=True),
        )),
    ),
    title=(("title",),), subtitle=("kind", "year"), owner="instrument",
)  # fmt: skip


@rule(PERIOD)
def period_ends_after_it_starts(starts_on: str | None, ends_on: str | None) -> Problem | None:
    """A period can't end before it starts."""
    if starts_on and ends_on and ends_on < starts_on[: len(ends_on)]:
        return Problem(Words("La période finit avant de commencer.", "The period ends before it starts."), ("ends_on",))
    return None


@rule(PARTY)
def party_is_somebody(partner: object, unit: object, person: object) -> Problem | None:
    """A party names a partner, a unit or a person."""
    if partner or unit or person:
        return None
    return Problem(
        Words("Indiquez un partenaire, une unité ou une personne.", "Give a partner, a unit or a person."),
        ("partner", "unit", "person"),
    )


@rule(LINK)
def instrument_is_not_linked_to_itself(instrument: object, other: object) -> Problem | None:
    """An instrument has no link to itself."""
    if instrument and instrument == other:
        return Problem(
            Words("Un instrument ne peut pas être lié à lui-même.", "An instrument can’t be linked to itself."),
            ("other",),
        )
    return None
