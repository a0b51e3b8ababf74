"""The help of the command line in French, by what the commands declare in English."""

FRENCH = {
    "The command line: a thin face over what the screens do, for scripts, scheduled tasks and checks from outside.":
        "La ligne de commande : ce que font les écrans, pour des scripts, des tâches programmées et des vérifications.",
    "positional arguments": "arguments",
    "options": "options",
    "show this help message and exit": "montrer cette aide",
    "one JSON document on standard output": "un document JSON sur la sortie standard",
    "language of messages and headings": "langue des messages et des en-têtes",
    # bases
    "a new base for an office": "une nouvelle base pour un bureau",
    "fill it with the demo office": "la remplir du bureau de démonstration",
    "integrity of the file, the journal, links and search": "intégrité du fichier, du journal, des liens et de la recherche",
    "a checked copy": "une copie vérifiée",
    "the copies that there are": "les copies qu’il y a",
    "a copy as a new base": "une copie comme nouvelle base",
    "a hash of what the base shows": "une empreinte de ce que la base montre",
    # records
    "entries of a kind, as the list shows them": "les fiches d’une sorte, comme la liste les montre",
    "one entry with its links": "une fiche avec ses liens",
    "add an entry": "ajouter une fiche",
    "change an entry": "modifier une fiche",
    "delete an entry": "supprimer une fiche",
    "what the search field finds": "ce que trouve le champ de recherche",
    # steps
    "the journal, or an entry's history": "le journal, ou l’historique d’une fiche",
    "undo the last step, or an older one": "annuler la dernière étape, ou une plus ancienne",
    "redo what was undone last": "rétablir ce qui vient d’être annulé",
    # exchange
    "an exchange workbook for people, entered in the ledger": "un classeur d’échange, noté au registre",
    "read whatever came back; nothing is written without --apply":
        "lire ce qui est revenu ; rien n’est écrit sans --apply",
    "the workbook that the file descends from": "le classeur dont vient le fichier",
    "whose row it is, or “new”": "à quelle fiche est la ligne, ou « new »",
    "what a column holds": "ce que contient une colonne",
    "who holds which workbook, what came back": "qui a quel classeur, ce qui est revenu",
    "the exact bytes of what was sent, or came back": "les octets exacts de ce qui est parti, ou revenu",
    "a reminder with the workbook attached, as .eml": "un rappel avec le classeur joint, en .eml",
    # agreeing
    "everything that the other side is not known to have, as a workbook":
        "tout ce que l’autre n’est pas connu pour avoir, en classeur",
    "the folder that the laptops of one office share": "le dossier que partagent les postes d’un bureau",
    "open conflicts": "les désaccords ouverts",
    # import
    "a sheet that somebody else made, by its headings": "une feuille faite par quelqu’un d’autre, par ses en-têtes",
    "the row of the headings, 0 where there are none: columns are named by their letter then":
        "la ligne des en-têtes, 0 s’il n’y en a pas : les colonnes se nomment alors par leur lettre",
    "of a text file whose letters come out wrong: cp1250, iso-8859-2, utf-8…":
        "d’un fichier de texte dont les lettres sortent fausses : cp1250, iso-8859-2, utf-8…",
    "kinds of entries that may be added where a cell names one that is not here":
        "sortes de fiches à ajouter quand une case en nomme une qui n’est pas là",
    "the entry that a name means, or new for none of ours; remembered with --apply":
        "la fiche que désigne un nom, ou new pour aucune des nôtres ; retenu avec --apply",
    "a copy for the sender, with comments where something was not understood":
        "une copie pour l’expéditeur, annotée là où quelque chose n’a pas été compris",
    "what all rows have without saying it: country=Vietnam":
        "ce que toutes les lignes ont sans le dire : country=Vietnam",
    # reports, tour
    "make a report of the gallery": "faire un rapport de la galerie",
    "a .pdf, .docx or .xlsx; a folder for a PDF of each entry of a country":
        "un .pdf, .docx ou .xlsx ; un dossier pour un PDF par fiche d’un pays",
    "a PDF that is kept for ever (PDF/A-2)": "un PDF qui se garde pour toujours (PDF/A-2)",
    "the parts to include": "les parties à inclure",
    "the reports that there are": "les rapports qu’il y a",
    "write letters from a template": "écrire des lettres d’après un modèle",
    "the language of the letters": "la langue des lettres",
    "where the letters go": "où vont les lettres",
    "keep each letter with its entry": "garder chaque lettre avec sa fiche",
    "the templates that there are, and their fields": "les modèles qu’il y a, et leurs champs",
    "the guided tour, without a window": "la visite guidée, sans fenêtre",
}  # fmt: skip
