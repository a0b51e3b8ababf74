<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) attached to {name}</source>
        <translation>
            <numerusform>%n fichier joint à {name}</numerusform>
            <numerusform>%n fichiers joints à {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n researcher(s)</source>
        <translation>
            <numerusform>%n chercheur</numerusform>
            <numerusform>%n chercheurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n student(s)</source>
        <translation>
            <numerusform>%n étudiant</numerusform>
            <numerusform>%n étudiants</numerusform>
        </translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(vide)</translation>
    </message>
    <message>
        <source>A date, a month or a year: 24/11, 24/11/2025, 11/2025, 2025, tomorrow</source>
        <translation>Une date, un mois ou une année&#xa0;: 24/11, 24/11/2025, 11/2025, 2025, demain</translation>
    </message>
    <message>
        <source>A date, a month or a year; or both dates: 24-28/11, 24 Nov +5d</source>
        <translation>Une date, un mois ou une année&#xa0;; ou les deux dates&#xa0;: 24-28/11, 24 nov +5j</translation>
    </message>
    <message>
        <source>A part of this entry; the arrows go to the others</source>
        <translation>Une partie de cette fiche&#xa0;; les flèches vont aux autres</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>Tout est enregistré</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>As it is typed</source>
        <translation>Comme c’est écrit</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Comme d’habitude</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Joindre des fichiers</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Joindre des fichiers…</translation>
    </message>
    <message>
        <source>Attach files… (Ctrl+Shift+A), or drop them on this window</source>
        <translation>Joindre des fichiers… (Ctrl+Maj+A), ou déposez-les sur cette fenêtre</translation>
    </message>
    <message>
        <source>Becomes {type}</source>
        <translation>Devient {type}</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>By the decree: {kind}, {why}.</source>
        <translation>Selon le décret&#xa0;: {kind}, {why}.</translation>
    </message>
    <message>
        <source>Choose a colour</source>
        <translation>Choisir une couleur</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Choisir une image</translation>
    </message>
    <message>
        <source>Choose in a calendar</source>
        <translation>Choisir dans un calendrier</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Fermer le volet</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Copying the files…</source>
        <translation>Copie des fichiers…</translation>
    </message>
    <message>
        <source>Create “{text}” ({kind})</source>
        <translation>Créer «&#xa0;{text}&#xa0;» ({kind})</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Details of {name}</source>
        <translation>Détails&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Directors</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>Don’t save</source>
        <translation>Ne pas enregistrer</translation>
    </message>
    <message>
        <source>Drop to attach to {name}</source>
        <translation>Déposez pour joindre à {name}</translation>
    </message>
    <message>
        <source>Drop to save and attach</source>
        <translation>Déposez pour enregistrer et joindre</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Enter puts a value back into the field; Escape closes.</source>
        <translation>Entrée remet une valeur dans le champ&#xa0;; Échap ferme.</translation>
    </message>
    <message>
        <source>Entry added</source>
        <translation>Fiche ajoutée</translation>
    </message>
    <message>
        <source>Entry deleted</source>
        <translation>Fiche supprimée</translation>
    </message>
    <message>
        <source>Entry restored</source>
        <translation>Fiche rétablie</translation>
    </message>
    <message>
        <source>Everything about it</source>
        <translation>Tout sur cette fiche</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Files of this entry</source>
        <translation>Fichiers de cette fiche</translation>
    </message>
    <message>
        <source>From</source>
        <comment>a file</comment>
        <translation>Origine</translation>
    </message>
    <message>
        <source>History of the field</source>
        <translation>Historique du champ</translation>
    </message>
    <message>
        <source>History of this entry</source>
        <translation>Historique de cette fiche</translation>
    </message>
    <message>
        <source>History of “{field}”</source>
        <translation>Historique de «&#xa0;{field}&#xa0;»</translation>
    </message>
    <message>
        <source>Into the field “Estimated allowance”; it stays an estimate.</source>
        <translation>Dans le champ «&#xa0;Indemnité estimée&#xa0;»&#xa0;; elle reste une estimation.</translation>
    </message>
    <message>
        <source>Kept with the base</source>
        <translation>Rangé avec la base</translation>
    </message>
    <message>
        <source>Last changes</source>
        <translation>Derniers changements</translation>
    </message>
    <message>
        <source>Letter…</source>
        <translation>Lettre…</translation>
    </message>
    <message>
        <source>Life of the instrument</source>
        <translation>Vie de l’instrument</translation>
    </message>
    <message>
        <source>Linked entries</source>
        <translation>Fiches liées</translation>
    </message>
    <message>
        <source>Linked instruments</source>
        <translation>Instruments liés</translation>
    </message>
    <message>
        <source>Missing from the folder of the base</source>
        <translation>Absent du dossier de la base</translation>
    </message>
    <message>
        <source>More commands</source>
        <translation>Autres commandes</translation>
    </message>
    <message>
        <source>Network…</source>
        <translation>Réseau…</translation>
    </message>
    <message>
        <source>New: {kind}</source>
        <translation>Nouvelle fiche&#xa0;: {kind}</translation>
    </message>
    <message>
        <source>Next entry</source>
        <translation>Fiche suivante</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Mois suivant</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Onglet suivant</translation>
    </message>
    <message>
        <source>No files yet. Drop letters, agreements or reports on this window, or press Ctrl+Shift+A.</source>
        <translation>Pas encore de fichiers. Déposez lettres, accords ou rapports sur cette fenêtre, ou appuyez sur Ctrl+Maj+A.</translation>
    </message>
    <message>
        <source>No program here opens “{name}”: save a copy instead.</source>
        <translation>Aucun programme n’ouvre «&#xa0;{name}&#xa0;» ici&#xa0;: enregistrez plutôt une copie.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Pas encore enregistré</translation>
    </message>
    <message>
        <source>Nothing filled in yet</source>
        <translation>Rien n’est encore rempli</translation>
    </message>
    <message>
        <source>Nothing has happened yet: the history begins with the first save.</source>
        <translation>Rien ne s’est encore passé&#xa0;: l’historique commence au premier enregistrement.</translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <translation>Rien ici pour l’instant.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open this entry</source>
        <translation>Ouvrir cette fiche</translation>
    </message>
    <message>
        <source>Open this page</source>
        <translation>Ouvrir cette page</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisme</translation>
    </message>
    <message>
        <source>Other columns of row {row}</source>
        <translation>Autres colonnes de la ligne {row}</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Partenaires</translation>
    </message>
    <message>
        <source>Passerelle</source>
        <translation>Passerelle</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.svg)</source>
        <translation>Images (*.png *.jpg *.jpeg *.svg)</translation>
    </message>
    <message>
        <source>Pin this entry</source>
        <translation>Épingler cette fiche</translation>
    </message>
    <message>
        <source>Previous entry</source>
        <translation>Fiche précédente</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Mois précédent</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Onglet précédent</translation>
    </message>
    <message>
        <source>Print the sheet</source>
        <translation>Imprimer la fiche</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>Lecture de l’historique…</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>Lecture de la liste…</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Accueillis</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation>Retirer cette ligne</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Retirer {name}</translation>
    </message>
    <message>
        <source>Remove {part} {number}</source>
        <translation>Retirer&#xa0;: {part} {number}</translation>
    </message>
    <message>
        <source>Renewal</source>
        <comment>a whole word</comment>
        <translation>Renouvellement</translation>
    </message>
    <message>
        <source>Renewal</source>
        <comment>on a line</comment>
        <translation>Renouv.</translation>
    </message>
    <message>
        <source>Renewed</source>
        <comment>a whole word</comment>
        <translation>Renouvelé</translation>
    </message>
    <message>
        <source>Renewed</source>
        <comment>on a line</comment>
        <translation>Renouv.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>Save and new</source>
        <translation>Enregistrer et créer à nouveau</translation>
    </message>
    <message>
        <source>Save the changes to {name}?</source>
        <translation>Enregistrer les modifications de «&#xa0;{name}&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Save the new entry?</source>
        <translation>Enregistrer la nouvelle fiche&#xa0;?</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Enregistré sous {file}</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Chercher partout</translation>
    </message>
    <message>
        <source>Security opinion ({where}): ask for it by {day}.</source>
        <translation>Avis de sûreté ({where})&#xa0;: à demander avant le {day}.</translation>
    </message>
    <message>
        <source>Security opinion ({where}): it should have been asked for by {day}.</source>
        <translation>Avis de sûreté ({where})&#xa0;: il aurait dû être demandé avant le {day}.</translation>
    </message>
    <message>
        <source>See all {count}</source>
        <translation>Voir les {count}</translation>
    </message>
    <message>
        <source>Select a line to see its details here.</source>
        <translation>Choisissez une ligne pour en voir le détail ici.</translation>
    </message>
    <message>
        <source>Signed</source>
        <comment>a whole word</comment>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Signed</source>
        <comment>on a line</comment>
        <translation>Signé</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Take the pin away</source>
        <translation>Désépingler</translation>
    </message>
    <message>
        <source>The files are copied beside the base.</source>
        <translation>Les fichiers sont copiés à côté de la base.</translation>
    </message>
    <message>
        <source>The list in ESR-Mission is the one that counts.</source>
        <translation>La liste d’ESR-Mission est celle qui fait foi.</translation>
    </message>
    <message>
        <source>This file is attached already.</source>
        <translation>Ce fichier est déjà joint.</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>on a line</comment>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Type to search…</source>
        <translation>Tapez pour chercher…</translation>
    </message>
    <message>
        <source>Use this estimate</source>
        <translation>Reprendre l’estimation</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Visa: apply by {day}.</source>
        <translation>Visa&#xa0;: à demander avant le {day}.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>What is worth knowing of this mission</source>
        <translation>Ce qu’il faut savoir de cette mission</translation>
    </message>
    <message>
        <source>What was typed is lost otherwise.</source>
        <translation>Sinon, ce qui a été saisi est perdu.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Write to this address</source>
        <translation>Écrire à cette adresse</translation>
    </message>
    <message>
        <source>Write {value}</source>
        <translation>Écrire {value}</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>here</source>
        <translation>ici</translation>
    </message>
    <message>
        <source>said to be needed</source>
        <translation>indiqué comme nécessaire</translation>
    </message>
    <message>
        <source>{by} (undone)</source>
        <translation>{by} (annulé)</translation>
    </message>
    <message>
        <source>{field}, required</source>
        <translation>{field}, obligatoire</translation>
    </message>
    <message>
        <source>{field}, {part} {number}</source>
        <translation>{field}, {part} {number}</translation>
    </message>
    <message>
        <source>{field}: Ctrl+Shift+H shows its history</source>
        <translation>{field}&#xa0;: Ctrl+Maj+H montre son historique</translation>
    </message>
    <message>
        <source>{name} became {type}: check what was taken over</source>
        <translation>{name} est devenu {type}&#xa0;: vérifiez ce qui a été repris</translation>
    </message>
    <message>
        <source>{name} was deleted.</source>
        <translation>«&#xa0;{name}&#xa0;» a été supprimé.</translation>
    </message>
    <message>
        <source>{part} added</source>
        <translation>{part}&#xa0;: ajout</translation>
    </message>
    <message>
        <source>{part} deleted</source>
        <translation>{part}&#xa0;: suppression</translation>
    </message>
    <message>
        <source>{part} restored</source>
        <translation>{part}&#xa0;: rétablissement</translation>
    </message>
    <message>
        <source>{place} of {all}</source>
        <translation>{place} sur {all}</translation>
    </message>
    <message>
        <source>{source}, {when}</source>
        <translation>{source}, {when}</translation>
    </message>
    <message>
        <source>{state} · last change by you, {when}</source>
        <translation>{state} · dernier changement par vous, {when}</translation>
    </message>
    <message>
        <source>{state} · last change: {source}, {when}</source>
        <translation>{state} · dernier changement&#xa0;: {source}, {when}</translation>
    </message>
    <message numerus="yes">
        <source>{step}: %n day(s) late</source>
        <translation>
            <numerusform>{step}&#xa0;: %n jour de retard</numerusform>
            <numerusform>{step}&#xa0;: %n jours de retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{step}: due in %n day(s)</source>
        <translation>
            <numerusform>{step}&#xa0;: dans %n jour</numerusform>
            <numerusform>{step}&#xa0;: dans %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} (undone)</source>
        <translation>{what} (annulé)</translation>
    </message>
    <message>
        <source>{what} deleted</source>
        <translation>{what}&#xa0;: fiche supprimée</translation>
    </message>
    <message>
        <source>{what} taken off</source>
        <translation>{what} retiré</translation>
    </message>
    <message>
        <source>{what}: emptied</source>
        <translation>{what}&#xa0;: vidé</translation>
    </message>
    <message>
        <source>{what}: {after}</source>
        <translation>{what}&#xa0;: {after}</translation>
    </message>
    <message>
        <source>{what}: {before} → {after}</source>
        <translation>{what}&#xa0;: {before} → {after}</translation>
    </message>
    <message>
        <source>“{name}” is a program: save it elsewhere if you trust it.</source>
        <translation>«&#xa0;{name}&#xa0;» est un programme&#xa0;: enregistrez-le ailleurs si vous lui faites confiance.</translation>
    </message>
</context>
</TS>
