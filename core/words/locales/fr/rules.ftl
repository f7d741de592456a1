# Ce que la veille a vu, en une phrase, avec les nombres qu’une infirmière peut vérifier.
rule-fever = Fièvre : { $now } °C. Pendant un traitement, une fièvre se signale à toute heure.
rule-fever-with = Fièvre ({ $now } °C) avec d’autres signes d’alerte : { $with }.
rule-low-temperature = Température basse ({ $now } °C), et vous vous sentez mal.
rule-cord-new = { $what } : un mal de dos ou de nuque nouveau, { $rated }, est à signaler.
rule-cord-severe = { $what } : un mal de dos ou de nuque fort, { $rated }, est à signaler.
rule-cord-growing = { $what } : un mal de dos ou de nuque qui augmente, { $rated }, est à signaler.
rule-cord-night = { $what } : un mal de dos ou de nuque qui réveille la nuit est à signaler ({ $rated }).
rule-cord-band = { $what } : une douleur en ceinture, { $rated }, est à signaler.
rule-cord-signs = Mal de dos ({ $pains } : { $now } sur 10 au plus fort des 7 derniers jours) avec un signe d’alerte : { $ticks }.
rule-cord-signs-alone = Signe d’alerte : { $ticks }.
rule-breath = Respiration : { $what } ({ $now } sur 10).
rule-breath-ticked = Respiration : { $what }.
rule-bleeding = Saignement : { $ticks }.
rule-brain = Signe d’alerte : { $ticks }.
rule-gut = Diarrhée : { $now } selles de plus que d’habitude.
rule-gut-severe = Diarrhée importante : { $now } selles de plus que d’habitude.
rule-gut-severe-with = Diarrhée ({ $now } selles de plus que d’habitude) avec : { $with }.
rule-dry = Vous avez vomi { $now } fois aujourd’hui : c’est à signaler.
rule-dry-ticked = Vous ne gardez plus ce que vous buvez : c’est à signaler.
rule-blocked = { $now } jours sans selle, avec : { $with }.
rule-clot = Signe d’alerte : { $ticks }.
rule-liver = Signe d’alerte : { $ticks }.
rule-skin = Signe d’alerte : { $ticks }.
rule-thirst = Signe d’alerte : { $ticks }.
rule-mouth = Signe d’alerte : { $ticks }.
rule-infusion-site = Signe d’alerte : { $ticks }.
rule-state-dropped = État général : { $now } sur 4 ; au mieux, il était à { $before } dans les deux semaines d’avant.
rule-state-newly = État général : { $now } sur 4, depuis peu.
rule-weight = Poids : { $now } kg ; { $before } kg au plus dans le mois d’avant ({ $percent } %). { $earlier ->
    [one] Un poids noté avant.
   *[other] { $earlier } poids notés avant.
  }
rule-weight-slow = Poids : { $now } kg ; { $before } kg au plus dans les six mois d’avant ({ $percent } %). { $earlier ->
    [one] Un poids noté avant.
   *[other] { $earlier } poids notés avant.
  }
rule-dark-thoughts = Vous avez des idées noires. Le 3114 répond jour et nuit, gratuitement.
rule-two-ambers = Plusieurs signes à surveiller le même jour comptent comme un signe grave : { $all }.
rule-severe = { $what } : { $now } sur 10. À partir de 7, c’est à signaler.
rule-severe-times = { $what } : { $now } fois. À partir de 7, c’est à signaler.
rule-severe-stools = { $what } : { $now } selles de plus que d’habitude. À partir de 7, c’est à signaler.
rule-severe-days = { $what } : { $now } jours. À partir de 7, c’est à signaler.
rule-new-pain = { $what } : une douleur nouvelle, { $now } sur 10 en moyenne cette semaine ({ $answers ->
    [one] une réponse
   *[other] { $answers } réponses
  }).
rule-returned = { $what } : de retour depuis { $answers } réponses ({ $now } en moyenne), après { $earlier } réponses à 0.
rule-trend = { $what } : { $now } en moyenne cette semaine ; { $before } { $basis } ({ $change }). { $answers ->
    [one] Une réponse
   *[other] { $answers } réponses
  } sur { $days }.

rule-trend-state = { $what }, de 0 (comme d’habitude) à 4 (au lit) : { $now } en moyenne cette semaine ; { $before } { $basis } ({ $change }). { $answers ->
    [one] Une réponse
   *[other] { $answers } réponses
  } sur { $days }.

rule-silence-no-entry = Après une alerte, le carnet est resté vide { $silent ->
    [one] un jour
   *[other] { $silent } jours
  }, du { $from } au { $to }. Peut-être était-ce trop dur de répondre.
rule-silence-too-unwell = Trop mal pour répondre { $silent ->
    [one] un jour
   *[other] { $silent } jours de suite
  }, du { $from } au { $to }.
# Une note ; de plusieurs endroits, la plus forte.
rated = { $places ->
    [0] { $now } sur 10
    [one] { $now } sur 10
   *[other] { $now } sur 10 au plus fort
  }
sign-fever = fièvre

basis-same-cycle-days = { $cycles ->
    [one] les mêmes jours de votre dernier cycle
   *[other] les mêmes jours de vos { $cycles } derniers cycles
  }
basis-earlier-days = les semaines d’avant

# Agir.
level-now = Appelez le 15 ou le 112 maintenant.
level-today-at-once = Appelez votre équipe soignante tout de suite, de jour comme de nuit.
level-today = Appelez votre équipe soignante aujourd’hui.
level-mention = À dire à votre équipe soignante au prochain contact.
level-silence = Si répondre est trop dur en ce moment, un proche peut le faire pour vous ou prévenir votre équipe.
level-now-short = maintenant (15/112)
level-today-at-once-short = aujourd’hui, tout de suite
level-today-short = aujourd’hui
level-mention-short = au prochain contact

hours-except-holidays = sauf jours fériés
call-contact = { $name } ({ $role }) : { $phone }
call-contact-hours = { $name } ({ $role }) : { $phone } ({ $hours })
call-out-of-hours = Hors des heures d’ouverture, { $name } ({ $role }) : { $phone }
number-out-of-hours = { $name }, la nuit et le week-end
call-emergency = 15 (SAMU) ou 112
call-team = votre équipe soignante, au numéro qu’elle vous a donné

what-to-say = Vous pouvez dire : « Je suis en traitement pour un cancer. Mon carnet de symptômes me demande de vous appeler : { $reasons }. »
what-to-say-silence = Vous pouvez dire : « Je suis en traitement pour un cancer. En ce moment, je n’arrive pas à remplir mon carnet de symptômes. Pouvez-vous m’aider ? »

outcome-reached = équipe jointe
outcome-no-answer = pas de réponse
outcome-later = appel remis à plus tard
outcome-already-known = l’équipe est déjà au courant
outcome-prefer-not = préfère ne pas appeler
outcome-with = { $outcome } ({ $contact })
felt = ressenti : { $felt }
felt-not-urgent = pas urgent
felt-rather = plutôt urgent
felt-urgent = urgent
outcome-carried = redite le { $day }, avec sa suite
outcome-open = encore ouverte : personne n’a répondu

no-prompt = Rien à signaler d’après les règles du carnet. Cela ne veut pas dire que tout va bien : si quelque chose vous inquiète, appelez.

# De quoi parle chaque règle.
named-rule-fever = Fièvre
named-rule-fever-with = Fièvre avec d’autres signes
named-rule-low-temperature = Température basse
named-rule-cord-new = Mal de dos ou de nuque nouveau
named-rule-cord-severe = Mal de dos ou de nuque fort
named-rule-cord-growing = Mal de dos ou de nuque qui augmente
named-rule-cord-night = Mal de dos ou de nuque la nuit
named-rule-cord-band = Douleur en ceinture
named-rule-cord-signs = Mal de dos avec un signe d’alerte
named-rule-cord-signs-alone = Jambes, vessie ou intestin
named-rule-breath = Respiration
named-rule-bleeding = Saignement
named-rule-brain = Conscience, vue, parole, maux de tête
named-rule-gut = Diarrhée
named-rule-gut-severe = Diarrhée importante
named-rule-dry = Vomissements
named-rule-blocked = Constipation avec d’autres signes
named-rule-clot = Gonflement
named-rule-liver = Peau jaune ou urines foncées
named-rule-skin = Peau
named-rule-thirst = Grande soif
named-rule-mouth = Bouche
named-rule-infusion-site = Endroit de la perfusion
named-rule-state-dropped = État général qui baisse
named-rule-state-newly = État général mauvais depuis peu
named-rule-weight = Poids perdu en un mois
named-rule-weight-slow = Poids perdu en six mois
named-rule-dark-thoughts = Idées noires
