# Ce que disent les écrans des applications.
app-back = Retour
app-next = Suivant
app-later = Plus tard
app-check = Vérifier
app-working = Un instant
app-less = moins
app-more = plus
app-not-answered = sans réponse
app-touch-the-line = touchez la ligne
app-other-language = In English

app-passphrase = Phrase secrète
app-passphrase-hint = Quatre mots au hasard se retiennent bien.
app-passphrase-again = La même phrase, encore une fois
app-passphrases-differ = Les deux phrases ne sont pas les mêmes. Reprenez-les.
app-recovery-code = Code de secours
app-recovery-code-hint = Les sept groupes de cinq caractères de votre papier. Majuscules, espaces et tirets ne comptent pas.

app-lock-title = Votre carnet est verrouillé
app-lock-open = Ouvrir
app-lock-with-device = Ouvrez-le comme vous déverrouillez ce téléphone.
app-lock-use-passphrase = Ouvrir avec la phrase secrète
app-lock-use-recovery-code = Ouvrir avec le code de secours
app-lock-use-device = Ouvrir avec ce téléphone
app-lock-try-recovery-code = Si la phrase ne revient pas, le code de secours écrit sur papier ouvre aussi le carnet. Rien n’est effacé après des essais manqués.
app-lock-accept-older = Oui, ouvrir cette copie plus ancienne
app-lock-other-key = Non, revenir
app-lock-restore = Reprendre une sauvegarde
app-lock-about = Personne d’autre ne peut l’ouvrir, pas même nous.
app-lock-now = Verrouiller le carnet

app-first-title = Bienvenue dans Vigie
app-first-what = Un carnet pour noter chaque jour comment vous allez, en moins d’une minute. Il remarque quand quelque chose s’aggrave, vous invite à prévenir votre équipe soignante, et prépare ce qu’elle lira à la prochaine consultation.
app-first-not = Il ne pose pas de diagnostic, ne change aucun traitement et n’est pas un service d’urgence. En cas d’urgence, appelez le 15 ou le 112.
app-first-offline = Rien ne sort de ce téléphone sans vous : pas de compte, pas de serveur, pas d’internet.
app-first-begin = Commencer
app-first-lock-title = Verrouiller le carnet
app-first-lock-why = Le carnet est chiffré. Choisissez ce qui l’ouvre.
app-first-lock-device = Avec ce téléphone (empreinte, visage ou code)
app-first-lock-or = Ou une phrase secrète
app-first-lock-passphrase = Avec cette phrase secrète
app-first-code-title = Votre code de secours
app-first-code-why = Il ouvre le carnet si la phrase secrète est oubliée ou le téléphone perdu. Il n’est montré qu’une fois.
app-first-code-paper = Écrivez-le sur papier, loin du téléphone.
app-first-code-written = C’est écrit
app-first-read-back-title = Relisons-le
app-first-read-back-why = Recopiez le code depuis votre papier, pour être sûr qu’il est juste.
app-first-read-back-wrong = Ce n’est pas le même code. Comparez avec votre papier, ou revenez en arrière pour le revoir.
app-first-treatment-title = Votre traitement
app-first-treatment-why = Selon le traitement, une liste de questions vous est proposée. Vous pourrez la changer.
app-first-list-title = Ce qui sera demandé
app-first-list-why = Décochez ce qui ne vous concerne pas.
app-first-team-title = Qui appeler
app-first-team-why = Quand quelque chose ne peut pas attendre, le carnet vous propose d’appeler en un geste.
app-first-team-later = Vous pouvez laisser vide et y revenir.
app-first-reminder-title = Un rappel chaque jour
app-first-reminder-why = À l’heure que vous choisissez, ce téléphone dit : Votre carnet. Rien d’autre ne s’affiche.
app-first-reminder-later = Vous pouvez laisser vide et choisir plus tard, dans les réglages.
app-first-done = Ouvrir mon carnet
app-team-name = Nom de la personne ou du service
app-team-name-hint = Par exemple : hôpital de jour, infirmière de coordination.
app-team-phone = Téléphone
app-team-out-of-hours = Téléphone la nuit et le week-end
app-team-out-of-hours-hint = S’il y en a un autre.

app-today-title = Aujourd’hui
app-today-check-in = Comment allez-vous aujourd’hui ?
app-today-go-on = Continuer ce que vous aviez commencé
app-today-noted = C’est noté pour aujourd’hui.
app-today-change = Changer ce que j’ai noté
app-today-more = Noter autre chose aujourd’hui
app-today-relative = Un proche note à ma place
app-today-relative-notes = Ce qui est noté maintenant l’est au nom de { $name }.
app-today-relative-other = Quelqu’un d’autre note
app-today-relative-name = Prénom du proche
app-today-relative-take = Noter sous ce nom
app-today-relative-leave = Ne rien changer
app-today-who = Qui note ? C’est écrit à côté de chaque réponse, jusqu’à ce que le carnet soit verrouillé.
app-today-myself = Moi
app-today-copies-late = La copie de chaque jour ne se fait plus. La dernière : { $day }.
app-today-copies-see = Voir les copies
app-today-too-unwell = Trop mal pour répondre aujourd’hui
app-today-too-unwell-done = C’est noté : trop mal pour répondre aujourd’hui. Reposez-vous.
app-today-nothing-asked = Aucun symptôme n’est suivi pour l’instant. Vous pouvez quand même noter votre état, une température, un mot.
app-today-treatment-day = Jour { $day } depuis le dernier traitement.
app-today-missed = Jours sans réponse
app-today-next = Prochain rendez-vous
app-today-see-prompt = Voir quoi faire
app-today-overdue = Personne n’a encore répondu.
app-today-code-unread = Votre code de secours n’a pas été relu. C’est lui qui ouvre le carnet si tout le reste manque.
app-today-code-see = Relire ou refaire ce code

app-check-in-page = Page { $page } sur { $pages }
app-check-in-all-as-yesterday = Tout comme hier, puis changer ce qui diffère
app-check-in-as-yesterday = Comme hier : { $rating }
app-check-in-taken-over = Repris d’hier : { $rating }
app-check-in-one-page = Tout sur une page
app-check-in-page-by-page = Une question à la fois
app-check-in-skip = Passer
app-check-in-skipped = Passé. Répondre quand même
app-check-in-general = En général, aujourd’hui
app-check-in-measures = Température et poids, si vous les avez
app-check-in-ask-temperature = Prenez votre température : elle compte aujourd’hui.
app-check-in-temperature = Température, en °C
app-check-in-weight = Poids, en kg
app-check-in-meant = Mettre { $value }
app-check-in-alarms = Des signes qui ne peuvent pas attendre
app-check-in-alarms-how = Cochez ce que vous avez aujourd’hui. Rien à cocher ? Continuez.
app-check-in-rest = Pour finir
app-check-in-treated = J’ai eu un traitement aujourd’hui
app-check-in-treatment = Lequel, si vous voulez
app-check-in-words = Un mot sur la journée
app-check-in-question = Une question pour la prochaine consultation
app-check-in-note = Noter
app-check-in-note-as-is = C’est juste, noter ainsi
app-check-in-done = C’est noté. Merci d’avoir pris ce moment.

app-prompt-title = À faire
app-prompt-what-to-say = Ce que vous pouvez dire
app-prompt-and-then = Et ensuite
app-prompt-reached = J’ai eu quelqu’un
app-prompt-no-answer = Pas de réponse
app-prompt-later = Plus tard
app-prompt-already-known = L’équipe le sait déjà
app-prompt-prefer-not = Je préfère ne pas appeler
app-prompt-who = Qui avez-vous eu ?
app-prompt-advice = Que vous a-t-on dit de faire ?
app-prompt-keep = Enregistrer
app-prompt-due = Le carnet le redemandera : { $moment }.
app-prompt-done = C’est noté.

app-restore-title = Reprendre une sauvegarde
app-restore-how = Choisissez le fichier de sauvegarde. Un carnet est refait avec tout ce qu’il contient.
app-restore-passphrase = Phrase secrète de la sauvegarde
app-restore-passphrase-hint = Celle que vous avez choisie en faisant la sauvegarde.
app-restore-new-passphrase = Nouvelle phrase secrète de ce carnet
app-restore-choose = Choisir le fichier
app-restore-name = Repris d’une sauvegarde
app-restore-copies = Ou une copie que cet appareil a faite
app-restore-done = Le carnet est refait. Voici son nouveau code de secours : il n’est montré qu’une fois.

app-chart-empty = { $name } : aucune réponse sur cette période.
app-chart-spoken = { $name } : { $answers ->
    [one] { $answers } réponse
   *[other] { $answers } réponses
} sur { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}, de { $lowest } à { $highest } ; le dernier, { $last }, le { $day }.
app-chart-values = { $name } : { $values ->
    [one] une valeur
   *[other] { $values } valeurs
} du { $from } au { $to }, entre { $lowest } et { $highest }. La dernière est { $last }.

app-today-beside = Dans ce carnet
app-place-trends = Évolution des symptômes
app-trends-month = Quatre semaines
app-trends-quarter = Trois mois
app-trends-year = Un an
app-trends-empty = Pas encore de réponse sur cette période.
app-trends-day-empty = Rien n’a été noté ce jour-là.
app-trends-how = Un point par jour ; un jour sans réponse reste vide. Un triangle marque un traitement, une croix un jour trop mal pour répondre. Touchez un jour pour lire ses réponses.

app-my-journal = Mon carnet
app-fold-open = ouvert
app-fold-closed = fermé
app-your-journal = Votre carnet
app-reminder-check-in = Rappel du jour
app-reminder-medicine = Médicaments
app-reminder-call = Appels à votre équipe
app-phone-prove = Ouvrir votre carnet
app-phone-prove-why = Montrez que c’est vous, comme pour ce téléphone.
