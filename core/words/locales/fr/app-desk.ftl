# Ce que dit la fenêtre sur un ordinateur : un numéro qu’on lit, une clé dans un fichier.
app-desk-number = Le numéro à composer
app-desk-close = Fermer
app-desk-cancel = Annuler
app-desk-key = Fichier de clé
app-desk-key-lock = Ouvrez-le avec votre fichier de clé. Sa phrase secrète vous sera demandée.
app-desk-key-use = Ouvrir avec le fichier de clé
app-desk-key-new = Faire un fichier de clé
app-desk-key-again = Refaire le fichier de clé
app-desk-key-how = Un fichier de clé ouvre le carnet avec une phrase secrète à lui. Vous choisissez où il est gardé. Mettez-le ailleurs que sur cet ordinateur, par exemple sur une clé USB : à côté du carnet, il n’ajoute aucune protection. Les autres clés du carnet restent.
app-desk-key-done = Le fichier de clé ouvre maintenant le carnet.
app-desk-key-passphrase = Phrase secrète du fichier de clé
app-desk-key-choose = Choisissez une phrase secrète pour ce fichier de clé. Elle sera demandée chaque fois que vous l’utilisez.
app-desk-key-wrong = Cette phrase secrète n’est pas celle du fichier de clé. Réessayez.
app-desk-key-missing = Le fichier de clé n’est pas là. Branchez ce qui le garde et réessayez, ou ouvrez le carnet d’une autre façon.
app-desk-key-other = Ce fichier ne contient pas la clé de ce carnet. Choisissez-en un autre, ou ouvrez le carnet d’une autre façon.
app-desk-key-failed = Le fichier de clé n’a pas pu être lu ou écrit. Réessayez, ou ouvrez le carnet d’une autre façon.
