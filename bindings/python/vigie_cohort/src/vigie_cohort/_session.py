"""The Spark session of a run on one machine: nothing is written outside the folder of the results."""

import os
import sys
from pathlib import Path
from typing import Any

from pyspark.sql import SparkSession

#: What a run needs, wherever it runs: rows go to Python and back in Arrow, and what is not asked for is not kept.
NEEDED = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": "20000",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.eventLog.enabled": "false",
}


def here(master: str, work: Path, more: dict[str, str] | None = None) -> SparkSession:
    """A session on this machine, `local[2]` or the like, whose files for the time of the run lie in `work`."""
    for each in ("spark", "tmp", "matplotlib"):
        (work / each).mkdir(parents=True, exist_ok=True)
    # Who is started by us inherits these: the program in Java, and the workers.
    os.environ["SPARK_LOCAL_DIRS"] = str(work / "spark")
    os.environ["TMPDIR"] = str(work / "tmp")
    os.environ["MPLCONFIGDIR"] = str(work / "matplotlib")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    settings = {
        **NEEDED,
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.driver.extraJavaOptions": f'-Djava.io.tmpdir="{work / "tmp"}" -XX:-UsePerfData',
        "spark.local.dir": str(work / "spark"),
        "spark.sql.warehouse.dir": str(work / "spark" / "warehouse"),
        # What lies on the disk for the time of the run is of people.
        "spark.io.encryption.enabled": "true",
        **(more or {}),
    }
    return _begun(master, settings)


def submitted(master: str | None) -> SparkSession:
    """The session that `spark-submit` started, with what it was told and what a run needs."""
    return _begun(master, NEEDED)


def _begun(master: str | None, settings: dict[str, str]) -> SparkSession:
    builder: Any = SparkSession.builder
    builder = builder.appName("vigie-cohort")
    if master:
        builder = builder.master(master)
    for name, value in settings.items():
        builder = builder.config(name, value)
    session: SparkSession = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session
