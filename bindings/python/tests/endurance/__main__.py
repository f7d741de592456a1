"""Runs the years of made-up people beside each other and prints what was survived: `python -m endurance --people 2 --days 60`."""

import argparse
import os
import random
import sys
import time
from collections import Counter
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from itertools import islice

from .year import SABOTAGE, Asked, Lived, live

#: The lines of the table, in order.
LINES = [
    "days",
    "entries",
    "amendments",
    "withdrawals",
    "outcomes",
    "around",
    "attachments",
    "backups",
    "restores",
    "merges",
    "conflicts",
    "key changes",
    "locks",
    "kills",
    "unacknowledged, whole",
    "clock jumps",
    "flights",
    "older copies refused",
    "older copies accepted",
    "flipped bytes noticed",
    "flipped bytes without effect",
    "second openings refused",
    "full disks",
    "commands",
    "checks by the command",
    "checks by the bindings",
]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="endurance", description=__doc__)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--person", type=int, help="only this one")
    parser.add_argument("--seed", default=str(random.randrange(10**6)))
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--sabotage", choices=sorted(SABOTAGE), help="goes wrong on day 20, and has to be noticed"
    )
    parser.add_argument("--command", default=os.environ.get("VIGIE_COMMAND"), help="otherwise VIGIE_COMMAND")
    return parser.parse_args()


def main() -> int:
    asked = arguments()
    if asked.command is None:
        print("which command? VIGIE_COMMAND says it", file=sys.stderr)
        return 2
    numbers = range(asked.people) if asked.person is None else [asked.person]
    people = [Asked(asked.command, number, asked.seed, asked.days, asked.sabotage) for number in numbers]
    print(f"{len(people)} people, {asked.days} days each, seed {asked.seed}", flush=True)
    began = time.monotonic()
    lived: list[Lived] = []
    coming = iter(people)
    with ProcessPoolExecutor(asked.jobs) as pool:
        running = {pool.submit(live, one) for one in islice(coming, asked.jobs)}
        while running:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for one in (each.result() for each in done):
                lived.append(one)
                how = f"{one.counts['days']} days" if one.broken is None else f"BROKEN: {one.broken}"
                print(f"  person {one.number}: {how}, {time.monotonic() - began:.0f} s", flush=True)
            # When one is broken, those who have begun go on to their end, and nobody else begins.
            if all(one.broken is None for one in lived):
                running |= {pool.submit(live, one) for one in islice(coming, asked.jobs - len(running))}
    total = sum((one.counts for one in lived), Counter[str]())
    for name in LINES:
        print(f"{name:<30}{total[name]:>8}")
    broken = sum(one.broken is not None for one in lived)
    print(f"{broken} broken")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
