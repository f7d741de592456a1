"""What calls from Python take: the program that `cargo xtask bench bindings` asks, a line `WORK TIMES` for each measurement."""

import datetime
import io
import sys
import time
from pathlib import Path

from vigie import Answer, DailyEntry, Format, Journal, JournalClock, Lang, Unlock

ITEMS = ("fatigue", "pain", "nausea", "appetite", "sleep", "cough", "worry", "dizziness", "rash", "pain:lower-back")


class Stopped(JournalClock):
    """Stands still."""

    def __init__(self, at: datetime.datetime) -> None:
        self.at = at

    def now(self) -> datetime.datetime:
        return self.at


class Costs:
    """A journal that is worked with."""

    def __init__(self, folder: Path, passphrase: str, now: datetime.datetime) -> None:
        self.folder = folder
        self.unlock = Unlock.PASSPHRASE(passphrase)
        self.clock = Stopped(now)
        self.journal = self.open()

    def open(self) -> Journal:
        return Journal.open(self.folder, self.unlock, clock=self.clock)

    def entry(self) -> DailyEntry:
        day = self.clock.at.date() - datetime.timedelta(days=1)
        answers: dict[str, Answer] = {item: Answer.RATED((day.toordinal() + n) % 4) for n, item in enumerate(ITEMS)}
        return DailyEntry(day=day, answers=answers)

    def once(self, work: str) -> None:
        match work:
            case "call":
                self.journal.is_anchored()
            case "record":
                self.journal.record(self.entry())
            case "open":
                self.journal.lock()
                self.journal = self.open()
            case "series":
                self.journal.series("fatigue", 3650)
            case "report":
                self.journal.export(self.journal.usual_choice(Lang.FR), Format.PDF, io.BytesIO())
            case other:
                raise ValueError(f"no work {other!r}")

    def seconds(self, work: str, times: int) -> float:
        start = time.perf_counter()
        for _ in range(times):
            self.once(work)
        return (time.perf_counter() - start) / times


def main() -> None:
    folder, passphrase, now = sys.argv[1:]
    costs = Costs(Path(folder), passphrase, datetime.datetime.fromisoformat(now))
    for line in sys.stdin:
        work, times = line.split()
        print(costs.seconds(work, int(times)), flush=True)


if __name__ == "__main__":
    main()
