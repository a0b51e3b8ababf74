<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n cell(s) find no column here and are left out.</source>
        <translation>
            <numerusform>%n case ne trouve pas de colonne ici et est laissée de côté.</numerusform>
            <numerusform>%n cases ne trouvent pas de colonne ici et sont laissées de côté.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) not understood: not written.</source>
        <translation>
            <numerusform>%n case non reconnue&#xa0;: elle n’est pas écrite.</numerusform>
            <numerusform>%n cases non reconnues&#xa0;: elles ne sont pas écrites.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) to change</source>
        <translation>
            <numerusform>%n fiche à modifier</numerusform>
            <numerusform>%n fiches à modifier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n ligne copiée</numerusform>
            <numerusform>%n lignes copiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied with their headings</source>
        <translation>
            <numerusform>%n ligne copiée avec ses en-têtes</numerusform>
            <numerusform>%n lignes copiées avec leurs en-têtes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) that can’t be created</source>
        <translation>
            <numerusform>%n ligne impossible à créer</numerusform>
            <numerusform>%n lignes impossibles à créer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to {file}</source>
        <translation>
            <numerusform>%n ligne écrite dans {file}</numerusform>
            <numerusform>%n lignes écrites dans {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to create</source>
        <translation>
            <numerusform>%n à créer</numerusform>
            <numerusform>%n à créer</numerusform>
        </translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(vide)</translation>
    </message>
    <message>
        <source>Add these</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>All columns shown</source>
        <translation>Toutes les colonnes affichées</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Joindre des fichiers…</translation>
    </message>
    <message>
        <source>Change several entries</source>
        <translation>Modifier plusieurs fiches</translation>
    </message>
    <message>
        <source>Change the selected entries…</source>
        <translation>Modifier les fiches sélectionnées…</translation>
    </message>
    <message>
        <source>Change {what}</source>
        <translation>Modifier {what}</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy with headings</source>
        <translation>Copier avec les en-têtes</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C copies the headings too</source>
        <translation>Ctrl+Maj+C copie aussi les en-têtes</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Empty cells</source>
        <translation>Vider des cases</translation>
    </message>
    <message>
        <source>Empty the cells</source>
        <translation>Vider les cases</translation>
    </message>
    <message>
        <source>Enter writes {value}</source>
        <translation>Entrée écrit {value}</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Classeurs Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Recopier vers le bas</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Chercher et remplacer</translation>
    </message>
    <message>
        <source>Find and replace…</source>
        <translation>Chercher et remplacer…</translation>
    </message>
    <message numerus="yes">
        <source>In all %n row(s) of this list.</source>
        <translation>
            <numerusform>Dans la seule ligne de cette liste.</numerusform>
            <numerusform>Dans les %n lignes de cette liste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the %n selected row(s).</source>
        <translation>
            <numerusform>Dans la ligne sélectionnée.</numerusform>
            <numerusform>Dans les %n lignes sélectionnées.</numerusform>
        </translation>
    </message>
    <message>
        <source>In the column</source>
        <translation>Dans la colonne</translation>
    </message>
    <message>
        <source>Looking at what would change…</source>
        <translation>Examen de ce qui changerait…</translation>
    </message>
    <message>
        <source>New value; leave it empty to empty the field</source>
        <translation>Nouvelle valeur&#xa0;; laissez vide pour vider le champ</translation>
    </message>
    <message>
        <source>Nothing is written yet. One undo takes it all back.</source>
        <translation>Rien n’est encore écrit. Un seul Ctrl+Z annule tout.</translation>
    </message>
    <message>
        <source>Nothing to change</source>
        <translation>Rien à modifier</translation>
    </message>
    <message>
        <source>Nothing to change: everything is like that already.</source>
        <translation>Rien à modifier&#xa0;: tout est déjà ainsi.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Actuellement</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Remove these</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Replace all with these</source>
        <translation>Remplacer tout par</translation>
    </message>
    <message>
        <source>Replace with; leave it empty to remove</source>
        <translation>Remplacer par&#xa0;; laissez vide pour retirer</translation>
    </message>
    <message>
        <source>Save this list</source>
        <translation>Enregistrer cette liste</translation>
    </message>
    <message>
        <source>Show only what was not understood</source>
        <translation>Ne montrer que ce qui n’a pas été reconnu</translation>
    </message>
    <message>
        <source>Show what changes…</source>
        <translation>Voir ce qui change…</translation>
    </message>
    <message>
        <source>The entry that you were changing is no longer in this list.</source>
        <translation>La fiche que vous modifiiez n’est plus dans cette liste.</translation>
    </message>
    <message>
        <source>There is nothing to paste: copy cells here, in Excel or in LibreOffice first.</source>
        <translation>Il n’y a rien à coller&#xa0;: copiez d’abord des cellules ici, dans Excel ou dans LibreOffice.</translation>
    </message>
    <message>
        <source>These columns are put together from other entries: nothing was changed.</source>
        <translation>Ces colonnes sont composées d’autres fiches&#xa0;: rien n’a été modifié.</translation>
    </message>
    <message>
        <source>This base is open read-only: nothing can be changed in it.</source>
        <translation>Cette base est ouverte en lecture seule&#xa0;: rien ne peut y être modifié.</translation>
    </message>
    <message>
        <source>This entry was deleted.</source>
        <translation>Cette fiche a été supprimée.</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valeurs</translation>
    </message>
    <message>
        <source>What will change</source>
        <translation>Ce qui va changer</translation>
    </message>
    <message>
        <source>Whole cell only</source>
        <translation>Case entière seulement</translation>
    </message>
    <message>
        <source>With these capitals and accents</source>
        <translation>Avec ces majuscules et accents</translation>
    </message>
    <message numerus="yes">
        <source>Write %n change(s)</source>
        <translation>
            <numerusform>Écrire %n modification</numerusform>
            <numerusform>Écrire %n modifications</numerusform>
        </translation>
    </message>
    <message>
        <source>Write {value}</source>
        <translation>Écrire {value}</translation>
    </message>
    <message>
        <source>Writing the changes…</source>
        <translation>Écriture des modifications…</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>Écriture de {name}…</translation>
    </message>
    <message>
        <source>{name} was not written.</source>
        <translation>{name} n’a pas été écrit.</translation>
    </message>
    <message>
        <source>“{column}” is put together from other entries: open the {kind} with Enter to change it.</source>
        <translation>«&#xa0;{column}&#xa0;» est composé d’autres fiches&#xa0;: ouvrez la fiche ({kind}) avec Entrée pour le modifier.</translation>
    </message>
    <message>
        <source>“{text}”: {why}</source>
        <translation>«&#xa0;{text}&#xa0;»&#xa0;: {why}</translation>
    </message>
</context>
</TS>
