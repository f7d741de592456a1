"""The facts of the summary, counted on the cluster; a group of fewer than ten people is never given a number."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from pyspark.sql import Column, DataFrame, Row
from pyspark.sql import functions as F

from ._facts import FEW, LEVELS, Compared, Completeness, Counted, Days, Delay, Level, People, Rate

Key = TypeVar("Key", int, tuple[str, str, str])

_HOUR = 3_600_000.0
_BINS = 10


def shown(number: Any, people: int) -> Any:
    """A number that is of ten people or more, or of nobody."""
    return number if people == 0 or people >= FEW else None


def hidden(people: Mapping[Key, int]) -> set[Key]:
    """Which parts of a total that is shown are not: those of one to nine people, and when there are any, at least ten with them.

    The total minus what is shown is of all that is hidden: when none of these parts is of ten people by itself, the smallest
    of the others is hidden too.
    """
    small = {key for key, count in people.items() if 0 < count < FEW}
    enough = sorted((count, key) for key, count in people.items() if count >= FEW)
    return small | {key for _, key in enough[:1]} if small else small


def of_people(found: DataFrame) -> tuple[People, Days, int]:
    """Who was found, the days of those who are watched, and their rows."""
    watched = F.col("left_out").isNull()
    in_a_file = ~F.coalesce(F.col("left_out"), F.lit("")).isin("unknown-person", "no-diary")
    counted = found.agg(
        F.count_if(in_a_file).alias("found"),
        F.count_if(F.col("left_out") == "withdrawn").alias("withdrawn"),
        F.count_if(watched).alias("watched"),
        F.count_if(watched & (F.col("consent") == "not-stated")).alias("not_stated"),
        F.coalesce(F.sum(F.when(watched, F.col("days"))), F.lit(0)).alias("answered"),
        F.coalesce(F.sum(F.when(watched, _span())), F.lit(0)).alias("span"),
        F.coalesce(F.sum(F.when(watched, F.col("rows"))), F.lit(0)).alias("rows"),
    ).first()
    assert counted is not None  # an aggregate of everything is one row
    refused = counted["found"] - counted["withdrawn"] - counted["watched"]
    who = People(
        found=counted["found"],
        withdrawn=counted["withdrawn"],
        refused=refused,
        not_stated=counted["not_stated"],
        watched=counted["watched"],
    )
    return who, Days(answered=counted["answered"], span=counted["span"]), counted["rows"]


def _span() -> Column:
    return F.coalesce(F.date_diff("last", "first") + 1, F.lit(0))


def days_shown(days: Days, watched: int) -> Days:
    """The days of those who are watched, if these are not few."""
    return Days(answered=shown(days["answered"], watched), span=shown(days["span"], watched))


def completeness(found: DataFrame) -> list[Completeness]:
    """People by the share of their days that have an entry, in tenths."""
    share = F.col("days") / _span()
    tenth = F.least(F.floor(share * _BINS), F.lit(_BINS - 1)).cast("int")
    there = (
        found.filter(F.col("left_out").isNull() & (F.col("days") > 0)).groupBy(tenth.alias("tenth")).count()
    )
    people = {row["tenth"]: row["count"] for row in there.collect()}
    hide = hidden(people)
    return [
        {"from": at / _BINS, "to": (at + 1) / _BINS, "people": None if at in hide else people.get(at, 0)}
        for at in range(_BINS)
    ]


def _counted(rows: Row, answered: int, is_hidden: bool) -> Counted:
    return Counted(
        pack=rows["pack"],
        level=rows["level"],
        prompts=None if is_hidden else rows["prompts"],
        people=None if is_hidden else rows["people"],
        per_100_days=None if is_hidden or not answered else 100 * rows["prompts"] / answered,
    )


def _each(prompts: DataFrame, by: list[str]) -> list[Row]:
    counted = prompts.groupBy(*by).agg(
        F.count("*").alias("prompts"), F.count_distinct("patient").alias("people")
    )
    return counted.orderBy(*by).collect()


def rates(prompts: DataFrame, answered: int) -> list[Rate]:
    """Prompts by rules, level, channel and rule."""
    rows = _each(prompts, ["pack", "level", "channel", "rule"])
    totals: dict[tuple[str, str], dict[tuple[str, str, str], int]] = {}
    for row in rows:
        totals.setdefault((row["pack"], row["level"]), {})[_rule(row)] = row["people"]
    # What one pack hides, another does not tell: most rules say the same in both.
    hide: set[tuple[str, str, str]] = set().union(*map(hidden, totals.values()))
    return [
        Rate(**_counted(row, answered, _rule(row) in hide), channel=row["channel"], rule=row["rule"])
        for row in rows
    ]


def _rule(row: Row) -> tuple[str, str, str]:
    return row["level"], row["channel"], row["rule"]


def levels(prompts: DataFrame, answered: int, packs: Iterable[str]) -> list[Counted]:
    """Prompts by rules and level; a level that nobody met has a row as well."""
    rows = {(row["pack"], row["level"]): row for row in _each(prompts, ["pack", "level"])}
    none = {"prompts": 0, "people": 0}
    found = []
    for pack in packs:
        for level in LEVELS:
            row = rows.get((pack, level)) or Row(pack=pack, level=level, **none)
            found.append(_counted(row, answered, 0 < row["people"] < FEW))
    return found


def delays(told: DataFrame) -> list[Delay]:
    """How long it took until somebody answered, by level."""
    # FHIR knows whole seconds: an answer at once may seem to come before.
    hours = F.greatest(F.col("reached") - F.col("at"), F.lit(0)) / _HOUR
    quarters = [
        F.percentile(hours, share).alias(name) for name, share in (("q1", 0.25), ("q2", 0.5), ("q3", 0.75))
    ]
    rows = (
        told.groupBy("level")
        .agg(
            F.count("*").alias("prompts"),
            F.count("reached").alias("reached"),
            F.count_distinct("patient").alias("people"),
            _people_of("reached_people", F.col("reached").isNotNull()),
            _people_of("waiting_people", F.col("reached").isNull()),
            _people_of("soon_people", hours <= 24),
            _people_of("later_people", F.coalesce(hours > 24, F.lit(True))),
            F.count_if(hours <= 24).alias("soon"),
            *quarters,
        )
        .collect()
    )
    by_level = {row["level"]: row for row in rows}
    return [_delay(by_level[level]) for level in LEVELS if level in by_level]


def _people_of(name: str, those: Column) -> Column:
    return F.count_distinct(F.when(those, F.col("patient"))).alias(name)


def _delay(row: Row) -> Delay:
    people = row["people"]

    def of(number: Any, *parts: str) -> Any:
        # What is of few people, and what the rest of it would be, is not told.
        told = all(shown(1, row[part]) is not None for part in ("people", *parts))
        return number if told else None

    return Delay(
        level=row["level"],
        prompts=shown(row["prompts"], people),
        people=shown(people, people),
        reached=of(row["reached"], "reached_people", "waiting_people"),
        median_hours=of(row["q2"], "reached_people"),
        quarter_hours=of(row["q1"], "reached_people"),
        three_quarters_hours=of(row["q3"], "reached_people"),
        within_24h=of(row["soon"] / row["prompts"], "soon_people", "later_people"),
    )


def compared(prompts: DataFrame, packs: list[str]) -> list[Compared]:
    """Patient-days with a prompt of a level, by the first rules and by each of the others."""
    first, *others = packs
    if not others:
        return []
    by = ["patient", "date", "level"]
    ours = prompts.filter(F.col("pack") == first).select(*by).distinct().withColumn("ours", F.lit(True))
    found = []
    for other in others:
        theirs = (
            prompts.filter(F.col("pack") == other).select(*by).distinct().withColumn("theirs", F.lit(True))
        )
        together = F.col("ours").isNotNull() & F.col("theirs").isNotNull()
        rows = (
            ours.join(theirs, by, "outer")
            .groupBy("level")
            .agg(
                *_days_and_people("both", together),
                *_days_and_people("only_first", F.col("theirs").isNull()),
                *_days_and_people("only_other", F.col("ours").isNull()),
            )
            .collect()
        )
        by_level = {row["level"]: row for row in rows}
        found += [_compared(other, level, by_level.get(level)) for level in LEVELS]
    return found


def _compared(other: str, level: Level, row: Row | None) -> Compared:
    both, first, theirs = (_of_people(row, name) for name in ("both", "only_first", "only_other"))
    if None in (both, first, theirs):
        # Two of them and the level's prompts would tell the third.
        both = first = theirs = None
    return Compared(pack=other, level=level, both=both, only_first=first, only_other=theirs)


def _days_and_people(name: str, those: Column) -> list[Column]:
    return [F.count_if(those).alias(name), _people_of(f"{name}_people", those)]


def _of_people(row: Row | None, name: str) -> int | None:
    counted: int | None = 0 if row is None else shown(row[name], row[f"{name}_people"])
    return counted
