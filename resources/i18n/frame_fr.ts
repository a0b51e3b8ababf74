<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n en retard</numerusform>
            <numerusform>%n en retard</numerusform>
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
        <source>100%</source>
        <translation>100&#xa0;%</translation>
    </message>
    <message>
        <source>110%</source>
        <translation>110&#xa0;%</translation>
    </message>
    <message>
        <source>120 days before</source>
        <translation>120 jours avant</translation>
    </message>
    <message>
        <source>125%</source>
        <translation>125&#xa0;%</translation>
    </message>
    <message>
        <source>150%</source>
        <translation>150&#xa0;%</translation>
    </message>
    <message>
        <source>180 days before</source>
        <translation>180 jours avant</translation>
    </message>
    <message>
        <source>2 weeks</source>
        <translation>2 semaines</translation>
    </message>
    <message>
        <source>2 weeks after</source>
        <translation>2 semaines après</translation>
    </message>
    <message>
        <source>2 weeks before</source>
        <translation>2 semaines avant</translation>
    </message>
    <message>
        <source>3 weeks</source>
        <translation>3 semaines</translation>
    </message>
    <message>
        <source>3 weeks before</source>
        <translation>3 semaines avant</translation>
    </message>
    <message>
        <source>30 days after</source>
        <translation>30 jours après</translation>
    </message>
    <message>
        <source>30 days before</source>
        <translation>30 jours avant</translation>
    </message>
    <message>
        <source>4 weeks</source>
        <translation>4 semaines</translation>
    </message>
    <message>
        <source>6 weeks</source>
        <translation>6 semaines</translation>
    </message>
    <message>
        <source>60 days after</source>
        <translation>60 jours après</translation>
    </message>
    <message>
        <source>60 days before</source>
        <translation>60 jours avant</translation>
    </message>
    <message>
        <source>8 weeks</source>
        <translation>8 semaines</translation>
    </message>
    <message>
        <source>90 days before</source>
        <translation>90 jours avant</translation>
    </message>
    <message>
        <source>90%</source>
        <translation>90&#xa0;%</translation>
    </message>
    <message>
        <source>A deadline is near</source>
        <translation>Une échéance est proche</translation>
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
        <source>A mission report is due</source>
        <translation>Un compte rendu de mission est attendu</translation>
    </message>
    <message>
        <source>A text to read</source>
        <translation>Un texte à lire</translation>
    </message>
    <message>
        <source>A visa is to be applied for</source>
        <translation>Un visa est à demander</translation>
    </message>
    <message>
        <source>About Passerelle</source>
        <translation>À propos de Passerelle</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>All about the office</source>
        <translation>Tout sur le bureau</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>Tout est enregistré</translation>
    </message>
    <message>
        <source>Answers given before</source>
        <translation>Réponses déjà données</translation>
    </message>
    <message>
        <source>At the top right of reports; PNG, JPEG or SVG</source>
        <translation>En haut à droite des rapports&#xa0;; PNG, JPEG ou SVG</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>Backup {time}</source>
        <translation>Sauvegarde {time}</translation>
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
        <source>Begin with a spreadsheet</source>
        <translation>Commencer par un tableau</translation>
    </message>
    <message>
        <source>Behind key figures and headings of tables; a light one</source>
        <translation>Derrière les chiffres clés et les titres des tableaux&#xa0;; une couleur claire</translation>
    </message>
    <message>
        <source>Below the name of the office, on every report and letter</source>
        <translation>Sous le nom du bureau, sur chaque rapport et chaque lettre</translation>
    </message>
    <message>
        <source>Bilateral programmes</source>
        <translation>Programmes bilatéraux</translation>
    </message>
    <message>
        <source>Built with Qt for Python (PySide6), used under the LGPL 3: you may replace these libraries.</source>
        <translation>Construit avec Qt for Python (PySide6), utilisé sous la LGPL 3&#xa0;: vous pouvez remplacer ces bibliothèques.</translation>
    </message>
    <message>
        <source>By country, town and season, with the date from which each is valid</source>
        <translation>Par pays, ville et saison, avec la date d’effet de chacune</translation>
    </message>
    <message>
        <source>CNRS units</source>
        <translation>Unités CNRS</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choices of the lists</source>
        <translation>Choix des listes</translation>
    </message>
    <message>
        <source>Choose your office…</source>
        <translation>Choisissez votre bureau…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Colour of backgrounds</source>
        <translation>Couleur des fonds</translation>
    </message>
    <message>
        <source>Counted from the departure, where a visa is needed</source>
        <translation>Compté avant le départ, quand il faut un visa</translation>
    </message>
    <message>
        <source>Counted from the return</source>
        <translation>Compté à partir du retour</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Countries that need one, since when and how long before; left out of workbooks</source>
        <translation>Les pays qui en demandent un, depuis quand et combien de temps avant&#xa0;; absent des classeurs</translation>
    </message>
    <message>
        <source>Create a new base</source>
        <translation>Créer une base</translation>
    </message>
    <message>
        <source>Create a new base for an office</source>
        <translation>Créer la base d’un bureau</translation>
    </message>
    <message>
        <source>Create the base</source>
        <translation>Créer la base</translation>
    </message>
    <message>
        <source>Create the base in another folder</source>
        <translation>Créer la base dans un autre dossier</translation>
    </message>
    <message>
        <source>Daily allowances</source>
        <translation>Indemnités journalières</translation>
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
        <source>Dashboard</source>
        <translation>Tableau de bord</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Échéances</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doublons</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Each change applies at once.</source>
        <translation>Chaque changement s’applique aussitôt.</translation>
    </message>
    <message>
        <source>Each copy goes there too: a USB key or a folder of the network</source>
        <translation>Chaque copie y va aussi&#xa0;: une clé USB ou un dossier du réseau</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Édition</translation>
    </message>
    <message>
        <source>Elsewhere…</source>
        <translation>Ailleurs…</translation>
    </message>
    <message>
        <source>Empty the field</source>
        <translation>Vider le champ</translation>
    </message>
    <message>
        <source>Empty, with the CNRS reference lists</source>
        <translation>Vide, avec les listes de référence du CNRS</translation>
    </message>
    <message>
        <source>Enter opens the selected line in its form.</source>
        <translation>Entrée ouvre la ligne choisie dans sa fiche.</translation>
    </message>
    <message>
        <source>Entries, actions and help in one list</source>
        <translation>Fiches, actions et aide dans une seule liste</translation>
    </message>
    <message>
        <source>Euros for one unit; the last one on or before a day counts</source>
        <translation>Euros pour une unité&#xa0;; le dernier au jour dit ou avant compte</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Évènements</translation>
    </message>
    <message>
        <source>Every 15 minutes</source>
        <translation>Toutes les 15 minutes</translation>
    </message>
    <message>
        <source>Every 30 minutes</source>
        <translation>Toutes les 30 minutes</translation>
    </message>
    <message>
        <source>Every 4 hours</source>
        <translation>Toutes les 4 heures</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Toutes les heures</translation>
    </message>
    <message>
        <source>Everything grows with it; Ctrl++ and Ctrl+- change it too</source>
        <translation>Tout grandit avec elle&#xa0;; Ctrl++ et Ctrl+- la changent aussi</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Échanges</translation>
    </message>
    <message>
        <source>Exchange rates</source>
        <translation>Taux de change</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation>Filtrer cette liste</translation>
    </message>
    <message>
        <source>Folder of the workbooks</source>
        <translation>Dossier des classeurs</translation>
    </message>
    <message>
        <source>From then on it counts the days, and shows in amber</source>
        <translation>Dès lors elle compte les jours, et se montre en ambre</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Go to a field of a form first.</source>
        <translation>Allez d’abord dans un champ d’une fiche.</translation>
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
        <source>How much less the estimated allowance is for each meal</source>
        <translation>De combien l’indemnité estimée baisse pour chaque repas</translation>
    </message>
    <message>
        <source>How much less the estimated allowance is for such a night</source>
        <translation>De combien l’indemnité estimée baisse pour une telle nuit</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Fréquence</translation>
    </message>
    <message>
        <source>IRP, IRL, IRN… with their usual length and their old names</source>
        <translation>IRP, IRL, IRN… avec leur durée usuelle et leurs anciens noms</translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation>Instruments</translation>
    </message>
    <message>
        <source>Introduction in English</source>
        <translation>Introduction en anglais</translation>
    </message>
    <message>
        <source>Introduction in French</source>
        <translation>Introduction en français</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
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
        <source>Letterhead</source>
        <translation>Papier à en-tête</translation>
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
        <source>Light, dark, or the same as the system</source>
        <translation>Clair, sombre, ou comme le système</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listes</translation>
    </message>
    <message>
        <source>Lodged for nothing, less %</source>
        <translation>Hébergement gratuit, moins&#xa0;%</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Look at them, go back to one</source>
        <translation>Les voir, revenir à l’une d’elles</translation>
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
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>Meal offered, less %</source>
        <translation>Repas offert, moins&#xa0;%</translation>
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
        <source>Name in English</source>
        <translation>Nom anglais</translation>
    </message>
    <message>
        <source>Name in French</source>
        <translation>Nom français</translation>
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
        <source>Next pane</source>
        <translation>Volet suivant</translation>
    </message>
    <message>
        <source>No base is open: open one or create one to begin.</source>
        <translation>Aucune base n’est ouverte&#xa0;: ouvrez-en une ou créez-en une pour commencer.</translation>
    </message>
    <message>
        <source>No program here opens “{name}”.</source>
        <translation>Aucun programme n’ouvre «&#xa0;{name}&#xa0;» ici.</translation>
    </message>
    <message>
        <source>No setting holds “{text}”.</source>
        <translation>Aucun réglage ne contient «&#xa0;{text}&#xa0;».</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Mentions</translation>
    </message>
    <message>
        <source>Of lines and charts; darkened where it could not be seen on paper</source>
        <translation>Des traits et des graphiques&#xa0;; foncée là où elle ne se verrait pas sur du papier</translation>
    </message>
    <message>
        <source>Of the screen; reports and workbooks have their own</source>
        <translation>De l’écran&#xa0;; les rapports et les classeurs ont la leur</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Bureau</translation>
    </message>
    <message>
        <source>Only rows that hold every word stay.</source>
        <translation>Seules les lignes qui contiennent chaque mot restent.</translation>
    </message>
    <message>
        <source>Only settings that hold every word stay.</source>
        <translation>Seuls les réglages qui contiennent chaque mot restent.</translation>
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
        <source>Open or create a base…</source>
        <translation>Ouvrir ou créer une base…</translation>
    </message>
    <message>
        <source>Open the base of your office</source>
        <translation>Ouvrir la base de votre bureau</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>Ouverture de {name}…</translation>
    </message>
    <message>
        <source>Opens country summaries, the yearly report, the handover book</source>
        <translation>Ouvre les synthèses par pays, le rapport annuel, le livret de passation</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Or drop it here: it fills a new base of the office chosen above</source>
        <translation>Ou déposez-le ici&#xa0;: il remplit la base du bureau choisi</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Restitution</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
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
        <source>Passwords of workbooks</source>
        <translation>Mots de passe des classeurs</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Volet précédent</translation>
    </message>
    <message>
        <source>Proposed for new workbooks</source>
        <translation>Proposé pour les nouveaux classeurs</translation>
    </message>
    <message>
        <source>Purposes of missions, kinds of partners, funders…: those that your office adds</source>
        <translation>Motifs de mission, types de partenaire, financeurs…&#xa0;: ceux que votre bureau ajoute</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Read a spreadsheet</source>
        <translation>Lire un tableau</translation>
    </message>
    <message>
        <source>Read a spreadsheet…</source>
        <translation>Lire un tableau…</translation>
    </message>
    <message>
        <source>Read {file}</source>
        <translation>Lire {file}</translation>
    </message>
    <message>
        <source>Recent bases</source>
        <translation>Bases récentes</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Redoing…</source>
        <translation>Rétablissement…</translation>
    </message>
    <message>
        <source>Redone: {what}</source>
        <translation>Rétabli&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Rapports</translation>
    </message>
    <message>
        <source>Return address</source>
        <translation>Adresse de retour</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Sample data: the people, projects and missions of this base are fictitious.</source>
        <translation>Données d’exemple&#xa0;: les personnes, projets et missions de cette base sont fictifs.</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Chercher partout</translation>
    </message>
    <message>
        <source>Search in the settings</source>
        <translation>Chercher dans les réglages</translation>
    </message>
    <message>
        <source>Search partners, instruments, missions…</source>
        <translation>Chercher un partenaire, un instrument, une mission…</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>Chercher…</translation>
    </message>
    <message>
        <source>Second place</source>
        <translation>Second endroit</translation>
    </message>
    <message>
        <source>Security opinions</source>
        <translation>Avis de sûreté</translation>
    </message>
    <message>
        <source>See the base as it was on a day…</source>
        <translation>Voir la base telle qu’elle était un jour donné…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Réglages…</translation>
    </message>
    <message>
        <source>Shared by the laptops of the office; each takes in what the others wrote</source>
        <translation>Partagé par les postes du bureau&#xa0;; chacun reprend ce que les autres ont écrit</translation>
    </message>
    <message>
        <source>Shown at the top of the window and of reports</source>
        <translation>En haut de la fenêtre et des rapports</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Réduire le texte</translation>
    </message>
    <message>
        <source>Stands beside the address</source>
        <translation>À côté de l’adresse</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>Page de démarrage</translation>
    </message>
    <message>
        <source>Start with an empty base for my office…</source>
        <translation>Commencer avec une base vide pour mon bureau…</translation>
    </message>
    <message>
        <source>Start with sample data</source>
        <translation>Utiliser des données d’exemple</translation>
    </message>
    <message>
        <source>Take back a workbook or read a spreadsheet…</source>
        <translation>Reprendre un classeur ou lire un tableau…</translation>
    </message>
    <message>
        <source>Team folder</source>
        <translation>Dossier d’équipe</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>Cela n’a pas fonctionné.</translation>
    </message>
    <message>
        <source>The Hubert Curien partnerships and the others, by country</source>
        <translation>Les partenariats Hubert Curien et les autres, par pays</translation>
    </message>
    <message numerus="yes">
        <source>The check found %n problem(s) in this base: go back to the last backup.</source>
        <translation>
            <numerusform>La vérification a trouvé %n problème dans cette base&#xa0;: revenez à la dernière sauvegarde.</numerusform>
            <numerusform>La vérification a trouvé %n problèmes dans cette base&#xa0;: revenez à la dernière sauvegarde.</numerusform>
        </translation>
    </message>
    <message>
        <source>The copies</source>
        <translation>Les copies</translation>
    </message>
    <message>
        <source>The office whose base is created</source>
        <translation>Le bureau dont la base est créée</translation>
    </message>
    <message>
        <source>The open base: {path}</source>
        <translation>La base ouverte&#xa0;: {path}</translation>
    </message>
    <message>
        <source>The page that was shown last</source>
        <translation>La dernière page montrée</translation>
    </message>
    <message numerus="yes">
        <source>The second place of the copies has not been there for %n day(s).</source>
        <translation>
            <numerusform>Le second endroit des copies est absent depuis %n jour.</numerusform>
            <numerusform>Le second endroit des copies est absent depuis %n jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Their codes of today and of before</source>
        <translation>Leurs codes d’aujourd’hui et d’avant</translation>
    </message>
    <message>
        <source>Their names in both languages, and the others by which they are found</source>
        <translation>Leurs noms dans les deux langues, et les autres qui les trouvent</translation>
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
        <source>Those that this computer remembers: see them, forget them</source>
        <translation>Ceux que cet ordinateur retient&#xa0;: les voir, les oublier</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>Délai de réponse</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Try it with sample data</source>
        <translation>Essayer avec des données d’exemple</translation>
    </message>
    <message>
        <source>Types of instruments</source>
        <translation>Types d’instruments</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undoing…</source>
        <translation>Annulation…</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Annulé&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Taille usuelle du texte</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Site web</translation>
    </message>
    <message>
        <source>What does this field mean?</source>
        <translation>Que veut dire ce champ&#xa0;?</translation>
    </message>
    <message>
        <source>What is shown when the program starts</source>
        <translation>Ce qui s’affiche au démarrage</translation>
    </message>
    <message>
        <source>What names and words of sheets mean, and the columns of each sender</source>
        <translation>Ce que veulent dire les noms et les mots des feuilles, et les colonnes de chaque expéditeur</translation>
    </message>
    <message>
        <source>When something has changed; each copy is checked</source>
        <translation>Quand quelque chose a changé&#xa0;; chaque copie est vérifiée</translation>
    </message>
    <message>
        <source>Where new workbooks are saved</source>
        <translation>Où les nouveaux classeurs sont enregistrés</translation>
    </message>
    <message>
        <source>Where the office is</source>
        <translation>Où se trouve le bureau</translation>
    </message>
    <message>
        <source>Which base do you work with?</source>
        <translation>Avec quelle base travaillez-vous&#x202f;?</translation>
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
        <source>Written in every workbook: where they send it back</source>
        <translation>Écrite dans chaque classeur&#xa0;: où le renvoyer</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Your office’s own base, empty; the sample data are put away</source>
        <translation>La base de votre bureau, vide&#xa0;; les données d’exemple sont rangées</translation>
    </message>
    <message>
        <source>Zone, dates and notes of the office</source>
        <translation>Zone, dates et notes du bureau</translation>
    </message>
    <message>
        <source>emptied</source>
        <translation>vidé</translation>
    </message>
    <message>
        <source>import read open a spreadsheet sheet table Excel file receive workbook that came back return returned</source>
        <translation>importer lire ouvrir un tableau tableur feuille fichier Excel recevoir reprendre classeur revenu retour retourné</translation>
    </message>
    <message>
        <source>take back a workbook that came back return returned</source>
        <translation>reprendre un classeur revenu retour retours retourné</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}&#xa0;: {value}</translation>
    </message>
    <message>
        <source>{file}, in {folder}</source>
        <translation>{file}, dans {folder}</translation>
    </message>
    <message>
        <source>{file}: {reason}. Nothing was changed.</source>
        <translation>{file}&#xa0;: {reason}. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>{verb}: {what}</source>
        <translation>{verb}&#xa0;: {what}</translation>
    </message>
</context>
</TS>
