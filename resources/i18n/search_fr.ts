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
        <source>About Passerelle</source>
        <translation>À propos de Passerelle</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>Backed up and checked: {file}</source>
        <translation>Sauvegardé et vérifié : {file}</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>Sauvegarde en cours…</translation>
    </message>
    <message>
        <source>Built with Qt for Python (PySide6), used under the LGPL 3: you may replace these libraries.</source>
        <translation>Construit avec Qt for Python (PySide6), sous licence LGPL 3&#xa0;: vous pouvez remplacer ces bibliothèques.</translation>
    </message>
    <message>
        <source>Close to it: {words}</source>
        <translation>Au plus proche : {words}</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Enter opens · Ctrl+Enter shows a record beside · Ctrl+P pins it</source>
        <translation>Entrée ouvre · Ctrl+Entrée montre la fiche à côté · Ctrl+P l’épingle</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Everything is saved as you go, and every change can be undone. F10 shows the commands.</source>
        <translation>Tout est enregistré au fur et à mesure, et chaque changement peut être annulé. F10 montre les commandes.</translation>
    </message>
    <message>
        <source>Go to a page of the left pane</source>
        <translation>Aller à une page du volet de gauche</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Leave the search field or close a form</source>
        <translation>Quitter la recherche ou fermer un formulaire</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Move in a list</source>
        <translation>Se déplacer dans une liste</translation>
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
        <translation>Nouvelle mission : {name}</translation>
    </message>
    <message>
        <source>New partner</source>
        <translation>Nouveau partenaire</translation>
    </message>
    <message>
        <source>New partner in {name}</source>
        <translation>Nouveau partenaire : {name}</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Nouvelle personne</translation>
    </message>
    <message>
        <source>New person at {name}</source>
        <translation>Nouvelle personne : {name}</translation>
    </message>
    <message>
        <source>No longer pinned: {name}</source>
        <translation>N’est plus épinglé : {name}</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”. Try fewer letters, or another spelling.</source>
        <translation>Rien de trouvé pour « {text} ». Essayez moins de lettres, ou une autre graphie.</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Mentions légales</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Ouvrir la fiche</translation>
    </message>
    <message>
        <source>Partners, instruments and missions of the CNRS offices abroad. Apache License 2.0.</source>
        <translation>Partenaires, instruments et missions des bureaux du CNRS à l’étranger. Licence Apache 2.0.</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Épinglés</translation>
    </message>
    <message>
        <source>Pinned: {name}</source>
        <translation>Épinglé : {name}</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Récents</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Fiches</translation>
    </message>
    <message>
        <source>Renew {name}</source>
        <translation>Renouveler {name}</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Results stand below; the arrow keys choose, Enter opens.</source>
        <translation>Les résultats sont au-dessous ; les flèches choisissent, Entrée ouvre.</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Chercher partout</translation>
    </message>
    <message>
        <source>Search partners, instruments, missions…</source>
        <translation>Chercher un partenaire, un instrument, une mission…</translation>
    </message>
    <message>
        <source>Send a workbook to {name}</source>
        <translation>Envoyer un classeur : {name}</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>Montrer ou cacher le détail</translation>
    </message>
    <message>
        <source>Summary of {name}, one page</source>
        <translation>Synthèse : {name}, une page</translation>
    </message>
    <message>
        <source>Type a name, a town or an old code (UMI 3527), or what to do: “vietnam summary”, “send hanoi”, “new mission to can tho”, “backup now”.</source>
        <translation>Tapez un nom, une ville ou un ancien code (UMI 3527), ou ce qu’il faut faire : « synthèse vietnam », « envoyer hanoi », « nouvelle mission à can tho », « sauvegarder ».</translation>
    </message>
</context>
</TS>
