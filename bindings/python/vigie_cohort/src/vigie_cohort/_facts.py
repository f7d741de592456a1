"""What a run found out, as one dictionary that can be written as JSON: all of the summary comes from here.

Where a number may be None, fewer than ten people stand behind it and it is not to be shown. Counts of people
and of rows as a whole, and of what was wrong with the data, tell nothing of health and are always there.
"""

from collections.abc import Iterable, Sequence
from string import ascii_uppercase
from typing import Final, Literal, NamedTuple, TypeAlias, TypedDict, TypeVar

#: Fewer people than this are not shown.
FEW: Final = 10

#: How soon a prompt asks for contact: at once, today, at the next consultation. In the order of the summary.
Level: TypeAlias = Literal["now", "today", "mention"]
LEVELS: Final[tuple[Level, ...]] = ("now", "today", "mention")

#: What watches: a rule of red flags, a severe answer, the trend of an item.
Channel: TypeAlias = Literal["flag", "severe", "trend"]


class Pack(TypedDict):
    """A rule pack that the journals were replayed with."""

    #: `built-in`, or the name of the pack's file. No two are the same; the tables below name packs by it.
    label: str
    #: The name and version that the pack gives itself; the version is from 1 on.
    name: str
    version: int


class People(TypedDict):
    """Numbers of people, from 0 on. `found` is the sum of `withdrawn`, `refused` and `watched`."""

    found: int
    #: Left out: their consent was withdrawn.
    withdrawn: int
    #: Left out for another reason.
    refused: int
    #: Among those watched, those of whom nothing tells whether they consented.
    not_stated: int
    watched: int


class Rows(TypedDict):
    """Numbers of rows, from 0 on."""

    read: int
    #: Left out, because they cannot be understood.
    bad: int
    watched: int


class Days(TypedDict):
    """Days of all people watched together, from 0 on. Both are None when these are few."""

    #: Patient-days with an entry.
    answered: int | None
    #: Calendar days from each person's first entry to their last, both counted.
    span: int | None


class Counted(TypedDict):
    """Prompts, the people who got them, and prompts per 100 days answered. All three are None together."""

    #: The label of the pack.
    pack: str
    level: Level
    prompts: int | None
    people: int | None
    #: From 0 on; None also when no day was answered.
    per_100_days: float | None


class Rate(Counted):
    """The same for one rule."""

    channel: Channel
    #: The rule's code in its pack.
    rule: str


#: People by the share of their days, from first entry to last, that have an entry. Both ends are from 0 to 1;
#: `to` belongs to the next share, except in the last. Not a class: `from` is a word of Python's own.
Completeness = TypedDict("Completeness", {"from": float, "to": float, "people": int | None})


class Delay(TypedDict):
    """Prompts of a level that the journals really told, and the time until somebody answered."""

    level: Level
    prompts: int | None
    #: Those after which somebody answered; at most `prompts`.
    reached: int | None
    #: The people who got the prompts.
    people: int | None
    #: Hours from the prompt to the answer, from 0 on, of the prompts in `reached`; None also without any.
    median_hours: float | None
    quarter_hours: float | None
    three_quarters_hours: float | None
    #: Of all `prompts`, the share that somebody answered within 24 hours: 0 to 1.
    within_24h: float | None


class Compared(TypedDict):
    """Patient-days with a prompt of a level, by the first pack and by another."""

    #: The label of the other pack.
    pack: str
    level: Level
    both: int | None
    only_first: int | None
    only_other: int | None


Leveled = TypeVar("Leveled", Counted, Rate, Delay, Compared)
OfPack = TypeVar("OfPack", Counted, Compared)


class Problem(TypedDict):
    """Something wrong with the data, and how often; each case stands in problems.csv."""

    kind: str
    #: From 1 on.
    count: int


class Facts(TypedDict):
    """All of it."""

    #: The day of the run, as 2026-11-27.
    made_on: str
    #: Versions.
    vigie: str
    spark: str
    #: First the pack that is watched with, then those that it is compared with.
    packs: list[Pack]
    people: People
    rows: Rows
    days: Days
    #: A row for each pack, rule and level.
    rates: list[Rate]
    #: A row for each pack and level.
    levels: list[Counted]
    #: Ten, from none of the days to all of them.
    completeness: list[Completeness]
    #: Empty when the journals told of no prompt.
    delays: list[Delay]
    #: Empty with one pack.
    compared: list[Compared]
    problems: list[Problem]


def _letter(at: int) -> str:
    return ascii_uppercase[at % 26] + str(at // 26 or "")


def letters(facts: Facts) -> dict[str, str]:
    """A letter for each pack, by its label; none when there is but one pack."""
    if len(facts["packs"]) < 2:
        return {pack["label"]: "" for pack in facts["packs"]}
    return {pack["label"]: _letter(at) for at, pack in enumerate(facts["packs"])}


def in_order(rows: Iterable[Leveled]) -> list[Leveled]:
    """Rows with the most urgent level first."""
    return sorted(rows, key=lambda row: LEVELS.index(row["level"]))


def side_by_side(rows: Iterable[OfPack], facts: Facts) -> list[OfPack]:
    """Rows level by level, in each those of the packs in their order."""
    packs = list(letters(facts))
    return in_order(sorted(rows, key=lambda row: packs.index(row["pack"])))


def by_rule(facts: Facts) -> dict[tuple[str, str], list[Rate]]:
    """The rows of each channel and rule, first those of which the first pack shows the most prompts."""
    groups: dict[tuple[str, str], list[Rate]] = {}
    for row in facts["rates"]:
        groups.setdefault((row["channel"], row["rule"]), []).append(row)
    first = facts["packs"][0]["label"]

    def often(key: tuple[str, str]) -> float:
        return sum(shown_rate(row) or 0 for row in groups[key] if row["pack"] == first)

    return {key: in_order(groups[key]) for key in sorted(groups, key=lambda key: (-often(key), key))}


def shown_rate(row: Counted) -> float | None:
    """Prompts per 100 days answered; None when it is not to be shown. Of no days there are no prompts."""
    return None if row["people"] is None or row["prompts"] is None else row["per_100_days"] or 0.0


class Bar(NamedTuple):
    """What a rule gave by one pack, level by level: prompts per 100 days, None when it is not to be shown."""

    #: The letter of the pack; empty when there is but one.
    letter: str
    parts: Sequence[tuple[Level, float | None]]

    def total(self) -> float:
        """Of the levels that are shown."""
        return sum(one or 0 for _, one in self.parts)


#: A rule's code and its bars, one a pack.
Rule: TypeAlias = tuple[str, Sequence[Bar]]


def bars(facts: Facts) -> list[Rule]:
    """What the plot of the rules draws."""
    rules: list[Rule] = []
    for (_, rule), rows in by_rule(facts).items():
        of_rule = []
        for label, letter in letters(facts).items():
            parts = [(row["level"], shown_rate(row)) for row in rows if row["pack"] == label]
            if parts:
                of_rule.append(Bar(letter, parts))
        rules.append((rule, of_rule))
    return rules
