"""Several threads over one journal: calls take turns, none is lost, and locking waits for a call that has begun."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hand import PASSPHRASE, Store, created, opened, rated, unlock

from vigie import ByteSink, Journal, JournalError, NewKey, Unlock


@pytest.mark.parametrize("threads", [2, 8])
def test_what_threads_record_at_once_is_all_there(threads: int, tmp_path: Path) -> None:
    each = 12
    together = threading.Barrier(threads)
    with created(tmp_path) as journal:

        def work(number: int) -> list[str]:
            together.wait()
            ids = []
            for turn in range(each):
                ids.append(journal.record(rated(number, note=f"{number}/{turn}")).id)
                assert any(kept.id == ids[-1] for kept in journal.entries())
            return ids

        with ThreadPoolExecutor(threads) as pool:
            ids = [id for ids in pool.map(work, range(threads)) for id in ids]
        kept = {one.id: one.entry.note for one in journal.entries()}
        assert len(set(ids)) == threads * each
        assert set(kept) == set(ids)
        assert set(kept.values()) == {f"{a}/{b}" for a in range(threads) for b in range(each)}


class Slow(Store):
    """A key store that takes its time: it tells when it was asked, and answers when it may."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.may = threading.Event(), threading.Event()

    def wrap_secret(self, secret: bytes) -> bytes:
        self.asked.set()
        self.may.wait()
        return super().wrap_secret(secret)


def test_locking_waits_for_a_call_of_another_thread_and_loses_nothing_of_it(tmp_path: Path) -> None:
    journal, vault = created(tmp_path), Slow()
    order: list[str] = []

    def add() -> None:
        journal.add_key(unlock(), NewKey.DEVICE(vault))
        order.append("added")

    def lock() -> None:
        vault.asked.wait()
        threading.Timer(0.05, vault.may.set).start()
        journal.lock()
        assert vault.may.is_set(), "it waited for the call that had begun"
        order.append("locked")

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(add), pool.submit(lock)]:
            done.result()
    assert sorted(order) == ["added", "locked"]
    with pytest.raises(JournalError.Locked):
        journal.keys()
    with Journal.open(tmp_path, Unlock.DEVICE(Store())) as again:
        assert len(again.keys()) == 3


def test_what_threads_record_while_another_locks_is_kept_or_refused_as_locked(tmp_path: Path) -> None:
    journal = created(tmp_path)
    kept: list[str] = []

    def work() -> None:
        while True:
            try:
                kept.append(journal.record(rated(3)).id)
            except JournalError.Locked:
                return

    with ThreadPoolExecutor(8) as pool:
        running = [pool.submit(work) for _ in range(7)]
        while len(kept) < 20:
            threading.Event().wait(0.001)
        journal.lock()
        for done in running:
            done.result()
    with opened(tmp_path) as again:
        assert {one.id for one in again.entries()} == set(kept)


def test_a_journal_is_used_while_it_is_backed_up(tmp_path: Path) -> None:
    with created(tmp_path) as journal:
        journal.record(rated(1))

        class Recording(ByteSink):
            """Another thread records while the backup is written."""

            recorded = 0
            size = 0

            def write(self, bytes: bytes) -> None:
                with ThreadPoolExecutor(1) as pool:
                    pool.submit(journal.record, rated(2)).result()
                self.recorded += 1
                self.size += len(bytes)

        sink = Recording()
        report = journal.backup(sink, PASSPHRASE)
        assert sink.recorded > 0 and sink.size > 0
        assert len(journal.entries()) == 1 + sink.recorded
        assert report.records >= 1
