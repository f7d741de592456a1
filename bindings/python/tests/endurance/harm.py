"""What goes wrong: kills in the midst of writing, locks in the midst of calls, flipped bytes, a second opening, a full disk, lost keys."""

import fcntl
import json
import os
import random
import shutil
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from vigie import Journal, JournalError, NewKey, Recorded, Unlock, make_recovery_code

from .checks import table as same_table
from .copies import backup, moved
from .daily import Life, record_all
from .plain import Plain, line, of_record, record
from .ways import cheap, hold

LINES = 12


def kill_command(life: Life) -> None:
    """`vigie log --json -` is killed while it writes, at a moment that nobody chose."""
    plains = [life.some_sitting(back=life.rng.choice([0, 0, 1])) for _ in range(LINES)]
    life.desk.close()
    process = life.desk.start(["log", "--json", "-"])
    assert process.stdin is not None and process.stdout is not None and process.stderr is not None
    process.stdin.write("".join(json.dumps(line(plain, life.asked)) + "\n" for plain in plains))
    process.stdin.flush()
    answers = [process.stdout.readline() for _ in range(life.rng.randrange(LINES))]
    time.sleep(random.random() * 0.02)
    process.kill()
    # Not by `communicate`, which knows nothing of lines that were read ahead.
    answers += process.stdout.readlines()
    err = process.stderr.read()
    process.wait()
    for pipe in (process.stdin, process.stdout, process.stderr):
        pipe.close()
    hold("panicked" not in err, f"a panic before the kill: {err}")
    told = [json.loads(answer) for answer in answers if answer.endswith("\n")]
    after_a_kill(life, plains, [(one["id"], one["prompt"] and one["prompt"]["id"]) for one in told])


def kill_app(life: Life) -> None:
    """A process that has the journal open by the bindings is killed while it records."""
    plains = [life.some_sitting(back=life.rng.choice([0, 0, 1])) for _ in range(LINES)]
    life.desk.close()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            journal = life.desk.open()
            for plain in plains:
                done = journal.record(record(plain))
                told = json.dumps([done.id, done.prompt and done.prompt.id]) + "\n"
                os.write(writing, told.encode())
            time.sleep(60)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as answers:
        heard = [answers.readline() for _ in range(life.rng.randrange(LINES))]
        time.sleep(random.random() * 0.02)
        os.kill(child, signal.SIGKILL)
        heard += answers.readlines()
    _, status = os.waitpid(child, 0)
    hold(os.WIFSIGNALED(status), f"the app ended by itself: {status}")
    after_a_kill(life, plains, [(id, prompt) for id, prompt in map(json.loads, heard)])


def after_a_kill(life: Life, plains: list[Plain], told: list[tuple[str, str | None]]) -> None:
    """All that was acknowledged is there; of the next there may be all or nothing; of what comes after it, nothing."""
    for plain, (id, prompt) in zip(plains, told, strict=False):
        life.told(plain, id, prompt)
    extra = [one for one in life.desk.journal.entries() if one.id not in life.model.entries.of]
    hold(len(extra) <= 1, f"{len(extra)} entries that nobody acknowledged after a kill")
    for one in extra:
        hold(len(told) < len(plains), "an entry that nobody wrote after a kill")
        hold(of_record(one.entry) == plains[len(told)], f"half an entry after a kill: {one.entry}")
        life.told(plains[len(told)], one.id, None)
        life.counts["unacknowledged, whole"] += 1
    if extra:
        # It was written in one transaction with its prompt.
        life.adopt(foreign=True)
    life.adopt()
    life.counts["kills"] += 1


def lock_midway(life: Life) -> None:
    """The app locks while other threads record: each call is kept whole or refused."""
    plains = [life.some_sitting() for _ in range(60)]
    journal = life.desk.journal
    kept: list[tuple[Plain, Recorded]] = []

    def work(part: list[Plain]) -> None:
        for plain in part:
            try:
                done = journal.record(record(plain))
            except JournalError.Locked:
                return
            kept.append((plain, done))

    with ThreadPoolExecutor(3) as pool:
        running = [pool.submit(work, plains[number::3]) for number in range(3)]
        enough = life.rng.randrange(1, 6)
        while len(kept) < enough:
            time.sleep(0.0005)
        life.desk.close()
        for one in running:
            one.result()
    for plain, done in kept:
        life.recorded(plain, done)
    hold(len(kept) < len(plains), "the lock came after all calls")
    life.counts["locks"] += 1


def twice_open(life: Life) -> None:
    """Two programs want the journal at once: the second is told so."""
    assert life.desk.journal is not None
    life.desk.vigie("status", code=5)
    life.desk.vigie("log", "--json", "-", typed='{"date":"2026-01-01"}\n', code=5)
    life.desk.close()
    process = life.desk.start(["log", "--json", "-"])
    assert process.stdin is not None and process.stdout is not None
    plain = life.some_sitting()
    process.stdin.write(json.dumps(line(plain, life.asked)) + "\n")
    process.stdin.flush()
    told = json.loads(process.stdout.readline())
    life.told(plain, told["id"], told["prompt"] and told["prompt"]["id"])
    try:
        life.desk.open()
    except JournalError.InUse:
        pass
    else:
        hold(False, "two programs have the journal open")
    process.communicate()
    hold(process.returncode == 0, f"the first program ended with {process.returncode}")
    life.counts["second openings refused"] += 1


def flip(life: Life) -> None:
    """A byte is another one on the disk: it is noticed and nothing is touched, or it makes no difference at all."""
    file = backup(life)
    desk, rng = life.desk, life.rng
    desk.close()
    journal = desk.dir / "journal.vigie"
    whole = journal.read_bytes()
    noticed = False
    while not noticed:
        damaged = bytearray(whole)
        for _ in range(rng.choice([1, 1, 3])):
            damaged[rng.randrange(len(damaged))] ^= 1 << rng.randrange(8)
        journal.write_bytes(damaged)
        before = desk.bytes()
        code = desk.vigie("verify", "--json", code=(0, 6, 11)).code
        if code == 0:
            same_table(desk.table_of_command(), life.model, "after a flipped byte that nobody noticed")
            journal.write_bytes(whole)
            life.counts["flipped bytes without effect"] += 1
            continue
        noticed = True
        try:
            desk.open().lock()
        except (JournalError.Damaged, JournalError.Tampered):
            # What cannot be opened is not touched; what can (an attachment that is damaged) is the person's to read.
            hold(desk.bytes() == before, "a damaged journal was touched")
    life.counts["flipped bytes noticed"] += 1
    if rng.random() < 0.5:
        journal.write_bytes(whole)
        file.unlink()
        return
    nth = life.counts["restores"] + 1
    folder, new = life.place / f"mended-{nth}", f"mieux {life.who.word} {nth}"
    made = Journal.restore(file, desk.passphrase, folder, cheap(new), desk.marks, desk.clock)
    code_of_it = made.take_recovery_code()
    made.lock()
    assert code_of_it is not None
    moved(life, folder, new, code_of_it)
    file.unlink()


def change_keys(life: Life) -> None:
    """A key is added, removed or changed, or everything is sealed anew."""
    model, desk = life.model, life.desk
    kinds = ["add", "change", "rotate"] if len(model.passphrases) == 1 else ["remove", "rotate", "change"]
    # Another one each time, also twice on a day.
    kind, new = life.rng.choice(kinds), f"phrase {life.who.word} {life.counts['key changes']}"
    now = Unlock.PASSPHRASE(model.passphrase)
    secret = desk.secret(new, "new")
    before = {key.id for key in desk.journal.keys()}
    if kind == "add":
        if life.command:
            life.vigie("keys", "add", "passphrase", "--new-passphrase-file", secret)
        else:
            desk.journal.add_key(now, cheap(new))
        [model.key_ids[new]] = {key.id for key in desk.journal.keys()} - before
        model.passphrases.append(new)
    elif kind == "remove":
        gone = model.passphrases.pop()
        id = model.key_ids.pop(gone)
        if life.command:
            life.vigie("keys", "remove", id)
        else:
            desk.journal.remove_key(id)
        model.void.append(gone)
    elif kind == "change":
        if life.command:
            life.vigie("keys", "change", "passphrase", "--new-passphrase-file", secret)
        else:
            desk.journal.replace_key(now, cheap(new))
        model.void.append(model.passphrases[0])
        model.passphrases[0] = new
    elif life.command:
        code = life.vigie("keys", "rotate", "--json").json()[0]["recovery_code"]
        model.void += [*model.passphrases[1:], model.code]
        model.passphrases, model.code, model.key_ids = model.passphrases[:1], code, {}
    else:
        code = make_recovery_code()
        desk.journal.rotate_keys([cheap(new), NewKey.RECOVERY_CODE(code)])
        model.void += [*model.passphrases, model.code]
        model.passphrases, model.code, model.key_ids = [new], code, {}
    desk.close()
    desk.passphrase = model.passphrase
    life.counts["key changes"] += 1
    for opens in [*model.passphrases, model.code]:
        desk.vigie("keys", "list", key=opens)
    for not_any_more in model.void[-2:]:
        desk.vigie("keys", "list", key=not_any_more, code=3)
    if life.command and kind != "remove":
        # The command's own keys cost a second of work each; a year of openings is paid with cheaper ones.
        desk.journal.replace_key(Unlock.PASSPHRASE(model.passphrase), cheap(model.passphrase))


def full_disk(life: Life) -> None:
    """The journal lies on a disk that gets full: what does not fit is refused, what was there stays."""
    disk = os.environ.get("VIGIE_SMALL_DISK")
    if disk is None:
        return
    desk, home = life.desk, life.desk.dir
    desk.close()
    if sum(len(held) for held in desk.bytes().values()) > 1 << 21:
        return
    place = os.open(disk, os.O_RDONLY)
    fcntl.flock(place, fcntl.LOCK_EX)  # One person at a time.
    try:
        desk.dir = Path(disk) / f"journal-{life.who.number}"
        shutil.move(home, desk.dir)
        filled = Path(disk) / f"full-{life.who.number}"
        fill(filled)
        refused = 0
        for _ in range(40):
            plain = life.some_sitting()
            try:
                done = desk.journal.record(record(plain))
            except JournalError.DiskFull:
                refused += 1
                break
            life.recorded(plain, done)
        life.adopt()
        hold(refused, "a full disk took forty entries")
        desk.close()
        desk.vigie("attach", desk.secret("x" * 50_000, "photo.jpg"), code=8)
        filled.unlink()
        record_all(life, [life.some_sitting()])
        desk.close()
        shutil.move(desk.dir, home)
        life.counts["full disks"] += 1
    finally:
        desk.dir = home
        os.close(place)


def fill(file: Path) -> None:
    """Takes what room there is."""
    with file.open("wb", buffering=0) as out:
        size = 1 << 20
        while size:
            try:
                out.write(bytes(size))
            except OSError:
                size //= 2
