"""Rows become what would have been said: the core's replay, over people whose rows are all in one place."""

import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc
import vigie
from pyarrow import csv

from ._asked import Pack
from ._people import BESIDE, people

#: What comes out, one text a row: a line of the replay by a pack (`prompt`, `daily`), a `person`, a prompt that was `told`.
SAID: Final = pa.schema(
    [
        ("kind", pa.string()),
        ("pack", pa.int32()),
        ("patient", pa.string()),
        ("place", pa.int64()),
        ("text", pa.string()),
    ]
)
SAID_SQL: Final = "kind string, pack int, patient string, place bigint, text string"

#: Rows that are worked off together, and lines that are handed on together.
_ROWS: Final = 50_000


def watcher(
    packs: Sequence[Pack], daily: bool, require_consent: bool
) -> Callable[[Iterable[pa.RecordBatch]], Iterable[pa.RecordBatch]]:
    """What a worker does with rows that are sorted by patient (byte order), file and place."""

    def watch(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for rows in whole_people(batches, _ROWS):
            found = people(rows, require_consent)
            yield _batch("person", [(one["patient"], json.dumps(one, default=str)) for one in found])
            taken = [one["patient"] for one in found if one["left_out"] is None]
            theirs = rows.filter(pc.is_in(rows["patient"], pa.array(taken, pa.string())))
            told = theirs.filter(pc.equal(theirs["item"], "prompt"))
            yield _batch("told", zip(told["patient"].to_pylist(), told["value"].to_pylist(), strict=True))
            answers = theirs.filter(pc.invert(pc.is_in(theirs["item"], BESIDE)))
            for number, pack in enumerate(packs):
                yield from _replayed(answers, number, pack, daily)

    return watch


def whole_people(batches: Iterable[pa.RecordBatch], at_least: int) -> Iterator[pa.Table]:
    """Tables of at least so many rows that end where a person ends; what is held is that and one person."""
    held: list[pa.RecordBatch] = []
    count = 0
    for batch in batches:
        if batch.num_rows == 0:
            continue
        patients = batch.column("patient")
        begins = pc.index(patients, patients[-1]).as_py()
        if held and begins == 0 and patients[-1] != held[-1].column("patient")[-1]:
            # The person before ended with the batch before.
            if count >= at_least:
                yield pa.Table.from_batches(held)
                held, count = [], 0
        elif begins > 0 and count + begins >= at_least:
            yield pa.Table.from_batches([*held, batch.slice(0, begins)])
            held, count, batch = [], 0, batch.slice(begins)
        held.append(batch)
        count += batch.num_rows
    if held:
        yield pa.Table.from_batches(held)


def _replayed(answers: pa.Table, number: int, pack: Pack, daily: bool) -> Iterator[pa.RecordBatch]:
    """The lines of the core, as they are."""
    table = io.BytesIO()
    csv.write_csv(answers.select(["patient", "date", "item", "value"]), table)
    # The other cores have other people: Spark gives each worker its own.
    done = vigie.replay(table.getvalue(), daily=daily, rules=pack.text, threads=1, sorted=True)
    # As bytes: text has more ends of lines than JSON knows.
    lines = pa.array(done.lines.splitlines(), pa.binary()).cast(pa.string())
    # Ids have no sign that JSON would write otherwise, and a name in quotes inside a text has a `\` before its quotes.
    patients = pc.struct_field(pc.extract_regex(lines, r'^\{"patient":"(?P<id>[^"]*)"'), "id")
    prompts = pc.match_substring(lines, '"items":')
    kinds = pc.if_else(prompts, "prompt", "daily")
    for start in range(0, len(lines), _ROWS):
        part = slice(start, start + _ROWS)
        count = len(lines[part])
        numbers, places = (
            pa.array([number] * count, pa.int32()),
            pa.array(range(start, start + count), pa.int64()),
        )
        columns = [kinds[part], numbers, patients[part], places, lines[part]]
        yield pa.RecordBatch.from_arrays(columns, schema=SAID)


def _batch(kind: str, texts: Any) -> pa.RecordBatch:
    rows = [
        {"kind": kind, "pack": None, "patient": patient, "place": place, "text": text}
        for place, (patient, text) in enumerate(texts)
    ]
    return pa.RecordBatch.from_pylist(rows, SAID)
