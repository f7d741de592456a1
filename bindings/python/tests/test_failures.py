"""Every case of `JournalError`, brought about: it is of its class, says itself in both languages, and holds what it should."""

import io
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hand import DAY, PASSPHRASE, Marks, Store, created, new_key, opened, rated, unlock

import vigie
from vigie import (
    AppointmentKind,
    BackupFault,
    ByteSink,
    ByteSource,
    DeviceKeyFault,
    Journal,
    JournalError,
    KeyVaultError,
    Lang,
    NewKey,
    StreamError,
    TrialShortlist,
    Unlock,
)

PROVOKED: dict[str, Callable[[Path], object]] = {}


def provokes(act: Callable[[Path], object]) -> Callable[[Path], object]:
    """Registers what brings a case about; the function is named as the case."""
    PROVOKED[act.__name__] = act
    return act


class Broken(ByteSink, ByteSource):
    """A stream that raises at once."""

    def __init__(self, error: StreamError) -> None:
        self.error = error

    def read(self, at_most: int) -> bytes:
        raise self.error

    def write(self, bytes: bytes) -> None:
        raise self.error


def edited(folder: Path, sql: str, *values: object) -> None:
    with sqlite3.connect(folder / "journal.vigie") as database:
        database.execute(sql, values)
    database.close()


@provokes
def WrongKey(folder: Path) -> object:
    created(folder).lock()
    return Journal.open(folder, unlock("pas la bonne phrase"))


@provokes
def Passphrase(folder: Path) -> object:
    return Journal.create(folder, new_key("court"))


@provokes
def NotFound(folder: Path) -> object:
    return opened(folder)


@provokes
def AlreadyThere(folder: Path) -> object:
    created(folder).lock()
    return created(folder)


@provokes
def InUse(folder: Path) -> object:
    created(folder).lock()
    code = (
        "import sys, vigie\n"
        "journal = vigie.Journal.open(sys.argv[1], vigie.Unlock.PASSPHRASE(sys.argv[2]))\n"
        "print('open', flush=True)\n"
        "sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", code, str(folder), PASSPHRASE]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout is not None and other.stdin is not None
        assert other.stdout.readline() == "open\n"
        try:
            return opened(folder)
        finally:
            other.stdin.close()


@provokes
def Locked(folder: Path) -> object:
    journal = created(folder)
    journal.lock()
    return journal.record(rated(1))


@provokes
def Damaged(folder: Path) -> object:
    with created(folder) as journal:
        journal.record(rated(1))
    edited(folder, "UPDATE records SET sealed = zeroblob(length(sealed))")
    return opened(folder)


@provokes
def Tampered(folder: Path) -> object:
    marks = Marks()
    with created(folder, marks) as journal:
        journal.record(rated(1))
    file = folder / "journal.vigie"
    older = file.read_bytes()
    with opened(folder, marks) as journal:
        journal.record(rated(2))
    # As many writes on top of the older copy as the anchor knows, but other ones.
    file.write_bytes(older)
    with opened(folder) as journal:
        for fatigue in range(5):
            journal.record(rated(fatigue))
    return opened(folder, marks)


@provokes
def OlderCopy(folder: Path) -> object:
    marks = Marks()
    created(folder, marks).lock()
    older = (folder / "journal.vigie").read_bytes()
    with opened(folder, marks) as journal:
        journal.record(rated(1))
    (folder / "journal.vigie").write_bytes(older)
    return opened(folder, marks)


@provokes
def DeviceKey(folder: Path) -> object:
    return Journal.create(folder, NewKey.DEVICE(Store(KeyVaultError.Cancelled())))


@provokes
def LastKey(folder: Path) -> object:
    journal = created(folder)
    for key in journal.keys():
        journal.remove_key(key.id)
    return None


@provokes
def TooManyKeys(folder: Path) -> object:
    with created(folder) as journal:
        for number in range(100):
            journal.add_key(unlock(), new_key(f"encore une phrase {number:03}"))
    return None


def backup_of(folder: Path) -> bytes:
    out = io.BytesIO()
    with created(folder) as journal:
        journal.backup(out, PASSPHRASE)
    return out.getvalue()


@provokes
def OtherJournal(folder: Path) -> object:
    backup = backup_of(folder / "one")
    return created(folder / "two").merge(backup, PASSPHRASE)


@provokes
def Backup(folder: Path) -> object:
    return vigie.check_backup(backup_of(folder), "pas la bonne phrase")


@provokes
def AttachmentTooLarge(folder: Path) -> object:
    return created(folder).attach(DAY, "rayons.jpg", bytes((64 << 20) + 1))


@provokes
def NewerVersion(folder: Path) -> object:
    created(folder).lock()
    with sqlite3.connect(folder / "journal.vigie") as database:
        [[header]] = database.execute("SELECT bytes FROM header").fetchall()
    database.close()
    # After the eight letters of the format its version, which alone is promised to later ones.
    edited(folder, "UPDATE header SET bytes = ?", header[:8] + b"\xff\x00" + header[10:])
    return opened(folder)


@provokes
def DiskFull(folder: Path) -> object:
    return created(folder).backup("/dev/full", PASSPHRASE)


@provokes
def Invalid(folder: Path) -> object:
    return created(folder).record(rated(11))


@provokes
def Table(folder: Path) -> object:
    return created(folder).import_table(b"patient,date,item,value\np,2026-11-23,fatigue,12\n")


@provokes
def Calendar(folder: Path) -> object:
    return created(folder).import_calendar(b"no calendar", AppointmentKind.TEST, Lang.EN)


@provokes
def Directory(folder: Path) -> object:
    created(folder).keep_directory(b"no directory")
    return None


@provokes
def TrialProfile(folder: Path) -> object:
    return TrialShortlist.read("{}", [])


@provokes
def Registry(folder: Path) -> object:
    class File(ByteSource):
        left = b"no registry"

        def read(self, at_most: int) -> bytes:
            now, self.left = self.left, b""
            return now

    with created(folder) as journal:
        journal.keep_trial_profile(PROFILE)
        return TrialShortlist.read_for(journal, [File()])


PROFILE = '{"conditions": ["lung cancer"]}'
SEVERAL = b"patient,date,item,value\none,2026-11-23,fatigue,1\ntwo,2026-11-23,fatigue,1\n"


@provokes
def SeveralPeople(folder: Path) -> object:
    return created(folder).import_table(SEVERAL)


@provokes
def OtherPerson(folder: Path) -> object:
    journal = created(folder)
    journal.import_table(SEVERAL, "one")
    return journal.import_table(SEVERAL, "two")


@provokes
def NobodyOfThatName(folder: Path) -> object:
    return created(folder).import_table(SEVERAL, "three")


@provokes
def NotSorted(folder: Path) -> object:
    return vigie.replay(
        b"patient,date,item,value\nb,2026-11-23,fatigue,1\na,2026-11-23,fatigue,1\n", sorted=True
    )


@provokes
def NoSuch(folder: Path) -> object:
    created(folder).withdraw("0" * 32)
    return None


@provokes
def Rules(folder: Path) -> object:
    return created(folder).install_rules("no rules")


@provokes
def Io(folder: Path) -> object:
    return created(folder).backup(Broken(StreamError.Failed()), PASSPHRASE)


@provokes
def Bug(folder: Path) -> object:
    """A key store that calls the journal it is called by."""
    told: list[JournalError] = []
    with created(folder) as journal:

        class CallsBack(Store):
            def wrap_secret(self, secret: bytes) -> bytes:
                try:
                    journal.today()
                except JournalError as error:
                    told.append(error)
                return super().wrap_secret(secret)

        journal.add_key(unlock(), NewKey.DEVICE(CallsBack()))
    raise told[0]


def cases() -> set[str]:
    return {name for name, one in vars(JournalError).items() if isinstance(one, type)}


def test_every_case_is_brought_about() -> None:
    assert cases() == set(PROVOKED)


#: What a case holds beside its sentences.
HOLDS: dict[str, dict[str, object]] = {
    "Passphrase": {"fewest": 8},
    "OlderCopy": {"found": 0, "known": 1},
    "DeviceKey": {"fault": DeviceKeyFault.CANCELLED},
    "Backup": {"fault": BackupFault.WRONG_PASSPHRASE},
    "Invalid": {"field": "rating"},
    "Table": {"line": 2},
    "SeveralPeople": {"ids": ["one", "two"]},
    "NotSorted": {"line": 3},
    "Bug": {"what": "a call from within a call"},
}


@pytest.mark.parametrize("case", sorted(PROVOKED))
def test_a_failure_is_typed_and_says_itself_in_both_languages(case: str, tmp_path: Path) -> None:
    with pytest.raises(getattr(JournalError, case)) as raised:
        PROVOKED[case](tmp_path)
    error = raised.value
    assert isinstance(error, JournalError)
    french, english = error.sentence(), error.sentence("en")
    assert french == error.sentence(Lang.FR) == error.said.fr
    assert english == error.said.en
    assert french and english and french != english
    assert str(error).startswith(english)
    assert repr(error).startswith(f"JournalError.{case}(")
    assert {name: it for name, it in vars(error).items() if name != "said"} == HOLDS.get(case, {})


def test_a_language_that_is_not_spoken_is_an_error_that_names_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(JournalError.NotFound) as raised:
        opened(tmp_path)
    with pytest.raises(ValueError, match="'de' is no language that is spoken here: fr, en"):
        raised.value.sentence("de")


def test_a_day_to_come_is_refused(tmp_path: Path) -> None:
    with created(tmp_path) as journal, pytest.raises(JournalError.Invalid) as raised:
        journal.record(rated(1, DAY + timedelta(days=1)))
    assert raised.value.field == "date"


def test_a_key_by_a_wrong_recovery_code_is_refused(tmp_path: Path) -> None:
    created(tmp_path).lock()
    for code in (vigie.make_recovery_code(), "no code"):
        with pytest.raises(JournalError.WrongKey):
            Journal.open(tmp_path, Unlock.RECOVERY_CODE(code))
