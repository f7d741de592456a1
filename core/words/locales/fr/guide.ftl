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
