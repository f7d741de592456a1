"""The facts of the summary, counted on the cluster; a group of fewer than ten people is never given a number."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from pyspark.sql import Column, DataFrame, Row
from pyspark.sql import functions as F

from ._facts import FEW, LEVELS, Compared, Completeness, Counted, Days, Delay, Level, People, Problem, Rate

#: What adds up to a total that is shown.
Part = TypeVar("Part", Rate, Completeness)

_HOUR = 3_600_000.0
_BINS = 10


def shown(number: Any, people: int) -> Any:
    """A number that is of ten people or more, or of nobody."""
    return number if people == 0 or people >= FEW else None


def not_alone(parts: Sequence[Part]) -> Part | None:
    """The part that has to be hidden as well, when exactly one is: a total minus all the others would tell it."""
    there = [one for one in parts if one["people"]]
    if len([one for one in parts if one["people"] is None]) != 1 or not there:
        return None
    return min(there, key=lambda one: one["people"] or 0)


def of_people(found: DataFrame) -> tuple[People, Days, int]:
    """Who was found, the days of those who are watched, and their rows."""
    watched = F.col("left_out").isNull()
    in_a_file = F.coalesce(F.col("left_out"), F.lit("")) != "unknown-person"
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


def completeness(found: DataFrame) -> list[Completeness]:
    """People by the share of their days that have an entry, in tenths."""
    share = F.col("days") / _span()
    tenth = F.least(F.floor(share * _BINS), F.lit(_BINS - 1)).cast("int")
    there = (
        found.filter(F.col("left_out").isNull() & (F.col("days") > 0)).groupBy(tenth.alias("tenth")).count()
    )
    people = {row["tenth"]: row["count"] for row in there.collect()}
    counts = [people.get(tenth, 0) for tenth in range(_BINS)]
    shares: list[Completeness] = [
        {"from": at / _BINS, "to": (at + 1) / _BINS, "people": shown(count, count)}
        for at, count in enumerate(counts)
    ]
    smallest = not_alone(shares)
    if smallest is not None:
        smallest["people"] = None
    return shares


def _counted(rows: Row, answered: int) -> Counted:
    prompts, people = rows["prompts"], rows["people"]
    return Counted(
        pack=rows["pack"],
        level=rows["level"],
        prompts=shown(prompts, people),
        people=shown(people, people),
        per_100_days=shown(100 * prompts / answered, people) if answered else None,
    )


def _each(prompts: DataFrame, by: list[str]) -> list[Row]:
    counted = prompts.groupBy(*by).agg(
        F.count("*").alias("prompts"), F.count_distinct("patient").alias("people")
    )
    return counted.orderBy(*by).collect()


def rates(prompts: DataFrame, answered: int) -> list[Rate]:
    """Prompts by rules, level, channel and rule."""
    rows = _each(prompts, ["pack", "level", "channel", "rule"])
    found = [Rate(**_counted(row, answered), channel=row["channel"], rule=row["rule"]) for row in rows]
    of_a_level: dict[tuple[str, str], list[Rate]] = {}
    for rate in found:
        of_a_level.setdefault((rate["pack"], rate["level"]), []).append(rate)
    for those in of_a_level.values():
        smallest = not_alone(those)
        if smallest is not None:
            smallest["prompts"] = smallest["people"] = smallest["per_100_days"] = None
    return found


def levels(prompts: DataFrame, answered: int, packs: Iterable[str]) -> list[Counted]:
    """Prompts by rules and level; a level that nobody met has a row as well."""
    there = {
        (row["pack"], row["level"]): _counted(row, answered) for row in _each(prompts, ["pack", "level"])
    }
    none = {"prompts": 0, "people": 0, "per_100_days": 0.0 if answered else None}
    return [
        there.get((pack, level)) or Counted(pack=pack, level=level, **none)  # type: ignore[typeddict-item]
        for pack in packs
        for level in LEVELS
    ]


def delays(told: DataFrame) -> list[Delay]:
    """How long it took until somebody answered, by level."""
    hours = (F.col("reached") - F.col("at")) / _HOUR
    quarters = [
        F.percentile(hours, share).alias(name) for name, share in (("q1", 0.25), ("q2", 0.5), ("q3", 0.75))
    ]
    rows = (
        told.groupBy("level")
        .agg(
            F.count("*").alias("prompts"),
            F.count("reached").alias("reached"),
            F.count_distinct("patient").alias("people"),
            F.count_distinct(F.when(F.col("reached").isNotNull(), F.col("patient"))).alias("reached_people"),
            F.count_if(hours <= 24).alias("soon"),
            *quarters,
        )
        .collect()
    )
    by_level = {row["level"]: row for row in rows}
    return [_delay(by_level[level]) for level in LEVELS if level in by_level]


def _delay(row: Row) -> Delay:
    people, answered = row["people"], row["reached_people"]
    return Delay(
        level=row["level"],
        prompts=shown(row["prompts"], people),
        people=shown(people, people),
        # Ten were asked to call, and one was answered: then these would be the hours of that one.
        reached=shown(row["reached"], answered),
        median_hours=shown(row["q2"], answered),
        quarter_hours=shown(row["q1"], answered),
        three_quarters_hours=shown(row["q3"], answered),
        within_24h=shown(row["soon"] / row["prompts"], min(people, answered)),
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
    return [
        F.count_if(those).alias(name),
        F.count_distinct(F.when(those, F.col("patient"))).alias(f"{name}_people"),
    ]


def _of_people(row: Row | None, name: str) -> int | None:
    counted: int | None = 0 if row is None else shown(row[name], row[f"{name}_people"])
    return counted


def problems(kinds: Iterable[str]) -> list[Problem]:
    """How often each."""
    return [Problem(kind=kind, count=count) for kind, count in sorted(Counter(kinds).items())]
