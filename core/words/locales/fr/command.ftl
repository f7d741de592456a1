# L’aide de la commande.
help-vigie = Vigie, carnet de symptômes hors ligne pour les personnes traitées pour un cancer. Il aide à remarquer et à signaler ; il ne pose pas de diagnostic, ne change aucun traitement et n’est pas un service d’urgence (15 ou 112).
help-demo = Raconte toute l’histoire avec une personne inventée, dans un dossier à part
help-init = Crée un carnet chiffré
help-log = Le point du jour, en moins d’une minute ; ou --json, une ligne par entrée
help-status = Où en est la journée
help-import = Reprend un tableau patient,date,item,value : tout ou rien
help-prompts = Les alertes qui attendent une suite
help-resolve = Note la suite donnée à une alerte
help-preview = Montre ce que dirait le compte rendu, avant que rien ne sorte
help-export = Écrit le compte rendu (PDF, page protégée .html, FHIR pour l’hôpital), tout ce qui a été dit (CSV) ou un tableau par jour pour un tableur (--format spreadsheet)
help-verify = Relit tout le carnet et dit s’il est intact
help-backup = Écrit tout dans un fichier chiffré, que l’outil age ouvre aussi
help-restore = Refait un carnet à partir d’une sauvegarde, dans un dossier qui n’en a pas
help-merge = Fait entrer ce qu’une autre copie du carnet a de plus, depuis sa sauvegarde
help-keys = Les clés : qui peut ouvrir le carnet, et avec quoi
help-keys-list = Montre les clés
help-keys-add = Ajoute une clé : passphrase (phrase secrète) ou recovery-code (code de secours)
help-keys-change = Met une nouvelle phrase à la place de celle qui ouvre, ou un nouveau code à la place de l’ancien
help-keys-remove = Retire une clé, par son numéro dans la liste
help-keys-rotate = Rechiffre tout avec de nouvelles clés, quand quelqu’un d’autre a pu en avoir une
help-attach = Garde une photo ou un papier avec un jour, chiffré
help-attachments = Montre les pièces jointes, ou en écrit une dans un fichier
help-rules = Les règles en vigueur, et celles qu’une équipe a signées
help-show = Montre les règles, en mots : ce qu’elles demandent, leur source, qui les a signées
help-check = Dit si un fichier de règles est bon, et sinon pourquoi ; sans carnet
help-diff = Ce que des règles changent par rapport à d’autres
help-install = Met en vigueur les règles d’une équipe, après confirmation
help-reset = Remet en vigueur les règles de Vigie
help-history = Les changements de règles de ce carnet
help-new = Crée le brouillon des règles d’une équipe, à partir de celles de Vigie
help-new-key = Crée une clé pour signer des règles
help-sign = Signe des règles, pour les distribuer
help-qr = Dessine les règles signées en codes QR, dans le terminal ou dans un dossier
help-replay = Ce qui aurait été dit d’un tableau, jour après jour, en lignes JSON
help-directory = Qui peut aider : associations, écoute, droits, proches ; avec la source et la date de chaque adresse
help-explain = Explique en mots simples un traitement, un examen, une aide ou une démarche
help-trials = Une courte liste d’essais cliniques tirée de fichiers de registres, à montrer au médecin ; rien n’est envoyé nulle part
help-completions = Complétions pour un interpréteur de commandes
help-man = La page de manuel
help-licences = Ce que d’autres ont écrit et qui fait partie de Vigie, avec ses licences
licences-how = Vigie est fait aussi de ce que d’autres ont écrit. Les licences sont en anglais, telles que leurs auteurs les ont écrites.
help-exit-codes = Codes de sortie : 0 tout va bien, 1 erreur de Vigie, 2 commande mal écrite ou réponse manquante sans terminal, 3 mauvaise phrase secrète, 4 pas de carnet ou déjà un carnet, 5 carnet ouvert ailleurs, 6 carnet ou sauvegarde abîmés, 7 carnet d’une version plus récente, 8 disque plein ou fichier refusé, 9 donnée refusée, 10 copie plus ancienne du carnet, 11 carnet modifié de l’extérieur.
    Sans terminal, rien n’est demandé. Rôles d’un contact : { $roles }.
arg-dir = Dossier du carnet [sans cela : VIGIE_DIR, puis .vigie dans le dossier personnel]
arg-lang = Langue
arg-passphrase-file = Fichier qui contient la phrase secrète ou le code de secours
arg-json = Écrit du JSON, pour les programmes
arg-accept-older = Ouvre une copie plus ancienne du carnet, en le sachant ; le carnet le note
arg-name = Comment appeler la personne sur le compte rendu
arg-treatment = Sorte de traitement : chemotherapy, targeted, immunotherapy, hormone, radiotherapy, surgery, trial
arg-regimen = Nom du traitement
arg-cycle-days = Jours d’une cure à la suivante, de 7 à 60
arg-list = Ce qui est demandé chaque jour, séparé par des virgules
arg-contact = Qui appeler, dans l’ordre ; les heures et le numéro de nuit peuvent manquer
arg-log-date = Le jour dont il s’agit, par exemple 2026-11-23
arg-attach-date = Le jour dont il s’agit, par exemple 2026-11-23
arg-yesterday = Remplir la journée d’hier
arg-log-by = Le proche qui répond
arg-correct = Corriger l’entrée de ce jour au lieu d’en ajouter une
arg-file = Fichier JSON, une entrée par ligne ; - pour l’entrée standard
arg-table = Tableau CSV ; - pour l’entrée standard
arg-patient = La personne à reprendre, quand le tableau en contient plusieurs
arg-skip-bad = Laisse de côté les mauvaises lignes, les compte et les montre
arg-all = Toutes les alertes, même réglées
arg-prompt = Identifiant de l’alerte [sans cela : la plus urgente]
arg-outcome = La suite : reached, no-answer, later, already-known, prefer-not
arg-who = La personne appelée
arg-felt = L’urgence ressentie : not-urgent, rather, urgent ; elle ne rend aucune alerte moins urgente
arg-advice = Ce qui a été conseillé
arg-help = Montre cette aide
arg-version = Montre la version
arg-to = Fichier à écrire ; sa fin choisit le format
arg-backup-to = Sauvegarde à écrire ; son nom devrait finir par .age
arg-attachments-to = Fichier à écrire, non chiffré
arg-backup-daily = Dossier pour une sauvegarde par jour, nommée par son jour
arg-keep = Combien en garder ; une ancienne ne part qu’une fois la nouvelle relue [sans cela : 7]
arg-backup = La sauvegarde
arg-backup-passphrase-file = Fichier qui contient la phrase secrète de la sauvegarde [sinon : ce qui ouvre le carnet]
arg-new-passphrase-file = Fichier qui contient la nouvelle phrase secrète
arg-rescue-to = Fait entrer ce qui est lisible d’un carnet abîmé dans un nouveau, dans ce dossier
arg-keys-kind = passphrase (phrase secrète) ou recovery-code (code de secours)
arg-key = Son numéro dans la liste
arg-attachment = Photo ou papier à garder, 64 Mo au plus
arg-attachments-id = Identifiant de la pièce jointe
arg-format = Format, si la fin du fichier ne le dit pas
arg-since = Premier jour
arg-until = Dernier jour
arg-without = Ce qui ne doit pas figurer ; le compte rendu dira que quelque chose a été retiré
arg-no-notes = Sans les notes
arg-no-name = Sans le nom de la personne
arg-daily = Aussi une ligne par réponse et par jour, avec le score
arg-rules = Fichier de règles [sans cela : celles de Vigie]
arg-pack = Fichier de règles [sans cela : les règles en vigueur]
arg-check-pack = Fichier de règles ; - pour l’entrée standard
arg-diff-pack = Fichier de règles [sans cela : les règles en vigueur, comparées à celles de Vigie]
arg-other = Second fichier, comparé au premier [sans cela : le premier est comparé aux règles en vigueur]
arg-install-pack = Fichier signé par l’équipe ; - pour l’entrée standard
arg-from-qr = Textes lus par un lecteur de codes QR, un code par ligne, dans n’importe quel ordre
arg-yes = Oui, sans poser la question
arg-new-name = Leur nom, par exemple hopital-de-jour
arg-new-author = Qui les écrit, comme les patients le liront
arg-new-to = Fichier à écrire
arg-new-key-to = Fichier où écrire la clé, lisible de vous seul
arg-sign-pack = Règles à signer (JSON)
arg-sign-key = Fichier de la clé
arg-sign-to = Fichier signé à écrire
arg-qr-pack = Fichier signé
arg-qr-to = Dossier pour les images (SVG) et leurs textes
arg-prompts = weekly : au plus une alerte de tendance par semaine ; raw : tout est dit [sans cela : weekly]
arg-threads = Nombre de fils d’exécution ; les lignes sont les mêmes
arg-sorted = Le tableau est trié par patient : une personne à la fois en mémoire
arg-registry = Fichier téléchargé de ClinicalTrials.gov ou d’ECLAIRE (JSON) ; on peut en donner plusieurs, - pour l’entrée standard
arg-trials-own = Prendre le profil gardé dans le carnet
arg-trials-keep = Garder le profil dans le carnet, chiffré
arg-trials-forget = Retirer le profil du carnet
arg-trials-to = Écrire une page à apporter à la consultation (PDF)
arg-trials-profile = Ce que l’on cherche (JSON) : seul conditions est obligatoire ; le README le montre
arg-most = Ce nombre d’essais au plus
arg-explain = Les phases d’un essai, les questions à poser, les étapes du consentement, où chercher
arg-shell = Interpréteur de commandes
arg-directory-kind = Une seule sorte : emergency, listening-line, association, talking-group, psychologist, social, administrative, trials, physical-activity, wellbeing, relatives, palliative, other
arg-directory-place = Une ville, un département ou une région ; ce qui vaut pour toute la France est montré aussi
arg-directory-find = Des mots à trouver, sans souci des accents
arg-directory-keep = Garder l’annuaire d’une équipe dans le carnet
arg-directory-own = Chercher dans l’annuaire gardé dans le carnet
arg-directory-forget = Reprendre l’annuaire de Vigie
arg-directory-file = L’annuaire d’une équipe, en CSV ou en JSON ; - pour l’entrée standard [sans cela : celui de Vigie]
arg-topic = Ce qui est à expliquer [sans cela : la liste]

# La ligne de commande : les titres de son aide, et ce qui n’y va pas.
heading-usage = Utilisation :
heading-commands = Commandes :
heading-arguments = Arguments :
heading-options = Options :
misused-command = « { $what } » n’est pas une commande de Vigie. vigie --help les montre toutes.
misused-no-command = Dites ce qu’il faut faire : { $known }.
misused-unknown = « { $what } » n’est pas connu ici.
misused-missing = Il manque quelque chose : { $what }.
misused-conflict = { $what } et { $other } ne vont pas ensemble. Retirez l’un des deux.
misused-twice = { $what } est donné deux fois. Gardez-le une seule fois.
misused-value = « { $value } » n’est pas possible pour { $what }.
misused-choice = « { $value } » n’est pas possible pour { $what }. Possible : { $known }.
misused-no-value = Il faut quelque chose après { $what }.
misused-other = Vigie ne comprend pas cette commande. vigie --help montre ce qu’on peut écrire.
misused-like = Vouliez-vous dire { $like } ?
misused-usage = Cela s’écrit ainsi : { $usage }

# Questions de l’ouverture.
ask-passphrase = Phrase secrète (ou code de secours) :
ask-new-passphrase = Choisissez une phrase secrète, par exemple quatre mots :
ask-passphrase-again = Encore une fois :
ask-backup-passphrase = Phrase secrète de la sauvegarde :
ask-number = Numéro (Entrée pour passer) ›
ask-number-again = Un numéro de 1 à { $n }, s’il vous plaît.

# Erreurs de la commande.
fail-no-terminal = Sans terminal, rien n’est demandé. Donnez { $what }.
fail-recovery-group = Le groupe { $group } du code de secours comporte une erreur. Relisez ces cinq caractères.
fail-recovery-shape = Ce code de secours n’est pas complet. Il a sept groupes de cinq caractères.
fail-differ = Les deux phrases ne sont pas les mêmes. Recommencez.
fail-no-key = Il n’y a pas de telle clé. « vigie keys list » les montre avec leurs numéros.
fail-json-line = Ligne { $line } : { $cause }. { $asked ->
    [0] Les lignes d’avant sont enregistrées.
   *[other] Les lignes d’avant sont enregistrées, sauf les mesures à vérifier.
  }
fail-asked-back = { $n ->
    [one] Ligne
   *[other] Lignes
  } { $lines } : une mesure est à vérifier et n’est pas enregistrée, tout le reste l’est. Renvoyez-la avec sa date : corrigée, ou avec sure:true si elle est possible et juste.
fail-file = { $path } : le système refuse ({ $kind }). Vérifiez le nom et les droits.
fail-format = La fin du nom ne dit pas le format. Écrivez .pdf, .html, .fhir.json ou .csv, ou donnez --format.
fail-not-pdf = Cette page est un PDF. Donnez un nom qui finit par .pdf.
fail-now = VIGIE_NOW n’est pas lisible. Écrivez par exemple 2026-11-23T10:00+01:00, ou retirez-la.
fail-into-journal = Ce fichier serait écrit dans le dossier du carnet lui-même. Choisissez un autre dossier.
fail-occupied = { $path } existe déjà et ne sera pas remplacé. Choisissez un autre nom ou un dossier vide.
fail-code-as-passphrase = C’est un code de secours. Choisissez une phrase avec vos propres mots ; le nouveau carnet ou la nouvelle clé a son propre code.
fail-backup-passphrase = La sauvegarde s’ouvre avec une autre phrase que le carnet. Donnez-la avec --backup-passphrase-file.
fail-incomplete = { $n ->
    [one] Une pièce jointe n’est pas entière : { $names }.
   *[other] { $n } pièces jointes ne sont pas entières : { $names }.
  } Pour retrouver ce qui manque, ajoutez une sauvegarde qui le contient : vigie merge.
fail-output = La réponse n’a pas pu être affichée ({ $kind }). Ce qui était enregistré l’est toujours.
fail-code-unseen = Le nouveau code de secours n’a pas pu être montré, donc rien n’a été changé. Vos clés ouvrent toujours le carnet.
fail-code-void = { $cause } Le code de secours montré ci-dessus n’ouvre rien : barrez-le. Vos clés ouvrent toujours le carnet.
fail-code-unseen-made = Le carnet est créé et s’ouvre avec sa phrase secrète, mais son code de secours n’a pas pu être montré. Pour en avoir un autre : vigie keys change recovery-code.
fail-contact = Un contact s’écrit rôle;nom;téléphone;heures;numéro de nuit, par exemple nurse;Mme Martin;01 23 45 67 89;mon-fri 09:00-17:00.
fail-registry = { $path } : { $cause }
json-syntax = ce n’est pas une ligne JSON
json-shape = un champ est inconnu, manquant ou d’une autre forme ; la forme attendue est dans le README

# Un nouveau carnet.
init-purpose = Ce carnet vous aide à remarquer et à signaler. Il ne pose pas de diagnostic et ne remplace ni votre équipe ni les urgences (15 ou 112). Toute question peut être passée par Entrée.
init-treatment = Quel traitement recevez-vous ?
init-contact-name = Qui appeler en premier (nom) ›
init-contact-phone = Son numéro ›
init-relative-name = Parmi vos proches, qui peut répondre pour vous si vous êtes trop mal (nom) ›
init-done = Le carnet est créé dans { $dir }.
init-recovery = Voici votre code de secours. Écrivez-le sur papier et gardez-le loin du téléphone : il ouvre le carnet si vous oubliez la phrase secrète. Il n’est montré qu’une fois.
init-read-back = Pour vérifier, recopiez le groupe { $group } ›
init-read-back-again = Ce n’est pas ce groupe. Regardez votre papier.
init-next = Faites le point du jour avec : vigie log

# Le point du jour.
log-how = Entrée pour passer, = pour « comme hier », x pour « trop mal pour répondre ».
log-there-already = Ce jour a déjà une entrée. Ce que vous ajoutez la complète ; le plus fort compte. (--correct pour la corriger)
log-scale-yesterday = { $scale } ; hier { $rating }
log-new = Autre chose, ou une douleur nouvelle ? Quelques lettres (Entrée = non) ›
log-new-what = Dites-le en quelques lettres : un symptôme, ou l’endroit qui fait mal.
log-own = autre chose : { $name }
log-side = De quel côté ? g = gauche, d = droite, 2 = les deux ›
log-quality = C’est comment ? Numéro (Entrée pour passer) ›
log-night = Cette douleur vous a-t-elle réveillé(e) la nuit ? (o/n) ›
log-alarms = Un de ces signes aujourd’hui ?
log-alarm-numbers = Numéros, séparés par des espaces (Entrée = aucun) ›
log-fever-again = Vous aviez de la fièvre : reprenez votre température.
log-doubt = { $value }, est-ce bien cela ? (o = oui, ou écrivez-le de nouveau ; Entrée pour le laisser de côté) ›
log-treatment = Avez-vous reçu un traitement aujourd’hui ? (o, ou son nom ; Entrée = non) ›
log-painkiller = Un médicament contre la douleur pris aujourd’hui ? (son nom ; Entrée = non) ›
log-painkiller-which = Lequel ?
log-helped = A-t-il soulagé ? (o/n) ›
log-note = Une note ›
log-question = Une question pour la prochaine consultation ›
log-nothing = Rien n’a été dit, rien n’est enregistré.
log-done = C’est enregistré.

# Ce qui est montré.
show-call = Qui appeler : { $call }
show-outcome = { $at } : { $outcome }
show-overdue = Cette alerte attend toujours une suite.
show-due = Elle redemandera le { $due }.
status-to-do = Le point du jour n’est pas encore fait : vigie log
status-done = Le point du jour est fait.
status-completeness = { $answered ->
    [0] Aucun jour renseigné
    [one] Un jour renseigné
   *[other] { $answered } jours renseignés
  } sur { $days }.
status-treatment-day = { $day ->
    [0] Traitement reçu aujourd’hui.
    [one] Dernier traitement hier.
   *[other] Dernier traitement il y a { $day } jours.
  }
status-missed = Le { $day } peut encore être rempli : vigie log --date { $date }
status-rules = Règles en vigueur : { $rules }
prompts-none = Aucune alerte n’attend. Cela ne veut pas dire que tout va bien : si quelque chose vous inquiète, appelez.
resolve-what = Qu’avez-vous fait ?
resolve-who = Qui avez-vous appelé ? ›
resolve-advice = Que vous a-t-on conseillé ? ›
resolve-done = C’est noté, l’alerte est close.
resolve-waits = L’alerte reste ouverte jusqu’à ce que quelqu’un réponde. Ensuite : { $call }. Prochain rappel le { $due }.
resolve-others = { $count ->
    [one] Une autre alerte attend encore : vigie prompts
   *[other] { $count } autres alertes attendent encore : vigie prompts
  }
export-done = Écrit : { $path }
import-done = { $rows ->
    [one] Une ligne reprise
   *[other] { $rows } lignes reprises
  }, { $days ->
    [one] un jour
   *[other] { $days } jours
  }, du { $first } au { $last }.
import-nothing = Rien de nouveau à reprendre.
import-already-there = { $n ->
    [one] Une ligne était déjà dans le carnet.
   *[other] { $n } lignes étaient déjà dans le carnet.
  }
import-others = { $n ->
    [one] Une ligne d’une autre personne n’a pas été reprise.
   *[other] { $n } lignes d’autres personnes n’ont pas été reprises.
  }
import-bad = { $n ->
    [one] Une mauvaise ligne a été laissée de côté :
   *[other] { $n } mauvaises lignes ont été laissées de côté :
  }
import-bad-row = ligne { $line } : { $cause }
import-doubtful = { $n ->
    [one] Une valeur inhabituelle a été gardée. Vérifiez-la, et corrigez son jour avec vigie log --correct s’il le faut :
   *[other] { $n } valeurs inhabituelles ont été gardées. Vérifiez-les, et corrigez leur jour avec vigie log --correct s’il le faut :
  }
verify-whole = Le carnet est intact : { $records ->
    [0] aucun enregistrement relu
    [one] un enregistrement relu
   *[other] { $records } enregistrements relus
  } ({ $entries ->
    [0] aucune entrée
    [one] une entrée
   *[other] { $entries } entrées
  }, { $prompts ->
    [0] aucune alerte
    [one] une alerte
   *[other] { $prompts } alertes
  }, { $attachments ->
    [0] aucune pièce jointe
    [one] une pièce jointe
   *[other] { $attachments } pièces jointes
  }), format { $format }.
verify-records-whole = Tous les enregistrements sont intacts : { $records ->
    [0] aucun enregistrement relu
    [one] un enregistrement relu
   *[other] { $records } enregistrements relus
  }, { $entries ->
    [0] aucune entrée
    [one] une entrée
   *[other] { $entries } entrées
  }.
verify-unread = { $n ->
    [one] Un enregistrement est intact, mais cette version de Vigie ne sait pas le lire. Il est gardé tel quel.
   *[other] { $n } enregistrements sont intacts, mais cette version de Vigie ne sait pas les lire. Ils sont gardés tels quels.
  }
not-anchored = Si une copie plus ancienne de ce carnet était remise à sa place, Vigie ne le verrait pas : son repère n’a pas pu être enregistré hors du carnet (dossier VIGIE_STATE_DIR).
verify-readable = Encore lisible : { $records ->
    [0] aucun enregistrement
    [one] un enregistrement
   *[other] { $records } enregistrements
  }, { $entries ->
    [0] aucune entrée en vigueur
    [one] une entrée en vigueur
   *[other] { $entries } entrées en vigueur
  }.
verify-span = Ces entrées vont du { $first } au { $last }.
verify-missing = { $n ->
    [0] Aucun enregistrement ne manque : ce qui est abîmé n’est pas ce que vous avez écrit.
    [one] Un enregistrement n’est plus lisible.
   *[other] { $n } enregistrements ne sont plus lisibles.
  }
verify-missing-unknown = On ne peut pas dire combien d’enregistrements manquent.
verify-attachments-damaged = { $n ->
    [one] Une pièce jointe n’est pas entière.
   *[other] { $n } pièces jointes ne sont pas entières.
  }
verify-nothing-readable = Rien n’est lisible avec cette phrase ou ce code : ce qui ouvre le carnet est abîmé. L’autre clé l’ouvre peut-être encore ; sinon, reprenez une sauvegarde.
verify-rescue = Pour faire entrer ce qui est lisible dans un nouveau carnet : vigie verify --rescue-to DOSSIER. Ajoutez ensuite ce qu’une sauvegarde a de plus : vigie merge. Ce carnet-ci n’est pas touché.
rescue-done = Ce qui était lisible est dans un nouveau carnet, dans { $dir }. Le carnet abîmé n’a pas été touché.
backup-done = Sauvegarde écrite et relue : { $path } ({ $records ->
    [0] aucun enregistrement
    [one] un enregistrement
   *[other] { $records } enregistrements
  }). Elle s’ouvre avec la phrase ou le code qui a ouvert le carnet, ou avec la phrase que vous avez donnée pour elle. Gardez-la ailleurs que sur cet appareil.
backup-there-already = La sauvegarde d’aujourd’hui est déjà faite.
backup-pruned = { $n ->
    [one] Une sauvegarde plus ancienne a été retirée.
   *[other] { $n } sauvegardes plus anciennes ont été retirées.
  }
backup-unpruned = La sauvegarde est faite. D’anciennes sauvegardes n’ont pas été retirées : { $cause }
restore-done = Le carnet est refait dans { $dir } : { $entries ->
    [0] aucune entrée
    [one] une entrée, du { $last }
   *[other] { $entries } entrées, la dernière du { $last }
  }. La phrase secrète de la sauvegarde l’ouvre, sauf si vous en avez donné une autre.
merge-done = Ajouté : { $entries ->
    [0] aucune nouvelle entrée, mais d’autres enregistrements
    [one] une nouvelle entrée
   *[other] { $entries } nouvelles entrées
  }.
merge-nothing = Cette copie avait déjà tout.
conflict = Le { $day } a été changé dans deux copies. Les deux sont gardées, et le plus fort compte : { $versions }. Pour trancher : vigie log --correct, avec cette date.
conflict-version = version { $n }, écrite le { $at }
conflict-withdrawn = version { $n }, retirée le { $at }
keys-added = La clé est ajoutée.
keys-changed = La phrase secrète est changée. { $n ->
    [0] Il n’y en avait pas avant.
    [one] L’ancienne n’ouvre plus ce carnet ; elle ouvre encore les sauvegardes plus anciennes.
   *[other] Les { $n } précédentes n’ouvrent plus ce carnet ; elles ouvrent encore les sauvegardes plus anciennes.
  }
keys-code-changed = { $n ->
    [0] Le nouveau code de secours est en vigueur.
   *[other] Le nouveau code de secours est en vigueur. L’ancien n’ouvre plus ce carnet ; il ouvre encore les sauvegardes plus anciennes.
  }
keys-removed = La clé est retirée. Elle n’ouvre plus ce carnet ; elle ouvre encore les copies et sauvegardes plus anciennes.
keys-rotated = Tout est rechiffré. Seuls cette phrase secrète et le nouveau code de secours ouvrent maintenant le carnet ; les sauvegardes plus anciennes s’ouvrent comme avant.
key-passphrase = phrase secrète
key-recovery-code = code de secours
key-platform = clé propre à cet appareil
key-unknown = une sorte de clé que cette version ne connaît pas
attach-done = Gardé, chiffré, avec le jour du { $day }. Le fichier d’origine est toujours à sa place.
attach-none = Il n’y a pas de pièce jointe.
attach-written = Écrit : { $path }. Cette copie n’est pas chiffrée.
attach-size = { $kib } ko

# La démonstration.
demo-intro = Une histoire inventée : la personne, ses réponses et les numéros de téléphone sont fabriqués par un programme. Ce n’est personne.
demo-name = Camille (personne inventée)
demo-nurse = Mme Martin
demo-oncologist = Dr Petit
demo-ward = hôpital de jour
demo-scan = Rien de nouveau par rapport au précédent.
demo-created = Un carnet chiffré est créé. Camille note son code de secours sur papier :
demo-history = Camille est en chimiothérapie, une cure toutes les trois semaines. Depuis dix semaines, le carnet a reçu { $days } points du jour ; les autres jours, Camille n’a pas répondu, et le carnet laisse un blanc.
demo-today = Aujourd’hui, { $day }, Camille répond :
demo-answer = { $name } : { $value }
demo-night = La douleur ({ $site }) a réveillé Camille la nuit.
demo-seen = Le carnet compare avec les semaines d’avant et avec les mêmes jours des cycles précédents :
demo-no-answer = Camille appelle { $who }. Personne ne répond.
demo-reached = Plus tard, Camille rappelle { $who }, qui répond :
demo-advice = Venez demain matin, nous regarderons ce dos. Si vos jambes faiblissent, appelez le 15 tout de suite.
demo-note-1 = Deux jours à plat après la cure, puis ça va mieux.
demo-note-2 = Je n’arrive plus à monter l’escalier sans m’arrêter.
demo-note-3 = Mal au dos en me levant, ce n’est pas comme d’habitude.
demo-question = Faut-il décaler la prochaine cure ?
demo-report = Le compte rendu pour la consultation est prêt ({ $answered } jours renseignés sur { $days }) :
demo-page = La page s’ouvre dans un navigateur avec ces cinq mots :
demo-verified = Tout le carnet a été relu sur le disque : { $records } enregistrements, intacts. Il est de nouveau verrouillé.
demo-next = Pour y regarder :

# Les règles d’une équipe.
rules-begun = Écrit : { $path }. Modifiez-le, regardez avec « vigie rules diff » et « vigie rules check », puis signez-le : vigie rules sign
rules-to-sign = Vigie accepterait ces règles, mais elles ne sont pas signées : personne ne peut encore les installer. Si elles sont de vous, signez-les : vigie rules sign { $what } --key FILE --to FILE. Sinon, demandez le fichier signé à l’équipe.
rules-acceptable = Ces règles peuvent être mises en vigueur.
rules-other-language = Attention : les phrases propres à ces règles ne sont pas écrites en français.
rules-ask-install = Comparez la clé avec celle que l’équipe vous a donnée elle-même, sur papier ou au téléphone. Mettre ces règles en vigueur ? (o/n) ›
rules-ask-reset = Revenir aux règles de Vigie ? (o/n) ›
rules-nothing-changed = Rien n’a changé.
rules-installed = Ces règles sont en vigueur, dès la prochaine entrée. Les alertes d’avant gardent les leurs. Pour revenir à celles de Vigie : vigie rules reset
rules-reset-done = Les règles de Vigie sont de nouveau en vigueur.
rules-reset-already = Les règles de Vigie sont déjà en vigueur.
rules-history-none = Ce carnet a toujours eu les règles de Vigie.
rules-key-made = La clé est dans { $path }. Gardez-la à l’abri, avec une copie : qui l’a signe en votre nom, et sans elle vos règles doivent changer de nom. Donnez aux patients, sur papier ou de vive voix, ce qu’ils compareront : { $fingerprint }
rules-signed-next = Signé avec la clé { $fingerprint }. Pour le distribuer : le fichier lui-même, ou vigie rules qr.
rules-qr-title = Code { $number } sur { $all }
rules-qr-written = { $n ->
    [one] Un code écrit
   *[other] { $n } codes écrits
  } dans { $path }, avec leurs textes.
help-timeline = Tout ce qui s’est passé, le plus récent d’abord
arg-timeline-kind = Seulement ce genre
arg-timeline-find = Seulement ce qui contient tous ces mots, sans tenir compte des accents ni des majuscules
arg-timeline-told-by = Seulement ce que ce proche a noté
arg-timeline-year = Une année d’un coup d’œil
arg-timeline-since = Premier jour
arg-timeline-until = Dernier jour
timeline-nothing = Rien de tel dans le carnet.
timeline-year = L’année { $year } d’un coup d’œil
timeline-year-legend =
    Chaque jour, la note la plus forte : 0 à 9, A pour dix. « . » aucune entrée ; « - » entrée sans note ; u trop mal pour répondre.
    Dessous : * appel demandé ; T traitement reçu ; R rendez-vous ; I imagerie ; L résultat.
directory-kept = L’annuaire de votre équipe est gardé dans le carnet. « vigie directory --own » y cherche.
directory-forgotten = L’annuaire de Vigie sert de nouveau.
trials-no-profile = Aucun profil n’est gardé dans le carnet. « vigie trials --profile FICHIER --keep » en garde un.
trials-profile-kept = Le profil est gardé dans le carnet. « vigie trials --own --registry FICHIER » le reprend.
trials-profile-forgotten = Le profil n’est plus dans le carnet.
demo-delay = Globules blancs trop bas, cure repoussée de trois jours.
demo-asked = Puis-je continuer à marcher chaque jour ?
demo-answered = Oui, à votre rythme.
demo-relative = Dominique
demo-medicine = oméprazole
demo-as-needed = paracétamol
demo-missed = Oublié, réveil tardif.
merge-more = { $n ->
    [one] Et un autre enregistrement : rendez-vous, réponse, correction, alerte…
   *[other] Et { $n } autres enregistrements : rendez-vous, réponses, corrections, alertes…
  }
conflict-care = Changé dans deux copies, les deux sont gardées : { $versions }. Pour trancher : vigie { $command } correct { $id }, avec ce qui est juste.
conflict-care-version = version { $n }, écrite le { $at } : { $said }
conflict-taken-back = retiré

# La commande ou l’option qui fait ce que dit la phrase.
fail-option = { $sentence } ({ $option })
