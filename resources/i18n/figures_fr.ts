<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n more in the table</source>
        <translation>
            <numerusform>%n autre dans le tableau</numerusform>
            <numerusform>%n autres dans le tableau</numerusform>
        </translation>
    </message>
    <message>
        <source>All years</source>
        <translation>Toutes les années</translation>
    </message>
    <message>
        <source>Balance of exchanges</source>
        <translation>Équilibre des échanges</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Graphique</translation>
    </message>
    <message>
        <source>Choose the year that the charts count.</source>
        <translation>Choisissez l’année que comptent les graphiques.</translation>
    </message>
    <message>
        <source>Click to see them.</source>
        <translation>Cliquez pour les voir.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
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
        <source>Data copied: {name}</source>
        <translation>Données copiées&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <source>Instruments</source>
        <comment>figures</comment>
        <translation>Instruments</translation>
    </message>
    <message>
        <source>Joint outputs</source>
        <translation>Productions communes</translation>
    </message>
    <message>
        <source>Missions</source>
        <comment>figures</comment>
        <translation>Missions</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Nothing to count yet.</source>
        <translation>Rien à compter pour l’instant.</translation>
    </message>
    <message>
        <source>Partners</source>
        <comment>figures</comment>
        <translation>Partenaires</translation>
    </message>
    <message>
        <source>Picture copied: {name}</source>
        <translation>Image copiée&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Année</translation>
    </message>
    <message>
        <source>all years</source>
        <translation>toutes les années</translation>
    </message>
    <message>
        <source>each number opens its entries</source>
        <translation>chaque nombre ouvre ses fiches</translation>
    </message>
</context>
</TS>
