"""Files become rows: each is read by the core, and what of it could not be read is told in a row of its own."""

import json
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

import pyarrow as pa
import vigie
from pyarrow import csv
from vigie import CohortReport, JournalError

from ._files import File, columns, opened, tells_who

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

#: Bad rows of a file that are listed one by one; all are counted.
LISTED: Final = 1000

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
            yield from _rows(File(**one), report)
            row = {"file": one["file"], "place": -1, "item": REPORT, "value": json.dumps(report)}
            yield pa.RecordBatch.from_pylist([row], ROWS)


def _rows(file: File, report: dict[str, Any]) -> Iterator[pa.RecordBatch]:
    """A file's rows as they are read, whatever its size; then what there is to say of it stands in `report`."""
    taken, given = os.pipe()
    with ThreadPoolExecutor(1) as beside:
        failure: BaseException | None = None
        done = beside.submit(_read, file.path, given)
        place = 0
        try:
            # Closed whatever happens: who writes into it must not wait for ever.
            with open(taken, "rb") as rows:
                for batch in csv.open_csv(rows, _BLOCK, _QUOTED, _AS_TEXT):
                    yield _placed(batch, file, place)
                    place += batch.num_rows
        except pa.ArrowInvalid as error:
            # There are no rows at all, and the core says why. If it does not, the file is not used: what Arrow says may hold a row.
            failure = error
    failure = done.exception() or failure
    report.update(_told(file.path, failure, None if failure else done.result()))


def _read(path: str, given: int) -> CohortReport:
    with open(given, "wb", buffering=0) as sink, opened(path) as source:
        return vigie.cohort_rows(source, sink)


def _placed(batch: pa.RecordBatch, file: File, place: int) -> pa.RecordBatch:
    """With the file and the place, and with a name for who has none."""
    count = batch.num_rows
    patients = batch.column("patient")
    if ME in patients.unique().to_pylist():
        named = [file.own if one == ME else one for one in patients.to_pylist()]
        patients = pa.array(named, pa.string())
    numbers = pa.array([file.file] * count, pa.int32())
    places = pa.array(range(place, place + count), pa.int64())
    others = [batch.column(column) for column in ("date", "item", "value")]
    return pa.RecordBatch.from_arrays([numbers, places, patients, *others], schema=ROWS)


def _told(path: str, failure: BaseException | None, read: CohortReport | None) -> dict[str, Any]:
    """What there is to say of a file, as the list of problems has it."""
    if read is None:
        if isinstance(failure, JournalError.Table):
            return _no_table(path, failure)
        return {"rows": 0, "corrupt": failure.__class__.__name__}
    told: dict[str, Any] = {"rows": read.rows, "written": read.written}
    if read.bad:
        told["bad_count"] = len(read.bad)
        told["bad"] = [{"line": row.line, "fr": row.said.fr, "en": row.said.en} for row in read.bad[:LISTED]]
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
