"""A key store written in Python: what it raises is told typed, and calling back into the journal waits for nothing."""

from pathlib import Path

import pytest
from hand import PASSPHRASE, Marks, Set, Store, created, new_key, opened, rated, unlock

from vigie import (
    AnchorError,
    ClockError,
    DeviceKeyFault,
    Journal,
    JournalClock,
    JournalError,
    KeyKind,
    KeyVaultError,
    NewKey,
    Unlock,
)

DECLARED = {
    DeviceKeyFault.NOT_FOUND: KeyVaultError.NotFound(),
    DeviceKeyFault.INVALIDATED: KeyVaultError.Invalidated(),
    DeviceKeyFault.LOCKED: KeyVaultError.Locked(),
    DeviceKeyFault.CANCELLED: KeyVaultError.Cancelled(),
    DeviceKeyFault.FAILED: KeyVaultError.Failed(),
}


def test_a_journal_opens_with_the_key_of_the_device(tmp_path: Path) -> None:
    with Journal.create(tmp_path, NewKey.DEVICE(Store()), clock=Set()) as journal:
        journal.record(rated(3))
    with Journal.open(tmp_path, Unlock.DEVICE(Store())) as journal:
        assert [key.kind for key in journal.keys()] == [KeyKind.DEVICE, KeyKind.RECOVERY_CODE]


@pytest.mark.parametrize("fault", list(DECLARED))
def test_what_a_key_store_raises_comes_back_as_its_fault(fault: DeviceKeyFault, tmp_path: Path) -> None:
    with created(tmp_path) as journal:
        journal.add_key(unlock(), NewKey.DEVICE(Store()))
    before = (tmp_path / "journal.vigie").read_bytes()
    with pytest.raises(JournalError.DeviceKey) as raised:
        Journal.open(tmp_path, Unlock.DEVICE(Store(DECLARED[fault])))
    assert raised.value.fault is fault
    assert (tmp_path / "journal.vigie").read_bytes() == before


@pytest.mark.parametrize("undeclared", [RuntimeError("a secret"), KeyError(7), NotImplementedError()])
def test_what_a_key_store_does_not_declare_is_a_fault_too_and_is_not_repeated(
    undeclared: Exception, tmp_path: Path
) -> None:
    created(tmp_path).lock()
    with opened(tmp_path) as journal:
        with pytest.raises(JournalError.DeviceKey) as raised:
            journal.add_key(unlock(), NewKey.DEVICE(Store(undeclared)))
        assert raised.value.fault is DeviceKeyFault.FAILED
        assert "secret" not in str(raised.value) + repr(raised.value)
        assert len(journal.keys()) == 2


def test_a_key_store_that_gives_no_bytes_is_a_fault(tmp_path: Path) -> None:
    class Wrong(Store):
        def wrap_secret(self, secret: bytes) -> bytes:
            return "no bytes"  # type: ignore[return-value]

    with created(tmp_path) as journal, pytest.raises(JournalError.DeviceKey):
        journal.add_key(unlock(), NewKey.DEVICE(Wrong()))


def test_what_is_no_key_store_is_a_type_error(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="KeyVault"):
        Journal.create(tmp_path, NewKey.DEVICE(object()))  # type: ignore[arg-type]


class CallsBack(Store):
    """A key store that calls the journal it is called by, in each way there is."""

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self.journal = journal
        self.told: list[Exception] = []

    def wrap_secret(self, secret: bytes) -> bytes:
        journal = self.journal
        for call in (journal.today, journal.lock, lambda: journal.record(rated(1)), journal.keys):
            try:
                call()
            except JournalError as error:
                self.told.append(error)
        return super().wrap_secret(secret)


def test_a_key_store_that_calls_its_journal_is_told_so_and_nothing_waits(tmp_path: Path) -> None:
    with created(tmp_path) as journal:
        vault = CallsBack(journal)
        journal.add_key(unlock(), NewKey.DEVICE(vault))
        assert [type(error) for error in vault.told] == [JournalError.Bug] * 4
        assert journal.entries() == []
        assert len(journal.keys()) == 3


def test_a_key_is_replaced_and_removed(tmp_path: Path) -> None:
    other = "une autre phrase longue"
    with created(tmp_path) as journal:
        assert journal.replace_key(unlock(), new_key(other)) == 1
        with pytest.raises(JournalError.WrongKey):
            journal.add_key(unlock(PASSPHRASE), NewKey.DEVICE(Store()))
        added = journal.add_key(unlock(other), NewKey.DEVICE(Store()))
        journal.remove_key(added)
        with pytest.raises(JournalError.NoSuch):
            journal.remove_key(added)


class Failing(Marks):
    """An anchor that fails in a way it declares or not, when it reads or when it keeps."""

    def __init__(self, error: Exception, *, reads: bool) -> None:
        super().__init__()
        self.error, self.reads = error, reads

    def load(self, copy: str) -> bytes | None:
        if not self.reads:
            raise self.error
        return super().load(copy)

    def keep(self, copy: str, mark: bytes) -> None:
        raise self.error


@pytest.mark.parametrize("error", [AnchorError.Failed(), RuntimeError("undeclared")])
def test_an_anchor_that_does_not_keep_is_gone_without_and_the_journal_says_so(
    error: Exception, tmp_path: Path
) -> None:
    with created(tmp_path, Failing(error, reads=True)) as journal:
        journal.record(rated(1))
        assert not journal.is_anchored()


@pytest.mark.parametrize("error", [AnchorError.Failed(), RuntimeError("undeclared")])
def test_an_anchor_that_does_not_read_opens_nothing(error: Exception, tmp_path: Path) -> None:
    created(tmp_path, Marks()).lock()
    with pytest.raises(JournalError.Io):
        opened(tmp_path, Failing(error, reads=False))


@pytest.mark.parametrize("error", [ClockError.Failed(), RuntimeError("undeclared")])
def test_a_clock_that_fails_later_is_passed_over_for_the_systems(error: Exception, tmp_path: Path) -> None:
    class Stops(Set):
        stopped = False

        def now(self):  # type: ignore[no-untyped-def]
            if self.stopped:
                raise error
            return super().now()

    clock: JournalClock = Stops("2020-01-01T10:00:00.000+01:00")
    with Journal.create(tmp_path, new_key(), clock=clock) as journal:
        assert journal.now().year == 2020
        clock.stopped = True  # type: ignore[attr-defined]
        assert journal.now().year > 2020
