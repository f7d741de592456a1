"""Diary tables (`patient,date,item,value`): what would have been said of them, and one person's report."""

import io
import os
import secrets
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import (
    TYPE_CHECKING,
    Any,
    Generic,
    Literal,
    TypeAlias,
    TypedDict,
    TypeVar,
    Unpack,
    overload,
)

from . import _frames
from ._core import vigie as _core
from ._core.vigie import CohortReport, Format, GuessCost, JournalClock, Lang, NewKey, ReplayOptions, Row
from ._errors import language
from ._frames import Form
from ._journal import Journal
from ._streams import Sink, Source, reading, writing

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

    Table: TypeAlias = Source | pd.DataFrame | pa.Table

T = TypeVar("T")
Records: TypeAlias = list[dict[str, Any]]


@dataclass(frozen=True)
class Replay(Generic[T]):
    """What would have been said of a table."""

    #: Rows read.
    rows: int
    #: People.
    patients: int
    #: Rows left out, when `skip_bad` was asked for.
    bad: list[Row]
    #: The name of the rules that spoke.
    pack: str
    #: Their version.
    pack_version: int
    #: What would have been said as JSON Lines, byte for byte those of the command `vigie replay`.
    lines: bytes
    #: The form of `prompts` and `daily`.
    form: Form

    @cached_property
    def prompts(self) -> T:
        """A row a prompt."""
        return self._made(_frames.prompts_of(self.lines), _frames.PROMPTS)

    @cached_property
    def daily(self) -> T:
        """A row an item and day with the detector's score, when `daily` was asked for; otherwise without rows."""
        return self._made(_frames.daily_of(self.lines), _frames.DAILY)

    def _made(self, rows: Records, kinds: Mapping[str, _frames.Kind]) -> T:
        made: T = _MAKE[self.form](rows, kinds)
        return made


class _Chunks:
    """Text that is made while it is read, as a file."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self.chunks = chunks
        self.held = b""
        self.at = 0

    def read(self, at_most: int, /) -> bytes:
        """The next bytes."""
        while self.at == len(self.held):
            self.held, self.at = next(self.chunks, b""), 0
            if not self.held:
                return b""
        read = self.held[self.at : self.at + at_most]
        self.at += len(read)
        return read


def _source(table: "Table", names: Mapping[str, str]) -> Source:
    if _frames.is_frame(table):
        return _Chunks(_frames.csv_of_frame(table, names))  # type: ignore[arg-type]
    if _frames.is_arrow(table):
        return _Chunks(_frames.csv_of_arrow(table, names))  # type: ignore[arg-type]
    if tuple(names.values()) != _frames.DIARY:
        raise ValueError("columns of other names are found in a DataFrame or a Table, not in a file")
    return table  # type: ignore[return-value]


def _form(table: object, to: Form | None) -> Form:
    if to is not None and to not in _MAKE:
        raise ValueError(f"'{to}' is no form of a table: {', '.join(_MAKE)}")
    if to is not None:
        return to
    if _frames.is_frame(table):
        return "pandas"
    return "arrow" if _frames.is_arrow(table) else "records"


_MAKE: dict[Form, Any] = {
    "pandas": _frames.frame_of,
    "arrow": _frames.arrow_of,
    "records": _frames.records_of,
}


class _Asked(TypedDict, total=False):
    """What can be asked of `replay` beside the form, for its types."""

    patient: str
    date: str
    item: str
    value: str
    daily: bool
    every_prompt: bool
    rules: str | None
    threads: int | None
    skip_bad: bool
    sorted: bool


@overload
def replay(table: "pd.DataFrame", *, to: None = None, **asked: Unpack[_Asked]) -> "Replay[pd.DataFrame]": ...
@overload
def replay(table: "pa.Table", *, to: None = None, **asked: Unpack[_Asked]) -> "Replay[pa.Table]": ...
@overload
def replay(table: Source, *, to: None = None, **asked: Unpack[_Asked]) -> "Replay[Records]": ...
@overload
def replay(table: "Table", *, to: Literal["pandas"], **asked: Unpack[_Asked]) -> "Replay[pd.DataFrame]": ...
@overload
def replay(table: "Table", *, to: Literal["arrow"], **asked: Unpack[_Asked]) -> "Replay[pa.Table]": ...
@overload
def replay(table: "Table", *, to: Literal["records"], **asked: Unpack[_Asked]) -> "Replay[Records]": ...
def replay(
    table: "Table",
    *,
    to: Form | None = None,
    patient: str = "patient",
    date: str = "date",
    item: str = "item",
    value: str = "value",
    daily: bool = False,
    every_prompt: bool = False,
    rules: str | None = None,
    threads: int | None = None,
    skip_bad: bool = False,
    sorted: bool = False,
) -> "Replay[Any]":
    """What would have been said of a diary table, day by day.

    The table is a path, an open file, bytes, a DataFrame of pandas or a Table of Arrow. A DataFrame gives DataFrames back, a Table
    Tables, anything else lists of dictionaries; `to` asks for another form. `patient`, `date`, `item` and `value` name the columns
    of a DataFrame or a Table that has other names for them; its other columns are passed over.

    `every_prompt` tells every trend prompt instead of at most one a week. `rules` is the text of a rule pack. The rows come out in
    the order of the patients' ids (byte order), whatever the order of the table and the number of threads.

    Fails with `JournalError.Table` that names the line (the header is line 1), `NotSorted`, `Rules`.
    """
    form = _form(table, to)
    names = dict(zip(_frames.DIARY, (patient, date, item, value), strict=True))
    options = ReplayOptions(
        daily=daily,
        every_prompt=every_prompt,
        rules=rules,
        threads=threads,
        skip_bad=skip_bad,
        sorted=sorted,
    )
    out = io.BytesIO()
    with reading(_source(table, names)) as source, writing(out) as sink:
        report = _core.replay(source, options, sink)
    return Replay(
        rows=report.rows,
        patients=report.patients,
        bad=report.bad,
        pack=report.pack,
        pack_version=report.pack_version,
        lines=out.getvalue(),
        form=form,
    )


def cohort_rows(source: Source, sink: Sink) -> CohortReport:
    """Reads an exported diary table or FHIR (a document, a resource, or NDJSON) and writes the rows that a cohort needs.

    What comes out is a table `patient,date,item,value` of what the watch reads, without anybody's words, and the items `prompt` (what
    the journal told, and what came of it, in JSON) and `consent` (`given` or `withdrawn`). A replay of the others says what a replay of
    the file says. When `identifying` of the report is not empty, nothing of the file is to be used: it tells who somebody is.

    Fails with `JournalError.Table` when the header is not the one. A bad row is no error: it is in the report.
    """
    with reading(source) as read, writing(sink) as written:
        return _core.cohort_rows(read, written)


class _Standing(JournalClock):
    """A clock that is set."""

    def __init__(self) -> None:
        self.moment = datetime.now().astimezone()

    def now(self) -> datetime:
        """The moment it was set to."""
        return self.moment


def report(
    table: "Table",
    patient: str | None = None,
    lang: Lang | str = "fr",
    format: Format | Literal["pdf", "fhir", "csv", "spreadsheet"] = "pdf",
    *,
    columns: Mapping[str, str] | None = None,
) -> bytes:
    """The consultation report of one person of a diary table, as it would have been made at noon of the last day of their rows.

    `patient` picks one of several. `columns` says which column of a DataFrame or a Table is which: `{"patient": "subject_id"}`.

    The rows are read into a journal of its own in a private temporary folder, which is removed before this returns. Its passphrase is
    random and known to nobody, so guesses at it need not be made expensive: it has the weak cost for tests, for it lives for seconds.

    Fails with `JournalError.SeveralPeople` when there are several and none was picked, `NobodyOfThatName`, `Table`.
    """
    chosen = format if isinstance(format, Format) else _format(format)
    words = language(lang)
    unknown = set(columns or {}) - set(_frames.DIARY)
    if unknown:
        raise ValueError(f"a diary table has no column {', '.join(sorted(unknown))}")
    names = {name: (columns or {}).get(name, name) for name in _frames.DIARY}
    out = io.BytesIO()
    clock = _Standing()
    with tempfile.TemporaryDirectory(prefix="vigie-") as folder:
        key = NewKey.PASSPHRASE(secrets.token_urlsafe(32), GuessCost.WEAK_FOR_TESTS)
        place = os.path.join(folder, "journal")
        with Journal.create(place, key, clock=clock) as journal:
            brought = journal.import_table(_source(table, names), patient)
            if brought.last is not None:
                noon = datetime(brought.last.year, brought.last.month, brought.last.day, 12)
                clock.moment = noon.astimezone()
            journal.export(journal.usual_choice(words), chosen, out)
    return out.getvalue()


def _format(name: str) -> Format:
    try:
        return Format[name.upper()]
    except KeyError:
        raise ValueError(f"'{name}' is no format of a report: pdf, fhir, csv, spreadsheet") from None
