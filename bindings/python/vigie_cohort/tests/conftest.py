"""One Spark for all tests, and a cohort that is put together, run, and looked at."""

import csv
import datetime
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet
from pyspark.sql import SparkSession
from vigie_cohort import Asked, Facts, _session, run

HEADER = "patient,date,item,value\n"
START = datetime.date(2026, 3, 2)


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    session = _session.here("local[2]", tmp_path_factory.mktemp("work"))
    yield session
    session.stop()


@pytest.fixture(scope="session")
def command() -> str:
    """The command `vigie`, which says the same of the same rows."""
    there = os.environ.get("VIGIE_COMMAND")
    if there is None:
        pytest.skip("VIGIE_COMMAND does not name the command")
    return there


def lines_of(command: str, table: Path, *options: str) -> bytes:
    asked = [command, "replay", str(table), "--daily", *options]
    return subprocess.run(asked, capture_output=True, check=True).stdout


class Cohort:
    """Exports in a folder, and what a run made of them."""

    def __init__(self, folder: Path, spark: SparkSession) -> None:
        self.exports = folder / "exports"
        self.out = folder / "out"
        self.exports.mkdir()
        self.spark = spark

    def file(self, name: str, content: str | bytes) -> Path:
        path = self.exports / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def rows(self, name: str, *rows: str) -> Path:
        return self.file(name, HEADER + "".join(f"{row}\n" for row in rows))

    def run(self, **more: Any) -> Facts:
        """With the lines; what the run found out."""
        asked = {"inputs": [str(self.exports)], "out": str(self.out), "lines": True, "lang": "en", **more}
        return run(Asked(**asked), self.spark)

    def lines(self, pack: str = "built-in") -> bytes:
        parts = sorted((self.out / "lines" / pack).glob("part-*"))
        return b"".join(part.read_bytes() for part in parts)

    def table(self, name: str) -> pa.Table:
        return parquet.read_table(self.out / f"{name}.parquet")

    def people(self) -> dict[str, dict[str, Any]]:
        return {one["patient"]: one for one in self.table("people").to_pylist()}

    def problems(self) -> list[tuple[str, ...]]:
        with (self.out / "problems.csv").open(newline="") as file:
            return [tuple(row) for row in csv.reader(file)][1:]


@pytest.fixture
def cohort(tmp_path: Path, spark: SparkSession) -> Cohort:
    return Cohort(tmp_path, spark)


def day(after: int) -> str:
    return str(START + datetime.timedelta(days=after))


def feverish(patient: str, after: int = 0) -> str:
    """A row that gives a prompt at once."""
    return f"{patient},{day(after)},temperature,38.9"
