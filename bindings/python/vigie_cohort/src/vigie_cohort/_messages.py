"""What the command says while it works and when it cannot: the same keys in French and English."""

from typing import Final

MESSAGES: Final = {
    "fr": {
        "reading": "Lecture de {number} fichier(s)…",
        "watching": "Relecture de {number} ligne(s), jour par jour…",
        "writing": "Écriture des tableaux et du résumé…",
        "done": "Terminé : {watched} personne(s) relue(s). Le résumé : {name}/summary.html",
        "who": "{count} fichier(s) disent qui est quelqu’un ; rien n’en a été lu. Effacez-les ou exportez-les sans le nom : "
        "la liste est dans problems.csv.",
        "no-input": "{name} n’existe pas ou ne peut être lu. Vérifiez le chemin.",
        "no-files": "Il n’y a aucun fichier à lire. Donnez un dossier de tableaux exportés (patient,date,item,value) ou de "
        "documents FHIR.",
        "not-empty": "{name} contient déjà quelque chose ; rien n’est remplacé. Donnez un dossier vide ou un nouveau nom.",
        "no-pack": "Les règles {name} ne peuvent être lues. Vérifiez le chemin.",
        "bad-pack": "Les règles {name} ne peuvent servir : {fr}",
        "two-packs": "Deux fichiers de règles s’appellent {name}. Renommez-en un : c’est ce nom qui les distingue.",
        "register-header": "Le registre {name} doit avoir deux colonnes et rien d’autre : patient,consent.",
        "register-line": "Le registre {name}, ligne {line} : il faut un pseudonyme, puis given ou withdrawn.",
        "no-java": "Spark n’a pu démarrer. Il lui faut Java 17 ou 21 (paquet Debian : default-jre-headless).",
    },
    "en": {
        "reading": "Reading {number} file(s)…",
        "watching": "Replaying {number} row(s), day by day…",
        "writing": "Writing the tables and the summary…",
        "done": "Done: {watched} person(s) replayed. The summary: {name}/summary.html",
        "who": "{count} file(s) tell who somebody is; nothing of them was read. Delete them or export them without the name: "
        "they are listed in problems.csv.",
        "no-input": "{name} is not there or cannot be read. Check the path.",
        "no-files": "There is no file to read. Give a folder of exported tables (patient,date,item,value) or of FHIR documents.",
        "not-empty": "{name} holds something already; nothing is overwritten. Give an empty folder or a new name.",
        "no-pack": "The rules {name} cannot be read. Check the path.",
        "bad-pack": "The rules {name} cannot be used: {en}",
        "two-packs": "Two files of rules are called {name}. Rename one: they are told apart by that name.",
        "register-header": "The register {name} must have two columns and nothing else: patient,consent.",
        "register-line": "The register {name}, line {line}: a pseudonym is needed, then given or withdrawn.",
        "no-java": "Spark could not start. It needs Java 17 or 21 (Debian package: default-jre-headless).",
    },
}


def say(lang: str, key: str, **named: object) -> str:
    """A sentence; French has a narrow space before its signs."""
    said = MESSAGES[lang][key].format(**named)
    return said.replace(" :", "\u202f:").replace(" ;", "\u202f;") if lang == "fr" else said
