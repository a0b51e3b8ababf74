<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n instrument(s)</source>
        <translation>
            <numerusform>%n instrument</numerusform>
            <numerusform>%n instruments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member institution(s)</source>
        <translation>
            <numerusform>%n établissement rattaché</numerusform>
            <numerusform>%n établissements rattachés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more not shown</source>
        <translation>
            <numerusform>%n autre non montré</numerusform>
            <numerusform>%n autres non montrés</numerusform>
        </translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Voir les {count}</translation>
    </message>
    <message>
        <source>Also known as</source>
        <translation>Autres noms</translation>
    </message>
    <message>
        <source>CNRS institute</source>
        <comment>overview</comment>
        <translation>Institut du CNRS</translation>
    </message>
    <message>
        <source>CNRS institute</source>
        <translation>Institut du CNRS</translation>
    </message>
    <message>
        <source>CNRS unit</source>
        <comment>overview</comment>
        <translation>Unité CNRS</translation>
    </message>
    <message>
        <source>CNRS unit</source>
        <translation>Unité CNRS</translation>
    </message>
    <message>
        <source>Choose a country, a partner, an institute or a unit: all that the base knows of it comes here.</source>
        <translation>Choisissez un pays, un partenaire, un institut ou une unité&#xa0;: tout ce que la base en sait vient ici.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>Copier comme image</translation>
    </message>
    <message>
        <source>Copy the data</source>
        <translation>Copier les données</translation>
    </message>
    <message>
        <source>Country</source>
        <comment>overview</comment>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Data copied: {name}</source>
        <translation>Données copiées&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Échéances</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Embassy</source>
        <translation>Ambassade</translation>
    </message>
    <message>
        <source>Followed by</source>
        <translation>Suivi par</translation>
    </message>
    <message>
        <source>Follows on</source>
        <translation>Succède à</translation>
    </message>
    <message>
        <source>Further links too</source>
        <translation>Leurs propres liens aussi</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Indicators of the country</source>
        <translation>Indicateurs du pays</translation>
    </message>
    <message>
        <source>Instruments over time</source>
        <translation>Les instruments dans le temps</translation>
    </message>
    <message>
        <source>It is linked to nothing yet. Name its partners and units in its form: they show here.</source>
        <translation>Aucun lien pour l’instant. Nommez ses partenaires et ses unités dans sa fiche&#xa0;: ils apparaissent ici.</translation>
    </message>
    <message>
        <source>It shares no instrument with another partner yet.</source>
        <translation>Il ne partage encore aucun instrument avec un autre partenaire.</translation>
    </message>
    <message>
        <source>Its people</source>
        <translation>Ses membres</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Last changes</source>
        <translation>Derniers changements</translation>
    </message>
    <message>
        <source>Legal and former names</source>
        <translation>Noms légaux et anciens noms</translation>
    </message>
    <message>
        <source>Linked as</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Merge these two…</source>
        <translation>Fusionner ces deux fiches…</translation>
    </message>
    <message>
        <source>Missions under way and coming</source>
        <translation>Missions en cours et à venir</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Plus…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Network of {name}</source>
        <translation>Réseau de {name}</translation>
    </message>
    <message>
        <source>No access known. Note it in the form of a partner.</source>
        <translation>Aucun accès connu. Notez-le dans la fiche d’un partenaire.</translation>
    </message>
    <message>
        <source>No contact yet. Add one in the list of people.</source>
        <translation>Aucun contact. Ajoutez-en un dans la liste des personnes.</translation>
    </message>
    <message>
        <source>No indicator yet. Note them in the form of the country, with their year and source.</source>
        <translation>Aucun indicateur. Notez-les dans la fiche du pays, avec leur année et leur source.</translation>
    </message>
    <message>
        <source>No instrument has a start yet. Give instruments their dates: their lives show here.</source>
        <translation>Aucun instrument n’a encore de début. Donnez des dates aux instruments&#xa0;: leur vie apparaît ici.</translation>
    </message>
    <message>
        <source>No mission is under way or planned.</source>
        <translation>Aucune mission n’est en cours ni prévue.</translation>
    </message>
    <message>
        <source>No partner yet. Add one in the list of partners, or drop a spreadsheet here.</source>
        <translation>Aucun partenaire. Ajoutez-en un dans la liste des partenaires, ou déposez un tableau ici.</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>Rien à faire.</translation>
    </message>
    <message>
        <source>Nothing was changed lately.</source>
        <translation>Rien n’a changé dernièrement.</translation>
    </message>
    <message>
        <source>Opens the entry</source>
        <translation>Ouvre la fiche</translation>
    </message>
    <message>
        <source>Opens the list of them</source>
        <translation>Ouvre leur liste</translation>
    </message>
    <message>
        <source>Opens the page about it</source>
        <translation>Ouvre sa vue d’ensemble</translation>
    </message>
    <message>
        <source>Opens the step</source>
        <translation>Ouvre l’étape dans l’historique</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Partner</source>
        <comment>overview</comment>
        <translation>Partenaire</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partenaire</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Partenaires</translation>
    </message>
    <message>
        <source>People in its units</source>
        <translation>Personnes dans ses unités</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Picture copied: {name}</source>
        <translation>Image copiée&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Print on A3…</source>
        <translation>Imprimer sur A3…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>See it in the list</source>
        <translation>Voir dans la liste</translation>
    </message>
    <message>
        <source>Show all {count} lines</source>
        <translation>Montrer les {count} lignes</translation>
    </message>
    <message>
        <source>Show only the last ones</source>
        <translation>Montrer seulement les derniers</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>The arrows go from bar to bar, Enter opens the instrument.</source>
        <translation>Les flèches vont de barre en barre, Entrée ouvre l’instrument.</translation>
    </message>
    <message>
        <source>The arrows go from name to name, Enter opens the entry.</source>
        <translation>Les flèches vont de nom en nom, Entrée ouvre la fiche.</translation>
    </message>
    <message>
        <source>Works with</source>
        <translation>Travaille avec</translation>
    </message>
    <message numerus="yes">
        <source>contact(s)</source>
        <translation>
            <numerusform>contact</numerusform>
            <numerusform>contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>event(s) and visit(s)</source>
        <translation>
            <numerusform>évènement ou visite</numerusform>
            <numerusform>évènements et visites</numerusform>
        </translation>
    </message>
    <message>
        <source>follows on {name}</source>
        <translation>succède à {name}</translation>
    </message>
    <message>
        <source>here {count}</source>
        <translation>ici {count}</translation>
    </message>
    <message numerus="yes">
        <source>infrastructure(s) used</source>
        <translation>
            <numerusform>infrastructure utilisée</numerusform>
            <numerusform>infrastructures utilisées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>instrument(s) in all</source>
        <translation>
            <numerusform>instrument au total</numerusform>
            <numerusform>instruments au total</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>joint output(s)</source>
        <translation>
            <numerusform>production commune</numerusform>
            <numerusform>productions communes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>member institution(s)</source>
        <translation>
            <numerusform>établissement rattaché</numerusform>
            <numerusform>établissements rattachés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mission(s) in {year}</source>
        <translation>
            <numerusform>mission en {year}</numerusform>
            <numerusform>missions en {year}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mission(s) today</source>
        <translation>
            <numerusform>mission aujourd’hui</numerusform>
            <numerusform>missions aujourd’hui</numerusform>
        </translation>
    </message>
    <message>
        <source>no end</source>
        <translation>sans fin</translation>
    </message>
    <message numerus="yes">
        <source>partner(s)</source>
        <translation>
            <numerusform>partenaire</numerusform>
            <numerusform>partenaires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>person(s) in its units</source>
        <translation>
            <numerusform>personne dans ses unités</numerusform>
            <numerusform>personnes dans ses unités</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>person(s) of the unit</source>
        <translation>
            <numerusform>personne de l’unité</numerusform>
            <numerusform>personnes de l’unité</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>running instrument(s)</source>
        <translation>
            <numerusform>instrument en cours</numerusform>
            <numerusform>instruments en cours</numerusform>
        </translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>depuis {day}</translation>
    </message>
    <message numerus="yes">
        <source>{step} (%n entry(ies) here)</source>
        <translation>
            <numerusform>{step} (%n fiche ici)</numerusform>
            <numerusform>{step} (%n fiches ici)</numerusform>
        </translation>
    </message>
</context>
</TS>
