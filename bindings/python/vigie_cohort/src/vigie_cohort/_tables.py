"""What comes out as tables: prompts, daily scores, people, and everything that was wrong with the data."""

import csv
import io
from collections.abc import Iterable
from typing import Any, Final

import vigie
from pyspark.sql import Column, DataFrame, Row
from pyspark.sql import functions as F

from ._asked import Pack
from ._people import MANY_ROWS
from ._read import REPORT

#: Types of the columns of `vigie.PROMPTS` and `vigie.DAILY`.
_TYPES: Final = {
    "text": "string",
    "day": "date",
    "flag": "boolean",
    "number": "double",
    "count": "bigint",
    "texts": "array<string>",
}
_PERSON: Final = (
    "patient string, shown string, file int, left_out string, consent string, rows bigint, files int, differing bigint, days bigint, "
    "first date, last date"
)
_TOLD: Final = (
    "at struct<utc_millis: bigint, offset_minutes: int>, level string, "
    "outcomes array<struct<at: struct<utc_millis: bigint, offset_minutes: int>, kind: string>>"
)

#: The header of the list of problems.
PROBLEM: Final = ("kind", "file", "line", "patient", "what")


def prompts(said: DataFrame, packs: list[Pack]) -> DataFrame:
    """One row a prompt with the columns of `vigie.PROMPTS`, by which rules (`pack`), and the line as the core said it (`line`)."""
    kinds = vigie.PROMPTS
    within = {
        name.removeprefix("evidence_"): kind for name, kind in kinds.items() if name.startswith("evidence_")
    }
    # What it is compared with is a text, or an object that holds how many cycles were: it is read by itself.
    del within["basis"], within["cycles"]
    evidence = ", ".join(f"`{name}`: {_TYPES[kind]}" for name, kind in within.items())
    plain = [f"`{name}` {_TYPES[kind]}" for name, kind in kinds.items() if not name.startswith("evidence_")]
    schema = ", ".join([*plain, f"evidence struct<{evidence}>"])
    lines = said.filter(F.col("kind") == "prompt").select(
        "pack", "place", F.from_json("text", schema).alias("one"), F.col("text").alias("line")
    )
    basis = F.get_json_object("line", "$.evidence.basis")
    cycles = F.regexp_extract(basis, r'"cycles":(\d+)', 1)
    made = {
        "evidence_basis": F.when(
            basis.startswith("{"), F.regexp_extract(basis, r'^\{"([^"]+)"', 1)
        ).otherwise(basis),
        "evidence_cycles": F.when(cycles != "", cycles.cast("bigint")),
    }
    columns = [
        made[name].alias(name)
        if name in made
        else F.col(f"one.{name.replace('evidence_', 'evidence.')}").alias(name)
        for name in kinds
    ]
    return lines.select(_label(packs), *columns, "place", "line")


def daily(said: DataFrame, packs: list[Pack]) -> DataFrame:
    """One row an item and day with the columns of `vigie.DAILY`, and by which rules (`pack`)."""
    schema = ", ".join(f"`{name}` {_TYPES[kind]}" for name, kind in vigie.DAILY.items())
    lines = said.filter(F.col("kind") == "daily").select(
        "pack", "place", F.from_json("text", schema).alias("one")
    )
    return lines.select(_label(packs), *[F.col(f"one.{name}").alias(name) for name in vigie.DAILY], "place")


def _label(packs: list[Pack]) -> Any:
    labels = F.array(*[F.lit(pack.label) for pack in packs])
    return labels[F.col("pack")].alias("pack")


def people(said: DataFrame) -> DataFrame:
    """One row a person: rows, files, days with an entry, the first and the last of them, consent, and why they are left out."""
    records = said.filter(F.col("kind") == "person")
    return records.select(F.from_json("text", _PERSON).alias("one")).select("one.*")


def told(said: DataFrame) -> DataFrame:
    """The prompts that the journals really told, each once: level, when, and when somebody was reached, in milliseconds."""
    rows = said.filter(F.col("kind") == "told")
    read = rows.select("patient", F.from_json("text", _TOLD).alias("one"))
    moments = F.array_union(F.array("one.at"), F.transform("one.outcomes", lambda outcome: outcome["at"]))
    answered = F.filter("one.outcomes", lambda outcome: outcome["kind"] == "reached")
    return (
        read.select(
            "patient",
            F.col("one.level").alias("level"),
            F.col("one.at.utc_millis").alias("at"),
            F.array_min(F.transform(answered, lambda outcome: outcome["at"]["utc_millis"])).alias("reached"),
            F.transform(moments, lambda moment: moment["offset_minutes"]).alias("offsets"),
        )
        # The same prompt in two exports: the later one knows more of what came of it.
        # FHIR knows whole seconds.
        .groupBy("patient", "level", F.floor(F.col("at") / 1000).alias("second"))
        .agg(
            F.min("at").alias("at"),
            F.min("reached").alias("reached"),
            F.array_distinct(F.flatten(F.collect_list("offsets"))).alias("offsets"),
        )
    )


def reports(rows: DataFrame) -> list[Row]:
    """How the reading of each file went: one row a file, as many as there are files."""
    of_files = rows.filter(F.col("patient").isNull() & (F.col("item") == REPORT))
    schema = (
        "rows bigint, written bigint, corrupt string, identifying array<string>, bad_count bigint, "
        "bad array<struct<line: bigint, fr: string, en: string>>"
    )
    return (
        of_files.select("file", F.from_json("value", schema).alias("report"))
        .select("file", "report.*")
        .collect()
    )


def problems_of_people(found: DataFrame, moments: DataFrame) -> DataFrame:
    """A row for everything that is to be known of a person: why they are left out, or what to look at.

    Somebody whose id is no pseudonym is told by a file that they are in.
    """
    unknown = found.filter(F.col("left_out") == "unknown-person")
    zones = moments.groupBy("patient").agg(
        F.array_sort(F.array_distinct(F.flatten(F.collect_list("offsets")))).alias("zones")
    )
    # Summer time moves a clock by an hour; more is another place.
    apart = zones.filter(F.array_max("zones") - F.array_min("zones") > 60).withColumn(
        "shown", F.col("patient")
    )
    offsets = F.array_join(F.transform("zones", lambda zone: zone.cast("string")), " ")
    nowhere = F.lit(None).cast("int")
    return (
        _noted(found.filter(F.col("left_out") == "bad-id"), "bad-id", F.col("file"), F.col("rows"))
        .union(_noted(unknown, "unknown-person", nowhere, F.lit("")))
        .union(_noted(found.filter(F.col("files") > 1), "duplicate", nowhere, F.col("differing")))
        .union(_noted(found.filter(F.col("rows") > MANY_ROWS), "many-rows", nowhere, F.col("rows")))
        .union(_noted(apart, "time-zones", nowhere, offsets))
        .orderBy("kind", "file", "shown")
    )


def _noted(people: DataFrame, kind: str, file: Column, what: Column) -> DataFrame:
    return people.select(
        F.lit(kind).alias("kind"), file.alias("file"), "shown", what.cast("string").alias("what")
    )


def as_csv(rows: Iterable[tuple[object, ...]]) -> bytes:
    """Problems as a table with a header; no spreadsheet runs what stands in it."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\n")
    write.writerow(PROBLEM)
    for row in rows:
        cells = [str(cell) for cell in row]
        write.writerow([f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell for cell in cells])
    return out.getvalue().encode()
