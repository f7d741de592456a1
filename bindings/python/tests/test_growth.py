"""Opening, recording and closing for ever: neither the process's memory nor what uniffi keeps of our objects grows.

10,000 turns with VIGIE_FULL=1, otherwise 300. That the test would see a leak is shown by one that leaks on purpose.
"""

import gc
import os
from pathlib import Path

import pytest
from hand import DAY, Marks, Set, Store, new_key, rated, unlock

from vigie import Journal, JournalError, NewKey, Unlock
from vigie._core import vigie as generated

TURNS = 10_000 if os.environ.get("VIGIE_FULL") == "1" else 300
#: What the allocators of two languages may still take for themselves after the first turns.
ALLOWED = 4 << 20


def resident() -> int:
    """Bytes of memory that the process holds."""
    gc.collect()
    pages = Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def held() -> int:
    """Objects of ours that the library holds: key stores, anchors, clocks, streams."""
    maps = [
        converter._handle_map
        for name, converter in vars(generated).items()
        if name.startswith("_UniffiFfiConverterType") and hasattr(converter, "_handle_map")
    ]
    return sum(len(one._map) for one in maps)


def turn(folder: Path, kept: list[object] | None = None) -> None:
    """One life of a journal, and failures on the way."""
    vault = Store()
    with Journal.open(folder, Unlock.DEVICE(vault), Marks(), Set()) as journal:
        id = journal.record(rated(3)).id
        journal.withdraw(id)
        with pytest.raises(JournalError.NoSuch):
            journal.withdraw(id)
        if kept is not None:
            kept.append(os.urandom(ALLOWED // 10))
    with pytest.raises(JournalError.Locked):
        journal.attach(DAY, "photo.jpg", b"bytes")


def growth(folder: Path, turns: int, kept: list[object] | None = None) -> int:
    """Bytes by which the process grew after it had warmed up."""
    with Journal.create(folder / "made", new_key(), clock=Set()) as journal:
        journal.add_key(unlock(), NewKey.DEVICE(Store()))
    whole = (folder / "made" / "journal.vigie").read_bytes()
    place = folder / "made"

    def some(count: int) -> None:
        for number in range(count):
            if number % 50 == 0:
                # Its records, which are all in memory while it is open, shall not be what grows.
                (place / "journal.vigie").write_bytes(whole)
            turn(place, kept)

    some(100)
    before = resident()
    some(turns)
    return resident() - before


def test_lives_of_a_journal_leave_nothing_behind(tmp_path: Path) -> None:
    gc.collect()  # What the tests before left to be collected is not counted, and not missed.
    objects = held()
    grown = growth(tmp_path, TURNS)
    print(f"{TURNS} turns: grown by {grown / 1024:.0f} KiB")
    assert grown < ALLOWED
    assert held() <= objects


def test_what_is_left_behind_would_be_seen(tmp_path: Path) -> None:
    assert growth(tmp_path, 20, kept=[]) > ALLOWED
