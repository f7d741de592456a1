"""Tables of pandas and Arrow: the lines are those of the command, byte for byte, and the columns hold what the lines say."""

import datetime
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest
from pyarrow import csv

import vigie
from vigie import JournalError, Lang

#: The command, when who runs the tests has built it.
COMMAND = os.environ.get("VIGIE_COMMAND")
START = datetime.date(2026, 3, 2)


def diary(people: int, days: int) -> bytes:
    """Made-up people with all kinds of rows, none of them in order."""
    rows = ["patient,date,item,value"]
    for number in range(people):
        for after in range(days):
            day = START + datetime.timedelta(days=after)
            worse = max(0, after - days * 2 // 3) if number % 3 == 0 else 0
            rows.append(f"p{number},{day},fatigue,{min(10, 2 + (number + after) % 2 + worse)}")
            rows.append(f"p{number},{day},pain:hip-left,{(number * 7 + after * 3) % 4}")
            if (number + after) % 11 == 0:
                rows.append(f"p{number},{day},temperature,{36.5 + (number + after) % 5 * 0.5}")
            if (number + after) % 13 == 0:
                rows.append(f"p{number},{day},nausea,skipped")
            if after % 14 == 0:
                rows.append(f"p{number},{day},administration,FOLFOX")
            if (number + after) % 37 == 5:
                rows.append(f"p{number},{day},tick:shivering,yes")
            if after == 5:
                rows.append(f'p{number},{day},note,"Fatigué, mais ""ça va"""')
    head, *rest = rows
    return ("\n".join([head, *rest[::2], *rest[1::2]]) + "\n").encode()


TABLE = diary(12, 60)
FEW = b"patient,date,item,value\np,2026-11-23,temperature,38.6\np,2026-11-23,weight,71\n"


def frame(table: bytes, **how: Any) -> pd.DataFrame:
    read: pd.DataFrame = pd.read_csv(io.BytesIO(table), **how)
    return read


def with_days(table: bytes) -> pd.DataFrame:
    read = frame(table)
    read["date"] = pd.to_datetime(read["date"])
    read["patient"] = read["patient"].astype("category")
    return read


def as_objects(table: bytes) -> pd.DataFrame:
    read = frame(table, dtype=object)
    read["date"] = [datetime.date.fromisoformat(day) for day in read["date"]]
    return read


def with_dictionary(table: bytes) -> pa.Table:
    read = pa.table(csv.read_csv(io.BytesIO(table)))
    return read.set_column(0, "patient", read.column("patient").dictionary_encode())


FORMS: dict[str, Callable[[bytes], Any]] = {
    "bytes": bytes,
    "file": io.BytesIO,
    "pandas": frame,
    "pandas, text": lambda table: frame(table, dtype=str),
    "pandas, days and categories": with_days,
    "pandas, objects": as_objects,
    "pandas, Arrow": lambda table: frame(table, dtype_backend="pyarrow"),
    "arrow": lambda table: csv.read_csv(io.BytesIO(table)),
    "arrow, dictionary": with_dictionary,
    "arrow, moments": lambda table: pa.Table.from_pandas(with_days(table)),
}


@pytest.fixture(scope="session")
def command() -> Callable[..., bytes]:
    if COMMAND is None:
        pytest.skip("VIGIE_COMMAND does not name the command")

    def run(table: bytes, *options: str) -> bytes:
        asked = [str(COMMAND), "replay", "-", *options]
        return subprocess.run(asked, input=table, capture_output=True, check=True).stdout

    return run


WAYS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "prompts": ({}, []),
    "daily": ({"daily": True}, ["--daily"]),
    "every prompt": ({"every_prompt": True}, ["--prompts", "raw"]),
    "one thread": ({"daily": True, "threads": 1}, ["--daily", "--threads", "2"]),
}


@pytest.mark.parametrize("way", list(WAYS))
@pytest.mark.parametrize("form", list(FORMS))
def test_the_lines_are_those_of_the_command(form: str, way: str, command: Callable[..., bytes]) -> None:
    asked, options = WAYS[way]
    lines = command(TABLE, *options)
    assert len(lines) > 10_000
    done = vigie.replay(FORMS[form](TABLE), **asked)
    assert done.lines == lines
    assert (done.rows, done.patients) == (TABLE.count(b"\n") - 1, 12)


@pytest.mark.parametrize("form", [form for form in FORMS if form.startswith(("pandas", "arrow"))])
def test_a_column_that_became_numbers_says_the_same(form: str) -> None:
    # A single temperature makes pandas hold the whole numbers of the column as 71.0.
    done = vigie.replay(FORMS[form](FEW), to="records")
    [prompt] = done.prompts
    assert (prompt["rule"], prompt["evidence_now"]) == ("fever", 38.6)


def test_a_sign_that_became_a_number_is_read() -> None:
    table = b"patient,date,item,value\n1,2026-11-23,tick:shivering,1\n1,2026-11-23,temperature,38.6\n"
    done = vigie.replay(frame(table))
    assert list(done.prompts["items"]) == [["temperature", "tick:shivering"]]
    assert list(done.prompts["patient"]) == ["1"]


def test_the_columns_hold_what_the_lines_say() -> None:
    done = vigie.replay(frame(TABLE), daily=True)
    lines = [json.loads(line) for line in done.lines.splitlines()]
    said = [line for line in lines if "items" in line]
    scores = [line for line in lines if "item" in line]
    assert list(done.prompts.columns) == list(vigie.PROMPTS)
    assert list(done.daily.columns) == list(vigie.DAILY)
    assert len(done.prompts) == len(said) > 20 and len(done.daily) == len(scores) > 1000
    assert {"severe", "flag", "trend"} == set(done.prompts["channel"])
    for (_, row), line in zip(done.prompts.iterrows(), said, strict=True):
        for name in ("patient", "channel", "level", "at_once", "items", "rule", "reasons"):
            assert row[name] == line[name]
        assert row["date"].date().isoformat() == line["date"]
        evidence = line["evidence"]
        assert row["evidence_from"].date().isoformat() == evidence["from"]
        assert row["evidence_answers"] == evidence["answers"]
        assert row["evidence_ticks"] == evidence["ticks"]
        for name in ("now", "before", "before_answers"):
            there = row[f"evidence_{name}"]
            assert (None if pd.isna(there) else there) == evidence[name]
        basis, cycles = row["evidence_basis"], row["evidence_cycles"]
        held = None if pd.isna(basis) else basis if pd.isna(cycles) else {basis: {"cycles": cycles}}
        assert held == evidence["basis"]
    assert done.prompts["evidence_cycles"].notna().any()
    assert done.daily["score"].notna().any()


def test_pandas_arrow_and_records_say_the_same() -> None:
    frames, tables, records = (
        vigie.replay(TABLE, daily=True, to="pandas"),
        vigie.replay(TABLE, daily=True, to="arrow"),
        vigie.replay(TABLE, daily=True, to="records"),
    )
    assert tables.prompts.to_pylist() == records.prompts
    assert tables.daily.to_pylist() == records.daily
    for given, table in ((frames.prompts, tables.prompts), (frames.daily, tables.daily)):
        assert pa.Table.from_pandas(given, schema=table.schema, preserve_index=False) == table


@pytest.mark.parametrize("to", ["pandas", "arrow"])
def test_no_prompts_are_a_table_of_the_same_columns_and_types(to: Any) -> None:
    some, none = vigie.replay(TABLE, daily=True, to=to), vigie.replay(b"patient,date,item,value\n", to=to)
    assert len(none.prompts) == len(none.daily) == 0
    if to == "arrow":
        assert none.prompts.schema == some.prompts.schema
    else:
        assert dict(none.prompts.dtypes) == dict(some.prompts.dtypes)
        assert dict(none.daily.dtypes) == dict(some.daily.dtypes)


@pytest.mark.parametrize("form", ["pandas", "arrow"])
def test_columns_of_other_names_are_found_and_others_passed_over(form: str) -> None:
    table = b"site,subject,day,what,how\nParis,p,2026-11-23,temperature,38.6\n"
    names: dict[str, Any] = {"patient": "subject", "date": "day", "item": "what", "value": "how"}
    done = vigie.replay(FORMS[form](table), to="records", **names)
    assert [one["patient"] for one in done.prompts] == ["p"]
    with pytest.raises(ValueError, match="no column 'patient', 'date', 'item', 'value'"):
        vigie.replay(FORMS[form](table))
    assert vigie.report(FORMS[form](table), columns=names).startswith(b"%PDF-")


def test_columns_of_other_names_are_not_looked_for_in_a_file() -> None:
    with pytest.raises(ValueError, match="not in a file"):
        vigie.replay(TABLE, patient="subject")


def test_a_bad_row_is_named_by_its_line_or_left_out(command: Callable[..., bytes]) -> None:
    bad = TABLE + b"p0,2026-03-02,fatigue,11\n"
    for form in ("bytes", "pandas", "arrow"):
        with pytest.raises(JournalError.Table) as raised:
            vigie.replay(FORMS[form](bad))
        assert raised.value.line == bad.count(b"\n")
        done = vigie.replay(FORMS[form](bad), skip_bad=True)
        [row] = done.bad
        assert row.line == bad.count(b"\n") and "10" in row.said.en
        assert done.lines == command(TABLE)


def test_what_a_table_raises_while_it_is_read_is_raised() -> None:
    class Fails(io.BytesIO):
        def read(self, at_most: int | None = -1) -> bytes:
            raise ZeroDivisionError("a fault of the caller")

    with pytest.raises(ZeroDivisionError):
        vigie.replay(Fails())


def test_a_form_that_is_none_is_an_error_that_names_those_there_are() -> None:
    with pytest.raises(ValueError, match="'polars' is no form of a table: pandas, arrow, records"):
        vigie.replay(TABLE, to="polars")  # type: ignore[call-overload]


def test_neither_pandas_nor_arrow_is_needed_for_files(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_bytes(TABLE)
    code = (
        "import sys\n"
        "sys.modules['pandas'] = sys.modules['pyarrow'] = None\n"
        "import vigie\n"
        "print(len(vigie.replay(sys.argv[1]).prompts), len(vigie.report(sys.argv[1], 'p1')) > 1000)\n"
    )
    asked = [sys.executable, "-c", code, str(tmp_path / "table.csv")]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)
    assert done.stdout == f"{len(vigie.replay(TABLE).prompts)} True\n"


@pytest.mark.parametrize("form", ["bytes", "pandas", "arrow"])
def test_one_persons_report_is_made_of_a_table(form: str, tmp_path: Path) -> None:
    table = FORMS[form]
    assert vigie.report(table(TABLE), "p0").startswith(b"%PDF-")
    french, english = (json.loads(vigie.report(table(TABLE), "p0", lang, "fhir")) for lang in ("fr", Lang.EN))
    assert french["resourceType"] == "Bundle"
    assert french["entry"][0]["resource"]["language"] == "fr"
    assert english["entry"][0]["resource"]["language"] == "en"
    # Made as of the last day of the person's rows.
    assert french["timestamp"].startswith("2026-04-30T12:00")


def test_the_table_of_one_person_comes_out_as_it_went_in() -> None:
    rows = vigie.report(TABLE, "p3", format="csv").decode().splitlines()
    assert set(rows) >= {
        row for row in TABLE.decode().splitlines() if row.startswith("p3,") and "fatigue" in row
    }


def test_a_table_of_several_people_asks_which_one() -> None:
    with pytest.raises(JournalError.SeveralPeople) as raised:
        vigie.report(TABLE)
    assert raised.value.ids[:2] == ["p0", "p1"]
    with pytest.raises(JournalError.NobodyOfThatName):
        vigie.report(TABLE, "p77")
    with pytest.raises(ValueError, match="'docx' is no format of a report"):
        vigie.report(TABLE, "p0", format="docx")  # type: ignore[arg-type]


def test_a_report_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    vigie.report(TABLE, "p0")
    with pytest.raises(JournalError.NobodyOfThatName):
        vigie.report(TABLE, "nobody")
    assert list(tmp_path.iterdir()) == []
