<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n en retard</numerusform>
            <numerusform>%n en retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workbook(s) out</source>
        <translation>
            <numerusform>%n classeur envoyé</numerusform>
            <numerusform>%n classeurs envoyés</numerusform>
        </translation>
    </message>
    <message>
        <source>A fictitious office, to look around</source>
        <translation>Un bureau fictif, pour découvrir le programme</translation>
    </message>
    <message>
        <source>A file that ends in .passerelle</source>
        <translation>Un fichier qui se termine par .passerelle</translation>
    </message>
    <message>
        <source>A text to read</source>
        <translation>Un texte à lire</translation>
    </message>
    <message>
        <source>About Passerelle</source>
        <translation>À propos de Passerelle</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>Tout est enregistré</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>Backup {time}</source>
        <translation>Sauvegarde {time}</translation>
    </message>
    <message>
        <source>Bases (*.passerelle)</source>
        <translation>Bases (*.passerelle)</translation>
    </message>
    <message>
        <source>Begin with a spreadsheet</source>
        <translation>Commencer par un tableau</translation>
    </message>
    <message>
        <source>Built with Qt for Python (PySide6), used under the LGPL 3: you may replace these libraries.</source>
        <translation>Construit avec Qt for Python (PySide6), utilisé sous la LGPL 3&#xa0;: vous pouvez remplacer ces bibliothèques.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Thème sombre</translation>
    </message>
    <message>
        <source>Each change applies at once.</source>
        <translation>Chaque changement s’applique aussitôt.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Édition</translation>
    </message>
    <message>
        <source>Elsewhere…</source>
        <translation>Ailleurs…</translation>
    </message>
    <message>
        <source>Empty, with the CNRS reference lists</source>
        <translation>Vide, avec les listes de référence du CNRS</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Échanges</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Go to a field of a form first.</source>
        <translation>Allez d’abord dans un champ d’une fiche.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>History and backups</source>
        <translation>Historique et sauvegardes</translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation>Instruments</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Agrandir le texte</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Light or dark theme</source>
        <translation>Thème clair ou sombre</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Thème clair</translation>
    </message>
    <message>
        <source>Make a new base</source>
        <translation>Créer une base</translation>
    </message>
    <message>
        <source>Make a new base for an office</source>
        <translation>Créer la base d’un bureau</translation>
    </message>
    <message>
        <source>Make the base</source>
        <translation>Créer la base</translation>
    </message>
    <message>
        <source>Make the base in another folder</source>
        <translation>Créer la base dans un autre dossier</translation>
    </message>
    <message>
        <source>Making the sample data…</source>
        <translation>Création des données d’exemple…</translation>
    </message>
    <message>
        <source>Making {name}…</source>
        <translation>Création de {name}…</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menu (F10)</translation>
    </message>
    <message>
        <source>Missions</source>
        <translation>Missions</translation>
    </message>
    <message>
        <source>New instrument</source>
        <translation>Nouvel instrument</translation>
    </message>
    <message>
        <source>New mission</source>
        <translation>Nouvelle mission</translation>
    </message>
    <message>
        <source>New partner</source>
        <translation>Nouveau partenaire</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Nouvelle personne</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Volet suivant</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Mentions</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Bureau</translation>
    </message>
    <message>
        <source>Open an office base</source>
        <translation>Ouvrir la base d’un bureau</translation>
    </message>
    <message>
        <source>Open an office base…</source>
        <translation>Ouvrir une base…</translation>
    </message>
    <message>
        <source>Open another base…</source>
        <translation>Ouvrir une autre base…</translation>
    </message>
    <message>
        <source>Open it read-only</source>
        <translation>L’ouvrir en lecture seule</translation>
    </message>
    <message>
        <source>Open the base of your office</source>
        <translation>Ouvrir la base de votre bureau</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>Ouverture de {name}…</translation>
    </message>
    <message>
        <source>Or drop it here: the base above is made, then it is read</source>
        <translation>Ou déposez-le ici&#xa0;: la base ci-dessus est créée, puis il est lu</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Restitution</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Partenaires</translation>
    </message>
    <message>
        <source>Partners, instruments and missions of the CNRS offices abroad. Apache License 2.0.</source>
        <translation>Partenaires, instruments et missions des bureaux du CNRS à l’étranger. Licence Apache 2.0.</translation>
    </message>
    <message>
        <source>Passerelle</source>
        <translation>Passerelle</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Read a spreadsheet</source>
        <translation>Lire un tableau</translation>
    </message>
    <message>
        <source>Read a spreadsheet…</source>
        <translation>Lire un tableau…</translation>
    </message>
    <message>
        <source>Recent bases</source>
        <translation>Bases récentes</translation>
    </message>
    <message>
        <source>Records, actions and help in one list</source>
        <translation>Fiches, actions et aide dans une seule liste</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Rapports</translation>
    </message>
    <message>
        <source>Sample data: the people, projects and missions of this base are fictitious.</source>
        <translation>Données d’exemple&#xa0;: les personnes, projets et missions de cette base sont fictifs.</translation>
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
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Réduire le texte</translation>
    </message>
    <message>
        <source>Start with an empty base for my office…</source>
        <translation>Commencer avec une base vide pour mon bureau…</translation>
    </message>
    <message>
        <source>Start with sample data</source>
        <translation>Utiliser des données d’exemple</translation>
    </message>
    <message>
        <source>Take back a workbook…</source>
        <translation>Reprendre un classeur…</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>Cela n’a pas fonctionné.</translation>
    </message>
    <message numerus="yes">
        <source>The check found %n problem(s) in this base: go back to the last backup.</source>
        <translation>
            <numerusform>La vérification a trouvé %n problème dans cette base&#xa0;: revenez à la dernière sauvegarde.</numerusform>
            <numerusform>La vérification a trouvé %n problèmes dans cette base&#xa0;: revenez à la dernière sauvegarde.</numerusform>
        </translation>
    </message>
    <message>
        <source>The office whose base is made</source>
        <translation>Le bureau dont la base est créée</translation>
    </message>
    <message>
        <source>The open base</source>
        <translation>La base ouverte</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>This base is open read-only: nothing can be changed in it.</source>
        <translation>Cette base est ouverte en lecture seule&#xa0;: rien ne peut y être modifié.</translation>
    </message>
    <message>
        <source>This could not be done, and nothing was changed. The log says more: {error}</source>
        <translation>Cela n’a pas pu être fait, et rien n’a été modifié. Le journal en dit plus&#xa0;: {error}</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Try it with sample data</source>
        <translation>Essayer avec des données d’exemple</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Taille usuelle du texte</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>What does this field mean?</source>
        <translation>Que veut dire ce champ&#xa0;?</translation>
    </message>
    <message>
        <source>Which base do you work with?</source>
        <translation>Avec quelle base travaillez-vous&#x202f;?</translation>
    </message>
    <message>
        <source>Workbooks and sheets ({patterns})</source>
        <translation>Classeurs et feuilles ({patterns})</translation>
    </message>
    <message>
        <source>Workbooks out</source>
        <translation>Classeurs envoyés</translation>
    </message>
    <message>
        <source>Your office’s own base, empty; the sample data are put away</source>
        <translation>La base de votre bureau, vide&#xa0;; les données d’exemple sont rangées</translation>
    </message>
    <message>
        <source>{file}, in {folder}</source>
        <translation>{file}, dans {folder}</translation>
    </message>
    <message>
        <source>{file}: {reason}. Nothing was changed.</source>
        <translation>{file}&#xa0;: {reason}. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>{verb}: {what}</source>
        <translation>{verb}&#xa0;: {what}</translation>
    </message>
</context>
</TS>
