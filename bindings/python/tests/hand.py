"""What the tests hand in: a clock that is set, an anchor in memory, a key store, and keys that cost nothing."""

from datetime import date, datetime, timedelta
from pathlib import Path

from vigie import (
    Answer,
    DailyEntry,
    GuessCost,
    Journal,
    JournalAnchor,
    JournalClock,
    KeyVault,
    NewKey,
    Unlock,
)

PASSPHRASE = "quatre mots bien secrets"
DAY = date(2026, 11, 23)


def new_key(passphrase: str = PASSPHRASE) -> NewKey:
    return NewKey.PASSPHRASE(passphrase, GuessCost.WEAK_FOR_TESTS)


def unlock(passphrase: str = PASSPHRASE) -> Unlock:
    return Unlock.PASSPHRASE(passphrase)


class Set(JournalClock):
    """A clock that stands still where it was set."""

    def __init__(self, at: str = "2026-11-23T10:00:00.000+01:00") -> None:
        self.at = datetime.fromisoformat(at)

    def now(self) -> datetime:
        return self.at

    def later(self, **by: float) -> None:
        self.at += timedelta(**by)


class Marks(JournalAnchor):
    """An anchor that forgets nothing while the test runs."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load(self, copy: str) -> bytes | None:
        return self.kept.get(copy)

    def keep(self, copy: str, mark: bytes) -> None:
        self.kept[copy] = mark


class Store(KeyVault):
    """A key store that answers, or raises what it is told to."""

    def __init__(self, raises: Exception | None = None) -> None:
        self.raises = raises

    def _turned(self, secret: bytes) -> bytes:
        if self.raises is not None:
            raise self.raises
        return bytes(byte ^ 0x5A for byte in secret)

    def wrap_secret(self, secret: bytes) -> bytes:
        return self._turned(secret)

    def unwrap_secret(self, wrapped: bytes) -> bytes:
        return self._turned(wrapped)


def rated(fatigue: int, day: date = DAY, **more: object) -> DailyEntry:
    answers = {"fatigue": Answer.RATED(fatigue)}
    return DailyEntry(day=day, answers=answers, **more)  # type: ignore[arg-type]


def created(folder: Path, anchor: JournalAnchor | None = None) -> Journal:
    return Journal.create(folder, new_key(), anchor, Set())


def opened(folder: Path, anchor: JournalAnchor | None = None, *, accept_older: bool = False) -> Journal:
    return Journal.open(folder, unlock(), anchor, Set(), accept_older)
