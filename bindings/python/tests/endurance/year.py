"""One person's year: the days as they come, what happens on them, and the checks at the end of each."""

import shutil
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta, timezone
from pathlib import Path
from random import Random

from vigie import CareContact, CareRole, Journal, OutcomeKind, TreatmentKind, TreatmentLine

from . import checks, copies, harm
from .daily import Life, an_ordinary_day
from .made import Person
from .model import Model
from .plain import record
from .ways import Broken, Clock, Desk, cheap

HAPPENS: dict[str, Callable[[Life], None]] = {
    "backup": copies.whole_backup,
    "daily_backup": copies.daily_backup,
    "restore": copies.restore,
    "restore_by_code": copies.restore_by_code,
    "merge": copies.merge,
    "older_copy": copies.older_copy,
    "change_keys": harm.change_keys,
    "lock_midway": harm.lock_midway,
    "kill_command": harm.kill_command,
    "kill_app": harm.kill_app,
    "flip": harm.flip,
    "twice_open": harm.twice_open,
    "full_disk": harm.full_disk,
}
CLOCKS = ("clock_back", "clock_ahead")
#: Days of a journey, and where it goes: hours from Greenwich.
JOURNEY, PLACES = 5, (-5, 9, -10, 13)


@dataclass(frozen=True)
class Asked:
    """What is to be lived through."""

    command: str
    number: int
    seed: str
    days: int
    #: A day on which the test itself goes wrong, to see that it is noticed.
    sabotage: str | None = None


@dataclass(frozen=True)
class Lived:
    """How it went: what was survived, or what broke."""

    number: int
    counts: Counter[str]
    broken: str | None = None


def born(asked: Asked, place: Path) -> Life:
    """A person with an empty journal, made by the bindings with a cheap key."""
    who = Person(asked.number, asked.seed, asked.days)
    desk = Desk(asked.command, place, Clock(who.moment(0, Random(0))))
    desk.passphrase = f"premiere phrase {who.word}"
    journal = Journal.create(desk.dir, cheap(desk.passphrase), desk.marks, desk.clock)
    desk.app = journal
    code = journal.take_recovery_code()
    assert code is not None
    profile = journal.profile()
    profile.contacts.append(CareContact(role=CareRole.NURSE, name="Mme Martin", phone="0199001234"))
    began = who.start - timedelta(days=10)
    chemotherapy = TreatmentLine(
        kind=TreatmentKind.CHEMOTHERAPY, regimen="FOLFOX", cycle_days=14, started=began
    )
    profile.treatments.append(chemotherapy)
    journal.set_profile(profile)
    model = Model([desk.passphrase], code)
    model.treatments.append((began.isoformat(), "treatment:chemotherapy", "FOLFOX | 14"))
    return Life(who, desk, model, [one.item for one in journal.today().asked], place)


def live(asked: Asked) -> Lived:
    """Lives through all days; says what broke, on which day, and where the folder is left to be looked at."""
    place = Path(tempfile.mkdtemp(prefix=f"vigie-endurance-{asked.number}-"))
    life = born(asked, place)
    try:
        for number in range(asked.days):
            life.number, life.rng = number, Random(f"{asked.seed}/{asked.number}/{number}")
            one_day(life, asked.sabotage)
            life.counts["days"] += 1
    except Exception as error:
        told = "" if isinstance(error, Broken) else traceback.format_exc()
        day = f"day {life.number} ({life.today}, {'command' if life.command else 'app'})"
        events = life.who.schedule.get(life.number, [])
        said = f"person {asked.number}, seed {asked.seed}, {day} {events}: {error}\n{told}in {place}"
        return Lived(asked.number, life.counts, said)
    life.desk.close()
    life.counts["commands"] = life.desk.runs
    shutil.rmtree(place)
    return Lived(asked.number, life.counts)


def one_day(life: Life, sabotage: str | None) -> None:
    """What happens today, in the order in which it was planned, and whether all still holds."""
    who, events = life.who, life.who.schedule.get(life.number, [])
    life.desk.clock.at = who.moment(life.number, life.rng)
    place = journey(who, life.number)
    if place is not None:
        life.desk.clock.at = life.desk.clock.at.astimezone(timezone(timedelta(hours=place)))
        if "flight" in events:
            life.counts["flights"] += 1
    wrong = [event for event in events if event in CLOCKS]
    for event in wrong:
        copies.jumped(life, event)
    life.command = life.rng.random() < 0.35
    an_ordinary_day(life)
    for event in events:
        if event in HAPPENS:
            HAPPENS[event](life)
    if wrong or place is not None:
        copies.off(life)
    if life.rng.random() < 0.06:
        copies.save(life)
    if sabotage is not None and life.number == 20:
        SABOTAGE[sabotage](life)
    checked(life, bool(events))


def journey(who: Person, number: int) -> int | None:
    """Where the person is, when they travel: hours from Greenwich."""
    left = [day for day, events in who.schedule.items() if "flight" in events and 0 <= number - day < JOURNEY]
    return PLACES[max(left) % len(PLACES)] if left else None


def checked(life: Life, much: bool) -> None:
    """Every invariant, by the command on its days and by the bindings on all; all versions and all bytes when much happened."""
    if life.command:
        life.desk.close()
        checks.by_command(life.desk, life.model, whole=True)
        life.counts["checks by the command"] += 1
    # The command may have told of a silence while it did something else, also on a day of the app's.
    life.adopt()
    checks.by_app(life.desk, life.model, life.rng, whole=much or life.number % 7 == 0)
    checks.nothing_in_the_clear(life.desk.dir, life.who.word)
    life.counts["checks by the bindings"] += 1


def _lost(life: Life) -> None:
    """An older folder lies there and is accepted, and the model knows nothing of it."""
    life.desk.close()
    older = life.place / "older"
    shutil.copytree(life.desk.dir, older)
    life.told(plain := life.some_sitting(), life.desk.journal.record(record(plain)).id, None)
    life.adopt(foreign=True)
    life.desk.close()
    shutil.rmtree(life.desk.dir)
    older.rename(life.desk.dir)
    life.desk.app = life.desk.open(accept_older=True)


def _unheard(life: Life) -> None:
    """An entry is written that nobody acknowledged."""
    life.desk.journal.record(record(life.some_sitting()))


def _altered(life: Life) -> None:
    """One rating of one entry is another than what was said."""
    id = next(iter(life.model.entries.alive()))
    plain = dict(life.model.entries.said(id))
    plain["state"] = 4 if plain["state"] != 4 else 3
    life.model.entries.of[id].clear()
    del life.model.entries.of[id]
    life.model.entries.add(id, plain)


def _forgotten(life: Life) -> None:
    """A version of an entry is missing in its history."""
    id = next(iter(life.model.entries.alive()))
    life.desk.journal.amend(id, record(life.model.entries.said(id)))
    life.adopt(foreign=True)


def _closed(life: Life) -> None:
    """A prompt is closed, and it was not the person."""
    waiting = life.desk.journal.open_prompts()
    if not waiting:
        done = life.desk.journal.record(record(plain := life.some_sitting() | {"temperature": 38.9}))
        life.recorded(plain, done)
        waiting = life.desk.journal.open_prompts()
    life.desk.journal.resolve(waiting[0].id, OutcomeKind.REACHED)


def _clear(life: Life) -> None:
    """The person's words lie in the folder as they are."""
    (life.desk.dir / "journal.vigie.log").write_text(f"debug: {life.who.word}")


def _open_door(life: Life) -> None:
    """A key that was to be void still opens."""
    life.model.void.append(life.model.passphrase)
    harm.change_keys(life)
    life.desk.vigie("keys", "list", key=life.model.passphrase, code=3)


#: Ways in which the test can be made to fail: each is something that a broken journal might do.
SABOTAGE: dict[str, Callable[[Life], None]] = {
    "lost": _lost,
    "unheard": _unheard,
    "altered": _altered,
    "forgotten": _forgotten,
    "closed": _closed,
    "clear": _clear,
    "open-door": _open_door,
}
