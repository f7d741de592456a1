explain-chemotherapy = Des médicaments qui empêchent les cellules de se multiplier, souvent en perfusion, par cures espacées. Les effets vont et viennent avec chaque cure.
explain-targeted = Des médicaments qui visent une particularité des cellules de la tumeur, souvent en comprimés pris tous les jours.
explain-immunotherapy = Des médicaments qui aident vos propres défenses à reconnaître la tumeur. Leurs effets peuvent venir tard, même des mois après la dernière perfusion.
explain-hormone = Un traitement qui prive la tumeur des hormones dont elle se nourrit, souvent pendant des années.
explain-radiotherapy = Des rayons dirigés sur un endroit précis, en séances courtes, presque chaque jour pendant quelques semaines.
explain-surgery = Une opération pour enlever la tumeur ou pour soulager.
explain-trial = Un traitement étudié dans un essai clinique. On y entre après avoir signé un consentement, que l’on peut retirer à tout moment sans dire pourquoi.

# L’annuaire : qui peut aider, où cela a été vu, et quand.
directory-national = France entière
directory-by-text = { $phone } (par message, pas par appel)
directory-unconfirmed = { $phone } (pas confirmé depuis le { $day })
directory-seen = vu le { $day }
directory-seen-old = vu il y a plus d’un an ({ $year })
directory-seen-undated = vu dans une page sans date
directory-kind-emergency = Urgences
directory-kind-listening-line = Ligne d’écoute
directory-kind-association = Association
directory-kind-talking-group = Groupe de parole
directory-kind-psychologist = Psychologue
directory-kind-social = Aide sociale
directory-kind-administrative = Droits et démarches
directory-kind-trials = Essais cliniques
directory-kind-physical-activity = Activité physique adaptée
directory-kind-wellbeing = Bien-être et soins de support
directory-kind-relatives = Proches et aidants
directory-kind-palliative = Soins palliatifs
directory-kind-other = Autre
directory-hours = Heures : { $hours }
directory-languages = Langues : { $languages }
directory-source = Source : { $source }
directory-none-kept = Aucune liste de l’équipe n’est gardée dans ce carnet ; voici celle de Vigie.
directory-none = Rien ne correspond dans cet annuaire. Cela ne veut pas dire qu’il n’y a pas d’aide : demandez à votre équipe ou à l’assistante sociale.
directory-note = Ces adresses peuvent avoir changé depuis leur date : vérifiez-les avant de vous y fier. Personne n’a payé pour y être, et Vigie ne touche rien.

# Pourquoi un annuaire est refusé.
directory-error-empty = Cet annuaire est vide. Il faut au moins une adresse, avec sa source et sa date.
directory-error-html = C’est une page web, pas un annuaire. Enregistrez plutôt le tableau en CSV ou en JSON.
directory-error-not-text = Ce fichier n’est pas du texte en UTF-8. Enregistrez le tableau au format « CSV UTF-8 ».
directory-error-too-large = Cet annuaire est trop grand : 4 Mo au plus.
directory-error-newer = Cet annuaire est fait pour une version plus récente de Vigie. Mettez Vigie à jour pour le lire.
directory-error-columns = L’en-tête n’est pas le bon. Il faut les colonnes { $required }, et seules celles-ci sont connues : { $columns }.
directory-error-syntax = Ligne { $line } : ce n’est ni un tableau CSV, ni une liste JSON d’adresses.
directory-error-line = Ligne { $number } : { $cause } Rien n’a été repris de ce fichier.
directory-error-entry = Adresse { $number } : { $cause } Rien n’a été repris de ce fichier.
directory-error-fields = elle n’a pas autant de champs que l’en-tête. Mettez entre guillemets un texte qui contient le séparateur.
directory-error-shape = chaque adresse est un objet dont les valeurs sont des textes, avec ces noms : { $columns }.
directory-error-kind = la sorte (kind) manque ou n’est pas connue. Elle s’écrit { $kinds }.
directory-error-name = le nom (name) manque.
directory-error-offer = ce qui est proposé manque (offers, ou offers_fr et offers_en).
directory-error-no-way = il faut une adresse web (web) ou un téléphone (phone).
directory-error-web = l’adresse web commence par https:// et ne contient pas d’espace.
directory-error-phone = le téléphone s’écrit avec des chiffres, des espaces et des points, sans lettres.
directory-error-place = le lieu (place) s’écrit national, ou par exemple department:Finistère|city:Brest.
directory-error-source = la source manque (source) : le site ou le document où cela a été vu.
directory-error-seen = la date manque (seen), ou n’existe pas : le jour où cela a été vu, écrit 2026-11-23.
directory-error-future = la date (seen) est dans l’avenir.
directory-error-by-text = by_text s’écrit yes ou no.
directory-error-too-long = un texte est trop long : 120 caractères pour un nom, un lieu, des heures ou une langue, 600 pour le reste.

# Ce que sont les examens, les soins, les démarches. Deux à quatre phrases, pour quelqu’un de fatigué ; « title » est le nom.
explain-group-treatment = Les traitements
explain-group-examination = Les examens
explain-group-decision = Décider ensemble
explain-group-support = Se faire aider
explain-group-administrative = Les démarches
explain-group-wishes = Vos souhaits et votre confort
explain-ct = Des rayons X montrent l’intérieur du corps en coupes fines ; vous êtes allongé(e) quelques minutes sur une table qui passe dans un large anneau. On injecte souvent un produit qui donne une impression de chaleur. Dites avant si vous avez une allergie, un problème de reins, ou si vous pourriez être enceinte. C’est l’équipe qui vous dira ce que montrent les images.
explain-mri = Un examen avec un aimant, sans rayons X. Vous êtes allongé(e) sans bouger dans un tunnel bruyant, assez longtemps ; on vous donne de quoi protéger vos oreilles et une sonnette pour appeler. Dites avant si vous avez du métal dans le corps, un stimulateur cardiaque, ou peur d’être enfermé(e) : on peut vous aider. C’est l’équipe qui vous dira ce que montrent les images.
explain-pet-ct = On injecte un peu de produit légèrement radioactif, le plus souvent une sorte de sucre, puis vous vous reposez environ une heure. Un appareil montre ensuite où le produit s’est rassemblé dans le corps. Il faut souvent être à jeun : prévenez si vous avez du diabète ou si vous pourriez être enceinte. Une tache sur l’image peut avoir plusieurs causes : c’est l’équipe qui l’explique.
explain-ultrasound = Des sons que l’on n’entend pas dessinent l’intérieur du corps, sans rayons X. On met un peu de gel sur la peau, puis on déplace une sonde en appuyant doucement. Dites-le si cela fait mal.
explain-x-ray = Une image aux rayons X d’une partie du corps, par exemple les poumons ou un os. Vous restez immobile quelques secondes. La dose de rayons est faible ; dites avant si vous pourriez être enceinte.
explain-bone-scan = On injecte un produit légèrement radioactif qui se fixe sur les os, puis on attend quelques heures. On vous demande de boire et d’uriner souvent pendant ce temps. Ensuite, vous êtes allongé(e) sous un appareil qui fait des images de tout le squelette. Les os réagissent aussi à l’arthrose ou à un ancien choc : c’est l’équipe qui explique les images.
explain-markers = Un marqueur est une substance que l’on mesure dans le sang ; des tumeurs en fabriquent, mais le corps aussi. Il monte et descend pour bien des raisons : un traitement, une infection, une autre maladie, un autre laboratoire. Une seule valeur dit donc peu ; l’équipe regarde plusieurs mesures, avec les images et ce que vous ressentez. Vigie montre vos chiffres et ne les interprète pas.
    .title = Marqueurs dans le sang
explain-rcp = Plusieurs médecins de spécialités différentes se réunissent autour de votre dossier et proposent un traitement. Vous n’y êtes pas ; votre médecin vous explique ensuite ce qui est proposé, et rien ne se décide sans vous. Vous pouvez demander ce qui a été discuté.
explain-surveillance = Une consultation de suivi : on vous demande comment vous allez, on vous examine, et parfois on regarde une prise de sang ou des images. L’attente avant ce jour est souvent difficile ; vous pouvez le dire. Notez vos questions ici, et venez à deux si cela vous aide.
explain-second-opinion = Vous pouvez demander l’avis d’un autre médecin, à tout moment. C’est courant, et cela ne vexe pas une bonne équipe. Demandez une copie de votre dossier : vous y avez droit. Demandez aussi si attendre cet avis retarde le traitement.
    .title = Deuxième avis
explain-psychologist = Un ou une psychologue écoute sans juger, vous ou vos proches. Cela ne soigne pas la maladie, mais beaucoup de personnes se sentent moins seules ensuite. À l’hôpital, c’est souvent gratuit : demandez à votre équipe. Si des idées noires viennent, le 3114 répond jour et nuit.
    .title = Psychologue
explain-auriculotherapy = De petites pressions, parfois de fines aiguilles, sur des points de l’oreille. Des études ont cherché un effet sur la douleur ou les bouffées de chaleur ; elles sont petites et ne disent pas toutes la même chose. Certaines personnes y trouvent un soulagement. Cela ne remplace aucun traitement ; avant des aiguilles, demandez à votre équipe, à cause des infections et des saignements.
    .title = Auriculothérapie
explain-hypnosis = Une personne formée vous guide vers un état très détendu, où l’attention quitte un peu ce qui fait mal ou peur. Dans des études, cela a aidé des personnes pendant un examen ou une piqûre ; d’autres n’y trouvent rien, et ce n’est la faute de personne. L’hypnose ne soigne pas la maladie et ne remplace aucun traitement.
    .title = Hypnose
explain-sophrology = Des exercices de respiration, de détente et d’images agréables, seul(e) ou en groupe. Elle a été peu étudiée ; certaines personnes se sentent plus calmes ensuite. Elle ne soigne pas la maladie et ne remplace aucun traitement.
    .title = Sophrologie
explain-socio-aesthetics = Des soins du visage, des mains, des ongles, du maquillage, par une personne formée à travailler auprès de malades. C’est prendre soin d’un corps que les traitements changent. Certaines personnes y trouvent un moment de bien-être ; cela ne soigne pas la maladie.
    .title = Socio-esthétique
explain-physiotherapy = Le ou la kinésithérapeute aide à retrouver un mouvement, de la force ou du souffle, ou à faire dégonfler un bras ou une jambe. Le plus souvent, il faut une ordonnance. Dites où vous avez mal, et si l’on vous a parlé d’os fragiles : les gestes s’adaptent.
    .title = Kinésithérapie
explain-speech-therapy = L’orthophoniste aide à parler, à retrouver une voix ou ses mots, ou à avaler, par exemple après une opération de la gorge. Le plus souvent, il faut une ordonnance. Si boire ou manger vous fait tousser, dites-le à votre équipe.
    .title = Orthophonie
explain-adapted-activity = Des mouvements choisis pour vous, même assis(e), avec une personne formée. C’est l’un des soins les mieux étudiés contre la fatigue : elle diminue chez beaucoup de personnes, pas chez toutes. Demandez d’abord à votre médecin ce qui est possible pour vous.
    .title = Activité physique adaptée
explain-social-worker = L’assistante ou l’assistant social connaît les aides : à la maison, au travail, pour les papiers, quand l’argent manque. C’est gratuit, et ce que vous dites reste entre vous. Il y en a à l’hôpital, au département et à la caisse d’Assurance maladie.
    .title = Assistante sociale
explain-ald = Pour certaines maladies longues, l’Assurance maladie prend en charge en entier, sur la base de ses tarifs, les soins liés à la maladie. Les cancers sont sur cette liste, l’ALD 30. Le médecin traitant fait la demande ; une partie des frais peut rester pour vous. Les règles changent : demandez à votre caisse ou à l’assistante sociale.
    .title = ALD 30 : soins pris en charge
explain-sick-leave = Le médecin peut vous mettre en arrêt, en entier ou à temps partiel ; envoyez vite les papiers, car les délais sont courts. La caisse, et parfois l’employeur, versent alors une partie du salaire, sous conditions. Vous n’avez pas à dire votre maladie à l’employeur. Les règles changent : demandez à votre caisse, au médecin du travail ou à l’assistante sociale.
    .title = Arrêt de travail
explain-invalidity-pension = Quand la maladie empêche longtemps de travailler comme avant, la caisse peut verser une pension. Vous pouvez la demander, ou la caisse la propose. Travailler un peu reste parfois possible avec elle. Les règles changent : demandez à votre caisse ou à l’assistante sociale.
    .title = Pension d’invalidité
explain-rqth = Une reconnaissance qui aide à garder ou à retrouver un travail : horaires ou poste adaptés, formation. On la demande à la MDPH de son département. Vous choisissez à qui vous en parlez, employeur compris. Les règles changent : demandez à la MDPH, au médecin du travail ou à l’assistante sociale.
    .title = RQTH : travailleur handicapé
explain-mdph = La maison départementale des personnes handicapées (MDPH) reçoit les demandes d’aide quand une maladie gêne longtemps la vie de tous les jours. L’allocation aux adultes handicapés (AAH) en est une : un revenu, sous conditions. La réponse peut prendre des mois, alors demandez tôt. Les règles changent : demandez à la MDPH ou à l’assistante sociale.
    .title = MDPH et AAH
explain-caregiver-leave = Un proche qui travaille peut s’arrêter, ou travailler moins, pour s’occuper de vous, et retrouver ensuite son emploi. Une allocation existe, sous conditions. Les règles changent : le proche demande à son employeur, à la CAF ou à la MSA, ou à l’assistante sociale.
    .title = Congé de proche aidant
explain-right-to-be-forgotten = Quelque temps après la fin des traitements, sans rechute et sous conditions, on n’a plus à parler de son cancer pour assurer un emprunt. La loi et la convention AERAS disent les délais et les conditions, et ce qui est possible avant. Les règles changent : regardez le site de l’AERAS, ou demandez à une association de patients.
    .title = Droit à l’oubli
explain-trusted-person = Vous pouvez choisir une personne de confiance : un proche, un parent, votre médecin traitant (article L.1111-6 du Code de la santé publique). Elle peut venir aux consultations ; si un jour vous ne pouvez plus parler, c’est elle qui dit ce que vous vouliez. Écrivez son nom, datez, signez tous les deux ; vous pouvez changer à tout moment. Parlez-en ensemble, et dites son nom à l’équipe.
    .title = Personne de confiance
explain-directives = Vous pouvez écrire à l’avance quels soins vous voulez ou ne voulez pas, si un jour vous ne pouvez plus le dire. Datez, signez, dites où est le papier ; vous pouvez le changer ou le retirer à tout moment. Les médecins les suivent, sauf dans quelques cas que la loi prévoit (article L.1111-11 du Code de la santé publique). Rien ne vous y oblige, et votre médecin peut vous aider à l’écrire.
    .title = Directives anticipées
explain-palliative = Les soins palliatifs cherchent à soulager : la douleur, le souffle court, la fatigue, l’inquiétude ; ils aident aussi les proches. Ils ne sont pas réservés à la fin de la vie : ils peuvent commencer tôt, à côté des traitements. Selon les lieux, l’équipe vient à l’hôpital ou à la maison. Vous pouvez demander à la rencontrer, rien que pour faire connaissance.
    .title = Soins palliatifs
explain-treatments-stop = Parfois, les traitements contre la tumeur s’arrêtent : ils n’aident plus assez, ils fatiguent trop, ou vous n’en voulez plus. Les soins, eux, continuent. Votre confort passe en premier, avec ce qui compte pour vous et les gens que vous aimez. Allez à votre rythme ; rien ici n’est obligatoire.
    .title = Quand les traitements s’arrêtent
explain-how = Pour lire l’une d’elles : vigie explain, puis le mot de gauche.

# Quand les traitements s’arrêtent. Des mots doux, sans promesse.
comfort-list = Ce qui peut être demandé chaque jour, si vous le voulez
comfort-forward = Ce qui peut vous soutenir maintenant
comfort-forward-psychological = Un ou une psychologue peut vous écouter, à l’hôpital ou ailleurs. Vos proches peuvent le demander aussi.
    .title = Parler à quelqu’un
comfort-forward-social = L’assistante sociale aide à organiser les soins et l’aide à la maison, un lit adapté, les papiers.
    .title = De l’aide à la maison
comfort-forward-palliative-team = Des médecins, des infirmières, une psychologue, qui connaissent bien la douleur et le souffle. Cette équipe vient en plus de la vôtre, pas à sa place.
    .title = L’équipe mobile de soins palliatifs
comfort-forward-night = Demandez dès maintenant un numéro qui répond la nuit et le week-end, et gardez-le près de vous. Pour une urgence, c’est le 15 ou le 112.
    .title = Qui appeler la nuit
comfort-forward-relatives = Ceux qui vous aident ont aussi besoin de souffler. Des associations, des congés et des séjours de répit existent pour eux : demandez à l’équipe.
    .title = Vos proches
comfort-questions = Des questions que vous pouvez poser à l’équipe
comfort-question-1 = Si la douleur augmente, la nuit ou le week-end, que puis-je faire ?
comfort-question-2 = Quels médicaments me servent encore, et lesquels ne me servent plus ?
comfort-question-3 = Qui puis-je appeler, à toute heure ?
comfort-question-4 = Puis-je rester à la maison, et avec quelle aide ?
comfort-question-5 = À quoi m’attendre dans les semaines qui viennent ?
comfort-question-6 = Puis-je rencontrer l’équipe de soins palliatifs ?
comfort-question-7 = Qui peut parler avec mes proches ?
comfort-question-8 = Si je change d’avis, à qui le dire ?
comfort-wishes = Ce que vous pouvez écrire, si vous le souhaitez
# Fichiers des registres d’essais.
trials-error-empty = Il n’y a aucun essai dans ce fichier. Essayez une autre recherche dans le registre, puis téléchargez à nouveau.
trials-error-web-page = C’est une page web, pas la liste des essais. Dans le registre, choisissez « Télécharger » (Download), puis « JSON », et ouvrez ici ce fichier-là.
trials-error-archive = Ce fichier est compressé. Décompressez-le d’abord, puis ouvrez le fichier JSON qui est dedans.
trials-error-not-json = Ce fichier ne peut pas être lu. Dans le registre, choisissez le format « JSON », téléchargez à nouveau, et ouvrez ici ce fichier-là.
trials-error-other-json = Il n’y a pas d’essais dans ce fichier. Vigie lit les fichiers de ces registres : { $registries }.
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
trials-disease-broad = Essai qui porte sur beaucoup de cancers ({ $place }) : « { $text } »
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
   *[other] Le plus proche à { $n } km à vol d’oiseau
  }
trials-age = Âge : dans les limites de la fiche
trials-sex = Sexe : accepté par la fiche
trials-unknown-status = Recrutement inconnu : le registre ne dit pas s’il prend encore des personnes
trials-unknown-phase = Phase inconnue : le registre n’en donne pas
trials-unknown-country = Pays inconnu : le registre ne dit pas s’il a lieu dans le vôtre
trials-unknown-distance = Distance inconnue : le registre ne situe aucun lieu
trials-unknown-town = Distance inconnue : Vigie ne connaît pas cette ville ; donnez sa latitude et sa longitude (lat, lon)
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
trials-record-of = fiche du { $date }
trials-record-month = date de la fiche : { $date }
trials-record-undated = fiche sans date
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
trials-place-km = { $n } km
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
trials-not-understood = Vigie n’a pas reconnu « { $text } » : seuls ces mots exacts sont cherchés, et les essais sur beaucoup de cancers. Essayez le nom qui est écrit dans votre compte rendu.
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
trials-look-eclaire = ECLAIRE, la base publique française des essais, publiée par le ministère de la Santé

# The page to bring.
trials-leaflet-title = Essais cliniques : à voir ensemble
trials-leaflet-intro = Cette page vient de fichiers de registres lus sur mon appareil. Elle prépare la conversation ; seul un médecin peut dire si un essai est possible. Vérifiez auprès de l’équipe de chaque essai : tout peut avoir changé depuis la date de la fiche.
trials-leaflet-first = Les { $shown } premiers sur { $n } sont ici.
trials-looked-for = Recherche : { $what }.
trials-looked-phases = { $n ->
    [one] phase
   *[other] phases
  } { $phases }
trials-looked-around = à { $n } km au plus de { $city }
trials-looked-within = à { $n } km au plus

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
trials-takes-country = deux lettres, par exemple FR, ou un nom comme France
trials-takes-place = une ville (city), ou une latitude et une longitude (lat, lon)
trials-takes-within-km = un nombre de kilomètres plus grand que 0, et un lieu (place)
trials-takes-age = un nombre entier de 0 à 120
trials-takes-sex = female ou male
trials-takes-performance = un nombre entier de 0 à 4
trials-takes-previous-lines = un nombre entier de 0 à 255
trials-takes-healthy = true ou false
