# Ce que dit une règle d’équipe.
own-rule-value = { $text } { $what } : { $now }.
own-rule-what = { $text } { $what }.
own-rule-value-alone = À signaler : { $named } ({ $now }).
own-rule-what-alone = À signaler : { $named }.

# Quand une règle parle. Les lignes d’une liste viennent dessous.
when-all = toutes ces conditions à la fois :
when-any = une au moins de ces conditions :
when-ticked = { $n ->
    [one] ce signe : { $signs }
   *[other] un de ces signes : { $signs }
  }
when-temperature-at-least = température de { $limit } °C ou plus
when-temperature-below = température de moins de { $limit } °C
when-treated = traitement en cours ou reçu depuis { $days ->
    [one] un jour
   *[other] { $days } jours
  } au plus ({ $immunotherapy } pour une immunothérapie), ou traitement inconnu
when-immunotherapy = immunothérapie en cours ou reçue depuis { $days ->
    [one] un jour
   *[other] { $days } jours
  } au plus, ou traitement inconnu
when-rated = { $what } : { $amount }
when-newly-rated = { $what } : { $amount }, et moins que cela dans { $reports ->
    [one] la réponse d’avant
   *[other] les { $reports } réponses d’avant
  }
when-pain-in = douleur { $strength } à l’un de ces endroits : { $places }
when-spinal-any = mal de dos ou de nuque { $strength }
when-spinal-this-week = mal de dos ou de nuque { $strength } dans les sept derniers jours
when-spinal-new = mal de dos ou de nuque nouveau, { $strength }
when-spinal-growing = mal de dos ou de nuque qui augmente, { $strength }
when-spinal-at-night = mal de dos ou de nuque qui réveille la nuit, { $strength }
when-spinal-band = douleur en ceinture, { $strength }
when-too-unwell = réponse « trop mal pour répondre »
when-state-at-least = état général : { $from } ou plus (0 comme d’habitude, 4 au lit)
when-state-dropped = état général moins bon de { $steps ->
    [one] un degré
   *[other] { $steps } degrés
  } ou plus que le meilleur des { $days } derniers jours
when-state-newly = état général : { $from } ou plus (0 comme d’habitude, 4 au lit), alors que dans les { $days } jours d’avant il était meilleur que cela au moins une fois, ou toujours meilleur que le jour même
when-weight-lost = perte de plus de { $percent } % du poids en { $days } jours
when-weight-lost-thin = perte de plus de { $percent } % du poids en { $days } jours, avec un indice de masse corporelle inférieur à { $bmi }
amount-severity = au moins { $from } sur 10
amount-times = au moins { $from } fois
amount-stools = { $from ->
    [one] au moins une selle de plus que d’habitude
   *[other] au moins { $from } selles de plus que d’habitude
  }
amount-days = { $from ->
    [one] au moins un jour sans selle
   *[other] au moins { $from } jours sans selle
  }
pain-strength = { $from ->
    [one] de n’importe quelle force
   *[other] de { $from } sur 10 ou plus
  }

# Les nombres qui n’appartiennent à aucune règle.
setting-severe-at-least = Un symptôme est fort à partir de { $value } sur 10
setting-severe-reports = Un symptôme fort est signalé s’il ne l’était pas dans { $n ->
    [one] la réponse d’avant
   *[other] les { $n } réponses d’avant
  }
setting-severe-again-after-days = Un symptôme qui reste fort est redit { $n ->
    [one] un jour
   *[other] { $n } jours
  } après la suite donnée
setting-trend-threshold = Une aggravation est signalée à partir d’un score de { $value } (en écarts-types) quand un seul symptôme est suivi
setting-trend-threshold-per-series = Plus il y a de symptômes suivis, plus ce score doit être haut : de { $value } fois le logarithme naturel de leur nombre
setting-trend-adds-from = Ce que plusieurs symptômes ont au-delà d’un score de { $value } s’additionne
setting-trend-named-from = Quand plusieurs symptômes s’aggravent ensemble, chacun est nommé à partir d’un score de { $value }
setting-trend-least-change = Une aggravation est signalée si la différence est d’au moins { $value } point sur 10
setting-trend-today-from = Une aggravation est pour le jour même si la moyenne de la semaine atteint { $value } sur 10, sinon pour le prochain contact
setting-new-pain-at-least = Une douleur à un endroit nouveau est signalée à partir de { $value } sur 10
setting-new-pain-reports = Une douleur nouvelle est signalée après { $n ->
    [one] une réponse
   *[other] { $n } réponses
  } de cette force
setting-new-pain-within-days = Une douleur nouvelle est signalée si ces réponses viennent en { $n ->
    [one] un jour
   *[other] { $n } jours
  }
setting-new-pain-new-for-days = Un endroit qui fait mal est nouveau pendant { $n ->
    [one] un jour
   *[other] { $n } jours
  }
setting-returned-absent-reports = Un symptôme est de retour après { $n ->
    [one] une réponse
   *[other] { $n } réponses
  } à zéro
setting-returned-reports = Un symptôme de retour est signalé après { $n ->
    [one] une réponse
   *[other] { $n } réponses
  }
setting-returned-at-least = Un symptôme de retour est signalé à partir de { $value } sur 10 à chacune de ces réponses
setting-silence-days = Un silence est signalé après { $n ->
    [one] un jour
   *[other] { $n } jours de suite
  } sans rien dans le carnet après une alerte, ou avec « trop mal pour répondre »

# Un jeu de règles.
pack-head = Règles { $name }, version { $version }, par { $author }
pack-head-builtin = Les règles de Vigie ({ $name }), version { $version }
pack-builtin = Elles font partie de Vigie.
pack-signed = Signées avec la clé { $fingerprint }
pack-unsigned = Elles ne sont pas signées.
pack-since = En vigueur depuis le { $at }.
pack-starting-values = Ce sont des valeurs de départ avec leurs sources. Aucune n’a été éprouvée sur des patients.
pack-not-validated = Vigie vérifie qui les a signées, et qu’elles n’en disent pas moins que les siennes quand il faut appeler le 15 ou le 112. C’est l’équipe qui les a écrites qui répond de ce qu’elles disent.
pack-rules = Quand le carnet demande d’appeler :
pack-settings = Autres seuils :
pack-rule = { $rule } : { $level }
pack-again = redit au plus tôt après { $days } jours, ou dès que c’est pire
pack-says = dit : { $text }
pack-source = source : { $source }
pack-code = nom dans le fichier : { $rule }

# Ce qui change.
diff-head = Changements de { $before } à { $after } :
pack-name = { $name }, version { $version }
diff-none = Rien ne change dans ce que ces règles demandent.
diff-less = Attention : { $n ->
    [one] un de ces changements fait
   *[other] { $n } de ces changements font
  } parler le carnet moins souvent, ou à d’autres moments.
diff-added = Nouvelle règle
diff-removed = Règle retirée
diff-stricter = Plus attentive
diff-looser = Moins attentive
diff-otherwise = Autrement
diff-rule = { $change } : { $rule } ({ $level })
diff-before = avant : { $value }
diff-after = maintenant : { $value }
diff-before-when = avant :
diff-after-when = maintenant :
diff-setting = { $change } : { $setting } (avant : { $before })
diff-again = { $days ->
    [one] redite chaque jour
   *[other] redite au plus tôt après { $days } jours
  }

# Pourquoi des règles sont refusées.
refused-unreadable = Ce fichier ne contient pas de règles que Vigie sait lire ({ $cause }). Demandez-le de nouveau à l’équipe qui les a écrites.
refused-newer = Ces règles sont faites pour une version plus récente de Vigie. Mettez Vigie à jour.
refused-name-taken = Deux règles portent le nom { $rule }, ou Vigie s’en sert déjà. Donnez un autre nom à l’une.
refused-missing-text = La règle { $rule } n’a pas de phrase dans la langue { $lang }, que ces règles déclarent prendre en charge. Ajoutez-la sous « texts ».
refused-out-of-range = { $of } : la valeur de « { $field } » n’est pas possible. Corrigez-la ; docs/decisions/0014 donne les limites.
refused-silences = Ces règles feraient taire la règle { $rule }, qui envoie au 15 ou au 112. Elles peuvent être plus attentives, jamais moins : gardez pour { $rule } une règle de niveau « now » qui parle au moins aussi souvent.
refused-unsigned = Ces règles ne sont pas signées. Rien ne dit qui les a écrites ; demandez le fichier signé à l’équipe (elle le fait avec vigie rules sign).
refused-signature = La signature ne va pas avec ces règles : le fichier a été modifié ou abîmé en route. N’utilisez pas ce fichier ; demandez-le de nouveau à l’équipe.
refused-too-large = Ce fichier est trop grand pour être des règles.
refused-other-key = Les règles { $name } ont toujours été signées ici avec la clé { $known }. Ce fichier l’est avec la clé { $found } : il vient de quelqu’un d’autre. Appelez l’équipe ; si elle a changé de clé, elle donne un nouveau nom à ses règles.
refused-builtin-name = Ces règles portent le nom de celles de Vigie. L’équipe leur donne un nom à elle.
refused-not-newer = Ce carnet a déjà la version { $known } des règles { $name } ; ce fichier en est la version { $found }. Seule une version plus récente les remplace.
refused-frame = Le code « { $start } » n’est pas un code de Vigie, ou il a été mal lu. Lisez-le de nouveau.
refused-foreign-frame = Le code { $number } ne fait pas partie des mêmes règles que les codes déjà lus. Prenez seulement les codes d’une même feuille.
refused-damaged-frame = Le code { $number } a été mal lu. Lisez-le de nouveau.
refused-missing-frames = { $n ->
    [one] Il manque le code { $numbers } sur { $all }. Lisez-le aussi.
   *[other] Il manque les codes { $numbers } sur { $all }. Lisez-les aussi.
  }
refused-no-frames = Il n’y a aucun code de Vigie dans ce qui a été lu.
refused-key-file = Ce fichier n’est pas une clé de Vigie pour signer, ou il est abîmé. « vigie rules new-key » en fait une.
