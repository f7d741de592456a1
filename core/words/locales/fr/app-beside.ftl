# Les écrans de la consultation, du fil des jours et de l’aide.
app-consultation-title = Pour la consultation
app-consultation-how = Choisissez ce que votre équipe lira, regardez chaque page, puis partagez. Rien ne part sans vous.
app-consultation-period = Quels jours
app-consultation-usual = Depuis la dernière consultation, ou dix semaines
app-consultation-whole = Tout le carnet
app-consultation-other = D’autres jours
app-consultation-days = Du { $from } au { $to }
app-consultation-first = Premier jour
app-consultation-last = Dernier jour
app-consultation-backwards = Le premier jour vient après le dernier. Changez l’un des deux.
app-consultation-told = Ce qui sera montré
app-consultation-name = Mon nom
app-consultation-notes = Mes notes, et ce que l’on m’a dit
app-consultation-notes-how = Vos questions y figurent toujours.
app-consultation-items = Choisir les symptômes
app-consultation-left-out = { $count ->
    [one] { $count } symptôme laissé de côté : { $names }
   *[other] { $count } symptômes laissés de côté : { $names }
}
app-consultation-items-how = Décochez ce que vous préférez ne pas montrer. Le compte rendu dira que quelque chose a été laissé de côté, sans dire quoi.
app-consultation-items-none = Aucun symptôme n’a été noté ces jours-là.
app-consultation-items-done = Garder ce choix
app-consultation-language = La langue
app-consultation-french = En français
app-consultation-english = En anglais
app-consultation-look = Regarder
app-consultation-pages = Les pages
app-consultation-page = Page { $page } sur { $pages }
app-consultation-share = Partager
app-consultation-share-how = Un fichier est écrit à l’endroit que vous choisissez. C’est vous qui le donnez ensuite.
app-consultation-legend = Les signes
app-consultation-pdf = Document à imprimer (PDF)
app-consultation-pdf-how = Pour le papier et le dossier de l’hôpital. Qui a le fichier peut le lire.
app-consultation-protected = Page protégée
app-consultation-protected-how = Elle s’ouvre dans un navigateur, avec une phrase secrète que vous transmettez à part.
app-consultation-fhir = Pour le logiciel de l’hôpital (FHIR)
app-consultation-fhir-how = Le même contenu, qu’un ordinateur de l’hôpital sait reprendre.
app-consultation-csv = Tableau de toutes les réponses (CSV)
app-consultation-csv-how = Vigie sait le relire.
app-consultation-spreadsheet = Tableau pour un tableur
app-consultation-spreadsheet-how = Une ligne par jour, dans la langue choisie.
app-consultation-written = Le fichier { $name } est écrit.
app-consultation-not-written = Rien n’a été écrit.
app-consultation-secret = Phrase secrète de la page
app-consultation-secret-how = Dites-la de vive voix, par exemple au téléphone, et jamais dans le même message que le fichier. Elle n’est montrée qu’une fois : le carnet ne la garde pas.
app-consultation-secret-letters = Accents, majuscules et espaces ne comptent pas.
app-consultation-secret-done = C’est fait

app-timeline-title = Au fil des jours
app-timeline-words = Mots à chercher
app-timeline-find = Chercher
app-timeline-everything = Tout montrer
app-timeline-kinds = Choisir ce qui est montré
app-timeline-kinds-how = Sans rien cocher, tout est montré.
app-timeline-kinds-done = Montrer
app-timeline-only = Seulement : { $kinds }
app-timeline-found = { $count ->
    [one] { $count } ligne trouvée
   *[other] { $count } lignes trouvées
}
app-timeline-nothing = Rien ne correspond. Essayez un autre mot, ou montrez tout.
app-timeline-empty = Rien n’est noté pour l’instant.

app-support-title = Aide et associations
app-support-urgent = Des numéros qui répondent toujours
app-support-find = Trouver de l’aide
app-support-place = Ville, département ou région
app-support-place-hint = Ce qui vaut pour toute la France est montré aussi.
app-support-words = Mots à chercher
app-support-search = Chercher
app-support-kinds = Par sorte d’aide
app-support-all-kinds = Toutes les aides
app-support-own = Liste de votre équipe
app-support-found = { $count ->
    [one] { $count } adresse
   *[other] { $count } adresses
}
app-support-call = { $phone }, { $name }
app-support-old = Cette information est ancienne : vérifiez-la avant de vous y fier.
app-support-understand = Comprendre
app-support-yours = Votre traitement
app-support-follow = Me demander plutôt cela chaque jour
app-support-followed = C’est fait. Ces questions remplacent celles d’avant.
app-support-undo = Reprendre les questions d’avant
app-support-undone = Les questions d’avant sont de retour.
