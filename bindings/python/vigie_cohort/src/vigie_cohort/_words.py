"""Every sentence of the summary and of the command in French and English, and numbers and days as each language writes them.

They are written here with plain spaces and apostrophes; `_typeset` puts those of print, which no eye tells
apart in code.
"""

import datetime
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ._facts import FEW, Completeness
from ._messages import MESSAGES

#: French, English. Of what is counted, `.one` and `.other`: French counts 0 and 1 as one, English 1 alone.
SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "title": ("Carnets rejoués : ce que Vigie aurait dit", "Replayed journals: what Vigie would have said"),
    "made": (
        "Fait le {day} avec Vigie {vigie} et Spark {spark}.",
        "Made on {day} with Vigie {vigie} and Spark {spark}.",
    ),
    "lead": (
        "Des carnets déjà remplis ont été relus jour par jour, pour compter les alertes que les règles "
        "auraient données. C'est un rejeu : personne n'y répond, chaque alerte compte comme réglée le jour "
        "même. Il ne dit pas si une alerte était juste. Les groupes de moins de {few} personnes ne sont pas "
        "montrés.",
        "Journals that were already written were read again, day by day, to count the prompts that the "
        "rules would have given. It is a replay: nobody answers in it, every prompt counts as dealt with on "
        "its day. It does not say whether a prompt was right. Groups of fewer than {few} people are not "
        "shown.",
    ),
    "packs": ("Jeux de règles", "Rule packs"),
    "pack.watched": ("Règles suivies : {pack}.", "Watched with: {pack}."),
    "pack.compared": ("Comparées avec : {pack}.", "Compared with: {pack}."),
    "pack": ("{label} ({name}, version {version})", "{label} ({name}, version {version})"),
    "pack.letter": ("{letter} = {pack}", "{letter} = {pack}"),
    "built-in": ("règles livrées avec Vigie", "rules that come with Vigie"),
    # Key numbers.
    "key": ("Chiffres principaux", "Key numbers"),
    "key.people": ("Personnes suivies", "People watched"),
    "key.found": ("sur {found} trouvées", "of {found} found"),
    "key.days": ("Jours remplis", "Days answered"),
    "key.share": (
        "{share} des {span} jours entre première et dernière saisie",
        "{share} of the {span} days from first entry to last",
    ),
    "key.level": ("Alertes « {level} »", "Prompts “{level}”"),
    "key.rate": ("{people} ; {rate} pour 100 jours remplis", "{people}; {rate} per 100 days answered"),
    "nobody": (
        "Personne n'a été suivi : il n'y a aucune alerte à compter.",
        "Nobody was watched: there are no prompts to count.",
    ),
    "people.one": ("{n} personne", "{n} person"),
    "people.other": ("{n} personnes", "{n} people"),
    "few": ("<\u00a0{few} personnes", "<\u00a0{few} people"),
    # Who was counted.
    "who": ("Qui est compté", "Who is counted"),
    "found.one": ("{n} personne trouvée dans les fichiers.", "{n} person found in the files."),
    "found.other": ("{n} personnes trouvées dans les fichiers.", "{n} people found in the files."),
    "withdrawn.one": (
        "{n} personne laissée de côté parce que son consentement a été retiré.",
        "{n} person left out because their consent was withdrawn.",
    ),
    "withdrawn.other": (
        "{n} personnes laissées de côté parce que leur consentement a été retiré.",
        "{n} people left out because their consent was withdrawn.",
    ),
    "refused.one": (
        "{n} personne laissée de côté pour une autre raison, écrite dans problems.csv.",
        "{n} person left out for another reason, which stands in problems.csv.",
    ),
    "refused.other": (
        "{n} personnes laissées de côté pour une autre raison, écrite dans problems.csv.",
        "{n} people left out for another reason, which stands in problems.csv.",
    ),
    "watched.one": ("{n} personne suivie.", "{n} person watched."),
    "watched.other": ("{n} personnes suivies.", "{n} people watched."),
    "not-stated.one": (
        "Parmi elles, {n} personne dont rien ne dit si elle a consenti.",
        "Among them, {n} person of whom nothing tells whether they consented.",
    ),
    "not-stated.other": (
        "Parmi elles, {n} personnes dont rien ne dit si elles ont consenti.",
        "Among them, {n} people of whom nothing tells whether they consented.",
    ),
    "rows.one": ("{n} ligne lue.", "{n} row read."),
    "rows.other": ("{n} lignes lues.", "{n} rows read."),
    "bad.one": (
        "{n} ligne laissée de côté parce qu'elle ne se comprend pas.",
        "{n} row left out because it cannot be understood.",
    ),
    "bad.other": (
        "{n} lignes laissées de côté parce qu'elles ne se comprennent pas.",
        "{n} rows left out because they cannot be understood.",
    ),
    "rows-watched.one": ("{n} ligne suivie.", "{n} row watched."),
    "rows-watched.other": ("{n} lignes suivies.", "{n} rows watched."),
    # Plots.
    "plots": ("En images", "Plots"),
    "plot.rates": ("Alertes pour 100 jours remplis, par règle", "Prompts per 100 days answered, by rule"),
    "plot.delays": ("Temps jusqu'à une réponse", "Time until somebody answered"),
    "plot.completeness": ("Personnes par part de jours remplis", "People by share of days answered"),
    "plot.rates.how": (
        "Une barre par règle et par jeu de règles ; les niveaux se suivent dans la barre.",
        "One bar for each rule and rule pack; the levels follow each other in the bar.",
    ),
    "plot.delays.how": (
        "La boîte va du premier au troisième quart des réponses, le trait est la médiane. "
        "L'échelle est logarithmique.",
        "The box goes from the first quarter of the answers to the third, the stroke is the median. "
        "The scale is logarithmic.",
    ),
    "plot.completeness.how": (
        "Part des jours remplis entre la première saisie d'une personne et la dernière.",
        "Share of days answered from a person's first entry to their last.",
    ),
    "plot.numbers": ("Les chiffres, en tableau", "The numbers, as a table"),
    "said.plot": ("Diagramme. {title}. {numbers}.", "Chart. {title}. {numbers}."),
    "said.part": ("{title}, {part} sur {parts}", "{title}, {part} of {parts}"),
    "said.number": ("{of} : {number}", "{of}: {number}"),
    "said.level": ("{level} {number}", "{level} {number}"),
    "said.delay": (
        "médiane {median} h, premier quart {quarter} h, troisième quart {three} h, {share} en 24 h",
        "median {median} h, first quarter {quarter} h, third quarter {three} h, {share} within 24 h",
    ),
    "drawn.delay": (
        "médiane {median}\u202fh ; {share} en 24\u202fh",
        "median {median}\u202fh; {share} within 24\u202fh",
    ),
    "no-answer": ("aucune réponse", "no answer"),
    "tick.minutes": ("{n}\u202fmin", "{n}\u202fmin"),
    "tick.hours": ("{n}\u202fh", "{n}\u202fh"),
    "tick.days": ("{n}\u202fj", "{n}\u202fd"),
    "no-delays": (
        "Les carnets ne racontent aucune alerte : il n'y a pas de temps de réponse à montrer.",
        "The journals tell of no prompt: there is no time to an answer to show.",
    ),
    "no-rates": ("Aucune alerte : il n'y a rien à dessiner.", "No prompts: there is nothing to draw."),
    # Tables.
    "tables": ("Tableaux", "Tables"),
    "table.levels": ("Alertes par niveau", "Prompts by level"),
    "table.rates": ("Alertes par règle", "Prompts by rule"),
    "table.of-pack": ("{table}, jeu {pack}", "{table}, pack {pack}"),
    "table.delays": ("Temps jusqu'à une réponse, par niveau", "Time until somebody answered, by level"),
    "table.completeness": ("Part de jours remplis", "Share of days answered"),
    "table.compared": (
        "Jours avec une alerte, selon les deux jeux de règles",
        "Days with a prompt, by both rule packs",
    ),
    "table.goes-on": ("{table} (suite)", "{table} (continued)"),
    "head.pack": ("Jeu", "Pack"),
    "head.rule": ("Règle", "Rule"),
    "rule": ("{rule} ({channel})", "{rule} ({channel})"),
    "head.level": ("Niveau", "Level"),
    "head.prompts": ("Alertes", "Prompts"),
    "head.people": ("Personnes", "People"),
    "head.per-100": ("Pour 100 jours", "Per 100 days"),
    "head.number": ("Chiffre", "Number"),
    "head.reached": ("Suivies d'une réponse", "Answered"),
    "head.median": ("Médiane (h)", "Median (h)"),
    "head.quarter": ("Premier quart (h)", "First quarter (h)"),
    "head.three-quarters": ("Troisième quart (h)", "Third quarter (h)"),
    "head.within-24h": ("En 24\u202fh", "Within 24\u202fh"),
    "head.share": ("Part des jours", "Share of days"),
    "head.both": ("Les deux", "Both"),
    "head.only": ("{pack} seulement", "{pack} only"),
    "head.only-other": ("Autre jeu seulement", "Other pack only"),
    "head.kind": ("Code", "Code"),
    "head.problem": ("Ce que c'est", "What it is"),
    "head.count": ("Nombre", "Number"),
    "share": ("{low}–{high} %", "{low}–{high}%"),
    "no-rows": ("Rien à compter.", "Nothing to count."),
    "none": ("–", "–"),
    "now": ("appeler tout de suite", "call at once"),
    "today": ("contacter aujourd'hui", "contact today"),
    "mention": ("à dire à la prochaine consultation", "mention at the next consultation"),
    "flag": ("signe d'alerte", "red flag"),
    "severe": ("sévère", "severe"),
    "trend": ("tendance", "trend"),
    # What was wrong with the data.
    "problems": ("Ce qui n'allait pas dans les données", "What was wrong with the data"),
    "problems.where": (
        "Chaque cas est écrit dans problems.csv, à côté de cette synthèse.",
        "Each case stands in problems.csv, beside this summary.",
    ),
    "no-problems": ("Rien n'a été relevé.", "Nothing was found."),
    "problem.corrupt": (
        "Un fichier ou une ressource qui ne se lit ni comme CSV ni comme FHIR",
        "A file or resource that cannot be read as CSV or FHIR",
    ),
    "problem.bad-row": ("Une ligne refusée, laissée de côté", "A row refused, left out"),
    "problem.direct-identifier": (
        "Un fichier qui contient un nom, une adresse ou autre chose de ce genre : refusé en entier",
        "A file that holds a name, an address or the like: refused whole",
    ),
    "problem.bad-id": (
        "Un identifiant de patient qui ressemble à une identité : laissé de côté",
        "A patient id that looks like a direct identifier: left out",
    ),
    "problem.duplicate": (
        "Une personne dont les lignes viennent de plusieurs fichiers : réunies, la pire réponse d'un jour "
        "compte",
        "A person whose rows come from more than one file: merged, the worse answer of a day counts",
    ),
    "problem.time-zones": (
        "Une personne dont les heures ont des fuseaux à plus d'une heure l'un de l'autre : "
        "les jours sont pris comme ils sont écrits",
        "A person whose moments have offsets more than an hour apart: days are taken as written",
    ),
    "problem.many-rows": (
        "Une personne avec plus de lignes qu'un carnet n'en peut avoir : suivie comme les autres, à examiner",
        "A person with more rows than a diary can have: watched like everybody, to be looked at",
    ),
    "problem.empty": ("Un fichier sans lignes", "A file without rows"),
    "problem.unknown-person": (
        "Une personne du registre dont aucune ligne n'a été trouvée",
        "Somebody in the register of whom no row was found",
    ),
    "see-problems": ("Voir problems.csv", "See problems.csv"),
    # How to read this.
    "how": ("Comment lire cette synthèse", "How to read this"),
    "how.day": (
        "Un jour rempli est un jour d'une personne avec au moins une saisie.",
        "A day answered is a day of one person with at least one entry.",
    ),
    "how.replay": (
        "C'est un rejeu : personne ne répond, et chaque alerte compte comme réglée le jour même. "
        "Dans la vie, une alerte peut attendre plus longtemps.",
        "This is a replay: nobody answers, and every prompt counts as dealt with on its day. "
        "In life a prompt may wait longer.",
    ),
    "how.delays": (
        "Les temps de réponse viennent des alertes que les carnets racontent vraiment, et non du rejeu. "
        "La part en 24\u202fh est celle de toutes ces alertes, avec ou sans réponse.",
        "Times to an answer come from prompts that the journals really told, and not from the replay. "
        "The share within 24\u202fh is of all these prompts, answered or not.",
    ),
    "how.few": (
        "« {cell} » : il y a de 1 à {most} personnes derrière ce chiffre, il n'est pas montré. Les comptes "
        "de personnes laissées de côté et de problèmes dans les données ne disent rien de la santé et sont "
        "montrés tels quels.",
        "“{cell}”: 1 to {most} people stand behind this number, so it is not shown. Counts of people left "
        "out and of problems with the data tell nothing of health and are shown as they are.",
    ),
    "how.right": (
        "Rien ici ne dit si une alerte était juste, ni si une alerte a manqué.",
        "Nothing here says whether a prompt was right, nor whether one was missing.",
    ),
    "how.left-out": (
        "Les personnes et les lignes laissées de côté ne sont dans aucun tableau ni aucune image des "
        "alertes.",
        "People and rows left out are in no table and no plot of prompts.",
    ),
    "how.compared": (
        "Un même jour peut compter dans plusieurs niveaux.",
        "One day may count at several levels.",
    ),
    "page": ("page {n} sur {all}", "page {n} of {all}"),
    **MESSAGES,
}

LANGS: Final[tuple[str, ...]] = ("fr", "en")
_MONTHS: Final = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "en": "January February March April May June July August September October November December".split(),
}


def _typeset(sentence: str, lang: str) -> str:
    """A sentence with the apostrophes of print, and in French its narrow spaces."""
    if lang == "fr":
        sentence = re.sub(r" (?=[:;!?%»])|(?<=«) ", "\u202f", sentence)
    return sentence.replace("'", "’")


class Words:
    """What the summary says in one language."""

    def __init__(self, lang: str) -> None:
        if lang not in LANGS:
            raise ValueError(f"'{lang}' is no language of the summary: {', '.join(LANGS)}")
        self.lang = lang

    def __call__(self, key: str, **held: str) -> str:
        """A sentence with what it holds."""
        return _typeset(SENTENCES[key][LANGS.index(self.lang)], self.lang).format(**held)

    def counted(self, key: str, n: int, **held: str) -> str:
        """A sentence about a number of something."""
        one = n in (0, 1) if self.lang == "fr" else n == 1
        return self(f"{key}.one" if one else f"{key}.other", n=self.number(n), **held)

    def number(self, n: float, decimals: int = 0) -> str:
        """A number with its thousands apart. One too small for the decimals is not said to be nothing."""
        least = 10**-decimals
        if 0 < n < least / 2:
            return f"<\u00a0{self.number(least, decimals)}"
        written = f"{n:,.{decimals}f}"
        return written.translate({ord(","): "\u202f", ord("."): ","}) if self.lang == "fr" else written

    def percent(self, share: float) -> str:
        """A share of 1. Only all of it is said to be 100 %."""
        sign = "\u202f%" if self.lang == "fr" else "%"
        if 0.995 <= share < 1:
            return f">\u00a0{self.number(99)}{sign}"
        return self.number(100 * share) + sign

    def day(self, iso: str) -> str:
        """A day as it is said: 27 novembre 2026."""
        day = datetime.date.fromisoformat(iso)
        first = "1er" if self.lang == "fr" and day.day == 1 else str(day.day)
        return f"{first} {_MONTHS[self.lang][day.month - 1]} {day.year}"

    def few(self) -> str:
        """What stands in place of a number that fewer than ten people stand behind."""
        return self("few", few=str(FEW))

    def days(self, one: Completeness) -> str:
        """A share of days: 10–20 %."""
        return self("share", low=self.number(100 * one["from"]), high=self.number(100 * one["to"]))

    def code(self, prefix: str, code: str) -> str | None:
        """The words for a code of the facts; None for one that has none."""
        return self(prefix + code) if prefix + code in SENTENCES else None


def clean(text: str) -> str:
    """A text of somebody else's without signs that break lines, turn the direction or cannot be written."""
    kinds = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
    return "".join("\ufffd" if unicodedata.category(sign) in kinds else sign for sign in text)


@dataclass(frozen=True)
class Table:
    """A table. Its first column names the row; a cell that is None is not to be shown."""

    name: str
    title: str
    #: The head of each column, and whether numbers stand in it.
    columns: Sequence[tuple[str, bool]]
    rows: Sequence[Sequence[str | None]]


def cells(row: Sequence[str | None], words: Words) -> list[tuple[int, int, str]]:
    """The cells of a row: first column, columns, text. Neighbours that are not to be shown are one cell."""
    out: list[tuple[int, int, str]] = []
    for at, cell in enumerate(row):
        if cell is None and at and row[at - 1] is None:
            first, many, few = out.pop()
            out.append((first, many + 1, few))
        else:
            out.append((at, 1, words.few() if cell is None else cell))
    return out
