# Ce que disent les applications de l’endroit où l’on a mal, et dans leurs réglages.
app-body-title = Où avez-vous mal ?
app-body-how = Touchez un endroit du corps, ou choisissez dans la liste. Touchez-le encore pour le retirer.
app-body-none = Aucun endroit choisi pour l’instant.
app-body-front = De face
app-body-back = De dos
app-body-head = Tête
app-body-list = Liste
app-body-right = Votre droite
app-body-left = Votre gauche
app-body-enlarge-head = Voir la tête agrandie
app-body-group-head = Tête et cou
app-body-group-trunk = Poitrine, ventre et bassin
app-body-group-arms = Épaules, bras et mains
app-body-group-legs = Hanches, jambes et pieds
app-body-group-back = Dos
app-body-quality = Comment est cette douleur ?
app-body-wakes = Elle me réveille la nuit
app-body-remove = Retirer cette douleur
app-body-painkillers = Médicaments pris contre la douleur (antalgiques)
app-body-painkiller = Nom du médicament
app-body-helped = A soulagé
app-body-not-helped = N’a pas soulagé
app-body-add-painkiller = Ajouter un médicament contre la douleur
app-body-remove-painkiller = Retirer ce médicament

app-settings-title = Réglages
app-settings-save = Enregistrer
app-settings-saved = C’est enregistré.
app-settings-cancel = Ne rien changer
app-settings-line = { $name } : { $value }

app-settings-keys = Verrou et clés
app-settings-keys-how = Chacune de ces clés ouvre le carnet.
app-settings-key-device = Cet appareil
app-settings-key-passphrase = Phrase secrète
app-settings-key-code = Code de secours
app-settings-key-unknown = Une clé d’une version plus récente
app-settings-key-passphrase-new = Choisir une nouvelle phrase secrète
app-settings-key-passphrase-done = La nouvelle phrase secrète est en place. L’ancienne n’ouvre plus le carnet.
app-settings-key-code-new = Faire un nouveau code de secours
app-settings-key-code-why = Il prend la place de l’ancien une fois que vous l’avez relu. D’ici là, l’ancien reste.
app-settings-key-code-done = Le nouveau code de secours est en place. Vous pouvez déchirer l’ancien.
app-settings-key-code-check = Relire mon code de secours
app-settings-key-code-checked = C’est bien le code de secours de ce carnet.
app-settings-key-device-new = Ouvrir avec cet appareil
app-settings-key-device-again = Associer de nouveau cet appareil
app-settings-key-device-how = Le carnet s’ouvrira comme vous déverrouillez cet appareil. La phrase secrète et le code de secours restent.
app-settings-key-device-done = Le carnet s’ouvre maintenant avec cet appareil.
app-settings-key-remove = Retirer cette clé
app-settings-key-remove-title = Retirer une clé
app-settings-key-remove-warning = Elle n’ouvrira plus ce carnet. Elle ouvre encore les sauvegardes et les copies faites avant. Vérifiez que vous en avez une autre sous la main.
app-settings-key-removed = La clé est retirée.
app-settings-key-now = Ce qui ouvre le carnet aujourd’hui
app-settings-key-now-why = Demandé encore une fois, pour que personne d’autre ne puisse changer les clés.
app-settings-key-now-passphrase = Phrase secrète actuelle
app-settings-key-now-code = Code de secours actuel

app-settings-backup = Sauvegarder le carnet
app-settings-backup-how = Un seul fichier chiffré avec tout le carnet, à garder ailleurs que sur cet appareil. Sa phrase secrète sera demandée pour le reprendre : sans elle, personne ne peut lire le fichier.
app-settings-backup-passphrase = Phrase secrète de la sauvegarde
app-settings-backup-now = Choisir où la garder
app-settings-backup-done = La sauvegarde est faite. Elle contient { $records ->
    [one] { $records } enregistrement
   *[other] { $records } enregistrements
}.
app-settings-backup-daily = Une copie chaque jour
app-settings-backup-daily-how = Elle se fait toute seule à l’ouverture du carnet, avec la phrase secrète ci-dessus, et reste sur cet appareil. Elle sert si le carnet s’abîme ; si l’appareil se perd, il faut une sauvegarde gardée ailleurs.
app-settings-backup-daily-on = En faire une chaque jour
app-settings-backup-daily-off = Ne plus en faire
app-settings-backup-daily-ended = Il ne se fera plus de copie chaque jour. Celles qui sont faites restent.
app-settings-backup-daily-in = Une copie se fait chaque jour, ici : { $folder }
app-settings-backup-daily-done = La première copie est faite. { $days ->
    [one] La dernière est gardée
   *[other] Les { $days } dernières sont gardées
}.
app-settings-merge = Réunir avec la copie d’un proche
app-settings-merge-how = Choisissez une sauvegarde d’une autre copie de ce carnet. Ce qu’elle a de plus est ajouté ici ; rien n’est perdu.
app-settings-merge-choose = Choisir le fichier
app-settings-merge-done = Les copies sont réunies : { $added ->
    [0] rien de nouveau
    [one] { $added } nouvel enregistrement
   *[other] { $added } nouveaux enregistrements
}.
app-settings-conflicts = Noté de deux façons
app-settings-conflicts-how = La même chose a été changée dans deux copies. Les deux sont gardées jusqu’à votre choix.
app-settings-conflict-keep = Garder celle-ci
app-settings-conflict-withdrawn = Retirée
app-settings-conflict-kept = Cette version est gardée.

app-settings-list = Ce qui est demandé chaque jour
app-settings-list-how = Décochez ce qui ne vous concerne plus. Ce que vous avez noté reste.
app-settings-list-empty = Rien n’est demandé pour l’instant.
app-settings-list-add = Ajouter depuis la liste des symptômes
app-settings-list-own = Un symptôme, dans vos mots
app-settings-list-own-hint = Par exemple : démangeaisons des mains.
app-settings-list-own-add = Ajouter ce symptôme

app-settings-team = Qui appeler
app-settings-team-how = Ces personnes vous sont proposées dans cet ordre, d’abord celles qui répondent à l’heure qu’il est.
app-settings-team-add = Ajouter quelqu’un
app-settings-team-correct = Corriger
app-settings-team-first = Appeler en premier
app-settings-team-remove = Retirer de la liste
app-settings-team-remove-sure = Oui, retirer
app-settings-team-role = Ce que fait cette personne
app-settings-team-hours = Heures où l’on répond
app-settings-team-always = Jour et nuit, ou je ne sais pas
app-settings-team-from = À partir de
app-settings-team-to = Jusqu’à
app-settings-team-to-hint = 0 h pour minuit.
app-settings-team-days-apart = Choisissez des jours qui se suivent : le carnet ne sait pas en garder d’autres.
app-settings-team-time-wrong = Écrivez une heure comme 9 h 30 ou 9:30.
app-settings-team-time-order = La fin vient avant le début.
app-settings-team-hours-hint = Les jours, puis les heures.

app-settings-name = Votre nom
app-settings-name-hint = Comment vous appeler sur les pages pour votre équipe. Il peut rester vide.
app-settings-journals = Carnets sur cet appareil
app-settings-journals-how = Le carnet d’un proche peut être ici aussi, avec ses propres clés. L’un n’ouvre pas l’autre.
app-settings-journals-name = Nom de ce carnet ici
app-settings-journals-name-hint = Il s’affiche avant l’ouverture : qui a l’appareil peut le lire. Il peut rester vide.
app-settings-journals-others = Verrouiller celui-ci et aller à
app-settings-journals-more = Commencer un autre carnet
app-settings-journals-whose = Nom de l’autre carnet
app-settings-journals-whose-hint = Par exemple : Maman. Qui a l’appareil peut le lire.
app-settings-journals-begin = Verrouiller celui-ci et commencer
app-settings-rules = Règles en vigueur
app-settings-rules-name = { $name }, version { $version }, par { $author }.
app-settings-rules-since = En vigueur depuis : { $moment }.
app-settings-rules-built-in = Ce sont les règles fournies avec l’application. Elles ne sont pas signées par un hôpital.
app-settings-rules-signed = Signées. Empreinte de la clé :

app-settings-reminder = Rappel du jour
app-settings-reminder-how = Ce texte s’affiche sur l’écran verrouillé : qui voit le téléphone peut le lire. Il est gardé hors du carnet, non chiffré.
app-settings-reminder-time = À quelle heure
app-settings-reminder-time-hint = Par exemple 20 h 30. Vide pour aucun rappel.
app-settings-reminder-text = Ce qu’il dit
app-settings-reminder-text-hint = Laissé vide, il dit : Votre carnet
app-settings-reminder-at = Rappel à { $time }.
app-settings-reminder-none = Aucun rappel.
app-settings-reminder-quiet = Jours sans rappel
app-settings-reminder-medicines = Me rappeler aussi les médicaments à heure fixe
app-settings-reminder-silenced = Ce téléphone ne montre pas les rappels de Vigie. Vous pouvez le changer dans ses réglages, sous Notifications.

app-settings-export = Exporter tout en tableau
app-settings-export-how = Un fichier CSV que tout tableur ouvre. Il n’est pas chiffré : qui a le fichier peut le lire.
app-settings-export-now = Choisir où l’écrire
app-settings-export-done = Le tableau est écrit : { $name }.

app-settings-licences = Licences
app-settings-licences-how = Vigie est fait aussi de ce que d’autres ont écrit. Voici ce que c’est, à qui c’est, et sous quelle licence. Les licences sont en anglais, telles que leurs auteurs les ont écrites.
app-settings-erase = Tout effacer
app-settings-erase-how = Tout ce que vous avez noté est effacé de cet appareil, avec les copies de chaque jour. Les sauvegardes gardées ailleurs restent. On ne peut pas revenir en arrière.
app-settings-erase-yes = Continuer
app-settings-erase-sure = Effacer tout le carnet ?
app-settings-erase-sure-how = C’est la dernière question. Si vous voulez garder ce que vous avez noté, faites d’abord une sauvegarde.
app-settings-erase-now = Effacer mon carnet
app-settings-erase-no = Garder mon carnet

app-trials-title = Essais cliniques
app-trials-about = Cette liste ne donne pas de conseil. Elle montre ce que dit un registre, pour en parler avec votre médecin. Rien ne sort de cet appareil.
app-trials-search = Choisir le fichier du registre
app-trials-search-how = 2. Un fichier JSON, téléchargé depuis ClinicalTrials.gov ou ECLAIRE, au besoin sur un ordinateur. Un fichier à la fois.
app-trials-profile = Choisir le fichier du profil
app-trials-profile-how = 1. Le profil dit ce qu’il faut chercher : maladie, lieu, âge. C’est un petit fichier JSON, qu’un proche ou votre équipe peut préparer. Il reste dans le carnet, chiffré.
app-trials-profile-kept = Le profil est gardé dans le carnet.
app-trials-profile-none = Choisissez d’abord le fichier du profil : il dit ce qu’il faut chercher.
app-trials-profile-forget = Oublier le profil
app-trials-profile-forgotten = Le profil est oublié.
app-trials-know = À savoir d’abord
app-trials-list = Essais dont on peut parler
app-trials-list-how = Rien de ce qui a pu être comparé ne les écarte. C’est à votre médecin de juger si l’un d’eux vous convient.
app-trials-list-empty = Dans ce fichier, il ne reste aucun essai avec ce profil. Une autre recherche ou un autre fichier peut en donner.
app-trials-not-understood = Vigie ne connaît pas ces mots : ils ont été cherchés tels quels.
app-trials-see = Voir
app-trials-more = Montrer la suite
app-trials-matched = Ce qui correspond
app-trials-unknown = Ce qui n’est pas connu
app-trials-judge = Ce que le médecin jugera
app-trials-sites = Où
app-trials-inclusion = Qui peut participer, comme l’écrit le registre
app-trials-exclusion = Qui ne peut pas, comme l’écrit le registre
app-trials-page = Faire la page à apporter
app-trials-page-done = La page est écrite. Elle peut être imprimée et apportée au rendez-vous.
app-trials-found = { $found ->
    [0] Aucun essai
    [one] { $found } essai
   *[other] { $found } essais
} sur { $records ->
    [one] { $records } fiche lue
   *[other] { $records } fiches lues
}.
app-trials-updated = Fiche du { $day }
