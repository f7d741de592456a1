# Chaque erreur dit quoi faire. Rien de ce que la personne a écrit n’y figure.
error-wrong-key = Cette phrase secrète ou ce code de secours n’ouvre pas ce carnet. Vérifiez les majuscules et recommencez ; rien n’a été bloqué ni perdu.
error-passphrase-empty = La phrase secrète est vide. Choisissez quelques mots faciles à retenir.
error-passphrase-short = La phrase secrète est trop courte. Il faut au moins { $min } caractères, par exemple quatre mots.
error-not-found = Il n’y a pas de carnet ici. Créez-en un, ou indiquez le bon dossier.
error-already-there = Il y a déjà un carnet ici. Ouvrez-le, ou choisissez un autre dossier.
error-in-use = Ce carnet est ouvert dans un autre programme. Fermez-le d’abord, puis recommencez.
error-locked = Le carnet est verrouillé. Ouvrez-le de nouveau.
error-damaged = Ce carnet est abîmé. Rien n’a été touché : gardez ce dossier tel quel. Ce qui est encore lisible peut être récupéré dans un nouveau carnet.
error-tampered = Ce carnet a été modifié de l’extérieur : ses parties sont authentiques, mais ne vont pas ensemble. Rien n’a été touché : gardez ce dossier tel quel et reprenez une sauvegarde, ou récupérez ce qui est encore lisible dans un nouveau carnet.
error-older-copy = C’est une copie plus ancienne du carnet : elle a { $found ->
    [0] aucun enregistrement
    [one] un enregistrement
   *[other] { $found } enregistrements
  }, et { $known } étaient connus ici. Si vous l’avez remise exprès, elle peut être ouverte quand même ; sinon, cherchez la copie la plus récente. Rien n’a été touché.
error-device-locked = Le téléphone est verrouillé. Déverrouillez-le, puis réessayez.
error-device-cancelled = Vous avez annulé. Le carnet reste verrouillé, rien n’est perdu.
error-device-failed = Ce téléphone n’a pas donné la clé du carnet. Réessayez, ou ouvrez le carnet avec la phrase secrète ou le code de secours.
error-device-key-gone = Ce téléphone n’a plus la clé du carnet : il est nouveau, ou son verrouillage a changé. Ouvrez le carnet avec la phrase secrète ou le code de secours.
error-last-key = C’est la dernière phrase secrète ou le dernier code de secours. Ajoutez-en d’abord un autre, sinon plus personne ne pourrait ouvrir le carnet.
error-too-many-keys = Le carnet a autant de clés qu’il peut en avoir. Retirez-en d’abord une.
error-other-journal = Cette sauvegarde est celle d’un autre carnet. Seules les copies d’un même carnet peuvent être réunies.
error-not-a-backup = Ce fichier n’est pas une sauvegarde de Vigie. Choisissez celui dont le nom finit par .age.
error-backup-passphrase = Cette phrase secrète n’ouvre pas la sauvegarde. C’est celle avec laquelle la sauvegarde a été faite ; réessayez.
error-backup-cut-short = Cette sauvegarde est abîmée ou incomplète. Copiez-la de nouveau depuis son origine, ou prenez-en une autre ; rien n’a été changé.
error-backup-damaged = Cette sauvegarde est abîmée. Prenez-en une autre ; rien n’a été changé.
error-attachment-too-large = Ce fichier est trop grand. On peut garder au plus { $most } Mo : choisissez une image plus petite.
error-newer-version = Ce carnet vient d’une version plus récente de Vigie. Mettez Vigie à jour pour l’ouvrir ; rien n’a été touché.
error-disk-full = Il n’y a plus de place sur le disque. Rien n’a été enregistré cette fois, rien n’a été perdu : libérez de la place et recommencez.
error-table-empty = Ce fichier est vide. Il faut une ligne d’en-tête (patient,date,item,value) puis une ligne par réponse.
error-table-header = L’en-tête n’est pas le bon. Les quatre colonnes sont : patient, date, item, value.
error-table-row = Ligne { $line } : { $cause }. Corrigez cette ligne, ou laissez de côté les lignes illisibles.
error-fields = { $found ->
    [one] un seul champ au lieu de 4
   *[other] { $found } champs au lieu de 4
  }
error-not-fhir = ce n’est pas une ressource FHIR, ou le fichier est coupé
error-several-people = Ce tableau contient plusieurs personnes : { $ids }. Choisissez-en une.
error-other-person = Ce carnet contient déjà le tableau d’une autre personne. Créez un carnet pour chacune.
error-nobody = Cette personne n’est pas dans le tableau. Choisissez-en une qui y est.
error-not-sorted = Ligne { $line } : le tableau n’est pas trié par patient. Recommencez sans indiquer qu’il est trié.
error-no-such = Cette entrée ou cette alerte n’existe pas, ou elle est déjà réglée.
error-io = Le système a refusé de lire ou d’écrire ({ $kind }). Vérifiez le dossier et les droits, puis recommencez ; rien n’a été perdu.
error-bug = C’est une erreur de Vigie ({ $what }). Rien n’a été perdu. Merci de la signaler.

# Ce qu’un champ accepte.
invalid = { $field } : { $allowed }
invalid-option = { $field } (--{ $option }) : { $allowed }
allowed-rating = un nombre entier de 0 à 10
allowed-state = un nombre entier de 0 à 4
allowed-temperature = une température de 30 à 45 °C, par exemple 38,2 (101 degrés Fahrenheit font 38,3)
allowed-weight = un poids de 2 à 500 kg (154 livres font 69,9 kg)
allowed-height = une taille de 50 à 250 cm
allowed-date = une date qui existe, écrite 2026-11-23
allowed-not-in-the-future = un jour qui n’est pas dans l’avenir
allowed-item = un symptôme connu, pain:hip-left pour un endroit, ou own:suivi d’un nom à vous
allowed-alarm = un signe de la liste
allowed-not-empty = au moins un mot
allowed-at-most = { $n } caractères au plus ; coupez le texte en deux
allowed-phone = un numéro de téléphone
allowed-hours = des heures comme mon-fri 09:00-17:00
allowed-cycle-length = de 7 à 60 jours
allowed-known-code = un mot de la liste
allowed-one-of = un mot parmi { $codes }
allowed-something-said = au moins une réponse
allowed-lab-value = un nombre, par exemple 12,3, <0,5 ou >1000
allowed-lab-range = un intervalle, par exemple 0-5, -5 ou 30-
allowed-time = une heure, par exemple 09:30
allowed-schedule = as-needed (au besoin), 08:00,20:00 (chaque jour) ou 08:00 21/7 (21 jours de prise, 7 de pause)
allowed-not-before-it-began = un jour qui n’est pas avant le début
allowed-parts = { $n } parties au plus, séparées par |
allowed-as-exported = le texte que Vigie y avait écrit, sans changement
allowed-other = une autre valeur

field-date = Date
field-item = Symptôme
field-own = Votre symptôme
field-side = Côté
field-text = Texte
field-note = Note
field-question = Question
field-ticks = Signe d’alerte
field-entry = Entrée
field-rating = Réponse
field-lab = Résultat
field-imaging = Imagerie
field-conclusion = Conclusion
field-appointment = Rendez-vous
field-answer = Réponse
field-support = Soutien
field-helped = Effet de la séance
field-consent = Consentement
field-medicine = Médicament
field-schedule = Horaires
field-intake = Prise
field-relief = Soulagement
field-wish = Souhait
field-change = Changement de traitement
field-reason = Raison
field-phase = Phase
field-unit = Unité
field-kind = Genre
field-time = Heure
field-prompt = Alerte
field-phone = Téléphone
field-hours = Heures
field-name = Nom
field-treatment = Traitement
field-cycle = Durée du cycle
field-outcome = Suite donnée
field-felt = Urgence ressentie
field-quality = Sorte de douleur
field-place = Lieu
field-told = Ce qui a été dit
field-decision = Décision
field-who = Personne
field-dose = Dose
field-regimen = Traitement
field-alteration = Altération
field-sponsor = Promoteur
field-number = Numéro
field-about = Sujet
field-with = Avec
field-role = Rôle
field-id = Identifiant
field-patient = Patient

# Une mesure que l’on fait préciser : ce qui a été compris, et ce que cela peut être.
measure-temperature = { $value } °C
measure-weight = { $value } kg
doubt-temperature-impossible = Température : le carnet a lu { $value }, ce qui est impossible.
doubt-temperature-other-unit = Température : le carnet a lu { $number } degrés Fahrenheit ; elle se note en °C.
doubt-temperature-very-low = Température : le carnet a lu { $value }, ce qui est très bas.
doubt-temperature-very-high = Température : le carnet a lu { $value }, ce qui est très haut.
doubt-weight-impossible = Poids : le carnet a lu { $value }, ce qui est impossible.
doubt-weight-other-unit = Poids : le carnet a lu { $number } livres ; il se note en kg.
doubt-weight-very-low = Poids : le carnet a lu { $value }, ce qui est très peu.
doubt-weight-very-high = Poids : le carnet a lu { $value }, ce qui est beaucoup.
doubt-weight-changed = Poids : le carnet a lu { $value } ; le { $day }, c’était { $last }.
doubt-weight-is-height = Poids : le carnet a lu { $value }, ce qui ressemble à votre taille.
guess-other-unit = Cela fait { $guess }.
guess-fahrenheit = En degrés Fahrenheit, cela ferait { $guess }.
guess-pounds = En livres, cela ferait { $guess }.
guess-point = S’il manque une virgule, ou si elle est mal placée, c’est { $guess }.
guess-swapped = Si deux chiffres ont été inversés, c’est { $guess }.
guess-digit = Il manque peut-être un chiffre.

# Ce que dit le système.
io-not-found = introuvable
io-not-allowed = accès refusé
io-already-there = il y est déjà
io-is-a-folder = c’est un dossier
io-not-a-folder = une partie du chemin n’est pas un dossier
io-not-text = ce n’est pas du texte

# Pourquoi un résultat reste dans l’unité du laboratoire.
unit-unknown = Vigie ne connaît pas l’une de ces unités. Le résultat reste tel que le laboratoire l’a écrit.
unit-molar-mass = L’une compte des grammes, l’autre des moles : pour passer de l’une à l’autre, il faut la masse molaire de la substance. Le résultat reste dans l’unité du laboratoire.
unit-method = Ce que vaut une unité (U ou UI) dépend de la méthode du laboratoire. Le résultat reste dans l’unité du laboratoire.
unit-other-kind = Ces deux unités ne mesurent pas la même chose. Le résultat reste dans l’unité du laboratoire.
unit-not-exact = Dans l’autre unité, le nombre ne pourrait pas s’écrire exactement. Le résultat reste dans l’unité du laboratoire.

# Un agenda que l’on fait lire : ce qui ne va pas, puis ce qui en a été pris.
calendar-empty = Ce fichier est vide. Exportez de nouveau votre agenda, puis recommencez.
calendar-web-page = C’est une page web, pas un agenda. Il fallait peut-être se connecter d’abord : téléchargez le fichier .ics dans votre navigateur, puis recommencez.
calendar-not-one = Ce fichier n’est pas un agenda. Choisissez celui dont le nom finit par .ics.
calendar-cut-short = Cet agenda est abîmé ou incomplet (ligne { $line }). Exportez-le de nouveau ; rien n’a été enregistré.
calendar-too-large = Cet agenda est trop grand. On peut en lire au plus { $most } Mo : exportez seulement l’agenda de vos rendez-vous.
calendar-added = { $count ->
    [0] Aucun nouveau rendez-vous.
    [one] Un rendez-vous enregistré.
   *[other] { $count } rendez-vous enregistrés.
  }
calendar-past = { $count ->
    [one] Un rendez-vous est déjà passé.
   *[other] { $count } rendez-vous sont déjà passés.
  }
calendar-repeats = { $count ->
    [one] Un rendez-vous revient plusieurs fois dans l’agenda : seule la première fois a été lue.
   *[other] { $count } rendez-vous reviennent plusieurs fois dans l’agenda : seule la première fois de chacun a été lue.
  }
calendar-known = { $count ->
    [one] Un rendez-vous était déjà dans le carnet.
   *[other] { $count } rendez-vous étaient déjà dans le carnet.
  }
calendar-moved = { $count ->
    [one] Un rendez-vous du carnet est à un autre moment dans l’agenda. Le carnet n’a pas changé : vérifiez lequel est juste.
   *[other] { $count } rendez-vous du carnet sont à un autre moment dans l’agenda. Le carnet n’a pas changé : vérifiez lesquels sont justes.
  }
calendar-cancelled = { $count ->
    [one] Un rendez-vous annulé a été laissé de côté.
   *[other] { $count } rendez-vous annulés ont été laissés de côté.
  }
calendar-undated = { $count ->
    [one] Un rendez-vous sans date lisible a été laissé de côté (ligne { $line }).
   *[other] { $count } rendez-vous sans date lisible ont été laissés de côté (le premier à la ligne { $line }).
  }
