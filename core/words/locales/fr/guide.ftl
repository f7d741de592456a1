explain-chemotherapy = Des médicaments qui empêchent les cellules de se multiplier, souvent en perfusion, par cures espacées. Les effets vont et viennent avec chaque cure.
explain-targeted = Des médicaments qui visent une particularité des cellules de la tumeur, souvent en comprimés pris tous les jours.
explain-immunotherapy = Des médicaments qui aident vos propres défenses à reconnaître la tumeur. Leurs effets peuvent venir tard, même des mois après la dernière perfusion.
explain-hormone = Un traitement qui prive la tumeur des hormones dont elle se nourrit, souvent pendant des années.
explain-radiotherapy = Des rayons dirigés sur un endroit précis, en séances courtes, presque chaque jour pendant quelques semaines.
explain-surgery = Une opération pour enlever la tumeur ou pour soulager.
explain-trial = Un traitement étudié dans un essai clinique : vous avez signé un consentement, que vous pouvez retirer à tout moment sans avoir à dire pourquoi.

# Fichiers des registres d’essais.
trials-error-empty = Il n’y a aucun essai dans ce fichier. Essayez une autre recherche dans le registre, puis téléchargez à nouveau.
trials-error-web-page = C’est une page web, pas la liste des essais. Dans le registre, choisissez « Télécharger » (Download), puis « JSON », et ouvrez ici ce fichier-là.
trials-error-archive = Ce fichier est compressé. Décompressez-le d’abord, puis ouvrez le fichier JSON qui est dedans.
trials-error-not-json = Ce fichier ne peut pas être lu. Dans le registre, choisissez le format « JSON », téléchargez à nouveau, et ouvrez ici ce fichier-là.
trials-error-other-json = Il n’y a pas d’essais dans ce fichier. Les fichiers de ClinicalTrials.gov et d’ECLAIRE peuvent être lus ici.
trials-error-cut-short = { $records ->
    [0] Ce fichier n’est pas entier : il s’arrête avant le premier essai. Téléchargez-le à nouveau.
    [one] Ce fichier n’est pas entier : il s’arrête après { $records } essai. Téléchargez-le à nouveau.
   *[other] Ce fichier n’est pas entier : il s’arrête après { $records } essais. Téléchargez-le à nouveau.
}
trials-error-damaged = { $records ->
    [0] Ce fichier est abîmé dès le premier essai. Téléchargez-le à nouveau.
    [one] Ce fichier est abîmé après { $records } essai. Téléchargez-le à nouveau.
   *[other] Ce fichier est abîmé après { $records } essais. Téléchargez-le à nouveau.
}
trials-error-io = Le fichier n’a pas pu être lu jusqu’au bout. Copiez-le sur cet appareil, puis ouvrez-le à nouveau.

# Trials: why one is on the list, what is not known, what a doctor judges.
trials-disease-same = Même maladie ({ $place }) : « { $text } »
trials-disease-wider = Maladie plus large, qui comprend la vôtre ({ $place }) : « { $text } »
trials-disease-narrower = Une forme de la maladie que vous cherchez ({ $place }) : « { $text } »
trials-disease-broad = Essai ouvert à beaucoup de cancers ({ $place }) : « { $text } »
trials-in-condition = maladies étudiées
trials-in-title = titre
trials-in-keyword = mots-clés
trials-keyword = Parle de « { $text } »
trials-takes-people = Recrute, à la date de la fiche
trials-takes-people-later = Pas encore ouvert, à la date de la fiche
trials-phase-asked = Phase demandée
trials-country = { $n ->
    [0] Prévu dans votre pays
    [one] Un lieu dans votre pays
   *[other] { $n } lieux dans votre pays
  }
trials-near = { $n ->
    [0] Le plus proche à moins d’un kilomètre, ou dans votre ville
   *[other] Le plus proche à { $n } km à vol d’oiseau
  }
trials-age = L’âge convient
trials-sex = Le sexe convient
trials-unknown-status = Recrutement inconnu : le registre ne dit pas s’il prend encore des personnes
trials-unknown-phase = Phase inconnue : le registre n’en donne pas
trials-unknown-country = Pays inconnu : le registre ne dit pas s’il a lieu dans le vôtre
trials-unknown-distance = Distance inconnue : le registre ne situe aucun lieu
trials-unknown-age = Âge inconnu : le registre ne donne pas de limite
trials-unknown-sex = Sexe inconnu : le registre ne dit pas qui peut participer
trials-unknown-criteria = Critères inconnus : le registre n’en donne pas
trials-unknown-places-closed = Lieux fermés : ceux de la liste disent ne plus prendre personne ; à demander
trials-judge-beyond-state = État général : l’essai semble demander au plus { $highest } (ECOG), vous êtes à { $state } ; le médecin jugera
trials-judge-kind = Une forme précise : « { $text } » ; le médecin dira si c’est la vôtre
trials-judge-asks = L’essai parle de « { $text } » ; le médecin dira si c’est votre cas
trials-judge-state = État général, le médecin jugera : « { $text } »
trials-judge-lines = Traitements déjà reçus, le médecin jugera : « { $text } »
trials-judge-criteria = Critères d’inclusion et d’exclusion : { $n ->
    [one] une ligne à lire
   *[other] { $n } lignes à lire
  } avec le médecin
trials-judge-healthy-too = L’essai cherche aussi des personnes en bonne santé ; demandez quelle partie vous concernerait
trials-trait-her2-positive = HER2 positif
trials-trait-her2-negative = HER2 négatif
trials-trait-hormone-positive = récepteurs hormonaux positifs
trials-trait-hormone-negative = récepteurs hormonaux négatifs
trials-trait-triple-negative = triple négatif
trials-trait-squamous = épidermoïde
trials-trait-non-squamous = non épidermoïde
trials-trait-clear-cell = à cellules claires
trials-trait-non-clear-cell = non à cellules claires
trials-trait-castration-resistant = résistant à la castration
trials-trait-castration-sensitive = sensible à la castration
trials-trait-egfr-mutated = mutation de l’EGFR
trials-trait-egfr-wild = EGFR sans mutation
trials-trait-msi = instabilité des microsatellites (MSI, dMMR)
trials-trait-mss = microsatellites stables (MSS, pMMR)

# One trial.
trials-heading = { $id }, { $phase }, { $status }
trials-phase = phase { $phase }
trials-no-phase = phase inconnue
trials-status-recruiting = recrute
trials-status-not-yet-recruiting = pas encore ouvert
trials-status-by-invitation = sur invitation seulement
trials-status-active-not-recruiting = en cours, ne prend plus personne
trials-status-suspended = suspendu
trials-status-over = terminé
trials-status-unknown = recrutement inconnu
trials-place-unnamed = lieu sans nom
trials-place-km = { $n } km
trials-place-km-unknown = distance inconnue
trials-place-closed = ce lieu ne prend plus personne
trials-known = Ce qui correspond
trials-not-known = Ce que le registre ne dit pas
trials-to-judge = À voir avec le médecin
trials-places = Lieux
trials-dated = Fiche du { $date }. Vérifiez auprès de l’équipe : tout peut avoir changé.
trials-counted = { $read ->
    [one] Une fiche lue
   *[other] { $read } fiches lues
  }, { $kept ->
    [0] aucune retenue
    [one] une retenue
   *[other] { $kept } retenues
  }.
trials-unread = { $n ->
    [one] Une fiche n’a pas pu être lue.
   *[other] { $n } fiches n’ont pas pu être lues.
  }
trials-shown = Les { $shown } premières :
trials-none = Aucun essai de ces fichiers ne correspond. Cela ne veut pas dire qu’il n’y en a pas : parlez-en à votre médecin.
trials-reminder = Cette liste prépare une conversation. Seul un médecin peut dire si un essai est possible pour vous.

# What to know before talking it over.
trials-phases = Les phases d’un essai
trials-phases-1 = Phase I : 20 à 80 personnes. On cherche la dose et on regarde si elle est bien supportée.
trials-phases-2 = Phase II : on regarde si le traitement agit sur ce cancer.
trials-phases-3 = Phase III : des centaines de personnes. On compare au traitement habituel.
trials-phases-4 = Phase IV : après l’autorisation. On suit le médicament dans la vie courante.
trials-questions = Questions à poser sur un essai
trials-questions-for-me = Cet essai est-il possible pour moi ? Qui le vérifie ?
trials-questions-aim = Que cherche-t-il à savoir ?
trials-questions-instead = Que me proposeriez-vous sans cet essai ?
trials-questions-arm = Y a-t-il un tirage au sort, un placebo ?
trials-questions-effects = Quels effets, fréquents ou graves, sont connus ?
trials-questions-days = Combien de visites, de prises de sang, de jours à l’hôpital ?
trials-questions-where = Où cela se passe-t-il ? Puis-je garder mon équipe ?
trials-questions-cost = Les trajets et les frais sont-ils remboursés ?
trials-questions-treatment = Que deviennent mes autres médicaments ?
trials-questions-after = Que se passe-t-il à la fin, ou si j’arrête ?
trials-questions-whom = Qui appeler, jour et nuit, en cas de problème ?
trials-consent = Donner son accord, étape par étape
trials-consent-told = Un médecin vous explique l’essai et vous remet une note écrite.
trials-consent-time = Vous prenez le temps d’y penser, avec qui vous voulez.
trials-consent-questions = Vous posez toutes vos questions. Aucune n’est de trop.
trials-consent-sign = Vous signez seulement si vous le voulez, et gardez une copie.
trials-consent-leave = Vous pouvez arrêter à tout moment, sans dire pourquoi. Vos soins continuent.
trials-consent-results = Vous pouvez demander les résultats à la fin.
trials-look = Où chercher
trials-look-e-cancer = Institut national du cancer : www.e-cancer.fr
trials-look-unicancer = Unicancer, les centres de lutte contre le cancer : www.unicancer.fr
trials-look-clinicaltrials = ClinicalTrials.gov, registre international, en anglais : clinicaltrials.gov
trials-look-eclaire = ECLAIRE, la base publique française : eclaire-api.sante.gouv.fr

# The page to bring.
trials-leaflet-title = Essais cliniques : à voir ensemble
trials-leaflet-intro = Cette page vient de fichiers de registres lus sur mon appareil. Elle prépare la conversation ; seul un médecin peut dire si un essai est possible.
trials-leaflet-first = Les { $shown } premiers sur { $n } sont ici.
trials-looked-for = Recherche : { $what }.
trials-looked-phases = { $n ->
    [one] phase
   *[other] phases
  } { $phases }
trials-looked-around = à { $n } km au plus de { $city }
trials-looked-within = à { $n } km au plus

# A profile that is refused.
trials-profile-syntax = Ce profil n’est pas du JSON : ligne { $line }, colonne { $column }.
trials-profile-field = Profil, champ { $field } : il faut { $takes }.
trials-profile-unknown = Profil : le champ { $field } n’existe pas. Les champs sont { $fields }.
trials-profile-shape = Profil, ligne { $line } : il faut un objet JSON avec ces champs : { $fields }. Seul conditions est obligatoire.
trials-takes-conditions = une liste d’au moins une maladie, en mots, par exemple cancer du sein
trials-takes-not-conditions = une liste de maladies, en mots
trials-takes-keywords = une liste de mots
trials-takes-phases = une liste parmi 1, 2, 3, 4, entre guillemets
trials-takes-status = une liste parmi any, recruiting, not-yet-recruiting, by-invitation, active-not-recruiting, suspended, over, unknown
trials-takes-country = deux lettres, par exemple FR
trials-takes-place = une ville (city), ou une latitude et une longitude (lat, lon)
trials-takes-within-km = un nombre de kilomètres plus grand que 0, et un lieu (place)
trials-takes-age = un nombre entier de 0 à 120
trials-takes-sex = female ou male
trials-takes-performance = un nombre entier de 0 à 4
trials-takes-previous-lines = un nombre entier de 0 à 255
trials-takes-healthy = true ou false
