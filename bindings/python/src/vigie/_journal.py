"""The journal as Python has it: a context manager that locks, and paths, files and bytes where bytes come and go."""

import os
from types import TracebackType
from typing import Self

from ._core import vigie as _core
from ._core.vigie import (
    AppointmentKind,
    BackupReport,
    Choice,
    DailyBackup,
    Format,
    ImportReport,
    JournalAnchor,
    JournalClock,
    Lang,
    MergeReport,
    NewKey,
    ProgressHearer,
    Unlock,
)
from ._streams import Path, Sink, Source, reading, writing
from ._values import moment_checked


def _sound(clock: JournalClock | None) -> JournalClock | None:
    # A clock that fails is passed over for the system's, so one that always would is found here.
    if clock is not None:
        moment_checked(clock.now())
    return clock


class Journal(_core.Journal):
    """An open journal: `with Journal.open(…) as journal:` locks it at the end, whatever happens.

    Any thread may call; calls take turns, and each is durable when it returns. After `lock` every call fails with
    `JournalError.Locked`.
    """

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.lock()

    @classmethod
    def create(
        cls, dir: Path, key: NewKey, anchor: JournalAnchor | None = None, clock: JournalClock | None = None
    ) -> Self:
        """Creates a journal in a folder, which may exist but holds none yet."""
        made = super().create(os.fspath(dir), key, anchor, _sound(clock))
        return cls._of(made)

    @classmethod
    def open(
        cls,
        dir: Path,
        unlock: Unlock,
        anchor: JournalAnchor | None = None,
        clock: JournalClock | None = None,
        accept_older: bool = False,
    ) -> Self:
        """Opens the journal in a folder."""
        return cls._of(super().open(os.fspath(dir), unlock, anchor, _sound(clock), accept_older))

    @classmethod
    def restore(
        cls,
        source: Source,
        backup_passphrase: str,
        dir: Path,
        key: NewKey,
        anchor: JournalAnchor | None = None,
        clock: JournalClock | None = None,
    ) -> Self:
        """Makes a journal of a backup, in a folder that holds none yet."""
        with reading(source) as stream:
            passphrase, folder = backup_passphrase, os.fspath(dir)
            return cls._of(super().restore(stream, passphrase, folder, key, anchor, _sound(clock)))

    @classmethod
    def _of(cls, journal: _core.Journal) -> Self:
        """The same open journal as one of this class."""
        if isinstance(journal, cls):
            return journal
        made: Self = cls._uniffi_make_instance(journal._uniffi_clone_handle())  # type: ignore[attr-defined]
        return made

    def backup(self, sink: Sink, passphrase: str) -> BackupReport:
        """Writes everything as one encrypted file in the age format."""
        with writing(sink) as stream:
            return super().backup(stream, passphrase)

    def backup_daily(self, folder: Path, keep: int, passphrase: str) -> DailyBackup:
        """Makes the backup of the day in a folder, once a day, and keeps so many of them."""
        return super().backup_daily(os.fspath(folder), keep, passphrase)

    def merge(self, source: Source, passphrase: str) -> MergeReport:
        """Brings in what another copy of this journal has, from a backup of it."""
        with reading(source) as stream:
            return super().merge(stream, passphrase)

    def import_table(
        self,
        source: Source,
        patient: str | None = None,
        skip_bad: bool = False,
        hearer: ProgressHearer | None = None,
    ) -> ImportReport:
        """Brings in a diary table (`patient,date,item,value`): all rows of one person, or none."""
        with reading(source) as stream:
            return super().import_table(stream, patient, skip_bad, hearer)

    def attach(self, day: _core.Day, name: str, source: Source) -> str:
        """Keeps a file with a day, encrypted like everything else. Gives its id."""
        with reading(source) as stream:
            return super().attach(day, name, stream)

    def attachment(self, id: str, sink: Sink) -> None:
        """Writes an attachment out."""
        with writing(sink) as stream:
            super().attachment(id, stream)

    def export(self, choice: Choice, format: Format, sink: Sink) -> None:
        """Writes the report in one format."""
        with writing(sink) as stream:
            super().export(choice, format, stream)

    def export_page(self, choice: Choice, sink: Sink) -> str:
        """Writes the report as a page that opens in any browser by a passphrase, and gives that passphrase."""
        with writing(sink) as stream:
            return super().export_page(choice, stream)

    def export_calendar(self, lang: Lang, discreet: bool, since: _core.Day, sink: Sink) -> int:
        """Writes the appointments from a day on as a calendar. Gives how many."""
        with writing(sink) as stream:
            return super().export_calendar(lang, discreet, since, stream)

    def import_calendar(self, source: Source, kind: AppointmentKind, lang: Lang) -> list[str]:
        """Takes appointments of one kind out of a calendar. Gives what came of it, a sentence each."""
        with reading(source) as stream:
            return super().import_calendar(stream, kind, lang)


class Rescue(_core.Rescue):
    """What could be read of a journal that does not open any more. The journal itself is untouched."""

    def make_journal(
        self, dir: Path, key: NewKey, anchor: JournalAnchor | None = None, clock: JournalClock | None = None
    ) -> Journal:
        """Makes a new journal of what could be read, in a folder that holds none yet; once."""
        made = super().make_journal(os.fspath(dir), key, anchor, _sound(clock))
        return Journal._of(made)

    @classmethod
    def read(cls, dir: Path, unlock: Unlock, anchor: JournalAnchor | None = None) -> Self:
        """Reads what is readable of the journal in a folder, piece by piece."""
        found = super().read(os.fspath(dir), unlock, anchor)
        assert isinstance(found, cls)
        return found


def is_there(dir: Path) -> bool:
    """Whether there is a journal in this folder, whatever state it is in."""
    return _core.is_there(os.fspath(dir))


def check_backup(source: Source, passphrase: str) -> BackupReport:
    """Reads a backup to its end and checks that it is whole; nothing is changed."""
    with reading(source) as stream:
        return _core.check_backup(stream, passphrase)
