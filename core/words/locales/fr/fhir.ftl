# Le document FHIR : ce que disent ses ressources et que le rapport ne dit pas.
fhir-pair = { $label } : { $text }
fhir-device = carnet de symptômes
fhir-day = Réponses du jour
fhir-pain-said = Ce qui a été dit de cette douleur sur la période
fhir-copied = Recopié par la personne depuis la feuille du laboratoire.
fhir-decision = Ce qui a été décidé, tel que la personne l’a entendu
fhir-to-come = Rendez-vous à venir, noté par la personne. L’heure de fin n’est pas connue.
