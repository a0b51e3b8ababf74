<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>About Passerelle</source>
        <translation>À propos de Passerelle</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Built with Qt for Python (PySide6), used under the LGPL 3: you may replace these libraries.</source>
        <translation>Construit avec Qt for Python (PySide6), sous licence LGPL 3&#xa0;: vous pouvez remplacer ces bibliothèques.</translation>
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
        <source>Nothing found for “{text}”.</source>
        <translation>Rien trouvé pour «&#xa0;{text}&#xa0;».</translation>
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
        <source>Records</source>
        <translation>Fiches</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>Montrer ou cacher le détail</translation>
    </message>
</context>
</TS>
