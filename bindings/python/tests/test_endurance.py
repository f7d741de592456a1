"""A short endurance run: two people, sixty days, everything that can go wrong at least once, and nothing broken."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
#: What has to have been survived.
SURVIVED = [
    "days",
    "entries",
    "amendments",
    "withdrawals",
    "backups",
    "restores",
    "merges",
    "key changes",
    "locks",
    "kills",
    "clock jumps",
    "flights",
    "older copies refused",
    "flipped bytes noticed",
    "second openings refused",
    "checks by the command",
    "checks by the bindings",
]


def endure(*more: str) -> subprocess.CompletedProcess[str]:
    if "VIGIE_COMMAND" not in os.environ:
        pytest.skip("VIGIE_COMMAND does not say where the command is")
    command = [sys.executable, "-m", "endurance", "--seed", "1", *more]
    return subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)


def test_two_people_live_through_sixty_days_of_everything() -> None:
    done = endure("--people", "2", "--days", "60")
    assert done.returncode == 0, done.stdout + done.stderr
    counts = {name: int(count) for name, count in re.findall(r"^(\S.*?) +(\d+)$", done.stdout, re.MULTILINE)}
    assert [name for name in SURVIVED if not counts.get(name)] == [], done.stdout
    assert done.stdout.endswith("\n0 broken\n")


@pytest.mark.parametrize("sabotage", ["lost", "closed"])
def test_what_is_broken_is_noticed_with_who_and_when(sabotage: str) -> None:
    done = endure("--person", "0", "--days", "22", "--sabotage", sabotage)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "BROKEN: person 0, seed 1, day 20 " in done.stdout
    assert done.stdout.endswith("\n1 broken\n")
