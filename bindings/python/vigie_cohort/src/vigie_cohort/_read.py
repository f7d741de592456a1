"""Files become rows: each is read by the core, and what of it could not be read is told in a row of its own."""

import json
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import PurePosixPath
from typing import Any, Final

import pyarrow as pa
import vigie
from pyarrow import csv
from vigie import CohortReport, JournalError

from ._files import columns, opened, tells_who

#: What is read: a row of the cohort with the file and the place it had there; or, without a patient, the report of a file.
ROWS: Final = pa.schema(
    [
        ("file", pa.int32()),
        ("place", pa.int64()),
        ("patient", pa.string()),
        ("date", pa.date32()),
        ("item", pa.string()),
        ("value", pa.string()),
    ]
)
ROWS_SQL: Final = "file int, place bigint, patient string, date date, item string, value string"

#: The item of the row that tells how the reading of a file went.
REPORT: Final = "report"

#: The id of the person in a journal's own export, when nobody gave them another.
ME: Final = "me"

_TABLE: Final = {name: ROWS.field(name).type for name in ("patient", "date", "item", "value")}
_AS_TEXT: Final = csv.ConvertOptions(column_types=_TABLE, strings_can_be_null=False, null_values=[])
_QUOTED: Final = csv.ParseOptions(newlines_in_values=True)
_BLOCK: Final = csv.ReadOptions(block_size=1 << 20)


def read_files(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The rows of the files of these batches (`file`, `path`, `name`)."""
    for batch in batches:
        for one in batch.to_pylist():
            report: dict[str, Any] = {}
            yield from _rows(one["file"], one["path"], one["name"], report)
            row = {"file": one["file"], "place": -1, "item": REPORT, "value": json.dumps(report)}
            yield pa.RecordBatch.from_pylist([row], ROWS)


def _rows(file: int, path: str, name: str, report: dict[str, Any]) -> Iterator[pa.RecordBatch]:
    """A file's rows as they are read, whatever its size; then what there is to say of it stands in `report`."""
    taken, given = os.pipe()
    with ThreadPoolExecutor(1) as beside:
        done = beside.submit(_read, path, given)
        place = 0
        try:
            # Closed whatever happens: who writes into it must not wait for ever.
            with open(taken, "rb") as rows:
                for batch in csv.open_csv(rows, _BLOCK, _QUOTED, _AS_TEXT):
                    yield _placed(batch, file, place, name)
                    place += batch.num_rows
        except pa.ArrowInvalid:
            # There are no rows at all: the core says why.
            if done.exception() is None:
                raise
    report.update(_told(path, done.exception(), None if done.exception() else done.result()))


def _read(path: str, given: int) -> CohortReport:
    with open(given, "wb", buffering=0) as sink, opened(path) as source:
        return vigie.cohort_rows(source, sink)


def _placed(batch: pa.RecordBatch, file: int, place: int, name: str) -> pa.RecordBatch:
    """With the file and the place, and with a name for who has none."""
    count = batch.num_rows
    patients = batch.column("patient")
    if ME in patients.unique().to_pylist():
        whose = own_name(name)
        patients = pa.array([whose if one == ME else one for one in patients.to_pylist()], pa.string())
    numbers = pa.array([file] * count, pa.int32())
    places = pa.array(range(place, place + count), pa.int64())
    others = [batch.column(column) for column in ("date", "item", "value")]
    return pa.RecordBatch.from_arrays([numbers, places, patients, *others], schema=ROWS)


def own_name(name: str) -> str:
    """The id of a person whose export gives them none: the name of its file below the folder that was asked for, without endings.

    Two files are never one person that way: whoever exported twice has the rows of the first in the second.
    """
    path = PurePosixPath(name)
    return ".".join([*path.parts[:-1], path.name.split(".", 1)[0]])


def _told(path: str, failure: BaseException | None, read: CohortReport | None) -> dict[str, Any]:
    """What there is to say of a file, as the list of problems has it."""
    if read is None:
        if isinstance(failure, JournalError.Table):
            return _no_table(path, failure)
        return {"rows": 0, "corrupt": failure.__class__.__name__}
    told: dict[str, Any] = {"rows": read.rows, "written": read.written}
    if read.bad:
        told["bad"] = [{"line": row.line, "fr": row.said.fr, "en": row.said.en} for row in read.bad]
    if read.identifying:
        told["identifying"] = list(read.identifying)
    return told


def _no_table(path: str, failure: JournalError.Table) -> dict[str, Any]:
    """A file that is refused from its first line on: because it tells who somebody is, or because it is no diary table."""
    try:
        direct = [column for column in columns(path) if tells_who(column)]
    except OSError:
        direct = []
    if direct:
        return {"rows": 0, "identifying": direct}
    return {"rows": 0, "corrupt": failure.sentence("en")}
