"""Diary tables of pandas and Arrow as the core reads them, and what comes back as columns. Neither library is needed until used."""

import csv
import datetime
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

#: The columns of a diary table, in the core's words.
DIARY: Final = ("patient", "date", "item", "value")

#: In which form a table comes back.
Form: TypeAlias = Literal["pandas", "arrow", "records"]

Kind: TypeAlias = Literal["text", "day", "flag", "number", "count", "texts"]

#: One row a prompt. What stands in `evidence` of a line has a column of its own, so that it can be filtered and drawn.
PROMPTS: Final[Mapping[str, Kind]] = {
    "patient": "text",
    "date": "day",
    "channel": "text",
    "level": "text",
    "at_once": "flag",
    "items": "texts",
    "rule": "text",
    "score": "number",
    "threshold": "number",
    "evidence_from": "day",
    "evidence_to": "day",
    "evidence_answers": "count",
    "evidence_now": "number",
    "evidence_before": "number",
    "evidence_before_answers": "count",
    "evidence_basis": "text",
    "evidence_cycles": "count",
    "evidence_ticks": "texts",
    "reasons": "texts",
}

#: One row an item and day.
DAILY: Final[Mapping[str, Kind]] = {
    "patient": "text",
    "date": "day",
    "item": "text",
    "score": "number",
    "threshold": "number",
}

#: Rows that are written for the core at a time.
_CHUNK = 50_000


def is_frame(table: object) -> bool:
    """Whether this is a DataFrame of pandas; does not import it."""
    return type(table).__module__.split(".")[0] == "pandas" and hasattr(table, "to_csv")


def is_arrow(table: object) -> bool:
    """Whether this is a Table of Arrow; does not import it."""
    return type(table).__module__.split(".")[0] == "pyarrow" and hasattr(table, "to_batches")


def _chosen(there: Iterable[object], names: Mapping[str, str]) -> list[str]:
    missing = [name for name in names.values() if name not in set(there)]
    if missing:
        raise ValueError(f"the table has no column {', '.join(map(repr, missing))}")
    return list(names.values())


def csv_of_frame(frame: "pd.DataFrame", names: Mapping[str, str]) -> Iterator[bytes]:
    """A DataFrame as the diary table that the core reads, some rows at a time."""
    chosen = frame[_chosen(frame.columns, names)]
    yield (",".join(names) + "\n").encode()
    for start in range(0, len(chosen), _CHUNK):
        part = chosen.iloc[start : start + _CHUNK]
        columns = [_written(part.iloc[:, at]) for at in range(len(names))]
        # Not by `to_csv`: pandas makes `1.0` of the 1 of a sign as soon as one temperature stands in its column.
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(zip(*columns, strict=True))
        yield text.getvalue().encode()


def _written(column: "pd.Series[Any]") -> list[Any]:
    """A column as it is to be written: nothing for what is missing, whole numbers as such, days without a time."""
    values = (column.dt.date if column.dtype.kind == "M" else column).tolist()
    missing = column.isna().tolist()
    return [None if gone else _as_said(one) for one, gone in zip(values, missing, strict=True)]


def _as_said(one: Any) -> Any:
    if isinstance(one, float) and one.is_integer():
        return int(one)
    return one.date() if isinstance(one, datetime.datetime) else one


def csv_of_arrow(table: "pa.Table", names: Mapping[str, str]) -> Iterator[bytes]:
    """A Table of Arrow as the diary table that the core reads, some rows at a time."""
    import pyarrow as pa
    from pyarrow import csv as arrow_csv

    chosen = table.select(_chosen(table.column_names, names)).rename_columns(list(names))
    for at, field in enumerate(chosen.schema):
        column = chosen.column(at)
        if pa.types.is_timestamp(field.type):
            chosen = chosen.set_column(at, field.name, column.cast(pa.date32(), safe=False))
        elif pa.types.is_dictionary(field.type):
            chosen = chosen.set_column(at, field.name, column.cast(field.type.value_type))
    options = arrow_csv.WriteOptions(include_header=False)
    yield (",".join(names) + "\n").encode()
    for batch in chosen.to_batches(max_chunksize=_CHUNK):
        out = io.BytesIO()
        arrow_csv.write_csv(batch, out, options)
        yield out.getvalue()


def _flat(line: dict[str, Any]) -> dict[str, Any]:
    """A prompt without anything in something, but lists of texts."""
    for name, value in line.pop("evidence").items():
        line[f"evidence_{name}"] = value
    basis = line["evidence_basis"]
    line["evidence_cycles"] = None
    if isinstance(basis, dict):
        [(line["evidence_basis"], held)] = basis.items()
        line["evidence_cycles"] = held["cycles"]
    return line


def prompts_of(lines: bytes) -> list[dict[str, Any]]:
    """The prompts among the lines of a replay."""
    read = map(json.loads, lines.splitlines())
    return [_flat(one) for one in read if "item" not in one]


def daily_of(lines: bytes) -> list[dict[str, Any]]:
    """The daily scores among the lines of a replay."""
    read = map(json.loads, lines.splitlines())
    return [one for one in read if "item" in one]


def records_of(rows: list[dict[str, Any]], kinds: Mapping[str, Kind]) -> list[dict[str, Any]]:
    """Rows as dictionaries of Python's own types, in the order of the columns."""
    read = datetime.date.fromisoformat
    return [
        {name: read(row[name]) if kind == "day" else row[name] for name, kind in kinds.items()}
        for row in rows
    ]


def frame_of(rows: Sequence[Mapping[str, Any]], kinds: Mapping[str, Kind]) -> "pd.DataFrame":
    """Rows as a DataFrame; of no rows one with the same columns and types."""
    import pandas as pd

    types = {"text": "str", "flag": "bool", "number": "float64", "count": "Int64"}
    columns: dict[str, Any] = {}
    for name, kind in kinds.items():
        values = [row[name] for row in rows]
        if kind == "day":
            days = pd.to_datetime(pd.Series(values, dtype="str"), format="%Y-%m-%d")
            columns[name] = days.astype("datetime64[us]")
        else:
            columns[name] = pd.Series(values, dtype=types.get(kind, "object"))
    return pd.DataFrame(columns)


def arrow_of(rows: Sequence[Mapping[str, Any]], kinds: Mapping[str, Kind]) -> "pa.Table":
    """Rows as a Table of Arrow."""
    import pyarrow as pa

    read = datetime.date.fromisoformat
    types: dict[Kind, Any] = {
        "text": pa.string(),
        "day": pa.date32(),
        "flag": pa.bool_(),
        "number": pa.float64(),
        "count": pa.int64(),
        "texts": pa.list_(pa.string()),
    }
    columns = [
        pa.array([read(row[name]) if kind == "day" else row[name] for row in rows], types[kind])
        for name, kind in kinds.items()
    ]
    return pa.table(columns, names=list(kinds))
