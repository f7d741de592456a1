"""Copies of a journal: backups, restores, somebody close with a copy of their own, and older copies that are put back."""

import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import vigie
from vigie import Journal, JournalError, Unlock

from .daily import Life, record_all
from .model import Model
from .plain import record
from .ways import Desk, cheap, hold

KEPT = 3
#: `vigie-COPY-DAY.age`, or beside it where that name was taken.
BACKUP = re.compile(r"vigie-([0-9a-f]{8})-(\d{4}-\d\d-\d\d)")


def backup(life: Life, key: str | None = None) -> Path:
    """Everything as one file, that opens with `key` or what opens the journal."""
    file = life.place / f"backup-{life.number}.age"
    file.unlink(missing_ok=True)
    opens = key or life.desk.passphrase
    if life.command:
        life.vigie("backup", "--to", str(file), key=key)
    else:
        life.desk.journal.backup(file, opens)
    hold(vigie.check_backup(file, opens).parts >= len(life.model.files), "a backup lacks attachments")
    hold(life.who.word.encode() not in file.read_bytes(), "a backup has the person's words in the clear")
    life.counts["backups"] += 1
    return file


def whole_backup(life: Life) -> None:
    """A backup, and nothing more."""
    backup(life).unlink()


def daily_backup(life: Life) -> None:
    """The backup of the day, beside some of the days before."""
    folder = life.place / f"daily-{life.desk.dir.name}"
    folder.mkdir(exist_ok=True)
    if life.command:
        life.vigie("backup", "--daily", str(folder), "--keep", str(KEPT))
    else:
        life.desk.journal.backup_daily(folder, KEPT, life.desk.passphrase)
    today = life.today.isoformat()
    files = [file.name for file in folder.iterdir()]
    named = [(one[1], one[2]) for name in files if (one := BACKUP.match(name))]
    hold(len(named) == len(files), f"what is in the folder of backups? {files}")
    copies = {copy for copy, day in named if day == today}
    hold(copies, f"no backup of {today}: {files}")
    # Of this copy: an older one that was opened on purpose is another. Of days to come, from a clock that was ahead, all stay.
    most = max(Counter(copy for copy, day in set(named) if day <= today and copy in copies).values())
    hold(most <= KEPT, f"{KEPT} backups were to be kept: {files}")
    life.counts["backups"] += 1


def moved(life: Life, folder: Path, passphrase: str, code: str) -> None:
    """Another folder is the journal from now on, with other keys."""
    life.desk.close()
    shutil.rmtree(life.desk.dir)
    model = life.model
    model.void += [*(old for old in model.passphrases if old != passphrase), model.code]
    model.passphrases, model.key_ids, model.code = [passphrase], {}, code
    life.desk.dir, life.desk.passphrase, life.saved = folder, passphrase, None
    life.counts["restores"] += 1
    # What no longer opens it, and what does now.
    life.desk.vigie("keys", "list", key=model.void[-1], code=3)
    life.desk.vigie("keys", "list", key=code)


def restore(life: Life, by_code: bool = False) -> None:
    """A backup becomes the journal, in another folder."""
    # More than one may happen on a day: the folder and its phrase are named by which restore it is.
    nth = life.counts["restores"] + 1
    model, folder = life.model, life.place / f"journal-{nth}"
    key = model.code if by_code else model.passphrase
    file = backup(life, key)
    life.desk.close()
    new = f"encore {life.who.word} {nth}"
    if life.command:
        args = ["restore", str(file), "--json", "--new-passphrase-file", life.desk.secret(new, "new")]
        told = life.vigie(*args, dir=folder, key=key).json()[0]
        hold(told["entries"] == len(model.plains()), f"restored: {told}")
        moved(life, folder, new, told["recovery_code"])
        # The command makes a key that costs a second of work; a year of openings is paid with a cheaper one.
        life.desk.journal.replace_key(Unlock.PASSPHRASE(new), cheap(new))
    else:
        made = Journal.restore(file, key, folder, cheap(new), life.desk.marks, life.desk.clock)
        code = made.take_recovery_code()
        made.lock()
        assert code is not None
        moved(life, folder, new, code)
    file.unlink()


def restore_by_code(life: Life) -> None:
    """The passphrase was forgotten: what is on paper opens a backup."""
    restore(life, by_code=True)


def merge(life: Life) -> None:
    """Somebody close has a copy and writes in it while the person goes on; then each takes in the other's."""
    if life.relative is None:
        life.relative = given_away(life)
    desk, theirs = life.relative
    rng = life.rng
    changed = set(theirs.entries.alive()) & set(life.model.entries.alive())
    for id in rng.sample(sorted(changed), min(3, len(changed))):
        amended_by(life, desk, theirs, id)
    if changed and rng.random() < 0.7:
        # The same one in both copies, in two ways.
        id = rng.choice(sorted(changed))
        amended_by(life, life.desk, life.model, id)
        amended_by(life, desk, theirs, id)
    for back in range(rng.randrange(1, 4)):
        plain = life.some_sitting(by="Paul", back=back)
        done = desk.journal.record(record(plain))
        theirs.entries.add(done.id, plain)
        life.counts["entries"] += 1
    theirs.prompts = {one.id: one.closed for one in desk.journal.prompts()}
    record_all(life, [life.some_sitting()])
    taken_in(life, desk, life.desk, theirs, life.model)
    life.adopt(foreign=True)
    if rng.random() < 0.5:
        taken_in(life, life.desk, desk, life.model, theirs)
        found = len(desk.journal.entries())
        hold(found == len(theirs.plains()), f"the other copy has {found} entries, not {len(theirs.plains())}")
    desk.close()


def given_away(life: Life) -> tuple[Desk, Model]:
    """A copy for somebody close, with a passphrase of its own."""
    file = backup(life)
    place = life.place / "relative"
    place.mkdir()
    desk = Desk(life.desk.command, place, life.desk.clock)
    desk.passphrase = "une autre phrase"
    made = Journal.restore(
        file, life.desk.passphrase, desk.dir, cheap(desk.passphrase), desk.marks, desk.clock
    )
    desk.app = made
    file.unlink()
    return desk, life.model.copied()


def amended_by(life: Life, desk: Desk, model: Model, id: str) -> None:
    """One entry changed in one copy."""
    heads = [one.said for one in model.entries.heads(id) if one.said is not None]
    if not heads:
        return
    if life.rng.random() < 0.3:
        desk.journal.withdraw(id)
        model.entries.put(id, None)
        life.counts["withdrawals"] += 1
        return
    day = min(date.fromisoformat(heads[0]["day"]), life.today)
    plain = life.who.sitting(day, life.number, life.rng)
    done = desk.journal.amend(id, record(plain))
    model.entries.put(id, plain)
    life.counts["amendments"] += 1
    if done.prompt is not None:
        model.prompts[done.prompt.id] = False


def taken_in(life: Life, giving: Desk, taking: Desk, theirs: Model, mine: Model) -> None:
    """One copy takes in a backup of the other."""
    file = life.place / "share.age"
    giving.journal.backup(file, "pour partager")
    mine.merge(theirs)
    conflicts = mine.entries.conflicts()
    if taking is life.desk and life.command:
        taking.close()
        secret = taking.secret("pour partager", "shared")
        told = taking.vigie("merge", str(file), "--backup-passphrase-file", secret, "--json").json()[0]
        hold(conflicts <= set(told["conflicts"]), f"conflicts: {told['conflicts']}, not {conflicts}")
        entries = told["entries"]
    else:
        report = taking.journal.merge(file, "pour partager")
        found = {one.id for one in report.conflicts}
        hold(found == conflicts, f"conflicts: {found} are not {conflicts}")
        entries = report.entries_after
    hold(entries == len(mine.plains()), f"{entries} entries after a merge, not {len(mine.plains())}")
    life.counts["conflicts"] += len(conflicts)
    life.counts["merges"] += 1
    file.unlink()


def save(life: Life) -> None:
    """The folder as it is now is kept somewhere."""
    life.desk.close()
    kept = life.place / "saved"
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(life.desk.dir, kept)
    life.saved = kept, life.model.copied()


def older_copy(life: Life) -> None:
    """The older folder is put back: refused, and then the newest put back or the older one opened on purpose."""
    if life.saved is None:
        save(life)
    record_all(life, [life.some_sitting()])
    assert life.saved is not None
    kept, model = life.saved
    desk = life.desk
    desk.close()
    newest = life.place / "newest"
    desk.dir.rename(newest)
    shutil.copytree(kept, desk.dir)
    before, now = desk.bytes(), desk.passphrase
    desk.passphrase = model.passphrase
    desk.vigie("status", code=10)
    try:
        desk.open()
    except JournalError.OlderCopy as refused:
        hold(refused.found < refused.known, f"{refused.found} records are not fewer than {refused.known}")
    else:
        hold(False, "an older copy was opened as if nothing were")
    hold(before == desk.bytes(), "an older copy that was refused was touched")
    life.counts["older copies refused"] += 1
    if life.rng.random() < 0.5:
        shutil.rmtree(desk.dir)
        newest.rename(desk.dir)
        desk.passphrase = now
        return
    shutil.rmtree(newest)
    if life.command:
        desk.vigie("status", "--accept-older", "--json")
    else:
        desk.app = desk.open(accept_older=True)
    life.model, life.saved = model, None
    life.counts["older copies accepted"] += 1
    life.adopt()


def off(life: Life) -> None:
    """A day on which the clock is wrong: what it gives is not held against the rules of time."""
    life.model.foreign |= set(life.model.prompts)


def jumped(life: Life, event: str) -> None:
    """The clock is somewhere else today."""
    rng = life.rng
    if event == "clock_back":
        life.later(hours=-rng.choice([1, 5, 30, 100, 400]))
    elif event == "clock_ahead":
        life.later(days=rng.choice([31, 92, 200]))
    life.counts["clock jumps"] += 1
