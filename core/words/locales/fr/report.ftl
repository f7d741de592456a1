# Le compte rendu pour la consultation : ce que lit l’équipe soignante.
report-title = Carnet de symptômes — pour la consultation
report-data = Les données de ce compte rendu, pour les logiciels (FHIR R4)
report-data-apart = Pour une période aussi longue, les données pour les logiciels (FHIR) sont un fichier à part, non joint ici.
report-no-name = Nom non indiqué
report-period = Du { $from } au { $to } ({ $days ->
    [one] un jour
   *[other] { $days } jours
  })
report-period-day = Le { $day } (un seul jour)
report-made = établi le { $moment }
report-page = Page { $page } sur { $pages }
report-treatment = Traitement : { $what }
report-treatment-none = Traitement : non indiqué
report-treatment-cycle = tous les { $days } jours
report-treatment-since = depuis le { $day }
report-complete = { $answered ->
    [one] { $answered } jour renseigné
   *[other] { $answered } jours renseignés
  } sur { $days }
report-too-unwell = { $days ->
    [one] un jour « trop mal pour répondre »
   *[other] { $days } jours « trop mal pour répondre »
  }
report-imported = { $days ->
    [one] un repris d’un tableau
   *[other] { $days } repris d’un tableau
  }
report-left-out = La personne a choisi de ne pas tout montrer : des notes, des symptômes ou des raisons d’appeler ont été laissés de côté.
report-not-shown = Rien n’est montré ici.
report-about = Carnet tenu par la personne elle-même, sans diagnostic. S’il n’a demandé aucun contact, cela ne veut pas dire que tout va bien.

# Un symptôme compté plutôt que noté.
report-item-unit = { $name } ({ $unit })
report-unit-times = fois
report-unit-stools = selles de plus
report-unit-days = jours sans selle

report-changes = Ce qui a changé
report-changes-since = Depuis la dernière consultation
report-changes-last-time = Par rapport à la consultation du { $consultation } : moyennes des { $before } jours d’avant ({ $first } – { $firstend }) et { $now ->
    [one] du dernier jour
   *[other] des { $now } derniers jours
  } ({ $laststart } – { $last }). Un écart est retenu à partir d’un point, avec au moins 3 réponses de chaque côté.
report-changes-windows = Moyennes : { $before ->
    [one] le premier jour
   *[other] les { $before } premiers jours
  } de la période ({ $first } – { $firstend }), { $now ->
    [one] comparé au dernier
   *[other] comparés aux { $now } derniers
  } ({ $laststart } – { $last }). Un écart est retenu à partir d’un point, avec au moins 3 réponses de chaque côté.
report-changes-treatment = Le traitement a changé pendant les jours comparés.
report-changes-unknown = Trop peu de réponses pour comparer avant et maintenant.
report-change-new = Nouveau
report-change-worse = Aggravé
report-change-better = Amélioré
report-change-gone = Disparu
report-change-none = rien
report-change-more = { $count ->
    [one] et un autre
   *[other] et { $count } autres
  }
report-change-same = Sans changement net : { $items }.
report-change-unknown = Trop peu de réponses pour comparer : { $items }.
report-not-rated = non noté

report-prompts = Alertes du carnet et suites données
report-prompts-none = Aucune pendant cette période. Cela ne veut pas dire que tout allait bien.
report-rules = Selon des règles que l’équipe a signées : { $rules }.
report-prompts-more = Les plus urgentes et les plus récentes ; la suite est à la fin du document.
report-prompts-all = Alertes du carnet, suite
report-outcome = { $day } : { $what }.
report-advice = Conseil reçu : { $advice }
report-col-day = Jour
report-col-level = Quand agir
report-col-reasons = Raisons
report-col-outcome = Suites

report-voice = Dans ses mots
report-voice-none = Ni question ni note pendant cette période.
report-questions = Ses questions pour la consultation
report-notes = Ses notes
report-voice-more = Ici en bref, les plus récentes d’abord ; la suite est à la fin du document.
report-voice-all = Toutes ses questions et notes
report-voice-hidden = { $count ->
    [one] Une autre, plus ancienne, est dans le fichier CSV.
   *[other] { $count } autres, plus anciennes, sont dans le fichier CSV.
  }
report-shortened = […] marque un texte abrégé ; la note entière est dans le fichier CSV.
report-signs = □ remplace un caractère que ce document ne peut pas écrire (émoji, autre alphabet) ; le texte d’origine est dans le carnet.

report-symptoms = Symptômes, du plus fort au moins fort
report-symptoms-none = Aucun symptôme n’a été noté pendant cette période.
report-symptoms-note = De 0 (pas du tout) à 10 (le pire). Un jour sans réponse n’est jamais un zéro. Avant, maint. : les jours comparés plus haut. Gras : nouveau, aggravé.
report-rows-hidden = { $count ->
    [one] Une autre ligne est dans le fichier CSV.
   *[other] { $count } autres lignes sont dans le fichier CSV.
  }
report-col-symptom = Symptôme
report-col-answers = Jours notés
report-col-mean = Moyenne
report-col-worst = Pire (dernière fois)
report-col-days = Jours à 4 ou plus
report-col-before = Avant
report-col-now = Maint.
report-col-change = Écart
report-state = État général (0 à 4)

report-measures = Mesures et traitements
report-weight = Poids
report-weight-unit = kg
report-weight-once = { $value } kg le { $day }
report-weight-change = { $first } kg le { $firstday } → { $last } kg le { $lastday } ({ $change } kg, { $percent } %)
report-temperature = Température
report-temperature-unit = °C
report-temperature-highest = la plus haute { $value } °C le { $day } ; 38 °C ou plus : { $fever } fois sur { $count ->
    [one] une mesure
   *[other] { $count } mesures
  }
report-administrations = Traitement donné
report-treatment-changes = Traitement changé
report-events-many = { $count } jours, le dernier le { $last }

report-medication = Médicaments et soulagement
report-col-painkiller = Antidouleur
report-col-taken = Jours de prise
report-col-helped = A soulagé
report-col-not-helped = N’a pas soulagé
report-col-not-said = Non précisé

report-pains = Douleurs par endroit
report-body-alt = Corps vu de devant et de dos. Endroits douloureux : { $places }.
report-body-place = { $name } (pire { $worst })
report-body-front = devant
report-body-back = dos
report-body-note = Le numéro sur le corps est celui de l’endroit dans le tableau : gris à bord épais, 7 ou plus au pire ; gris, 4 à 6 ; blanc, moins. La gauche et la droite sont celles de la personne.
report-col-place = Endroit
report-col-nights = Nuits avec réveil
report-col-quality = Type de douleur (jours)

report-results = Marqueurs et analyses
report-results-note = Tels que recopiés de la feuille du laboratoire, avec sa propre norme. Vigie n’en tire aucune conclusion.
report-col-result = Analyse
report-col-value = Valeur
report-col-unit = Unité
report-col-range = Norme du laboratoire
report-care = Examens d’imagerie et rendez-vous
report-scan = { $name } : { $conclusion }.

report-days = Toutes les réponses
report-days-how = Chaque colonne est une semaine à partir du jour écrit au-dessus, un signe par jour : une note, × trop mal pour répondre, – question passée, · pas demandé, ○ aucune réponse ce jour.
report-days-step = Chaque colonne commence au jour écrit au-dessus ; chacun de ses sept signes est le pire de { $days } jours : une note, × trop mal pour répondre, – question passée, · pas demandé, ○ aucune réponse.
report-days-from = dès le { $day }

report-charts = Jour après jour
report-charts-how = Pour chaque symptôme, plus haut = pire. Un trait interrompu est un silence : rien n’est supposé entre deux réponses. La ligne en tirets marque 4 sur 10, à partir de quoi un symptôme est au moins moyen (38 °C pour la température).
report-charts-weeks = { $weeks ->
    [one] La période est longue : chaque point est la moyenne d’une semaine, la barre va de la note la plus basse à la plus haute.
   *[other] La période est longue : chaque point est la moyenne de { $weeks } semaines, la barre va de la note la plus basse à la plus haute.
  }
report-charts-hidden = { $count ->
    [one] Un autre symptôme n’a pas de courbe ici.
   *[other] { $count } autres symptômes n’ont pas de courbe ici.
  }
report-chart-detail = pire { $worst } ({ $day }) ↑ plus haut = pire
report-chart-state = 4 = au lit toute la journée ↑ plus haut = pire
report-chart-measure = de { $low } à { $high }
report-state-high = au lit
report-state-low = habituel
report-chart-alt = Courbe, { $name }. { $answers ->
    [one] Un jour noté
   *[other] { $answers } jours notés
  } sur { $days }, moyenne { $mean }, pire { $worst } le { $day }, 4 ou plus : { $moderate ->
    [one] { $moderate } jour
   *[other] { $moderate } jours
  }.
report-chart-alt-state = Courbe, { $name }. { $answers ->
    [one] Un jour noté
   *[other] { $answers } jours notés
  } sur { $days }, pire { $worst }.
report-chart-alt-measure = Courbe, { $name }. { $count ->
    [one] Une mesure
   *[other] { $count } mesures
  }, de { $low } à { $high }.
report-legend-above = 4 ou plus
report-legend-below = moins de 4
report-legend-unwell = trop mal pour répondre
report-legend-skipped = question passée
report-legend-not-asked = pas demandé
report-legend-absent = aucune réponse
report-legend-treatment = traitement donné
report-legend-change = traitement changé
report-legend-consultation = consultation
report-legend-scan = examen d’imagerie

# Le tableau pour un tableur : une ligne par jour.
spreadsheet-yes = oui
spreadsheet-signs = Signes d’alerte
spreadsheet-pains = Précisions sur les douleurs
spreadsheet-night = réveille la nuit
spreadsheet-painkillers = Antidouleurs
spreadsheet-helped = a soulagé
spreadsheet-not-helped = n’a pas soulagé
spreadsheet-given = traitement donné
spreadsheet-given-named = traitement donné : { $what }
spreadsheet-changed = traitement changé
spreadsheet-changed-named = traitement changé : { $what }
spreadsheet-started = début : { $what }
spreadsheet-stopped = fin : { $what }
spreadsheet-author = Rempli par
report-answer = Réponse ({ $day }) : { $answer }

# Qui a répondu, quand ce n’est pas la personne.
report-answered-by = { $days ->
    [one] un jour renseigné par { $who }
   *[other] { $days } jours renseignés par { $who }
  }
report-treatments = Traitements de la période
report-voice-answered = Aucune question en attente ; les réponses reçues sont plus loin.
report-answers = Réponses à ses questions
report-support = Soutien, consentements, souhaits
report-sessions = { $days } : { $helped }.
report-session-note = { $day } : { $said }
report-helped-not-said = effet non précisé

report-col-medicine = Médicament, à heures fixes
report-col-dose-taken = Pris à l’heure
report-col-dose-late = Pris en retard
report-col-dose-missed = Non pris
report-col-dose-not-noted = Non noté
report-doses-taken = { $count } sur { $due }
report-doses-more = { $count ->
    [one] et une prise de plus que prévu
   *[other] et { $count } prises de plus que prévu
  }
report-doses-note = « Non noté » : rien n’a été dit de cette prise, ni qu’elle a été faite, ni qu’elle a été oubliée.
report-dose-reason = { $name }, { $what } : { $reason }
report-col-as-needed = Médicament, au besoin
report-col-times = Prises
report-col-relief-good = Bon effet
report-col-relief-some = Un peu d’effet
report-col-relief-none = Sans effet
report-relief-note = Effet une heure après la prise.

# Une page à emporter.
leaflet-title = Page à apporter à la consultation
leaflet-more = { $count ->
    [one] Une ligne de plus n’a pas trouvé de place ici ; Vigie la montre.
   *[other] { $count } lignes de plus n’ont pas trouvé de place ici ; Vigie les montre.
  }
leaflet-shortened = […] marque un texte abrégé ; Vigie montre le texte entier.
leaflet-signs = □ remplace un caractère que ce document ne peut pas écrire (émoji, autre alphabet).
