<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n jour de retard</numerusform>
            <numerusform>%n jours de retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instrument(s)</source>
        <translation>
            <numerusform>%n instrument</numerusform>
            <numerusform>%n instruments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n en retard</numerusform>
            <numerusform>%n en retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mission(s)</source>
        <translation>
            <numerusform>%n mission</numerusform>
            <numerusform>%n missions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partner(s)</source>
        <translation>
            <numerusform>%n partenaire</numerusform>
            <numerusform>%n partenaires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied with their headings</source>
        <translation>
            <numerusform>%n ligne copiée avec ses titres</numerusform>
            <numerusform>%n lignes copiées avec leurs titres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n sélectionné</numerusform>
            <numerusform>%n sélectionnés</numerusform>
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
        <source>2024, 05/2024 or 24/05/2024</source>
        <translation>2024, 05/2024 ou 24/05/2024</translation>
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
        <source>About Passerelle</source>
        <translation>À propos de Passerelle</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Active</source>
        <comment>instruments</comment>
        <translation>Actifs</translation>
    </message>
    <message>
        <source>Active</source>
        <comment>partners</comment>
        <translation>Actifs</translation>
    </message>
    <message>
        <source>Add filter</source>
        <translation>Ajouter un filtre</translation>
    </message>
    <message>
        <source>All</source>
        <comment>instruments</comment>
        <translation>Tous</translation>
    </message>
    <message>
        <source>All</source>
        <comment>partners</comment>
        <translation>Tous</translation>
    </message>
    <message>
        <source>All</source>
        <comment>people</comment>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>All</source>
        <comment>missions</comment>
        <translation>Toutes</translation>
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
        <source>At partners</source>
        <comment>people</comment>
        <translation>Chez les partenaires</translation>
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
        <source>Built with Qt for Python (PySide6), used under the LGPL 3: you may replace these libraries.</source>
        <translation>Construit avec Qt for Python (PySide6), sous licence LGPL 3&#xa0;: vous pouvez remplacer ces bibliothèques.</translation>
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
        <source>Closed</source>
        <comment>instruments</comment>
        <translation>Clos</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
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
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n record(s)?</source>
        <translation>
            <numerusform>Supprimer %n fiche&#x202f;?</numerusform>
            <numerusform>Supprimer %n fiches&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Density of the rows</source>
        <translation>Densité des lignes</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>missions</comment>
        <translation>Effectuées</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
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
        <source>Embassies</source>
        <comment>partners</comment>
        <translation>Ambassades</translation>
    </message>
    <message>
        <source>Everything is saved as you go, and every change can be undone. F10 shows the commands.</source>
        <translation>Tout est enregistré au fur et à mesure, et chaque changement peut être annulé. F10 montre les commandes.</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Échanges</translation>
    </message>
    <message>
        <source>Export to Excel…</source>
        <translation>Exporter vers Excel…</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation>Filtrer cette liste</translation>
    </message>
    <message>
        <source>Filter this list ({key})</source>
        <translation>Filtrer cette liste ({key})</translation>
    </message>
    <message>
        <source>Filter: {filter}</source>
        <translation>Filtre&#xa0;: {filter}</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
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
        <source>History and backups</source>
        <translation>Historique et sauvegardes</translation>
    </message>
    <message>
        <source>Hosting</source>
        <comment>missions</comment>
        <translation>Accueils</translation>
    </message>
    <message>
        <source>In CNRS units</source>
        <comment>people</comment>
        <translation>Dans les unités CNRS</translation>
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
        <source>Leave the search field or close a form</source>
        <translation>Quitter la recherche ou fermer un formulaire</translation>
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
        <source>Make the base…</source>
        <translation>Créer la base…</translation>
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
        <source>Move in a list</source>
        <translation>Se déplacer dans une liste</translation>
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
        <source>New…</source>
        <translation>Nouveau…</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Volet suivant</translation>
    </message>
    <message>
        <source>No instruments yet. Add one, or receive a spreadsheet.</source>
        <translation>Pas encore d’instrument. Ajoutez-en un, ou recevez un tableau.</translation>
    </message>
    <message>
        <source>No legal basis</source>
        <comment>people</comment>
        <translation>Sans base légale</translation>
    </message>
    <message>
        <source>No missions yet. Add one, or receive a spreadsheet.</source>
        <translation>Pas encore de mission. Ajoutez-en une, ou recevez un tableau.</translation>
    </message>
    <message>
        <source>No partners yet. Add one, or receive a spreadsheet.</source>
        <translation>Pas encore de partenaire. Ajoutez-en un, ou recevez un tableau.</translation>
    </message>
    <message>
        <source>Nobody yet. Add a person, or receive a spreadsheet.</source>
        <translation>Personne pour l’instant. Ajoutez quelqu’un, ou recevez un tableau.</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”.</source>
        <translation>Rien trouvé pour «&#xa0;{text}&#xa0;».</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>Rien ne correspond.</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Mentions légales</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Bureau</translation>
    </message>
    <message>
        <source>One line a row, or two</source>
        <translation>Une ligne de texte par fiche, ou deux</translation>
    </message>
    <message>
        <source>One undo brings them all back.</source>
        <translation>Une seule annulation les ramène toutes.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
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
        <source>Open the record</source>
        <translation>Ouvrir la fiche</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>Ouverture de {name}…</translation>
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
        <source>Planned</source>
        <comment>missions</comment>
        <translation>Prévues</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>Lecture de la liste…</translation>
    </message>
    <message>
        <source>Recent bases</source>
        <translation>Bases récentes</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Fiches</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Remove the filters</source>
        <translation>Enlever les filtres</translation>
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
        <source>Say what to look for.</source>
        <translation>Dites ce qu’il faut chercher.</translation>
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
        <source>Show or hide the details</source>
        <translation>Montrer ou cacher le détail</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Réduire le texte</translation>
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
        <source>To renew</source>
        <comment>instruments</comment>
        <translation>À renouveler</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Tours of the zone</source>
        <comment>missions</comment>
        <translation>Tournées</translation>
    </message>
    <message>
        <source>Try it with sample data</source>
        <translation>Essayer avec des données d’exemple</translation>
    </message>
    <message>
        <source>Two lines a row, or one</source>
        <translation>Deux lignes de texte par fiche, ou une</translation>
    </message>
    <message>
        <source>UMIFRE</source>
        <comment>instruments</comment>
        <translation>UMIFRE</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Universities</source>
        <comment>partners</comment>
        <translation>Universités</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Colonnes habituelles</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>View: {name}</source>
        <translation>Vue&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Which base do you work with?</source>
        <translation>Avec quelle base travaillez-vous&#x202f;?</translation>
    </message>
    <message>
        <source>Workbooks out</source>
        <translation>Classeurs envoyés</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>contient</translation>
    </message>
    <message>
        <source>from</source>
        <translation>à partir de</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>dans %n jour</numerusform>
            <numerusform>dans %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>is</source>
        <translation>est</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>est vide</translation>
    </message>
    <message>
        <source>is filled in</source>
        <translation>est rempli</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>n’est pas</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>est parmi</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>since {year}</source>
        <translation>depuis {year}</translation>
    </message>
    <message>
        <source>until</source>
        <translation>jusqu’à</translation>
    </message>
    <message>
        <source>until {year}</source>
        <translation>jusqu’en {year}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>{field} contains “{value}”</source>
        <translation>{field} contient «&#xa0;{value}&#xa0;»</translation>
    </message>
    <message>
        <source>{field} from {value}</source>
        <translation>{field} à partir de {value}</translation>
    </message>
    <message>
        <source>{field} is empty</source>
        <translation>{field}&#xa0;: vide</translation>
    </message>
    <message>
        <source>{field} is filled in</source>
        <translation>{field}&#xa0;: rempli</translation>
    </message>
    <message>
        <source>{field} is not {value}</source>
        <translation>{field}&#xa0;: pas {value}</translation>
    </message>
    <message>
        <source>{field} until {value}</source>
        <translation>{field} jusqu’à {value}</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}&#xa0;: {value}</translation>
    </message>
    <message>
        <source>{file}: {reason}. Nothing was changed.</source>
        <translation>{file}&#xa0;: {reason}. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>{filter}. Click to change it, the cross takes it away.</source>
        <translation>{filter}. Cliquez pour le changer, la croix l’enlève.</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of {all} shown by %n filter(s)</source>
        <translation>
            <numerusform>{shown} sur {all} affichés, %n filtre</numerusform>
            <numerusform>{shown} sur {all} affichés, %n filtres</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {all} shown in the view “{view}”</source>
        <translation>{shown} sur {all} affichés dans la vue «&#xa0;{view}&#xa0;»</translation>
    </message>
    <message>
        <source>{shown} shown, all</source>
        <translation>{shown} affichés, tout</translation>
    </message>
    <message>
        <source>{verb}: {what}</source>
        <translation>{verb}&#xa0;: {what}</translation>
    </message>
    <message>
        <source>{what} deleted</source>
        <translation>Supprimé&#xa0;: {what}</translation>
    </message>
</context>
</TS>
