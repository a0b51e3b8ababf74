<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Enter writes {value}</source>
        <translation>Entrée écrit {value}</translation>
    </message>
    <message>
        <source>The record that you were changing is no longer in this list.</source>
        <translation>La fiche que vous modifiiez n’est plus dans cette liste.</translation>
    </message>
    <message>
        <source>This base is open read-only: nothing can be changed in it.</source>
        <translation>Cette base est ouverte en lecture seule : rien ne peut y être modifié.</translation>
    </message>
    <message>
        <source>This record was deleted.</source>
        <translation>Cette fiche a été supprimée.</translation>
    </message>
    <message>
        <source>Write {value}</source>
        <translation>Écrire {value}</translation>
    </message>
    <message>
        <source>“{column}” is put together from other records: open the {kind} with Enter to change it.</source>
        <translation>« {column} » est composé d’autres fiches : ouvrez la fiche ({kind}) avec Entrée pour le modifier.</translation>
    </message>
</context>
</TS>
