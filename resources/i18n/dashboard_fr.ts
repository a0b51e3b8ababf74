<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n jour de retard</numerusform>
            <numerusform>%n jours de retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deadline(s)</source>
        <translation>
            <numerusform>%n échéance</numerusform>
            <numerusform>%n échéances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deadline(s) to work on now</source>
        <translation>
            <numerusform>%n échéance à traiter maintenant</numerusform>
            <numerusform>%n échéances à traiter maintenant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deadline(s) until {day}</source>
        <translation>
            <numerusform>%n échéance jusqu’au {day}</numerusform>
            <numerusform>%n échéances jusqu’au {day}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deadline(s) written to {file}</source>
        <translation>
            <numerusform>%n échéance écrite dans {file}</numerusform>
            <numerusform>%n échéances écrites dans {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here today</source>
        <translation>
            <numerusform>%n sur place</numerusform>
            <numerusform>%n sur place</numerusform>
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
        <source>%n mission report(s) to collect</source>
        <translation>
            <numerusform>%n compte rendu de mission à recueillir</numerusform>
            <numerusform>%n comptes rendus de mission à recueillir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them late</source>
        <translation>
            <numerusform>dont %n en retard</numerusform>
            <numerusform>dont %n en retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running instrument(s)</source>
        <translation>
            <numerusform>%n instrument en cours</numerusform>
            <numerusform>%n instruments en cours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n security opinion(s) to ask for</source>
        <translation>
            <numerusform>%n avis de sûreté à demander</numerusform>
            <numerusform>%n avis de sûreté à demander</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visa(s) to apply for</source>
        <translation>
            <numerusform>%n visa à demander</numerusform>
            <numerusform>%n visas à demander</numerusform>
        </translation>
    </message>
    <message>
        <source>12 months</source>
        <comment>deadlines</comment>
        <translation>12 mois</translation>
    </message>
    <message>
        <source>3 months</source>
        <comment>deadlines</comment>
        <translation>3 mois</translation>
    </message>
    <message>
        <source>6 months</source>
        <comment>deadlines</comment>
        <translation>6 mois</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Add to calendar</source>
        <translation>Ajouter au calendrier</translation>
    </message>
    <message>
        <source>Add to calendar (.ics)…</source>
        <translation>Ajouter au calendrier (.ics)…</translation>
    </message>
    <message>
        <source>All</source>
        <comment>deadlines</comment>
        <translation>Toutes</translation>
    </message>
    <message numerus="yes">
        <source>All %n mission(s)</source>
        <translation>
            <numerusform>La mission du mois</numerusform>
            <numerusform>Les %n missions</numerusform>
        </translation>
    </message>
    <message>
        <source>All countries</source>
        <translation>Tous les pays</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Toutes les natures</translation>
    </message>
    <message>
        <source>Both are kept until you decide</source>
        <translation>Les deux sont gardées jusqu’à votre décision</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>Calendriers (*.ics)</translation>
    </message>
    <message>
        <source>Came back {day}</source>
        <translation>Revenu le {day}</translation>
    </message>
    <message>
        <source>Countries of this office</source>
        <translation>Pays de ce bureau</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
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
        <source>Decide</source>
        <comment>a verb</comment>
        <translation>Décider</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>Fait aujourd’hui</translation>
    </message>
    <message>
        <source>Done: {name}</source>
        <translation>Fait&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Full timeline</source>
        <translation>Toute la frise</translation>
    </message>
    <message>
        <source>Instruments by type</source>
        <translation>Instruments par type</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Kind of deadline</source>
        <translation>Nature de l’échéance</translation>
    </message>
    <message>
        <source>Late</source>
        <comment>deadlines</comment>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Looking what is due…</source>
        <translation>Recherche des échéances…</translation>
    </message>
    <message>
        <source>Missions this month</source>
        <translation>Missions du mois</translation>
    </message>
    <message>
        <source>Next six months</source>
        <translation>Six mois à venir</translation>
    </message>
    <message>
        <source>No instrument is running. Add one in the list of instruments, or drop a spreadsheet here.</source>
        <translation>Aucun instrument n’est en cours. Ajoutez-en un dans la liste des instruments, ou déposez un tableau ici.</translation>
    </message>
    <message>
        <source>No mission this month. Add one in the list of missions.</source>
        <translation>Aucune mission ce mois-ci. Ajoutez-en une dans la liste des missions.</translation>
    </message>
    <message>
        <source>No more missions this month. Add one in the list of missions.</source>
        <translation>Plus aucune mission ce mois-ci. Ajoutez-en une dans la liste des missions.</translation>
    </message>
    <message>
        <source>Nobody holds a workbook. Make one for an embassy: it comes back here, and shows what changed.</source>
        <translation>Personne n’a de classeur. Préparez-en un pour une ambassade&#xa0;: il revient ici et montre ce qui a changé.</translation>
    </message>
    <message>
        <source>Nothing is due before {day}.</source>
        <translation>Rien à faire avant le {day}.</translation>
    </message>
    <message>
        <source>Nothing is due here. Give instruments an end, and steps a day: they come here in time.</source>
        <translation>Aucune échéance ici. Donnez une fin aux instruments et une date aux étapes&#xa0;: elles viendront ici à temps.</translation>
    </message>
    <message>
        <source>Nothing is due in the next six months.</source>
        <translation>Aucune échéance dans les six mois.</translation>
    </message>
    <message>
        <source>Nothing is due. Give instruments an end, and steps a day: they come here in time.</source>
        <translation>Aucune échéance. Donnez une fin aux instruments et une date aux étapes&#xa0;: elles viendront ici à temps.</translation>
    </message>
    <message numerus="yes">
        <source>Offices say different things of %n value(s)</source>
        <translation>
            <numerusform>Les bureaux ne disent pas la même chose d’une valeur</numerusform>
            <numerusform>Les bureaux ne disent pas la même chose de %n valeurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Only some of the deadlines; the arrows go to the others</source>
        <translation>Une partie des échéances&#xa0;; les flèches mènent aux autres</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
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
        <source>Opens the workbooks out</source>
        <translation>Ouvre les classeurs envoyés</translation>
    </message>
    <message>
        <source>Print who is here today…</source>
        <translation>Imprimer qui est sur place aujourd’hui…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>Remind them by e-mail…</source>
        <translation>Relancer par courriel…</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>Renouveler…</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>Tout voir</translation>
    </message>
    <message>
        <source>See all deadlines</source>
        <translation>Toutes les échéances</translation>
    </message>
    <message>
        <source>Show all deadlines</source>
        <translation>Montrer toutes les échéances</translation>
    </message>
    <message>
        <source>To do now</source>
        <comment>deadlines</comment>
        <translation>À faire maintenant</translation>
    </message>
    <message>
        <source>To do now</source>
        <translation>À faire maintenant</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>What is due, soonest first; Enter opens the entry.</source>
        <translation>Ce qui est à faire, le plus proche d’abord&#xa0;; Entrée ouvre la fiche.</translation>
    </message>
    <message>
        <source>Who holds which workbook</source>
        <translation>Qui a quel classeur</translation>
    </message>
    <message>
        <source>Who is in the countries of this office today: {count}</source>
        <translation>Présents aujourd’hui dans les pays de ce bureau&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Workbooks out</source>
        <translation>Classeurs envoyés</translation>
    </message>
    <message>
        <source>Writing the calendar…</source>
        <translation>Écriture du calendrier…</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>pour le {day}</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>dans %n jour</numerusform>
            <numerusform>dans %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>sent {day}</source>
        <translation>envoyé le {day}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message numerus="yes">
        <source>{name} ended %n day(s) ago and still counts as running</source>
        <translation>
            <numerusform>{name} a pris fin il y a %n jour et reste en cours</numerusform>
            <numerusform>{name} a pris fin il y a %n jours et reste en cours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} ends in %n day(s)</source>
        <translation>
            <numerusform>{name} prend fin dans %n jour</numerusform>
            <numerusform>{name} prend fin dans %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n decision(s) to take</source>
        <translation>
            <numerusform>{name}&#xa0;: %n décision à prendre</numerusform>
            <numerusform>{name}&#xa0;: %n décisions à prendre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n entry(ies) put aside</source>
        <translation>
            <numerusform>{name}&#xa0;: %n fiche mise de côté</numerusform>
            <numerusform>{name}&#xa0;: %n fiches mises de côté</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: ready to be taken in</source>
        <translation>{name}&#xa0;: prêt à être repris</translation>
    </message>
    <message numerus="yes">
        <source>{name}: workbook %n day(s) overdue</source>
        <translation>
            <numerusform>{name}&#xa0;: classeur en retard de %n jour</numerusform>
            <numerusform>{name}&#xa0;: classeur en retard de %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: workbook due back in %n day(s)</source>
        <translation>
            <numerusform>{name}&#xa0;: classeur attendu dans %n jour</numerusform>
            <numerusform>{name}&#xa0;: classeur attendu dans %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: {what}, %n day(s) late</source>
        <translation>
            <numerusform>{name}&#xa0;: {what}, %n jour de retard</numerusform>
            <numerusform>{name}&#xa0;: {what}, %n jours de retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: {what}, in %n day(s)</source>
        <translation>
            <numerusform>{name}&#xa0;: {what}, dans %n jour</numerusform>
            <numerusform>{name}&#xa0;: {what}, dans %n jours</numerusform>
        </translation>
    </message>
</context>
</TS>
