# Les symptômes, dans les mots de tous les jours. « question » est ce qui est demandé chaque jour.
symptom-pain = Douleur
    .question = À quel point avez-vous eu mal aujourd’hui, au pire moment ?
symptom-fatigue = Fatigue
    .question = À quel point avez-vous été fatigué(e) aujourd’hui ?
symptom-nausea = Nausées
    .question = À quel point avez-vous eu mal au cœur aujourd’hui ?
symptom-vomiting = Vomissements
    .question = Combien de fois avez-vous vomi aujourd’hui ?
symptom-appetite = Perte d’appétit
    .question = À quel point avez-vous manqué d’appétit aujourd’hui ?
symptom-mouth-sores = Bouche douloureuse
    .question = À quel point votre bouche vous a-t-elle fait mal aujourd’hui ?
symptom-diarrhoea = Diarrhée
    .question = Combien de selles de plus que d’habitude aujourd’hui ?
symptom-constipation = Constipation
    .question = Depuis combien de jours n’êtes-vous pas allé(e) à la selle ?
symptom-breathlessness = Essoufflement
    .question = À quel point avez-vous manqué d’air aujourd’hui ?
symptom-cough = Toux
    .question = À quel point la toux vous a-t-elle gêné(e) aujourd’hui ?
symptom-tingling = Fourmillements
    .question = À quel point avez-vous eu des fourmillements ou les doigts engourdis aujourd’hui ?
symptom-rash = Peau : boutons, démangeaisons
    .question = À quel point votre peau vous a-t-elle gêné(e) aujourd’hui ?
symptom-hand-foot = Mains et pieds irrités
    .question = À quel point la paume des mains ou la plante des pieds vous ont-elles gêné(e) aujourd’hui ?
symptom-swelling = Gonflement
    .question = À quel point avez-vous été gonflé(e) aujourd’hui ?
symptom-dizziness = Vertiges
    .question = À quel point la tête vous a-t-elle tourné aujourd’hui ?
symptom-sleep = Mauvais sommeil
    .question = À quel point avez-vous mal dormi cette nuit ?
symptom-worry = Inquiétude
    .question = À quel point avez-vous été inquiet ou inquiète aujourd’hui ?
symptom-low-mood = Tristesse
    .question = À quel point avez-vous eu le moral bas aujourd’hui ?
symptom-concentration = Trous de mémoire, concentration
    .question = À quel point avez-vous eu du mal à vous concentrer aujourd’hui ?
symptom-hot-flushes = Bouffées de chaleur
    .question = À quel point les bouffées de chaleur vous ont-elles gêné(e) aujourd’hui ?

pain-at = Douleur, { $site }
pain-at-question = À quel point avez-vous eu mal aujourd’hui ({ $site }), au pire moment ?
own-question = { $name } : à quel point aujourd’hui ?

scale-severity = 0 = pas du tout, 10 = le pire que vous puissiez imaginer
scale-times = nombre de fois ; 10 veut dire dix ou plus
scale-stools = selles de plus que d’habitude ; 10 veut dire dix ou plus
scale-days = nombre de jours ; 10 veut dire dix ou plus

severity-none = aucune gêne
severity-mild = un peu
severity-moderate = moyen
severity-severe = fort

answer-skipped = passé
answer-too-unwell = trop mal pour répondre

# L’état général, en cinq marches.
performance = État général
    .question = Comment avez-vous pu vivre votre journée ?
performance-0 = comme d’habitude
performance-1 = au ralenti, mais j’ai fait l’essentiel
performance-2 = debout plus de la moitié de la journée, sans pouvoir travailler
performance-3 = au lit ou au fauteuil plus de la moitié de la journée
performance-4 = au lit toute la journée

temperature = Température
    .question = Votre température, si vous l’avez prise
weight = Poids
    .question = Votre poids, si vous vous êtes pesé(e)
height = Taille

quality-aching = sourde
quality-burning = brûlure
quality-stabbing = coup de poignard
quality-electric = décharge électrique
quality-cramping = crampe
quality-throbbing = pulsation
quality-pressing = pression
quality-band = ceinture serrée autour du corps


# Les régions du corps, accordées avec le côté.
region-head = tête
region-forehead = front
region-face = { $side ->
    [left] visage à gauche
    [right] visage à droite
    [both] visage des deux côtés
   *[none] visage
  }
region-eye = { $side ->
    [left] œil gauche
    [right] œil droit
    [both] les deux yeux
   *[none] œil
  }
region-ear = { $side ->
    [left] oreille gauche
    [right] oreille droite
    [both] les deux oreilles
   *[none] oreille
  }
region-jaw = { $side ->
    [left] mâchoire à gauche
    [right] mâchoire à droite
    [both] mâchoire des deux côtés
   *[none] mâchoire
  }
region-mouth = bouche
region-throat = gorge
region-shoulder = { $side ->
    [left] épaule gauche
    [right] épaule droite
    [both] les deux épaules
   *[none] épaule
  }
region-chest = { $side ->
    [left] poitrine à gauche
    [right] poitrine à droite
    [both] poitrine des deux côtés
   *[none] poitrine
  }
region-breast = { $side ->
    [left] sein gauche
    [right] sein droit
    [both] les deux seins
   *[none] sein
  }
region-ribs = { $side ->
    [left] côtes à gauche
    [right] côtes à droite
    [both] côtes des deux côtés
   *[none] côtes
  }
region-upper-arm = { $side ->
    [left] bras gauche
    [right] bras droit
    [both] les deux bras
   *[none] bras
  }
region-elbow = { $side ->
    [left] coude gauche
    [right] coude droit
    [both] les deux coudes
   *[none] coude
  }
region-forearm = { $side ->
    [left] avant-bras gauche
    [right] avant-bras droit
    [both] les deux avant-bras
   *[none] avant-bras
  }
region-wrist = { $side ->
    [left] poignet gauche
    [right] poignet droit
    [both] les deux poignets
   *[none] poignet
  }
region-hand = { $side ->
    [left] main gauche
    [right] main droite
    [both] les deux mains
   *[none] main
  }
region-upper-abdomen = { $side ->
    [left] haut du ventre à gauche
    [right] haut du ventre à droite
    [both] haut du ventre des deux côtés
   *[none] haut du ventre
  }
region-abdomen = { $side ->
    [left] ventre à gauche
    [right] ventre à droite
    [both] ventre des deux côtés
   *[none] ventre
  }
region-groin = { $side ->
    [left] aine gauche
    [right] aine droite
    [both] les deux aines
   *[none] aine
  }
region-pelvis = bassin
region-hip = { $side ->
    [left] hanche gauche
    [right] hanche droite
    [both] les deux hanches
   *[none] hanche
  }
region-thigh = { $side ->
    [left] cuisse gauche
    [right] cuisse droite
    [both] les deux cuisses
   *[none] cuisse
  }
region-knee = { $side ->
    [left] genou gauche
    [right] genou droit
    [both] les deux genoux
   *[none] genou
  }
region-shin = { $side ->
    [left] tibia gauche
    [right] tibia droit
    [both] les deux tibias
   *[none] tibia
  }
region-ankle = { $side ->
    [left] cheville gauche
    [right] cheville droite
    [both] les deux chevilles
   *[none] cheville
  }
region-foot = { $side ->
    [left] pied gauche
    [right] pied droit
    [both] les deux pieds
   *[none] pied
  }
region-back-of-head = arrière de la tête
region-neck = nuque
region-shoulder-blade = { $side ->
    [left] omoplate gauche
    [right] omoplate droite
    [both] les deux omoplates
   *[none] omoplate
  }
region-upper-back = haut du dos
region-mid-back = milieu du dos
region-lower-back = bas du dos
region-flank = { $side ->
    [left] flanc gauche
    [right] flanc droit
    [both] les deux flancs
   *[none] flanc
  }
region-sacrum = sacrum
region-buttock = { $side ->
    [left] fesse gauche
    [right] fesse droite
    [both] les deux fesses
   *[none] fesse
  }
region-calf = { $side ->
    [left] mollet gauche
    [right] mollet droit
    [both] les deux mollets
   *[none] mollet
  }
region-heel = { $side ->
    [left] talon gauche
    [right] talon droit
    [both] les deux talons
   *[none] talon
  }

# Les signes d’alerte à cocher.
alarm-shivering = Des frissons
alarm-confusion = Des idées confuses, des propos qui n’ont pas de sens
alarm-faintness = Un malaise, l’impression de s’évanouir
alarm-breathless-at-rest = Essoufflé(e) même au repos
alarm-chest-pain = Mal dans la poitrine
alarm-bleeding-not-stopping = Un saignement qui ne s’arrête pas
alarm-blood-vomited = Du sang dans les vomissements
alarm-blood-in-stools = Du sang dans les selles, ou des selles noires
alarm-fit = Une crise de convulsions
alarm-sudden-headache = Un mal de tête brutal et très fort
alarm-vision-or-speech = Perte de la vue, ou du mal à parler
alarm-one-sided-weakness = Un côté du corps faible ou paralysé
alarm-leg-weakness = Jambes faibles, du mal à marcher
alarm-numb-saddle = Engourdi(e) entre les jambes
alarm-bladder-or-bowel = Du mal, depuis peu, à uriner ou à se retenir
alarm-cannot-keep-drink-down = Impossible de garder ce que je bois depuis un jour
alarm-belly-pain = Mal au ventre
alarm-limb-swollen-painful = Une jambe ou un bras gonflé et douloureux
alarm-face-or-neck-swelling = Le visage ou le cou gonflé
alarm-yellow-skin-or-dark-urine = Peau ou yeux jaunes, ou urines foncées
alarm-wide-rash-or-blisters = Des boutons étendus ou des cloques
alarm-great-thirst = Très soif, et des urines abondantes
alarm-mouth-stops-eating = La bouche m’empêche de manger ou de boire
alarm-infusion-site = Douleur, rougeur ou brûlure à la perfusion ou à la chambre implantable
alarm-feeling-ill = Je me sens vraiment malade
alarm-dark-thoughts = Des idées noires

treatment-chemotherapy = chimiothérapie
treatment-targeted = thérapie ciblée
treatment-immunotherapy = immunothérapie
treatment-hormone = hormonothérapie
treatment-radiotherapy = radiothérapie
treatment-surgery = chirurgie
treatment-trial = traitement dans un essai clinique

role-nurse = infirmière
role-oncologist = oncologue
role-radiotherapist = radiothérapeute
role-surgeon = chirurgien
role-gp = médecin traitant
role-home-care = soins à domicile
role-psychologist = psychologue
role-social-worker = assistante sociale
role-relative = proche

# Examens d’imagerie, ce qui en a été dit, rendez-vous.
imaging-ct = Scanner
imaging-mri = IRM
imaging-pet-ct = TEP-Scan
imaging-ultrasound = Échographie
imaging-x-ray = Radiographie
imaging-bone-scan = Scintigraphie osseuse
imaging-other = Autre imagerie
conclusion-better = mieux
conclusion-stable = stable
conclusion-worse = moins bien
conclusion-unclear = pas clair
conclusion-not-told = pas encore dit
appointment-consultation = Consultation
appointment-surveillance = Consultation de surveillance
appointment-rcp = Réunion de concertation (RCP)
appointment-treatment-day = Jour de traitement
appointment-test = Examen
# Quand le genre ne doit pas se voir.
appointment-any = Rendez-vous
