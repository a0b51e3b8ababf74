<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n file(s) saved in {folder}</source>
        <translation>
            <numerusform>%n fichier enregistré dans {folder}</numerusform>
            <numerusform>%n fichiers enregistrés dans {folder}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sent to the printer</source>
        <translation>
            <numerusform>%n page envoyée à l’imprimante</numerusform>
            <numerusform>%n pages envoyées à l’imprimante</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s). The preview is the file that will be printed.</source>
        <translation>
            <numerusform>%n page. L’aperçu est le fichier qui sera imprimé.</numerusform>
            <numerusform>%n pages. L’aperçu est le fichier qui sera imprimé.</numerusform>
        </translation>
    </message>
    <message>
        <source>A file for each entry…</source>
        <translation>Un fichier par fiche…</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>Toutes les années</translation>
    </message>
    <message>
        <source>Choose a country at the right: its summary appears here.</source>
        <translation>Choisissez un pays à droite&#xa0;: sa synthèse apparaît ici.</translation>
    </message>
    <message>
        <source>Choose at the right what the sheet is about: it appears here.</source>
        <translation>Choisissez à droite de quoi parle la fiche&#xa0;: elle apparaît ici.</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Data as of</source>
        <translation>Données au</translation>
    </message>
    <message>
        <source>Dates of the period</source>
        <translation>Dates de la période</translation>
    </message>
    <message>
        <source>E-mail with the report</source>
        <translation>Courriel avec le rapport</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Classeurs Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Douze derniers mois</translation>
    </message>
    <message>
        <source>Last five years</source>
        <translation>Cinq dernières années</translation>
    </message>
    <message>
        <source>Last year ({year})</source>
        <translation>L’année dernière ({year})</translation>
    </message>
    <message>
        <source>More commands</source>
        <translation>Autres commandes</translation>
    </message>
    <message>
        <source>No font has these characters: {list}</source>
        <translation>Aucune police n’a ces caractères&#xa0;: {list}</translation>
    </message>
    <message>
        <source>Only the filtered list</source>
        <translation>Seulement la liste filtrée</translation>
    </message>
    <message>
        <source>Other dates…</source>
        <translation>Autres dates…</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Fichiers PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Preparing the e-mail…</source>
        <translation>Préparation du courriel…</translation>
    </message>
    <message>
        <source>Preparing the preview…</source>
        <translation>Préparation de l’aperçu…</translation>
    </message>
    <message>
        <source>Preparing the reports…</source>
        <translation>Préparation des rapports…</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
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
        <source>Reports</source>
        <translation>Rapports</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Enregistrer le PDF</translation>
    </message>
    <message>
        <source>Save a PDF for the archive (PDF/A)</source>
        <translation>Enregistrer un PDF pour l’archive (PDF/A)</translation>
    </message>
    <message>
        <source>Save the report as</source>
        <translation>Enregistrer le rapport sous</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Enregistré&#xa0;: {file}</translation>
    </message>
    <message>
        <source>Saving the report…</source>
        <translation>Enregistrement du rapport…</translation>
    </message>
    <message>
        <source>Saving the sheets…</source>
        <translation>Enregistrement des fiches…</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Parties</translation>
    </message>
    <message>
        <source>Such as 2024, 2022-2025 or 01/2024-06/2024.</source>
        <translation>Par exemple 2024, 2022-2025 ou 01/2024-06/2024.</translation>
    </message>
    <message>
        <source>The language of the report, apart from that of the screen.</source>
        <translation>La langue du rapport, indépendante de celle de l’écran.</translation>
    </message>
    <message>
        <source>The report counts what falls in this period.</source>
        <translation>Le rapport compte ce qui tombe dans cette période.</translation>
    </message>
    <message>
        <source>The report is about the rows that the list showed. Click to take them all.</source>
        <translation>Le rapport porte sur les lignes que montrait la liste. Cliquez pour les prendre toutes.</translation>
    </message>
    <message>
        <source>The report is made from the base as it was at the end of that day.</source>
        <translation>Le rapport est fait sur la base telle qu’elle était à la fin de ce jour.</translation>
    </message>
    <message>
        <source>The report is on the clipboard</source>
        <translation>Le rapport est dans le presse-papiers</translation>
    </message>
    <message>
        <source>The selected report shows in the middle as it will be printed.</source>
        <translation>Le rapport choisi se montre au milieu comme il sera imprimé.</translation>
    </message>
    <message>
        <source>The size of the paper that it is printed on.</source>
        <translation>Le format du papier sur lequel il est imprimé.</translation>
    </message>
    <message>
        <source>This year ({year})</source>
        <translation>Cette année ({year})</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>the base of today</comment>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Where to save the files</source>
        <translation>Où enregistrer les fichiers</translation>
    </message>
    <message>
        <source>Whole page or its width</source>
        <translation>Page entière ou sa largeur</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Word documents (*.docx)</source>
        <translation>Documents Word (*.docx)</translation>
    </message>
    <message>
        <source>page {page} of {pages}</source>
        <translation>page {page} sur {pages}</translation>
    </message>
</context>
</TS>
