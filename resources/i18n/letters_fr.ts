<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n contact(s) saved: {file}</source>
        <translation>
            <numerusform>%n contact enregistré&#xa0;: {file}</numerusform>
            <numerusform>%n contacts enregistrés&#xa0;: {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) written</source>
        <translation>
            <numerusform>%n lettre écrite</numerusform>
            <numerusform>%n lettres écrites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) left out, who object or whose data are restricted</source>
        <translation>
            <numerusform>%n personne laissée de côté, opposée ou dont les données sont à traitement limité</numerusform>
            <numerusform>%n personnes laissées de côté, opposées ou dont les données sont à traitement limité</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a template</source>
        <translation>Ajouter un modèle</translation>
    </message>
    <message>
        <source>Add a template…</source>
        <translation>Ajouter un modèle…</translation>
    </message>
    <message>
        <source>Change the folder of the letters</source>
        <translation>Changer le dossier des lettres</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Changer…</translation>
    </message>
    <message>
        <source>Choose a template: the letter appears here.</source>
        <translation>Choisissez un modèle&#xa0;: la lettre s’affiche ici.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Contact cards (*.vcf)</source>
        <translation>Cartes de contact (*.vcf)</translation>
    </message>
    <message>
        <source>Contact cards (vCard)…</source>
        <translation>Cartes de contact (vCard)…</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>E-mail draft</source>
        <translation>Brouillon de courriel</translation>
    </message>
    <message>
        <source>Edit a copy…</source>
        <translation>Modifier une copie…</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Keep a copy with the entry</source>
        <translation>Garder une copie avec la fiche</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Language of the letter</source>
        <translation>Langue de la lettre</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Lettre</translation>
    </message>
    <message>
        <source>Letter before</source>
        <translation>Lettre précédente</translation>
    </message>
    <message>
        <source>Letter…</source>
        <translation>Lettre…</translation>
    </message>
    <message>
        <source>Next letter</source>
        <translation>Lettre suivante</translation>
    </message>
    <message>
        <source>No program here opens “{name}”.</source>
        <translation>Aucun programme n’ouvre «&#xa0;{name}&#xa0;» ici.</translation>
    </message>
    <message>
        <source>Nothing is known for: {fields}. What depends on it is left out.</source>
        <translation>Rien n’est connu pour&#xa0;: {fields}. Ce qui en dépend est laissé de côté.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Open the letter</source>
        <translation>Ouvrir la lettre</translation>
    </message>
    <message>
        <source>Opens a copy in Word, which then comes before ours</source>
        <translation>Ouvre une copie dans Word, qui passe ensuite avant la nôtre</translation>
    </message>
    <message>
        <source>Reading the templates…</source>
        <translation>Lecture des modèles…</translation>
    </message>
    <message>
        <source>Recipient of the letter that is shown</source>
        <translation>Destinataire de la lettre affichée</translation>
    </message>
    <message>
        <source>Save the contacts as</source>
        <translation>Enregistrer les contacts sous</translation>
    </message>
    <message>
        <source>Saved in</source>
        <translation>Enregistrée dans</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>The letter as it will be</source>
        <translation>La lettre telle qu’elle sera</translation>
    </message>
    <message>
        <source>The recipient’s</source>
        <translation>Celle du destinataire</translation>
    </message>
    <message>
        <source>Where to save the letters</source>
        <translation>Où enregistrer les lettres</translation>
    </message>
    <message>
        <source>Word documents (*.docx)</source>
        <translation>Documents Word (*.docx)</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Écrire</translation>
    </message>
    <message numerus="yes">
        <source>Write %n letter(s)</source>
        <translation>
            <numerusform>Écrire %n lettre</numerusform>
            <numerusform>Écrire %n lettres</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing the letters…</source>
        <translation>Écriture des lettres…</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>our own</source>
        <translation>à nous</translation>
    </message>
    <message>
        <source>without an address: {names}</source>
        <translation>sans adresse&#xa0;: {names}</translation>
    </message>
</context>
</TS>
