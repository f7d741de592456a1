"""How the watch over a cohort grows: rows a second on one and on two cores against the command, memory, and what is shuffled.

    python scale.py COMMAND TABLE…      each TABLE a diary table; COMMAND the released `vigie`

Ratios are of one run on one machine; the seconds beside them say nothing of another.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any, NamedTuple

from pyspark.sql import SparkSession
from vigie_cohort import Asked, _session, run

MEGABYTE = 1 << 20


class Done(NamedTuple):
    """What a run took."""

    seconds: float
    #: Most memory in bytes: of the command; or of Spark's one process of Java, and of all its workers in Python.
    java: int
    python: int
    #: Bytes written for the shuffle.
    shuffled: int


def _of(process: int) -> tuple[str, int]:
    status = Path(f"/proc/{process}/status").read_text()
    held = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
    return held["Name"].strip(), int(held.get("VmRSS", "0 kB").split()[0]) * 1024


def _below(process: int) -> list[int]:
    found = [process]
    for one in found:
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            found += [int(child) for child in task.read_text().split()]
    return found[1:]


class Watched:
    """Looks at the memory of what was started by us, ten times a second."""

    def __init__(self, me: int) -> None:
        self.me, self.java, self.python = me, 0, 0
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._look, daemon=True)

    def _look(self) -> None:
        while not self.ended.wait(0.1):
            java = python = 0
            for process in _below(self.me):
                try:
                    name, size = _of(process)
                except (OSError, KeyError):
                    continue  # it has ended
                java, python = (java + size, python) if name == "java" else (java, python + size)
            self.java, self.python = max(self.java, java), max(self.python, python)

    def __enter__(self) -> "Watched":
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ended.set()
        self.thread.join()


def _shuffled(session: SparkSession) -> int:
    """Bytes that all stages wrote for a shuffle, as Spark counts them."""
    context: Any = session.sparkContext
    none = context._gateway.new_array(context._jvm.double, 0)
    stages = context._jsc.sc().statusStore().stageList(None, False, False, none, None)
    return sum(stages.apply(at).shuffleWriteBytes() for at in range(stages.size()))


def of_spark(table: str, cores: int) -> Done:
    """A run with the daily scores, in a process of its own so that nothing is warm."""
    asked = [sys.executable, __file__, "--one", table, str(cores)]
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()[-1]
    seconds, java, python, shuffled = told.split()
    return Done(float(seconds), int(java), int(python), int(shuffled))


def _one(table: str, cores: int) -> None:
    folder = Path(tempfile.mkdtemp(prefix="vigie-scale-"))
    start = time.monotonic()
    with Watched(os.getpid()) as watched:
        session = _session.here(f"local[{cores}]", folder / "work", {"spark.driver.memory": "4g"})
        run(Asked(inputs=[table], out=str(folder / "out")), session)
        seconds = time.monotonic() - start
        shuffled = _shuffled(session)
    session.stop()
    shutil.rmtree(folder)
    print(seconds, watched.java, watched.python, shuffled)


def of_command(command: str, table: str) -> Done:
    """`vigie replay --daily` of the same table on one thread, its lines thrown away."""
    start = time.monotonic()
    subprocess.run([command, "replay", table, "--daily", "--threads", "1"], stdout=subprocess.DEVNULL, check=True)
    seconds = time.monotonic() - start
    return Done(seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024, 0, 0)


def main() -> None:
    """Prints the table."""
    if sys.argv[1] == "--one":
        _one(sys.argv[2], int(sys.argv[3]))
        return
    command, *tables = sys.argv[1:]
    print("| rows | how | s | rows/s | to the command | memory: Java + Python, MB | shuffled, MB |")
    print("|---|---|---|---|---|---|---|")
    for table in tables:
        with open(table, "rb") as file:
            rows = sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(MEGABYTE), b"")) - 1
        alone = of_command(command, table)
        ways = [("vigie replay, one thread", alone)]
        ways += [(f"Spark local[{cores}]", of_spark(table, cores)) for cores in (1, 2)]
        for how, done in ways:
            memory = f"{done.java / MEGABYTE:.0f} + {done.python / MEGABYTE:.0f}" if done.python else f"{done.java / MEGABYTE:.0f}"
            line = f"| {rows:,} | {how} | {done.seconds:.1f} | {rows / done.seconds:,.0f} | {done.seconds / alone.seconds:.1f} |"
            print(f"{line} {memory} | {done.shuffled / MEGABYTE:.1f} |", flush=True)


if __name__ == "__main__":
    main()
