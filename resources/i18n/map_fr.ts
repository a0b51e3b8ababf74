<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n country(ies)</source>
        <translation>
            <numerusform>%n pays</numerusform>
            <numerusform>%n pays</numerusform>
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
        <source>%n more entry(ies) in France or without a country</source>
        <translation>
            <numerusform>%n autre fiche en France ou sans pays</numerusform>
            <numerusform>%n autres fiches en France ou sans pays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of the map sent to the printer</source>
        <translation>
            <numerusform>%n page de la carte envoyée à l’imprimante</numerusform>
            <numerusform>%n pages de la carte envoyées à l’imprimante</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partner(s)</source>
        <translation>
            <numerusform>%n partenaire</numerusform>
            <numerusform>%n partenaires</numerusform>
        </translation>
    </message>
    <message>
        <source>All countries</source>
        <translation>Tous les pays</translation>
    </message>
    <message>
        <source>All institutes</source>
        <translation>Tous les instituts</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Toutes les natures</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>Tous les types</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>Toutes les années</translation>
    </message>
    <message>
        <source>Arrows go from country to country, Enter opens its entries, letters choose by name, plus and minus go nearer and farther.</source>
        <translation>Les flèches vont d’un pays à l’autre, Entrée ouvre ses fiches, les lettres choisissent par le nom, plus et moins rapprochent et éloignent.</translation>
    </message>
    <message>
        <source>Changes the part of the map that is seen.</source>
        <translation>Change la partie de la carte que l’on voit.</translation>
    </message>
    <message>
        <source>Choose a country on the map: its entries are listed here.</source>
        <translation>Choisissez un pays sur la carte&#xa0;: ses fiches s’affichent ici.</translation>
    </message>
    <message>
        <source>Choose no country; the greatest numbers are listed instead.</source>
        <translation>Ne choisir aucun pays&#xa0;; les plus grands nombres viennent à la place.</translation>
    </message>
    <message>
        <source>Circles only</source>
        <translation>Cercles seuls</translation>
    </message>
    <message>
        <source>Circles without outlines</source>
        <translation>Cercles sans contours</translation>
    </message>
    <message>
        <source>Cities</source>
        <translation>Villes</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Copier l’image</translation>
    </message>
    <message>
        <source>Copy the data</source>
        <translation>Copier les données</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Covered by {office}</source>
        <translation>Bureau&#xa0;: {office}</translation>
    </message>
    <message>
        <source>Covered by {office} from {since} to {until}</source>
        <translation>Bureau&#xa0;: {office}, de {since} à {until}</translation>
    </message>
    <message>
        <source>Covered by {office} since {since}</source>
        <translation>Bureau&#xa0;: {office}, depuis {since}</translation>
    </message>
    <message>
        <source>Covered by {office} until {until}</source>
        <translation>Bureau&#xa0;: {office}, jusqu’à {until}</translation>
    </message>
    <message>
        <source>Data copied: {name}</source>
        <translation>Données copiées&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Enter or a double click opens the entries of a country</source>
        <translation>Entrée ou un double clic ouvre les fiches d’un pays</translation>
    </message>
    <message>
        <source>Everything about this country</source>
        <translation>Tout sur ce pays</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>Éloigner</translation>
    </message>
    <message>
        <source>Greatest first</source>
        <translation>Du plus au moins</translation>
    </message>
    <message>
        <source>In and out</source>
        <translation>Dans les deux sens</translation>
    </message>
    <message>
        <source>Institute</source>
        <translation>Institut</translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation>Instruments</translation>
    </message>
    <message>
        <source>Instruments</source>
        <comment>map</comment>
        <translation>Instruments</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>Map of instruments</source>
        <translation>Carte des instruments</translation>
    </message>
    <message>
        <source>Map of missions</source>
        <translation>Carte des missions</translation>
    </message>
    <message>
        <source>Map of partners</source>
        <translation>Carte des partenaires</translation>
    </message>
    <message>
        <source>Missions</source>
        <translation>Missions</translation>
    </message>
    <message>
        <source>Missions</source>
        <comment>map</comment>
        <translation>Missions</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>Rapprocher</translation>
    </message>
    <message>
        <source>None that the map counts.</source>
        <translation>Aucune que la carte compte.</translation>
    </message>
    <message>
        <source>Nothing is counted here. Choose another year or type.</source>
        <translation>Rien n’est compté ici. Choisissez une autre année ou un autre type.</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Bureau</translation>
    </message>
    <message>
        <source>Only one institute of the CNRS is counted.</source>
        <translation>Seul un institut du CNRS est compté.</translation>
    </message>
    <message>
        <source>Only one kind, type or direction is counted.</source>
        <translation>Seul un type, une nature ou un sens est compté.</translation>
    </message>
    <message>
        <source>Open as a list</source>
        <translation>Ouvrir en liste</translation>
    </message>
    <message>
        <source>Opens the list of them</source>
        <translation>Ouvre leur liste</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Partenaires</translation>
    </message>
    <message>
        <source>Partners</source>
        <comment>map</comment>
        <translation>Partenaires</translation>
    </message>
    <message>
        <source>Picture copied: {name}</source>
        <translation>Image copiée&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Preparing the map for the printer…</source>
        <translation>Préparation de la carte pour l’imprimante…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Impression…</translation>
    </message>
    <message>
        <source>Shades by number</source>
        <translation>Teintes selon le nombre</translation>
    </message>
    <message>
        <source>Shades, zones of the offices, circles and outlines.</source>
        <translation>Teintes, zones des bureaux, cercles et contours.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>The countries of the map</source>
        <translation>Les pays de la carte</translation>
    </message>
    <message>
        <source>The greatest numbers first; Enter opens the entries that a number counts.</source>
        <translation>Les plus grands nombres d’abord&#xa0;; Entrée ouvre les fiches qu’un nombre compte.</translation>
    </message>
    <message>
        <source>What lived or began in this year is counted.</source>
        <translation>Ce qui a vécu ou commencé dans cette année est compté.</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>Ce que montre la carte</translation>
    </message>
    <message>
        <source>Whole world</source>
        <translation>Monde entier</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Année</translation>
    </message>
    <message>
        <source>Zone of the office</source>
        <translation>Zone du bureau</translation>
    </message>
    <message>
        <source>Zones of the offices</source>
        <translation>Zones des bureaux</translation>
    </message>
    <message>
        <source>Zones without circles</source>
        <translation>Zones sans cercles</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more in the list</source>
        <translation>
            <numerusform>et %n autre dans la liste</numerusform>
            <numerusform>et %n autres dans la liste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n country(ies)</source>
        <translation>
            <numerusform>dans %n pays</numerusform>
            <numerusform>dans %n pays</numerusform>
        </translation>
    </message>
    <message>
        <source>{missions} in {year}</source>
        <translation>{missions} en {year}</translation>
    </message>
</context>
</TS>
