"""Events: delegations, visits and co-funded events."""

from desktop_app.domain.entity import Entity, Field, Problem, Section, rule
from desktop_app.domain.types import Choice, Day, Link, Several, Text
from desktop_app.domain.words import Words

EVENT = Entity(
    "event", "E", "Évènements", "Events", Words("évènement", "event"), (
        Section("Évènement", "Event", (
            Field("kind", Choice("event_kinds"), "Nature", "Kind", ("Type",), required=True, listed=True),
            Field("direction", Choice("directions"), "Sens", "Direction", listed=True),
            Field("title", Text(), "Intitulé", "Title", ("Titre", "Nom"), required=True, listed=True),
            Field("starts_on", Day(), "Début", "Start", ("Date", "Du"), listed=True),
            Field("ends_on", Day(), "Fin", "End", ("Au",), listed=True),
            Field("city", Text(), "Ville", "City", ("Lieu",), listed=True),
            Field("country", Link("country"), "Pays", "Country", listed=True),
            Field("status", Choice("event_statuses"), "État", "Status", ("Statut",), listed=True),
        ), groups=(("starts_on", "ends_on"),)),
        Section("Participants", "Participants", (
            Field("partners", Several(Link("partner")), "Partenaires", "Partners", listed=True),
            Field("participants", Several(Link("person")), "Participants", "Participants",
                  ("Délégation", "Membres de la délégation", "Noms des participants", "Noms et prénoms des participants",
                   "Liste des participants", "Names of participants", "Participant names")),
            Field("organisers", Text(), "Organisateurs", "Organisers"),
            Field("embassy", Link("partner"), "Ambassade", "Embassy", ("Poste",)),
            Field("instrument", Link("instrument"), "Instrument", "Instrument"),
        )),
        Section("Contenu", "Content", (
            Field("agenda", Text(lines=True), "Programme", "Programme", ("Ordre du jour",)),
            Field("follow_up", Text(lines=True), "Suites à donner", "Follow-up", ("Actions",)),
            Field("notes", Text(lines=True), "Notes", "Notes", ("Remarques",)),
        )),
    ),
    title=(("title",),), subtitle=("kind", "starts_on", "city"), places=("country",),
)  # fmt: skip

TASK = Entity(
    "task", "TA", "Suites à donner", "Follow-up tasks", Words("suite à donner", "follow-up task"), (
        Section("Suite à donner", "Follow-up task", (
            Field("event", Link("event"), "Évènement", "Event", required=True, listed=True),
            Field("title", Text(), "À faire", "To do", ("Action", "Tâche"), required=True, listed=True),
            Field("person", Link("person"), "Par qui", "Who", ("Responsable",), listed=True),
            Field("due_on", Day(), "Échéance", "Due on", ("À faire avant le", "Date limite"), listed=True),
            Field("done_on", Day(), "Fait le", "Done on", ("Réalisé le",), listed=True),
        )),
    ),
    title=(("title",),), subtitle=("due_on", "event"), owner="event",
)  # fmt: skip

ATTACHMENT = Entity(
    "attachment", "AT", "Pièces jointes", "Attachments", Words("pièce jointe", "attachment"), (
        Section("Pièce jointe", "Attachment", (
            Field("owner", Text(), "Fiche", "Belongs to", required=True, listed=True),
            Field("name", Text(), "Nom du fichier", "File name", required=True, listed=True),
            Field("size", Text(), "Taille", "Size", listed=True),
            Field("content", Text(), "Empreinte du contenu", "Fingerprint of the content"),
        )),
    ),
    title=(("name",),),
)  # fmt: skip


@rule(EVENT)
def event_ends_after_it_starts(starts_on: str | None, ends_on: str | None) -> Problem | None:
    """An event can't end before it starts."""
    if starts_on and ends_on and ends_on < starts_on[: len(ends_on)]:
        return Problem(Words("La fin précède le début.", "The end comes before the start."), ("ends_on",))
    return None
