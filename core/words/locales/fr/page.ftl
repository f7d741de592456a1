# La page protégée : ce que lit celle ou celui à qui on l’a envoyée.
page-title = Document protégé
page-intro = Ce document s’ouvre avec une phrase secrète de cinq mots. La personne qui vous l’envoie vous la donne par un autre moyen, par exemple au téléphone.
page-label = Phrase secrète
page-hint = Les accents, les majuscules et les tirets ne comptent pas.
page-open = Ouvrir
page-wait = Un instant, le document se prépare. Sur un téléphone ancien, cela peut durer.
page-nothing-typed = Écrivez d’abord les cinq mots.
page-wrong = Le document ne s’est pas ouvert. Le plus souvent, un mot diffère : relisez-les et essayez à nouveau, aussi souvent que nécessaire. Si les mots sont justes, le fichier a été abîmé en route : demandez qu’on vous le renvoie.
page-damaged = Ce fichier est abîmé ou incomplet : aucune phrase secrète ne peut l’ouvrir. Demandez qu’on vous le renvoie.
page-no-crypto = Ce navigateur ne sait pas déchiffrer le document. Enregistrez le fichier, puis ouvrez-le dans une version récente de Firefox, Chrome, Edge ou Safari.
page-noscript = Ici, ce document ne peut pas s’ouvrir : l’aperçu d’une messagerie, par exemple, n’exécute pas JavaScript. Enregistrez le fichier sur l’appareil, puis ouvrez-le dans un navigateur, JavaScript activé.
page-cut = Si rien d’autre ne s’affiche, le fichier est incomplet ou le navigateur trop ancien. Ouvrez-le dans un navigateur récent, ou demandez qu’on vous le renvoie.
page-offline = Cette page ne contient aucun code réseau. Elle s’ouvre sans connexion.

page-lock = Refermer
page-print = Imprimer
page-table = Tableau : { $name }
page-col-day = Jour
page-col-value = Réponse
page-pick = Jour
page-before = Jour précédent
page-after = Jour suivant
page-keys = Pour lire un jour, touchez une courbe, ou allez d’un jour à l’autre avec les flèches du clavier.
page-silence = { $what } : { $names }
page-day-value = { $name } { $value }
page-no-data = Rien à montrer jour après jour.

# Ce que la commande dit de la phrase secrète.
page-passphrase-made = Phrase secrète de ce document (elle n’est gardée nulle part) :
page-passphrase-how = Donnez-la par un autre moyen que le fichier, par exemple au téléphone. Qui a les deux peut tout lire.
