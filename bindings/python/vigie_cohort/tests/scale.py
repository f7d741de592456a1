"""How the watch over a cohort grows: rows a second on one and on two cores against the command, memory, and what is shuffled.

    python scale.py COMMAND TABLE…      each TABLE a diary table; COMMAND the released `vigie`

Ratios are of one run on one machine; the seconds beside them say nothing of another.
"""

import itertools
import os
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
    """The name of a process and its memory in bytes; what several share is divided among them."""
    name = Path(f"/proc/{process}/comm").read_text().strip()
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return name, sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _below(process: int) -> list[int]:
    found = [process]
    for one in found:
        try:
            for task in Path(f"/proc/{one}/task").glob("*/children"):
                found += [int(child) for child in task.read_text().split()]
        except OSError:
            continue  # it has ended
    return found[1:]


class Watched:
    """Looks at the memory of what was started by us, twice a second."""

    def __init__(self, me: int) -> None:
        self.me, self.java, self.python = me, 0, 0
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._look, daemon=True)

    def _look(self) -> None:
        while not self.ended.wait(0.5):
            java = python = 0
            for process in _below(self.me):
                try:
                    name, size = _of(process)
                except OSError:
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
    """A run over a file for each person, with the daily scores, in a process of its own so that nothing is warm."""
    asked = [sys.executable, __file__, "--one", table, str(cores)]
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()[-1]
    seconds, java, python, shuffled = told.split()
    return Done(float(seconds), int(java), int(python), int(shuffled))


def _exports(table: str, folder: Path) -> None:
    """A file for each person, as journals are exported, of a table that is sorted by them."""
    folder.mkdir()
    with open(table, encoding="utf-8") as rows:
        header = next(rows)
        for patient, of_one in itertools.groupby(rows, lambda row: row.split(",", 1)[0]):
            (folder / f"{patient}.csv").write_text(header + "".join(of_one), encoding="utf-8")


def _one(table: str, cores: int) -> None:
    folder = Path(tempfile.mkdtemp(prefix="vigie-scale-"))
    _exports(table, folder / "exports")
    start = time.monotonic()
    with Watched(os.getpid()) as watched:
        session = _session.here(f"local[{cores}]", folder / "work")
        run(Asked(inputs=[str(folder / "exports")], out=str(folder / "out")), session)
        seconds = time.monotonic() - start
        shuffled = _shuffled(session)
    session.stop()
    shutil.rmtree(folder)
    print(seconds, watched.java, watched.python, shuffled)


def of_command(command: str, table: str) -> Done:
    """`vigie replay --daily` of the same table on one thread, its lines thrown away."""
    start = time.monotonic()
    asked = [command, "replay", table, "--daily", "--threads", "1"]
    running = subprocess.Popen(asked, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    assert running.returncode == 0
    return Done(time.monotonic() - start, used.ru_maxrss * 1024, 0, 0)


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
            memory = (
                f"{done.java / MEGABYTE:.0f} + {done.python / MEGABYTE:.0f}"
                if done.python
                else f"{done.java / MEGABYTE:.0f}"
            )
            line = f"| {rows:,} | {how} | {done.seconds:.1f} | {rows / done.seconds:,.0f} | {done.seconds / alone.seconds:.1f} |"
            print(f"{line} {memory} | {done.shuffled / MEGABYTE:.1f} |", flush=True)


if __name__ == "__main__":
    main()
