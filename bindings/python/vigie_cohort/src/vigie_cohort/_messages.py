"""What the command says while it works and when it cannot, in the form of the summary's sentences."""

from typing import Final

#: French, English.
MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "reading.one": ("Lecture de {n} fichier…", "Reading {n} file…"),
    "reading.other": ("Lecture de {n} fichiers…", "Reading {n} files…"),
    "watching.one": ("Rejeu de {n} ligne, jour par jour…", "Replaying {n} row, day by day…"),
    "watching.other": ("Rejeu de {n} lignes, jour par jour…", "Replaying {n} rows, day by day…"),
    "writing": ("Écriture des tableaux et de la synthèse…", "Writing the tables and the summary…"),
    "done.one": (
        "Terminé : {n} personne suivie. La synthèse : {name}/summary.html",
        "Done: {n} person watched. The summary: {name}/summary.html",
    ),
    "done.other": (
        "Terminé : {n} personnes suivies. La synthèse : {name}/summary.html",
        "Done: {n} people watched. The summary: {name}/summary.html",
    ),
    "tells-who.one": (
        "{n} fichier dit qui est quelqu'un ; rien n'en est utilisé. Effacez-le, ou exportez-le sans le nom : "
        "il est nommé dans problems.csv.",
        "{n} file tells who somebody is; nothing of it is used. Delete it, or export it without the name: "
        "it is named in problems.csv.",
    ),
    "tells-who.other": (
        "{n} fichiers disent qui est quelqu'un ; rien n'en est utilisé. Effacez-les, ou exportez-les sans le "
        "nom : ils sont nommés dans problems.csv.",
        "{n} files tell who somebody is; nothing of them is used. Delete them, or export them without the "
        "name: they are named in problems.csv.",
    ),
    "no-input": (
        "{name} n'existe pas ou ne peut être lu. Vérifiez le chemin.",
        "{name} is not there or cannot be read. Check the path.",
    ),
    "no-files": (
        "Il n'y a aucun fichier à lire. Donnez un dossier de tableaux exportés (patient,date,item,value) ou de "
        "documents FHIR.",
        "There is no file to read. Give a folder of exported tables (patient,date,item,value) or of FHIR "
        "documents.",
    ),
    "not-empty": (
        "{name} contient déjà quelque chose ; rien n'est remplacé. Donnez un dossier vide ou un nouveau nom.",
        "{name} holds something already; nothing is overwritten. Give an empty folder or a new name.",
    ),
    "no-pack": (
        "Les règles {name} ne peuvent être lues. Vérifiez le chemin.",
        "The rules {name} cannot be read. Check the path.",
    ),
    "bad-pack": ("Les règles {name} ne peuvent servir : {why}", "The rules {name} cannot be used: {why}"),
    "two-packs": (
        "Deux fichiers de règles s'appellent {name}. Renommez-en un : c'est ce nom qui les distingue.",
        "Two files of rules are called {name}. Rename one: they are told apart by that name.",
    ),
    "register-header": (
        "Le registre {name} doit avoir deux colonnes et rien d'autre : patient,consent.",
        "The register {name} must have two columns and nothing else: patient,consent.",
    ),
    "register-line": (
        "Le registre {name}, ligne {line} : il faut un pseudonyme, puis given ou withdrawn.",
        "The register {name}, line {line}: a pseudonym is needed, then given or withdrawn.",
    ),
    "failed": (
        "Le calcul s'est arrêté ({why}). Rien de {name} n'est complet : effacez-le, voyez s'il reste de la place sur "
        "le disque, et recommencez.",
        "The run stopped ({why}). Nothing in {name} is whole: delete it, see whether the disk has space left, and "
        "try again.",
    ),
    "no-java": (
        "Spark n'a pu démarrer. Il lui faut Java 17 ou 21 (paquet Debian : default-jre-headless).",
        "Spark could not start. It needs Java 17 or 21 (Debian package: default-jre-headless).",
    ),
}
