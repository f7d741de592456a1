# Ce qui entoure les symptômes : traitements, questions, soutien, consentements, médicaments, souhaits.
reason-planned = comme prévu
reason-progression = la maladie a progressé
reason-toxicity = mal supporté
reason-my-choice = mon choix
reason-other = autre raison
change-delayed = Traitement reporté
change-dose-reduced = Dose réduite
change-dose-raised = Dose augmentée
change-paused = Traitement interrompu
change-resumed = Traitement repris
phase-1 = phase I
phase-1-2 = phase I/II
phase-2 = phase II
phase-2-3 = phase II/III
phase-3 = phase III
phase-4 = phase IV

medicine-anticancer = contre la maladie
medicine-painkiller = contre la douleur
medicine-other = autre
intake-taken = pris
intake-late = pris en retard
intake-missed = non pris
relief-none = sans effet après une heure
relief-some = un peu d’effet après une heure
relief-good = bon effet après une heure
schedule-as-needed = au besoin
schedule-times = chaque jour à { $times }
schedule-pauses = à { $times }, { $on } jours sur { $all } ({ $off ->
    [one] { $off } jour
   *[other] { $off } jours
} de pause)

support-psychologist = Psychologue
support-auriculotherapy = Auriculothérapie
support-hypnosis = Hypnose
support-sophrology = Sophrologie
support-socio-aesthetics = Socio-esthétique
support-physiotherapy = Kinésithérapie
support-speech-therapy = Orthophonie
support-physical-activity = Activité physique adaptée
support-social-worker = Assistante sociale
support-other = Autre soutien
helped-no = n’a pas aidé
helped-little = a un peu aidé
helped-much = a beaucoup aidé

consent-trial = Consentement à un essai
consent-data = Consentement à l’usage de données
consent-care = Consentement à un soin
consent-leaflet = Notice reçue
consent-signed = signé le { $day }
consent-not-signed = pas signé
consent-withdrawn = retiré le { $day }
wish-trusted-person = Personne de confiance
wish-directives = Directives anticipées

kind-result = Résultat
kind-scan = Imagerie
kind-appointment = Rendez-vous
kind-question = Question
kind-support = Soutien
kind-consent = Consentement
kind-medicine = Médicament
kind-intake = Prise
kind-wish = Souhait
kind-change = Traitement
around-until = jusqu’au { $day }
around-by = noté par { $who }
question-no-answer = pas encore de réponse
question-answered = réponse du { $day }
event-cycle = { $n ->
    [one] chaque jour
   *[other] tous les { $n } jours
}
event-since = depuis le { $day }
event-range = norme { $range }
kind-entry = Point du jour
kind-prompt = Alerte
timeline-began = Début
timeline-ended = Fin
timeline-given = Traitement reçu
timeline-changed = Traitement changé
kind-attachment = Photo ou papier
