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
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n évènement</numerusform>
            <numerusform>%n évènements</numerusform>
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
        <source>%n selected</source>
        <translation>
            <numerusform>%n ligne sélectionnée</numerusform>
            <numerusform>%n lignes sélectionnées</numerusform>
        </translation>
    </message>
    <message>
        <source>, then </source>
        <translation>, puis </translation>
    </message>
    <message>
        <source>2024, 05/2024 or 24/05/2024</source>
        <translation>2024, 05/2024 ou 24/05/2024</translation>
    </message>
    <message>
        <source>A to Z</source>
        <translation>De A à Z</translation>
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
        <source>Add a filter…</source>
        <translation>Ajouter un filtre…</translation>
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
        <comment>missions</comment>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>All</source>
        <comment>events</comment>
        <translation>Tous</translation>
    </message>
    <message>
        <source>All</source>
        <comment>people</comment>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>All {shown} shown</source>
        <translation>Tout est affiché ({shown})</translation>
    </message>
    <message>
        <source>At partners</source>
        <comment>people</comment>
        <translation>Chez les partenaires</translation>
    </message>
    <message>
        <source>Back to the view as it was saved</source>
        <translation>Revenir à la vue enregistrée</translation>
    </message>
    <message>
        <source>Back to what was saved</source>
        <translation>Revenir à ce qui était enregistré</translation>
    </message>
    <message>
        <source>By {field}</source>
        <translation>Par {field}</translation>
    </message>
    <message>
        <source>Choose a value.</source>
        <translation>Choisissez une valeur.</translation>
    </message>
    <message>
        <source>Choose the columns</source>
        <translation>Choisir les colonnes</translation>
    </message>
    <message>
        <source>Choose the columns…</source>
        <translation>Choisir les colonnes…</translation>
    </message>
    <message>
        <source>Close all groups</source>
        <translation>Fermer tous les groupes</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>instruments</comment>
        <translation>Clos</translation>
    </message>
    <message>
        <source>Co-funded</source>
        <comment>events</comment>
        <translation>Cofinancés</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Colonnes…</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>Contains “{text}”</source>
        <translation>Contient «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Comptage…</translation>
    </message>
    <message>
        <source>Delegations and visits</source>
        <comment>events</comment>
        <translation>Délégations et visites</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n entry(ies)?</source>
        <translation>
            <numerusform>Supprimer %n fiche&#x202f;?</numerusform>
            <numerusform>Supprimer %n fiches&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the view</source>
        <translation>Supprimer la vue</translation>
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
        <source>Drag, or Alt+arrows, to move a column</source>
        <translation>Glissez, ou Alt+flèches, pour déplacer une colonne</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Embassies</source>
        <comment>partners</comment>
        <translation>Ambassades</translation>
    </message>
    <message>
        <source>Enter opens an entry, Space shows its details, F2 or typing changes a cell.</source>
        <translation>Entrée ouvre une fiche, Espace montre son détail, F2 ou la frappe change une case.</translation>
    </message>
    <message>
        <source>Everything about its country</source>
        <translation>Tout sur son pays</translation>
    </message>
    <message>
        <source>Everything about this partner</source>
        <translation>Tout sur ce partenaire</translation>
    </message>
    <message>
        <source>Excel…</source>
        <translation>Excel…</translation>
    </message>
    <message>
        <source>Export to Excel…</source>
        <translation>Exporter vers Excel…</translation>
    </message>
    <message>
        <source>F2 renames it, Delete deletes it, the menu key shows more.</source>
        <translation>F2 la renomme, Suppr la supprime, la touche Menu montre le reste.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Filter by this column…</source>
        <translation>Filtrer par cette colonne…</translation>
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
        <source>Find a column</source>
        <translation>Chercher une colonne</translation>
    </message>
    <message>
        <source>Find a value</source>
        <translation>Chercher une valeur</translation>
    </message>
    <message>
        <source>From</source>
        <comment>a date</comment>
        <translation>Du</translation>
    </message>
    <message>
        <source>Gather the rows by a field</source>
        <translation>Regrouper les lignes par un champ</translation>
    </message>
    <message>
        <source>Give the view a name.</source>
        <translation>Donnez un nom à la vue.</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Grouper</translation>
    </message>
    <message>
        <source>Group by this column</source>
        <translation>Grouper par cette colonne</translation>
    </message>
    <message>
        <source>Group by…</source>
        <translation>Grouper par…</translation>
    </message>
    <message numerus="yes">
        <source>Group {name}, %n</source>
        <translation>
            <numerusform>Groupe {name}, %n</numerusform>
            <numerusform>Groupe {name}, %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Group {name}, %n, closed</source>
        <translation>
            <numerusform>Groupe {name}, %n, fermé</numerusform>
            <numerusform>Groupe {name}, %n, fermé</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>Masquer cette colonne</translation>
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
        <source>It stands in the left pane, and is kept in the base.</source>
        <translation>Elle figure dans le volet de gauche et reste dans la base.</translation>
    </message>
    <message>
        <source>Keep the first column in sight</source>
        <translation>Garder la première colonne en vue</translation>
    </message>
    <message>
        <source>Keep these filters, order and columns as a view</source>
        <translation>Garder ces filtres, cet ordre et ces colonnes comme une vue</translation>
    </message>
    <message>
        <source>Keep what is shown now in the view “{name}”</source>
        <translation>Garder ce qui est affiché dans la vue «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Du plus grand au plus petit</translation>
    </message>
    <message>
        <source>Menu of the column</source>
        <translation>Menu de la colonne</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Déplacer à gauche</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Déplacer à droite</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Nom de la vue</translation>
    </message>
    <message>
        <source>Network…</source>
        <translation>Réseau…</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Nouvel évènement</translation>
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
        <source>Newest first</source>
        <translation>Du plus récent au plus ancien</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Nouveau…</translation>
    </message>
    <message>
        <source>No events yet. Add a delegation, a visit or a meeting, or drop a spreadsheet here.</source>
        <translation>Pas encore d’évènement. Ajoutez une délégation, une visite ou une réunion, ou déposez un tableau ici.</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Sans groupes</translation>
    </message>
    <message>
        <source>No instruments yet. Add one, or drop a spreadsheet here.</source>
        <translation>Pas encore d’instrument. Ajoutez-en un, ou déposez un tableau ici.</translation>
    </message>
    <message>
        <source>No legal basis</source>
        <comment>people</comment>
        <translation>Sans base légale</translation>
    </message>
    <message>
        <source>No missions yet. Add one, or drop a spreadsheet here.</source>
        <translation>Pas encore de mission. Ajoutez-en une, ou déposez un tableau ici.</translation>
    </message>
    <message>
        <source>No partners yet. Add one, or drop a spreadsheet here.</source>
        <translation>Pas encore de partenaire. Ajoutez-en un, ou déposez un tableau ici.</translation>
    </message>
    <message>
        <source>Nobody yet. Add a person, or drop a spreadsheet here.</source>
        <translation>Personne pour l’instant. Ajoutez quelqu’un, ou déposez un tableau ici.</translation>
    </message>
    <message>
        <source>Not filled in</source>
        <translation>Non renseigné</translation>
    </message>
    <message>
        <source>Nothing is here any more that “{file}” has brought or changed: that was undone.</source>
        <translation>Il ne reste rien ici de ce que «&#xa0;{file}&#xa0;» avait apporté ou modifié&#xa0;: cela a été annulé.</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>Rien ne correspond.</translation>
    </message>
    <message>
        <source>Nothing to choose from.</source>
        <translation>Aucune valeur à choisir.</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Du plus ancien au plus récent</translation>
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
        <source>Open all groups</source>
        <translation>Ouvrir tous les groupes</translation>
    </message>
    <message>
        <source>Other fields</source>
        <translation>Autres champs</translation>
    </message>
    <message>
        <source>Planned</source>
        <comment>missions</comment>
        <translation>Prévues</translation>
    </message>
    <message>
        <source>Print the day sheet…</source>
        <translation>Imprimer la fiche du jour…</translation>
    </message>
    <message>
        <source>Print the sheet…</source>
        <translation>Imprimer la fiche…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>Lecture de la liste…</translation>
    </message>
    <message>
        <source>Remove the filters</source>
        <translation>Enlever les filtres</translation>
    </message>
    <message>
        <source>Rename the view…</source>
        <translation>Renommer la vue…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save as a new view…</source>
        <translation>Enregistrer comme nouvelle vue…</translation>
    </message>
    <message>
        <source>Save as a view…</source>
        <translation>Enregistrer comme vue…</translation>
    </message>
    <message>
        <source>Save this list as an Excel file…</source>
        <translation>Enregistrer cette liste en fichier Excel…</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Enregistrer la vue</translation>
    </message>
    <message>
        <source>Saved view: {name}</source>
        <translation>Vue enregistrée&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Vues enregistrées</translation>
    </message>
    <message>
        <source>Send the view to another office</source>
        <translation>Envoyer la vue à un autre bureau</translation>
    </message>
    <message>
        <source>Send the view to another office…</source>
        <translation>Envoyer la vue à un autre bureau…</translation>
    </message>
    <message>
        <source>Send to another office…</source>
        <translation>Envoyer à un autre bureau…</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>Montrer ou cacher le détail</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>Du plus petit au plus grand</translation>
    </message>
    <message>
        <source>Some rows of the list; the arrows go to the others</source>
        <translation>Certaines lignes de la liste&#xa0;; les flèches vont aux autres</translation>
    </message>
    <message>
        <source>Sorts by: {field}</source>
        <translation>Trie par&#xa0;: {field}</translation>
    </message>
    <message>
        <source>Take in a view</source>
        <translation>Recevoir une vue</translation>
    </message>
    <message>
        <source>Take in a view…</source>
        <translation>Recevoir une vue…</translation>
    </message>
    <message>
        <source>The most frequent values; type to find others.</source>
        <translation>Les valeurs les plus fréquentes&#xa0;; tapez pour en trouver d’autres.</translation>
    </message>
    <message>
        <source>The space bar or Enter shows or hides a column, Alt with an arrow moves it.</source>
        <translation>La barre d’espace ou Entrée affiche ou masque une colonne, Alt et une flèche la déplacent.</translation>
    </message>
    <message>
        <source>The space bar ticks a value, Enter filters.</source>
        <translation>La barre d’espace coche une valeur, Entrée filtre.</translation>
    </message>
    <message>
        <source>The view “{name}” was deleted</source>
        <translation>La vue «&#xa0;{name}&#xa0;» a été supprimée</translation>
    </message>
    <message>
        <source>The view “{name}” was taken in</source>
        <translation>La vue «&#xa0;{name}&#xa0;» a été reçue</translation>
    </message>
    <message>
        <source>The view “{name}” was updated</source>
        <translation>La vue «&#xa0;{name}&#xa0;» a été mise à jour</translation>
    </message>
    <message>
        <source>Then {order}</source>
        <translation>Puis {order}</translation>
    </message>
    <message>
        <source>There is a view of this name already: choose another.</source>
        <translation>Une vue porte déjà ce nom&#xa0;: choisissez-en un autre.</translation>
    </message>
    <message>
        <source>This entry names no country yet.</source>
        <translation>Cette fiche n’indique pas encore de pays.</translation>
    </message>
    <message>
        <source>To come</source>
        <comment>events</comment>
        <translation>À venir</translation>
    </message>
    <message>
        <source>To follow up</source>
        <comment>events</comment>
        <translation>À suivre</translation>
    </message>
    <message>
        <source>To renew</source>
        <comment>instruments</comment>
        <translation>À renouveler</translation>
    </message>
    <message>
        <source>Tours of the zone</source>
        <comment>missions</comment>
        <translation>Tournées</translation>
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
        <source>Universities</source>
        <comment>partners</comment>
        <translation>Universités</translation>
    </message>
    <message>
        <source>Until</source>
        <comment>a date</comment>
        <translation>Au</translation>
    </message>
    <message>
        <source>Update the view</source>
        <translation>Mettre à jour la vue</translation>
    </message>
    <message>
        <source>Update view</source>
        <translation>Mettre à jour la vue</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Colonnes habituelles</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valeurs</translation>
    </message>
    <message>
        <source>View: {name}</source>
        <translation>Vue&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Views of Passerelle ({pattern})</source>
        <translation>Vues de Passerelle ({pattern})</translation>
    </message>
    <message>
        <source>Z to A</source>
        <translation>De Z à A</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>contient</translation>
    </message>
    <message>
        <source>ends before it starts</source>
        <translation>finit avant de commencer</translation>
    </message>
    <message>
        <source>from</source>
        <translation>à partir de</translation>
    </message>
    <message>
        <source>grouped by {field}</source>
        <translation>groupés par {field}</translation>
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
        <source>lies between</source>
        <translation>est entre</translation>
    </message>
    <message>
        <source>not filled in</source>
        <translation>non renseigné</translation>
    </message>
    <message>
        <source>since {year}</source>
        <translation>depuis {year}</translation>
    </message>
    <message>
        <source>sorted by {order}</source>
        <translation>triés par {order}</translation>
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
        <source>{done}, without what this base does not have: {missing}</source>
        <translation>{done}, sans ce que cette base n’a pas&#xa0;: {missing}</translation>
    </message>
    <message>
        <source>{field} contains “{value}”</source>
        <translation>{field} contient «&#xa0;{value}&#xa0;»</translation>
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
        <source>{field}: no later than {value}</source>
        <translation>{field}&#xa0;: {value} ou avant</translation>
    </message>
    <message>
        <source>{field}: not before {value}</source>
        <translation>{field}&#xa0;: pas avant {value}</translation>
    </message>
    <message>
        <source>{field}: {first} to {last}</source>
        <translation>{field}&#xa0;: de {first} à {last}</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}&#xa0;: {value}</translation>
    </message>
    <message>
        <source>{field}: {value} or later</source>
        <translation>{field}&#xa0;: {value} ou après</translation>
    </message>
    <message>
        <source>{field}: {value} or less</source>
        <translation>{field}&#xa0;: {value} ou moins</translation>
    </message>
    <message>
        <source>{field}: {value} or more</source>
        <translation>{field}&#xa0;: {value} ou plus</translation>
    </message>
    <message>
        <source>{filter}. Click to change it, the cross takes it away.</source>
        <translation>{filter}. Cliquez pour le changer, la croix l’enlève.</translation>
    </message>
    <message>
        <source>{rows} × {columns} cells</source>
        <translation>{rows} × {columns} cases</translation>
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
        <source>{what} deleted</source>
        <translation>{what}&#xa0;: fiche supprimée</translation>
    </message>
    <message>
        <source>“{field}” has {count} different values, too many for groups: filter the list first.</source>
        <translation>«&#xa0;{field}&#xa0;» a {count} valeurs différentes, trop pour des groupes&#xa0;: filtrez d’abord la liste.</translation>
    </message>
    <message>
        <source>“{file}” is ready: send it by mail, the other office drops it on its window</source>
        <translation>«&#xa0;{file}&#xa0;» est prêt&#xa0;: envoyez-le par courriel, l’autre bureau le dépose sur sa fenêtre</translation>
    </message>
</context>
</TS>
