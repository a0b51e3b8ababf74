<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n % sure</source>
        <translation>
            <numerusform>sûr à&#xa0;%n&#xa0;%</numerusform>
            <numerusform>sûr à&#xa0;%n&#xa0;%</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here and equal</source>
        <translation>
            <numerusform>%n déjà ici, identique</numerusform>
            <numerusform>%n déjà ici, identiques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) not understood</source>
        <translation>
            <numerusform>%n case non reconnue</numerusform>
            <numerusform>%n cases non reconnues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n modification</numerusform>
            <numerusform>%n modifications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) taken</source>
        <translation>
            <numerusform>%n modification reprise</numerusform>
            <numerusform>%n modifications reprises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) taken in.</source>
        <translation>
            <numerusform>%n modification reprise.</numerusform>
            <numerusform>%n modifications reprises.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s), entered in the exchanges.</source>
        <translation>
            <numerusform>%n modification, notée dans les échanges.</numerusform>
            <numerusform>%n modifications, notées dans les échanges.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed cell(s)</source>
        <translation>
            <numerusform>%n case modifiée</numerusform>
            <numerusform>%n cases modifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) kept apart</source>
        <translation>
            <numerusform>%n colonne gardée à part</numerusform>
            <numerusform>%n colonnes gardées à part</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) of this base</source>
        <translation>
            <numerusform>%n copie de cette base</numerusform>
            <numerusform>%n copies de cette base</numerusform>
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
        <source>%n disagreement(s)</source>
        <translation>
            <numerusform>%n désaccord</numerusform>
            <numerusform>%n désaccords</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disagreement(s) to decide</source>
        <translation>
            <numerusform>%n désaccord à trancher</numerusform>
            <numerusform>%n désaccords à trancher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disagreement(s) to decide in “To review”.</source>
        <translation>
            <numerusform>%n désaccord à trancher dans «&#xa0;À vérifier&#xa0;».</numerusform>
            <numerusform>%n désaccords à trancher dans «&#xa0;À vérifier&#xa0;».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disagreement(s), both values kept until you decide</source>
        <translation>
            <numerusform>%n désaccord, les deux valeurs sont gardées jusqu’à votre décision</numerusform>
            <numerusform>%n désaccords, les deux valeurs sont gardées jusqu’à votre décision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) brought back</source>
        <translation>
            <numerusform>%n fiche restaurée</numerusform>
            <numerusform>%n fiches restaurées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to decide</source>
        <translation>
            <numerusform>%n champ à décider</numerusform>
            <numerusform>%n champs à décider</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) to review</source>
        <translation>
            <numerusform>%n fichier à vérifier</numerusform>
            <numerusform>%n fichiers à vérifier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files: send them all.</source>
        <translation>
            <numerusform>%n fichier&#xa0;: envoyez-le.</numerusform>
            <numerusform>%n fichiers&#xa0;: envoyez-les tous.</numerusform>
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
        <source>%n likely duplicate(s)…</source>
        <translation>
            <numerusform>%n doublon probable…</numerusform>
            <numerusform>%n doublons probables…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) without an answer</source>
        <translation>
            <numerusform>%n nom sans réponse</numerusform>
            <numerusform>%n noms sans réponse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new entry(ies)</source>
        <translation>
            <numerusform>%n nouvelle fiche</numerusform>
            <numerusform>%n nouvelles fiches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new entry(ies) that rows name</source>
        <translation>
            <numerusform>%n nouvelle fiche nommée par des lignes</numerusform>
            <numerusform>%n nouvelles fiches nommées par des lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new row(s)</source>
        <translation>
            <numerusform>%n nouvelle ligne</numerusform>
            <numerusform>%n nouvelles lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {all} taken</source>
        <translation>
            <numerusform>%n sur {all} reprise</numerusform>
            <numerusform>%n sur {all} reprises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n paire</numerusform>
            <numerusform>%n paires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) merged</source>
        <translation>
            <numerusform>%n paire fusionnée</numerusform>
            <numerusform>%n paires fusionnées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n put aside</source>
        <translation>
            <numerusform>%n mise de côté</numerusform>
            <numerusform>%n mises de côté</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removal(s)</source>
        <translation>
            <numerusform>%n retrait</numerusform>
            <numerusform>%n retraits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed entry(ies)</source>
        <translation>
            <numerusform>%n fiche supprimée</numerusform>
            <numerusform>%n fiches supprimées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n return(s)</source>
        <translation>
            <numerusform>%n retour</numerusform>
            <numerusform>%n retours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) read</source>
        <translation>
            <numerusform>%n ligne lue</numerusform>
            <numerusform>%n lignes lues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) to decide</source>
        <translation>
            <numerusform>%n ligne à décider</numerusform>
            <numerusform>%n lignes à décider</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), checked by reading the file again. It is listed under Workbooks out.</source>
        <translation>
            <numerusform>%n ligne, contrôlée en relisant le fichier. Le classeur figure dans Classeurs envoyés.</numerusform>
            <numerusform>%n lignes, contrôlées en relisant le fichier. Le classeur figure dans Classeurs envoyés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s): {first} … {last}</source>
        <translation>
            <numerusform>%n feuille&#xa0;: {first} … {last}</numerusform>
            <numerusform>%n feuilles&#xa0;: {first} … {last}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s), the last ones first</source>
        <translation>
            <numerusform>%n étape</numerusform>
            <numerusform>%n étapes, les dernières d’abord</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still to decide.</source>
        <translation>
            <numerusform>Reste&#xa0;%n décision à prendre.</numerusform>
            <numerusform>Restent&#xa0;%n décisions à prendre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n à décider</numerusform>
            <numerusform>%n à décider</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n twice in the file</source>
        <translation>
            <numerusform>%n en double dans le fichier</numerusform>
            <numerusform>%n en double dans le fichier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) in doubt</source>
        <translation>
            <numerusform>%n valeur douteuse</numerusform>
            <numerusform>%n valeurs douteuses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of ours kept.</source>
        <translation>
            <numerusform>%n valeur d’ici gardée.</numerusform>
            <numerusform>%n valeurs d’ici gardées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of this step were changed since and stay as they are:</source>
        <translation>
            <numerusform>%n valeur de cette étape a changé depuis et reste telle quelle&#xa0;:</numerusform>
            <numerusform>%n valeurs de cette étape ont changé depuis et restent telles quelles&#xa0;:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with changes</source>
        <translation>
            <numerusform>%n avec des modifications</numerusform>
            <numerusform>%n avec des modifications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workbook(s)</source>
        <translation>
            <numerusform>%n classeur</numerusform>
            <numerusform>%n classeurs</numerusform>
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
        <source>(empty)</source>
        <translation>(vide)</translation>
    </message>
    <message>
        <source>1 Sheet</source>
        <translation>1 Feuille</translation>
    </message>
    <message>
        <source>2 Columns</source>
        <translation>2 Colonnes</translation>
    </message>
    <message>
        <source>3 Values</source>
        <translation>3 Valeurs</translation>
    </message>
    <message>
        <source>4 Review</source>
        <translation>4 Vérification</translation>
    </message>
    <message>
        <source>A all fields as this one</source>
        <translation>A tous les champs comme celui-ci</translation>
    </message>
    <message>
        <source>A all of the category</source>
        <translation>A toute la catégorie</translation>
    </message>
    <message>
        <source>A draft with the workbook attached, in your mail program</source>
        <translation>Un brouillon avec le classeur joint, dans votre logiciel de courriel</translation>
    </message>
    <message>
        <source>A new entry</source>
        <translation>Une nouvelle fiche</translation>
    </message>
    <message>
        <source>A whole column of this file was changed by one rule. Look at it before you go on.</source>
        <translation>Une colonne entière de ce fichier a changé selon une même règle. Regardez-la avant de continuer.</translation>
    </message>
    <message>
        <source>About this file</source>
        <translation>À propos de ce fichier</translation>
    </message>
    <message numerus="yes">
        <source>Add the %n that nothing resembles</source>
        <translation>
            <numerusform>Ajouter ce nouveau nom</numerusform>
            <numerusform>Ajouter ces %n nouveaux noms</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to ours</source>
        <translation>Complètent les nôtres</translation>
    </message>
    <message>
        <source>All</source>
        <comment>duplicates</comment>
        <translation>Tous</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>All offices</source>
        <translation>Tous les bureaux</translation>
    </message>
    <message>
        <source>All rows have</source>
        <translation>Toutes les lignes ont</translation>
    </message>
    <message>
        <source>Also create the partners and people that are not in the base</source>
        <translation>Créer aussi les partenaires et personnes absents de la base</translation>
    </message>
    <message>
        <source>An absent row never deletes anything. To remove the entry, open it from the ⋯ menu and delete it.</source>
        <translation>Une ligne absente ne supprime jamais rien. Pour retirer la fiche, ouvrez-la par le menu ⋯ et supprimez-la.</translation>
    </message>
    <message>
        <source>An embassy, a partner, or any name</source>
        <translation>Une ambassade, un partenaire, ou tout autre nom</translation>
    </message>
    <message>
        <source>Another of ours…</source>
        <translation>Une autre de nos fiches…</translation>
    </message>
    <message>
        <source>Another value</source>
        <translation>Une autre valeur</translation>
    </message>
    <message>
        <source>Another value (E)</source>
        <translation>Une autre valeur (E)</translation>
    </message>
    <message>
        <source>Another value…</source>
        <translation>Autre valeur…</translation>
    </message>
    <message>
        <source>Answers given before</source>
        <translation>Réponses déjà données</translation>
    </message>
    <message>
        <source>Answers given before…</source>
        <translation>Réponses déjà données…</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>Appliquer&#xa0;%n modification</numerusform>
            <numerusform>Appliquer&#xa0;%n modifications</numerusform>
        </translation>
    </message>
    <message>
        <source>As it was at the end of {day}: nothing can be changed here.</source>
        <translation>Telle qu’elle était à la fin du {day}&#xa0;: rien ne peut y être modifié.</translation>
    </message>
    <message>
        <source>As it was that evening, read only.</source>
        <translation>Telle qu’elle était ce soir-là, en lecture seule.</translation>
    </message>
    <message>
        <source>As sent</source>
        <translation>À l’envoi</translation>
    </message>
    <message>
        <source>As sent ({day})</source>
        <translation>À l’envoi ({day})</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Back to the file</source>
        <translation>Revenir au fichier</translation>
    </message>
    <message>
        <source>Back to the files to review</source>
        <translation>Revenir aux fichiers à vérifier</translation>
    </message>
    <message>
        <source>Back to the workbooks out</source>
        <translation>Revenir aux classeurs envoyés</translation>
    </message>
    <message>
        <source>Back to “{name}”</source>
        <translation>Revenir à «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Bases (*.passerelle)</source>
        <translation>Bases (*.passerelle)</translation>
    </message>
    <message>
        <source>Before: {value}</source>
        <translation>Avant&#xa0;: {value}</translation>
    </message>
    <message numerus="yes">
        <source>Bring %n entry(ies) back</source>
        <translation>
            <numerusform>Restaurer %n fiche</numerusform>
            <numerusform>Restaurer %n fiches</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring all back…</source>
        <translation>Tout restaurer…</translation>
    </message>
    <message>
        <source>Bring the whole base back to {day}?</source>
        <translation>Restaurer toute la base au {day}&#xa0;?</translation>
    </message>
    <message>
        <source>Bring this entry back</source>
        <translation>Restaurer cette fiche</translation>
    </message>
    <message>
        <source>Bringing the entries back…</source>
        <translation>Restauration des fiches…</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Certain: {why}</source>
        <translation>Certain&#xa0;: {why}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modification</translation>
    </message>
    <message>
        <source>Change how the sheet is read</source>
        <translation>Changer la façon de lire la feuille</translation>
    </message>
    <message>
        <source>Changed by this workbook</source>
        <translation>Modifié par ce classeur</translation>
    </message>
    <message>
        <source>Changed on both sides</source>
        <translation>Modifié des deux côtés</translation>
    </message>
    <message>
        <source>Changed only there</source>
        <translation>Modifié là-bas seulement</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Modifications</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Changer…</translation>
    </message>
    <message>
        <source>Choose a day: the whole base shows as it was then. An entry can be brought back, or all of it.</source>
        <translation>Choisissez un jour&#xa0;: toute la base s’affiche telle qu’elle était alors. Une fiche peut être restaurée, ou le tout.</translation>
    </message>
    <message>
        <source>Choose others if names look wrong below: the file is read again at once.</source>
        <translation>Choisissez-en d’autres si des noms sont faux ci-dessous&#xa0;: le fichier est relu aussitôt.</translation>
    </message>
    <message>
        <source>Choose which of the files that came in is shown.</source>
        <translation>Choisissez lequel des fichiers arrivés est montré.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close without changes</source>
        <translation>Clore sans modification</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Column left aside</source>
        <translation>Colonne laissée de côté</translation>
    </message>
    <message>
        <source>Column {column}: “{heading}”</source>
        <translation>Colonne {column}&#xa0;: «&#xa0;{heading}&#xa0;»</translation>
    </message>
    <message>
        <source>Columns of “{sender}”</source>
        <translation>Colonnes de «&#xa0;{sender}&#xa0;»</translation>
    </message>
    <message>
        <source>Comparing with today…</source>
        <translation>Comparaison avec aujourd’hui…</translation>
    </message>
    <message>
        <source>Comparing {name} with the base…</source>
        <translation>Comparaison de {name} avec la base…</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Copy for the sender</source>
        <translation>Copie pour l’expéditeur</translation>
    </message>
    <message>
        <source>Copy for the sender…</source>
        <translation>Copie pour l’expéditeur…</translation>
    </message>
    <message>
        <source>Countries (empty: all)</source>
        <translation>Pays (vide&#xa0;: tous)</translation>
    </message>
    <message>
        <source>Ctrl+Enter apply</source>
        <translation>Ctrl+Entrée appliquer</translation>
    </message>
    <message>
        <source>Ctrl+Enter merge</source>
        <translation>Ctrl+Entrée fusionner</translation>
    </message>
    <message>
        <source>Ctrl+Z undo</source>
        <translation>Ctrl+Z annuler</translation>
    </message>
    <message>
        <source>D not the same</source>
        <translation>D distinctes</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Decide</source>
        <comment>still open</comment>
        <translation>À décider</translation>
    </message>
    <message>
        <source>Decide in the review</source>
        <translation>Décider à la vérification</translation>
    </message>
    <message>
        <source>Decided: {title}.</source>
        <translation>Décidé&#xa0;: {title}.</translation>
    </message>
    <message>
        <source>Delete it all the same</source>
        <translation>La supprimer quand même</translation>
    </message>
    <message>
        <source>Deleted by one, edited by another who did not know</source>
        <translation>Supprimée par l’un, modifiée par un autre qui ne le savait pas</translation>
    </message>
    <message>
        <source>Delivered with the program</source>
        <translation>Livré avec le programme</translation>
    </message>
    <message>
        <source>Differ from ours</source>
        <translation>Différentes des nôtres</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>Désaccords</translation>
    </message>
    <message>
        <source>Disagreements between installations</source>
        <translation>Désaccords entre postes</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Discard “{name}”?</source>
        <translation>Écarter «&#xa0;{name}&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Écarter…</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Rétabli&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Drop to take in this sheet</source>
        <translation>Déposez pour reprendre cette feuille</translation>
    </message>
    <message>
        <source>Drop to take in this view</source>
        <translation>Déposez pour recevoir cette vue</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doublons</translation>
    </message>
    <message>
        <source>E another value</source>
        <translation>E autre valeur</translation>
    </message>
    <message>
        <source>Embassy, colleague…</source>
        <translation>Ambassade, collègue…</translation>
    </message>
    <message>
        <source>Enter goes to the fields of both, Ctrl+Enter merges, D says they differ.</source>
        <translation>Entrée mène aux champs des deux fiches, Ctrl+Entrée fusionne, D les dit distinctes.</translation>
    </message>
    <message>
        <source>Enter next entry</source>
        <translation>Entrée fiche suivante</translation>
    </message>
    <message>
        <source>Enter next pair</source>
        <translation>Entrée paire suivante</translation>
    </message>
    <message>
        <source>Enter takes the selected row as the headings.</source>
        <translation>Entrée prend la ligne choisie pour les intitulés.</translation>
    </message>
    <message>
        <source>Enter to the fields</source>
        <translation>Entrée vers les champs</translation>
    </message>
    <message>
        <source>Entries it changed</source>
        <translation>Fiches modifiées</translation>
    </message>
    <message>
        <source>Entries that are likely the same</source>
        <translation>Fiches probablement en double</translation>
    </message>
    <message>
        <source>Entries to review</source>
        <translation>Fiches à vérifier</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Fiche</translation>
    </message>
    <message>
        <source>Everything that links to either entry leads to the merged one, and so do both references, in old workbooks too. A merge can be undone at any time.</source>
        <translation>Tout ce qui mène à l’une des deux fiches mène à la fiche fusionnée, et les deux références aussi, même dans d’anciens classeurs. Une fusion s’annule à tout moment.</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Exemple</translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation>Exporter vers Excel</translation>
    </message>
    <message>
        <source>F both texts</source>
        <translation>F les deux textes</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Field for “{heading}”</source>
        <translation>Champ pour «&#xa0;{heading}&#xa0;»</translation>
    </message>
    <message>
        <source>Field that all rows have</source>
        <translation>Champ commun à toutes les lignes</translation>
    </message>
    <message>
        <source>Fields of both entries</source>
        <translation>Champs des deux fiches</translation>
    </message>
    <message>
        <source>Fields to decide</source>
        <translation>Champs à décider</translation>
    </message>
    <message>
        <source>Field…</source>
        <translation>Champ…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>File to review</source>
        <translation>Fichier à vérifier</translation>
    </message>
    <message>
        <source>Finding the entries…</source>
        <translation>Recherche des fiches…</translation>
    </message>
    <message>
        <source>For each name, the entry that it is.</source>
        <translation>Pour chaque nom, la fiche que c’est.</translation>
    </message>
    <message>
        <source>For each of their columns, the field that takes it.</source>
        <translation>Pour chacune de leurs colonnes, le champ qui la reçoit.</translation>
    </message>
    <message>
        <source>For offices of the CNRS only: the workbook holds the history. Embassies get a new workbook.</source>
        <translation>Pour les bureaux du CNRS seulement&#xa0;: le classeur contient l’historique. Une ambassade reçoit un nouveau classeur.</translation>
    </message>
    <message>
        <source>For which office</source>
        <translation>Pour quel bureau</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Pour qui</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>From</source>
        <comment>a file</comment>
        <translation>Origine</translation>
    </message>
    <message>
        <source>From whom (remembered)</source>
        <translation>De qui (ses colonnes seront retenues)</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Revenir</translation>
    </message>
    <message>
        <source>Go back to the columns?</source>
        <translation>Revenir aux colonnes&#xa0;?</translation>
    </message>
    <message>
        <source>Go on with the rest</source>
        <translation>Continuer avec le reste</translation>
    </message>
    <message>
        <source>Goes to this step of reading the sheet.</source>
        <translation>Va à cette étape de la lecture de la feuille.</translation>
    </message>
    <message>
        <source>Headings in row</source>
        <translation>Ligne des intitulés</translation>
    </message>
    <message>
        <source>Headings stand in both languages anyway.</source>
        <translation>Les intitulés sont de toute façon dans les deux langues.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation>Les masquer</translation>
    </message>
    <message>
        <source>History and backups</source>
        <translation>Historique et sauvegardes</translation>
    </message>
    <message>
        <source>In the row</source>
        <translation>Dans la ligne</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>C’est</translation>
    </message>
    <message>
        <source>It is the same: make one of the two</source>
        <translation>C’est la même&#xa0;: n’en faire qu’une</translation>
    </message>
    <message>
        <source>It joins the saved views in the left pane.</source>
        <translation>Elle rejoint les vues enregistrées du volet de gauche.</translation>
    </message>
    <message>
        <source>Its rows are</source>
        <translation>Ses lignes sont des</translation>
    </message>
    <message>
        <source>Keep all ours</source>
        <translation>Garder tout le nôtre</translation>
    </message>
    <message>
        <source>Keep ours in all of this category</source>
        <translation>Garder le nôtre dans toute cette catégorie</translation>
    </message>
    <message>
        <source>Keep the entry</source>
        <translation>Garder la fiche</translation>
    </message>
    <message>
        <source>Keyboard:  {keys}</source>
        <translation>Clavier&#xa0;:  {keys}</translation>
    </message>
    <message>
        <source>L later</source>
        <translation>L plus tard</translation>
    </message>
    <message>
        <source>Language of names and texts</source>
        <translation>Langue des noms et des textes</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Laisser de côté</translation>
    </message>
    <message>
        <source>Leave this file aside</source>
        <translation>Laisser ce fichier de côté</translation>
    </message>
    <message>
        <source>Left aside</source>
        <translation>Laissée de côté</translation>
    </message>
    <message>
        <source>Left keeps ours, Right takes theirs, E writes another value.</source>
        <translation>Gauche garde le nôtre, Droite prend le leur, E écrit une autre valeur.</translation>
    </message>
    <message>
        <source>Left keeps the value of the first entry, Right that of the second.</source>
        <translation>Gauche garde la valeur de la première fiche, Droite celle de la seconde.</translation>
    </message>
    <message>
        <source>Like {names}</source>
        <translation>Ressemble à {names}</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Chercher de nouveau</translation>
    </message>
    <message>
        <source>Look for duplicates again</source>
        <translation>Chercher de nouveau les doublons</translation>
    </message>
    <message>
        <source>Looking for entries that are the same…</source>
        <translation>Recherche des fiches en double…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Made by themselves while you work. Kept: all of two days, one a day for a month, one a month for two years.</source>
        <translation>Faites d’elles-mêmes pendant le travail. Gardées&#xa0;: toutes sur deux jours, une par jour pendant un mois, une par mois pendant deux ans.</translation>
    </message>
    <message>
        <source>Make the workbook</source>
        <translation>Préparer le classeur</translation>
    </message>
    <message>
        <source>Making the workbook…</source>
        <translation>Classeur en préparation…</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionner</translation>
    </message>
    <message numerus="yes">
        <source>Merge %n pair(s) with the same official number?</source>
        <translation>
            <numerusform>Fusionner %n paire de même numéro officiel&#xa0;?</numerusform>
            <numerusform>Fusionner %n paires de même numéro officiel&#xa0;?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge the %n certain one(s)…</source>
        <translation>
            <numerusform>Fusionner la certaine (%n)…</numerusform>
            <numerusform>Fusionner les %n certaines…</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge the certain ones…</source>
        <translation>Fusionner les certaines…</translation>
    </message>
    <message>
        <source>Merge these two…</source>
        <translation>Fusionner ces deux fiches…</translation>
    </message>
    <message>
        <source>Merged: {name}</source>
        <translation>Fusionné&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Merging…</source>
        <translation>Fusion…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Names in sheets</source>
        <translation>Noms dans les feuilles</translation>
    </message>
    <message>
        <source>Names to make clear</source>
        <translation>Noms à préciser</translation>
    </message>
    <message>
        <source>New entries</source>
        <translation>Nouvelles fiches</translation>
    </message>
    <message>
        <source>New workbook</source>
        <translation>Nouveau classeur</translation>
    </message>
    <message>
        <source>New workbook…</source>
        <translation>Nouveau classeur…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Étape suivante</translation>
    </message>
    <message>
        <source>Next: review</source>
        <translation>Suite&#xa0;: vérifier</translation>
    </message>
    <message>
        <source>No copy yet. Press “Back up now”, or wait: the program makes one by itself.</source>
        <translation>Pas encore de copie. Appuyez sur «&#xa0;Sauvegarder maintenant&#xa0;», ou attendez&#xa0;: le programme en fait une de lui-même.</translation>
    </message>
    <message>
        <source>No day chosen</source>
        <translation>Aucun jour choisi</translation>
    </message>
    <message>
        <source>No list shows what it changed: see it in History.</source>
        <translation>Aucune liste ne montre ce qu’il a changé&#xa0;: voyez-le dans l’Historique.</translation>
    </message>
    <message>
        <source>No two entries look the same. The base is looked through again when it changes.</source>
        <translation>Aucune fiche ne semble en double. La base est relue dès qu’elle change.</translation>
    </message>
    <message>
        <source>No two entries of this kind look the same; those of the other kinds stand under All.</source>
        <translation>Aucune fiche de cette sorte ne semble en double&#xa0;; celles des autres sortes sont sous «&#xa0;Tous&#xa0;».</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Nobody has said of two entries that they are not the same. Such pairs stand here, in case somebody was wrong.</source>
        <translation>Personne n’a dit de deux fiches qu’elles sont distinctes. Ces paires se retrouvent ici, au cas où quelqu’un se serait trompé.</translation>
    </message>
    <message>
        <source>Nobody holds a workbook yet. Make one for an embassy: it comes back here, and shows what changed.</source>
        <translation>Personne n’a encore de classeur. Faites-en un pour une ambassade&#xa0;: il revient ici, et montre ce qui a changé.</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>Personne de nommé</translation>
    </message>
    <message>
        <source>None of ours</source>
        <translation>Aucune des nôtres</translation>
    </message>
    <message>
        <source>None of ours: add it</source>
        <translation>Aucune des nôtres&#xa0;: l’ajouter</translation>
    </message>
    <message>
        <source>None yet: a password is remembered where you ask for it, when a workbook is made or opened.</source>
        <translation>Aucun pour l’instant&#xa0;: un mot de passe est retenu si vous le demandez, quand un classeur est fait ou ouvert.</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Non repris</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Distinctes</translation>
    </message>
    <message>
        <source>Not the same: {name}</source>
        <translation>Distinctes&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Nothing here resembles it</source>
        <translation>Rien ici n’y ressemble</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is lost in %n kind(s) of handling: {handlings}.</source>
        <translation>
            <numerusform>Rien ne se perd dans %n sorte de traitement&#xa0;: {handlings}.</numerusform>
            <numerusform>Rien ne se perd dans %n sortes de traitement&#xa0;: {handlings}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is written before you have seen what it changes.</source>
        <translation>Rien n’est écrit avant que vous ayez vu ce qu’elle change.</translation>
    </message>
    <message>
        <source>Nothing is written before you press Apply. A copy of the base is kept, and all of it can be undone in one step.</source>
        <translation>Rien n’est écrit avant «&#xa0;Appliquer&#xa0;». Une copie de la base est gardée, et le tout s’annule en une fois.</translation>
    </message>
    <message>
        <source>Nothing of it is written, and what you decided is forgotten. The file itself stays where it is.</source>
        <translation>Rien n’en est écrit, et vos décisions sont oubliées. Le fichier lui-même reste où il est.</translation>
    </message>
    <message>
        <source>Nothing of this step can be undone: all of it was changed since.</source>
        <translation>Rien de cette étape ne peut être annulé&#xa0;: tout a changé depuis.</translation>
    </message>
    <message>
        <source>Nothing that it does not have yet. A workbook tells it what this office has received.</source>
        <translation>Rien qu’il n’ait déjà, d’après cette base. Un classeur lui dit ce que ce bureau a reçu.</translation>
    </message>
    <message>
        <source>Nothing to bring back: it says the same today.</source>
        <translation>Rien à restaurer&#xa0;: rien n’a changé depuis.</translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>Rien à décider</translation>
    </message>
    <message>
        <source>Nothing to review. Drop a workbook that came back anywhere on this window, or choose it.</source>
        <translation>Rien à vérifier. Déposez un classeur revenu n’importe où sur cette fenêtre, ou choisissez-le.</translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>Rien n’a encore été fait</translation>
    </message>
    <message>
        <source>Nothing yet: each answer about a name or a column of a sheet is remembered here.</source>
        <translation>Rien encore&#xa0;: chaque réponse sur un nom ou une colonne d’une feuille est retenue ici.</translation>
    </message>
    <message>
        <source>Only a list to read…</source>
        <translation>Seulement une liste à lire…</translation>
    </message>
    <message>
        <source>Only the rows that the list shows</source>
        <translation>Seulement les lignes que la liste montre</translation>
    </message>
    <message>
        <source>Only their entries are sent.</source>
        <translation>Seules leurs fiches sont envoyées.</translation>
    </message>
    <message>
        <source>Open disagreements</source>
        <translation>Désaccords à trancher</translation>
    </message>
    <message>
        <source>Open the entry</source>
        <translation>Ouvrir la fiche</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Ouvrir le fichier</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Open the workbook</source>
        <translation>Ouvrir le classeur</translation>
    </message>
    <message>
        <source>Opening the base of that day…</source>
        <translation>Ouverture de la base de ce jour…</translation>
    </message>
    <message>
        <source>Opening the base of {day}…</source>
        <translation>Ouverture de la base du {day}…</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Chez nous</translation>
    </message>
    <message>
        <source>Ours now</source>
        <translation>Chez nous maintenant</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Partenaires</translation>
    </message>
    <message>
        <source>Partners, people and units that it names and that are not here yet are added.</source>
        <translation>Les partenaires, personnes et unités qu’elle nomme et qui ne sont pas encore ici sont ajoutés.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Passwords of workbooks</source>
        <translation>Mots de passe des classeurs</translation>
    </message>
    <message>
        <source>Paste a table</source>
        <translation>Coller un tableau</translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>Tableau collé</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Perhaps the same as {other}</source>
        <translation>Peut-être la même que {other}</translation>
    </message>
    <message>
        <source>Preview of the new rows</source>
        <translation>Aperçu des nouvelles lignes</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>Étape précédente</translation>
    </message>
    <message>
        <source>Protect it with a password</source>
        <translation>Le protéger par un mot de passe</translation>
    </message>
    <message>
        <source>Put all of this category aside</source>
        <translation>Mettre toute cette catégorie de côté</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Mises de côté</translation>
    </message>
    <message>
        <source>Put aside: it stays on the list of “To review” until it is taken up (L)</source>
        <translation>Mettre de côté&#xa0;: la fiche reste dans «&#xa0;À vérifier&#xa0;» jusqu’à ce qu’elle soit reprise (L)</translation>
    </message>
    <message>
        <source>Read a sheet that we did not make</source>
        <translation>Lire une feuille qui n’est pas de nous</translation>
    </message>
    <message>
        <source>Read in cell {cell} of “{sheet}”.</source>
        <translation>Lu dans la case {cell} de «&#xa0;{sheet}&#xa0;».</translation>
    </message>
    <message>
        <source>Read in cell {cell}.</source>
        <translation>Lu dans la case {cell}.</translation>
    </message>
    <message>
        <source>Reading the differences…</source>
        <translation>Lecture des différences…</translation>
    </message>
    <message>
        <source>Reading the file again…</source>
        <translation>Nouvelle lecture du fichier…</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>Lecture de l’historique…</translation>
    </message>
    <message>
        <source>Reading the workbooks out…</source>
        <translation>Lecture des classeurs envoyés…</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>Lecture de {name}…</translation>
    </message>
    <message>
        <source>Recipient or file</source>
        <translation>Destinataire ou fichier</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Remarks about the file</source>
        <translation>Remarques sur le fichier</translation>
    </message>
    <message>
        <source>Remember it on this computer for this recipient</source>
        <translation>S’en souvenir sur cet ordinateur pour ce destinataire</translation>
    </message>
    <message>
        <source>Remember it on this computer for this sender</source>
        <translation>Le retenir sur cet ordinateur pour cet expéditeur</translation>
    </message>
    <message>
        <source>Remind them by e-mail…</source>
        <translation>Relancer par courriel…</translation>
    </message>
    <message>
        <source>Remind them with the workbook attached…</source>
        <translation>Relancer avec le classeur joint…</translation>
    </message>
    <message>
        <source>Restore as a new base</source>
        <translation>Restaurer comme nouvelle base</translation>
    </message>
    <message>
        <source>Restore as a new base…</source>
        <translation>Restaurer comme nouvelle base…</translation>
    </message>
    <message>
        <source>Restored as {name}. Open it with Ctrl+O; the present base stays as it is.</source>
        <translation>Restaurée sous {name}. Ouvrez-la avec Ctrl+O&#xa0;; la base actuelle reste telle quelle.</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Restauration en cours…</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Return address, written in the workbook</source>
        <translation>Adresse de retour, écrite dans le classeur</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Review a returned workbook</source>
        <translation>Vérifier un retour</translation>
    </message>
    <message>
        <source>Review a sheet</source>
        <translation>Vérifier une feuille</translation>
    </message>
    <message>
        <source>Rows of this file seem to have been sorted without their reference: each entry would take the values of another. Look at a few of them before you go on.</source>
        <translation>Des lignes de ce fichier semblent avoir été triées sans leur référence&#xa0;: chaque fiche prendrait les valeurs d’une autre. Regardez-en quelques-unes avant de continuer.</translation>
    </message>
    <message>
        <source>Rows that are absent</source>
        <translation>Lignes absentes</translation>
    </message>
    <message>
        <source>Save for later</source>
        <translation>Garder pour plus tard</translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>Enregistrer dans</translation>
    </message>
    <message>
        <source>Saves what the list shows as a plain Excel file, that nobody has to send back.</source>
        <translation>Enregistre ce que la liste montre dans un simple fichier Excel, que personne n’a à renvoyer.</translation>
    </message>
    <message>
        <source>See in History</source>
        <translation>Voir dans l’historique</translation>
    </message>
    <message>
        <source>See it as the recipient does</source>
        <translation>Voir comme le destinataire</translation>
    </message>
    <message>
        <source>See the base on that day</source>
        <translation>Voir la base ce jour-là</translation>
    </message>
    <message>
        <source>See what it changed</source>
        <translation>Voir ce qu’elle a changé</translation>
    </message>
    <message>
        <source>Send to another office</source>
        <translation>Envoyer à un autre bureau</translation>
    </message>
    <message>
        <source>Send to another office…</source>
        <translation>Envoyer à un autre bureau…</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Feuille</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show older steps</source>
        <translation>Voir les étapes plus anciennes</translation>
    </message>
    <message>
        <source>Show the entries</source>
        <translation>Voir les fiches</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Les montrer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Some letters propose embassies and partners of the base.</source>
        <translation>Quelques lettres proposent les ambassades et les partenaires de la base.</translation>
    </message>
    <message>
        <source>Something is lost when a copy is handled so: {handlings}.</source>
        <translation>Quelque chose se perd quand une copie est traitée ainsi&#xa0;: {handlings}.</translation>
    </message>
    <message>
        <source>Sorts a copy, types dates as text, moves columns, saves it in other formats, and reads it back</source>
        <translation>Trie une copie, tape des dates comme du texte, déplace des colonnes, l’enregistre dans d’autres formats, puis la relit</translation>
    </message>
    <message>
        <source>Space ticks a kind of entry or a column; Right opens its columns.</source>
        <translation>Espace coche une sorte de fiche ou une colonne&#xa0;; Droite ouvre ses colonnes.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Stopped: no workbook was made.</source>
        <translation>Arrêté&#xa0;: aucun classeur n’a été fait.</translation>
    </message>
    <message>
        <source>Take all theirs</source>
        <translation>Prendre tout le leur</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Take back a workbook</source>
        <translation>Reprendre un classeur</translation>
    </message>
    <message>
        <source>Take back a workbook…</source>
        <translation>Reprendre un classeur…</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Take in this table</source>
        <translation>Reprendre ce tableau</translation>
    </message>
    <message>
        <source>Take in “{name}”, which another installation sent?</source>
        <translation>Reprendre «&#xa0;{name}&#xa0;», envoyé par un autre poste&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>Take the one proposed for %n name(s)</source>
        <translation>
            <numerusform>Prendre la fiche proposée</numerusform>
            <numerusform>Prendre la fiche proposée pour ces %n noms</numerusform>
        </translation>
    </message>
    <message>
        <source>Take theirs in all of this category (A)</source>
        <translation>Prendre le leur dans toute cette catégorie (A)</translation>
    </message>
    <message>
        <source>Take theirs in this field everywhere (F)</source>
        <translation>Prendre le leur dans ce champ partout (F)</translation>
    </message>
    <message>
        <source>Take this value</source>
        <translation>Prendre cette valeur</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Repris</translation>
    </message>
    <message>
        <source>Taking in {name}…</source>
        <translation>Reprise de {name}…</translation>
    </message>
    <message>
        <source>Tell it by telephone, not by e-mail</source>
        <translation>Dites-le par téléphone, pas par courriel</translation>
    </message>
    <message>
        <source>Text encoding</source>
        <translation>Codage du texte</translation>
    </message>
    <message>
        <source>Thank them…</source>
        <translation>Remercier…</translation>
    </message>
    <message>
        <source>The address to which they send it back.</source>
        <translation>L’adresse à laquelle ils le renvoient.</translation>
    </message>
    <message>
        <source>The base on</source>
        <translation>La base le</translation>
    </message>
    <message>
        <source>The base on a day</source>
        <translation>La base un jour donné</translation>
    </message>
    <message>
        <source>The base was not looked through to the end.</source>
        <translation>La base n’a pas été relue jusqu’au bout.</translation>
    </message>
    <message>
        <source>The copies of this base, newest first.</source>
        <translation>Les copies de cette base, la plus récente d’abord.</translation>
    </message>
    <message>
        <source>The day stands on the first sheet of the workbook.</source>
        <translation>Le jour figure sur la première feuille du classeur.</translation>
    </message>
    <message>
        <source>The entries that the step touched; Enter opens one.</source>
        <translation>Les fiches que l’étape a touchées&#xa0;; Entrée en ouvre une.</translation>
    </message>
    <message>
        <source>The entries that were changed; Enter opens one.</source>
        <translation>Les fiches qui ont été changées&#xa0;; Entrée en ouvre une.</translation>
    </message>
    <message>
        <source>The figure {code}: {then} {what} that day, {now} now.</source>
        <translation>Le chiffre {code}&#xa0;: {then} {what} ce jour-là, {now} maintenant.</translation>
    </message>
    <message>
        <source>The file is right: go on</source>
        <translation>Le fichier est juste&#xa0;: continuer</translation>
    </message>
    <message>
        <source>The first rows as they will be read.</source>
        <translation>Les premières lignes telles qu’elles seront lues.</translation>
    </message>
    <message>
        <source>The folder {folder} is not there any more: choose another one.</source>
        <translation>Le dossier {folder} n’est plus là&#xa0;: choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The key store did not let it go: unlock it, then try again.</source>
        <translation>Le trousseau ne l’a pas laissé partir&#xa0;: déverrouillez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>The list of the entries that this workbook has changed</source>
        <translation>La liste des fiches que ce classeur a modifiées</translation>
    </message>
    <message>
        <source>The next entry that asks for something (Enter)</source>
        <translation>La fiche suivante à décider (Entrée)</translation>
    </message>
    <message>
        <source>The office gets everything that it does not have yet, as far as this base knows: changes, who made them and when, and the files of the entries. It takes them in without losing anything of its own.</source>
        <translation>Le bureau reçoit tout ce qu’il n’a pas encore, d’après cette base&#xa0;: les modifications, leur auteur et leur date, et les pièces jointes. Il reprend le tout sans rien perdre de ce qu’il a écrit.</translation>
    </message>
    <message numerus="yes">
        <source>The same for %n other cell(s) with the same text</source>
        <translation>
            <numerusform>De même pour&#xa0;%n autre case au même texte</numerusform>
            <numerusform>De même pour&#xa0;%n autres cases au même texte</numerusform>
        </translation>
    </message>
    <message>
        <source>The selected entry shows at the right; Enter goes to its fields.</source>
        <translation>La fiche choisie se montre à droite&#xa0;; Entrée va à ses champs.</translation>
    </message>
    <message>
        <source>The selected step shows at the right with what it changed.</source>
        <translation>L’étape choisie se montre à droite avec ce qu’elle a changé.</translation>
    </message>
    <message>
        <source>The sheet as it stands</source>
        <translation>La feuille telle quelle</translation>
    </message>
    <message>
        <source>The whole base shows as it was at the end of that day.</source>
        <translation>Toute la base se montre telle qu’elle était à la fin de ce jour.</translation>
    </message>
    <message>
        <source>The whole entry</source>
        <translation>Toute la fiche</translation>
    </message>
    <message>
        <source>Their column</source>
        <translation>Leur colonne</translation>
    </message>
    <message>
        <source>Their columns</source>
        <translation>Leurs colonnes</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Chez eux</translation>
    </message>
    <message>
        <source>There is no table to paste.</source>
        <translation>Il n’y a pas de tableau à coller.</translation>
    </message>
    <message>
        <source>They are two different ones</source>
        <translation>Ce sont deux fiches différentes</translation>
    </message>
    <message>
        <source>They wrote</source>
        <translation>Ils ont écrit</translation>
    </message>
    <message>
        <source>This column holds…</source>
        <translation>Cette colonne contient…</translation>
    </message>
    <message>
        <source>This computer has no key store: the password is asked each time.</source>
        <translation>Cet ordinateur n’a pas de trousseau&#xa0;: le mot de passe est demandé à chaque fois.</translation>
    </message>
    <message>
        <source>This file holds another table: “{table}”.</source>
        <translation>Ce fichier contient un autre tableau&#xa0;: «&#xa0;{table}&#xa0;».</translation>
    </message>
    <message>
        <source>This row is…</source>
        <translation>Cette ligne est…</translation>
    </message>
    <message>
        <source>Those that the key store of this computer remembers, by recipient.</source>
        <translation>Ceux que le trousseau de cet ordinateur retient, par destinataire.</translation>
    </message>
    <message>
        <source>Tick at least one column of each kind of entry that is sent.</source>
        <translation>Cochez au moins une colonne de chaque sorte de fiche envoyée.</translation>
    </message>
    <message>
        <source>Tick at least one kind of entry.</source>
        <translation>Cochez au moins une sorte de fiche.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>To be removed</source>
        <translation>À retirer</translation>
    </message>
    <message>
        <source>To be returned by</source>
        <translation>À rendre avant le</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>To clear up</source>
        <translation>À éclaircir</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Today, {day}</source>
        <translation>Aujourd’hui, {day}</translation>
    </message>
    <message>
        <source>Too large for an e-mail: hand the files over on a stick or a shared folder.</source>
        <translation>Trop lourd pour un message&#xa0;: remettez les fichiers sur une clé ou dans un dossier partagé.</translation>
    </message>
    <message>
        <source>Too large to travel: {names}.</source>
        <translation>Trop lourds pour voyager&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Trying a copy…</source>
        <translation>Essai d’une copie…</translation>
    </message>
    <message>
        <source>Typed here</source>
        <translation>Saisi ici</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>Undo the other %n</source>
        <translation>
            <numerusform>Annuler l’autre (%n)</numerusform>
            <numerusform>Annuler les&#xa0;%n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo this step</source>
        <translation>Annuler cette étape</translation>
    </message>
    <message>
        <source>Undo “{what}”?</source>
        <translation>Annuler «&#xa0;{what}&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Undoing…</source>
        <translation>Annulation…</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Annulé&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unités</translation>
    </message>
    <message>
        <source>Unticked, the workbook holds all rows of its countries.</source>
        <translation>Si vous décochez, le classeur a toutes les lignes de ses pays.</translation>
    </message>
    <message>
        <source>Up and Down choose one; a digit takes the answer of that number.</source>
        <translation>Haut et Bas en choisissent un&#xa0;; un chiffre prend la réponse de ce numéro.</translation>
    </message>
    <message>
        <source>Use for all rows</source>
        <translation>Appliquer à toutes les lignes</translation>
    </message>
    <message>
        <source>Value that all rows have</source>
        <translation>Valeur commune à toutes les lignes</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Ce qui est envoyé</translation>
    </message>
    <message>
        <source>What is sent: tick or untick</source>
        <translation>Ce qui est envoyé&#xa0;: cochez ou décochez</translation>
    </message>
    <message>
        <source>What it changed</source>
        <translation>Ce qu’elle a changé</translation>
    </message>
    <message>
        <source>What only one of the two says is kept; where both say something, the entry of which more is known counts. One undo takes all of it back.</source>
        <translation>Ce qu’une seule des deux dit est gardé&#xa0;; là où les deux disent quelque chose, la fiche la plus complète l’emporte. Une seule annulation défait tout.</translation>
    </message>
    <message>
        <source>What the workbook holds</source>
        <translation>Ce que contient le classeur</translation>
    </message>
    <message>
        <source>What this workbook changed</source>
        <translation>Ce que ce classeur a changé</translation>
    </message>
    <message>
        <source>What was added since stays. It is one step, which can be undone.</source>
        <translation>Ce qui a été ajouté depuis reste. C’est une seule étape, qui s’annule.</translation>
    </message>
    <message>
        <source>What was answered about names and columns of sheets.</source>
        <translation>Ce qui a été répondu sur les noms et les colonnes des feuilles.</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Ce qui a été fait</translation>
    </message>
    <message>
        <source>What you decided of the rows is forgotten.</source>
        <translation>Ce que vous avez décidé des lignes est oublié.</translation>
    </message>
    <message>
        <source>What “{name}” is</source>
        <translation>Ce qu’est «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Who holds which workbook; Enter does the next thing with it.</source>
        <translation>Qui a quel classeur&#xa0;; Entrée fait ce qui vient ensuite.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Why it is asked</source>
        <translation>Pourquoi cette question</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Chez</translation>
    </message>
    <message>
        <source>With them</source>
        <translation>Chez eux</translation>
    </message>
    <message>
        <source>With {whom} since {day}, in workbook {number}</source>
        <translation>Chez {whom} depuis le {day}, dans le classeur {number}</translation>
    </message>
    <message>
        <source>Words in cells</source>
        <translation>Mots dans les cases</translation>
    </message>
    <message>
        <source>Workbook of {day}</source>
        <translation>Classeur du {day}</translation>
    </message>
    <message>
        <source>Workbook {number} is ready</source>
        <translation>Le classeur {number} est prêt</translation>
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
        <source>Write the copy</source>
        <translation>Écrire la copie</translation>
    </message>
    <message>
        <source>Write the e-mail</source>
        <translation>Écrire le message</translation>
    </message>
    <message>
        <source>Write the password, or untick it.</source>
        <translation>Écrivez le mot de passe, ou décochez-le.</translation>
    </message>
    <message>
        <source>Write {name} without all that the file holds?</source>
        <translation>Écrire {name} sans tout ce que contient le fichier&#xa0;?</translation>
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
        <source>Wrong password. Ask the sender for it.</source>
        <translation>Mot de passe incorrect. Demandez-le à l’expéditeur.</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Yesterday, {day}</source>
        <translation>Hier, {day}</translation>
    </message>
    <message numerus="yes">
        <source>absent row(s)</source>
        <translation>
            <numerusform>ligne absente</numerusform>
            <numerusform>lignes absentes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>add to ours</source>
        <translation>
            <numerusform>complète la nôtre</numerusform>
            <numerusform>complètent les nôtres</numerusform>
        </translation>
    </message>
    <message>
        <source>added</source>
        <translation>ajout</translation>
    </message>
    <message numerus="yes">
        <source>and %n other entry(ies)</source>
        <translation>
            <numerusform>et&#xa0;%n autre fiche</numerusform>
            <numerusform>et&#xa0;%n autres fiches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n other(s)</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>brought back</source>
        <translation>rétablissement</translation>
    </message>
    <message>
        <source>came in on {day}</source>
        <translation>arrivé le {day}</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modification</translation>
    </message>
    <message numerus="yes">
        <source>changed on both sides</source>
        <translation>
            <numerusform>modifiée des deux côtés</numerusform>
            <numerusform>modifiées des deux côtés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changed only there</source>
        <translation>
            <numerusform>modifiée là-bas</numerusform>
            <numerusform>modifiées là-bas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>differ from ours</source>
        <translation>
            <numerusform>différente de la nôtre</numerusform>
            <numerusform>différentes des nôtres</numerusform>
        </translation>
    </message>
    <message>
        <source>duplicates same twice</source>
        <translation>doublons identiques deux fois</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>for example Vietnam</source>
        <translation>par exemple Vietnam</translation>
    </message>
    <message>
        <source>headings in row {row}</source>
        <translation>intitulés à la ligne {row}</translation>
    </message>
    <message numerus="yes">
        <source>identical</source>
        <translation>
            <numerusform>identique</numerusform>
            <numerusform>identiques</numerusform>
        </translation>
    </message>
    <message>
        <source>its row is absent</source>
        <translation>sa ligne est absente</translation>
    </message>
    <message>
        <source>its row is absent; nothing is done</source>
        <translation>sa ligne est absente&#xa0;; rien n’est fait</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>gardée</translation>
    </message>
    <message>
        <source>kept beside the step</source>
        <translation>gardé avec l’étape</translation>
    </message>
    <message>
        <source>last heard of on {day}</source>
        <translation>dernières nouvelles le {day}</translation>
    </message>
    <message>
        <source>left empty</source>
        <translation>laissé vide</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>laissée de côté</translation>
    </message>
    <message>
        <source>name@example.org</source>
        <translation>nom@exemple.org</translation>
    </message>
    <message numerus="yes">
        <source>new entry(ies)</source>
        <translation>
            <numerusform>nouvelle fiche</numerusform>
            <numerusform>nouvelles fiches</numerusform>
        </translation>
    </message>
    <message>
        <source>no headings</source>
        <translation>sans intitulés</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>non repris</translation>
    </message>
    <message>
        <source>nothing came from there yet</source>
        <translation>rien reçu de ce bureau à ce jour</translation>
    </message>
    <message>
        <source>nothing is done</source>
        <translation>rien n’est fait</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>sur ce poste</translation>
    </message>
    <message>
        <source>only empty rows</source>
        <translation>des lignes vides seulement</translation>
    </message>
    <message>
        <source>ours stays</source>
        <translation>le nôtre reste</translation>
    </message>
    <message>
        <source>put aside</source>
        <translation>mise de côté</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>suppression</translation>
    </message>
    <message numerus="yes">
        <source>removed there</source>
        <translation>
            <numerusform>à retirer</numerusform>
            <numerusform>à retirer</numerusform>
        </translation>
    </message>
    <message>
        <source>row {row}, {sheet}</source>
        <translation>ligne {row}, {sheet}</translation>
    </message>
    <message numerus="yes">
        <source>row(s) put aside</source>
        <translation>
            <numerusform>ligne mise de côté</numerusform>
            <numerusform>lignes mises de côté</numerusform>
        </translation>
    </message>
    <message>
        <source>since then {value} ({who}, {day})</source>
        <translation>depuis {value} ({who}, {day})</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>quelqu’un</translation>
    </message>
    <message>
        <source>to be filled in</source>
        <translation>à remplir</translation>
    </message>
    <message>
        <source>to be removed</source>
        <translation>à retirer</translation>
    </message>
    <message numerus="yes">
        <source>to clear up</source>
        <translation>
            <numerusform>à éclaircir</numerusform>
            <numerusform>à éclaircir</numerusform>
        </translation>
    </message>
    <message>
        <source>to know</source>
        <translation>pour information</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangé</translation>
    </message>
    <message>
        <source>undone since</source>
        <translation>annulé depuis</translation>
    </message>
    <message>
        <source>will be added</source>
        <translation>sera ajoutée</translation>
    </message>
    <message>
        <source>will be removed</source>
        <translation>sera retirée</translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation>{day} à {time}</translation>
    </message>
    <message>
        <source>{field} (private)</source>
        <translation>{field} (privé)</translation>
    </message>
    <message>
        <source>{field}: “{text}”</source>
        <translation>{field}&#xa0;: «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>{made} of %n decision(s) made</source>
        <translation>
            <numerusform>Décisions prises&#xa0;: {made} sur&#xa0;%n</numerusform>
            <numerusform>Décisions prises&#xa0;: {made} sur&#xa0;%n</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is protected by a password.</source>
        <translation>{name} est protégé par un mot de passe.</translation>
    </message>
    <message>
        <source>{name} is ready for its sender.</source>
        <translation>{name} est prêt pour son expéditeur.</translation>
    </message>
    <message>
        <source>{name} was not taken in.</source>
        <translation>{name} n’a pas été repris.</translation>
    </message>
    <message>
        <source>{name} was not written.</source>
        <translation>{name} n’a pas été écrit.</translation>
    </message>
    <message>
        <source>{name} – answered</source>
        <translation>{name} – réponse</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} sur {all}</translation>
    </message>
    <message>
        <source>{recipient}  ·  sent on {sent}, back on {back}</source>
        <translation>{recipient}  ·  envoyé le {sent}, revenu le {back}</translation>
    </message>
    <message>
        <source>{share}: {why}</source>
        <translation>{share}&#xa0;: {why}</translation>
    </message>
    <message>
        <source>{sheet}, row {row}</source>
        <translation>{sheet}, ligne {row}</translation>
    </message>
    <message>
        <source>{table} (row {row})</source>
        <translation>{table} (ligne {row})</translation>
    </message>
    <message>
        <source>{text}, perhaps {value}</source>
        <translation>{text}, peut-être {value}</translation>
    </message>
    <message>
        <source>{what}, taken back</source>
        <translation>{what}, annulé</translation>
    </message>
    <message numerus="yes">
        <source>{whom} still holds the workbook of {day}, %n day(s) late.</source>
        <translation>
            <numerusform>{whom} a encore le classeur du {day}, en retard de %n jour.</numerusform>
            <numerusform>{whom} a encore le classeur du {day}, en retard de %n jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>{whom} still holds the workbook of {day}.</source>
        <translation>{whom} a encore le classeur du {day}.</translation>
    </message>
    <message>
        <source>“{name}” is closed: it changed nothing.</source>
        <translation>«&#xa0;{name}&#xa0;» est clos&#xa0;: il n’a rien changé.</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is taken in: %n change(s).</source>
        <translation>
            <numerusform>«&#xa0;{name}&#xa0;» est repris&#xa0;:&#xa0;%n modification.</numerusform>
            <numerusform>«&#xa0;{name}&#xa0;» est repris&#xa0;:&#xa0;%n modifications.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>«&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>“{value}” for all rows</source>
        <translation>«&#xa0;{value}&#xa0;» pour toutes les lignes</translation>
    </message>
    <message>
        <source>← first</source>
        <translation>← première</translation>
    </message>
    <message>
        <source>← ours</source>
        <translation>← ici</translation>
    </message>
    <message>
        <source>↑ ↓ another question · 1, 2… take that answer · Ctrl+Z takes a decision back</source>
        <translation>↑ ↓ une autre question · 1, 2… prendre cette réponse · Ctrl+Z revient sur une décision</translation>
    </message>
    <message>
        <source>↑ ↓ entry</source>
        <translation>↑ ↓ fiche</translation>
    </message>
    <message>
        <source>↑ ↓ field</source>
        <translation>↑ ↓ champ</translation>
    </message>
    <message>
        <source>→ second</source>
        <translation>→ seconde</translation>
    </message>
    <message>
        <source>→ theirs</source>
        <translation>→ eux</translation>
    </message>
</context>
</TS>
