"""Paths, files and bytes where bytes come and go: whole or not at all, and a failure told with what caused it."""

import errno
import io
import os
import pathlib
from pathlib import Path

import pytest
from hand import DAY, PASSPHRASE, created, rated

import vigie
from vigie import ByteSink, ByteSource, Format, JournalError, Lang, StreamError

TABLE = b"patient,date,item,value\np,2026-11-22,fatigue,4\np,2026-11-23,fatigue,5\n"


class Own(ByteSource):
    """An app's own source, a byte at a time."""

    def __init__(self) -> None:
        self.left = TABLE

    def read(self, at_most: int) -> bytes:
        now, self.left = self.left[:1], self.left[1:]
        return now


def sources(folder: Path) -> dict[str, object]:
    file = folder / "table.csv"
    file.write_bytes(TABLE)
    return {
        "path": file,
        "text of a path": str(file),
        "bytes": TABLE,
        "bytearray": bytearray(TABLE),
        "memoryview": memoryview(TABLE),
        "file": io.BytesIO(TABLE),
        "buffered file": file.open("rb"),
        "ByteSource": Own(),
    }


KINDS = ["path", "text of a path", "bytes", "bytearray", "memoryview", "file", "buffered file", "ByteSource"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_is_read_from_anything_that_has_bytes(kind: str, tmp_path: Path) -> None:
    source = sources(tmp_path)[kind]
    with created(tmp_path / "journal") as journal:
        report = journal.import_table(source)  # type: ignore[arg-type]
    assert (report.rows, report.days) == (2, 2)


def test_a_path_is_written_whole_and_for_nobody_else(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"what was there before")
    with created(tmp_path / "journal") as journal:
        journal.record(rated(3))
        journal.export(journal.usual_choice(Lang.FR), Format.PDF, path)
        file = io.BytesIO()
        journal.export(journal.usual_choice(Lang.FR), Format.PDF, file)
    assert path.read_bytes() == file.getvalue()
    assert path.read_bytes().startswith(b"%PDF-")
    assert path.stat().st_mode & 0o077 == 0
    assert sorted(one.name for one in tmp_path.iterdir()) == ["journal", "report.pdf"]


def test_what_failed_half_way_leaves_what_was_there_before(tmp_path: Path) -> None:
    path = tmp_path / "file.bin"
    path.write_bytes(b"what was there before")
    with created(tmp_path / "journal") as journal, pytest.raises(JournalError.NoSuch):
        journal.attachment("0" * 32, path)
    assert path.read_bytes() == b"what was there before"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["file.bin", "journal"]


def test_a_disk_that_is_really_full_is_told_as_full(tmp_path: Path) -> None:
    device = pathlib.Path("/dev/full")
    with created(tmp_path) as journal:
        journal.record(rated(3))
        with pytest.raises(JournalError.DiskFull) as raised:
            journal.export(journal.usual_choice(Lang.FR), Format.PDF, device)
        assert isinstance(raised.value.__cause__, OSError)
        assert raised.value.__cause__.errno == errno.ENOSPC
        with device.open("wb", buffering=0) as file, pytest.raises(JournalError.DiskFull):
            journal.backup(file, PASSPHRASE)
        assert len(journal.entries()) == 1


class Full(ByteSink):
    """A sink that is full after so many bytes."""

    def __init__(self, room: int) -> None:
        self.room = room

    def write(self, bytes: bytes) -> None:
        self.room -= len(bytes)
        if self.room < 0:
            raise StreamError.DiskFull()


@pytest.mark.parametrize("room", [0, 100, 70_000])
def test_a_sink_that_is_full_sooner_or_later_is_told_as_full(room: int, tmp_path: Path) -> None:
    with created(tmp_path) as journal:
        id = journal.attach(DAY, "rayons.jpg", os.urandom(150_000))
        with pytest.raises(JournalError.DiskFull):
            journal.attachment(id, Full(room))
        out = io.BytesIO()
        journal.attachment(id, out)
        assert len(out.getvalue()) == 150_000


def test_a_file_that_takes_parts_gets_all_of_it(tmp_path: Path) -> None:
    class Slow(io.BytesIO):
        def write(self, data: bytes) -> int:  # type: ignore[override]
            return super().write(data[:777])

    photo = os.urandom(100_000)
    with created(tmp_path) as journal:
        out = Slow()
        journal.attachment(journal.attach(DAY, "rayons.jpg", photo), out)
    assert out.getvalue() == photo


def test_a_disk_that_does_not_read_is_told_with_its_cause(tmp_path: Path) -> None:
    class Broken(io.BytesIO):
        def read(self, at_most: int | None = -1) -> bytes:
            raise OSError(errno.EIO, "the stick was pulled out")

    with created(tmp_path) as journal, pytest.raises(JournalError.Io) as raised:
        journal.attach(DAY, "rayons.jpg", Broken())
    assert "stick" in str(raised.value.__cause__)


def test_a_path_that_is_not_there_is_pythons_own_error(tmp_path: Path) -> None:
    with created(tmp_path) as journal:
        with pytest.raises(FileNotFoundError):
            journal.import_table(tmp_path / "nothing.csv")
        with pytest.raises(FileNotFoundError):
            journal.backup(tmp_path / "nowhere" / "backup.age", PASSPHRASE)


def test_a_file_of_text_is_a_fault_of_the_caller(tmp_path: Path) -> None:
    with created(tmp_path) as journal:
        with pytest.raises(TypeError, match="mode 'rb'"):
            journal.import_table(io.StringIO(TABLE.decode()))  # type: ignore[arg-type]
        with pytest.raises(TypeError):
            journal.backup(io.StringIO(), PASSPHRASE)  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="a ByteSource expected, int given"):
            journal.import_table(7)  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="a ByteSink expected, int given"):
            journal.backup(7, PASSPHRASE)  # type: ignore[arg-type]


def test_files_of_the_caller_stay_open(tmp_path: Path) -> None:
    source, sink = io.BytesIO(TABLE), io.BytesIO()
    vigie.replay(source)
    assert not source.closed
    with created(tmp_path) as journal:
        journal.backup(sink, PASSPHRASE)
    assert not sink.closed


class Interrupted(io.BytesIO):
    """A file in whose midst the person presses Ctrl-C."""

    def write(self, data: object, /) -> int:
        raise KeyboardInterrupt


def test_what_is_interrupted_is_told_and_never_taken_for_written(tmp_path: Path) -> None:
    with created(tmp_path) as journal:
        with pytest.raises(KeyboardInterrupt):
            journal.backup(Interrupted(), PASSPHRASE)
        assert journal.entries() == []
