"""The two ways to one journal: the command, a process a time, and the bindings, open from day to day like an app."""

import csv
import io
import json
import os
import subprocess
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from vigie import (
    Format,
    GuessCost,
    Journal,
    JournalAnchor,
    JournalClock,
    Lang,
    NewKey,
    Unlock,
)


class Broken(Exception):
    """An invariant that does not hold."""


def hold(true: object, what: str) -> None:
    """Says what is broken unless it is true."""
    if not true:
        raise Broken(what)


#: What docs/command.md says a command may end with.
EXIT_CODES = range(12)


class Clock(JournalClock):
    """A clock that stands where the day has put it, in both ways alike."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


class Marks(JournalAnchor):
    """The command's own anchor, in the same files: what one way has written the other knows of."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _file(self, copy: str) -> Path:
        return self.folder / f"{copy}.anchor"

    def load(self, copy: str) -> bytes | None:
        try:
            return self._file(copy).read_bytes()
        except FileNotFoundError:
            return None

    def keep(self, copy: str, mark: bytes) -> None:
        self.folder.mkdir(exist_ok=True)
        draft = self._file(copy).with_suffix(".python")
        draft.write_bytes(mark)
        draft.replace(self._file(copy))


def cheap(passphrase: str) -> NewKey:
    """A key that costs a guess next to nothing, so that a year of openings is affordable. The command opens it as it is."""
    return NewKey.PASSPHRASE(passphrase, GuessCost.WEAK_FOR_TESTS)


@dataclass
class Run:
    """What a command came to."""

    code: int
    out: str
    err: str

    def json(self) -> list[dict[str, Any]]:
        """Its lines."""
        return [json.loads(line) for line in self.out.splitlines()]


class Desk:
    """A folder with a journal, what opens it, and both ways to it."""

    def __init__(self, command: str, place: Path, clock: Clock) -> None:
        self.command, self.place, self.clock = command, place, clock
        self.dir = place / "journal"
        self.marks = Marks(place / "state")
        self.app: Journal | None = None
        self.passphrase = ""
        #: Commands that were started.
        self.runs = 0

    # The command.

    def secret(self, text: str, name: str = "passphrase") -> str:
        """A file that holds a secret."""
        file = self.place / name
        file.write_text(text, encoding="utf-8")
        return str(file)

    def start(
        self, args: list[str], dir: Path | None = None, key: str | None = None
    ) -> subprocess.Popen[str]:
        """The command with these arguments, begun."""
        self.runs += 1
        env = {
            "VIGIE_DIR": str(dir or self.dir),
            "VIGIE_STATE_DIR": str(self.marks.folder),
            "VIGIE_PASSPHRASE_FILE": self.secret(key or self.passphrase),
            "VIGIE_NOW": self.clock.at.isoformat(timespec="seconds"),
            "LANG": "en_GB.UTF-8",
            "RUST_BACKTRACE": "1",
        }
        pipe = subprocess.PIPE
        return subprocess.Popen(
            [self.command, *args], env=env, stdin=pipe, stdout=pipe, stderr=pipe, text=True, cwd=self.place
        )

    def vigie(
        self,
        *args: str,
        typed: str = "",
        code: int | tuple[int, ...] = 0,
        dir: Path | None = None,
        key: str | None = None,
    ) -> Run:
        """The command, run to its end, with the code it has to end with."""
        out, err = (process := self.start(list(args), dir, key)).communicate(typed)
        run = Run(process.returncode, out, err)
        said = f"`vigie {' '.join(args)}`: {run.code} {err.strip()}"
        hold(run.code in EXIT_CODES, f"a code that no table has: {said}")
        hold("panicked" not in err, f"a panic: {said}")
        expected = (code,) if isinstance(code, int) else code
        hold(run.code in expected, f"{expected} expected: {said}")
        return run

    # The bindings.

    def open(self, accept_older: bool = False, key: str | None = None, dir: Path | None = None) -> Journal:
        """Opens the journal by the bindings."""
        unlock = Unlock.PASSPHRASE(key or self.passphrase)
        return Journal.open(dir or self.dir, unlock, self.marks, self.clock, accept_older)

    @property
    def journal(self) -> Journal:
        """The journal as the app has it open; opened when it is not."""
        if self.app is None:
            self.app = self.open()
        return self.app

    def close(self) -> None:
        """Locks it, so that the command may."""
        if self.app is not None:
            self.app.lock()
            self.app = None

    # What both tell.

    def table_of_command(self) -> list[list[str]]:
        """The exported table, by the command."""
        file = self.place / "rows.csv"
        self.vigie("export", "--to", str(file))
        with file.open(encoding="utf-8", newline="") as text:
            return list(csv.reader(text))

    def table_of_app(self) -> list[list[str]]:
        """The same by the bindings."""
        out = io.BytesIO()
        self.journal.export(self.journal.whole_choice(Lang.EN), Format.CSV, out)
        return list(csv.reader(io.StringIO(out.getvalue().decode(), newline="")))

    def bytes(self, dir: Path | None = None) -> dict[str, bytes]:
        """Every file of the journal's folder with its bytes; the lock file is empty and of no account."""
        folder = dir or self.dir
        return {name: (folder / name).read_bytes() for name in sorted(os.listdir(folder)) if name != "lock"}
