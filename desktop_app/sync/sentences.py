"""What a plan says of rows and cells that are not simply taken."""

from desktop_app.domain.words import Words

GONE = Words(
    "Cette fiche n’est pas, ou n’est plus, dans cette base : l’accepter la rétablit.",
    "This entry is not in this base, or no longer: accepting brings it back.",
)
STRANGER = Words(
    "La fiche {ref} n’a jamais été dans cette base : l’accepter l’y ajoute entière.",
    "The entry {ref} has never been in this base: accepting adds it whole.",
)
STRANGERS = Words(
    "{count} ligne(s) de « {sheet} » sont de fiches qui n’ont jamais été dans cette base ; revenues telles quelles, elles sont"
    " laissées de côté.",
    "{count} row(s) of “{sheet}” are of entries that have never been in this base; they came back as they were and are left"
    " aside.",
)
ALL_STRANGERS = Words(
    "« {sheet} » vient d’une autre base : aucune de ses {count} fiches n’est connue ici. Pour les reprendre, échangez avec ce"
    " bureau, ou importez la feuille.",
    "“{sheet}” comes from another base: none of its {count} entries is known here. To take them in, exchange with that office,"
    " or import the sheet.",
)
COPY = Words(
    "La référence figure deux fois : cette ligne peut être une nouvelle fiche.",
    "The reference stands twice: this row may be a new entry.",
)
REMOVED = Words(
    "La suppression est demandée dans le classeur : dites si la fiche doit être supprimée.",
    "Removal is asked in the workbook: say whether the entry is to be removed.",
)
REMOVED_BUT_CHANGED = Words(
    "La suppression est demandée, mais la fiche a changé ici depuis l’envoi.",
    "Removal is asked, but the entry has changed here since it was sent.",
)
NEW_BUT_REMOVED = Words(
    "Cette ligne est nouvelle, et sa suppression est demandée : dites si elle est à reprendre.",
    "This row is new, and its removal is asked: say whether it is to be taken in.",
)
DUPLICATE = Words(
    "Signalée comme doublon : réunissez les deux fiches si c’est le cas.",
    "Reported as a duplicate: join the two entries if it is one.",
)
ACTION = Words("L’action demandée n’a pas été comprise.", "The action asked was not understood.")
OLD = Words("La case a déjà eu cette valeur.", "The cell has had this value before.")
NO_SHEET = Words("La feuille « {name} » n’est pas dans ce fichier.", "The sheet “{name}” is not in this file.")
NO_COLUMN = Words(
    "La colonne n’a pas été reconnue : elle est laissée de côté.", "The column was not recognised: it is left aside."
)
NOTHING = Words(
    "Aucune ligne d’un envoi n’a été reconnue dans ce fichier : importez-le comme une feuille étrangère.",
    "No row of a shipment was recognised in this file: import it as a foreign sheet.",
)
