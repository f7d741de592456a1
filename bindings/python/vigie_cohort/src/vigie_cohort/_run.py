"""A run from its files to its summary."""

import csv
import dataclasses
import datetime
import json
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import metadata
from typing import Any

import vigie
from pyspark import StorageLevel
from pyspark.sql import DataFrame, Row, SparkSession
from pyspark.sql import functions as F

from . import _measure, _tables
from ._asked import Asked, Pack, Refused, packs
from ._facts import Facts
from ._files import File, empty_folder, for_spark, listed, own_id, written
from ._files import rows as rows_of
from ._people import REFUSED, REGISTER, is_pseudonym
from ._read import REPORT, ROWS_SQL, read_files
from ._watch import SAID_SQL, watcher

#: Files that one task reads, at least, when there are many small ones.
_FILES_A_TASK = 16

#: Rows that one task watches, about.
_ROWS_A_TASK = 200_000

#: Hears what is being done, and the number in it.
Hearer = Callable[[str, int], None]


@dataclasses.dataclass(frozen=True)
class Ready:
    """What was asked, looked at before Spark is started: it can be done as far as anybody can tell."""

    asked: Asked
    #: The rules with the name and the version that they give themselves.
    rules: list[tuple[Pack, tuple[str, int]]]
    files: list[File]
    #: Who is in the register, and whether they consent.
    register: list[tuple[str, str]]


def ready(asked: Asked) -> Ready:
    """Looks at what is asked and makes the folder of the results.

    Fails with `Refused`; nothing is written then.
    """
    rules = [(pack, _spoken(pack)) for pack in packs(asked)]
    files = listed(asked.inputs)
    register = _register(asked.register) if asked.register else []
    empty_folder(asked.out)
    return Ready(asked, rules, files, register)


def run(asked: Asked | Ready, spark: SparkSession, hear: Hearer = lambda step, number: None) -> Facts:
    """Does all of it and gives the facts of the summary, which stand in the folder of the results too.

    Fails with `Refused` before anything is written.
    """
    plan = ready(asked) if isinstance(asked, Asked) else asked
    hear("reading", len(plan.files))
    rows = _rows(spark, plan.files).persist(StorageLevel.DISK_ONLY)
    reports = _tables.reports(rows)
    refused = [row["file"] for row in reports if row["corrupt"] is not None or row["identifying"] is not None]
    count = sum(row["written"] or 0 for row in reports if row["file"] not in set(refused))
    hear("watching", count)
    parts = max(spark.sparkContext.defaultParallelism, count // _ROWS_A_TASK)
    spark.conf.set("spark.sql.shuffle.partitions", str(parts))
    taken = _with_register(spark, _without(spark, rows, refused), plan.register)
    said = _said(taken, plan, parts).persist(StorageLevel.DISK_ONLY)
    try:
        return _written(plan, reports, said, hear)
    finally:
        said.unpersist()
        rows.unpersist()


def _spoken(pack: Pack) -> tuple[str, int]:
    """The name and the version of a pack, which the core tells when it replays by it."""
    try:
        done = vigie.replay(b"patient,date,item,value\n", rules=pack.text)
    except vigie.JournalError as failure:
        raise Refused(
            "bad-pack", name=pack.label, why=(failure.sentence("fr"), failure.sentence("en"))
        ) from None
    return done.pack, done.pack_version


def _register(path: str) -> list[tuple[str, str]]:
    """Who is in the register, and whether they consent."""
    try:
        header, *lines = rows_of(path) or [[]]
    except (OSError, csv.Error):
        raise Refused("no-input", name=path) from None
    if header != ["patient", "consent"]:
        raise Refused("register-header", name=path)
    found: list[tuple[str, str]] = []
    for number, fields in enumerate(lines, 2):
        match fields:
            case []:
                continue
            case [patient, "given" | "withdrawn" as consent] if patient:
                found.append((patient, consent))
            case _:
                raise Refused("register-line", name=path, line=str(number))
    return found


def _rows(spark: SparkSession, files: list[File]) -> DataFrame:
    tasks = max(
        1, min(len(files), max(spark.sparkContext.defaultParallelism * 4, len(files) // _FILES_A_TASK))
    )
    given = spark.sparkContext.parallelize([tuple(file) for file in files], tasks)
    return spark.createDataFrame(given, "file int, path string, name string, own string").mapInArrow(
        read_files, ROWS_SQL
    )


def _without(spark: SparkSession, rows: DataFrame, refused: list[int]) -> DataFrame:
    """Without what stands in these files, but for a withdrawal: that counts wherever it stands."""
    answers = rows.filter(F.col("item") != REPORT)
    if not refused:
        return answers
    those = F.broadcast(spark.createDataFrame([(file,) for file in refused], "file int"))
    kept = answers.join(those, "file", "left_anti").select(*rows.columns)
    withdrawn = answers.filter((F.col("item") == "consent") & (F.col("value") == "withdrawn"))
    return kept.unionByName(withdrawn.join(those, "file", "left_semi").withColumn("file", F.lit(REFUSED)))


def _with_register(spark: SparkSession, rows: DataFrame, register: list[tuple[str, str]]) -> DataFrame:
    """The register as rows of consent, from no file: so it meets its people where they are watched."""
    if not register:
        return rows
    known = spark.createDataFrame(register, "patient string, value string")
    as_rows = known.select(
        F.lit(REGISTER).alias("file"),
        F.lit(0).cast("bigint").alias("place"),
        "patient",
        F.lit(None).cast("date").alias("date"),
        F.lit("consent").alias("item"),
        "value",
    )
    return rows.unionByName(as_rows)


def _said(rows: DataFrame, plan: Ready, parts: int) -> DataFrame:
    daily = plan.asked.daily or plan.asked.lines
    watch = watcher([pack for pack, _ in plan.rules], daily, plan.asked.require_consent)
    # Byte order, as the core has it; what one file said stands together and in its order.
    together = rows.repartition(parts, "patient").sortWithinPartitions("patient", "file", "place")
    return together.mapInArrow(watch, SAID_SQL)


def _written(plan: Ready, reports: list[Row], said: DataFrame, hear: Hearer) -> Facts:
    # Not above: workers read this module, and nobody draws there.
    from . import _summary

    asked, rules, out = plan.asked, plan.rules, for_spark(plan.asked.out)
    labels = [pack for pack, _ in rules]
    found, told = _tables.people(said), _tables.told(said)
    prompts = _tables.prompts(said, labels)
    prompts.write.parquet(f"{out}/prompts.parquet")
    hear("writing", 0)
    # Who is not shown by a pseudonym is in no table.
    shown = found.filter(F.col("shown") != "").drop("shown", "file")
    shown.orderBy("patient").write.parquet(f"{out}/people.parquet")
    if asked.daily:
        _tables.daily(said, labels).write.parquet(f"{out}/daily.parquet")
    if asked.lines:
        _lines(said, labels, out)
    problems = [
        *_problems_of_files(plan.files, reports, asked.lang),
        *_problems_of_people(plan.files, found, told),
    ]
    written(asked.out, "problems.csv", _tables.as_csv(problems))
    kinds = Counter(str(one[0]) for one in problems)
    if kinds["bad-row"]:
        kinds["bad-row"] = _bad(reports)
    facts = _facts(rules, reports, prompts, found, told, kinds)
    for name, data in _summary.pages(facts, asked.lang).items():
        written(asked.out, name, data)
    # Last: where it stands, the run is whole.
    written(asked.out, "summary.json", json.dumps(facts, ensure_ascii=False, indent=1).encode())
    return facts


def _bad(reports: list[Row]) -> int:
    return sum(row["bad_count"] or 0 for row in reports)


def _lines(said: DataFrame, rules: list[Pack], out: str) -> None:
    """What `vigie replay` says of the same rows: the parts, one after the other by their names, are its output to the byte."""
    for number, pack in enumerate(rules):
        lines = said.filter((F.col("pack") == number) & F.col("kind").isin("prompt", "daily"))
        lines.orderBy("patient", "place").select("text").write.text(f"{out}/lines/{pack.label}")


def _names(files: list[File]) -> dict[int, str]:
    """What a file is called in the results: by its number, when its name tells who somebody is."""
    return {one.file: one.name if is_pseudonym(own_id(one.name)) else f"#{one.file + 1}" for one in files}


def _problems_of_files(files: list[File], reports: list[Row], lang: str) -> Iterator[tuple[object, ...]]:
    names = _names(files)
    for row in sorted(reports, key=lambda row: row["file"]):
        name = names[row["file"]]
        if row["identifying"] is not None:
            yield "direct-identifier", name, "", "", " ".join(row["identifying"])
            continue
        if row["corrupt"] is not None:
            yield "corrupt", name, "", "", row["corrupt"]
            continue
        for bad in row["bad"] or []:
            yield "bad-row", name, bad["line"], "", bad[lang]
        more = (row["bad_count"] or 0) - len(row["bad"] or [])
        if more:
            yield "bad-row", name, "", "", f"… {more}"
        if row["rows"] == 0 and not row["bad"]:
            yield "empty", name, "", "", ""


def _problems_of_people(files: list[File], found: DataFrame, told: DataFrame) -> Iterator[tuple[object, ...]]:
    names = _names(files)
    for row in _tables.problems_of_people(found, told).toLocalIterator():
        yield row["kind"], names.get(row["file"], ""), "", row["shown"], row["what"]


def _facts(
    rules: list[tuple[Pack, tuple[str, int]]],
    reports: list[Row],
    prompts: DataFrame,
    found: DataFrame,
    told: DataFrame,
    problems: Counter[str],
) -> Facts:
    people, days, watched = _measure.of_people(found)
    answered = days["answered"] or 0
    labels = [pack.label for pack, _ in rules]
    read: Any = {
        "read": sum(row["rows"] for row in reports) + _bad(reports),
        "bad": _bad(reports),
        "watched": watched,
    }
    return {
        "made_on": datetime.date.today().isoformat(),
        "vigie": metadata.version("vigie"),
        "spark": metadata.version("pyspark"),
        "packs": [{"label": pack.label, "name": name, "version": version} for pack, (name, version) in rules],
        "people": people,
        "rows": read,
        "days": _measure.days_shown(days, people["watched"]),
        "rates": _measure.rates(prompts, answered),
        "levels": _measure.levels(prompts, answered, labels),
        "completeness": _measure.completeness(found),
        "delays": _measure.delays(told),
        "compared": _measure.compared(prompts, labels),
        "problems": [{"kind": kind, "count": count} for kind, count in sorted(problems.items())],
    }
