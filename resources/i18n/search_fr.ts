<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n résultat</numerusform>
            <numerusform>%n résultats</numerusform>
        </translation>
    </message>
    <message>
        <source>A colour by its six digits, as #1D5BB8, or chosen from the dialog.</source>
        <translation>Une couleur par ses six chiffres, comme #1D5BB8, ou choisie dans la palette.</translation>
    </message>
    <message>
        <source>A date: a day, a month or only a year. 24/11/2025, 24 nov, 11/2025 and 2025 are understood.</source>
        <translation>Une date&#xa0;: un jour, un mois ou seulement une année. 24/11/2025, 24 nov, 11/2025 et 2025 sont compris.</translation>
    </message>
    <message>
        <source>A number or a code, as it is officially written.</source>
        <translation>Un numéro ou un code, tel qu’il s’écrit officiellement.</translation>
    </message>
    <message>
        <source>A page of help; Alt+Left goes back, Ctrl+F searches.</source>
        <translation>Une page d’aide&#xa0;; Alt+Gauche revient, Ctrl+F cherche.</translation>
    </message>
    <message>
        <source>A small picture: PNG, JPEG or SVG. A large one is made smaller.</source>
        <translation>Une petite image&#xa0;: PNG, JPEG ou SVG. Une grande est réduite.</translation>
    </message>
    <message>
        <source>A text to read; Print puts it on paper.</source>
        <translation>Un texte à lire&#xa0;; Imprimer le met sur papier.</translation>
    </message>
    <message>
        <source>A text.</source>
        <translation>Un texte.</translation>
    </message>
    <message>
        <source>A whole number.</source>
        <translation>Un nombre entier.</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>All keys, by where they work</source>
        <translation>Toutes les touches, par endroit</translation>
    </message>
    <message>
        <source>An amount: 14 000, 14k and 14k€ are understood.</source>
        <translation>Un montant&#xa0;: 14 000, 14k et 14k€ sont compris.</translation>
    </message>
    <message>
        <source>An e-mail address.</source>
        <translation>Une adresse électronique.</translation>
    </message>
    <message>
        <source>An identifier; it is checked as it is typed.</source>
        <translation>Un identifiant&#xa0;; il est vérifié à la frappe.</translation>
    </message>
    <message>
        <source>Another entry ({kind}): type some letters of its name; the last line creates it.</source>
        <translation>Une autre fiche ({kind})&#xa0;: tapez quelques lettres de son nom&#xa0;; la dernière ligne la crée.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>Backed up and checked: {file}</source>
        <translation>Sauvegardé et vérifié&#xa0;: {file}</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>Sauvegarde en cours…</translation>
    </message>
    <message>
        <source>Change the cell</source>
        <translation>Changer la case</translation>
    </message>
    <message>
        <source>Choose a result</source>
        <translation>Choisir un résultat</translation>
    </message>
    <message>
        <source>Choose no country</source>
        <translation>Ne choisir aucun pays</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close; what was typed is asked about</source>
        <translation>Fermer&#xa0;; une question protège ce qui a été saisi</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Échéances</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doublons</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Enter opens the first page that is found.</source>
        <translation>Entrée ouvre la première page trouvée.</translation>
    </message>
    <message>
        <source>Enter opens · Ctrl+B pins it</source>
        <translation>Entrée ouvre · Ctrl+B épingle</translation>
    </message>
    <message>
        <source>Enter opens · Ctrl+Enter shows an entry beside · Ctrl+B pins it</source>
        <translation>Entrée ouvre · Ctrl+Entrée montre une fiche à côté · Ctrl+B l’épingle</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Fiches</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Everything about {name}</source>
        <translation>Tout sur {name}</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Finding the entries…</source>
        <translation>Recherche des fiches…</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Revenir</translation>
    </message>
    <message>
        <source>Go back to the page before</source>
        <translation>Revenir à la page d’avant</translation>
    </message>
    <message>
        <source>Go from field to field</source>
        <translation>Aller de champ en champ</translation>
    </message>
    <message>
        <source>Go to one of the first nine pages</source>
        <translation>Aller à l’une des neuf premières pages</translation>
    </message>
    <message>
        <source>Go to the next country</source>
        <translation>Aller au pays voisin</translation>
    </message>
    <message>
        <source>Go to the next entry</source>
        <translation>Aller à la fiche suivante</translation>
    </message>
    <message>
        <source>Go to the next field</source>
        <translation>Aller au champ suivant</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Help: {page}</source>
        <translation>Aide&#xa0;: {page}</translation>
    </message>
    <message>
        <source>In a form</source>
        <translation>Dans une fiche</translation>
    </message>
    <message>
        <source>In a list</source>
        <translation>Dans une liste</translation>
    </message>
    <message>
        <source>In the help</source>
        <translation>Dans l’aide</translation>
    </message>
    <message>
        <source>In the review</source>
        <translation>Pendant la vérification</translation>
    </message>
    <message>
        <source>In the search list</source>
        <translation>Dans la recherche</translation>
    </message>
    <message>
        <source>It is private: it is in no workbook unless somebody ticks it.</source>
        <translation>Il est privé&#xa0;: il n’est dans aucun classeur, sauf si quelqu’un le coche.</translation>
    </message>
    <message>
        <source>It must be filled in.</source>
        <translation>Il doit être rempli.</translation>
    </message>
    <message>
        <source>Keep ours</source>
        <translation>Garder le nôtre</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Move from row to row</source>
        <translation>Aller de ligne en ligne</translation>
    </message>
    <message>
        <source>Move the map</source>
        <translation>Déplacer la carte</translation>
    </message>
    <message>
        <source>Nearer, farther</source>
        <translation>Rapprocher, éloigner</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Nouvel évènement</translation>
    </message>
    <message>
        <source>New event in {name}</source>
        <translation>Nouvel évènement&#xa0;: {name}</translation>
    </message>
    <message>
        <source>New instrument</source>
        <translation>Nouvel instrument</translation>
    </message>
    <message>
        <source>New instrument with {name}</source>
        <translation>Nouvel instrument avec {name}</translation>
    </message>
    <message>
        <source>New mission</source>
        <translation>Nouvelle mission</translation>
    </message>
    <message>
        <source>New mission to {name}</source>
        <translation>Nouvelle mission&#xa0;: {name}</translation>
    </message>
    <message>
        <source>New partner</source>
        <translation>Nouveau partenaire</translation>
    </message>
    <message>
        <source>New partner in {name}</source>
        <translation>Nouveau partenaire&#xa0;: {name}</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Nouvelle personne</translation>
    </message>
    <message>
        <source>New person at {name}</source>
        <translation>Nouvelle personne&#xa0;: {name}</translation>
    </message>
    <message>
        <source>No longer pinned: {name}</source>
        <translation>N’est plus épinglé&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”.</source>
        <translation>Rien de trouvé pour «&#xa0;{text}&#xa0;».</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”. Try fewer letters, or another spelling.</source>
        <translation>Rien de trouvé pour «&#xa0;{text}&#xa0;». Essayez moins de lettres, ou une autre graphie.</translation>
    </message>
    <message>
        <source>Nothing is called that. Closest: {words}</source>
        <translation>Rien ne s’appelle ainsi. Au plus proche&#xa0;: {words}</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>Sur la carte</translation>
    </message>
    <message>
        <source>One of a list: type some letters of it.</source>
        <translation>Un choix d’une liste&#xa0;: tapez-en quelques lettres.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>L’ouvrir</translation>
    </message>
    <message>
        <source>Open the entries behind {code}</source>
        <translation>Ouvrir les fiches derrière {code}</translation>
    </message>
    <message>
        <source>Open the entries of the country</source>
        <translation>Ouvrir les fiches du pays</translation>
    </message>
    <message>
        <source>Open the entry</source>
        <translation>Ouvrir la fiche</translation>
    </message>
    <message>
        <source>Open the list or the calendar of a field</source>
        <translation>Ouvrir la liste ou le calendrier d’un champ</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Ouvrir {name}</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Pages of help</source>
        <translation>Pages d’aide</translation>
    </message>
    <message>
        <source>Pin an entry, or take the pin away</source>
        <translation>Épingler une fiche, ou la désépingler</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Épinglés</translation>
    </message>
    <message>
        <source>Pinned: {name}</source>
        <translation>Épinglé&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Print the sheet on one or two pages</source>
        <translation>Imprimer la feuille sur une ou deux pages</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Put the entry aside, to be taken up later</source>
        <translation>Mettre la fiche de côté, à reprendre plus tard</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Récents</translation>
    </message>
    <message>
        <source>Renew the instrument</source>
        <translation>Renouveler l’instrument</translation>
    </message>
    <message>
        <source>Renew {name}</source>
        <translation>Renouveler {name}</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Rapports</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Results stand below; the arrow keys choose, Enter opens.</source>
        <translation>Les résultats sont au-dessous&#xa0;; les flèches choisissent, Entrée ouvre.</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Chercher partout</translation>
    </message>
    <message>
        <source>Search in the help</source>
        <translation>Chercher dans l’aide</translation>
    </message>
    <message>
        <source>Search partners, instruments, missions…</source>
        <translation>Chercher un partenaire, un instrument, une mission…</translation>
    </message>
    <message>
        <source>Select all rows</source>
        <translation>Choisir toutes les lignes</translation>
    </message>
    <message>
        <source>Send a workbook to {name}</source>
        <translation>Envoyer un classeur&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Several values: Enter takes one and begins the next. {each}</source>
        <translation>Plusieurs valeurs&#xa0;: Entrée en prend une et commence la suivante. {each}</translation>
    </message>
    <message>
        <source>Sheets also call it: {names}.</source>
        <translation>Les tableaux l’appellent aussi&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Show an entry beside the page</source>
        <translation>Montrer une fiche à côté de la page</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>Montrer ou cacher le détail</translation>
    </message>
    <message>
        <source>Show {name} on the map</source>
        <translation>Montrer sur la carte&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Summary of {name}, one page</source>
        <translation>Synthèse&#xa0;: {name}, une page</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Prendre le leur</translation>
    </message>
    <message>
        <source>Take theirs in the whole category</source>
        <translation>Prendre le leur dans toute la catégorie</translation>
    </message>
    <message>
        <source>Take theirs in this field everywhere</source>
        <translation>Prendre le leur dans ce champ partout</translation>
    </message>
    <message>
        <source>The address of a web site.</source>
        <translation>L’adresse d’un site web.</translation>
    </message>
    <message>
        <source>The greatest and the least number</source>
        <translation>Le plus grand et le plus petit nombre</translation>
    </message>
    <message>
        <source>The page that is selected shows at the right.</source>
        <translation>La page choisie se montre à droite.</translation>
    </message>
    <message>
        <source>Turn the pages of the preview</source>
        <translation>Tourner les pages de l’aperçu</translation>
    </message>
    <message>
        <source>Type a name, a town or an old code (UMI 3527), or what to do: “vietnam summary”, “send hanoi”, “new mission to can tho”, “backup now”.</source>
        <translation>Tapez un nom, une ville ou un ancien code (UMI 3527), ou ce qu’il faut faire&#xa0;: «&#xa0;synthèse vietnam&#xa0;», «&#xa0;envoyer hanoi&#xa0;», «&#xa0;nouvelle mission à can tho&#xa0;», «&#xa0;sauvegarder&#xa0;».</translation>
    </message>
    <message>
        <source>Workbooks out</source>
        <translation>Classeurs envoyés</translation>
    </message>
    <message>
        <source>Write another value</source>
        <translation>Écrire une autre valeur</translation>
    </message>
    <message>
        <source>Write today’s date</source>
        <translation>Écrire la date du jour</translation>
    </message>
    <message>
        <source>Yes or no.</source>
        <translation>Oui ou non.</translation>
    </message>
</context>
</TS>
